"""The bar chart in the window: one row is selected, hovered or opened at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.charts import BarChart
from desktop_app.domain.indonesian import number, percent
from desktop_app.pictures.bar_layout import BarLayout, lay_out_bars
from desktop_app.pictures.bar_painting import paint_bars
from desktop_app.pictures.cards import CardText
from desktop_app.pictures.painting import NO_DATA
from desktop_app.pictures.rows_view import RowsView
from desktop_app.pictures.tokens import Tokens

_NOTHING = BarChart(title="", source="", bars=(), top=1.0)


class BarsView(RowsView[BarLayout]):
    """Legend, axis and source stay; only rows that find no room scroll. Keys are region codes."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._values = _NOTHING
        self._codes: tuple[str, ...] = ()
        self.set_chart(_NOTHING)

    def set_chart(self, values: BarChart) -> None:
        self._values, self._codes = values, tuple(bar.code for bar in values.bars)
        missing = sum(bar.share is None for bar in values.bars)
        without = f", {number(missing)} belum ada data" if missing else ""
        self.setAccessibleName(f"Bagan batang, {number(len(values.bars))} wilayah{without}: {values.title}")
        self.setAccessibleDescription(values.source)
        self.rows_changed()

    def sizeHint(self) -> QSize:
        return QSize(416, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 200)

    def codes(self) -> Sequence[str]:
        return self._codes

    def lay_out(self, area: QRectF) -> BarLayout:
        return lay_out_bars(area, self._values)

    def paint_picture(self, painter: QPainter, layout: BarLayout, scroll: float) -> None:
        chosen, under = self._selected, self._hovered
        paint_bars(painter, layout, self._values, self._tokens, selected=chosen, hovered=under, scroll=scroll)

    def card(self, place: int, spot: QPointF) -> CardText:
        bar = self._values.bars[place]
        return CardText(bar.label, (bar.note or NO_DATA) if bar.share is None else percent(bar.share), bar.detail)
