"""The shipped Word templates are fit to be edited in Word: named styles, lists, sections, places for pictures."""

import io
import re
import zipfile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from desktop_app.documents.letters.package import read_package
from desktop_app.domain.letters import LetterKind
from tests.documents.letters.template_files import every_kind, opened, path_of

STYLES = {
    "Kop Surat", "Kop Alamat", "Judul Surat", "Isi Surat", "Dasar Surat", "Butir Surat", "Sub Butir Surat", "Judul Bagian",
    "Huruf Surat", "Sub Huruf Surat", "Diktum", "Tanda Tangan", "Tembusan", "Tembusan Surat", "Kepala Lampiran",
    "Judul Lampiran", "Kepala Tabel", "Isi Tabel", "Catatan", "Perulangan",
}  # fmt: skip


@every_kind
def test_styles_have_names_that_an_office_understands(kind: LetterKind) -> None:
    document = opened(kind)
    assert {style.name for style in document.styles} >= STYLES
    assert document.styles["Normal"].font.name == "Arial"
    assert document.styles["Normal"].font.size.pt == 12


@every_kind
def test_tags_of_loops_stand_in_small_grey_lines_of_their_own(kind: LetterKind) -> None:
    for paragraph in opened(kind).element.body.iter(qn("w:p")):
        text = "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))
        assert ("{%" in text) == (paragraph.style == "Perulangan"), text


@every_kind
def test_lists_are_words_own(kind: LetterKind) -> None:
    document = opened(kind)
    for name in (
        "Dasar Surat",
        "Butir Surat",
        "Sub Butir Surat",
        "Judul Bagian",
        "Huruf Surat",
        "Sub Huruf Surat",
        "Diktum",
        "Tembusan Surat",
    ):
        assert document.styles[name].element.find(f".//{qn('w:numPr')}/{qn('w:numId')}") is not None, name


@every_kind
def test_the_first_page_has_no_number_and_all_have_the_note_on_electronic_signatures(kind: LetterKind) -> None:
    first = opened(kind).sections[0]
    assert first.different_first_page_header_footer
    assert "PAGE" not in first.first_page_footer._element.xml
    assert 'w:instr="PAGE"' in first.footer._element.xml
    for foot in (first.first_page_footer, first.footer):
        assert foot.paragraphs[-1].text == "{{ catatan_tte }}"


@every_kind
def test_a_signature_stays_together_and_with_the_last_words(kind: LetterKind) -> None:
    document = opened(kind)
    assert document.styles["Tanda Tangan"].paragraph_format.keep_with_next
    assert document.styles["Penutup Surat"].paragraph_format.keep_with_next
    assert document.styles["Tanda Tangan"].paragraph_format.left_indent.cm == pytest.approx(8, abs=0.01)


@every_kind
def test_places_for_pictures_can_be_found_by_their_names(kind: LetterKind) -> None:
    names = [one.get("descr") for one in opened(kind).element.body.iter(qn("wp:docPr"))]
    assert names == ["lambang", "aksara"]


IN_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs lang",
    "tblPr": "tblStyle tblpPr tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg docGrid",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat rsid pPr rPr tblPr",
}
"""Word takes a document for damaged where these stand in another order (ISO/IEC 29500-1)."""


@every_kind
def test_properties_stand_in_the_order_that_word_wants(kind: LetterKind) -> None:
    for name, data in read_package(path_of(kind).read_bytes()).items():
        for element in parse_xml(data).iter() if name.startswith("word/") and name.endswith(".xml") else ():
            order = IN_ORDER.get(str(element.tag).removeprefix(qn("w:p")[:-1]))
            if order:
                names = [str(child.tag).partition("}")[2] for child in element]
                assert set(names) <= set(order.split()), name
                assert names == sorted(names, key=order.split().index), name


@every_kind
def test_styles_and_lists_that_are_named_are_there(kind: LetterKind) -> None:
    parts = {
        name: parse_xml(data)
        for name, data in read_package(path_of(kind).read_bytes()).items()
        if re.fullmatch(r"word/\w+\.xml", name)
    }
    known = {one.get(qn("w:styleId")) for one in parts["word/styles.xml"].iter(qn("w:style"))}
    lists = {one.get(qn("w:numId")) for one in parts["word/numbering.xml"].iter(qn("w:num"))}
    for part in parts.values():
        asked = part.iter(*(qn(f"w:{tag}") for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")))
        assert {one.get(qn("w:val")) for one in asked} <= known
        used = {one.get(qn("w:val")) for one in part.iter(qn("w:numId")) if one.tag == qn("w:numId")}
        assert used <= lists


@every_kind
def test_a_template_is_small(kind: LetterKind) -> None:
    """716 letters lie in one folder."""
    assert path_of(kind).stat().st_size < 45_000
    assert not [
        name for name in zipfile.ZipFile(io.BytesIO(path_of(kind).read_bytes())).namelist() if "customXml" in name
    ]
