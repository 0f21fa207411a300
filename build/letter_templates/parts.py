"""Parts that letters share: letterhead, recipients, body, signature, copies, annexes."""

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from build.letter_templates.emblem import emblem_place, empty_place
from build.letter_templates.page import end_of_annex, end_of_first_section

Place = WordDocument | _Cell
"""Where paragraphs can be added."""

EMBLEM, EMBLEM_LEFT, AKSARA = 2.2, 2.2, (9.0, 0.9)
"""Sides of the emblem in the middle and at the left, width and height of the line in Aksara Bali (cm)."""


def line(place: Place, style: str, text: str, *, before: float | None = None, after: float | None = None) -> Paragraph:
    paragraph = place.add_paragraph(text, style=style)
    if before is not None:
        paragraph.paragraph_format.space_before = Pt(before)
    if after is not None:
        paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def tag(place: Place, text: str) -> None:
    """A paragraph that holds a loop or a condition; it vanishes when the letter is made."""
    line(place, "Perulangan", f"{{%p {text} %}}")


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
    no_cell_margins(table._tbl.tblPr)
    left.paragraphs[0].style = "Kop Surat"
    left.paragraphs[0].paragraph_format.alignment = ALIGN.LEFT
    picture(left.paragraphs[0], emblem_place(), "lambang", EMBLEM_LEFT, EMBLEM_LEFT)
    _office_lines(right)
    line(document, "Garis Kop", "")


def no_cell_margins(properties: object) -> None:
    margins = "".join(f'<w:{edge} w:w="0" w:type="dxa"/>' for edge in ("left", "right"))
    properties.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"))  # type: ignore[attr-defined]


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


def recipients(document: WordDocument) -> None:
    """“Yth.” with one name, or a numbered list of them; “di” and the place."""
    tag(document, "if penerima | length == 1")
    line(document, "Tujuan Surat", "Yth. {{ penerima | first }}")
    tag(document, "else")
    line(document, "Tujuan Surat", "Yth.")
    loop(document, "nama", "penerima", "Penerima Surat")
    tag(document, "endif")
    line(document, "Tujuan Surat", "di –")
    last = line(document, "Tujuan Surat", "{{ tempat_penerima }}", after=14)
    last.paragraph_format.left_indent = Cm(1)


def loop(place: Place, name: str, names: str, style: str) -> None:
    """One paragraph per entry of a list."""
    tag(place, f"for {name} in {names}")
    line(place, style, f"{{{{ {name} }}}}")
    tag(place, "endfor")


BODY = {
    "dasar": "Dasar Surat",
    "butir": "Butir Surat",
    "sub": "Sub Butir Surat",
    "judul": "Judul Bagian",
    "huruf": "Huruf Surat",
    "subhuruf": "Sub Huruf Surat",
}
"""Kind of paragraph -> its style, of those whose number is Word's own."""


def body(document: WordDocument) -> None:
    """One sample paragraph for each kind; text below a heading is indented, a last one stays with the signature."""
    tag(document, "for b in isi")
    tag(document, 'if b.jenis == "alinea" and not loop.first and loop.previtem.jenis == "judul"')
    line(document, "Isi Bagian", "{{ b.teks }}")
    tag(document, 'elif b.jenis == "alinea" and loop.last')
    line(document, "Penutup Surat", "{{ b.teks }}")
    tag(document, 'elif b.jenis == "alinea"')
    line(document, "Isi Surat", "{{ b.teks }}")
    for kind, style in BODY.items():
        tag(document, f'elif b.jenis == "{kind}"')
        line(document, style, "{{ b.teks }}")
    tag(document, 'elif b.jenis == "diktum"')
    line(document, "Diktum", "{{ b.label }}\t:\t{{ b.teks }}")
    tag(document, "endif")
    tag(document, "endfor")


def signature(place: Place, *above: str, room: float = 56) -> None:
    """Lines `above` (place and date), the post, `room` points for the signature, name; rank and NIP where there are any.

    A head of region has none; one who signs a.n. a head of region, on the same paper, has.
    """
    line(place, "Ruang Tanda Tangan", "")
    for text in above:
        line(place, "Tanda Tangan", text)
    tag(place, "for baris in penanda_tangan.jabatan")
    line(place, "Tanda Tangan", "{{ baris }}")
    tag(place, "endfor")
    line(place, "Tanda Tangan", "{{ penanda_tangan.nama }}", before=room)
    for name, text in (("pangkat", "{{ penanda_tangan.pangkat }}"), ("nip", "NIP {{ penanda_tangan.nip }}")):
        tag(place, f"if penanda_tangan.{name}")
        line(place, "Tanda Tangan", text)
        tag(place, "endif")


def copies(document: WordDocument) -> None:
    """All of them on one page, which need not be that of the signature: the line between belongs to neither."""
    tag(document, "if tembusan")
    line(document, "Akhir Bagian", "")
    line(document, "Tembusan", "Tembusan:")
    loop(document, "nama", "tembusan", "Tembusan Surat")
    tag(document, "endif")


def annexes(document: WordDocument, head: Sequence[str], *, signed: bool = False) -> None:
    """Every annex on pages of its own, upright or across, with `head` at its right half; `signed`: where it asks for it."""
    end_of_first_section(document)
    tag(document, "for l in lampiran")
    tag(document, "if l.mendatar")
    _annex_head(document, "Kepala Lampiran Mendatar", head)
    tag(document, "else")
    _annex_head(document, "Kepala Lampiran", head)
    tag(document, "endif")
    line(document, "Judul Lampiran", "{{ l.judul }}")
    loop(document, "teks", "l.pengantar", "Pengantar Lampiran")
    tag(document, "if l.ada_tabel")
    line(document, "Isi Tabel", "{{p l.tabel }}")
    tag(document, "endif")
    loop(document, "teks", "l.catatan", "Catatan")
    if signed:
        _signed_annex(document)
    tag(document, "if l.mendatar")
    end_of_annex(document, across=True)
    tag(document, "else")
    end_of_annex(document, across=False)
    tag(document, "endif")
    tag(document, "endfor")


def _signed_annex(document: WordDocument) -> None:
    tag(document, "if l.ditandatangani is defined and l.ditandatangani")
    signature(document, room=48)
    tag(document, "endif")


def _annex_head(document: WordDocument, style: str, head: Sequence[str]) -> None:
    for text in ("{{ l.label }}", *head):
        line(document, style, text)
