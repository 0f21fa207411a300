"""A month of a year, chosen from two lists."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop_app.domain.indonesian import MONTHS
from desktop_app.domain.periods import month_end

FIRST_YEAR = 2014
"""BPJS Ketenagakerjaan began its work in January 2014 (UU 24/2011)."""


class MonthInput(QWidget):
    """`value` is the last day of the month; None while no month is chosen.

    `optional`: no month need be chosen, and then the year stands still.
    """

    changed = Signal()

    def __init__(self, open_words: str = "Pilih bulan", *, optional: bool = False) -> None:
        super().__init__()
        self._optional = optional
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.month, self.year = QComboBox(), QComboBox()
        self.month.setAccessibleName("Bulan")
        self.year.setAccessibleName("Tahun")
        self.month.addItems([open_words, *MONTHS])
        self.year.addItems([str(year) for year in range(date.today().year, FIRST_YEAR - 1, -1)])
        for box, letters in ((self.month, 5), (self.year, 3)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(letters)
            box.currentIndexChanged.connect(self._change)
        line.addWidget(self.month, 3)
        line.addWidget(self.year, 2)
        self.setFocusProxy(self.month)
        self.year.setEnabled(not optional)

    @property
    def value(self) -> date | None:
        place = self.month.currentIndex()
        return month_end(int(self.year.currentText()), place) if place > 0 else None

    def set_value(self, value: date | None) -> None:
        """Choose without telling; a year that is not in the list is added."""
        was = self.blockSignals(True)
        self.month.setCurrentIndex(value.month if value else 0)
        if value and self.year.findText(str(value.year)) < 0:
            self.year.addItem(str(value.year))
        self.year.setCurrentText(str(value.year) if value else str(date.today().year))
        self.blockSignals(was)

    def _change(self) -> None:
        self.year.setEnabled(not self._optional or self.value is not None)
        self.changed.emit()
