"""The shipped boundaries: a shape for every code, and no crack between neighbours at any degree of detail."""

import csv
from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtGui import QPainterPath

from desktop_app.domain.regions import depth
from desktop_app.pictures.boundaries import UNSEEN, _shapes, layer
from desktop_app.resources import resource

LAYERS = [
    ("bali-kabupaten", "51", 2),
    ("bali-kecamatan", "51", 3),
    ("bali-desa", "51", 4),
    ("indonesia-provinsi", "", 1),
    ("indonesia-kabupaten", "", 2),
]
Edge = tuple[tuple[float, float], tuple[float, float]]


@pytest.mark.parametrize(("name", "within", "deep"), LAYERS)
def test_every_shipped_region_has_a_shape(name: str, within: str, deep: int) -> None:
    with resource("regions", "regions.csv").open(encoding="utf-8", newline="") as lines:
        codes = {row["code"] for row in csv.DictReader(lines)}
    wanted = {code for code in codes if depth(code) == deep and code.startswith(within)}
    assert layer(name).boxes.keys() == wanted
    for place in range(len(layer(name).details)):
        assert not any(shape.isEmpty() for shape in _shapes(name, place).values())


def edges(shape: QPainterPath) -> list[Edge]:
    found = []
    for ring in shape.toSubpathPolygons():
        corners = [(spot.x(), spot.y()) for spot in ring.toList()]
        found += [(one, other) for one, other in pairwise(corners) if one != other]
    return found


@pytest.mark.parametrize("place", [0, 1, 2])
def test_neighbours_share_their_borders_to_the_last_corner(place: int) -> None:
    """What only one village has is coast, or as good as: a kecamatan and a regency have it too."""
    alone = Counter(frozenset(edge) for shape in _shapes("bali-desa", place).values() for edge in edges(shape))
    regencies = Counter(frozenset(edge) for shape in _shapes("bali-kabupaten", place).values() for edge in edges(shape))
    assert max(alone.values()) == 2
    assert {edge for edge, times in alone.items() if times == 1} == {
        edge for edge, times in regencies.items() if times == 1
    }


def test_the_detail_follows_the_zoom() -> None:
    villages = layer("bali-desa")
    corners = [sum(shape.elementCount() for shape in villages.shapes_at(scale).values()) for scale in (0.3, 0.9, 10)]
    assert corners[0] < corners[1] / 2 < corners[2] / 3
    assert villages.shapes_at(10) is villages.shapes
    assert villages.details[0].tolerance * 0.3 <= UNSEEN


def test_a_layer_that_is_not_there() -> None:
    assert layer("").shapes == {}
    with pytest.raises(FileNotFoundError):
        layer("mars")
