"""Headers far down a long sheet: one pass, in which a row of data costs a look at a single cell.

In a list of people nearly every row has a column (its number, its NIK) that begins with a digit, and no header has; only the
other rows are looked at closely. A second table that starts beside a long one, far down, is not found this way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.finding.header_labels import Merges
from desktop_app.ingest.finding.header_scores import Found, Window
from desktop_app.ingest.finding.header_words import has_header_words
from desktop_app.ingest.finding.period_columns import with_newest
from desktop_app.ingest.finding.side_by_side import search_beside
from desktop_app.ingest.grid import Cell, Row

_AT_ONCE = 10_000
_ABOVE, _BELOW = 16, 40
"""Rows kept around a new header: for its titles, and for what stands below it."""
_NEAR = 3
"""Rows from the one that stands out in which its header may begin; what lies further away is looked at for itself."""
_TITLES = 6
"""Rows kept over a header that only comes again."""
_SAMPLED = 60
_ENOUGH = 0.9
_DIGITS = frozenset("0123456789")


@dataclass(slots=True)
class Survey:
    """Headers of a sheet, the rows at hand for a closer look (place -> row), and how many rows there are."""

    found: list[Found]
    seen: dict[int, Row]
    height: int
    taken: set[int] = field(default_factory=set)


def scan(survey: Survey, rows: Iterator[Row], kinds: Sequence[SheetKind], merges: Merges) -> None:
    """Go through the rest of a sheet, `rows` from `survey.height` on, and add the headers found there."""
    before: list[Row] = [survey.seen[place] for place in sorted(survey.seen)[-_ABOVE:]]
    first = survey.height
    witness: int | None = None
    known = _Known(survey)
    chunk = list(islice(rows, _AT_ONCE))
    while before or chunk:
        stretch = Window(first - len(before), [*before, *chunk], merges)
        witness = _witness(stretch.rows, witness)
        for place in _odd_rows(stretch, witness):
            if place not in survey.taken and has_header_words(stretch.row(place)):
                _look(survey, known, stretch, place, kinds)
        first += len(chunk)
        # The last rows come again with the next ones: a header may lie across the border.
        before = list(stretch.rows[-_ABOVE:])
        survey.seen.update(enumerate(before, first - len(before)))
        if not (chunk := list(islice(rows, _AT_ONCE))):
            break
    survey.height = first


class _Known:
    """Headers that were found already, by the texts of their first row: repeated on every page they cost little."""

    def __init__(self, survey: Survey) -> None:
        self._by_text: dict[tuple[Cell, ...], tuple[Found, list[tuple[Cell, ...]]]] = {}
        for found in survey.found:
            self.add(found, [tuple(survey.seen.get(row, ())) for row in found.header.rows])

    def add(self, found: Found, texts: list[tuple[Cell, ...]]) -> None:
        if texts:
            self._by_text.setdefault(texts[0], (found, texts))

    def again(self, stretch: Window, place: int) -> Found | None:
        known = self._by_text.get(tuple(stretch.row(place)))
        if known is None:
            return None
        found, texts = known
        rows = [place + row - found.header.rows[0] for row in found.header.rows]
        if [tuple(stretch.row(row)) for row in rows] != texts:
            return None
        return Found(replace(found.header, rows=tuple(rows)), found.score)


def _look(survey: Survey, known: _Known, stretch: Window, place: int, kinds: Sequence[SheetKind]) -> None:
    """Search around a row that may be a header, and keep what surrounds the headers found."""
    again = known.again(stretch, place)
    around = _part(
        stretch, place - (_TITLES if again else _ABOVE), place + (len(again.header.rows) if again else _BELOW)
    )
    near = replace(around, tops=range(place - _NEAR, place + _NEAR + 1))
    for found in [again] if again else search_beside(near, kinds):
        if survey.taken.isdisjoint(found.header.rows):
            survey.taken.update(found.header.rows)
            survey.found.append(with_newest(found, around))
            survey.seen.update(enumerate(around.rows, around.first))
            if not again:
                known.add(found, [tuple(stretch.row(row)) for row in found.header.rows])


def _part(stretch: Window, top: int, bottom: int) -> Window:
    """The rows from `top` to before `bottom`, as far as they are in the stretch."""
    top = max(top, stretch.first)
    return Window(top, stretch.rows[top - stretch.first : bottom - stretch.first], stretch.merges)


def _witness(chunk: Sequence[Row], last: int | None) -> int | None:
    """A column that begins with a digit, or is no text, in nearly every row; the last one where it still serves."""
    sample = chunk[:: max(1, len(chunk) // _SAMPLED)]
    if last is not None and _share(sample, last) >= _ENOUGH:
        return last
    shares = [(_share(sample, column), -column) for column in range(max(map(len, sample)))]
    best = max(shares, default=(0.0, 0))
    return -best[1] if best[0] >= _ENOUGH else None


def _share(sample: Sequence[Row], column: int) -> float:
    return sum(len(row) > column and _is_data(row[column]) for row in sample) / len(sample)


def _is_data(cell: Cell) -> bool:
    return isinstance(cell, int | float | date) if not isinstance(cell, str) else cell[:1] in _DIGITS


def _odd_rows(stretch: Window, witness: int | None) -> list[int]:
    """Places of the rows that are not plainly data; without a witness, of those that follow an empty row."""
    rows = stretch.rows
    if witness is None:
        filled = [True, *map(any, rows)]
        return [
            stretch.first + place
            for place, here in enumerate(filled[1:])
            if here and not (filled[place] and filled[place - 1] and place > 1)
        ]
    return [
        stretch.first + place
        for place, row in enumerate(rows)
        if len(row) <= witness or ((cell := row[witness]).__class__ is str and cell[:1] not in _DIGITS)
    ]
