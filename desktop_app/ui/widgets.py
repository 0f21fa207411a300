"""Small building blocks of every page: labels, buttons, cards, tags, empty states."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.pictures.fonts import font
from desktop_app.ui.look import Look

_WITHOUT_WORDS = ("tool", "bare", "mini")
_ICON_COLOURS = {"primary": "onacc", "light": "acc", "link": "acc", "danger": "bad"}


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A text in one of the style sheet's roles (“title”, “detail”, “source”, …); plain text, never markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


class ElidedLabel(QLabel):
    """One line that loses its middle when there is no room, with the whole text as tooltip: for file names."""

    def __init__(self, text: str = "", role: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__()
        self._whole, self._mode = text, mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self._whole = text
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def _elide(self) -> None:
        short = self.fontMetrics().elidedText(self._whole, self._mode, max(self.width() - 1, 0))
        self.setText(short)
        self.setToolTip(self._whole if short != self._whole else "")


class Button(QPushButton):
    """A push button whose icon follows the theme. Kinds: normal, primary, light, link, danger, tool, bare, mini, row."""

    def __init__(
        self, look: Look, text: str = "", icon: str = "", *, kind: str = "normal", small: bool = False, name: str = ""
    ) -> None:
        super().__init__(text)
        self._look, self._icon_name, self._kind, self._icon_colour = look, icon, kind, ""
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)
        look.changed.connect(self._paint_icon)
        self._paint_icon()

    def set_icon(self, name: str, colour: str = "") -> None:
        """`colour` names a token; the one of the button's kind where it is empty."""
        self._icon_name, self._icon_colour = name, colour
        self._paint_icon()

    def set_kind(self, kind: str) -> None:
        """Another kind of button; one page has one primary button at most."""
        if kind != self._kind:
            self._kind = kind
            restyle(self, "kind", kind)
            self._paint_icon()

    def _paint_icon(self) -> None:
        if not self._icon_name:
            return
        colour = self._icon_colour or _ICON_COLOURS.get(self._kind, "t2")
        size = 13 if self._kind in ("link", "mini") else 16
        gap = 0 if self._kind in _WITHOUT_WORDS else 4
        self.setIconSize(QSize(size + gap, size))
        self.setIcon(self._look.icon_before_text(self._icon_name, colour, size, gap))


class MenuButton(Button):
    """A button that opens a menu: an arrow stands behind its words."""

    def __init__(
        self, look: Look, text: str = "", icon: str = "", *, kind: str = "normal", small: bool = False
    ) -> None:
        super().__init__(look, text, icon, kind=kind, small=small)
        self.setProperty("opens", True)
        self._menu = QMenu(self)
        # Not `setMenu`: the style would make room for an arrow of its own.
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(self.rect().bottomLeft())))

    @property
    def opened_menu(self) -> QMenu:
        return self._menu

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = 13 if self.property("small") else 16
        colour = _ICON_COLOURS.get(self._kind, "t2")
        place = self.width() - size - (6 if self.property("small") else 11)
        painter = QPainter(self)
        self._look.icon("chevron-down", colour, size).paint(painter, place, (self.height() - size) // 2, size, size)
        painter.end()


class Icon(QLabel):
    """A still icon that follows the theme; with `box`, on a tinted square as worklists and empty states use it."""

    def __init__(
        self, look: Look, name: str, colour: str = "t2", size: int = 16, *, box: int = 0, tint: str = ""
    ) -> None:
        super().__init__()
        self._look, self._name, self._colour, self._size, self._box, self._tint = look, name, colour, size, box, tint
        side = box or size
        self.setFixedSize(side, side)
        look.changed.connect(self.update)

    def set_icon(self, name: str, colour: str, tint: str = "") -> None:
        self._name, self._colour, self._tint = name, colour, tint
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._box:
            painter.setPen(QPen(self._look.colour(f"{self._tint}_line"), 1))
            painter.setBrush(self._look.colour(f"{self._tint}_soft"))
            painter.drawRoundedRect(QRectF(0.5, 0.5, self._box - 1, self._box - 1), 7, 7)
        offset = (self.width() - self._size) // 2
        self._look.icon(self._name, self._colour, self._size).paint(
            painter, offset, (self.height() - self._size) // 2, self._size, self._size
        )


class State(Enum):
    """States of things: word, icon, colour token, soft ground, edge. Always all three: colour, icon and word."""

    SAFE = ("Aman", "circle-check", "ok", "ok_soft", "ok_line")
    STORED = ("Tersimpan", "circle-check", "ok", "ok_soft", "ok_line")
    REACHED = ("Tercapai", "circle-check", "ok", "ok_soft", "ok_line")
    CHECK = ("Perlu dicek", "triangle-alert", "warn", "warn_soft", "warn_line")
    WAITING = ("Menunggu", "triangle-alert", "warn", "warn_soft", "warn_line")
    LATE = ("Terlambat", "clock", "warn", "warn_soft", "warn_line")
    OFF_PACE = ("Di luar laju", "trending-up", "warn", "warn_soft", "warn_line")
    REFUSED = ("Ditolak", "circle-x", "bad", "bad_soft", "bad_line")
    NOTE = ("Catatan", "info", "acc", "acc_soft", "acc_line")
    MISSING = ("Belum ada data", "circle-dashed", "t2", "neu_soft", "line2")
    UNREPORTED = ("Belum lapor", "circle-dashed", "t2", "neu_soft", "line2")
    NUMBERED = ("Bernomor", "hash", "acc", "acc_soft", "acc_line")
    SIGNED = ("Ditandatangani", "pen-line", "acc", "acc_soft", "acc_line")
    SENT = ("Terkirim", "mail", "acc", "acc_soft", "acc_line")
    DRAFT = ("Draf", "file-text", "t2", "neu_soft", "line2")
    UNDONE = ("Diurungkan", "undo-2", "t2", "neu_soft", "line2")
    REPLACED = ("Digantikan", "history", "t2", "neu_soft", "line2")
    LOCKED = ("Terkunci", "lock", "t2", "neu_soft", "line2")
    SAMPLE = ("Data contoh", "sparkles", "acc", "acc_soft", "acc_line")

    @property
    def word(self) -> str:
        return self.value[0]


TAG_HEIGHT, TAG_ICON, TAG_FONT = 20, 13, 12


class Tag(QWidget):
    """A state as a tag: colour, icon and word; `text` says it more exactly (“1 temuan”)."""

    def __init__(self, look: Look, state: State, text: str = "") -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(TAG_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.set_state(state, text)

    def set_state(self, state: State, text: str = "") -> None:
        self._state, self._text = state, text or state.word
        self.setAccessibleName(self._text)
        self.setFixedWidth(tag_width(self._text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tag(QPainter(self), QRectF(self.rect()), self._look, self._state, self._text)


def tag_font() -> QFont:
    return font(TAG_FONT, QFont.Weight.Medium)


def tag_width(text: str, *, boxed: bool = True) -> int:
    return QFontMetrics(tag_font()).horizontalAdvance(text) + TAG_ICON + 4 + (14 if boxed else 0)


def paint_tag(painter: QPainter, box: QRectF, look: Look, state: State, text: str, *, boxed: bool = True) -> None:
    """Draw a tag at the left of `box`, centred upright; without its ground and edge when it stands in a table."""
    _, icon_name, colour, soft, edge = state.value
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = box.top() + (box.height() - TAG_HEIGHT) / 2
    left = box.left()
    if boxed:
        ground = QRectF(left + 0.5, top + 0.5, tag_width(text) - 1, TAG_HEIGHT - 1)
        painter.setPen(QPen(look.colour(edge), 1))
        painter.setBrush(look.colour(soft))
        painter.drawRoundedRect(ground, 4, 4)
        left += 6
    look.icon(icon_name, colour, TAG_ICON).paint(
        painter, round(left), round(top + (TAG_HEIGHT - TAG_ICON) / 2), TAG_ICON, TAG_ICON
    )
    painter.setFont(tag_font())
    painter.setPen(QColor(look.colour(colour)))
    words = QRectF(left + TAG_ICON + 4, top, box.right() - left, TAG_HEIGHT)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class Card(QFrame):
    """A surface with an edge: a head with title and actions, a body, and perhaps a foot."""

    def __init__(self, title: str = "", aside: str = "", *, padding: int = 16) -> None:
        super().__init__()
        self.setObjectName("card")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(1, 1, 1, 1)
        self._outer.setSpacing(0)
        self.aside = label(aside, "hint")
        self.head: QHBoxLayout | None = None
        if title:
            self._head = head = frame("card-head")
            head.setFixedHeight(40)
            self.head = QHBoxLayout(head)
            self.head.setContentsMargins(padding, 0, 12, 0)
            self.head.setSpacing(8)
            self.title = label(title, "card-title")
            self.head.addWidget(self.title)
            self.head.addWidget(self.aside)
            self.head.addStretch(1)
            self._outer.addWidget(head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)
        self._outer.addLayout(self.body, 1)

    def elide_title(self) -> None:
        """Let a long title give way where the card is narrow; it is set by `set_title` then."""
        assert self.head is not None, "a card without a title has no head"
        self._elided = ElidedLabel(self.title.text(), "card-title", Qt.TextElideMode.ElideRight)
        self.head.replaceWidget(self.title, self._elided)
        self.title.deleteLater()

    def set_title(self, text: str) -> None:
        self._elided.set_text(text)

    def set_head_height(self, height: int) -> None:
        """Lower than usual, on dense pages."""
        self._head.setFixedHeight(height)

    def add_action(self, widget: QWidget) -> None:
        """At the right of the head."""
        assert self.head is not None, "a card without a title has no head"
        self.head.addWidget(widget)

    def add_foot(self) -> QHBoxLayout:
        foot = frame("card-foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 5, 16, 5)
        self._outer.addWidget(foot)
        return row

    def fill(self) -> None:
        """Let the body reach the card's edges: for tables."""
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)


class EmptyState(QWidget):
    """An empty page or card: icon, what is missing, one sentence, and what to do first."""

    def __init__(self, look: Look, icon: str, title: str, sentence: str, *buttons: QPushButton) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(Icon(look, icon, "acc", 24, box=52, tint="acc"), 0, Qt.AlignmentFlag.AlignHCenter)
        for text, role in ((title, "card-title"), (sentence, "secondary")):
            words = label(text, role, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setMaximumWidth(420)
            words.setMinimumWidth(min(420, round(words.fontMetrics().horizontalAdvance(text) * 1.2) + 20))
            # Between stretches, not aligned: an aligned label would show its first line only.
            column.addLayout(row(1, words, 1, spacing=0))
        column.addLayout(row(1, *buttons, 1))
        column.addStretch(1)


def frame(name: str) -> QFrame:
    """A frame that the style sheet knows by `name`."""
    made = QFrame()
    made.setObjectName(name)
    return made


def rule() -> QFrame:
    """A thin line across."""
    line = frame("rule")
    line.setFixedHeight(1)
    return line


def field(title: str, widget: QWidget, hint: str = "") -> QVBoxLayout:
    """An input with its label above and perhaps a hint below."""
    column = QVBoxLayout()
    column.setSpacing(5)
    name = label(title, "label")
    name.setBuddy(widget)
    widget.setAccessibleName(title)
    column.addWidget(name)
    column.addWidget(widget)
    if hint:
        column.addWidget(label(hint, "hint", wrap=True))
    return column


def row(*parts: QWidget | QLayout | int, spacing: int = 8) -> QHBoxLayout:
    """Widgets and layouts side by side; a number is a stretch."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    for part in parts:
        if isinstance(part, int):
            made.addStretch(part)
        elif isinstance(part, QLayout):
            made.addLayout(part)
        else:
            made.addWidget(part)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and let it look again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


class Switch(QWidget):
    """Two to six views of one page, one chosen."""

    def __init__(self, look: Look, names: tuple[str, ...], chosen: Callable[[int], None]) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._buttons: list[Button] = []
        for place, name in enumerate(names):
            button = Button(look, name, kind="segment")
            button.setProperty("end", "first" if place == 0 else "last" if place == len(names) - 1 else "middle")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _=False, place=place: chosen(place))
            self._buttons.append(button)
            line.addWidget(button)
        self._buttons[0].setChecked(True)

    def choose(self, place: int) -> None:
        self._buttons[place].setChecked(True)

    def set_tight(self, tight: bool) -> None:
        """Less air around the names, where the window is narrow."""
        for button in self._buttons:
            restyle(button, "tight", tight)
