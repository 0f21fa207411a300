"""Qt's own menus speak Indonesian; words that are not known stay."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.qt_words import QtWords


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[None]:
    words = QtWords(qapp)
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)
    words.deleteLater()


def test_the_menu_of_a_field_is_indonesian(speaking: None, qtbot: QtBot) -> None:
    field = QLineEdit("isi")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    assert words == ["Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"]


def test_what_is_not_known_stays(speaking: None) -> None:
    assert QCoreApplication.translate("QFileDialog", "Something else") == "Something else"
    assert QCoreApplication.translate("Lain", "&Open") == "&Open"
