"""The page Cakupan: one selection, the published figures in sight, and where they come from."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.breadcrumb import Breadcrumb
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import FilterButton
from desktop_app.ui.pages.coverage import CoveragePage
from desktop_app.ui.people_window import PeopleWindow

SEPTEMBER = date(2025, 9, 30)


@pytest.fixture
def page(filled_desk: Desk, qtbot: QtBot) -> CoveragePage:
    made = CoveragePage(filled_desk)
    qtbot.addWidget(made)
    made.resize(1158, 768)
    filled_desk.view_changed.connect(made.refresh)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: made.table.rows.values.rowCount() == 9)
    return made


def shown(page: CoveragePage, code: str) -> list[str]:
    rows = (*page.table.rows.values.rows, *page.table.whole.values.rows)
    row = next(row for row in rows if row.region.code == code)
    return [column.text(row) for column in page.table.rows.values.columns[:8]]


def words(page: CoveragePage) -> str:
    return "\n".join(part.text() for part in page.panel.findChildren(QLabel) if part.isVisibleTo(page.panel))


def test_the_figures_of_gianyar_stand_in_the_table(page: CoveragePage, qtbot: QtBot) -> None:
    page.desk.change_view(period=SEPTEMBER)
    qtbot.waitUntil(lambda: shown(page, "51.04")[-1] == "Rekap")
    assert shown(page, "51.04") == ["Gianyar", "130.300", "198.628", "65,60", "67,28", "−1,68", "3.337", "Rekap"]


def test_missing_is_not_zero_and_a_bare_share_stands_in_brackets(page: CoveragePage, qtbot: QtBot) -> None:
    page.desk.change_view(period=SEPTEMBER)
    qtbot.waitUntil(lambda: shown(page, "51.04")[-1] == "Rekap")
    karangasem, badung = shown(page, "51.07"), shown(page, "51.03")
    assert (karangasem[1], karangasem[3], karangasem[-1]) == ("belum ada", "–", "Belum lapor")
    assert (badung[1], badung[3], badung[-1]) == ("–", "(58,68)", "Lap. Mar 2025")


def test_the_published_figure_of_2023_and_its_origin(page: CoveragePage, qtbot: QtBot) -> None:
    page.desk.change_view(period=date(2023, 12, 31), base="BPS bekerja Agustus 2022")
    qtbot.waitUntil(lambda: shown(page, "51")[3] == "39,41")
    page.select("51")
    text = words(page)
    for part in ("39,41", "1.027.446", "2.607.070", "BPS bekerja Agustus 2022", "Rekap Bali", "sel "):
        assert part in text


def test_one_selection_for_chart_map_and_table(page: CoveragePage, qtbot: QtBot) -> None:
    page.bars.selected.emit("51.03")
    assert [row.region.code for row in page.table.rows.chosen_rows()] == ["51.03"]
    assert page.panel.isVisible()
    page.map.selected.emit("51.06")
    assert [row.region.code for row in page.table.rows.chosen_rows()] == ["51.06"]
    qtbot.waitUntil(lambda: "Kabupaten Bangli" in words(page))


def test_escape_closes_the_panel(page: CoveragePage, qtbot: QtBot) -> None:
    page.select("51.03")
    QTest.keyClick(page.panel, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_drilling_down_and_up_again(page: CoveragePage, qtbot: QtBot) -> None:
    page.drill("51.05")
    qtbot.waitUntil(lambda: page.table.rows.values.rowCount() == 4)
    assert shown(page, "51.05")[0] == "Klungkung"
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: page.table.rows.values.rowCount() == 9)


def test_the_table_begins_with_the_widest_gap_and_ends_with_what_is_missing(page: CoveragePage) -> None:
    gaps = [row.gap for row in page.table.rows.values.rows]
    known = [gap for gap in gaps if gap is not None]
    assert known == sorted(known)
    assert gaps == known + [None] * (len(gaps) - len(known))
    whole = page.table.whole.values
    assert whole.columns[0].text(whole.row(0)) == "Provinsi Bali"


def test_a_village_without_a_figure_says_how_many_are_listed(page: CoveragePage, qtbot: QtBot) -> None:
    page.desk.change_view(region="51.05.01")
    qtbot.waitUntil(lambda: page.table.rows.values.rowCount() == 16)
    sakti = next(row for row in page.table.rows.values.rows if row.region.name == "Sakti")
    assert sakti.listed is not None
    assert shown(page, sakti.region.code)[-1] == f"{sakti.listed.people} terdaftar"


def test_the_way_to_the_region_is_whole_where_the_filters_give_way(page: CoveragePage, qtbot: QtBot) -> None:
    page.resize(854, 400)
    page.desk.change_view(region="51.05.01")
    qtbot.waitUntil(lambda: page.table.rows.values.rowCount() == 16)
    path = page.bar.findChild(Breadcrumb)
    assert path is not None
    qtbot.waitUntil(lambda: path.width() >= path.sizeHint().width() > 0)
    assert any("Bulan data: 31 Januari 2026" in one.toolTip() for one in page.bar.findChildren(FilterButton))


def test_a_village_is_not_drilled_into(page: CoveragePage) -> None:
    page.drill("51.05.01.2001")
    assert page.desk.view.region == ""


def test_a_narrow_page_shows_one_part_at_a_time(page: CoveragePage) -> None:
    page.resize(854, 400)
    parts = (page.bars, page.map, page.table)
    assert [part.isVisible() for part in parts] == [True, False, False]
    page.resize(1158, 768)
    assert [part.isVisible() for part in parts] == [True, True, True]


def test_an_empty_workspace_says_what_to_do_first(desk: Desk, qtbot: QtBot) -> None:
    page = CoveragePage(desk)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: any("Belum ada angka" in part.text() for part in page.findChildren(QLabel)))
    with qtbot.waitSignal(desk.page_wanted) as wanted:
        page.empty.to_import.click()
    assert wanted.args == ["Impor"]


def test_the_list_behind_a_figure_has_as_many_people_as_it_says(page: CoveragePage, qtbot: QtBot) -> None:
    page.desk.change_view(period=date(2026, 1, 31))
    qtbot.waitUntil(lambda: any(row.listed for row in page.table.rows.values.rows))
    page.select("51.05")
    figure = next(row for row in page.table.rows.values.rows if row.region.code == "51.05")
    assert figure.listed is not None
    page.panel.people_button.click()
    window = next(child for child in page.children() if isinstance(child, PeopleWindow))
    qtbot.waitUntil(lambda: window.table.values.rowCount() > 0)
    seen = list(window.table.values.rows)
    while window.on.isEnabled():
        with qtbot.waitSignal(window.page_shown):
            window.on.click()
        seen += window.table.values.rows
    assert len(seen) == figure.listed.people > 1000
    assert all("•" in person.nik for person in seen)
