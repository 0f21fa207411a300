"""Beranda: the work first, then figures that never stand without base, date and source."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.home import HomePage


def texts(page: HomePage) -> list[str]:
    return [part.toolTip() or part.text() for part in page.findChildren(QLabel) if part.isVisibleTo(page)]


@pytest.fixture
def page(filled_desk: Desk, qtbot: QtBot) -> HomePage:
    made = HomePage(filled_desk)
    qtbot.addWidget(made)
    made.resize(1158, 768)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: "65,60" in texts(made))
    return made


def test_the_headline_of_the_office_carries_its_fraction_base_and_date(page: HomePage) -> None:
    said = "\n".join(texts(page))
    assert "130.300 peserta aktif dari 198.628 pekerja" in said
    assert "Penyebut UCJ 2025 · 30 September 2025" in said


def test_rows_that_wait_are_the_first_work(page: HomePage) -> None:
    work = [text for text in texts(page) if "menunggu perbaikan" in text]
    assert work
    assert any(text.startswith("Baris ") for text in texts(page))


def test_from_where_leads_to_the_figure(page: HomePage, qtbot: QtBot) -> None:
    button = next(b for b in page.findChildren(QPushButton) if b.accessibleName().endswith("Cakupan Kabupaten Gianyar"))
    with qtbot.waitSignal(page.desk.origin_wanted) as wanted:
        button.click()
    assert wanted.args == ["51.04"]


def test_a_workbook_of_many_sheets_is_one_line_of_the_last_imports(page: HomePage, qtbot: QtBot) -> None:
    def names() -> list[str]:
        return [text for text in texts(page) if text.startswith("Rekap Bali") and text.endswith(".xlsx")]

    # Lines of an earlier answer may still be on their way out.
    qtbot.waitUntil(lambda: len(names()) == 1)


def test_a_fresh_workspace_tells_where_to_begin(desk: Desk, qtbot: QtBot) -> None:
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: "Impor lembar pertama" in texts(page))


def test_the_first_work_leads_to_its_import(page: HomePage, qtbot: QtBot) -> None:
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Lihat baris")
    pages: list[str] = []
    page.desk.page_wanted.connect(pages.append)
    with qtbot.waitSignal(page.desk.import_wanted):
        button.click()
    assert pages == ["Impor"]
