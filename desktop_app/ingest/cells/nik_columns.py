"""NIK of a whole column at once: what `read_nik` says of every cell, at a tenth of its cost for plain ones."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

import numpy as np
import numpy.typing as npt

from desktop_app.domain.nik import LONGEST_MONTH, PROVINCES, WOMAN
from desktop_app.ingest.cells.characters import plain_characters
from desktop_app.ingest.cells.nik_cells import BLANK, EXACT_BELOW, SOFT_MARKS, BadNik, judge_nik
from desktop_app.ingest.grid import Cell

Integers = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]

_CHUNK = 8192
"""Cells looked at together: one odd cell sends only its own chunk to a slower way, and the arrays stay in the cache."""

_POWERS = 10 ** np.arange(15, -1, -1, dtype=np.int64)
_FAR = 10**17
"""Numbers from here on are no NIK, whatever they are; the largest ones have no room in an array."""

_ONE_PERIOD = 1_0001_0001_0001
"""Sixteen digits that repeat four of them are a multiple of this."""

_SOFT = str.maketrans("", "", SOFT_MARKS)
_FROM_FLOAT = re.compile(r"(?m)^([1-8]\d{14}[1-9])\.0$", re.ASCII)
"""“5103045506900001.0”, as far as the number it was cannot have lost a digit."""


@dataclass(frozen=True, slots=True)
class NikColumn:
    """The NIK of a column; indexes count its cells from 0.

    `values`: int64, one per cell, 0 where there is none. `bad`: why there is none, blank cells included. `numeric`: cells
    that are kept though they went through a number (`nik_numeric`).
    """

    values: Integers
    bad: dict[int, BadNik] = field(default_factory=dict)
    numeric: set[int] = field(default_factory=set)


def read_niks(cells: Sequence[Cell]) -> NikColumn:
    """`read_nik` of every cell."""
    column = NikColumn(np.zeros(len(cells), dtype=np.int64))
    for start in range(0, len(cells), _CHUNK):
        _read_chunk(cells[start : start + _CHUNK], start, column)
    return column


def _read_chunk(cells: Sequence[Cell], start: int, column: NikColumn) -> None:
    kinds = set(map(type, cells))
    everywhere = np.arange(start, start + len(cells))
    for kind in kinds:
        chosen, indexes = cells, everywhere
        if len(kinds) > 1:
            places = [place for place, cell in enumerate(cells) if type(cell) is kind]
            chosen, indexes = [cells[place] for place in places], everywhere[places]
        if kind is str:
            _read_texts(cast(Sequence[str], chosen), indexes, column)
        elif kind is float or kind is int:
            _read_numbers(cast(Sequence[float], chosen), indexes, column)
        else:
            _read_singly(chosen, indexes, column)


def _read_texts(cells: Sequence[str], indexes: Integers, column: NikColumn) -> None:
    """Texts of sixteen characters by the array, once the soft marks are off; the others one by one."""
    texts = _softened(cells)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    fits = lengths == 16
    joined = "".join(texts if fits.all() else [text for text in texts if len(text) == 16])
    if not joined.isascii():
        _read_singly(cells, indexes, column)
        return
    digits = np.frombuffer(joined.encode("ascii"), dtype=np.uint8).reshape(-1, 16) - 48
    values = digits.astype(np.int64) @ _POWERS
    sound = _are_niks(values)
    if digits.size and digits.max() > 9:
        sound &= (digits <= 9).all(axis=1)
    _keep(values, sound, indexes[fits], column)
    fits[fits] = sound
    _read_others(cells, ~fits, indexes, column)


def _softened(texts: Sequence[str]) -> Sequence[str]:
    """The texts as `read_nik` makes them plain, where all can be done in one go."""
    joined = "\n".join(texts)
    if len(joined) == 17 * len(texts) - 1 and joined.isascii():
        return texts
    joined = plain_characters(joined).translate(_SOFT)
    softened = (_FROM_FLOAT.sub(r"\1", joined) if ".0\n" in joined else joined).split("\n")
    return softened if len(softened) == len(texts) else texts


def _read_numbers(cells: Sequence[float], indexes: Integers, column: NikColumn) -> None:
    numbers = np.asarray([cell if abs(cell) < _FAR else 0 for cell in cells], dtype=np.float64)
    values = np.where((numbers >= 0) & (numbers < EXACT_BELOW), numbers, 0).astype(np.int64)
    sound = (values == numbers) & (values % 10 != 0) & _are_niks(values)
    _keep(values, sound, indexes, column)
    column.numeric.update(indexes[sound].tolist())
    _read_others(cells, ~sound, indexes, column)


def _keep(values: Integers, sound: Truths, indexes: Integers, column: NikColumn) -> None:
    column.values[indexes[sound]] = values[sound]


def _read_others(cells: Sequence[Cell], left: Truths, indexes: Integers, column: NikColumn) -> None:
    places = np.flatnonzero(left).tolist()
    _read_singly([cells[place] for place in places], indexes[places], column)


def _are_niks(values: Integers) -> Truths:
    """`is_nik` and not `is_dummy`, for numbers below 10**16."""
    day, month = values // 10**8 % 100, values // 10**6 % 100
    born = day % WOMAN
    can_be = (values >= 10**15) & (born >= 1) & (born <= 31) & (day <= 71) & (month >= 1) & (month <= 12)
    sound: Truths = can_be & (values % 10**4 != 0) & (values % _ONE_PERIOD != 0)
    return sound


def _read_singly(cells: Sequence[Cell], indexes: Integers, column: NikColumn) -> None:
    for index, cell in zip(indexes.tolist(), cells, strict=True):
        if cell == "":
            column.bad[index] = BLANK
            continue
        found, numeric = judge_nik(cell)
        if isinstance(found, BadNik):
            column.bad[index] = found
            continue
        column.values[index] = int(found)
        if numeric:
            column.numeric.add(index)


class _BirthNumbers(dict[date | None, int]):
    """A birth date as DDMMYY, the way a NIK writes a man's; -1 where it is not known."""

    def __missing__(self, born: date | None) -> int:
        number = self[born] = -1 if born is None else born.day * 10_000 + born.month * 100 + born.year % 100
        return number


class _SexNumbers(dict[str, int]):
    """0 for a man, 1 for a woman, -1 where it is not known."""

    def __missing__(self, sex: str) -> int:
        number = self[sex] = {"L": 0, "P": 1}.get(sex, -1)
        return number


_IS_PROVINCE = np.isin(np.arange(100), list(PROVINCES))
_LONGEST_MONTH = np.array((99, *LONGEST_MONTH))


def hint_columns(
    niks: Integers, births: Sequence[date | None] | None = None, sexes: Sequence[str] | None = None
) -> Mapping[int, tuple[str, ...]]:
    """`domain.nik.hints` of every row, by index; rows without a hint and rows without a NIK (0) are not in it.

    Args:
        niks: int64, 0 where a row has none.
        births, sexes: as long as `niks`; None where the table has no such column. Sexes are “L”, “P” or empty.
    """
    born = niks // 10**4 % 10**6
    is_woman = born >= WOMAN * 10_000
    born = born - is_woman * (WOMAN * 10_000)
    marks: dict[str, Truths] = {}
    if births is not None:
        given = np.fromiter(map(_BirthNumbers().__getitem__, births), dtype=np.int64, count=len(births))
        marks["birth_differs"] = (given >= 0) & (given != born)
    if sexes is not None:
        sex = np.fromiter(map(_SexNumbers().__getitem__, sexes), dtype=np.int64, count=len(sexes))
        marks["sex_differs"] = (sex >= 0) & (sex != is_woman)
    marks["nik_date"] = born // 10_000 > _LONGEST_MONTH[np.minimum(born // 100 % 100, 12)]
    marks["nik_region"] = ~_IS_PROVINCE[niks // 10**14]
    return _collected(marks, niks > 0)


def _collected(marks: Mapping[str, Truths], known: Truths) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for code, holds in marks.items():
        for index in np.flatnonzero(holds & known).tolist():
            found[index] = (*found.get(index, ()), code)
    return found
