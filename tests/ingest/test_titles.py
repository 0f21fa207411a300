"""What the lines around a table say."""

import pytest

from desktop_app.ingest.finding.titles import base_name_in, document_in, says_sample, sender_in


def test_the_base() -> None:
    assert base_name_in(["Rekap", "Penyebut: UCJ 2025 (surat BPJS)"]) == "UCJ 2025"
    assert base_name_in(["Nama penyebut = “BPS bekerja Agustus 2022”"]) == "BPS bekerja Agustus 2022"
    assert base_name_in(["Penduduk bekerja, Sakernas Agustus 2022"]) == "BPS bekerja Agustus 2022"
    assert base_name_in(["Target UCJ 2026"]) == "UCJ 2026"
    assert base_name_in(["Daftar"]) == ""


def test_the_document() -> None:
    assert document_in(["Sumber: BPS.", "Dokumen: Surat B/12/2025"]) == "Surat B/12/2025"
    assert document_in(["Sumber: BPS."]) == "BPS"


@pytest.mark.parametrize(
    ("lines", "sender"),
    [
        (["Pengirim: Disnaker Gianyar"], "Disnaker Gianyar"),
        (["BPJS Ketenagakerjaan Kantor Cabang Bali Gianyar"], "BPJS Ketenagakerjaan Kantor Cabang Bali Gianyar"),
        (["BPJS KETENAGAKERJAAN", "KANTOR CABANG BALI GIANYAR"], "BPJS KETENAGAKERJAAN KANTOR CABANG BALI GIANYAR"),
        (["Kantor Cabang Bali Denpasar Rekap Peserta per Maret"], "Kantor Cabang Bali Denpasar"),
        (
            ["PEMERINTAH KABUPATEN GIANYAR", "DINAS TENAGA KERJA", "Jl. Contoh 1"],
            "DINAS TENAGA KERJA, PEMERINTAH KABUPATEN GIANYAR",
        ),
        (
            ["PEMERINTAH KABUPATEN GIANYAR", "KECAMATAN BLAHBATUH", "DESA BEDULU", "DAFTAR PEKERJA"],
            "DESA BEDULU, KECAMATAN BLAHBATUH, PEMERINTAH KABUPATEN GIANYAR",
        ),
        (["PEMERINTAH DESA BEDULU", "Alamat: Jl. Contoh"], "PEMERINTAH DESA BEDULU"),
        (["Desa Dinas Bungkulan"], "Desa Dinas Bungkulan"),
        (["KANTOR PERBEKEL BEDULU"], "KANTOR PERBEKEL BEDULU"),
        (["DAFTAR PESERTA", "Desa : Mas"], ""),
    ],
)
def test_the_sender(lines: list[str], sender: str) -> None:
    assert sender_in(lines) == sender


def test_samples_say_so() -> None:
    assert says_sample(["Daftar peserta (DATA CONTOH)"])
    assert not says_sample(["Contoh data"])
