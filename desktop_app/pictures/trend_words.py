"""Words beside targets, points, forecast and needed pace: placed so that nothing lies on anything else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF

from desktop_app.analysis.charts import Ahead, Needed, Point, TargetMark
from desktop_app.domain.indonesian import number
from desktop_app.pictures.painting import BODY, SMALL, plain, strong, width_of
from desktop_app.pictures.trend_layout import (
    Spot,
    TrendLayout,
    ahead_band,
    ahead_line,
    drawn_lines,
    needed_line,
    target_lines,
    zones,
)

LINE = 14.0
_ROOM_FOR_VALUE = 34.0
"""Where points stand closer, only the ends of a line have their values written; the others tell them when hovered."""
Owner = Spot | TargetMark | Ahead | Needed
Stroke = tuple[float, float, float, float]
"""A line as start and way: x, y, dx, dy."""
Candidates = Iterator[tuple[float, float]]
"""Left ends and middles of boxes, the best first."""


@dataclass(frozen=True, slots=True)
class Words:
    """One or two lines of text in `box`; `owner` is what they name."""

    text: str
    box: QRectF
    owner: Owner
    second: str = ""


@dataclass(frozen=True, slots=True)
class _Wish:
    """Words that look for a place; `candidates` for a box so wide and high."""

    owner: Owner
    text: str
    second: str
    width: float
    candidates: Candidates

    @property
    def height(self) -> float:
        return 2 * LINE if self.second else LINE


def value_text(point: Point) -> str:
    """“50,88”, in parentheses where it was reported without its numerator."""
    text = number(point.share * 100, 2)
    return f"({text})" if point.reported else text


def place_words(layout: TrendLayout) -> list[Words]:
    """None lies on another, on a mark or on a line; what finds no room is left to hover."""
    lines = all_lines(layout)
    taken = [QRectF(s.place.x() - 6, s.place.y() - 6, 12, 12) for s in layout.spots()]
    taken += [layout.mark(target).adjusted(0, -1, 0, 1) for target in layout.values.targets]
    found: list[Words] = []
    for wish in _wishes(layout):
        if any(words.owner is wish.owner for words in found):
            continue
        box = next((b for b in _boxes(wish) if _is_free(b, layout, taken, lines)), None)
        if box is not None:
            found.append(Words(wish.text, box, wish.owner, wish.second))
            taken.append(box)
    return found


def _boxes(wish: _Wish) -> Iterator[QRectF]:
    for left, middle in wish.candidates:
        yield QRectF(left, middle - wish.height / 2, wish.width, wish.height)


def _is_free(box: QRectF, layout: TrendLayout, taken: Sequence[QRectF], lines: Sequence[Stroke]) -> bool:
    around = box.adjusted(-2, 0, 2, 0)
    inside = layout.area.left() <= box.left() and box.right() <= layout.area.right()
    inside = inside and layout.area.top() <= box.top() and box.bottom() <= layout.plot.bottom()
    return (
        inside and not any(box.intersects(other) for other in taken) and not any(meets(line, around) for line in lines)
    )


def all_lines(layout: TrendLayout) -> list[Stroke]:
    """Everything that is drawn as a line, for words to keep off."""
    lines = drawn_lines(layout) + target_lines(layout)
    edges = [zone.left for zone in zones(layout)[1:]]
    lines += [QLineF(x, layout.plot.top(), x, layout.plot.bottom()) for x in edges]
    for corners in (ahead_line(layout), ahead_band(layout)):
        lines += [QLineF(a, b) for a, b in pairwise(corners)]
    needed = needed_line(layout)
    lines += [needed] if needed is not None else []
    return [(line.x1(), line.y1(), line.dx(), line.dy()) for line in lines]


def meets(stroke: Stroke, box: QRectF) -> bool:
    """Whether any of `stroke` lies in `box`: of the part of its way within each edge, something must be left."""
    x, y, dx, dy = stroke
    first, last = 0.0, 1.0
    edges = ((-dx, x - box.left()), (dx, box.right() - x), (-dy, y - box.top()), (dy, box.bottom() - y))
    for slope, room in edges:
        if slope == 0:
            if room < 0:
                return False
        elif slope < 0:
            first = max(first, room / slope)
        else:
            last = min(last, room / slope)
    return first <= last


def _wishes(layout: TrendLayout) -> Iterator[_Wish]:
    """Official targets first, then what lies ahead, the ends of each line, rivals, and what lies between."""
    targets = layout.values.targets
    spots = sorted(layout.spots(), key=lambda s: not _at_end(layout.values.lines[s.style].points, s.point))
    for target in targets:
        if not target.rival:
            yield _of_target(layout, target)
    for spot in spots:
        if _at_end(layout.values.lines[spot.style].points, spot.point):
            yield _of_spot(spot)
    yield from _of_ahead(layout)
    yield from _of_needed(layout)
    for target in targets:
        if target.rival:
            yield _of_target(layout, target)
    for spot in spots:
        if layout.spacing(layout.values.lines[spot.style]) >= _ROOM_FOR_VALUE:
            yield _of_spot(spot)


def _of_target(layout: TrendLayout, target: TargetMark) -> _Wish:
    width = width_of(target.label, plain(SMALL) if target.rival else strong(BODY))
    return _Wish(target, target.label, "", width, _around_mark(layout.mark(target), width))


def _of_spot(spot: Spot) -> _Wish:
    text = value_text(spot.point)
    width = width_of(text, strong(BODY))
    return _Wish(spot, text, "", width, _around_point(spot.place, width))


def _of_ahead(layout: TrendLayout) -> Iterator[_Wish]:
    """With its method in words, or alone where there is no room for both."""
    ahead = layout.values.ahead
    if ahead is None:
        return
    for second in (ahead.second, ""):
        width = max(width_of(ahead.label, plain(BODY)), width_of(second, plain(SMALL)))
        yield _Wish(ahead, ahead.label, second, width, _along_ahead(layout, ahead, width))


def _of_needed(layout: TrendLayout) -> Iterator[_Wish]:
    needed, way = layout.values.needed, needed_line(layout)
    if needed is None or way is None:
        return
    for second in (needed.second, ""):
        width = max(width_of(needed.label, plain(BODY)), width_of(second, plain(SMALL)))
        yield _Wish(needed, needed.label, second, width, _along_needed(way, width))


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


def _along_ahead(layout: TrendLayout, ahead: Ahead, width: float) -> Candidates:
    """At its end, below the band, else above it, and further back along the way."""
    right = layout.x(ahead.end.period)
    low, high = layout.y(ahead.end.low), layout.y(ahead.end.high)
    for shift in (20, 28, 40, 56):
        for back in (0, 20, 40, 80):
            yield right - back - width, low + shift
    for shift in (20, 28):
        yield right - width, high - shift
    for shift in (0, 14, 28, -14):
        yield right + 10, low + shift
    for shift in (20, 40, 60, 90):
        yield layout.area.right() - width, low + shift


def _along_needed(way: QLineF, width: float) -> Candidates:
    """Below the rising line and near its upper end, else further down, else above it."""
    for part in (0.62, 0.55, 0.7, 0.48, 0.78, 0.4, 0.85, 0.3):
        spot = way.pointAt(part)
        for shift in (8, 16, 26):
            yield way.p2().x() - width, spot.y() + shift
            yield spot.x() + 12, spot.y() + shift
    for part in (0.5, 0.6, 0.4, 0.7, 0.3):
        spot = way.pointAt(part)
        for shift in (-8, -18):
            for back in (12, 28, 44):
                yield spot.x() - back - width, spot.y() + shift
