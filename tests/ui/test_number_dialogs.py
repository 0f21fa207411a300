"""Numbers given in the window: proposed, by hand, from reserved ones; what cannot be is said before it is tried."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.letterbook import Use
from desktop_app.domain.letters import LetterKind, LetterState
from desktop_app.operations.letters.agenda import agenda
from desktop_app.operations.letters.books import ready_books
from desktop_app.operations.letters.numbering import Numbered, on_paper
from desktop_app.ui.desk import Desk
from desktop_app.ui.letter_step_dialogs import MarkDialog, RedateDialog, void_letter
from desktop_app.ui.number_dialogs import NumberDialog, PaperDialog, ReserveDialog
from desktop_app.ui.step_dialog import StepDialog
from tests.ui.number_values import DAY, drafts, fill_book, records

LONG = 10_000


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1158, 632)
    return made


def settle(dialog: StepDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.desk._jobs, timeout=LONG)


def opened(dialog: StepDialog, qtbot: QtBot) -> None:
    dialog.begin()
    settle(dialog, qtbot)


def set_day(dialog: NumberDialog | PaperDialog, day: date, qtbot: QtBot) -> None:
    dialog.choice.day_input.setDate(QDate(day.year, day.month, day.day))
    settle(dialog, qtbot)


def number_dialog(desk: Desk, window: QWidget, ids: list[int], qtbot: QtBot) -> NumberDialog:
    """For these letters, of 12 March 2025."""
    dialog = NumberDialog(desk, window, records(desk.workspace, ids))
    opened(dialog, qtbot)
    set_day(dialog, DAY, qtbot)
    return dialog


def test_the_next_number_is_proposed_with_its_example(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    fill_book(desk.workspace)
    [one] = drafts(desk.workspace)
    dialog = number_dialog(desk, window, [one], qtbot)
    assert dialog.choice.number == 10
    assert dialog.choice.example.text() == "500.15.14/10/DISNAKER/2025"
    assert dialog.save.text() == "Beri nomor 10"
    with qtbot.waitSignal(dialog.stored, timeout=LONG) as done:
        dialog.submit()
    [result] = done.args or [None]
    assert isinstance(result, Numbered)
    assert [entry.number for entry in result.entries] == [10]
    assert records(desk.workspace, [one])[0].number_text == "500.15.14/10/DISNAKER/2025"
    settle(dialog, qtbot)


def test_many_letters_are_numbered_in_the_order_in_which_they_were_made(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    ids = drafts(desk.workspace, 3)
    dialog = number_dialog(desk, window, ids, qtbot)
    assert dialog.choice.example.text() == "500.15.14/1/DISNAKER/2025 sampai 500.15.14/3/DISNAKER/2025"
    assert dialog.save.text() == "Beri 3 nomor"
    dialog.submit()
    settle(dialog, qtbot)
    assert [row.entry.addressee for row in agenda(desk.workspace, "dinas", 2025)] == [
        "PT Contoh 1", "PT Contoh 2", "PT Contoh 3",
    ]  # fmt: skip


def test_reserved_numbers_and_gaps_can_be_taken(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    fill_book(desk.workspace)
    dialog = number_dialog(desk, window, drafts(desk.workspace), qtbot)
    choice = dialog.choice
    words = [choice.source.itemText(place) for place in range(choice.source.count())]
    assert words == ["Nomor berikutnya (10)", "Cadangan 7–9: SE pekerja rentan", "Celah 4–5", "Tulis sendiri"]
    choice.source.setCurrentIndex(1)
    assert (choice.number, choice.note.words) == (7, "Nomor 7 diambil dari cadangan untuk SE pekerja rentan.")
    choice.source.setCurrentIndex(2)
    assert (choice.number, choice.note.words) == (4, "")
    dialog.reject()
    settle(dialog, qtbot)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("6", "Nomor 6 sudah dipakai oleh surat di luar Cakupan “Surat tugas” kepada Camat Susut."),
        ("0", "Buku ini mulai dari nomor 1."),
        ("dua", "Tulis nomor dengan angka."),
        ("", "Tulis nomor dengan angka."),
    ],
)
def test_a_number_that_cannot_be_is_refused_at_once(
    desk: Desk, window: QWidget, qtbot: QtBot, text: str, why: str
) -> None:
    fill_book(desk.workspace)
    dialog = number_dialog(desk, window, drafts(desk.workspace), qtbot)
    dialog.choice.number_edit.setText(text)
    assert dialog.choice.note.words == why
    assert (dialog.save.isEnabled(), dialog.save.toolTip(), dialog.choice.example.text()) == (False, why, "–")
    dialog.choice.number_edit.setText("12")
    assert dialog.choice.note.words == "Nomor 10–11 akan tercatat sebagai celah."
    assert dialog.save.isEnabled()
    dialog.reject()
    settle(dialog, qtbot)


def test_another_year_has_its_own_next_number(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    fill_book(desk.workspace)
    dialog = number_dialog(desk, window, drafts(desk.workspace), qtbot)
    set_day(dialog, date(2024, 12, 30), qtbot)
    assert dialog.choice.example.text() == "500.15.14/1/DISNAKER/2024"
    dialog.reject()
    settle(dialog, qtbot)


def test_letters_of_two_books_get_the_next_number_of_each(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    own, above = drafts(desk.workspace), drafts(desk.workspace, 1, LetterKind.SE_BUPATI)
    dialog = number_dialog(desk, window, [*own, *above], qtbot)
    assert dialog.choice.book == ""
    assert not dialog.choice.number_edit.isVisibleTo(dialog)
    assert dialog.choice.example.text() == "Nomor berikutnya dari buku masing-masing"
    assert "diberikan Bagian Umum Setda" in dialog.choice.note.words
    dialog.submit()
    settle(dialog, qtbot)
    assert [one.number_text for one in records(desk.workspace, [*own, *above])] == [
        "500.15.14/1/SETDA/2025", "500.15.14/1/DISNAKER/2025",
    ]  # fmt: skip


def test_a_number_that_another_window_took_is_refused_in_the_dialog(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    dialog = number_dialog(desk, window, drafts(desk.workspace), qtbot)
    on_paper(desk.workspace, "dinas", DAY, 1, "Surat lain")
    dialog.submit()
    settle(dialog, qtbot)
    assert dialog.isVisible()
    assert dialog.note.words.startswith("Nomor 1 tahun 2025 pada Buku nomor dinas sudah dipakai")
    assert dialog.save.text() == "Beri nomor 1"
    dialog.reject()
    settle(dialog, qtbot)


def test_a_number_of_another_office_is_not_invented(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    [one] = drafts(desk.workspace, 1, LetterKind.INSTRUKSI)
    dialog = number_dialog(desk, window, [one], qtbot)
    said = "Tulis nomor yang diberikan Bagian Umum Setda."
    assert (dialog.choice.number, dialog.choice.note.words, dialog.save.toolTip()) == (None, said, said)
    dialog.choice.number_edit.setText("1091")
    assert (dialog.choice.note.words, dialog.choice.example.text()) == ("", "500.15.14/1091/SETDA/2025")
    dialog.submit()
    settle(dialog, qtbot)
    assert records(desk.workspace, [one])[0].number == 1091


def test_a_letter_on_paper_is_written_down(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    dialog = PaperDialog(desk, window, "dinas", 4)
    opened(dialog, qtbot)
    set_day(dialog, DAY, qtbot)
    assert dialog.save.toolTip() == "Isi hal surat itu."
    dialog.subject.edit.setText("Surat tugas")
    dialog.addressee.edit.setText("Camat Susut")
    dialog.submit()
    settle(dialog, qtbot)
    [row] = agenda(desk.workspace, "dinas", 2025)
    assert (row.entry.number, row.entry.use, row.entry.subject, row.entry.addressee) == (
        4, Use.KERTAS, "Surat tugas", "Camat Susut",
    )  # fmt: skip


def test_a_range_is_reserved(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    fill_book(desk.workspace)
    dialog = ReserveDialog(desk, window, ready_books(desk.workspace), "dinas", 2025)
    opened(dialog, qtbot)
    assert dialog.first.text == "10"
    for first, last, why in (
        ("10", "", "Isi nomor pertama dan terakhir dengan angka."),
        ("10", "9", "Nomor terakhir lebih kecil daripada nomor pertama."),
        ("6", "12", "Nomor 6 sudah terpakai atau dicadangkan."),
        ("10", "14", "Isi keperluannya."),
    ):
        dialog.first.edit.setText(first)
        dialog.last.edit.setText(last)
        assert dialog.state.text() == why
    dialog.reason.edit.setText("SE akhir tahun")
    assert (dialog.state.text(), dialog.save.text()) == ("5 nomor: 10–14.", "Cadangkan 5 nomor")
    dialog.submit()
    settle(dialog, qtbot)
    assert [row.entry.number for row in agenda(desk.workspace, "dinas", 2025)][-5:] == [10, 11, 12, 13, 14]


def test_letters_are_marked_with_day_and_note(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    ids = fill_book(desk.workspace)
    dialog = MarkDialog(desk, window, records(desk.workspace, ids[:1]), LetterState.DIJAWAB)
    opened(dialog, qtbot)
    assert dialog.save.text() == "Tandai dijawab"
    tomorrow = date.today() + timedelta(days=1)
    dialog.day.input.setDate(QDate(tomorrow.year, tomorrow.month, tomorrow.day))
    assert dialog.save.toolTip() == "Tanggal itu belum tiba."
    dialog.day.input.setDate(QDate(2025, 3, 20))
    dialog.remark.edit.setText("surat jawaban nomor 3")
    dialog.submit()
    settle(dialog, qtbot)
    assert records(desk.workspace, ids[:1])[0].state is LetterState.DIJAWAB


def test_only_what_all_letters_can_come_to_is_offered(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    ids = fill_book(desk.workspace)
    dialog = MarkDialog(desk, window, records(desk.workspace, ids[:2]))
    opened(dialog, qtbot)
    assert dialog.save.toolTip() == "Surat yang dipilih tidak dapat ditandai bersama."
    dialog.reject()
    settle(dialog, qtbot)


def test_a_letter_is_void_only_with_a_reason(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    ids = fill_book(desk.workspace)
    dialog = void_letter(desk, window, records(desk.workspace, ids[1:2])[0])
    assert dialog.save.toolTip() == "Isi alasan pembatalan."
    dialog.reason.edit.setText("Salah alamat")
    dialog.submit()
    settle(dialog, qtbot)
    [letter] = records(desk.workspace, ids[1:2])
    assert (letter.state, letter.reason, letter.number) == (LetterState.BATAL, "Salah alamat", 2)


def test_the_date_of_a_letter_stays_in_its_year(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    ids = fill_book(desk.workspace)
    dialog = RedateDialog(desk, window, records(desk.workspace, ids[1:2])[0])
    opened(dialog, qtbot)
    assert dialog.save.toolTip() == "Tanggalnya masih sama."
    dialog.day.input.setDate(QDate(2024, 3, 20))
    assert dialog.save.toolTip().startswith("Nomor surat ini berasal dari tahun 2025")
    dialog.day.input.setDate(QDate(2025, 3, 20))
    dialog.submit()
    settle(dialog, qtbot)
    assert records(desk.workspace, ids[1:2])[0].letter_date == date(2025, 3, 20)


def test_another_book_proposes_its_own_number_again(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    dialog = number_dialog(desk, window, drafts(desk.workspace), qtbot)
    dialog.choice.number_edit.setText("77")
    set_day(dialog, date(2025, 4, 1), qtbot)
    assert dialog.choice.number == 77
    set_day(dialog, date(2024, 4, 1), qtbot)
    assert dialog.choice.number == 77
    for book, number in (("setda", None), ("dinas", 1)):
        dialog.choice.books.choose(book)
        settle(dialog, qtbot)
        assert dialog.choice.number == number
    dialog.reject()
    settle(dialog, qtbot)
