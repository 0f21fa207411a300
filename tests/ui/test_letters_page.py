"""The page Surat: choosing, seeing the letter while choosing, writing it, and what is done with it afterwards."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import Cancelled
from desktop_app.domain.letters import LetterKind, LetterState, LetterStyle, PointText, Split
from desktop_app.operations.letters.letter_steps import mark
from desktop_app.operations.letters.numbering import give_number
from desktop_app.operations.letters.overview import Written, letters_overview
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.offices import list_letters
from desktop_app.operations.workspace import now
from desktop_app.ui.desk import Desk
from desktop_app.ui.number_dialogs import NumberDialog
from desktop_app.ui.pages.letters import AGENDA, LIST, NEW, NO_OFFICE, NONE_YET, TEMPLATES, LettersPage

Shown = Callable[[Desk], LettersPage]
LONG = 30_000


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def show(desk: Desk) -> LettersPage:
        page = LettersPage(desk)
        desk.data_changed.connect(page.refresh)
        qtbot.addWidget(page)
        page.resize(1158, 688)
        page.show()
        page.refresh()
        return page

    return show


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would be opened in Word or in the file manager."""
    paths: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: paths.append(QUrl(url).toLocalFile()))
    return paths


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def begin(page: LettersPage, qtbot: QtBot, request: LetterRequest | None = None) -> None:
    page.begin(request)
    qtbot.waitUntil(page.writing.write_button.isEnabled, timeout=LONG)


def preview(page: LettersPage) -> str:
    return " ".join(page.writing.paper.text().split())


def seen(page: LettersPage, qtbot: QtBot, *parts: str) -> None:
    """Wait until the pages hold each of the texts."""
    for part in parts:
        qtbot.waitUntil(partial(lambda wanted: wanted in preview(page), part), timeout=LONG)


def listed(page: LettersPage) -> list[Written]:
    return list(page.list.table.values.rows)


def one_letter(desk: Desk) -> int:
    return make_letters(desk.workspace, LetterRequest(year=2026)).ids[0]


def test_without_an_office_the_page_leads_to_the_settings(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(desk)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == NO_OFFICE)
    assert not page.new_button.isVisible()


def test_without_letters_the_page_says_what_to_do_first(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == NONE_YET)
    assert "Belum ada surat" in words(page)


def test_the_form_shows_figures_bases_points_and_the_pages(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    seen(page, qtbot, "SURAT EDARAN", "65,60%", "130.300")
    figures = page.writing.form.figures
    qtbot.waitUntil(lambda: "130.300 peserta aktif dari 198.628 pekerja" in words(figures))
    qtbot.waitUntil(lambda: "Rp20.160.000" in words(figures))
    assert len(page.writing.form.bases.taken) > 5
    assert page.writing.form.points.points[0].used


def test_another_kind_and_style_change_the_pages(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot, LetterRequest(year=2026, style=LetterStyle.TERSTRUKTUR))
    seen(page, qtbot, "Latar Belakang")
    form = page.writing.form
    form.kind.setCurrentIndex(form.kind.findData(LetterKind.SE_SEKDA))
    form.kind.activated.emit(form.kind.currentIndex())
    seen(page, qtbot, "SEKRETARIAT DAERAH")


def test_a_legal_basis_taken_out_leaves_the_letter(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    seen(page, qtbot, "Undang-Undang Nomor 40 Tahun 2004")
    key = page.writing.form.bases.taken[0]
    page.writing.form.bases.boxes[key].click()
    qtbot.waitUntil(lambda: "Undang-Undang Nomor 40 Tahun 2004" not in preview(page), timeout=LONG)


def test_a_point_can_be_moved_taken_out_and_put_back(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    points = page.writing.form.points
    usual = [point.key for point in points.points]
    points.list.setCurrentRow(0)
    QTest.keyClick(points.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [point.key for point in points.points][:2] == [usual[1], usual[0]]
    points.list.setCurrentRow(1)
    QTest.keyClick(points.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "65,60%" not in preview(page), timeout=LONG)
    qtbot.waitUntil(points.usual.isVisible)
    points.usual.click()
    seen(page, qtbot, "65,60%")
    assert [point.key for point in points.points] == usual


def test_a_point_of_the_clerks_own_stands_in_the_letter_with_its_figure(
    filled_desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    point = PointText(key="lain-1", title="Tambahan", text="Kuota {{ kuota }} orang dicatat oleh Perbekel.")
    page.writing.form.points.put(point)
    seen(page, qtbot, "Kuota 100 (seratus) orang dicatat oleh Perbekel.")


def test_an_answer_to_an_older_question_is_dropped(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    plan = page.writing.plan
    assert plan is not None
    page.writing.take_plan(-1, replace(plan, recipients=("Keliru",)))
    assert page.writing.plan is plan


def test_a_written_letter_is_listed_with_its_frozen_figures(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, opened: list[str]
) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    with qtbot.waitSignal(filled_desk.offered, timeout=LONG):
        page.writing.write_button.click()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == LIST and bool(listed(page)), timeout=LONG)
    [letter] = listed(page)
    assert letter.there
    assert letter.kind == "Surat Edaran Bupati"
    qtbot.waitUntil(lambda: "Peserta aktif: 130.300" in words(page.list.detail))
    page.list.open_button.click()
    assert [Path(path) for path in opened] == [letter.path]
    assert "SURAT EDARAN" in "\n".join(paragraph.text for paragraph in Document(str(letter.path)).paragraphs)


def test_many_letters_are_written_in_one_go(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot, LetterRequest(year=2026, split=Split.PER_KECAMATAN))
    assert page.writing.write_button.text() == "Buat 7 surat Word"
    with qtbot.waitSignal(filled_desk.offered, timeout=60_000) as offered:
        page.writing.write_button.click()
    assert offered.args[0] == "7 surat dibuat"
    qtbot.waitUntil(lambda: len(listed(page)) == 7, timeout=LONG)
    folder = listed(page)[0].path.parent
    assert len(list(folder.glob("*.docx"))) == 8
    assert len(list(folder.glob("*.xlsx"))) == 1


def test_a_job_that_was_stopped_leaves_nothing(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise Cancelled

    monkeypatch.setattr("desktop_app.ui.letter_writing.make_letters", stopped)
    page = shown(filled_desk)
    begin(page, qtbot)
    page.writing.write_button.click()
    qtbot.waitUntil(page.writing.write_button.isEnabled, timeout=LONG)
    assert page.stack.currentIndex() == NEW
    assert list_letters(filled_desk.workspace) == []


def test_a_letter_that_is_left_can_be_taken_up_again(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    page.writing.form.figures.quota.setValue(35)
    seen(page, qtbot, "35 (tiga puluh lima)")
    page.leave()
    qtbot.waitUntil(lambda: page.list.drafts.isVisible(), timeout=LONG)
    assert list_letters(filled_desk.workspace) == []
    assert "Draf belum ditulis" in words(page.list.drafts)
    [draft] = page._drafts
    begin(page, qtbot, draft.request)
    assert page.writing.form.figures.quota.value() == 35
    seen(page, qtbot, "35 (tiga puluh lima)")


def test_an_untouched_form_leaves_no_draft(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    page.leave()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == NONE_YET)
    assert not page.list.drafts.isVisibleTo(page.list)


def test_an_edited_template_with_a_slip_is_said_before_anything_is_written(
    filled_desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    folder = filled_desk.workspace.templates
    folder.mkdir(exist_ok=True)
    (folder / "se-bupati.docx").write_bytes(b"bukan Word")
    page = shown(filled_desk)
    page.begin()
    qtbot.waitUntil(page.writing.trouble.isVisible, timeout=LONG)
    assert "bukan dokumen Word" in page.writing.trouble.text()
    assert not page.writing.write_button.isEnabled()


def test_buttons_do_what_the_state_of_a_letter_allows(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    number = one_letter(filled_desk)
    page = shown(filled_desk)
    qtbot.waitUntil(lambda: bool(listed(page)), timeout=LONG)
    assert page.list.number_button.isEnabled()
    assert not page.list.mark_button.isEnabled()
    give_number(filled_desk.workspace, number, now().date())
    filled_desk.data_changed.emit()
    qtbot.waitUntil(lambda: listed(page)[0].record.state is LetterState.BERNOMOR, timeout=LONG)
    assert not page.list.number_button.isEnabled()
    acts = [action.text() for action in page.list.mark_button.opened_menu.actions()]
    assert acts == ["Ditandatangani", "Ubah tanggal surat"]
    mark(filled_desk.workspace, number, LetterState.DITANDATANGANI)
    filled_desk.data_changed.emit()
    qtbot.waitUntil(lambda: listed(page)[0].record.state is LetterState.DITANDATANGANI, timeout=LONG)
    assert [action.text() for action in page.list.mark_button.opened_menu.actions()] == ["Terkirim"]


def test_a_number_is_given_in_its_dialog(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    one_letter(filled_desk)
    page = shown(filled_desk)
    qtbot.waitUntil(lambda: bool(listed(page)), timeout=LONG)
    page.list.number_button.click()
    dialog = page.acts.dialog
    assert isinstance(dialog, NumberDialog)
    # The numbers of a head of region are given by the secretariat: the clerk types the one that came.
    qtbot.waitUntil(lambda: dialog.choice.ready, timeout=LONG)
    dialog.choice.number_edit.setText("15")
    qtbot.waitUntil(dialog.save.isEnabled, timeout=LONG)
    dialog.save.click()
    qtbot.waitUntil(lambda: listed(page)[0].record.number == 15, timeout=LONG)
    [letter] = listed(page)
    text = "\n".join(paragraph.text for paragraph in Document(str(letter.path)).paragraphs)
    assert letter.record.number_text in text


def test_a_file_that_is_gone_is_made_again_where_it_was(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    number = one_letter(filled_desk)
    [before] = letters_overview(filled_desk.workspace)
    data = before.path.read_bytes()
    before.path.unlink()
    page = shown(filled_desk)
    qtbot.waitUntil(lambda: bool(listed(page)), timeout=LONG)
    assert "tidak ada lagi" in words(page.list.detail)
    with qtbot.waitSignal(filled_desk.offered, timeout=LONG):
        page.list.detail.again.click()
    assert before.path.read_bytes() == data
    assert before.record.id == number


def test_a_pdf_is_made_beside_the_letter(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.operations.letters.pdf.installed_printers", lambda: ())
    one_letter(filled_desk)
    page = shown(filled_desk)
    qtbot.waitUntil(lambda: bool(listed(page)), timeout=LONG)
    with qtbot.waitSignal(filled_desk.offered, timeout=LONG) as offered:
        page.list.pdf_button.click()
    assert "Perkiraan tata letak" in offered.args[1]
    assert listed(page)[0].path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_a_draft_is_thrown_away_only_after_a_question(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(filled_desk)
    begin(page, qtbot)
    page.writing.draft_button.click()
    page.leave()
    qtbot.waitUntil(lambda: bool(page._drafts), timeout=LONG)
    monkeypatch.setattr("desktop_app.ui.letter_acts.ask", lambda *_, **__: False)
    page.acts.drop_draft(page._drafts[0])
    assert page._drafts
    monkeypatch.setattr("desktop_app.ui.letter_acts.ask", lambda *_, **__: True)
    page.acts.drop_draft(page._drafts[0])
    qtbot.waitUntil(lambda: not page._drafts, timeout=LONG)


def test_the_views_show_the_agenda_and_the_templates(filled_desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    one_letter(filled_desk)
    page = shown(filled_desk)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == LIST, timeout=LONG)
    page.show_view(AGENDA)
    qtbot.waitUntil(lambda: page.agenda.shown is not None, timeout=LONG)
    page.show_view(TEMPLATES)
    qtbot.waitUntil(lambda: len(page.templates.table.values.rows) == len(LetterKind), timeout=LONG)
    assert "0 dari 9 templat disunting kantor" in words(page.templates)


def test_editing_a_template_opens_the_offices_own_copy(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, opened: list[str]
) -> None:
    page = shown(filled_desk)
    page.show_view(TEMPLATES)
    qtbot.waitUntil(lambda: bool(page.templates.table.values.rows), timeout=LONG)
    page.templates.edit_button.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=LONG)
    own = filled_desk.workspace.templates / f"{LetterKind.SE_BUPATI}.docx"
    assert Path(opened[0]) == own
    qtbot.waitUntil(lambda: page.templates.table.values.rows[0].own, timeout=LONG)
    assert page.templates.restore_button.isEnabled()


def test_a_template_saved_in_word_is_checked_at_once(
    filled_desk: Desk, shown: Shown, qtbot: QtBot, opened: list[str]
) -> None:
    page = shown(filled_desk)
    page.show_view(TEMPLATES)
    qtbot.waitUntil(lambda: bool(page.templates.table.values.rows), timeout=LONG)
    page.templates.edit_button.click()
    qtbot.waitUntil(lambda: bool(opened) and page.templates.table.values.rows[0].own, timeout=LONG)

    Path(opened[0]).write_bytes(b"disimpan setengah jalan")

    qtbot.waitUntil(lambda: bool(page.templates.table.values.rows[0].refusing), timeout=LONG)
    assert any("bukan dokumen Word" in line for line in page.templates.troubles.values.rows)
