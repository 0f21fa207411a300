"""Headers of one to three levels are found, with their number rows, and tell the kind of table."""

import pytest

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.finding.areas import Header
from desktop_app.ingest.finding.headers import find_header, find_tables
from desktop_app.ingest.grid import Cell, Grid
from tests.ingest.grids import NIK, grid_of, person


def header_of(grid: Grid) -> Header:
    header = find_header(grid)
    assert header is not None
    return header


def test_two_merged_rows_under_titles_with_a_number_row() -> None:
    header = header_of(grid_of(
        ("REKAP",), ("per 31 Maret 2025",), (),
        ("No", "Kabupaten/Kota", "Peserta aktif", None, None, "%"),
        (None, None, "PU", "BPU", "Jumlah", None),
        ("(1)", "(2)", "(3)", "(4)", "(5)=(3)+(4)", "(6)"),
        (1, "Badung", 10, 20, 30, None),
        merged=("A1:F1", "A4:A5", "B4:B5", "C4:E4", "F4:F5"),
    ))  # fmt: skip
    assert header.kind is SheetKind.REKAP
    assert header.rows == (3, 4, 5)
    assert header.labels[3] == ("Peserta aktif", "BPU")
    assert header.labels[5] == ("%",)


def test_three_merged_rows() -> None:
    header = header_of(grid_of(
        ("No", "Data Peserta", None, None, None, "Segmen"),
        (None, "Identitas", None, "Domisili", None, None),
        (None, "NIK", "Nama", "Kecamatan", "Desa", None),
        ("A", "B", "C", "D", "E", "F"),
        (1, f"{NIK}9001", "Ni Contoh", "Ubud", "Mas", "PU"),
        merged=("A1:A3", "F1:F3", "B1:E1", "B2:C2", "D2:E2"),
    ))  # fmt: skip
    assert header.rows == (0, 1, 2, 3)
    assert header.labels[4] == ("Data Peserta", "Domisili", "Desa")
    assert header.labels[5] == ("Segmen",)


LEVELS: dict[str, tuple[list[tuple[Cell | None, ...]], tuple[int, ...], dict[int, tuple[str, ...]]]] = {
    "groups reach to the right": (
        [("Kabupaten/Kota", "Peserta aktif", "", "Cakupan"), ("", "PU", "BPU", "%"), ("Badung", 1, 2, "58,68%")],
        (0, 1), {2: ("Peserta aktif", "BPU"), 3: ("Cakupan", "%")},
    ),
    "but not over a column of its own": (
        [("Kabupaten", "Peserta aktif", "", ""), ("", "PU", "BPU", "Ket"), ("Badung", 1, 2, "-")],
        (0, 1), {2: ("Peserta aktif", "BPU"), 3: ("Ket",)},
    ),
    "three levels": (
        [
            ("Kabupaten", "Peserta", "", "", "Penduduk bekerja"), ("", "Formal", "", "Informal", ""),
            ("", "L", "P", "Jumlah", ""), ("Badung", 1, 2, 3, 9),
        ],
        (0, 1, 2), {2: ("Peserta", "Formal", "P"), 3: ("Peserta", "Informal", "Jumlah"), 4: ("Penduduk bekerja",)},
    ),
    "names typed in the lower row": (
        [("", "", "Peserta aktif", ""), ("No", "Kabupaten", "PU", "BPU"), (1, "Badung", 1, 2)],
        (0, 1), {1: ("Kabupaten",), 3: ("Peserta aktif", "BPU")},
    ),
    "a blank row between": (
        [("Kabupaten", "Peserta aktif", ""), (), ("", "PU", "BPU"), ("Badung", 1, 2)],
        (0, 2), {1: ("Peserta aktif", "PU"), 2: ("Peserta aktif", "BPU")},
    ),
    "a name on two lines": (
        [("NIK", "Nama", "Tanggal"), ("", "Lengkap", "Lahir"), (f"{NIK}9001", "Ni Contoh", "15-06-1990")],
        (0, 1), {2: ("Tanggal", "Lahir")},
    ),
    "parts of an address": (
        [("NIK", "Nama", "Alamat", "", "Ket"), ("", "", "Jalan", "RT", ""), (f"{NIK}9001", "Ni Contoh", "Jl. X", "1", "")],
        (0, 1), {3: ("Alamat", "RT")},
    ),
    "units": ([("Kabupaten", "Peserta PU"), ("", ""), ("", "(orang)"), ("Badung", 1)], (0, 2), {1: ("Peserta PU",)}),
    "units and numbers": (
        [("Kabupaten", "Peserta PU", "Cakupan"), ("-", "(orang)", "(%)"), ("(1)", "(2)", "(3)"), ("Badung", 1, 2)],
        (0, 1, 2), {1: ("Peserta PU",)},
    ),
    "hints": (
        [("NIK", "Nama", "Tgl Lahir"), ("16 digit", "wajib diisi", "dd-mm-yyyy"), (f"{NIK}9001", "Ni Contoh", "15-06-1990")],
        (0, 1), {0: ("NIK",), 2: ("Tgl Lahir",)},
    ),
    "numbers below a blank row": (
        [("NIK", "Nama", "Desa"), (), (1, 2, 3), (f"{NIK}9001", "Ni Contoh", "Mas")], (0, 2), {2: ("Desa",)},
    ),
    "roman numbers": (
        [("NO", "NAMA", "NIK"), ("I", "II", "III"), (1, "Ni Contoh", f"{NIK}9001")], (0, 1), {1: ("NAMA",)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LEVELS)
def test_levels_without_merged_cells(name: str) -> None:
    rows, header_rows, labels = LEVELS[name]
    header = header_of(grid_of(*rows))
    assert header.rows == header_rows
    assert {column: header.labels[column] for column in labels} == labels


def test_a_first_row_of_words_is_data() -> None:
    header = header_of(
        grid_of(("Kabupaten", "Peserta PU", "Ket"), ("Badung", "nihil", "belum ada"), ("Gianyar", 5, "ok"))
    )
    assert header.rows == (0,)


def test_what_is_counted_may_stand_in_the_title_alone() -> None:
    header = header_of(grid_of(("Jumlah Peserta Aktif",), ("Kabupaten", "Formal", "Informal"), ("Badung", 1, 2)))
    assert (header.kind, header.labels[1]) == (SheetKind.REKAP, ("Jumlah Peserta Aktif", "Formal"))


def test_only_headers_of_the_kind_that_is_asked_for() -> None:
    grid = grid_of(("No", "NIK", "Nama"), person(1), (), ("Kecamatan", "Peserta PU"), ("Ubud", 1))
    for kind, rows in ((SheetKind.PESERTA, (0,)), (SheetKind.REKAP, (3,))):
        header = find_header(grid, kind)
        assert header is not None
        assert header.rows == rows
    assert find_header(grid, SheetKind.TARGET) is None


def test_title_lines_that_look_like_a_header_give_way_to_the_header() -> None:
    header = header_of(
        grid_of(("Kecamatan", "Jumlah peserta aktif"), ("Ubud", "tiga orang"), (), ("No", "NIK", "Nama"), person(1))
    )
    assert header.rows in ((0,), (3,))
    header = header_of(grid_of(("Kecamatan", "Jumlah peserta aktif"), (), ("No", "NIK", "Nama"), person(1)))
    assert header.rows == (2,)


def test_a_family_card_ends_where_its_second_table_begins() -> None:
    people, rest = find_tables(grid_of(
        ("KARTU KELUARGA",), ("No", "Nama Lengkap", "NIK", "Jenis Kelamin"), (1, "I Contoh", f"{NIK}9001", "L"),
        (), ("No", "Status Perkawinan", "Hubungan", "Nama Ayah"), (1, "Kawin", "Kepala Keluarga", "I Rekaan"),
    ))  # fmt: skip
    assert (people.header.kind, people.end) == (SheetKind.PESERTA, 4)
    assert (rest.header.kind, rest.header.rows) == (SheetKind.LAIN, (4,))
