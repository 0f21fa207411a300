"""What single values look like."""

from datetime import date, datetime

import pytest

from desktop_app.ingest.cells import shapes
from desktop_app.ingest.grid import Cell


@pytest.mark.parametrize(
    "cell",
    ["12-11-1987", "12/11/87", "1987-11-12", "12 Nopember 1987", "17 Agst 1980", "12.11.1987", "19871112", "12111987", "1987-11-12 00:00:00",
     "'12-11-1987", "31/02/1990", date(1987, 11, 12), datetime(1987, 11, 12), 32093, 32093.0, "32093", "November 12, 1987"],
)  # fmt: skip
def test_dates(cell: Cell) -> None:
    assert shapes.is_date(cell)


@pytest.mark.parametrize(
    "cell", ["Denpasar", "5103045506909001", 5, 1_500_000, True, "081234567801", "12", "Desa 12", ""]
)
def test_no_dates(cell: Cell) -> None:
    assert not shapes.is_date(cell)


@pytest.mark.parametrize(
    "text",
    [
        "Denpasar, 31 Desember 1990",
        "DENPASAR 31-12-1990",
        "Br. Kaja, 31/12/1990",
        "Klungkung/ 01-02-1990",
        "Bangli, tgl 3 Mei 1990",
    ],
)
def test_places_and_dates_in_one_cell(text: str) -> None:
    assert shapes.is_birth(text)


@pytest.mark.parametrize(
    ("cell", "near"),
    [
        ("00012345671", 1.0),
        ("18J12345671", 1.0),
        (12345671, 0.7),
        ("0001234567890", 0.0),
        ("081234567890", 0.0),
        ("KUTA", 0.0),
        ("1801234567", 0.5),
    ],
)
def test_a_card_number_has_eleven_signs(cell: Cell, near: float) -> None:
    assert shapes.near_kpj(cell) == near


@pytest.mark.parametrize(
    ("text", "phone"),
    [("0812-3456-7801", True), ("+62 812 3456 7801", True), ("0361 123456", True), ("5103045506909001", False)],
)
def test_phones(text: str, phone: bool) -> None:
    assert shapes.is_phone(text) is phone


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("51.03", True),
        ("5103", True),
        (5103, True),
        (51.03, True),
        ("51.03.01.2001", True),
        ("5103010", True),
        ("51/03/01", True),
        ("51.03.01.2001.", True),
        ("51.03.01 Kuta", True),
        ("Kode 51", False),
        ("99", False),
        ("Kuta", False),
    ],
)
def test_codes_of_regions(cell: Cell, code: bool) -> None:
    assert shapes.is_code(cell) is code


def test_numbers_of_civil_servants_begin_with_the_date_of_birth() -> None:
    assert shapes.is_civil_servant("19900615 201501 1 001")
    assert not shapes.is_civil_servant("5103045506909001")


@pytest.mark.parametrize(("text", "fits"), [("Ni Luh Contoh", 1.0), ("Kamar 12", 0.3), ("5103", 0.0)])
def test_names_have_letters(text: str, fits: float) -> None:
    assert shapes.is_name(text) == fits
