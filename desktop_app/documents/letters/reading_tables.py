"""Tables of a letter: widths, merged cells, repeated header rows, lines and fills."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_package import W, number, points, switched, value
from desktop_app.documents.letters.reading_styles import Look, Styles, border_width, hex_colour, merged, paragraph_look
from desktop_app.domain.paper import Align, PaperCell, PaperParagraph, PaperTable

_SIDES = (("top",), ("right", "end"), ("bottom",), ("left", "start"))
_MOST_COLUMNS = 63
"""Of a table in Word."""
Inside = Callable[[etree._Element, tuple[Look, Look]], tuple[PaperParagraph, ...]]
"""Reads what stands in a cell, given what the table's style says about it."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """Whether there are lines around and inside a table."""

    around: tuple[bool, bool, bool, bool] = (False, False, False, False)
    across: bool = False
    upright: bool = False


class TableReader:
    def __init__(self, styles: Styles, inside: Inside, *, juts_out: bool) -> None:
        """`juts_out`: as older Words, the text of a table lines up with the page's, not its edge."""
        self._styles, self._inside, self._juts_out = styles, inside, juts_out

    def read(self, table: etree._Element, width: float) -> PaperTable:
        """A w:tbl; `width` is that of the text beside it, in points."""
        properties = table.find(f"{W}tblPr")
        chain = self._styles.table_chain(value(properties, "tblStyle"))
        looks = self._looks(chain)
        lines = _lines([*(style.find(f"{W}tblPr") for style in chain), properties])
        padding = _padding([*(style.find(f"{W}tblPr") for style in chain), properties])
        rows = [row for row in table.iter(f"{W}tr") if _owner(row) is table]
        grid = _grid(table, rows, width)
        cells = _joined([self._row(row, lines, looks, len(grid), at, len(rows)) for at, row in enumerate(rows)])
        indent = points(value(properties, "tblInd", "w"))
        return PaperTable(
            widths=grid,
            rows=tuple(cells),
            header=_header_rows(rows),
            border=all(lines.around) and lines.across and lines.upright,
            align={"center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT}.get(
                value(properties, "jc") or "", Align.LEFT
            ),
            indent=indent - (padding[3] if self._juts_out else 0),
            padding=padding,
            heights=tuple(_height(row) for row in rows),
            whole_rows=bool(rows) and all(switched(row.find(f"{W}trPr"), "cantSplit") for row in rows),
        )

    def _looks(self, chain: list[etree._Element]) -> tuple[Look, Look]:
        paragraph = merged(*(paragraph_look(style.find(f"{W}pPr")) for style in chain))
        letters = merged(*(self._styles.letter_look(style.find(f"{W}rPr")) for style in chain))
        return paragraph, letters

    def _row(
        self, row: etree._Element, lines: _Lines, looks: tuple[Look, Look], columns: int, at: int, count: int
    ) -> list[tuple[PaperCell, str]]:
        """Cells with their w:vMerge: “” none, “restart”, “continue”. Columns that the row leaves out become empty cells."""
        properties = row.find(f"{W}trPr")
        before = int(number(value(properties, "gridBefore")))
        found: list[tuple[PaperCell, str]] = []
        place = min(max(before, 0), columns)
        if place:
            found.append((PaperCell(paragraphs=(), span=place, edges=(False,) * 4), ""))
        for element in row.iter(f"{W}tc"):
            if _owner(element, "tr") is not row or place >= columns:
                continue
            cell, merge = self._cell(element, looks, lines)
            cell = replace(cell, span=min(cell.span, columns - place))
            edges = _edges(element.find(f"{W}tcPr"), lines, at, count, place, place + cell.span == columns)
            found.append((replace(cell, edges=edges), merge))
            place += cell.span
        if place < columns:
            found.append((PaperCell(paragraphs=(), span=columns - place, edges=(False,) * 4), ""))
        return found

    def _cell(self, element: etree._Element, looks: tuple[Look, Look], lines: _Lines) -> tuple[PaperCell, str]:
        properties = element.find(f"{W}tcPr")
        merge = None if properties is None else properties.find(f"{W}vMerge")
        stands = value(properties, "vAlign")
        continued = merge is not None and merge.get(f"{W}val") != "restart"
        cell = PaperCell(
            paragraphs=self._inside(element, looks),
            span=int(min(max(number(value(properties, "gridSpan"), 1), 1), _MOST_COLUMNS)),
            fill=hex_colour(value(properties, "shd", "fill") or ""),
            middle=stands == "center",
            low=stands == "bottom",
        )
        return cell, "" if merge is None else "continue" if continued else "restart"


def _joined(rows: list[list[tuple[PaperCell, str]]]) -> list[tuple[PaperCell, ...]]:
    """Cells that are merged downwards become one; those it covers are left out."""
    found: list[list[PaperCell]] = []
    open_at: dict[int, tuple[int, int]] = {}
    for line in rows:
        made: list[PaperCell] = []
        column = 0
        for cell, merge in line:
            above = open_at.get(column)
            if merge == "continue" and above is not None:
                top, place = above
                found[top][place] = replace(found[top][place], down=found[top][place].down + 1)
            else:
                made.append(cell)
                open_at.pop(column, None)
                if merge:
                    open_at[column] = (len(found), len(made) - 1)
            column += cell.span
        found.append(made)
    return [tuple(line) for line in found]


def _owner(element: etree._Element, kind: str = "tbl") -> etree._Element | None:
    """The nearest table (or row) around an element, past content controls."""
    return next(element.iterancestors(f"{W}{kind}"), None)


def _grid(table: etree._Element, rows: list[etree._Element], width: float) -> tuple[float, ...]:
    """Widths of the columns: as the grid says, or the first full row; without any, equal shares of the text's width."""
    grid = [points(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    needed = max(
        (sum(_span(cell) for cell in row.iter(f"{W}tc") if _owner(cell, "tr") is row) for row in rows), default=1
    )
    needed = min(max(needed, 1), _MOST_COLUMNS)
    if len(grid) < needed or sum(grid) <= 0:
        cells = [_cell_width(cell) for row in rows[:1] for cell in row.iter(f"{W}tc") if _owner(cell, "tr") is row]
        grid = cells if len(cells) == needed and all(cells) else [width / needed] * needed
    grid = _by_cells(grid, rows)
    return tuple(max(column, 4.0) for column in grid[:_MOST_COLUMNS])


def _by_cells(grid: list[float], rows: list[etree._Element]) -> list[float]:
    """Word goes by the widths of the cells where all of a row have one; python-docx and others leave an odd grid."""
    for row in rows[:1]:
        cells = [cell for cell in row.iter(f"{W}tc") if _owner(cell, "tr") is row]
        widths = [_cell_width(cell) for cell in cells]
        if len(cells) == len(grid) and all(widths) and all(_span(cell) == 1 for cell in cells):
            return widths
    return grid


def _cell_width(cell: etree._Element) -> float:
    width = cell.find(f"{W}tcPr/{W}tcW")
    return 0 if width is None or width.get(f"{W}type", "dxa") != "dxa" else points(width.get(f"{W}w"))


def _span(cell: etree._Element) -> int:
    return int(min(max(number(value(cell.find(f"{W}tcPr"), "gridSpan"), 1), 1), _MOST_COLUMNS))


def _header_rows(rows: list[etree._Element]) -> int:
    count = 0
    while count < len(rows) and switched(rows[count].find(f"{W}trPr"), "tblHeader"):
        count += 1
    return count if count < len(rows) else 0


def _height(row: etree._Element) -> float:
    return min(points(value(row.find(f"{W}trPr"), "trHeight")), 1000)


def _lines(properties: list[etree._Element | None]) -> _Lines:
    """The lines of a table: those it has of its own, else those of its style."""
    said: dict[str, bool] = {}
    for one in properties:
        borders = None if one is None else one.find(f"{W}tblBorders")
        for border in () if borders is None else borders:
            said[border.tag.removeprefix(W)] = border_width(border) > 0
    around = tuple(any(said.get(name, False) for name in names) for names in _SIDES)
    return _Lines((around[0], around[1], around[2], around[3]), said.get("insideH", False), said.get("insideV", False))


def _edges(
    properties: etree._Element | None, lines: _Lines, at: int, count: int, place: int, last: bool
) -> tuple[bool, bool, bool, bool]:
    usual = [
        lines.around[0] if at == 0 else lines.across,
        lines.around[1] if last else lines.upright,
        lines.around[2] if at == count - 1 else lines.across,
        lines.around[3] if place == 0 else lines.upright,
    ]
    borders = None if properties is None else properties.find(f"{W}tcBorders")
    for side, names in enumerate(_SIDES):
        for name in names:
            border = None if borders is None else borders.find(f"{W}{name}")
            if border is not None:
                usual[side] = border_width(border) > 0
    return usual[0], usual[1], usual[2], usual[3]


def _padding(properties: list[etree._Element | None]) -> tuple[float, float, float, float]:
    found = [0.0, 5.4, 0.0, 5.4]
    for one in properties:
        margins = None if one is None else one.find(f"{W}tblCellMar")
        for side, names in enumerate(_SIDES):
            for name in names:
                margin = None if margins is None else margins.find(f"{W}{name}")
                if margin is not None:
                    found[side] = min(max(points(margin.get(f"{W}w")), 0), 100)
    return found[0], found[1], found[2], found[3]
