"""The page Impor on real files, through the worker process; all people are invented."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.sheets import Problem, ProblemState
from desktop_app.ingest.regions.places import Places
from desktop_app.operations import import_sheet as operation
from desktop_app.operations.drafts import list_drafts
from desktop_app.operations.import_sheet import ImportRequest, import_sheet, list_imports
from desktop_app.operations.places import places_of
from desktop_app.operations.workspace import open_workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look
from desktop_app.ui.pages import import_drafts, import_list, import_work, imports
from desktop_app.ui.pages.import_flow import Step
from desktop_app.ui.pages.import_preview import PROBLEMS, SAMPLES
from desktop_app.ui.pages.imports import ImportPage
from desktop_app.ui.pages.problem_grid import ProblemGrid
from desktop_app.ui.pages.sheet_words import field_words

HEADER = ("NO", "NIK", "NAMA LENGKAP", "TANGGAL LAHIR", "JENIS KELAMIN", "KELURAHAN", "KECAMATAN", "KOTA/KAB")
PLACE = ("Suana", "Nusa Penida", "Kab. Klungkung")
WAYAN = (1, "5105014101909001", "Ni Wayan Contoh", "01-01-1990", "P", *PLACE)
MADE = (2, "5105010202919002", "I Made Rekaan", "02-02-1991", "L", *PLACE)
SHORT = (3, "51050102029190", "I Nyoman Kurang", "02-02-1991", "L", *PLACE)
LOST = (4, "5105010303929003", "I Ketut Tiruan", "03-03-1992", "L", "Selat", "", "")
WAIT = 30_000
"""Milliseconds that a worker process may take on a busy machine."""
KEYS = Qt.Key


def written(path: Path, *rows: Sequence[object], title: str = "DAFTAR PESERTA AKTIF PER 31 JANUARI 2026") -> Path:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in ((title,), (), HEADER, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ImportPage:
    made = ImportPage(desk)
    qtbot.addWidget(made, before_close_func=lambda _: desk.close())
    desk.data_changed.connect(made.refresh)
    made.resize(1158, 688)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def at_step(page: ImportPage, qtbot: QtBot) -> Callable[[Path], ImportPage]:
    """Takes a file as far as the first step that needs the clerk."""

    def check(path: Path) -> ImportPage:
        page.accept_file(str(path))
        settled(page, qtbot)
        return page

    return check


@pytest.fixture
def previewed(at_step: Callable[[Path], ImportPage], qtbot: QtBot) -> Callable[[Path], ImportPage]:
    """Takes a file as far as the preview."""

    def check(path: Path) -> ImportPage:
        page = at_step(path)
        while page.view is not page.preview:
            page.save.click()
            settled(page, qtbot)
        return page

    return check


def settled(page: ImportPage, qtbot: QtBot) -> None:
    """No job runs and a step, or a refusal, is in sight."""
    steps = (page.tables, page.columns, page.questions, page.preview, page.refused)
    qtbot.waitUntil(lambda: not page.busy and page.view in steps, timeout=WAIT)


@pytest.fixture(scope="session")
def places(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """All regions, read once for all tests."""
    workspace = open_workspace(shutil.copytree(empty_folder, tmp_path_factory.mktemp("wilayah") / "ruang kerja"))
    known = places_of(workspace)
    workspace.close()
    return known


@pytest.fixture
def at_once(desk: Desk, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same operations without a process of their own: for tests about what the page does with their answers."""
    monkeypatch.setattr(operation, "places_of", lambda workspace: places)
    monkeypatch.setattr(
        import_work, "in_worker", lambda work, folder, tick, *args: work(desk.workspace, *args, tick=tick)
    )


def shows(page: ImportPage, view: QWidget) -> bool:
    return page.view is view


def texts(table: Any) -> list[list[str]]:
    """What stands in a table, row by row."""
    model = table.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def problem_rows(page: ImportPage, qtbot: QtBot) -> list[list[str]]:
    """The rows of the problem grid, once they have come."""
    grid = page.preview.grid
    qtbot.waitUntil(lambda: grid._foot.text() != "Membaca …", timeout=WAIT)
    texts(grid.table)
    qtbot.waitUntil(lambda: "…" not in [row[4] for row in texts(grid.table)], timeout=WAIT)
    return texts(grid.table)


def test_the_whole_way_by_keyboard_and_back(
    at_step: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = written(tmp_path / "Data “BPU” 'aktif' & <baru> %1.xlsx", WAYAN, MADE, SHORT, LOST)
    page = at_step(path)
    assert shows(page, page.columns)
    QTest.keyClick(page.save, KEYS.Key_Return)
    assert shows(page, page.questions)
    card = page.questions.cards[0]
    card._rows[1].button.setFocus()
    QTest.keyClick(card._rows[1].button, KEYS.Key_Return)
    assert card.chosen == card._rows[1].candidate.value
    QTest.keyClick(card._rows[1].button, KEYS.Key_Return)
    assert page.save.text() == "Periksa ulang"
    QTest.keyClick(page, KEYS.Key_Return)
    settled(page, qtbot)
    assert shows(page, page.preview)
    assert list_imports(desk.workspace) == []
    assert page.save.text() == "Simpan 3\u00a0baris"
    QTest.keyClick(page, KEYS.Key_Escape)
    assert shows(page, page.questions)
    QTest.keyClick(page, KEYS.Key_Enter)
    assert page.preview.tiles.tile("Perlu dicek").accessibleName() == "Perlu dicek: 1"
    with qtbot.waitSignal(desk.told, timeout=WAIT) as told:
        QTest.keyClick(page, KEYS.Key_Return)
    message, detail, undo = told.args
    assert (message, detail) == ("3 baris tersimpan", "1 baris menunggu jawaban")
    assert shows(page, page.stored)
    [record] = list_imports(desk.workspace)
    assert (record.file, record.counts.new, record.counts.parked) == (path.name, 3, 1)
    assert list_drafts(desk.workspace) == []
    undo()
    qtbot.waitUntil(lambda: [r.state for r in list_imports(desk.workspace)] == ["diurungkan"], timeout=WAIT)
    qtbot.waitUntil(lambda: page.view is page.list)


@pytest.mark.usefixtures("at_once")
def test_a_known_senders_clean_sheet_is_drop_look_enter(
    at_step: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    title = "BPJS KETENAGAKERJAAN KANTOR CABANG BALI DENPASAR, PESERTA AKTIF BULAN {} 2026"
    import_sheet(desk.workspace, ImportRequest(path=written(tmp_path / "1.xlsx", WAYAN, title=title.format("JANUARI"))))
    assert list_imports(desk.workspace)[0].sender
    page = at_step(written(tmp_path / "2.xlsx", WAYAN, MADE, title=title.format("FEBRUARI")))
    assert shows(page, page.preview)
    with qtbot.waitSignal(desk.told, timeout=WAIT):
        QTest.keyClick(page.save, KEYS.Key_Return)
    assert [record.period for record in list_imports(desk.workspace)] == [date(2026, 2, 28), date(2026, 1, 31)]


@pytest.mark.usefixtures("at_once")
def test_headers_that_drifted_since_last_month_are_shown(
    at_step: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    import_sheet(desk.workspace, ImportRequest(path=written(tmp_path / "lama.xlsx", WAYAN), sender="Cabang"))
    other = list(HEADER)
    other[3] = "TGL LAHIR"
    book = Workbook()
    for row in (("DAFTAR PESERTA PER 28 FEBRUARI 2026 CABANG",), (), other, WAYAN):
        book.worksheets[0].append(list(row))
    book.save(tmp_path / "baru.xlsx")
    page = at_step(tmp_path / "baru.xlsx")
    page.show_step(Step.PREVIEW)
    page.preview.choices.from_whom.setText("Cabang")
    page.save.click()
    settled(page, qtbot)
    page.show_step(Step.COLUMNS)
    assert "berbeda dari berkas Januari 2026 pengirim ini" in page.columns.note.words
    assert "Baru: “TGL LAHIR”." in page.columns.note.words
    assert "Tidak ada lagi: “tanggal lahir”." in page.columns.note.words


@pytest.mark.usefixtures("at_once")
def test_a_sheet_without_month_asks_for_it_and_goes_on(
    at_step: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = at_step(written(tmp_path / "tanpa bulan.xlsx", WAYAN, title="DAFTAR PESERTA AKTIF"))
    assert shows(page, page.tables)
    assert not page.save.isEnabled()
    assert page.save.toolTip() == "Pilih bulan data lebih dulu."
    page.tables.month.month.setCurrentIndex(1)
    page.tables.month.year.setCurrentText("2026")
    page.save.click()
    settled(page, qtbot)
    assert shows(page, page.columns)
    page.save.click()
    with qtbot.waitSignal(desk.told, timeout=WAIT):
        page.save.click()
    assert [record.period for record in list_imports(desk.workspace)] == [date(2026, 1, 31)]


@pytest.mark.usefixtures("at_once")
def test_a_column_that_was_read_wrongly_is_changed_with_its_drop_down(
    at_step: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path
) -> None:
    page = at_step(written(tmp_path / "peserta.xlsx", WAYAN, MADE))
    table = page.columns.table
    place = next(row for row, line in enumerate(table.values.rows) if line.column.header == "NAMA LENGKAP")
    cell = table.model().index(place, 2)
    table.setCurrentIndex(cell)
    QTest.keyClick(table, KEYS.Key_F2)
    box: Any = table.indexWidget(cell) or table.viewport().findChild(type(page.tables.kind))
    assert box.findText("NIK") > 0
    box.setCurrentIndex(box.findText("Nama ibu"))
    box.activated.emit(box.currentIndex())
    assert table.values.rows[place].field == "mother"
    assert texts(table)[place][2:4] == ["Nama ibu", "Dipilih"]
    assert page.save.text() == "Periksa ulang"
    page.save.click()
    settled(page, qtbot)
    assert page.work is not None
    assert page.work.checked.answers.tables == {"Sheet!A3": page.work.answer("Sheet!A3")}
    assert {column.letter: column.field for column in page.work.report.tables[0].table.columns}["C"] == "mother"
    page.preview.show_view(SAMPLES)
    assert texts(page.preview.samples.table)[0][2] == "–"


@pytest.mark.usefixtures("at_once")
def test_a_cell_is_mended_in_place_and_checked_again(
    previewed: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN, SHORT))
    grid = page.preview.grid
    place = [row[2] for row in problem_rows(page, qtbot)].index("NIK")
    grid.table.setCurrentIndex(grid.model.index(place, 0))
    QTest.keyClick(grid.table, KEYS.Key_Return)
    editor: Any = grid.table.viewport().findChild(type(page.preview.choices.from_whom))
    assert (editor.text(), editor.placeholderText()) == ("", "5105••••••9190")
    QTest.keyClicks(editor, "5105010202919099")
    QTest.keyClick(editor, KEYS.Key_Return)
    qtbot.waitUntil(lambda: texts(grid.table)[place][3] == "5105••••••••9099")
    assert page.work is not None
    assert page.work.wanted.answers.cells == {"Sheet!B5": "5105010202919099"}
    assert page.preview.tiles.tile("Baru").stale
    page.save.click()
    settled(page, qtbot)
    assert page.save.text() == "Simpan 2\u00a0baris"
    assert not page.preview.tiles.tile("Baru").stale
    qtbot.waitUntil(lambda: len(list_drafts(desk.workspace)) == 1, timeout=WAIT)


@pytest.mark.usefixtures("at_once")
def test_a_question_is_answered_for_all_its_rows_or_left_open(
    at_step: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    kerobokan = (5, "5105010404939004", "I Putu Umpama", "04-04-1993", "L", "Kerobokan", "", "")
    page = at_step(written(tmp_path / "peserta.xlsx", WAYAN, LOST, replaced(LOST, "5105010303929005"), kerobokan))
    page.save.click()
    first, second = page.questions.cards
    assert (first.apply.text(), first.is_open, second.is_open) == ("Terapkan ke 2\u00a0baris", True, False)
    assert not first.apply.isEnabled()
    first._search.setText("51.02.05")
    qtbot.waitUntil(
        lambda: len(first._rows) > 1 and first._rows[0].candidate.value.startswith("51.02.05"), timeout=WAIT
    )
    code = first._rows[0].candidate.value
    first._rows[0].button.setChecked(True)
    first.apply.click()
    assert (first.is_open, second.is_open) == (False, True)
    second.leave.click()
    assert page.work is not None
    assert list(page.work.wanted.answers.places.values()) == [code]
    page.save.click()
    settled(page, qtbot)
    assert shows(page, page.preview)
    assert "1 pertanyaan untuk 1 baris dibiarkan menunggu." in page.preview.choices._open_words.text()
    regions = [row.region for row in page.work.report.tables[0].table.rows]
    assert regions[1:3] == [code, code]


def replaced(row: tuple[object, ...], nik: str) -> tuple[object, ...]:
    return (*row[:1], nik, *row[2:])


@pytest.mark.usefixtures("at_once")
def test_a_half_done_import_outlives_the_window_and_goes_on(
    at_step: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = written(tmp_path / "peserta.xlsx", WAYAN, LOST)
    page = at_step(path)
    page.save.click()
    card = page.questions.cards[0]
    code = card._rows[0].candidate.value
    card.choose(code)
    card.apply.click()
    page.later.click()
    assert shows(page, page.list)
    page.close()
    again = ImportPage(desk)
    qtbot.addWidget(again)
    again.show()
    again.refresh()
    qtbot.waitUntil(lambda: bool(again.list.drafts.records), timeout=WAIT)
    assert import_drafts.draft_words(again.list.drafts.records[0]).startswith("Lanjutkan impor “peserta.xlsx” (2 baris")
    path.unlink()
    again.list.drafts.resumed.emit(again.list.drafts.records[0])
    settled(again, qtbot)
    assert "tidak ditemukan lagi" in again.note.words
    assert again.work is not None
    assert list(again.work.wanted.answers.places.values()) == [code]
    assert again.save.text() == "Periksa ulang"


@pytest.mark.usefixtures("at_once")
def test_a_file_that_waits_and_has_changed_is_read_anew_when_it_is_dropped(
    at_step: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = written(tmp_path / "peserta.xlsx", WAYAN, SHORT)
    page = at_step(path)
    assert page.work is not None
    page.work.answer_with(cells={"Sheet!B5": "5105010202919099"}, places={"x": "51.03"})
    page.importing.keep()
    page.later.click()
    qtbot.waitUntil(lambda: bool(page.list.drafts.records), timeout=WAIT)
    written(path, WAYAN, MADE, SHORT)
    page = at_step(path)
    assert page.work is not None
    assert page.work.report.counts.stored == 2
    assert (page.work.wanted.answers.cells, page.work.wanted.answers.places) == ({}, {"x": "51.03"})
    qtbot.waitUntil(lambda: len(list_drafts(desk.workspace)) == 1, timeout=WAIT)


@pytest.mark.usefixtures("at_once")
def test_a_cancelled_import_leaves_no_draft(
    at_step: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = at_step(written(tmp_path / "peserta.xlsx", WAYAN))
    answers = iter((False, True))
    monkeypatch.setattr(imports, "ask", lambda *_, **__: next(answers))
    assert page.work is not None
    page.work.say(sender="Desa Contoh")
    page.cancel.click()
    assert shows(page, page.columns)
    page.cancel.click()
    assert shows(page, page.list)
    qtbot.waitUntil(lambda: list_drafts(desk.workspace) == [], timeout=WAIT)
    assert list_imports(desk.workspace) == []


@pytest.mark.usefixtures("at_once")
def test_hidden_rows_are_said_and_asked_about(
    at_step: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "saringan.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("DAFTAR PESERTA AKTIF PER 31 JANUARI 2026",), (), HEADER, WAYAN, MADE):
        sheet.append(list(row))
    sheet.row_dimensions[5].hidden = True
    book.create_sheet("Arsip").sheet_state = "hidden"
    book.save(path)
    page = at_step(path)
    assert shows(page, page.tables)
    assert "1 baris tersembunyi" in page.tables._rows_words.text()
    assert "“Arsip”" in page.tables._sheets_words.text()
    page.tables.rows_left.setChecked(True)
    page.save.click()
    settled(page, qtbot)
    assert page.work is not None
    assert page.work.report.counts.stored == 1
    assert shows(page, page.columns)
    page.back.click()
    page.tables.rows_count.setChecked(True)
    page.save.click()
    settled(page, qtbot)
    assert page.work.report.counts.stored == 2


@pytest.mark.usefixtures("at_once")
def test_enter_presses_the_button_that_has_the_keyboard_and_never_another(
    previewed: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN, SHORT))
    page.activateWindow()
    page.later.setFocus()
    qtbot.waitUntil(page.later.hasFocus)
    QTest.keyClick(page.later, KEYS.Key_Return)
    assert shows(page, page.list)
    assert not page.busy
    assert list_imports(desk.workspace) == []


@pytest.mark.usefixtures("at_once")
def test_enter_in_a_search_field_stores_nothing(
    previewed: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN, SHORT))
    page.preview.show_view(PROBLEMS)
    problem_rows(page, qtbot)
    search = page.preview.grid._search
    QTest.keyClicks(search, "nik 14")
    QTest.keyClick(search, KEYS.Key_Return)
    qtbot.waitUntil(lambda: page.preview.grid.model.rowCount() == 1, timeout=WAIT)
    assert shows(page, page.preview)
    assert not page.busy
    QTest.keyClick(search, KEYS.Key_Escape)
    assert search.text() == ""
    assert shows(page, page.preview)


def test_a_bad_file_is_refused_with_the_way_out(page: ImportPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "foto & surat.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    page.accept_file(str(picture))
    qtbot.waitUntil(lambda: page.view is page.refused, timeout=WAIT)
    assert "foto & surat.xlsx" in page.refused.words
    assert "Tidak ada yang disimpan." in page.refused.words
    assert "Langkah: " in page.refused.words
    assert list_imports(desk.workspace) == []
    page.back.click()
    assert shows(page, page.list)


@pytest.mark.usefixtures("at_once")
def test_a_bad_file_after_a_good_one_is_refused_too(
    previewed: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN))
    with qtbot.waitSignal(desk.told, timeout=WAIT):
        page.save.click()
    page.accept_file(str(tmp_path / "hilang.xlsx"))
    qtbot.waitUntil(lambda: page.view is page.refused, timeout=WAIT)
    assert "hilang.xlsx" in page.refused.words


def test_a_stopped_import_stores_nothing_and_keeps_the_preview(
    previewed: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN, MADE))
    page.save.click()
    page.reading.stopped.emit()
    qtbot.waitUntil(lambda: page.view is page.preview, timeout=WAIT)
    assert "Tidak ada yang berubah" in page.note.words
    assert list_imports(desk.workspace) == []
    assert page.save.isEnabled()


def test_a_stopped_check_goes_back_to_the_list(page: ImportPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page.accept_file(str(written(tmp_path / "peserta.xlsx", WAYAN)))
    qtbot.waitUntil(lambda: page.view is page.reading)
    with qtbot.waitSignal(desk.told, timeout=WAIT):
        page.reading.stopped.emit()
    assert shows(page, page.list)
    assert not page.busy


@pytest.mark.usefixtures("at_once")
def test_a_sheet_that_is_stored_already_cannot_be_saved_again(
    previewed: Callable[[Path], ImportPage], desk: Desk, tmp_path: Path
) -> None:
    path = written(tmp_path / "peserta.xlsx", WAYAN, MADE)
    import_sheet(desk.workspace, ImportRequest(path=path))
    page = previewed(path)
    assert not page.save.isEnabled()
    assert page.save.toolTip() == "Lembar ini sudah tersimpan seluruhnya."


@pytest.mark.usefixtures("at_once")
def test_a_sheet_of_refused_rows_alone_cannot_be_saved(previewed: Callable[[Path], ImportPage], tmp_path: Path) -> None:
    nobody = (1, None, None, "01-01-1990", "P", *PLACE)
    page = previewed(written(tmp_path / "peserta.xlsx", nobody, nobody))
    assert page.work is not None
    counts = page.work.report.counts
    assert (counts.stored, counts.parked) == (0, 0)
    assert not page.save.isEnabled()
    assert "Tidak ada baris yang dapat disimpan" in page.save.toolTip()


@pytest.mark.usefixtures("at_once")
def test_another_month_must_be_checked_before_it_is_saved(
    previewed: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path
) -> None:
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN))
    choices = page.preview.choices
    assert choices.month.value == date(2026, 1, 31)
    choices.month.month.setCurrentIndex(2)
    assert page.save.text() == "Periksa ulang"
    choices.month.month.setCurrentIndex(1)
    assert page.save.text() == "Simpan 1\u00a0baris"
    choices.month.month.setCurrentIndex(2)
    page.save.click()
    settled(page, qtbot)
    assert "28 Februari 2026" in page.bar_words()
    assert page.save.text() == "Simpan 1\u00a0baris"


@pytest.mark.usefixtures("at_once")
def test_the_file_that_went_away_is_told_and_the_preview_stays(
    previewed: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path
) -> None:
    path = written(tmp_path / "peserta.xlsx", WAYAN)
    page = previewed(path)
    path.unlink()
    page.preview.choices.month.month.setCurrentIndex(2)
    page.save.click()
    settled(page, qtbot)
    assert shows(page, page.preview)
    assert "Tidak ada yang disimpan." in page.note.words
    page.preview.choices.month.month.setCurrentIndex(1)
    assert page.save.text() == "Simpan 1\u00a0baris"


@pytest.mark.usefixtures("at_once")
def test_the_sender_and_what_it_sent_before(
    previewed: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    older = import_sheet(desk.workspace, ImportRequest(path=written(tmp_path / "lama.xlsx", WAYAN), sender="Cabang"))
    page = previewed(written(tmp_path / "baru.xlsx", WAYAN, MADE))
    choices = page.preview.choices
    assert choices.from_whom.completer().model().index(0, 0).data() == "Cabang"
    assert choices.relatives.isHidden()
    choices.from_whom.setText("Cabang")
    assert page.save.text() == "Periksa ulang"
    page.save.click()
    settled(page, qtbot)
    assert not choices.relatives.isHidden()
    assert choices._both.text() == "1 lama dan 2 baru sama-sama dihitung."
    assert choices._new.text() == "2 baru dihitung, 1 lama tidak lagi."
    choices.takes_place.setChecked(True)
    assert page.work is not None
    assert page.work.wanted.replaces == (older.tables[0].import_id,)
    qtbot.waitUntil(lambda: page.work is not None and bool(page.work.report.tables[0].replaced), timeout=WAIT)
    with qtbot.waitSignal(desk.told, timeout=WAIT):
        page.save.click()
    assert [record.state for record in list_imports(desk.workspace)] == ["tersimpan", "digantikan"]


@pytest.mark.usefixtures("at_once")
def test_problem_rows_are_masked_and_filtered_by_the_tiles(
    previewed: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path
) -> None:
    nobody = (4, None, None, "01-01-1990", "P", *PLACE)
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN, SHORT, nobody))
    page.preview.show_view(PROBLEMS)
    rows = problem_rows(page, qtbot)
    assert next(row[:1] + row[2:4] for row in rows if row[2] == "NIK") == ["5", "NIK", "5105••••••9190"]
    table = page.preview.grid.table
    assert "51050102029190" not in table.as_text()
    page.preview.tiles.tile("Ditolak").click()
    qtbot.waitUntil(lambda: 0 < page.preview.grid.model.rowCount() < len(rows), timeout=WAIT)
    problem_rows(page, qtbot)
    assert {problem.state for problem in table.values.rows} == {ProblemState.REFUSED}
    page.preview.tiles.tile("Baris terbaca").click()
    qtbot.waitUntil(lambda: page.preview.grid.model.rowCount() == len(rows), timeout=WAIT)


@pytest.mark.usefixtures("at_once")
def test_columns_and_sample_rows_are_shown_without_any_whole_nik(
    at_step: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path
) -> None:
    page = at_step(written(tmp_path / "peserta.xlsx", WAYAN, MADE))
    nik = next(row for row in texts(page.columns.table) if row[0] == "B")
    assert nik[1:4] == ["NIK", "NIK", "Pasti"]
    assert "5105••••••••9001" in nik[4]
    page.save.click()
    page.preview.show_view(SAMPLES)
    samples = page.preview.samples.table
    assert texts(samples)[0][1:3] == ["5105••••••••9001", "Ni Wayan Contoh"]
    qtbot.waitUntil(lambda: "Suana, Nusa Penida, Klungkung" in texts(samples)[0])
    assert "5105014101909001" not in samples.as_text() + page.columns.table.as_text()


@pytest.mark.usefixtures("at_once")
def test_the_preview_waits_while_another_page_is_open(
    previewed: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path
) -> None:
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN))
    page.preview.choices.from_whom.setText("Desa Contoh")
    page.hide()
    page.refresh()
    page.show()
    assert shows(page, page.preview)
    assert page.work is not None
    assert page.work.wanted.sender == "Desa Contoh"


@pytest.mark.usefixtures("at_once")
def test_a_second_file_makes_the_first_wait_in_the_list(
    previewed: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = previewed(written(tmp_path / "satu.xlsx", WAYAN))
    with qtbot.waitSignal(desk.told) as told:
        page.accept_file(str(written(tmp_path / "dua.xlsx", MADE)))
    assert "“satu.xlsx” menunggu di daftar" in told.args
    settled(page, qtbot)
    assert page.work is not None
    assert page.work.report.file == "dua.xlsx"
    assert {draft.path.name for draft in list_drafts(desk.workspace)} == {"satu.xlsx", "dua.xlsx"}


def test_a_file_dropped_while_another_is_read_waits_its_turn(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.accept_file(str(written(tmp_path / "satu.xlsx", WAYAN)))
    qtbot.waitUntil(lambda: page.view is page.reading)
    page.accept_file(str(tmp_path / "dua.xlsx"))
    qtbot.waitUntil(lambda: "“dua.xlsx” belum dibuka" in page.reading.note.words)
    settled(page, qtbot)
    assert page.work is not None
    assert page.work.report.file == "satu.xlsx"


@pytest.mark.usefixtures("at_once")
def test_a_dropped_file_is_checked(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = written(tmp_path / "peserta.xlsx", WAYAN)
    data = QMimeData()
    data.setUrls([QUrl("https://contoh.invalid/peserta.xlsx"), QUrl.fromLocalFile(str(path))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, button, keys))
    qtbot.waitUntil(lambda: page.view is page.columns, timeout=WAIT)


@pytest.mark.usefixtures("at_once")
def test_the_list_shows_an_import_and_takes_it_back_after_asking(
    page: ImportPage, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: page.list.isVisible() and page.list.empty)
    import_sheet(desk.workspace, ImportRequest(path=written(tmp_path / "peserta.xlsx", WAYAN, SHORT), sender="Cabang"))
    page.refresh()
    qtbot.waitUntil(lambda: not page.list.empty)
    [shown] = texts(page.list.table)
    assert shown[:6] == ["peserta.xlsx", "31 Jan 2026", "Cabang", "1", "1", "Tersimpan"]
    page.list.table.selectRow(0)
    qtbot.waitUntil(lambda: len(texts(page.list.grid.table)) >= 1)
    assert page.list.detail.isVisible()
    answers = iter((False, True))
    monkeypatch.setattr(import_list, "ask", lambda *_, **__: next(answers))
    page.list.undo.click()
    assert [record.state for record in list_imports(desk.workspace)] == ["tersimpan"]
    page.list.undo.click()
    qtbot.waitUntil(lambda: texts(page.list.table)[0][5] == "Diurungkan", timeout=WAIT)
    assert not page.list.undo.isEnabled()


@pytest.mark.usefixtures("at_once")
def test_a_workbook_of_several_sheets_shows_them_one_by_one(
    at_step: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "dua lembar.xlsx"
    book = Workbook()
    for name, month, rows in (("Januari", "JANUARI", [WAYAN, SHORT]), ("Februari", "FEBRUARI", [MADE])):
        sheet = book.create_sheet(name)
        for row in ((f"DAFTAR PESERTA AKTIF BULAN {month} 2026",), (), HEADER, *rows):
            sheet.append(list(row))
    book.save(path)
    page = at_step(path)
    assert shows(page, page.tables)
    page.save.click()
    page.save.click()
    assert page.bar_words() == "2 tabel · Daftar peserta · Januari 2026–Februari 2026"
    assert page.save.text() == "Simpan 2\u00a0baris"
    assert page.preview.choices.month_field.isHidden()
    page.preview._show_table("Februari!A3")
    assert page.preview.tiles.tile("Baru").accessibleName() == "Baru: 1"
    assert page.preview.tiles.tile("Perlu dicek").accessibleName() == "Perlu dicek: 0"
    assert texts(page.preview.samples.table)[0][2] == "I Made Rekaan"
    page.show_step(Step.TABLES)
    page.tables.choose("Februari!A3")
    page.tables.use.click()
    page.save.click()
    settled(page, qtbot)
    assert page.work is not None
    assert [each.key for each in page.work.report.tables] == ["Januari!A3"]
    page.show_step(Step.TABLES)
    assert [row[4] for row in texts(page.tables.table)] == ["Ikut diimpor", "Tidak ikut"]


def test_an_answer_to_an_older_question_is_not_shown(page: ImportPage, qtbot: QtBot) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: page.list.isVisible())
    record: Any = object()
    page._show_listed(0, ([record], []))
    assert page.list.empty


def test_fifty_thousand_problems_are_one_choice_away(look: Look, qtbot: QtBot) -> None:
    states = (ProblemState.PARKED, ProblemState.REFUSED)
    first = Problem("Sheet1", 0, "NIK", f"{5105010000000000}", "nik", "NIK kosong.", "Isi NIK.", states[0])
    problems = [
        replace(first, row=row, value=f"{5105010000000000 + row}", state=states[row % 2]) for row in range(50_000)
    ]
    grid = ProblemGrid(look)
    qtbot.addWidget(grid)
    grid.show()
    grid.set_problems(problems)
    assert grid.table.values.rowCount() == 50_000
    grid.show_state(ProblemState.REFUSED)
    assert grid.table.values.rowCount() == 25_000
    assert grid.table.isColumnHidden(1)
    shown = [grid.table.model().index(0, column).data() for column in range(5)]
    assert shown == ["1", "Sheet1", "NIK", "5105••••••••0001", "NIK kosong."]


@pytest.mark.parametrize(
    ("field", "words"),
    [("birth_date", "Tanggal lahir"), ("people_formal", "Peserta aktif, formal"), ("jkk", "Program JKK")],
)
def test_fields_have_words(field: str, words: str) -> None:
    assert field_words(field) == words
