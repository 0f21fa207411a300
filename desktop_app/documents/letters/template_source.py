"""The text of a template, one line per paragraph as Word counts them, so that a place in it can be named."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop_app.documents.letters.word_xml import MC, Element, W, parse, stories

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
WHOLE = re.compile(r"(\{[{%])(p|tr|tc|r)(?=\s)")
"""`{%p`, `{%tr` …: the paragraph, row or cell of the tag vanishes."""
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
_PLACES = {
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph: its number in its part (1, 2 …), its text, and what it stands in."""

    number: int
    text: str
    container: Element
    row: Element | None

    @property
    def tags(self) -> list[str]:
        return TAG.findall(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Text of one part: `place` is empty for the letter itself, else “kepala halaman” and so on."""

    place: str
    lines: tuple[Line, ...]

    @property
    def source(self) -> str:
        """What Jinja reads: the tags of each paragraph in a line of its own, without Word's quotes and `p`, `tr`."""
        return "\n".join(" ".join(clean(tag) for tag in line.tags) for line in self.lines)


def clean(tag: str) -> str:
    return WHOLE.sub(r"\1", tag.translate(_QUOTES))


def read_stories(parts: Mapping[str, bytes]) -> Iterator[Story]:
    """The letter, then heads and feet of its pages. XMLSyntaxError: a part is damaged."""
    for name in stories(parts):
        found = re.match(r"word/([a-z]+)", name)
        place = _PLACES.get(found[1], "") if found else ""
        yield Story(place=place, lines=tuple(_lines(parse(parts[name]))))


def _lines(root: Element) -> Iterator[Line]:
    for number, paragraph in enumerate(_paragraphs(root), start=1):
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        yield Line(number=number, text=_text(paragraph), container=paragraph.getparent(), row=row)


def _paragraphs(root: Element) -> Iterator[Element]:
    """In reading order; what Word keeps only for older versions is left out."""
    for paragraph in root.iter(f"{W}p"):
        if next(paragraph.iterancestors(f"{MC}Fallback"), None) is None:
            yield paragraph


def _text(paragraph: Element) -> str:
    """Text of the paragraph's own runs, not of text boxes in it."""
    words = []
    for piece in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        if next(piece.iterancestors(f"{W}p")) is paragraph and piece.getparent().tag == f"{W}r":
            words.append((piece.text or "") if piece.tag == f"{W}t" else " ")
    return "".join(words)
