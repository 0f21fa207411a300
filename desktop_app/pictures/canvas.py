"""The only place that touches pyqtgraph: a typed canvas whose view box pans and zooms."""

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QTransform
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem, QWidget

Paint = Callable[[QPainter], None]
CLOSEST = 40.0
"""How many times larger than the whole the view may become."""


class Canvas(pg.GraphicsView):  # type: ignore[misc]
    """Shows one picture of a plane with y downwards; the wheel zooms around the pointer, dragging moves.

    `paint` gets a painter in pixels of the canvas; `placing` brings the plane there. `moved`: that has changed;
    `handled`: by hand. `clicked` is a press that did not become a drag.
    """

    moved = Signal()
    pointed = Signal(QPointF)
    left = Signal()
    handled = Signal()
    clicked = Signal(QPointF)
    double_clicked = Signal(QPointF)

    def __init__(self, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = pg.ViewBox(lockAspect=True, invertY=True, enableMenu=False, defaultPadding=0)
        self._picture = _Picture(self._box, paint)
        self._pressed: QPointF | None = None
        self.setCentralItem(self._box)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box.sigTransformChanged.connect(self.moved)
        self._box.sigResized.connect(self.moved)
        self._box.sigRangeChangedManually.connect(self.handled)

    def placing(self) -> QTransform:
        """From the plane to pixels of the canvas."""
        return QTransform(self._box.childTransform())

    def show_extent(self, extent: QRectF) -> None:
        """Show all of `extent` and let nobody lose it: the view stays near it."""
        width, height = extent.width(), extent.height()
        shape = self.width() / max(self.height(), 1)
        # A tall region in a wide canvas needs more plane at its sides than it is wide itself.
        across, down = max(width, height * shape), max(height, width / shape)
        self._box.setLimits(
            xMin=extent.left() - across,
            xMax=extent.right() + across,
            yMin=extent.top() - down,
            yMax=extent.bottom() + down,
            minXRange=width / CLOSEST,
            minYRange=height / CLOSEST,
        )
        self._box.setRange(extent, padding=0)

    def zoom(self, factor: float) -> None:
        """Around the middle; above 1 things grow."""
        self._box.scaleBy((1 / factor, 1 / factor))

    def reveal(self, part: QRectF) -> None:
        """Move just so far that the middle of `part` is in sight."""
        seen, middle = self._box.viewRect(), part.center()
        if not seen.contains(middle):
            step = middle - seen.center()
            self._box.translateBy(x=step.x(), y=step.y())

    def repaint_picture(self) -> None:
        self._picture.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self.pointed.emit(event.position())
        else:
            self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and (event.position() - pressed).manhattanLength() < QApplication.startDragDistance():
            self.clicked.emit(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit(event.position())

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys belong to the view around the canvas.
        event.ignore()


class _Picture(pg.GraphicsObject):  # type: ignore[misc]
    """Lies over the whole view box and paints in its pixels."""

    def __init__(self, box: pg.ViewBox, paint: Paint) -> None:
        super().__init__(box)
        self._box, self._paint = box, paint
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        box.sigResized.connect(self._resize)

    def _resize(self) -> None:
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        return QRectF(self._box.rect())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        self._paint(painter)
