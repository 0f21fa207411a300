"""Who has reported: a row per region, a column per month, a symbol in each cell. Used on screen and in files."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.analysis.charts import MatrixChart, MatrixRow
from desktop_app.domain.indonesian import number, short_date
from desktop_app.domain.reporting import ReportingState
from desktop_app.pictures.matrix_symbols import SIDE, ground_of, paint_symbol
from desktop_app.pictures.painting import (
    BODY,
    CENTRE,
    NO_DATA,
    SMALL,
    elided,
    level,
    plain,
    source_height,
    strong,
    upright,
    width_of,
    write,
    write_source,
)
from desktop_app.pictures.row_stack import RowStack, even_rows
from desktop_app.pictures.tokens import Tokens

ROW, TALLEST_ROW = 22.0, 30.0
HEAD, COUNTS, LEGEND = 32.0, 24.0, 20.0
_WIDEST_COLUMN = 92.0
_LABELS_AT_MOST = 0.34
_COUNTED = "Sudah lengkap"
Cell = tuple[str, int]
"""Region code and number of the month."""


@dataclass(frozen=True, slots=True)
class MatrixLayout(RowStack):
    """Columns of one width from `left` on; `label` is the room of the names."""

    left: float
    column: float
    label: float
    months: int

    def cell(self, row: QRectF, month: int) -> QRectF:
        return QRectF(self.left + month * self.column, row.top(), self.column, row.height())

    def month_at(self, spot: QPointF) -> int | None:
        """The column under `spot`."""
        place = int((spot.x() - self.left) // self.column)
        return place if 0 <= place < self.months else None


def lay_out_matrix(area: QRectF, values: MatrixChart) -> MatrixLayout:
    room = area.height() - HEAD - _foot(area.width(), values)
    rows = even_rows(len(values.rows), room, ROW, TALLEST_ROW)
    names = [row.label for row in values.rows] + [_COUNTED]
    label = min(max(width_of(name, strong(BODY)) for name in names) + 12, area.width() * _LABELS_AT_MOST)
    column = min((area.width() - label) / max(len(values.months), 1), _WIDEST_COLUMN)
    content = sum(rows[-1]) if rows else ROW
    return MatrixLayout(
        area=area, rows=rows, rows_area=QRectF(area.left(), area.top() + HEAD, area.width(), max(min(room, content), 0)),
        left=area.left() + label, column=column, label=label, months=len(values.months),
    )  # fmt: skip


def matrix_height(width: float, values: MatrixChart) -> float:
    """The height at which every row is seen."""
    return HEAD + max(len(values.rows), 1) * ROW + _foot(width, values)


def _foot(width: float, values: MatrixChart) -> float:
    return COUNTS + LEGEND * len(legend_lines(values, width)) + 8 + source_height(values.source, width)


def legend_lines(values: MatrixChart, width: float) -> list[list[ReportingState]]:
    """The states that are there, in as many lines as `width` asks for."""
    seen = {cell.state for row in values.rows for cell in row.cells}
    lines: list[list[ReportingState]] = [[]]
    used = 0.0
    for state in ReportingState:
        if state in seen:
            wide = SIDE + 6 + width_of(state.value, plain(SMALL)) + 16
            if lines[-1] and used + wide > width:
                lines.append([])
                used = 0.0
            lines[-1].append(state)
            used += wide
    return lines


def paint_matrix(
    painter: QPainter,
    layout: MatrixLayout,
    values: MatrixChart,
    tokens: Tokens,
    *,
    selected: str | None = None,
    hovered: str | None = None,
    cell: Cell | None = None,
    scroll: float = 0.0,
) -> None:
    """`cell` is the one under the pointer: it gets an edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_months(painter, layout, values, tokens)
    painter.save()
    painter.setClipRect(layout.rows_area.adjusted(-10, 0, 8, 0))
    for place, row in layout.seen(scroll):
        _paint_row(painter, layout, row, values.rows[place], tokens, selected, hovered)
        if cell is not None and cell[0] == values.rows[place].code:
            _paint_edge(painter, layout.cell(row, cell[1]), tokens)
    painter.restore()
    if not values.rows:
        write(painter, layout.rows_area.center(), NO_DATA, plain(BODY), tokens.t3, CENTRE)
    _paint_years(painter, layout, values, tokens)
    _paint_counts(painter, layout, values, tokens)
    _paint_legend(painter, layout, values, tokens)
    write_source(painter, values.source, layout.area, tokens)


def _paint_months(painter: QPainter, layout: MatrixLayout, values: MatrixChart, tokens: Tokens) -> None:
    """Month names, the year above the first one and above each January."""
    top = layout.area.top()
    names = [short_date(month).split(" ")[1] for month in values.months]
    if any(width_of(name, plain(SMALL)) > layout.column - 2 for name in names):
        names = [name[0] for name in names]
    for place, month in enumerate(values.months):
        x = layout.left + (place + 0.5) * layout.column
        write(painter, QPointF(x, top + 21), names[place], plain(SMALL), tokens.t3, CENTRE)
        if place == 0 or month.month == 1:
            left = layout.left + place * layout.column + 3
            room = (13 - month.month) * layout.column - 6
            if width_of(str(month.year), strong(SMALL)) <= room:
                write(painter, QPointF(left, top + 6), str(month.year), strong(SMALL), tokens.t2)


def _paint_years(painter: QPainter, layout: MatrixLayout, values: MatrixChart, tokens: Tokens) -> None:
    for place, month in enumerate(values.months):
        if place and month.month == 1:
            x = layout.left + place * layout.column
            upright(painter, tokens.edge, x, layout.area.top(), layout.rows_area.bottom() + COUNTS)


def _paint_row(
    painter: QPainter,
    layout: MatrixLayout,
    row: QRectF,
    values: MatrixRow,
    tokens: Tokens,
    selected: str | None,
    hovered: str | None,
) -> None:
    chosen = values.code == selected
    if values.code in (selected, hovered):
        painter.fillRect(row.adjusted(-10, 0, 8, 0), QColor(tokens.sel if chosen else tokens.hover))
    if chosen:
        painter.fillRect(QRectF(row.left() - 10, row.top() + 4, 3, row.height() - 8), QColor(tokens.acc))
    face = strong(BODY) if chosen else plain(BODY)
    name = elided(values.label, face, layout.label - 10)
    write(painter, QPointF(layout.area.left(), row.center().y()), name, face, tokens.t1)
    for place, cell in enumerate(values.cells):
        area = layout.cell(row, place)
        ground = ground_of(cell.state, tokens)
        if ground is not None:
            painter.fillRect(area.adjusted(1, 1, -1, -1), QColor(ground))
        paint_symbol(painter, area.center(), cell.state, tokens)


def _paint_edge(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    painter.setPen(QColor(tokens.acc))
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_counts(painter: QPainter, layout: MatrixLayout, values: MatrixChart, tokens: Tokens) -> None:
    """How many of all regions are there, month by month."""
    top = layout.rows_area.bottom() + 2
    level(painter, tokens.line2, top, layout.area.left(), layout.left + layout.months * layout.column)
    middle = top + COUNTS / 2
    write(painter, QPointF(layout.area.left(), middle), _COUNTED, strong(BODY), tokens.t1)
    texts = [f"{number(complete)}/{number(len(values.rows))}" for complete in values.complete]
    if any(width_of(text, strong(SMALL)) > layout.column - 2 for text in texts):
        texts = [number(complete) for complete in values.complete]
    for place, text in enumerate(texts):
        x = layout.left + (place + 0.5) * layout.column
        write(painter, QPointF(x, middle), text, strong(SMALL), tokens.t1, CENTRE)


def _paint_legend(painter: QPainter, layout: MatrixLayout, values: MatrixChart, tokens: Tokens) -> None:
    middle = layout.rows_area.bottom() + COUNTS + LEGEND / 2 + 2
    for states in legend_lines(values, layout.area.width()):
        x = layout.area.left()
        for state in states:
            paint_symbol(painter, QPointF(x + SIDE / 2, middle), state, tokens)
            write(painter, QPointF(x + SIDE + 6, middle), state.value, plain(SMALL), tokens.t2)
            x += SIDE + 6 + width_of(state.value, plain(SMALL)) + 16
        middle += LEGEND
