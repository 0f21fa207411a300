"""A map on its way to the screen: placed and painted once, and again only where something is other."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from desktop_app.analysis.charts import MapChart
from desktop_app.pictures.map_painting import paint_marks, paint_names, paint_regions
from desktop_app.pictures.map_placing import PlacedMap, place_map
from desktop_app.pictures.tokens import Tokens


class MapPictures:
    """Regions and names as two pictures, between which the outlines are laid.

    `moving`: dragged or zoomed at this moment, so that names go along as they are.
    """

    def __init__(self, text: int) -> None:
        self.text = text
        self.moving = False
        self._outdated = True
        self._placed: PlacedMap | None = None
        self._pictures: tuple[QPixmap, QPixmap] | None = None

    def outdate(self) -> None:
        """Something stands elsewhere; the next painting or pointing works it out, once for many changes."""
        self._outdated = True

    def forget_colours(self) -> None:
        self._pictures = None

    def come_to_rest(self) -> None:
        """Place the names anew, and not from where they were carried to."""
        self.moving, self._placed = False, None

    def placed(self, values: MapChart, room: QRectF, placing: Callable[[], QTransform]) -> PlacedMap:
        """Where everything stands; `placing` is asked only when that is not known."""
        if self._outdated or self._placed is None:
            self._placed = place_map(values, room, placing(), self._placed, text=self.text, moving=self.moving)
            self._outdated, self._pictures = False, None
        return self._placed

    def paint(
        self,
        painter: QPainter,
        placed: PlacedMap,
        size: QSize,
        tokens: Tokens,
        *,
        selected: str | None,
        hovered: str | None,
    ) -> None:
        ratio = painter.device().devicePixelRatio()
        if self._pictures is None or self._pictures[0].devicePixelRatio() != ratio:
            self._pictures = _regions(placed, size, tokens, ratio), _names(placed, size, tokens, ratio)
        regions, names = self._pictures
        painter.drawPixmap(QPointF(0, 0), regions)
        paint_marks(painter, placed, tokens, selected=selected, hovered=hovered)
        painter.drawPixmap(QPointF(0, 0), names)


def _regions(placed: PlacedMap, size: QSize, tokens: Tokens, ratio: float) -> QPixmap:
    picture = _empty(size, ratio, QColor(tokens.surf))
    painter = QPainter(picture)
    paint_regions(painter, placed, tokens, finest_border=True)
    painter.end()
    return picture


def _names(placed: PlacedMap, size: QSize, tokens: Tokens, ratio: float) -> QPixmap:
    picture = _empty(size, ratio, QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    paint_names(painter, placed, tokens)
    painter.end()
    return picture


def _empty(size: QSize, ratio: float, ground: QColor) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)
    return picture
