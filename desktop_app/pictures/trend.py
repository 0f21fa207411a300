"""The trend in the window: the nearest point lights up, with a line through time and a card."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.charts import TrendChart
from desktop_app.domain.indonesian import number
from desktop_app.pictures.cards import CardText, HoverCard
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.tokens import Tokens
from desktop_app.pictures.trend_bases import Placed, place_trend
from desktop_app.pictures.trend_layout import TrendLayout
from desktop_app.pictures.trend_painting import paint_trend
from desktop_app.pictures.trend_stops import Stop, stop_at, stops

PADDING = (14, 8, 14, 8)


class TrendView(QWidget):
    """Signals carry the point's date as “2025-06-30”. Before `set_chart` it is empty."""

    selected = Signal(str)
    opened = Signal(str)
    hovered = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self._tokens = tokens
        self._values: TrendChart | None = None
        self._hovered: Stop | None = None
        self._placed: Placed | None = None
        self._card = HoverCard(self, tokens)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Bagan perkembangan")

    def set_chart(self, values: TrendChart) -> None:
        self._values, self._placed = values, None
        self._light(None)
        count = sum(len(line.points) for line in values.lines)
        self.setAccessibleName(
            f"Bagan perkembangan, {number(count)} titik, {number(len(values.targets))} target: {values.title}"
        )
        self.setAccessibleDescription(" ".join(part for part in (values.source, _ahead_words(values)) if part))
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = self._card.tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(700, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 220)

    def _place(self) -> Placed | None:
        """Kept until values or size change."""
        left, top, right, bottom = PADDING
        area = QRectF(self.rect()).adjusted(left, top, -right, -bottom)
        if self._values is not None and (self._placed is None or self._placed.layout.area != area):
            self._placed = place_trend(area, self._values)
        return self._placed

    def _layout(self) -> TrendLayout | None:
        placed = self._place()
        return placed.layout if placed is not None else None

    def _light(self, stop: Stop | None) -> None:
        if stop == self._hovered:
            return
        self._hovered = stop
        if stop is None:
            self._card.hide()
        else:
            self._card.show_at(stop.place.toPoint() + QPoint(0, 8), CardText(stop.heading, stop.value, stop.detail))
        self.hovered.emit(stop.period if stop is not None else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._tokens.surf))
        placed = self._place()
        if placed is not None:
            paint_trend(painter, placed, self._tokens, hovered=self._hovered)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._tokens.acc), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        layout = self._layout()
        self._light(stop_at(layout, event.position()) if layout else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._hovered is not None and self._hovered.period:
            self.selected.emit(self._hovered.period)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._hovered is not None and self._hovered.period:
            self.opened.emit(self._hovered.period)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._light(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._walk(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hovered is not None:
            if self._hovered.period:
                self.opened.emit(self._hovered.period)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        """To the next stop in time; the first from the left or the right when none is lit."""
        layout = self._layout()
        known = stops(layout) if layout else []
        if not known:
            return
        if self._hovered not in known:
            self._light(known[0 if step > 0 else -1])
        else:
            self._light(known[min(max(known.index(self._hovered) + step, 0), len(known) - 1)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light(None)
        self.update()


def _ahead_words(values: TrendChart) -> str:
    """Forecast and needed pace, for those who hear the picture."""
    parts = [f"{values.ahead.label}, {values.ahead.second}."] if values.ahead is not None else []
    parts += [f"{values.needed.label}: {values.needed.second}."] if values.needed is not None else []
    return " ".join(parts)
