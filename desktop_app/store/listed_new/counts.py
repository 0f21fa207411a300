"""Counts people of a month: for every region of every level, by each dimension."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from desktop_app.domain.breakdowns import Dimension
from desktop_app.store.listed.counted_rows import Integers, Rows
from desktop_app.store.listed.parts import LEVELS, Words, first_of_each, labels, parts_of, place_levels

Count = tuple[str, str, str, int]
"""Dimension, region, part, people."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Runs of rows that were counted: the region of each (an index), and its part by its number."""

    dimension: Dimension
    regions: Integers
    parts: Integers


def counts_of(rows: Rows) -> list[Count]:
    """All that is not 0, sorted; `rows` are settled."""
    regions, levels = place_levels(rows.codes)
    words: Words = list(rows.words)
    seen = [*_single(rows, levels, words), *_several(rows, levels, words)]
    said = labels(words)
    found: list[Count] = []
    for dimension in Dimension:
        mine = [each for each in seen if each.dimension is dimension]
        found += _summed(mine, dimension, regions, said[dimension]) if mine else []
    return sorted(found)


def _summed(seen, dimension, regions, label):  # type: ignore[no-untyped-def]
    width = max(int(each.parts.max(initial=0)) for each in seen) + 1
    total = sum(np.bincount(each.regions * width + each.parts, minlength=len(regions) * width) for each in seen)
    for key in np.flatnonzero(total).tolist():
        yield dimension.value, regions[key // width], label(key % width), int(total[key])
