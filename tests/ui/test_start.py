"""The first window: what it asks for, what it makes of it, and that it never leaves a job behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import AppError
from desktop_app.domain.sheets import Tick
from desktop_app.operations.backups import back_up_now
from desktop_app.operations.begin_workspace import DEMO_FOLDER
from desktop_app.operations.demo import SAMPLE_OFFICE
from desktop_app.operations.offices import office_of, save_office
from desktop_app.operations.workspace import Workspace, is_workspace, open_workspace
from desktop_app.ui import start
from desktop_app.ui.look import Look
from desktop_app.ui.messages import Message
from desktop_app.ui.start import StartWindow

LONG = 20_000


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "Dokumen"
    folder.mkdir()
    return folder


@pytest.fixture
def window(look: Look, documents: Path, qtbot: QtBot) -> Iterator[StartWindow]:
    made = StartWindow(look, documents)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()


def fill_in(window: StartWindow, region: str = "51.03") -> None:
    window.form.region.choose(region)
    window.form.agency.setText("Dinas Contoh")
    window.form.signatory.setText("Ni Made Contoh, S.Sos.")


def test_the_button_says_what_is_missing_until_all_is_filled(window: StartWindow) -> None:
    assert not window.begin.isEnabled()
    assert window.begin.toolTip() == "Pilih provinsi dan kabupaten/kota."

    window.form.region.choose("51.02")
    assert window.begin.toolTip() == "Isi nama dinas."
    window.form.agency.setText("Dinas Contoh")
    assert window.begin.toolTip() == "Isi nama penanda tangan."
    window.form.signatory.setText("Ni Made Contoh")

    assert window.begin.isEnabled()
    assert window.begin.toolTip() == ""


def test_a_known_dinas_is_proposed_and_never_replaces_what_was_written(window: StartWindow) -> None:
    window.form.region.choose("51.03")
    assert window.form.agency.text() == "Dinas Perindustrian dan Tenaga Kerja"
    window.form.region.choose("51.06")
    assert window.form.agency.text() == "Dinas Koperasi, UKM dan Tenaga Kerja"

    window.form.agency.setText("Dinas Contoh")
    window.form.region.choose("51.03")

    assert window.form.agency.text() == "Dinas Contoh"


def test_the_letterhead_follows_the_one_who_signs(window: StartWindow) -> None:
    fill_in(window)
    letterhead = window.form._letterhead
    assert (letterhead.lines.upper, letterhead.lines.lower) == ("PEMERINTAH KABUPATEN BADUNG", "DINAS CONTOH")

    window.form.post.setCurrentIndex(window.form.post.findText("Bupati Badung"))

    assert (letterhead.lines.upper, letterhead.lines.lower) == ("BUPATI BADUNG", "PROVINSI BALI")
    assert window.form._signs_hint.text() == "Kepala daerah menandatangani tanpa NIP dan pangkat."
    assert window.form._signs_hint.isVisible()
    office = window.form.office()
    assert (office.head.title, office.head.name) == ("Bupati Badung", "Ni Made Contoh, S.Sos.")
    assert (office.chief.title, office.chief.name) == ("Kepala Dinas", "")


def test_a_city_is_led_by_a_wali_kota_and_a_province_by_a_gubernur(window: StartWindow) -> None:
    fill_in(window, "51.71")
    assert window.form.office().head.title == "Wali Kota Denpasar"

    window.form.region.choose("51")

    assert window.form.office().head.title == "Gubernur Bali"
    assert window.form.office().seat == "Denpasar"
    assert window.form._letterhead.lines.upper == "PEMERINTAH PROVINSI BALI"


def test_a_workspace_is_made_and_handed_on(window: StartWindow, documents: Path, qtbot: QtBot) -> None:
    fill_in(window)

    with qtbot.waitSignal(window.workspace_opened, timeout=LONG) as opened:
        window.begin.click()
        assert window._doing.progress.isVisible()
        assert not window.form.isEnabled()

    [made] = opened.args
    office = office_of(made)
    assert made.folder == documents / "Cakupan Badung"
    assert office is not None
    assert (office.region, office.agency, office.seat) == ("51.03", "Dinas Contoh", "Mangupura")
    assert office.chief.name == "Ni Made Contoh, S.Sos."
    made.close()


def test_a_second_workspace_of_the_same_name_gets_a_number(window: StartWindow, documents: Path) -> None:
    open_workspace(documents / "Cakupan Badung").close()

    window.form.region.choose("51.03")

    assert window.form.folder == documents / "Cakupan Badung 2"
    assert "sudah ada" in window.form._taken.text()


def test_stopping_leaves_no_workspace_and_gives_the_buttons_back(
    window: StartWindow, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "open_demo", until_stopped)

    window.try_demo()
    assert not window.demo.button.isVisible()
    window.demo.doing.progress.stopped.emit()

    qtbot.waitUntil(window.demo.button.isVisible)
    assert window.form.isEnabled()
    assert list(documents.iterdir()) == []


def test_closing_stops_what_runs_and_waits_for_it(
    window: StartWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "open_demo", until_stopped)
    window.try_demo()

    window.close()

    assert window._pool.activeThreadCount() == 0


def test_a_workspace_opened_too_late_is_closed_again(
    window: StartWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, workspace: Workspace
) -> None:
    closed = []
    monkeypatch.setattr(Workspace, "close", lambda self: closed.append(self.folder))
    monkeypatch.setattr(start, "open_demo", lambda folder, tick: workspace)
    window.try_demo()

    with qtbot.assertNotEmitted(window.workspace_opened):
        window.close()

    assert closed == [workspace.folder]


def test_the_sample_data_open_in_their_own_folder(
    window: StartWindow, documents: Path, qtbot: QtBot, filled_folder: Path
) -> None:
    copied = documents / DEMO_FOLDER
    copied.mkdir()
    (copied / "cakupan.db").write_bytes((filled_folder / "cakupan.db").read_bytes())

    with qtbot.waitSignal(window.workspace_opened, timeout=LONG) as opened:
        window.demo.button.click()

    [made] = opened.args
    assert made.folder == copied
    assert office_of(made) == SAMPLE_OFFICE
    made.close()


def test_an_existing_workspace_opens(
    window: StartWindow, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_workspace(documents / "Lama").close()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(documents / "Lama"))

    with qtbot.waitSignal(window.workspace_opened, timeout=LONG) as opened:
        window.others.open.click()

    [made] = opened.args
    assert made.folder == documents / "Lama"
    made.close()


def test_a_folder_without_data_is_named_as_such(
    window: StartWindow, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(documents))
    monkeypatch.setattr(Message, "exec", lambda self: said.append("ditolak"))

    window.others.open.click()

    assert said == ["ditolak"]
    assert not is_workspace(documents)


def test_a_backup_becomes_a_workspace_after_asking(
    window: StartWindow, documents: Path, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_office(workspace, SAMPLE_OFFICE)
    carried = back_up_now(workspace).path.rename(documents / "dibawa.db")
    workspace.close()
    questions: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(carried), ""))

    def agree(look: Look, parent: QWidget, title: str, text: str, act: str) -> bool:
        questions.append(text)
        return True

    monkeypatch.setattr(start, "ask", agree)

    with qtbot.waitSignal(window.workspace_opened, timeout=LONG) as opened:
        window.others.restore.click()

    [made] = opened.args
    assert "Cakupan Dipulihkan" in questions[0]
    assert made.folder == documents / "Cakupan Dipulihkan"
    assert office_of(made) == SAMPLE_OFFICE
    made.close()


def test_a_damaged_backup_is_refused_in_words(
    window: StartWindow, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = documents / "rusak.db"
    bad.write_bytes(b"bukan basis data" * 100)
    shown: list[Exception] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(bad), ""))
    monkeypatch.setattr(start, "ask", lambda *_: True)
    monkeypatch.setattr(start, "show_error", lambda look, parent, error: shown.append(error))

    window.others.restore.click()

    qtbot.waitUntil(lambda: bool(shown), timeout=LONG)
    assert isinstance(shown[0], AppError)
    assert "rusak.db" in str(shown[0])
    qtbot.waitUntil(window.others.restore.isEnabled)


def test_at_150_percent_there_is_one_column_and_nothing_is_wider_than_the_window(
    window: StartWindow, qtbot: QtBot
) -> None:
    assert not below(window.demo, window.form, window)

    window.resize(910, 455)

    qtbot.waitUntil(lambda: below(window.demo, window.form, window))
    assert all(right(part, window) <= 910 for part in (window.form, window.demo, window.others, window.begin))


def until_stopped(folder: Path, tick: Tick) -> Workspace:
    while True:
        tick(0, 2)


def below(lower: QWidget, upper: QWidget, window: QWidget) -> bool:
    return lower.mapTo(window, lower.rect().topLeft()).y() >= upper.mapTo(window, upper.rect().bottomLeft()).y()


def right(part: QWidget, window: QWidget) -> int:
    return part.mapTo(window, part.rect().topRight()).x()
