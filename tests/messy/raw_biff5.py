"""Workbooks of Excel 5 and 95 (BIFF5 in a compound file), which nobody writes any more and old branch programs still send."""

import struct
from datetime import date
from pathlib import Path

from tests.messy.book import Book, Cell, Page

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_DATE_FORMAT = 14


def write_biff5(book: Book, path: Path) -> None:
    path.write_bytes(compound({"Book": _stream(book)}))


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _stream(book: Book) -> bytes:
    """Globals, then a substream per sheet; the globals name where each begins."""
    sheets = [_sheet(page) for page in book.pages]
    start = len(_globals(book, [0] * len(sheets)))
    offsets = [start + sum(len(sheet) for sheet in sheets[:number]) for number in range(len(sheets))]
    return _globals(book, offsets) + b"".join(sheets)


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHH", 0x0500, kind, 0x1000, 1995))


def _globals(book: Book, offsets: list[int]) -> bytes:
    bound = b"".join(
        _record(0x0085, struct.pack("<IHB", offset, int(page.hidden), len(page.name)) + page.name.encode("cp1252"))
        for page, offset in zip(book.pages, offsets, strict=True)
    )
    forms = b"".join(_record(0x00E0, struct.pack("<HH12x", 0, form)) for form in (0, _DATE_FORMAT))
    era = _record(0x0022, struct.pack("<H", int(book.date1904)))
    return _begin(0x0005) + _record(0x0042, struct.pack("<H", 1252)) + era + forms + bound + _record(0x000A)


def _sheet(page: Page) -> bytes:
    size = struct.pack("<HHHHH", 0, page.last_row, 0, page.last_column, 0)
    rows = b"".join(_row(page, row) for row in sorted({row for row, _ in page.cells}))
    cells = b"".join(
        _cell(row, column, value) for (row, column), value in sorted(page.cells.items(), key=lambda c: c[0])
    )
    return _begin(0x0010) + _record(0x0200, size) + rows + cells + _record(0x000A)


def _row(page: Page, row: int) -> bytes:
    hidden = 0x20 if row in page.hidden_rows else 0
    return _record(0x0208, struct.pack("<HHHHHHHH", row - 1, 0, page.last_column, 255, 0, 0, 0x0100 | hidden, 0))


def _cell(row: int, column: int, value: Cell) -> bytes:
    head = struct.pack("<HHH", row - 1, column - 1, int(isinstance(value, date)))
    if isinstance(value, date):
        return _record(0x0203, head + struct.pack("<d", value.toordinal() - date(1899, 12, 30).toordinal()))
    if isinstance(value, (int, float)):
        return _record(0x0203, head + struct.pack("<d", value))
    raw = str(value).encode("cp1252")
    return _record(0x0204, head + struct.pack("<H", len(raw)) + raw)


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of streams that are long enough (4 kB) to need no small sectors."""
    padded = {name: data.ljust(max(4096, -(-len(data) // _SECTOR) * _SECTOR), b"\0") for name, data in streams.items()}
    links: list[int] = []
    entries = [_entry("Root Entry", 5, 1, _END, 0)]
    for number, (name, data) in enumerate(padded.items(), 1):
        after = number + 1 if number < len(padded) else _FREE
        entries.append(_entry(name, 2, _FREE, len(links), len(data), after))
        links += [*range(len(links) + 1, len(links) + len(data) // _SECTOR), _END]
    directory = len(links)
    entries += [_entry("", 0, _FREE, 0, 0)] * (-len(entries) % 4)
    links += [*range(directory + 1, directory + len(entries) // 4), _END]
    tables = next(n for n in range(1, 109) if n * 128 >= len(links) + n)
    first = len(links)
    links += [_FAT] * tables
    links += [_FREE] * (tables * 128 - len(links))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, directory, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *range(first, first + tables), *[_FREE] * (109 - tables))
    return header + b"".join(padded.values()) + b"".join(entries) + struct.pack(f"<{len(links)}I", *links)


def _entry(name: str, kind: int, child: int, start: int, size: int, after: int = _FREE) -> bytes:
    raw = (name + "\0").encode("utf-16-le") if name else b""
    tree = struct.pack("<HBBIII", len(raw), kind, 1, _FREE, after, child)
    return raw.ljust(64, b"\0") + tree + bytes(36) + struct.pack("<IQ", start, size)
