"""Lists of people without a header that is understood: found by their NIK."""

from collections import Counter
from collections.abc import Sequence

from desktop_app.domain.sheets import PEOPLE_KINDS, SheetKind
from desktop_app.ingest.cells.nik_cells import looks_like_nik
from desktop_app.ingest.finding.areas import Header
from desktop_app.ingest.finding.header_labels import labels_of
from desktop_app.ingest.finding.header_rows import may_be_header
from desktop_app.ingest.finding.header_scores import Found, Window
from desktop_app.ingest.finding.header_words import has_header_words
from desktop_app.ingest.grid import Cell, Row, at, is_blank, is_empty

_FEWEST = 2
_SHARE = 0.6
"""Of the rows that are not empty, from the first NIK to the last: so many must hold one."""
_DIGITS = 12


def find_people(window: Window, kinds: Sequence[SheetKind]) -> list[Found]:
    """The list of people in a window, if its NIK and the words beside them show one.

    The row above is its header where it has a word that headers are made of, whatever the rest of it means.
    """
    known = [kind for kind in kinds if kind in PEOPLE_KINDS]
    kind = SheetKind.PESERTA if SheetKind.PESERTA in known else next(iter(known), None)
    column = _nik_column(window) if kind else None
    if kind is None or column is None:
        return []
    first = next(place for place in range(window.first, window.end) if is_nik(at(window.row(place), column)))
    above = next((row for row in (first - 1, first - 2) if not is_empty(window.row(row))), None)
    if above is not None and _is_header(window.row(above), window.row(first)):
        labels = labels_of([above], [window.row(above)], window.merges, 0, window.width)
        return [Found(Header(kind, (above,), labels), 1.0)]
    return [Found(Header(kind, (), {}, below=_upwards(window, first)), 1.0)]


def _nik_column(window: Window) -> int | None:
    """The column with the most different NIK: a family card's number repeats, a NIK does not."""
    niks: dict[int, list[Cell]] = {}
    for row in window.rows:
        for column, cell in enumerate(row):
            if is_nik(cell):
                niks.setdefault(column, []).append(cell)
    ranked = Counter({column: len(set(cells)) for column, cells in niks.items()}).most_common(1)
    return next((column for column, count in ranked if count >= _FEWEST and _is_list(window, column)), None)


def _is_list(window: Window, column: int) -> bool:
    rows = [row for row in window.rows if not is_empty(row)]
    places = [place for place, row in enumerate(rows) if is_nik(at(row, column))]
    stretch = rows[places[0] : places[-1] + 1]
    worded = sum(_has_words(row) or len(row) == 1 for row in stretch)
    return len(places) >= _SHARE * len(stretch) and worded >= _SHARE * len(stretch)


def is_nik(cell: Cell) -> bool:
    """A cell with as many digits as a NIK that looks like one; quick for all others."""
    if isinstance(cell, str):
        return len(cell) >= _DIGITS and sum(map(str.isdigit, cell)) >= _DIGITS and looks_like_nik(cell)
    return isinstance(cell, int | float) and not isinstance(cell, bool) and cell >= 1e15 and looks_like_nik(cell)


def _has_words(row: Row) -> bool:
    return any(isinstance(cell, str) and any(map(str.isalpha, cell)) for cell in row)


def _is_header(row: Row, first: Row) -> bool:
    filled = sum(not is_blank(cell) for cell in row)
    return may_be_header(row) and 2 * filled >= sum(not is_blank(cell) for cell in first) and has_header_words(row, 1)


def _upwards(window: Window, first: int) -> int:
    """The first of the rows that stand directly over the first NIK and are filled like its row: people, too."""
    filled = _filled(window.row(first))
    while first > window.first and len(_filled(window.row(first - 1)) & filled) >= max(2, len(filled) - 1):
        first -= 1
    return first


def _filled(row: Row) -> set[int]:
    return {column for column, cell in enumerate(row) if not is_blank(cell)}
