"""Single rows around a table are told apart."""

import pytest

from desktop_app.ingest.finding.header_rows import (
    HeaderAgain,
    carries_forward,
    is_hint_row,
    is_household,
    is_number_row,
    may_be_header,
)
from desktop_app.ingest.grid import Cell


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        (("(1)", "(2)", "(3)"), True), ((1, 2, 3), True), ((1.0, "", 2.0, 3.0), True), (("1.", "2.", "3."), True),
        (("a", "b", "c"), True), (("A", "B", "C=A+B"), True), (("I", "II", "III", "IV"), True), (("[1]", "[2]", "[3]"), True),
        (("(1)", "(2)", "(3)=(2)/(1)"), True), ((1, 2, 3, 4, 6), True), ((1, 2), False), ((1, "Badung", 3), False),
        ((10, 20, 30), False), ((3, 2, 1), False), (("Ni", "Luh", "Contoh"), False), ((5, 5, 5), False),
    ],
)  # fmt: skip
def test_number_rows(row: tuple[Cell, ...], numbers: bool) -> None:
    assert is_number_row(row) is numbers


@pytest.mark.parametrize(
    ("row", "hints"),
    [
        (("(orang)", "", "(%)"), True), (("wajib", "opsional"), True), (("16 digit", "dd/mm/yyyy"), True), (("orang",), False), (("-", "", "(orang)"), True),
        (("Ubud", "(orang)"), False),
    ],
)  # fmt: skip
def test_hint_rows(row: tuple[Cell, ...], hints: bool) -> None:
    assert is_hint_row(row) is hints


@pytest.mark.parametrize(
    ("row", "header"),
    [
        (("NIK", "Nama"), True), (("Kabupaten", 2023, 2024), True), (("NIK :", "Nama :"), True), (("", ""), False),
        (("Bulan", ":", "Januari 2026"), False), (("Kecamatan :", "Ubud"), False), ((1, "Ni Contoh"), False),
        (("NIK", f"{'x' * 300}"), False),
    ],
)  # fmt: skip
def test_rows_that_may_be_a_header(row: tuple[Cell, ...], header: bool) -> None:
    assert may_be_header(row) is header


@pytest.mark.parametrize(
    "text",
    [
        "Jumlah halaman ini",
        "Jumlah Pindahan",
        "Dipindahkan",
        "Pindahan dari halaman 1",
        "JUMLAH DIPINDAHKAN",
        "Jumlah s.d. halaman ini",
    ],
)
def test_sums_carried_forward(text: str) -> None:
    assert carries_forward(["", text, 5])


def test_other_sums_are_not_carried_forward() -> None:
    assert not carries_forward(["", "JUMLAH", 5])
    assert not carries_forward([1, "Ni Contoh", "pindah dari Ubud"])


def test_lines_over_a_family() -> None:
    assert is_household(["No. KK: 5103041234569001 Kepala Keluarga: I Contoh"])
    assert is_household(["", "NOMOR KARTU KELUARGA", "5103041234569001"])
    assert not is_household([1, "Ni Contoh", "Anak"])


LABELS = {0: ("No",), 1: ("Peserta", "NIK"), 2: ("Peserta", "Nama Lengkap"), 3: ("Ket",)}


@pytest.mark.parametrize(
    ("row", "again"),
    [
        (("No", "NIK", "Nama Lengkap", "Ket"), True), (("NO.", "N I K", "NAMA\nLENGKAP", "ket"), True),
        (("", "Peserta", "", ""), True), (("No", "Peserta", "", "Ket"), True), (("(1)", "(2)", "(3)", "(4)"), True),
        (("No", "NIK", "Nama Lengkap", "Keterangan"), True), ((1, "5103045506909001", "Ni Contoh", ""), False),
        (("", "", "Ni Contoh", "Ket"), False), (("", "", "", ""), False), (("No", "", "", ""), False),
    ],
)  # fmt: skip
def test_the_header_on_another_page(row: tuple[Cell, ...], again: bool) -> None:
    assert HeaderAgain(LABELS)(row) is again
