"""A number for letters: from which book, on which day, which number; with a live example and what to know about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number as in_words
from desktop_app.domain.letterbook import NumberBook, book_of, numbered
from desktop_app.domain.number_remarks import range_words, refusal, remarks
from desktop_app.domain.number_series import Series
from desktop_app.operations.letters.books import ready_books, series_of
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.day_input import DayInput
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.notes import Note
from desktop_app.ui.pages.reference_form import Choice, titled
from desktop_app.ui.widgets import frame, label, restyle, row

BY_KIND = ""
"""The book of each letter's kind, where letters of several books are numbered together."""
_OWN = "Tulis sendiri"
_SHORT = 20


@dataclass(frozen=True, slots=True)
class Known:
    """The books, and the numbers of the one that is looked at; None while letters of several books are numbered."""

    books: tuple[NumberBook, ...]
    series: Series | None


class NumberChoice(QWidget):
    """For `count` letters of these `kinds` (none: on paper). `changed`: something else is chosen, or is known now.

    `book` (a key) is looked at first; empty: the one of the kinds. `series`: the numbers of the chosen book and year;
    None until the store has answered, or while the letters belong to several books.
    """

    changed = Signal()

    def __init__(self, desk: Desk, kinds: Sequence[str], count: int, day: date, book: str = "") -> None:
        super().__init__()
        self.desk, self._kinds, self.count, self._wanted = desk, tuple(dict.fromkeys(kinds)), count, book
        self.series: Series | None = None
        self.ready, self._asked = False, 0
        self.books, self.source = Choice(), Choice()
        self.day_input = DayInput(desk.look, day)
        self.number_edit = QLineEdit()
        self.example, self.note = label("", "strong", wrap=True), Note(desk.look)
        self._lay_out()
        self.books.currentIndexChanged.connect(lambda _: self.ask())
        self.day_input.dateChanged.connect(self._change_day)
        self.source.currentIndexChanged.connect(lambda _: self._take())
        self.number_edit.textChanged.connect(self._follow)

    @property
    def book(self) -> str:
        """The key of the chosen book; `BY_KIND`."""
        return self.books.value or BY_KIND

    @property
    def day(self) -> date:
        return self.day_input.value

    @property
    def number(self) -> int | None:
        """None: the next one, or what is written is no number."""
        text = self.number_edit.text().strip().replace(".", "")
        return int(text) if text.isdecimal() else None

    def ask(self) -> None:
        """Read the numbers of the chosen book and year; an answer to an older question is dropped."""
        self._asked += 1
        asked, kinds, wanted, year = self._asked, self._kinds, self.book or self._wanted, self.day.year

        def answer(known: Known) -> None:
            if asked == self._asked:
                self._show(known)

        self.desk.read(lambda workspace: _known(workspace, kinds, wanted, year), answer)

    def problem(self) -> str:
        """Why no number can be given; “” when it can."""
        if not self.ready:
            return "Nomor sedang dibaca."
        if self.series is None:
            return ""
        if self.number is None:
            return "Tulis nomor dengan angka."
        return refusal(self.series, self.number, self.count)

    def _change_day(self, _: QDate) -> None:
        if self.series is None or self.series.year != self.day.year:
            self.ready = False
            self.ask()
        self._follow()

    def _show(self, known: Known) -> None:
        self.ready, self.series = True, known.series
        if not self.books.count():
            self._fill_books(known)
        own = self.source.value == _OWN and self.number_edit.text()
        for part in (self._source, self._number):
            part.setVisible(self.series is not None)
        if self.series is not None:
            self.source.fill([*_sources(self.series), (_OWN, _OWN)])
            if own:
                self._choose_quietly(_OWN)
            else:
                self._take()
        self._follow()

    def _fill_books(self, known: Known) -> None:
        mixed = [("Menurut jenis surat", BY_KIND)] if known.series is None else []
        self.books.fill([*mixed, *((book.name, book.key) for book in known.books)])
        was = self.books.blockSignals(True)
        self.books.choose(known.series.book.key if known.series else BY_KIND)
        self.books.blockSignals(was)

    def _take(self) -> None:
        """The number of the chosen source; a number of one's own stays as it is written."""
        if self.source.value != _OWN and self.source.value is not None:
            self.number_edit.setText(str(self.source.value))
        else:
            self.number_edit.setFocus()
            self.number_edit.selectAll()

    def _follow(self) -> None:
        """Say what the number will look like, and what to know about it."""
        if self.series is not None and self.source.value not in (self.number, _OWN):
            self._choose_quietly(_OWN)
        problem = self.problem()
        wrong = bool(problem) and self.ready
        restyle(self.number_edit, "wrong", wrong)
        self.example.setText("–" if problem else self._example())
        said = [problem] if wrong else [] if problem else self._remarks()
        if said:
            self.note.say(said[0], " ".join(said[1:]), "bad" if wrong else "warn")
        else:
            self.note.clear()
        self.changed.emit()

    def _example(self) -> str:
        if self.series is None or self.number is None:
            return "Nomor berikutnya dari buku masing-masing"
        first = numbered(self.series.book, self.number, self.day)
        if self.count == 1:
            return first
        last = numbered(self.series.book, self.number + self.count - 1, self.day)
        return f"{first} sampai {last}"

    def _remarks(self) -> list[str]:
        if self.series is None or self.number is None:
            return []
        keeper = self.series.book.keeper
        given = [f"Nomor buku ini diberikan {keeper}. Tulis nomor yang Anda terima."] if keeper else []
        return [*given, *remarks(self.series, self.day, self.number, self.count, date.today())]

    def _choose_quietly(self, value: object) -> None:
        was = self.source.blockSignals(True)
        self.source.choose(value)
        self.source.blockSignals(was)

    def _lay_out(self) -> None:
        self._source = titled("Ambil dari", self.source)
        self._number = titled("Nomor" if self.count == 1 else "Nomor pertama", self.number_edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        line = row(spacing=12)
        line.addWidget(titled("Buku nomor", self.books), 3)
        line.addWidget(titled("Tanggal surat", self.day_input), 2)
        column.addLayout(line)
        line = row(spacing=12)
        line.addWidget(self._source, 3)
        line.addWidget(self._number, 2)
        column.addLayout(line)
        box = frame("box")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(2)
        inner.addWidget(label("Tertulis di surat", "detail"))
        inner.addWidget(self.example)
        column.addWidget(box)
        column.addWidget(self.note)


def _known(workspace: Workspace, kinds: Sequence[str], wanted: str, year: int) -> Known:
    books = ready_books(workspace)
    found = {book.key for kind in kinds if (book := book_of(books, kind)) is not None}
    key = wanted or (next(iter(found)) if len(found) == 1 else "" if found else books[0].key)
    return Known(tuple(books), series_of(workspace, key, year) if key else None)


def _sources(series: Series) -> list[tuple[str, int]]:
    """Where a number can come from: the next one, those kept for later, those that nobody has."""
    waiting = [
        (f"Cadangan {range_words(first, last)}{_what_for(series, first)}", first) for first, last in series.reserved
    ]
    missing = [(f"Celah {range_words(first, last)}", first) for first, last in series.gaps]
    return [(f"Nomor berikutnya ({in_words(series.next)})", series.next), *waiting, *missing]


def _what_for(series: Series, number: int) -> str:
    subject = series.entries[number].subject
    return f": {shorten(subject, _SHORT, placeholder='…')}" if subject else ""
