"""Numberings of letters that stand in one file: Word counts a list through the whole document.

Each letter but the first gets numberings of its own (`w:num`) that begin anew; paragraphs that get theirs from a style
name it themselves.
"""

import re
from dataclasses import dataclass

from desktop_app.documents.letters.word_xml import Element, W, parse

_PROPERTIES = re.compile(r"<w:pPr>(?:(?!</w:pPr>).)*?</w:pPr>", re.DOTALL)
_STYLE_OF = re.compile(r'<w:pStyle w:val="([^"]+)"/>')
_NUMBER = re.compile(r'(<w:numId w:val=")(\d+)(")')
_BEFORE_NUMBER = re.compile(
    r'<w:pPr><w:pStyle w:val="[^"]+"/>(?:<w:(?:keepNext|keepLines|pageBreakBefore|framePr|widowControl)\b[^>]*/>)*'
)
_AFTER_INDENT = re.compile(
    r"<w:(?:contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|outlineLvl|"
    r"divId|cnfStyle|rPr|sectPr|pPrChange)\b|</w:pPr>"
)
"""What stands behind an indent in a paragraph's properties: Word insists on the order of the schema."""


@dataclass(frozen=True, slots=True)
class _ListStyle:
    """A style whose paragraphs are counted; `indent`: XML of its own indent, which else would give way to the list's."""

    number: int
    level: int
    indent: str


class Lists:
    """Of one template: `styles` and `numbering` are the parts of these names, empty where it has none."""

    def __init__(self, styles: bytes, numbering: bytes) -> None:
        self._numbering = parse(numbering) if numbering else None
        self._styles = _list_styles(parse(styles)) if styles and numbering else {}
        self._added: list[str] = []
        self._known = {} if self._numbering is None else _numbers(self._numbering)
        self._next = max(self._known, default=0) + 1

    def renewed(self, body: str) -> str:
        """The body of one more letter, its lists beginning anew."""
        own: dict[int, int] = {}

        def renumber(found: re.Match[str]) -> str:
            return f"{found[1]}{self._own(int(found[2]), own)}{found[3]}"

        def named(found: re.Match[str]) -> str:
            return _NUMBER.sub(renumber, self._explicit(found[0]))

        return _PROPERTIES.sub(named, body) if self._known else body

    def part(self, text: str) -> str:
        """The numbering part with all that were added; they stand behind the template's, as the schema wants."""
        places = [match.end() for match in re.finditer(r"</w:num>|<w:num [^>]*/>", text)]
        last = places[-1] if places else text.rindex("</w:numbering>")
        return text[:last] + "".join(self._added) + text[last:]

    @property
    def changed(self) -> bool:
        return bool(self._added)

    def _explicit(self, properties: str) -> str:
        """A paragraph's properties that say which list it belongs to."""
        named = _STYLE_OF.search(properties)
        style = self._styles.get(named[1]) if named else None
        start = _BEFORE_NUMBER.match(properties)
        if style is None or start is None or "<w:numPr>" in properties:
            return properties
        number = f'<w:numPr><w:ilvl w:val="{style.level}"/><w:numId w:val="{style.number}"/></w:numPr>'
        rest = properties[start.end() :]
        return start[0] + number + (rest if "<w:ind " in rest else _indented(rest, style.indent))

    def _own(self, number: int, own: dict[int, int]) -> int:
        """The letter's numbering in place of the template's; 0 means “no list”."""
        if number not in self._known:
            return number
        if number not in own:
            own[number] = self._next
            self._added.append(_anew(self._next, *self._known[number]))
            self._next += 1
        return own[number]


def _indented(rest: str, indent: str) -> str:
    place = _AFTER_INDENT.search(rest)
    return rest[: place.start()] + indent + rest[place.start() :] if place else rest


def _anew(number: int, abstract: int, starts: dict[int, int]) -> str:
    levels = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in starts.items()
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{levels}</w:num>'


def _numbers(numbering: Element) -> dict[int, tuple[int, dict[int, int]]]:
    """Numbering -> what it is made from, and where each of its levels begins."""
    starts = {
        int(abstract.get(f"{W}abstractNumId")): {
            int(level.get(f"{W}ilvl")): _value(level, "start", 1) for level in abstract.findall(f"{W}lvl")
        }
        for abstract in numbering.findall(f"{W}abstractNum")
    }
    found = {}
    for number in numbering.findall(f"{W}num"):
        abstract = _value(number, "abstractNumId", 0)
        own = {
            int(level.get(f"{W}ilvl")): _value(level, "startOverride", 1) for level in number.findall(f"{W}lvlOverride")
        }
        found[int(number.get(f"{W}numId"))] = (abstract, {**starts.get(abstract, {}), **own})
    return found


def _list_styles(styles: Element) -> dict[str, _ListStyle]:
    """Style -> its list, also where the style that it is based on says so."""
    all_styles = {style.get(f"{W}styleId"): style for style in styles.findall(f"{W}style")}
    found = {name: _list_style(style, all_styles) for name, style in all_styles.items()}
    return {name: style for name, style in found.items() if style.number}


def _list_style(style: Element, others: dict[str, Element]) -> _ListStyle:
    number = level = 0
    indent = ""
    seen: list[Element] = []
    while style is not None and style not in seen:
        seen.append(style)
        properties = style.find(f"{W}pPr")
        numbers = properties.find(f"{W}numPr") if properties is not None else None
        if properties is not None and not indent:
            indent = _as_xml(properties.find(f"{W}ind"))
        if numbers is not None and numbers.find(f"{W}numId") is not None:
            number, level = _value(numbers, "numId", 0), _value(numbers, "ilvl", 0)
            break
        based = style.find(f"{W}basedOn")
        style = others.get(based.get(f"{W}val")) if based is not None else None
    return _ListStyle(number, level, indent)


def _as_xml(indent: Element | None) -> str:
    if indent is None:
        return ""
    values = " ".join(f'w:{name.removeprefix(W)}="{value}"' for name, value in indent.attrib.items())
    return f"<w:ind {values}/>"


def _value(element: Element, name: str, otherwise: int) -> int:
    found = element.find(f"{W}{name}")
    return otherwise if found is None else int(found.get(f"{W}val", otherwise))
