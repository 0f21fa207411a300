"""The strip of all regions at the foot of “mode rapat”: a small bar for each, with its target, in the order of the gap."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.analysis.charts import Bar, BarChart
from desktop_app.pictures.painting import CENTRE, box, elided, hatched_box, level, plain, strong, width_of, write
from desktop_app.ui.look import Look

_NOTHING = BarChart(title="", source="", bars=(), top=1.0)
_NAME_ROOM, _BARS, _MARK = 1.6, 4.0, 3.0
"""Heights in sizes of the type; the selected one's mark in pixels."""
_WIDEST_BAR, _SHARE_OF_PLACE = 4.0, 0.62
_LEAST_NAME = 4.2
"""Widths in sizes of the type: of a bar, and of the room that a name needs to say something."""


class RegionStrip(QWidget):
    """A click selects a region; its place among the others stands in the accessible name."""

    selected = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._values, self._text = look, _NOTHING, 14
        self._selected: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_chart(self, values: BarChart) -> None:
        self._values = values
        self.setAccessibleName(f"{len(values.bars)} wilayah menurut selisih terhadap target")
        self.update()

    def select(self, code: str | None) -> None:
        self._selected = code
        self.update()

    def set_text_size(self, text: int) -> None:
        self._text = text
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, round(self._text * (_BARS + _NAME_ROOM) + 2 * _MARK))

    def place_of(self, code: str) -> QRectF:
        """Where the region of `code` stands in the strip. ValueError: it is not there."""
        codes = [bar.code for bar in self._values.bars]
        each = self.width() / len(codes)
        return QRectF(codes.index(code) * each, 0, each, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bars = self._values.bars
        each = self.width() / max(len(bars), 1)
        named = each >= self._text * _LEAST_NAME
        # The selected one last: its name may need the room of its neighbours.
        for place, bar in sorted(enumerate(bars), key=lambda item: item[1].code == self._selected):
            self._paint_bar(painter, QRectF(place * each, 0, each, self.height()), bar, named=named)
        level(painter, self._look.tokens.line2, self._foot(), 0, self.width())
        painter.end()

    def _foot(self) -> float:
        return self.height() - self._text * _NAME_ROOM

    def _paint_bar(self, painter: QPainter, place: QRectF, bar: Bar, *, named: bool) -> None:
        tokens, chosen = self._look.tokens, bar.code == self._selected
        foot, room = self._foot(), self._foot() - 2 * _MARK
        if chosen:
            box(painter, place, tokens.sel)
            painter.fillRect(QRectF(place.left(), 0, max(place.width(), 3), _MARK), QColor(tokens.acc))
        width = min(place.width() * _SHARE_OF_PLACE, self._text * _WIDEST_BAR)
        column = QRectF(place.center().x() - width / 2, foot, width, 0)
        if bar.share is None:
            hatched_box(painter, column.adjusted(0, -self._text, 0, 0), self._look.tokens)
        else:
            column.setTop(foot - room * min(bar.share / self._values.top, 1.0))
            fill, edge = (tokens.gap_fill, tokens.bar) if bar.reported else (tokens.bar, None)
            box(painter, column, fill, edge)
        if bar.target is not None:
            height = foot - room * min(bar.target / self._values.top, 1.0)
            reach = width / 2 + min(4.0, place.width() * 0.15)
            mark = QRectF(place.center().x() - reach, height - 1.25, 2 * reach, 2.5)
            painter.fillRect(mark, QColor(tokens.mark))
        if named or chosen:
            self._paint_name(painter, place, bar.label, chosen=chosen, named=named)

    def _paint_name(self, painter: QPainter, place: QRectF, label: str, *, chosen: bool, named: bool) -> None:
        tokens, face = self._look.tokens, strong(self._text) if chosen else plain(self._text)
        words = elided(label, face, place.width() - 6) if named else label
        half = width_of(words, face) / 2
        middle = min(max(place.center().x(), half + 4), self.width() - half - 4)
        height = self._foot() + self._text * _NAME_ROOM / 2
        write(painter, QPointF(middle, height), words, face, tokens.t1 if chosen else tokens.t2, CENTRE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bars = self._values.bars
        if event.button() == Qt.MouseButton.LeftButton and bars:
            place = int(event.position().x() * len(bars) / self.width())
            self.selected.emit(bars[min(max(place, 0), len(bars) - 1)].code)
