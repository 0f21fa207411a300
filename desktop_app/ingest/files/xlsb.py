"""Binary workbooks of Excel (.xlsb), record by record (MS-XLSB): cells, hidden rows and columns, merged ranges."""

import struct
from collections.abc import Iterator
from functools import partial

from desktop_app.domain.errors import DamagedWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.book import Book, SheetFacts
from desktop_app.ingest.files.serials import Shown, dated, shown
from desktop_app.ingest.files.sparse import Cells, grid_rows, survey
from desktop_app.ingest.files.xlsx_parts import Relation, part_of, relations_of
from desktop_app.ingest.files.zip_guard import Package
from desktop_app.ingest.grid import Cell, Grid, Merged

_ROW, _SHORT_ROW_CELLS = 0, range(12, 19)
_LONG_CELLS = (*range(1, 12), 62)
_STRING_ITEM, _FORMAT, _STYLE, _COLUMN, _MERGED = 19, 44, 47, 60, 176
_STYLES_BEGIN, _STYLES_END = 617, 618
_BOOK_PROPERTIES, _SHEET = 153, 156
_LARGEST_RECORD = 16 * limits.MIB
_ROW_HIDDEN = 0x10
_FLOAT, _UNSIGNED, _SIGNED, _TWO_SHORTS = (
    struct.Struct("<d"),
    struct.Struct("<I"),
    struct.Struct("<i"),
    struct.Struct("<HH"),
)
_FOUR, _TWO = struct.Struct("<4I"), struct.Struct("<2I")
ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
"""Error codes of binary workbooks, old and new."""


def read_xlsb(package: Package) -> tuple[Grid, ...]:
    """The worksheets in their order. Raises: DamagedWorkbook, UnsafeWorkbook."""
    try:
        return tuple(_BinaryBook(package).grids())
    except (struct.error, IndexError) as error:
        raise DamagedWorkbook(package.file) from error


class _BinaryBook:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._relations = relations_of(package, "xl/workbook.bin")
        self._from_1904 = False
        self._sheets: list[tuple[str, str, bool]] = []
        self._read_book()
        self._book = Book(self._strings(), self._styles(), self._from_1904)

    def grids(self) -> Iterator[Grid]:
        for name, number, hidden in self._sheets:
            relation = self._relations.get(number, Relation("worksheet", ""))
            if relation.kind != "worksheet":
                continue
            if relation.target not in self._package:
                raise DamagedWorkbook(self._package.file, f"isi lembar “{name}” tidak ada")
            yield self._grid(name, relation.target, hidden)

    def _grid(self, name: str, part: str, hidden: bool) -> Grid:
        facts = SheetFacts(self._package.file)
        found = survey(self._rows(part, facts))
        return facts.grid(name, partial(grid_rows, partial(self._rows, part), found), found.height, hidden=hidden)

    def _read_book(self) -> None:
        for kind, body in records(self._package, "xl/workbook.bin"):
            if kind == _BOOK_PROPERTIES:
                self._from_1904 = bool(body[0] & 1)
            elif kind == _SHEET:
                number, end = _wide(body, 8)
                self._sheets.append((_wide(body, end)[0], number, _UNSIGNED.unpack_from(body)[0] != 0))

    def _strings(self) -> list[str]:
        part = part_of(self._package, self._relations, "sharedStrings", "sharedstrings.bin")
        found = records(self._package, part) if part else iter(())
        return [_wide(body, 1)[0] for kind, body in found if kind == _STRING_ITEM]

    def _styles(self) -> list[Shown]:
        part = part_of(self._package, self._relations, "styles", "styles.bin")
        codes: dict[int, str] = {}
        how: list[Shown] = []
        inside = False
        for kind, body in records(self._package, part) if part else iter(()):
            if kind == _FORMAT:
                codes[_TWO_SHORTS.unpack_from(body)[0]] = _wide(body, 2)[0]
            elif kind == _STYLE and inside:
                number = _TWO_SHORTS.unpack_from(body)[1]
                how.append(shown(number, codes.get(number)))
            elif kind in (_STYLES_BEGIN, _STYLES_END):
                inside = kind == _STYLES_BEGIN
        return how

    def _rows(self, part: str, facts: SheetFacts | None = None) -> Iterator[tuple[int, Cells]]:
        try:
            yield from _sheet_rows(self._package, part, self._book, facts or SheetFacts(self._package.file))
        except (struct.error, IndexError) as error:
            raise DamagedWorkbook(self._package.file) from error


def _sheet_rows(package: Package, part: str, book: Book, facts: SheetFacts) -> Iterator[tuple[int, Cells]]:
    row, column = -1, -1
    cells: Cells = {}
    for kind, body in records(package, part):
        if kind in _LONG_CELLS:
            column = _UNSIGNED.unpack_from(body)[0]
            _put(cells, column, _cell(kind, body, 4, book))
        elif kind in _SHORT_ROW_CELLS:
            column += 1
            _put(cells, column, _cell(kind - 11, body, 0, book))
        elif kind == _ROW:
            if row >= 0:
                yield row, cells
            row, column, cells = _row_number(package, body), -1, {}
            if body[11] & _ROW_HIDDEN:
                facts.hidden_rows.add(row)
        else:
            _note(kind, body, facts)
    if row >= 0:
        yield row, cells


def _put(cells: Cells, column: int, cell: Cell) -> None:
    if cell != "" and column < limits.COLUMNS:
        cells[column] = cell


def _row_number(package: Package, body: bytes) -> int:
    row = int(_UNSIGNED.unpack_from(body)[0])
    if row >= limits.ROWS:
        raise DamagedWorkbook(package.file, f"nomor baris {row + 1} tidak ada di Excel")
    return row


def _note(kind: int, body: bytes, facts: SheetFacts) -> None:
    if kind == _COLUMN and body[16] & 1:
        facts.hide_columns(*_TWO.unpack_from(body))
    elif kind == _MERGED:
        top, bottom, left, right = _FOUR.unpack_from(body)
        if bottom < limits.ROWS and right < limits.COLUMNS:
            facts.merge(Merged(top, left, bottom, right))


def _cell(kind: int, body: bytes, place: int, book: Book) -> Cell:
    """The value after the style, which stands at `place`."""
    style, value = _UNSIGNED.unpack_from(body, place)[0] & 0xFFFFFF, place + 4
    match kind:
        case 1:
            return ""
        case 2:
            return _number(packed_number(_UNSIGNED.unpack_from(body, value)[0]), style, book)
        case 5 | 9:
            return _number(_FLOAT.unpack_from(body, value)[0], style, book)
        case 3 | 11:
            return ERRORS.get(body[value], "#ERROR")
        case 4 | 10:
            return bool(body[value])
        case 7:
            return book.strings[int(_UNSIGNED.unpack_from(body, value)[0])]
    return _wide(body, value + 1 if kind == 62 else value)[0]


def _number(number: float, style: int, book: Book) -> Cell:
    how = book.how[style] if style < len(book.how) else Shown.NUMBER
    return number if how is Shown.NUMBER else dated(number, how, from_1904=book.from_1904)


def packed_number(packed: int) -> float:
    """An “RK” number: 30 bits of a float or an integer, perhaps in hundredths (MS-XLS 2.5.122)."""
    if packed & 2:
        number: float = float(_SIGNED.unpack(_UNSIGNED.pack(packed))[0] >> 2)
    else:
        number = _FLOAT.unpack(b"\0\0\0\0" + _UNSIGNED.pack(packed & 0xFFFFFFFC))[0]
    return number / 100 if packed & 1 else number


def _wide(body: bytes, place: int) -> tuple[str, int]:
    """A string of 16-bit characters with its length before it; where it ends."""
    length = _UNSIGNED.unpack_from(body, place)[0]
    if length == 0xFFFFFFFF:
        return "", place + 4
    end = place + 4 + 2 * length
    if end > len(body):
        raise IndexError(end)
    return body[place + 4 : end].decode("utf-16-le", "replace"), end


def records(package: Package, part: str) -> Iterator[tuple[int, bytes]]:
    """(kind, body) of every record of a part."""
    held, place = b"", 0
    for piece in package.stream(part):
        held, place = held[place:] + piece, 0
        while (header := _header(held, place)) and header[1] + header[2] <= len(held):
            kind, start, size = header
            yield kind, held[start : start + size]
            place = start + size
        if header and header[2] > _LARGEST_RECORD:
            raise DamagedWorkbook(package.file)
    if place < len(held):
        raise DamagedWorkbook(package.file)


def _header(held: bytes, place: int) -> tuple[int, int, int] | None:
    """(kind, where the body starts, its size); None where the header is not complete yet."""
    try:
        kind = held[place]
        place += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (held[place] << 7)
            place += 1
        size = 0
        for shift in (0, 7, 14, 21):
            byte = held[place]
            place += 1
            size |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
    except IndexError:
        return None
    return kind, place, size
