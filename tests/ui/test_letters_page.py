"""The page Surat: choosing, seeing the letter while choosing, writing it, finding it again."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.reference import RateKind
from desktop_app.operations.edit_reference import rates, save_rate
from desktop_app.operations.letter_preview import Paragraph, Shape
from desktop_app.operations.offices import list_letters
from desktop_app.operations.write_letter import LetterRequest
from desktop_app.pictures.tokens import LIGHT
from desktop_app.ui.desk import Desk
from desktop_app.ui.letter_list import NO_FIGURES, figure_words, sentence
from desktop_app.ui.letter_pages import tinted
from desktop_app.ui.messages import Message
from desktop_app.ui.pages.letters import LIST, NEW, NO_OFFICE, NONE_YET, LettersPage

Shown = Callable[[Desk], LettersPage]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def show(desk: Desk) -> LettersPage:
        page = LettersPage(desk)
        qtbot.addWidget(page)
        page.resize(1158, 688)
        page.show()
        page.refresh()
        return page

    return show


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What would be opened in Word or in the file manager."""
    paths: list[str] = []

    def note(url: QUrl) -> bool:
        paths.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return iter([paths])


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def says(qtbot: QtBot, widget: QWidget, *parts: str) -> None:
    """Wait until the widget shows each of the texts."""
    for part in parts:
        qtbot.waitUntil(partial(lambda wanted: wanted in words(widget), part))


def begin(page: LettersPage, qtbot: QtBot) -> None:
    page.begin()
    qtbot.waitUntil(page.write_button.isEnabled)


def preview_of(page: LettersPage) -> str:
    return " ".join(page.paper.text().split())


def press(page: QWidget, text: str) -> None:
    buttons = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    next(button for button in buttons if text in (button.text(), button.accessibleName())).click()


def test_without_an_office_the_page_leads_to_the_settings(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(desk)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == NO_OFFICE)
    assert not page.new_button.isVisible()
    with qtbot.waitSignal(desk.page_wanted) as wanted:
        press(page, "Buka Pengaturan")
    assert wanted.args == ["Pengaturan"]


def test_without_letters_the_page_says_what_to_do_first(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    says(qtbot, page, "Belum ada surat")
    assert page.stack.currentIndex() == NONE_YET
    press(page, "Buat surat")
    assert page.stack.currentIndex() == NEW


def test_the_choices_show_the_figure_and_the_arithmetic(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    figure = ("65,60\u00a0%", "130.300 peserta aktif dari 198.628 pekerja", "Penyebut UCJ 2025 · 30 September 2025")
    one = "100 orang × Rp16.800 × 12 bulan, per desa/kelurahan\nRp20.160.000\n"
    says(qtbot, page.choices, *figure, one, "× 70 desa/kelurahan, per tahun\nRp1.411.200.000")
    assert page.choices.region.currentText() == "Kabupaten Gianyar"
    assert page.choices.region.count() == 9
    for part in ("BUPATI GIANYAR", "130.300", "65,60%", "Rp1.411.200.000,00"):
        assert part in preview_of(page)


def test_a_change_refreshes_the_preview_and_the_last_one_counts(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    for quota in (50, 70, 60):
        page.choices.quota.setValue(quota)
        page.refresh()
    qtbot.waitUntil(lambda: "60 (enam puluh) orang pekerja rentan" in preview_of(page))
    says(qtbot, page.choices, "× 70 desa/kelurahan, per tahun\nRp846.720.000")
    assert page.choices.subject.text() == "60 pekerja rentan per desa/kelurahan"


def test_the_monthly_amount_is_that_of_the_budget_year_until_another_is_typed(
    filled_desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    workspace, year = filled_desk.workspace, date.today().year
    lowest = next(rate for rate in rates(workspace, date(year, 1, 1)) if rate.kind is RateKind.JKK_BPU)
    save_rate(workspace, replace(lowest, until=date(year + 1, 1, 1)))
    save_rate(workspace, replace(lowest, id=None, amount=12_000, since=date(year + 1, 1, 1), document="PP baru"))
    page = shown(filled_desk)
    begin(page, qtbot)
    says(qtbot, page.choices, "100 orang × Rp16.800 × 12 bulan, per desa/kelurahan\nRp20.160.000")

    page.choices.year.setValue(year + 1)
    qtbot.waitUntil(lambda: page.choices.monthly.value() == 18_800)
    says(qtbot, page.choices, "100 orang × Rp18.800 × 12 bulan, per desa/kelurahan")

    page.choices.monthly.setValue(20_000)
    page.choices.year.setValue(year)
    says(qtbot, page.choices, "100 orang × Rp20.000 × 12 bulan, per desa/kelurahan")
    page.begin()
    qtbot.waitUntil(lambda: page.choices.monthly.value() == 16_800)


def test_an_answer_to_an_older_question_is_dropped(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    old = page.plan
    assert old is not None
    page.choices.quota.setValue(25)
    qtbot.waitUntil(lambda: "25 (dua puluh lima)" in preview_of(page))
    page.take_plan(1, old)
    assert "25 (dua puluh lima)" in preview_of(page)


def test_a_region_without_a_figure_can_be_written_and_says_so(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    place = page.choices.region.findText("Kabupaten Klungkung")
    page.choices.region.setCurrentIndex(place)
    page.choices.region.activated.emit(place)
    says(qtbot, page.choices, "Belum ada angka cakupan Kabupaten Klungkung")
    assert "belum tersedia pada saat Surat Edaran ini disusun" in preview_of(page)
    assert page.choices.request.region == "51.05"
    assert page.write_button.isEnabled()


def test_a_deadline_stands_in_the_letter_only_when_it_is_set(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    assert page.choices.request.deadline is None
    page.choices.has_deadline.setChecked(True)
    page.choices.deadline.setDate(QDate(2027, 5, 31))
    assert page.choices.request.deadline == date(2027, 5, 31)
    qtbot.waitUntil(lambda: "paling lambat tanggal 31 Mei 2027" in preview_of(page))


def test_the_month_and_base_that_were_picked_are_asked_for(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    assert (page.choices.request.period, page.choices.request.base) == (None, None)
    period = page.choices.period.itemData(page.choices.period.count() - 1)
    page.choices.period.setCurrentIndex(page.choices.period.count() - 1)
    page.choices.period.activated.emit(page.choices.period.currentIndex())
    qtbot.waitUntil(lambda: page.plan is not None and page.plan.period == period)
    assert page.choices.period.currentData() == period


def test_a_written_letter_is_listed_with_its_figures(
    filled_desk: Desk, shown: Shown, opened: Iterator[list[str]], qtbot: QtBot
) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    with qtbot.waitSignal(filled_desk.offered) as offered:
        press(page, "Buat surat Word")
    name, _, acts = offered.args
    qtbot.waitUntil(lambda: len(page.list.table.values.rows) == 1)
    assert page.stack.currentIndex() == LIST
    [letter] = page.list.table.values.rows
    assert letter.path.name == name
    assert "130.300" in "\n".join(paragraph.text for paragraph in Document(str(letter.path)).paragraphs)
    says(qtbot, page.list, "Per 30 September 2025: 130.300 peserta aktif dari 198.628 pekerja, 65,60\u00a0%")
    paths = next(opened)
    for _, act in acts:
        act()
    press(page, "Buka di Word")
    assert [Path(path) for path in paths] == [letter.path, letter.path.parent, letter.path]


def test_a_file_that_is_gone_is_said_to_be_gone(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    page.write()
    qtbot.waitUntil(lambda: len(page.list.table.values.rows) == 1)
    [letter] = page.list.table.values.rows
    letter.path.unlink()
    page.refresh()
    qtbot.waitUntil(lambda: not page.list.open_button.isEnabled())
    says(qtbot, page.list, "tidak ada lagi di folder")


@pytest.fixture
def locked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first file to be put in place is open in Word."""
    replace, times = os.replace, [1]

    def refuse(source: Any, target: Any) -> None:
        if str(target).endswith(".docx") and times:
            times.pop()
            raise PermissionError(target)
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)


def answering(monkeypatch: pytest.MonkeyPatch, button: str) -> list[str]:
    """Answer the next dialog by its button; the texts that it showed."""
    seen: list[str] = []

    def answer(message: Message) -> int:
        seen.append(words(message))
        press_hidden(message, button)
        return 1

    monkeypatch.setattr(Message, "exec", answer)
    return seen


def press_hidden(widget: QWidget, text: str) -> None:
    next(button for button in widget.findChildren(QPushButton) if button.text() == text).click()


@pytest.mark.usefixtures("locked_once")
def test_a_file_open_in_word_can_be_tried_again(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answering(monkeypatch, "Coba lagi")
    page = shown(filled_desk)
    begin(page, qtbot)
    with qtbot.waitSignal(filled_desk.offered):
        page.write()
    [text] = seen
    assert "Berkas sedang dibuka di Word" in text
    assert "Berkas lama tidak berubah." in text
    assert "Langkah: tutup berkas itu di Word, lalu tekan Coba lagi." in text
    assert len(list_letters(filled_desk.workspace)) == 1


@pytest.mark.usefixtures("locked_once")
def test_a_file_open_in_word_can_be_written_under_another_name(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answering(monkeypatch, "Simpan dengan nama lain")
    other = tmp_path / "Edaran baru.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other.with_suffix("")), ""))
    page = shown(filled_desk)
    begin(page, qtbot)
    with qtbot.waitSignal(filled_desk.offered):
        page.write()
    assert other.is_file()


@pytest.mark.usefixtures("locked_once")
def test_a_file_open_in_word_can_be_left(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answering(monkeypatch, "Batal")
    page = shown(filled_desk)
    begin(page, qtbot)
    page.write()
    qtbot.waitUntil(lambda: bool(seen))
    assert page.stack.currentIndex() == NEW
    assert page.write_button.isEnabled()
    assert list_letters(filled_desk.workspace) == []


def test_escape_leaves_the_form_and_writes_nothing(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.choices.quota.setFocus()
    QTest.keyClick(page.choices.quota, Qt.Key.Key_Escape)
    assert page.stack.currentIndex() == NONE_YET
    assert list_letters(filled_desk.workspace) == []


def test_a_new_letter_begins_with_the_usual_amounts(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    page.choices.quota.setValue(7)
    page.leave()
    begin(page, qtbot)
    assert page.choices.request.quota == LetterRequest().quota


def test_the_paper_turns_its_pages_and_zooms(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    paper = page.paper
    pages = paper.count
    assert pages >= 3
    paper.show_page(pages)
    says(qtbot, paper, f"Halaman {pages} dari {pages}")
    before = paper.zoom
    next(button for button in paper.findChildren(QPushButton) if button.accessibleName() == "Perbesar").click()
    assert paper.zoom > before
    press(paper, "Pas halaman")
    assert paper.zoom == pytest.approx(before)


@pytest.mark.parametrize(
    ("figures", "first"),
    [
        ({}, NO_FIGURES),
        (
            {"cakupan": 0.5868, "bulan": "2025-03-31", "peserta": None, "penyebut": 245_911, "nama_penyebut": "UCJ"},
            "Per 31 Maret 2025: 58,68\u00a0%, dilaporkan tanpa pembilang",
        ),
    ],
)
def test_frozen_figures_in_words(figures: dict[str, object], first: str) -> None:
    assert figure_words(figures)[0] == first


def test_frozen_figures_name_base_target_and_source() -> None:
    figures = {
        "cakupan": 0.5, "bulan": "2025-03-31", "peserta": 50, "penyebut": 100, "nama_penyebut": "UCJ 2025",
        "target": 0.6728, "tahun_target": 2025, "dokumen_target": "Surat 1", "sumber": "Rekap.xlsx",
    }  # fmt: skip
    assert figure_words(figures)[1] == "Penyebut UCJ 2025 · Target 2025 67,28\u00a0% (Surat 1) · Sumber: Rekap.xlsx"


def test_a_heading_in_capitals_is_shown_as_a_sentence() -> None:
    heading = "PELINDUNGAN PEKERJA RENTAN DI KABUPATEN\u00a0GIANYAR"
    assert sentence(heading, "Kabupaten Gianyar") == "Pelindungan pekerja rentan di Kabupaten Gianyar"
    assert sentence("Sudah kalimat", "Kota Denpasar") == "Sudah kalimat"


def test_only_whole_words_of_data_are_tinted() -> None:
    paragraph = Paragraph(Shape.POINT, "100 orang dari 2.100 dan 100.000", data=("100",), check=("dari",))
    assert tinted(paragraph) == [
        ("100", LIGHT.acc_soft), (" orang ", ""), ("dari", LIGHT.warn_soft), (" 2.100 dan 100.000", ""),
    ]  # fmt: skip
