"""One number book to fill in: name, pattern with a live example, code, and the kinds that take their numbers from it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.letterbook import (
    LARGEST,
    WORDS,
    NumberBook,
    example,
    pattern_problem,
    pattern_remark,
    with_code,
)
from desktop_app.ui.look import Look
from desktop_app.ui.pages.form_fields import Field
from desktop_app.ui.pages.reference_form import beside
from desktop_app.ui.widgets import Button, frame, label, row

NEW_PATTERN = "500.15.14/{nomor}/{kode}/{tahun}"
_DIGITS = 6


class BookForm(QWidget):
    """`changed`: a field is another; `kind_chosen`: a kind (key) shall take its numbers here, or not any more."""

    changed = Signal()
    kind_chosen = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setObjectName("scrolled")
        self._code, self._loading = "", False
        self.name = Field(look, "Nama buku", "Misalnya Buku nomor dinas")
        self.code = Field(look, "Kode pada nomor", "Misalnya DISNAKER")
        self.pattern = Field(look, "Pola nomor", NEW_PATTERN)
        self.first = Field(look, "Nomor pertama setiap tahun", "1")
        self.keeper = Field(look, "Diberikan oleh kantor lain", "Misalnya Bagian Umum Setda")
        self.example, self.remark = label("", "strong", wrap=True), label("", "hint", wrap=True)
        self.kinds: dict[str, QCheckBox] = {}
        self._kinds_column = QVBoxLayout()
        self._lay_out()
        for part in self._fields:
            part.changed.connect(self._tell)

    def begin(self, titles: Mapping[str, str], code: str) -> None:
        """The kinds that there are, and the code of the office, which stands where a book has none."""
        self._code = code
        self.code.edit.setPlaceholderText(f"Kosong: {code}")
        for key, title in titles.items():
            box = self.kinds[key] = QCheckBox(title)
            box.toggled.connect(lambda on, key=key: self._choose(key, on))
            self._kinds_column.addWidget(box)
        self._kinds_column.addStretch(1)

    def show_book(self, book: NumberBook, others: Mapping[str, str]) -> None:
        """Fill the fields. `others`: kind -> name of the other book that has it."""
        self._loading = True
        texts = (book.name, book.code, book.pattern, str(book.first), book.keeper)
        for part, text in zip(self._fields, texts, strict=True):
            part.set_text(text)
        for key, box in self.kinds.items():
            box.setChecked(key in book.kinds)
            box.setToolTip(f"Sekarang bernomor dari {others[key]}." if key in others else "")
        self._loading = False

    def filled(self, book: NumberBook) -> NumberBook:
        """`book` with what the fields hold; a first number that is none becomes 0."""
        first = self.first.text.replace(".", "")
        return replace(
            book, name=self.name.text, code=self.code.text, pattern=self.pattern.text, keeper=self.keeper.text,
            first=int(first) if first.isdecimal() and len(first) <= _DIGITS else 0,
        )  # fmt: skip

    def show_problems(self, book: NumberBook, name_problem: str) -> None:
        """What is wrong, below its field; and what a number will look like."""
        self.name.show_problem(name_problem)
        self.pattern.show_problem(pattern_problem(book.pattern))
        self.first.show_problem(first_problem(book))
        self.example.setText(example(with_code(book, self._code), date.today()) or "–")
        self.remark.setText(pattern_remark(book.pattern))
        self.remark.setVisible(bool(self.remark.text()))

    def insert(self, word: str) -> None:
        """Put a word of the pattern where the cursor stands."""
        self.pattern.edit.insert(f"{{{word}}}")
        self.pattern.edit.setFocus()

    @property
    def _fields(self) -> tuple[Field, ...]:
        return (self.name, self.code, self.pattern, self.first, self.keeper)

    def _tell(self) -> None:
        if not self._loading:
            self.changed.emit()

    def _choose(self, kind: str, on: bool) -> None:
        if not self._loading:
            self.kind_chosen.emit(kind, on)

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 8, 0)
        columns.setSpacing(20)
        columns.addLayout(self._made_fields(), 3)
        kinds = QVBoxLayout()
        kinds.setSpacing(6)
        kinds.addWidget(label("Jenis surat yang bernomor dari buku ini", "label", wrap=True))
        self._kinds_column.setSpacing(6)
        kinds.addLayout(self._kinds_column, 1)
        columns.addLayout(kinds, 2)

    def _made_fields(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        line = row(spacing=12)
        line.addWidget(self.name, 3, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.code, 2, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self.pattern)
        column.addLayout(self._made_words())
        box = frame("box")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(12, 6, 12, 6)
        inner.setSpacing(2)
        for part in (label("Contoh nomor 42 hari ini", "detail"), self.example, self.remark):
            inner.addWidget(part)
        column.addWidget(box)
        column.addLayout(beside(self.first, self.keeper))
        column.addStretch(1)
        return column

    def _made_words(self) -> QHBoxLayout:
        """A button for each word that a pattern may hold."""
        words = row(spacing=4)
        for word, what in WORDS.items():
            button = Button(self.look, f"{{{word}}}", small=True, name=f"Sisipkan {what}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, word=word: self.insert(word))
            words.addWidget(button)
        words.addStretch(1)
        return words


def first_problem(book: NumberBook) -> str:
    """Why a year cannot begin with this number; “” when it can."""
    return "" if 1 <= book.first <= LARGEST else f"Nomor pertama harus antara 1 dan {number(LARGEST)}."
