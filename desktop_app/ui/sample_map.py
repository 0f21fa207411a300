"""A small outline of Bali for the start page: where the sample office is, and no figures."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.operations.demo import SAMPLE_OFFICE
from desktop_app.pictures.boundaries import layer
from desktop_app.pictures.fonts import font
from desktop_app.ui.look import Look

LAYER = "bali-kabupaten"
HEIGHT = 190
_PADDING = 14
_PLAIN, _MARKED = 1, 3


class SampleMap(QWidget):
    """All regencies in one shade, that of the sample office in another: a picture of a place, not of data."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Peta Bali menurut kabupaten/kota; kantor contoh ada di Kabupaten Gianyar")
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.tokens
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.sub))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_shapes(painter)
        self._paint_caption(painter)

    def _paint_shapes(self, painter: QPainter) -> None:
        shapes, tokens = layer(LAYER), self._look.tokens
        room = QRectF(self.rect()).adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        extent = shapes.extent(frozenset(shapes.boxes))
        scale = min(room.width() / extent.width(), room.height() / extent.height())
        middle, source = room.center(), extent.center()
        place = QTransform(scale, 0, 0, scale, middle.x() - source.x() * scale, middle.y() - source.y() * scale)
        painter.setPen(QPen(QColor(tokens.sub), 1))
        for code, shape in shapes.shapes.items():
            marked = code == SAMPLE_OFFICE.region
            painter.setBrush(QColor(tokens.classes[_MARKED if marked else _PLAIN]))
            painter.drawPath(place.map(shape))

    def _paint_caption(self, painter: QPainter) -> None:
        tokens, bottom = self._look.tokens, self.height() - 24
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.classes[_MARKED]))
        painter.drawRoundedRect(QRectF(12, bottom + 3, 10, 10), 2, 2)
        painter.setPen(QColor(tokens.t3))
        painter.setFont(font(11))
        words = QRectF(28, bottom, self.width() - 40, 16)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, f"Kantor contoh: {SAMPLE_OFFICE.seat}")
