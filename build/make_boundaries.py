"""Prepares the boundaries that the map draws: `python -m build.make_boundaries`.

Reads build/boundaries/*.geojson (WGS84; sources in resources/SOURCES.md) and writes resources/boundaries/*.batas: the
same shapes on a plane, and the larger regions they add up to, at several degrees of detail, in the form that Qt reads
fastest. Borders that two regions share lose the same corners in both, so that no crack opens between them.

A .batas file is the length of its head (four bytes, big end first), the head as JSON ({"codes", "boxes": left, top,
right, bottom, "levels": [[tolerance, bytes], …]}), and one block for each level, the coarsest first: a QPainterPath per
code as QDataStream (Qt 6.0, single precision) writes it, compressed by zlib. Unit: a thousandth of a degree of latitude.
"""

import json
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from desktop_app.pictures.boundaries import UNITS_PER_DEGREE
from desktop_app.resources import resource

SOURCE = Path(__file__).parent / "boundaries"
FAMILIES = (
    ("bali-desa", {"bali-desa": 13, "bali-kecamatan": 8, "bali-kabupaten": 5}, (1.2, 0.4, 0.0)),
    ("indonesia-kabupaten", {"indonesia-kabupaten": 5, "indonesia-provinsi": 2}, (48.0, 16.0, 5.0, 0.0)),
)
"""The source; the layers made of it, each with the length of its codes; the tolerances of their levels in units."""

Spot = tuple[float, float]
Ring = list[Spot]
Regions = dict[str, list[Ring]]


@dataclass(frozen=True, slots=True)
class Plane:
    """Degrees to units: equirectangular around the middle latitude, from the north-west corner, y downwards."""

    west: float
    north: float
    narrowing: float

    def spot(self, degrees: Spot) -> Spot:
        x, y = degrees
        return (x - self.west) * self.narrowing * UNITS_PER_DEGREE, (self.north - y) * UNITS_PER_DEGREE


def read(name: str) -> Regions:
    """Rings by code, in degrees, without the corner that closes them."""
    features = json.loads((SOURCE / f"{name}.geojson").read_bytes())["features"]
    regions: Regions = {}
    for feature in features:
        geometry = feature["geometry"]
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings = [[(x, y) for x, y in ring[:-1]] for part in parts for ring in part]
        regions[feature["properties"]["code"]] = rings
    return regions


def plane_of(regions: Regions) -> Plane:
    spots = [spot for rings in regions.values() for ring in rings for spot in ring]
    south, north = min(y for _, y in spots), max(y for _, y in spots)
    return Plane(min(x for x, _ in spots), north, cos(radians((south + north) / 2)))


def kept(regions: Regions, plane: Plane, tolerance: float) -> set[Spot]:
    """The corners that stay: where borders meet, and those that a straight line would miss by more than `tolerance`."""
    rings = [ring for one in regions.values() for ring in one]
    meeting = _meeting(rings)
    return {spot for ring in rings for arc in _arcs(ring, meeting) for spot in _simplified(arc, plane, tolerance)}


def _meeting(rings: Iterable[Ring]) -> set[Spot]:
    """Corners with more than two neighbours, over all rings: the ends of shared borders."""
    beside: dict[Spot, set[Spot]] = defaultdict(set)
    for ring in rings:
        for one, other in zip(ring, ring[1:] + ring[:1], strict=True):
            beside[one].add(other)
            beside[other].add(one)
    return {spot for spot, near in beside.items() if len(near) > 2}


def _arcs(ring: Ring, meeting: set[Spot]) -> Iterator[Ring]:
    """The ring cut where borders meet, each piece in the same direction from whichever side it is seen."""
    cuts = [place for place, spot in enumerate(ring) if spot in meeting]
    if not cuts:
        # An island or an enclave: two opposite corners hold it.
        first = ring.index(min(ring))
        turned = ring[first:] + ring[:first]
        far = max(range(len(turned)), key=lambda place: hypot(*_between(turned[0], turned[place])))
        yield from (_directed(turned[: far + 1]), _directed([*turned[far:], turned[0]]))
        return
    turned = ring[cuts[0] :] + ring[: cuts[0] + 1]
    ends = [place - cuts[0] for place in cuts] + [len(ring)]
    for begin, end in pairwise(ends):
        yield _directed(turned[begin : end + 1])


def _directed(arc: Ring) -> Ring:
    return arc if (arc[0], arc[1]) <= (arc[-1], arc[-2]) else arc[::-1]


def _between(one: Spot, other: Spot) -> Spot:
    return other[0] - one[0], other[1] - one[1]


def _simplified(arc: Ring, plane: Plane, tolerance: float) -> list[Spot]:
    """Douglas and Peucker's corners of an arc: its ends, and whatever stands off the line between two that stay."""
    spots = [plane.spot(degrees) for degrees in arc]
    stay, open_parts = {0, len(arc) - 1}, [(0, len(arc) - 1)]
    while open_parts:
        begin, end = open_parts.pop()
        if end - begin < 2:
            continue
        far = max(range(begin + 1, end), key=lambda place: _off(spots[place], spots[begin], spots[end]))
        if _off(spots[far], spots[begin], spots[end]) > tolerance:
            stay.add(far)
            open_parts += [(begin, far), (far, end)]
    return [arc[place] for place in sorted(stay)]


def _off(spot: Spot, begin: Spot, end: Spot) -> float:
    """Distance of `spot` from the piece of line between `begin` and `end`."""
    (dx, dy), (px, py) = _between(begin, end), _between(begin, spot)
    along = dx * dx + dy * dy
    part = min(max((px * dx + py * dy) / along, 0.0), 1.0) if along else 0.0
    return hypot(px - part * dx, py - part * dy)


def thinned(rings: Sequence[Ring], stay: set[Spot]) -> list[Ring]:
    """What is left of a region; of one that became too small to be seen, its largest ring as it is."""
    left = [[spot for spot in ring if spot in stay] for ring in rings]
    return [ring for ring in left if len(ring) > 2] or [max(rings, key=len)]


def dissolved(regions: Regions, length: int) -> Regions:
    """The regions that share the first `length` characters of their codes, as one."""
    parts: Regions = defaultdict(list)
    for code, rings in regions.items():
        parts[code[:length]] += rings
    return {code: _outlines(rings) for code, rings in parts.items()} if len(parts) < len(regions) else regions


def _outlines(rings: Iterable[Ring]) -> list[Ring]:
    """The outer borders of touching rings: the edges that are not met by one in the other direction."""
    edges = {edge for ring in rings for edge in zip(ring, ring[1:] + ring[:1], strict=True)}
    onward: dict[Spot, list[Spot]] = defaultdict(list)
    for one, other in sorted(edges):
        if (other, one) not in edges:
            onward[one].append(other)
    found = []
    while onward:
        spot, ring = next(iter(onward)), []
        while spot in onward:
            ring.append(spot)
            following = onward[spot].pop()
            if not onward[spot]:
                del onward[spot]
            spot = following
        found.append(ring)
    return found


def path(rings: Sequence[Ring], plane: Plane) -> QPainterPath:
    """Holes come out by the odd-even rule."""
    shape = QPainterPath()
    for ring in rings:
        shape.addPolygon(QPolygonF([QPointF(*plane.spot(spot)) for spot in [*ring, ring[0]]]))
    return shape


def packed(shapes: Iterable[QPainterPath]) -> bytes:
    data = QByteArray()
    stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
    stream.setVersion(QDataStream.Version.Qt_6_0)
    stream.setFloatingPointPrecision(QDataStream.FloatingPointPrecision.SinglePrecision)
    for shape in shapes:
        stream << shape
    return zlib.compress(bytes(data.data()), 9)


def _sides(box: QRectF) -> list[float]:
    return [round(side, 3) for side in (box.left(), box.top(), box.right(), box.bottom())]


def write(name: str, regions: Regions, plane: Plane, levels: Sequence[tuple[float, set[Spot]]]) -> None:
    codes = sorted(regions)
    made = [[path(thinned(regions[code], stay), plane) for code in codes] for _, stay in levels]
    blocks = [packed(shapes) for shapes in made]
    boxes = [_sides(shape.boundingRect()) for shape in made[-1]]
    head = {
        "codes": codes,
        "boxes": boxes,
        "levels": [[tolerance, len(block)] for (tolerance, _), block in zip(levels, blocks, strict=True)],
    }
    text = json.dumps(head, separators=(",", ":")).encode()
    resource("boundaries", f"{name}.batas").write_bytes(struct.pack(">I", len(text)) + text + b"".join(blocks))
    corners = ", ".join(str(sum(shape.elementCount() for shape in shapes)) for shapes in made)
    print(f"{name}: {len(codes)} regions, corners from coarse to fine: {corners}")


def main() -> None:
    for source, layers, tolerances in FAMILIES:
        finest = read(source)
        plane = plane_of(finest)
        levels = [(tolerance, kept(finest, plane, tolerance)) for tolerance in tolerances]
        for name, length in layers.items():
            write(name, dissolved(finest, length), plane, levels)


if __name__ == "__main__":
    main()
