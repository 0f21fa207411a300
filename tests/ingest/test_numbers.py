"""Numbers are read as their column writes them; missing is not zero."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.indonesian import number as spelled
from desktop_app.ingest.cells.numbers import NumberStyle, number_style, swapped_digits
from desktop_app.ingest.grid import Cell


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.027.446", 1_027_446), ("1.027", 1027), ("39,41", 39.41), ("Rp 16.800,-", 16_800), ("1.200 orang", 1200),
        ("-", None), ("nihil", None), ("", None), ("n/a", None), (0.0, 0), ("0", 0), ("−5", -5), ("39,41 %", 39.41),
        ("1.027.000,50", 1_027_000.5), ("Rp. 16.800,00", 16_800), ("16.800,-", 16_800), ("Rp16.800", 16_800), ("(500)", -500),
        ("1 027 000", 1_027_000), ("1\u00a0027\u00a0000", 1_027_000), ("1'027'000", 1_027_000), ("Rp -", None), ("–", None),
        ("1.027*", 1027), ("12 bln", 12), ("１.０２７", 1027), ("1.027,-/bln", 1027),
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


@pytest.mark.parametrize("text", ["dua ratus", "1.02.7", "12,", "1.2.3,4", "#REF!", "1,2 juta", "1e5", "1.027¹"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        NumberStyle().parse(text)


@given(st.integers(0, 10**9))
def test_what_we_write_we_read(value: int) -> None:
    assert NumberStyle().parse(spelled(value)) == value


@pytest.mark.parametrize("cell", [True, float("nan"), float("inf")])
def test_no_number_in_a_cell(cell: Cell) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        NumberStyle().parse(cell)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1,027", "758"], [1027, 758]),
        (["1,027", "1,5"], [1.027, 1.5]),
        (["1,027,000.50", "5"], [1_027_000.5, 5]),
        (["1.027", "1,027"], [1027, 1.027]),
        ([1.563, 758], [1563, 758]),
        ([1.563, 758, 1.5, 12.045], [1563, 758, 1500, 12_045]),
        (["1.563", "758", "1.5", "2.25", "3.125"], [1563, 758, 1500, 2250, 3125]),
        ([1.5, 758], [1.5, 758]),
        ([1.563, 2045], [1.563, 2045]),
        ([0.5, 1.563], [0.5, 1.563]),
        ([1.5634, 1.563], [1.5634, 1.563]),
        ([1.563, "1.027.446"], [1563, 1_027_446]),
    ],
)
def test_a_column_of_people_has_no_fractions(cells: list[Cell], values: list[float]) -> None:
    style = number_style(cells)
    assert [style.parse(cell) for cell in cells] == values


def test_thousands_that_are_given_back_are_told() -> None:
    style = number_style([1.563, 758, 1.5])
    assert (style.thousands_lost, style.decision) == (True, "titik ribuan hilang: 1,563 dibaca 1.563")
    assert [style.restores(cell) for cell in (1.563, 758, 1.5, "1.563", "")] == [True, False, True, False, False]
    assert not number_style([1.563, 758], whole=False).thousands_lost


@given(st.lists(st.integers(0, 999_999), min_size=1))
def test_numbers_that_lost_their_thousands_come_back_whole_or_stay_as_they_are(people: list[int]) -> None:
    cells: list[Cell] = [number / 1000 if number >= 1000 else number for number in people]
    style = number_style(cells)
    for number, cell in zip(people, cells, strict=True):
        assert style.parse(cell) in (number, cell)


def test_swapped_digits() -> None:
    assert 1_837_899 in swapped_digits(1_873_899)
    assert swapped_digits(110) == [101]
