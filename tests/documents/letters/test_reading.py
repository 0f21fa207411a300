"""Word documents read back: looks, lists, sections, marks; what cannot be shown is said."""

import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt

from desktop_app.documents.letters.reading import read_paper
from desktop_app.documents.letters.reading_numbers import written
from desktop_app.documents.letters.reading_package import UnreadableLetter
from desktop_app.domain.paper import CHECK, DATA, END, PAGE_NUMBER, Align, Mark, PaperParagraph
from tests.documents.letters.word_files import (
    add_list,
    blank,
    level,
    listed,
    paragraphs,
    part,
    read,
    saved,
    with_parts,
)


def numbers(document: object) -> list[str]:
    return [one.number for one in paragraphs(document)]  # type: ignore[arg-type]


def test_a_style_inherits_and_the_paragraph_has_the_last_word() -> None:
    document = blank()
    base = document.styles.add_style("Isi Surat", WD_STYLE_TYPE.PARAGRAPH)
    base.font.name, base.font.size, base.font.bold = "Arial", Pt(11.5), True
    base.paragraph_format.space_after = Pt(7)
    base.paragraph_format.first_line_indent = Cm(1)
    derived = document.styles.add_style("Isi Khusus", WD_STYLE_TYPE.PARAGRAPH)
    derived.base_style = base
    derived.font.italic = True
    paragraph = document.add_paragraph("teks ", style=derived)
    paragraph.add_run("biasa").bold = False
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    [one] = paragraphs(document)
    assert (one.name, one.align, one.after) == ("Isi Khusus", Align.JUSTIFY, 7)
    assert one.first == pytest.approx(28.35, abs=0.1)
    assert [(run.text, run.bold, run.italic, run.size, run.font) for run in one.runs] == [
        ("teks ", True, True, 11.5, "Arial"),
        ("biasa", False, True, 11.5, "Arial"),
    ]


def test_tabs_breaks_and_spaces() -> None:
    document = blank()
    paragraph = document.add_paragraph("Nomor\t: 12")
    paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(85))
    paragraph.add_run().add_break(WD_BREAK.LINE)
    paragraph.add_run("baris dua")
    [one] = paragraphs(document)
    assert (one.text, one.tabs) == ("Nomor\t: 12\nbaris dua", (85,))


@pytest.mark.parametrize(
    ("after", "before", "adds_up", "between"), [(6, 4, False, 6), (3, 8, False, 8), (6, 4, True, 10)]
)
def test_the_larger_space_stands_between_paragraphs(after: int, before: int, adds_up: bool, between: int) -> None:
    document = blank()
    document.add_paragraph("satu").paragraph_format.space_after = Pt(after)
    document.add_paragraph("dua").paragraph_format.space_before = Pt(before)
    if adds_up:
        said = parse_xml(f"<w:compat {nsdecls('w')}><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>")
        for old in document.settings.element.findall(said.tag):
            document.settings.element.remove(old)
        document.settings.element.append(said)
    first, second = paragraphs(document)
    assert first.after + second.before == between


def test_marks_become_looks_and_never_text() -> None:
    document = blank()
    paragraph = document.add_paragraph(f"Per {DATA}31 Maret")
    paragraph.add_run(f" 2025{END} menurut {CHECK}Pergub{END}.").bold = True
    document.add_paragraph(f"lupa ditutup {DATA}12")
    document.add_paragraph("tanpa tanda")
    first, _, last = paragraphs(document)
    assert [(run.text, run.mark) for run in first.runs] == [
        ("Per ", Mark.NONE), ("31 Maret", Mark.DATA), (" 2025", Mark.DATA), (" menurut ", Mark.NONE),
        ("Pergub", Mark.CHECK), (".", Mark.NONE),
    ]  # fmt: skip
    assert last.runs[0].mark is Mark.NONE


def test_lists_count_on_restart_below_and_hang() -> None:
    document = blank()
    add_list(
        document, 50, level("decimal", "%1.", left=425, hanging=425), level("lowerLetter", "%2)", left=850, hanging=425)
    )
    for text, at in (("A", 0), ("A.a", 1), ("A.b", 1), ("B", 0), ("B.a", 1)):
        listed(document.add_paragraph(text), 50, at)
    assert numbers(document) == ["1.", "a)", "b)", "2.", "a)"]
    first = paragraphs(document)[0]
    assert (first.left, first.first) == (21.25, -21.25)


def test_a_list_of_its_own_start_begins_anew_and_another_of_the_same_definition_counts_on() -> None:
    document = blank()
    add_list(document, 50, level("decimal", "%1."))
    add_list(document, 500, starts={0: 1})
    add_list(document, 501)
    for number in (50, 50, 500, 500, 501):
        listed(document.add_paragraph("butir"), number)
    assert numbers(document) == ["1.", "2.", "1.", "2.", "3."]


def test_a_level_shows_those_above_it() -> None:
    document = blank()
    add_list(document, 50, level("upperRoman", "%1."), level("decimal", "%1.%2", more="<w:isLgl/>"))
    for at in (0, 1, 1, 0, 1):
        listed(document.add_paragraph("butir"), 50, at)
    assert numbers(document) == ["I.", "1.1", "1.2", "II.", "2.1"]


def test_a_style_may_carry_the_number_and_a_paragraph_take_it_away() -> None:
    document = blank()
    add_list(document, 50, level("lowerLetter", "%1.", left=425, hanging=425))
    style = document.styles.add_style("Dasar Surat", WD_STYLE_TYPE.PARAGRAPH)
    bound = f'<w:numPr {nsdecls("w")}><w:numId w:val="50"/></w:numPr>'
    style.element.get_or_add_pPr().append(parse_xml(bound))
    document.add_paragraph("satu", style=style)
    listed(document.add_paragraph("tanpa nomor", style=style), 0)
    document.add_paragraph("dua", style=style)
    assert numbers(document) == ["a.", "", "b."]


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (1, "decimal", "1"), (7, "decimalZero", "07"), (3, "lowerLetter", "c"), (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"), (2026, "upperRoman", "MMXXVI"), (0, "lowerLetter", ""), (5, "chicago", "5"),
    ],
)  # fmt: skip
def test_forms_of_numbers(count: int, form: str, text: str) -> None:
    assert written(count, form) == text


def test_a_page_break_parts_a_paragraph_or_moves_to_the_next() -> None:
    document = blank()
    paragraph = document.add_paragraph("sebelum")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("sesudah")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("halaman tiga")
    found = [(one.text, one.page_break) for one in paragraphs(document)]
    assert found == [("sebelum", False), ("sesudah", True), ("halaman tiga", True)]


def test_sections_have_their_paper_heads_and_feet() -> None:
    document = blank()
    first = document.sections[0]
    first.page_width, first.page_height = Cm(21.5), Cm(33)
    first.different_first_page_header_footer = True
    first.header.paragraphs[0].text = "kepala"
    foot = first.footer.paragraphs[0]
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>9</w:t></w:r></w:fldSimple>'
    foot.add_run("- ")
    foot._p.append(parse_xml(field))
    foot.add_run(" -")
    document.add_paragraph("isi")
    second = document.add_section(WD_SECTION.NEW_PAGE)
    second.orientation = WD_ORIENT.LANDSCAPE
    second.page_width, second.page_height = Cm(33), Cm(21.5)
    second.different_first_page_header_footer = False
    document.add_paragraph("LAMPIRAN II")
    letter, annex = read(document).sections
    assert (letter.name, annex.name) == ("Surat", "Lampiran II")
    assert letter.width == pytest.approx(609.4, abs=0.1)
    assert (letter.width, letter.height) == (annex.height, annex.width)
    assert [one.text for one in letter.foot] == [f"- {PAGE_NUMBER} -"]
    assert letter.first_foot is not None
    assert "".join(one.text for one in letter.first_foot) == ""
    assert annex.first_foot is None
    assert [one.text for one in annex.head] == ["kepala"]


def test_a_field_in_parts_is_a_page_number_too() -> None:
    document = blank()
    run = "<w:r {0}>{1}</w:r>"
    parts = (
        '<w:fldChar w:fldCharType="begin"/>', "<w:instrText> PAGE  \\* MERGEFORMAT</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>', "<w:t>4</w:t>", '<w:fldChar w:fldCharType="end"/>',
    )  # fmt: skip
    paragraph = document.sections[0].footer.paragraphs[0]
    for inner in parts:
        paragraph._p.append(parse_xml(run.format(nsdecls("w"), inner)))
    document.add_paragraph("isi")
    assert [one.text for one in read(document).sections[0].foot] == [PAGE_NUMBER]


@pytest.mark.parametrize(
    ("text", "name"),
    [("LAMPIRAN I", "Lampiran I"), ("LAMPIRAN INSTRUKSI BUPATI", "Lampiran"), ("Lampiran : 1 berkas", "Surat"), ("LAMPIRAN IV\nX", "Lampiran IV")],
)  # fmt: skip
def test_an_annex_is_named_by_its_label(text: str, name: str) -> None:
    document = blank()
    document.add_paragraph("BUPATI CONTOH")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph(text)
    assert [section.name for section in read(document).sections][-1] == name


def test_a_rule_under_the_letterhead() -> None:
    document = blank()
    paragraph = document.add_paragraph("DINAS CONTOH")
    border = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="18" w:space="1" w:color="auto"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(border))
    assert paragraphs(document)[0].rule == 2.25


TEXT_BOX = """<w:r {0}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><mc:Choice Requires="wps"><w:drawing><wp:inline>
 <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"/></a:graphic>
 </wp:inline></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"""


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (TEXT_BOX, "kotak teks atau bentuk"),
        ('<w:r {0}><w:footnoteReference w:id="1"/></w:r>', "catatan kaki"),
        ("<w:ins {0}><w:r><w:t>baru</w:t></w:r></w:ins>", "perubahan terlacak (tampil setelah diterima)"),
        ('<w:fldSimple {0} w:instr="DATE"><w:r><w:t>1</w:t></w:r></w:fldSimple>', "isian otomatis Word (tampil dengan nilai terakhirnya)"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_said(xml: str, said: str) -> None:
    document = blank()
    document.add_paragraph("isi")._p.append(parse_xml(xml.format(nsdecls("w"))))
    assert said in read(document).unshown


def test_deleted_and_hidden_words_do_not_show() -> None:
    document = blank()
    paragraph = document.add_paragraph("tampil")
    removed = f"<w:del {nsdecls('w')}><w:r><w:delText>hilang</w:delText></w:r></w:del>"
    paragraph._p.append(parse_xml(removed))
    paragraph.add_run("rahasia").font.hidden = True
    assert paragraphs(document)[0].text == "tampil"


def test_hostile_names_survive() -> None:
    document = blank()
    name = "Toko & <Anak> “=1+1” 😀 \u202eabc"
    document.add_paragraph(name)
    assert paragraphs(document)[0].text == name


def hostile() -> list[bytes]:
    data = saved(blank())
    inner = part(data, "word/document.xml")
    bomb = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "x">]>' + inner.split(b"?>", 1)[1]
    return [
        b"", b"bukan zip", b"PK\x03\x04rusak", data[: len(data) // 2],
        with_parts(data, {"word/document.xml": b"<w:document"}),
        with_parts(data, {"word/document.xml": bomb}),
        with_parts(data, {"_rels/.rels": b"<Relationships/>"}),
    ]  # fmt: skip


@pytest.mark.parametrize("data", hostile())
def test_a_file_that_is_no_letter_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnreadableLetter) as refused:
        read_paper(data)
    assert "tidak dapat dibaca" in str(refused.value)


def test_an_external_entity_is_not_followed() -> None:
    data = saved(blank())
    inner = part(data, "word/document.xml").split(b"?>", 1)[1]
    wicked = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + inner
    with pytest.raises(UnreadableLetter):
        read_paper(with_parts(data, {"word/document.xml": wicked}))


def test_an_empty_document_has_a_page() -> None:
    [section] = read(blank()).sections
    assert all(isinstance(block, PaperParagraph) for block in section.blocks)
