"""Findings: figures that do not agree with themselves or with each other, each with its numbers, in words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from desktop_app.analysis.digits import agrees, as_printed, decimals, rounding, swap_that_fits
from desktop_app.analysis.numerators import base_key, current
from desktop_app.domain.facts import RecapFact, WorkerBase
from desktop_app.domain.indonesian import long_date, number, percent
from desktop_app.domain.segments import Measure, Sector

SMALLEST_TELLING_COUNT = 1_000
"""Smaller numbers of people equal a base by chance, or because a village has reached 100 %."""

_SECTORS = {Measure.TOTAL: Sector.SEMUA, Measure.FORMAL: Sector.FORMAL, Measure.INFORMAL: Sector.INFORMAL}
_WORDS = {
    Measure.TOTAL: "jumlah", Measure.FORMAL: "formal", Measure.INFORMAL: "informal",
    Measure.PU: "PU", Measure.BPU: "BPU", Measure.JAKON: "Jakon",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is one of docs/rumus.md's list; `message` a full Indonesian sentence with the numbers; `place` file, sheet, cell."""

    code: str
    region: str
    period: date
    message: str
    place: str


@dataclass(frozen=True, slots=True)
class Bases:
    """Stored bases by name, and for each region the names of the bases that give a number of workers."""

    by_name: dict[str, WorkerBase]
    by_workers: dict[str, dict[int, list[str]]]

    def named(self, name: str) -> WorkerBase | None:
        return self.by_name.get(base_key(name))

    def giving(self, region: str, workers: int) -> list[str]:
        return self.by_workers.get(region, {}).get(workers, [])


Group = dict[Measure, RecapFact]
"""Facts of one region, month and base, by measure."""


def findings(facts: Sequence[RecapFact], bases: Sequence[WorkerBase]) -> list[Finding]:
    """Everything about `facts` (in import order) that a person should look at, by month, region and code.

    Of two facts with the same region, measure, month and base only the later one is looked at.

    Source: docs/rumus.md, “Temuan”.
    """
    known = _indexed(bases)
    counting = current(facts)
    found = [finding for rule in _FACT_RULES for fact in counting for finding in rule(fact, known)]
    found += [finding for rule in _GROUP_RULES for group in _groups(counting) for finding in rule(group, known)]
    return sorted(
        found, key=lambda finding: (finding.period, finding.region, finding.code, finding.place, finding.message)
    )


def _indexed(bases: Sequence[WorkerBase]) -> Bases:
    by_workers: dict[str, dict[int, list[str]]] = {}
    for base in sorted(bases, key=lambda base: base.name):
        for region, workers in sorted({(region, workers) for (region, _), workers in base.workers.items()}):
            by_workers.setdefault(region, {}).setdefault(workers, []).append(base.name)
    return Bases({base_key(base.name): base for base in bases}, by_workers)


def _groups(facts: Iterable[RecapFact]) -> list[Group]:
    groups: dict[tuple[object, ...], Group] = {}
    for fact in facts:
        groups.setdefault((fact.region, fact.period, base_key(fact.base_name)), {})[fact.measure] = fact
    return list(groups.values())


def pct_mismatch(fact: RecapFact, bases: Bases) -> Iterator[Finding]:
    """The printed share is not people / workers, beyond its rounding; the swap of two digits that would explain it."""
    workers = fact.workers or _stored(fact, bases)
    if fact.people is None or not workers or fact.share is None or agrees(fact.people, workers, fact.share):
        return
    places = max(2, decimals(fact.share))
    computed = percent(fact.people / workers, places)
    whose = "" if fact.workers else f" ({fact.base_name})"
    said = f"tercetak {as_printed(fact.share)}, tetapi {_fraction(fact.people, workers)}{whose} adalah {computed}."
    swap = (
        swap_that_fits(fact.people, workers, fact.share, bases.by_workers.get(fact.region, {}))
        if fact.workers
        else None
    )
    if swap is not None:
        what, value = swap
        said += f" Bila dua angka pada {what} tertukar, {number(value)} memberi {as_printed(fact.share)}."
    yield _finding("pct_mismatch", fact, said)


def pct_over_100(fact: RecapFact, bases: Bases) -> Iterator[Finding]:
    """More people than workers, or a printed share above 100 %."""
    workers = fact.workers or _stored(fact, bases)
    if fact.people is not None and workers:
        if fact.people > workers:
            said = f"{_fraction(fact.people, workers)} adalah {percent(fact.people / workers)}, lebih dari 100 persen."
            yield _finding("pct_over_100", fact, f"{said} Periksa apakah keduanya dari wilayah dan definisi yang sama.")
    elif fact.share is not None and fact.share > 1:
        yield _finding("pct_over_100", fact, f"tercetak {as_printed(fact.share)}, lebih dari 100 persen.")


def numerator_equals_denominator(fact: RecapFact, bases: Bases) -> Iterator[Finding]:
    """The number of people is, to the last digit, a known number of workers of the region."""
    if fact.people is None or fact.people < SMALLEST_TELLING_COUNT:
        return
    names = bases.giving(fact.region, fact.people)
    if names:
        said = f"{number(fact.people)} orang sama persis dengan penyebut {' dan '.join(names)}."
        yield _finding("numerator_equals_denominator", fact, f"{said} Angka ini mungkin penyebut, bukan peserta.")


def base_differs(fact: RecapFact, bases: Bases) -> Iterator[Finding]:
    """The printed number of workers is not the one of the stored base that the recap names."""
    stored = _stored(fact, bases)
    if stored is not None and fact.workers is not None and fact.workers != stored:
        printed = f"tercetak {number(fact.workers)} pekerja"
        said = f"{printed}, sedangkan penyebut {fact.base_name} menyimpan {number(stored)}."
        yield _finding("base_differs", fact, said)


def sum_mismatch(group: Group, bases: Bases) -> Iterator[Finding]:
    """Formal and informal, or the three segments, do not add up to the total."""
    yield from _sum_finding(group, (Measure.FORMAL, Measure.INFORMAL))
    yield from _sum_finding(group, (Measure.PU, Measure.BPU, Measure.JAKON))


def _sum_finding(group: Group, parts: tuple[Measure, ...]) -> Iterator[Finding]:
    total, counts = _people(group, Measure.TOTAL), [_people(group, part) for part in parts]
    known = [count for count in counts if count is not None]
    # A part that is not given may be what is missing; then only too much is a contradiction.
    if total is None or not known or sum(known) == total or (len(known) < len(parts) and sum(known) < total):
        return
    shown = zip(parts, counts, strict=True)
    words = " + ".join(f"{_WORDS[part]} {number(count)}" for part, count in shown if count is not None)
    difference = sum(known) - total
    more = f"{number(abs(difference))} {'lebih banyak' if difference > 0 else 'lebih sedikit'}"
    said = f"{words} = {number(sum(known))}, {more} daripada jumlah tercetak {number(total)}."
    if difference > 0 and Measure.PU in parts:
        said += " Orang yang terdaftar di dua segmen dapat menjelaskannya."
    yield _finding("sum_mismatch", group[Measure.TOTAL], said)


def share_mix(group: Group, bases: Bases) -> Iterator[Finding]:
    """The three printed shares fit only a formal part of workers that the base itself contradicts."""
    shares = [_share(group, measure) for measure in (Measure.TOTAL, Measure.FORMAL, Measure.INFORMAL)]
    total, formal, informal = shares
    if total is None or formal is None or informal is None:
        return
    claimed = _formal_part(group, bases)
    implied = implied_formal_part(total, formal, informal)
    if claimed is None or implied is None:
        return
    low, middle, high = implied
    workers_formal, workers = claimed
    if low <= workers_formal / workers <= high:
        return
    said = (
        f"cakupan formal {as_printed(formal)} dan informal {as_printed(informal)} memberi {as_printed(total)} hanya bila"
        f" {percent(middle, 0)} pekerja bekerja di sektor formal, sedangkan menurut penyebutnya"
        f" {percent(workers_formal / workers)} ({_fraction(workers_formal, workers)})."
    )
    yield _finding("share_mix", group[Measure.TOTAL], said)


def implied_formal_part(total: float, formal: float, informal: float) -> tuple[float, float, float] | None:
    """Part of workers that is formal so that formal and informal shares give the total: lowest, middle, highest.

    total = f × formal + (1 − f) × informal, for f; the ends come from the rounding of the three printed shares.
    0.3941, 0.59, 0.22 -> about 0.47. None where formal and informal are too close to tell.
    """
    ends = [(share - rounding(share), share + rounding(share)) for share in (total, formal, informal)]
    if abs(formal - informal) <= rounding(formal) + rounding(informal):
        return None
    parts = [(whole - below) / (above - below) for whole, above, below in product(*ends)]
    return min(parts), (total - informal) / (formal - informal), max(parts)


def _formal_part(group: Group, bases: Bases) -> tuple[int, int] | None:
    """Formal workers and all workers of the group's base: as printed, else as stored."""
    printed = {sector: fact.workers for measure, fact in group.items() if (sector := _SECTORS.get(measure))}
    total = group[Measure.TOTAL]
    base = bases.named(total.base_name)
    stored = {sector: base.workers.get((total.region, sector)) for sector in Sector} if base is not None else {}
    for workers in (printed, stored):
        formal, informal, everyone = (workers.get(s) for s in (Sector.FORMAL, Sector.INFORMAL, Sector.SEMUA))
        if formal and not everyone and informal:
            everyone = formal + informal
        if formal and everyone:
            return formal, everyone
    return None


def _people(group: Group, measure: Measure) -> int | None:
    return group[measure].people if measure in group else None


def _share(group: Group, measure: Measure) -> float | None:
    return group[measure].share if measure in group else None


def _stored(fact: RecapFact, bases: Bases) -> int | None:
    """Workers of the fact's region and sector in the stored base that it names."""
    base, sector = bases.named(fact.base_name), _SECTORS.get(fact.measure)
    return base.workers.get((fact.region, sector)) if base is not None and sector is not None else None


def _fraction(people: int, workers: int) -> str:
    return f"{number(people)} dari {number(workers)}"


def _finding(code: str, fact: RecapFact, said: str) -> Finding:
    origin = fact.origin
    message = f"Wilayah {fact.region}, {long_date(fact.period)}, {_WORDS[fact.measure]}: {said}"
    place = f"{origin.file}, lembar {origin.sheet}, sel {origin.cell}"
    return Finding(code, fact.region, fact.period, message, place)


_FACT_RULES: tuple[Callable[[RecapFact, Bases], Iterator[Finding]], ...] = (
    pct_mismatch, pct_over_100, numerator_equals_denominator, base_differs,
)  # fmt: skip
_GROUP_RULES: tuple[Callable[[Group, Bases], Iterator[Finding]], ...] = (sum_mismatch, share_mix)
