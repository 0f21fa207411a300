"""Boundaries of regions as shapes on a plane, read once per layer.

The files under `resources/boundaries` hold WGS84 longitudes and latitudes. Within a province the plane of longitude
times the cosine of the middle latitude is true enough (equirectangular projection); y grows downwards.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from desktop_app.resources import resource

UNITS_PER_DEGREE = 1000.0
_SCANS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Heights of a region's box at which room for its name is looked for, the middle first."""
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
    polygons = {feature["properties"]["code"]: _polygons(feature["geometry"]) for feature in features}
    latitudes = [point[1] for rings in polygons.values() for ring in rings for point in ring]
    narrowing = cos(radians((min(latitudes) + max(latitudes)) / 2))
    shapes = {code: _shape(rings, narrowing) for code, rings in polygons.items()}
    return Layer(shapes, {code: shape.boundingRect() for code, shape in shapes.items()})


def _polygons(geometry: dict[str, Any]) -> list[Ring]:
    """All rings of a Polygon or MultiPolygon; holes come out by the odd-even rule."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [ring for part in parts for ring in part]


def _shape(rings: list[Ring], narrowing: float) -> QPainterPath:
    shape = QPainterPath()
    across, down = UNITS_PER_DEGREE * narrowing, -UNITS_PER_DEGREE
    for ring in rings:
        shape.addPolygon(QPolygonF([QPointF(point[0] * across, point[1] * down) for point in ring]))
    return shape


@lru_cache(maxsize=4096)
def label_spots(layer_name: str, code: str) -> tuple[tuple[float, float, float], ...]:
    """Places inside a region with room to the left and right: (x, y, width), the widest near the middle first."""
    shape = layer(layer_name).shapes[code]
    rings = [[(p.x(), p.y()) for p in ring.toList()] for ring in shape.toSubpathPolygons()]
    main = max(rings, key=_size)
    top, bottom = min(y for _, y in main), max(y for _, y in main)
    spots = []
    for part in _SCANS:
        y = top + (bottom - top) * part
        crossings = sorted(x for ring in rings for x in _crossings(ring, y))
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            spots.append((right - left - abs(part - 0.5) * (bottom - top) * 0.5, (left + right) / 2, y, right - left))
    return tuple((x, y, width) for _, x, y, width in sorted(spots, reverse=True)[:6])


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
