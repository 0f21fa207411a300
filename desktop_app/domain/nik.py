"""NIK: sixteen digits, PP KK CC (place of first issue), DDMMYY (DD + 40 for women), serial from 0001.

Place and date are hints about the person, never a verdict (PP 40/2019 art. 30: a NIK does not change when its owner
moves or when the birth date was wrong).
"""

import re

_SIXTEEN = re.compile(r"[1-9]\d{15}")
_PRIVATE_DIGITS = 12
"""A text with so many digits may be somebody's number, whole or damaged."""


def is_nik(text: str) -> bool:
    """True for sixteen digits with a day and month that can be and a serial other than 0000."""
    if not _SIXTEEN.fullmatch(text):
        return False
    day, month = int(text[6:8]) % 40, int(text[8:10])
    return 1 <= day <= 31 and int(text[6:8]) <= 71 and 1 <= month <= 12 and text[12:] != "0000"


def masked(nik: str) -> str:
    """`5103••••••••0001`: the first and last four digits; a shorter text keeps at most a quarter of itself in sight."""
    if len(nik) < 12:
        return nik[: len(nik) // 4] + "•" * (len(nik) - len(nik) // 4)
    return nik[:4] + "•" * (len(nik) - 8) + nik[-4:]


def shown_value(text: str) -> str:
    """The text of a cell as screens, answers and exports may show it: masked where it may hold somebody's number."""
    digits = sum(character.isdigit() for character in text)
    return masked(text) if digits >= _PRIVATE_DIGITS else text
