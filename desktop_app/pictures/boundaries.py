"""Boundaries of regions as shapes on a plane, read once per layer.

The files under `resources/boundaries` hold WGS84 longitudes and latitudes. Within a province the plane of longitude
times the cosine of the middle latitude is true enough (equirectangular projection); y grows downwards.
"""

import json
import sys
from array import array
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import cos, radians
from typing import Any

from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from desktop_app.resources import resource

UNITS_PER_DEGREE = 1000.0
_SCANS = 24
"""Horizontals on which the room for a region's name is measured."""
Ring = list[list[float]]


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes by region code, in thousandths of a degree of latitude; `boxes` are their bounding rectangles."""

    shapes: dict[str, QPainterPath]
    boxes: dict[str, QRectF]

    def extent(self, codes: frozenset[str]) -> QRectF:
        """The rectangle around the regions of `codes`; empty where the layer has none of them."""
        whole = QRectF()
        for code in codes & self.boxes.keys():
            whole = whole.united(self.boxes[code])
        return whole


@lru_cache(maxsize=6)
def layer(name: str) -> Layer:
    """Read `resources/boundaries/<name>.geojson`. FileNotFoundError: there is no such layer."""
    features = json.loads(resource("boundaries", f"{name}.geojson").read_bytes())["features"]
    degrees = {feature["properties"]["code"]: _shape(feature["geometry"]) for feature in features}
    whole = QRectF()
    for shape in degrees.values():
        whole = whole.united(shape.boundingRect())
    narrowing = cos(radians(whole.center().y()))
    plane = QTransform.fromScale(UNITS_PER_DEGREE * narrowing, -UNITS_PER_DEGREE)
    shapes = {code: plane.map(shape) for code, shape in degrees.items()}
    return Layer(shapes, {code: shape.boundingRect() for code, shape in shapes.items()})


def _shape(geometry: dict[str, Any]) -> QPainterPath:
    """All rings of a Polygon or MultiPolygon, in degrees; holes come out by the odd-even rule."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    shape = QPainterPath()
    for ring in (ring for part in parts for ring in part):
        shape.addPolygon(_polygon(ring))
    return shape


def _polygon(ring: Ring) -> QPolygonF:
    """Through Qt's own stream format: a point object for each of 58.000 corners would take three times as long."""
    corners = array("d", chain.from_iterable(ring))
    if sys.byteorder == "little":
        corners.byteswap()
    polygon = QPolygonF()
    QDataStream(QByteArray(len(ring).to_bytes(4, "big") + corners.tobytes())) >> polygon
    return polygon


@dataclass(frozen=True, slots=True)
class Scan:
    """The horizontal at `y` through a region: its parts inside, as (left, right)."""

    y: float
    inside: tuple[tuple[float, float], ...]


@lru_cache(maxsize=4096)
def scans(layer_name: str, code: str) -> tuple[Scan, ...]:
    """Horizontals through the largest part of a region, from top to bottom."""
    rings = [[(p.x(), p.y()) for p in ring.toList()] for ring in layer(layer_name).shapes[code].toSubpathPolygons()]
    main = max(rings, key=_size)
    top, bottom = min(y for _, y in main), max(y for _, y in main)
    found = []
    for step in range(_SCANS):
        y = top + (bottom - top) * (step + 0.5) / _SCANS
        crossings = sorted(x for ring in rings for x in _crossings(ring, y))
        found.append(Scan(y, tuple(zip(crossings[::2], crossings[1::2], strict=False))))
    return tuple(found)


def room_inside(layer_name: str, code: str, width: float, height: float) -> QPointF | None:
    """The middle of a rectangle that lies inside the region, near its middle; None where it is too small."""
    all_scans = scans(layer_name, code)
    reach = (height + all_scans[1].y - all_scans[0].y) / 2
    centre = layer(layer_name).boxes[code].center()
    best: tuple[float, QPointF] | None = None
    for middle in all_scans:
        y = middle.y
        if y - height / 2 < all_scans[0].y or y + height / 2 > all_scans[-1].y:
            continue
        for left, right in _common([scan for scan in all_scans if abs(scan.y - y) <= reach]):
            if right - left >= width:
                x = min(max(centre.x(), left + width / 2), right - width / 2)
                # Half way between the middle of the box and the middle of what is free there.
                spot = QPointF((x + (left + right) / 2) / 2, y)
                away = abs(spot.x() - centre.x()) + abs(y - centre.y()) - (right - left - width) / 2
                best = min(best or (away, spot), (away, spot), key=lambda found: found[0])
    return best[1] if best else None


def anchor_inside(layer_name: str, code: str) -> QPointF:
    """A point well inside: the middle of the widest part of the horizontals near the middle."""
    near = scans(layer_name, code)[_SCANS // 4 : -_SCANS // 4]
    parts = [(right - left, left, scan.y) for scan in near for left, right in scan.inside]
    width, left, y = max(parts)
    return QPointF(left + width / 2, y)


def _common(rows: list[Scan]) -> list[tuple[float, float]]:
    """What lies inside on all of these horizontals."""
    shared = list(rows[0].inside)
    for row in rows[1:]:
        both = [(max(a, c), min(b, d)) for a, b in shared for c, d in row.inside]
        shared = [(left, right) for left, right in both if left < right]
    return shared


def _size(ring: list[tuple[float, float]]) -> float:
    """Area by the shoelace formula, as a positive number."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)))


def _crossings(ring: list[tuple[float, float]], y: float) -> list[float]:
    """Where the outline crosses the horizontal at `y`."""
    return [
        x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)
        if (y1 <= y) != (y2 <= y)
    ]
