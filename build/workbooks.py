"""Writes workbooks that are the same byte for byte whenever they are made."""

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_MADE = b"2026-01-31T00:00:00Z"
_ZIP_DATE = (2026, 1, 31, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def save(book: Workbook, path: Path) -> None:
    """Save `book` without the time of its making."""
    book.properties.creator = "Cakupan"
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, _TIMES.sub(rb"\g<1>" + _MADE + rb"\g<2>", made.read(name)))


def widths(sheet: Worksheet, characters: Sequence[float]) -> None:
    """Column widths from A on."""
    for place, width in enumerate(characters, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width


def one_page_wide(sheet: Worksheet) -> None:
    """Prints on A4 in landscape, all columns on one page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
