"""Finds the tables of a sheet: under letterheads and titles, below and beside each other, repeated on every page."""

from collections.abc import Sequence
from itertools import islice

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.finding.areas import Area, Header, Turned
from desktop_app.ingest.finding.by_values import find_people
from desktop_app.ingest.finding.cutting import cut
from desktop_app.ingest.finding.header_labels import Merges
from desktop_app.ingest.finding.header_rows import HeaderAgain, is_household, is_number_row
from desktop_app.ingest.finding.header_scores import Window, table_kinds
from desktop_app.ingest.finding.long_sheets import Survey, scan
from desktop_app.ingest.finding.period_columns import with_newest
from desktop_app.ingest.finding.side_by_side import search_beside
from desktop_app.ingest.finding.turned import find_turned
from desktop_app.ingest.finding.turned_beside import with_turned
from desktop_app.ingest.grid import Grid, Row

__all__ = (
    "Area", "Header", "HeaderAgain", "Turned", "find_header", "find_tables", "is_header_again", "is_household",
    "is_number_row", "titles_of",
)  # fmt: skip

SEARCHED_ROWS = 250
"""Rows from the top that are searched closely; below them only rows that stand out from the data."""
_LEVELS = 3


def find_tables(grid: Grid, kind: SheetKind | None = None) -> tuple[Area, ...]:
    """The tables of a sheet from top to bottom, then from left to right; only those of `kind`, where given.

    The sheet is gone through once. () where there is no table.
    """
    kinds = (kind,) if kind else table_kinds()
    merges = Merges.of(grid.merged)
    rows = grid.rows()
    head = Window(0, list(islice(rows, SEARCHED_ROWS)), merges)
    found = search_beside(head, kinds)
    if not found and (turned := find_turned(head, grid, kinds)):
        return turned
    found = [with_newest(one, head) for one in found] or find_people(head, kinds)
    more = len(head.rows) == SEARCHED_ROWS
    if more:
        # What begins in the last rows may go on below them; the scan sees them again.
        found = [one for one in found if one.header.first_row <= SEARCHED_ROWS - _LEVELS]
    taken = {row for one in found for row in one.header.rows}
    survey = Survey(found, dict(enumerate(head.rows)), len(head.rows), taken)
    if more:
        scan(survey, rows, kinds, merges)
    areas = tuple(area for area in cut(survey) if area.header.kind in kinds or not kind)
    return areas if more else with_turned(areas, head, grid, kinds)


def find_header(grid: Grid, kind: SheetKind | None = None) -> Header | None:
    """The header of the sheet's first table; None where there is no table."""
    areas = find_tables(grid, kind)
    return areas[0].header if areas else None


def titles_of(grid: Grid, area: Area, areas: Sequence[Area]) -> tuple[str, ...]:
    """The lines above a table that are its own."""
    return area.titles


def is_header_again(row: Row, header: Header) -> bool:
    """True where a page break repeats the header inside the data; for many rows make one `HeaderAgain`."""
    return HeaderAgain(header.labels)(row)
