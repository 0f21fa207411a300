"""The page Impor on real files, through the worker process; all people are invented."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desktop_app.domain.sheets import Problem, ProblemState
from desktop_app.operations.import_sheet import ImportRequest, import_sheet, list_imports
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look
from desktop_app.ui.pages import import_list, imports
from desktop_app.ui.pages.import_preview import COLUMNS, SAMPLES
from desktop_app.ui.pages.imports import ImportPage
from desktop_app.ui.pages.problem_grid import ProblemGrid
from desktop_app.ui.pages.sheet_words import field_words

HEADER = ("NO", "NIK", "NAMA LENGKAP", "TANGGAL LAHIR", "JENIS KELAMIN", "KELURAHAN", "KECAMATAN", "KOTA/KAB")
PLACE = ("Suana", "Nusa Penida", "Kab. Klungkung")
WAYAN = (1, "5105014101900001", "Ni Wayan Contoh", "01-01-1990", "P", *PLACE)
MADE = (2, "5105010202910002", "I Made Rekaan", "02-02-1991", "L", *PLACE)
SHORT = (3, "51050102029100", "I Nyoman Kurang", "02-02-1991", "L", *PLACE)
WAIT = 20_000
"""Milliseconds that a worker process may take on a busy machine."""


def written(path: Path, *rows: Sequence[object], title: str = "DAFTAR PESERTA AKTIF PER 31 JANUARI 2026") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ((title,), (), HEADER, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ImportPage:
    made = ImportPage(desk)
    qtbot.addWidget(made)
    desk.data_changed.connect(made.refresh)
    made.resize(1158, 688)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def previewed(page: ImportPage, qtbot: QtBot) -> Callable[[Path], ImportPage]:
    """Takes a file as far as the preview."""

    def check(path: Path) -> ImportPage:
        page.accept_file(str(path))
        qtbot.waitUntil(lambda: page.view is page.preview, timeout=WAIT)
        return page

    return check


@pytest.fixture
def at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same operations without a process of their own: for tests about what the page does with their answers."""
    monkeypatch.setattr(
        imports, "in_worker", lambda operation, folder, tick, request: operation(desk.workspace, request, tick)
    )


def texts(table: Any) -> list[list[str]]:
    """What stands in a table, row by row."""
    model = table.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def test_a_file_is_checked_stored_and_taken_back(
    previewed: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = written(tmp_path / "Data “BPU” 'aktif' & <baru> %1.xlsx", WAYAN, MADE, SHORT)
    page = previewed(path)
    assert list_imports(desk.workspace) == []
    assert page.save.text() == "Simpan 2\u00a0baris"
    assert page.preview.tiles.tile("Perlu dicek").accessibleName() == "Perlu dicek: 1"
    with qtbot.waitSignal(desk.told, timeout=WAIT) as told:
        page.save.click()
    message, detail, undo = told.args
    assert (message, detail) == ("2 baris tersimpan", "1 baris menunggu jawaban")
    assert page.view is page.stored
    [record] = list_imports(desk.workspace)
    assert (record.file, record.counts.new, record.counts.parked) == (path.name, 2, 1)
    undo()
    qtbot.waitUntil(lambda: [r.state for r in list_imports(desk.workspace)] == ["diurungkan"], timeout=WAIT)
    qtbot.waitUntil(lambda: page.view is page.list)


def test_a_sheet_without_month_asks_for_it_and_goes_on(
    page: ImportPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page.accept_file(str(written(tmp_path / "tanpa bulan.xlsx", WAYAN, title="DAFTAR PESERTA AKTIF")))
    qtbot.waitUntil(lambda: page.view is page.month, timeout=WAIT)
    assert not page.save.isEnabled()
    assert page.save.toolTip() == "Pilih bulan data lebih dulu."
    page.month.month.set_value(date(2026, 1, 31))
    page.month.month.changed.emit()
    page.save.click()
    qtbot.waitUntil(lambda: page.view is page.preview, timeout=WAIT)
    with qtbot.waitSignal(desk.told, timeout=WAIT):
        page.save.click()
    assert [record.period for record in list_imports(desk.workspace)] == [date(2026, 1, 31)]


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
    assert page.view is page.list


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
    assert "Tidak ada yang berubah" in page.preview.note.words
    assert list_imports(desk.workspace) == []
    assert page.save.isEnabled()


def test_a_stopped_check_goes_back_to_the_list(page: ImportPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page.accept_file(str(written(tmp_path / "peserta.xlsx", WAYAN)))
    qtbot.waitUntil(lambda: page.view is page.reading)
    with qtbot.waitSignal(desk.told, timeout=WAIT):
        page.reading.stopped.emit()
    assert page.view is page.list
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
    counts = page.preview.report.counts if page.preview.report else None
    assert counts is not None
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
    qtbot.waitUntil(lambda: page.view is page.preview and not page.busy, timeout=WAIT)
    assert "28 Februari 2026" in page.bar_words()
    assert page.save.text() == "Simpan 1\u00a0baris"


@pytest.mark.usefixtures("at_once")
def test_a_wrong_kind_is_refused_and_the_preview_stays(
    previewed: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path
) -> None:
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN))
    page.preview.choices.kind.setCurrentIndex(page.preview.choices.kind.findText("Target"))
    page.save.click()
    qtbot.waitUntil(lambda: page.view is page.preview and not page.busy, timeout=WAIT)
    assert "Tidak ada yang disimpan." in page.preview.note.words
    assert page.save.text() == "Simpan 1\u00a0baris"


@pytest.mark.usefixtures("at_once")
def test_the_sender_and_what_it_sent_before(
    previewed: Callable[[Path], ImportPage], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    older = import_sheet(desk.workspace, ImportRequest(path=written(tmp_path / "lama.xlsx", WAYAN), sender="Cabang"))
    page = previewed(written(tmp_path / "baru.xlsx", WAYAN, MADE))
    page.refresh()
    qtbot.waitUntil(lambda: len(page.list.records) == 1)
    choices = page.preview.choices
    assert choices.from_whom.completer().model().index(0, 0).data() == "Cabang"
    assert choices.relatives.isHidden()
    choices.from_whom.setText("Cabang")
    assert not choices.relatives.isHidden()
    assert choices.request().replaces == ()
    choices.takes_place.setChecked(True)
    assert choices.request().replaces == (older.tables[0].import_id,)
    with qtbot.waitSignal(desk.told, timeout=WAIT):
        page.save.click()
    assert [record.state for record in list_imports(desk.workspace)] == ["tersimpan", "digantikan"]


@pytest.mark.usefixtures("at_once")
def test_problem_rows_are_masked_and_filtered_by_the_tiles(
    previewed: Callable[[Path], ImportPage], tmp_path: Path
) -> None:
    nobody = (4, None, None, "01-01-1990", "P", *PLACE)
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN, SHORT, nobody))
    table = page.preview.grid.table
    assert next(row[:1] + row[2:4] for row in texts(table) if row[2] == "NIK") == ["5", "NIK", "5105••••••9100"]
    assert "51050102029100" not in table.as_text()
    whole = len(texts(table))
    page.preview.tiles.tile("Ditolak").click()
    assert 0 < len(texts(table)) < whole
    assert {problem.state for problem in table.values.rows} == {ProblemState.REFUSED}
    page.preview.tiles.tile("Baris terbaca").click()
    assert len(texts(table)) == whole


@pytest.mark.usefixtures("at_once")
def test_columns_and_sample_rows_are_shown_without_any_whole_nik(
    previewed: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path
) -> None:
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN, MADE))
    page.preview.show_view(COLUMNS)
    nik = next(row for row in texts(page.preview.columns) if row[0] == "B")
    assert nik[2:5] == ["NIK", "NIK", "Pasti"]
    assert "5105••••••••0001" in nik[5]
    page.preview.show_view(SAMPLES)
    samples = page.preview.samples.table
    assert texts(samples)[0][1:3] == ["5105••••••••0001", "Ni Wayan Contoh"]
    qtbot.waitUntil(lambda: "Suana, Nusa Penida, Klungkung" in texts(samples)[0])
    assert "5105014101900001" not in samples.as_text() + page.preview.columns.as_text()


@pytest.mark.usefixtures("at_once")
def test_the_preview_waits_while_another_page_is_open(
    previewed: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path
) -> None:
    page = previewed(written(tmp_path / "peserta.xlsx", WAYAN))
    page.preview.choices.from_whom.setText("Desa Contoh")
    page.hide()
    page.refresh()
    page.show()
    assert page.view is page.preview
    assert page.preview.choices.request().sender == "Desa Contoh"


@pytest.mark.usefixtures("at_once")
def test_a_second_file_is_asked_about_while_the_first_is_not_stored(
    previewed: Callable[[Path], ImportPage], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = previewed(written(tmp_path / "satu.xlsx", WAYAN))
    asked: list[str] = []
    answers = iter((False, True))

    def answer(*words: Any, **_: Any) -> bool:
        asked.append(words[3])
        return next(answers)

    monkeypatch.setattr(imports, "ask", answer)
    second = written(tmp_path / "dua.xlsx", MADE)
    page.accept_file(str(second))
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert page.view is page.preview
    assert "satu.xlsx" in asked[0]
    page.accept_file(str(second))
    qtbot.waitUntil(lambda: len(asked) == 2)
    qtbot.waitUntil(lambda: page.view is page.preview and not page.busy, timeout=WAIT)
    assert page.preview.report is not None
    assert page.preview.report.file == "dua.xlsx"


def test_a_file_dropped_while_another_is_read_waits_its_turn(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.accept_file(str(written(tmp_path / "satu.xlsx", WAYAN)))
    qtbot.waitUntil(lambda: page.view is page.reading)
    page.accept_file(str(tmp_path / "dua.xlsx"))
    qtbot.waitUntil(lambda: "“dua.xlsx” belum dibuka" in page.reading.note.words)
    qtbot.waitUntil(lambda: page.view is page.preview, timeout=WAIT)
    assert page.preview.report is not None
    assert page.preview.report.file == "satu.xlsx"


@pytest.mark.usefixtures("at_once")
def test_a_dropped_file_is_checked(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = written(tmp_path / "peserta.xlsx", WAYAN)
    data = QMimeData()
    data.setUrls([QUrl("https://contoh.invalid/peserta.xlsx"), QUrl.fromLocalFile(str(path))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, button, keys))
    qtbot.waitUntil(lambda: page.view is page.preview, timeout=WAIT)


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
    previewed: Callable[[Path], ImportPage], tmp_path: Path
) -> None:
    path = tmp_path / "dua lembar.xlsx"
    book = Workbook()
    for name, month, rows in (("Januari", "JANUARI", [WAYAN, SHORT]), ("Februari", "FEBRUARI", [MADE])):
        sheet = book.create_sheet(name)
        for row in ((f"DAFTAR PESERTA AKTIF BULAN {month} 2026",), (), HEADER, *rows):
            sheet.append(list(row))
    book.save(path)
    page = previewed(path)
    assert page.bar_words() == "2 tabel · Daftar peserta · Januari 2026–Februari 2026"
    assert page.save.text() == "Simpan 2\u00a0baris"
    assert page.preview.choices.month.value is None
    report = page.preview.report
    assert report is not None
    page.preview._show_table(report.tables[1])
    assert page.preview.tiles.tile("Baru").accessibleName() == "Baru: 1"
    assert page.preview.tiles.tile("Perlu dicek").accessibleName() == "Perlu dicek: 0"
    assert texts(page.preview.samples.table)[0][2] == "I Made Rekaan"


def test_an_answer_to_an_older_question_is_not_shown(page: ImportPage, qtbot: QtBot) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: page.list.isVisible())
    record: Any = object()
    page._show_records(0, [record])
    assert page.list.empty


def test_fifty_thousand_problems_are_one_choice_away(look: Look, qtbot: QtBot) -> None:
    states = (ProblemState.PARKED, ProblemState.REFUSED)
    problems = [
        Problem("Sheet1", row, "NIK", f"{5105010000000000 + row}", "nik", "NIK kosong.", "Isi NIK.", states[row % 2])
        for row in range(50_000)
    ]
    grid = ProblemGrid(look)
    qtbot.addWidget(grid)
    grid.show()
    grid.set_problems(problems)
    assert grid.table.values.rowCount() == 50_000
    grid.show_state(ProblemState.REFUSED)
    assert grid.table.values.rowCount() == 25_000
    assert grid.table.isColumnHidden(1)
    first = [grid.table.model().index(0, column).data() for column in range(5)]
    assert first == ["1", "Sheet1", "NIK", "5105••••••••0001", "NIK kosong."]


@pytest.mark.parametrize(
    ("field", "words"),
    [("birth_date", "Tanggal lahir"), ("people_formal", "Peserta aktif, formal"), ("jkk", "Program JKK")],
)
def test_fields_have_words(field: str, words: str) -> None:
    assert field_words(field) == words
