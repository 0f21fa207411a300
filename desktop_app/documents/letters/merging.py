"""Many letters of one template in one .docx, for printing: each begins on a page of its own, numbered from 1."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.documents.letters.content import LetterContent
from desktop_app.documents.letters.package import write_package
from desktop_app.documents.letters.rendering import DOCUMENT, LetterTemplate

NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
_BODY = re.compile(r"<w:body>(.*)</w:body>", re.DOTALL)
_SHAPE = re.compile(r"(<w:sectPr\b(?:(?!</w:sectPr>).)*</w:sectPr>|<w:sectPr\b[^>]*/>)\s*$", re.DOTALL)
_FIRST_SHAPE = re.compile(r"<w:sectPr\b(?:(?!</w:sectPr>).)*</w:sectPr>", re.DOTALL)
_STYLE = re.compile(r'<w:style\b[^>]*w:styleId="([^"]+)"(?:(?!</w:style>).)*</w:style>', re.DOTALL)
_NUM_OF_STYLE = re.compile(r'<w:numPr>(?:<w:ilvl w:val="(\d+)"/>)?<w:numId w:val="(\d+)"/></w:numPr>')
_NUM = re.compile(r'<w:num w:numId="(\d+)"[^>]*>\s*<w:abstractNumId w:val="(\d+)"/>')
_PICTURE = re.compile(r'(<(?:wp:docPr|pic:cNvPr) id=")\d+(")')
_LEVELS = 9


def merged(template: LetterTemplate, contents: Iterable[LetterContent]) -> bytes:
    """All letters in one file. ValueError: there is none. BadTemplate: the template names what a letter does not have.

    Pages count from 1 and lists begin anew in every letter; headers and footers are the template's. Parts other than the
    body (a footer that names the letter) are those of the first letter.
    """
    lists = _Lists(template)
    whole: dict[str, str] = {}
    bodies: list[str] = []
    shape = ""
    pictures = _counted()
    for place, content in enumerate(contents):
        filled = template.filled(content)
        whole = whole or filled
        body, shape = _body_of(filled[DOCUMENT])
        body = _PICTURE.sub(lambda found: f"{found[1]}{next(pictures)}{found[2]}", body)
        bodies.append(lists.renewed(body, place))
        bodies.append(f"<w:p><w:pPr>{_from_one(shape)}</w:pPr></w:p>")
    if not bodies:
        raise ValueError("no letters to merge")
    bodies[-1] = _from_one(shape)
    head, tail = whole[DOCUMENT].split("<w:body>")[0], whole[DOCUMENT].split("</w:body>")[1]
    texts = {**whole, DOCUMENT: f"{head}<w:body>{''.join(bodies)}</w:body>{tail}"}
    parts = {**template.parts, **{name: text.encode() for name, text in texts.items()}}
    return write_package(parts | lists.part())


def _counted() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number


def _body_of(xml: str) -> tuple[str, str]:
    """What stands in the body, with pages counted from 1 where its first section begins, and the shape of its last."""
    found = _BODY.search(xml)
    body = found[1] if found else ""
    last = _SHAPE.search(body)
    inner, shape = (body[: last.start()], last[1]) if last else (body, "<w:sectPr/>")
    return _FIRST_SHAPE.sub(lambda first: _from_one(first[0]), inner, count=1), _plain(shape, inner)


def _plain(shape: str, inner: str) -> str:
    """The last section goes on counting where the letter has sections before it."""
    return shape if "<w:sectPr" not in inner else shape.replace("<w:sectPr", '<w:sectPr data-goes-on="1"', 1)


def _from_one(shape: str) -> str:
    """A section whose pages count from 1; one that goes on counting stays as it is."""
    if 'data-goes-on="1"' in shape:
        return shape.replace(' data-goes-on="1"', "")
    bare = re.sub(r"<w:pgNumType\b[^>]*/>", "", shape)
    # Schema order: … pgMar, paperSrc, pgBorders, lnNumType, pgNumType, cols …
    behind = re.search(r"<w:pgMar\b[^>]*/>", bare)
    if behind is None:
        return bare
    return f'{bare[: behind.end()]}<w:pgNumType w:start="1"/>{bare[behind.end() :]}'


class _Lists:
    """Word counts a list through the whole document: each letter gets numberings of its own that begin at 1."""

    def __init__(self, template: LetterTemplate) -> None:
        self._numbering = template.parts.get(NUMBERING, b"").decode()
        styles = template.parts.get(STYLES, b"").decode()
        self._of_style = {
            style[1]: (int(number[1] or 0), int(number[2]))
            for style in _STYLE.finditer(styles)
            if (number := _NUM_OF_STYLE.search(style[0]))
        }
        self._abstract = {int(found[1]): int(found[2]) for found in _NUM.finditer(self._numbering)}
        self._levels = self._levels_of_styles()
        self._used = sorted({number for _, number in self._of_style.values()})
        self._next = max(self._abstract, default=0) + 1
        self._new: list[str] = []
        names = "|".join(map(re.escape, self._of_style))
        self._paragraph = re.compile(rf'<w:pStyle w:val="({names})"/>(?!<w:numPr>)') if names else None

    def renewed(self, body: str, place: int) -> str:
        """The body with the lists of the letter at `place`; those of the first are the template's own."""
        if place == 0 or self._paragraph is None:
            return body
        own = {number: self._add(number) for number in self._used}

        def numbered(found: re.Match[str]) -> str:
            level, number = self._levels[found[1]], self._of_style[found[1]][1]
            return f'{found[0]}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{own[number]}"/></w:numPr>'

        return self._paragraph.sub(numbered, body)

    def part(self) -> dict[str, bytes]:
        """The numbering part with all that were added."""
        if not self._new:
            return {}
        text = self._numbering.replace("</w:numbering>", f"{''.join(self._new)}</w:numbering>")
        return {NUMBERING: text.encode()}

    def _add(self, number: int) -> int:
        mine, self._next = self._next, self._next + 1
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(_LEVELS)
        )
        self._new.append(
            f'<w:num w:numId="{mine}"><w:abstractNumId w:val="{self._abstract.get(number, 0)}"/>{starts}</w:num>'
        )
        return mine

    def _levels_of_styles(self) -> dict[str, int]:
        """Style -> its level: as the numbering binds it, else as the style itself says."""
        bound = {
            found[2]: int(found[1])
            for found in re.finditer(
                r'<w:lvl w:ilvl="(\d)"(?:(?!</w:lvl>).)*?<w:pStyle w:val="([^"]+)"/>', self._numbering, re.DOTALL
            )
        }
        return {style: bound.get(style, level) for style, (level, _) in self._of_style.items()}
