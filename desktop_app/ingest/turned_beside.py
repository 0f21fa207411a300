"""Turned recaps above or below the other tables of a sheet, with a blank row between."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.areas import Area, line_of
from desktop_app.ingest.grid import Grid, Row, is_blank, is_empty
from desktop_app.ingest.header_rows import is_period_cell, is_words
from desktop_app.ingest.header_scores import Window
from desktop_app.ingest.turned import find_turned

_TAIL_ROWS = 12
_HEADER_WITHIN = 4
"""Rows below a blank one in which the header of a turned table stands: it may have titles."""


def with_turned(areas: tuple[Area, ...], head: Window, grid: Grid, kinds: Sequence[SheetKind]) -> tuple[Area, ...]:
    """The areas of a sheet, what they own cut short where a turned table stands over the first or under the last."""
    if not areas or not all(area.whole_rows for area in areas):
        return areas
    *others, last = _with_one_above(areas, head, grid, kinds)
    for place in reversed(_beginnings(head, last.header.first_row + 1, last.end)) if not last.turned else ():
        below = _turned_in(range(place, last.end), head, grid, kinds)
        if below:
            return (*others, _ended(last, place, head), replace(below, shared=areas[0].titles))
    return (*others, last)


def _with_one_above(areas: tuple[Area, ...], head: Window, grid: Grid, kinds: Sequence[SheetKind]) -> tuple[Area, ...]:
    first, *rest = areas
    for place in range(first.header.top - 1, head.first, -1):
        above = _turned_in(range(place), head, grid, kinds) if is_empty(head.row(place)) else None
        if above:
            titles = tuple(line_of(row) for row in _part(head, place, first.header.top).rows if not is_empty(row))
            return (above, replace(first, start=place, titles=titles, shared=above.titles), *rest)
    return areas


def _turned_in(rows: range, head: Window, grid: Grid, kinds: Sequence[SheetKind]) -> Area | None:
    """The turned table in these rows, which are then its own."""
    found = find_turned(_part(head, rows.start, rows.stop), grid, kinds)
    return replace(found[0], turned=replace(found[0].turned, span=rows)) if found and found[0].turned else None


def _beginnings(head: Window, first: int, end: int) -> list[int]:
    """The rows under a blank one where words soon stand over several columns."""
    found: list[int] = []
    for place in range(first, min(end, head.end)):
        if is_empty(head.row(place - 1)) and not is_empty(head.row(place)):
            rows = (head.row(row) for row in range(place, min(place + _HEADER_WITHIN, end)))
            if any(sum(not is_blank(cell) for cell in row) > 2 and _may_be_over(row) for row in rows):
                found.append(place)
    return found


def _may_be_over(row: Row) -> bool:
    return all(is_words(cell) or is_period_cell(cell) for cell in row)


def _part(head: Window, first: int, end: int) -> Window:
    return Window(first, head.rows[first - head.first : end - head.first], head.merges)


def _ended(area: Area, end: int, head: Window) -> Area:
    rows = _part(head, max(area.header.first_row, end - _TAIL_ROWS), end).rows
    return replace(area, end=end, tail=tuple(row for row in rows if not is_empty(row)))
