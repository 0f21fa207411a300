"""Dates out of single cells, in every form that sheets write them; which of day and month comes first is told."""

import re
from datetime import date, datetime, time, timedelta

from desktop_app.ingest.cells.characters import plain_characters
from desktop_app.ingest.cells.months import MONTHS, month_number
from desktop_app.ingest.grid import Cell

EARLIEST = date(1900, 1, 1)
LATEST = date(2100, 12, 31)
_PIVOT = 2040
"""Two digits mean this century up to here, unless the column cannot hold days to come."""

_NEVER = 9999
"""31-12-9999 is how other systems write that there is no end."""

_EXCEL_EPOCH = date(1899, 12, 30)
_ZEROS = (_EXCEL_EPOCH, date(1899, 12, 31))
"""0 in a cell that shows dates; Excel prints it as 00/01/1900."""

_SERIALS = range(2101, 80_000)
"""Excel's day numbers; smaller ones are years or counts."""

_NO_DATE = {"n/a", "na", "nihil", "kosong", "null", "none", "nan", "nat", "tidak ada", "belum ada", "dd-mm-yyyy"}
_FILLED = re.compile(r"[1-9a-z]")
_NOISE = re.compile(
    r"\b(?:tanggal|tgl|bulan|bln|tahun|thn|th)\b\.?|(?<=\d)(?:st|nd|rd|th)\b|(?<=\d) ?\([^()]*\)$|['`\"]"
)
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?|\d{1,2}\.\d{2}\.\d{2}|(?<=\d{4} )\d{1,2}\.\d{2}"
_ZONE = r" ?(?:[ap]\.?m\.?|z|wib|wita|wit|[+-]\d{2}:?\d{2})?"
_TIME = re.compile(rf"(?:[ ,]+|(?<=\d)t)(?:pukul |jam )?(?:{_CLOCK}){_ZONE}$")
_PARTS = re.compile(r"(\d{1,4})[-/., ]*(?:(?<=[-/., ])(\d{1,2})(?=[-/., ])|([a-z]+))[-/., ]*(\d{1,4})")
_MONTH_FIRST = re.compile(r"([a-z]+)[-/., ]+(\d{1,2})[-/., ]+(\d{2}|\d{4})")
_WORDS_BEFORE = re.compile(r"[^\W\d][^\d]*?(?=\d)")
_PLACE_AND_DATE = re.compile(r"((?:[A-Za-z]+ )*([A-Za-z]+))[,/] ?(\d[\dA-Za-z /.-]*)")
"""“Denpasar, 31 Desember 1990” without any oddity: nearly all cells of such a column."""

_NO_PLACE = {*MONTHS, "tgl", "tanggal"}
_EDGES = " -/.,:;"


_PLAINEST = re.compile(r"([0-9]{2})[-/]([0-9]{2})[-/]([0-9]{4})")


def parse_date(
    cell: Cell, month_first: bool = False, earliest: date = EARLIEST, latest: date = LATEST
) -> date | None:  # fmt: skip
    """The date in a cell, None where none is given. `month_first`: 12/31/1990 in this column is 31 December.

    Raises:
        ValueError: something stands there and it is no date that can be, or none from `earliest` to `latest`.
    """
    found = _from_text(cell, month_first, latest) if isinstance(cell, str) else _from_value(cell, month_first)
    if found is None or found.year == _NEVER:
        return None
    if not earliest <= found <= latest:
        raise ValueError(cell)
    return found


def _from_value(cell: Cell, month_first: bool) -> date | None:
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return None if cell in _ZEROS else cell
    if cell == time(0) or (cell == 0 and not isinstance(cell, bool)):
        return None
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _from_number(cell, month_first)
    raise ValueError(cell)


def _from_number(number: float, month_first: bool) -> date:
    """Excel's day number, or 31121990 and 19901231 in a cell typed as a number (a leading zero is gone there)."""
    if _SERIALS.start <= number < _SERIALS.stop:
        return _EXCEL_EPOCH + timedelta(days=int(number))
    if 1_000_000 <= number <= 99_999_999 and number == int(number):
        return _from_eight(f"{int(number):08d}", month_first)
    raise ValueError(number)


def _from_text(text: str, month_first: bool, latest: date) -> date | None:
    # Nearly every cell of a long column: spared the patterns below, which cost ten times as much.
    if (plainest := _PLAINEST.fullmatch(text)) and plainest[3] != "0000":
        return _from_parts(plainest[1], plainest[2], plainest[3], month_first, latest)
    plain = date_text(text)
    if plain in _NO_DATE or not _FILLED.search(plain):
        return None
    found = _PARTS.fullmatch(plain)
    if found:
        first, number, name, last = found.groups()
        return _from_parts(first, number or str(month_number(name)), last, month_first and bool(number), latest)
    if found := _MONTH_FIRST.fullmatch(plain):
        return date(_year(found[3], latest), month_number(found[1]), int(found[2]))
    return _from_digits(plain, month_first)


def _from_parts(first: str, second: str, last: str, month_first: bool, latest: date) -> date:
    if len(first) == 4:
        return date(int(first), int(second), int(last))
    if len(first) > 2 or len(last) not in (2, 4):
        raise ValueError(first, last)
    day, month = (second, first) if month_first else (first, second)
    return date(_year(last, latest), int(month), int(day))


def _from_digits(text: str, month_first: bool) -> date:
    """31121990, 19901231, or an Excel day number written as text."""
    digits = re.sub(r"[.,]0*$", "", text)
    if not digits.isdigit():
        raise ValueError(text)
    if len(digits) == 8:
        return _from_eight(digits, month_first)
    if len(digits) == 5 and int(digits) in _SERIALS:
        return _EXCEL_EPOCH + timedelta(days=int(digits))
    raise ValueError(text)


def _from_eight(digits: str, month_first: bool) -> date:
    """No text is both: the month of yyyymmdd stands where ddmmyyyy has its 19 or 20."""
    if digits[4:6] in ("19", "20"):
        day, month = (digits[2:4], digits[:2]) if month_first else (digits[:2], digits[2:4])
        return date(int(digits[4:]), int(month), int(day))
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _year(text: str, latest: date) -> int:
    """Two digits are the newest year that the column can hold: 87 -> 1987, 05 -> 2005."""
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year + 2000 <= min(latest.year, _PIVOT) else 1900)


def date_text(text: str) -> str:
    """A text's date in small letters: without the place or weekday before it, the time after it, and odd marks."""
    plain = " ".join(_NOISE.sub(" ", plain_characters(text).casefold()).split())
    plain = _TIME.sub("", plain.strip(_EDGES)).strip(_EDGES + "()")
    if plain[:1].isalpha():
        place = _before(plain)
        plain = plain[len(place) :]
    return plain


def _before(plain: str) -> str:
    """The words before a date; empty where its month comes first (“Dec 31, 1990”)."""
    found = _WORDS_BEFORE.match(plain)
    if found is None:
        return ""
    words = found[0].replace(".", " ").replace("-", " ").replace(",", " ").split()
    if not words or words[-1] not in MONTHS:
        return found[0]
    return found[0][: found[0].rindex(words[-1])]


def split_birth(cell: Cell) -> tuple[str, Cell]:
    """“Denpasar, 31 Desember 1990” -> (“Denpasar”, “31 Desember 1990”): the place, and what its date column would hold.

    The date stays as it is written, because its column decides how it is read. A cell that is no text has no place.
    """
    if not isinstance(cell, str):
        return "", cell
    if (usual := _PLACE_AND_DATE.fullmatch(cell)) and usual[2].casefold() not in _NO_PLACE:
        return usual[1], usual[3]
    text = " ".join(plain_characters(cell).split()).strip(" '`\"")
    if not any(character.isdigit() for character in text):
        return text.strip(_EDGES), ""
    place = _before(text.casefold()) if text[:1].isalpha() else ""
    return _without_label(text[: len(place)]), text[len(place) :]


def _without_label(place: str) -> str:
    return re.sub(r"(?i)[\s,]*\b(?:tanggal|tgl)\b[\s.:]*$", "", place).strip(_EDGES + "(")
