"""XML of a .docx: names, safe parsing, and the parts in which text stands."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
CONTENT_TYPES = "[Content_Types].xml"

Element: TypeAlias = Any
"""An element of lxml, which has no types of its own."""


def parse(data: bytes) -> Element:
    """The root. XMLSyntaxError: it is no XML. Nothing outside the bytes is ever read."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def as_bytes(root: Element) -> bytes:
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def stories(parts: Mapping[str, bytes]) -> list[str]:
    """Names of the parts that hold text: the document first, then heads and feet of pages, then notes."""
    beside = [
        name for name in parts
        if name.startswith(("word/header", "word/footer", "word/footnotes", "word/endnotes")) and name.endswith(".xml")
    ]  # fmt: skip
    return [DOCUMENT, *sorted(beside)]


def rels_name(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"
