"""The same sheet in every format reads the same, whatever the file is called."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop_app.ingest.formats import open_file
from desktop_app.ingest.grid import Cell, Grid, Merged
from tests.ingest import workbooks
from tests.ingest.workbooks import Sheet

FIRST = Sheet(
    "Peserta & lain",
    [
        ["DAFTAR PESERTA"],
        [],
        ["NIK", "Nama", "Tgl lahir", "Aktif"],
        ["5103010101909001", "Ni Made Ñ <rekaan>", date(1990, 12, 31), True],
        [5103010101909001, None, datetime(2001, 2, 3, 4, 5, 6), False],
        ["0051", 1.5],
    ],
    merged=[(0, 0, 0, 3), (3, 1, 4, 1)],
    hidden_rows=frozenset([4]),
    hidden_columns=frozenset([2]),
)
SECOND = Sheet("Arsip", [["x"]], hidden=True)
READ: list[list[Cell]] = [
    ["DAFTAR PESERTA"],
    [],
    ["NIK", "Nama", "Tgl lahir", "Aktif"],
    ["5103010101909001", "Ni Made Ñ <rekaan>", date(1990, 12, 31), True],
    [5103010101909001.0, "", datetime(2001, 2, 3, 4, 5, 6), False],
    ["0051", 1.5],
]
WRITERS: list[Callable[..., bytes]] = [
    workbooks.xlsx, workbooks.xlsb, workbooks.xls, workbooks.biff, workbooks.ods, workbooks.flat_ods, workbooks.xml_2003,
]  # fmt: skip


def rows(grid: Grid) -> list[list[Cell]]:
    found = [list(row) for row in grid.rows()]
    for row in found:
        while row and row[-1] == "":
            row.pop()
    return found


@pytest.mark.parametrize("name", ["kiriman.xlsx", "kiriman.xls", "kiriman"])
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_one_sheet_in_every_format(tmp_path: Path, write: Callable[..., bytes], name: str) -> None:
    path = tmp_path / name
    path.write_bytes(write(FIRST, SECOND))
    first, second = open_file(path).grids
    assert (first.name, first.hidden, second.name, second.hidden) == ("Peserta & lain", False, "Arsip", True)
    assert rows(first) == READ
    assert rows(first) == READ, "rows may be gone through again"
    assert first.height == 6
    assert set(first.merged) == {Merged(0, 0, 0, 3), Merged(3, 1, 4, 1)}
    assert (set(first.hidden_rows), set(first.hidden_columns)) == ({4}, {2})
    assert (rows(second), second.height, second.hidden_rows) == ([["x"]], 1, frozenset())


@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_cells_keep_their_type(tmp_path: Path, write: Callable[..., bytes]) -> None:
    path = tmp_path / "jenis"
    path.write_bytes(write(Sheet("S", [["5103010101909001", 5103010101909001, True, date(2020, 1, 1), "true", "12"]])))
    [row] = open_file(path).grids[0].rows()
    assert [type(cell) for cell in row] == [str, float, bool, date, str, str]


@pytest.mark.parametrize(
    ("grid_height", "content"),
    [
        (2, b"NIK\tNama\r\n5103010101909001\tMade\r\n"),
        (2, workbooks.html(["NIK", "Nama"], ["5103010101909001", "Made"])),
        (2, "NIK;Nama\n5103010101909001;Made\n".encode("utf-16-le")),
    ],
)
def test_text_dressed_as_a_workbook(tmp_path: Path, grid_height: int, content: bytes) -> None:
    path = tmp_path / "kiriman.xls"
    path.write_bytes(content)
    [grid] = open_file(path).grids
    assert rows(grid) == [["NIK", "Nama"], ["5103010101909001", "Made"]]
    assert grid.height == grid_height
