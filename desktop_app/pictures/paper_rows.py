"""Tables as strips, a row each: merged cells, header rows that come again, lines and fills. Lengths are points."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop_app.domain.paper import Align, PaperTable
from desktop_app.pictures.paper_cells import LINE, Place, lower, measured, needed
from desktop_app.pictures.paper_strips import Block, Ink, Strip


def row_strips(table: PaperTable, width: float) -> Iterator[Strip]:
    """The rows of `table` beside text so wide, one after the other."""
    left = _left(table, width)
    heads: list[Strip] = []
    for at, (places, height, tied) in enumerate(measured(table)):
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


class _Row:
    """Cells of one row, `left` from the edge of the text."""

    def __init__(self, table: PaperTable, places: list[Place], left: float) -> None:
        self._table, self._places, self._left = table, places, left

    def strip(self, height: float) -> Strip:
        inks: list[Ink] = []
        for place in self._places:
            inks += self._ground(place, height)
            if place.first and place.last:
                lower(place, height, self._table)
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

    def _ground(self, place: Place, height: float) -> list[Ink]:
        if not place.cell.fill:
            return []
        area = QRectF(self._left + place.x, 0, place.width, height)
        return [Block(area=area, colour=f"#{place.cell.fill}")]

    def _words(self, place: Place) -> list[Ink]:
        found: list[Ink] = []
        y = self._table.padding[0]
        for line in place.lines:
            y += line.before
            found += [Moved(ink, self._left + place.x + self._table.padding[3], y) for ink in line.inks]
            y += line.height + line.after
        return found

    def _edges(self, place: Place, height: float) -> list[Ink]:
        above, right, below, left = place.cell.edges or (self._table.border,) * 4
        x, y, half = self._left + place.x, 0.0, LINE / 2
        found: list[Ink] = []
        if above and place.first:
            found.append(Block(area=QRectF(x - half, y - half, place.width + LINE, LINE)))
        if below and place.last:
            found.append(Block(area=QRectF(x - half, height - half, place.width + LINE, LINE)))
        for wanted, at in ((left, x), (right, x + place.width)):
            if wanted:
                found.append(Block(area=QRectF(at - half, y - half, LINE, height + LINE)))
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
        rest = max(needed(place, self._table) for place in below)
        upper_strip = _Row(self._table, above, self._left).strip(max(needed(place, self._table) for place in above))
        return upper_strip, _Row(self._table, below, self._left).strip(rest)


def _parted(place: Place, room: float) -> tuple[Place, Place]:
    used = 0.0
    fitting = 0
    for line in place.lines:
        if used + line.before + line.height > room:
            break
        used += line.whole
        fitting += 1
    parts = place.lines[:fitting], place.lines[fitting:]
    upper, lower = (Place(cell=place.cell, x=place.x, width=place.width, lines=lines) for lines in parts)
    return upper, lower


@dataclass(frozen=True, slots=True)
class Moved:
    """Ink of a line inside a cell."""

    ink: Ink
    x: float
    y: float

    def paint(self, painter: object, x: float, y: float, *, marks: bool) -> None:
        self.ink.paint(painter, x + self.x, y + self.y, marks=marks)  # type: ignore[arg-type]
