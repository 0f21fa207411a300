"""NIK: sixteen digits, PP KK CC (place of first issue), DDMMYY (DD + 40 for women), serial from 0001.

Place and date are hints about the person, never a verdict (PP 40/2019 art. 30: a NIK does not change when its owner
moves or when the birth date was wrong).
"""

import re
from datetime import date
from typing import NamedTuple

_SIXTEEN = re.compile(r"[1-9]\d{15}", re.ASCII)
_REPEATED = re.compile(r"(\d{4})\1{3}", re.ASCII)
_PRIVATE_DIGITS = 12
"""A text with so many digits may be somebody's number, whole or damaged."""

WOMAN = 40
"""What is added to the day of birth in a woman's NIK."""

PROVINCES = frozenset(
    {*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98)}
)
"""Codes of the provinces (Kemendagri), those of Papua after 2022 included: what a NIK can begin with."""

LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of January to December, with the 29 February of leap years: the century of a NIK is not known."""


class NikBirth(NamedTuple):
    """What a NIK says of its owner; `year` has two digits, `sex` is “L” or “P”."""

    day: int
    month: int
    year: int
    sex: str


def is_nik(text: str) -> bool:
    """True for sixteen digits with a day and month that can be and a serial other than 0000.

    31 February passes: offices have issued such numbers, and a NIK is not refused for its date (`hints` tells of it).
    """
    if not _SIXTEEN.fullmatch(text):
        return False
    day, month = int(text[6:8]) % WOMAN, int(text[8:10])
    return 1 <= day <= 31 and int(text[6:8]) <= 71 and 1 <= month <= 12 and text[12:] != "0000"


def is_dummy(text: str) -> bool:
    """True for a number typed to fill the cell: the same one, two or four digits again and again."""
    return bool(_REPEATED.fullmatch(text))


def nik_birth(nik: str) -> NikBirth:
    """Birth date and sex inside a NIK (sixteen digits that `is_nik` accepts)."""
    day = int(nik[6:8])
    return NikBirth(day % WOMAN, int(nik[8:10]), int(nik[10:12]), "P" if day > WOMAN else "L")


def hints(nik: str, birth_date: date | None, sex: str) -> tuple[str, ...]:
    """Codes of what does not fit between a NIK and its row; empty where all fits or nothing can be compared.

    `birth_differs`, `sex_differs` (`sex` is “L”, “P” or empty), `nik_date` (a day like 31 February), `nik_region` (begins
    with no province). None of them makes a NIK wrong.
    """
    inside = nik_birth(nik)
    differs = birth_date is not None and (birth_date.day, birth_date.month, birth_date.year % 100) != inside[:3]
    found = (
        ("birth_differs", differs),
        ("sex_differs", bool(sex) and sex != inside.sex),
        ("nik_date", inside.day > LONGEST_MONTH[inside.month - 1]),
        ("nik_region", int(nik[:2]) not in PROVINCES),
    )
    return tuple(code for code, holds in found if holds)


def masked(nik: str) -> str:
    """`5103••••••••0001`: the first and last four digits; a shorter text keeps at most a quarter of itself in sight."""
    if len(nik) < 12:
        return nik[: len(nik) // 4] + "•" * (len(nik) - len(nik) // 4)
    return nik[:4] + "•" * (len(nik) - 8) + nik[-4:]


def shown_value(text: str) -> str:
    """The text of a cell as screens, answers and exports may show it: masked where it may hold somebody's number."""
    digits = sum(character.isdigit() for character in text)
    return masked(text) if digits >= _PRIVATE_DIGITS else text
