"""A NIK is kept only when it is certain."""

import pytest

from desktop_app.ingest.grid import Cell
from desktop_app.ingest.nik_cells import BadNik, looks_like_nik, plain_number, read_nik


@pytest.mark.parametrize(
    "cell",
    [
        "5103045506900001", "'5103045506900001", " 5103 0455 0690 0001 ", "51.03.04.550690.0001", "510304-550690-0001",
        "5103045506900001.0", "5103045506900001,00", "\u00a05103045506900001", 5103045506900001.0, 5103045506900001,
    ],
)  # fmt: skip
def test_kept(cell: Cell) -> None:
    assert read_nik(cell) == "5103045506900001"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (5103045506900000.0, "nik_damaged"),
        (5103045506900010.0, "nik_damaged"),
        (9171045506900001.0, "nik_damaged"),
        ("5,10304E+15", "nik_damaged"),
        ("5.10304550690E+15", "nik_damaged"),
        ("510304550690000", "nik_length"),
        ("51030455069000011", "nik_length"),
        (510304550690001.0, "nik_length"),
        ("510304550690OOO1", "nik_letters"),
        ("belum ada", "nik_letters"),
        (True, "nik_letters"),
        ("5103045513900001", "nik_impossible"),
        ("5103049906900001", "nik_impossible"),
        ("5103045506900000", "nik_impossible"),
        ("", "nik_blank"),
        ("  '", "nik_blank"),
    ],
)
def test_waiting(cell: Cell, code: str) -> None:
    bad = read_nik(cell)
    assert isinstance(bad, BadNik)
    assert bad.code == code
    assert bad.message.endswith(".")
    assert bad.step.endswith(".")


def test_a_text_that_ends_in_0_is_a_nik_like_any_other() -> None:
    assert read_nik("5103045506900010") == "5103045506900010"


def test_damage_is_said_in_words() -> None:
    bad = read_nik(5103045506900000.0)
    assert isinstance(bad, BadNik)
    assert (bad.message, bad.step) == ("Angka ke-16 hilang dan menjadi 0.", "Minta nomor asli kepada pengirim.")


def test_what_looks_like_a_nik() -> None:
    assert looks_like_nik("5103045506900001")
    assert looks_like_nik(5103045506900000.0)
    assert not looks_like_nik("")
    assert not looks_like_nik("081234567890")


def test_numbers_kept_as_text() -> None:
    assert plain_number("'00012345678") == "00012345678"
    assert plain_number("12345678901.0") == "12345678901"
    assert plain_number(12345678901.0) == "12345678901"
