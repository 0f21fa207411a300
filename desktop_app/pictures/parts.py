"""A breakdown in the window; keys are the parts of the store (see `domain/breakdowns.py`)."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.charts import PartsChart
from desktop_app.domain.breakdowns import Dimension
from desktop_app.domain.indonesian import number, percent
from desktop_app.pictures.cards import CardText
from desktop_app.pictures.parts_painting import PartsLayout, lay_out_parts, paint_parts
from desktop_app.pictures.rows_view import RowsView
from desktop_app.pictures.tokens import Tokens

_NOTHING = PartsChart(title="", source="", dimension=Dimension.SEGMEN, parts=(), total=0, unit="orang", top=1.0)


class PartsView(RowsView[PartsLayout]):
    """Head, total and source stay; only parts that find no room scroll. “tidak diisi” has the key “”."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._values = _NOTHING
        self._codes: tuple[str, ...] = ()
        self.set_chart(_NOTHING)

    def set_chart(self, values: PartsChart) -> None:
        self._values, self._codes = values, tuple(part.key for part in values.parts)
        whole = f"{number(values.total)} {values.unit}"
        self.setAccessibleName(f"Bagan bagian, {number(len(values.parts))} bagian dari {whole}: {values.title}")
        parts = "; ".join(f"{part.label} {number(part.people)} ({percent(part.share)})" for part in values.parts)
        self.setAccessibleDescription(f"{parts}. {values.source}" if parts else values.source)
        self.rows_changed()

    def sizeHint(self) -> QSize:
        return QSize(416, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 150)

    def codes(self) -> Sequence[str]:
        return self._codes

    def lay_out(self, area: QRectF) -> PartsLayout:
        return lay_out_parts(area, self._values)

    def paint_picture(self, painter: QPainter, layout: PartsLayout, scroll: float) -> None:
        chosen, under = self._selected, self._hovered
        paint_parts(painter, layout, self._values, self._tokens, selected=chosen, hovered=under, scroll=scroll)

    def card(self, place: int, spot: QPointF) -> CardText:
        part = self._values.parts[place]
        return CardText(part.label, number(part.people), part.detail)
