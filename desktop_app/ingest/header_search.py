"""Searches a stretch of a sheet for headers: runs of one to three rows of words that mean two fields or more."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.areas import Header
from desktop_app.ingest.grid import at, is_blank
from desktop_app.ingest.header_levels import LEVELS, completed
from desktop_app.ingest.header_rows import Merges, labels_of, may_be_header
from desktop_app.ingest.header_scores import Found, Window, has_header_words, score
from desktop_app.ingest.period_columns import told_by_title

_CLOSE_LOOK = 40
"""Rows of words that are asked for their fields without a header word being seen in them first."""


def search(window: Window, kinds: Sequence[SheetKind], left: int, right: int) -> list[Found]:
    """The headers in these columns from top to bottom; where runs of rows overlap, the one that fits best.

    Equal runs: the shorter, then the upper one.
    """
    candidates = []
    for rows in _runs(window, left, right):
        labels = labels_of(rows, [window.row(place) for place in rows], window.merges, left, right)
        best = max(((score(kind, labels), -order, kind) for order, kind in enumerate(kinds)), default=None)
        if best and best[0]:
            candidates.append(Found(Header(best[2], rows, labels), best[0]))
        elif told := told_by_title(window, Header(SheetKind.REKAP, rows, labels), kinds):
            candidates.append(told)
    candidates.sort(key=lambda found: (-found.score, len(found.header.rows), found.header.rows))
    chosen: list[Found] = []
    for found in candidates:
        if not any(set(found.header.rows) & set(other.header.rows) for other in chosen):
            chosen.append(found)
    chosen.sort(key=lambda found: found.header.rows)
    return _kept([completed(found, window, left, right) for found in chosen], window)


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
    wordy = [may_be_header(row[left:right]) for row in window.rows]
    close, looked = [], 0
    for row, words in zip(window.rows, wordy, strict=True):
        close.append(words and (looked < _CLOSE_LOOK or has_header_words(row[left:right])))
        looked += words
    for count in range(1, LEVELS + 1):
        for start in range(len(wordy) - count + 1):
            rows = tuple(range(window.first + start, window.first + start + count))
            hopeful = all(wordy[start : start + count]) and any(close[start : start + count])
            if hopeful and not _cuts(rows, window.merges, left, right):
                yield rows


def _cuts(rows: tuple[int, ...], merges: Merges, left: int, right: int) -> bool:
    """True where a cell of these rows is merged down to a row that would still fit a header of three levels."""
    return any(
        rows[-1] < area.bottom < rows[0] + LEVELS and left <= area.left < right for area in merges.starting_in(rows)
    )
