"""The dialog in which one thing of the page Data Acuan is filled in; it stays open until it is kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.ui.closing import destroy_when_closed
from desktop_app.ui.day_input import DayInput
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look
from desktop_app.ui.pages.form_fields import Field
from desktop_app.ui.pages.notes import Note
from desktop_app.ui.pages.reference_keeping import Work, keep
from desktop_app.ui.pages.reference_parts import allow
from desktop_app.ui.widgets import Button, field, frame, label

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
        destroy_when_closed(desk, self)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(10)
        self.body.addWidget(label(title, "card-title"))
        if intro:
            self.body.addWidget(label(intro, "secondary", wrap=True))
        self.note = Note(self.look)
        self._outer.addLayout(self.body, 1)
        self.cancel = Button(self.look, "Batal")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.save = Button(self.look, act, kind="primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.submit)

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
        """Show it; note and buttons come after the fields, for the Tab key too."""
        self.body.addWidget(self.note)
        self._outer.addWidget(self._made_foot())
        self.check()
        self.open()
        self.focusNextChild()

    def check(self) -> None:
        allow(self.save, self.problem())
        self._fit()

    def submit(self) -> None:
        if self.problem():
            return
        allow(self.save, "Sedang disimpan.")
        self.note.clear()
        keep(self.desk, self.work(), self.message(), done=self.accept, refuse=self._refuse)

    def _refuse(self, error: AppError) -> None:
        """In the dialog, or where it was closed meanwhile in a message of its own."""
        if not self.isVisible():
            self.desk.failed.emit(error)
            return
        self.note.say_error(error)
        self.check()

    def _fit(self) -> None:
        """Grow for a sentence that came, so that no line of it is cut."""
        self._outer.activate()
        needed = self._outer.totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _made_foot(self) -> QWidget:
        foot = frame("card-foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(20, 10, 20, 10)
        line.addStretch(1)
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


def document_field(
    look: Look, text: str = "", title: str = "Dokumen penetapan", example: str = DOCUMENT_EXAMPLE
) -> Field:
    made = Field(look, title, example)
    made.set_text(text)
    return made


class Choice(QComboBox):
    """A drop-down of words, each for a value. The values stay here: Qt would make plain texts of enumerations."""

    def __init__(self, *choices: tuple[str, object], chosen: object = None) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._values: list[Any] = []
        self.fill(choices)
        self.choose(chosen)

    @property
    def value(self) -> Any:
        """The value of the chosen words; None where there is nothing to choose."""
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def fill(self, choices: Sequence[tuple[str, object]]) -> None:
        """Other choices, the first one chosen; without telling."""
        was = self.blockSignals(True)
        self.clear()
        self._values = [value for _, value in choices]
        self.addItems([words for words, _ in choices])
        self.blockSignals(was)

    def choose(self, value: object) -> None:
        """The choice of this value, else the first one."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else min(0, len(self._values) - 1))


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
