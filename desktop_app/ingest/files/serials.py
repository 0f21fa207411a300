"""Excel's day numbers as dates, and the number formats that make a number a date (ECMA-376 part 1, 18.8.30)."""

import re
from datetime import date, datetime, time, timedelta
from enum import Enum, auto

from desktop_app.ingest.grid import Cell


class Shown(Enum):
    """What a number format makes of a number."""

    NUMBER = auto()
    DATE = auto()
    DURATION = auto()


_BUILT_IN = dict.fromkeys((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)), Shown.DATE) | {46: Shown.DURATION}
_LITERAL = re.compile(r'"[^"]*"?|\\.|_.|\*.')
_BRACKETS = re.compile(r"\[([^\]]*)\]")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_GENERAL = re.compile(r"general", re.IGNORECASE)
_LAST_SERIAL = 2_958_465
_LAST_DURATION = 99_999_999
_EPOCH = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)


def shown(number: int, code: str | None) -> Shown:
    """By the code of a custom format, or by the number of a built-in one."""
    if code is None:
        return _BUILT_IN.get(number, Shown.NUMBER)
    bare = _GENERAL.sub("", _LITERAL.sub("", code.split(";")[0]))
    if any(_ELAPSED.fullmatch(inside) for inside in _BRACKETS.findall(bare)):
        return Shown.DURATION
    return Shown.DATE if re.search(r"[dmyhsDMYHS]", _BRACKETS.sub("", bare)) else Shown.NUMBER


def dated(number: float, how: Shown, *, from_1904: bool) -> Cell:
    """A number as its format shows it: date, time of day, both, or a length of time; the number where it is none."""
    if how is Shown.DURATION and abs(number) <= _LAST_DURATION:
        return timedelta(days=round(number * 86_400_000) / 86_400_000)
    if how is not Shown.DATE or not 0 <= number < _LAST_SERIAL + 1:
        return number
    if number < 1:
        return (_EPOCH + _rounded(number)).time()
    return _moment(number, from_1904=from_1904)


def _moment(number: float, *, from_1904: bool) -> Cell:
    # Before March 1900 Excel counts a 29 February that never was.
    early = not from_1904 and number < 60
    start = _EPOCH_1904 if from_1904 else _EPOCH + timedelta(days=1) if early else _EPOCH
    try:
        moment = start + _rounded(number)
    except OverflowError:
        return number
    return moment.date() if moment.time() == time() else moment


def _rounded(days: float) -> timedelta:
    """To the millisecond: a day number holds no more."""
    return timedelta(milliseconds=round(days * 86_400_000))


def iso(text: str) -> Cell:
    """A cell of type “d”: a date or a moment as ISO 8601 writes it; the text where it is none."""
    try:
        if "T" not in text:
            return date.fromisoformat(text)
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return text
