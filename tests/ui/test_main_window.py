"""The window as a whole: pages, keys, search, files dropped on it, and closing it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import Tick
from desktop_app.operations.backups import backups_of
from desktop_app.operations.settings import Settings, Theme, load_settings, save_settings
from desktop_app.operations.workspace import Workspace
from desktop_app.ui import main_window
from desktop_app.ui.application import Starter, fills_screen
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.imports import ImportPage
from desktop_app.ui.pages.reference import ReferencePage
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.search import SearchDialog, find
from desktop_app.ui.start import StartWindow

PAGES = ["Beranda", "Impor", "Cakupan", "Surat", "Laporan", "Data Acuan", "Pengaturan"]


@pytest.fixture
def window(filled_desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(filled_desk, Settings(theme=Theme.TERANG))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()


def test_every_page_opens_by_its_key(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    for place, name in enumerate(PAGES, start=1):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + place), Qt.KeyboardModifier.AltModifier)
        assert window.page.name == name
    with qtbot.assertNotEmitted(window.desk.failed, wait=600):
        pass


def test_the_sidebar_says_whose_workspace_this_is_and_what_waits(window: MainWindow, qtbot: QtBot) -> None:
    def said() -> str:
        return "\n".join(part.text() for part in window.sidebar.findChildren(QLabel))

    qtbot.waitUntil(lambda: "Disnaker Gianyar" in said())
    qtbot.waitUntil(lambda: "Cadangan teruji" in said())
    assert "Cakupan – Disnaker Gianyar" in window.windowTitle()


def test_a_narrow_window_keeps_icons_only(window: MainWindow) -> None:
    window.resize(910, 455)
    assert window.sidebar.width() == 56
    window.resize(1366, 768)
    assert window.sidebar.width() == 208


def test_search_finds_all_places_of_one_name(filled_desk: Desk) -> None:
    hits = find(filled_desk.workspace, "Selat")
    assert sum(hit.name == "Desa Selat" and hit.kind.endswith("Bali") for hit in hits) == 5
    assert any(hit.name == "Kecamatan Selat" for hit in hits)
    assert [hit.page for hit in find(filled_desk.workspace, "rekap bali")] == ["Impor"]
    assert find(filled_desk.workspace, "  ") == []


def test_a_hit_goes_to_its_page_and_region(window: MainWindow, qtbot: QtBot) -> None:
    window.search()
    dialog = next(child for child in window.children() if isinstance(child, SearchDialog))
    QTest.keyClicks(dialog.field, "Kabupaten Klungkung")
    qtbot.waitUntil(lambda: len(dialog.list.values.rows) > 0)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.page.name == "Cakupan"
    assert window.desk.view.region == "51.05"


def test_a_file_dropped_anywhere_is_checked(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "kiriman & lain.xlsx"
    sheet.write_bytes(b"apa saja")
    seen: list[str] = []
    monkeypatch.setattr(ImportPage, "accept_file", lambda page, path: seen.append(path))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    buttons, keys, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, buttons, keys))
    assert window.page.name == "Impor"
    assert seen == [str(sheet)]


def test_closing_during_work_asks_and_waits(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(*words: object, **_: object) -> bool:
        asked.append(str(words[2]))
        return len(asked) > 1

    never = threading.Event()

    def work(workspace: Workspace, tick: Tick) -> None:
        while not never.wait(0.02):
            tick(0, 0)

    monkeypatch.setattr(main_window, "ask", answer)
    job = window.desk.watch(work, lambda _: None)
    with qtbot.waitSignal(job.progress):
        pass
    stays = QCloseEvent()
    window.closeEvent(stays)
    assert not stays.isAccepted()
    goes = QCloseEvent()
    window.closeEvent(goes)
    assert goes.isAccepted()
    assert asked == ["Tutup Cakupan?", "Tutup Cakupan?"]
    assert not window.desk.writing


def test_the_first_start_asks_for_the_office(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    starter = Starter(qapp, tmp_path, tmp_path / "pengaturan.json")
    starter.begin(None, demo=False)
    assert isinstance(starter.window, StartWindow)
    qtbot.addWidget(starter.window)


def test_the_next_start_opens_the_same_workspace(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.close()
    settings = tmp_path / "pengaturan.json"
    save_settings(settings, Settings(theme=Theme.GELAP, workspace=str(workspace.folder)))
    starter = Starter(qapp, tmp_path, settings)
    starter.begin(workspace.folder, demo=False)
    assert isinstance(starter.window, MainWindow)
    assert starter.look.tokens.dark
    assert load_settings(settings).workspace == str(workspace.folder)
    desk = starter.window.desk
    qtbot.waitUntil(lambda: not desk.writing)
    assert len(backups_of(desk.workspace)) == 1
    starter.window.close()
    qtbot.addWidget(starter.window)


def test_search_names_the_own_province_first(filled_desk: Desk) -> None:
    found = [hit.kind.endswith("Bali") for hit in find(filled_desk.workspace, "Selat")]
    assert found == sorted(found, reverse=True)
    assert not all(found)


def test_a_file_found_opens_its_import(window: MainWindow, qtbot: QtBot) -> None:
    window.search()
    dialog = next(child for child in window.children() if isinstance(child, SearchDialog))
    QTest.keyClicks(dialog.field, "rekap bali")
    qtbot.waitUntil(lambda: len(dialog.list.values.rows) == 1)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    page = window.page
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: page.list.detail.isVisible())


def test_an_office_that_is_not_saved_is_not_lost_by_closing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_page(SettingsPage.name)
    page = window.page
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: page.editor.agency.text != "")
    page.editor.agency.set_text("Dinas Lain")
    answers = iter((False, True))
    monkeypatch.setattr(main_window, "ask", lambda *_, **__: next(answers))
    stays, goes = QCloseEvent(), QCloseEvent()
    window.closeEvent(stays)
    assert not stays.isAccepted()
    window.closeEvent(goes)
    assert goes.isAccepted()
    page.back.click()


def test_a_value_of_the_reference_data_is_not_lost_by_closing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_page(ReferencePage.name)
    page = window.page
    assert isinstance(page, ReferencePage)
    qtbot.waitUntil(lambda: bool(page.bases.values.grid.values.rows))
    page.bases.values.type(page.bases.values.grid.values.rows[0], Sector.SEMUA, "1.250")
    asked: list[str] = []

    def answer(*words: object, **_: object) -> bool:
        asked.append(str(words[3]))
        return len(asked) > 1

    monkeypatch.setattr(main_window, "ask", answer)
    stays, goes = QCloseEvent(), QCloseEvent()
    window.closeEvent(stays)
    assert not stays.isAccepted()
    window.closeEvent(goes)
    assert goes.isAccepted()
    assert asked[0] == "Nilai yang diketik di Data Acuan belum disimpan dan akan hilang."


def test_a_window_that_would_not_fit_fills_the_screen() -> None:
    assert fills_screen(QSize(1366, 728))
    assert fills_screen(QSize(910, 455))
    assert not fills_screen(QSize(1920, 1040))
