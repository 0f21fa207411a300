"""The figure of a region for a month: the newest of that month or the twelve before, from a list or a recap."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.numerators import (
    base_key,
    current,
    listed_count,
    of_sector,
    printed_share,
    recap_count,
)
from desktop_app.domain.facts import ListedPeople, RecapFact
from desktop_app.domain.indonesian import long_date, number, percent
from desktop_app.domain.periods import months_between
from desktop_app.domain.segments import Sector

OLDEST_MONTHS = 12
"""A figure stands for a month when it is of that month or of the twelve before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFigure:
    """What is known of a region in `period`: people of a recap (`fact`) or a list (`listed`), or a printed share.

    `reported` is a share (0.5868) that the recap prints on the asked base and that cannot be computed from its people.
    """

    period: date
    people: int | None = None
    reported: float | None = None
    fact: RecapFact | None = None
    listed: ListedPeople | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is stored, by region and month, for one base name and sector."""

    facts: dict[str, dict[date, list[RecapFact]]]
    listed: dict[str, dict[date, list[ListedPeople]]]
    base: str
    sector: Sector


def evidence(facts: Iterable[RecapFact], listed: Iterable[ListedPeople], base: str, sector: Sector) -> Evidence:
    """Facts and lists sorted by region and month; superseded facts are left out."""
    found = Evidence({}, {}, base, sector)
    for fact in current(facts):
        found.facts.setdefault(fact.region, {}).setdefault(fact.period, []).append(fact)
    for people in listed:
        found.listed.setdefault(people.region, {}).setdefault(people.period, []).append(people)
    return found


def figure_of_month(known: Evidence, code: str, asked: date) -> MonthFigure | None:
    """The newest figure of `code` in the month `asked` or the twelve before; None where there is none.

    In a month a complete list comes before a recap's people, and these before a bare share.

    Source: docs/rumus.md, “Angka sebuah bulan”.
    """
    for month in _months(known, code, asked):
        found = _from_list(known, code, month) or _from_recap(known, code, month)
        if found is not None:
            return found
    return None


def list_of_month(known: Evidence, code: str, asked: date) -> ListedPeople | None:
    """People of `code` in sheets of that very month, to stand beside the figure; real ones before samples."""
    return min(known.listed.get(code, {}).get(asked, []), key=lambda people: people.sample, default=None)


def known_elsewhere(known: Evidence, code: str, asked: date) -> str:
    """The newest share of `code` that is known only on another base or on none named, in words; empty where none."""
    for month in _months(known, code, asked):
        for fact in of_sector(known.facts.get(code, {}).get(month, []), known.sector):
            if base_key(fact.base_name) != base_key(known.base) and (words := _in_words(fact)):
                return words
    return ""


def _months(known: Evidence, code: str, asked: date) -> list[date]:
    months = {*known.facts.get(code, {}), *known.listed.get(code, {})}
    return sorted((m for m in months if 0 <= months_between(m, asked) <= OLDEST_MONTHS), reverse=True)


def _from_list(known: Evidence, code: str, month: date) -> MonthFigure | None:
    for listed in known.listed.get(code, {}).get(month, []):
        counted = listed_count(listed, known.sector)
        if counted is not None:
            people, definition = counted
            beside = _recap_beside(known, code, month, people)
            return MonthFigure(period=month, people=people, listed=listed, note=joined(definition, beside))
    return None


def _recap_beside(known: Evidence, code: str, month: date, people: int) -> str:
    """What the recap of the month says where a list is counted, and the difference."""
    recap = recap_count(known.facts.get(code, {}).get(month, []), known.sector, known.base)
    if recap is None:
        return ""
    more = recap.people - people
    compared = f"{number(abs(more))} {'lebih banyak' if more > 0 else 'lebih sedikit'}" if more else "sama"
    origin = recap.fact.origin
    where = ", ".join(part for part in (origin.file, f"sel {origin.cell}", recap.definition) if part)
    return f"Rekap mencatat {number(recap.people)} orang ({where}), {compared}; yang dipakai daftar peserta"


def _from_recap(known: Evidence, code: str, month: date) -> MonthFigure | None:
    facts = known.facts.get(code, {}).get(month, [])
    count = recap_count(facts, known.sector, known.base)
    printed = printed_share(facts, known.sector, known.base)
    if count is not None:
        # The share printed beside a count helps only where the base has no value for the region.
        beside = printed.share if printed == count.fact else None
        note = joined(count.definition, count.fact.note)
        return MonthFigure(period=month, people=count.people, reported=beside, fact=count.fact, note=note)
    if printed is not None:
        return MonthFigure(period=month, reported=printed.share, fact=printed, note=printed.note)
    return None


def _in_words(fact: RecapFact) -> str:
    """“63,99 % pada penyebut UCJ 2024, 31 Desember 2024 (70.017 dari 109.417, Rekap.xlsx)”; empty without a share."""
    if fact.people is not None and fact.workers:
        share, parts = fact.people / fact.workers, f"{number(fact.people)} dari {number(fact.workers)}"
    elif fact.share is not None:
        share, parts = fact.share, "tanpa pembilang" if fact.people is None else f"{number(fact.people)} orang"
    else:
        return ""
    base = f"pada penyebut {fact.base_name}" if fact.base_name else "tanpa nama penyebut"
    return f"{percent(share)} {base}, {long_date(fact.period)} ({parts}, {fact.origin.file})"


def joined(*remarks: str) -> str:
    """Remarks that are not empty, in one line."""
    return "; ".join(remark for remark in remarks if remark)
