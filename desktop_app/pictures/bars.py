"""The bar chart in the window: one row is selected, hovered or opened at a time."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.analysis.charts import Bar, BarChart
from desktop_app.domain.indonesian import percent
from desktop_app.pictures.bar_painting import BarLayout, lay_out_bars, paint_bars
from desktop_app.pictures.cards import CardText, HoverCard
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.painting import NO_DATA
from desktop_app.pictures.tokens import Tokens

PADDING = (14, 6, 12, 8)
"""Left, top, right, bottom: the bars' own place inside a card."""
_NOTHING = BarChart(title="", source="", bars=(), top=1.0)


class BarsView(QAbstractScrollArea):
    """Legend, axis and source stay; only rows that find no room scroll."""

    selected = Signal(str)
    opened = Signal(str)
    hovered = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self._tokens, self._values = tokens, _NOTHING
        self._selected: str | None = None
        self._hovered: str | None = None
        self._card = HoverCard(self, tokens)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.set_chart(_NOTHING)

    def set_chart(self, values: BarChart) -> None:
        self._values = values
        self._hover(None)
        if all(bar.code != self._selected for bar in values.bars):
            self._selected = None
        count = len(values.bars)
        missing = sum(bar.share is None for bar in values.bars)
        without = f", {missing} belum ada data" if missing else ""
        self.setAccessibleName(f"Bagan batang, {count} wilayah{without}: {values.title}")
        self.setAccessibleDescription(values.source)
        self._fit_scroll_bar()
        self.viewport().update()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = self._card.tokens = tokens
        self.viewport().update()

    def select(self, code: str | None) -> None:
        """Mark the row of `code`, without a signal, and bring it into view."""
        self._selected = code
        place = self._place(code)
        if place is not None:
            top, height = self._layout().rows[place]
            bar, room = self.verticalScrollBar(), self._layout().rows_area.height()
            bar.setValue(int(max(min(bar.value(), top), top + height - room)))
        self.viewport().update()

    def hover(self, code: str | None) -> None:
        """Light the row of `code` up, without card and signal: the pointer is on it elsewhere."""
        if code != self._hovered:
            self._hovered = code
            self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(416, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 200)

    def _layout(self) -> BarLayout:
        left, top, right, bottom = PADDING
        return lay_out_bars(QRectF(self.viewport().rect()).adjusted(left, top, -right, -bottom), self._values)

    def _place(self, code: str | None) -> int | None:
        return next((n for n, bar in enumerate(self._values.bars) if bar.code == code), None)

    def _bar_at(self, spot: QPointF) -> Bar | None:
        place = self._layout().row_at(spot, self.verticalScrollBar().value())
        return None if place is None else self._values.bars[place]

    def _fit_scroll_bar(self) -> None:
        layout = self._layout()
        self.verticalScrollBar().setRange(0, max(0, int(layout.content - layout.rows_area.height())))
        self.verticalScrollBar().setPageStep(int(layout.rows_area.height()))
        self.verticalScrollBar().setSingleStep(20)

    def _choose(self, place: int) -> None:
        bar = self._values.bars[place]
        self.select(bar.code)
        self.selected.emit(bar.code)

    def _hover(self, bar: Bar | None, spot: QPoint | None = None) -> None:
        code = bar.code if bar else None
        if bar is None or spot is None:
            self._card.hide()
        else:
            value = NO_DATA if bar.share is None else percent(bar.share)
            self._card.show_at(spot, CardText(bar.label, value, bar.detail))
        if code != self._hovered:
            self._hovered = code
            self.hovered.emit(code or "")
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._tokens.surf))
        layout, scroll = self._layout(), self.verticalScrollBar().value()
        chosen, under = self._selected, self._hovered
        paint_bars(painter, layout, self._values, self._tokens, selected=chosen, hovered=under, scroll=scroll)
        if self.hasFocus():
            self._paint_focus(painter, layout, scroll)
        painter.end()

    def _paint_focus(self, painter: QPainter, layout: BarLayout, scroll: int) -> None:
        place = self._place(self._selected)
        around = layout.rows_area if place is None else layout.row_rect(place, scroll) & layout.rows_area
        painter.setPen(QPen(QColor(self._tokens.acc), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(around.adjusted(-9, 1, 7, -1), 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_scroll_bar()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._layout().row_at(event.position(), self.verticalScrollBar().value())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._choose(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and bar is not None:
            self.opened.emit(bar.code)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._bar_at(event.position()), self.viewport().mapTo(self, event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, last = self._place(self._selected), len(self._values.bars) - 1
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
            self.opened.emit(self._values.bars[here].code)
        elif key not in steps:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
