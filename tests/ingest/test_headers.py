"""Headers are found under titles, over merged rows, and tell the kind of table."""

from pathlib import Path

import pytest

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.columns import map_columns
from desktop_app.ingest.fields import field_of, plain
from desktop_app.ingest.formats import open_file
from desktop_app.ingest.headers import Header, find_header
from tests.ingest.conftest import Write


def header_of(path: Path) -> Header:
    [grid] = open_file(path).grids
    header = find_header(grid)
    assert header is not None
    return header


@pytest.mark.parametrize(
    ("text", "same"),
    [("NOMOR_IDENTITAS", "nomor identitas"), ("No. KPJ", "no kpj"), ("namaLengkap", "nama lengkap"), ("KOTA/KAB", "kota kab"),
     (" Cakupan\n(%) ", "cakupan %")],
)  # fmt: skip
def test_headers_in_their_plainest_form(text: str, same: str) -> None:
    assert plain(text) == same


@pytest.mark.parametrize(
    ("kind", "parts", "field"),
    [
        (SheetKind.PESERTA, ["NO KPJ"], "kpj"),
        (SheetKind.PESERTA, ["Nomor KPJ BPJS"], "kpj"),
        (SheetKind.PESERTA, ["No_KPJ"], "kpj"),
        (SheetKind.PESERTA, ["NIK (16 digit)"], "nik"),
        (SheetKind.PESERTA, ["Identitas", "NIK"], "nik"),
        (SheetKind.PESERTA, ["TGL_NA"], "end_date"),
        (SheetKind.PESERTA, ["NO_PEGAWAI"], ""),
        (SheetKind.PESERTA, ["NAMA IBU KANDUNG"], ""),
        (SheetKind.REKAP, ["Peserta Aktif", "PU"], "people_pu"),
        (SheetKind.REKAP, ["Peserta Aktif", "Informal"], "people_informal"),
        (SheetKind.REKAP, ["Penduduk bekerja", "Jumlah"], "workers_total"),
        (SheetKind.REKAP, ["Jumlah Penduduk"], ""),
        (SheetKind.REKAP, ["Cakupan (%)"], "share_total"),
        (SheetKind.REKAP, ["%"], "share_total"),
        (SheetKind.REKAP, ["Formal", "%"], "share_formal"),
        (SheetKind.REKAP, ["BPU"], "people_bpu"),
        (SheetKind.REKAP, ["Target"], ""),
        (SheetKind.REKAP, ["Selisih"], ""),
        (SheetKind.REKAP, ["Jumlah pekerja rentan"], ""),
        (SheetKind.PENYEBUT, ["Jumlah"], "workers_total"),
        (SheetKind.PENYEBUT, ["Angkatan kerja"], ""),
        (SheetKind.TARGET, ["Target UCJ (%)"], "target"),
    ],
)
def test_what_a_header_means(kind: SheetKind, parts: list[str], field: str) -> None:
    assert field_of(kind, parts)[0] == field


def test_two_merged_rows_under_titles_with_a_number_row(write: Write) -> None:
    header = header_of(write(
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


def test_groups_of_a_csv_reach_to_the_right(tmp_path: Path) -> None:
    path = tmp_path / "rekap.csv"
    path.write_text("Kabupaten/Kota;Peserta aktif;;Cakupan\n;PU;BPU;%\nBadung;1.000;2.000;58,68%\n", "utf-8")
    header = header_of(path)
    assert header.labels[2] == ("Peserta aktif", "BPU")


def test_a_page_of_instructions_is_no_table(write: Write) -> None:
    [grid] = open_file(write(("Petunjuk",), ("NIK", "wajib 16 angka"), ("Isi semua kolom",))).grids
    assert find_header(grid) is None


def test_columns_are_weighed_by_their_values_and_private_ones_masked(write: Write) -> None:
    path = write(
        ("NIK", "Nama", "JK", "Nomor", "Lain"),
        ("5103045506900001", "Ni Contoh", "P", "5103041506900002", "x"),
        ("5103045506900003", "Ni Rekaan", "7", "5103041506900004", "y"),
    )
    [grid] = open_file(path).grids
    mapping = map_columns(grid, header_of(path))
    nik, name, sex, _, other = mapping.columns
    assert (nik.field, nik.confidence, nik.examples[0]) == ("nik", 1.0, "5103••••••••0001")
    assert name.field == "name"
    assert sex.confidence < name.confidence
    assert (other.field, other.confidence) == ("", 0.0)
    assert all("5103041506900002" not in column.examples for column in mapping.columns)


def test_a_column_full_of_nik_is_the_nik(write: Write) -> None:
    path = write(
        ("No KPJ", "Nama", "Id"),
        *((f"0000000000{n}", "Ni Contoh", f"510304550690000{n}") for n in range(1, 5)),
    )
    [grid] = open_file(path).grids
    mapping = map_columns(grid, header_of(path))
    assert mapping.at["nik"] == 2
    assert mapping.columns[2].confidence < 1


def test_penyebut_is_a_name_or_a_number_by_its_values(write: Write) -> None:
    for value, field in (("UCJ 2025", "base_name"), (1_837_899, "workers_total")):
        path = write(("Kabupaten/Kota", "Peserta aktif", "Penyebut"), ("Badung", 5, value))
        [grid] = open_file(path).grids
        assert map_columns(grid, header_of(path)).at[field] == 2
