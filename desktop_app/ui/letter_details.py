"""What a kind of letter needs besides: day and place of a meeting, the letter it follows, through whom it goes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui.widgets import clear, field


class LetterDetails(QWidget):
    """`changed`: `values` are others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, str] = {}
        self._fields: tuple[tuple[str, str, str], ...] = ()
        self.edits: dict[str, QLineEdit] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """What is filled in of the fields that are asked for."""
        asked = [key for key, _, _ in self._fields] or list(self._known)
        return tuple((key, self._known[key]) for key in asked if self._known.get(key))

    def begin(self, values: Sequence[tuple[str, str]] = ()) -> None:
        self._known = dict(values)
        for key, edit in self.edits.items():
            edit.setText(self._known.get(key, ""))

    def show_fields(self, fields: Sequence[tuple[str, str, str]]) -> None:
        """(key, label, example) of each; what was typed stays."""
        self.setVisible(bool(fields))
        if tuple(fields) == self._fields:
            return
        self._fields = tuple(fields)
        clear(self._column)
        self.edits = {}
        for key, title, example in fields:
            edit = QLineEdit(self._known.get(key, ""))
            edit.setPlaceholderText(f"Misalnya {example}" if example else "")
            edit.textEdited.connect(lambda text, key=key: self._type(key, text))
            self.edits[key] = edit
            self._column.addLayout(field(title, edit))

    def _type(self, key: str, text: str) -> None:
        self._known[key] = text.strip()
        self.changed.emit()
