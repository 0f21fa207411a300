"""The agenda of a number book: every number of a year, the ones that nobody has, and what can be done with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError, FileInUse
from desktop_app.domain.letterbook import NumberBook, Use
from desktop_app.domain.number_remarks import range_words
from desktop_app.domain.number_series import ranges
from desktop_app.operations.letters.agenda import Agenda, agenda_path, kind_titles, read_agenda, write_agenda
from desktop_app.operations.letters.books import ready_books
from desktop_app.operations.letters.number_files import unfinished
from desktop_app.operations.letters.numbering import release, reserve
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.agenda_bar import AgendaBar
from desktop_app.ui.agenda_lines import Line, lines_of
from desktop_app.ui.agenda_table import AgendaTable
from desktop_app.ui.book_editor import BookEditor
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import ask_again, tell_written
from desktop_app.ui.letter_step_dialogs import void_entry
from desktop_app.ui.number_dialogs import PaperDialog, ReserveDialog
from desktop_app.ui.number_told import UnfinishedFiles
from desktop_app.ui.pages.reference_parts import allow
from desktop_app.ui.widgets import Button, EmptyState

NARROW_BELOW = 1130
_TABLE, _EMPTY = range(2)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the view shows: all books, the agenda of the chosen one, its lines, and letters whose file lacks its number."""

    books: tuple[NumberBook, ...]
    agenda: Agenda
    lines: tuple[Line, ...]
    unfinished: tuple[int, ...] = ()


class AgendaView(QWidget):
    """Reads what it shows when it comes into sight and when stored data change. `letter_wanted`: the letter (its number

    in the store) that has the number on which was double clicked.
    """

    letter_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.look = desk, desk.look
        self.shown: Shown | None = None
        self.dialog: QDialog | None = None
        self._asked = 0
        self.bar = AgendaBar(self.look)
        self.card = AgendaTable(self.look)
        self.none_button = Button(self.look, "Catat nomor di luar Cakupan", "pen-line", kind="primary")
        said = "Nomor masuk ke agenda ketika surat diberi nomor. Nomor surat yang dibuat di luar Cakupan dapat dicatat."
        self.none_yet = EmptyState(self.look, "hash", "Belum ada nomor pada tahun ini", said, self.none_button)
        self.stack = QStackedWidget()
        self.unfinished = UnfinishedFiles(desk, self)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the chosen book and year again; an answer to an older question is dropped."""
        self._asked += 1
        asked, book, year = self._asked, self.bar.book.value or "", self.bar.year.value

        def answer(shown: Shown) -> None:
            if asked == self._asked:
                self._show(shown)

        self.desk.read(lambda workspace: _read(workspace, book, year), answer)

    def note_paper(self, first: int | None = None) -> None:
        """Write down a number that was given elsewhere; `first` is proposed."""
        self._open(PaperDialog(self.desk, self, self.bar.book.value or "", first))

    def reserve(self) -> None:
        if self.shown is not None:
            agenda = self.shown.agenda
            self._open(ReserveDialog(self.desk, self, self.shown.books, agenda.book.key, agenda.year))

    def edit_books(self) -> None:
        editor = BookEditor(self.desk, self)
        self.dialog = editor
        editor.begin()

    def export(self, path: Path | None = None) -> None:
        """Write the agenda as a workbook into the reports of the workspace, or to `path`."""
        if self.shown is None:
            return
        agenda = self.shown.agenda
        target = path or agenda_path(self.desk.workspace, agenda.book, agenda.year)

        def refuse(error: AppError) -> None:
            if isinstance(error, FileInUse):
                ask_again(self.look, self, error, target, lambda other: self.export(other or target))
            else:
                self.desk.failed.emit(error)

        self.desk.watch(
            lambda workspace, tick: write_agenda(workspace, agenda.book.key, agenda.year, target),
            partial(tell_written, self.desk), refuse,
        )  # fmt: skip

    def act(self, lines: Sequence[Line]) -> None:
        """What the button below the table does with the chosen lines."""
        if self.shown is None or not lines:
            return
        row = lines[0].row
        if row is None:
            self.note_paper(lines[0].first)
        elif row.entry.use is Use.CADANGAN:
            self._release([line.first for line in lines if line.row and line.row.entry.use is Use.CADANGAN])
        else:
            self.dialog = void_entry(self.desk, self, self.shown.agenda.book, row.entry)

    def _release(self, numbers: Sequence[int]) -> None:
        """Let reserved numbers go; they come back with an undo."""
        assert self.shown is not None
        agenda, spans = self.shown.agenda, ranges(numbers)
        key, year = agenda.book.key, agenda.year
        notes = [agenda.series.entries[first].subject for first, _ in spans]

        def take_back() -> None:
            self.desk.write(lambda workspace, tick: _reserve(workspace, key, year, spans, notes), lambda _: None)

        words = ", ".join(range_words(first, last) for first, last in spans)
        self.desk.write(
            lambda workspace, tick: [release(workspace, key, year, first, last) for first, last in spans],
            lambda _: self.desk.tell(f"Cadangan {words} dilepas", agenda.book.name, take_back),
        )

    def _open(self, dialog: PaperDialog | ReserveDialog) -> None:
        self.dialog = dialog
        dialog.begin()

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        agenda = shown.agenda
        self.bar.show_books(shown.books, agenda.book.key, agenda.years, agenda.year)
        self.card.show_agenda(agenda, shown.lines)
        self.unfinished.show_letters(shown.unfinished)
        self.stack.setCurrentIndex(_TABLE if shown.lines else _EMPTY)
        allow(self.bar.export, "" if shown.lines else "Belum ada nomor yang dapat diekspor.")

    def _open_line(self, line: Line) -> None:
        if line.row is None:
            self.note_paper(line.first)
        elif line.row.entry.letter_id is not None:
            self.letter_wanted.emit(line.row.entry.letter_id)

    def _connect(self) -> None:
        bar = self.bar
        for choice in (bar.book, bar.year):
            choice.currentIndexChanged.connect(lambda _: self.refresh())
        bar.state.currentIndexChanged.connect(lambda _: self.card.show_state(bar.state.value))
        for button in (bar.paper, self.none_button):
            button.clicked.connect(lambda: self.note_paper())
        bar.reserve.clicked.connect(lambda: self.reserve())
        bar.books.clicked.connect(lambda: self.edit_books())
        bar.export.clicked.connect(lambda: self.export())
        self.card.act_wanted.connect(self.act)
        self.card.opened.connect(self._open_line)
        self.desk.data_changed.connect(self._refresh_in_sight)

    def _refresh_in_sight(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        self.bar.set_narrow(narrow)
        self.card.fit(self.width(), narrow)
        side = 12 if narrow else 20
        self._middle.setContentsMargins(side, 12, side, 12)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar.frame)
        self.stack.addWidget(self.card)
        self.stack.addWidget(self.none_yet)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(12)
        self._middle.addWidget(self.unfinished)
        self._middle.addWidget(self.stack, 1)
        column.addLayout(self._middle, 1)


def _read(workspace: Workspace, book: str, year: int | None) -> Shown:
    books = ready_books(workspace)
    key = book if book in {one.key for one in books} else books[0].key
    agenda = read_agenda(workspace, key, year)
    lines = lines_of(agenda, kind_titles(workspace))
    return Shown(tuple(books), agenda, tuple(lines), tuple(unfinished(workspace)))


def _reserve(
    workspace: Workspace, book: str, year: int, spans: Sequence[tuple[int, int]], notes: Sequence[str]
) -> None:
    for (first, last), note in zip(spans, notes, strict=True):
        reserve(workspace, book, year, first, last, note)
