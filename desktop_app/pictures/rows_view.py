"""What all pictures of rows share in the window: selecting, hovering, opening, scrolling, keys and the card."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.pictures.cards import CardText, HoverCard
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.tokens import Tokens

PADDING = (14, 6, 12, 8)
"""Left, top, right, bottom: the rows' own place inside a card."""


class RowsLayout(Protocol):
    """Where rows stand; those beyond `rows_area` scroll."""

    @property
    def rows(self) -> Sequence[tuple[float, float]]: ...
    @property
    def rows_area(self) -> QRectF: ...
    @property
    def content(self) -> float: ...
    def row_rect(self, place: int, scroll: float = 0.0) -> QRectF: ...
    def row_at(self, spot: QPointF, scroll: float = 0.0) -> int | None: ...


Layout = TypeVar("Layout", bound=RowsLayout)


class RowsView(QAbstractScrollArea, Generic[Layout]):
    """One row is selected, hovered or opened at a time; signals carry its key. Heads, axis and source stay in place.

    A picture says what its rows are: `codes`, `lay_out`, `paint_picture` and `card`.
    """

    selected = Signal(str)
    opened = Signal(str)
    hovered = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self._tokens = tokens
        self._selected: str | None = None
        self._hovered: str | None = None
        self._laid_out: tuple[QRectF, Layout] | None = None
        self._card = HoverCard(self, tokens)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    # What a picture brings.

    def codes(self) -> Sequence[str]:
        """Keys of the rows from above."""
        raise NotImplementedError

    def lay_out(self, area: QRectF) -> Layout:
        raise NotImplementedError

    def paint_picture(self, painter: QPainter, layout: Layout, scroll: float) -> None:
        raise NotImplementedError

    def card(self, place: int, spot: QPointF) -> CardText:
        """What hovering row number `place` tells, with the pointer at `spot`."""
        raise NotImplementedError

    # What pages use.

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = self._card.tokens = tokens
        self.viewport().update()

    def select(self, code: str | None) -> None:
        """Mark the row of `code`, without a signal, and bring it into view."""
        self._selected = code
        place = self._place(code)
        if place is not None:
            layout = self._layout()
            top, height = layout.rows[place]
            bar, room = self.verticalScrollBar(), layout.rows_area.height()
            bar.setValue(int(max(min(bar.value(), top), top + height - room)))
        self.viewport().update()

    def hover(self, code: str | None) -> None:
        """Light the row of `code` up, without card and signal: the pointer is on it elsewhere."""
        if code != self._hovered:
            self._hovered = code
            self.viewport().update()

    def rows_changed(self) -> None:
        """Call after new values: what is no longer there is no longer selected."""
        self._laid_out = None
        self._point(None, QPointF())
        if self._selected not in self.codes():
            self._selected = None
        self._fit_scroll_bar()
        self.viewport().update()

    def _layout(self) -> Layout:
        """Kept until values or size change: measuring the words of 716 rows takes longer than painting those seen."""
        left, top, right, bottom = PADDING
        area = QRectF(self.viewport().rect()).adjusted(left, top, -right, -bottom)
        if self._laid_out is None or self._laid_out[0] != area:
            self._laid_out = area, self.lay_out(area)
        return self._laid_out[1]

    def _scroll(self) -> int:
        return self.verticalScrollBar().value()

    def _place(self, code: str | None) -> int | None:
        codes = self.codes()
        return codes.index(code) if code is not None and code in codes else None

    def _fit_scroll_bar(self) -> None:
        layout = self._layout()
        room = layout.rows_area.height()
        # A rest of less than a pixel is nothing to scroll for.
        self.verticalScrollBar().setRange(0, max(0, int(layout.content - room)))
        self.verticalScrollBar().setPageStep(max(int(room), 1))
        self.verticalScrollBar().setSingleStep(20)

    def _choose(self, place: int) -> None:
        code = self.codes()[place]
        self.select(code)
        self.selected.emit(code)

    def _point(self, place: int | None, spot: QPointF) -> None:
        code = None if place is None else self.codes()[place]
        if place is None:
            self._card.hide()
        else:
            self._card.show_at(self.viewport().mapTo(self, spot.toPoint()), self.card(place, spot))
        if code != self._hovered:
            self._hovered = code
            self.hovered.emit(code or "")
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._tokens.surf))
        self.paint_picture(painter, self._layout(), self._scroll())
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _paint_focus(self, painter: QPainter) -> None:
        layout, place = self._layout(), self._place(self._selected)
        around = layout.rows_area if place is None else layout.row_rect(place, self._scroll()) & layout.rows_area
        painter.setPen(QPen(QColor(self._tokens.acc), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(around.adjusted(-9, 1, 7, -1), 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_scroll_bar()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._layout().row_at(event.position(), self._scroll())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._choose(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._layout().row_at(event.position(), self._scroll())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.opened.emit(self.codes()[place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._layout().row_at(event.position(), self._scroll()), event.position())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._point(None, QPointF())
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, last = self._place(self._selected), len(self.codes()) - 1
        steps = {
            Qt.Key.Key_Down: 0 if here is None else here + 1,
            Qt.Key.Key_Up: last if here is None else here - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in steps and 0 <= steps[key] <= last:
            self._choose(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is not None:
            self.opened.emit(self.codes()[here])
        elif key not in steps:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._card.hide()
        self.viewport().update()
