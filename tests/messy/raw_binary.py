"""Binary workbooks (.xlsb) written record by record; the layout is that of [MS-XLSB]."""

import struct
import zipfile
from datetime import date
from pathlib import Path

from tests.messy.book import Book, Cell, Page

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HIDDEN_ROW = 0x10
_DATE_STYLE = 1


def write_xlsb(book: Book, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", _types(len(book.pages)))
        made.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", "xl/workbook.bin")}))
        sheets = {f"rId{i}": ("worksheet", f"worksheets/sheet{i}.bin") for i in range(1, len(book.pages) + 1)}
        made.writestr("xl/_rels/workbook.bin.rels", _relations(sheets | {"rId98": ("styles", "styles.bin")}))
        made.writestr("xl/workbook.bin", _workbook(book))
        made.writestr("xl/styles.bin", _styles())
        for number, page in enumerate(book.pages, 1):
            made.writestr(f"xl/worksheets/sheet{number}.bin", _sheet(page))


def _types(count: int) -> str:
    kind = "application/vnd.ms-excel"
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.bin" ContentType="{kind}.worksheet"/>'
        for i in range(1, count + 1)
    )
    return (
        f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="bin" ContentType="{kind}.sheet.binary.macroEnabled.main"/>{sheets}'
        f'<Override PartName="/xl/styles.bin" ContentType="{kind}.styles"/></Types>'
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{_REL}/{kind}" Target="{target}"/>' for key, (kind, target) in targets.items()
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}relationships">{lines}</Relationships>'


def _record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    size, length = b"", len(data)
    while length > 127:
        size += bytes([length & 127 | 128])
        length >>= 7
    return head + size + bytes([length]) + data


def _wide(text: str) -> bytes:
    raw = text.encode("utf-16-le")
    return struct.pack("<I", len(raw) // 2) + raw


def _workbook(book: Book) -> bytes:
    sheets = b"".join(
        _record(156, struct.pack("<II", int(page.hidden), number) + _wide(f"rId{number}") + _wide(page.name))
        for number, page in enumerate(book.pages, 1)
    )
    properties = _record(153, struct.pack("<II", int(book.date1904), 0) + _wide(""))
    return _record(131) + properties + _record(143) + sheets + _record(144) + _record(132)


def _styles() -> bytes:
    formats = [_record(47, struct.pack("<HHHHHBBHH", 0, form, 0, 0, 0, 0, 0, 0, 0)) for form in (0, 14)]
    return _record(278) + _record(617, struct.pack("<I", 2)) + b"".join(formats) + _record(618) + _record(279)


def _sheet(page: Page) -> bytes:
    area = struct.pack("<IIII", 0, page.last_row - 1, 0, page.last_column - 1)
    rows = b"".join(_row(page, row) for row in sorted({row for row, _ in page.cells}))
    merged = b"".join(
        _record(176, struct.pack("<IIII", top - 1, end - 1, left - 1, right - 1))
        for top, left, end, right in page.merged
    )
    spans = _record(177, struct.pack("<I", len(page.merged))) + merged + _record(178) if page.merged else b""
    return _record(129) + _record(148, area) + _record(145) + rows + _record(146) + spans + _record(130)


def _row(page: Page, row: int) -> bytes:
    hidden = _HIDDEN_ROW if row in page.hidden_rows else 0
    cells = b"".join(_cell(column, page.cells[row, column]) for column in sorted(c for r, c in page.cells if r == row))
    return _record(0, struct.pack("<IIHBBBI", row - 1, 0, 300, 0, hidden, 0, 0)) + cells


def _cell(column: int, value: Cell) -> bytes:
    style = _DATE_STYLE if isinstance(value, date) else 0
    head = struct.pack("<II", column - 1, style)
    if isinstance(value, bool):
        return _record(4, head + bytes([value]))
    if isinstance(value, date):
        return _record(5, head + struct.pack("<d", value.toordinal() - date(1899, 12, 30).toordinal()))
    if isinstance(value, (int, float)):
        return _record(5, head + struct.pack("<d", value))
    return _record(6, head + _wide(str(value)))
