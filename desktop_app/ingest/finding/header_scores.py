"""How much of a header some texts are: the fields they mean, the kind of table that these fit; stretches of a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from desktop_app.domain.sheets import PEOPLE_KINDS, SheetKind
from desktop_app.ingest.finding.areas import WIDEST, Header
from desktop_app.ingest.finding.header_labels import Merges
from desktop_app.ingest.grid import Row, at, is_blank
from desktop_app.ingest.mapping import fields

_ASKED_COLUMNS = 400
"""A header is told by its first columns; a sheet of ten thousand columns must not take minutes."""
_PEOPLE = SheetKind.PESERTA


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive rows of a sheet, the first of them in `first` (from 0), with the sheet's merged ranges.

    Headers are searched that begin in one of the rows `tops`; None: in any row.
    """

    first: int
    rows: Sequence[Row]
    merges: Merges
    tops: range | None = None

    @property
    def end(self) -> int:
        return self.first + len(self.rows)

    def row(self, place: int) -> Row:
        """Empty outside the window."""
        return self.rows[place - self.first] if self.first <= place < self.end else ()

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)


def table_kinds() -> tuple[SheetKind, ...]:
    """The kinds that headers can tell, in the order that decides where two fit equally."""
    return tuple(kind for kind in fields.KINDS if kind is not SheetKind.LAIN)


@lru_cache(maxsize=20_000)
def field(kind: SheetKind, parts: tuple[str, ...]) -> tuple[str, float]:
    return fields.field_of(kind, parts)


def score(kind: SheetKind, labels: dict[int, tuple[str, ...]]) -> float:
    """How much of a header these labels are, for a table of `kind`; 0 where they are none."""
    best: dict[str, float] = {}
    for parts in labels.values():
        name, confidence = field(kind, parts)
        if name:
            best[name] = max(best.get(name, 0.0), confidence)
    return sum(best.values()) if len(best) >= 2 and fields.could_be(kind, best) else 0.0


def best_kind(kinds: Sequence[SheetKind], labels: dict[int, tuple[str, ...]]) -> tuple[SheetKind, float] | None:
    """The kind that these labels fit best, the first where several do alike; None where they fit none.

    Special lists of people are asked for only where it is a list of people at all.
    """
    first = dict(islice(sorted(labels.items()), _ASKED_COLUMNS))
    special = PEOPLE_KINDS - {_PEOPLE}
    people = score(_PEOPLE, first) if not special.isdisjoint(kinds) else 0.0
    scores = [
        (score(kind, first) if kind not in special or people else 0.0, -order) for order, kind in enumerate(kinds)
    ]
    points, order = max(scores, default=(0.0, 0))
    return (kinds[-order], points) if points else None


@dataclass(frozen=True, slots=True)
class Found:
    """A header with how well it fits."""

    header: Header
    score: float

    @property
    def columns(self) -> range:
        """All columns, where the list has no header."""
        if not self.header.labels:
            return range(WIDEST)
        return range(min(self.header.labels), max(self.header.labels) + 1)

    def meets(self, other: "Found") -> bool:
        """True when the two share a row and a column."""
        rows = set(self.header.rows) & set(other.header.rows)
        mine, its = self.columns, other.columns
        return bool(rows) and mine.start < its.stop and its.start < mine.stop


def columns_with_text(window: Window) -> list[range]:
    """The runs of columns between columns that are blank in the whole window."""
    used = {column for row in window.rows for column, cell in enumerate(row) if not is_blank(cell)}
    bands: list[range] = []
    for column in sorted(used):
        if bands and bands[-1].stop == column:
            bands[-1] = range(bands[-1].start, column + 1)
        else:
            bands.append(range(column, column + 1))
    return bands


def is_column_blank(window: Window, column: int, rows: range) -> bool:
    return all(is_blank(at(window.row(place), column)) for place in rows)
