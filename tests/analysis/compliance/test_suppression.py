"""Counts of few are hidden, and nobody can compute them: held against trying out all tables that fit."""

from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.analysis.compliance.suppression import WORDS, Hidden, Shown, ShownTable, suppressed, suppressed_column

FEW, BESIDE = Hidden.FEW, Hidden.BESIDE


@pytest.mark.parametrize(
    ("counts", "shown", "total"),
    [
        ([10, 20, 30], (10, 20, 30), 60),
        ([0, 20, 30], (0, 20, 30), 50),
        ([3, 20, 30], (FEW, BESIDE, 30), 53),
        ([3, 2, 30], (FEW, FEW, 30), 35),
        ([1, 1, 30], (FEW, FEW, BESIDE), 32),
        ([4, 4, 30], (FEW, FEW, BESIDE), 38),
        ([3], (FEW,), FEW),
        ([3, 0, 0], (FEW, 0, 0), FEW),
        ([3, None, 30], (FEW, None, BESIDE), 33),
        ([], (), 0),
    ],
)
def test_a_column(counts: list[int | None], shown: tuple[Shown, ...], total: Shown) -> None:
    if counts:
        assert suppressed_column(counts) == (shown, total)


def test_a_column_without_its_sum_needs_no_other_cell() -> None:
    assert suppressed_column([3, 20, 30], summed=False) == ((FEW, 20, 30), None)


def test_a_table_hides_a_square_round_a_small_count() -> None:
    table = suppressed([[2, 40, 50], [30, 10, 60]])
    assert table.cells == ((FEW, BESIDE, 50), (BESIDE, BESIDE, 60))
    assert (table.rows, table.columns, table.total) == ((92, 100), (32, 50, 110), 192)
    assert table.words == WORDS


def test_what_hides_nothing_needs_no_words() -> None:
    assert suppressed([[10, 40], [30, 10]]).words == ""


@pytest.mark.parametrize("cells", [[[-1]], [[1, 2], [3]]])
def test_what_is_no_table_of_people(cells: list[list[int]]) -> None:
    with pytest.raises(ValueError, match=r"head counts|one length"):
        suppressed(cells)


COUNTS = st.sampled_from([0, 1, 2, 3, 4, 5, 6, 8])
TABLES = st.tuples(st.integers(1, 3), st.integers(1, 2)).flatmap(
    lambda size: st.lists(st.lists(COUNTS, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
)
MOST = 26
"""No count of the tables above can be more, given their sums."""


@settings(max_examples=300, deadline=None)
@given(TABLES, st.booleans(), st.booleans())
@example([[1, 1], [1, 1]], True, True)
@example([[1, 1], [0, 4]], True, True)
@example([[4, 4], [4, 4]], True, True)
def test_nobody_can_compute_a_small_count(cells: list[list[int]], row_sums: bool, column_sums: bool) -> None:
    table = suppressed(cells, row_sums=row_sums, column_sums=column_sums)
    _says_nothing_wrong(table, cells)
    places = [(r, c) for r, row in enumerate(table.cells) for c, cell in enumerate(row) if cell is FEW]
    small = {("cell", *place): set[int]() for place in places}
    small |= {("row", r, 0): set() for r, one in enumerate(table.rows) if one is FEW}
    small |= {("column", c, 0): set() for c, one in enumerate(table.columns) if one is FEW}
    for guess in _guesses(table):
        columns = [sum(column) for column in zip(*guess, strict=True)]
        for (what, r, c), possible in small.items():
            possible.add(guess[r][c] if what == "cell" else sum(guess[r]) if what == "row" else columns[r])
        if all(len(numbers) > 1 for numbers in small.values()):
            break
    assert all(len(numbers) > 1 for numbers in small.values())


def _says_nothing_wrong(table: ShownTable, cells: list[list[int]]) -> None:
    for shown, row in zip(table.cells, cells, strict=True):
        for one, count in zip(shown, row, strict=True):
            assert _fits(one, count)
            assert isinstance(one, Hidden) or not 0 < count < 5
    assert all(_fits(one, sum(row)) for one, row in zip(table.rows, cells, strict=False))
    assert all(_fits(one, sum(column)) for one, column in zip(table.columns, zip(*cells, strict=True), strict=False))


def _fits(shown: Shown, count: int) -> bool:
    if shown is FEW:
        return 1 <= count < 5
    if shown is Hidden.SUM:
        return True
    return count >= 5 if shown is BESIDE else shown == count


def _numbers(shown: Shown) -> Iterable[int]:
    if isinstance(shown, Hidden):
        return range(1, 5) if shown is FEW else range(5, MOST)
    return [shown or 0]


def _guesses(table: ShownTable) -> Iterator[list[tuple[int, ...]]]:
    """Every table that a reader can think of: the hidden counts of few and others, with all sums that are printed."""
    choices = [_numbers(one) for row in table.cells for one in row]
    width = len(table.cells[0])
    for flat in product(*choices):
        rows = [flat[start : start + width] for start in range(0, len(flat), width)]
        sums = [sum(row) for row in rows]
        below = [sum(column) for column in zip(*rows, strict=True)]
        fine = all(map(_fits, table.rows, sums)) and all(map(_fits, table.columns, below))
        if fine and (table.total is None or _fits(table.total, sum(sums))):
            yield rows
