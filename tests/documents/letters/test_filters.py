"""Indonesian formats as filters of templates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.letters.filters import FILTERS
from desktop_app.documents.letters.name_case import name_case


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("angka", 1234.5, "1.234"), ("angka", 1027446, "1.027.446"), ("angka", "2000", "2.000"), ("angka", None, "…"),
        ("angka", 0, "0"), ("angka", -2000, "−2.000"), ("angka", "1.234", "1.234"), ("angka", "0012", "0012"),
        ("angka", "belum ada", "belum ada"), ("angka", True, "True"), ("angka", float("nan"), "nan"),
        ("persen", 0.3941, "39,41%"), ("persen", None, "…"),
        ("rupiah", 20160000, "Rp20.160.000,00"), ("rupiah", 16800.5, "Rp16.800,50"), ("rupiah", None, "…"),
        ("terbilang", 100, "seratus"), ("terbilang", 20160000, "dua puluh juta seratus enam puluh ribu"),
        ("terbilang", 39.41, "tiga puluh sembilan koma empat satu"), ("terbilang", 2.0, "dua"), ("terbilang", 0, "nol"),
        ("terbilang", -1, "minus satu"), ("terbilang", None, "…"),
        ("dengan_huruf", 100, "100 (seratus)"), ("dengan_huruf", 7.5, "7,5 (tujuh koma lima)"),
        ("tanggal", "2026-03-12", "12 Maret 2026"), ("tanggal", date(2026, 3, 12), "12 Maret 2026"),
        ("tanggal", "lusa", "lusa"), ("tanggal", None, "…"), ("hari", "2026-03-12", "Kamis"),
        ("bulan", "2026-03-31", "Maret 2026"), ("bulan_romawi", "2026-11-24", "XI"), ("bulan_romawi", "2026-01-01", "I"),
        ("romawi", 4, "IV"), ("romawi", 1999, "MCMXCIX"), ("romawi", 0, "0"), ("romawi", "2,5", "2,5"),
    ],
)  # fmt: skip
def test_a_filter_writes_as_indonesians_do(name: str, value: object, text: str) -> None:
    assert FILTERS[name](value) == text


def test_decimals_can_be_asked_for() -> None:
    assert FILTERS["angka"](1234.5, 1) == "1.234,5"
    assert FILTERS["persen"](0.5, 0) == "50%"
    assert FILTERS["rupiah"](16800, 0) == "Rp16.800"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("I GUSTI AYU CONTOH, S.H., M.Si.", "I Gusti Ayu Contoh, S.H., M.Si."),
        ("I GUSTI AYU CONTOH, S.H., M.SI.", "I Gusti Ayu Contoh, S.H., M.Si."),
        ("i gusti ayu contoh, s.h., m.si.", "I Gusti Ayu Contoh, S.H., M.Si."),
        ("NI MADE CONTOH, SH., MSI", "Ni Made Contoh, SH., MSi"),
        ("IDA BAGUS CONTOH, S.STP, M.AP", "Ida Bagus Contoh, S.STP, M.AP"),
        ("ida bagus contoh, s.stp, m.ap", "Ida Bagus Contoh, S.STP, M.AP"),
        ("DRS. I MADE CONTOH, M.M.", "Drs. I Made Contoh, M.M."), ("DR. IR. CONTOH", "Dr. Ir. Contoh"),
        ("A.A. GEDE CONTOH", "A.A. Gede Contoh"), ("AA. GEDE CONTOH, S.E.", "AA. Gede Contoh, S.E."),
        ("PUTU CONTOH, A.MD., CPA", "Putu Contoh, A.Md., CPA"), ("PUTU CONTOH, XYZ", "Putu Contoh, XYZ"),
        ("ni made contoh", "Ni Made Contoh"), ("Ni Made McContoh", "Ni Made McContoh"), ("Pt. McContoh", "Pt. McContoh"),
        ("PT CONTOH SEJAHTERA", "PT Contoh Sejahtera"), ("cv. contoh jaya", "CV. Contoh Jaya"),
        ("DINAS KOPERASI, UKM DAN TENAGA KERJA", "Dinas Koperasi, UKM dan Tenaga Kerja"),
        ("DINAS TENAGA KERJA DAN ESDM", "Dinas Tenaga Kerja dan ESDM"), ("PUTU CONTOH III", "Putu Contoh III"),
        ("SA'ADAH", "Sa'adah"), ("SITI NUR-AINI BINTI ALI", "Siti Nur-Aini binti Ali"), ("", ""), ("ÉCOLE", "École"),
        ("  I MADE", "  I Made"),
    ],
)  # fmt: skip
def test_a_name_gets_the_capitals_of_a_letter(typed: str, text: str) -> None:
    assert FILTERS["nama"](typed) == text


@given(st.text(alphabet="ABIabi.,' -S", max_size=40))
def test_a_name_keeps_its_letters_and_settles(typed: str) -> None:
    once = name_case(typed)
    assert once.casefold() == typed.casefold()
    assert len(once) == len(typed)
