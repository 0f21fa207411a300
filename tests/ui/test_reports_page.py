"""The page Laporan: the summary and the pictures of what is looked at, as files that can be found again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.segments import Sector
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import Message
from desktop_app.ui.pages.reports import ReportsPage

Shown = Callable[[Desk], ReportsPage]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def show(desk: Desk) -> ReportsPage:
        page = ReportsPage(desk)
        desk.view_changed.connect(page.refresh)
        qtbot.addWidget(page)
        page.resize(1158, 688)
        page.show()
        page.refresh()
        qtbot.waitUntil(lambda: page.shown is not None)
        return page

    return show


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def button(widget: QWidget, name: str) -> QPushButton:
    buttons = widget.findChildren(QPushButton)
    return next(one for one in buttons if name in (one.text(), one.accessibleName()))


def files(page: ReportsPage) -> list[str]:
    return [file.path.name for file in page.files.table.values.rows]


def test_without_figures_the_page_leads_to_the_import(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(desk)
    qtbot.waitUntil(lambda: "Belum ada angka untuk laporan" in words(page))
    assert not page.summary.isVisible()
    with qtbot.waitSignal(desk.page_wanted) as wanted:
        button(page, "Impor lembar").click()
    assert wanted.args == ["Impor"]


def test_the_card_says_what_the_summary_will_hold(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    qtbot.waitUntil(lambda: "Cakupan Provinsi Bali" in words(page.summary))
    for part in ("Tentang laporan ini", "9 kabupaten/kota", "Penyebut UCJ 2025"):
        assert part in words(page.summary)


def test_the_filters_change_what_the_summary_is_about(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    filled_desk.change_view(base="BPS bekerja Agustus 2022", sector=Sector.FORMAL)
    qtbot.waitUntil(lambda: "BPS bekerja Agustus 2022" in words(page.summary))


def test_the_summary_is_written_told_and_listed(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    page = shown(filled_desk)
    with qtbot.waitSignal(filled_desk.offered) as offered:
        page.summary.make_button.click()
    name, _, acts = offered.args
    assert [words for words, _ in acts] == ["Buka di Excel", "Buka folder"]
    qtbot.waitUntil(lambda: files(page) == [name])
    [file] = page.files.table.values.rows
    assert load_workbook(file.path).sheetnames == [
        "Ringkasan", "Cakupan", "Perkembangan", "Temuan", "Tentang laporan ini",
    ]  # fmt: skip
    assert not page.files.open_button.isEnabled()
    page.files.table.selectRow(0)
    page.files.open_button.click()
    page.files.folder_button.click()
    assert [Path(path) for path in opened] == [file.path, file.path.parent]


@pytest.mark.parametrize("picture", ["Grafik cakupan", "Perkembangan", "Peta"])
def test_pictures_are_saved_and_listed(filled_desk: Desk, shown: Shown, qtbot: QtBot, picture: str) -> None:
    page = shown(filled_desk)
    for suffix in ("PNG", "SVG"):
        with qtbot.waitSignal(filled_desk.offered):
            button(page.pictures, f"Simpan {picture} sebagai {suffix}").click()
    qtbot.waitUntil(lambda: len(files(page)) == 2)
    paths = {file.path.suffix: file.path for file in page.files.table.values.rows}
    assert QImage(str(paths[".png"])).width() > 1000
    assert "</svg>" in paths[".svg"].read_text("utf-8")


def test_a_summary_open_in_excel_is_not_touched(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []

    def leave(message: Message) -> int:
        titles.append(words(message))
        return 0

    monkeypatch.setattr(Message, "exec", leave)
    page = shown(filled_desk)
    with qtbot.waitSignal(filled_desk.offered):
        page.write()
    [path] = filled_desk.workspace.reports.iterdir()
    path.write_bytes(b"terbuka di Excel")

    def refuse(source: object, target: object) -> None:
        raise PermissionError(target)

    monkeypatch.setattr("os.replace", refuse)
    page.write()
    qtbot.waitUntil(lambda: bool(titles))
    assert "Berkas sedang dibuka di Excel" in titles[0]
    assert path.read_bytes() == b"terbuka di Excel"
    assert page.summary.make_button.isEnabled()


def test_a_base_that_is_gone_gives_way_to_the_newest(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    filled_desk.change_view(base="Penyebut yang sudah diurungkan")
    qtbot.waitUntil(lambda: filled_desk.view.base is None)
    qtbot.waitUntil(lambda: "Penyebut UCJ 2025" in words(page.summary))
