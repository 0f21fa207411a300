"""Who came and went between two months, for every region and sector; only people whose rows differ are looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import Integer, cast
from sqlalchemy.orm import Session

from desktop_app.domain.segments import Sector, Segment
from desktop_app.store.listed.counted_rows import (
    SEGMENTS,
    Integers,
    Rows,
    counted,
    fetched,
    region_number,
    regions_of,
    segment_number,
)
from desktop_app.store.listed.parts import first_of_each, place_levels
from desktop_app.store.models import ParticipationRow

_SEGMENT_BITS = len(SEGMENTS)
_FORMAL, _INFORMAL = frozenset({Segment.PU, Segment.JAKON}), frozenset({Segment.BPU})
IN_SECTOR = {Sector.SEMUA: frozenset(Segment), Sector.FORMAL: _FORMAL, Sector.INFORMAL: _INFORMAL}
"""Whoever is in one of the segments is in the sector."""

_BITS = {sector: sum(1 << SEGMENTS.index(segment) for segment in segments) for sector, segments in IN_SECTOR.items()}

Tally = dict[tuple[Sector, str], int]


@dataclass(frozen=True, slots=True)
class Stays:
    """Each person and place of a month once, by NIK and place: `segments` a bit set, `places` indexes of `codes`."""

    niks: Integers
    places: Integers
    segments: Integers
    codes: tuple[str, ...]


class Moves(NamedTuple):
    """People by (sector, region): who came, who came from elsewhere, who left, who left for elsewhere."""

    joined: Tally
    moved_in: Tally
    lapsed: Tally
    moved_out: Tally


def stays_of(rows: Rows) -> Stays:
    """The stays of rows that are settled."""
    return _united(rows.niks, rows.places, rows.segments, rows.codes)


def read_stays(session: Session, period: date, sample: bool) -> Stays:
    """As `stays_of`, where nothing else of the month is wanted."""
    packed = region_number() * len(SEGMENTS) + cast(segment_number(), Integer)
    niks, numbers = fetched(session, counted(period, sample, ParticipationRow.nik, packed))
    places, codes = regions_of(numbers // len(SEGMENTS))
    order = np.argsort(niks, kind="stable")
    niks, places, segments = niks[order], places[order], np.int64(1) << (numbers[order] % len(SEGMENTS))
    starts, person = first_of_each(niks)
    if len(starts) < len(niks):
        order = np.argsort(person * len(codes) + places, kind="stable")
        niks, places, segments = niks[order], places[order], segments[order]
    return _united(niks, places, segments, codes)


def _united(niks: Integers, places: Integers, segments: Integers, codes: tuple[str, ...]) -> Stays:
    starts, _ = first_of_each(niks, places)
    if len(starts) < len(niks):
        segments = np.bitwise_or.reduceat(segments, starts)
        niks, places = niks[starts], places[starts]
    return Stays(niks, places, segments, codes)


def moves(before: Stays, after: Stays) -> Moves:
    """What happened between two months, region by region of every level."""
    codes = tuple(sorted({*before.codes, *after.codes}))
    everybody = _united_niks(before.niks, after.niks)
    then, now = _side(before, everybody, codes), _side(after, everybody, codes)
    present = _present(then, len(everybody)), _present(now, len(everybody))
    changed = _present(then.beyond(now), len(everybody)) | _present(now.beyond(then), len(everybody))
    then, now = then.take(changed[then.people]), now.take(changed[now.people])
    regions, levels = place_levels(codes)
    found = Moves({}, {}, {}, {})
    for level in levels:
        here = then.at(level), now.at(level)
        for sector in Sector:
            old, new = (side.of(sector) for side in here)
            _tell(found.moved_in, found.joined, sector, regions, new.beyond(old), present[0])
            _tell(found.moved_out, found.lapsed, sector, regions, old.beyond(new), present[1])
    return found


def _united_niks(*sides: Integers) -> Integers:
    """Everybody once, in order. Each side is sorted already: this sort only merges, where a set would begin anew."""
    niks = np.sort(np.concatenate(sides), kind="stable")
    return niks[first_of_each(niks)[0]]


@dataclass(frozen=True, slots=True)
class _Side:
    """The people (indexes) of one month at their places (indexes), by both, each pair once."""

    people: Integers
    places: Integers
    segments: Integers

    def take(self, chosen: npt.NDArray[Any]) -> "_Side":
        return _Side(self.people[chosen], self.places[chosen], self.segments[chosen])

    def beyond(self, other: "_Side") -> "_Side":
        """Those who are not in the other with the same place and segments."""
        width = 1 + max(int(side.places.max(initial=0)) for side in (self, other))
        mine, theirs = (((s.people * width + s.places) << _SEGMENT_BITS) | s.segments for s in (self, other))
        if not len(theirs):
            return self
        at = np.minimum(np.searchsorted(theirs, mine), len(theirs) - 1)
        return self.take(theirs[at] != mine)

    def at(self, level: Integers) -> "_Side":
        """The same at the regions of a level."""
        there = self.take(level[self.places] >= 0)
        regions = level[there.places]
        starts, _ = first_of_each(there.people, regions)
        if len(starts):
            there = _Side(there.people[starts], regions[starts], np.bitwise_or.reduceat(there.segments, starts))
        return there.take(np.lexsort((there.places, there.people)))

    def of(self, sector: Sector) -> "_Side":
        """Those in the sector, whatever their segments are."""
        inside = self.take((self.segments & _BITS[sector]) > 0)
        return _Side(inside.people, inside.places, np.zeros_like(inside.segments))


def _side(stays: Stays, everybody: Integers, codes: tuple[str, ...]) -> _Side:
    places = np.searchsorted(np.array(codes, str), np.array(stays.codes, str))
    return _Side(np.searchsorted(everybody, stays.niks), places[stays.places], stays.segments)


def _present(side: _Side, everybody: int) -> npt.NDArray[np.bool_]:
    found = np.zeros(everybody, bool)
    found[side.people] = True
    return found


def _tell(
    moved: Tally, others: Tally, sector: Sector, regions: Sequence[str], people: _Side, present: npt.NDArray[np.bool_]
) -> None:
    """Those who are present in the other month have moved."""
    known = present[people.people]
    for tally, chosen in ((moved, known), (others, ~known)):
        counted = np.bincount(people.places[chosen], minlength=len(regions))
        for region in np.flatnonzero(counted).tolist():
            tally[sector, regions[region]] = int(counted[region])
