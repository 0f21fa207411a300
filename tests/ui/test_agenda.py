"""The agenda in the window: every number and every gap, by state, with what can be done with each."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.operations.letters.agenda import agenda, agenda_path, gaps
from desktop_app.operations.letters.books import book_named
from desktop_app.ui.agenda_lines import Line
from desktop_app.ui.agenda_view import AgendaView
from desktop_app.ui.book_editor import BookEditor
from desktop_app.ui.desk import Desk
from desktop_app.ui.letter_step_dialogs import VoidDialog
from desktop_app.ui.number_dialogs import PaperDialog, ReserveDialog
from tests.ui.number_values import fill_book

LONG = 10_000


@pytest.fixture
def view(desk: Desk, qtbot: QtBot) -> AgendaView:
    made = AgendaView(desk)

    def finish(_: QWidget) -> None:
        close(made)
        settle(made, qtbot)

    qtbot.addWidget(made, before_close_func=finish)
    made.resize(1158, 632)
    made.show()
    settle(made, qtbot)
    return made


def settle(view: AgendaView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not view.desk._jobs, timeout=LONG)


def close(view: AgendaView) -> None:
    """A dialog that is still open."""
    if view.dialog is not None and isValid(view.dialog) and view.dialog.isVisible():
        view.dialog.reject()


def filled(view: AgendaView, qtbot: QtBot) -> list[int]:
    """The view of 2025 with all that a book can hold."""
    ids = fill_book(view.desk.workspace)
    view.refresh()
    settle(view, qtbot)
    view.bar.year.choose(2025)
    settle(view, qtbot)
    return ids


def shown(view: AgendaView) -> list[tuple[str, str]]:
    return [(line.number, line.state) for line in view.card.table.values.rows]


def choose(view: AgendaView, wanted: Callable[[Line], bool]) -> None:
    view.card.table.choose(wanted)
    view.card._follow()


def _begins(first: int, line: Line) -> bool:
    return line.first == first


def act(view: AgendaView) -> str:
    """Press the button below the table; what it says."""
    words = view.card.act_button.text()
    view.card.act_button.click()
    return words


def test_a_new_book_says_what_to_do_first(view: AgendaView, qtbot: QtBot) -> None:
    assert view.none_yet.isVisible()
    assert not view.bar.export.isEnabled()
    view.none_button.click()
    assert isinstance(view.dialog, PaperDialog)


def test_every_number_and_every_gap_has_its_line(view: AgendaView, qtbot: QtBot) -> None:
    filled(view, qtbot)
    assert shown(view) == [
        ("1", "terkirim"), ("2", "bernomor"), ("3", "batal"), ("4–5", "celah"), ("6", "di luar Cakupan"),
        ("7", "dicadangkan"), ("8", "dicadangkan"), ("9", "dicadangkan"),
    ]  # fmt: skip
    assert view.card.source.text() == "Celah: 4–5 · nomor berikutnya 10"
    cells = [column.text(view.card.table.values.rows[2]) for column in view.card.table.values.columns]
    assert cells == [
        "3", "500.15.14/3/DISNAKER/2025", "12 Mar 2025", "Imbauan pendaftaran", "PT Contoh 3",
        "Surat Imbauan Kepala Dinas", "Batal", "Salah alamat",
    ]  # fmt: skip


def test_the_state_and_the_book_filter(view: AgendaView, qtbot: QtBot) -> None:
    filled(view, qtbot)
    view.bar.state.choose("celah")
    assert shown(view) == [("4–5", "celah")]
    view.bar.state.choose("")
    view.bar.book.choose("setda")
    settle(view, qtbot)
    assert view.none_yet.isVisible()
    assert view.shown is not None
    assert view.shown.agenda.book.key == "setda"


def test_the_button_does_what_the_line_allows(view: AgendaView, qtbot: QtBot) -> None:
    filled(view, qtbot)
    for first, words, allowed in (
        (1, "Batalkan nomor", True), (3, "Batalkan nomor", False), (4, "Catat nomor 4", True),
        (6, "Batalkan nomor", True), (8, "Lepas cadangan", True),
    ):  # fmt: skip
        choose(view, partial(_begins, first))
        assert (view.card.act_button.text(), view.card.act_button.isEnabled()) == (words, allowed)


def test_a_gap_is_written_down_and_a_number_voided(view: AgendaView, qtbot: QtBot) -> None:
    filled(view, qtbot)
    choose(view, lambda line: line.state == "celah")
    act(view)
    paper = view.dialog
    assert isinstance(paper, PaperDialog)
    settle(view, qtbot)
    assert paper.choice.number == 4
    close(view)
    choose(view, lambda line: line.first == 6)
    act(view)
    dialog = view.dialog
    assert isinstance(dialog, VoidDialog)
    dialog.reason.edit.setText("Tidak jadi dikirim")
    dialog.submit()
    settle(view, qtbot)
    assert ("6", "batal") in shown(view)


def test_reserved_numbers_go_and_come_back(view: AgendaView, qtbot: QtBot) -> None:
    filled(view, qtbot)
    told: list[object] = []
    view.desk.told.connect(lambda message, detail, undo: told.append(undo))
    choose(view, lambda line: line.first == 8)
    assert act(view) == "Lepas cadangan"
    settle(view, qtbot)
    assert gaps(view.desk.workspace, "dinas", 2025) == [(4, 5), (8, 8)]
    [undo] = told
    assert callable(undo)
    undo()
    settle(view, qtbot)
    rows = agenda(view.desk.workspace, "dinas", 2025)
    assert [row.entry.subject for row in rows if row.entry.number == 8] == ["SE pekerja rentan"]


def test_a_letter_is_opened_from_its_number(view: AgendaView, qtbot: QtBot) -> None:
    ids = filled(view, qtbot)
    wanted: list[int] = []
    view.letter_wanted.connect(wanted.append)
    for line in view.card.table.values.rows:
        if line.state != "celah":
            view.card.opened.emit(line)
    assert wanted == ids


def test_the_agenda_goes_to_excel(view: AgendaView, qtbot: QtBot) -> None:
    filled(view, qtbot)
    offered: list[str] = []
    view.desk.offered.connect(lambda message, detail, acts: offered.append(message))
    view.bar.export.click()
    settle(view, qtbot)
    path = agenda_path(view.desk.workspace, book_named(view.desk.workspace, "dinas"), 2025)
    assert offered == [path.name]
    assert load_workbook(path).worksheets[0].max_row == 13


def test_where_there_is_little_room_columns_give_way(view: AgendaView, qtbot: QtBot, tmp_path: Path) -> None:
    view.resize(854, 399)
    qtbot.waitUntil(lambda: view.width() == 854, timeout=LONG)
    assert view.bar.export.text() == "Ekspor"
    assert [place for place in range(8) if view.card.table.isColumnHidden(place)] == [5, 7]
    view.resize(1400, 632)
    assert view.bar.export.text() == "Ekspor ke Excel"
    assert not any(view.card.table.isColumnHidden(place) for place in range(8))


def test_ranges_and_books_have_their_dialogs(view: AgendaView, qtbot: QtBot) -> None:
    for button, kind in ((view.bar.reserve, ReserveDialog), (view.bar.books, BookEditor)):
        button.click()
        settle(view, qtbot)
        assert isinstance(view.dialog, kind)
        close(view)
