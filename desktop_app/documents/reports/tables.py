"""What a report consists of, before it becomes cells or pages: sections with tables, their columns, and totals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto

from desktop_app.domain.indonesian import number, rupiah, short_date

Value = str | int | float | date | datetime | None
Row = tuple[Value, ...]

NO_DATA = "belum ada data"
YES, NO = "ya", "tidak"


class OpenNik(str):
    """A NIK that is written out whole: only in the list that goes to the village which proposed the person."""

    __slots__ = ()


class Kind(Enum):
    """What stands in a column. CODE: identifiers, always text. SHARE 0.5 is 50 %; POINTS -2.09 is in percentage points."""

    TEXT = auto()
    NAME = auto()
    NOTE = auto()
    CODE = auto()
    WHOLE = auto()
    SHARE = auto()
    POINTS = auto()
    RUPIAH = auto()
    DAY = auto()
    TIME = auto()

    @property
    def numeric(self) -> bool:
        return self in (Kind.WHOLE, Kind.SHARE, Kind.POINTS, Kind.RUPIAH)


class Total(Enum):
    """How the total row fills a column: not at all, by adding up, or as the quotient of two totals."""

    NONE = auto()
    SUM = auto()
    QUOTIENT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`width` in characters; `missing` are the words for None, which is never 0.

    `span`: columns of the sheet that it reaches over, where tables with other columns share the sheet.
    `of`: for a QUOTIENT, the columns (from 0) of numerator and denominator.
    """

    title: str
    kind: Kind = Kind.TEXT
    width: float = 14
    missing: str = NO_DATA
    total: Total = Total.NONE
    of: tuple[int, int] = (0, 0)
    span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Columns (from 0) that count people, of whom few are not shown outside the office.

    `sum`: the column that adds them up, row by row. `derived`: columns that would give a count away.
    """

    columns: tuple[int, ...]
    sum: int | None = None
    derived: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under columns. `total` is the label of the total row (empty: none); `summed`: the column (from 0) that says

    “ya” for rows that enter it (None: all do). `after` are rows below the total, in bold: the whole beside its parts.
    `nothing` stands where there are no rows. `filtered`: long enough that Excel offers filters; `visible_only`: its total
    follows the filter. `guards` say which columns count people. `fixed_total`: the total row where it cannot be counted
    from the rows, since some of them are hidden.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: str = ""
    summed: int | None = None
    after: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    nothing: str = "Belum ada."
    filtered: bool = False
    visible_only: bool = False
    guards: tuple[Guard, ...] = ()
    fixed_total: Row = ()

    def total_row(self) -> Row:
        """Values of the total row, from the second column on; None where nothing can be added up."""
        if self.fixed_total:
            return self.fixed_total
        sums = [self._sum(place) for place in range(len(self.columns))]
        return tuple(self._total(place, sums) for place in range(len(self.columns)))

    def _sum(self, place: int) -> int | float | None:
        if self.columns[place].total is not Total.SUM:
            return None
        numbers = [value for row in self._counted() if isinstance(value := row[place], int | float)]
        return sum(numbers) if numbers else None

    def _counted(self) -> Iterator[Row]:
        return (row for row in self.rows if self.summed is None or row[self.summed] == YES)

    def _total(self, place: int, sums: Sequence[int | float | None]) -> Value:
        column = self.columns[place]
        if place == 0:
            return self.total
        if column.total is not Total.QUOTIENT:
            return sums[place]
        above, below = (sums[part] for part in column.of)
        return above / below if above is not None and below else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a report: a sheet of the workbook, and pages of the PDF.

    `sheet` is the sheet's name (31 characters at most), `basis` the line under the title with base, date and source.
    `absent` says in one line why there is nothing; then there are no tables. `picture`: key of the picture that the PDF
    shows here.
    """

    sheet: str
    title: str
    basis: str = ""
    notes: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    absent: str = ""
    picture: str = ""


def shown(value: Value, column: Column) -> str:
    """A value as paper shows it, in Indonesian."""
    if value is None:
        return column.missing
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return f"{short_date(value)}, {value:%H.%M}"
    if isinstance(value, date):
        return short_date(value)
    return _number(value, column.kind)


def _number(value: int | float, kind: Kind) -> str:
    if kind is Kind.SHARE:
        return f"{number(value * 100, 2)}%"
    if kind is Kind.POINTS:
        return f"{'+' if round(value, 2) > 0 else ''}{number(value, 2)}"
    if kind is Kind.RUPIAH:
        return rupiah(int(value), cents=False)
    return number(value)
