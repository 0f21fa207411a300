"""A Word template in the office's own paper, margins, font, and pictures, before it is filled.

The template keeps what the office did to it in Word: only what `LetterLayout` names is changed. The same template,
layout and pictures give the same bytes.
"""

from collections.abc import Mapping

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.dress_fonts import set_font
from desktop_app.documents.letters.dress_paper import set_paper
from desktop_app.documents.letters.dress_pictures import set_pictures
from desktop_app.documents.letters.package import NotAPackage, read_package, write_package
from desktop_app.documents.letters.word_xml import DOCUMENT, NUMBERING, STYLES, Element, W, as_bytes, parse, stories
from desktop_app.documents.word import BadTemplate
from desktop_app.domain.letters import LetterLayout

NOT_WORD = "berkas itu tidak ada atau bukan dokumen Word (.docx)."


def dressed(template: bytes, layout: LetterLayout, images: Mapping[str, bytes], name: str = "surat") -> bytes:
    """The template as the office's settings want it.

    Args:
        template: an ordinary .docx; each picture with the alternative text “lambang” or “aksara” is a place.
        layout: paper, margins and font; in sections that lie across, the paper lies across.
        images: “lambang”, “aksara” -> a picture of the office's own (PNG, JPEG, or what Pillow reads), fitted into
            the place without changing its shape. Without “lambang” what is there stays; without “aksara” a place that
            shows nothing goes.
        name: of the template, for the error.

    Raises:
        BadTemplate: it is no Word document. BadPicture: a picture cannot be read.
    """
    parts = _opened(template, name)
    roots: dict[str, Element] = {part: _parsed(parts[part], name) for part in _changed(parts)}
    if roots[DOCUMENT].tag != f"{W}document":
        raise BadTemplate(name, NOT_WORD)
    set_paper(roots[DOCUMENT], layout)
    set_font(roots, layout)
    set_pictures(parts, roots, images)
    parts |= {part: as_bytes(root) for part, root in roots.items()}
    return write_package(parts)


def _opened(template: bytes, name: str) -> dict[str, bytes]:
    try:
        parts = read_package(template)
    except NotAPackage as error:
        raise BadTemplate(name, NOT_WORD) from error
    if DOCUMENT not in parts:
        raise BadTemplate(name, NOT_WORD)
    return parts


def _changed(parts: Mapping[str, bytes]) -> list[str]:
    return [*stories(parts), *(part for part in (STYLES, NUMBERING) if part in parts)]


def _parsed(data: bytes, name: str) -> Element:
    try:
        return parse(data)
    except etree.XMLSyntaxError as error:
        raise BadTemplate(name, NOT_WORD) from error
