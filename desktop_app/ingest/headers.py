"""Where the header of a table stands: under title rows, over one to three merged rows, with or without a number row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.fields import could_be, field_of
from desktop_app.ingest.grid import Cell, Grid, Row, at, is_blank, is_empty, text_of

SEARCHED_ROWS = 60
_LEVELS = 3

_NUMERIC_TEXT = re.compile(r"[-+]?(?:rp)?[\d.,\s/%-]*\d[\d.,\s/%-]*", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?(?:\s*=.*)?")


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its kind of table, its rows (from 0, a number row included) and the cells over each column."""

    kind: SheetKind
    rows: tuple[int, ...]
    labels: dict[int, tuple[str, ...]]

    @property
    def first_row(self) -> int:
        """The row below the header, from 0."""
        return self.rows[-1] + 1


def find_header(grid: Grid, kind: SheetKind | None = None) -> Header | None:
    """The header of the sheet's table; only of `kind`, where given. None where there is no table."""
    head = grid.head(SEARCHED_ROWS + _LEVELS)
    kinds = [kind] if kind else [SheetKind.PESERTA, SheetKind.REKAP, SheetKind.PENYEBUT, SheetKind.TARGET]
    best: tuple[float, Header] | None = None
    for rows in _candidates(head):
        labels = _labels(head, grid, rows)
        for wanted in kinds:
            score = _score(wanted, labels)
            if score and (best is None or score > best[0]):
                best = score, Header(wanted, rows, labels)
    return _with_number_row(best[1], head) if best else None


def _candidates(head: list[Row]) -> Iterator[tuple[int, ...]]:
    """Runs of one to three rows that hold words only; short runs first, so that a tie goes to them."""
    wordy = [not is_empty(row) and all(_is_words(cell) for cell in row) for row in head]
    for count in range(1, _LEVELS + 1):
        for start in range(len(head) - count + 1):
            if all(wordy[start : start + count]):
                yield tuple(range(start, start + count))


def _is_words(cell: Cell) -> bool:
    if isinstance(cell, bool | int | float | date | time | timedelta):
        return False
    return is_blank(cell) or not _NUMERIC_TEXT.fullmatch(text_of(cell))


def _labels(head: list[Row], grid: Grid, rows: tuple[int, ...]) -> dict[int, tuple[str, ...]]:
    """Column -> the texts over it from top to bottom; a merged cell stands over every column it covers."""
    anchors = _anchors(grid, rows)
    width = max(len(head[row]) for row in rows)
    labels = {}
    for column in range(width):
        parts: list[str] = []
        for row in rows:
            text = _text(head, row, column, anchors)
            if not text and not grid.merged and row != rows[-1] and text_of(at(head[rows[-1]], column)):
                text = _left_of(head[row], column)
            if text and text not in parts[-1:]:
                parts.append(text)
        if parts:
            labels[column] = tuple(parts)
    return labels


def _anchors(grid: Grid, rows: tuple[int, ...]) -> dict[tuple[int, int], tuple[int, int]]:
    return {
        (row, column): (area.top, area.left)
        for area in grid.merged
        if area.top in rows
        for row in range(area.top, min(area.bottom, rows[-1]) + 1)
        for column in range(area.left, area.right + 1)
    }


def _text(head: list[Row], row: int, column: int, anchors: dict[tuple[int, int], tuple[int, int]]) -> str:
    top, left = anchors.get((row, column), (row, column))
    return text_of(at(head[top], left))


def _left_of(row: Row, column: int) -> str:
    """The nearest text to the left: a group's title where the file does not tell which cells were merged."""
    return next((text for place in range(column, -1, -1) if (text := text_of(at(row, place)))), "")


def _score(kind: SheetKind, labels: dict[int, tuple[str, ...]]) -> float:
    """How much of a header these labels are, for a table of `kind`; 0 where they are none."""
    best: dict[str, float] = {}
    for parts in labels.values():
        field, confidence = field_of(kind, parts)
        if field:
            best[field] = max(best.get(field, 0.0), confidence)
    return sum(best.values()) if len(best) >= 2 and could_be(kind, best) else 0.0


def _with_number_row(header: Header, head: list[Row]) -> Header:
    below = header.first_row
    if below < len(head) and _is_number_row(head[below]):
        return Header(header.kind, (*header.rows, below), header.labels)
    return header


def _is_number_row(row: Sequence[Cell]) -> bool:
    """(1) (2) (3) … under the header; a formula such as “6=5/4” may stand among them."""
    texts = [text_of(cell) for cell in row if not is_blank(cell)]
    found = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    numbers = [int(hit[1]) for hit in found if hit]
    return (
        len(texts) >= 3 and len(numbers) == len(texts) and numbers == list(range(numbers[0], numbers[0] + len(texts)))
    )
