"""Numbers are read as their column writes them; missing is not zero."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.indonesian import number as spelled
from desktop_app.ingest.grid import Cell
from desktop_app.ingest.numbers import NumberStyle, number_style, share_style, swapped_digits


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.027.446", 1_027_446), ("1.027", 1027), ("39,41", 39.41), ("Rp 16.800,-", 16_800), ("1.200 orang", 1200),
        ("-", None), ("nihil", None), ("", None), ("n/a", None), (0.0, 0), ("0", 0), ("−5", -5), ("39,41 %", 39.41),
    ],
)  # fmt: skip
def test_indonesian_numbers(cell: Cell, value: float | None) -> None:
    assert NumberStyle().parse(cell) == value


def test_one_clear_cell_decides_for_the_column() -> None:
    english = number_style(["1,027", "1,027,446", "39.41"])
    assert english.parse("1,027") == 1027
    assert number_style(["1.027", "1.027.446"]).parse("1.027") == 1027
    with pytest.raises(ValueError, match=r"39\.41"):
        number_style(["1.027.446"]).parse("39.41")


@pytest.mark.parametrize("text", ["dua ratus", "1.02.7", "12,", "1.2.3,4", "#REF!"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        NumberStyle().parse(text)


@given(st.integers(0, 10**9))
def test_what_we_write_we_read(value: int) -> None:
    assert NumberStyle().parse(spelled(value)) == value


@pytest.mark.parametrize(
    ("cells", "computed", "cell", "share"),
    [
        ([0.3941, 0.61], [], 0.3941, (0.3941, 2)),
        ([39.41, 61.0], [], 61.0, (0.61, 0)),
        (["39,41%", "0,5 %"], [], "0,5 %", (0.005, 1)),
        ([0.9], [0.009], 0.9, (0.009, 1)),
        ([0.9], [0.9], 0.9, (0.9, 0)),
        ([1.2, 0.4], [], 1.2, (1.2, 0)),
    ],
)
def test_percent_or_fraction_is_decided_for_the_column(
    cells: list[Cell], computed: list[float | None], cell: Cell, share: tuple[float, int]
) -> None:
    found = share_style(cells, computed).parse(cell)
    assert found is not None
    assert found == pytest.approx(share)


def test_swapped_digits() -> None:
    assert 1_837_899 in swapped_digits(1_873_899)
    assert swapped_digits(110) == [101]
