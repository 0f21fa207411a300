"""A day, typed or picked from a calendar in Indonesian."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton

from desktop_app.ui.look import Look

INDONESIAN = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)
_ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}
"""Qt's own names of the two arrows above the days."""


class DayInput(QDateEdit):
    """`value` is the day; the calendar looks like the rest of the window."""

    def __init__(self, look: Look, value: date) -> None:
        super().__init__(QDate(value.year, value.month, value.day))
        self._look = look
        self.setLocale(INDONESIAN)
        self.setDisplayFormat("d MMMM yyyy")
        self.setCalendarPopup(True)
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        look.changed.connect(self._paint_arrows)
        self._paint_arrows()

    @property
    def value(self) -> date:
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def show_day(self, day: date) -> None:
        """Without telling."""
        was = self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(was)

    def _paint_arrows(self) -> None:
        for name, icon in _ARROWS.items():
            arrow = self.calendarWidget().findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(self._look.icon(icon, "t2"))
