"""Recaps, bases and targets: figures as printed, checked against themselves."""

from datetime import date
from pathlib import Path

from desktop_app.domain.indonesian import NBSP
from desktop_app.domain.segments import Measure, Sector
from desktop_app.domain.sheets import BaseValue, ProblemState, RecapFigure, SheetKind, Table, TargetValue, silent
from desktop_app.ingest.reading import read_workbook
from desktop_app.ingest.regions.places import Places
from tests.ingest.conftest import Write

RECAP = ("No", "Kabupaten/Kota", "Penduduk bekerja", "Peserta aktif", "Cakupan", "Penyebut", "Keterangan")


def read(path: Path, places: Places) -> Table:
    [table] = read_workbook(path, places, silent).tables
    return table


def test_figures_with_their_base_note_and_cell(write: Write, places: Places) -> None:
    table = read(
        write(
            ("REKAP PROVINSI BALI",),
            ("per 31 Desember 2023",),
            ("No", "Kabupaten/Kota", "Pekerja", None, "Peserta aktif", None, "Cakupan %", None, "Penyebut", "Ket."),
            (None, None, "Formal", "Jumlah", "Formal", "Jumlah", "Formal", "Jumlah", None, None),
            (None, "Provinsi Bali", 1_214_028, 2_607_070, 715_410, 1_027_446, 0.5893, 0.3941, "BPS 2022", "diturunkan"),
            (1, "Badung", None, None, None, None, None, 0.61, None, None),
            (2, "Karangasem", None, None, None, "-", None, None, None, None),
            merged=("C3:D3", "E3:F3", "G3:H3"),
        ),
        places,
    )
    assert (table.kind, table.period, table.header_rows) == (SheetKind.REKAP, date(2023, 12, 31), (3, 4))
    assert table.rows == (
        RecapFigure(5, "F5", "51", Measure.TOTAL, 1_027_446, 2_607_070, 0.3941, "BPS 2022", "diturunkan"),
        RecapFigure(5, "E5", "51", Measure.FORMAL, 715_410, 1_214_028, 0.5893, "BPS 2022", "diturunkan"),
        RecapFigure(6, "H6", "51.03", Measure.TOTAL, None, None, 0.61, "", ""),
    )
    assert not table.problems
    assert (table.data_rows, table.not_data, table.last_row) == (2, 5, 7)


def test_swapped_digits_of_march_2025_are_found(write: Write, places: Places) -> None:
    table = read(write(RECAP, (1, "Provinsi Bali", "1.873.899", "935.079", "50,88%", "UCJ 2025", "")), places)
    [remark] = table.problems
    assert (remark.code, remark.state, remark.row, remark.column) == ("pct_mismatch", ProblemState.NOTE, 2, "Cakupan")
    for words in (f"50,88{NBSP}%", f"49,90{NBSP}%", "1.873.899", "1.837.899"):
        assert words in remark.message
    [figure] = table.rows
    assert isinstance(figure, RecapFigure)
    assert (figure.people, figure.workers, figure.share) == (935_079, 1_873_899, 0.5088)


def test_rounding_is_no_mismatch(write: Write, places: Places) -> None:
    table = read(
        write(
            RECAP,
            (1, "Gianyar", 198_628, 130_300, 65.6, "UCJ 2025", ""),
            (2, "Jembrana", 109_417, 70_017, 63.99, "UCJ 2024", ""),
            (3, "Badung", 100, 59, 59, "", ""),
        ),
        places,
    )
    assert [row.share for row in table.rows if isinstance(row, RecapFigure)] == [0.656, 0.6399, 0.59]
    assert not table.problems


def test_totals_are_checksums_and_no_data(write: Write, places: Places) -> None:
    rows = [
        (None, "Provinsi Bali", None, 30, None, "", ""),
        (1, "Badung", None, 10, None, "", ""),
        (2, "Gianyar", None, 20, None, "", ""),
    ]
    right = read(write(RECAP, *rows, ("JUMLAH", None, None, 30), ("Sumber: cabang",)), places)
    assert (right.problems, right.data_rows, right.not_data) == ((), 3, 3)
    wrong = read(write(RECAP, *rows, ("JUMLAH", None, None, 31)), places)
    [remark] = wrong.problems
    assert (remark.code, remark.row, remark.state) == ("total_mismatch", 5, ProblemState.NOTE)
    assert "31" in remark.message
    assert "30" in remark.message


def test_sub_totals_count_from_the_last_one(write: Write, places: Places) -> None:
    table = read(
        write(
            RECAP,
            (1, "Badung", None, 10),
            ("Sub Total", None, None, 10),
            (2, "Gianyar", None, 20),
            ("Sub Total", None, None, 20),
            ("Grand Total", None, None, 30),
        ),
        places,
    )
    assert not table.problems


def test_units_that_no_sum_joins_are_said(write: Write, places: Places) -> None:
    table = read(
        write(("Kabupaten/Kota", "Peserta aktif"), ("Badung", 1_233), ("Gianyar", 82_001), ("TOTAL", 83_334)), places
    )
    assert [problem.code for problem in table.problems] == ["total_mismatch"]


def test_recap_rows_whose_place_is_open_or_double_wait(write: Write, places: Places) -> None:
    table = read(
        write(RECAP, (1, "Badungg", None, 10), (2, "Gianyar", None, 20), (3, "Kab. Gianyar", None, 21)), places
    )
    assert [(p.row, p.code, p.state) for p in table.problems] == [
        (2, "region_unknown", ProblemState.PARKED),
        (4, "region_twice", ProblemState.PARKED),
    ]
    assert "Kabupaten Badung" in table.problems[0].message
    assert (table.data_rows, table.parked) == (1, 2)


def test_cells_that_are_no_count_are_left_open_and_said(write: Write, places: Places) -> None:
    table = read(write(RECAP, (1, "Badung", "banyak", 10), (2, "Gianyar", None, 1.5, 0.5)), places)
    assert [(p.row, p.code) for p in table.problems] == [(2, "number_unreadable"), (3, "not_whole")]
    first, second = table.rows
    assert isinstance(first, RecapFigure)
    assert (first.people, first.workers) == (10, None)
    assert isinstance(second, RecapFigure)
    assert (second.people, second.share) == (None, 0.5)


def test_a_base(write: Write, places: Places) -> None:
    table = read(
        write(
            ("PENDUDUK BEKERJA",),
            ("Penyebut: BPS bekerja Agustus 2022",),
            ("per 31 Agustus 2022",),
            ("Dokumen: BPS, Sakernas Agustus 2022",),
            ("Kode Wilayah", "Wilayah", "Penduduk bekerja", "Formal", "Informal"),
            ("51", "Provinsi Bali", 2_607_070, 1_214_028, 1_393_042),
            ("51.04", "Kabupaten Gianyar", None, None, None),
        ),
        places,
    )
    assert (table.kind, table.base_name, table.document) == (
        SheetKind.PENYEBUT,
        "BPS bekerja Agustus 2022",
        "BPS, Sakernas Agustus 2022",
    )
    assert table.period == date(2022, 8, 31)
    assert table.rows == (
        BaseValue(6, "51", Sector.SEMUA, 2_607_070),
        BaseValue(6, "51", Sector.FORMAL, 1_214_028),
        BaseValue(6, "51", Sector.INFORMAL, 1_393_042),
    )


def test_targets(write: Write, places: Places) -> None:
    table = read(
        write(
            ("TARGET CAKUPAN PROVINSI BALI",),
            ("Wilayah", "Tahun", "Sektor", "Target", "Dokumen"),
            ("Provinsi Bali", 2025, "Semua", 0.6728, "Kanwil"),
            ("Provinsi Bali", 2026, "", "73,86%", "Kanwil"),
            ("Provinsi Bali", "", "", 0.5, "Kanwil"),
            ("Provinsi Bali", 2026, "nelayan", 0.5, "Kanwil"),
        ),
        places,
    )
    assert (table.kind, table.period) == (SheetKind.TARGET, None)
    assert table.rows == (
        TargetValue(3, "51", Sector.SEMUA, 2025, 0.6728, "Kanwil"),
        TargetValue(4, "51", Sector.SEMUA, 2026, 0.7386, "Kanwil"),
    )
    assert [p.code for p in table.problems] == ["year_missing", "sector_unknown"]


def test_segments_below_sectors_are_added_up(write: Write, places: Places) -> None:
    table = read(
        write(
            ("No", "Kabupaten", "Penduduk Bekerja", "Kepesertaan Aktif", None, None, None),
            (None, None, None, "Formal", "Informal", None, "Jumlah"),
            (None, None, None, "PU", "BPU", "Jakon", None),
            (1, "Jembrana", 100_000, 20_000, 5_000, 1_000, 26_000),
            (2, "Tabanan", 101_111, 20_301, 5_077, 1_005, 26_393),
            ("Jumlah", None, 201_111, 40_801, 10_077, 2_005, 52_883),
            merged=("D1:G1", "E2:F2", "A1:A3", "B1:B3", "C1:C3", "G2:G3"),
        ),
        places,
    )
    assert [column.field for column in table.columns][3:] == ["people_pu", "people_bpu", "people_jakon", "people_total"]
    found = {(problem.code, problem.cell) for problem in table.problems}
    assert found >= {("sum_mismatch", "G5"), ("total_mismatch", "D6")}


def test_formal_pu_informal_bpu_and_jakon_are_the_total(write: Write, places: Places) -> None:
    header = ("No", "Kabupaten", "Peserta Formal (PU)", "Peserta Informal (BPU)", "Peserta Jakon", "Total Peserta")
    rows = [(1, "Jembrana", 20_000, 5_000, 1_000, 26_000), (2, "Tabanan", 20_301, 5_077, 1_005, 26_383)]
    assert not read(write(header, *rows), places).problems


def test_a_segment_given_only_by_sex_is_the_sum_of_both(write: Write, places: Places) -> None:
    table = read(
        write(
            ("REKAP PESERTA AKTIF PER KECAMATAN KABUPATEN GIANYAR",),
            ("No", "Kecamatan", "PU", None, "BPU", None, "Jumlah"),
            (None, None, "L", "P", "L", "P", None),
            (1, "Sukawati", 100, 90, 50, 0, 240),
            (2, "Blahbatuh", 101, 91, 51, 41, 285),
            (3, "Ubud", 101, None, 51, 41, 284),
            ("Jumlah", None, 302, 181, 152, 82, 809),
            merged=("C2:D2", "E2:F2", "A2:A3", "B2:B3", "G2:G3"),
        ),
        places,
    )
    values = [values.values for values in table.region_values]
    assert values == [
        {"pu": 190, "bpu": 50, "total": 240},
        {"pu": 192, "bpu": 92, "total": 285},
        {"bpu": 92, "total": 284},
    ]
    figures = [
        (row.cell, row.measure, row.people) for row in table.rows if isinstance(row, RecapFigure) and row.row == 4
    ]
    assert figures == [("G4", Measure.TOTAL, 240), ("C4", Measure.PU, 190), ("E4", Measure.BPU, 50)]
    found = {(problem.code, problem.cell) for problem in table.problems}
    assert ("sum_mismatch", "G5") in found
    assert ("total_mismatch", "C7") not in found


def test_districts_and_their_villages_in_one_column(write: Write, places: Places) -> None:
    table = read(
        write(
            ("Rekap kepesertaan per desa Kabupaten Gianyar",),
            ("No", "Kecamatan/Desa", "PU", "BPU", "Jumlah"),
            ("I", "Kec. Ubud", 20, 10, 30),
            (1, "Mas", 10, 5, 15),
            (2, "Peliatan", 10, 5, 15),
            ("II", "Kec. Sukawati", 10, 5, 16),
            (1, "Batubulan", 10, 5, 15),
        ),
        places,
    )
    regions = ["51.04.05", "51.04.05.2002", "51.04.05.2006", "51.04.01", "51.04.01.2001"]
    assert [values.region for values in table.region_values] == regions
    assert ("sum_mismatch", 6) in {(problem.code, problem.row) for problem in table.problems}


def test_columns_of_older_months_are_named(write: Write, places: Places) -> None:
    table = read(
        write(
            ("PERKEMBANGAN KEPESERTAAN PROVINSI BALI TAHUN 2025",),
            ("No", "Kabupaten/Kota", "Januari", None, "Februari", None),
            (None, None, "PU", "BPU", "PU", "BPU"),
            (1, "Badung", 10, 20, 30, 40),
            merged=("C2:D2", "E2:F2", "A2:A3", "B2:B3"),
        ),
        places,
    )
    [note] = table.problems
    assert (note.code, note.state, note.row, note.cell) == ("older_columns", ProblemState.NOTE, 3, "C3")
    for words in ("Februari 2025", "C “Januari / PU”", "D “Januari / BPU”"):
        assert words in note.message
    assert table.region_values[0].values == {"pu": 30, "bpu": 40}
