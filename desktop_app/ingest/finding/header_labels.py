"""The texts over each column of a header of one to three rows, with merged cells, or without their being told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.ingest.finding.header_rows import same_text
from desktop_app.ingest.grid import Merged, Row, at, text_of


@dataclass(frozen=True, slots=True)
class Merges:
    """The merged ranges of a sheet by their first row, so that a header asks only for its own."""

    by_top: dict[int, tuple[Merged, ...]]

    @classmethod
    def of(cls, merged: Iterable[Merged]) -> "Merges":
        found: dict[int, list[Merged]] = {}
        for area in merged:
            found.setdefault(area.top, []).append(area)
        return cls({top: tuple(areas) for top, areas in found.items()})

    def starting_in(self, rows: Iterable[int]) -> list[Merged]:
        return [area for row in rows for area in self.by_top.get(row, ())]


def labels_of(
    rows: Sequence[int], cells: Sequence[Row], merges: Merges, left: int, right: int
) -> dict[int, tuple[str, ...]]:
    """Column -> the texts over it from top to bottom; a merged cell stands over every column it covers."""
    texts = [[text_of(at(row, column)) for column in range(left, right)] for row in cells]
    wide = _spread(texts, rows, merges.starting_in(rows), left)
    _reach_right(texts, wide)
    labels = {}
    for column in range(right - left):
        parts: list[str] = []
        for level in texts:
            if level[column] and level[column] not in parts[-1:]:
                parts.append(level[column])
        if parts:
            labels[left + column] = tuple(parts)
    return labels


def _spread(texts: list[list[str]], rows: Sequence[int], merged: list[Merged], left: int) -> set[tuple[int, int]]:
    """Write each merged text over its whole range; the cells (level, column) that lie in a range of several columns."""
    wide: set[tuple[int, int]] = set()
    levels = {row: level for level, row in enumerate(rows)}
    for area in merged:
        if not left <= area.left < left + len(texts[0]):
            continue
        text = texts[levels[area.top]][area.left - left]
        for level in (level for row, level in levels.items() if area.top <= row <= area.bottom):
            for column in range(area.left - left, min(area.right - left, len(texts[0]) - 1) + 1):
                texts[level][column] = text
                if area.right > area.left:
                    wide.add((level, column))
    return wide


_ALONE = {"no", "nomor", "nourut", "ket", "keterangan", "catatan"}


def _reach_right(texts: list[list[str]], wide: set[tuple[int, int]]) -> None:
    """Let a group's title reach over the columns right of it where the file does not tell which cells were merged.

    A group has texts of its own below it, and ends at the next text of its row or of a row above, or at a blank column. A
    text alone in its row, over the first column, is the title of the table.
    """
    original = [list(level) for level in texts]
    first = min((column for level in original for column, text in enumerate(level) if text), default=0)
    for level in range(len(texts) - 1):
        group = ""
        if [column for column, text in enumerate(original[level]) if text] == [first]:
            continue
        for column, text in enumerate(original[level]):
            below = [line[column] for line in original[level + 1 :] if line[column] not in ("", text)]
            if text:
                group = text if below and (level, column) not in wide else ""
            elif not below or any(line[column] for line in original[:level]) or same_text(below[-1]) in _ALONE:
                group = ""
            elif group:
                texts[level][column] = group
