"""The trend of a region: lines by base, official targets, what lies ahead, axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.chart_details import point_detail, target_detail
from desktop_app.analysis.chart_words import target_label, trend_definition, trend_source, trend_title
from desktop_app.analysis.charts.ahead import Ahead, Needed, ahead_of, needed_of, next_target, start_of
from desktop_app.analysis.pace import Pace
from desktop_app.analysis.scales import bottom_of, top_of
from desktop_app.analysis.trend import Trend, TrendSeries
from desktop_app.domain.facts import Target
from desktop_app.domain.periods import months_later
from desktop_app.domain.regions import Region
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
    """An official target at its due date; `rival`: another document says otherwise and came first. `detail` as in `Bar`."""

    due: date
    share: float
    label: str
    rival: bool
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendChart:
    """`bottom` and `top` are the ends of the axis as shares, `first` and `last` those of time.

    `definition` says who is counted, for pictures that leave the window.
    """

    title: str
    source: str
    lines: tuple[Line, ...]
    targets: tuple[TargetMark, ...]
    first: date
    last: date
    bottom: float
    top: float
    ahead: Ahead | None = None
    needed: Needed | None = None
    definition: str = ""


def trend_chart(
    trend: Trend, way: Pace | None = None, target_document: str | None = None, base: str | None = None
) -> TrendChart:
    """A line for each base, the official targets beside them, what lies ahead, and axes that hold them all.

    Args:
        way: “Menuju target” as the page tells it, so that picture and words agree; without it the way from the newest
            point to the next target.
        base: what lies ahead starts on the series of this base only, the one of `way`; the newest series if None.
        target_document: which of several official targets of a year is not the rival; the first imported if None.

    Without points and targets the axes are those of an empty year: nobody reads them.
    """
    official = sorted(trend.targets, key=lambda target: target.document != target_document)
    lines = tuple(_line(series, trend.sector) for series in trend.series)
    targets = _target_marks(official, trend.region)
    series = start_of(trend, base)
    goal = next_target(official, series.points[-1].period) if series is not None else None
    ahead, needed = ahead_of(series, goal), needed_of(series, goal, way)
    days = [point.period for line in lines for point in line.points] + [mark.due for mark in targets]
    shares = [point.share for line in lines for point in line.points] + [mark.share for mark in targets]
    if ahead is not None:
        shares += [ahead.end.low, ahead.end.high]
    first, last = _time_axis(days)
    return TrendChart(
        title=trend_title(trend), source=trend_source(trend), definition=trend_definition(trend), lines=lines,
        targets=targets, first=first, last=last, bottom=bottom_of(shares, _LABEL_ROOM),
        top=top_of(shares, _LABEL_ROOM), ahead=ahead, needed=needed,
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


def _target_marks(targets: Sequence[Target], region: Region) -> tuple[TargetMark, ...]:
    """One mark for each share of a year; a later document that says the same adds none."""
    first: dict[int, Target] = {}
    marks: dict[tuple[int, float], TargetMark] = {}
    for target in targets:
        rival = first.setdefault(target.year, target).share != target.share
        mark = TargetMark(
            due=target.due, share=target.share, label=target_label(target, region, rival), rival=rival,
            detail=target_detail(target),
        )  # fmt: skip
        marks.setdefault((target.year, target.share), mark)
    return tuple(sorted(marks.values(), key=lambda mark: mark.due))


def _time_axis(days: Sequence[date]) -> tuple[date, date]:
    """From three months before the first day to the last one, and at least a year."""
    if not days:
        return date(2025, 1, 31), date(2025, 12, 31)
    first = months_later(min(days), -3)
    return first, max(max(days), months_later(first, 12))
