"""Indonesian formats as filters of templates: `{{ angka.kuota | terbilang }}`, `{{ angka.bulan_data | tanggal }}`.

Each takes a number, an ISO day or finished text; what it cannot format stays as it is, so that a template never fails
on a figure that is not there: that one is “…”, never 0.
"""

import re
from collections.abc import Callable
from datetime import date

from desktop_app.documents.letters.name_case import name_case
from desktop_app.documents.terbilang import in_words
from desktop_app.domain import indonesian

Value = str | int | float | date | None

_ABSENT = "…"
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.(?!\d{3}$)\d+)?")
"""A number as a computer writes it. “1.234” is Indonesian text already; “0012” is no number."""
_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_LIMIT = 4000


def number_text(value: Value, decimals: int = 0) -> str:
    """1234.5 with one decimal -> “1.234,5”."""
    known = _number(value)
    return _as_it_is(value) if known is None else indonesian.number(known, decimals)


def percent_text(value: Value, decimals: int = 2) -> str:
    """0.3941 -> “39,41%”, the way letters write it."""
    known = _number(value)
    return _as_it_is(value) if known is None else f"{indonesian.number(known * 100, decimals)}%"


def rupiah_text(value: Value, decimals: int = 2) -> str:
    """20160000 -> “Rp20.160.000,00”."""
    known = _number(value)
    return _as_it_is(value) if known is None else f"Rp{indonesian.number(known, decimals)}"


def words_text(value: Value) -> str:
    """100 -> “seratus”, 39.41 -> “tiga puluh sembilan koma empat satu”."""
    known = _number(value)
    return _as_it_is(value) if known is None else _words(known)


def counted_text(value: Value) -> str:
    """100 -> “100 (seratus)”."""
    known = _number(value)
    if known is None:
        return _as_it_is(value)
    _, _, decimals = repr(known).partition(".")
    return f"{indonesian.number(known, len(decimals))} ({_words(known)})"


def day_text(value: Value) -> str:
    """“2026-03-12” -> “12 Maret 2026”."""
    day = _day(value)
    return _as_it_is(value) if day is None else indonesian.long_date(day)


def weekday_text(value: Value) -> str:
    """“2026-03-12” -> “Kamis”."""
    day = _day(value)
    return _as_it_is(value) if day is None else indonesian.DAYS[day.weekday()]


def month_text(value: Value) -> str:
    """“2026-03-31” -> “Maret 2026”."""
    day = _day(value)
    return _as_it_is(value) if day is None else indonesian.month_year(day)


def roman_month_text(value: Value) -> str:
    """“2026-11-24” -> “XI”."""
    day = _day(value)
    return _as_it_is(value) if day is None else indonesian.roman_month(day)


def roman_text(value: Value) -> str:
    """4 -> “IV”."""
    known = _number(value)
    if known is None or known != int(known) or not 0 < known < _ROMAN_LIMIT:
        return _as_it_is(value)
    rest, text = int(known), ""
    for worth, letters in _ROMAN:
        text += letters * (rest // worth)
        rest %= worth
    return text


def name_text(value: Value) -> str:
    """A name as it was typed: “I GUSTI AYU CONTOH, S.H., M.SI.” -> “I Gusti Ayu Contoh, S.H., M.Si.”."""
    return name_case(_as_it_is(value))


def _words(value: int | float) -> str:
    """Behind the comma digit by digit, as it is read aloud; the digits are those that the number is written with."""
    whole, _, decimals = f"{abs(value):.10f}".rstrip("0").partition(".")
    sign = "minus " if value < 0 else ""
    behind = " ".join(_DIGITS[int(digit)] for digit in decimals)
    return f"{sign}{in_words(int(whole))}" + (f" koma {behind}" if behind else "")


def _number(value: Value) -> int | float | None:
    """A number, or one that stands in text as a computer writes it."""
    if isinstance(value, bool) or value is None or isinstance(value, date):
        return None
    if isinstance(value, int | float):
        return value if abs(value) < float("inf") else None
    if not _NUMBER.fullmatch(value):
        return None
    return float(value) if "." in value else int(value)


def _day(value: Value) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _as_it_is(value: Value) -> str:
    return _ABSENT if value is None else str(value)


FILTERS: dict[str, Callable[..., str]] = {
    "angka": number_text,
    "persen": percent_text,
    "rupiah": rupiah_text,
    "terbilang": words_text,
    "dengan_huruf": counted_text,
    "tanggal": day_text,
    "hari": weekday_text,
    "bulan": month_text,
    "bulan_romawi": roman_month_text,
    "romawi": roman_text,
    "nama": name_text,
}
"""Name in a template -> what it does."""
