"""The bar chart: who is covered, what is missing to the target, region by region. Used on screen and in files."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.analysis.charts import Bar, BarChart
from desktop_app.domain.indonesian import NBSP, number, points
from desktop_app.pictures.painting import (
    BODY,
    NO_DATA,
    REPORTED,
    RIGHT,
    SMALL,
    box,
    elided,
    hatched_box,
    plain,
    source_height,
    strong,
    triangle,
    upright,
    width_of,
    write,
    write_source,
)
from desktop_app.pictures.tokens import Tokens

ROW, TALLEST_ROW, NOTE_LINE = 20.0, 22.0, 13.0
HEAD, AXIS, LEGEND = 24.0, 20.0, 20.0
MARK_OUT = 4.0
SWATCH = 24.0
_WIDE = 560.0
"""From this width the column heads are words and the legend stands above."""
_NARROW = 300.0
"""Below this width the gap column goes; the hover card still tells it."""
_LABELS_AT_MOST = 0.4
"""Share of the width that names and notes may take; notes go below the names before that."""
_TICK_STEPS = (0.05, 0.1, 0.2, 0.25, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class BarLayout:
    """Where everything stands, in the units of `area`; a dropped column is None. `rows` are (top, height) unscrolled."""

    area: QRectF
    rows: tuple[tuple[float, float], ...]
    rows_area: QRectF
    plot_left: float
    plot_right: float
    value_right: float
    gap_right: float | None
    wide: bool
    note_beside: bool
    top: float

    def x(self, share: float) -> float:
        return self.plot_left + min(share / self.top, 1.0) * (self.plot_right - self.plot_left)

    @property
    def content(self) -> float:
        """Height of all rows, seen or not."""
        return sum(self.rows[-1]) if self.rows else 0.0

    def row_rect(self, place: int, scroll: float = 0.0) -> QRectF:
        top, height = self.rows[place]
        return QRectF(self.area.left(), self.rows_area.top() + top - scroll, self.area.width(), height)

    def row_at(self, spot: QPointF, scroll: float = 0.0) -> int | None:
        """The row under `spot`."""
        if not self.rows_area.contains(spot):
            return None
        y = spot.y() - self.rows_area.top() + scroll
        return next((n for n, (top, height) in enumerate(self.rows) if top <= y < top + height), None)


def lay_out_bars(area: QRectF, values: BarChart) -> BarLayout:
    wide = area.width() >= _WIDE
    head = HEAD if wide else ROW
    foot = AXIS + (0 if wide else LEGEND * len(_legend_lines(values, area.width()))) + 6 + _source(values, area)
    room = area.height() - head - foot
    names = max((width_of(bar.label, strong(BODY)) for bar in values.bars), default=0.0)
    notes = max((width_of(_note(bar), plain(SMALL)) for bar in values.bars), default=0.0)
    note_beside = 0 < names + notes + 20 <= area.width() * _LABELS_AT_MOST and notes > 0
    heights = _row_heights(values, room, note_beside)
    starts = list(accumulate(heights, initial=0.0))
    label = names + 10 + (notes + 10 if note_beside else 0)
    if not wide:
        label = min(label, area.width() * _LABELS_AT_MOST)
    columns = _columns(area, values, wide)
    return BarLayout(
        area=area,
        rows=tuple(zip(starts, heights, strict=False)),
        rows_area=QRectF(area.left(), area.top() + head, area.width(), max(min(room, starts[-1]), 0)),
        plot_left=round(area.left() + label),
        plot_right=columns[2],
        value_right=columns[0],
        gap_right=columns[1],
        wide=wide,
        note_beside=note_beside,
        top=values.top,
    )


def bars_height(width: float, values: BarChart) -> float:
    """The height at which every row is seen."""
    tall = lay_out_bars(QRectF(0, 0, width, 1e6), values)
    below = AXIS + (0 if tall.wide else LEGEND * len(_legend_lines(values, width)))
    return tall.rows_area.bottom() + below + 6 + _source(values, tall.area)


def _source(values: BarChart, area: QRectF) -> float:
    return source_height(values.source, area.width())


def _row_heights(values: BarChart, room: float, note_beside: bool) -> list[float]:
    extra = [NOTE_LINE if _note(bar) and not note_beside else 0.0 for bar in values.bars]
    each = (room - sum(extra)) / len(values.bars) if values.bars else ROW
    row = float(int(min(max(each, ROW), TALLEST_ROW)))
    return [row + more for more in extra]


def _columns(area: QRectF, values: BarChart, wide: bool) -> tuple[float, float | None, float]:
    """Right ends of the value column, of the gap column (None where there is no room) and of the plot."""
    value = max(
        [width_of(_value(bar), strong(BODY)) for bar in values.bars] + [width_of(_heads(wide)[0], plain(SMALL))]
    )
    gap = max(
        [width_of(_gap(bar), strong(BODY)) + (16 if bar.gap is not None and bar.gap >= 0 else 0) for bar in values.bars]
        + [width_of(_heads(wide)[1], plain(SMALL))]
    )
    if area.width() < _NARROW:
        return area.right(), None, area.right() - value - 16
    value_right = area.right() - gap - (20 if wide else 12)
    return value_right, area.right(), round(value_right - value - (28 if wide else 16))


def _note(bar: Bar) -> str:
    """What stands beside the name; why there is no share stands in the place of the bar."""
    return "" if bar.share is None else bar.note


def _heads(wide: bool) -> tuple[str, str]:
    return ("Cakupan, %", "Selisih, poin") if wide else ("%", "poin")


def _value(bar: Bar) -> str:
    if bar.share is None:
        return "–"
    return f"({number(bar.share * 100, 2)})" if bar.reported else number(bar.share * 100, 2)


def _gap(bar: Bar) -> str:
    return "–" if bar.gap is None else points(bar.gap)


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
    if layout.content > layout.rows_area.height():
        painter.setClipRect(layout.rows_area)
    for place, bar in enumerate(values.bars):
        row = layout.row_rect(place, scroll)
        if row.bottom() > layout.rows_area.top() and row.top() < layout.rows_area.bottom():
            _paint_row(painter, layout, row, bar, tokens, bar.code == selected)
    painter.restore()
    if not layout.wide:
        top = layout.rows_area.bottom() + AXIS + LEGEND / 2
        lines = _legend_lines(values, layout.area.width())
        left = _legend_left(layout, max(_legend_width(entries) for entries in lines))
        for place, entries in enumerate(lines):
            _paint_legend(painter, QPointF(left, top + place * LEGEND), entries, tokens)
    write_source(painter, values.source, layout.area, tokens)


def _paint_heads(painter: QPainter, layout: BarLayout, values: BarChart, tokens: Tokens) -> None:
    middle = layout.area.top() + (HEAD if layout.wide else ROW) / 2 - 2
    value, gap = _heads(layout.wide)
    write(painter, QPointF(layout.value_right, middle), value, plain(SMALL), tokens.t3, RIGHT)
    if layout.gap_right is not None:
        write(painter, QPointF(layout.gap_right, middle), gap, plain(SMALL), tokens.t3, RIGHT)
    if layout.wide:
        _paint_legend(painter, QPointF(layout.area.left(), middle), _legend(values, layout.area.width()), tokens)


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
    ticks = _ticks(layout)
    for share in ticks:
        x = layout.x(share)
        upright(painter, tokens.line2 if share == 0 else tokens.grid, x, top, bottom)
        text = number(share * 100) + (f"{NBSP}%" if share == ticks[-1] else "")
        # The figure stands under its line; the unit hangs after it.
        start = x - width_of(number(share * 100), plain(SMALL)) / 2
        write(painter, QPointF(start, bottom + AXIS / 2), text, plain(SMALL), tokens.t3)


def _ticks(layout: BarLayout) -> list[float]:
    room = layout.plot_right - layout.plot_left
    step = next((s for s in _TICK_STEPS if room * s / layout.top >= 36), _TICK_STEPS[-1])
    return [n * step for n in range(int(layout.top / step + 1e-9) + 1)]


def _paint_row(painter: QPainter, layout: BarLayout, row: QRectF, bar: Bar, tokens: Tokens, selected: bool) -> None:
    below = NOTE_LINE if _note(bar) and not layout.note_beside else 0.0
    line_height = row.height() - below
    middle = row.top() + line_height / 2
    thick = line_height - 8
    strip = QRectF(layout.plot_left, row.top() + 4, 0, thick)
    _paint_name(painter, layout, bar, middle, line_height, tokens, selected)
    if bar.share is None:
        _paint_no_data(painter, layout, strip, bar, tokens)
    else:
        _paint_bar(painter, layout, strip, bar, bar.share, tokens)
    if bar.target is not None:
        mark = QRectF(layout.x(bar.target) - 1.25, strip.top() - MARK_OUT, 2.5, thick + 2 * MARK_OUT)
        painter.fillRect(mark, QColor(tokens.mark))
    colour = tokens.t3 if bar.share is None else tokens.t1
    face = plain(BODY) if bar.share is None or bar.reported else strong(BODY)
    write(painter, QPointF(layout.value_right, middle), _value(bar), face, colour, RIGHT)
    if layout.gap_right is not None:
        _paint_gap(painter, layout.gap_right, middle, bar, tokens)


def _paint_name(
    painter: QPainter, layout: BarLayout, bar: Bar, middle: float, height: float, tokens: Tokens, selected: bool
) -> None:
    face = strong(BODY) if selected else plain(BODY)
    left, room = layout.area.left(), layout.plot_left - layout.area.left() - 6
    if layout.note_beside:
        width = width_of(_note(bar), plain(SMALL))
        write(painter, QPointF(layout.plot_left - 10, middle), _note(bar), plain(SMALL), tokens.t3, RIGHT)
        room -= width + 4
    else:
        note = elided(_note(bar), plain(SMALL), layout.plot_right - left)
        ground = tokens.sel if selected else tokens.surf
        write(painter, QPointF(left, middle + height / 2 + 3), note, plain(SMALL), tokens.t3, halo=ground)
    write(painter, QPointF(left, middle), elided(bar.label, face, room), face, tokens.t1)


def _paint_no_data(painter: QPainter, layout: BarLayout, strip: QRectF, bar: Bar, tokens: Tokens) -> None:
    """A hatched swatch and the words, before or after the target's mark; where neither fits the legend has them."""
    swatch = QRectF(strip.left(), strip.top(), SWATCH, strip.height())
    hatched_box(painter, swatch, tokens)
    words = bar.note or NO_DATA
    width = width_of(words, plain(BODY))
    end = layout.value_right - width_of("–", plain(BODY)) - 8
    mark = end if bar.target is None else layout.x(bar.target)
    starts = [swatch.right() + 8, max(swatch.right(), mark) + 8]
    fitting = [x for x, limit in zip(starts, (mark - 6, end), strict=True) if x + width <= limit]
    if fitting:
        write(painter, QPointF(fitting[0], strip.center().y()), words, plain(BODY), tokens.t2, halo=tokens.surf)


def _paint_bar(painter: QPainter, layout: BarLayout, strip: QRectF, bar: Bar, share: float, tokens: Tokens) -> None:
    """Covered, then what is missing to the target; or covered up to the target, then what lies beyond."""
    target = share if bar.target is None else bar.target
    end = layout.x(share)
    if share < target:
        box(
            painter,
            QRectF(strip.left(), strip.top(), layout.x(target) - strip.left(), strip.height()),
            tokens.gap_fill,
            tokens.gap,
        )
    covered = QRectF(strip.left(), strip.top(), end - strip.left(), strip.height())
    if bar.reported:
        box(painter, covered, tokens.surf, tokens.bar, 1.5)
        return
    box(painter, covered, tokens.bar)
    if share > target:
        box(painter, QRectF(layout.x(target), strip.top(), end - layout.x(target), strip.height()), tokens.over)


def _paint_gap(painter: QPainter, right: float, middle: float, bar: Bar, tokens: Tokens) -> None:
    text = _gap(bar)
    if bar.gap is None:
        write(painter, QPointF(right, middle), text, plain(BODY), tokens.t3, RIGHT)
    elif bar.gap >= 0:
        write(painter, QPointF(right, middle), text, strong(BODY), tokens.ok, RIGHT)
        triangle(painter, QPointF(right - width_of(text, strong(BODY)) - 9, middle), 8, tokens.ok)
    else:
        write(painter, QPointF(right, middle), text, plain(BODY), tokens.t2, RIGHT)


def _legend(values: BarChart, width: float) -> tuple[str, ...]:
    """What the bars show and nothing else."""
    bars = values.bars
    seen = {
        "Terlindungi": True,
        "Kurang": any(bar.gap is not None and bar.gap < 0 for bar in bars),
        "Lebih": any(bar.gap is not None and bar.gap > 0 for bar in bars),
        "Target": any(bar.target is not None for bar in bars),
        REPORTED: any(bar.reported for bar in bars),
        NO_DATA: width < _NARROW and any(bar.share is None for bar in bars),
    }
    return tuple(word for word, shown in seen.items() if shown)


def _legend_width(entries: Sequence[str]) -> float:
    return sum(_swatch_width(word) + 6 + width_of(word, plain(SMALL)) + 14 for word in entries) - 14


def _swatch_width(word: str) -> float:
    return 3.0 if word == "Target" else 14.0


def _legend_lines(values: BarChart, width: float) -> list[list[str]]:
    """The legend in as many lines as its width asks for."""
    lines: list[list[str]] = [[]]
    for word in _legend(values, width):
        if lines[-1] and _legend_width([*lines[-1], word]) > width:
            lines.append([])
        lines[-1].append(word)
    return lines


def _legend_left(layout: BarLayout, width: float) -> float:
    """Under the bars, or as far to the left as the width asks for."""
    return max(layout.area.left(), min(layout.plot_left, layout.area.right() - width))


def _paint_legend(painter: QPainter, start: QPointF, entries: Sequence[str], tokens: Tokens) -> None:
    x = start.x()
    looks = {
        "Terlindungi": (tokens.bar, None),
        "Kurang": (tokens.gap_fill, tokens.gap),
        "Lebih": (tokens.over, None),
        "Target": (tokens.mark, None),
        REPORTED: (tokens.surf, tokens.bar),
    }
    for word in entries:
        height = 14.0 if word == "Target" else 10.0
        width = 2.5 if word == "Target" else 14.0
        swatch = QRectF(x, round(start.y() - height / 2), width, height)
        if word == NO_DATA:
            hatched_box(painter, swatch, tokens)
        else:
            box(painter, swatch, *looks[word])
        write(painter, QPointF(x + _swatch_width(word) + 6, start.y()), word, plain(SMALL), tokens.t2)
        x += _swatch_width(word) + 6 + width_of(word, plain(SMALL)) + 14
