"""Writing cells so that data stay data: text is never a formula, no NIK in full, rows as high as their text."""

import re
from textwrap import wrap

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents.reports.styles import Style
from desktop_app.documents.reports.tables import OpenNik, Value
from desktop_app.domain.nik import masked

MOST_CHARACTERS = 32_767
"""Of one cell; Excel repairs a file with more."""

_SIXTEEN_DIGITS = re.compile(r"(?<!\d)\d{16}(?!\d)")
_ESCAPES = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""“_x0041_” in a cell means “A” to Excel; openpyxl leaves it so."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")


def printable(text: str) -> str:
    """Text as a cell may hold it: no control characters, no NIK in full, not longer than Excel takes."""
    if isinstance(text, OpenNik):
        return str(text)
    whole = ILLEGAL_CHARACTERS_RE.sub(" ", text)
    for strange in (_LONE_SURROGATES, _NO_CHARACTERS):
        whole = strange.sub("\ufffd", whole)
    hidden = _SIXTEEN_DIGITS.sub(lambda match: masked(match[0]), whole)
    return hidden if len(hidden) <= MOST_CHARACTERS else hidden[: MOST_CHARACTERS - 1] + "…"


def cell_text(text: str) -> str:
    """`printable`, in the spelling of the file: what looks like an escape of Excel's stays as it is."""
    return _ESCAPES.sub("_x005F_", printable(text))


def put(sheet: Worksheet, row: int, column: int, value: Value, style: Style) -> Cell:
    """Write one cell. Text from data that looks like a formula stays text, also after it is edited in Excel."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if isinstance(value, str):
        if value:
            cell.value = cell_text(value)
            cell.data_type = "s"
    else:
        cell.value = value
    cell.style = style.value
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True
    return cell


def put_over(
    sheet: Worksheet, row: int, first: int, last: int, value: Value, style: Style, height: float = 0, size: float = 10
) -> None:
    """One value over several columns of a row, which is made high enough for it (Excel does not for merged cells)."""
    for column in range(first, last + 1):
        put(sheet, row, column, value if column == first else None, style)
    if last > first:
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
    width = sum(width_of(sheet, column) for column in range(first, last + 1))
    needed = height or lines_of(value, width, size) * size * 1.35 + 3
    sheet.row_dimensions[row].height = max(sheet.row_dimensions[row].height or 0, needed)


def width_of(sheet: Worksheet, column: int) -> float:
    """Width in characters of the standard font."""
    return float(sheet.column_dimensions[get_column_letter(column)].width)


def lines_of(value: Value, width: float, size: float = 10) -> int:
    """Lines that a text needs in a column `width` characters wide."""
    if not isinstance(value, str):
        return 1
    per_line = max(1, int((width - 2) * 10.5 / size))
    if len(value) <= per_line and "\n" not in value:
        return 1
    return sum(max(1, len(wrap(part, per_line))) for part in value.split("\n"))


def set_widths(sheet: Worksheet, *widths: float) -> None:
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
