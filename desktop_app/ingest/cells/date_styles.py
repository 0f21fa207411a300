"""How a column writes its dates: day or month first, and whether Excel exchanged the two; decided once for all cells."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.nik import NikBirth, nik_birth
from desktop_app.ingest.cells.dates import EARLIEST, LATEST, date_text, parse_date
from desktop_app.ingest.cells.nik_cells import read_nik
from desktop_app.ingest.grid import Cell, text_of

_NUMERIC = re.compile(r"(\d{1,2})[-/., ]+(\d{1,2})[-/., ]+(\d{4}|\d{2})")
_ENOUGH = 5
"""So many cells of either sort show without any NIK that Excel exchanged day and month."""


class _Known(dict[Cell, date | None]):
    """Cell -> its date; each distinct cell is read once. What is no date stands in `bad` and counts as None."""

    def __init__(self, read: Callable[[Cell], date | None]) -> None:
        super().__init__()
        self._read = read
        self.bad: set[Cell] = set()

    def __missing__(self, cell: Cell) -> date | None:
        try:
            day = self._read(cell)
        except (ValueError, OverflowError):
            self.bad.add(cell)
            day = None
        self[cell] = day
        return day


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How the dates of a column are read.

    `month_first`: 12/31/1990 is 31 December. `swapped`: cells that Excel typed as dates have day and month exchanged
    wherever the day is 12 or less. `open`: nothing in the column decided it. `words` tells the decision to the clerk and is
    empty where there was none to take. Dates before `earliest` or after `latest` cannot be.
    """

    month_first: bool = False
    swapped: bool = False
    open: bool = False
    words: str = ""
    earliest: date = EARLIEST
    latest: date = LATEST
    _known: list[_Known] = field(default_factory=list, repr=False, compare=False)

    def parse(self, cell: Cell) -> date | None:
        """The date in a cell, None where none is given. ValueError: something stands there and is no date that can be."""
        known = self._cache()
        day = known[cell]
        if day is None and cell in known.bad:
            raise ValueError(cell)
        return day

    def parse_column(self, cells: Sequence[Cell]) -> tuple[list[date | None], dict[int, str]]:
        """The dates of many cells, and by index the text of those that are no date."""
        known = self._cache()
        days = list(map(known.__getitem__, cells))
        if not known.bad:
            return days, {}
        return days, {index: text_of(cell) for index, cell in enumerate(cells) if cell in known.bad}

    def exchanged(self, cell: Cell) -> bool:
        """True where this cell's day and month were put back (`date_swapped`)."""
        return self.swapped and isinstance(cell, date) and _may_be_swapped(cell)

    def _cache(self) -> _Known:
        if not self._known:
            self._known.append(_Known(self._read))
        return self._known[0]

    def _read(self, cell: Cell) -> date | None:
        if self.exchanged(cell) and isinstance(cell, date):
            cell = date(cell.year, cell.day, cell.month)
        return parse_date(cell, self.month_first, self.earliest, self.latest)


@dataclass(slots=True)
class _Votes:
    """What the cells of a column and the NIK beside them speak for.

    `first` and `second`: values that can only be day or only be month first. `for_day`, `for_month`, `for_typed`,
    `for_swap`: NIK that agree with one reading of a text or a typed date, and not with the other.
    """

    first: int = 0
    second: int = 0
    for_day: int = 0
    for_month: int = 0
    for_typed: int = 0
    for_swap: int = 0
    typed_early: int = 0
    typed_late: int = 0
    example: str = ""

    def month_first(self) -> bool:
        if self.for_day != self.for_month:
            return self.for_month > self.for_day
        return self.second > 0 and self.first == 0

    def is_open(self) -> bool:
        return self.for_day == self.for_month and (self.first > 0) == (self.second > 0)

    def swapped(self) -> bool:
        """Typed dates with no day above 12 beside texts that are all above 12: Excel turned what it could, the wrong way."""
        if self.for_typed != self.for_swap:
            return self.for_swap > self.for_typed
        texts = max(self.first, self.second) >= _ENOUGH and not min(self.first, self.second) and not self.example
        return texts and self.typed_early >= _ENOUGH and not self.typed_late


def date_style(
    cells: Iterable[Cell], niks: Iterable[Cell] | None = None, latest: date | None = None
) -> DateStyle:  # fmt: skip
    """The style of a column.

    Args:
        cells: all of it, or its first thousands.
        niks: the NIK cells beside birth dates, as witnesses; their majority wins over what the dates alone say.
        latest: the last day that can be; today for birth dates (where `niks` are given), else the year 2100.
    """
    votes = _votes(cells, niks)
    month_first, swapped = votes.month_first(), votes.swapped()
    last = latest or (LATEST if niks is None else date.today())
    is_open = votes.is_open() and bool(votes.example)
    return DateStyle(month_first, swapped, is_open, _words(votes, month_first, swapped, is_open), EARLIEST, last)


def month_comes_first(cells: Iterable[Cell]) -> bool:
    """True when the dates of a column can only be read month first: 12/31/1990, and none like 31/12/1990."""
    return _votes(cells, None).month_first()


def _votes(cells: Iterable[Cell], niks: Iterable[Cell] | None) -> _Votes:
    votes = _Votes()
    for cell, birth in _witnessed(cells, niks):
        if isinstance(cell, date):
            _vote_typed(votes, cell, birth)
        elif isinstance(cell, str) and (found := _NUMERIC.fullmatch(date_text(cell))):
            _vote_text(votes, int(found[1]), int(found[2]), birth, found[0])
    return votes


def _witnessed(cells: Iterable[Cell], niks: Iterable[Cell] | None) -> Iterator[tuple[Cell, NikBirth | None]]:
    if niks is None:
        yield from ((cell, None) for cell in dict.fromkeys(cells))
        return
    for cell, nik in zip(cells, niks, strict=True):
        found = read_nik(nik) if cell != "" else None
        yield cell, nik_birth(found) if isinstance(found, str) else None


def _vote_text(votes: _Votes, one: int, two: int, birth: NikBirth | None, text: str) -> None:
    if one > 12 or two > 12:
        votes.first += two <= 12 and one <= 31
        votes.second += one <= 12 and two <= 31
    elif one != two:
        votes.example = votes.example or text
    if birth is not None and one != two:
        votes.for_day += (one, two) == birth[:2]
        votes.for_month += (two, one) == birth[:2]


def _vote_typed(votes: _Votes, day: date, birth: NikBirth | None) -> None:
    votes.typed_late += day.day > 12
    votes.typed_early += _may_be_swapped(day)
    if birth is not None and day.day != day.month:
        votes.for_typed += (day.day, day.month) == birth[:2]
        votes.for_swap += (day.month, day.day) == birth[:2]


def _may_be_swapped(day: date) -> bool:
    return day.day <= 12 and day.day != day.month


def _words(votes: _Votes, month_first: bool, swapped: bool, is_open: bool) -> str:
    parts = []
    if votes.example or month_first:
        parts.append(_order_words(votes, month_first, is_open))
    if swapped:
        parts.append("hari dan bulan yang tertukar oleh Excel dikembalikan")
    return "; ".join(parts)


def _order_words(votes: _Votes, month_first: bool, is_open: bool) -> str:
    example = votes.example or "03/04/1990"
    order = "bulan lebih dulu" if month_first else "hari lebih dulu"
    read = parse_date(example, month_first)
    said = f"{order}: {example} dibaca {long_date(read)}" if read else order
    agreeing = votes.for_month if month_first else votes.for_day
    if agreeing:
        return f"{said}, sesuai {number(agreeing)} NIK"
    return f"{said}; isi kolom tidak memastikannya" if is_open else said
