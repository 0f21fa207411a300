"""Blank sheets from the window: every kind has its words, and lands in the workspace."""

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import NoOffice
from desktop_app.domain.templates import TemplateKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.template_button import WORDS, TemplateButton


def test_every_kind_can_be_chosen() -> None:
    assert set(WORDS) == set(TemplateKind)


@pytest.mark.parametrize("kind", [TemplateKind.RENTAN, TemplateKind.REKAP_DESA])
def test_a_blank_sheet_for_the_region_of_the_office(filled_desk: Desk, qtbot: QtBot, kind: TemplateKind) -> None:
    button = TemplateButton(filled_desk)
    qtbot.addWidget(button)
    chosen = next(action for action in button.menu().actions() if action.text() == WORDS[kind])
    with qtbot.waitSignal(filled_desk.offered, timeout=10_000):
        chosen.trigger()
    [written] = filled_desk.workspace.templates.glob("*.xlsx")
    assert "Kabupaten Gianyar" in written.name
    assert "Petunjuk" in load_workbook(written).sheetnames


def test_without_an_office_it_is_said(desk: Desk, qtbot: QtBot) -> None:
    button = TemplateButton(desk)
    qtbot.addWidget(button)
    with qtbot.waitSignal(desk.failed, timeout=10_000) as failed:
        button.write(TemplateKind.RENTAN)
    assert isinstance(failed.args[0], NoOffice)
