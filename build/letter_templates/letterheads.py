"""Letterheads: of a head of region, and of an office with its address (domain notes 7.3)."""

from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from build.letter_templates.emblem import emblem_place, empty_place
from build.letter_templates.parts import Place, line, tag

EMBLEM, EMBLEM_LEFT, AKSARA = 2.2, 2.2, (9.0, 0.9)
"""Sides of the emblem in the middle and at the left, width and height of the line in Aksara Bali (cm)."""


def picture(paragraph: Paragraph, data: bytes, name: str, width: float, height: float) -> None:
    inline = paragraph.add_run().add_picture(BytesIO(data), Cm(width), Cm(height))
    properties = inline._inline.docPr
    properties.set("name", name.capitalize())
    properties.set("descr", name)


def head_of_region_letterhead(document: WordDocument) -> None:
    """Emblem (Garuda place) in the middle, “BUPATI …”, “PROVINSI …”; no address."""
    picture(line(document, "Kop Surat", "", after=4), emblem_place(), "lambang", EMBLEM, EMBLEM)
    _aksara(document)
    tag(document, "for baris in kop.baris")
    line(document, "Kop Surat", "{{ baris }}")
    tag(document, "endfor")
    line(document, "Akhir Bagian", "", after=14)


def office_letterhead(document: WordDocument) -> None:
    """Emblem at the left, “PEMERINTAH …”, the office in larger letters, its address; a rule below."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    for cell, column, width in zip((left, right), table.columns, (2.6, 13.4), strict=True):
        cell.width = column.width = Cm(width)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    no_cell_margins(table)
    left.paragraphs[0].style = "Kop Surat"
    left.paragraphs[0].paragraph_format.alignment = ALIGN.LEFT
    picture(left.paragraphs[0], emblem_place(), "lambang", EMBLEM_LEFT, EMBLEM_LEFT)
    _office_lines(right)
    line(document, "Garis Kop", "")


def no_cell_margins(table: Table) -> None:
    """Its text begins and ends where that of the paragraphs around does."""
    margins = "".join(f'<w:{edge} w:w="0" w:type="dxa"/>' for edge in ("left", "right"))
    inner = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>")
    table._tbl.tblPr.insert_element_before(inner, "w:tblLook", "w:tblCaption", "w:tblDescription")


def _office_lines(cell: _Cell) -> None:
    _aksara(cell)
    tag(cell, "for baris in kop.baris")
    tag(cell, "if loop.last")
    line(cell, "Kop Utama", "{{ baris }}")
    tag(cell, "else")
    line(cell, "Kop Surat", "{{ baris }}")
    tag(cell, "endif")
    tag(cell, "endfor")
    tag(cell, "if kop.alamat")
    line(cell, "Kop Alamat", "{{ kop.alamat }}", before=2)
    tag(cell, "endif")


def _aksara(place: Place) -> None:
    """Aksara Bali above the Latin text: a picture of the office's own, or text."""
    first = place.paragraphs[0] if isinstance(place, _Cell) else line(place, "Kop Aksara", "")
    first.style = "Kop Aksara"
    picture(first, empty_place(), "aksara", *AKSARA)
    tag(place, "if kop.aksara")
    line(place, "Kop Aksara", "{{ kop.aksara }}")
    tag(place, "endif")
