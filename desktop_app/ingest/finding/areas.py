"""Where a table stands on its sheet: its header, its rows and columns, the lines above it."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.grid import Grid, Row, is_blank, letter, text_of

WIDEST = 16_384
"""Columns of the widest sheet that Excel knows."""
EVERYWHERE = range(1 << 30)


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its kind of table, its rows (from 0, a number row included) and the cells over each column.

    A list without a header has neither rows nor labels: `below` is its first row of data. `older` are columns that say the
    same of an earlier month or year than the one that is read; `stated` is the end of the newest month or year.
    """

    kind: SheetKind
    rows: tuple[int, ...]
    labels: dict[int, tuple[str, ...]]
    below: int = 0
    older: frozenset[int] = frozenset()
    stated: date | None = None

    @property
    def first_row(self) -> int:
        """The row below the header, from 0."""
        return self.rows[-1] + 1 if self.rows else self.below

    @property
    def top(self) -> int:
        """The first row of the header, or of the data where there is none."""
        return self.rows[0] if self.rows else self.below


@dataclass(frozen=True, slots=True)
class Turned:
    """A table whose regions stood side by side, turned so that each is a row of `grid`.

    The turned row r (from 0) was column `columns[r]` of the sheet, the turned column c its row `rows[c]`. `span`: the rows of
    the sheet that are its own, titles and notes included.
    """

    grid: Grid
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    span: range = EVERYWHERE

    def cell_of(self, row: int, column: int) -> str:
        """The true address (“C5”) of a cell of the turned grid, both from 0."""
        return f"{letter(self.columns[row])}{self.rows[column] + 1}"

    def row_of(self, column: int) -> int:
        """The true row of Excel of a turned column."""
        return self.rows[column] + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where a table stands: its rows from `start` (its titles) to before `end`, its columns `left` to before `right`.

    `titles` are the lines above it that are its own, `shared` those of the sheet's first table, `tail` the last rows in it,
    which may be notes. A row that repeats the header stays inside; so do signatures and notes. A turned table's rows and
    columns are those of `turned.grid`.
    """

    header: Header
    start: int
    end: int
    left: int = 0
    right: int = WIDEST
    titles: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    tail: tuple[Row, ...] = ()
    turned: Turned | None = None

    @property
    def whole_rows(self) -> bool:
        """True when no other table stands beside it: its rows need no cutting."""
        return self.left == 0 and self.right == WIDEST


def line_of(row: Row) -> str:
    """A row as one line of text; a text that a merged title repeats counts once."""
    return " ".join(dict.fromkeys(text_of(cell) for cell in row if not is_blank(cell)))
