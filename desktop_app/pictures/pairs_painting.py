"""Formal beside informal: two panels with the same rows and the same scale. Used on screen and in files."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.analysis.charts import Bar, PairChart, PairRow
from desktop_app.domain.indonesian import NBSP, number
from desktop_app.pictures.bar_layout import AXIS, gap_text, ticks, value_text
from desktop_app.pictures.bar_legend import LEGEND, entries, legend_lines, paint_legend
from desktop_app.pictures.bar_strip import paint_strip
from desktop_app.pictures.painting import (
    BODY,
    RIGHT,
    SMALL,
    elided,
    plain,
    source_height,
    strong,
    triangle,
    upright,
    widest,
    width_of,
    write,
    write_source,
)
from desktop_app.pictures.row_stack import RowStack, even_rows
from desktop_app.pictures.tokens import Tokens

ROW, USUAL_ROW, TALLEST_ROW, HEAD = 20.0, 22.0, 40.0, 24.0
_THICKEST = 18.0
"""Of a bar: a higher row has more air."""
_BETWEEN = 24.0
_WITH_GAP = 300.0
"""From this width of a panel the gap to the target finds room; the hover card tells it anyway."""
_LABELS_AT_MOST = 0.26


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars between `left` and `right`; figures end at `value_right` and `gap_right` (None where there is no room)."""

    left: float
    right: float
    value_right: float
    gap_right: float | None
    top: float

    def x(self, share: float) -> float:
        return self.left + min(share / self.top, 1.0) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class PairLayout(RowStack):
    panels: tuple[Panel, Panel]
    label: float


def lay_out_pair(area: QRectF, values: PairChart) -> PairLayout:
    room = area.height() - HEAD - _foot(area.width(), values)
    rows = even_rows(len(values.rows), room, ROW, TALLEST_ROW)
    names = widest((row.label for row in values.rows), strong(BODY))
    label = min(names + 10, area.width() * _LABELS_AT_MOST)
    wide = (area.width() - label - _BETWEEN) / 2
    starts = (area.left() + label, area.left() + label + wide + _BETWEEN)
    content = sum(rows[-1]) if rows else ROW
    return PairLayout(
        area=area, rows=rows, rows_area=QRectF(area.left(), area.top() + HEAD, area.width(), max(min(room, content), 0)),
        panels=(_panel(starts[0], wide, values), _panel(starts[1], wide, values)), label=label,
    )  # fmt: skip


def _panel(left: float, width: float, values: PairChart) -> Panel:
    bars = _bars(values)
    value = max((width_of(value_text(bar), strong(BODY)) for bar in bars), default=30.0)
    gap = max((width_of(gap_text(bar), strong(BODY)) for bar in bars), default=30.0) + 18
    right = left + width
    if width < _WITH_GAP:
        return Panel(round(left), round(right - value - 14), right, None, values.top)
    return Panel(round(left), round(right - gap - value - 26), right - gap - 8, right, values.top)


def _bars(values: PairChart) -> list[Bar]:
    return [bar for row in values.rows for bar in row.sides]


def _legend(values: PairChart, width: float) -> list[list[str]]:
    return legend_lines(entries(_bars(values), no_data=True), width)


def _foot(width: float, values: PairChart) -> float:
    return AXIS + LEGEND * len(_legend(values, width)) + 6 + source_height(values.source, width)


def pair_height(width: float, values: PairChart) -> float:
    """The height at which every row is seen."""
    return HEAD + max(len(values.rows), 1) * USUAL_ROW + _foot(width, values)


def paint_pair(
    painter: QPainter,
    layout: PairLayout,
    values: PairChart,
    tokens: Tokens,
    *,
    selected: str | None = None,
    hovered: str | None = None,
    scroll: float = 0.0,
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setClipRect(layout.rows_area.adjusted(-10, 0, 8, 0))
    for place, row in layout.seen(scroll):
        _paint_ground(painter, row, values.rows[place].code, tokens, selected, hovered)
    painter.restore()
    for panel, name in zip(layout.panels, values.names, strict=True):
        _paint_frame(painter, layout, panel, name, tokens)
    painter.save()
    if layout.cut:
        painter.setClipRect(layout.rows_area)
    for place, row in layout.seen(scroll):
        _paint_row(painter, layout, row, values.rows[place], tokens, values.rows[place].code == selected)
    painter.restore()
    top = layout.rows_area.bottom() + AXIS + LEGEND / 2
    for place, words in enumerate(_legend(values, layout.area.width())):
        paint_legend(painter, QPointF(layout.area.left(), top + place * LEGEND), words, tokens)
    write_source(painter, values.source, layout.area, tokens)


def _paint_ground(
    painter: QPainter, row: QRectF, code: str, tokens: Tokens, selected: str | None, hovered: str | None
) -> None:
    if code in (selected, hovered):
        painter.fillRect(row.adjusted(-10, 0, 8, 0), QColor(tokens.sel if code == selected else tokens.hover))
    if code == selected:
        painter.fillRect(QRectF(row.left() - 10, row.top() + 4, 3, row.height() - 8), QColor(tokens.acc))


def _paint_frame(painter: QPainter, layout: PairLayout, panel: Panel, name: str, tokens: Tokens) -> None:
    """Head, grid and axis of a panel."""
    head, top, bottom = layout.area.top() + HEAD / 2 - 2, layout.rows_area.top(), layout.rows_area.bottom()
    write(painter, QPointF(panel.left, head), name, strong(BODY), tokens.t1)
    write(painter, QPointF(panel.value_right, head), "%", plain(SMALL), tokens.t3, RIGHT)
    if panel.gap_right is not None:
        write(painter, QPointF(panel.gap_right, head), "poin", plain(SMALL), tokens.t3, RIGHT)
    marks = ticks(panel.right - panel.left, panel.top)
    for share in marks:
        x, text = panel.x(share), number(share * 100)
        upright(painter, tokens.line2 if share == 0 else tokens.grid, x, top, bottom)
        # The figure stands under its line; the unit hangs after it.
        start = QPointF(x - width_of(text, plain(SMALL)) / 2, bottom + AXIS / 2)
        write(painter, start, text + (f"{NBSP}%" if share == marks[-1] else ""), plain(SMALL), tokens.t3)


def _paint_row(
    painter: QPainter, layout: PairLayout, row: QRectF, values: PairRow, tokens: Tokens, selected: bool
) -> None:
    middle, face = row.center().y(), strong(BODY) if selected else plain(BODY)
    name = elided(values.label, face, layout.label - 8)
    write(painter, QPointF(layout.area.left(), middle), name, face, tokens.t1)
    for panel, bar in zip(layout.panels, values.sides, strict=True):
        margin = max(4 if row.height() >= ROW else 3, (row.height() - _THICKEST) / 2)
        strip = QRectF(panel.left, row.top() + margin, 0, row.height() - 2 * margin)
        paint_strip(painter, panel.x, strip, panel.right, bar, tokens)
        quiet = bar.share is None or bar.reported
        colour = tokens.t3 if bar.share is None else tokens.t1
        figure = plain(BODY) if quiet else strong(BODY)
        write(painter, QPointF(panel.value_right, middle), value_text(bar), figure, colour, RIGHT)
        if panel.gap_right is not None:
            _paint_gap(painter, QPointF(panel.gap_right, middle), bar, tokens)


def _paint_gap(painter: QPainter, end: QPointF, bar: Bar, tokens: Tokens) -> None:
    text, reached = gap_text(bar), bar.gap is not None and bar.gap >= 0
    face = strong(BODY) if reached else plain(BODY)
    write(painter, end, text, face, tokens.ok if reached else tokens.t3 if bar.gap is None else tokens.t2, RIGHT)
    if reached:
        triangle(painter, end - QPointF(width_of(text, face) + 9, 0), 8, tokens.ok)
