"""Lines and paddings of tables, from their style, from themselves and from their cells."""

from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_looks import border_width
from desktop_app.documents.letters.reading_package import W, points

_SIDES = (("top",), ("right", "end"), ("bottom",), ("left", "start"))


@dataclass(frozen=True, slots=True)
class Lines:
    """Whether there are lines around and inside a table."""

    around: tuple[bool, bool, bool, bool] = (False, False, False, False)
    across: bool = False
    upright: bool = False


def lines_of(properties: list[etree._Element | None]) -> Lines:
    """The lines of a table: those it has of its own, else those of its style."""
    said: dict[str, bool] = {}
    for one in properties:
        borders = None if one is None else one.find(f"{W}tblBorders")
        for border in () if borders is None else borders:
            said[border.tag.removeprefix(W)] = border_width(border) > 0
    around = tuple(any(said.get(name, False) for name in names) for names in _SIDES)
    return Lines((around[0], around[1], around[2], around[3]), said.get("insideH", False), said.get("insideV", False))


def edges_of(
    properties: etree._Element | None, lines: Lines, at: int, count: int, place: int, last: bool
) -> tuple[bool, bool, bool, bool]:
    usual = [
        lines.around[0] if at == 0 else lines.across,
        lines.around[1] if last else lines.upright,
        lines.around[2] if at == count - 1 else lines.across,
        lines.around[3] if place == 0 else lines.upright,
    ]
    borders = None if properties is None else properties.find(f"{W}tcBorders")
    for side, names in enumerate(_SIDES):
        for name in names:
            border = None if borders is None else borders.find(f"{W}{name}")
            if border is not None:
                usual[side] = border_width(border) > 0
    return usual[0], usual[1], usual[2], usual[3]


def padding_of(properties: list[etree._Element | None]) -> tuple[float, float, float, float]:
    found = [0.0, 5.4, 0.0, 5.4]
    for one in properties:
        margins = None if one is None else one.find(f"{W}tblCellMar")
        for side, names in enumerate(_SIDES):
            for name in names:
                margin = None if margins is None else margins.find(f"{W}{name}")
                if margin is not None:
                    found[side] = min(max(points(margin.get(f"{W}w")), 0), 100)
    return found[0], found[1], found[2], found[3]
