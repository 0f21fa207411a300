"""Number books in the window: a live example, problems said below the field, kinds in one book each."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.domain.letterbook import example
from desktop_app.operations.letters.books import book_named, list_books
from desktop_app.ui.book_editor import BookEditor
from desktop_app.ui.desk import Desk
from tests.ui.number_values import fill_book

LONG = 10_000


@pytest.fixture
def window() -> QWidget:
    """Kept by the fixture: a dialog does not keep what it stands on."""
    return QWidget()


@pytest.fixture
def editor(desk: Desk, window: QWidget, qtbot: QtBot) -> BookEditor:
    made = BookEditor(desk, window)

    def finish(_: QWidget) -> None:
        if isValid(made) and made.isVisible():
            made.reject()
        qtbot.waitUntil(lambda: not desk._jobs, timeout=LONG)

    qtbot.addWidget(window, before_close_func=finish)
    made.begin()
    settle(made, qtbot)
    return made


def settle(editor: BookEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not editor.desk._jobs, timeout=LONG)


def press(editor: BookEditor, words: str) -> None:
    [button] = [one for one in editor.findChildren(QPushButton) if one.text() == words]
    button.click()


def test_nothing_is_kept_until_something_is_changed(editor: BookEditor) -> None:
    assert [editor.books.itemText(place) for place in range(2)] == ["Buku nomor dinas", "Buku nomor Setda"]
    assert (editor.save.isEnabled(), editor.save.toolTip()) == (False, "Belum ada yang diubah.")
    assert editor.form.code.edit.placeholderText() == "Kosong: DISNAKER"


def test_words_are_inserted_and_the_example_follows(editor: BookEditor, qtbot: QtBot) -> None:
    editor.form.pattern.edit.setText("500.15.14//")
    editor.form.pattern.edit.setCursorPosition(10)
    press(editor, "{nomor:3}")
    editor.form.pattern.edit.end(False)
    press(editor, "{bulan_romawi}")
    assert editor.form.pattern.text == "500.15.14/{nomor:3}/{bulan_romawi}"
    today = date.today()
    book = replace(list_books(editor.desk.workspace)[0], pattern=editor.form.pattern.text)
    assert editor.form.example.text() == example(book, today)
    assert editor.form.remark.text().startswith("Pola ini tanpa {tahun}")
    editor.submit()
    settle(editor, qtbot)
    assert book_named(editor.desk.workspace, "dinas").pattern == "500.15.14/{nomor:3}/{bulan_romawi}"


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("500.15.14/{tahun}", "Pola harus memuat {nomor}"),
        ("{nomor}/{bidang}", "{bidang} tidak dikenal"),
        ("", "Pola nomor belum diisi"),
    ],
)
def test_a_pattern_with_a_problem_is_not_kept(editor: BookEditor, pattern: str, why: str) -> None:
    editor.form.pattern.edit.setText(pattern)
    assert editor.save.toolTip().startswith(why)
    assert editor.form.pattern._problem.text().startswith(why)
    assert editor.form.example.text() == "–"


def test_a_kind_leaves_the_book_that_had_it(editor: BookEditor, qtbot: QtBot) -> None:
    box = editor.form.kinds["se-bupati"]
    assert (box.isChecked(), box.toolTip()) == (False, "Sekarang bernomor dari Buku nomor Setda.")
    box.setChecked(True)
    editor.submit()
    settle(editor, qtbot)
    dinas, setda = list_books(editor.desk.workspace)
    assert "se-bupati" in dinas.kinds
    assert "se-bupati" not in setda.kinds
    assert "instruksi" in setda.kinds


def test_turning_a_kind_on_and_off_changes_nothing(editor: BookEditor) -> None:
    box = editor.form.kinds["nota-dinas"]
    box.setChecked(False)
    assert editor.save.isEnabled()
    box.setChecked(True)
    assert not editor.save.isEnabled()


def test_a_book_is_added_and_what_was_filled_in_elsewhere_stays(editor: BookEditor, qtbot: QtBot) -> None:
    editor.form.code.edit.setText("HI")
    press(editor, "Tambah buku")
    assert editor.save.toolTip() == "Nama buku nomor belum diisi."
    editor.form.name.edit.setText("Buku nomor dinas")
    assert editor.save.toolTip() == "Nama ini sudah dipakai buku lain."
    editor.form.name.edit.setText("Agenda UPT")
    editor.form.first.edit.setText("nol")
    assert editor.save.toolTip().startswith("Nomor pertama harus antara 1")
    editor.form.first.edit.setText("101")
    editor.submit()
    settle(editor, qtbot)
    known = {book.key: book for book in list_books(editor.desk.workspace)}
    assert (known["agenda-upt"].name, known["agenda-upt"].first, known["dinas"].code) == ("Agenda UPT", 101, "HI")


def test_a_book_with_numbers_is_not_removed(editor: BookEditor, qtbot: QtBot) -> None:
    fill_book(editor.desk.workspace)
    press(editor, "Hapus")
    editor.submit()
    settle(editor, qtbot)
    assert editor.note.words.startswith("Buku nomor dinas sudah memuat 7 nomor.")
    assert len(list_books(editor.desk.workspace)) == 2


def test_an_empty_book_is_removed(editor: BookEditor, qtbot: QtBot) -> None:
    editor.books.setCurrentIndex(1)
    press(editor, "Hapus")
    assert not editor.remove.isEnabled()
    editor.submit()
    settle(editor, qtbot)
    assert [book.key for book in list_books(editor.desk.workspace)] == ["dinas"]
