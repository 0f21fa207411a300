"""Tables below a known one whose header is not understood: lists of people by their NIK, and tables of no kind.

Without them their rows would be taken for rows of the table above.
"""

from collections.abc import Sequence

from desktop_app.domain.sheets import PEOPLE_KINDS, SheetKind
from desktop_app.ingest.finding.areas import Header
from desktop_app.ingest.finding.by_values import is_nik
from desktop_app.ingest.finding.header_labels import labels_of
from desktop_app.ingest.finding.header_rows import is_number_row, is_words, same_text
from desktop_app.ingest.finding.header_scores import Found, Window
from desktop_app.ingest.grid import Row, at, is_blank, is_empty, text_of

_NUMBER_LABELS = {"no", "nomor", "nourut", "nomorurut", "nmr"}
_FEWEST = 3
_LOOKED_ROWS = 10


def unknown_below(window: Window, known: Sequence[Found], kinds: Sequence[SheetKind]) -> list[Found]:
    """Headers that begin with “No” like the table above them, over rows that are numbered anew."""
    found: list[Found] = []
    for place in range(window.first, window.end):
        above = [
            one
            for one in known
            if one.header.rows and one.header.rows[-1] < place and _begins_alike(window.row(place), one)
        ]
        taken = any(place in one.header.rows for one in known)
        if above and not taken and _is_header(window, place, above[-1]):
            found.append(_read(window, place, kinds))
    return found


def _begins_alike(row: Row, above: Found) -> bool:
    first = text_of(at(row, above.columns.start)) if isinstance(at(row, above.columns.start), str) else ""
    return same_text(first) in _NUMBER_LABELS


def _is_header(window: Window, place: int, above: Found) -> bool:
    """Words in three columns or more, most of them new, and below them the number 1."""
    row = window.row(place)
    filled = [column for column, cell in enumerate(row) if not is_blank(cell)]
    if len(filled) < _FEWEST or not all(is_words(row[column]) for column in filled):
        return False
    new = [
        column for column in filled
        if same_text(text_of(row[column])) not in {same_text(part) for part in above.header.labels.get(column, ())}
    ]  # fmt: skip
    return len(new) >= len(filled) / 2 and _first_number(window, place + 1, above.columns.start) == "1"


def _first_number(window: Window, place: int, column: int) -> str:
    """What stands in the number's column of the first row of data."""
    rows = (window.row(row) for row in range(place, min(place + 4, window.end)))
    data = next((row for row in rows if not is_empty(row) and not is_number_row(row)), ())
    return text_of(at(data, column)).rstrip(".")


def _read(window: Window, place: int, kinds: Sequence[SheetKind]) -> Found:
    rows = (place, place + 1) if is_number_row(window.row(place + 1)) else (place,)
    labels = labels_of([place], [window.row(place)], window.merges, 0, len(window.row(place)))
    below = (window.row(row) for row in range(rows[-1] + 1, min(rows[-1] + 1 + _LOOKED_ROWS, window.end)))
    niks = sum(any(map(is_nik, row)) for row in below)
    kind = next((kind for kind in (SheetKind.PESERTA, *kinds) if niks and kind in PEOPLE_KINDS and kind in kinds), None)
    return Found(Header(kind or SheetKind.LAIN, rows, labels), 0.0)
