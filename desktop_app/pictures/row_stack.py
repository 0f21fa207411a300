"""Rows one below the other, of which those that find no room scroll."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

TIGHTEST_ROW = 17.0
"""The lowest row in which a line of words still stands free."""


@dataclass(frozen=True, slots=True)
class RowStack:
    """`rows` are (top, height) unscrolled, counted from the top of `rows_area`; `area` is the whole picture."""

    area: QRectF
    rows: tuple[tuple[float, float], ...]
    rows_area: QRectF

    @property
    def content(self) -> float:
        """Height of all rows, seen or not."""
        return sum(self.rows[-1]) if self.rows else 0.0

    @property
    def cut(self) -> bool:
        """Whether some rows find no room."""
        return self.content > self.rows_area.height()

    def row_rect(self, place: int, scroll: float = 0.0) -> QRectF:
        top, height = self.rows[place]
        return QRectF(self.area.left(), self.rows_area.top() + top - scroll, self.area.width(), height)

    def row_at(self, spot: QPointF, scroll: float = 0.0) -> int | None:
        """The row under `spot`."""
        if not self.rows_area.contains(spot):
            return None
        y = spot.y() - self.rows_area.top() + scroll
        return next((n for n, (top, height) in enumerate(self.rows) if top <= y < top + height), None)

    def seen(self, scroll: float = 0.0) -> list[tuple[int, QRectF]]:
        """Number and place of each row of which anything is seen."""
        tops = [top for top, _ in self.rows]
        first = max(bisect_right(tops, scroll) - 1, 0)
        after = bisect_left(tops, scroll + self.rows_area.height())
        return [(n, self.row_rect(n, scroll)) for n in range(first, after)]


def even_rows(count: int, room: float, lowest: float, highest: float) -> tuple[tuple[float, float], ...]:
    """`count` rows of one whole height that fill `room` as far as the limits let them.

    Rows are a little lower than `lowest` where that spares scrolling.
    """
    each = room / count if count else lowest
    height = float(int(min(each if each >= TIGHTEST_ROW else lowest, highest)))
    return tuple((place * height, height) for place in range(count))
