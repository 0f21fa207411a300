"""Pengaturan: what is filled in is kept, what is wrong is said, and a backup brings a state back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.letters import Paper
from desktop_app.domain.office import Office, Signatory
from desktop_app.operations.backups import back_up_now, backups_of
from desktop_app.operations.offices import office_of, save_office
from desktop_app.operations.settings import Settings, Theme
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look
from desktop_app.ui.pages import settings
from desktop_app.ui.pages.form_fields import nip_problem
from desktop_app.ui.pages.image_choice import NONE
from desktop_app.ui.pages.settings import SettingsPage

OFFICE = Office(
    region="51.04", agency="Dinas Tenaga Kerja", seat="Gianyar", address="Jalan Contoh Nomor 1",
    head=Signatory(title="Bupati Gianyar", name="I Made Contoh"),
    chief=Signatory(title="Kepala Dinas", name="Ni Luh Contoh", rank="Pembina", nip="000000000000000000"),
    sample=True,
)  # fmt: skip
SETTINGS = Settings(theme=Theme.TERANG, workspace="ruang kerja")
OFFICE_VIEW, LAYOUT_VIEW, PLACE_VIEW, EVENTS_VIEW, PROGRAM_VIEW = range(5)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    save_office(desk.workspace, OFFICE)
    made = SettingsPage(desk, SETTINGS)
    desk.data_changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1158, 712)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: made.editor.agency.text == OFFICE.agency)
    qtbot.waitUntil(lambda: bool(made.events.table.values.rows))
    return made


def test_the_office_is_shown_as_it_is_kept(page: SettingsPage) -> None:
    assert page.editor.office() == OFFICE
    assert not page.unsaved
    assert not page.save.isEnabled()
    assert page.save.toolTip() == "Belum ada yang diubah."


def test_a_change_is_visible_until_it_is_saved(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    page.editor.address.set_text("Jalan Contoh Nomor 2")
    assert page.unsaved
    assert page.subtitle.text() == "Perubahan belum disimpan"

    with qtbot.waitSignal(desk.told):
        page.save.click()

    assert office_of(desk.workspace) == replace(OFFICE, address="Jalan Contoh Nomor 2")
    assert page.subtitle.text() == ""
    assert page.save.toolTip() == "Belum ada yang diubah."


def test_a_change_can_be_taken_back(page: SettingsPage) -> None:
    page.editor.agency.set_text("Dinas Lain")

    page.back.click()

    assert page.editor.office() == OFFICE
    assert not page.unsaved


def test_reading_again_keeps_what_is_not_saved_yet(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    page.editor.clerk.set_text("Ni Made Contoh")

    back_up_now(desk.workspace)
    page.refresh()

    qtbot.waitUntil(lambda: len(page.place.table.values.rows) == 1)
    assert page.editor.clerk.text == "Ni Made Contoh"
    assert page.unsaved


@pytest.mark.parametrize(
    ("nip", "said"),
    [
        ("", ""),
        ("000000000000000000", ""),
        ("00000000 000000 0 000", ""),
        ("0000", "NIP terdiri dari 18 angka; yang tertulis 4 angka."),
        ("00000000000000000A", "NIP hanya berisi angka, 18 angka tanpa tanda baca."),
        ("٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠", "NIP hanya berisi angka, 18 angka tanpa tanda baca."),
    ],
)
def test_a_nip_is_18_digits_or_nothing(nip: str, said: str) -> None:
    assert nip_problem(nip) == said


def test_a_wrong_nip_is_said_at_its_field_and_is_not_saved(page: SettingsPage) -> None:
    page.editor.chief.nip.set_text("1234")

    assert page.editor.chief.nip.edit.property("wrong") is True
    assert not page.save.isEnabled()
    assert page.save.toolTip() == "NIP terdiri dari 18 angka; yang tertulis 4 angka."

    page.editor.chief.nip.set_text("00000000 000000 0 000")
    assert page.editor.office().chief.nip == "000000000000000000"
    assert page.editor.problem == ""


def test_the_layout_of_letters_is_kept_with_the_office(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    page.show_view(LAYOUT_VIEW)
    layout = page.layout_editor
    layout.paper.setCurrentIndex(layout.paper.findData(Paper.F4))
    layout.left.setValue(2.5)
    layout.has_tte.setChecked(True)
    layout.copies.setPlainText("Gubernur Bali\n\n Arsip ")

    with qtbot.waitSignal(desk.told):
        page.save.click()

    kept = office_of(desk.workspace)
    assert kept is not None
    assert (kept.layout.paper, kept.layout.left, kept.layout.size) == (Paper.F4, 2.5, 12)
    assert kept.layout.tte.startswith("Dokumen ini telah ditandatangani secara elektronik")
    assert kept.copies == ("Gubernur Bali", "Arsip")
    assert kept.head == OFFICE.head


def test_an_emblem_is_copied_into_the_workspace_and_can_be_taken_out(
    page: SettingsPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "Lambang & Daerah.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n and more")

    page.layout_editor.emblem.chosen.emit(picture)
    qtbot.waitUntil(lambda: page.layout_editor.emblem.name.text() != NONE)

    name = page._filled_in().layout.emblem
    assert (desk.workspace.templates / name).read_bytes() == picture.read_bytes()
    page.layout_editor.emblem.drop.click()
    assert page._filled_in().layout.emblem == ""
    assert not page.unsaved


def test_what_is_no_image_is_refused_in_words(page: SettingsPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    text = tmp_path / "lambang.png"
    text.write_text("bukan gambar")

    with qtbot.waitSignal(desk.failed) as failed:
        page.layout_editor.garuda.chosen.emit(text)

    assert str(failed.args[0]) == "Gambar “lambang.png” tidak dapat dipakai: isinya bukan PNG atau JPEG."


def test_a_secretary_signs_on_behalf(page: SettingsPage) -> None:
    page.editor.secretary.mark.setCurrentText("Plh.")
    page.editor.secretary.title.set_text("Sekretaris Daerah")
    page.editor.secretary.behalf.set_text("Bupati Gianyar")

    assert page.editor.office().secretary == Signatory(mark="Plh.", title="Sekretaris Daerah", behalf="Bupati Gianyar")


def test_another_region_brings_its_head_and_town_along_but_not_over_other_words(page: SettingsPage) -> None:
    page.editor.head.title.set_text("Pj. Bupati Gianyar")

    page.editor.region.choose("51.71")

    assert page.editor.head.title.text == "Pj. Bupati Gianyar"
    assert page.editor.seat.text == "Denpasar"


def test_the_theme_is_told_with_the_other_settings_unchanged(page: SettingsPage, qtbot: QtBot) -> None:
    page.show_view(PROGRAM_VIEW)

    with qtbot.waitSignal(page.settings_changed) as changed:
        page.program.themes._buttons[2].click()

    assert changed.args == [replace(SETTINGS, theme=Theme.GELAP)]


def test_a_backup_is_made_and_listed(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    page.show_view(PLACE_VIEW)
    assert not page.place.restore.isEnabled()

    page.place.make.click()

    qtbot.waitUntil(lambda: len(page.place.table.values.rows) == 1)
    qtbot.waitUntil(page.place.make.isEnabled)
    assert len(backups_of(desk.workspace)) == 1


def test_restoring_asks_first_and_brings_the_state_back(
    page: SettingsPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up_now(desk.workspace)
    save_office(desk.workspace, replace(OFFICE, agency="Dinas Lain"))
    page.refresh()
    qtbot.waitUntil(lambda: page.editor.agency.text == "Dinas Lain")
    qtbot.waitUntil(lambda: len(page.place.table.values.rows) == 1)
    questions: list[str] = []

    def agree(look: Look, parent: QWidget, title: str, text: str, act: str, *, dangerous: bool) -> bool:
        questions.append(text)
        return True

    monkeypatch.setattr(settings, "ask", agree)
    page.show_view(PLACE_VIEW)
    page.place.table.selectRow(0)

    with qtbot.waitSignal(desk.told):
        page.place.restore.click()

    qtbot.waitUntil(lambda: page.editor.agency.text == OFFICE.agency)
    assert office_of(desk.workspace) == OFFICE
    assert "dicadangkan lebih dulu" in questions[0]
    assert len(backups_of(desk.workspace)) == 2


def test_a_refused_question_restores_nothing(
    page: SettingsPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up_now(desk.workspace)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.place.table.values.rows) == 1)
    monkeypatch.setattr(settings, "ask", lambda *_, dangerous: False)
    before = desk.workspace
    page.place.table.selectRow(0)

    page.place.restore.click()

    assert desk.workspace is before
    assert not desk.writing


def test_what_was_done_is_listed_and_can_be_filtered(page: SettingsPage) -> None:
    table = page.events.table.values
    assert [(event.what, event.detail) for event in table.rows] == [("data kantor", "Dinas Tenaga Kerja")]

    table.filter("surat")

    assert list(table.rows) == []


def test_another_workspace_can_be_wanted(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.workspace_wanted):
        page.place.other_wanted.emit()


def test_a_workspace_without_office_can_be_given_one(desk: Desk, qtbot: QtBot) -> None:
    page = SettingsPage(desk, SETTINGS)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(lambda: page._kept is not None)
    assert not page.unsaved

    page.editor.region.choose("51.03")
    assert page.save.toolTip() == "Isi nama dinas seperti pada kop surat."
    page.editor.agency.set_text("Dinas Contoh")
    with qtbot.waitSignal(desk.told):
        page.save.click()

    office = office_of(desk.workspace)
    assert office is not None
    assert (office.region, office.agency, office.head.title) == ("51.03", "Dinas Contoh", "Bupati Badung")


def test_nothing_is_wider_than_the_page_at_150_percent(page: SettingsPage) -> None:
    page.resize(854, 455)
    for place in (OFFICE_VIEW, PLACE_VIEW, EVENTS_VIEW, PROGRAM_VIEW):
        page.show_view(place)
        assert page.minimumSizeHint().width() <= 854
