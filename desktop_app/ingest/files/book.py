"""What cells refer to, and what a sheet says beside its cells; the same for every dialect."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from desktop_app.domain.errors import UnsafeWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.serials import Shown
from desktop_app.ingest.grid import Grid, Merged, Row


@dataclass(frozen=True, slots=True)
class Book:
    """Shared texts, what each cell style makes of a number, and the day that day numbers count from."""

    strings: list[str]
    how: list[Shown]
    from_1904: bool


@dataclass(slots=True)
class Spans:
    """Numbers as spans: a file may name the same million again and again."""

    found: list[tuple[int, int]] = field(default_factory=list)

    def add(self, first: int, last: int) -> None:
        if first <= last:
            self.found.append((first, last))

    def below(self, end: int) -> frozenset[int]:
        """Every number of the spans from 0 on and below `end`."""
        numbers: set[int] = set()
        following = 0
        for first, last in sorted(self.found):
            following = max(following, first)
            numbers.update(range(following, min(last + 1, end)))
            following = max(following, last + 1)
        return frozenset(numbers)


@dataclass(slots=True)
class SheetFacts:
    """What a sheet says beside its cells, known when it was read to the end."""

    file: str
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: Spans = field(default_factory=Spans)
    merged: list[Merged] = field(default_factory=list)

    def hide_columns(self, first: int, last: int) -> None:
        self.hidden_columns.add(first, last)

    def merge(self, merged: Merged | None) -> None:
        """None and single cells are no merged range. Raises: UnsafeWorkbook: there are absurdly many."""
        if merged is None or merged.bottom < merged.top or merged.right < merged.left:
            return
        if (merged.top, merged.left) != (merged.bottom, merged.right):
            self.merged.append(merged)
        if len(self.merged) > limits.MERGED:
            raise UnsafeWorkbook(self.file, "jumlah sel gabungan di dalamnya tidak wajar")

    def grid(self, name: str, rows: Callable[[], Iterator[Row]], height: int, *, hidden: bool) -> Grid:
        return Grid(
            name, rows, height, tuple(self.merged), hidden,
            frozenset(row for row in self.hidden_rows if row < height), self.hidden_columns.below(limits.COLUMNS),
        )  # fmt: skip
