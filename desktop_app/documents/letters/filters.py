"""Indonesian formats as filters of templates: `{{ angka.kuota | terbilang }}`, `{{ angka.bulan_data | tanggal }}`.

Each takes a number, an ISO day or finished text; what it cannot format stays as it is, so that a template never fails
on a figure that is not there.
"""

import re
from collections.abc import Callable
from datetime import date

from desktop_app.documents.terbilang import in_words
from desktop_app.domain import indonesian

Value = str | int | float | date | None

_ABSENT = "…"
_SMALL = {"dan", "di", "ke", "dari", "yang", "untuk", "atau", "bin", "binti", "al", "van", "de"}
_DEGREE = re.compile(r"(?:[A-Za-z]{1,4}\.)+[A-Za-z]{0,4}\.?,?$")
_KNOWN = {
    "pt": "PT",
    "cv": "CV",
    "ud": "UD",
    "pd": "PD",
    "bpr": "BPR",
    "lpd": "LPD",
    "sd": "SD",
    "smp": "SMP",
    "sma": "SMA",
}


def number_text(value: Value, decimals: int = 0) -> str:
    """1234.5 with one decimal -> “1.234,5”."""
    known = _number(value)
    return _as_it_is(value) if known is None else indonesian.number(known, decimals)


def percent_text(value: Value, decimals: int = 2) -> str:
    """0.3941 -> “39,41%”, the way letters write it."""
    known = _number(value)
    return _as_it_is(value) if known is None else f"{indonesian.number(known * 100, decimals)}%"


def rupiah_text(value: Value) -> str:
    """20160000 -> “Rp20.160.000,00”."""
    known = _number(value)
    return _as_it_is(value) if known is None else indonesian.rupiah(round(known))


def words_text(value: Value) -> str:
    """100 -> “seratus”."""
    known = _number(value)
    return _as_it_is(value) if known is None else in_words(round(known))


def day_text(value: Value) -> str:
    """“2026-03-12” -> “12 Maret 2026”."""
    day = _day(value)
    return _as_it_is(value) if day is None else indonesian.long_date(day)


def month_text(value: Value) -> str:
    """“2026-03-31” -> “Maret 2026”."""
    day = _day(value)
    return _as_it_is(value) if day is None else indonesian.month_year(day)


def roman_month_text(value: Value) -> str:
    """“2026-11-24” -> “XI”."""
    day = _day(value)
    return _as_it_is(value) if day is None else indonesian.roman_month(day)


def name_text(value: Value) -> str:
    """A name as it was typed, in title case: “I GUSTI AYU CONTOH, S.H., M.Si.” -> “I Gusti Ayu Contoh, S.H., M.Si.”.

    A name that is not all in capitals or all in small letters was typed on purpose and stays.
    """
    text = _as_it_is(value)
    words = text.split(" ")
    bare = " ".join(word for word in words if not _DEGREE.fullmatch(word))
    if bare != bare.upper() and bare != bare.lower():
        return text
    return " ".join(_name_word(word, first=place == 0) for place, word in enumerate(words))


def _name_word(word: str, *, first: bool) -> str:
    bare = word.lower()
    plain = bare.strip("(),.;")
    if plain in _KNOWN:
        return bare.replace(plain, _KNOWN[plain])
    if plain in _SMALL and not first:
        return bare
    if _DEGREE.fullmatch(word):
        return _degree(word)
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda found: found[0].capitalize(), bare)


def _degree(word: str) -> str:
    """“S.H.,”, “M.SI.” -> “M.Si.”, “DR.” -> “Dr.”: each part begins with a capital."""
    return re.sub(r"[A-Za-z]+", lambda found: found[0].capitalize(), word)


def _number(value: Value) -> int | float | None:
    """A number, or one that stands in text as a computer writes it."""
    if isinstance(value, bool) or value is None or isinstance(value, date):
        return None
    if isinstance(value, int | float):
        return value
    try:
        return float(value) if "." in value else int(value)
    except ValueError:
        return None


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
    "tanggal": day_text,
    "bulan": month_text,
    "bulan_romawi": roman_month_text,
    "nama": name_text,
}
"""Name in a template -> what it does."""
