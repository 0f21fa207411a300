"""Tables as strips, a row each: merged cells, header rows that come again, lines and fills. Lengths are points."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from desktop_app.domain.paper import Align, PaperCell, PaperTable
from desktop_app.pictures.paper_lines import strips_of
from desktop_app.pictures.paper_strips import Block, Ink, Strip

_LINE = 0.5
_TOGETHER = 200.0
"""Rows under a merged cell stay on one page up to this height."""
_MIDDLE_UP_TO = 400.0


@dataclass(slots=True, kw_only=True)
class _Place:
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


def row_strips(table: PaperTable, width: float) -> Iterator[Strip]:
    """The rows of `table` beside text so wide, one after the other."""
    left = _left(table, width)
    heads: list[Strip] = []
    for at, (places, height, tied) in enumerate(_measured(table)):
        strip = _Row(table, places, left).strip(height)
        strip.tied = tied or at < table.header
        strip.page_break = table.page_break and at == 0
        strip.heads = tuple(heads) if at >= table.header else ()
        if at < table.header:
            heads.append(strip)
        yield strip


def _left(table: PaperTable, width: float) -> float:
    free = width - sum(table.widths)
    return {Align.CENTER: free / 2, Align.RIGHT: free}.get(table.align, table.indent)


def _measured(table: PaperTable) -> Iterator[tuple[list[_Place], float, bool]]:
    """Each row with its height; rows under a merged cell wait for its last one, which takes what the cell needs more."""
    waiting: list[tuple[list[_Place], float]] = []
    for at, places in enumerate(_places(table)):
        least = table.heights[at] if at < len(table.heights) else 0
        waiting.append(
            (places, max([least, *(_needed(place, table) for place in places if place.last and place.first)]))
        )
        if any(not place.last for place in places):
            continue
        yield from _settled(waiting, table)
        waiting = []
    yield from _settled(waiting, table)


def _settled(rows: list[tuple[list[_Place], float]], table: PaperTable) -> Iterator[tuple[list[_Place], float, bool]]:
    sizes = [height for _, height in rows]
    for at, (places, _) in enumerate(rows):
        for place in places:
            if place.first and not place.last:
                end = min(at + place.cell.down, len(rows))
                lack = _needed(place, table) - sum(sizes[at:end])
                sizes[end - 1] += max(lack, 0)
    together = sum(sizes) <= _TOGETHER
    for at, (places, _) in enumerate(rows):
        for place in places:
            if place.first and not place.last:
                _lower(place, sum(sizes[at : at + place.cell.down]), table)
        yield places, sizes[at], together and at < len(rows) - 1


def _needed(place: _Place, table: PaperTable) -> float:
    # The line above takes room too, as in Word.
    edge = _LINE if (place.cell.edges or (table.border,))[0] else 0
    return place.height + table.padding[0] + table.padding[2] + edge


def _lower(place: _Place, height: float, table: PaperTable) -> None:
    """Put the words of a cell into its middle or to its end."""
    free = height - _needed(place, table)
    if free > 0 and place.lines and height <= _MIDDLE_UP_TO and (place.cell.middle or place.cell.low):
        place.lines[0].before += free / (2 if place.cell.middle else 1)


def _places(table: PaperTable) -> Iterator[list[_Place]]:
    """The cells of each row where they stand, with those from above that reach into it."""
    starts = [sum(table.widths[:column]) for column in range(len(table.widths) + 1)]
    above: dict[int, tuple[PaperCell, int]] = {}
    for row in table.rows:
        cells = list(row)
        places: list[_Place] = []
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


def _placed(cell: PaperCell, starts: list[float], column: int, *, first: bool, last: bool) -> _Place:
    end = min(column + max(cell.span, 1), len(starts) - 1)
    return _Place(cell=cell, x=starts[column], width=starts[end] - starts[column], first=first, last=last)


def _fill(place: _Place, table: PaperTable) -> None:
    room = max(place.width - table.padding[1] - table.padding[3], 4)
    for paragraph in place.cell.paragraphs:
        place.lines += strips_of(paragraph, room)


class _Row:
    """Cells of one row, `left` from the edge of the text."""

    def __init__(self, table: PaperTable, places: list[_Place], left: float) -> None:
        self._table, self._places, self._left = table, places, left

    def strip(self, height: float) -> Strip:
        inks: list[Ink] = []
        for place in self._places:
            inks += self._ground(place, height)
            if place.first and place.last:
                _lower(place, height, self._table)
            inks += self._words(place)
        for place in self._places:
            inks += self._edges(place, height)
        text = "\t".join("\n".join(line.text for line in place.lines) for place in self._places)
        return Strip(
            height=height,
            inks=inks,
            text=text,
            cut=lambda room: self._cut(height, room),
            splits=not self._table.whole_rows,
        )

    def _ground(self, place: _Place, height: float) -> list[Ink]:
        if not place.cell.fill:
            return []
        area = QRectF(self._left + place.x, 0, place.width, height)
        return [Block(area=area, colour=f"#{place.cell.fill}")]

    def _words(self, place: _Place) -> list[Ink]:
        found: list[Ink] = []
        y = self._table.padding[0]
        for line in place.lines:
            y += line.before
            found += [Moved(ink, self._left + place.x + self._table.padding[3], y) for ink in line.inks]
            y += line.height + line.after
        return found

    def _edges(self, place: _Place, height: float) -> list[Ink]:
        above, right, below, left = place.cell.edges or (self._table.border,) * 4
        x, y, half = self._left + place.x, 0.0, _LINE / 2
        found: list[Ink] = []
        if above and place.first:
            found.append(Block(area=QRectF(x - half, y - half, place.width + _LINE, _LINE)))
        if below and place.last:
            found.append(Block(area=QRectF(x - half, height - half, place.width + _LINE, _LINE)))
        for wanted, at in ((left, x), (right, x + place.width)):
            if wanted:
                found.append(Block(area=QRectF(at - half, y - half, _LINE, height + _LINE)))
        return found

    def _cut(self, height: float, room: float) -> tuple[Strip, Strip] | None:
        """The row in two, what fits into `room` and the rest; None where no line fits."""
        if any(not (place.first and place.last) for place in self._places):
            return None
        above, below = [], []
        for place in self._places:
            upper, lower = _parted(place, room - self._table.padding[0] - self._table.padding[2])
            above.append(upper)
            below.append(lower)
        if not any(place.lines for place in above) or not any(place.lines for place in below):
            return None
        rest = max(_needed(place, self._table) for place in below)
        upper_strip = _Row(self._table, above, self._left).strip(max(_needed(place, self._table) for place in above))
        return upper_strip, _Row(self._table, below, self._left).strip(rest)


def _parted(place: _Place, room: float) -> tuple[_Place, _Place]:
    used = 0.0
    fitting = 0
    for line in place.lines:
        if used + line.before + line.height > room:
            break
        used += line.whole
        fitting += 1
    parts = place.lines[:fitting], place.lines[fitting:]
    upper, lower = (_Place(cell=place.cell, x=place.x, width=place.width, lines=lines) for lines in parts)
    return upper, lower


@dataclass(frozen=True, slots=True)
class Moved:
    """Ink of a line inside a cell."""

    ink: Ink
    x: float
    y: float

    def paint(self, painter: object, x: float, y: float, *, marks: bool) -> None:
        self.ink.paint(painter, x + self.x, y + self.y, marks=marks)  # type: ignore[arg-type]
