"""Numerators: which people of a recap or of a list stand for a region, month and sector, and on what definition."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop_app.domain.facts import RecapFact
from desktop_app.domain.segments import MEASURE_OF_SECTOR, Measure, Numerator, Sector


@dataclass(frozen=True, slots=True)
class Way:
    """How measures of a recap become a numerator: all `plus` added, all `minus` taken away; `words` name the sum."""

    plus: tuple[Measure, ...]
    words: str
    minus: tuple[Measure, ...] = ()

    @property
    def measures(self) -> tuple[Measure, ...]:
        return self.plus + self.minus


_WITH_JAKON = {
    Sector.SEMUA: (
        Way((Measure.TOTAL,), "Jumlah"),
        Way((Measure.FORMAL, Measure.INFORMAL), "Formal + informal"),
        Way((Measure.PU, Measure.BPU, Measure.JAKON), "PU + BPU + Jakon"),
        Way((Measure.PU, Measure.BPU), "PU + BPU, tanpa Jakon"),
    ),
    Sector.FORMAL: (
        Way((Measure.FORMAL,), "Formal"),
        Way((Measure.PU, Measure.JAKON), "PU + Jakon"),
        Way((Measure.PU,), "PU, tanpa Jakon"),
    ),
    Sector.INFORMAL: (Way((Measure.INFORMAL,), "Informal"), Way((Measure.BPU,), "BPU")),
}
_WITHOUT_JAKON = {
    Sector.SEMUA: (
        Way((Measure.TOTAL,), "Jumlah dikurangi Jakon", (Measure.JAKON,)),
        Way((Measure.FORMAL, Measure.INFORMAL), "Formal + informal dikurangi Jakon", (Measure.JAKON,)),
        Way((Measure.PU, Measure.BPU), "PU + BPU, tanpa Jakon"),
    ),
    Sector.FORMAL: (
        Way((Measure.FORMAL,), "Formal dikurangi Jakon", (Measure.JAKON,)),
        Way((Measure.PU,), "PU, tanpa Jakon"),
    ),
    Sector.INFORMAL: _WITH_JAKON[Sector.INFORMAL],
}
"""What may stand for a sector, best first. Source: docs/rumus.md, “Pembilang”."""

USUAL = Numerator()
"""People by NIK, construction workers among them."""

_UNSAID = "menurut rekap, yang tidak menyebut orang atau kepesertaan"
REPORTED = "Persentase seperti dilaporkan, tanpa pembilang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """People of a sector in a recap; `fact` says where they stand, `definition` how they are counted, in words."""

    people: int
    fact: RecapFact
    definition: str


@lru_cache(maxsize=1024)
def base_key(name: str) -> str:
    """Names of bases are compared without regard to case and spacing."""
    return " ".join(name.split()).casefold()


def current(facts: Iterable[RecapFact]) -> list[RecapFact]:
    """Facts that count, in import order: of two for the same region, measure, month and base, the later one."""
    found: dict[tuple[object, ...], RecapFact] = {}
    for fact in facts:
        key = (fact.region, fact.measure, fact.period, base_key(fact.base_name))
        found.pop(key, None)
        found[key] = fact
    return list(found.values())


def recap_count(facts: Sequence[RecapFact], sector: Sector, base: str, numerator: Numerator = USUAL) -> Count | None:
    """People of `sector` by the best definition that `facts` (one region, one month) allow; None where none does.

    Of several counts of a measure the one that names `base` is taken, else the latest import's. Recaps do not say
    whether they count people or memberships: they stand for both, and the definition says so.
    """
    known = {fact.measure: fact for fact in _preferred(facts, base) if fact.people is not None}
    for way in (_WITH_JAKON if numerator.jakon else _WITHOUT_JAKON)[sector]:
        if all(measure in known for measure in way.measures):
            return _counted(way, known, sector)
    return None


def _counted(way: Way, known: dict[Measure, RecapFact], sector: Sector) -> Count | None:
    people = sum(known[part].people or 0 for part in way.plus) - sum(known[part].people or 0 for part in way.minus)
    if people < 0:
        return None
    fact = _joined([known[part] for part in way.measures], MEASURE_OF_SECTOR[sector], people)
    return Count(people=people, fact=fact, definition=f"{way.words} {_UNSAID}")


def printed_share(facts: Sequence[RecapFact], sector: Sector, base: str) -> RecapFact | None:
    """The fact that prints a share of `sector` itself on this very base; the latest import's.

    A share printed for a segment never stands for a sector: its base may be all workers.
    """
    key = base_key(base)
    own = (fact for fact in of_sector(facts, sector) if base_key(fact.base_name) == key)
    return next((fact for fact in own if fact.share is not None), None)


def of_sector(facts: Sequence[RecapFact], sector: Sector) -> list[RecapFact]:
    """Facts that speak of the sector itself, the latest import first."""
    return [fact for fact in reversed(facts) if fact.measure is MEASURE_OF_SECTOR[sector]]


def says_share(sector: Sector, numerator: Numerator) -> bool:
    """Whether a share printed for the sector may stand for `numerator`: with Jakon or without is not said there."""
    return numerator.jakon or sector is Sector.INFORMAL


def _preferred(facts: Sequence[RecapFact], base: str) -> Sequence[RecapFact]:
    """Best last: in import order, those naming `base` after all others."""
    if len(facts) < 2:
        return facts
    key = base_key(base)
    return sorted(facts, key=lambda fact: base_key(fact.base_name) == key)


def _joined(parts: Sequence[RecapFact], measure: Measure, people: int) -> RecapFact:
    """One fact for a sum of several: its cell names them all, and it prints neither base nor share."""
    first = parts[0]
    if len(parts) == 1:
        return first
    here = (first.origin.file, first.origin.sheet)
    cells = [
        part.origin.cell
        if (part.origin.file, part.origin.sheet) == here
        else f"{part.origin.cell} ({part.origin.file}, lembar {part.origin.sheet})"
        for part in parts
    ]
    return replace(
        first,
        measure=measure,
        people=people,
        workers=None,
        share=None,
        base_name=first.base_name if len({base_key(part.base_name) for part in parts}) == 1 else "",
        note="; ".join(dict.fromkeys(part.note for part in parts if part.note)),
        origin=replace(first.origin, cell=" + ".join(cells)),
    )
