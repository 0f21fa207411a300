"""Fields of the forms in Pengaturan: a line with its label above and below it a hint, or what is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Icon, field, label, restyle

NIP_DIGITS = 18


class Field(QWidget):
    """A line to fill in, with its label above and below it a hint or what is wrong."""

    changed = Signal()

    def __init__(self, look: Look, title: str, example: str = "", hint: str = "") -> None:
        super().__init__()
        self.edit, self._hint, self._problem = (
            QLineEdit(),
            label(hint, "hint", wrap=True),
            label("", "error", wrap=True),
        )
        self.edit.setPlaceholderText(example)
        column = field(title, self.edit)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        self._sign = Icon(look, "circle-alert", "bad", 13)
        wrong = QHBoxLayout()
        wrong.setSpacing(6)
        wrong.addWidget(self._sign)
        wrong.addWidget(self._problem, 1)
        column.addLayout(wrong)
        self.setLayout(column)
        self.show_problem("")
        self.edit.textChanged.connect(self.changed)

    @property
    def text(self) -> str:
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)
        self.edit.setCursorPosition(0)

    def show_problem(self, sentence: str) -> None:
        """Mark the field as wrong and say why; “” for a good one."""
        self._problem.setText(sentence)
        for part in (self._problem, self._sign):
            part.setVisible(bool(sentence))
        self._hint.setVisible(bool(self._hint.text()) and not sentence)
        restyle(self.edit, "wrong", bool(sentence))


def nip_problem(text: str) -> str:
    """A NIP is 18 digits; an office may leave it out."""
    bare = text.replace(" ", "")
    if not bare or (len(bare) == NIP_DIGITS and bare.isascii() and bare.isdigit()):
        return ""
    if bare.isascii() and bare.isdigit():
        return f"NIP terdiri dari 18 angka; yang tertulis {len(bare)} angka."
    return "NIP hanya berisi angka, 18 angka tanpa tanda baca."


def pair(left: QWidget, right: QWidget) -> QGridLayout:
    """Two fields of the same width, side by side and level at the top."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    for place, part in enumerate((left, right)):
        grid.addWidget(part, 0, place, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(place, 1)
    return grid
