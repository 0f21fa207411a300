"""Columns of people that say the same."""

from datetime import date

import pytest

from desktop_app.ingest.grid import Cell
from desktop_app.ingest.mapping.agreement import births_agree, days_of, names_agree, sexes_agree
from desktop_app.ingest.mapping.evidence import Look

NIKS = Look(["5103045506909001", "5104011203859002", "5105026411779003", ""])


@pytest.mark.parametrize(
    ("cell", "day"),
    [("15-06-1990", (15, 6, 90)), ("06/15/1990", (15, 6, 90)), ("1990-06-15", (15, 6, 90)), (date(1990, 6, 15), (15, 6, 90)), (33039, (15, 6, 90)),
     ("Denpasar, 15 Juni 1990", (15, 6, 90)), ("15 Jun 90", (15, 6, 90)), ("19900615", (15, 6, 90)), ("15061990", (15, 6, 90))],
)  # fmt: skip
def test_the_days_that_a_cell_may_mean(cell: Cell, day: tuple[int, int, int]) -> None:
    days = days_of(cell)
    assert days is not None
    assert day in days


@pytest.mark.parametrize("cell", ["", "Denpasar", "15-06", True, 99_999_999])
def test_cells_that_mean_no_day(cell: Cell) -> None:
    assert days_of(cell) is None


def test_shares_count_the_rows_that_have_both() -> None:
    assert births_agree(NIKS, Look(["15-06-1990", "12-03-1985", "24-11-1978", "x"])) == pytest.approx(2 / 3)
    assert sexes_agree(NIKS, Look(["P", "L", "Perempuan", "L"])) == 1.0
    assert names_agree(NIKS, Look(["Ni Luh", "Ni Made", "Ni Putu", ""])) == pytest.approx(2 / 3)


def test_too_few_rows_say_nothing() -> None:
    assert births_agree(NIKS, Look(["15-06-1990", "", "", ""])) is None
    assert sexes_agree(None, Look(["P"] * 4)) is None
