"""Binary workbooks: kinds of cells, shared strings, dates from 1904, damage."""

import struct
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from desktop_app.domain.errors import DamagedWorkbook
from desktop_app.ingest.formats import open_file
from desktop_app.ingest.grid import Cell, Grid
from tests.ingest.workbooks import Sheet, binary_record, xlsb, zipped


def parts() -> dict[str, str | bytes]:
    with zipfile.ZipFile(BytesIO(xlsb(Sheet("S", [["x"]])))) as package:
        return {name: package.read(name) for name in package.namelist()}


def only_grid(tmp_path: Path, changed: dict[str, str | bytes]) -> Grid:
    path = tmp_path / "biner.xlsb"
    path.write_bytes(zipped({**parts(), **changed}))
    [grid] = open_file(path).grids
    return grid


def sheet(cells: bytes) -> dict[str, str | bytes]:
    row = binary_record(0, struct.pack("<IIHBBBI", 0, 0, 300, 0, 0, 0, 0))
    return {"xl/worksheets/sheet1.bin": binary_record(145) + row + cells + binary_record(146)}


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


HEAD = struct.pack("<II", 0, 0)
STRINGS = {"xl/sharedStrings.bin": binary_record(159) + binary_record(19, b"\0" + wide("Made")) + binary_record(160)}


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (binary_record(2, HEAD + struct.pack("<I", (123 << 2) | 3)), 1.23),
        (binary_record(3, HEAD + b"\x2a"), "#N/A"),
        (binary_record(4, HEAD + b"\x01"), True),
        (binary_record(5, HEAD + struct.pack("<d", 2.5)), 2.5),
        (binary_record(5, struct.pack("<IId", 0, 1, 45000)), date(2023, 3, 15)),
        (binary_record(6, HEAD + wide("Gedé")), "Gedé"),
        (binary_record(7, HEAD + struct.pack("<I", 0)), "Made"),
        (binary_record(8, HEAD + wide("hasil") + bytes(10)), "hasil"),
        (binary_record(9, HEAD + struct.pack("<d", 1) + bytes(10)), 1.0),
        (binary_record(10, HEAD + b"\0" + bytes(10)), False),
        (binary_record(11, HEAD + b"\x07" + bytes(10)), "#DIV/0!"),
        (binary_record(62, HEAD + b"\1" + wide("kaya") + bytes(8)), "kaya"),
        (binary_record(17, bytes(4) + wide("pendek")), "pendek"),
    ],
)
def test_kinds_of_cells(tmp_path: Path, cell: bytes, read: Cell) -> None:
    [[found]] = only_grid(tmp_path, {**STRINGS, **sheet(cell)}).rows()
    assert (found, type(found)) == (read, type(read))


def test_dates_from_1904(tmp_path: Path) -> None:
    dated = sheet(binary_record(5, struct.pack("<IId", 0, 1, 43538)))
    book = binary_record(131) + binary_record(153, struct.pack("<II", 1, 0)) + bytes(parts()["xl/workbook.bin"])[3:]  # type: ignore[arg-type]
    assert list(only_grid(tmp_path, {**dated, "xl/workbook.bin": book}).rows()) == [[date(2023, 3, 15)]]


@pytest.mark.parametrize(
    "changed",
    [
        sheet(binary_record(7, HEAD + struct.pack("<I", 9))),
        sheet(binary_record(5, HEAD + b"\0")),
        sheet(binary_record(6, HEAD + struct.pack("<I", 500))),
        sheet(binary_record(0, struct.pack("<IIHBBBI", 9_999_999, 0, 0, 0, 0, 0, 0))),
        {"xl/worksheets/sheet1.bin": binary_record(6, bytes(300))[:-5]},
        {"xl/workbook.bin": b"\x9c\x01\xff\xff\xff\x7f"},
    ],
)
def test_damaged(tmp_path: Path, changed: dict[str, str | bytes]) -> None:
    with pytest.raises(DamagedWorkbook):
        only_grid(tmp_path, changed)
