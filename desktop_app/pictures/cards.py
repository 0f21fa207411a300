"""The card that follows the pointer over a picture: a heading, the value, and where it comes from."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.painting import BODY, RIGHT, SMALL, plain, strong, width_of, wrapped, write
from desktop_app.pictures.tokens import Tokens

_WIDEST = 340.0
_PAD, _LINE = 12.0, 17.0


@dataclass(frozen=True, slots=True)
class CardText:
    """`heading` left and `value` right in the first line; `lines` below, sources smaller."""

    heading: str
    value: str
    lines: tuple[str, ...]


class HoverCard(QWidget):
    """Lies over the whole window, so that a small picture does not cut it; the pointer goes through it."""

    def __init__(self, owner: QWidget, tokens: Tokens) -> None:
        super().__init__(owner)
        load_fonts()
        self._owner, self.tokens = owner, tokens
        self._text = CardText("", "", ())
        self._rows: list[tuple[str, bool]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, spot: QPoint, text: CardText) -> None:
        """Show `text` beside `spot`, a point of the owner, inside the window."""
        self._text = text
        self._rows = [
            (part, line.startswith("Sumber"))
            for line in text.lines
            for part in wrapped(line, plain(SMALL if line.startswith("Sumber") else BODY), _WIDEST - 2 * _PAD)
        ]
        window = self._owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.resize(self._size())
        corner = self._owner.mapTo(window, spot)
        x = corner.x() + 14 if corner.x() + 14 + self.width() < window.width() else corner.x() - 14 - self.width()
        y = corner.y() + 14 if corner.y() + 14 + self.height() < window.height() else corner.y() - 14 - self.height()
        self.move(max(x, 0), max(y, 0))
        self.show()
        self.raise_()
        self.update()

    def _size(self) -> QSize:
        head = width_of(self._text.heading, strong(BODY)) + 20 + width_of(self._text.value, strong(BODY))
        body = max((width_of(part, plain(SMALL if small else BODY)) for part, small in self._rows), default=0.0)
        width = min(max(head, body), _WIDEST - 2 * _PAD) + 2 * _PAD
        return QSize(int(width) + 1, int(2 * _PAD - 5 + _LINE * (1 + len(self._rows))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.tokens.line2), 1))
        painter.setBrush(QColor(self.tokens.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        right, y = self.width() - _PAD, _PAD + _LINE / 2 - 3
        write(painter, QPointF(_PAD, y), self._text.heading, strong(BODY), self.tokens.t1)
        write(painter, QPointF(right, y), self._text.value, strong(BODY), self.tokens.t1, RIGHT)
        for part, small in self._rows:
            y += _LINE
            colour = self.tokens.t3 if small else self.tokens.t2
            write(painter, QPointF(_PAD, y), part, plain(SMALL if small else BODY), colour)
        painter.end()
