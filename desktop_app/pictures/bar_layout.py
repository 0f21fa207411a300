"""Where the parts of the bar chart stand: names, notes, bars, columns of figures, axis."""

from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRectF

from desktop_app.analysis.charts import Bar, BarChart
from desktop_app.domain.indonesian import number, points
from desktop_app.pictures.bar_legend import LEGEND, entries, legend_lines
from desktop_app.pictures.painting import BODY, SMALL, plain, source_height, strong, widest, width_of
from desktop_app.pictures.row_stack import TIGHTEST_ROW, RowStack

ROW, TALLEST_ROW, NOTE_LINE = 20.0, 22.0, 13.0
HEAD, AXIS = 24.0, 20.0
_WIDE = 560.0
"""From this width the column heads are words and the legend stands above."""
NARROW = 300.0
"""Below this width the gap column goes; the hover card still tells it."""
_LABELS_AT_MOST, _FEW_NOTES = 0.4, 0.3
"""Share of the width that names and notes may take; notes go below the names before that, a few of them even earlier."""
_MANY = 3
"""Notes on more than one row in so many would cost more height than width."""
_REACHED = 16
"""The ▲ before the gap of a reached target."""
_TICK_STEPS = (0.05, 0.1, 0.2, 0.25, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class BarLayout(RowStack):
    """Where everything stands, in the units of `area`; a dropped column is None."""

    plot_left: float
    plot_right: float
    value_right: float
    gap_right: float | None
    wide: bool
    note_beside: bool
    top: float

    def x(self, share: float) -> float:
        return self.plot_left + min(share / self.top, 1.0) * (self.plot_right - self.plot_left)


def lay_out_bars(area: QRectF, values: BarChart) -> BarLayout:
    wide = area.width() >= _WIDE
    head = HEAD if wide else ROW
    foot = (
        AXIS
        + (0 if wide else LEGEND * len(legend_lines(legend(values, area.width()), area.width())))
        + 6
        + _source(values, area)
    )
    room = area.height() - head - foot
    names = widest((bar.label for bar in values.bars), strong(BODY))
    notes = widest((note_text(bar) for bar in values.bars), plain(SMALL))
    fits = 0 < notes <= area.width() * _LABELS_AT_MOST - names - 20
    early = notes > area.width() * _room_for_notes(values, wide) - names - 20
    # Below the names a few notes leave the bars more width, unless that pushes rows out of sight.
    note_beside = fits and not (early and sum(_row_heights(values, room, False)) <= room)
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
    below = AXIS + (0 if tall.wide else LEGEND * len(legend_lines(legend(values, width), width)))
    return tall.rows_area.bottom() + below + 6 + _source(values, tall.area)


def _source(values: BarChart, area: QRectF) -> float:
    return source_height(values.source, area.width())


def _room_for_notes(values: BarChart, wide: bool) -> float:
    noted = sum(bool(note_text(bar)) for bar in values.bars)
    return _LABELS_AT_MOST if wide or noted * _MANY > len(values.bars) else _FEW_NOTES


def _row_heights(values: BarChart, room: float, note_beside: bool) -> list[float]:
    """Rows a little tighter than usual, where that spares scrolling."""
    extra = [NOTE_LINE if note_text(bar) and not note_beside else 0.0 for bar in values.bars]
    each = (room - sum(extra)) / len(values.bars) if values.bars else ROW
    row = float(int(min(each if each >= TIGHTEST_ROW else ROW, TALLEST_ROW)))
    return [row + more for more in extra]


def _columns(area: QRectF, values: BarChart, wide: bool) -> tuple[float, float | None, float]:
    """Right ends of the value column, of the gap column (None where there is no room) and of the plot."""
    value_head, gap_head = (width_of(words, plain(SMALL)) for words in heads(wide))
    reached = [gap_text(bar) for bar in values.bars if bar.gap is not None and bar.gap >= 0]
    value = max(value_head, widest((value_text(bar) for bar in values.bars), strong(BODY)))
    gap = max(gap_head, widest((gap_text(bar) for bar in values.bars), strong(BODY)))
    if reached:
        gap = max(gap, widest(reached, strong(BODY)) + _REACHED)
    if area.width() < NARROW:
        return area.right(), None, area.right() - value - 16
    value_right = area.right() - gap - (20 if wide else 12)
    return value_right, area.right(), round(value_right - value - (28 if wide else 16))


def legend(values: BarChart, width: float) -> tuple[str, ...]:
    return entries(values.bars, no_data=width < NARROW)


def note_text(bar: Bar) -> str:
    """What stands beside the name; why there is no share stands in the place of the bar."""
    return "" if bar.share is None else bar.note


def heads(wide: bool) -> tuple[str, str]:
    return ("Cakupan, %", "Selisih, poin") if wide else ("%", "poin")


def value_text(bar: Bar) -> str:
    if bar.share is None:
        return "–"
    return f"({number(bar.share * 100, 2)})" if bar.reported else number(bar.share * 100, 2)


def gap_text(bar: Bar) -> str:
    return "–" if bar.gap is None else points(bar.gap)


def ticks(room: float, top: float) -> list[float]:
    """Shares from 0 to `top` that find room for their figures."""
    step = next((s for s in _TICK_STEPS if room * s / top >= 36), _TICK_STEPS[-1])
    return [n * step for n in range(int(top / step + 1e-9) + 1)]
