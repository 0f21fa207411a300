"""Where the parts of the trend stand: axes, zones of one base each, points, targets and the words beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF

from desktop_app.analysis.charts import Line, Point, TargetMark, TrendChart
from desktop_app.domain.indonesian import NBSP, number, short_date
from desktop_app.pictures.painting import BODY, SMALL, plain, source_height, strong, width_of

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

    def place(self, point: Point) -> QPointF:
        return QPointF(self.x(point.period), self.y(point.share))

    def mark(self, target: TargetMark) -> QRectF:
        thick = 1.5 if target.rival else 3.0
        return QRectF(self.x(target.due) - MARK / 2, self.y(target.share) - thick / 2, MARK, thick)

    def spot_at(self, spot: QPointF) -> Spot | None:
        """The point nearest to `spot` in time, if it is near enough to be meant."""
        if not self.plot.contains(spot):
            return None
        # Of points that stand close together, the one nearest in height.
        near = sorted(
            (round(abs(s.place.x() - spot.x()) / 6), abs(s.place.y() - spot.y()), n) for n, s in enumerate(self.spots())
        )
        return self.spots()[near[0][2]] if near and near[0][0] <= 8 else None


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


def value_text(point: Point) -> str:
    """“50,88”, in parentheses where it was reported without its numerator."""
    text = number(point.share * 100, 2)
    return f"({text})" if point.reported else text


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text in `box`; `owner` is the point or the target it names."""

    text: str
    box: QRectF
    owner: Spot | TargetMark


def place_words(layout: TrendLayout) -> list[Words]:
    """Words beside targets and points: none lies on another, on a mark or on a line; what finds no room is left to hover."""
    lines = drawn_lines(layout) + target_lines(layout)
    edges = [zone.left for zone in zones(layout)[1:]]
    lines += [QLineF(x, layout.plot.top(), x, layout.plot.bottom()) for x in edges]
    taken = [QRectF(s.place.x() - 6, s.place.y() - 6, 12, 12) for s in layout.spots()]
    taken += [layout.mark(target).adjusted(0, -1, 0, 1) for target in layout.values.targets]
    found: list[Words] = []
    for owner, text, width, candidates in _wanted(layout):
        for left, middle in candidates:
            box = QRectF(left, middle - 7, width, 14)
            free = not any(box.intersects(other) for other in taken) and not any(_meets(line, box) for line in lines)
            if free and layout.area.left() <= box.left() and box.right() <= layout.area.right():
                found.append(Words(text, box, owner))
                taken.append(box)
                break
    return found


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


Candidates = Iterator[tuple[float, float]]


def _wanted(layout: TrendLayout) -> Iterator[tuple[Spot | TargetMark, str, float, Candidates]]:
    """Official targets first, then rivals, then the ends of each line, then what lies between."""
    for target in sorted(layout.values.targets, key=lambda t: t.rival):
        width = width_of(target.label, plain(SMALL) if target.rival else strong(BODY))
        yield target, target.label, width, _around_mark(layout.mark(target), width)
    for spot in sorted(layout.spots(), key=lambda s: not _at_end(layout.values.lines[s.style].points, s.point)):
        text = value_text(spot.point)
        width = width_of(text, strong(BODY))
        yield spot, text, width, _around_point(spot.place, width)


def _at_end(points: Sequence[Point], point: Point) -> bool:
    return point in (points[0], points[-1])


def _around_mark(mark: QRectF, width: float) -> Candidates:
    left, middle = mark.left() - 6 - width, mark.center().y()
    for shift in (0, -8, 8, -14, 14):
        yield left, middle + shift
    for shift in (-12, 12, -24, 24):
        yield mark.center().x() - width / 2, middle + shift
        yield mark.right() - width, middle + shift
    yield mark.right() + 6, middle


def _around_point(place: QPointF, width: float) -> Candidates:
    for shift in (-16, 18):
        for left in (place.x() - width / 2, place.x() - 4, place.x() + 4 - width):
            yield left, place.y() + shift
    for shift in (0, -14, 14):
        yield place.x() + 10, place.y() + shift
        yield place.x() - 10 - width, place.y() + shift


def _meets(line: QLineF, box: QRectF) -> bool:
    steps = int(line.length() / 5) + 1
    return any(box.contains(line.pointAt(step / steps)) for step in range(steps + 1))
