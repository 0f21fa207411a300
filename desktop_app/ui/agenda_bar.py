"""The bar above the agenda: which book, year and state is looked at, and what can be done with the book."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from desktop_app.domain.letterbook import NumberBook
from desktop_app.ui.agenda_lines import STATES, state_words
from desktop_app.ui.look import Look
from desktop_app.ui.pages.reference_form import Choice
from desktop_app.ui.widgets import Button, frame

HEIGHT = 44
_LEAST, _YEAR = 400, 84
_WORDS = (
    ("Catat nomor", "Catat", "Catat nomor surat yang dibuat di luar Cakupan"),
    ("Cadangkan rentang", "Cadangkan", "Cadangkan nomor untuk surat yang akan datang"),
    ("Buku nomor", "Buku", "Atur buku nomor, pola, dan jenis suratnya"),
    ("Ekspor ke Excel", "Ekspor", "Simpan agenda ini sebagai lembar kerja Excel"),
)


class AgendaBar:
    """`frame` is the bar. The choices tell by their own signals; `state.value` is one of `STATES`, “” for all."""

    def __init__(self, look: Look) -> None:
        self.frame = frame("bar")
        self.frame.setFixedHeight(HEIGHT)
        # Else the long words of a wide window would keep it from becoming narrow.
        self.frame.setMinimumWidth(_LEAST)
        self.book, self.year = Choice(), Choice()
        self.state = Choice(("Semua keadaan", ""), *((state_words(state), state) for state in STATES))
        self.paper = Button(look, "", "pen-line", small=True)
        self.reserve = Button(look, "", "lock", small=True)
        self.books = Button(look, "", "book-open", small=True)
        self.export = Button(look, "", "download", small=True)
        for choice, name in ((self.book, "Buku nomor"), (self.year, "Tahun"), (self.state, "Keadaan")):
            choice.setAccessibleName(name)
            choice.setProperty("small", True)
        self.book.setMinimumContentsLength(16)
        self.year.setFixedWidth(_YEAR)
        self._line = line = QHBoxLayout(self.frame)
        line.setSpacing(8)
        for choice in (self.book, self.year, self.state):
            line.addWidget(choice)
        line.addStretch(1)
        for button in self.buttons:
            line.addWidget(button)
        self.set_narrow(False)

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (self.paper, self.reserve, self.books, self.export)

    def show_books(self, books: Sequence[NumberBook], book: str, years: Sequence[int], year: int) -> None:
        """Without telling."""
        for choice, entries, chosen in (
            (self.book, [(one.name, one.key) for one in books], book),
            (self.year, [(str(one), one) for one in years], year),
        ):
            choice.fill(entries)
            was = choice.blockSignals(True)
            choice.choose(chosen)
            choice.blockSignals(was)

    def set_narrow(self, narrow: bool) -> None:
        side = 12 if narrow else 20
        self._line.setContentsMargins(side, 0, side, 0)
        self.state.setMinimumContentsLength(10 if narrow else 14)
        for button, (words, short, tip) in zip(self.buttons, _WORDS, strict=True):
            button.setText(short if narrow else words)
            button.setToolTip(tip)
            button.setAccessibleName(words)
