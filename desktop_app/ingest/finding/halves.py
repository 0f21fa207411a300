"""Two halves of a sheet beside each other: one table with a blank column in it, or two tables."""

from itertools import takewhile

from desktop_app.domain.sheets import PEOPLE_KINDS, SheetKind
from desktop_app.ingest.cells.shapes import is_date, is_number
from desktop_app.ingest.finding.header_scores import Found, Window, field
from desktop_app.ingest.grid import Cell, at, is_blank, is_empty, text_of
from desktop_app.ingest.mapping.fields import PLACE_FIELDS

_LOOKED_ROWS = 60
_ALIKE = 0.8
"""Rows that two halves of one table fill together, of those that either fills."""
_KEYS = {"nik", "name", "npp", "company"}


def are_apart(one: Found, other: Found, window: Window) -> bool:
    """True where both halves have a key of their own: the same one again, or rows that end elsewhere.

    A half of which only the other has the NIK, the name, the employer or the place goes on with it.
    """
    if _is_same_kind(one, other):
        again = _again(_fields(one), _fields(other))
        if again is not None:
            return again
    if "no" in _fields(one) & _fields(other) or not _fill_alike(one, other, window):
        return True
    return any(_is_recap(half, window) for half in (one, other)) and not _is_same_kind(one, other)


def _is_recap(half: Found, window: Window) -> bool:
    """Places of which each comes once, with figures: rows of people repeat their places."""
    if _family(half.header.kind) is not SheetKind.REKAP:
        return False
    header = half.header
    named = {column: field(header.kind, parts)[0] for column, parts in header.labels.items()}
    rows = [window.row(place) for place in sorted(_filled(half, window, header.first_row))]
    places = [tuple(text_of(at(row, column)) for column, name in named.items() if name in PLACE_FIELDS) for row in rows]
    figures = [
        at(row, column)
        for row in rows
        for column, name in named.items()
        if name not in ("", "no", "note", *PLACE_FIELDS)
    ]
    told = [figure for figure in figures if not is_blank(figure)]
    return bool(told) and len(set(places)) == len(places) and all(map(is_figure, told))


def is_figure(cell: Cell) -> bool:
    """A number, typed or written; “01-02-2020” is none."""
    return is_number(cell) and not (isinstance(cell, str) and is_date(cell))


def _fields(found: Found) -> set[str]:
    return {field(found.header.kind, parts)[0] for parts in found.header.labels.values()} - {""}


def _is_same_kind(one: Found, other: Found) -> bool:
    return _family(one.header.kind) is _family(other.header.kind)


def _family(kind: SheetKind) -> SheetKind:
    """All lists of people are alike here, and so are all tables of figures of regions."""
    if kind in PEOPLE_KINDS:
        return SheetKind.PESERTA
    return kind if kind in (SheetKind.PERUSAHAAN, SheetKind.LAIN) else SheetKind.REKAP


def _again(mine: set[str], its: set[str]) -> bool | None:
    """Whether the key comes again; where no half has a person or an employer, the place is one. None: not certain.

    A second name beside a NIK may be anybody's: a list without NIK, or the husband of the person.
    """
    if not (mine | its) & _KEYS:
        return True
    again = mine & its & _KEYS
    if again and "nik" in (mine ^ its):
        return None
    return bool(again)


def _fill_alike(one: Found, other: Found, window: Window) -> bool:
    """True where nearly every row that one half fills is filled by the other, too: the rows of one table."""
    first = max(one.header.first_row, other.header.first_row)
    mine, its = (_filled(found, window, first) for found in (one, other))
    return len(mine & its) >= _ALIKE * len(mine | its)


def _filled(found: Found, window: Window, first: int) -> set[int]:
    """The rows from `first` on that a half fills, as far as the sheet is filled: below a blank row signatures may stand."""
    rows = range(first, min(first + _LOOKED_ROWS, window.end))
    stretch = takewhile(lambda place: place == first or not is_empty(window.row(place)), rows)
    return {
        place for place in stretch if any(not is_blank(at(window.row(place), column)) for column in found.header.labels)
    }
