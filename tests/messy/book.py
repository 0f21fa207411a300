"""A workbook as plain cells, independent of any format; the writers turn it into files."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

Cell = str | int | float | bool | date | datetime | None
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; all from 1."""


@dataclass(slots=True)
class Page:
    """One worksheet: `cells` by (row, column) from 1, as Excel counts."""

    name: str = "Data"
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False
    formats: dict[tuple[int, int], str] = field(default_factory=dict)

    def line(self, row: int, *values: Cell, column: int = 1) -> None:
        """Put `values` side by side; None leaves a cell empty."""
        for offset, value in enumerate(values):
            if value is not None:
                self.cells[row, column + offset] = value

    def lines(self, first: int, rows: Iterable[Iterable[Cell]], column: int = 1) -> int:
        """Put rows below each other from `first` on; the row after the last."""
        row = first
        for values in rows:
            self.line(row, *values, column=column)
            row += 1
        return row

    def merge(self, *area: int) -> None:
        top, left, bottom, right = area
        self.merged.append((top, left, bottom, right))

    @property
    def filled(self) -> int:
        """Rows with at least one non-empty cell."""
        return len({row for (row, _), value in self.cells.items() if value is not None and str(value).strip()})

    @property
    def last_row(self) -> int:
        return max((row for row, _ in self.cells), default=0)

    @property
    def last_column(self) -> int:
        return max((column for _, column in self.cells), default=0)

    def grid(self) -> list[list[Cell]]:
        """All cells from A1 to the last one, row by row."""
        width = self.last_column
        return [
            [self.cells.get((row, column)) for column in range(1, width + 1)] for row in range(1, self.last_row + 1)
        ]


@dataclass(slots=True)
class Book:
    pages: list[Page]
    date1904: bool = False


def letter(column: int) -> str:
    """Column 1 is A, 27 is AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
