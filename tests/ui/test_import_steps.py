"""The steps of the page Impor on reports made by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.drafts import DraftRecord
from desktop_app.operations.sender_memory import KnownLayout
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look
from desktop_app.ui.paged import KEPT_PAGES, PAGE, PagedModel
from desktop_app.ui.pages.import_columns import ColumnLine, ColumnsStep, choices_for, column_lines
from desktop_app.ui.pages.import_drafts import Drafts, draft_words
from desktop_app.ui.pages.import_parts import STEPS, StepBar
from desktop_app.ui.pages.import_question import named, title_of
from desktop_app.ui.pages.import_questions import AT_ONCE, QuestionsStep
from desktop_app.ui.pages.import_tables import TablesStep, lines_of
from desktop_app.ui.table import Column
from desktop_app.ui.table_editing import EditableTable
from tests.ui.import_values import GRACE, SELAT, table, work


def texts(grid: Any) -> list[list[str]]:
    model = grid.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def test_tables_are_taken_out_and_their_kind_and_month_chosen(look: Look, qtbot: QtBot) -> None:
    made, step = work(table(), table("Tanpa bulan!A4", period=None)), TablesStep(look)
    qtbot.addWidget(step)
    step.show_work(made)
    assert [row[2:] for row in texts(step.table)] == [
        ["31 Mar 2025", "100", "Ikut diimpor"],
        ["–", "100", "Pilih bulan"],
    ]
    assert step._key == "Tanpa bulan!A4"
    step.month.month.setCurrentIndex(3)
    step.month.year.setCurrentText("2025")
    step.kind.setCurrentIndex(step.kind.findText("Pekerja rentan"))
    assert made.answer("Tanpa bulan!A4").period == date(2025, 3, 31)
    assert made.answer("Tanpa bulan!A4").kind == "pekerja_rentan"
    step.table.choose(lambda line: line.key == "Maret!A4")
    step.table.setCurrentIndex(step.table.model().index(0, 0))
    QTest.keyClick(step.table, Qt.Key.Key_Space)
    assert [line.use for line in lines_of(made)] == [False, True]
    QTest.keyClick(step.table, Qt.Key.Key_Space)
    assert made.answer("Maret!A4").use


def test_every_column_says_what_it_is_read_as_and_how_sure_that_is(look: Look, qtbot: QtBot) -> None:
    made, step = work(), ColumnsStep(look)
    qtbot.addWidget(step)
    step.show_work(made)
    assert [row[2:4] for row in texts(step.table)] == [
        ["Nomor urut", "Pasti"], ["NIK", "Pasti"], ["Nama", "Cukup"], ["Tanggal lahir", "Ragu"], ["Tidak dipakai", "–"],
    ]  # fmt: skip
    assert texts(step.table)[3][5] == "hari lebih dulu: 03/04/1990 = 3 April 1990"
    assert [line.column.letter for line in step.table.chosen_rows()] == ["D"]
    assert step._card.aside.text() == "4 dari 5 dikenali, 1 perlu dilihat"


def test_a_chosen_field_takes_it_from_the_column_that_had_it(look: Look, qtbot: QtBot) -> None:
    made, step = work(), ColumnsStep(look)
    qtbot.addWidget(step)
    step.show_work(made)
    with qtbot.waitSignal(step.changed):
        step.table.values.edited.emit(step.table.values.rows[4], 2, "name")
    assert made.answer("Maret!A4").columns == {"E": "name"}
    rows = texts(step.table)
    assert (rows[4][2:4], rows[4][5]) == (["Nama", "Dipilih"], "Pilihan Anda")
    assert (rows[2][3], rows[2][5]) == ("Ragu", "Kolom E yang dipakai untuk isian ini")
    step.table.values.edited.emit(step.table.values.rows[4], 2, "")
    assert made.wanted.answers.tables == {}


def test_the_drop_down_offers_the_fields_of_the_kind(look: Look) -> None:
    def offered(lines: Sequence[ColumnLine]) -> dict[str, str]:
        return dict(choices_for(lines[0]))

    made = work()
    people = offered(column_lines(made, "Maret!A4"))
    assert people[""] == "Tidak dipakai"
    assert {"nik", "kpj", "desa"} <= people.keys()
    assert "target" not in people
    made.answer_table("Maret!A4", kind=SheetKind.TARGET.value)
    assert "target" in offered(column_lines(made, "Maret!A4"))


@pytest.mark.parametrize(
    ("layout", "words"),
    [
        (None, ""),
        (KnownLayout(exact=True), "Kolom diingat dari berkas Februari 2025 pengirim ini."),
        (KnownLayout(False, ("TGL",), ("tanggal lahir",)), "Baru: “TGL”. Tidak ada lagi: “tanggal lahir”."),
    ],
)
def test_what_is_remembered_of_the_sender_is_said(
    look: Look, qtbot: QtBot, layout: KnownLayout | None, words: str
) -> None:
    step = ColumnsStep(look)
    qtbot.addWidget(step)
    step.show_work(replace(work(), layouts={"Maret!A4": layout} if layout else {}), "Februari 2025")
    assert words in step.note.words


def test_questions_open_one_after_the_other(desk: Desk, qtbot: QtBot) -> None:
    made, step = work(table(questions=(GRACE, SELAT))), QuestionsStep(desk)
    qtbot.addWidget(step)
    step.show()
    step.show_work(made)
    selat, grace = step.cards
    assert (selat.is_open, grace.is_open, selat.chosen) == (True, False, None)
    assert not selat.apply.isEnabled()
    selat.choose("51.05.04.2002")
    selat.apply.click()
    assert (selat.is_open, grace.is_open) == (False, True)
    assert selat._tag.accessibleName() == "Desa Selat, Klungkung, Klungkung"
    with qtbot.waitSignal(step.finished):
        grace.leave.click()
    assert grace._tag.accessibleName() == "Dibiarkan menunggu"
    selat._again.click()
    assert (selat.is_open, selat.chosen) == (True, "51.05.04.2002")
    selat.choose("51.03.06.2001")
    selat.apply.click()
    assert made.wanted.answers.places == {"desa:selat": "51.03.06.2001"}


def test_hundreds_of_questions_come_in_parts(desk: Desk, qtbot: QtBot) -> None:
    many = tuple(replace(SELAT, key=f"desa:{n}", text=f"Desa {n}") for n in range(AT_ONCE + 5))
    step = QuestionsStep(desk)
    qtbot.addWidget(step)
    step.show_work(work(table(questions=many)))
    assert len(step.cards) == AT_ONCE
    assert step._more.text() == "Tampilkan 5 pertanyaan lagi"
    step._more.click()
    assert len(step.cards) == AT_ONCE + 5


def test_a_question_names_the_rows_and_leaves_the_candidates_to_their_list() -> None:
    assert title_of(SELAT) == "38 baris: “Selat” dapat berarti 7 tempat"
    assert title_of(GRACE) == "4 baris: “GRACE” di kolom STATUS belum dikenali"
    assert title_of(replace(SELAT, text="5103010101909001", message="NIK ini belum dikenali.")) == (
        "38 baris: “5103••••••••9001”"
    )


@pytest.mark.parametrize(
    ("text", "name", "above"),
    [
        ("Desa Selat (Kecamatan Abiansemal, Kabupaten Badung)", "Desa Selat", "Abiansemal, Badung"),
        ("Kabupaten Badung (Provinsi Bali)", "Kabupaten Badung", "Bali"),
        ("Kecamatan Kuta, Badung, Bali", "Kecamatan Kuta", "Badung, Bali"),
        ("Aktif", "Aktif", ""),
    ],
)
def test_a_candidate_is_its_name_and_what_is_above_it(text: str, name: str, above: str) -> None:
    assert named(text) == (name, above)


def test_drafts_are_gone_on_with_or_let_go(look: Look, qtbot: QtBot) -> None:
    yesterday = datetime.now().replace(hour=14, minute=20) - timedelta(days=1)
    drafts = Drafts(look)
    qtbot.addWidget(drafts)
    drafts.set_drafts([])
    assert drafts.isHidden()
    waiting = DraftRecord("d", Path("/x/peserta.xlsx"), 4889, yesterday)
    drafts.set_drafts([waiting])
    assert draft_words(waiting) == "Lanjutkan impor “peserta.xlsx” (4.889 baris, diperiksa kemarin 14.20)"
    assert drafts.of_file("/x/peserta.xlsx") is waiting
    assert drafts.of_file("/x/lain.xlsx") is None


def test_the_steps_have_room_in_a_narrow_window(look: Look, qtbot: QtBot) -> None:
    bar = StepBar(look)
    qtbot.addWidget(bar)
    bar.resize(560, 44)
    bar.set_step(3)
    bar.show()
    assert bar.steps.accessibleName() == "Langkah: Tempat dan nilai"
    assert bar.steps.width() <= 520
    bar.set_step(len(STEPS))
    assert bar.steps.accessibleName() == "Langkah: selesai"


NUMBERS: Column[int] = Column("Angka", str, edit=lambda n: str(n) if n % 2 else None)


def test_pages_are_asked_for_once_and_only_some_stay() -> None:
    model = PagedModel((NUMBERS,), -1)
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.set_count(1_000_000)
    assert [model.row(place) for place in (0, 1, PAGE)] == [-1, -1, -1]
    assert asked == [0, 1]
    for page in range(KEPT_PAGES + 3):
        model.page_arrived(page, range(page * PAGE, (page + 1) * PAGE))
    assert model.row(KEPT_PAGES * PAGE + 7) == KEPT_PAGES * PAGE + 7
    assert len(model.rows) == KEPT_PAGES * PAGE
    assert model.row(0) == -1
    assert asked == [0, 1, 0]


def test_a_cell_is_typed_anew_where_it_may_be(look: Look, qtbot: QtBot) -> None:
    grid: EditableTable[int] = EditableTable(look, (NUMBERS,))
    qtbot.addWidget(grid)
    grid.show()
    grid.set_rows([1, 2])
    said: list[tuple[int, str]] = []
    grid.values.edited.connect(lambda row, place, text: said.append((row, text)))
    grid.setCurrentIndex(grid.model().index(1, 0))
    assert not grid.mend()
    grid.setCurrentIndex(grid.model().index(0, 0))
    assert grid.mend()
    editor = grid.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "77")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said == [(1, "77")])
