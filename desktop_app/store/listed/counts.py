"""Counts people of a month: for every region of every level, by each dimension."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.domain.breakdowns import Dimension
from desktop_app.store.listed.counted_rows import Integers, Rows
from desktop_app.store.listed.parts import Words, first_of_each, labels, parts_of, place_levels

Count = tuple[str, str, str, int]
"""Dimension, region, part, people."""


@dataclass(frozen=True, slots=True)
class Seen:
    """So many people in a region (its index) and a part (its number), three columns."""

    dimension: Dimension
    regions: Integers
    parts: Integers
    people: Integers


def counts_of(rows: Rows) -> list[Count]:
    """All counts that are not 0, sorted; `rows` are settled."""
    if not len(rows):
        return []
    regions, levels = place_levels(rows.codes)
    words: Words = list(rows.words)
    seen = list(_seen(rows, levels, words))
    said = labels(words)
    found: list[Count] = []
    for dimension in Dimension:
        mine = [each for each in seen if each.dimension is dimension]
        found += _summed(mine, dimension, regions, said[dimension])
    return sorted(found)


def _seen(rows: Rows, levels: Integers, words: Words) -> Iterator[Seen]:
    """People with one row are counted by their place; only those with several are held together level by level."""
    _, person = first_of_each(rows.niks)
    alone = np.bincount(person)[person] == 1
    if alone.any():
        yield from _alone(rows.take(alone), levels, words)
    if not alone.all():
        several = rows.take(~alone)
        for level in levels:
            yield from _people(several, level, words)
        yield from _memberships(several, levels)


def _alone(rows: Rows, levels: Integers, words: Words) -> Iterator[Seen]:
    parts = parts_of(rows, np.arange(len(rows)), words) | {Dimension.KEPESERTAAN: rows.segments}
    for dimension, numbers in parts.items():
        width = int(numbers.max()) + 1
        people = np.bincount(rows.places * width + numbers)
        keys = np.flatnonzero(people)
        for level in levels:
            there = level[keys // width] >= 0
            mine = keys[there]
            yield Seen(dimension, level[mine // width], mine % width, people[mine])


def _people(rows: Rows, level: Integers, words: Words) -> Iterator[Seen]:
    """Each person once in each region of a level; a row of a larger region lies in none of them."""
    there = level[rows.places] >= 0
    if not there.any():
        return
    rows = rows.take(there)
    regions = level[rows.places]
    starts, _ = first_of_each(rows.niks, regions)
    for dimension, numbers in parts_of(rows, starts, words).items():
        yield Seen(dimension, regions[starts], numbers, np.ones_like(starts))


def _memberships(rows: Rows, levels: Integers) -> Iterator[Seen]:
    """Each person in a segment at a company once in each region."""
    order = np.lexsort((rows.places, rows.companies, rows.segments, rows.niks))
    rows = rows.take(order)
    for level in levels:
        here = rows.take(level[rows.places] >= 0)
        regions = level[here.places]
        starts, _ = first_of_each(here.niks, here.segments, here.companies, regions)
        yield Seen(Dimension.KEPESERTAAN, regions[starts], here.segments[starts], np.ones_like(starts))


def _summed(
    seen: Sequence[Seen], dimension: Dimension, regions: Sequence[str], label: Callable[[int], str]
) -> Iterator[Count]:
    width = max(int(each.parts.max(initial=0)) for each in seen) + 1
    keys = np.concatenate([each.regions * width + each.parts for each in seen])
    people = np.bincount(keys, np.concatenate([each.people for each in seen]))
    said = [label(number) for number in range(width)]
    for key in np.flatnonzero(people).tolist():
        yield dimension.value, regions[key // width], said[key % width], int(people[key])
