"""Shares: percent or fraction, as the column writes them."""

import pytest

from desktop_app.ingest.cells.numbers import share_style
from desktop_app.ingest.grid import Cell


@pytest.mark.parametrize(
    ("cells", "computed", "cell", "share"),
    [
        ([0.3941, 0.61], [], 0.3941, (0.3941, 2)),
        ([39.41, 61.0], [], 61.0, (0.61, 0)),
        (["39,41%", "0,5 %"], [], "0,5 %", (0.005, 1)),
        ([0.9], [0.009], 0.9, (0.009, 1)),
        ([0.9], [0.9], 0.9, (0.9, 0)),
        ([1.2, 0.4], [], 1.2, (1.2, 0)),
        ([0.39, 0.61, 1.8], [], 1.8, (1.8, 0)),
        ([12.3, 0.8, 0.5], [], 0.8, (0.008, 1)),
        (["39.41 %", "40,5%"], [], "39.41 %", (0.3941, 2)),
        (["39,41 persen"], [], "39,41 persen", (0.3941, 2)),
        ([0.3941, "39,41%"], [], "39,41%", (0.3941, 2)),
        (["0,3941", "0.61"], [], "0,3941", (0.3941, 2)),
    ],
)
def test_percent_or_fraction_is_decided_for_the_column(
    cells: list[Cell], computed: list[float | None], cell: Cell, share: tuple[float, int]
) -> None:
    found = share_style(cells, computed).parse(cell)
    assert found is not None
    assert found == pytest.approx(share)


def test_the_decision_is_said_in_words() -> None:
    assert share_style([0.3941]).decision == "pecahan: 0,3941 dibaca 39,41%"
    assert share_style([39.41]).decision == "persen: 39,41 dibaca 39,41%"
    assert share_style(["39,41%"]).decision == ""
    assert share_style(["-"]).parse("-") is None
