"""The code of an office's letters follows its name while it is typed, until one was written."""

from pytestqt.qtbot import QtBot

from desktop_app.domain.office import Office
from desktop_app.ui.look import Look
from desktop_app.ui.pages.office_editor import OfficeEditor


def test_another_name_carries_its_code_along_unless_one_was_written(look: Look, qtbot: QtBot) -> None:
    editor = OfficeEditor(look)
    qtbot.addWidget(editor)
    editor.show_office(Office(region="51.04", agency="Dinas Tenaga Kerja"))
    editor.agency.set_text("Dinas Tenaga Kerja dan Transmigrasi")
    assert editor.office().number_code == "DISNAKERTRANS"
    editor.number_code.set_text("NAKER")
    editor.agency.set_text("Dinas Perindustrian dan Tenaga Kerja")
    assert editor.office().number_code == "NAKER"
