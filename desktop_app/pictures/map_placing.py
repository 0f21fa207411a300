"""Where the regions of a map stand on screen: placed once for a view, kept while only their values change."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from desktop_app.analysis.charts import MapArea, MapChart
from desktop_app.analysis.charts.maps import layer_of
from desktop_app.domain.regions import NATION, depth, is_within, parent_code
from desktop_app.pictures.boundaries import layer
from desktop_app.pictures.map_labels import Label, place_labels, relabelled, shifted
from desktop_app.pictures.painting import SMALL

MARGIN = 8.0
_ACROSS = 2.0
"""How many steps ahead one step aside counts for, when the arrow keys look for a neighbour."""


@dataclass(frozen=True, slots=True)
class PlacedMap:
    """A map brought to its place on screen, words in `text` pixels. `shapes` by code; `groups`: the regions above."""

    values: MapChart
    room: QRectF
    placing: QTransform
    shapes: dict[str, QPainterPath]
    groups: tuple[QPainterPath, ...]
    labels: tuple[Label, ...]
    text: int


def fitting(values: MapChart, room: QRectF) -> QTransform:
    """The transform that shows all regions of the chart as large as `room` allows, in its middle."""
    whole = extent(values)
    inner = room.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    if whole.isEmpty() or inner.isEmpty():
        return QTransform()
    scale = min(inner.width() / whole.width(), inner.height() / whole.height())
    shift = inner.center() - whole.center() * scale
    return QTransform(scale, 0, 0, scale, shift.x(), shift.y())


def extent(values: MapChart) -> QRectF:
    """The rectangle around all regions of the chart, in the units of its layer; empty where it has no boundaries."""
    return layer(values.layer).extent([area.code for area in values.areas])


def place_map(
    values: MapChart,
    room: QRectF,
    placing: QTransform,
    before: PlacedMap | None = None,
    *,
    text: int = SMALL,
    moving: bool = False,
) -> PlacedMap:
    """Place the regions and their names.

    Args:
        room, placing: where on screen, and how the plane gets there.
        before: how the map stood; what is still the same is taken from it.
        moving: the map is being dragged or zoomed: names go along as they are, and are placed when it rests.
    """
    if before is not None and (before.text != text or not same_regions(before.values, values)):
        before = None
    still = before is not None and (before.room, before.placing) == (room, placing)
    shapes = before.shapes if before and still else _shapes(values, room, placing)
    groups = before.groups if before and still else _groups(values, placing)
    known: tuple[Label, ...] | None = None
    if before is not None and still:
        known = relabelled(before.labels, values.areas)
    elif before is not None and moving:
        known = shifted(before.labels, before.placing, placing)
    if known is None:
        known = place_labels(values.layer, values.areas, shapes, placing, room.adjusted(2, 2, -2, 2), text)
    return PlacedMap(values, room, placing, shapes, groups, known, text)


def same_regions(one: MapChart, other: MapChart) -> bool:
    if one.layer != other.layer or len(one.areas) != len(other.areas):
        return False
    return all(a.code == b.code and a.label == b.label for a, b in zip(one.areas, other.areas, strict=True))


def _shapes(values: MapChart, room: QRectF, placing: QTransform) -> dict[str, QPainterPath]:
    known = layer(values.layer)
    near = placing.inverted()[0].mapRect(room)
    shapes = known.shapes_at(placing.m11())
    return {
        area.code: placing.map(shapes[area.code])
        for area in values.areas
        if area.code in shapes and known.boxes[area.code].intersects(near)
    }


def _groups(values: MapChart, placing: QTransform) -> tuple[QPainterPath, ...]:
    """Outlines of what lies between the regions drawn and the one that holds them all: regencies around villages."""
    codes = [area.code for area in values.areas]
    deep = depth(_holding(codes)) + 1
    above = sorted({_above(code, deep) for code in codes}.difference(codes))
    shapes = layer(layer_of(above)).shapes_at(placing.m11())
    return tuple(placing.map(shapes[code]) for code in above if code in shapes)


def _holding(codes: list[str]) -> str:
    """The smallest region that holds all of `codes`."""
    whole = parent_code(codes[0]) if codes else None
    while whole is not None and not all(is_within(code, whole) for code in codes):
        whole = parent_code(whole)
    return whole or NATION.code


def _above(code: str, deep: int) -> str:
    return ".".join(code.split(".")[:deep])


def area_at(placed: PlacedMap, spot: QPointF) -> MapArea | None:
    """The region under `spot`: by its box first, then by its outline."""
    for area in placed.values.areas:
        shape = placed.shapes.get(area.code)
        if shape is not None and shape.boundingRect().contains(spot) and shape.contains(spot):
            return area
    return None


def neighbour(values: MapChart, code: str | None, ahead: QPointF) -> str | None:
    """The nearest region in the direction of `ahead` (1, 0 is east); without `code`, that nearest to the middle.

    None where there is none that way.
    """
    boxes = layer(values.layer).boxes
    spots = {area.code: boxes[area.code].center() for area in values.areas if area.code in boxes}
    here = spots.pop(code) if code in spots else None
    if here is None:
        middle = extent(values).center()
        return min(spots, key=lambda one: (spots[one] - middle).manhattanLength(), default=None)
    ways = {one: _way(spot - here, ahead) for one, spot in spots.items()}
    straight = {one for one, (along, across) in ways.items() if along >= across}
    roughly = {one for one, (along, across) in ways.items() if along > across / 2}
    return min(straight or roughly, key=lambda one: ways[one][0] + _ACROSS * ways[one][1], default=None)


def _way(step: QPointF, ahead: QPointF) -> tuple[float, float]:
    """How far `step` leads ahead, and how far aside."""
    return QPointF.dotProduct(step, ahead), abs(step.x() * ahead.y() - step.y() * ahead.x())
