"""A column of NIK is read as its cells are, only faster."""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.nik import hints, is_dummy, is_nik
from desktop_app.ingest.cells.nik_cells import BadNik, judge_nik
from desktop_app.ingest.cells.nik_columns import hint_columns, read_niks
from desktop_app.ingest.grid import Cell

_MARKS = ("", "'", " ", "-", ".", ".0", ",00", "\u00a0", "\u200b", "/", "\n", "O", "x", "NIK: ", '"', "\\", "E+15")


@st.composite
def niks(draw: st.DrawFn) -> str:
    day = draw(st.integers(0, 75))
    return f"{draw(st.integers(1000, 9999))}04{day:02d}{draw(st.integers(0, 13)):02d}{draw(st.integers(0, 99)):02d}{draw(st.integers(0, 9999)):04d}"


@st.composite
def dressed(draw: st.DrawFn) -> str:
    nik, place = draw(niks()), draw(st.integers(0, 16))
    return nik[:place] + draw(st.sampled_from(_MARKS)) + nik[place:] + draw(st.sampled_from(_MARKS))


_CELLS: st.SearchStrategy[Cell] = st.one_of(
    niks(), niks(), dressed(), niks().map(float), niks().map(int), st.text("0123456789.'-ENIK \n", max_size=20),
    st.floats(), st.integers(-(10**40), 10**40), st.booleans(), st.dates(), st.sampled_from(("", "1111111111111111")),
)  # fmt: skip


def _agrees(cells: list[Cell]) -> None:
    column = read_niks(cells)
    assert len(column.values) == len(cells)
    for index, cell in enumerate(cells):
        found, numeric = judge_nik(cell)
        expected = (0, found) if isinstance(found, BadNik) else (int(found), None)
        assert (column.values[index], column.bad.get(index)) == expected, cell
        assert (index in column.numeric) == numeric, cell


@given(st.lists(_CELLS, max_size=40))
def test_a_column_says_what_its_cells_say(cells: list[Cell]) -> None:
    _agrees(cells)


@given(st.one_of(st.lists(niks()), st.lists(niks().map(float)), st.lists(dressed())))
def test_so_does_a_column_of_one_sort(cells: list[str] | list[float]) -> None:
    _agrees([*cells])


def test_columns_longer_than_a_chunk() -> None:
    cells: list[Cell] = [f"51030455069{serial:05d}" for serial in range(20_000)]
    cells[10_000], cells[19_999] = "’5103045506900001", 5103045506900000.0
    _agrees(cells)


def test_no_cells() -> None:
    assert read_niks([]).values.tolist() == []


_BIRTHS = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2026, 1, 1)))


@given(st.lists(st.tuples(niks(), _BIRTHS, st.sampled_from(("", "L", "P")))))
def test_hints_of_a_column_are_those_of_its_rows(rows: list[tuple[str, date | None, str]]) -> None:
    sound = [is_nik(nik) and not is_dummy(nik) for nik, *_ in rows]
    values = np.array([int(nik) if fine else 0 for (nik, *_), fine in zip(rows, sound, strict=True)], dtype=np.int64)
    found = hint_columns(values, [born for _, born, *_ in rows], [sex for _, _, sex in rows])
    expected = {
        index: said for index, (nik, born, sex) in enumerate(rows) if sound[index] and (said := hints(nik, born, sex))
    }
    assert found == expected


def test_hints_without_births_and_sexes_are_those_of_the_number_alone() -> None:
    values = np.array([5103043102900001, 9903041505900001, 0, 5103041505900001], dtype=np.int64)
    assert hint_columns(values) == {0: ("nik_date",), 1: ("nik_region",)}
