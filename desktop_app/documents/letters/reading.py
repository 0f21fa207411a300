"""Reading a finished .docx back, as the office's Word would show it: never a second template that could differ.

What cannot be shown is said in `PaperDocument.unshown`. The file is only read, and read with care: it may come from
another office.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_images import Images
from desktop_app.documents.letters.reading_looks import Look
from desktop_app.documents.letters.reading_numbers import Numbering
from desktop_app.documents.letters.reading_package import Package, UnreadableLetter, W, number, switched
from desktop_app.documents.letters.reading_paragraphs import ParagraphReader
from desktop_app.documents.letters.reading_runs import RunReader
from desktop_app.documents.letters.reading_sections import Page, SectionReader
from desktop_app.documents.letters.reading_styles import Styles
from desktop_app.documents.letters.reading_tables import TableReader
from desktop_app.domain.paper import PaperBlock, PaperDocument, PaperParagraph, PaperSection, PaperTable

_LABEL = re.compile(r"\s*LAMPIRAN(?:\s+([IVXL]+|\d{1,2})\b)?(?!\s*:)", re.IGNORECASE)
_HOLDERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_LETTER = "Surat"
_NESTED = "tabel di dalam tabel (isinya tampil tanpa garis)"


def read_paper(docx: bytes) -> PaperDocument:
    """The document in `docx`. UnreadableLetter: it is no Word document, is damaged or unreasonably large."""
    return _Reader(Package(docx)).document()


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._unshown: dict[str, None] = {}
        self._styles = Styles(package)
        self._paragraphs = ParagraphReader(self._styles, Numbering(package, self._styles))
        self._settings = package.xml(package.of_type(package.main, "settings"))
        self._adds_up = _adds_up(self._settings)
        self._images = Images(package, package.main)
        self._runs = RunReader(self._styles, self._images, self._unshown)
        self._tables = TableReader(self._styles, self._cell, juts_out=_juts_out(self._settings))

    def document(self) -> PaperDocument:
        root = self._package.xml(self._package.main)
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise UnreadableLetter("tidak ada isi surat di dalamnya")
        sections = SectionReader(self._package, self._styles, self._unshown, self._settings)
        found: list[PaperSection] = []
        for blocks, properties in self._pieces(body):
            page = sections.page(properties)
            if page.continues and found and page.same_paper(found[-1]):
                found[-1] = replace(found[-1], blocks=found[-1].blocks + tuple(blocks))
            else:
                found.append(page.section(blocks))
        return PaperDocument(sections=tuple(_named(found)), unshown=tuple(self._unshown))

    def _pieces(self, body: etree._Element) -> Iterator[tuple[list[PaperBlock], etree._Element | None]]:
        """Blocks up to each section's end, with the section's properties, which stand behind them."""
        waiting = list(_leaves(body))
        ends = [at for at, element in enumerate(waiting) if _section_of(element) is not None]
        if not ends or ends[-1] < len(waiting) - 1:
            ends.append(len(waiting) - 1)
        start = 0
        for end in ends:
            properties = _section_of(waiting[end]) if end >= 0 else None
            self._images.set_page(*Page.text_place(properties))
            yield list(self._blocks(waiting[start : end + 1], Page.text_place(properties)[1])), properties
            start = end + 1

    def _blocks(self, elements: list[etree._Element], width: float) -> Iterator[PaperBlock]:
        breaks = False
        previous: PaperParagraph | None = None
        for element in elements:
            if element.tag == f"{W}tbl":
                yield replace(self._tables.read(element, width), page_break=breaks)
                breaks, previous = False, None
            elif element.tag == f"{W}p":
                made, after = self._paragraphs.read(element, self._runs)
                for paragraph in made:
                    begins = paragraph.page_break or breaks
                    above = None if begins else previous
                    yield replace(_settled(above, paragraph, adds_up=self._adds_up), page_break=begins)
                    previous, breaks = paragraph, False
                breaks = breaks or after

    def _cell(self, cell: etree._Element, looks: tuple[Look, Look]) -> tuple[PaperParagraph, ...]:
        found: list[PaperParagraph] = []
        previous: PaperParagraph | None = None
        for element in _leaves(cell):
            if element.tag == f"{W}tbl":
                self._unshown[_NESTED] = None
                inner = self._tables.read(element, 200)
                found += [paragraph for row in inner.rows for one in row for paragraph in one.paragraphs]
            elif element.tag == f"{W}p":
                for paragraph in self._paragraphs.read(element, self._runs, looks)[0]:
                    found.append(_settled(previous, paragraph, adds_up=self._adds_up))
                    previous = paragraph
        return tuple(found)


def _settled(previous: PaperParagraph | None, paragraph: PaperParagraph, *, adds_up: bool) -> PaperParagraph:
    """Between two paragraphs stands the larger of their spaces (both, if `adds_up`); none where `contextual` asks for it

    and both have the same style.
    """
    if previous is None:
        return paragraph
    same = previous.name == paragraph.name
    above = 0 if same and previous.contextual else previous.after
    own = 0 if same and paragraph.contextual else paragraph.before
    wanted = above + own if adds_up else max(above, own)
    return replace(paragraph, before=wanted - previous.after)


def _leaves(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs, tables and the last section's properties, out of content controls and the like."""
    for child in parent:
        if child.tag in _HOLDERS:
            yield from _leaves(child)
        elif child.tag in (f"{W}p", f"{W}tbl", f"{W}sectPr"):
            yield child


def _section_of(element: etree._Element) -> etree._Element | None:
    return element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")


def _adds_up(settings: etree._Element | None) -> bool:
    """Word takes the larger of two spaces, as web pages do, unless the document says otherwise."""
    compatibility = None if settings is None else settings.find(f"{W}compat")
    return bool(switched(compatibility, "doNotUseHTMLParagraphAutoSpacing"))


def _juts_out(settings: etree._Element | None) -> bool:
    """Up to Word 2010 the text of a table lines up with the page's text; since then its edge does."""
    mode = 12.0
    for setting in () if settings is None else settings.iter(f"{W}compatSetting"):
        if setting.get(f"{W}name") == "compatibilityMode":
            mode = number(setting.get(f"{W}val"), 12)
    return mode < 15


def _named(sections: list[PaperSection]) -> Iterator[PaperSection]:
    """Sections with their names; one is cut where an annex begins on a page of its own."""
    for place, section in enumerate(sections):
        starts = [
            at for at, block in enumerate(section.blocks) if at and block.page_break and _label(section.blocks[at:])
        ]
        for first, last in zip([0, *starts], [*starts, len(section.blocks)], strict=True):
            blocks = section.blocks[first:last]
            label = _label(blocks) if place or first else ""
            piece = replace(section, blocks=blocks, name=label or _LETTER)
            yield piece if not first else replace(piece, first_head=None, first_foot=None, number_from=None)


def _label(blocks: tuple[PaperBlock, ...]) -> str:
    """“Lampiran II”, where the first words are an annex's label."""
    text = next((text for block in blocks[:4] if (text := _text(block).strip())), "")
    found = _LABEL.match(text)
    return "" if found is None else f"Lampiran {found[1].upper()}" if found[1] else "Lampiran"


def _text(block: PaperBlock) -> str:
    if isinstance(block, PaperTable):
        return next((text for row in block.rows[:2] for cell in row if (text := cell.text.strip())), "")
    return block.text
