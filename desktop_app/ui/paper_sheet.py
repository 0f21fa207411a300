"""One page of paper on the grey ground, at any zoom."""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.pictures.pages import PT, PaperPages
from desktop_app.ui.look import Look

MARGIN = 12
"""Pixels of ground around a page."""
A4 = QSizeF(595.3 * PT, 841.9 * PT)


class PaperSheet(QWidget):
    """Paper is white in both themes; the ground follows the look."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._page, self.zoom = look, 0, 0.45
        self._pages: PaperPages | None = None
        look.changed.connect(self.update)

    @property
    def paper(self) -> QSizeF:
        """Size of the page in sight at 100%."""
        known = self._pages is not None and self._page < self._pages.count
        return self._pages.size(self._page) if self._pages is not None and known else A4

    def show_page(self, pages: PaperPages, page: int) -> None:
        self._pages, self._page = pages, page
        self.update()

    def set_zoom(self, zoom: float) -> None:
        self.zoom = zoom
        self.resize(int(self.paper.width() * zoom) + 2 * MARGIN, int(self.paper.height() * zoom) + 2 * MARGIN)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("desk"))
        if self._pages is None or self._page >= self._pages.count:
            return
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(MARGIN, MARGIN)
        painter.scale(self.zoom, self.zoom)
        self._pages.paint(painter, self._page)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._look.colour("line2"), 1))
        edge = QRectF(MARGIN, MARGIN, self.paper.width() * self.zoom, self.paper.height() * self.zoom)
        painter.drawRect(edge.adjusted(-0.5, -0.5, 0.5, 0.5))


class Swatch(QWidget):
    """A small square in a colour of the paper, which is the same in both themes."""

    def __init__(self, ground: str, edge: str) -> None:
        super().__init__()
        self._ground, self._edge = ground, edge
        self.setFixedSize(14, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._edge), 1))
        painter.setBrush(QColor(self._ground))
        painter.drawRect(0, 0, 13, 11)
