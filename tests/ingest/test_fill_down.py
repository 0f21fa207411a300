"""Cells that stand for the one above: merged ranges and marks; a blank alone stands for nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ingest.grid import Cell, Merged
from desktop_app.ingest.people.fill_down import FillDown, is_ditto


@pytest.mark.parametrize(
    "mark", ["sda", "SDA", "s.d.a", "s.d.a.", "idem", "Idem", '"', "''", "”", "〃", '-"-', " sda ", "ditto"]
)
def test_marks_mean_the_same_as_above(mark: str) -> None:
    assert is_ditto(mark)


@pytest.mark.parametrize("text", ["", "-", "Sidan", "sdaa", "Ida", "Idem Jaya Makmur", "0", "s", "d", 5.0])
def test_words_are_no_marks(text: Cell) -> None:
    assert not is_ditto(text)


def filled(cells: list[Cell], merged: tuple[Merged, ...] = ()) -> list[Cell]:
    return list(FillDown(merged, 1, [0], {0: ("Kecamatan",)}).cells(1, 0, cells))


def test_a_mark_takes_the_value_above_and_a_blank_stays_blank() -> None:
    assert filled(["Ubud", "sda", "", "idem", "Mas", '"']) == ["Ubud", "Ubud", "", "Ubud", "Mas", "Mas"]


def test_a_mark_below_a_repeated_header_means_the_last_value() -> None:
    assert filled(["Ubud", "Kecamatan", "sda"]) == ["Ubud", "Kecamatan", "Ubud"]


def test_a_merged_cell_counts_for_every_row_it_covers() -> None:
    merged = (Merged(1, 0, 3, 0), Merged(5, 0, 6, 2))
    assert filled(["Ubud", "", "", "", "Mas", ""], merged) == ["Ubud", "Ubud", "Ubud", "", "Mas", "Mas"]


@given(st.lists(st.sampled_from(["Ubud", "Mas", "sda", "", '"']), max_size=30), st.integers(1, 29))
def test_batches_read_as_the_whole_does(cells: list[Cell], cut: int) -> None:
    fill = FillDown((Merged(2, 0, 4, 0),), 1, [0])
    parts = [*fill.cells(1, 0, cells[:cut]), *fill.cells(1 + cut, 0, cells[cut:])]
    assert parts == list(FillDown((Merged(2, 0, 4, 0),), 1, [0]).cells(1, 0, cells))
