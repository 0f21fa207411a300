"""Font and size: what the template's ordinary text has, wherever it is named, becomes the office's.

A font that differs from ordinary text was chosen by somebody and stays; sizes keep their proportion to it.
"""

from collections.abc import Mapping

from desktop_app.documents.letters.word_xml import STYLES, Element, W
from desktop_app.domain.letters import LetterLayout

_SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
_THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_WORD_SIZE = 20
"""Half-points of text where nothing says a size."""
_BEFORE_FONTS = {f"{W}rStyle"}


def set_font(roots: Mapping[str, Element], layout: LetterLayout) -> None:
    """Change styles, lists and text in place; `roots` by part."""
    styles = roots.get(STYLES)
    if styles is None:
        return
    ordinary, size = _ordinary(styles)
    ratio = layout.size * 2 / size
    for root in roots.values():
        _replace_font(root, ordinary, layout.font)
        if ratio != 1:
            _scale(root, ratio)
    for properties in (_defaults(styles), _normal(styles)):
        if properties is not None:
            _set_outright(properties, layout)


def _ordinary(styles: Element) -> tuple[str, int]:
    """Font (empty: of the theme) and size in half-points of ordinary text."""
    font, size = "", _WORD_SIZE
    for properties in (_defaults(styles), _normal(styles)):
        if properties is None:
            continue
        fonts, points = properties.find(f"{W}rFonts"), properties.find(f"{W}sz")
        if fonts is not None:
            font = fonts.get(f"{W}ascii") or font
        if points is not None:
            size = _half_points(points) or size
    return font, size


def _defaults(styles: Element) -> Element | None:
    return styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")


def _normal(styles: Element) -> Element | None:
    """Character properties of the default paragraph style; made where it has none."""
    for style in styles.findall(f"{W}style"):
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
            found = style.find(f"{W}rPr")
            return _made(style) if found is None else found
    return None


def _made(style: Element) -> Element:
    new = style.makeelement(f"{W}rPr", {})
    behind = [child for child in style if child.tag in (f"{W}tblPr", f"{W}trPr", f"{W}tcPr", f"{W}tblStylePr")]
    style.insert(style.index(behind[0]) if behind else len(style), new)
    return new


def _replace_font(root: Element, old: str, new: str) -> None:
    for fonts in root.iter(f"{W}rFonts"):
        for script in _SCRIPTS:
            if old and fonts.get(f"{W}{script}") == old:
                fonts.set(f"{W}{script}", new)


def _scale(root: Element, ratio: float) -> None:
    for points in root.iter(f"{W}sz", f"{W}szCs"):
        value = _half_points(points)
        if value:
            points.set(f"{W}val", str(max(2, round(value * ratio))))


def _set_outright(properties: Element, layout: LetterLayout) -> None:
    """Ordinary text says font and size itself, so that a theme of another PC changes nothing."""
    fonts = properties.find(f"{W}rFonts")
    if fonts is None:
        fonts = properties.makeelement(f"{W}rFonts", {})
        properties.insert(sum(1 for child in properties if child.tag in _BEFORE_FONTS), fonts)
    for theme in _THEMES:
        fonts.attrib.pop(f"{W}{theme}", None)
    for script in _SCRIPTS:
        fonts.set(f"{W}{script}", layout.font)
    points = properties.find(f"{W}sz")
    if points is not None:
        points.set(f"{W}val", str(round(layout.size * 2)))


def _half_points(element: Element) -> int:
    try:
        return round(float(element.get(f"{W}val", "0")))
    except ValueError:
        return 0
