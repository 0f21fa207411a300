"""Indonesian formats as filters of templates."""

import pytest

from desktop_app.documents.letters.filters import FILTERS


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("angka", 1234.5, "1.234"), ("angka", 1027446, "1.027.446"), ("angka", "2000", "2.000"), ("angka", None, "…"),
        ("angka", "belum ada", "belum ada"), ("persen", 0.3941, "39,41%"), ("rupiah", 20160000, "Rp20.160.000,00"),
        ("terbilang", 100, "seratus"), ("terbilang", 20160000, "dua puluh juta seratus enam puluh ribu"),
        ("tanggal", "2026-03-12", "12 Maret 2026"), ("tanggal", "lusa", "lusa"), ("bulan", "2026-03-31", "Maret 2026"),
        ("bulan_romawi", "2026-11-24", "XI"), ("nama", "I GUSTI AYU CONTOH, S.H., M.Si.", "I Gusti Ayu Contoh, S.H., M.Si."),
        ("nama", "ni made contoh", "Ni Made Contoh"), ("nama", "Pt. McContoh", "Pt. McContoh"),
        ("nama", "PT CONTOH SEJAHTERA", "PT Contoh Sejahtera"), ("nama", "DINAS TENAGA KERJA DAN ESDM", "Dinas Tenaga Kerja dan Esdm"),
        ("nama", "DR. IR. CONTOH", "Dr. Ir. Contoh"), ("nama", "SA'ADAH", "Sa'adah"), ("nama", "", ""),
    ],
)  # fmt: skip
def test_a_filter_writes_as_indonesians_do(name: str, value: object, text: str) -> None:
    assert FILTERS[name](value) == text


def test_decimals_can_be_asked_for() -> None:
    assert FILTERS["angka"](1234.5, 1) == "1.234,5"
    assert FILTERS["persen"](0.5, 0) == "50%"
