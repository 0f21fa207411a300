"""The filter bar: what a page shows is always in sight, and each part of it can be changed there."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.domain.regions import Region
from desktop_app.pictures.fonts import font
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, clear, frame, label

BAR_HEIGHT = 44


class FilterButton(QPushButton):
    """“Bulan data **31 Maret 2025** ⌄”: opens a menu of choices; tinted where it differs from the page's default.

    Without room for both the name goes, and the tooltip has it.
    """

    picked = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._name, self._value, self._changed = look, name, "–", False
        self.setProperty("kind", "filter")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self.clicked.connect(self._open)
        look.changed.connect(self.update)

    def set_choices(self, choices: Sequence[tuple[str, object]], chosen: object, *, changed: bool = False) -> None:
        """`choices`: words and value; `chosen` is a value of them; `changed`: not the page's default."""
        self._menu.clear()
        self._value = next((words for words, value in choices if value == chosen), "–")
        self._changed = changed
        for words, value in choices:
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _=False, value=value: self.picked.emit(value))
        self.setEnabled(len(choices) > 1)
        self.setAccessibleName(f"{self._name}: {self._value}")
        self.updateGeometry()
        self._tell()

    def set_short(self, value: str) -> None:
        """Show `value` on the button where the words of the choice are long."""
        self._value = value
        self.updateGeometry()
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(self._name_width() + QFontMetrics(_value_font()).horizontalAdvance(self._value) + 10 + 30, 30)

    def _name_width(self) -> int:
        return QFontMetrics(font(13)).horizontalAdvance(self._name) + 6

    def _tell(self) -> None:
        whole = f"{self._name}: {self._value}" if self.width() < self.sizeHint().width() else ""
        self.setToolTip(whole if self.isEnabled() else f"{whole}\nHanya ada satu pilihan.".strip())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 30)

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
        left = 10
        if self.width() >= self.sizeHint().width():
            painter.setFont(font(13))
            painter.setPen(self._look.colour("t3"))
            painter.drawText(QRectF(left, 0, self.width(), self.height()), middle, self._name)
            left += self._name_width()
        painter.setFont(_value_font())
        painter.setPen(self._look.colour("t1"))
        room = self.width() - left - 26
        value = painter.fontMetrics().elidedText(self._value, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room + 2, self.height()), middle, value)
        self._look.icon("chevron-down", "t3", 14).paint(painter, self.width() - 23, (self.height() - 14) // 2, 14, 14)

    def _open(self) -> None:
        self._menu.exec(self.mapToGlobal(self.rect().bottomLeft()))


def _value_font() -> QFont:
    return font(13, QFont.Weight.Medium)


class Breadcrumb(QWidget):
    """The region and those above it; a click on one goes there. The filters beside it give way, it does not."""

    picked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_path(self, path: Sequence[Region]) -> None:
        """`path` from the province to the region itself."""
        clear(self._line)
        for place, region in enumerate(path):
            if place:
                arrow = label("›", "hint")
                self._line.addWidget(arrow)
            if place == len(path) - 1:
                self._line.addWidget(label(region.name, "strong"))
            else:
                step = Button(self._look, region.short_name, kind="link")
                step.clicked.connect(lambda _=False, code=region.code: self.picked.emit(code))
                self._line.addWidget(step)


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
