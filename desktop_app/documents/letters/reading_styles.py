"""How paragraphs and letters look: defaults, styles based on each other, and what is set directly.

Rules: ECMA-376 part 1, 17.7.2 (order of inheritance), 17.3 (paragraphs and runs).
"""

from functools import lru_cache
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_package import A, Package, W, number, points, switched, value
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
_LETTER_FLAGS = {
    "b": "bold",
    "i": "italic",
    "strike": "strike",
    "caps": "caps",
    "smallCaps": "caps",
    "vanish": "hidden",
}
_AUTO_SPACE = 14.0
_WORST = 30
"""Styles based on each other in a row: more is a circle."""


class Styles:
    """The styles of a document. Paragraph and letter looks are kept per style, for a letter has few of them."""

    def __init__(self, package: Package) -> None:
        root = package.xml(package.of_type(package.main, "styles"))
        self._fonts = _theme_fonts(package)
        self._styles: dict[str, etree._Element] = {}
        self._default = {"paragraph": "", "table": ""}
        defaults = None
        if root is not None:
            defaults = root.find(f"{W}docDefaults")
            for style in root.iter(f"{W}style"):
                self._keep(style)
        self._kept: dict[str, tuple[Look, Look]] = {}
        self._paragraph = paragraph_look(_inside(defaults, "pPrDefault", "pPr"))
        # Word's own defaults, where a document says nothing: Times New Roman 10.
        self._letters: Look = {"font": "Times New Roman", "size": 10.0}
        self._letters |= self.letter_look(_inside(defaults, "rPrDefault", "rPr"))

    def name(self, key: str) -> str:
        style = self._styles.get(key)
        return (value(style, "name") or "") if style is not None else ""

    def paragraph_key(self, properties: etree._Element | None) -> str:
        """The style of a paragraph with these properties; the usual one where none is named."""
        key = value(properties, "pStyle") or ""
        return key if key in self._styles else self._default["paragraph"]

    def defaults(self) -> tuple[Look, Look]:
        return self._paragraph, self._letters

    def chain(self, key: str) -> list[etree._Element]:
        """The style and those it is based on, the outermost first."""
        found: list[etree._Element] = []
        while (style := self._styles.get(key)) is not None and style not in found and len(found) < _WORST:
            found.append(style)
            key = value(style, "basedOn") or ""
        return found[::-1]

    def looks(self, key: str) -> tuple[Look, Look]:
        """What style `key` and those below it say about the paragraph and its letters."""
        if key not in self._kept:
            paragraph: Look = {}
            letters: Look = {}
            for style in self.chain(key):
                paragraph |= paragraph_look(style.find(f"{W}pPr"))
                letters |= self.letter_look(style.find(f"{W}rPr"))
            self._kept[key] = paragraph, letters
        return self._kept[key]

    def table_chain(self, key: str | None) -> list[etree._Element]:
        return self.chain(key if key in self._styles and key else self._default["table"])

    def letter_look(self, properties: etree._Element | None) -> Look:
        """What a w:rPr says."""
        look: Look = {}
        if properties is None:
            return look
        for name, key in _LETTER_FLAGS.items():
            if (on := switched(properties, name)) is not None:
                look[key] = on
        if (line := value(properties, "u")) is not None:
            look["underline"] = line != "none"
        if (size := value(properties, "sz")) is not None:
            look["size"] = min(max(number(size, 24) / 2, 1), 400)
        if (colour := value(properties, "color")) is not None:
            look["colour"] = hex_colour(colour)
        if (fill := value(properties, "shd", "fill")) is not None:
            look["fill"] = hex_colour(fill)
        if (highlight := value(properties, "highlight")) is not None:
            look["fill"] = _HIGHLIGHTS.get(highlight, "")
        if (raised := value(properties, "vertAlign")) is not None:
            look["raised"] = {"superscript": 1, "subscript": -1}.get(raised, 0)
        if font := self._font(properties.find(f"{W}rFonts")):
            look["font"] = font
        return look

    def _font(self, fonts: etree._Element | None) -> str:
        if fonts is None:
            return ""
        theme = fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hAnsiTheme") or ""
        named = fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
        return self._fonts.get(theme[:5], "") or named

    def _keep(self, style: etree._Element) -> None:
        key, kind = style.get(f"{W}styleId", ""), style.get(f"{W}type", "")
        self._styles[key] = style
        if style.get(f"{W}default") in ("1", "true", "on") and kind in self._default:
            self._default[kind] = key


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
    return size * 3 if kind == "double" else size * 2 if "thin" in kind.lower() else size


@lru_cache(maxsize=256)
def hex_colour(text: str) -> str:
    """“RRGGBB” in capitals; empty for “auto” and for what is no colour."""
    plain = text.lstrip("#").upper()
    return plain if len(plain) == 6 and all(sign in "0123456789ABCDEF" for sign in plain) else ""


def _theme_fonts(package: Package) -> dict[str, str]:
    """“major” and “minor” -> the font of the document's theme."""
    root = package.xml(package.of_type(package.main, "theme"))
    if root is None:
        return {}
    found = {name: root.find(f".//{A}{name}Font/{A}latin") for name in ("major", "minor")}
    return {name: face.get("typeface", "") for name, face in found.items() if face is not None}


def _inside(element: etree._Element | None, *names: str) -> etree._Element | None:
    for name in names:
        element = None if element is None else element.find(f"{W}{name}")
    return element


_HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000", "white": "FFFFFF",
}  # fmt: skip
