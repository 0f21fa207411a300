"""Who has reported, in the window: a row is selected, a cell explains itself."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.charts import MatrixChart
from desktop_app.domain.indonesian import month_year, number
from desktop_app.pictures.cards import CardText
from desktop_app.pictures.matrix_painting import Cell, MatrixLayout, lay_out_matrix, paint_matrix
from desktop_app.pictures.rows_view import RowsView
from desktop_app.pictures.tokens import Tokens

_NOTHING = MatrixChart(title="", source="", months=(), rows=(), complete=())


class MatrixView(RowsView[MatrixLayout]):
    """Keys are region codes. Left and right step through the months of the selected row."""

    cell_opened = Signal(str, str)
    """A double click on a cell, or Enter: region code and month, “2025-03-31”."""
    cell_selected = Signal(str, str)
    """A click on a cell."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._values = _NOTHING
        self._codes: tuple[str, ...] = ()
        self._cell: Cell | None = None
        self.set_chart(_NOTHING)

    def set_chart(self, values: MatrixChart) -> None:
        self._values, self._codes, self._cell = values, tuple(row.code for row in values.rows), None
        size = f"{number(len(values.rows))} wilayah, {number(len(values.months))} bulan"
        self.setAccessibleName(f"Tabel pelaporan, {size}: {values.title}")
        self.setAccessibleDescription(values.source)
        self.rows_changed()

    def sizeHint(self) -> QSize:
        return QSize(560, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(340, 180)

    def codes(self) -> Sequence[str]:
        return self._codes

    def lay_out(self, area: QRectF) -> MatrixLayout:
        return lay_out_matrix(area, self._values)

    def paint_picture(self, painter: QPainter, layout: MatrixLayout, scroll: float) -> None:
        paint_matrix(
            painter, layout, self._values, self._tokens,
            selected=self._selected, hovered=self._hovered, cell=self._cell, scroll=scroll,
        )  # fmt: skip

    def card(self, place: int, spot: QPointF) -> CardText:
        """Of the cell under the pointer; over the name, how many months are there."""
        row, month = self._values.rows[place], self._layout().month_at(spot)
        self._cell = None if month is None else (row.code, month)
        if month is not None:
            return self._card_of(place, month)
        there = sum(cell.state in ("lengkap", "terlambat") for cell in row.cells)
        return CardText(row.label, f"{number(there)} dari {number(len(row.cells))} bulan", ())

    def _card_of(self, place: int, month: int) -> CardText:
        row = self._values.rows[place]
        cell = row.cells[month]
        return CardText(f"{row.label}, {month_year(cell.month)}", cell.state.value.capitalize(), cell.detail)

    def _point(self, place: int | None, spot: QPointF) -> None:
        if place is None:
            self._cell = None
        super()._point(place, spot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._cell is not None:
            self.cell_selected.emit(*self._named(self._cell))

    def _named(self, cell: Cell) -> tuple[str, str]:
        code, month = cell
        return code, self._values.months[month].isoformat()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._cell is not None:
            self.cell_opened.emit(*self._named(self._cell))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and self._cell is not None and self._cell[0] == self._selected:
            self.cell_opened.emit(*self._named(self._cell))
            return
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        place = self._place(self._selected)
        if step is None or place is None or not self._values.months:
            super().keyPressEvent(event)
            return
        last = len(self._values.months) - 1
        here = self._cell[1] if self._cell is not None and self._cell[0] == self._selected else None
        self._explain(place, (0 if step > 0 else last) if here is None else min(max(here + step, 0), last))

    def _explain(self, place: int, month: int) -> None:
        """Light a cell up and show its card, as hovering does."""
        self._cell = (self._codes[place], month)
        layout = self._layout()
        spot = layout.cell(layout.row_rect(place, self._scroll()), month).center()
        self._card.show_at(self.viewport().mapTo(self, spot.toPoint()), self._card_of(place, month))
        self.viewport().update()
