"""Dates of single cells, in the forms that sheets write them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.indonesian import long_date, short_date
from desktop_app.ingest.cells.dates import parse_date, split_birth
from desktop_app.ingest.grid import Cell

_12_NOVEMBER = date(1987, 11, 12)


@pytest.mark.parametrize(
    "cell",
    [
        "12-11-1987", "12/11/87", "12.11.1987", "12 11 1987", "12 -11- 1987", "12,11,1987", "12–11–1987", "'12-11-1987",
        "１２-１１-１９８７", "1987-11-12", "1987/11/12", "1987-11-12 00:00:00", "1987-11-12T00:00:00.000Z", "19871112",
        "12111987", "12/11/1987 12:00:00 AM", "12-11-1987 07.30", "12-11-1987 (36 th)", "12 Nopember 1987",
        "12 November 1987", "12 NOP 87", "12-Nov-87", "12/Nov/1987", "12Nopember1987", "12 Nopembr 1987", "12-XI-1987",
        "12 xi 1987", "November 12, 1987", "Nov 12 1987", "12th November 1987", "Kamis, 12 November 1987",
        "tgl 12 bulan 11 tahun 1987", "Denpasar, 12 November 1987", "DENPASAR/12-11-1987", "12\u00a0Nop\u200b 1987",
        "32093", "32093.0", 32093, 32093.0, 12111987.0, 19871112, datetime(1987, 11, 12, 8, 30), _12_NOVEMBER,
    ],
)  # fmt: skip
def test_12_november_1987(cell: Cell) -> None:
    assert parse_date(cell) == _12_NOVEMBER


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("17 Agst 1980", date(1980, 8, 17)), ("17-Agt-80", date(1980, 8, 17)), ("1 Pebruari 2004", date(2004, 2, 1)),
        ("05.06.05", date(2005, 6, 5)), ("7 Mei 1969", date(1969, 5, 7)), ("1-Jan-70", date(1970, 1, 1)),
        ("31 Okt 1999", date(1999, 10, 31)), ("3 Maret 2001", date(2001, 3, 3)), ("4/IV/1990", date(1990, 4, 4)),
        ("12345", date(1933, 10, 18)), ("29-02-1988", date(1988, 2, 29)), (1121987.0, date(1987, 12, 1)),
    ],
)  # fmt: skip
def test_other_days(cell: Cell, day: date) -> None:
    assert parse_date(cell) == day


@pytest.mark.parametrize(
    "cell",
    ["", "  ", "-", "–", "00/00/0000", "0000-00-00", "0", 0, 0.0, "n/a", "nihil", "tidak ada", "/  /", "'", time(0), date(1899, 12, 31), "31-12-9999", date(9999, 12, 31)],
)  # fmt: skip
def test_no_date_is_given(cell: Cell) -> None:
    assert parse_date(cell) is None


@pytest.mark.parametrize(
    "cell",
    [
        "31-02-1990", "30/13/1990", "12-13-1990", "29-02-1987", "00-05-1990", "32/01/05", "soon", "1 Foo 1990",
        "12 Marga 1990", "01-01-0190", "31-12-1899", "12-11-198", "12-11-19877", "12-11-7", "1975", 1975, 1975.0,
        "5 Jury 1990", "1112", 9e9, -5.0, 12.0, True, float("nan"), float("inf"), time(8, 30), timedelta(days=1), "12 s/d 1990",
        "12-11-1987 s/d 13-11-1987",
    ],
)  # fmt: skip
def test_dates_that_cannot_be(cell: Cell) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_date(cell)


def test_month_first_is_for_numbers_only() -> None:
    assert parse_date("01/02/1991", month_first=True) == date(1991, 1, 2)
    assert parse_date("12311990", month_first=True) == date(1990, 12, 31)
    assert parse_date("1 Feb 1991", month_first=True) == date(1991, 2, 1)
    assert parse_date("1991-02-01", month_first=True) == date(1991, 2, 1)


def test_two_digits_are_the_newest_year_that_can_be() -> None:
    assert parse_date("01/02/30") == date(2030, 2, 1)
    assert parse_date("01/02/30", latest=date(2026, 6, 1)) == date(1930, 2, 1)
    with pytest.raises(ValueError):  # noqa: PT011
        parse_date("01/02/2030", latest=date(2026, 6, 1))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from("-/. "), st.booleans())
def test_every_day_in_every_common_form(day: date, mark: str, padded: bool) -> None:
    parts = [
        f"{day.day:02d}" if padded else str(day.day),
        f"{day.month:02d}" if padded else str(day.month),
        str(day.year),
    ]
    assert parse_date(mark.join(parts)) == day
    assert parse_date(mark.join(reversed(parts))) == day
    assert parse_date(f"{day:%d%m%Y}") == day
    assert parse_date(f"{day:%Y%m%d}") == day
    assert parse_date(long_date(day).upper()) == day
    assert parse_date(short_date(day)) == day
    assert parse_date(day) == day


@given(st.text(max_size=25))
def test_no_text_breaks_it(text: str) -> None:
    try:
        found = parse_date(text)
    except ValueError:
        return
    assert found is None or 1900 <= found.year <= 2100


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Denpasar, 31 Desember 1990", "Denpasar", date(1990, 12, 31)),
        ("DENPASAR/31-12-1990", "DENPASAR", date(1990, 12, 31)),
        ("Denpasar,31 -12- 1990", "Denpasar", date(1990, 12, 31)),
        ("Denpasar (31-12-1990)", "Denpasar", date(1990, 12, 31)),
        ("Denpasar, tgl 31-12-1990", "Denpasar", date(1990, 12, 31)),
        ("Br. Kaja, Denpasar 31.12.90", "Br. Kaja, Denpasar", date(1990, 12, 31)),
        ("Negara, Mei 12 1990", "Negara", date(1990, 5, 12)),
        ("31-12-1990", "", date(1990, 12, 31)),
        ("Denpasar", "Denpasar", None),
        ("", "", None),
        ("-", "", None),
    ],
)
def test_place_and_date_of_birth(text: str, place: str, day: date | None) -> None:
    found, rest = split_birth(text)
    assert (found, parse_date(rest)) == (place, day)


def test_a_cell_that_is_a_date_has_no_place() -> None:
    assert split_birth(date(1990, 12, 31)) == ("", date(1990, 12, 31))
