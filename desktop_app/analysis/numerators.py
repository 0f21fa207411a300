"""Numerators: which people of a recap or of a list stand for a region, month and sector, and on what definition."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.facts import ListedPeople, RecapFact
from desktop_app.domain.segments import MEASURE_OF_SECTOR, Measure, Sector, Segment

DEFINITIONS: dict[Sector, dict[tuple[Measure, ...], str]] = {
    Sector.SEMUA: {
        (Measure.TOTAL,): "",
        (Measure.FORMAL, Measure.INFORMAL): "Pembilang: formal + informal",
        (Measure.PU, Measure.BPU, Measure.JAKON): "Pembilang: PU + BPU + Jakon",
        (Measure.PU, Measure.BPU): "Pembilang: PU + BPU, tanpa Jakon",
    },
    Sector.FORMAL: {
        (Measure.FORMAL,): "",
        (Measure.PU, Measure.JAKON): "Pembilang: PU + Jakon",
        (Measure.PU,): "Pembilang: PU, tanpa Jakon",
    },
    Sector.INFORMAL: {(Measure.INFORMAL,): "", (Measure.BPU,): "Pembilang: BPU"},
}
"""What may stand for a sector, best first, with the words that must stand under it. Source: docs/rumus.md, “Pembilang”."""

_EVERYBODY = frozenset({Segment.PU, Segment.BPU, Segment.JAKON})


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """People of a sector; `fact` says where they stand, `definition` how they are counted (empty: the sector itself)."""

    people: int
    fact: RecapFact
    definition: str


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


def recap_count(facts: Sequence[RecapFact], sector: Sector, base: str) -> Count | None:
    """People of `sector` by the best definition that `facts` (one region, one month) allow.

    Of several counts of a measure the one that names `base` is taken, else the latest import's.
    """
    known = {fact.measure: fact for fact in _preferred(facts, base) if fact.people is not None}
    for measures, definition in DEFINITIONS[sector].items():
        if all(measure in known for measure in measures):
            parts = [known[measure] for measure in measures]
            people = sum(part.people or 0 for part in parts)
            return Count(people=people, fact=_joined(parts, MEASURE_OF_SECTOR[sector], people), definition=definition)
    return None


def printed_share(facts: Sequence[RecapFact], sector: Sector, base: str) -> RecapFact | None:
    """The fact that prints a share of `sector` itself on this very base; the latest import's.

    A share printed for a segment never stands for a sector: its base may be all workers.
    """
    own = (fact for fact in of_sector(facts, sector) if base_key(fact.base_name) == base_key(base))
    return next((fact for fact in own if fact.share is not None), None)


def of_sector(facts: Sequence[RecapFact], sector: Sector) -> list[RecapFact]:
    """Facts that speak of the sector itself, the latest import first."""
    return [fact for fact in reversed(facts) if fact.measure is MEASURE_OF_SECTOR[sector]]


def _preferred(facts: Sequence[RecapFact], base: str) -> list[RecapFact]:
    """Best last: in import order, those naming `base` after all others."""
    return sorted(facts, key=lambda fact: base_key(fact.base_name) == base_key(base))


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


def listed_count(listed: ListedPeople, sector: Sector) -> tuple[int, str] | None:
    """Distinct people of `sector` in a list, with the definition; None where the list cannot stand for the sector.

    A list stands for a sector when it is no sample and complete for the sector's segments: a complete list of BPU
    says nothing of all workers. People in both PU and Jakon cannot be told apart from counts per segment; where
    there may be such, formal is PU alone, and said to be.
    """
    complete = _EVERYBODY if listed.complete else listed.complete_segments
    if listed.sample:
        return None
    if sector is Sector.SEMUA:
        return (listed.people, "") if listed.complete else None
    if sector is Sector.INFORMAL:
        return (listed.by_segment.get(Segment.BPU, 0), "Pembilang: BPU") if Segment.BPU in complete else None
    return _formal_count(listed, complete) if Segment.PU in complete else None


def _formal_count(listed: ListedPeople, complete: frozenset[Segment]) -> tuple[int, str]:
    present = {segment for segment, people in listed.by_segment.items() if people}
    if Segment.JAKON in complete and present <= {Segment.PU, Segment.JAKON}:
        return listed.people, "Pembilang: PU + Jakon"
    alone = listed.by_segment.get(Segment.PU, 0)
    no_jakon = Segment.JAKON in complete and Segment.JAKON not in present
    return alone, "Pembilang: PU + Jakon" if no_jakon else "Pembilang: PU, tanpa Jakon"
