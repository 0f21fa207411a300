"""The month that titles and names speak of."""

from datetime import date

import pytest

from desktop_app.ingest.finding.title_periods import (
    labelled_period,
    period_in,
    period_of_name,
    period_of_parts,
    survey_period,
)

MARCH = date(2025, 3, 31)


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("per 31 Desember 2023", date(2023, 12, 31)),
        ("Posisi s.d. 15 Maret 2025", MARCH),
        ("Bulan Januari 2026", date(2026, 1, 31)),
        ("BULAN : JANUARI 2026", date(2026, 1, 31)),
        ("BULAN MARET TAHUN 2025", MARCH),
        ("Bulan : 03 Tahun : 2025", MARCH),
        ("Periode 01-01-2026", date(2026, 1, 31)),
        ("Data per 28/02/2025", date(2025, 2, 28)),
        ("Per 31-12-23", date(2023, 12, 31)),
        ("per 31 XII 2023", date(2023, 12, 31)),
        ("Posisi 03/2025", MARCH),
        ("Periode : III/2025", MARCH),
        ("BLTH 202503", MARCH),
        ("BLTH : 03-2025", MARCH),
        ("202503", MARCH),
        ("TW I 2025", MARCH),
        ("Triwulan IV Tahun 2024", date(2024, 12, 31)),
        ("Triwulan ke-2 2025", date(2025, 6, 30)),
        ("Semester I 2025", date(2025, 6, 30)),
        ("Semester 2 Tahun Anggaran 2024", date(2024, 12, 31)),
        ("Des 2023", date(2023, 12, 31)),
        ("Jan-26", date(2026, 1, 31)),
        ("Maret'25", MARCH),
        ("2025-03", MARCH),
        ("as of March 31, 2025", MARCH),
        ("UPDATE 31.03.2025", MARCH),
        ("30 Nop 2024", date(2024, 11, 30)),
        ("Rekap kepesertaan Maret 2025", MARCH),
        ("Januari s.d. Maret 2025", MARCH),
        ("Januari-Maret 2025", MARCH),
        ("Periode 01/01/2025 - 31/03/2025", MARCH),
        ("per 31 Maret 2025 (dicetak 2 April 2025)", MARCH),
        ("Sumber: BPJS Ketenagakerjaan, per 31 Maret 2025", MARCH),
    ],
)
def test_the_month_of_a_title(line: str, period: date) -> None:
    assert period_in([line]) == period


@pytest.mark.parametrize(
    "line",
    [
        "Penyebut: BPS bekerja Agustus 2022", "Gianyar, 5 Februari 2026", "Ubud,  tanggal 05 Feb 2026",
        "Surat Nomor 12 tanggal 3 Maret 2025", "Nomor: 560/123/III/2025", "Daftar peserta", "Tahun 2025", "per 31 Foo 2023",
        "Dicetak per 2 April 2025", "Tanggal cetak: 02-04-2025", "Ditetapkan di Gianyar pada tanggal 5 Februari 2026",
        "Peraturan Bupati Nomor 5 Tahun 2023 tanggal 3 Maret 2023", "UU Nomor 24 Tahun 2011", "NPP 202503", "per Kecamatan 2024",
        "KTP berlaku s.d. 31 Maret 2025", "Lahir 31 Desember 1990", "Rapat 12 Maret 2025", "Data per 31-13-2025",
    ],
)  # fmt: skip
def test_a_line_without_a_month(line: str) -> None:
    assert period_in([line]) is None


def test_a_month_with_its_word_goes_before_one_without() -> None:
    assert period_in(["Sosialisasi Februari 2025", "per 31 Maret 2025"]) == MARCH
    assert labelled_period(["Sosialisasi Februari 2025"]) is None


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("Jan'24", date(2024, 1, 31)), ("JAN 24", date(2024, 1, 31)), ("Mar25", MARCH), ("03-2025", MARCH), ("202503", MARCH),
        ("Data TK 202503", MARCH), ("Data 20250331", MARCH), ("peserta 31032025", MARCH), ("peserta-2025-03", MARCH),
        ("Des 2024 (2)", date(2024, 12, 31)), ("TW1 2025", MARCH), ("Januari", None), ("Sheet1", None), ("2024", None),
        ("1203", None),
    ],
)  # fmt: skip
def test_the_month_of_a_sheet_or_file(name: str, period: date | None) -> None:
    assert period_of_name(name) == period


@pytest.mark.parametrize(
    ("months", "years", "period"),
    [
        (["Jan"], ["Tahun 2024"], date(2024, 1, 31)),
        (["Bulan : Maret"], ["Daftar", "Tahun : 2025"], MARCH),
        (["MARET"], ["Dicetak 2 April 2026", "Laporan Tahun 2025"], MARCH),
        (["Bulan 3"], ["TAHUN ANGGARAN 2025"], MARCH),
        (["Jan-Mar"], ["2024"], None),
        (["Rekap"], ["2024"], None),
        (["Jan"], ["Perda Nomor 3 Tahun 2024"], None),
        (["Jan"], ["2023 dan 2024"], None),
    ],
)
def test_a_month_here_and_a_year_there(months: list[str], years: list[str], period: date | None) -> None:
    assert period_of_parts(months, years) == period


def test_the_month_of_a_survey() -> None:
    assert survey_period(["Penduduk bekerja, Sakernas Agustus 2022"]) == date(2022, 8, 31)
