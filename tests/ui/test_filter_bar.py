"""The filter bar: every filter in sight, in words, in any width; what it changes, and what gives way."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.segments import Counting, Numerator, Sector
from desktop_app.ui.desk import Desk, View
from desktop_app.ui.filter_choices import sector_words
from desktop_app.ui.query_bar import BarStyle, QueryBar, Seen, look_up


@pytest.fixture
def bar(filled_desk: Desk, qtbot: QtBot) -> QueryBar:
    made = QueryBar(filled_desk)
    qtbot.addWidget(made)
    made.resize(1158, 44)
    made.show()

    def fill() -> None:
        made.show_seen(look_up(filled_desk.workspace, filled_desk.view.query()))

    filled_desk.view_changed.connect(fill)
    fill()
    return made


def steps(bar: QueryBar) -> list[str]:
    return [one.text() for one in bar.path.findChildren(QPushButton) if one.isVisibleTo(bar.path)]


def test_the_path_begins_with_the_country(bar: QueryBar, filled_desk: Desk) -> None:
    assert steps(bar) == ["Indonesia"]
    filled_desk.change_view(region="51.05")
    assert steps(bar) == ["Indonesia", "Bali"]
    bar.path.picked.emit("0")
    assert filled_desk.view.region == "0"
    assert steps(bar) == []


def test_the_menu_of_segments_ends_with_the_numerator(bar: QueryBar) -> None:
    assert bar.sector.menu_words == [
        "Semua", "Formal", "Informal", "Pembilang", "Orang menurut NIK", "Kepesertaan", "Jakon ikut dihitung", "Tanpa Jakon",
    ]  # fmt: skip


def test_segment_and_numerator_stand_on_one_button(bar: QueryBar, filled_desk: Desk) -> None:
    bar.sector.pick("Formal")
    bar.sector.pick("Tanpa Jakon")
    assert filled_desk.view.sector is Sector.FORMAL
    assert filled_desk.view.numerator == Numerator(jakon=False)
    assert bar.sector.value == "Formal, tanpa Jakon"


@pytest.mark.parametrize(
    ("sector", "numerator", "words", "changed"),
    [
        (Sector.SEMUA, Numerator(), "Semua", False),
        (Sector.INFORMAL, Numerator(), "Informal", True),
        (Sector.SEMUA, Numerator(Counting.KEPESERTAAN), "Semua, kepesertaan", True),
        (Sector.FORMAL, Numerator(Counting.KEPESERTAAN, jakon=False), "Formal, kepesertaan, tanpa Jakon", True),
    ],
)
def test_words_of_segment_and_numerator(sector: Sector, numerator: Numerator, words: str, changed: bool) -> None:
    assert sector_words(sector, numerator) == (words, changed)


def test_a_level_can_be_chosen(bar: QueryBar, filled_desk: Desk) -> None:
    assert bar.level.menu_words == ["Kabupaten/kota", "Kecamatan", "Desa/kelurahan"]
    bar.level.pick("Kecamatan")
    assert filled_desk.view.level == 3
    assert bar.level.value == "Kecamatan"


@pytest.mark.parametrize(
    ("level", "region", "then"),
    [
        (4, "51.05", 4),
        (3, "51.05", 3),
        (3, "51.05.01", None),
        (4, "51.05.01.2001", None),
        (2, "", 2),
        (1, "", None),
        (1, "0", 1),
    ],
)
def test_a_level_that_is_not_below_the_region_gives_way(level: int, region: str, then: int | None) -> None:
    assert View(region=region, level=level).fitting().level == then


@pytest.mark.parametrize("region", ["", "51.05", "51.05.01", "51.05.01.2001"])
def test_a_narrow_bar_keeps_every_filter_and_its_value(
    bar: QueryBar, filled_desk: Desk, qtbot: QtBot, region: str
) -> None:
    bar.resize(854, 44)
    filled_desk.change_view(region=region, period=date(2026, 1, 31))
    filters = (bar.period, bar.base, bar.sector, bar.level, bar.target)
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in filters if one is not bar.base))
    assert all(one.isVisible() for one in filters)
    assert filters[-1].geometry().right() <= bar.width()
    assert bar.path.width() >= bar.path.sizeHint().width()
    assert "31 Januari 2026" in bar.period.toolTip()


def test_the_trend_follows_its_sources_until_they_are_made_equal(bar: QueryBar, qtbot: QtBot) -> None:
    bar.set_style(BarStyle.TREND)
    assert (bar.base.value, bar.restate.text(), bar.level.isHidden()) == ("Sesuai sumber", "Samakan penyebut", True)
    with qtbot.waitSignal(bar.restate_wanted) as wanted:
        bar.restate.click()
    assert wanted.args == [True]
    bar.set_style(BarStyle.TREND, restated=True)
    assert bar.base.value == "UCJ 2025"
    with qtbot.waitSignal(bar.restate_wanted) as wanted:
        bar.base.pick("Sesuai sumber")
    assert wanted.args == [False]


def test_a_narrow_bar_of_the_trend_cuts_neither_region_nor_base(bar: QueryBar, filled_desk: Desk, qtbot: QtBot) -> None:
    bar.resize(854, 44)
    bar.set_style(BarStyle.TREND)
    filled_desk.change_view(region="51.05")
    qtbot.waitUntil(lambda: bar.base.width() >= bar.base.sizeHint().width())
    assert bar.restate.accessibleName() == "Samakan penyebut"
    assert bar.path.width() >= bar.path.sizeHint().width()
    assert bar.restate.geometry().right() <= bar.width()


def test_names_give_way_one_by_one(bar: QueryBar) -> None:
    """No more goes than the width asks for: names first, the words of the lock after them."""
    bar.lock.show()
    bar.resize(bar._needed() - 1, 44)
    assert [one._bare for one in (bar.level, bar.sector, bar.target)] == [True, False, False]
    assert bar.lock.text() == "Terkunci"


def test_the_reports_ask_for_month_and_level_only(bar: QueryBar) -> None:
    bar.set_style(BarStyle.REPORTING)
    shown = [one for one in (bar.period, bar.base, bar.sector, bar.level, bar.target) if not one.isHidden()]
    assert shown == [bar.period, bar.level]


def test_without_figures_only_the_region_is_left(bar: QueryBar, filled_desk: Desk) -> None:
    seen = look_up(filled_desk.workspace, filled_desk.view.query())
    bar.show_seen(Seen(seen.query, seen.path, seen.own, None))
    assert bar.period.isHidden()
    assert not bar.path.isHidden()
