"""After letters got numbers: a short message, or one that stays for files that do not bear them yet."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.operations.letters.number_files import NumberFiles, Unwritten
from desktop_app.operations.letters.remake import Renumbered
from desktop_app.operations.workspace import Workspace
from desktop_app.ui import number_told
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import Message
from desktop_app.ui.number_told import UnfinishedFiles, tell_numbered

LONG = 10_000
OPEN = Unwritten(letter_id=7, why="“surat.docx” tidak dapat ditulis.", hint="Tutup berkas itu di Word.")
EDITED = Renumbered(path=Path("surat.docx"), edited=Path("surat.docx"), words="Konsep “surat.docx” pernah disunting.")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def words(message: Message) -> str:
    return " ".join(part.text() for part in message.findChildren(QLabel))


def press(message: Message, name: str) -> None:
    [button] = [one for one in message.findChildren(QPushButton) if one.text() == name]
    button.click()


def test_all_is_well_with_the_files(desk: Desk, window: QWidget) -> None:
    told: list[tuple[str, str]] = []
    desk.told.connect(lambda message, detail, undo: told.append((message, detail)))
    tell_numbered(desk, window, "3 surat bernomor", "1 sampai 3", NumberFiles())
    assert told == [("3 surat bernomor", "1 sampai 3")]


def test_a_draft_that_was_edited_is_named(desk: Desk, window: QWidget) -> None:
    shown: list[Message] = []
    tell_numbered(desk, window, "Surat bernomor 5", "", NumberFiles(edited=(EDITED,)), shown.append)
    [message] = shown
    assert "1 konsep pernah disunting. Konsep “surat.docx” pernah disunting." in words(message)
    assert [one.text() for one in message.findChildren(QPushButton)] == ["Tutup"]


def test_a_file_that_was_open_is_tried_again(
    desk: Desk, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Message] = []
    tried: list[int] = []

    def write(workspace: Workspace, ids: list[int], tick: object) -> NumberFiles:
        tried.extend(ids)
        return NumberFiles()

    monkeypatch.setattr(number_told, "write_numbers", write)
    tell_numbered(desk, window, "Surat bernomor 5", "", NumberFiles(unwritten=(OPEN,)), shown.append)
    [message] = shown
    assert "1 berkas belum memuatnya. “surat.docx” tidak dapat ditulis. Tutup berkas itu di Word." in words(message)
    with qtbot.waitSignal(desk.told, timeout=LONG) as told:
        press(message, "Tulis ulang ke berkas")
    assert (told.args or [None])[0] == "Nomor ditulis ke berkas"
    assert tried == [7]


def test_a_file_that_is_left_alone_stays_as_it_is(
    desk: Desk, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Message] = []
    tell_numbered(desk, window, "Surat bernomor 5", "", NumberFiles(unwritten=(OPEN,)), shown.append)
    press(shown[0], "Tutup")
    assert not desk._jobs


def test_letters_whose_files_lack_their_number_are_offered(
    desk: Desk, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []

    def write(workspace: Workspace, ids: tuple[int, ...], tick: object) -> NumberFiles:
        tried.extend(ids)
        return NumberFiles()

    monkeypatch.setattr(number_told, "write_numbers", write)
    files = UnfinishedFiles(desk, window)
    qtbot.addWidget(files)
    files.show_letters(())
    assert files.isHidden()
    files.show_letters((4, 7))
    assert files.words.text() == "2 surat sudah bernomor, tetapi berkasnya belum memuat nomor itu."
    with qtbot.waitSignal(desk.told, timeout=LONG) as told:
        files.button.click()
    assert (told.args or [None])[0] == "2 berkas memuat nomornya"
    assert tried == [4, 7]
