"""Small Word documents for the tests of reading: made with python-docx, changed in their XML where it cannot do it."""

import io
import zipfile
from collections.abc import Mapping

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from PIL import Image

from desktop_app.documents.letters.reading import read_paper
from desktop_app.domain.paper import PaperDocument, PaperParagraph, PaperTable


def _dot() -> bytes:
    stream = io.BytesIO()
    Image.new("L", (1, 1), 255).save(stream, "PNG")
    return stream.getvalue()


DOT = _dot()
"""A picture of one white dot."""


def saved(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(document: WordDocument) -> PaperDocument:
    return read_paper(saved(document))


def paragraphs(document: WordDocument) -> list[PaperParagraph]:
    """Of all sections, without tables."""
    return [b for section in read(document).sections for b in section.blocks if isinstance(b, PaperParagraph)]


def tables(document: WordDocument) -> list[PaperTable]:
    return [b for section in read(document).sections for b in section.blocks if isinstance(b, PaperTable)]


def add_list(document: WordDocument, number: int, *levels: str, starts: Mapping[int, int] | None = None) -> None:
    """A list `number` with levels as w:lvl text; `starts`: level -> where this list begins anew."""
    root = document.part.numbering_part.element
    inner = "".join(f'<w:lvl w:ilvl="{at}">{level}</w:lvl>' for at, level in enumerate(levels))
    if levels:
        abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{inner}</w:abstractNum>'
        root.insert(0, parse_xml(abstract))
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for at, start in (starts or {}).items()
    )
    kept = number if levels else number // 10
    one = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{kept}"/>{overrides}</w:num>'
    root.append(parse_xml(one))


def listed(paragraph: Paragraph, number: int, level: int = 0) -> Paragraph:
    """The paragraph as a member of a list."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )
    return paragraph


def level(form: str, text: str, *, left: int = 0, hanging: int = 0, more: str = "") -> str:
    """A w:lvl's inside; `left` and `hanging` in twentieths of a point."""
    return (
        f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
    )


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with some of its parts exchanged or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return stream.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name)


def blank() -> WordDocument:
    return Document()
