"""Numbers, dates, months and names of regions as Indonesians write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.indonesian import (
    long_date,
    month_year,
    number,
    percent,
    percent_in_letter,
    points,
    roman_month,
    rupiah,
    short_date,
)
from desktop_app.domain.office import head_of_region
from desktop_app.domain.periods import end_of_month, months_between, parse_period
from desktop_app.domain.regions import Level, Region, is_within, parent_code


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(1027446, 0, "1.027.446"), (39.405, 1, "39,4"), (-13.32, 2, "−13,32"), (0, 0, "0"), (-0.001, 2, "0,00")],
)
def test_numbers(value: float, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


@given(st.integers(-(10**12), 10**12))
def test_a_number_can_be_read_back(value: int) -> None:
    assert int(number(value).replace(".", "").replace("−", "-")) == value


def test_shares_points_and_money() -> None:
    assert percent(0.3941) == "39,41\u00a0%"
    assert percent_in_letter(0.656) == "65,60%"
    assert [points(each) for each in (-0.1332, 0.0202, 0.0, -0.00001)] == ["−13,32", "+2,02", "0,00", "0,00"]
    assert rupiah(20_160_000) == "Rp20.160.000,00"
    assert rupiah(20_160_000, cents=False) == "Rp20.160.000"


def test_dates() -> None:
    day = date(2023, 12, 31)
    assert (long_date(day), short_date(day), month_year(day), roman_month(day)) == (
        "31 Desember 2023", "31 Des 2023", "Desember 2023", "XII",
    )  # fmt: skip


def test_a_period_is_the_last_day_of_its_month() -> None:
    assert parse_period("2024-02") == end_of_month(date(2024, 2, 3)) == date(2024, 2, 29)
    assert months_between(date(2024, 11, 30), date(2026, 1, 31)) == 14


@pytest.mark.parametrize(
    "text", ["", "2025", "2025-13", "2025-00", "25-03", "Maret 2025", "2025-003", "2025-03-31", "2025-+3"]
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="not a month"):
        parse_period(text)


def test_names_of_regions() -> None:
    gianyar = Region("51.04", "Kabupaten Gianyar", Level.KABUPATEN)
    denpasar = Region("51.71", "Kota Denpasar", Level.KOTA)
    selat = Region("51.05.03.2016", "Selat", Level.DESA)
    assert (gianyar.full_name, gianyar.short_name, gianyar.parent) == ("Kabupaten Gianyar", "Gianyar", "51")
    assert (denpasar.short_name, selat.full_name) == ("Denpasar", "Desa Selat")
    assert [head_of_region(r) for r in (gianyar, denpasar, Region("51", "Bali", Level.PROVINSI))] == [
        "Bupati Gianyar", "Wali Kota Denpasar", "Gubernur Bali",
    ]  # fmt: skip


def test_a_code_says_where_a_region_lies() -> None:
    assert parent_code("51") is None
    assert is_within("51.05.03.2016", "51.05")
    assert is_within("51.05", "51.05")
    assert not is_within("51.051", "51.05")
