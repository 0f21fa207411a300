"""Segments that a table gives only by sex: “PU / L” and “PU / P” are together PU, where it has no column for PU itself."""

from collections.abc import Sequence

from desktop_app.ingest.cells.numbers import number_style
from desktop_app.ingest.figures.figure_lines import Line
from desktop_app.ingest.figures.figures import quiet
from desktop_app.ingest.grid import at
from desktop_app.ingest.mapping.measures import segment_by_sex
from desktop_app.ingest.tables import Layout

SexColumns = dict[str, tuple[int, int]]
"""Field of a segment -> its column of men and its column of women, from 0."""


def sex_columns(layout: Layout) -> SexColumns:
    """The segments without a column of their own that have exactly one column of each sex; older months are not asked."""
    found: dict[str, dict[str, list[int]]] = {}
    used = set(layout.mapping.at.values()) | layout.header.older
    for place, parts in layout.header.labels.items():
        if place not in used and (told := segment_by_sex(layout.kind, parts)):
            found.setdefault(told[0], {}).setdefault(told[1], []).append(place)
    return {
        field: (sexes["jk_lk"][0], sexes["jk_pr"][0])
        for field, sexes in found.items()
        if field not in layout.mapping.at and sorted(map(len, sexes.values())) == [1, 1]
    }


def add_sexes(columns: SexColumns, lines: Sequence[Line]) -> None:
    """Give each line the segments whose both numbers it has; with one of them the whole is as open as a blank cell."""
    for field, places in columns.items():
        men, women = (_counts(place, lines) for place in places)
        for line, of_men, of_women in zip(lines, men, women, strict=True):
            if of_men is not None and of_women is not None:
                line.counts[field] = of_men + of_women
                line.raw[field] = float(line.counts[field])
            elif (of_men is None) != (of_women is None):
                line.blank.add(field)


def _counts(place: int, lines: Sequence[Line]) -> list[int | None]:
    style = number_style(at(line.row, place) for line in lines)
    values = [quiet(style, at(line.row, place)) for line in lines]
    return [int(value) if value is not None and value >= 0 and value == int(value) else None for value in values]
