"""Where the parts of the trend stand: axes, zones of one base each, points, targets, forecast and needed pace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF

from desktop_app.analysis.charts import Line, Point, TargetMark, TrendChart
from desktop_app.analysis.forecast import ForecastPoint
from desktop_app.domain.indonesian import NBSP, number, short_date
from desktop_app.pictures.painting import source_height

MARK = 18.0
"""Length of a target's mark."""
AXIS, KEY_LINE = 34.0, 18.0
_LEFT, _RIGHT, _TOP = 40.0, 28.0, 12.0
_BEFORE, _AFTER = 56.0, 12.0
"""Room before the first and after the last date, for labels."""
_SHARE_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)
_MONTH_STEPS = (1, 3, 6, 12, 24, 60)


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on screen; `style` numbers the base, and with it the shape of the marker."""

    point: Point
    base: str
    style: int
    place: QPointF


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of time with the lines that share it: one, as a rule; more only where bases overlap in time."""

    left: float
    right: float
    lines: tuple[tuple[int, Line], ...]


@dataclass(frozen=True, slots=True)
class TrendLayout:
    """`key` holds the bases, by line, that are named below the axis because the zones are too narrow for them."""

    area: QRectF
    plot: QRectF
    values: TrendChart
    key: tuple[tuple[int, ...], ...] = ()

    def x(self, day: date) -> float:
        days = max((self.values.last - self.values.first).days, 1)
        room = self.plot.width() - _BEFORE - _AFTER
        return self.plot.left() + _BEFORE + (day - self.values.first).days / days * room

    def y(self, share: float) -> float:
        part = (share - self.values.bottom) / (self.values.top - self.values.bottom)
        return self.plot.bottom() - part * self.plot.height()

    def spots(self) -> list[Spot]:
        return [
            Spot(point, line.base, style, self.place(point))
            for style, line in enumerate(self.values.lines)
            for point in line.points
        ]

    def at(self, day: date, share: float) -> QPointF:
        return QPointF(self.x(day), self.y(share))

    def place(self, point: Point) -> QPointF:
        return self.at(point.period, point.share)

    def spacing(self, line: Line) -> float:
        """How far apart the points of `line` stand, on average; much where there is one alone."""
        if len(line.points) < 2:
            return self.plot.width()
        return (self.x(line.points[-1].period) - self.x(line.points[0].period)) / (len(line.points) - 1)

    def mark(self, target: TargetMark) -> QRectF:
        thick = 1.5 if target.rival else 3.0
        return QRectF(self.x(target.due) - MARK / 2, self.y(target.share) - thick / 2, MARK, thick)


def laid_out(area: QRectF, values: TrendChart, key: tuple[tuple[int, ...], ...] = ()) -> TrendLayout:
    foot = AXIS + len(key) * KEY_LINE + source_height(values.source, area.width())
    return TrendLayout(area, area.adjusted(_LEFT, _TOP, -_RIGHT, -foot), values, key)


def zones(layout: TrendLayout) -> list[Zone]:
    """Stretches of time, each with its base; the break lies half way between the points on either side."""
    groups: list[list[tuple[int, Line]]] = []
    for style, line in sorted(_dated(layout.values), key=lambda item: item[1].points[0].period):
        if groups and line.points[0].period <= max(known.points[-1].period for _, known in groups[-1]):
            groups[-1].append((style, line))
        else:
            groups.append([(style, line)])
    starts = [layout.x(group[0][1].points[0].period) for group in groups]
    ends = [layout.x(max(line.points[-1].period for _, line in group)) for group in groups]
    breaks = [(end + start) / 2 for end, start in zip(ends, starts[1:], strict=False)]
    edges = [layout.plot.left(), *breaks, layout.plot.right()]
    return [Zone(edges[n], edges[n + 1], tuple(group)) for n, group in enumerate(groups)]


def _dated(values: TrendChart) -> list[tuple[int, Line]]:
    return [(style, line) for style, line in enumerate(values.lines) if line.points]


def share_ticks(layout: TrendLayout) -> list[tuple[float, str]]:
    bottom, top = layout.values.bottom, layout.values.top
    room = layout.plot.height()
    step = next((s for s in _SHARE_STEPS if room * s / (top - bottom) >= 40), _SHARE_STEPS[-1])
    first = ceil(round(bottom / step, 6))
    shares = [n * step for n in range(first, int(round(top / step, 6)) + 1)]
    return [(s, number(s * 100) + (f"{NBSP}%" if s == shares[-1] else "")) for s in shares]


def time_ticks(layout: TrendLayout) -> list[tuple[float, str]]:
    """Month ends, as many as find room; the year stands at December and at the first."""
    first, last = layout.values.first, layout.values.last
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    each = (layout.x(last) - layout.x(first)) / max(len(months) - 1, 1)
    step = next((s for s in _MONTH_STEPS if each * s >= 64), _MONTH_STEPS[-1])
    chosen = [month for month in months if month % step == 0] or [months[0]]
    ticks = []
    for month in chosen:
        day = _month_end(month)
        text = short_date(day).split(" ", 1)[1]
        ticks.append((layout.x(day), text if month % 12 == 0 or month == chosen[0] else text.split(" ")[0]))
    return ticks


def _month_end(month: int) -> date:
    """The last day of a month counted from year 0: 2023 * 12 + 12 is December 2023."""
    year, index = divmod(month, 12)
    return date(year, index + 1, 1) - timedelta(days=1)


def drawn_lines(layout: TrendLayout) -> list[QLineF]:
    return [QLineF(layout.place(a), layout.place(b)) for line in layout.values.lines for a, b in pairwise(line.points)]


def target_lines(layout: TrendLayout) -> list[QLineF]:
    """Dashes from one official target to the next, between their marks; rivals stay alone."""
    official = [layout.mark(t) for t in sorted(layout.values.targets, key=lambda t: t.due) if not t.rival]
    return [
        QLineF(a.right(), a.center().y(), b.left(), b.center().y())
        for a, b in pairwise(official)
        if b.left() > a.right()
    ]


def ahead_line(layout: TrendLayout) -> list[QPointF]:
    """The forecast from the last point on; empty without one."""
    ahead = layout.values.ahead
    if ahead is None:
        return []
    ends = [(ahead.since, ahead.start), *((point.period, point.share) for point in _knees(ahead.points))]
    return [layout.at(day, share) for day, share in ends]


def ahead_band(layout: TrendLayout) -> list[QPointF]:
    """The outline of the forecast's band, along its upper edge and back."""
    ahead = layout.values.ahead
    if ahead is None:
        return []
    start = layout.at(ahead.since, ahead.start)
    knees = _knees(ahead.points)
    highs = [layout.at(point.period, point.high) for point in knees]
    lows = [layout.at(point.period, point.low) for point in knees]
    return [start, *highs, *reversed(lows)]


def _knees(points: Sequence[ForecastPoint]) -> Sequence[ForecastPoint]:
    """The last point, or all of them where the forecast does not run straight."""
    ends = {value for point in points for value in (point.low, point.share, point.high)} & {0.0, 1.0}
    return points if ends else points[-1:]


def needed_line(layout: TrendLayout) -> QLineF | None:
    """From the point to the middle of the target's mark."""
    needed = layout.values.needed
    if needed is None:
        return None
    return QLineF(layout.at(needed.since, needed.start), layout.at(needed.due, needed.share))
