"""A number for letters: from which book, on which day, which number; with a live example and what to know about it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.letterbook import numbered
from desktop_app.domain.number_remarks import refusal, remarks
from desktop_app.domain.number_series import Series
from desktop_app.ui.day_input import DayInput
from desktop_app.ui.desk import Desk
from desktop_app.ui.number_sources import BY_KIND, OWN, Known, known_numbers, sources
from desktop_app.ui.pages.notes import Note
from desktop_app.ui.pages.reference_form import Choice, titled
from desktop_app.ui.widgets import frame, label, restyle, row


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
        self._keepers: set[str] = set()
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

        self.desk.read(lambda workspace: known_numbers(workspace, kinds, wanted, year), answer)

    def problem(self) -> str:
        """Why no number can be given; “” when it can."""
        if not self.ready:
            return "Nomor sedang dibaca."
        if self.series is None:
            return ""
        if self.number is None:
            keeper = self.series.book.keeper
            return f"Tulis nomor yang diberikan {keeper}." if keeper else "Tulis nomor dengan angka."
        return refusal(self.series, self.number, self.count)

    def _change_day(self, _: QDate) -> None:
        if self.series is None or self.series.year != self.day.year:
            self.ready = False
            self.ask()
        self._follow()

    def _show(self, known: Known) -> None:
        own = self.source.value == OWN and bool(self.number_edit.text()) and _same_book(self.series, known.series)
        self.ready, self.series = True, known.series
        self._keepers = {book.keeper for book in known.books if book.keeper and {*book.kinds} & {*self._kinds}}
        if not self.books.count():
            self._fill_books(known)
        for part in (self._source, self._number):
            part.setVisible(self.series is not None)
        if self.series is not None:
            self.source.fill(sources(self.series))
            if own:
                self._choose_quietly(OWN)
            elif self.series.book.keeper:
                self.number_edit.clear()
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
        if self.source.value != OWN and self.source.value is not None:
            self.number_edit.setText(str(self.source.value))
        else:
            self.number_edit.setFocus()
            self.number_edit.selectAll()

    def _follow(self) -> None:
        """Say what the number will look like, and what to know about it."""
        if self.series is not None and self.source.value not in (self.number, OWN):
            self._choose_quietly(OWN)
        problem = self.problem()
        waits = self.series is not None and bool(self.series.book.keeper) and not self.number_edit.text().strip()
        wrong = bool(problem) and self.ready and not waits
        restyle(self.number_edit, "wrong", wrong)
        self.example.setText("–" if problem else self._example())
        said = [problem] if self.ready and problem else self._remarks()
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
            keepers = ", ".join(sorted(self._keepers)) if self.ready and self.series is None else ""
            return [f"Sebagian nomor ini diberikan {keepers}; pastikan sama dengan nomornya."] if keepers else []
        return remarks(self.series, self.day, self.number, self.count, date.today())

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


def _same_book(one: Series | None, other: Series | None) -> bool:
    return one is not None and other is not None and one.book.key == other.book.key
