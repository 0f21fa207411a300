"""Chart values: everything a picture shows, in numbers and finished words, drawn by `pictures` and nobody else.

The same values feed the window, PNG, SVG and the summary, so that they cannot differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from desktop_app.analysis.chart_words import (
    bar_title,
    labels,
    map_title,
    point_detail,
    row_detail,
    short_note,
    shown_rows,
    table_source,
    target_label,
    trend_source,
    trend_title,
)
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.scales import bottom_of, class_limits, top_of
from desktop_app.analysis.trend import Trend, TrendSeries
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import number
from desktop_app.domain.periods import month_end
from desktop_app.domain.regions import depth
from desktop_app.domain.segments import Sector

BOUNDARY_SOURCE = "Batas wilayah: BIG."
_BALI = "51"
_BALI_LAYERS = {1: "bali-kabupaten", 2: "bali-kecamatan", 3: "bali-desa", 4: "bali-desa"}
_LABEL_ROOM = 0.03
"""Room above and below a line for the labels of its points, as a share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One region. `share`, `target`, `gap` as shares (0.5088); `share` None: no data, hatched, never zero.

    `reported`: the share came without its numerator and is drawn outlined. `note` is short: the month of an older
    figure beside the label (“Des 2024”), or why there is no share (“Tanpa penyebut”), `detail` are the lines of the hover card: numbers with base, date and source.
    """

    code: str
    label: str
    share: float | None
    target: float | None
    gap: float | None
    reported: bool = False
    note: str = ""
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars sorted by gap, widest first, regions without data last. `top` is the end of the axis as a share.

    `title` carries unit; `source` the line below the picture: base, date, source, how many regions report.
    """

    title: str
    source: str
    bars: tuple[Bar, ...]
    top: float


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MapClass:
    """A class of the legend, from `lower` (inclusive) to `upper` (exclusive); None is open. `label`: “40–<45”."""

    lower: float | None
    upper: float | None
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapArea:
    """One region; `map_class` is the place in `MapChart.classes`, None without data (hatched)."""

    code: str
    label: str
    share: float | None
    map_class: int | None
    reported: bool = False
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MapChart:
    """`layer` names the boundary file without its suffix (“bali-kabupaten”); five gap-free classes, low to high."""

    title: str
    source: str
    layer: str
    areas: tuple[MapArea, ...]
    classes: tuple[MapClass, ...]


def bar_chart(table: CoverageTable) -> BarChart:
    """Bars of the parts of `table`, the widest gap to the target first; without target by share, without data last."""
    rows = sorted(shown_rows(table), key=_bar_order)
    names = labels([row.region for row in rows])
    bars = tuple(
        Bar(
            code=row.region.code, label=names[row.region.code], share=row.shown_share, gap=row.gap,
            target=row.target.share if row.target is not None else None, reported=_is_reported(row),
            note=short_note(row), detail=row_detail(row, table),
        )
        for row in rows
    )  # fmt: skip
    ends = [value for bar in bars for value in (bar.share, bar.target) if value is not None]
    return BarChart(title=bar_title(table), source=table_source(table), bars=bars, top=top_of(ends))


def _bar_order(row: RegionCoverage) -> tuple[int, float, str]:
    if row.gap is not None:
        return 0, row.gap, row.region.code
    if row.shown_share is not None:
        return 1, row.shown_share, row.region.code
    return 2, 0.0, row.region.code


def _is_reported(row: RegionCoverage) -> bool:
    return row.share is None and row.reported is not None


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


def map_chart(table: CoverageTable) -> MapChart:
    """The parts of `table` in five classes whose limits are chosen from their shares."""
    rows = shown_rows(table)
    names = labels([row.region for row in rows])
    shares = [row.shown_share for row in rows if row.shown_share is not None]
    classes = map_classes(class_limits(shares))
    areas = tuple(
        MapArea(
            code=row.region.code, label=names[row.region.code], share=row.shown_share,
            map_class=class_of(row.shown_share, classes), reported=_is_reported(row), detail=row_detail(row, table),
        )
        for row in rows
    )  # fmt: skip
    return MapChart(
        title=map_title(table), source=f"{table_source(table)} {BOUNDARY_SOURCE}",
        layer=_layer(table.whole.region.code), areas=areas, classes=classes,
    )  # fmt: skip


def map_classes(limits: Sequence[int]) -> tuple[MapClass, ...]:
    """Classes between `limits` (percent, ascending), open at both ends: “< 40”, “40–<45”, …, “≥ 55”."""
    lowest = MapClass(lower=None, upper=limits[0] / 100, label=f"< {number(limits[0])}")
    highest = MapClass(lower=limits[-1] / 100, upper=None, label=f"≥ {number(limits[-1])}")
    between = (
        MapClass(lower=lower / 100, upper=upper / 100, label=f"{number(lower)}–<{number(upper)}")
        for lower, upper in pairwise(limits)
    )
    return lowest, *between, highest


def class_of(share: float | None, classes: Sequence[MapClass]) -> int | None:
    """Place of the class that holds `share`; None where there is no share."""
    if share is None:
        return None
    return sum(one.lower is not None and share >= one.lower for one in classes)


def _layer(code: str) -> str:
    """Boundaries in which the parts of `code` are drawn: below the province only Bali's are shipped."""
    return _BALI_LAYERS[depth(code)] if code.startswith(_BALI) else "indonesia-kabupaten"
