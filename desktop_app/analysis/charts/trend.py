"""The trend of a region: lines by base, official targets, axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.chart_words import point_detail, target_label, trend_source, trend_title
from desktop_app.analysis.scales import bottom_of, top_of
from desktop_app.analysis.trend import Trend, TrendSeries
from desktop_app.domain.facts import Target
from desktop_app.domain.periods import month_end
from desktop_app.domain.segments import Sector

_LABEL_ROOM = 0.03
"""Room above and below a line for the labels of its points, as a share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of the trend; `detail` as in `Bar`."""

    period: date
    share: float
    reported: bool
    detail: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Points on one base, oldest first: these are joined, and only these."""

    base: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMark:
    """An official target at its due date; `rival`: another document says otherwise and came first."""

    due: date
    share: float
    label: str
    rival: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendChart:
    """`bottom` and `top` are the ends of the axis as shares, `first` and `last` those of time."""

    title: str
    source: str
    lines: tuple[Line, ...]
    targets: tuple[TargetMark, ...]
    first: date
    last: date
    bottom: float
    top: float


def trend_chart(trend: Trend) -> TrendChart:
    """A line for each base, the official targets beside them, and axes that hold them all.

    Without points and targets the axes are those of an empty year: nobody reads them.
    """
    lines = tuple(_line(series, trend.sector) for series in trend.series)
    targets = _target_marks(trend)
    days = [point.period for line in lines for point in line.points] + [mark.due for mark in targets]
    shares = [point.share for line in lines for point in line.points] + [mark.share for mark in targets]
    first, last = _time_axis(days)
    return TrendChart(
        title=trend_title(trend), source=trend_source(trend), lines=lines, targets=targets, first=first, last=last,
        bottom=bottom_of(shares, _LABEL_ROOM), top=top_of(shares, _LABEL_ROOM),
    )  # fmt: skip


def _line(series: TrendSeries, sector: Sector) -> Line:
    points = (
        Point(
            period=point.period, share=point.share, reported=point.reported,
            detail=point_detail(point, series.base, sector),
        )
        for point in series.points
    )  # fmt: skip
    return Line(base=series.base, points=tuple(points))


def _target_marks(trend: Trend) -> tuple[TargetMark, ...]:
    """One mark for each share of a year; a later document that says the same adds none."""
    first: dict[int, Target] = {}
    marks: dict[tuple[int, float], TargetMark] = {}
    for target in trend.targets:
        rival = first.setdefault(target.year, target).share != target.share
        mark = TargetMark(
            due=target.due, share=target.share, label=target_label(target, trend.region, rival), rival=rival
        )
        marks.setdefault((target.year, target.share), mark)
    return tuple(marks.values())


def _time_axis(days: Sequence[date]) -> tuple[date, date]:
    """From three months before the first day to the last one, and at least a year."""
    if not days:
        return date(2025, 1, 31), date(2025, 12, 31)
    first = _months_later(min(days), -3)
    return first, max(max(days), _months_later(first, 12))


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return month_end(year, month + 1)
