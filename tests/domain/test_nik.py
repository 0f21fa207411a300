"""NIK: which texts can be one, and that no screen or answer shows one whole."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.nik import hints, is_dummy, is_nik, masked, nik_birth, shown_value


@pytest.mark.parametrize("nik", ["5105010101900001", "5105017112909999", "5105014101900001", "5105013102900001"])
def test_what_can_be_a_nik(nik: str) -> None:
    assert is_nik(nik)


@pytest.mark.parametrize(
    ("nik", "why"),
    [
        ("510501010190000", "fifteen digits"),
        ("0105010101900001", "no province begins with 0"),
        ("5105010001900001", "day 0"),
        ("5105014001900001", "day 40 is no day of a woman"),
        ("5105017201900001", "day 72"),
        ("5105013201900001", "day 32"),
        ("5105010113900001", "month 13"),
        ("5105010101900000", "serial 0000"),
        ("51050101O1900001", "a letter"),
        ("٥١٠٥٠١٠١٠١٩٠٠٠٠١", "digits of another script"),
    ],
)
def test_what_cannot_be_a_nik(nik: str, why: str) -> None:
    assert not is_nik(nik), why


@pytest.mark.parametrize("text", ["1111111111111111", "0000000000000000", "1212121212121212", "1101110111011101"])
def test_a_number_that_repeats_itself_only_fills_the_cell(text: str) -> None:
    assert is_dummy(text)


def test_what_a_nik_says_of_its_owner() -> None:
    assert nik_birth("5105014112909001") == (1, 12, 90, "P")
    assert nik_birth("5105013101059001") == (31, 1, 5, "L")


@pytest.mark.parametrize(
    ("nik", "birth_date", "sex", "codes"),
    [
        ("5105014112909001", date(1990, 12, 1), "P", ()),
        ("5105014112909001", None, "", ()),
        ("5105014112909001", date(1990, 1, 12), "P", ("birth_differs",)),
        ("5105014112909001", date(1990, 12, 1), "L", ("sex_differs",)),
        ("5105010112909001", date(1991, 12, 1), "P", ("birth_differs", "sex_differs")),
        ("5105013102909001", None, "", ("nik_date",)),
        ("5105012902919001", None, "", ()),
        ("9905010112909001", None, "", ("nik_region",)),
    ],
)
def test_hints(nik: str, birth_date: date | None, sex: str, codes: tuple[str, ...]) -> None:
    assert hints(nik, birth_date, sex) == codes


def test_a_masked_nik_keeps_its_ends_and_its_length() -> None:
    assert masked("5105010101900001") == "5105••••••••0001"


@given(st.text("0123456789 .'", max_size=24))
def test_a_shown_value_never_holds_a_whole_number_of_a_person(text: str) -> None:
    shown = shown_value(text)
    assert len(shown) == len(text)
    assert sum(character.isdigit() for character in shown) < 12
    assert not re.search(r"\d{12}", shown)


@pytest.mark.parametrize("text", ["", "31-02-1990", "Selat", "1.027.446", "00012345678"])
def test_other_values_are_shown_as_they_are(text: str) -> None:
    assert shown_value(text) == text
