"""“Mengapa berubah?” in the window: hovering or stepping through it tells what each step rests on."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.charts import WaterfallChart
from desktop_app.domain.indonesian import number
from desktop_app.pictures.cards import CardText, HoverCard
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.tokens import Tokens
from desktop_app.pictures.waterfall_painting import WaterfallLayout, lay_out_waterfall, paint_waterfall

PADDING = (14, 6, 14, 8)


class WaterfallView(QWidget):
    """Signals carry the key of a step: a word of `ChangeKind`, of totals the date. Before `set_chart` it is empty."""

    selected = Signal(str)
    opened = Signal(str)
    hovered = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self._tokens = tokens
        self._values: WaterfallChart | None = None
        self._selected: str | None = None
        self._hovered: int | None = None
        self._card = HoverCard(self, tokens)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Bagan perubahan")

    def set_chart(self, values: WaterfallChart | None) -> None:
        """None empties it: there are no two months to compare."""
        self._light(None)
        self._values, self._selected = values, None
        steps = values.steps if values is not None else ()
        title = f": {values.title}, {values.total}" if values is not None else ""
        self.setAccessibleName(f"Bagan perubahan, {number(max(len(steps) - 2, 0))} bagian{title}")
        self.setAccessibleDescription("; ".join(f"{step.label} {step.value}" for step in steps))
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = self._card.tokens = tokens
        self.update()

    def select(self, key: str | None) -> None:
        """Mark the column of `key`, without a signal."""
        self._selected = key
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(440, 160)

    def _layout(self) -> WaterfallLayout | None:
        left, top, right, bottom = PADDING
        area = QRectF(self.rect()).adjusted(left, top, -right, -bottom)
        return lay_out_waterfall(area, self._values) if self._values is not None else None

    def _light(self, place: int | None) -> None:
        layout = self._layout()
        if place == self._hovered:
            return
        self._hovered = place
        if place is None or layout is None:
            self._card.hide()
            self.hovered.emit("")
        else:
            step = layout.values.steps[place]
            corner = layout.bar(place).topRight().toPoint() + QPoint(0, 8)
            self._card.show_at(corner, CardText(step.label, step.value, step.detail))
            self.hovered.emit(step.key)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._tokens.surf))
        layout = self._layout()
        if layout is not None:
            under = None if self._hovered is None else layout.values.steps[self._hovered].key
            paint_waterfall(painter, layout, self._tokens, selected=self._selected, hovered=under)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._tokens.acc), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        layout = self._layout()
        self._light(layout.step_at(event.position()) if layout else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._key() is not None:
            self.select(self._key())
            self.selected.emit(self._key())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._key() is not None:
            self.opened.emit(self._key())

    def _key(self) -> str | None:
        if self._values is None or self._hovered is None:
            return None
        return self._values.steps[self._hovered].key

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._light(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        count = len(self._values.steps) if self._values is not None else 0
        if step is not None and count:
            start = (-1 if step > 0 else count) if self._hovered is None else self._hovered
            self._light(min(max(start + step, 0), count - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._key() is not None:
            self.opened.emit(self._key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light(None)
        self.update()
