"""How paragraphs and letters look: defaults, styles based on each other, and what is set directly.

Rules: ECMA-376 part 1, 17.7.2 (order of inheritance), 17.3 (paragraphs and runs).
"""

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_looks import Look, hex_colour, paragraph_look
from desktop_app.documents.letters.reading_package import A, Package, W, number, switched, value

_LETTER_FLAGS = {
    "b": "bold",
    "i": "italic",
    "strike": "strike",
    "caps": "caps",
    "smallCaps": "caps",
    "vanish": "hidden",
}
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
