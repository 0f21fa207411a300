"""Tables of a letter: widths, merged cells, repeated header rows, lines and fills."""

from collections.abc import Callable
from dataclasses import replace

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_borders import Lines, edges_of, lines_of, padding_of
from desktop_app.documents.letters.reading_looks import Look, hex_colour, merged, paragraph_look
from desktop_app.documents.letters.reading_package import W, number, points, switched, value
from desktop_app.documents.letters.reading_styles import Styles
from desktop_app.domain.paper import Align, PaperCell, PaperParagraph, PaperTable

_MOST_COLUMNS = 63
"""Of a table in Word."""
Inside = Callable[[etree._Element, tuple[Look, Look]], tuple[PaperParagraph, ...]]
"""Reads what stands in a cell, given what the table's style says about it."""


class TableReader:
    def __init__(self, styles: Styles, inside: Inside, *, juts_out: bool) -> None:
        """`juts_out`: as older Words, the text of a table lines up with the page's, not its edge."""
        self._styles, self._inside, self._juts_out = styles, inside, juts_out
        self._kept: dict[str, tuple[Look, Look]] = {}

    def read(self, table: etree._Element, width: float) -> PaperTable:
        """A w:tbl; `width` is that of the text beside it, in points."""
        properties = table.find(f"{W}tblPr")
        chain = self._styles.table_chain(value(properties, "tblStyle"))
        looks = self._looks(value(properties, "tblStyle") or "", chain)
        lines = lines_of([*(style.find(f"{W}tblPr") for style in chain), properties])
        padding = padding_of([*(style.find(f"{W}tblPr") for style in chain), properties])
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

    def _looks(self, key: str, chain: list[etree._Element]) -> tuple[Look, Look]:
        """What the style of a table says about its paragraphs and letters; kept, so that one style has one answer."""
        if key in self._kept:
            return self._kept[key]
        paragraph = merged(*(paragraph_look(style.find(f"{W}pPr")) for style in chain))
        letters = merged(*(self._styles.letter_look(style.find(f"{W}rPr")) for style in chain))
        self._kept[key] = paragraph, letters
        return self._kept[key]

    def _row(
        self, row: etree._Element, lines: Lines, looks: tuple[Look, Look], columns: int, at: int, count: int
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
            edges = edges_of(element.find(f"{W}tcPr"), lines, at, count, place, place + cell.span == columns)
            found.append((replace(cell, edges=edges), merge))
            place += cell.span
        if place < columns:
            found.append((PaperCell(paragraphs=(), span=columns - place, edges=(False,) * 4), ""))
        return found

    def _cell(self, element: etree._Element, looks: tuple[Look, Look], lines: Lines) -> tuple[PaperCell, str]:
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
