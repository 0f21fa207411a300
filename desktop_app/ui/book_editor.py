"""All number books of the office in one dialog: looked at one by one, kept together."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.letterbook import NumberBook, pattern_problem
from desktop_app.domain.sheets import Tick
from desktop_app.operations.letters.agenda import kind_titles
from desktop_app.operations.letters.books import list_books, own_code, save_books
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.book_form import NEW_PATTERN, BookForm, first_problem
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.reference_form import Choice
from desktop_app.ui.step_dialog import StepDialog
from desktop_app.ui.widgets import Button, row

SIZE = (860, 452)
_UNNAMED = "Buku baru"


class BookEditor(StepDialog):
    """`found`: the books as they are stored, `edited`: as they are filled in. `stored` gives the books that were kept."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent, "Buku nomor", "", "Simpan")
        self.found: list[NumberBook] = []
        self.edited: list[NumberBook] = []
        self.place = 0
        self.books = Choice()
        self.add = Button(self.look, "Tambah buku", "plus", small=True)
        self.remove = Button(self.look, "Hapus", "trash-2", small=True)
        self.form = BookForm(self.look)
        self._lay_out()
        self.books.currentIndexChanged.connect(self._look_at)
        self.add.clicked.connect(self.add_book)
        self.remove.clicked.connect(self.remove_book)
        self.form.changed.connect(self._take)
        self.form.kind_chosen.connect(self._take_kind)

    def begin(self) -> None:
        super().begin()
        self.desk.read(_read, lambda found: self._show(*found))

    @property
    def book(self) -> NumberBook | None:
        """The one that is looked at, as it is filled in."""
        return self.edited[self.place] if self.edited else None

    def problem(self) -> str:
        present = self.book
        if present is None:
            return "Buku nomor sedang dibaca."
        for book in (present, *self.edited):
            why = self._name_problem(book) or pattern_problem(book.pattern) or first_problem(book)
            if why:
                return why if book is present else f"{book.name or _UNNAMED}: {why}"
        return "" if self.edited != self.found else "Belum ada yang diubah."

    def check(self) -> None:
        super().check()
        if self.book is not None:
            self.form.show_problems(self.book, self._name_problem(self.book))
            self.remove.setEnabled(len(self.edited) > 1)

    def add_book(self) -> None:
        self.edited.append(NumberBook(key="", name="", pattern=NEW_PATTERN, code=""))
        self._look_at(len(self.edited) - 1)
        self.form.name.edit.setFocus()

    def remove_book(self) -> None:
        """Take the book out; the store refuses one that has numbers."""
        if len(self.edited) > 1:
            del self.edited[self.place]
            self._look_at(0)

    def prepare(self) -> None:
        self._wanted = list(self.edited)

    def store(self, workspace: Workspace, tick: Tick) -> list[NumberBook]:
        return save_books(workspace, self._wanted)

    def told(self, result: object) -> tuple[str, str]:
        assert isinstance(result, list)
        return f"{number(len(result))} buku nomor tersimpan", ", ".join(book.name for book in result)

    def _name_problem(self, book: NumberBook) -> str:
        name = book.name.strip().casefold()
        if not name:
            return "Nama buku nomor belum diisi."
        names = [other.name.strip().casefold() for other in self.edited]
        return "Nama ini sudah dipakai buku lain." if names.count(name) > 1 else ""

    def _show(self, books: Sequence[NumberBook], titles: dict[str, str], code: str) -> None:
        self.found, self.edited = list(books), list(books)
        self.form.begin(titles, code)
        self._look_at(0)

    def _look_at(self, place: int) -> None:
        """Show another book; what was filled in stays as it is."""
        self.place = place
        self.books.fill([(book.name or _UNNAMED, at) for at, book in enumerate(self.edited)])
        was = self.books.blockSignals(True)
        self.books.choose(place)
        self.books.blockSignals(was)
        book = self.edited[place]
        others = {kind: other.name for other in self.edited if other is not book for kind in other.kinds}
        self.form.show_book(book, others)
        self.check()

    def _take(self) -> None:
        """Keep what is filled in."""
        if self.edited:
            self.edited[self.place] = self.form.filled(self.edited[self.place])
            self.books.setItemText(self.place, self.edited[self.place].name or _UNNAMED)
            self.check()

    def _take_kind(self, kind: str, on: bool) -> None:
        """A kind is in one book at most."""
        for at, book in enumerate(self.edited):
            here = {*book.kinds, kind} if on and at == self.place else {*book.kinds} - {kind}
            self.edited[at] = replace(book, kinds=tuple(one for one in self.form.kinds if one in here))
        self.check()

    def _lay_out(self) -> None:
        self.resize(*SIZE)
        self.books.setAccessibleName("Buku nomor")
        self.books.setMinimumContentsLength(24)
        self.body.addLayout(row(self.books, self.add, self.remove, 1))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.form)
        self.body.addWidget(area, 1)


def _read(workspace: Workspace) -> tuple[list[NumberBook], dict[str, str], str]:
    return list_books(workspace), kind_titles(workspace), own_code(workspace)
