"""In which part of each dimension a person of a region stands: the one set of rules for figures and for lists."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from desktop_app.domain.breakdowns import (
    AGES,
    NO_COMPANY,
    SIZES,
    UNFILLED,
    Dimension,
    joined_benefits,
    joined_segments,
    size_band,
)
from desktop_app.domain.people import benefits_of
from desktop_app.domain.regions import NATION
from desktop_app.store.listed.counted_rows import BPU_BIT, SEGMENTS, SEXES, Integers, Rows

LEVELS = range(5)
"""Depths of regions: country, province, kabupaten/kota, kecamatan, village."""

Words = list[str]
"""The part of each number; a list of several funds adds to it."""

_BANDS = (f"<{AGES[0]}", *(f"{low}-{high - 1}" for low, high in pairwise(AGES)), f"{AGES[-1]}+")


def settled(rows: Rows, sizes: Mapping[int, int] | None = None) -> Rows:
    """The rows by person, and each person's by place; sex and age of a person as the newest row has them.

    `sizes`: company -> people; made from the rows where it is not given.
    """
    rows = rows.take(np.argsort(rows.niks, kind="stable"))
    starts, person = first_of_each(rows.niks)
    rows = replace(
        rows, sexes=_newest(rows.sexes, starts)[person], ages=_newest(rows.ages, starts)[person],
        sizes=_sizes(rows, person, sizes),
    )  # fmt: skip
    if len(starts) == len(rows):
        return rows
    return rows.take(np.argsort(person * len(rows.codes) + rows.places, kind="stable"))


def first_of_each(*columns: Integers) -> tuple[Integers, Integers]:
    """Where each run of equal rows begins, and for every row the number of its run."""
    begins = np.zeros(len(columns[0]), bool)
    begins[:1] = True
    for column in columns:
        begins[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(begins), np.cumsum(begins) - 1


def _newest(column: Integers, starts: Integers) -> Integers:
    """The last value of each run that is not 0, where there is one."""
    if not len(starts):
        return column
    last = np.maximum.reduceat(np.where(column > 0, np.arange(len(column)), -1), starts)
    return np.where(last >= 0, column[last], 0)


def _sizes(rows: Rows, person: Integers, sizes: Mapping[int, int] | None) -> Integers:
    """The band of each row's company by people employed there; who is no employee (BPU) has none."""
    employed = rows.segments != BPU_BIT
    known = employed & (rows.companies > 0)
    if sizes is None:
        workers = _workers(rows.companies[known], person[known])
    else:
        workers = np.zeros(int(rows.companies.max(initial=0)) + 1, np.int64)
        for company, people in sizes.items():
            workers[company] = people
    bands = np.where(known, np.searchsorted(SIZES, workers[np.where(known, rows.companies, 0)], side="right"), 0)
    return np.where(employed, bands, -1)


def _workers(companies: Integers, person: Integers) -> Integers:
    """Different people of each company, by its number."""
    width = int(companies.max(initial=0)) + 1
    if len(companies) and (person[1:] == person[:-1]).any():
        pairs = np.sort(person * width + companies, kind="stable")
        companies = pairs[first_of_each(pairs)[0]] % width
    return np.bincount(companies, minlength=width)


def place_levels(codes: tuple[str, ...]) -> tuple[list[str], npt.NDArray[np.int64]]:
    """All regions of and above `codes`, and for each level and code the index of the region there (-1: none)."""
    regions: dict[str, int] = {}
    table = np.full((len(LEVELS), len(codes)), -1, np.int64)
    for place, code in enumerate(codes):
        above = code.split(".")
        for level in range(len(above) + 1):
            name = ".".join(above[:level]) or NATION.code
            table[level, place] = regions.setdefault(name, len(regions))
    return list(regions), table


def parts_of(rows: Rows, starts: Integers, words: Words) -> dict[Dimension, Integers]:
    """The part of each run of rows, which is a person in a region, by its number (see `labels`).

    `words`: those of the rows' funds; lists of several funds are added to it.
    """
    return {
        Dimension.SEGMEN: np.bitwise_or.reduceat(rows.segments, starts),
        Dimension.PROGRAM: np.bitwise_or.reduceat(rows.benefits, starts),
        Dimension.KELAMIN: rows.sexes[starts],
        Dimension.UMUR: rows.ages[starts],
        Dimension.UKURAN: np.maximum.reduceat(rows.sizes, starts) + 1,
        Dimension.PENDANAAN: _funds(rows, starts, words),
    }


def _funds(rows: Rows, starts: Integers, words: Words) -> Integers:
    most = np.maximum.reduceat(rows.funds, starts)
    least = np.minimum.reduceat(np.where(rows.funds, rows.funds, np.iinfo(np.int64).max), starts)
    ends = np.append(starts[1:], len(rows))
    for run in np.flatnonzero(least < most):
        several = set(rows.funds[starts[run] : ends[run]].tolist()) - {0}
        most[run] = _number(words, "+".join(sorted(rows.words[fund] for fund in several)))
    return most


def _number(words: Words, word: str) -> int:
    if word not in words:
        words.append(word)
    return words.index(word)


def labels(words: Words) -> dict[Dimension, Callable[[int], str]]:
    """What the numbers of each dimension mean."""
    sizes = (NO_COMPANY, UNFILLED, *map(size_band, SIZES))
    return {
        Dimension.SEGMEN: segments_label,
        Dimension.PROGRAM: lambda bits: joined_benefits(benefits_of(bits)),
        Dimension.KELAMIN: SEXES.__getitem__,
        Dimension.UMUR: (UNFILLED, *_BANDS).__getitem__,
        Dimension.UKURAN: sizes.__getitem__,
        Dimension.PENDANAAN: words.__getitem__,
        Dimension.KEPESERTAAN: segments_label,
    }


def segments_label(bits: int) -> str:
    return joined_segments(frozenset(segment for place, segment in enumerate(SEGMENTS) if bits & 1 << place))
