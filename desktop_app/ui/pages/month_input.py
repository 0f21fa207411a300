"""A month of a year, chosen from two lists."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop_app.domain.indonesian import MONTHS
from desktop_app.domain.periods import month_end

FIRST_YEAR = 2014
"""BPJS Ketenagakerjaan began its work in January 2014 (UU 24/2011)."""


class MonthInput(QWidget):
    """`value` is the last day of the month; None while no month is chosen."""

    changed = Signal()

    def __init__(self, open_words: str = "Pilih bulan") -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.month, self.year = QComboBox(), QComboBox()
        self.month.setAccessibleName("Bulan")
        self.year.setAccessibleName("Tahun")
        self.month.addItems([open_words, *MONTHS])
        self.year.addItems([str(year) for year in range(date.today().year, FIRST_YEAR - 1, -1)])
        for box in (self.month, self.year):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        line.addWidget(self.month, 3)
        line.addWidget(self.year, 2)
        self.setFocusProxy(self.month)

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
