"""Rules about the parts of a total: they add up, and they count the same thing."""

import re
from collections.abc import Iterator

from desktop_app.analysis.findings.values import WORDS, Finding, Group, Known, finding
from desktop_app.domain.facts import RecapFact
from desktop_app.domain.indonesian import number
from desktop_app.domain.segments import Measure

_SETS = ((Measure.FORMAL, Measure.INFORMAL), (Measure.PU, Measure.BPU, Measure.JAKON))
_COMPANIES = re.compile(r"(?<![\d.,])(\d[\d.]*) (?:perusahaan|badan usaha|pemberi kerja|pkbu)\b", re.IGNORECASE)
_PEOPLE = re.compile(r"(?<![\d.,])(\d[\d.]*) (?:tenaga kerja|pekerja|peserta|orang)\b", re.IGNORECASE)


def sum_mismatch(group: Group, known: Known) -> Iterator[Finding]:
    """Formal and informal, or the three segments, do not add up to the total."""
    if len(group) == 1:
        return
    for parts in _SETS:
        yield from _sum_finding(group, parts, known)


def _sum_finding(group: Group, parts: tuple[Measure, ...], known: Known) -> Iterator[Finding]:
    total, counts = _people(group, Measure.TOTAL), [_people(group, part) for part in parts]
    given = [count for count in counts if count is not None]
    # A part that is not given may be what is missing; then only too much is a contradiction.
    if total is None or not given or sum(given) == total or (len(given) < len(parts) and sum(given) < total):
        return
    shown = zip(parts, counts, strict=True)
    words = " + ".join(f"{WORDS[part]} {number(count)}" for part, count in shown if count is not None)
    difference = sum(given) - total
    more = f"{number(abs(difference))} {'lebih banyak' if difference > 0 else 'lebih sedikit'}"
    said = f"{words} = {number(sum(given))}, {more} daripada jumlah tercetak {number(total)}."
    if difference > 0 and Measure.PU in parts:
        said += " Orang yang terdaftar di dua segmen dapat menjelaskannya."
    advice = "Cocokkan bagian dan jumlahnya dengan berkas asal."
    yield finding("sum_mismatch", group[Measure.TOTAL], known, f"{said} {advice}")


def unlike_units(group: Group, known: Known) -> Iterator[Finding]:
    """The total adds companies to people: 1,233 companies + 82,001 workers = 83,234.

    Companies come from `Known.companies` or stand in the remark of the row; the people are another number of the same
    row: a part, all parts of a set, or one in the remark.
    """
    fact = group.get(Measure.TOTAL)
    counted = known.companies.get((fact.region, fact.period)) if fact is not None else None
    if fact is None or not fact.people or not (counted or fact.note):
        return
    for companies in [*([counted] if counted else []), *_numbers(_COMPANIES, fact)]:
        people = fact.people - companies
        if companies and people in _counts(group):
            said = f"{number(companies)} perusahaan + {number(people)} orang = {number(fact.people)}."
            advice = "Jumlah itu menambahkan perusahaan kepada orang; pakai jumlah orangnya saja."
            yield finding("unlike_units", fact, known, f"{said} {advice}")
            return


def _counts(group: Group) -> set[int]:
    parts = [[_people(group, part) or 0 for part in one] for one in _SETS]
    return {
        *(sum(part) for part in parts),
        *(n for part in parts for n in part),
        *_numbers(_PEOPLE, group[Measure.TOTAL]),
    } - {0}


def _numbers(pattern: re.Pattern[str], fact: RecapFact) -> list[int]:
    return [int(digits) for found in pattern.findall(fact.note) if (digits := found.replace(".", ""))]


def _people(group: Group, measure: Measure) -> int | None:
    return group[measure].people if measure in group else None
