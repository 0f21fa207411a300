"""A section as a worksheet: title, basis, tables with totals as formulas, filters, frozen header, print set-up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents.reports.cells import lines_of, put, put_over, set_widths, width_of
from desktop_app.documents.reports.limits import check_rows
from desktop_app.documents.reports.paper import fits_one_page, set_page
from desktop_app.documents.reports.styles import BODY, TOTALS, Style
from desktop_app.documents.reports.tables import YES, Column, Kind, Section, Table, Total, Value
from desktop_app.domain.letters import Paper

Formulas = dict[tuple[str, str], int | float]
"""(sheet title, cell) -> what its formula gives: openpyxl keeps no results, so they are put in when the file is saved."""


HIGHEST_ROW = 409
"""Points; Excel allows no more."""


@dataclass(slots=True)
class Place:
    """A worksheet that is being filled, and the row where the next thing comes; `formulas` as far as they are written."""

    sheet: Worksheet
    formulas: Formulas
    row: int = 1
    columns: int = 1
    first_table: tuple[int, int] = field(default=(0, 0))


def add_section(book: Workbook, section: Section, paper: Paper, footer: str, formulas: Formulas) -> Place:
    """One sheet for the section; its first long table is filtered and stays in sight while scrolling."""
    sheet = book.create_sheet(section.sheet)
    widths = _widths(section)
    set_widths(sheet, *widths)
    place = Place(sheet, formulas, columns=len(widths))
    _head(place, section)
    for table in section.tables:
        _table(place, table)
    sheet.print_area = f"A1:{get_column_letter(place.columns)}{max(place.row - 1, 1)}"
    header = place.first_table[0]
    titles = f"{header}:{header}" if len(section.tables) == 1 else "1:1"
    set_page(sheet, paper, footer, titles=titles, one_page=fits_one_page(sheet, paper, place.row, place.columns))
    return place


def _widths(section: Section) -> list[float]:
    """Each column as wide as the widest of the tables that share it; one that reaches over several asks for nothing."""
    widths: dict[int, float] = {}
    for table in section.tables:
        for start, column in zip(starts(table.columns), table.columns, strict=True):
            for place in range(start, start + column.span):
                wanted = column.width if column.span == 1 else 8.0
                widths[place] = max(widths.get(place, 0.0), wanted)
    return [widths[place] for place in sorted(widths)] or [24.0] * 6


def starts(columns: Sequence[Column]) -> list[int]:
    """The sheet column (from 1) where each begins."""
    return list(accumulate((column.span for column in columns[:-1]), initial=1))


def _head(place: Place, section: Section) -> None:
    sheet = place.sheet
    put(sheet, 1, 1, section.title, Style.TITLE)
    sheet.row_dimensions[1].height = 24
    place.row = 2
    for line in (section.basis, *section.notes, section.absent):
        if line:
            put_over(sheet, place.row, 1, place.columns, line, Style.BASIS)
            place.row += 1
    place.row += 1


def _table(place: Place, table: Table) -> None:
    check_rows(len(table.rows) + place.row + 2, place.sheet.title)
    if table.title:
        put(place.sheet, place.row, 1, table.title, Style.HEADING)
        place.sheet.row_dimensions[place.row].height = 20
        place.row += 1
    header = place.row
    _line(place, table.columns, [_head_cell(column) for column in table.columns])
    _body(place, table)
    if not place.first_table[0]:
        place.first_table = (header, place.row - 1)
        _stay_in_sight(place, table, header)
    add_totals(place, table, header + 1)
    for note in table.notes:
        put_over(place.sheet, place.row, 1, place.columns, note, Style.BASIS)
        place.row += 1
    place.row += 1


def _head_cell(column: Column) -> tuple[Value, Style]:
    return column.title, Style.HEAD_NUMBER if column.kind.numeric else Style.HEAD


def _body(place: Place, table: Table) -> None:
    for row in table.rows:
        _line(place, table.columns, [_shown(*pair) for pair in zip(row, table.columns, strict=True)])
    if not table.rows:
        put_over(place.sheet, place.row, 1, place.columns, table.nothing, Style.BASIS)
        place.row += 1


def _shown(value: Value, column: Column) -> tuple[Value, Style]:
    """A real number or date; where it is missing, words instead of a zero."""
    if value is None:
        return column.missing, Style.ABSENT if column.kind.numeric else BODY[Kind.NOTE]
    if isinstance(value, str) and column.kind.numeric:
        return value, Style.ABSENT
    if isinstance(value, str) and column.kind in (Kind.DAY, Kind.TIME):
        return value, BODY[Kind.TEXT]
    return value, BODY[column.kind]


def _line(place: Place, columns: Sequence[Column], cells: Sequence[tuple[Value, Style]]) -> None:
    """One row of a table, as high as its longest text needs."""
    most = 1
    for start, column, (value, style) in zip(starts(columns), columns, cells, strict=True):
        most = max(most, _cell(place, start, column, value, style))
    place.sheet.row_dimensions[place.row].height = min(HIGHEST_ROW, max(17, most * 13.5 + 4))
    place.row += 1


def _cell(place: Place, start: int, column: Column, value: Value, style: Style) -> int:
    """The lines that the cell needs."""
    last = start + column.span - 1
    for number in range(start, last + 1):
        put(place.sheet, place.row, number, value if number == start else None, style)
    if column.span > 1:
        place.sheet.merge_cells(start_row=place.row, end_row=place.row, start_column=start, end_column=last)
    width = sum(width_of(place.sheet, number) for number in range(start, last + 1))
    return lines_of(value, width, 9 if style is Style.NOTE else 10)


def _stay_in_sight(place: Place, table: Table, header: int) -> None:
    place.sheet.freeze_panes = f"B{header + 1}"
    if table.filtered and table.rows:
        last = get_column_letter(len(table.columns))
        place.sheet.auto_filter.ref = f"A{header}:{last}{place.row - 1}"


def add_totals(place: Place, table: Table, first: int) -> None:
    """The total row under rows from `first` on, as formulas, and the rows that stand below it."""
    last = place.row - 1
    if table.total and table.rows:
        cells = [_total_cell(value, column) for value, column in zip(table.total_row(), table.columns, strict=True)]
        row = place.row
        _line(place, table.columns, cells)
        if not table.fixed_total:
            _put_formulas(place, table, row, (first, last))
    for after in table.after:
        _line(place, table.columns, [_total_cell(*pair) for pair in zip(after, table.columns, strict=True)])


def _total_cell(value: Value, column: Column) -> tuple[Value, Style]:
    if value is None and column.total is Total.NONE:
        return None, TOTALS[column.kind]
    if value is None:
        return column.missing, Style.TOTAL_ABSENT
    if isinstance(value, str) and column.kind.numeric:
        return value, Style.TOTAL_ABSENT
    return value, TOTALS[column.kind]


def _put_formulas(place: Place, table: Table, row: int, rows: tuple[int, int]) -> None:
    letters = [get_column_letter(start) for start in starts(table.columns)]
    for number, value in enumerate(table.total_row()):
        formula = formula_of(table, number, letters, rows, row)
        if formula and isinstance(value, int | float):
            place.sheet[f"{letters[number]}{row}"].value = formula
            place.formulas[place.sheet.title, f"{letters[number]}{row}"] = value


def formula_of(table: Table, number: int, letters: Sequence[str], rows: tuple[int, int], row: int) -> str:
    """The total as Excel counts it: filtered tables add up what is in sight; others all, or the rows that say “ya”."""
    column, (first, last) = table.columns[number], rows
    cells = f"{letters[number]}{first}:{letters[number]}{last}"
    if column.total is Total.QUOTIENT:
        above, below = (letters[part] for part in column.of)
        return f"={above}{row}/{below}{row}"
    if column.total is Total.NONE:
        return ""
    if table.summed is not None:
        marks = letters[table.summed]
        return f'=SUMIFS({cells},{marks}{first}:{marks}{last},"{YES}")'
    return f"=SUBTOTAL(109,{cells})" if table.visible_only else f"=SUM({cells})"
