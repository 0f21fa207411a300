"""Turned recaps above or below the other tables of a sheet, with a blank row between."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.finding.areas import Area, Header, Turned, line_of
from desktop_app.ingest.finding.halves import is_figure
from desktop_app.ingest.finding.header_rows import is_period_cell, is_words, same_text
from desktop_app.ingest.finding.header_scores import Window
from desktop_app.ingest.finding.turned import find_turned
from desktop_app.ingest.grid import Cell, Grid, Row, is_blank, is_empty, text_of

_TAIL_ROWS = 12
_MOST_DIGITS = 11
_HEADER_WITHIN = 4
"""Rows below a blank one in which the header of a turned table stands: it may have titles."""


def with_turned(areas: tuple[Area, ...], head: Window, grid: Grid, kinds: Sequence[SheetKind]) -> tuple[Area, ...]:
    """The areas of a sheet, what they own cut short where a turned table stands over the first or under the last."""
    if not areas or not all(area.whole_rows for area in areas):
        return areas
    *others, last = _with_one_above(areas, head, grid, kinds)
    for place in reversed(_beginnings(head, last.header.first_row + 1, last.end)) if not last.turned else ():
        below = _turned_in(range(place, last.end), head, grid, kinds, last)
        if below:
            return (*others, _ended(last, place, head), replace(below, shared=areas[0].titles))
    return (*others, last)


def _with_one_above(areas: tuple[Area, ...], head: Window, grid: Grid, kinds: Sequence[SheetKind]) -> tuple[Area, ...]:
    first, *rest = areas
    for place in range(first.header.top - 1, head.first, -1):
        above = _turned_in(range(place), head, grid, kinds, first) if is_empty(head.row(place)) else None
        if above:
            titles = tuple(line_of(row) for row in _part(head, place, first.header.top).rows if not is_empty(row))
            return (above, replace(first, start=place, titles=titles, shared=above.titles), *rest)
    return areas


def _turned_in(rows: range, head: Window, grid: Grid, kinds: Sequence[SheetKind], other: Area) -> Area | None:
    """The turned table in these rows, which are then its own; None where they may be more rows of the `other` table."""
    found = find_turned(_part(head, rows.start, rows.stop), grid, kinds)
    if not found or (turned := found[0].turned) is None or not _is_its_own(turned, found[0].header, other.header):
        return None
    return replace(found[0], turned=replace(turned, span=rows))


def _is_its_own(turned: Turned, header: Header, other: Header) -> bool:
    """Regions and indicators each come once, with figures only, and no region is a header of the other table."""
    _, *rows = turned.grid.rows()
    regions, indicators = [text_of(row[0]) for row in rows], list(header.labels.values())
    known = {same_text(text) for parts in other.labels.values() for text in parts}
    figures = [cell for row in rows for cell in row[1:] if not is_blank(cell)]
    return (
        len(set(regions)) == len(regions) and len(set(indicators)) == len(indicators)
        and known.isdisjoint(map(same_text, regions)) and all(map(_is_count, figures))
    )  # fmt: skip


def _is_count(cell: Cell) -> bool:
    """A number of people or a share, no NIK and no day; or a word such as “nihil”."""
    return is_words(cell) or (sum(map(str.isdigit, text_of(cell))) <= _MOST_DIGITS and is_figure(cell))


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
