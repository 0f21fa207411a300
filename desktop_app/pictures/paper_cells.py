"""Where the cells of a table stand: columns, and merged cells that reach into the rows below. Lengths are points."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.domain.paper import PaperCell, PaperTable
from desktop_app.pictures.paper_lines import strips_of
from desktop_app.pictures.paper_strips import Strip

LINE = 0.5


_TOGETHER = 200.0
"""Rows under a merged cell stay on one page up to this height."""


_MIDDLE_UP_TO = 400.0


@dataclass(slots=True, kw_only=True)
class Place:
    """A cell, or the part of a merged one that lies in a row (`first`, `last`: of its rows). `x` from the table's edge."""

    cell: PaperCell
    x: float
    width: float
    first: bool = True
    last: bool = True
    lines: list[Strip] = field(default_factory=list)

    @property
    def height(self) -> float:
        return sum(line.whole for line in self.lines)


def measured(table: PaperTable) -> Iterator[tuple[list[Place], float, bool]]:
    """Each row with its height; rows under a merged cell wait for its last one, which takes what the cell needs more."""
    waiting: list[tuple[list[Place], float]] = []
    for at, places in enumerate(_places(table)):
        least = table.heights[at] if at < len(table.heights) else 0
        waiting.append(
            (places, max([least, *(needed(place, table) for place in places if place.last and place.first)]))
        )
        if any(not place.last for place in places):
            continue
        yield from _settled(waiting, table)
        waiting = []
    yield from _settled(waiting, table)


def _settled(rows: list[tuple[list[Place], float]], table: PaperTable) -> Iterator[tuple[list[Place], float, bool]]:
    sizes = [height for _, height in rows]
    for at, (places, _) in enumerate(rows):
        for place in places:
            if place.first and not place.last:
                end = min(at + place.cell.down, len(rows))
                lack = needed(place, table) - sum(sizes[at:end])
                sizes[end - 1] += max(lack, 0)
    together = sum(sizes) <= _TOGETHER
    for at, (places, _) in enumerate(rows):
        for place in places:
            if place.first and not place.last:
                lower(place, sum(sizes[at : at + place.cell.down]), table)
        yield places, sizes[at], together and at < len(rows) - 1


def needed(place: Place, table: PaperTable) -> float:
    # The line above takes room too, as in Word.
    edge = LINE if (place.cell.edges or (table.border,))[0] else 0
    return place.height + table.padding[0] + table.padding[2] + edge


def lower(place: Place, height: float, table: PaperTable) -> None:
    """Put the words of a cell into its middle or to its end."""
    free = height - needed(place, table)
    if free > 0 and place.lines and height <= _MIDDLE_UP_TO and (place.cell.middle or place.cell.low):
        place.lines[0].before += free / (2 if place.cell.middle else 1)


def _places(table: PaperTable) -> Iterator[list[Place]]:
    """The cells of each row where they stand, with those from above that reach into it."""
    starts = [sum(table.widths[:column]) for column in range(len(table.widths) + 1)]
    above: dict[int, tuple[PaperCell, int]] = {}
    for row in table.rows:
        cells = list(row)
        places: list[Place] = []
        column = 0
        while column < len(table.widths) and (cells or column in above):
            if column in above:
                cell, left = above.pop(column)
                place = _placed(cell, starts, column, first=False, last=left == 1)
                if left > 1:
                    above[column] = (cell, left - 1)
            else:
                cell = cells.pop(0)
                place = _placed(cell, starts, column, first=True, last=cell.down <= 1)
                if cell.down > 1:
                    above[column] = (cell, cell.down - 1)
                _fill(place, table)
            places.append(place)
            column += max(cell.span, 1)
        yield places


def _placed(cell: PaperCell, starts: list[float], column: int, *, first: bool, last: bool) -> Place:
    end = min(column + max(cell.span, 1), len(starts) - 1)
    return Place(cell=cell, x=starts[column], width=starts[end] - starts[column], first=first, last=last)


def _fill(place: Place, table: PaperTable) -> None:
    room = max(place.width - table.padding[1] - table.padding[3], 4)
    for paragraph in place.cell.paragraphs:
        place.lines += strips_of(paragraph, room)
