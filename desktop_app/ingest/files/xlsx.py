"""Workbooks of Excel since 2007 (.xlsx, .xlsm): calamine where the sheet is plain, our own reader for all others."""

from collections.abc import Iterator
from functools import partial

from desktop_app.ingest.files.book import Book, SheetFacts
from desktop_app.ingest.files.calamine_sheets import CalamineBook, Unreadable, with_texts
from desktop_app.ingest.files.sparse import Cells, Survey, grid_rows, survey
from desktop_app.ingest.files.xlsx_cells import shared_strings, sheet_rows
from desktop_app.ingest.files.xlsx_parts import BookParts, SheetPart, book_parts, styles_of
from desktop_app.ingest.files.xlsx_scan import SheetScan, is_utf8, scan_sheet
from desktop_app.ingest.files.xml_guard import clean_xml
from desktop_app.ingest.files.zip_guard import Package
from desktop_app.ingest.grid import Grid, Row

_MOST_BYTES = 1_700_000_000
_CELL_BYTES, _BLANK_BYTES = 80, 32
"""Measured with calamine 0.37: a filled cell while it is read and kept, a blank one in the box around them."""
_SMALL_BOX = 500_000
_MOST_BLANK = 12


class XlsxFile:
    """One package; what its sheets share is read once, when it is needed."""

    def __init__(self, package: Package, data: bytes) -> None:
        self._package, self._data = package, data
        self._parts: BookParts = book_parts(package)
        self._how = styles_of(package, self._parts.styles)
        self._strings: list[str] | None = None
        self._calamine: CalamineBook | None = None
        self._sound = not self._parts.recovered and self._is_utf8()
        self._unpack_strings()

    def grids(self) -> tuple[Grid, ...]:
        return tuple(self._grid(sheet) for sheet in self._parts.sheets)

    def _is_utf8(self) -> bool:
        parts = (self._parts.workbook, self._parts.strings, self._parts.styles)
        return all(is_utf8(self._package, part) for part in parts if part)

    def _unpack_strings(self) -> None:
        """Once under the eyes of the guards, before calamine does it."""
        if self._parts.strings:
            for _ in clean_xml(self._package.file, self._package.stream(self._parts.strings)):
                pass

    def _grid(self, sheet: SheetPart) -> Grid:
        scan = scan_sheet(self._package, sheet.part)
        # Where no row holds anything, only a whole reading tells an empty sheet from a broken one.
        plain = self._sound and scan.plain and scan.height > 0
        if plain and _bearable(scan):
            return scan.facts.grid(sheet.name, partial(self._plain_rows, sheet, scan), scan.height, hidden=sheet.hidden)
        if plain:
            rows = partial(self._own_rows, sheet, Survey(scan.height, ordered=True))
            return scan.facts.grid(sheet.name, rows, scan.height, hidden=sheet.hidden)
        facts = SheetFacts(self._package.file)
        found = survey(self._cells(sheet, facts))
        return facts.grid(sheet.name, partial(self._own_rows, sheet, found), found.height, hidden=sheet.hidden)

    def _plain_rows(self, sheet: SheetPart, scan: SheetScan) -> Iterator[Row]:
        """Where calamine gives up in the middle, our own reader goes on from there."""
        number = 0
        try:
            for row in self._book(sheet).rows(sheet.index):
                if number >= scan.height:
                    return
                yield with_texts(row, scan.errors[number]) if number in scan.errors else row
                number += 1
        except Unreadable:
            found = survey(self._cells(sheet))
            for later, row in enumerate(self._own_rows(sheet, found)):
                if later >= number:
                    yield row

    def _book(self, sheet: SheetPart) -> CalamineBook:
        if self._calamine is None:
            self._calamine = CalamineBook(self._package.file, self._data)
        sheets = self._calamine.sheets
        if sheet.index >= len(sheets) or sheets[sheet.index].name != sheet.name:
            raise Unreadable
        return self._calamine

    def _own_rows(self, sheet: SheetPart, found: Survey) -> Iterator[Row]:
        return grid_rows(lambda: self._cells(sheet), found)

    def _cells(self, sheet: SheetPart, facts: SheetFacts | None = None) -> Iterator[tuple[int, Cells]]:
        if self._strings is None:
            self._strings = shared_strings(self._package, self._parts.strings)
        book = Book(self._strings, self._how, self._parts.from_1904)
        return sheet_rows(self._package, sheet.part, book, facts)


def _bearable(scan: SheetScan) -> bool:
    """Whether the box around the cells is of a size with the cells, and they are not too many for calamine."""
    box = scan.height * scan.width
    if scan.cells * _CELL_BYTES + max(box - scan.cells, 0) * _BLANK_BYTES > _MOST_BYTES:
        return False
    return box <= _SMALL_BOX or box <= _MOST_BLANK * scan.cells


def read_xlsx(package: Package, data: bytes) -> tuple[Grid, ...]:
    """The worksheets in their order; charts, dialogs and macro sheets hold no cells.

    Raises: NotAWorkbook, DamagedWorkbook, UnsafeWorkbook.
    """
    return XlsxFile(package, data).grids()
