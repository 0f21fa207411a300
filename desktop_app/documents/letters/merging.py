"""Many letters of one template in one .docx, for printing: each begins on a page of its own, numbered from 1."""

import re
from collections.abc import Iterable
from itertools import count

from desktop_app.documents.letters.content import LetterContent
from desktop_app.documents.letters.merged_lists import Lists
from desktop_app.documents.letters.merged_pages import Pages
from desktop_app.documents.letters.package import write_package
from desktop_app.documents.letters.rendering import LetterTemplate, numbered_pictures
from desktop_app.documents.letters.sections import SHAPE, parted
from desktop_app.documents.letters.word_xml import DOCUMENT, NUMBERING, STYLES

_BODY = re.compile(r"<w:body\b[^>]*>")
_LAST_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?(?:/>|>(?:(?!</?w:p[ />]).)*</w:p>)$", re.DOTALL)
_PROPERTIES = re.compile(r"(<w:p(?: [^>]*)?>)(?:<w:pPr/>|<w:pPr>((?:(?!</w:pPr>).)*)</w:pPr>)?", re.DOTALL)
_BREAKS = re.compile(r'<w:type w:val="(?:continuous|nextColumn)"/>')
_BEFORE_NUMBERS = re.compile(
    r"<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid|printerSettings|sectPrChange)\b"
    r"|</w:sectPr>"
)
_COUNTED = re.compile(r"<w:pgNumType\b([^>]*)/>")
_HARDLY_SEEN = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
    "{}</w:pPr></w:p>"
)
"""A table cannot carry the shape of its pages: a line behind it does."""


def merged(template: LetterTemplate, contents: Iterable[LetterContent]) -> bytes:
    """All letters in one file. ValueError: there is none. BadTemplate: the template names what a letter does not have.

    Pages count from 1 and lists begin anew in every letter; each keeps the heads and feet of its pages. Notes and
    properties of the file are those of the first letter.
    """
    lists = Lists(template.parts.get(STYLES, b""), template.parts.get(NUMBERING, b""))
    pages, numbers = Pages(template.parts), count(1001)
    first: dict[str, str] = {}
    bodies: list[str] = []
    shape = ""
    for content in contents:
        filled = template.filled(content)
        whole, last, _ = parted(filled[DOCUMENT])
        body = pages.own(_from_one(whole[_body_start(whole) :] + (last or "<w:sectPr/>")), filled)
        if first:
            bodies[-1] = _closed(bodies[-1], shape)
            body = lists.renewed(body)
        first = first or filled
        start = body.rindex("<w:sectPr")
        shape = body[start:]
        bodies.append(numbered_pictures(body[:start], numbers))
    if not first:
        raise ValueError("no letters to merge")
    return write_package(
        {**template.parts, **_parts(first, bodies, shape), **pages.changes(), **_lists(template, lists)}
    )


def _parts(first: dict[str, str], bodies: list[str], shape: str) -> dict[str, bytes]:
    """The first letter's parts, its document with the bodies of all."""
    before, _, after = parted(first[DOCUMENT])
    document = "".join([before[: _body_start(before)], *bodies, shape, after])
    return {name: text.encode() for name, text in {**first, DOCUMENT: document}.items()}


def _lists(template: LetterTemplate, lists: Lists) -> dict[str, bytes]:
    return {NUMBERING: lists.part(template.parts[NUMBERING].decode()).encode()} if lists.changed else {}


def _body_start(document: str) -> int:
    found = _BODY.search(document)
    assert found is not None  # Word writes no document without one, and `parted` has found its end
    return found.end()


def _from_one(body: str) -> str:
    """A letter begins on a new page, whose number is 1."""
    return SHAPE.sub(lambda found: _first_of_letter(found[0]), body, count=1)


def _first_of_letter(shape: str) -> str:
    shape = _BREAKS.sub('<w:type w:val="nextPage"/>', shape)
    if shape.endswith("/>") and "</w:sectPr>" not in shape:
        shape = shape[:-2] + "></w:sectPr>"
    numbers = _COUNTED.search(shape)
    if numbers is not None:
        rest = re.sub(r'\s*w:start="[^"]*"', "", numbers[1])
        return shape.replace(numbers[0], f'<w:pgNumType{rest} w:start="1"/>')
    place = _BEFORE_NUMBERS.search(shape)
    assert place is not None  # the shape's own end at the latest
    return f'{shape[: place.start()]}<w:pgNumType w:start="1"/>{shape[place.start() :]}'


def _closed(body: str, shape: str) -> str:
    """The body of a letter that others follow: its last paragraph carries the shape of its pages."""
    start = max(body.rfind("<w:p>"), body.rfind("<w:p "), body.rfind("<w:p/>"))
    last = _LAST_PARAGRAPH.fullmatch(body, max(start, 0))
    if last is None or "<w:sectPr" in last[0]:
        return body + _HARDLY_SEEN.format(shape)
    opened = last[0] if not last[0].endswith("/>") else last[0][:-2].rstrip() + "></w:p>"
    found = _PROPERTIES.match(opened)
    assert found is not None
    inner = found[2] or ""
    place = inner.find("<w:pPrChange")
    place = len(inner) if place < 0 else place
    properties = f"<w:pPr>{inner[:place]}{shape}{inner[place:]}</w:pPr>"
    return body[:start] + found[1] + properties + opened[found.end() :]
