"""Rows that come as filled cells only, made into the rows of a grid."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop_app.ingest.grid import Cell, Row, is_blank

Cells = dict[int, Cell]
"""Column (from 0) -> what stands there."""


@dataclass(frozen=True, slots=True)
class Survey:
    """`height`: rows up to the last filled one. `ordered`: every row comes once, and after those above it."""

    height: int
    ordered: bool


def survey(rows: Iterable[tuple[int, Cells]]) -> Survey:
    height, last, ordered = 0, -1, True
    for number, cells in rows:
        ordered = ordered and number > last
        last = number
        if number >= height and not all(is_blank(cell) for cell in cells.values()):
            height = number + 1
    return Survey(height, ordered)


def grid_rows(read: Callable[[], Iterator[tuple[int, Cells]]], found: Survey) -> Iterator[Row]:
    """Every row from the first to the last filled one, empty ones as []."""
    rows = read() if found.ordered else _sorted(read())
    following = 0
    for number, cells in rows:
        if number >= found.height:
            break
        for _ in range(following, number):
            yield []
        yield filled_row(cells)
        following = number + 1


def _sorted(rows: Iterator[tuple[int, Cells]]) -> Iterator[tuple[int, Cells]]:
    """Rows in disorder, and in pieces, put together."""
    whole: dict[int, Cells] = {}
    for number, cells in rows:
        whole.setdefault(number, {}).update(cells)
    return iter(sorted(whole.items()))


def filled_row(cells: Cells) -> Row:
    if not cells:
        return []
    row: list[Cell] = [""] * (max(cells) + 1)
    for column, cell in cells.items():
        row[column] = cell
    return row
