"""The bar chart: who is covered, what is missing to the target, region by region. Used on screen and in files."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.analysis.charts import Bar, BarChart
from desktop_app.domain.indonesian import NBSP, number
from desktop_app.pictures.bar_layout import (
    AXIS,
    HEAD,
    NOTE_LINE,
    ROW,
    BarLayout,
    gap_text,
    heads,
    legend,
    note_text,
    ticks,
    value_text,
)
from desktop_app.pictures.bar_legend import LEGEND, legend_lines, legend_width, paint_legend
from desktop_app.pictures.bar_strip import paint_strip
from desktop_app.pictures.painting import (
    BODY,
    RIGHT,
    SMALL,
    elided,
    plain,
    strong,
    triangle,
    upright,
    width_of,
    write,
    write_source,
)
from desktop_app.pictures.tokens import Tokens


def paint_bars(
    painter: QPainter,
    layout: BarLayout,
    values: BarChart,
    tokens: Tokens,
    *,
    selected: str | None = None,
    hovered: str | None = None,
    scroll: float = 0.0,
) -> None:
    """Paint the chart as laid out; rows beyond their area are cut, `scroll` pixels of them lie above it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_heads(painter, layout, values, tokens)
    _paint_grounds(painter, layout, values, tokens, selected, hovered, scroll)
    _paint_axis(painter, layout, tokens)
    painter.save()
    if layout.cut:
        painter.setClipRect(layout.rows_area)
    for place, row in layout.seen(scroll):
        bar = values.bars[place]
        _paint_row(painter, layout, row, bar, tokens, bar.code == selected)
    painter.restore()
    if not layout.wide:
        top = layout.rows_area.bottom() + AXIS + LEGEND / 2
        lines = legend_lines(legend(values, layout.area.width()), layout.area.width())
        left = _legend_left(layout, max(legend_width(entries) for entries in lines))
        for place, entries in enumerate(lines):
            paint_legend(painter, QPointF(left, top + place * LEGEND), entries, tokens)
    write_source(painter, values.source, layout.area, tokens)


def _paint_heads(painter: QPainter, layout: BarLayout, values: BarChart, tokens: Tokens) -> None:
    middle = layout.area.top() + (HEAD if layout.wide else ROW) / 2 - 2
    value, gap = heads(layout.wide)
    write(painter, QPointF(layout.value_right, middle), value, plain(SMALL), tokens.t3, RIGHT)
    if layout.gap_right is not None:
        write(painter, QPointF(layout.gap_right, middle), gap, plain(SMALL), tokens.t3, RIGHT)
    if layout.wide:
        paint_legend(painter, QPointF(layout.area.left(), middle), legend(values, layout.area.width()), tokens)


def _paint_grounds(
    painter: QPainter,
    layout: BarLayout,
    values: BarChart,
    tokens: Tokens,
    selected: str | None,
    hovered: str | None,
    scroll: float,
) -> None:
    for place, bar in enumerate(values.bars):
        if bar.code in (selected, hovered):
            row = layout.row_rect(place, scroll).adjusted(-10, 0, 8, 0) & layout.rows_area.adjusted(-10, 0, 8, 0)
            painter.fillRect(row, QColor(tokens.sel if bar.code == selected else tokens.hover))
            if bar.code == selected and row.height() > 8:
                painter.fillRect(QRectF(row.left(), row.top() + 4, 3, row.height() - 8), QColor(tokens.acc))


def _paint_axis(painter: QPainter, layout: BarLayout, tokens: Tokens) -> None:
    top, bottom = layout.rows_area.top(), layout.rows_area.bottom()
    marks = ticks(layout.plot_right - layout.plot_left, layout.top)
    for share in marks:
        x = layout.x(share)
        upright(painter, tokens.line2 if share == 0 else tokens.grid, x, top, bottom)
        text = number(share * 100) + (f"{NBSP}%" if share == marks[-1] else "")
        # The figure stands under its line; the unit hangs after it.
        start = x - width_of(number(share * 100), plain(SMALL)) / 2
        write(painter, QPointF(start, bottom + AXIS / 2), text, plain(SMALL), tokens.t3)


def _paint_row(painter: QPainter, layout: BarLayout, row: QRectF, bar: Bar, tokens: Tokens, selected: bool) -> None:
    below = NOTE_LINE if note_text(bar) and not layout.note_beside else 0.0
    line_height = row.height() - below
    middle = row.top() + line_height / 2
    # Bars keep their thickness as long as they can: tight rows lose their margins first.
    margin = 4 if line_height >= ROW else 3
    strip = QRectF(layout.plot_left, row.top() + margin, 0, line_height - 2 * margin)
    _paint_name(painter, layout, bar, middle, line_height, tokens, selected)
    end = layout.value_right - width_of("–", plain(BODY)) - 8
    paint_strip(painter, layout.x, strip, end, bar, tokens)
    colour = tokens.t3 if bar.share is None else tokens.t1
    face = plain(BODY) if bar.share is None or bar.reported else strong(BODY)
    write(painter, QPointF(layout.value_right, middle), value_text(bar), face, colour, RIGHT)
    if layout.gap_right is not None:
        _paint_gap(painter, layout.gap_right, middle, bar, tokens)


def _paint_name(
    painter: QPainter, layout: BarLayout, bar: Bar, middle: float, height: float, tokens: Tokens, selected: bool
) -> None:
    face = strong(BODY) if selected else plain(BODY)
    left, room = layout.area.left(), layout.plot_left - layout.area.left() - 6
    if layout.note_beside:
        width = width_of(note_text(bar), plain(SMALL))
        write(painter, QPointF(layout.plot_left - 10, middle), note_text(bar), plain(SMALL), tokens.t3, RIGHT)
        room -= width + 4
    else:
        note = elided(note_text(bar), plain(SMALL), layout.plot_right - left)
        ground = tokens.sel if selected else tokens.surf
        write(painter, QPointF(left, middle + height / 2 + 3), note, plain(SMALL), tokens.t3, halo=ground)
    write(painter, QPointF(left, middle), elided(bar.label, face, room), face, tokens.t1)


def _paint_gap(painter: QPainter, right: float, middle: float, bar: Bar, tokens: Tokens) -> None:
    text = gap_text(bar)
    if bar.gap is None:
        write(painter, QPointF(right, middle), text, plain(BODY), tokens.t3, RIGHT)
    elif bar.gap >= 0:
        write(painter, QPointF(right, middle), text, strong(BODY), tokens.ok, RIGHT)
        triangle(painter, QPointF(right - width_of(text, strong(BODY)) - 9, middle), 8, tokens.ok)
    else:
        write(painter, QPointF(right, middle), text, plain(BODY), tokens.t2, RIGHT)


def _legend_left(layout: BarLayout, width: float) -> float:
    """Under the bars, or as far to the left as the width asks for."""
    return max(layout.area.left(), min(layout.plot_left, layout.area.right() - width))
