"""Sheets as they come from a file: named grids of cells with Excel's row and column numbers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Cell = int | float | str | bool | date | datetime | time | timedelta
Row = Sequence[Cell]

_BLANKS = "\u00a0\u200b \t\r\n"


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged range; rows and columns count from 0, ends included. The value stands in its first cell."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. `rows()` goes through it from Excel's row 1 and column A; short rows are blank to the right.

    The name of a CSV's only sheet is "" and its rows are the records of the file, blank lines included. Hidden rows and
    columns count from 0. A row may be empty; ghost rows below the last filled one do not come.
    """

    name: str
    rows: Callable[[], Iterator[Row]]
    height: int
    merged: tuple[Merged, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def head(self, count: int) -> list[Row]:
        """The first rows, no more than `count`."""
        return [row for row, _ in zip(self.rows(), range(count), strict=False)]


def is_blank(cell: Cell) -> bool:
    # The first character decides for nearly every cell of a big sheet.
    return isinstance(cell, str) and (not cell or (not cell[0].isalnum() and not cell.strip(_BLANKS)))


def is_empty(row: Row) -> bool:
    return all(is_blank(cell) for cell in row)


def at(row: Row, column: int) -> Cell:
    """The cell in `column` (from 0); blank beyond the end of the row."""
    return row[column] if 0 <= column < len(row) else ""


def letter(column: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def text_of(cell: Cell) -> str:
    """A cell as one line of text: whole numbers without “.0”, dates as dd-mm-yyyy, white space collapsed."""
    if isinstance(cell, str):
        return " ".join(cell.replace("\u200b", "").split())
    if isinstance(cell, bool):
        return "YA" if cell else "TIDAK"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e17:
        return str(int(cell))
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return str(cell)
