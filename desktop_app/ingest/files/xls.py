"""Old workbooks of Excel (.xls, BIFF5 and BIFF8): calamine reads the cells, the records tell what it does not.

Records after MS-XLS 2.3 and 2.4: hidden rows and columns, merged ranges, error values, the last filled row, passwords.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from python_calamine import SheetTypeEnum, SheetVisibleEnum

from desktop_app.domain.errors import DamagedWorkbook, LockedWorkbook, NotAWorkbook
from desktop_app.ingest.files.calamine_sheets import CalamineBook, Unreadable, with_texts
from desktop_app.ingest.files.ole_guard import container_of, workbook_stream
from desktop_app.ingest.files.xlsb import ERRORS
from desktop_app.ingest.grid import Grid, Merged, Row

_BEGIN, _END, _PASSWORD, _SHEET = 0x809, 0x0A, 0x2F, 0x85
_OLDER_BEGINS = (0x009, 0x209, 0x409)
_ROW, _COLUMNS, _MERGED = 0x208, 0x7D, 0xE5
_FORMULA, _ERROR = 0x06, 0x205
_FILLED = frozenset((0x203, 0x27E, 0xBD, 0x204, 0xFD, 0xD6, _FORMULA, _ERROR))
_HEADER = struct.Struct("<HH")
_EMPTY_TEXT = 3
_MOST_COLUMNS = 256


class Record(NamedTuple):
    kind: int
    body: bytes


@dataclass(slots=True)
class _Facts:
    height: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    errors: dict[int, dict[int, str]] = field(default_factory=dict)


def read_xls(file: str, data: bytes) -> tuple[Grid, ...]:
    """Raises: LockedWorkbook, NotAWorkbook for other documents in the same container, DamagedWorkbook."""
    return read_records(file, workbook_stream(file, data))


def read_records(file: str, stream: bytes) -> tuple[Grid, ...]:
    """The workbook from its bare records, as some programs write them without a container."""
    try:
        places = _sheet_places(file, stream)
        book = CalamineBook(file, container_of(stream))
        if len(book.sheets) != len(places):
            raise DamagedWorkbook(file)
        return tuple(
            _grid(book, index, _facts(file, stream, place))
            for index, place in enumerate(places)
            if book.sheets[index].typ is SheetTypeEnum.WorkSheet
        )
    except (Unreadable, struct.error, IndexError) as error:
        raise DamagedWorkbook(file) from error


def _grid(book: CalamineBook, index: int, facts: _Facts) -> Grid:
    sheet = book.sheets[index]
    return Grid(
        sheet.name, partial(_rows, book, index, facts), facts.height, tuple(facts.merged),
        sheet.visible is not SheetVisibleEnum.Visible, frozenset(facts.hidden_rows), frozenset(facts.hidden_columns),
    )  # fmt: skip


def _rows(book: CalamineBook, index: int, facts: _Facts) -> Iterator[Row]:
    try:
        for number, row in zip(range(facts.height), book.rows(index), strict=False):
            yield with_texts(row, facts.errors[number]) if number in facts.errors else row
    except Unreadable as error:
        raise DamagedWorkbook(book.file) from error


def records(stream: bytes, place: int) -> Iterator[Record]:
    """From the beginning of a substream to its end; what is embedded in it (charts) is skipped.

    Raises: struct.error, IndexError: it is cut off.
    """
    depth = 0
    while True:
        kind, size = _HEADER.unpack_from(stream, place)
        body = stream[place + 4 : place + 4 + size]
        if len(body) < size:
            raise IndexError(place)
        place += 4 + size
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield Record(kind, body)


def _sheet_places(file: str, stream: bytes) -> list[int]:
    if len(stream) >= 2 and _HEADER.unpack_from(stream.ljust(4, b"\0"))[0] in _OLDER_BEGINS:
        raise NotAWorkbook(file)
    places: list[int] = []
    for kind, body in records(stream, 0):
        if kind == _PASSWORD:
            raise LockedWorkbook(file)
        if kind == _SHEET:
            places.append(struct.unpack_from("<I", body)[0])
    return places


def _facts(file: str, stream: bytes, place: int) -> _Facts:
    facts = _Facts()
    for kind, body in records(stream, place):
        if kind in _FILLED:
            _note_cell(kind, body, facts)
        elif kind == _ROW:
            if body[12] & 0x20:
                facts.hidden_rows.add(int.from_bytes(body[:2], "little"))
        elif kind == _COLUMNS:
            first, last = struct.unpack_from("<HH", body)
            if body[8] & 1:
                facts.hidden_columns.update(range(first, min(last + 1, _MOST_COLUMNS)))
        elif kind == _MERGED:
            for top, bottom, left, right in struct.iter_unpack("<4H", body[2 : 2 + 8 * (len(body) // 8)]):
                facts.merged.append(Merged(top, left, bottom, right))
    return facts


def _note_cell(kind: int, body: bytes, facts: _Facts) -> None:
    row, column = struct.unpack_from("<HH", body)
    if kind == _ERROR and body[7]:
        facts.errors.setdefault(row, {})[column] = ERRORS.get(body[6], "#ERROR")
    elif kind == _FORMULA and body[12:14] == b"\xff\xff":
        if body[6] == _EMPTY_TEXT:
            return
        if body[6] == 2:
            facts.errors.setdefault(row, {})[column] = ERRORS.get(body[8], "#ERROR")
    facts.height = max(facts.height, row + 1)
