"""Cells that stand for the one above them: merged ranges, “sda”, “idem”, ditto marks. A blank alone stands for nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence

from desktop_app.ingest.grid import Cell, Merged

_LONGEST = 12
_DITTO = re.compile(
    r"""["'`“”„″〃,.\-\s]*(?:s\.?\s?d\.?\s?a|idem|ditto|id|["“”″〃]|''|,,)["'`“”„″〃,.\-\s]*""", re.IGNORECASE
)


def is_ditto(cell: Cell) -> bool:
    """True for “sda”, “s.d.a.”, “idem”, “-"-” and their like: the same as above."""
    return isinstance(cell, str) and 0 < len(cell) <= _LONGEST and bool(_DITTO.fullmatch(cell.strip()))


class FillDown:
    """Fills the columns it is asked for, row after row from the top.

    `merged` are the ranges of the sheet; `labels` the texts over each column, which stand for nothing where a page
    repeats them.
    """

    def __init__(
        self, merged: Iterable[Merged], first_row: int, columns: Iterable[int],
        labels: Mapping[int, Sequence[str]] | None = None,
    ) -> None:  # fmt: skip
        wanted = set(columns)
        self._labels = labels or {}
        self._tops: dict[int, dict[int, int]] = {column: {} for column in wanted}
        for area in merged:
            if area.bottom < first_row or area.bottom == area.top:
                continue
            for column in wanted.intersection(range(area.left, area.right + 1)):
                self._tops[column].update(dict.fromkeys(range(area.top + 1, area.bottom + 1), area.top))
        self._last: dict[int, Cell] = {}
        self._plain: dict[int, set[Cell]] = {}
        self._anchor: dict[tuple[int, int], Cell] = {}
        self._anchors = {(top, column) for column, tops in self._tops.items() for top in tops.values()}

    def cell(self, place: int, column: int, cell: Cell) -> Cell:
        """What stands in `column` of the row in `place` (from 0)."""
        top = self._tops.get(column, {}).get(place)
        if top is not None and cell == "":
            return self._anchor.get((top, column), "")
        if is_ditto(cell):
            return self._last.get(column, "")
        if (place, column) in self._anchors:
            self._anchor[place, column] = cell
        if cell != "" and cell not in self._labels.get(column, ()):
            self._last[column] = cell
        return cell

    def _has_marks(self, column: int, cells: Sequence[Cell]) -> bool:
        """Each distinct text is looked at once."""
        plain = self._plain.setdefault(column, set())
        new = set(cells).difference(plain)
        if any(is_ditto(cell) for cell in new):
            return True
        plain.update(new)
        return False

    def cells(self, first: int, column: int, cells: Sequence[Cell]) -> Sequence[Cell]:
        """Many rows at once, the first of them in `first`."""
        if not self._tops.get(column) and not self._has_marks(column, cells):
            if cells:
                labels = self._labels.get(column, ())
                own = (cell for cell in reversed(cells) if cell != "" and cell not in labels)
                self._last[column] = next(own, self._last.get(column, ""))
            return cells
        return [self.cell(first + step, column, cell) for step, cell in enumerate(cells)]
