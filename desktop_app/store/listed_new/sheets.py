"""What the sheets of participants say beside their people: rows that wait, and what they were declared to cover."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportState
from desktop_app.domain.regions import NATION, parent_code
from desktop_app.domain.scopes import Scope, shared_region
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import SheetKind
from desktop_app.store.models import SheetImportRow

Key = tuple[date, bool, str]
"""Month, whether the people are invented, region."""


class Sheets(NamedTuple):
    """Rows that wait by month and region, and the scopes of the complete sheets of a month."""

    waiting: dict[Key, int]
    complete: dict[tuple[date, bool], list[Scope]]

    def segments_in(self, key: Key) -> frozenset[Segment]:
        """The segments for which a sheet was declared complete there."""
        scopes = self.complete.get(key[:2], [])
        return frozenset(Segment(part) for scope in scopes if scope.reaches(key[2]) for part in scope.parts)


def read_sheets(session: Session) -> Sheets:
    """Of all sheets that stand: a row for each of them is read, none of their people.

    Rows that wait carry no region of their own: they count for the smallest region that holds all people of their
    sheet, and for the regions above it, even where nobody counts yet.
    """
    found = Sheets({}, {})
    columns = (
        SheetImportRow.period, SheetImportRow.sample, SheetImportRow.complete, SheetImportRow.parts,
        SheetImportRow.areas, SheetImportRow.counts,
    )  # fmt: skip
    query = select(*columns).where(
        SheetImportRow.state == ImportState.STORED, SheetImportRow.kind == SheetKind.PESERTA,
        SheetImportRow.period.is_not(None),
    )  # fmt: skip
    for period, sample, complete, parts, areas, counts in session.execute(query):
        if complete:
            found.complete.setdefault((period, sample), []).append(Scope(frozenset(parts), frozenset(areas)))
        if counts["parked"]:
            for code in _from(shared_region(areas)):
                found.waiting[period, sample, code] = found.waiting.get((period, sample, code), 0) + counts["parked"]
    return found


def _from(region: str | None) -> list[str]:
    """The region, those above it, and the country."""
    codes = [NATION.code]
    while region is not None:
        codes.append(region)
        region = parent_code(region)
    return codes
