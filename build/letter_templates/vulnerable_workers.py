"""The first Surat Edaran, read by the code before letters had kinds; it goes when nothing reads it any more.

The office may edit the result in Word: styles carry Indonesian names, and every placeholder `{{ … }}` is a field of
`VulnerableWorkersLetter`. Paper, font and margins follow the guides on official letters (A4, Arial 12, left 3 cm).
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

TEMPLATE = Path(__file__).parents[2] / "resources" / "templates" / "se-100-pekerja-rentan.docx"

FONT = "Arial"
KEPT_STYLES = {"Normal", "header", "footer", "Default Paragraph Font", "Normal Table", "No List"}
LETTERS, POINTS, COPIES = 1, 2, 3
"""Numberings: a., b. of the legal bases; 1., 2. of the points with a., b. inside; 1., 2. of the copies."""

RIGHT_HALF = Cm(8)
EMBLEM = Cm(1.9)
GREY = RGBColor(0x65, 0x6D, 0x74)
SHADE = "F2F2F2"

LIST_COLUMNS = (
    ("No.", 1.0), ("NIK\n(16 angka)", 3.1), ("Nama sesuai KTP", 2.9), ("Tempat lahir", 1.7),
    ("Tanggal lahir", 1.8), ("L/P", 1.1), ("Alamat atau banjar", 2.5), ("Nomor HP", 2.0),
    ("Jenis pekerjaan", 2.3), ("Tempat bekerja", 1.9), ("Sudah peserta*", 2.0), ("Keterangan", 2.4),
)  # fmt: skip
"""Lampiran II: only what registration needs (centimetres; 24.7 in all)."""
LIST_ROWS = 6
ANNEX_COLUMNS = (
    ("No.", 1.1), ("Kecamatan", 3.7), ("{{ village_label }}", 4.2), ("Jenis", 2.3), ("Kuota (orang)", 1.9),
    ("{{ cost_label }}", 3.0),
)  # fmt: skip
"""Lampiran I (centimetres; 16.2 in all)."""


def make_template(target: Path) -> None:
    document = Document()
    _clean(document)
    _number_lists(document)
    _make_styles(document)
    _page(document.sections[0])
    _letterhead(document)
    _body(document)
    _signature(document)
    _copies(document)
    _annex_one(document)
    _annex_two(document)
    document.save(str(target))


def _clean(document: WordDocument) -> None:
    """Drop what the library's own template brings along."""
    styles = document.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in KEPT_STYLES:
            styles.remove(style)
    properties = document.core_properties
    properties.author = "Cakupan"
    properties.title = "{{ title }}"
    properties.comments = ""
    properties.created = properties.modified = datetime(2026, 1, 1)


def _number_lists(document: WordDocument) -> None:
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    levels = {
        LETTERS: [("lowerLetter", "DasarSurat", "%1.", 0.75)],
        POINTS: [("decimal", "ButirSurat", "%1.", 0.75), ("lowerLetter", "SubButirSurat", "%2.", 1.5)],
        COPIES: [("decimal", "TembusanSurat", "%1.", 0.75)],
    }
    for key, kinds in levels.items():
        inner = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{Cm(left).twips}" w:hanging="{Cm(0.75).twips}"/></w:pPr>'
            "</w:lvl>"
            for level, (kind, style, text, left) in enumerate(kinds)
        )
        inner = f'<w:multiLevelType w:val="multilevel"/>{inner}'
        numbering.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{inner}</w:abstractNum>'))
    for key in levels:
        link = f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
        numbering.append(parse_xml(link))


def _make_styles(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _font(normal, 12)
    normal.paragraph_format.space_after = Pt(0)
    _style(document, "Kop Surat", size=14, bold=True, align=ALIGN.CENTER)
    _style(document, "Judul Surat", align=ALIGN.CENTER, after=6)
    _style(document, "Isi Surat", align=ALIGN.JUSTIFY, after=6, first=1.25)
    _style(document, "Dasar Surat", align=ALIGN.JUSTIFY, after=1, numbering=(LETTERS, 0))
    _style(document, "Butir Surat", align=ALIGN.JUSTIFY, before=3, after=3, numbering=(POINTS, 0))
    _style(document, "Sub Butir Surat", align=ALIGN.JUSTIFY, after=2, numbering=(POINTS, 1))
    _style(document, "Tanda Tangan", left=RIGHT_HALF.cm, keep=True)
    _style(document, "Tembusan", size=11)
    _style(document, "Tembusan Surat", size=11, numbering=(COPIES, 0))
    _style(document, "Kepala Lampiran", size=11, left=RIGHT_HALF.cm)
    _style(document, "Judul Lampiran", bold=True, align=ALIGN.CENTER, before=14, after=8)
    _style(document, "Isi Tabel", size=11, line=1)
    _style(document, "Isi Tabel Kecil", size=10)
    _style(document, "Catatan", size=9, after=2)
    _style(document, "Perulangan", size=8, colour=GREY)


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
) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _font(style, size)
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


def _font(style: ParagraphStyle, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "id-ID")
    style.element.get_or_add_rPr().append(language)


def _page(section: Section) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2), Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True
    _mark(section.first_page_header.paragraphs[0])
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    _field(number, "PAGE")
    _mark(section.header.add_paragraph())


def _mark(paragraph: Paragraph) -> None:
    """Where a letter made from sample data says so; an empty line otherwise."""
    paragraph.alignment, paragraph.paragraph_format.space_after = ALIGN.RIGHT, Pt(6)
    run = paragraph.add_run("{{ mark }}")
    run.font.size, run.font.bold, run.font.color.rgb = Pt(8), True, GREY


def _field(paragraph: Paragraph, code: str) -> None:
    paragraph.add_run("- ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>2</w:t></w:r>"))
    paragraph._p.append(field)
    paragraph.add_run(" -")


def _letterhead(document: WordDocument) -> None:
    emblem = document.add_paragraph(style="Kop Surat")
    emblem.paragraph_format.space_after = Pt(4)
    emblem.add_run()._r.append(parse_xml(_EMBLEM))
    document.add_paragraph("{{ head }}", style="Kop Surat")
    document.add_paragraph("{{ province }}", style="Kop Surat").paragraph_format.space_after = Pt(10)
    document.add_paragraph("Yth. {{ recipients }}")
    document.add_paragraph("di –")
    place = document.add_paragraph("Tempat")
    place.paragraph_format.left_indent, place.paragraph_format.space_after = Cm(1), Pt(12)
    _lines(document, "Judul Surat", "SURAT EDARAN", "NOMOR {{ number }}", "TENTANG", "{{ title }}")
    document.paragraphs[-4].paragraph_format.space_after = Pt(0)
    document.paragraphs[-1].paragraph_format.space_after = Pt(10)


def _body(document: WordDocument) -> None:
    _lines(document, "Isi Surat", "{{ opening }}")
    _loop(document, "basis", "legal_bases", "Dasar Surat")
    _lines(document, "Isi Surat", "{{ transition }}")
    document.paragraphs[-1].paragraph_format.space_before = Pt(6)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    _lines(document, "Butir Surat", "{{ coverage }}", "{{ quota }}", "{{ cost }}")
    _lines(document, "Butir Surat", "Calon peserta memenuhi ketentuan sebagai berikut:")
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    _loop(document, "criterion", "criteria", "Sub Butir Surat")
    _lines(document, "Butir Surat", "{{ list_due }}", "{{ camat }}")
    _lines(document, "Butir Surat", "Keterangan lebih lanjut dapat diminta mengenai:")
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    _loop(document, "contact", "contacts", "Sub Butir Surat")
    _lines(document, "Butir Surat", "{{ benefits }}", "{{ evaluation }}")
    _lines(document, "Isi Surat", "{{ closing }}")
    document.paragraphs[-1].paragraph_format.space_before = Pt(8)


def _signature(document: WordDocument) -> None:
    _lines(document, "Tanda Tangan", "Ditetapkan di {{ place }}", "pada tanggal")
    document.paragraphs[-2].paragraph_format.space_before = Pt(8)
    _sign(document, "{{ head }},", 56)


def _sign(document: WordDocument, title: str, room: float) -> None:
    """Title, `room` points for the signature, name."""
    _lines(document, "Tanda Tangan", title, "{{ head_name }}")
    document.paragraphs[-2].paragraph_format.space_before = Pt(10)
    document.paragraphs[-1].paragraph_format.space_before = Pt(room)
    document.paragraphs[-1].paragraph_format.keep_with_next = False


def _copies(document: WordDocument) -> None:
    _lines(document, "Tembusan", "Tembusan:")
    document.paragraphs[-1].paragraph_format.space_before = Pt(14)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    _loop(document, "copy", "copies", "Tembusan Surat")


def _annex_one(document: WordDocument) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    _annex_head(document, "LAMPIRAN I")
    _lines(document, "Judul Lampiran", "{{ annex_title }}")
    table = _table(document, ANNEX_COLUMNS, "Isi Tabel")
    _command(table, "{%tr for group in groups %}")
    _command(table, "{%tr for row in group.rows %}")
    texts = ("no", "kecamatan", "village", "kind", "people", "cost")
    _fill(_new_row(table), [f"{{{{ row.{text} }}}}" for text in texts], "Isi Tabel")
    _command(table, "{%tr endfor %}")
    _sum_row(table, "Jumlah Kecamatan {{ group.kecamatan }}", "{{ group.people }}", "{{ group.cost }}")
    _command(table, "{%tr endfor %}")
    _sum_row(table, "{{ total_label }}", "{{ total_people }}", "{{ total_cost }}", shade=SHADE)
    _sign(document, "{{ head }},", 48)


def _annex_two(document: WordDocument) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    _annex_head(document, "LAMPIRAN II", left=14)
    _lines(document, "Judul Lampiran", "{{ list_title }}")
    for label in ("{{ village_label }}", "Kecamatan"):
        line = document.add_paragraph(f"{label}\t: {'.' * 40}", style="Isi Tabel")
        line.paragraph_format.tab_stops.add_tab_stop(Cm(4))
    line.paragraph_format.space_after = Pt(6)
    table = _table(document, LIST_COLUMNS, "Isi Tabel Kecil")
    _fill(_new_row(table), [f"({n})" for n in range(1, len(LIST_COLUMNS) + 1)], "Catatan", centred=True)
    for number in range(1, LIST_ROWS + 1):
        row = _new_row(table)
        row.height = Cm(0.65)
        _fill(row, [f"{number}."] + [""] * (len(LIST_COLUMNS) - 1), "Isi Tabel Kecil")
    note = (
        "*) Isi “tidak”, atau nomor kartu (KPJ) bila sudah menjadi peserta. NIK dan nomor HP ditulis sebagai teks,"
        " tanggal lahir dengan urutan tanggal-bulan-tahun. Data lain hanya disampaikan bila diminta untuk pendaftaran."
    )
    document.add_paragraph(note, style="Catatan").paragraph_format.space_before = Pt(4)
    _list_signatures(document)


def _list_signatures(document: WordDocument) -> None:
    """The head of village signs the list, the head of region the annex: side by side."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    left.width, right.width = Cm(14), Cm(10.7)
    texts = (("............................, ....................", "{{ village_heads }},"), ("", "{{ head }},"))
    names = (f"({'.' * 34})", "{{ head_name }}")
    for cell, lines, name in zip((left, right), texts, names, strict=True):
        cell.paragraphs[0].text, cell.paragraphs[0].style = lines[0], "Isi Tabel"
        cell.paragraphs[0].paragraph_format.space_before = Pt(8)
        cell.add_paragraph(lines[1], style="Isi Tabel")
        cell.add_paragraph(name, style="Isi Tabel").paragraph_format.space_before = Pt(40)
    _no_splitting(table.rows[0])


def _annex_head(document: WordDocument, title: str, left: float | None = None) -> None:
    lines = (title, "SURAT EDARAN {{ head }}", "NOMOR {{ number }}", "TENTANG", "{{ title }}")
    _lines(document, "Kepala Lampiran", *lines)
    if left is not None:
        for paragraph in document.paragraphs[-len(lines) :]:
            paragraph.paragraph_format.left_indent = Cm(left)


def _lines(document: WordDocument, style: str, *texts: str) -> None:
    for text in texts:
        document.add_paragraph(text, style=style)


def _loop(document: WordDocument, name: str, names: str, style: str) -> None:
    """One paragraph per entry of a list; the command lines vanish when the letter is made."""
    _lines(document, "Perulangan", f"{{%p for {name} in {names} %}}")
    _lines(document, style, f"{{{{ {name} }}}}")
    _lines(document, "Perulangan", "{%p endfor %}")


def _table(document: WordDocument, columns: Sequence[tuple[str, float]], style: str) -> Table:
    """A ruled table with one header row that repeats on every page."""
    table: Table = document.add_table(rows=1, cols=len(columns))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(parse_xml(_RULES))
    for column, (_, width) in zip(table.columns, columns, strict=True):
        column.width = Cm(width)
    header = table.rows[0]
    _fill(header, [title for title, _ in columns], style, centred=True, bold=True)
    header._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in header.cells:
        _shade(cell, SHADE)
    return table


def _new_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _fill(row: _Row, texts: Sequence[str], style: str, *, centred: bool = False, bold: bool = False) -> None:
    """Texts of a row; “people” and “cost” stand right, the running number in the middle."""
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = row.table.columns[place].width
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        paragraph.add_run(text).bold = bold
        if centred or place == 0:
            paragraph.alignment = ALIGN.CENTER
        elif "people" in text or "cost" in text:
            paragraph.alignment = ALIGN.RIGHT
    _no_splitting(row)


def _command(table: Table, text: str) -> None:
    """A row that only holds a loop command; it vanishes when the letter is made."""
    cell = _new_row(table).cells[0]
    cell.paragraphs[0].style = "Perulangan"
    cell.paragraphs[0].add_run(text)


def _sum_row(table: Table, label: str, people: str, cost: str, *, shade: str = "") -> None:
    row = _new_row(table)
    label_cell = row.cells[0].merge(row.cells[3])
    for cell, text in ((label_cell, label), (row.cells[4], people), (row.cells[5], cost)):
        paragraph = cell.paragraphs[0]
        paragraph.style = "Isi Tabel"
        paragraph.add_run(text).bold = True
        paragraph.alignment = ALIGN.LEFT if cell is label_cell else ALIGN.RIGHT
        # The last sums move to the next page together with the signature, which never stands there alone.
        paragraph.paragraph_format.keep_with_next = True
        if shade:
            _shade(cell, shade)
    _no_splitting(row)


def _no_splitting(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _shade(cell: _Cell, colour: str) -> None:
    shading = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>'
    cell._tc.get_or_add_tcPr().append(parse_xml(shading))


_RULES = (
    f"<w:tblBorders {nsdecls('w')}>"
    + "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)

_EMBLEM = f"""
<mc:AlternateContent {nsdecls("w", "wp", "a")}
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<mc:Choice Requires="wps"><w:drawing>
  <wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent cx="{EMBLEM}" cy="{EMBLEM}"/>
    <wp:docPr id="1" name="Lambang" descr="Tempat lambang; ganti dengan gambar lambang"/>
    <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
      <wps:wsp>
        <wps:cNvSpPr/>
        <wps:spPr>
          <a:xfrm><a:off x="0" y="0"/><a:ext cx="{EMBLEM}" cy="{EMBLEM}"/></a:xfrm>
          <a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>
          <a:noFill/>
          <a:ln w="9525"><a:solidFill><a:srgbClr val="8C9296"/></a:solidFill><a:prstDash val="dash"/></a:ln>
        </wps:spPr>
        <wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr>
          <w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:color w:val="656D74"/>
          <w:sz w:val="16"/></w:rPr><w:t>lambang</w:t></w:r></w:p></w:txbxContent></wps:txbx>
        <wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>
      </wps:wsp>
    </a:graphicData></a:graphic>
  </wp:inline>
</w:drawing></mc:Choice></mc:AlternateContent>"""
"""A dashed circle where the office puts its emblem."""
