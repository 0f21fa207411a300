"""A NIK is kept only when it is certain."""

from datetime import date

import pytest

from desktop_app.ingest.cells.nik_cells import BadNik, judge_nik, looks_like_nik, plain_number, read_nik
from desktop_app.ingest.grid import Cell


@pytest.mark.parametrize(
    "cell",
    [
        "5103045506900001", "'5103045506900001", "’5103045506900001", "`5103045506900001", " 5103 0455 0690 0001 ",
        "51.03.04.550690.0001", "510304-550690-0001", "510304–550690–0001", "5103/0455/0690/0001", "5103.0455.0690.0001",
        "5103045506900001.0", "5103045506900001,00", "510304-550690-0001.0", '="5103045506900001"', '"5103045506900001"',
        "\u00a05103045506900001", "\u200b5103045506900001\u200d", "\ufeff5103045506900001", "5103\u00ad045506900001",
        "\u202a5103045506900001\u202c", "5103\u2060045506900001", "\u200e5103045506900001\u200f", "5103045506900001\r\n",
        "５１０３０４５５０６９００００１", "٥١٠٣٠٤٥٥٠٦٩٠٠٠٠١", "NIK: 5103045506900001", "NIK 5103045506900001",
        "No. KTP : 5103045506900001", "e-KTP 5103045506900001", "5103045506900001;",
    ],
)  # fmt: skip
def test_a_text_is_freed_of_its_marks(cell: Cell) -> None:
    assert judge_nik(cell) == ("5103045506900001", False)


@pytest.mark.parametrize(
    "cell",
    [
        5103045506900001.0, 5103045506900001, "5.103045506900001E+15", "5,103045506900001e15", "5.103.045.506.900.001",
        "5,103,045,506,900,001",
    ],
)  # fmt: skip
def test_a_number_that_shows_all_sixteen_digits_is_kept_with_a_remark(cell: Cell) -> None:
    assert judge_nik(cell) == ("5103045506900001", True)


def test_a_text_that_was_a_number_once_is_doubtful_where_it_ends_in_0() -> None:
    assert judge_nik("5103045506900010.0") == ("5103045506900010", True)
    assert judge_nik("5103045506900010") == ("5103045506900010", False)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (5103045506900000.0, "nik_damaged"),
        (5103045506900010.0, "nik_damaged"),
        (5103045506900010, "nik_damaged"),
        (9171045506900001.0, "nik_damaged"),
        ("5,10304E+15", "nik_damaged"),
        ("5.1E+15", "nik_damaged"),
        ("5.10304550690E+15", "nik_damaged"),
        ("5.103045506900010E+15", "nik_damaged"),
        ("5.103.045.506.900.010", "nik_damaged"),
        ("510304550690000", "nik_length"),
        ("510304550690000.0", "nik_length"),
        ("51030455069000011", "nik_length"),
        (510304550690001.0, "nik_length"),
        (51030455069000010.0, "nik_length"),
        ("5103045506900001/5103045506900002", "nik_length"),
        ("510304550690OOO1", "nik_letters"),
        ("51030455069000¹1", "nik_letters"),
        ("belum ada", "nik_letters"),
        ("#N/A", "nik_letters"),
        (True, "nik_letters"),
        (float("nan"), "nik_letters"),
        (float("inf"), "nik_letters"),
        (1234.5, "nik_letters"),
        (date(1990, 1, 1), "nik_letters"),
        ("5103045513900001", "nik_impossible"),
        ("5103049906900001", "nik_impossible"),
        ("5103045506900000", "nik_impossible"),
        ("51.03.04.550690.0000", "nik_impossible"),
        ("1111111111111111", "nik_impossible"),
        ("1212121212121212", "nik_impossible"),
        ("1234567890123456", "nik_impossible"),
        ("0000000000000000", "nik_impossible"),
        ("", "nik_blank"),
        ("  '", "nik_blank"),
        ("-", "nik_blank"),
        ("\u200b", "nik_blank"),
        (0.0, "nik_blank"),
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


@pytest.mark.parametrize(
    ("cell", "message", "step"),
    [
        (5103045506900000.0, "Angka ke-16 hilang dan menjadi 0.", "Minta nomor asli kepada pengirim."),
        (
            "510304550690OOO1", "NIK memuat huruf O (huruf O mungkin angka 0).",
            "Periksa NIK pada KTP, lalu perbaiki di lembar.",
        ),
        (
            "5103045506900001x", "NIK memuat huruf x; NIK terdiri atas 16 angka.",
            "Periksa NIK pada KTP, lalu perbaiki di lembar.",
        ),
        ("510304550690", "NIK memuat 12 angka, seharusnya 16.", "Minta nomor asli kepada pengirim."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_words(cell: Cell, message: str, step: str) -> None:
    bad = read_nik(cell)
    assert isinstance(bad, BadNik)
    assert (bad.message, bad.step) == (message, step)


def test_what_looks_like_a_nik() -> None:
    assert looks_like_nik("5103045506900001")
    assert looks_like_nik(5103045506900000.0)
    assert not looks_like_nik("")
    assert not looks_like_nik("081234567890")


def test_numbers_kept_as_text() -> None:
    assert plain_number("'00012345678") == "00012345678"
    assert plain_number("12345678901.0") == "12345678901"
    assert plain_number(12345678901.0) == "12345678901"
