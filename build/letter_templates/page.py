"""An empty letter: paper, head and foot of its pages, and the sections of its annexes."""

from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from build.letter_templates.lists import number_lists
from build.letter_templates.styles import clean_styles, make_styles

UPRIGHT, ACROSS = (21.0, 29.7), (29.7, 21.0)
"""Paper as shipped (cm); the office's own comes in when a letter is made."""

_BAGGAGE = {"thumbnail", "customXml", "stylesWithEffects"}


def new_letter(title: str, *, instruction: bool = False) -> WordDocument:
    document = Document()
    _drop_baggage(document)
    _settings(document)
    clean_styles(document)
    number_lists(document, instruction=instruction)
    make_styles(document, instruction=instruction)
    _properties(document, title)
    _page(document.sections[0])
    return document


def _drop_baggage(document: WordDocument) -> None:
    """What the library's own template carries and no letter needs: a preview picture, old styles, an empty data part."""
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _BAGGAGE:
                del owner.rels[key]


def _settings(document: WordDocument) -> None:
    """As Word itself writes since 2013: no “compatibility mode”, and paragraphs that belong together stay together."""
    settings = document.settings.element
    for name in ("w:savePreviewPicture", "w:proofState", "w:rsids", "w:shapeDefaults", "w:themeFontLang"):
        for found in settings.findall(qn(name)):
            settings.remove(found)
    compatibility = settings.find(qn("w:compat"))
    for found in compatibility.findall(qn("w:useFELayout")):
        compatibility.remove(found)
    compatibility[0].set(qn("w:val"), "15")


def _properties(document: WordDocument, title: str) -> None:
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "Cakupan", title, ""
    properties.created = properties.modified = datetime(2026, 1, 1)


def _page(section: Section) -> None:
    """Page numbers from the second page on; the note on electronic signatures at the foot of every page."""
    section.page_width, section.page_height = Cm(UPRIGHT[0]), Cm(UPRIGHT[1])
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2), Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True
    for head in (section.first_page_header, section.header):
        head.is_linked_to_previous = False
        _put(head.paragraphs[0], "Tanda Contoh", "{{ tanda_contoh }}")
    _put(section.first_page_footer.paragraphs[0], "Catatan TTE", "{{ catatan_tte }}")
    _number(section.footer.paragraphs[0])
    _put(section.footer.add_paragraph(), "Catatan TTE", "{{ catatan_tte }}")


def _put(paragraph: Paragraph, style: str, text: str) -> None:
    paragraph.style = style
    paragraph.add_run(text)


def _number(paragraph: Paragraph) -> None:
    paragraph.style = "Nomor Halaman"
    paragraph.add_run("- ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>2</w:t></w:r>"))
    paragraph._p.append(field)
    paragraph.add_run(" -")


def end_of_first_section(document: WordDocument) -> None:
    """A hardly visible paragraph that ends the letter; what the page looks like moves into it, with its head and foot."""
    own = document.sections[-1]._sectPr
    ending = document.add_paragraph(style="Akhir Bagian")
    copy = parse_xml(f"<w:sectPr {nsdecls('w', 'r')}/>")
    for child in list(own):
        copy.append(child)
    ending._p.get_or_add_pPr().append(copy)
    for child in _annex_page(*UPRIGHT):
        own.append(child)


def end_of_annex(document: WordDocument, *, across: bool) -> None:
    """The same for an annex, upright or across; head and foot go on from the letter."""
    ending = document.add_paragraph(style="Akhir Bagian")
    section = parse_xml(f"<w:sectPr {nsdecls('w')}/>")
    for child in _annex_page(*(ACROSS if across else UPRIGHT)):
        section.append(child)
    ending._p.get_or_add_pPr().append(section)


def _annex_page(width: float, height: float) -> list[BaseOxmlElement]:
    orientation = ' w:orient="landscape"' if width > height else ""
    margins = (
        f'w:top="{Cm(2).twips}" w:right="{Cm(2).twips}" w:bottom="{Cm(2.5).twips}" w:left="{Cm(3).twips}"'
        f' w:header="{Cm(1).twips}" w:footer="{Cm(1).twips}" w:gutter="0"'
    )
    return [
        parse_xml(f'<w:type {nsdecls("w")} w:val="nextPage"/>'),
        parse_xml(f'<w:pgSz {nsdecls("w")} w:w="{Cm(width).twips}" w:h="{Cm(height).twips}"{orientation}/>'),
        parse_xml(f"<w:pgMar {nsdecls('w')} {margins}/>"),
    ]
