"""Numerators of lists: which of the people listed stand for a sector, and on what definition."""

from functools import lru_cache
from typing import NamedTuple

from desktop_app.analysis.numerators import USUAL
from desktop_app.domain.facts import ListedPeople
from desktop_app.domain.segments import Counting, Numerator, Sector, Segment

SEGMENTS = {
    Sector.SEMUA: (Segment.PU, Segment.BPU, Segment.JAKON),
    Sector.FORMAL: (Segment.PU, Segment.JAKON),
    Sector.INFORMAL: (Segment.BPU,),
}
_EVERYBODY: frozenset[Segment] = frozenset()
_NAMES = {Segment.PU: "PU", Segment.BPU: "BPU", Segment.JAKON: "Jakon", Segment.PMI: "PMI"}


class ListedCount(NamedTuple):
    """People (or memberships) of a sector in a list; `segments` are those counted, everybody where empty."""

    people: int
    definition: str
    segments: frozenset[Segment] = frozenset()


def listed_count(listed: ListedPeople, sector: Sector, numerator: Numerator = USUAL) -> ListedCount | None:
    """People or memberships of `sector` in a list; None where the list cannot stand for the sector.

    A list stands for a sector when it is no sample and complete for the sector's segments: a complete list of BPU
    says nothing of all workers. Formal people whose list is complete for PU but not for Jakon are PU alone.
    """
    if listed.sample:
        return None
    wanted = _wanted(listed, sector, numerator)
    if wanted is None:
        return None
    people = _memberships(listed, wanted) if numerator.counting is Counting.KEPESERTAAN else _people(listed, wanted)
    if people is None:
        return None
    words = _words(sector, wanted, numerator.counting, Segment.PMI in listed.by_segment and not wanted)
    return ListedCount(people=people, definition=words, segments=wanted)


def _wanted(listed: ListedPeople, sector: Sector, numerator: Numerator) -> frozenset[Segment] | None:
    """The segments to count; empty is everybody. None where the list is not complete for them."""
    if sector is Sector.SEMUA and numerator.jakon:
        return _EVERYBODY if listed.complete else None
    return _segments(listed.complete_segments, sector, numerator.jakon)


@lru_cache(maxsize=256)
def _segments(complete: frozenset[Segment], sector: Sector, jakon: bool) -> frozenset[Segment] | None:
    wanted = frozenset(SEGMENTS[sector])
    if sector is Sector.FORMAL and not (jakon and Segment.JAKON in complete):
        wanted -= {Segment.JAKON}
    if not jakon:
        wanted -= {Segment.JAKON}
    return wanted if wanted <= complete else None


def _people(listed: ListedPeople, wanted: frozenset[Segment]) -> int:
    if not wanted:
        return listed.people
    return sum(people for segments, people in listed.together.items() if segments & wanted)


def _memberships(listed: ListedPeople, wanted: frozenset[Segment]) -> int | None:
    """None where there are people whose memberships were not counted."""
    if listed.people and not listed.memberships:
        return None
    return sum(number for segment, number in listed.memberships.items() if not wanted or segment in wanted)


@lru_cache(maxsize=256)
def _words(sector: Sector, wanted: frozenset[Segment], counting: Counting, abroad: bool) -> str:
    """“Orang menurut NIK, PU + BPU + Jakon”; `abroad`: migrant workers are among everybody."""
    segments = [segment for segment in SEGMENTS[sector] if not wanted or segment in wanted]
    whole = " + ".join(_NAMES[segment] for segment in (*segments, *([Segment.PMI] if abroad else [])))
    without = ", tanpa Jakon" if sector is not Sector.INFORMAL and Segment.JAKON not in segments else ""
    unit = "Kepesertaan" if counting is Counting.KEPESERTAAN else "Orang menurut NIK"
    return f"{unit}, {whole}{without}"
