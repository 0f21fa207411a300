"""The trend in the window: the nearest point lights up, with a line through time and a card."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.charts import TrendChart
from desktop_app.domain.indonesian import long_date, percent
from desktop_app.pictures.cards import CardText, HoverCard
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.tokens import Tokens
from desktop_app.pictures.trend_bases import lay_out_trend
from desktop_app.pictures.trend_layout import Spot, TrendLayout
from desktop_app.pictures.trend_painting import paint_trend

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
        self._hovered: Spot | None = None
        self._card = HoverCard(self, tokens)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Bagan perkembangan")

    def set_chart(self, values: TrendChart) -> None:
        self._values = values
        self._light(None)
        count = sum(len(line.points) for line in values.lines)
        self.setAccessibleName(f"Bagan perkembangan, {count} titik, {len(values.targets)} target: {values.title}")
        self.setAccessibleDescription(values.source)
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = self._card.tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(700, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 220)

    def _layout(self) -> TrendLayout | None:
        left, top, right, bottom = PADDING
        area = QRectF(self.rect()).adjusted(left, top, -right, -bottom)
        return lay_out_trend(area, self._values) if self._values is not None else None

    def _light(self, spot: Spot | None) -> None:
        if spot == self._hovered:
            return
        self._hovered = spot
        if spot is None:
            self._card.hide()
            self.hovered.emit("")
        else:
            text = CardText(long_date(spot.point.period), percent(spot.point.share), spot.point.detail)
            self._card.show_at(spot.place.toPoint() + QPoint(0, 8), text)
            self.hovered.emit(spot.point.period.isoformat())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._tokens.surf))
        layout = self._layout()
        if layout is not None:
            paint_trend(painter, layout, self._tokens, hovered=self._hovered)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._tokens.acc), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        layout = self._layout()
        self._light(layout.spot_at(event.position()) if layout else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._hovered is not None:
            self.selected.emit(self._hovered.point.period.isoformat())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._hovered is not None:
            self.opened.emit(self._hovered.point.period.isoformat())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._light(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        layout = self._layout()
        spots = sorted(layout.spots(), key=lambda s: s.point.period) if layout else []
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None and spots:
            here = spots.index(self._hovered) + step if self._hovered in spots else (0 if step > 0 else -1)
            self._light(spots[min(here, len(spots) - 1) if here >= 0 or self._hovered is None else 0])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hovered is not None:
            self.opened.emit(self._hovered.point.period.isoformat())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light(None)
        self.update()
