"""Lines directly over a header: titles, or a level of the header."""

import pytest

from desktop_app.ingest.finding.headers import find_tables
from desktop_app.ingest.grid import Cell
from tests.ingest.grids import grid_of, person

Line = tuple[Cell | None, ...]
HEADER = ("No", "Kecamatan", "Penduduk Bekerja", "PU", "BPU", "Jumlah")
ROWS = ((1, "Ubud", 100, 10, 20, 30), (2, "Sukawati", 200, 20, 30, 50))


@pytest.mark.parametrize(("title", "merged"), [
    (("REKAPITULASI KEPESERTAAN KABUPATEN GIANYAR",), ()),
    ((None, None, "REKAPITULASI KEPESERTAAN KABUPATEN GIANYAR PER 31 MARET 2025"), ()),
    (("Perkembangan peserta aktif di Gianyar",), ("A1:D1",)),
    (("Peserta aktif triwulan pertama",), ("A1:F1",)),
    ((None, None, "Dicetak: 02-04-2025 08.15"), ()),
    ((None, None, "Halaman 1 dari 3"), ()),
    ((None, None, "DATA KEPESERTAAN PER 31 MARET 2025"), ()),
    ((None, None, None, None, None, None, "Lampiran I"), ()),
    (("DINAS TENAGA KERJA KABUPATEN GIANYAR", None, None, "LAMPIRAN SURAT NOMOR 5"), ("A1:C1", "D1:F1")),
])  # fmt: skip
def test_a_title_is_no_level(title: Line, merged: tuple[str, ...]) -> None:
    [area] = find_tables(grid_of(title, HEADER, *ROWS, merged=merged))
    assert area.header.rows == (1,)
    assert area.header.labels == {column: (text,) for column, text in enumerate(HEADER)}


@pytest.mark.parametrize("merged", [(), ("D1:F1",)])
def test_a_group_over_some_columns_is_a_level(merged: tuple[str, ...]) -> None:
    group = (None, None, None, "Peserta Aktif")
    [area] = find_tables(grid_of(group, HEADER, *ROWS, merged=merged))
    assert area.header.rows == (0, 1)
    assert area.header.labels[3] == ("Peserta Aktif", "PU")


def test_people_over_a_header_that_comes_again_are_no_level() -> None:
    """Their NIK are dressed so that they look like words."""
    header = ("NIK", "Nama", "Kabupaten", "Email")
    first = (person(1)[1], "Ni Contoh", "Gianyar", "a@contoh.test")
    dressed = (f"`{person(2)[1]}", "I Misal", "Gianyar", "b@contoh.test")
    [area] = find_tables(grid_of(header, first, dressed, header, first))
    assert (area.header.rows, area.end) == ((0,), 5)


def test_a_table_below_in_other_columns_leaves_the_one_above_whole() -> None:
    people = [(None, None, None, *person(number)) for number in range(1, 6)]
    recap: list[Line] = [("Kecamatan", "Jumlah Peserta"), ("Ubud", 4), ("Sukawati", 1)]
    above, below = find_tables(grid_of((None, None, None, "No", "NIK", "Nama"), *people, (), ("Rekap",), *recap))
    assert (above.header.first_row, above.end) == (1, 7)
    assert (below.start, below.header.rows, below.titles) == (7, (8,), ("Rekap",))
