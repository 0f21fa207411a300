"""The map in the window: zoomed with the wheel, dragged, one region selected, hovered or opened at a time."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.charts import MapArea, MapChart
from desktop_app.domain.indonesian import percent
from desktop_app.pictures.boundaries import layer
from desktop_app.pictures.canvas import Canvas
from desktop_app.pictures.cards import CardText, HoverCard
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.map_foot import foot_height, paint_map_foot
from desktop_app.pictures.map_keys import WALKING, region_at_key
from desktop_app.pictures.map_pictures import MapPictures
from desktop_app.pictures.map_placing import MARGIN, PlacedMap, area_at, extent, fitting, same_regions
from desktop_app.pictures.painting import NO_BASE, NO_DATA, SMALL
from desktop_app.pictures.tokens import Tokens

ZOOM = 1.5
_SIDE = 12
_AT_REST_AFTER = 120
"""Milliseconds after dragging or turning the wheel until names are placed anew."""


class MapView(QWidget):
    """Legend and source stand still below the map. Before `set_chart` it is empty.

    Regions and names are painted once; selecting and hovering only lays outlines between them. Arrow
    keys go to the next region that way, Page up and down through all of them in their order.
    """

    selected = Signal(str)
    opened = Signal(str)
    hovered = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None, *, text: int = SMALL) -> None:
        super().__init__(parent)
        load_fonts()
        self._tokens, self._pictures = tokens, MapPictures(text)
        self._values: MapChart | None = None
        self._selected: str | None = None
        self._hovered: str | None = None
        self._card = HoverCard(self, tokens)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_AT_REST_AFTER)
        self._rest.timeout.connect(self._come_to_rest)
        self._canvas = Canvas(self._paint_map, self)
        self._canvas.setBackground(tokens.surf)
        self._canvas.moved.connect(self._place_again)
        self._canvas.handled.connect(self._move)
        self._canvas.pointed.connect(self._hover_at)
        self._canvas.left.connect(self._leave)
        self._canvas.clicked.connect(self._select_at)
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
        missing = sum(area.share is None and not area.without_base for area in values.areas)
        without = f", {missing} belum ada data" if missing else ""
        self.setAccessibleName(f"Peta, {len(values.areas)} wilayah{without}: {values.title}")
        self._describe()
        self._fit_canvas()
        if before is None or not same_regions(before, values):
            self.reset()
        self._place_again()
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = self._card.tokens = tokens
        self._canvas.setBackground(tokens.surf)
        self._pictures.forget_colours()
        self._repaint()
        self.update()

    def set_text_size(self, text: int) -> None:
        """Names, legend and source in `text` pixels."""
        self._pictures.text = text
        self._fit_canvas()
        self.reset()
        self.update()

    def select(self, code: str | None) -> None:
        """Outline the region of `code` and bring it into view, without a signal."""
        self._selected = code
        boxes = layer(self._values.layer).boxes if self._values is not None else {}
        if code is not None and code in boxes:
            self._canvas.reveal(boxes[code])
        self._describe()
        self._repaint()

    def hover(self, code: str | None) -> None:
        """Outline the region that is under the pointer in another view, without a signal."""
        self._hovered = code
        self._repaint()

    def zoom_in(self) -> None:
        self._move()
        self._canvas.zoom(ZOOM)

    def zoom_out(self) -> None:
        self._move()
        self._canvas.zoom(1 / ZOOM)

    def reset(self) -> None:
        """Show all regions again."""
        if self._values is not None:
            # The margin in units of the plane, so that labels and coast keep off the edge.
            margin = MARGIN / fitting(self._values, QRectF(self._canvas.rect())).m11()
            self._canvas.show_extent(extent(self._values).adjusted(-margin, -margin, margin, margin))
        self._place_again()

    def sizeHint(self) -> QSize:
        return QSize(386, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 220)

    def _foot(self) -> QRect:
        width = self.width() - 2 * _SIDE
        height = int(foot_height(self._values, width, self._pictures.text)) + 1 if self._values else 0
        return QRect(_SIDE, self.height() - height - 8, width, height)

    def _fit_canvas(self) -> None:
        self._canvas.setGeometry(2, 2, self.width() - 4, max(self._foot().top() - 2, 1))

    def _place_again(self) -> None:
        self._pictures.outdate()
        self._repaint()

    def _move(self) -> None:
        """The map follows the hand; its names are placed anew when it rests."""
        self._pictures.moving = True
        self._rest.start()

    def _come_to_rest(self) -> None:
        self._pictures.come_to_rest()
        self._repaint()

    def _repaint(self) -> None:
        """The map alone; what stands below it changes with other values, colours or sizes only."""
        self._canvas.repaint_picture()

    def _placed(self) -> PlacedMap | None:
        room = QRectF(self._canvas.rect()).adjusted(0, 0, 0, -4)
        return self._pictures.placed(self._values, room, self._canvas.placing) if self._values is not None else None

    def _paint_map(self, painter: QPainter) -> None:
        placed = self._placed()
        if placed is not None:
            chosen, under = self._selected, self._hovered
            size = self._canvas.size()
            self._pictures.paint(painter, placed, size, self._tokens, selected=chosen, hovered=under)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._tokens.surf))
        if self._values is not None:
            paint_map_foot(painter, QRectF(self._foot()), self._values, self._tokens, self._pictures.text)
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
        placed = self._placed()
        return area_at(placed, spot) if placed is not None else None

    def _hover_at(self, spot: QPointF) -> None:
        self._hover(self._area_at(spot), self._canvas.mapTo(self, spot.toPoint()))

    def _leave(self) -> None:
        self._hover(None, QPoint())

    def _hover(self, area: MapArea | None, spot: QPoint) -> None:
        if area is None:
            self._card.hide()
        else:
            self._card.show_at(spot, CardText(area.label, value_words(area), area.detail))
        code = area.code if area else None
        if code != self._hovered:
            self._hovered = code
            self.hovered.emit(code or "")
            self._repaint()

    def _select_at(self, spot: QPointF) -> None:
        if self.focusPolicy() & Qt.FocusPolicy.ClickFocus:
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
        key = Qt.Key(event.key())
        if key in WALKING and self._values is not None:
            code = region_at_key(self._values, self._selected, key)
            if code is not None:
                self.select(code)
                self.selected.emit(code)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected is not None:
            self.opened.emit(self._selected)
        elif key in _ZOOMS:
            _ZOOMS[key](self)
        else:
            super().keyPressEvent(event)

    def _describe(self) -> None:
        """What a screen reader says: the selected region, then the source."""
        areas = self._values.areas if self._values is not None else ()
        chosen = next((area for area in areas if area.code == self._selected), None)
        words = (f"{chosen.label}: {value_words(chosen)}", *chosen.detail) if chosen is not None else ()
        self.setAccessibleDescription("\n".join((*words, self._values.source if self._values is not None else "")))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def value_words(area: MapArea) -> str:
    """The share, or why there is none."""
    if area.without_base:
        return NO_BASE
    return NO_DATA if area.share is None else percent(area.share)


_ZOOMS = {Qt.Key.Key_Plus: MapView.zoom_in, Qt.Key.Key_Minus: MapView.zoom_out, Qt.Key.Key_0: MapView.reset}
