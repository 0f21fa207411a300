"""Old workbooks: every kind of record, both versions, texts over several records; measured against calamine."""

import io
import struct
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from desktop_app.domain.errors import DamagedWorkbook
from desktop_app.ingest.files.ole_guard import container_of
from desktop_app.ingest.files.xls_records import Record, shared_texts
from desktop_app.ingest.formats import open_file
from desktop_app.ingest.grid import Cell, Grid
from tests.ingest import workbooks
from tests.ingest.workbooks import Sheet, Value, biff_record

STYLES = b"".join(biff_record(0xE0, struct.pack("<HH16x", 0, number)) for number in (0, 14, 200))
FORMAT = biff_record(0x41E, struct.pack("<HHB", 200, 4, 0) + b"mmmm")


def only_grid(tmp_path: Path, data: bytes) -> Grid:
    path = tmp_path / "lama.xls"
    path.write_bytes(data)
    [grid] = open_file(path).grids
    return grid


def book(cells: bytes, shared: bytes = b"", version: int = 0x600, more: bytes = b"") -> bytes:
    """Records of a workbook with one sheet; `shared`: records before the list of sheets."""
    begin = biff_record(0x809, struct.pack("<HHHHII", version, 5, 0, 0, 0, 0))
    name = b"\x01\x00S" if version == 0x600 else b"\x01S"
    head = begin + STYLES + shared
    place = len(head) + 4 + 6 + len(name) + 4
    sheet = biff_record(0x809, struct.pack("<HHHHII", version, 16, 0, 0, 0, 0)) + cells + biff_record(0x0A)
    return head + biff_record(0x85, struct.pack("<IBB", place, 0, 0) + name) + biff_record(0x0A) + sheet + more


def at(row: int, column: int, style: int = 0) -> bytes:
    return struct.pack("<3H", row, column, style)


def formula(result: bytes) -> bytes:
    return biff_record(0x06, at(0, 0) + result + bytes(8))


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (biff_record(0x203, at(0, 0) + struct.pack("<d", 1.5)), 1.5),
        (biff_record(0x27E, at(0, 0) + struct.pack("<I", (123 << 2) | 2)), 123.0),
        (biff_record(0x27E, at(0, 0) + struct.pack("<I", (12345 << 2) | 3)), 123.45),
        (biff_record(0x27E, at(0, 0) + struct.pack("<i", (-7 << 2) | 2)), -7.0),
        (biff_record(0x27E, at(0, 0) + struct.pack("<d", 1.5)[4:]), 1.5),
        (biff_record(0x203, at(0, 0, 1) + struct.pack("<d", 45000)), date(2023, 3, 15)),
        (biff_record(0x203, at(0, 0, 2) + struct.pack("<d", 45000)), date(2023, 3, 15)),
        (biff_record(0x205, at(0, 0) + b"\x01\x00"), True),
        (biff_record(0x205, at(0, 0) + b"\x2a\x01"), "#N/A"),
        (biff_record(0x204, at(0, 0) + struct.pack("<HB", 4, 0) + b"Ged\xe9"), "Gedé"),
        (formula(struct.pack("<d", 2.5)), 2.5),
        (formula(b"\x01\x00\x01\x00\x00\x00\xff\xff"), True),
        (formula(b"\x02\x00\x17\x00\x00\x00\xff\xff"), "#REF!"),
        (formula(b"\x00\x00\x00\x00\x00\x00\xff\xff") + biff_record(0x207, struct.pack("<HB", 3, 0) + b"abc"), "abc"),
    ],
)
def test_kinds_of_cells(tmp_path: Path, cells: bytes, read: Cell) -> None:
    [[found]] = only_grid(tmp_path, container_of(book(cells, FORMAT))).rows()
    assert (found, type(found)) == (read, type(read))


def test_a_row_of_packed_numbers(tmp_path: Path) -> None:
    packed = b"".join(struct.pack("<HI", 0, (number << 2) | 2) for number in (7, 8, 9))
    grid = only_grid(tmp_path, container_of(book(biff_record(0xBD, struct.pack("<HH", 2, 1) + packed + b"\x03\0"))))
    assert list(grid.rows()) == [[], [], ["", 7.0, 8.0, 9.0]]


def test_a_formula_that_gives_nothing_is_not_the_end_of_the_data(tmp_path: Path) -> None:
    empty = biff_record(0x06, at(9, 0) + b"\x03\x00\x00\x00\x00\x00\xff\xff" + bytes(8))
    grid = only_grid(tmp_path, container_of(book(biff_record(0x203, at(0, 0) + bytes(8)) + empty)))
    assert (grid.height, list(grid.rows())) == (1, [[0.0]])


def test_biff5_writes_the_letters_of_a_code_page(tmp_path: Path) -> None:
    label = biff_record(0x204, at(1, 0) + struct.pack("<H", 4) + b"Ged\xe9")
    page = biff_record(0x42, struct.pack("<H", 1252))
    for name in ("Book", "Workbook"):
        grid = only_grid(tmp_path, container_of(book(label, page, version=0x500), name))
        assert (grid.name, list(grid.rows())) == ("S", [[], ["Gedé"]])


def test_dates_from_1904(tmp_path: Path) -> None:
    grid = only_grid(tmp_path, workbooks.xls(Sheet("S", [[date(2020, 1, 1)]]), from_1904=True))
    assert list(grid.rows()) == [[date(2024, 1, 2)]]


def test_a_stray_cell_in_the_last_corner(tmp_path: Path) -> None:
    cells = biff_record(0x203, at(0, 0) + bytes(8)) + biff_record(0x203, at(65_535, 255) + bytes(8))
    grid = only_grid(tmp_path, container_of(book(cells)))
    assert (grid.height, sum(map(len, grid.rows()))) == (65_536, 257)


def test_an_embedded_chart_is_no_part_of_the_sheet(tmp_path: Path) -> None:
    chart = biff_record(0x809, bytes(16)) + biff_record(0x203, at(5, 5) + bytes(8)) + biff_record(0x0A)
    grid = only_grid(tmp_path, container_of(book(chart + biff_record(0x203, at(0, 0) + bytes(8)))))
    assert list(grid.rows()) == [[0.0]]


def test_a_text_that_is_not_in_the_table(tmp_path: Path) -> None:
    with pytest.raises(DamagedWorkbook, match="daftar teks"):
        only_grid(tmp_path, container_of(book(biff_record(0xFD, at(0, 0) + struct.pack("<I", 3)))))


TEXTS = ["abc", "Gedé “x”", "", "kaya", "漢字"]


def written(text: str) -> tuple[bytes, bytes]:
    """A shared text as its head and its characters: the fourth one has runs and phonetics behind it."""
    wide = any(ord(letter) > 255 for letter in text)
    letters = text.encode("utf-16-le" if wide else "latin-1")
    if text == "kaya":
        return struct.pack("<HBHI", len(text), 0x0C | wide, 1, 3), letters + bytes(4) + b"xyz"
    return struct.pack("<HB", len(text), wide), letters


def test_texts_may_be_cut_between_records_at_any_place() -> None:
    whole = struct.pack("<II", 5, 5) + b"".join(head + tail for head, tail in map(written, TEXTS))
    assert shared_texts(Record(0xFC, whole, ())) == TEXTS
    start = len(struct.pack("<II", 5, 5)) + len(written("abc")[0])
    for cut in range(start, start + 3):
        assert shared_texts(Record(0xFC, whole[:cut], [b"\0" + whole[cut:]])) == TEXTS
    second = start + 3 + len(written(TEXTS[1])[0])
    for cut in range(second + 2, second + 16, 2):
        assert shared_texts(Record(0xFC, whole[:cut], [b"\1" + whole[cut:]])) == TEXTS
    packed = struct.pack("<II", 1, 1) + struct.pack("<HB", 4, 1) + "ab".encode("utf-16-le")
    assert shared_texts(Record(0xFC, packed, [b"\0cd"])) == ["abcd"]


def test_a_table_of_texts_that_ends_early_gives_what_is_whole() -> None:
    whole = struct.pack("<II", 99, 0xFFFFFFFF) + b"".join(head + tail for head, tail in map(written, TEXTS[:2]))
    assert shared_texts(Record(0xFC, whole, ())) == TEXTS[:2]


VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.booleans(), st.floats(-1e9, 1e9), st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=9),
    st.dates(date(1901, 1, 1), date(2099, 12, 31)),
)  # fmt: skip


@pytest.mark.parametrize("write", [workbooks.xls, workbooks.xlsb], ids=["xls", "xlsb"])
@given(table=st.lists(st.lists(VALUES, max_size=6), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_our_own_readers_agree_with_calamine(tmp_path: Path, write: workbooks.Write, table: list[list[Value]]) -> None:
    data = write(Sheet("S", [["x"], *table]))
    found = [list(row) for row in only_grid(tmp_path, data).rows()]
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    assert found == [cut(list(row)) for row in sheet.iter_rows()]


def cut(row: list[Cell]) -> list[Cell]:
    """Without the blanks at the right end."""
    while row and row[-1] == "":
        row.pop()
    return row
