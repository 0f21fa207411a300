"""Proposals for an office: they follow the name of the dinas and the region, and never stand against the clerk."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.office import Office
from desktop_app.domain.regions import Level, Region
from desktop_app.ui.agencies import agency_code, town_of
from desktop_app.ui.look import Look
from desktop_app.ui.pages.office_editor import OfficeEditor


@pytest.mark.parametrize(
    ("agency", "code"),
    [
        ("Dinas Tenaga Kerja", "DISNAKER"),
        ("Dinas Perindustrian dan Tenaga Kerja", "DISPERINAKER"),
        ("Dinas Tenaga Kerja dan Perindustrian", "DISNAKERPERIN"),
        ("Dinas Tenaga Kerja dan Transmigrasi", "DISNAKERTRANS"),
        ("Dinas Ketenagakerjaan dan ESDM", "DISNAKERESDM"),
        ("DINAS KOPERASI, UKM DAN TENAGA KERJA", "DISKOPUKMNAKER"),
        ("Badan Lain", "DISNAKER"),
        ("", "DISNAKER"),
    ],
)
def test_the_code_is_made_of_the_parts_of_the_name(agency: str, code: str) -> None:
    assert agency_code(agency) == code


def test_the_town_is_the_capital_where_it_is_called_otherwise() -> None:
    assert town_of(Region("51.03", "Kabupaten Badung", Level.KABUPATEN)) == "Mangupura"
    assert town_of(Region("51.04", "Kabupaten Gianyar", Level.KABUPATEN)) == "Gianyar"
    assert town_of(Region("35", "Jawa Timur", Level.PROVINSI)) == ""
    assert town_of(None) == ""


def test_another_name_carries_its_code_along_unless_one_was_written(look: Look, qtbot: QtBot) -> None:
    editor = OfficeEditor(look)
    qtbot.addWidget(editor)
    editor.show_office(Office(region="51.04", agency="Dinas Tenaga Kerja"))
    editor.agency.set_text("Dinas Tenaga Kerja dan Transmigrasi")
    assert editor.office().number_code == "DISNAKERTRANS"
    editor.number_code.set_text("NAKER")
    editor.agency.set_text("Dinas Perindustrian dan Tenaga Kerja")
    assert editor.office().number_code == "NAKER"
