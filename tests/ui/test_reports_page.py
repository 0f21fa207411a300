"""The page Laporan: the summary and the pictures of what is looked at, as files that can be found again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.segments import Sector
from desktop_app.operations.compliance.order import ReportKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import Message
from desktop_app.ui.pages.reports import ReportsPage
from desktop_app.ui.report_menu import LOCKED

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
    assert not page.panel.isVisible()
    with qtbot.waitSignal(desk.page_wanted) as wanted:
        button(page, "Impor lembar").click()
    assert wanted.args == ["Impor"]


def test_without_figures_a_workbook_can_still_get_a_password(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(desk)
    qtbot.waitUntil(lambda: page.shown is not None)
    page.menu.buttons[LOCKED].click()
    assert page.stack.currentWidget() is page.locked


def test_the_panel_says_which_figures_a_report_is_made_of(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    qtbot.waitUntil(lambda: "penyebut UCJ 2025" in words(page.panel))
    filled_desk.change_view(base="BPS bekerja Agustus 2022", sector=Sector.FORMAL)
    qtbot.waitUntil(lambda: "penyebut BPS bekerja Agustus 2022" in words(page.panel))


@pytest.mark.parametrize(("act", "suffix"), [("Buat Excel", ".xlsx"), ("Buat PDF", ".pdf")])
def test_the_summary_is_written_told_and_listed(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, act: str, suffix: str
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    page = shown(filled_desk)
    qtbot.waitUntil(page.panel.excel.isEnabled)
    with qtbot.waitSignal(filled_desk.offered, timeout=20_000) as offered:
        button(page.panel, act).click()
    name = offered.args[0]
    assert name.startswith("Ringkasan ")
    assert name.endswith(suffix)
    qtbot.waitUntil(lambda: files(page) == [name])
    [file] = page.files.table.values.rows
    if suffix == ".xlsx":
        assert load_workbook(file.path).sheetnames[:2] == ["Ringkasan", "Cakupan"]
    else:
        assert file.path.read_bytes().startswith(b"%PDF")
    page.files.table.selectRow(0)
    page.files.open_button.click()
    page.files.folder_button.click()
    assert [Path(path) for path in opened] == [file.path, file.path.parent]


def test_the_package_is_one_folder_that_is_listed(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    page.menu.buttons[ReportKind.PAKET].click()
    qtbot.waitUntil(page.panel.package.isEnabled)
    with qtbot.waitSignal(filled_desk.offered, timeout=20_000) as offered:
        page.panel.package.click()
    [folder] = filled_desk.workspace.reports.iterdir()
    assert folder.name == offered.args[0]
    assert {path.suffix for path in folder.iterdir()} >= {".xlsx", ".pdf"}
    qtbot.waitUntil(lambda: files(page) == [folder.name])


def test_what_the_office_has_no_list_of_is_said_and_nothing_is_written(
    filled_desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    page = shown(filled_desk)
    page.menu.buttons[ReportKind.BELUM_DESA].click()
    qtbot.waitUntil(page.panel.excel.isEnabled)
    with qtbot.waitSignal(filled_desk.failed) as failed:
        page.panel.excel.click()
    assert "belum diimpor" in str(failed.args[0])
    assert page.panel.excel.isEnabled()
    assert not list(filled_desk.workspace.reports.glob("*"))


def test_whole_nik_need_a_purpose(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    page.menu.buttons[ReportKind.BELUM_DESA].click()
    qtbot.waitUntil(lambda: page.panel.village.count() > 1)
    page.panel.village.setCurrentIndex(1)
    page.panel.village.activated.emit(1)
    assert not page.panel.excel.isEnabled()
    assert page.panel.excel.toolTip() == "Isi tujuan pengiriman NIK lengkap."
    page.panel.purpose.setText("validasi daftar oleh Perbekel")
    assert page.panel.excel.isEnabled()
    assert page.panel.order.open_for == page.panel.village.currentData()


def test_scorecards_offer_the_kecamatan_of_the_office(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    page.menu.buttons[ReportKind.KARTU_SKOR].click()
    qtbot.waitUntil(lambda: page.panel.place.count() > 1)
    assert page.panel.place.itemText(0).startswith("Semua kecamatan di ")
    assert page.panel.order.region == page.panel.place.itemData(0)


def test_a_workbook_gets_a_password_and_loses_it_again(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(filled_desk)
    source = tmp_path / "rekap.xlsx"
    Workbook().save(source)
    page.menu.buttons[LOCKED].click()
    page.locked.show_path(source)
    assert page.locked.lock.toolTip() == "Isi kata sandi."
    page.locked.password.setText("empat kata yang jauh")
    assert not page.locked.lock.isEnabled()
    page.locked.again.setText("empat kata yang jauh")
    with qtbot.waitSignal(filled_desk.offered):
        page.locked.lock.click()
    [locked] = filled_desk.workspace.reports.iterdir()
    assert locked.name == "rekap (bersandi).xlsx"
    assert page.locked.password.text() == ""
    page.locked.show_path(locked)
    page.locked.password.setText("empat kata yang jauh")
    with qtbot.waitSignal(filled_desk.offered) as offered:
        page.locked.unlock.click()
    assert load_workbook(locked.with_name(offered.args[0])).sheetnames == ["Sheet"]


def test_a_weak_password_is_refused_in_words(filled_desk: Desk, shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(filled_desk)
    source = tmp_path / "rekap.xlsx"
    Workbook().save(source)
    page.locked.show_path(source)
    page.locked.password.setText("rahasia")
    page.locked.again.setText("rahasia")
    with qtbot.waitSignal(filled_desk.failed) as failed:
        page.locked.lock.click()
    assert "sandi" in str(failed.args[0])


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
    qtbot.waitUntil(page.panel.excel.isEnabled)
    with qtbot.waitSignal(filled_desk.offered, timeout=20_000):
        page.panel.excel.click()
    [path] = filled_desk.workspace.reports.iterdir()
    path.write_bytes(b"terbuka di Excel")

    def refuse(source: object, target: object) -> None:
        raise PermissionError(target)

    monkeypatch.setattr("os.replace", refuse)
    qtbot.waitUntil(page.panel.excel.isEnabled)
    page.panel.excel.click()
    qtbot.waitUntil(lambda: bool(titles), timeout=20_000)
    assert "Berkas sedang dibuka di Excel" in titles[0]
    assert path.read_bytes() == b"terbuka di Excel"
    assert page.panel.excel.isEnabled()


def test_a_base_that_is_gone_gives_way_to_the_newest(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    filled_desk.change_view(base="Penyebut yang sudah diurungkan")
    qtbot.waitUntil(lambda: filled_desk.view.base is None)
    qtbot.waitUntil(lambda: "penyebut UCJ 2025" in words(page.panel))
