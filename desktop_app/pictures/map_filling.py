"""How regions of a map are filled: the colour of their class, the hatch of no data, dots on a share without numerator."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from desktop_app.analysis.charts import MapArea
from desktop_app.pictures.painting import box, hatched, is_vector
from desktop_app.pictures.tokens import Tokens

_STEP, _RADIUS = 5, 0.9
_FIRST_DARK_CLASS = 3
_LEGEND_CLASS = 2


def ink(map_class: int | None, tokens: Tokens) -> str:
    """The colour of words and dots on a class."""
    return tokens.on_high if map_class is not None and map_class >= _FIRST_DARK_CLASS else tokens.on_low


def fill_area(painter: QPainter, shape: QPainterPath, area: MapArea, tokens: Tokens, origin: QPointF) -> None:
    """Hatch and dots begin at `origin`, so that they go along when the map is dragged."""
    if area.without_base:
        painter.fillPath(shape, QColor(tokens.nodata))
        return
    if area.map_class is None:
        hatched(painter, shape, tokens, origin)
        return
    painter.fillPath(shape, QColor(tokens.classes[area.map_class]))
    if area.reported:
        _dotted(painter, shape, ink(area.map_class, tokens), origin)


def plain_box(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    """The swatch of people without a base."""
    box(painter, area, tokens.nodata, tokens.nodata_edge)


def dotted_box(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    """The swatch of a share without numerator."""
    shape = QPainterPath()
    shape.addRect(area)
    painter.fillPath(shape, QColor(tokens.classes[_LEGEND_CLASS]))
    _dotted(painter, shape, tokens.on_low, area.topLeft())
    painter.setPen(QPen(QColor(tokens.nodata_edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


def _dotted(painter: QPainter, shape: QPainterPath, colour: str, origin: QPointF) -> None:
    if is_vector(painter):
        _paint_dots(painter, shape, colour)
        return
    brush = QBrush(_texture(colour, painter.device().devicePixelRatio()))
    brush.setTransform(QTransform.fromTranslate(origin.x(), origin.y()))
    painter.fillPath(shape, brush)


@lru_cache(maxsize=16)
def _texture(colour: str, ratio: float) -> QImage:
    """Dots on a tile of four steps, so that its side is whole at 1.25 and 1.75 too."""
    side = 4 * _STEP
    tile = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    whole = QPainterPath()
    whole.addRect(QRectF(0, 0, side, side))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_dots(painter, whole, colour)
    painter.end()
    return tile


def _paint_dots(painter: QPainter, shape: QPainterPath, colour: str) -> None:
    """One by one: for tiles, and for files that know no textures."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    box = shape.boundingRect()
    for row in range(int(box.top() // _STEP), int(box.bottom() // _STEP) + 1):
        for column in range(int(box.left() // _STEP), int(box.right() // _STEP) + 1):
            spot = QPointF((column + 0.5) * _STEP, (row + 0.5) * _STEP)
            if shape.contains(spot):
                painter.drawEllipse(spot, _RADIUS, _RADIUS)
