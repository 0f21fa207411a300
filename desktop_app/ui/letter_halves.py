"""The two halves of a new letter: side by side, or taking turns where the window is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.letter_choices import LetterChoices
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Switch, frame

CHOICES_WIDTH, NARROW_CHOICES = 498, 412
NARROW_BELOW, ONE_BELOW = 1000, 900
"""Widths of the page below which the choices are narrow, and below which choices and pages take turns."""
VIEWS = ("Isian", "Pratinjau")
_NO_LIMIT = 16_777_215


class LetterHalves(QWidget):
    """`views`: the switch between the halves, for the page's header; hidden where both are in sight."""

    def __init__(self, look: Look, choices: LetterChoices, foot: QWidget, pages: QWidget) -> None:
        super().__init__()
        self._choices, self._pages = choices, pages
        self.views = Switch(look, VIEWS, self.show_view)
        self.views.hide()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._left, self._middle = frame("form"), QStackedWidget()
        self._middle.addWidget(choices)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 1, 0)
        left.setSpacing(0)
        left.addWidget(self._middle, 1)
        left.addWidget(foot)
        self._line.addWidget(self._left)
        self._line.addWidget(pages, 1)

    @property
    def one(self) -> bool:
        """The halves take turns."""
        return self._middle.count() > 1

    def show_view(self, place: int) -> None:
        """Choices or pages, where they take turns."""
        self._middle.setCurrentIndex(min(place, self._middle.count() - 1))
        self.views.choose(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_one(self.width() < ONE_BELOW)
        if not self.one:
            width = NARROW_CHOICES if self.width() < NARROW_BELOW else CHOICES_WIDTH
            self._left.setFixedWidth(width)
            self._choices.set_tight(width < CHOICES_WIDTH)

    def _set_one(self, one: bool) -> None:
        if one == self.one:
            return
        if one:
            self._middle.addWidget(self._pages)
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(_NO_LIMIT)
        else:
            self._line.addWidget(self._pages, 1)
            self._pages.show()
        self.views.setVisible(one)
        self.show_view(0)
