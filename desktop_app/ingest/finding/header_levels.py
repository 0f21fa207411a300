"""The rows that still belong to a header once its fields are found: groups over it, parts, units and numbers below it."""

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.finding.areas import Header
from desktop_app.ingest.finding.header_labels import labels_of
from desktop_app.ingest.finding.header_rows import is_hint_row, is_number_row, is_words, may_be_header
from desktop_app.ingest.finding.header_scores import Found, Window, field, score
from desktop_app.ingest.finding.header_titles import is_title
from desktop_app.ingest.grid import at, is_blank, is_empty
from desktop_app.ingest.mapping.fields import PLACE_FIELDS

LEVELS = 3
_LONGEST_GROUP = 60
_KEYS = {"no", "nik", "name", "kpj", "npp", "company", *PLACE_FIELDS}

Labels = dict[int, tuple[str, ...]]


def completed(found: Found, window: Window, left: int, right: int) -> Found:
    """The header with every row that belongs to it."""
    kind, rows, labels = found.header.kind, found.header.rows, found.header.labels
    while len(rows) < LEVELS and (place := _part_row(window, rows[-1] + 1, labels, kind, left, right)) is not None:
        rows = (*rows, place)
        labels = _labels(window, rows, left, right)
    rows, labels = _with_group(window, kind, rows, labels, left, right)
    below = rows[-1] + 1
    while (place := _next(window, below, left, right)) is not None:
        row = window.row(place)[left:right]
        if not (is_hint_row(row) or is_number_row(row)):
            break
        rows, below = (*rows, place), place + 1
    return Found(Header(kind, rows, labels), found.score)


def _labels(window: Window, rows: tuple[int, ...], left: int, right: int) -> Labels:
    return labels_of(rows, [window.row(place) for place in rows], window.merges, left, right)


def _next(window: Window, place: int, left: int, right: int) -> int | None:
    """The next row that is not empty, one blank row allowed."""
    return next((row for row in (place, place + 1) if not is_empty(window.row(row)[left:right])), None)


def _part_row(window: Window, below: int, labels: Labels, kind: SheetKind, left: int, right: int) -> int | None:
    """A row of words under some columns only, none of them under a column that every row of data fills."""
    place = _next(window, below, left, right)
    row = window.row(place)[:right] if place is not None else ()
    if place is None or not all(is_words(cell) for cell in row[left:]) or is_hint_row(row[left:]):
        return None
    keys = [column for column, parts in labels.items() if field(kind, parts)[0] in _KEYS]
    filled = [column for column in range(left, len(row)) if not is_blank(row[column])]
    data = window.row(place + 1)
    is_part = (
        len(filled) >= 2 and bool(keys) and all(is_blank(at(row, column)) for column in keys)
        and any(not is_blank(at(data, column)) for column in keys)
    )  # fmt: skip
    return place if is_part else None


def _with_group(
    window: Window, kind: SheetKind, rows: tuple[int, ...], labels: Labels, left: int, right: int
) -> tuple[tuple[int, ...], Labels]:
    """With the row above where it names groups of columns, not the first one, and takes no column's meaning away."""
    above = rows[0] - 1
    row = window.row(above)[:right]
    filled = [column for column in range(left, len(row)) if not is_blank(row[column])]
    if len(rows) >= LEVELS or not filled or not may_be_header(row[left:]) or not labels:
        return rows, labels
    titled = is_title(above, row, [window.row(place) for place in rows], window.merges, left, right)
    groups = not titled and all(
        column in labels and column > min(labels) and len(str(row[column])) <= _LONGEST_GROUP for column in filled
    )
    grouped = _labels(window, (above, *rows), left, right)
    if not groups or score(kind, grouped) < score(kind, labels):
        return rows, labels
    return (above, *rows), grouped
