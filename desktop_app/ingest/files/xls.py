"""Old workbooks of Excel (.xls, BIFF5 and BIFF8), record by record (MS-XLS 2.4).

Our own reader: calamine aborts the process on some damaged files and takes the box around all cells.
"""

import struct
from collections.abc import Iterator
from functools import partial

from desktop_app.domain.errors import DamagedWorkbook, LockedWorkbook, NotAWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.book import Book, SheetFacts
from desktop_app.ingest.files.ole_guard import workbook_stream
from desktop_app.ingest.files.serials import Shown, dated, shown
from desktop_app.ingest.files.sparse import Cells, grid_rows, survey
from desktop_app.ingest.files.xls_records import (
    BEGIN,
    Letters,
    Record,
    letters_of,
    long_text,
    records,
    shared_texts,
    short_text,
)
from desktop_app.ingest.files.xlsb import ERRORS, packed_number
from desktop_app.ingest.grid import Cell, Grid, Merged

_PASSWORD, _CODE_PAGE, _FROM_1904, _SHEET, _STRINGS = 0x2F, 0x42, 0x22, 0x85, 0xFC
_FORMAT, _OLD_FORMAT, _STYLE = 0x41E, 0x1E, 0xE0
_ROW, _COLUMNS, _MERGED = 0x208, 0x7D, 0xE5
_NUMBER, _PACKED, _PACKED_ROW, _BOOL_ERROR, _FORMULA, _RESULT = 0x203, 0x27E, 0xBD, 0x205, 0x06, 0x207
_SHARED, _TEXT, _RICH_TEXT = 0xFD, 0x204, 0xD6
_OLDER_BEGINS = (0x009, 0x209, 0x409)
_PLACE, _FLOAT, _LONG = struct.Struct("<3H"), struct.Struct("<d"), struct.Struct("<I")
_STYLED = struct.Struct("<HI")
_ROW_HIDDEN, _COLUMN_HIDDEN, _SHEET_HIDDEN = 0x20, 0x1, 0x3


def read_xls(file: str, data: bytes) -> tuple[Grid, ...]:
    """Raises: LockedWorkbook, NotAWorkbook for other documents in the same container, DamagedWorkbook."""
    return read_records(file, workbook_stream(file, data))


def read_records(file: str, stream: bytes) -> tuple[Grid, ...]:
    """The workbook from its bare records, as some programs write them without a container."""
    try:
        return _Workbook(file, stream).grids()
    except (struct.error, IndexError) as error:
        raise DamagedWorkbook(file) from error


class _Workbook:
    def __init__(self, file: str, stream: bytes) -> None:
        self._file, self._stream = file, stream
        self._letters = Letters(True)
        self._sheets: list[bytes] = []
        self._strings: list[str] = []
        self._codes: dict[int, str] = {}
        self._styles: list[int] = []
        self._from_1904 = False
        self._read()
        how = [shown(number, self._codes.get(number)) for number in self._styles]
        self._book = Book(self._strings, how, self._from_1904)

    def grids(self) -> tuple[Grid, ...]:
        """Worksheets only: charts, macros and modules hold no cells."""
        return tuple(self._grid(body) for body in self._sheets if body[5] == 0)

    def _grid(self, body: bytes) -> Grid:
        place, facts = _LONG.unpack_from(body)[0], SheetFacts(self._file)
        found = survey(self._rows(place, facts))
        rows = partial(grid_rows, partial(self._rows, place), found)
        return facts.grid(short_text(body, 6, self._letters), rows, found.height, hidden=bool(body[4] & _SHEET_HIDDEN))

    def _read(self) -> None:
        begin = struct.unpack_from("<H", self._stream)[0]
        if begin != BEGIN:
            raise NotAWorkbook(self._file, "berkas Excel 4 atau lebih lama" if begin in _OLDER_BEGINS else "")
        page = 1252
        for record in records(self._stream, 0):
            kind, body = record.kind, record.body
            if kind == BEGIN:
                self._letters = letters_of(body[:2], page)
            elif kind == _PASSWORD:
                raise LockedWorkbook(self._file)
            elif kind == _CODE_PAGE:
                page = struct.unpack_from("<H", body)[0]
                self._letters = self._letters if self._letters.is_biff8 else letters_of(b"\0\5", page)
            elif kind == _FROM_1904:
                self._from_1904 = body[:2] == b"\1\0"
            else:
                self._read_shared(record)
        places = {sheet[:4] for sheet in self._sheets}
        if len(places) < len(self._sheets) or len(places) > limits.SHEETS:
            raise DamagedWorkbook(self._file)

    def _read_shared(self, record: Record) -> None:
        kind, body = record.kind, record.body
        if kind == _SHEET:
            self._sheets.append(body)
        elif kind == _STRINGS:
            self._strings = shared_texts(record)
        elif kind == _STYLE:
            self._styles.append(struct.unpack_from("<2H", body)[1])
        elif kind in (_FORMAT, _OLD_FORMAT):
            number = struct.unpack_from("<H", body)[0]
            read = long_text([body], 2, self._letters) if self._letters.is_biff8 else short_text(body, 2, self._letters)
            self._codes[number] = read

    def _rows(self, place: int, facts: SheetFacts | None = None) -> Iterator[tuple[int, Cells]]:
        sheet = _Sheet(self._file, self._book, self._letters, facts or SheetFacts(self._file))
        row, cells = -1, sheet.cells
        try:
            for record in records(self._stream, place):
                sheet.read(record)
                if sheet.row != row:
                    if cells:
                        yield row, cells
                    row, cells = sheet.row, sheet.cells
        except (struct.error, IndexError) as error:
            raise DamagedWorkbook(self._file) from error
        if cells:
            yield row, cells


class _Sheet:
    """The row that is being read; a cell of another row begins a new one."""

    def __init__(self, file: str, book: Book, letters: Letters, facts: SheetFacts) -> None:
        self._file, self._book, self._letters, self._facts = file, book, letters, facts
        self.row = -1
        self.cells: Cells = {}
        self._waiting: int | None = None

    def read(self, record: Record) -> None:
        kind, body = record.kind, record.body
        if kind in _READERS:
            row, column, style = _PLACE.unpack_from(body)
            self._waiting = None
            self._put(row, column, _READERS[kind](self, record, style))
        elif kind == _PACKED_ROW:
            self._put_packed(body)
        elif kind == _RESULT and self._waiting is not None:
            self._put(self.row, self._waiting, long_text([body, *record.more], 0, self._letters))
            self._waiting = None
        elif kind == _ROW:
            if body[12] & _ROW_HIDDEN:
                self._facts.hidden_rows.add(struct.unpack_from("<H", body)[0])
        elif kind == _COLUMNS:
            first, last = struct.unpack_from("<2H", body)
            if body[8] & _COLUMN_HIDDEN:
                self._facts.hide_columns(first, last)
        elif kind == _MERGED:
            for top, bottom, left, right in struct.iter_unpack("<4H", body[2 : 2 + 8 * ((len(body) - 2) // 8)]):
                self._facts.merge(Merged(top, left, bottom, right))

    def _put(self, row: int, column: int, cell: Cell) -> None:
        if row != self.row:
            self.row, self.cells = row, {}
        if cell != "" and column < limits.COLUMNS:
            self.cells[column] = cell

    def _put_packed(self, body: bytes) -> None:
        row, first = struct.unpack_from("<2H", body)
        for offset, (style, packed) in enumerate(_STYLED.iter_unpack(body[4 : 4 + 6 * ((len(body) - 6) // 6)])):
            self._put(row, first + offset, self._shown(packed_number(packed), style))

    def _shown(self, number: float, style: int) -> Cell:
        how = self._book.how[style] if style < len(self._book.how) else Shown.NUMBER
        return number if how is Shown.NUMBER else dated(number, how, from_1904=self._book.from_1904)

    def number(self, record: Record, style: int) -> Cell:
        return self._shown(_FLOAT.unpack_from(record.body, 6)[0], style)

    def packed(self, record: Record, style: int) -> Cell:
        return self._shown(packed_number(_LONG.unpack_from(record.body, 6)[0]), style)

    def bool_or_error(self, record: Record, style: int) -> Cell:
        value, is_error = record.body[6], record.body[7]
        return ERRORS.get(value, "#ERROR") if is_error else bool(value)

    def shared(self, record: Record, style: int) -> Cell:
        place = int(_LONG.unpack_from(record.body, 6)[0])
        if place >= len(self._book.strings):
            raise DamagedWorkbook(self._file, "daftar teks yang dirujuk sel-selnya tidak lengkap")
        return self._book.strings[place]

    def label(self, record: Record, style: int) -> Cell:
        return long_text([record.body, *record.more], 6, self._letters)

    def formula(self, record: Record, style: int) -> Cell:
        """A number, or a marked value of another kind; a text comes in a record of its own."""
        result = record.body[6:14]
        if result[6:] != b"\xff\xff":
            return self.number(record, style)
        if result[0] == 0:
            self._waiting = _PLACE.unpack_from(record.body)[1]
        if result[0] == 1:
            return bool(result[2])
        return ERRORS.get(result[2], "#ERROR") if result[0] == 2 else ""


_READERS = {
    _NUMBER: _Sheet.number, _PACKED: _Sheet.packed, _BOOL_ERROR: _Sheet.bool_or_error, _SHARED: _Sheet.shared,
    _TEXT: _Sheet.label, _RICH_TEXT: _Sheet.label, _FORMULA: _Sheet.formula,
}  # fmt: skip
