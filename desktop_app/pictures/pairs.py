"""Formal beside informal in the window; keys are region codes."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.charts import PairChart
from desktop_app.domain.indonesian import number, percent
from desktop_app.pictures.cards import CardText
from desktop_app.pictures.painting import NO_DATA
from desktop_app.pictures.pairs_painting import PairLayout, lay_out_pair, paint_pair
from desktop_app.pictures.rows_view import RowsView
from desktop_app.pictures.tokens import Tokens

_NOTHING = PairChart(title="", source="", names=("Formal", "Informal"), rows=(), top=1.0)


class PairView(RowsView[PairLayout]):
    """Heads, axes, legend and source stay; only rows that find no room scroll."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._values = _NOTHING
        self._codes: tuple[str, ...] = ()
        self.set_chart(_NOTHING)

    def set_chart(self, values: PairChart) -> None:
        self._values, self._codes = values, tuple(row.code for row in values.rows)
        panels = " dan ".join(name.lower() for name in values.names)
        self.setAccessibleName(f"Bagan batang {panels}, {number(len(values.rows))} wilayah: {values.title}")
        self.setAccessibleDescription(values.source)
        self.rows_changed()

    def sizeHint(self) -> QSize:
        return QSize(700, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 200)

    def codes(self) -> Sequence[str]:
        return self._codes

    def lay_out(self, area: QRectF) -> PairLayout:
        return lay_out_pair(area, self._values)

    def paint_picture(self, painter: QPainter, layout: PairLayout, scroll: float) -> None:
        chosen, under = self._selected, self._hovered
        paint_pair(painter, layout, self._values, self._tokens, selected=chosen, hovered=under, scroll=scroll)

    def card(self, place: int, spot: QPointF) -> CardText:
        """Of the panel under the pointer; over the names the first."""
        row = self._values.rows[place]
        side = int(spot.x() >= self._layout().panels[1].left - 12)
        bar = row.sides[side]
        heading = f"{row.label}, {self._values.names[side].lower()}"
        return CardText(heading, (bar.note or NO_DATA) if bar.share is None else percent(bar.share), bar.detail)
