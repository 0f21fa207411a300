"""Cells, tables and print setup of sheets that are no reports: templates to fill in, agendas, indexes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents import colours
from desktop_app.documents.reports.cells import cell_text, lines_of, width_of
from desktop_app.documents.reports.cells import printable as printable
from desktop_app.documents.reports.cells import set_widths as set_widths

FONT = "Arial"
WHOLE, SHARE, POINTS = "#,##0", "0.00%", '+0.00;"−"0.00;0.00'
DAY, SHORT_DAY = "[$-421]d mmmm yyyy", "[$-421]d mmm yyyy"
"""Indonesian month names, whatever the language of Excel."""
NO_DATA = "belum ada data"

ONE_PAGE = 46
"""Rows of a sheet that still read well on one sheet of paper."""

Value = str | int | float | date | datetime | None

_FORMULA_STARTS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a cell looks; the default is table text."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    colour: str = colours.TEXT
    fill: str = ""
    align: str = "left"
    wrap: bool = False
    indent: int = 0
    number_format: str = ""


TITLE = Look(size=16, bold=True)
HEADING = Look(size=12, bold=True)
SUBTITLE = Look(size=10, colour=colours.TEXT_SECOND)
HEAD = Look(size=9, bold=True, colour=colours.TEXT_SECOND, fill=colours.HEADER, wrap=True, indent=1)
HEAD_NUMBER = replace(HEAD, align="right")
TEXT = Look(wrap=True, indent=1)
STRONG = Look(bold=True, wrap=True, indent=1)
NOTE = Look(size=9, colour=colours.TEXT_SECOND, wrap=True, indent=1)
ABSENT = Look(italic=True, colour=colours.TEXT_SOURCE, align="right", indent=1)


def numeric(number_format: str, *, bold: bool = False, fill: str = "", colour: str = colours.TEXT) -> Look:
    return Look(align="right", number_format=number_format, bold=bold, fill=fill, colour=colour, indent=1, wrap=True)


def dated(number_format: str = DAY) -> Look:
    return Look(number_format=number_format, indent=1)


def put(sheet: Worksheet, row: int, column: int, value: Value, look: Look = TEXT) -> Cell:
    """Write one cell. Text from data that looks like a formula stays text, also after it is edited in Excel."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if isinstance(value, str) and value:
        cell.value = cell_text(value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_FORMULA_STARTS)
    elif not isinstance(value, str):
        cell.value = value
    cell.font = Font(name=FONT, size=look.size, bold=look.bold, italic=look.italic, color=look.colour)
    cell.alignment = Alignment(
        horizontal=look.align, vertical="center", wrap_text=look.wrap, indent=look.indent
    )  # fmt: skip
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    if look.number_format:
        cell.number_format = look.number_format
    return cell


def put_over(
    sheet: Worksheet, row: int, first: int, last: int, value: Value, look: Look = TEXT, height: float | None = None
) -> None:
    """One value over several columns of a row, which is made high enough for it (Excel does not for merged cells)."""
    for column in range(first, last + 1):
        put(sheet, row, column, value if column == first else None, look)
    sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
    width = sum(width_of(sheet, column) for column in range(first, last + 1))
    needed = height or lines_of(value, width, look.size) * look.size * 1.35 + 3
    sheet.row_dimensions[row].height = max(sheet.row_dimensions[row].height or 0, needed)


def table_rows(
    sheet: Worksheet, top: int, rows: Sequence[Sequence[tuple[Value, Look]]], wide: Mapping[int, int] | None = None
) -> int:
    """Rows of a table from row `top`, each as high as its longest text, with thin lines between; the row after.

    `wide`: columns that reach over to another (first -> last).
    """
    lasts = wide or {}
    line = Side(style="thin", color=colours.GRID)
    for offset, cells in enumerate(rows):
        row, most = top + offset, 1
        for column, (value, look) in enumerate(cells, start=1):
            put(sheet, row, column, value, look).border = Border(bottom=line)
            if look.wrap:
                reach = range(column, lasts.get(column, column) + 1)
                most = max(most, lines_of(value, sum(width_of(sheet, part) for part in reach), look.size))
        for first, last in lasts.items():
            sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
        sheet.row_dimensions[row].height = max(17, most * 13.5 + 4)
    return top + len(rows)


def table_header(sheet: Worksheet, row: int, titles: Sequence[str], numbers: frozenset[int] = frozenset()) -> None:
    """Header cells; `numbers` are the columns (from 1) whose values stand right."""
    rule = Border(bottom=Side(style="thin", color=colours.RULE))
    for column, title in enumerate(titles, start=1):
        put(sheet, row, column, title, HEAD_NUMBER if column in numbers else HEAD).border = rule
    sheet.row_dimensions[row].height = 28


def set_page(sheet: Worksheet, *, landscape: bool, footer: str, header_row: int | None = None) -> None:
    """A4, as wide as the paper, `header_row` on every page, page numbers in the footer."""
    sheet.sheet_view.showGridLines = False
    setup = sheet.page_setup
    setup.paperSize, setup.orientation = 9, "landscape" if landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 1 if sheet.max_row <= ONE_PAGE else 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.7, 0.3, 0.35
    sheet.print_options.horizontalCentered = True
    foot = sheet.oddFooter
    assert foot is not None
    for part, text in ((foot.left, footer.replace("&", "&&")), (foot.right, "Halaman &P dari &N")):
        assert part is not None
        part.text, part.font, part.size, part.color = text, FONT, 8, colours.TEXT_SOURCE
    if header_row is not None:
        sheet.print_title_rows = f"{header_row}:{header_row}"
