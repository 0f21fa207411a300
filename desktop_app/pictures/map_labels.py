"""Names and values on the map: inside a region where they fit, else beside the land with a line that leads there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from desktop_app.analysis.charts import MapArea
from desktop_app.domain.indonesian import number
from desktop_app.pictures.boundaries import anchor_inside, room_inside
from desktop_app.pictures.map_overhang import rooms_over_sea
from desktop_app.pictures.painting import SMALL, plain, strong, width_of

_LINE, _FREE = 13 / 11, 23 / 11
"""Height of a line, and that which two lines of capitals and figures really cover, in sizes of the type."""
_USUAL_VALUE = "00,0"
"""Every value gets at least so much room: names stay where they are when only the values change."""
NAMED_UP_TO = 16
"""So many regions all get a name; of more, those with room for it."""
_DIRECTIONS = 32
_NEAREST, _FARTHEST, _STEP = 18, 240, 6
_CROSSED = 6.0
"""Pixels that a step of a line over another region counts for."""
_TIGHT = 10.5 / 11
"""Height of a line of capitals and figures that stands close to the next, in sizes of the type."""


@dataclass(frozen=True, slots=True)
class Label:
    """`area` of the map named within `box`; `leader` is None inside the region, else the line from it to the words.

    Inside, name and value stand in two lines, else in one. `over`: they reach over the coast a little.
    """

    area: MapArea
    box: QRectF
    leader: QLineF | None = None
    over: bool = False


def value_text(area: MapArea) -> str:
    """“58,7”, in parentheses where it was reported without its numerator, “–” without data."""
    if area.share is None:
        return "–"
    return f"({number(area.share * 100, 1)})" if area.reported else number(area.share * 100, 1)


def line_height(text: int) -> float:
    return text * _LINE


def place_labels(
    layer: str,
    areas: Sequence[MapArea],
    shapes: Mapping[str, QPainterPath],
    placing: QTransform,
    room: QRectF,
    text: int = SMALL,
) -> tuple[Label, ...]:
    """Labels that touch neither each other nor the edge of `room`; `shapes` are on screen, `placing` brought them there.

    What finds no place beside the other regions stands on one of them, its line leading home; what finds none at all is
    left out: hovering and the table tell it.
    """
    seen = [area for area in areas if area.code in shapes and room.intersects(shapes[area.code].boundingRect())]
    inside = [label for area in seen if (label := _inside(layer, area, shapes[area.code], placing, room, text))]
    if len(areas) > NAMED_UP_TO:
        return tuple(inside)
    named = {label.area.code for label in inside}
    for area in (area for area in seen if area.code not in named):
        over = _over_sea(layer, area, shapes, placing, room, text)
        inside += [over] if over and not any(over.box.intersects(label.box) for label in inside) else []
    placed = list(inside)
    named = {label.area.code for label in inside}
    # The smallest first: they have the least choice.
    rest = sorted((a for a in seen if a.code not in named), key=lambda a: _extent(shapes[a.code].boundingRect()))
    for area in rest:
        anchor = placing.map(anchor_inside(layer, area.code))
        if room.contains(anchor):
            label = _beside(area, anchor, shapes, placed, room, text)
            placed += [label] if label else []
    return tuple(placed)


def relabelled(labels: Sequence[Label], areas: Sequence[MapArea]) -> tuple[Label, ...] | None:
    """The same labels with the values of `areas`; None where a value needs more room or less."""
    now = {area.code: area for area in areas}
    if any(_roomy_value(label.area) != _roomy_value(now[label.area.code]) for label in labels):
        return None
    return tuple(replace(label, area=now[label.area.code]) for label in labels)


def shifted(labels: Sequence[Label], before: QTransform, after: QTransform) -> tuple[Label, ...]:
    """The labels carried along from one placing to another; they may come to touch each other."""
    way = before.inverted()[0] * after
    return tuple(_shifted(label, way) for label in labels)


def _shifted(label: Label, way: QTransform) -> Label:
    held = label.leader.p1() if label.leader is not None else label.box.center()
    step = way.map(held) - held
    leader = label.leader.translated(step) if label.leader is not None else None
    return replace(label, box=label.box.translated(step), leader=leader)


def _roomy_value(area: MapArea) -> str:
    """What the room of a value is measured by; figures are of equal width."""
    value = value_text(area)
    return _USUAL_VALUE if len(value) <= len(_USUAL_VALUE) else "".join("0" if c.isdigit() else c for c in value)


def _extent(box: QRectF) -> float:
    return box.width() * box.height()


def _inside(
    layer: str, area: MapArea, shape: QPainterPath, placing: QTransform, room: QRectF, text: int
) -> Label | None:
    box = shape.boundingRect()
    if box.height() < 2 * line_height(text):
        return None
    width = max(width_of(area.label, plain(text)), width_of(_roomy_value(area), strong(text))) + 4
    if box.width() < width:
        return None
    spot = room_inside(layer, area.code, width / placing.m11(), text * _FREE / placing.m11())
    if spot is None:
        return None
    words = QRectF(0, 0, width, 2 * line_height(text))
    words.moveCenter(placing.map(spot))
    return Label(area, words) if room.contains(words) else None


def _over_sea(
    layer: str, area: MapArea, shapes: Mapping[str, QPainterPath], placing: QTransform, room: QRectF, text: int
) -> Label | None:
    """In the region but for a few pixels that reach over the coast, and over no other region."""
    others = {code: shape for code, shape in shapes.items() if code != area.code}
    widths = width_of(area.label, plain(text)), width_of(_roomy_value(area), strong(text))
    scale = placing.m11()
    in_plane = widths[0] / scale, widths[1] / scale
    for spot in rooms_over_sea(layer, area.code, tuple(others), in_plane, text * _TIGHT / scale):
        words = QRectF(0, 0, max(widths), 2 * text * _TIGHT)
        words.moveCenter(placing.map(spot))
        lines = [_line_of(words, width, place, text) for place, width in enumerate(widths)]
        if room.contains(words) and not any(shape.intersects(line) for shape in others.values() for line in lines):
            words = QRectF(0, 0, max(widths), 2 * line_height(text))
            words.moveCenter(placing.map(spot))
            return Label(area, words, over=True)
    return None


def _line_of(words: QRectF, width: float, place: int, text: int) -> QRectF:
    return QRectF(words.center().x() - width / 2, words.top() + place * text * _TIGHT, width, text * _TIGHT)


def _beside(
    area: MapArea,
    anchor: QPointF,
    shapes: Mapping[str, QPainterPath],
    placed: Sequence[Label],
    room: QRectF,
    text: int,
) -> Label | None:
    """The nearest free place beside the other regions, else the nearest on one; a line across others counts as longer."""
    width = width_of(f"{area.label} ", plain(text)) + width_of(_roomy_value(area), strong(text))
    others = [(shape.boundingRect(), shape) for code, shape in shapes.items() if code != area.code]
    taken = [(_reach(label), label) for label in placed]
    best: tuple[float, Label] | None = None
    on_another: Label | None = None
    for leader in _leaders(anchor):
        if best is not None and leader.length() >= best[0]:
            break
        label = Label(area, _box(leader, width, line_height(text)), leader)
        if not room.contains(label.box):
            continue
        reach = _reach(label)
        if not any(reach.intersects(box) and _disturb(label, leader, other) for box, other in taken):
            cost = leader.length() + _crossed(leader, others) * _CROSSED
            if best is not None and cost >= best[0]:
                continue
            if not _covers(label.box.adjusted(-2, 0, 2, 0), others):
                best = (cost, label)
            elif on_another is None:
                on_another = label
    return best[1] if best else on_another


def _covers(words: QRectF, shapes: Sequence[tuple[QRectF, QPainterPath]]) -> bool:
    return any(box.intersects(words) and shape.intersects(words) for box, shape in shapes)


def _leaders(anchor: QPointF) -> Iterator[QLineF]:
    """Lines from the anchor in all directions, the short ones first."""
    for length in range(_NEAREST, _FARTHEST, _STEP):
        for turn in range(_DIRECTIONS):
            angle = 2 * pi * turn / _DIRECTIONS
            yield QLineF(anchor, QPointF(anchor.x() + length * cos(angle), anchor.y() + length * sin(angle)))


def _box(leader: QLineF, width: float, high: float) -> QRectF:
    """The words begin or end at the line's end; under or over a steep line they are centred."""
    if abs(leader.dx()) < 0.25 * leader.length():
        top = leader.y2() if leader.dy() > 0 else leader.y2() - high
        return QRectF(leader.x2() - width / 2, top, width, high)
    left = leader.x2() + 3 if leader.dx() >= 0 else leader.x2() - width - 3
    return QRectF(left, leader.y2() - high / 2, width, high)


def _reach(label: Label) -> QRectF:
    """The rectangle outside of which a label disturbs nothing."""
    reach = label.box
    if label.leader is not None:
        reach = reach.united(QRectF(label.leader.p1(), label.leader.p2()).normalized())
    return reach.adjusted(-4, -2, 4, 2)


def _crossed(leader: QLineF, shapes: Sequence[tuple[QRectF, QPainterPath]]) -> int:
    """How many steps of the line lie on other regions; `shapes` with their bounding rectangles."""
    steps = int(leader.length() / _STEP)
    spots = [leader.pointAt(step / steps) for step in range(1, steps + 1)]
    way = QRectF(leader.p1(), leader.p2()).normalized().adjusted(-1, -1, 1, 1)
    near = [(box, shape) for box, shape in shapes if box.intersects(way)]
    return sum(box.contains(spot) and shape.contains(spot) for box, shape in near for spot in spots)


def _disturb(label: Label, leader: QLineF, other: Label) -> bool:
    """Whether words cover words or a line, or the lines cross."""
    if label.box.adjusted(-4, -1, 4, 1).intersects(other.box) or _runs_through(leader, other.box):
        return True
    if other.leader is None:
        return False
    crossing = leader.intersects(other.leader)[0] == QLineF.IntersectionType.BoundedIntersection
    return crossing or _runs_through(other.leader, label.box)


def _runs_through(leader: QLineF, box: QRectF) -> bool:
    """Whether the line meets the box or passes within two pixels of it."""
    begin, end = 0.0, 1.0
    for start, way, near, far in (
        (leader.x1(), leader.dx(), box.left() - 2, box.right() + 2),
        (leader.y1(), leader.dy(), box.top() - 2, box.bottom() + 2),
    ):
        if abs(way) < 1e-9:
            if not near <= start <= far:
                return False
            continue
        enter, leave = sorted(((near - start) / way, (far - start) / way))
        begin, end = max(begin, enter), min(end, leave)
    return begin <= end
