"""One question of an import: a value that waits for a word, its candidates with parents and evidence, and the answer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import NBSP, number
from desktop_app.domain.nik import shown_value
from desktop_app.domain.questions import Asks, Candidate, Question
from desktop_app.ui.look import Look
from desktop_app.ui.pages.import_search import SearchField
from desktop_app.ui.widgets import Button, ElidedLabel, Icon, State, Tag, clear, label, restyle, row

_ICONS = {Asks.PLACE: "map-pin", Asks.VALUE: "hash", Asks.PERIOD: "calendar"}


class CandidateRow(QFrame):
    """A possible answer as a row: a click anywhere on it chooses it."""

    def __init__(self, candidate: Candidate) -> None:
        super().__init__()
        self.candidate = candidate
        self.setObjectName("choice")
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 4, 10, 4)
        line.setSpacing(8)
        name, above = named(candidate.label)
        self.button = QRadioButton(name)
        self.button.setAccessibleName(", ".join(filter(None, (candidate.label, candidate.evidence))))
        self.button.toggled.connect(lambda on: restyle(self, "chosen", on))
        line.addWidget(self.button)
        line.addWidget(ElidedLabel(above, "secondary", Qt.TextElideMode.ElideRight), 1)
        line.addWidget(label(candidate.evidence, "hint"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.button.setChecked(True)
        self.button.setFocus()


class QuestionCard(QFrame):
    """Folded to a line, or open with its candidates.

    `answered`: the value chosen (None: the answer is taken back). `left`: the rows may go on waiting. `opened`: the user wants
    to answer it. `searched`: names of other regions are wanted.
    """

    answered = Signal(object, str)
    left = Signal(object)
    opened = Signal(object)
    searched = Signal(object, str)

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__()
        self.look, self.question = look, question
        self.setObjectName("card")
        self._candidates = list(question.candidates)
        self._rows: list[CandidateRow] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 10, 12, 10)
        outer.setSpacing(8)
        outer.addLayout(self._made_head())
        self._body = QWidget()
        self._fill_body()
        outer.addWidget(self._body)
        self.fold()

    @property
    def is_open(self) -> bool:
        return not self._body.isHidden()

    @property
    def chosen(self) -> str | None:
        """Value of the candidate that is chosen."""
        return next((row.candidate.value for row in self._rows if row.button.isChecked()), None)

    def open(self) -> None:
        self._body.show()
        self._answer_line.hide()

    def fold(self) -> None:
        self._body.hide()
        self._answer_line.show()

    def say_answer(self, value: str | None, *, left: bool) -> None:
        """What was answered, beside the question while it is folded."""
        found = next((named(each.label) for each in self._candidates if each.value == value), (value or "", ""))
        known = ", ".join(filter(None, found))
        self._tag.setVisible(value is not None or left)
        self._tag.set_state(State.SAFE if value is not None else State.WAITING, known or "Dibiarkan menunggu")
        self._again.setText("Jawab" if value is None else "Ubah")

    def choose(self, value: str) -> None:
        for each in self._rows:
            each.button.setChecked(each.candidate.value == value)

    def focus_first(self) -> None:
        target = self._rows[0].button if self._rows else self._search
        target.setFocus()

    def show_found(self, found: Sequence[Candidate]) -> None:
        """Regions that a search found, in place of the candidates of the question."""
        self._candidates = [*self.question.candidates, *(c for c in found if c not in self.question.candidates)]
        self._fill_rows(found or self.question.candidates)
        self._nothing.setVisible(not found)

    def _made_head(self) -> QHBoxLayout:
        question = self.question
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(title_of(question), "strong", wrap=True))
        column = f"Kolom {question.column}, mulai" if question.column else "Mulai"
        words.addWidget(label(f"{column} baris {number(question.first_row)}.", "detail", wrap=True))
        self._answer_line = QWidget()
        self._tag = Tag(self.look, State.SAFE)
        self._again = Button(self.look, "Jawab", small=True)
        self._again.clicked.connect(lambda: self.opened.emit(self))
        self._answer_line.setLayout(row(self._tag, self._again))
        self._answer_line.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Icon(self.look, _ICONS[question.asks], "warn"), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self._answer_line)
        return line

    def _fill_body(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(28, 0, 4, 4)
        column.setSpacing(8)
        self._group = QButtonGroup(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        self._search = SearchField("Cari wilayah lain", "Cari wilayah lain, misalnya Abiansemal")
        self._search.setVisible(self.question.asks is Asks.PLACE)
        self._search.searched.connect(lambda words: self.searched.emit(self, words))
        self._nothing = label("Tidak ditemukan. Coba sebagian nama, atau kode wilayah.", "hint")
        self._nothing.hide()
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        self.apply = Button(
            self.look, f"Terapkan ke {number(self.question.rows)}{NBSP}baris", kind="primary", small=True
        )
        self.leave = Button(self.look, "Lewati, biarkan menunggu", small=True)
        self.apply.clicked.connect(self._answer)
        self.leave.clicked.connect(lambda: self.left.emit(self))
        column.addLayout(row(self.apply, self.leave, 1))
        self._fill_rows(self.question.candidates)

    def _fill_rows(self, candidates: Sequence[Candidate]) -> None:
        clear(self._list)
        self._rows = [CandidateRow(candidate) for candidate in candidates]
        for each in self._rows:
            self._group.addButton(each.button)
            self._list.addWidget(each)
            each.button.toggled.connect(lambda _: self._allow())
        self._allow()

    def _allow(self) -> None:
        ready = self.chosen is not None
        self.apply.setEnabled(ready)
        self.apply.setToolTip("" if ready else "Pilih salah satu jawaban lebih dulu.")

    def _answer(self) -> None:
        if (value := self.chosen) is not None:
            self.answered.emit(self, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on an answer chooses it, and once more applies it; elsewhere it is left to the page."""
        present = next((each.button for each in self._rows if each.button.hasFocus()), None)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or present is None:
            event.ignore()
        elif present.isChecked():
            self._answer()
        else:
            present.setChecked(True)


def title_of(question: Question) -> str:
    """“38 baris: “Selat” dapat berarti 7 tempat”. The candidates stand below, so that the sentence need not list them."""
    sentence = question.message.partition(": ")[0].rstrip(".")
    shown = f"“{shown_value(question.text)}”"
    return f"{number(question.rows)} baris: {sentence if sentence.startswith('“') else shown}"


def named(text: str) -> tuple[str, str]:
    """“Desa Selat (Kecamatan Abiansemal, Kabupaten Badung)” -> its name, and “Abiansemal, Badung”."""
    name, bracket, above = text.partition(" (") if text.endswith(")") else text.partition(", ")
    above = above.removesuffix(")") if bracket == " (" else above
    for kind in ("Kecamatan ", "Kabupaten ", "Provinsi "):
        above = above.replace(kind, "")
    return name, above
