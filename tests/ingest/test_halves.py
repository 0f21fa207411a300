"""A blank column inside a table, and tables that truly stand beside each other."""

import pytest

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.finding.headers import find_tables
from desktop_app.ingest.grid import Cell
from tests.ingest.grids import NIK, grid_of

Line = tuple[Cell | None, ...]


def nik(number: int) -> str:
    return f"{NIK}{9000 + number}"


@pytest.mark.parametrize(("header", "first", "second"), [
    # the name left, the NIK right
    (("Nama Pekerja", "Jenis Kelamin", "Tgl Lahir", None, "NIK KTP", "Kecamatan"),
     ("Ni Contoh", "P", "01-02-1990", None, nik(1), "Ubud"), ("I Misal", "L", "01-03-1991", None, nik(2), "Ubud")),
    # places and a segment, which alone would be a recap
    (("NIK", "Nama", None, "Kecamatan", "Segmen (PU)"), (nik(1), "Ni Contoh", None, "Ubud", "PU"), (nik(2), "I Misal", None, "Ubud", "BPU")),
    # a date of enrolment is no figure of a recap
    (("NIK", "Nama", None, "Tgl Kepesertaan", "Kode Kemendagri"),
     (nik(1), "Ni Contoh", None, "01-02-2020", "51.04.05.2002"), (nik(2), "I Misal", None, "01-03-2020", "51.04.05.2006")),
    # a second name is not a second person
    (("NIK", "Nama", None, "Nama Lengkap", "Jenis Kelamin", "NIK Lama"),
     (nik(1), "Ni Contoh", None, "Ni Contoh Rekaan", "P", None), (nik(2), "I Misal", None, "I Misal Rekaan", "L", None)),
])  # fmt: skip
def test_a_blank_column_leaves_one_table(header: Line, first: Line, second: Line) -> None:
    [area] = find_tables(grid_of(header, first, second))
    assert area.header.kind is SheetKind.PESERTA
    assert len(area.header.labels) == len(header) - 1


@pytest.mark.parametrize(("header", "rows", "starts"), [
    (("NIK", "Nama", None, "NIK", "Nama"), [(nik(1), "Ni Contoh", None, nik(3), "Ni Umpama"), (nik(2), "I Misal")], [0, 3]),
    (("NIK", "Nama", None, "Kecamatan", "Jumlah Peserta"),
     [(nik(1), "Ni Contoh", None, "Ubud", 22301), (nik(2), "I Misal", None, "Sukawati", 8690)], [0, 3]),
    (("No", "NIK", "Nama", None, "No", "Kecamatan", "Jumlah Peserta"),
     [(1, nik(1), "Ni Contoh", None, 1, "Ubud", 2), (2, nik(2), "I Misal", None, 2, "Ubud", 22301)], [0, 4]),
    (("Kecamatan", "PU", None, "Kabupaten", "Penduduk Bekerja"), [("Ubud", 3, None, "Gianyar", 9), ("Sukawati", 2, None, "Badung", 8)], [0, 3]),
])  # fmt: skip
def test_tables_with_a_key_of_their_own(header: Line, rows: list[Line], starts: list[int]) -> None:
    areas = find_tables(grid_of(header, *rows))
    assert [min(area.header.labels) for area in areas] == starts
