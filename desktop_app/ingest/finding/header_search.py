"""Searches a stretch of a sheet for headers: runs of one to three rows of words that mean two fields or more."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.finding.areas import Header
from desktop_app.ingest.finding.header_labels import Merges, labels_of
from desktop_app.ingest.finding.header_levels import LEVELS, Labels, completed
from desktop_app.ingest.finding.header_rows import may_be_header
from desktop_app.ingest.finding.header_scores import Found, Window, best_kind
from desktop_app.ingest.finding.header_titles import is_title
from desktop_app.ingest.finding.header_words import hints
from desktop_app.ingest.finding.period_columns import told_by_title
from desktop_app.ingest.grid import Cell, Row, at, is_blank

_CLOSE_LOOK = 15
"""Rows of words whose cells may hint at a field in any spelling; further down they must hold a known word."""
_LOOKED_COLUMNS = 400


def search(window: Window, kinds: Sequence[SheetKind], left: int, right: int) -> list[Found]:
    """The headers in these columns from top to bottom; where runs of rows overlap, the one that fits best.

    Equal runs: the shorter, then the upper one.
    """
    candidates = []
    for rows in _runs(window, left, right):
        labels = labels_of(rows, [window.row(place) for place in rows], window.merges, left, right)
        if len(rows) == 1 or not _is_under_title(window, rows, left, right):
            candidates += _read(window, rows, labels, kinds)
    candidates.sort(key=lambda found: (-found.score, len(found.header.rows), found.header.rows))
    chosen: list[Found] = []
    for found in candidates:
        if not any(set(found.header.rows) & set(other.header.rows) for other in chosen):
            chosen.append(found)
    chosen.sort(key=lambda found: found.header.rows)
    return _kept([completed(found, window, left, right) for found in chosen], window)


def _read(window: Window, rows: tuple[int, ...], labels: Labels, kinds: Sequence[SheetKind]) -> list[Found]:
    """The header that these labels are, by themselves or with the title above them."""
    best = best_kind(kinds, labels)
    if best and best[0] is not SheetKind.TARGET:
        return [Found(Header(best[0], rows, labels), best[1])]
    told = told_by_title(window, Header(SheetKind.REKAP, rows, labels), kinds)
    if told:
        return [told]
    return [Found(Header(best[0], rows, labels), best[1])] if best else []


def _is_under_title(window: Window, rows: tuple[int, ...], left: int, right: int) -> bool:
    """True where one of the upper rows is a title over the others."""
    lines = [window.row(place) for place in rows]
    return any(
        is_title(place, lines[level], lines[level + 1 :], window.merges, left, right)
        for level, place in enumerate(rows[:-1])
    )


def _kept(headers: list[Found], window: Window) -> list[Found]:
    """Without those that are only title lines over a better header: nothing like data stands between the two."""
    barren = {
        place
        for place, (found, after) in enumerate(pairwise(headers))
        if found.score < after.score and not _has_rows(found, after.header.top, window)
    }
    return [found for place, found in enumerate(headers) if place not in barren]


def _has_rows(found: Found, end: int, window: Window) -> bool:
    wanted = max(2, len(found.header.labels) / 2)
    rows = (window.row(place) for place in range(found.header.first_row, end))
    return any(sum(not is_blank(at(row, column)) for column in found.header.labels) >= wanted for row in rows)


def _runs(window: Window, left: int, right: int) -> Iterator[tuple[int, ...]]:
    """Runs of one to three rows of words; none that cuts through a cell merged downwards."""
    rows = [row[left : min(right, left + _LOOKED_COLUMNS)] for row in window.rows]
    hits = _hits(rows)
    filled = [{column for column, cell in enumerate(row) if not is_blank(cell)} for row in rows]
    again = _again(rows, filled)
    for count in range(1, LEVELS + 1):
        for start in range(len(rows) - count + 1):
            part = hits[start : start + count]
            if window.tops is not None and window.first + start not in window.tops:
                continue
            if None in part or sum(filter(None, part)) < 2 or _goes_on(hits, filled, start):
                continue
            if len(set(again[start : start + count])) > 1:
                continue
            run = tuple(range(window.first + start, window.first + start + count))
            merged = bool(window.merges.starting_in(run))
            if (merged or not _are_alike(filled[start : start + count])) and not _cuts(run, window.merges, left, right):
                yield run


def _hits(rows: Sequence[Row]) -> list[int | None]:
    """How many cells of each row hint at a field; None for a row that is no row of words."""
    found: list[int | None] = []
    looked = 0
    for row in rows:
        words = may_be_header(row)
        found.append(hints(row, close=looked < _CLOSE_LOOK) if words else None)
        looked += words
    return found


def _again(rows: Sequence[Row], filled: Sequence[set[int]]) -> list[bool]:
    """Whether each row says what a row above it says: a header comes again as a whole, never with people over it."""
    seen = set[tuple[Cell, ...]]()
    found: list[bool] = []
    for row, columns in zip(rows, filled, strict=True):
        texts = tuple(row[column] for column in sorted(columns))
        found.append(len(texts) > 1 and texts in seen)
        seen.add(texts)
    return found


def _goes_on(hits: Sequence[int | None], filled: Sequence[set[int]], start: int) -> bool:
    """True further down for a row filled like the row of words above it: it goes on with a list of words."""
    return start > _CLOSE_LOOK and hits[start - 1] is not None and _are_alike(filled[start - 1 : start + 1])


def _are_alike(filled: Sequence[set[int]]) -> bool:
    """True for several rows that fill the same columns: none is a level of a header with the others."""
    every = set.union(*filled)
    return len(filled) > 1 and all(len(row) >= 0.9 * len(every) for row in filled)


def _cuts(rows: tuple[int, ...], merges: Merges, left: int, right: int) -> bool:
    """True where a cell of these rows is merged down to a row that would still fit a header of three levels."""
    return any(
        rows[-1] < area.bottom < rows[0] + LEVELS and left <= area.left < right for area in merges.starting_in(rows)
    )
