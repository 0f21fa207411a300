"""The dialog in which one thing of the page Data Acuan is filled in; it stays open until it is kept."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.ui.day_input import DayInput
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look
from desktop_app.ui.pages.notes import Note
from desktop_app.ui.pages.office_editor import Field
from desktop_app.ui.pages.reference_keeping import Work, keep
from desktop_app.ui.pages.reference_parts import allow
from desktop_app.ui.widgets import Button, field, frame, label

T = TypeVar("T")

WIDTH = 520
DOCUMENT_EXAMPLE = "Misalnya SK Gubernur Nomor 1 Tahun 2026"


class FormDialog(QDialog):
    """Subclasses fill `body`, and say what is wrong (`problem`), what to write (`work`) and what to tell (`message`)."""

    def __init__(self, desk: Desk, parent: QWidget, title: str, intro: str = "", act: str = "Simpan") -> None:
        super().__init__(parent)
        self.desk, self.look = desk, desk.look
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(10)
        self.body.addWidget(label(title, "card-title"))
        if intro:
            self.body.addWidget(label(intro, "secondary", wrap=True))
        self.note = Note(self.look)
        outer.addLayout(self.body, 1)
        outer.addWidget(self._made_foot(act))

    def problem(self) -> str:
        """Why it cannot be kept as it is; “” when it can."""
        return ""

    def work(self) -> Work:
        """What to write, taken from the fields as they are now."""
        raise NotImplementedError

    def message(self) -> str:
        """What the short message says afterwards."""
        raise NotImplementedError

    def begin(self) -> None:
        """Show it; the note stands below the fields."""
        self.body.addWidget(self.note)
        self.check()
        self.open()

    def check(self) -> None:
        allow(self.save, self.problem())

    def submit(self) -> None:
        if self.problem():
            return
        allow(self.save, "Sedang disimpan.")
        self.note.clear()
        keep(self.desk, self.work(), self.message(), done=self.accept, refuse=self._refuse)

    def _refuse(self, error: AppError) -> None:
        self.note.say_error(error)
        self.check()

    def _made_foot(self, act: str) -> QWidget:
        foot = frame("card-foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(20, 10, 20, 10)
        line.addStretch(1)
        self.cancel = Button(self.look, "Batal")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.save = Button(self.look, act, kind="primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.submit)
        line.addWidget(self.cancel)
        line.addWidget(self.save)
        return foot


class DayField(QWidget):
    """A day; with `optional` words beside a box that must be ticked before there is one."""

    def __init__(self, look: Look, title: str, value: date | None, optional: str = "") -> None:
        super().__init__()
        self.input = DayInput(look, value or date.today())
        column = field(title, self.input)
        column.setContentsMargins(0, 0, 0, 0)
        self.box = QCheckBox(optional)
        self.box.setVisible(bool(optional))
        self.box.setChecked(value is not None or not optional)
        self.box.toggled.connect(self.input.setEnabled)
        self.input.setEnabled(self.box.isChecked())
        if optional:
            column.insertWidget(1, self.box)
        self.setLayout(column)

    @property
    def value(self) -> date | None:
        return self.input.value if self.box.isChecked() else None


def document_field(look: Look, text: str = "", title: str = "Dokumen penetapan") -> Field:
    made = Field(look, title, DOCUMENT_EXAMPLE)
    made.set_text(text)
    return made


def choice(*choices: tuple[str, object], chosen: object = None) -> QComboBox:
    """A drop-down of words and values."""
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    for words, value in choices:
        made.addItem(words, value)
    place = next((at for at, (_, value) in enumerate(choices) if value == chosen), 0)
    made.setCurrentIndex(place if choices else -1)
    return made


def beside(*parts: QWidget) -> QGridLayout:
    """Fields of the same width side by side, level at the top."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    for place, part in enumerate(parts):
        grid.addWidget(part, 0, place, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(place, 1)
    return grid


def titled(title: str, widget: QWidget, hint: str = "") -> QWidget:
    """An input with its label, as one widget."""
    made = QWidget()
    column = field(title, widget, hint)
    column.setContentsMargins(0, 0, 0, 0)
    made.setLayout(column)
    return made
