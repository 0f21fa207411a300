"""Boundaries of regions as shapes on a plane, read when they are needed and only as fine as they are shown.

The files under `resources/boundaries` are made by build/make_boundaries.py, which says how they are laid out. Unit: a
thousandth of a degree of latitude; y grows downwards. The layers of Bali lie on the same plane.
"""

import json
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from desktop_app.resources import resource

UNITS_PER_DEGREE = 1000.0
UNSEEN = 0.4
"""Pixels that a simplified border may lie beside the true one."""
_SCANS = 24
"""Horizontals on which the room for a region's name is measured."""
_WORDS_SCALE = UNSEEN / 20
"""That of an outline at most 20 units (two kilometres) off, for the room of words."""
Shapes = dict[str, QPainterPath]


@dataclass(frozen=True, slots=True)
class Detail:
    """One degree of detail: no border is more than `tolerance` units off; its block lies at `start` in the file."""

    tolerance: float
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Layer:
    """What is known before any shape is read: `boxes` around the regions by code, and `details`, the coarsest first."""

    name: str
    boxes: dict[str, QRectF]
    details: tuple[Detail, ...]

    @property
    def shapes(self) -> Shapes:
        """All shapes by code, in full detail."""
        return _shapes(self.name, len(self.details) - 1)

    def shapes_at(self, scale: float) -> Shapes:
        """The shapes by code, fine enough where a unit takes `scale` pixels."""
        fine = [place for place, one in enumerate(self.details) if one.tolerance * scale <= UNSEEN]
        return _shapes(self.name, fine[0] if fine else len(self.details) - 1)

    def extent(self, codes: Collection[str]) -> QRectF:
        """The rectangle around the regions of `codes`; empty where the layer has none of them."""
        whole = QRectF()
        for code in codes:
            whole = whole.united(self.boxes.get(code, QRectF()))
        return whole


@lru_cache(maxsize=8)
def layer(name: str) -> Layer:
    """The head of `resources/boundaries/<name>.batas`; "" is a layer without regions. FileNotFoundError: no such layer."""
    if not name:
        return Layer(name, {}, (Detail(0.0, 0, 0),))
    with resource("boundaries", f"{name}.batas").open("rb") as file:
        length = int.from_bytes(file.read(4), "big")
        head = json.loads(file.read(length))
    boxes = {
        code: QRectF(left, top, right - left, bottom - top)
        for code, (left, top, right, bottom) in zip(head["codes"], head["boxes"], strict=True)
    }
    details, start = [], 4 + length
    for tolerance, size in head["levels"]:
        details.append(Detail(tolerance, start, size))
        start += size
    return Layer(name, boxes, tuple(details))


@lru_cache(maxsize=24)
def _shapes(name: str, place: int) -> Shapes:
    """All shapes of a layer in its `place`th degree of detail."""
    known = layer(name)
    if not known.boxes:
        return {}
    with resource("boundaries", f"{name}.batas").open("rb") as file:
        file.seek(known.details[place].start)
        stream = QDataStream(QByteArray(zlib.decompress(file.read(known.details[place].size))))
    stream.setVersion(QDataStream.Version.Qt_6_0)
    stream.setFloatingPointPrecision(QDataStream.FloatingPointPrecision.SinglePrecision)
    shapes = {}
    for code in known.boxes:
        shapes[code] = QPainterPath()
        stream >> shapes[code]
    return shapes


@dataclass(frozen=True, slots=True)
class Scan:
    """The horizontal at `y` through a region: its parts inside, as (left, right)."""

    y: float
    inside: tuple[tuple[float, float], ...]


@lru_cache(maxsize=4096)
def scans(layer_name: str, code: str) -> tuple[Scan, ...]:
    """Horizontals through the largest part of a region, from top to bottom; a coarse outline will do for words."""
    shape = layer(layer_name).shapes_at(_WORDS_SCALE)[code]
    rings = [[(p.x(), p.y()) for p in ring.toList()] for ring in shape.toSubpathPolygons()]
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
