"""What the lines around a table say."""

from datetime import date

import pytest

from desktop_app.ingest.titles import base_name_in, document_in, period_in, says_sample, sender_in


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("per 31 Desember 2023", date(2023, 12, 31)),
        ("Posisi s.d. 15 Maret 2025", date(2025, 3, 31)),
        ("Bulan Januari 2026", date(2026, 1, 31)),
        ("BULAN : JANUARI 2026", date(2026, 1, 31)),
        ("Periode 01-01-2026", date(2026, 1, 31)),
        ("Data per 28/02/2025", date(2025, 2, 28)),
        ("Des 2023", date(2023, 12, 31)),
        ("Jan-26", date(2026, 1, 31)),
        ("2025-03", date(2025, 3, 31)),
        ("30 Nop 2024", date(2024, 11, 30)),
        ("Rekap kepesertaan Maret 2025", date(2025, 3, 31)),
        ("Penyebut: BPS bekerja Agustus 2022", None),
        ("Gianyar, 5 Februari 2026", None),
        ("Surat Nomor 12 tanggal 3 Maret 2025", None),
        ("Daftar peserta", None),
        ("Tahun 2025", None),
        ("per 31 Foo 2023", None),
    ],
)
def test_the_month(line: str, period: date | None) -> None:
    assert period_in([line]) == period


def test_a_month_with_its_word_goes_before_one_without() -> None:
    assert period_in(["Sosialisasi Februari 2025", "per 31 Maret 2025"]) == date(2025, 3, 31)


def test_the_base() -> None:
    assert base_name_in(["Rekap", "Penyebut: UCJ 2025 (surat BPJS)"]) == "UCJ 2025"
    assert base_name_in(["Nama penyebut = “BPS bekerja Agustus 2022”"]) == "BPS bekerja Agustus 2022"
    assert base_name_in(["Penduduk bekerja, Sakernas Agustus 2022"]) == "BPS bekerja Agustus 2022"
    assert base_name_in(["Target UCJ 2026"]) == "UCJ 2026"
    assert base_name_in(["Daftar"]) == ""


def test_document_and_sender() -> None:
    assert document_in(["Sumber: BPS.", "Dokumen: Surat B/12/2025"]) == "Surat B/12/2025"
    assert document_in(["Sumber: BPS."]) == "BPS"
    assert sender_in(["Pengirim: Disnaker Gianyar"]) == "Disnaker Gianyar"
    assert sender_in(["BPJS Ketenagakerjaan Kantor Cabang Bali Gianyar"]) == (
        "BPJS Ketenagakerjaan Kantor Cabang Bali Gianyar"
    )


def test_samples_say_so() -> None:
    assert says_sample(["Daftar peserta (DATA CONTOH)"])
    assert not says_sample(["Contoh data"])
