"""Inputs of the letter form: lists and numbers that the wheel leaves alone while the page is scrolled under it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox

from desktop_app.ui.day_input import INDONESIAN


class Choice(QComboBox):
    """One of several values. Qt gives a StrEnum back as plain text: whoever reads `currentData` makes it one again."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setMaxVisibleItems(14)

    def offer(self, choices: Sequence[tuple[str, object]], chosen: object) -> None:
        """Show `choices` (words, value) without telling."""
        was = self.blockSignals(True)
        self.clear()
        for words, value in choices:
            self.addItem(words, value)
        self.setCurrentIndex(next((place for place, (_, value) in enumerate(choices) if value == chosen), -1))
        self.setEnabled(len(choices) > 1)
        self.setToolTip(self.currentText() if len(choices) > 1 else "Hanya ada satu pilihan.")
        self.blockSignals(was)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Amount(QSpinBox):
    """A whole number in Indonesian writing."""

    def __init__(self, value: int, lowest: int, highest: int, step: int = 1, prefix: str = "") -> None:
        super().__init__()
        self.setLocale(INDONESIAN)
        self.setGroupSeparatorShown(highest > 9999)
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setPrefix(prefix)
        # Without step buttons the style sheet's padding does not reach the text.
        self.lineEdit().setTextMargins(9, 0, 9, 0)
        self.setValue(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_value(self, value: int) -> None:
        """Without telling."""
        was = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(was)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
