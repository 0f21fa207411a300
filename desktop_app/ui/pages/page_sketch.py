"""A page in small: its paper and margins to scale, with lines where the text stands."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.domain.letters import PAPER_CM, LetterLayout
from desktop_app.pictures.fonts import font
from desktop_app.pictures.tokens import LIGHT
from desktop_app.ui.look import Look

WIDTH, HEIGHT = 156, 236
_SCALE = 220 / 33
"""Pixels per centimetre: the longest paper fits."""


class PageSketch(QWidget):
    """Paper is white in both themes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._layout = look, LetterLayout()
        self.setFixedSize(WIDTH, HEIGHT)
        look.changed.connect(self.update)

    def show_layout(self, layout: LetterLayout) -> None:
        self._layout = layout
        self.setAccessibleName(f"Halaman {layout.paper} dengan tepinya")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, height = PAPER_CM[self._layout.paper]
        page = QRectF((WIDTH - width * _SCALE) / 2, 0.5, width * _SCALE, height * _SCALE)
        painter.setPen(QPen(self._look.colour("line2"), 1))
        painter.setBrush(QColor(LIGHT.surf))
        painter.drawRect(page)
        shape = self._layout
        text = page.adjusted(
            shape.left * _SCALE, shape.top * _SCALE, -shape.right * _SCALE, -shape.bottom * _SCALE
        )  # fmt: skip
        painter.setPen(QPen(QColor(LIGHT.acc_line), 1))
        painter.setBrush(QColor(LIGHT.acc_soft))
        painter.drawRect(text)
        self._lines(painter, text)
        painter.setFont(font(11))
        painter.setPen(self._look.colour("t3"))

    def _lines(self, painter: QPainter, text: QRectF) -> None:
        """A line of text for each that the font size gives, shorter at the end of a paragraph."""
        painter.setPen(QPen(QColor(LIGHT.line2), 1))
        step = max(self._layout.size * 0.0353 * 1.3 * _SCALE, 2)
        top, number = text.top() + 4 * step, 0
        while top < text.bottom() - step:
            short = 0.45 if number % 6 == 5 else 0
            painter.drawLine(int(text.left() + 2), int(top), int(text.right() - 2 - short * text.width()), int(top))
            top, number = top + step * (2 if short else 1), number + 1
