"""The filter bar: what a page shows is always in sight, and each part of it can be changed there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.pictures.fonts import font
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import frame

BAR_HEIGHT = 44
_LEFT, _ARROW = 10, 26
"""Room before the words, and behind them for the arrow."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a filter's menu; several groups of a menu may each have a chosen one."""

    words: str
    value: object
    chosen: bool = False


class FilterButton(QPushButton):
    """“Bulan data **31 Maret 2025** ⌄”: opens a menu of choices; tinted where it differs from the page's default.

    In a narrow bar the name goes (`set_bare`) and a shorter value stands in (`set_brief`); the tooltip has all of it.
    """

    picked = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._name, self._value, self._short, self._changed = look, name, "–", "", False
        self._bare = self._brief = False
        self._yielding = True
        self.setProperty("kind", "filter")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self.clicked.connect(self._open)
        look.changed.connect(self.update)

    def set_name(self, name: str) -> None:
        self._name = name
        self._tell()

    def set_choices(self, choices: Sequence[tuple[str, object]], chosen: object, *, changed: bool = False) -> None:
        """`choices`: words and value; `chosen` is a value of them; `changed`: not the page's default."""
        lines = [Choice(words, value, value == chosen) for words, value in choices]
        value = next((line.words for line in lines if line.chosen), "–")
        self.set_groups([("", lines)], value, changed=changed)

    def set_groups(self, groups: Sequence[tuple[str, Sequence[Choice]]], value: str, *, changed: bool = False) -> None:
        """Choices in groups, each below its heading (none where it is empty); the button shows `value`."""
        self._menu.clear()
        self._value, self._short, self._changed = value, "", changed
        for place, (heading, choices) in enumerate(groups):
            if place:
                self._menu.addSeparator()
            if heading:
                self._menu.addAction(heading).setEnabled(False)
            for choice in choices:
                action = self._menu.addAction(choice.words)
                action.setCheckable(True)
                action.setChecked(choice.chosen)
                action.triggered.connect(lambda _=False, value=choice.value: self.picked.emit(value))
        self.setEnabled(sum(len(choices) for _, choices in groups) > 1)
        self._tell()

    def set_short(self, value: str, brief: str = "") -> None:
        """Show `value` on the button where the words of the choice are long; `brief` in a narrow bar."""
        self._value, self._short = value, brief
        self._tell()

    def set_bare(self, bare: bool) -> None:
        self._bare = bare
        self._tell()

    def set_brief(self, brief: bool) -> None:
        self._brief = brief
        self._tell()

    @property
    def menu_words(self) -> list[str]:
        """The lines of the menu: for tests."""
        return [action.text() for action in self._menu.actions() if action.text()]

    @property
    def value(self) -> str:
        return self._value

    def pick(self, words: str) -> None:
        """Choose the line of these words, as a click on it does."""
        next(action for action in self._menu.actions() if action.text() == words).trigger()

    def sizeHint(self) -> QSize:
        return QSize(self._name_width() + self._value_width() + _LEFT + _ARROW + 4, 30)

    def set_yielding(self, yielding: bool) -> None:
        """Whether its value may be cut where nothing else can give way."""
        self._yielding = yielding
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        if not self._yielding and self._bare:
            return self.sizeHint()
        return QSize(_LEFT + _ARROW + min(self._value_width() + 4, 40), 30)

    def _shown(self) -> str:
        return self._short if self._brief and self._short else self._value

    def _value_width(self) -> int:
        return QFontMetrics(_value_font()).horizontalAdvance(self._shown())

    def _name_width(self) -> int:
        return 0 if self._bare else QFontMetrics(font(13)).horizontalAdvance(self._name) + 6

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._value}")
        whole = f"{self._name}: {self._value}" if self._bare or self.width() < self.sizeHint().width() else ""
        only = "Hanya ada satu pilihan." if self._menu.actions() else "Tidak ada pilihan."
        self.setToolTip(whole if self.isEnabled() else f"{whole}\n{only}".strip())
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "acc" if self.hasFocus() else "acc_line" if self._changed else "line2"
        thick = 2 if self.hasFocus() else 1
        painter.setPen(QPen(self._look.colour(edge), thick))
        ground = "acc_soft" if self._changed else "hover" if self.underMouse() and self.isEnabled() else "surf"
        painter.setBrush(self._look.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2), 6, 6)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        left = _LEFT
        if not self._bare and self.width() >= self.sizeHint().width():
            painter.setFont(font(13))
            painter.setPen(self._look.colour("t3"))
            painter.drawText(QRectF(left, 0, self.width(), self.height()), middle, self._name)
            left += self._name_width()
        painter.setFont(_value_font())
        painter.setPen(self._look.colour("t1"))
        room = self.width() - left - _ARROW
        value = painter.fontMetrics().elidedText(self._shown(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room + 2, self.height()), middle, value)
        self._look.icon("chevron-down", "t3", 14).paint(painter, self.width() - 23, (self.height() - 14) // 2, 14, 14)

    def _open(self) -> None:
        self._menu.exec(self.mapToGlobal(self.rect().bottomLeft()))


def _value_font() -> QFont:
    return font(13, QFont.Weight.Medium)


class Bar(QFrame):
    """A row below the page's header: filters or steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setFixedHeight(BAR_HEIGHT)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(20, 0, 20, 0)
        self.line.setSpacing(8)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.line.addWidget(widget)

    def add_mark(self) -> None:
        """The thin upright line between the region and the filters."""
        mark = frame("rule")
        mark.setFixedSize(1, 24)
        self.line.addWidget(mark)
