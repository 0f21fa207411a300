"""The views of the page Cakupan beside the regions: trend, segments, reports, exports; each figure opens its origin."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.breakdowns import Dimension
from desktop_app.operations.locks import corrections, lock_month, lock_of, locks
from desktop_app.ui.desk import Desk
from desktop_app.ui.lock_dialogs import LockDialog, UnlockDialog
from desktop_app.ui.meeting import MeetingWindow
from desktop_app.ui.pages.coverage import REGIONS, REPORTING, SEGMENTS, TREND, CoveragePage
from desktop_app.ui.people_window import PeopleWindow
from tests.operations import sheets

MARCH, SEPTEMBER, JANUARY = date(2025, 3, 31), date(2025, 9, 30), date(2026, 1, 31)


@pytest.fixture
def page(filled_desk: Desk, qtbot: QtBot) -> CoveragePage:
    made = CoveragePage(filled_desk)
    qtbot.addWidget(made)
    made.resize(1158, 768)
    filled_desk.view_changed.connect(made.refresh)
    filled_desk.data_changed.connect(made.refresh)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: made.table.rows.values.rowCount() == 9)
    return made


def look_at(page: CoveragePage, qtbot: QtBot, **view: object) -> None:
    """Change the view and wait until the page shows it."""
    page.desk.change_view(**view)
    qtbot.waitUntil(lambda: page._pictured is not None and page._pictured.seen.query == page._query())


def words(page: CoveragePage) -> str:
    assert page.panel.isVisible()
    return page.panel.origin.text


def card_words(card: object) -> str:
    assert hasattr(card, "findChildren")
    return "\n".join(part.text() for part in card.findChildren(QLabel))


# Perkembangan


def test_the_way_to_the_target_in_people(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, period=MARCH)
    page.show_view(TREND)
    text = card_words(page.trend.way)
    for part in (
        "Menuju target 2025",
        "301.460",
        "16,40 poin dari target 67,28\u00a0%",
        "33.496",
        "9 bulan, sampai Desember 2025",
    ):
        assert part in text


def test_the_way_goes_on_to_the_next_target_when_one_is_due(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, period=date(2025, 12, 31))
    page.show_view(TREND)
    text = card_words(page.trend.way)
    for part in ("Menuju target 2026", "19,98", "Dengan laju sekarang, target 73,86\u00a0% baru tercapai pada"):
        assert part in text


def test_each_figure_of_the_way_explains_itself(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, period=MARCH)
    page.show_view(TREND)
    page.trend.way.buttons["Laju yang perlu"].click()
    assert "301.460 orang ÷ 9 bulan, dibulatkan ke atas" in words(page)
    page.trend.way.buttons["Masih kurang"].click()
    assert "1.236.539 − 935.079 = 301.460 orang" in words(page)


def test_the_trend_ends_with_the_month_that_is_shown(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, period=MARCH)
    page.show_view(TREND)
    assert [row.point.period for row in page.trend.points.rows.values.rows][-1] == MARCH


def test_a_point_opens_its_cell(page: CoveragePage, qtbot: QtBot) -> None:
    page.show_view(TREND)
    page.trend.points.rows.opened.emit(page.trend.points.rows.values.row(0))
    for part in ("39,41", "1.027.446", "2.607.070", "sel "):
        assert part in words(page)


def test_the_whole_series_on_one_base_and_back(page: CoveragePage, qtbot: QtBot) -> None:
    page.show_view(TREND)
    page.bar.restate.click()
    qtbot.waitUntil(lambda: {row.base for row in page.trend.points.rows.values.rows} == {"UCJ 2025"})
    assert page.bar.base.value == "UCJ 2025"
    page.bar.restate.click()
    qtbot.waitUntil(lambda: len({row.base for row in page.trend.points.rows.values.rows}) == 3)
    assert page.bar.base.value == "Sesuai sumber"


def test_a_part_of_the_change_says_on_what_it_rests(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, period=MARCH)
    page.show_view(TREND)
    qtbot.waitUntil(lambda: page.trend.change.change is not None)
    page.trend.change.view.selected.emit("penyebut")
    assert "BPS bekerja Agustus 2023 (2.617.816 pekerja) → UCJ 2025 (1.837.899 pekerja)" in words(page)


def test_one_month_alone_has_no_change_to_explain(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, period=date(2023, 12, 31))
    page.show_view(TREND)
    qtbot.waitUntil(lambda: "Perlu jumlah peserta dari dua bulan" in card_words(page.trend.change))
    assert page.trend.change.picture is None


# Segmen


def test_every_part_opens_exactly_its_list(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, region="51.05", period=JANUARY)
    page.show_view(SEGMENTS)
    parts = page.segments.parts
    qtbot.waitUntil(lambda: parts.chart is not None)
    for dimension in (Dimension.KELAMIN, Dimension.UMUR, Dimension.PROGRAM):
        parts.show_dimension(dimension)
        assert parts.chart is not None
        assert sum(part.people for part in parts.chart.parts) == parts.chart.total
        for part in parts.chart.parts:
            with qtbot.waitSignal(parts.explained) as told:
                parts.view.selected.emit(part.key)
            assert told.args[0].people.people == part.people


def test_the_list_of_a_part_has_as_many_rows_as_its_button_says(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, region="51.05", period=JANUARY)
    page.show_view(SEGMENTS)
    parts = page.segments.parts
    qtbot.waitUntil(lambda: parts.chart is not None)
    parts.show_dimension(Dimension.UMUR)
    assert parts.chart is not None
    part = min(parts.chart.parts, key=lambda part: part.people)
    with qtbot.waitSignal(parts.people_wanted):
        parts.view.opened.emit(part.key)
    window = next(child for child in page.children() if isinstance(child, PeopleWindow))
    qtbot.waitUntil(lambda: window.table.values.rowCount() == part.people > 0)


def test_the_chosen_region_is_divided(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, region="51.05", period=JANUARY)
    page.show_view(SEGMENTS)
    page.segments.pair.selected.emit("51.05.01")
    qtbot.waitUntil(lambda: "Kecamatan Nusa Penida" in card_words(page.segments.parts))


def test_nobody_listed_is_said_in_words(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, period=date(2023, 12, 31))
    page.show_view(SEGMENTS)
    qtbot.waitUntil(lambda: "Belum ada daftar peserta" in card_words(page.segments.parts))
    assert page.segments.parts.chart is None


def test_both_sectors_stand_side_by_side(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, period=date(2023, 12, 31), base="BPS bekerja Agustus 2022")
    page.show_view(SEGMENTS)
    qtbot.waitUntil(lambda: "58,93\u00a0% (715.410 dari 1.214.028 pekerja)" in card_words(page.segments.pair_card))


def test_both_sectors_of_a_region_explain_themselves(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, region="0", period=date(2023, 12, 31), base="BPS bekerja Agustus 2022")
    page.show_view(SEGMENTS)
    qtbot.waitUntil(lambda: page.segments.found is not None)
    page.segments.pair.selected.emit("51")
    for part in ("Provinsi Bali", "715.410", "1.214.028", "58,93\u00a0%", "Rekap Bali", "sel "):
        assert part in words(page)


# Pelaporan


def test_a_cell_says_what_came_when_and_in_which_file(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, period=SEPTEMBER)
    page.show_view(REPORTING)
    qtbot.waitUntil(lambda: page.reporting.found is not None)
    page.reporting.view.cell_selected.emit("51.04", "2025-09-30")
    for part in ("Kabupaten Gianyar", "September 2025", "Rekap Bali"):
        assert part in words(page)
    page.reporting.view.cell_selected.emit("51.01", "2025-09-30")
    assert "Belum lapor" in words(page)


def test_a_month_is_locked_marked_and_opened_again(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, period=SEPTEMBER)
    page.show_view(REPORTING)
    page.reporting.lock_button.click()
    dialog = next(child for child in page.reporting.children() if isinstance(child, LockDialog))
    assert "Provinsi Bali dan semua wilayah di bawahnya untuk 30 September 2025" in card_words(dialog)
    dialog.act.click()
    assert lock_of(page.desk.workspace, "51", SEPTEMBER) is None
    dialog.document.setText("Laporan September 2025")
    dialog.act.click()
    qtbot.waitUntil(lambda: page.bar.lock.isVisible())
    qtbot.waitUntil(lambda: len(page.reporting.locks.locks.values.rows) == 1)
    lock = lock_of(page.desk.workspace, "51", SEPTEMBER)
    assert lock is not None
    assert not page.reporting.lock_button.isEnabled()
    assert corrections(page.desk.workspace, lock) == []
    page.reporting.locks.unlock_button.click()
    opening = next(child for child in page.reporting.locks.children() if isinstance(child, UnlockDialog))
    opening.reason.setText("Laporan diperbaiki")
    opening.act.click()
    qtbot.waitUntil(lambda: not page.bar.lock.isVisible())
    [kept] = locks(page.desk.workspace, "51")
    assert kept.reason == "Laporan diperbaiki"


def test_a_correction_after_the_lock_stands_apart(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    sheets.base(desk.workspace, {"51": 1000, "51.04": 400})
    sheets.recap(desk.workspace, tmp_path, SEPTEMBER, {"51": 500, "51.04": 100})
    lock_month(desk.workspace, "51", SEPTEMBER, "Laporan September")
    sheets.recap(desk.workspace, tmp_path, SEPTEMBER, {"51.04": 120})
    page = CoveragePage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_view(REPORTING)
    table = page.reporting.locks.corrections
    qtbot.waitUntil(lambda: table.values.rowCount() == 1)
    cells = [column.text(table.values.row(0)) for column in table.values.columns]
    assert cells[:5] == ["Gianyar", "Semua", "100 dari 400", "120 dari 400", "+20"]


def test_a_lock_of_a_region_that_is_no_row_has_its_name(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, period=SEPTEMBER)
    lock_month(page.desk.workspace, "51.04", SEPTEMBER, "Laporan September")
    look_at(page, qtbot, level=4)
    page.show_view(REPORTING)
    table = page.reporting.locks.locks
    qtbot.waitUntil(lambda: table.values.rowCount() == 1)
    assert table.values.columns[1].text(table.values.row(0)) == "Kabupaten Gianyar"


def test_another_level_begins_at_the_top(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, level=4)
    bars, table = page.bars.verticalScrollBar(), page.table.rows.verticalScrollBar()
    for bar in (bars, table):
        bar.setValue(bar.maximum() // 2)
    look_at(page, qtbot, level=3)
    assert (bars.value(), table.value()) == (0, 0)


def test_the_lock_leads_to_the_reports(page: CoveragePage) -> None:
    page.bar.lock_wanted.emit()
    assert page._view == REPORTING


# Kepala halaman, ekspor, papan tik


def test_the_menu_of_exports_names_each_picture_of_the_view(page: CoveragePage) -> None:
    page.head.export.about_to_show.emit()
    lines = [action.text() for action in page.head.export.opened_menu.actions() if action.text()]
    assert lines == [
        "Grafik cakupan", "Salin gambar", "Simpan PNG (2×)…", "Simpan SVG…",
        "Peta cakupan", "Salin gambar", "Simpan PNG (2×)…", "Simpan SVG…", "Salin tabel ke Excel",
    ]  # fmt: skip


def test_one_picture_needs_no_heading(page: CoveragePage, qtbot: QtBot) -> None:
    page.show_view(REPORTING)
    qtbot.waitUntil(lambda: page.reporting.found is not None)
    page.head.export.about_to_show.emit()
    lines = [action.text() for action in page.head.export.opened_menu.actions() if action.text()]
    assert lines == ["Salin gambar", "Simpan PNG (2×)…", "Simpan SVG…", "Salin tabel ke Excel"]


@pytest.mark.parametrize("view", [REGIONS, TREND, SEGMENTS, REPORTING])
def test_the_table_of_each_view_goes_to_excel(page: CoveragePage, qtbot: QtBot, view: int) -> None:
    page.show_view(view)
    part = (page.regions, page.trend, page.segments, page.reporting)[view]
    qtbot.waitUntil(lambda: part.shown().table is not None)
    page.head.export.about_to_show.emit()
    next(a for a in page.head.export.opened_menu.actions() if a.text() == "Salin tabel ke Excel").trigger()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) > 3
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}


@pytest.mark.parametrize(("words", "name"), [("Simpan PNG (2×)…", "peta.png"), ("Simpan SVG…", "peta.svg")])
def test_a_picture_is_saved_where_it_was_asked_for(
    page: CoveragePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, name: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
    page.head.export.about_to_show.emit()
    with qtbot.waitSignal(page.desk.offered):
        next(a for a in page.head.export.opened_menu.actions() if a.text() == words).trigger()
    assert (tmp_path / name).stat().st_size > 1000


def test_a_picture_is_copied(page: CoveragePage) -> None:
    page.head.export.about_to_show.emit()
    next(a for a in page.head.export.opened_menu.actions() if a.text() == "Salin gambar").trigger()
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_meeting_opens_with_what_is_shown(page: CoveragePage, qtbot: QtBot) -> None:
    page.head.meeting.click()
    window = page.head._window
    assert isinstance(window, MeetingWindow)
    window.close()


def test_space_opens_the_panel_and_escape_gives_the_focus_back(page: CoveragePage, qtbot: QtBot) -> None:
    page.activateWindow()
    rows = page.table.rows
    rows.setFocus()
    rows.setCurrentIndex(rows.values.index(0, 0))
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert page.panel.isVisible()
    qtbot.waitUntil(page.panel.close_button.hasFocus)
    QTest.keyClick(page.panel.close_button, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert rows.hasFocus()


def test_enter_on_a_row_goes_into_the_region_as_in_the_chart(page: CoveragePage) -> None:
    rows = page.table.rows
    rows.setCurrentIndex(rows.values.index(0, 0))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert page.desk.view.region == rows.values.row(0).region.code


def test_tab_goes_from_the_head_over_the_filters_to_the_content(page: CoveragePage) -> None:
    stops, widget = [], page.nextInFocusChain()
    while widget is not None and widget is not page:
        if page.isAncestorOf(widget) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget)
        widget = widget.nextInFocusChain()
    [country] = page.bar.path.steps
    wanted = (
        page.head.findings,
        page.head.export,
        country,
        page.bar.period,
        page.bar.target,
        page.bars,
        page.map,
        page.table.rows,
    )
    places = [stops.index(one) for one in wanted]
    assert places == sorted(places)


def test_the_chosen_region_stays_chosen_when_a_filter_changes(page: CoveragePage, qtbot: QtBot) -> None:
    page.select("51.04")
    look_at(page, qtbot, period=SEPTEMBER)
    assert [row.region.code for row in page.table.rows.chosen_rows()] == ["51.04"]
    qtbot.waitUntil(lambda: "130.300" in words(page))


def test_the_pointer_lights_up_the_region_everywhere(page: CoveragePage) -> None:
    page.bars.hovered.emit("51.03")
    lit = page.table.rows.values.lit
    assert lit is not None
    assert lit.region.code == "51.03"
    page.map.hovered.emit("")
    assert page.table.rows.values.lit is None


def test_the_country_shows_its_provinces(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, region="0")
    assert page.table.rows.values.rowCount() == 38
    assert page.table.search.isVisible()
    page.table.search.setText("jawa timur")
    assert {row.region.name for row in page.table.rows.values.rows} == {"Jawa Timur"}


def test_a_village_has_no_parts_and_says_so(page: CoveragePage, qtbot: QtBot) -> None:
    look_at(page, qtbot, region="51.05.01.2001")
    if page.empty.isVisible():
        assert "Belum ada angka" in card_words(page.empty)
    else:
        assert "Tidak ada wilayah di bawahnya" in card_words(page.table)


@pytest.mark.parametrize("size", [(1158, 668), (854, 400)])
@pytest.mark.parametrize("view", [REGIONS, TREND, SEGMENTS, REPORTING])
def test_no_view_is_wider_than_the_window(page: CoveragePage, qtbot: QtBot, view: int, size: tuple[int, int]) -> None:
    page.resize(*size)
    page.show_view(view)
    assert page.minimumSizeHint().width() <= size[0]
    for area in (page.trend, page.segments, page.reporting):
        content = area.widget()
        assert content is not None
        if area.isVisible():
            assert content.minimumSizeHint().width() <= area.width()
