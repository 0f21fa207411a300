"""Where the tables of a sheet stand: below and beside each other, on printed pages, far down, without a header."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.finding.areas import Area
from desktop_app.ingest.finding.headers import find_tables
from desktop_app.ingest.grid import Cell, Grid
from desktop_app.ingest.mapping.fields import field_of
from tests.ingest.grids import NIK, grid_of, person

PEOPLE = ("No", "NIK", "Nama")


def fields_of(area: Area) -> dict[int, str]:
    """Column -> field, as the header's texts alone tell it."""
    found = {place: field_of(area.header.kind, parts)[0] for place, parts in area.header.labels.items()}
    return {place: field for place, field in found.items() if field}


def only(grid: Grid) -> Area:
    [area] = find_tables(grid)
    return area


def test_a_title_with_its_table_below_another() -> None:
    first, second = find_tables(grid_of(
        ("Bulan Januari 2024",),
        PEOPLE,
        person(1),
        ("Jumlah", 1),
        (),
        ("Bulan Februari 2024",),
        (),
        PEOPLE,
        person(2),
        ("Gianyar, 5 Maret 2024",),
        ("NIP. 19700101 199503 1 001",),
    ))  # fmt: skip
    assert (first.start, first.header.rows, first.end, first.titles) == (0, (1,), 5, ("Bulan Januari 2024",))
    assert (second.start, second.header.rows, second.end, second.titles) == (5, (7,), 11, ("Bulan Februari 2024",))
    assert second.shared == ("Bulan Januari 2024",)


def test_another_kind_of_table_below_is_not_swallowed() -> None:
    people, recap = find_tables(grid_of(
        PEOPLE, person(1), person(2), (), ("Rekap per kecamatan",), ("Kecamatan", "Peserta PU"), ("Ubud", 2),
    ))  # fmt: skip
    assert (people.header.kind, people.end) == (SheetKind.PESERTA, 4)
    assert (recap.header.kind, recap.header.rows, recap.end) == (SheetKind.REKAP, (5,), 7)


def test_a_header_on_every_page_is_one_table() -> None:
    area = only(grid_of(
        ("DAFTAR PESERTA",), PEOPLE, ("(1)", "(2)", "(3)"), person(1),
        ("Jumlah halaman ini", 1), ("Halaman 2 dari 2",), ("DAFTAR PESERTA",), ("NO.", "N I K", "nama"), ("(1)", "(2)", "(3)"),
        ("Jumlah pindahan", 1), person(2),
    ))  # fmt: skip
    assert (area.header.rows, area.end) == ((1, 2), 11)


@pytest.mark.parametrize("again", [(), (PEOPLE,)])
def test_families_stay_one_table(again: tuple[tuple[str, ...], ...]) -> None:
    area = only(grid_of(
        ("DATA KELUARGA",), PEOPLE,
        ("No. KK: 5103041234569001 Kepala Keluarga: I Contoh",), person(1),
        ("No. KK: 5103041234569002 Kepala Keluarga: I Rekaan",), *again, person(2),
    ))  # fmt: skip
    assert area.header.rows == (1,)


def test_tables_beside_each_other() -> None:
    left, right = find_tables(grid_of(
        ("REKAP JANUARI 2026", None, None, None, "TARGET"),
        ("Kabupaten", "PU", "BPU", None, "Kabupaten", "Target (%)", "Tahun"),
        ("Badung", 1, 2, None, "Badung", "50%", 2026),
    ))  # fmt: skip
    assert (left.header.kind, left.left, left.right, left.titles) == (SheetKind.REKAP, 0, 4, ("REKAP JANUARI 2026",))
    assert (right.header.kind, right.left, right.titles) == (SheetKind.TARGET, 4, ("TARGET",))
    assert not left.whole_rows


def test_a_list_in_two_blocks_without_a_gap() -> None:
    left, right = find_tables(grid_of(PEOPLE * 2, person(1) + person(2), person(3) + person(4)))
    assert (fields_of(left), fields_of(right)) == ({0: "no", 1: "nik", 2: "name"}, {3: "no", 4: "nik", 5: "name"})


def test_a_table_that_begins_lower_beside_another() -> None:
    left, right = find_tables(grid_of(
        ("Kabupaten", "PU", "BPU"),
        ("Badung", 1, 2),
        ("Gianyar", 1, 2, None, "Kabupaten", "Target", "Tahun"),
        ("Bangli", 1, 2, None, "Badung", "50%", 2026),
        ("Klungkung", 1, 2, None, "Gianyar", "50%", 2026),
    ))  # fmt: skip
    assert (left.end, left.right) == (5, 4)
    assert (right.header.kind, right.header.rows, right.titles) == (SheetKind.TARGET, (2,), ())


def test_a_blank_column_inside_a_table_does_not_part_it() -> None:
    area = only(grid_of(("No", "NIK", None, "Nama", "Desa"), (1, f"{NIK}9001", None, "Ni Contoh", "Mas")))
    assert fields_of(area) == {0: "no", 1: "nik", 3: "name", 4: "desa"}
    assert area.whole_rows


def test_people_without_any_header() -> None:
    area = only(grid_of(("DAFTAR",), (), *(person(number) for number in range(1, 5))))
    assert (area.header.kind, area.header.rows, area.header.labels, area.header.first_row) == (
        SheetKind.PESERTA, (), {}, 2,
    )  # fmt: skip


def test_a_first_person_whose_nik_is_blank_belongs_to_the_list() -> None:
    area = only(grid_of((1, "", "Ni Contoh", "Mas"), *((*person(number), "Mas") for number in range(2, 5))))
    assert area.header.first_row == 0


@pytest.mark.parametrize(
    "rows",
    [
        [("Petunjuk",), ("NIK", "wajib 16 angka"), ("Nama", "isi sesuai KTP")],
        [("Yth. Bapak Bupati", None), ("di", "Gianyar"), ("Bersama ini kami sampaikan nama dan NIK peserta.",)],
        [("Uraian", "Laki-laki", "Perempuan"), ("Peserta PU", 1, 2), ("Peserta BPU", 1, 2)],
        [],
    ],
)
def test_no_table_where_there_is_none(rows: list[tuple[Cell | None, ...]]) -> None:
    assert find_tables(grid_of(*rows)) == ()


def test_a_header_below_more_than_a_thousand_rows() -> None:
    rows = [PEOPLE, *(person(number) for number in range(1, 1200)), (), ("Kecamatan", "Peserta PU"), ("Ubud", 5)]
    people, recap = find_tables(grid_of(*rows))
    assert (people.end, recap.header.rows, recap.end) == (1201, (1201,), 1203)


def test_a_header_without_a_gap_far_below() -> None:
    rows = [PEOPLE, *(person(number) for number in range(1, 60)), ("Kecamatan", "Peserta PU", "Ket"), ("Ubud", 5, "ok")]
    assert [area.header.rows for area in find_tables(grid_of(*rows))] == [(0,), (60,)]


def test_a_long_list_of_words_holds_no_second_header() -> None:
    rows = [("Nama", "No KPJ", "Kecamatan", "Desa")]
    rows += [(f"Ni Nama {number}", f"KPJ-{number}", "Kecamatan Ubud", "Desa Mas") for number in range(400)]
    assert only(grid_of(*rows)).header.rows == (0,)


def test_a_header_again_and_again_on_a_long_list() -> None:
    rows: list[tuple[Cell | None, ...]] = []
    for page in range(60):
        rows += [PEOPLE, *(person(page * 10 + number) for number in range(10)), ("Jumlah halaman", 10)]
    assert only(grid_of(*rows)).end == 720


@pytest.mark.parametrize(
    ("header", "older", "stated"),
    [
        (("Kabupaten/Kota", 2021, 2022, 2023), {1, 2}, date(2023, 12, 31)),
        (("Kabupaten/Kota", "2021", "2022", "2023*"), {1, 2}, date(2023, 12, 31)),
        (("Kabupaten/Kota", "Jan 2026", "Feb 2026", "Mar 2026"), {1, 2}, date(2026, 3, 31)),
        (("Kabupaten/Kota", "Peserta Des 2022", "Peserta Des 2023", "Target"), {1}, date(2023, 12, 31)),
    ],
)
def test_of_several_years_the_newest_is_read(header: tuple[Cell, ...], older: set[int], stated: date) -> None:
    area = only(grid_of(("Jumlah Peserta Aktif menurut Kabupaten/Kota",), header, ("Badung", 1, 2, 3)))
    assert (area.header.kind, set(area.header.older), area.header.stated) == (SheetKind.REKAP, older, stated)
    assert fields_of(area)[max(older) + 1] == "people_total"


def test_a_year_without_figures_is_not_the_newest() -> None:
    area = only(grid_of(("Penduduk bekerja",), ("Kabupaten", 2022, 2023), ("Badung", 5, None)))
    assert (area.header.kind, set(area.header.older)) == (SheetKind.PENYEBUT, {2})
    assert area.header.stated == date(2022, 12, 31)


def test_regions_side_by_side_become_rows() -> None:
    area = only(grid_of(
        ("REKAP per 31 Maret 2025",),
        ("No", "Uraian", None, "Badung", "Gianyar"),
        (1, "Penduduk bekerja", None, 10, 20),
        (2, "Peserta aktif", "PU", 1, 2),
        (None, None, "BPU", 3, 4),
        ("Sumber: BPS",),
    ))  # fmt: skip
    assert area.turned is not None
    assert [list(row) for row in area.turned.grid.rows()][1:] == [["Badung", 10, 1, 3], ["Gianyar", 20, 2, 4]]
    assert fields_of(area) == {0: "wilayah", 1: "workers_total", 2: "people_pu", 3: "people_bpu"}
    assert (area.turned.cell_of(2, 3), area.turned.row_of(3)) == ("E5", 5)
    assert area.titles == ("REKAP per 31 Maret 2025",)


TITLES: list[tuple[Cell | None, ...]] = [
    ("BPJS KETENAGAKERJAAN",), ("KANTOR CABANG BALI GIANYAR",), ("DAFTAR PESERTA AKTIF PROGRAM JKK DAN JKM",), (),
    ("Bulan", ":", "Januari 2026"), ("per 31 Maret 2025",), ("Kecamatan :", "Ubud"), ("Nama perusahaan: CV Rekaan",),
    ("Jumlah peserta", 12), ("Catatan: NIK wajib 16 angka",), ("Alamat: Jl. Contoh No. 5",), (None, "RAHASIA"), ("NPP", "12345678"),
]  # fmt: skip
COLUMNS: dict[str, tuple[str, Cell]] = {
    "no": ("No.", 1), "nik": ("N I K", f"{NIK}9001"), "name": ("Nama\nLengkap", "Ni Contoh"), "sex": ("L/P", "P"),
    "birth_date": ("Tgl. Lahir", "15-06-1990"), "desa": ("Desa/Kel", "Mas"), "kpj": ("No KPJ", "01234567890"),
    "note": ("Ket", "-"),
}  # fmt: skip


@given(
    titles=st.lists(st.sampled_from(TITLES), max_size=6),
    order=st.permutations(list(COLUMNS)),
    rows=st.integers(0, 5),
    columns=st.integers(0, 4),
    gap=st.integers(0, 2),
    numbered=st.booleans(),
)
def test_any_title_block_any_order_anywhere(
    titles: list[tuple[Cell | None, ...]], order: list[str], rows: int, columns: int, gap: int, numbered: bool
) -> None:
    left = (None,) * columns
    numbers = [tuple(f"({number})" for number in range(1, len(order) + 1))] if numbered else []
    above = [*[()] * rows, *((*left, *title) for title in titles)]
    area = only(grid_of(
        *above, (*left, *(COLUMNS[name][0] for name in order)), *((*left, *row) for row in numbers), *[()] * gap,
        *((*left, *(COLUMNS[name][1] for name in order)) for _ in range(3)),
    ))  # fmt: skip
    assert area.header.rows == tuple(range(len(above), len(above) + 1 + numbered))
    assert fields_of(area) == {columns + place: name for place, name in enumerate(order)}


TABLES: dict[SheetKind, list[tuple[Cell | None, ...]]] = {
    SheetKind.PESERTA: [("No", "NIK", "Nama"), person(1), person(2)],
    SheetKind.REKAP: [("No", "Kecamatan", "PU", "BPU"), (1, "Ubud", 10, 20), (2, "Sukawati", 30, 40)],
    SheetKind.PENYEBUT: [("Kabupaten/Kota", "Penduduk Bekerja"), ("Badung", 1000), ("Gianyar", 2000)],
    SheetKind.TARGET: [("Kabupaten", "Tahun", "Target (%)"), ("Badung", 2026, "50%"), ("Gianyar", 2026, "60%")],
}
KINDS = st.lists(st.sampled_from(list(TABLES)), min_size=1, max_size=4)


@given(
    kinds=KINDS, gaps=st.lists(st.integers(1, 3), min_size=4, max_size=4), titled=st.booleans(), left=st.integers(0, 2)
)
def test_any_tables_below_each_other(kinds: list[SheetKind], gaps: list[int], titled: bool, left: int) -> None:
    rows: list[tuple[Cell | None, ...]] = []
    tops = []
    for number, (kind, gap) in enumerate(zip(kinds, gaps, strict=False)):
        rows += [()] * gap + [((None,) * left + (f"Tabel {chr(65 + number)}",))] * titled
        tops.append(len(rows))
        rows += [(None,) * left + row for row in TABLES[kind]]
    areas = find_tables(grid_of(*rows))
    opened = [place for place, kind in enumerate(kinds) if titled or place == 0 or kind is not kinds[place - 1]]
    assert [(area.header.kind, area.header.rows) for area in areas] == [(kinds[one], (tops[one],)) for one in opened]
    for area, after in pairwise(areas):
        assert area.header.first_row + 2 <= area.end <= after.header.top
    assert [area.titles for area in areas] == [(f"Tabel {chr(65 + one)}",) * titled for one in opened]


@given(
    kinds=KINDS,
    gaps=st.lists(st.integers(1, 2), min_size=4, max_size=4),
    lower=st.lists(st.integers(0, 1), min_size=4, max_size=4),
)
def test_any_tables_beside_each_other(kinds: list[SheetKind], gaps: list[int], lower: list[int]) -> None:
    cells: dict[tuple[int, int], Cell | None] = {}
    column, expected = 0, []
    for kind, gap, down in zip(kinds, gaps, lower, strict=False):
        expected.append((kind, (down,), column))
        for row, values in enumerate(TABLES[kind]):
            cells.update({(row + down, column + step): value for step, value in enumerate(values)})
        column += len(TABLES[kind][0]) + gap
    areas = find_tables(grid_of(*([cells.get((row, place)) for place in range(column)] for row in range(4))))
    found = [(area.header.kind, area.header.rows, min(area.header.labels)) for area in areas]
    assert sorted(found, key=lambda one: one[2]) == expected
    for area, after in pairwise(sorted(areas, key=lambda one: min(one.header.labels))):
        assert area.right <= after.left == min(after.header.labels)
