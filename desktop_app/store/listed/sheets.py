"""What the sheets of participants say beside their people: rows that wait, and what they were declared to cover."""

import json
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from sqlalchemy import String, cast, select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportState
from desktop_app.domain.regions import NATION, parent_code
from desktop_app.domain.scopes import shared_region
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import SheetKind
from desktop_app.store.models import SheetImportRow

Key = tuple[date, bool, str]
"""Month, whether the people are invented, region."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """Rows that wait by month and region; segments that a sheet was declared complete for, by month and area;

    the areas of all sheets by month; the months with sheets, invented people apart.
    """

    waiting: dict[Key, int] = field(default_factory=dict)
    complete: dict[Key, frozenset[Segment]] = field(default_factory=dict)
    areas: dict[date, set[str]] = field(default_factory=dict)
    lists: set[tuple[date, bool]] = field(default_factory=set)
    _known: dict[Key, frozenset[Segment]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def segments_in(self, key: Key) -> frozenset[Segment]:
        """The segments for which a sheet was declared complete there, or for a region that holds it."""
        found = self._known.get(key)
        if found is None:
            own, above = self.complete.get(key), self._segments_above(*key)
            found = self._known[key] = above if own is None else own | above
        return found

    def _segments_above(self, period: date, sample: bool, region: str) -> frozenset[Segment]:
        if region == NATION.code:
            return _NONE
        return self.segments_in((period, sample, parent_code(region) or NATION.code))


_NONE: frozenset[Segment] = frozenset()
_SHEETS = select(
    # Lists as text: most sheets have the same ones, so that few are taken apart.
    SheetImportRow.period, SheetImportRow.sample, SheetImportRow.complete, cast(SheetImportRow.parts, String),
    cast(SheetImportRow.areas, String), SheetImportRow.counts["parked"].as_integer(),
).where(
    SheetImportRow.state == ImportState.STORED, SheetImportRow.kind == SheetKind.PESERTA,
    SheetImportRow.period.is_not(None),
)  # fmt: skip


def read_sheets(session: Session) -> Sheets:
    """Of all sheets that stand: a row for each of them is read, none of their people.

    Rows that wait carry no region of their own: they count for the smallest region that holds all people of their
    sheet, and for the regions above it, even where nobody counts yet.
    """
    found = Sheets()
    for period, sample, complete, parts, areas, parked in session.connection().execute(_SHEETS):
        found.lists.add((period, sample))
        found.areas.setdefault(period, set()).update(_texts(areas))
        if complete:
            for area in _texts(areas):
                key = (period, sample, area)
                found.complete[key] = found.complete.get(key, frozenset()) | _segments(parts)
        if parked:
            for code in _from(shared_region(_texts(areas))):
                found.waiting[period, sample, code] = found.waiting.get((period, sample, code), 0) + parked
    return found


@lru_cache(maxsize=1024)
def _texts(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))


@lru_cache(maxsize=64)
def _segments(written: str) -> frozenset[Segment]:
    return frozenset(map(Segment, _texts(written)))


def _from(region: str | None) -> list[str]:
    """The region, those above it, and the country."""
    codes = [NATION.code]
    while region is not None:
        codes.append(region)
        region = parent_code(region)
    return codes
