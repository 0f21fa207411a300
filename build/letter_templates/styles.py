"""Styles of every letter, under the Indonesian names that the office sees in Word."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from build.letter_templates.lists import BUTIR, DASAR, DIKTUM, DIKTUM_WIDTH, JUDUL, PENERIMA, TEMBUSAN

FONT = "Arial"
GREY = RGBColor(0x65, 0x6D, 0x74)
HALF, HALF_ACROSS = 8.0, 16.7
"""Where the right half of the text begins (cm), upright and across."""
DETAIL = 3.0
"""Room for “Nomor :”, “Sifat :” … (cm)."""

_KEPT = {"Normal", "header", "footer", "Default Paragraph Font", "Normal Table", "No List"}


def clean_styles(document: WordDocument) -> None:
    """Drop what the library's own template brings along."""
    styles = document.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in _KEPT:
            styles.remove(style)
    for link in list(styles.iter(qn("w:link"))):
        link.getparent().remove(link)


def make_styles(document: WordDocument, *, instruction: bool) -> None:
    _defaults(document)
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    set_font(normal, 12)
    normal.paragraph_format.space_after = Pt(0)
    _head_styles(document)
    _body_styles(document, instruction=instruction)
    _end_styles(document)
    _annex_styles(document)
    _style(document, "Perulangan", size=8, colour=GREY)


def _defaults(document: WordDocument) -> None:
    """Where nothing else is said: no theme fonts, no space between paragraphs, Indonesian."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    fonts = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    run = f'<w:rFonts {fonts}/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>'
    inner = f"<w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr/></w:pPrDefault>"
    new = parse_xml(f"<w:docDefaults {nsdecls('w')}>{inner}</w:docDefaults>")
    defaults.getparent().replace(defaults, new)


def _head_styles(document: WordDocument) -> None:
    _style(document, "Kop Surat", size=14, bold=True, align=ALIGN.CENTER, line=1)
    _style(document, "Kop Utama", size=16, bold=True, align=ALIGN.CENTER, line=1)
    _style(document, "Kop Aksara", size=14, align=ALIGN.CENTER, line=1)
    _style(document, "Kop Alamat", size=9, align=ALIGN.CENTER, line=1)
    _style(document, "Garis Kop", size=2, line=1, after=8, rule=18)
    _style(document, "Tanggal Surat", left=HALF, after=8)
    _tabs(_style(document, "Rincian Surat", left=DETAIL, first=-DETAIL), DETAIL - 0.4, DETAIL)
    _style(document, "Tujuan Surat")
    _style(document, "Penerima Surat", numbering=(PENERIMA, 0))
    _style(document, "Judul Surat", align=ALIGN.CENTER)


def _body_styles(document: WordDocument, *, instruction: bool) -> None:
    justified = ALIGN.JUSTIFY
    _style(document, "Isi Surat", align=justified, before=4, after=6, first=1.25)
    _style(document, "Isi Bagian", align=justified, after=4, left=0.75)
    _style(document, "Penutup Bagian", align=justified, after=6, left=0.75, keep=True)
    _style(document, "Penutup Surat", align=justified, before=6, after=6, first=1.25, keep=True)
    _style(document, "Dasar Surat", align=justified, after=2, numbering=(DASAR, 0))
    _style(document, "Butir Surat", align=justified, before=3, after=3, numbering=(BUTIR, 0))
    below = (DIKTUM, 1) if instruction else (BUTIR, 1)
    _style(document, "Sub Butir Surat", align=justified, after=2, numbering=below)
    _style(document, "Judul Bagian", before=6, after=3, keep=True, numbering=(JUDUL, 0))
    _style(document, "Huruf Surat", align=justified, after=3, numbering=(JUDUL, 1))
    _style(document, "Sub Huruf Surat", align=justified, after=2, numbering=(JUDUL, 2))
    diktum = _style(document, "Diktum", align=justified, before=4, after=3, numbering=(DIKTUM, 0))
    _tabs(diktum, DIKTUM_WIDTH - 0.5, DIKTUM_WIDTH)


def _end_styles(document: WordDocument) -> None:
    _style(document, "Ruang Tanda Tangan", size=8, line=1, keep=True)
    _style(document, "Tanda Tangan", left=HALF, keep=True)
    _style(document, "Tembusan", size=10, before=14, keep=True)
    _style(document, "Tembusan Surat", size=10, keep=True, numbering=(TEMBUSAN, 0))
    _style(document, "Nomor Halaman", size=10, align=ALIGN.CENTER, line=1)
    _style(document, "Catatan TTE", size=8, align=ALIGN.CENTER, line=1, colour=GREY)
    _style(document, "Tanda Contoh", size=8, bold=True, align=ALIGN.RIGHT, line=1, colour=GREY)
    _style(document, "Akhir Bagian", size=1, line=Pt(1))


def _annex_styles(document: WordDocument) -> None:
    _style(document, "Kepala Lampiran", size=11, left=HALF, line=1)
    _style(document, "Kepala Lampiran Mendatar", size=11, left=HALF_ACROSS, line=1)
    _style(document, "Judul Lampiran", bold=True, align=ALIGN.CENTER, before=14, after=8)
    _style(document, "Pengantar Lampiran", align=ALIGN.JUSTIFY, after=4)
    _style(document, "Kepala Tabel", size=10, bold=True, align=ALIGN.CENTER, before=2, after=2, line=1)
    _style(document, "Isi Tabel", size=10, before=2, after=2, line=1)
    _style(document, "Catatan", size=9, before=4, line=1)


def _style(
    document: WordDocument,
    name: str,
    *,
    size: float = 12,
    bold: bool = False,
    align: ALIGN = ALIGN.LEFT,
    before: float = 0,
    after: float = 0,
    left: float = 0,
    first: float = 0,
    line: float = 1.08,
    keep: bool = False,
    colour: RGBColor | None = None,
    numbering: tuple[int, int] | None = None,
    rule: int = 0,
) -> ParagraphStyle:
    """Sizes and spaces in points, edges in centimetres, `rule` below in eighths of a point."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    set_font(style, size)
    style.font.bold = bold
    style.font.color.rgb = colour
    shape = style.paragraph_format
    shape.alignment, shape.space_before, shape.space_after = align, Pt(before), Pt(after)
    shape.keep_with_next, shape.line_spacing = keep, line
    if left:
        shape.left_indent = Cm(left)
    if first:
        shape.first_line_indent = Cm(first)
    if numbering:
        number, level = numbering
        properties = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        style.element.get_or_add_pPr()._insert_numPr(parse_xml(properties))
    if rule:
        _rule(style, rule)
    return style


def _rule(style: ParagraphStyle, eighths: int) -> None:
    border = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="{eighths}" w:space="1" w:color="000000"/></w:pBdr>'
    style.element.get_or_add_pPr().insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def _tabs(style: ParagraphStyle, *stops: float) -> None:
    for stop in stops:
        style.paragraph_format.tab_stops.add_tab_stop(Cm(stop), WD_TAB_ALIGNMENT.LEFT)


def set_font(style: ParagraphStyle, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "id-ID")
    style.element.get_or_add_rPr().append(language)
