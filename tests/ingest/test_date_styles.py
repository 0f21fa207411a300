"""Whether day or month comes first is decided once for a column, with the NIK as witness."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ingest.cells.date_styles import date_style, month_comes_first
from desktop_app.ingest.grid import Cell


def nik(day: int, month: int, year: int = 90) -> str:
    return f"510304{day:02d}{month:02d}{year:02d}9001"


@pytest.mark.parametrize(
    ("cells", "month_first"),
    [
        (["12/31/1990", "01/02/1991"], True),
        (["31/12/1990", "01/02/1991"], False),
        (["12/31/1990", "31/12/1990"], False),
        (["01/02/1991"], False),
        (["1990-12-31", "1 Feb 1991"], False),
        ([], False),
    ],
)
def test_values_above_12_decide(cells: list[Cell], month_first: bool) -> None:
    assert date_style(cells).month_first is month_first
    assert month_comes_first(cells) is month_first


def test_the_nik_decides_before_the_values() -> None:
    cells = ["03/04/1990", "05/06/1990", "31/12/1990"]
    assert date_style(cells, [nik(4, 3), nik(46, 5), "?"]).month_first
    assert not date_style(cells, [nik(3, 4), nik(45, 6), nik(4, 3)]).month_first
    assert date_style(["Ubud, 03/04/1990"], [nik(4, 3)]).parse("Ubud, 03/04/1990") == date(1990, 3, 4)


def test_the_decision_is_said_in_words() -> None:
    assert date_style(["03/04/1990"]).words == (
        "hari lebih dulu: 03/04/1990 dibaca 3 April 1990; isi kolom tidak memastikannya"
    )
    assert (
        date_style(["03/04/1990"], [nik(4, 3)]).words
        == "bulan lebih dulu: 03/04/1990 dibaca 4 Maret 1990, sesuai 1 NIK"
    )
    assert date_style(["03/04/1990", "31/12/1990"]).words == "hari lebih dulu: 03/04/1990 dibaca 3 April 1990"
    assert date_style(["1990-12-31", date(1990, 1, 2)]).words == ""


def test_an_open_column_says_so() -> None:
    assert date_style(["03/04/1990"]).open
    assert not date_style(["03/04/1990", "13/04/1990"]).open
    assert not date_style(["03/04/1990"], [nik(3, 4)]).open
    assert not date_style(["3 April 1990"]).open


def test_dates_that_excel_turned_are_turned_back_where_the_nik_shows_it() -> None:
    cells: list[Cell] = [date(1990, 4, 3), datetime(1990, 6, 5), "31/12/1990", date(1990, 7, 7)]
    style = date_style(cells, [nik(4, 3), nik(6, 5), nik(31, 12), nik(7, 7)])
    assert style.parse_column(cells)[0] == [date(1990, 3, 4), date(1990, 5, 6), date(1990, 12, 31), date(1990, 7, 7)]
    assert [style.exchanged(cell) for cell in cells] == [True, True, False, False]
    assert style.words == "hari dan bulan yang tertukar oleh Excel dikembalikan"


def test_right_dates_stay_where_most_niks_agree() -> None:
    cells: list[Cell] = [date(1990, 4, 3), date(1990, 6, 5), date(1990, 9, 25)]
    assert not date_style(cells, [nik(4, 3), nik(5, 6), nik(25, 9)]).swapped
    assert not date_style(cells).swapped


def test_excel_turns_only_days_up_to_12_and_leaves_the_others_as_text() -> None:
    turned: list[Cell] = [date(1990, 1, day) for day in range(2, 9)]
    left = [f"{day}/01/1990" for day in range(13, 20)]
    assert date_style([*turned, *left]).swapped
    assert not date_style(turned).swapped
    assert not date_style([*turned, *left, date(1990, 1, 25)]).swapped
    assert not date_style([*turned, *left, "03/04/1990"]).swapped


def test_birth_dates_to_come_cannot_be_but_a_contract_may_end_later() -> None:
    births, ends = date_style(["01/02/2099"], [""]), date_style(["01/02/2099"])
    assert births.parse_column(["01/02/2099"]) == ([None], {0: "01/02/2099"})
    assert ends.parse("01/02/2099") == date(2099, 2, 1)
    assert date_style([], latest=date(2024, 12, 31)).parse_column(["01-01-2025"])[1] == {0: "01-01-2025"}


def test_a_column_gives_its_dates_and_what_is_none() -> None:
    cells: list[Cell] = ["12-11-1987", "", "31-02-1990", "1975", "-", date(1990, 1, 2), "31-02-1990"]
    days, bad = date_style(cells).parse_column(cells)
    assert days == [date(1987, 11, 12), None, None, None, None, date(1990, 1, 2), None]
    assert bad == {2: "31-02-1990", 3: "1975", 6: "31-02-1990"}


def test_one_cell_is_read_as_its_column() -> None:
    style = date_style(["12/31/1990"])
    assert style.parse("03/04/1990") == date(1990, 3, 4)
    assert style.parse("") is None
    for _ in range(2):
        with pytest.raises(ValueError):  # noqa: PT011
            style.parse("31/12/1990")


_DAYS = st.lists(st.dates(date(1950, 1, 1), date(2005, 12, 31)), min_size=1, max_size=30)


@given(_DAYS, st.sampled_from(("%d/%m/%Y", "%m/%d/%Y", "%d-%m-%y", "%m.%d.%y", "%Y-%m-%d")))
def test_with_niks_every_style_is_read_right(days: list[date], style: str) -> None:
    cells = [f"{day:{style}}" for day in days]
    niks = [nik(day.day, day.month, day.year % 100) for day in days]
    assert date_style(cells, niks).parse_column(cells) == (days, {})


@given(_DAYS)
def test_with_niks_a_turned_column_is_read_right(days: list[date]) -> None:
    cells: list[Cell] = [date(day.year, day.day, day.month) if day.day <= 12 else f"{day:%d/%m/%Y}" for day in days]
    niks = [nik(day.day + 40, day.month, day.year % 100) for day in days]
    assert date_style(cells, niks).parse_column(cells)[0] == days
