"""What the properties of a paragraph say about its look; what is not said is not in it.

Rules: ECMA-376 part 1, 17.3 (paragraphs and runs).
"""

from functools import lru_cache
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_package import W, number, points, switched, value
from desktop_app.domain.paper import Align

Look = dict[str, Any]
"""What is said about a paragraph or its letters; what is not said is not in it."""


_ALIGNS = {
    "left": Align.LEFT, "start": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT,
    "both": Align.JUSTIFY, "distribute": Align.JUSTIFY,
}  # fmt: skip


_FLAGS = {
    "keepNext": "keep_next", "keepLines": "whole", "pageBreakBefore": "page_break", "contextualSpacing": "contextual",
}  # fmt: skip


_AUTO_SPACE = 14.0


def paragraph_look(properties: etree._Element | None) -> Look:
    """What a w:pPr says, but for style and numbering. Kept shares of spacing and indents add to those of the style."""
    look: Look = {}
    if properties is None:
        return look
    if (side := value(properties, "jc")) is not None:
        look["align"] = _ALIGNS.get(side, Align.LEFT)
    for name, key in _FLAGS.items():
        if (on := switched(properties, name)) is not None:
            look[key] = on
    if (widows := switched(properties, "widowControl")) is not None:
        look["widows"] = widows
    if (fill := value(properties, "shd", "fill")) is not None:
        look["fill"] = hex_colour(fill)
    _add_indent(look, properties.find(f"{W}ind"))
    _add_spacing(look, properties.find(f"{W}spacing"))
    _add_tabs(look, properties.find(f"{W}tabs"))
    _add_rules(look, properties.find(f"{W}pBdr"))
    return look


def merged(*looks: Look) -> Look:
    """The later ones win; tab stops add up, and “clear” takes one away."""
    whole: Look = {}
    for look in looks:
        stops = {**whole.get("stops", {}), **look.get("stops", {})}
        whole |= look
        if stops:
            whole["stops"] = stops
    return whole


def _add_indent(look: Look, indent: etree._Element | None) -> None:
    if indent is None:
        return
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        said = [found for name in names if (found := indent.get(f"{W}{name}")) is not None]
        if said:
            look[key] = points(said[0])
    if (hanging := indent.get(f"{W}hanging")) is not None:
        look["first"] = -points(hanging)
    elif (first := indent.get(f"{W}firstLine")) is not None:
        look["first"] = points(first)


def _add_spacing(look: Look, spacing: etree._Element | None) -> None:
    if spacing is None:
        return
    for key in ("before", "after"):
        if spacing.get(f"{W}{key}Autospacing") in ("1", "true", "on"):
            look[key] = _AUTO_SPACE
        elif (said := spacing.get(f"{W}{key}")) is not None:
            look[key] = points(said)
    if (line := spacing.get(f"{W}line")) is not None:
        rule = spacing.get(f"{W}lineRule", "auto")
        look |= {"line": 1.0, "line_exact": 0.0, "line_least": 0.0}
        if rule == "auto":
            look["line"] = min(max(number(line, 240) / 240, 0.1), 20)
        else:
            look["line_exact" if rule == "exact" else "line_least"] = points(line)


def _add_tabs(look: Look, tabs: etree._Element | None) -> None:
    if tabs is None:
        return
    stops: dict[float, Align | None] = {}
    for tab in tabs.iterchildren(f"{W}tab"):
        kind = tab.get(f"{W}val", "left")
        side = None if kind in ("clear", "bar") else _ALIGNS.get("right" if kind == "decimal" else kind, Align.LEFT)
        stops[round(points(tab.get(f"{W}pos")), 2)] = side
    look["stops"] = stops


def _add_rules(look: Look, borders: etree._Element | None) -> None:
    if borders is None:
        return
    below, above = borders.find(f"{W}bottom"), borders.find(f"{W}top")
    if below is not None:
        kind = below.get(f"{W}val", "none")
        look["rule"] = border_width(below)
        look["rule_gap"] = min(number(below.get(f"{W}space"), 0), 31)
        look["double"] = kind == "double" or "thin" in kind.lower() or kind == "triple"
    if above is not None:
        look["rule_above"] = border_width(above)


def border_width(border: etree._Element) -> float:
    """Points of thickness of a border with all its lines; 0: there is none."""
    kind = border.get(f"{W}val", "none")
    if kind in ("none", "nil"):
        return 0
    size = min(max(number(border.get(f"{W}sz"), 4) / 8, 0.25), 12)
    return size * 3 if kind == "double" else size * 1.5 if "thin" in kind.lower() else size


@lru_cache(maxsize=256)
def hex_colour(text: str) -> str:
    """“RRGGBB” in capitals; empty for “auto” and for what is no colour."""
    plain = text.lstrip("#").upper()
    return plain if len(plain) == 6 and all(sign in "0123456789ABCDEF" for sign in plain) else ""
