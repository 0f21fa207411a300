"""Cell references as sheets write them: “B7” is row 6, column 1, both from 0."""

import re
from functools import lru_cache

from desktop_app.ingest.files import limits
from desktop_app.ingest.grid import Merged

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


_EXACT = 2**53


def whole(text: str | None) -> int | None:
    """A number without a sign and of a sensible length; None for all else."""
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else None


def exact(number: float, text: str) -> int | float:
    """All digits count where the text has more than a float can keep: a NIK of Papua."""
    return int(text) if abs(number) >= _EXACT and text.isascii() and text.isdigit() else number


@lru_cache(maxsize=limits.COLUMNS)
def column_number(letters: str) -> int:
    """A -> 0, Z -> 25, AA -> 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def cell_place(reference: str) -> tuple[int, int] | None:
    """(row, column); None where it is no reference or lies outside of Excel's sheet."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    row, column = int(found[2]) - 1, column_number(found[1])
    return (row, column) if 0 <= row < limits.ROWS and column < limits.COLUMNS else None


def merged_range(reference: str) -> Merged | None:
    """“A1:B3”; None for a single cell or no range."""
    first, _, last = reference.partition(":")
    start, end = cell_place(first), cell_place(last)
    if start is None or end is None or start == end:
        return None
    top, bottom = sorted((start[0], end[0]))
    left, right = sorted((start[1], end[1]))
    return Merged(top, left, bottom, right)
