"""How often two columns of people say the same: the NIK and a date, the NIK and a sex, the NIK and a name."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeVar

from desktop_app.ingest.cells.shapes import birth_in_nik, woman_by_nik
from desktop_app.ingest.cells.values import MONTHS, parse_sex
from desktop_app.ingest.grid import Cell, is_blank, text_of
from desktop_app.ingest.mapping.evidence import Look

A = TypeVar("A")
B = TypeVar("B")
Day = tuple[int, int, int]

_ENOUGH = 3
_EXCEL_EPOCH = date(1899, 12, 30)
_PIECES = re.compile(r"\d+|[a-z]+")
_WOMAN = re.compile(
    r"^(?:ni|ida ayu|dewa ayu|desak|cokorda istri|siti|sri|anak agung istri|a\.? ?a\.? (?:istri|ayu)|gusti ayu)\b"
)
_MAN = re.compile(r"^(?:i|ida bagus|dewa (?:gede|made|putu)|muhammad|mohammad|moh|ahmad|achmad|cokorda gede)\b")


def births_agree(nik: Look | None, birth: Look, enough: int = _ENOUGH) -> float | None:
    """Share of the rows whose date is the one in the NIK, day and month in either order; None where too few rows have both."""
    return _share(nik, birth, birth_in_nik, days_of, lambda one, days: one in days, enough) if nik else None


def sexes_agree(nik: Look | None, sex: Look) -> float | None:
    return _share(nik, sex, woman_by_nik, _woman_by_word, lambda one, other: one is other) if nik else None


def names_agree(nik: Look | None, name: Look) -> float | None:
    """“Ni Luh …” beside the NIK of a woman, “I Made …” beside that of a man."""
    return _share(nik, name, woman_by_nik, _woman_by_name, lambda one, other: one is other) if nik else None


def days_of(cell: Cell) -> frozenset[Day] | None:
    """The days (day, month, two-digit year) that a cell may mean; None where it holds no date."""
    if isinstance(cell, date):
        return frozenset({(cell.day, cell.month, cell.year % 100)})
    if isinstance(cell, int | float):
        if isinstance(cell, bool) or not 1 <= cell < 80_000:
            return None
        return days_of(_EXCEL_EPOCH + timedelta(days=int(cell)))
    return frozenset(_days(_PIECES.findall(text_of(cell).casefold()))) or None


def _days(pieces: list[str]) -> Iterator[Day]:
    """From the last three pieces that a date is made of: “denpasar, 31 desember 1990”."""
    if pieces and len(pieces[-1]) == 8 and pieces[-1].isdigit():
        text = pieces[-1]
        yield int(text[6:]), int(text[4:6]), int(text[2:4])
        yield int(text[:2]), int(text[2:4]), int(text[6:])
    parts = [piece for piece in pieces if piece.isdigit() or piece in MONTHS][:3] if pieces else []
    if len(parts) < 3 or sum(piece.isdigit() for piece in parts) < 2:
        return
    one, two, three = (int(piece) if piece.isdigit() else MONTHS[piece] for piece in parts)
    if len(parts[0]) == 4 and parts[0].isdigit():
        yield three, two, one % 100
    else:
        yield one, two, three % 100
        yield two, one, three % 100


def _woman_by_word(cell: Cell) -> bool | None:
    sex = parse_sex(cell)
    return sex == "P" if sex else None


def _woman_by_name(cell: Cell) -> bool | None:
    text = text_of(cell).casefold()
    if _WOMAN.match(text):
        return True
    return False if _MAN.match(text) else None


def _share(
    one: Look, other: Look, read: Callable[[Cell], A | None], read_other: Callable[[Cell], B | None],
    same: Callable[[A, B], bool], enough: int = _ENOUGH,
) -> float | None:  # fmt: skip
    compared = agreed = 0
    for mine, its in zip(one.cells, other.cells, strict=True):
        if is_blank(mine) or is_blank(its) or (first := read(mine)) is None or (second := read_other(its)) is None:
            continue
        compared += 1
        agreed += same(first, second)
    return agreed / compared if compared >= enough else None
