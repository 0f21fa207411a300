"""Tables beside each other: told apart by blank columns between them, or by headers that begin again."""

from collections.abc import Sequence
from itertools import pairwise

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.finding.areas import Header
from desktop_app.ingest.finding.halves import are_apart
from desktop_app.ingest.finding.header_scores import Found, Window, best_kind, columns_with_text, is_column_blank
from desktop_app.ingest.finding.header_search import search
from desktop_app.ingest.finding.other_tables import unknown_below
from desktop_app.ingest.mapping.fields import plain

Labels = dict[int, tuple[str, ...]]

_LOOKED_ROWS = 30
"""Rows below a header in which a column between two tables must be blank."""


def search_beside(window: Window, kinds: Sequence[SheetKind]) -> list[Found]:
    """The headers of a window, those beside each other told apart; by row, then by column."""
    width = window.width
    whole = search(window, kinds, 0, width)
    bands = columns_with_text(window)
    parts = [search(window, kinds, band.start, band.stop) for band in bands] if len(bands) > 1 else []
    chosen: list[Found] = []
    for found in whole:
        chosen += _better(found, [[part for part in band if part.meets(found)] for band in parts], parts, window)
    chosen += [part for band in parts for part in band if not any(part.meets(other) for other in chosen)]
    apart = [piece for found in chosen for piece in _apart(found, window, kinds)]
    apart += unknown_below(window, apart, kinds)
    return sorted(apart, key=lambda found: (found.header.rows, found.columns.start))


def _better(whole: Found, meeting: list[list[Found]], parts: list[list[Found]], window: Window) -> list[Found]:
    """The header over all columns, or those of single bands where they are headers of their own."""
    bands = [index for index, found in enumerate(meeting) if found]
    own = [found for band in meeting for found in band]
    if len(bands) >= 2:
        return own if any(are_apart(one, other, window) for one, other in pairwise(own)) else [whole]
    if len(bands) == 1 and whole.score <= own[0].score:
        others = [found for index, band in enumerate(parts) if index != bands[0] for found in band]
        if any(found.header.rows[-1] < own[0].header.rows[0] for found in others):
            return own  # What stands beside it are rows of another table.
    return [whole]


def _apart(found: Found, window: Window, kinds: Sequence[SheetKind]) -> list[Found]:
    """The header in pieces, each of them a table; as it is where the pieces alone are none."""
    header = found.header
    pieces: list[Labels] = []
    for start, stop in _stretches(header, window):
        labels = {column: parts for column, parts in header.labels.items() if start <= column < stop}
        if pieces and not _begins_table(pieces[-1], labels, header, window, kinds):
            pieces[-1] = {**pieces[-1], **labels}
        else:
            pieces.append(labels)
    if len(pieces) == 1:
        return [found]
    return [_piece(header, labels, kinds) for labels in pieces]


def _begins_table(before: Labels, labels: Labels, header: Header, window: Window, kinds: Sequence[SheetKind]) -> bool:
    one, other = _piece(header, before, kinds), _piece(header, labels, kinds)
    return bool(one.score and other.score) and are_apart(one, other, window)


def _piece(header: Header, labels: Labels, kinds: Sequence[SheetKind]) -> Found:
    kind, points = best_kind(kinds, labels) or (header.kind, 0.0)
    return Found(Header(kind, header.rows, labels), points)


def _stretches(header: Header, window: Window) -> list[tuple[int, int]]:
    """Columns from one border to the next: after a blank column, or where the first label comes again."""
    columns = sorted(header.labels)
    first = _label(header, columns[0])
    rows = range(header.rows[-1] + 1, min(header.rows[-1] + 1 + _LOOKED_ROWS, window.end))
    borders = [columns[0]]
    for before, column in pairwise(columns):
        gap = range(before + 1, column)
        if any(is_column_blank(window, place, rows) for place in gap) or _label(header, column) == first:
            borders.append(column)
    return list(zip(borders, [*borders[1:], columns[-1] + 1], strict=True))


def _label(header: Header, column: int) -> str:
    return plain(" ".join(header.labels[column]))
