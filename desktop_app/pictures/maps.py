"""The map in the window: zoomed with the wheel, dragged, one region selected, hovered or opened at a time."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.charts import MapArea, MapChart
from desktop_app.domain.indonesian import percent
from desktop_app.pictures.canvas import Canvas
from desktop_app.pictures.cards import CardText, HoverCard
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.map_painting import (
    MARGIN,
    PlacedMap,
    area_at,
    extent,
    fitting,
    foot_height,
    paint_map,
    paint_map_foot,
    place_map,
)
from desktop_app.pictures.painting import NO_DATA
from desktop_app.pictures.tokens import Tokens

ZOOM = 1.5
_SIDE = 12


class MapView(QWidget):
    """Legend and source stand still below the map. Before `set_chart` it is empty."""

    selected = Signal(str)
    opened = Signal(str)
    hovered = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self._tokens = tokens
        self._values: MapChart | None = None
        self._placed: PlacedMap | None = None
        self._selected: str | None = None
        self._hovered: str | None = None
        self._card = HoverCard(self, tokens)
        self._canvas = Canvas(self._paint_map, self)
        self._canvas.setBackground(tokens.surf)
        self._canvas.moved.connect(self._place_again)
        self._canvas.pointed.connect(self._hover_at)
        self._canvas.left.connect(self._leave)
        self._canvas.pressed.connect(self._select_at)
        self._canvas.double_clicked.connect(self._open_at)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Peta")

    def set_chart(self, values: MapChart) -> None:
        """Show other values; the place and zoom stay as long as the regions are the same."""
        before = self._values
        self._values = values
        self._leave()
        if all(area.code != self._selected for area in values.areas):
            self._selected = None
        missing = sum(area.share is None for area in values.areas)
        without = f", {missing} belum ada data" if missing else ""
        self.setAccessibleName(f"Peta, {len(values.areas)} wilayah{without}: {values.title}")
        self.setAccessibleDescription(values.source)
        self._fit_canvas()
        if before is None or _regions(before) != _regions(values):
            self.reset()
        self._place_again()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = self._card.tokens = tokens
        self._canvas.setBackground(tokens.surf)
        self._repaint()

    def select(self, code: str | None) -> None:
        """Outline the region of `code`, without a signal."""
        self._selected = code
        self._repaint()

    def zoom_in(self) -> None:
        self._canvas.zoom(ZOOM)

    def zoom_out(self) -> None:
        self._canvas.zoom(1 / ZOOM)

    def reset(self) -> None:
        """Show all regions again."""
        if self._values is not None:
            # The margin in units of the plane, so that labels and coast keep off the edge.
            margin = MARGIN / fitting(self._values, QRectF(self._canvas.rect())).m11()
            self._canvas.show_extent(extent(self._values).adjusted(-margin, -margin, margin, margin))

    def sizeHint(self) -> QSize:
        return QSize(386, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 220)

    def _foot(self) -> QRect:
        width = self.width() - 2 * _SIDE
        height = int(foot_height(self._values, width)) + 1 if self._values else 0
        return QRect(_SIDE, self.height() - height - 8, width, height)

    def _fit_canvas(self) -> None:
        self._canvas.setGeometry(2, 2, self.width() - 4, max(self._foot().top() - 2, 1))

    def _place_again(self) -> None:
        """Forget where everything stood; the next painting or pointing works it out, once for many changes."""
        self._placed = None
        self._repaint()

    def _place(self) -> PlacedMap | None:
        if self._placed is None and self._values is not None:
            room = QRectF(self._canvas.rect()).adjusted(0, 0, 0, -4)
            self._placed = place_map(self._values, room, self._canvas.placing())
        return self._placed

    def _repaint(self) -> None:
        self._canvas.repaint_picture()
        self.update()

    def _paint_map(self, painter: QPainter) -> None:
        placed = self._place()
        if placed is not None:
            chosen, under = self._selected, self._hovered
            paint_map(painter, placed, self._tokens, selected=chosen, hovered=under, finest_border=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._tokens.surf))
        if self._values is not None:
            paint_map_foot(painter, QRectF(self._foot()), self._values, self._tokens)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._tokens.acc), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_canvas()
        self.reset()

    def _area_at(self, spot: QPointF) -> MapArea | None:
        placed = self._place()
        return area_at(placed, spot) if placed is not None else None

    def _hover_at(self, spot: QPointF) -> None:
        self._hover(self._area_at(spot), self._canvas.mapTo(self, spot.toPoint()))

    def _leave(self) -> None:
        self._hover(None, QPoint())

    def _hover(self, area: MapArea | None, spot: QPoint) -> None:
        if area is None:
            self._card.hide()
        else:
            value = NO_DATA if area.share is None else percent(area.share)
            self._card.show_at(spot, CardText(area.label, value, area.detail))
        code = area.code if area else None
        if code != self._hovered:
            self._hovered = code
            self.hovered.emit(code or "")
            self._repaint()

    def _select_at(self, spot: QPointF) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        area = self._area_at(spot)
        if area is not None:
            self.select(area.code)
            self.selected.emit(area.code)

    def _open_at(self, spot: QPointF) -> None:
        area = self._area_at(spot)
        if area is not None:
            self.opened.emit(area.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        areas = self._values.areas if self._values else ()
        here = next((n for n, area in enumerate(areas) if area.code == self._selected), None)
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and areas:
            step = 1 if key == Qt.Key.Key_Down else -1
            place = 0 if here is None else min(max(here + step, 0), len(areas) - 1)
            self.select(areas[place].code)
            self.selected.emit(areas[place].code)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is not None:
            self.opened.emit(areas[here].code)
        elif key == Qt.Key.Key_Plus:
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.reset()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _regions(values: MapChart) -> tuple[str, frozenset[str]]:
    return values.layer, frozenset(area.code for area in values.areas)
