"""Templates in the office's paper, margins, font and pictures."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt
from PIL import Image

from desktop_app.documents.letters.dress import dressed
from desktop_app.documents.letters.package import read_package, write_package
from desktop_app.documents.letters.pictures import PIXELS_AT_MOST, BadPicture
from desktop_app.documents.word import BadTemplate, fill_template
from desktop_app.domain.letters import LetterKind, LetterLayout, Paper
from desktop_app.resources import resource
from tests.documents.letters.template_values import annex, values

PLAIN = LetterLayout()
DINAS = resource("templates", "se-kepala-dinas.docx").read_bytes()
HEAD = resource("templates", "se-bupati.docx").read_bytes()


def opened(data: bytes) -> WordDocument:
    return Document(io.BytesIO(data))


def cm(length: Length | None) -> float:
    assert length is not None
    return float(length.cm)


def picture(width: int, height: int, form: str = "PNG", **saved: Any) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(target, form, **saved)
    return target.getvalue()


def places(document: WordDocument) -> dict[str, tuple[float, float]]:
    """Alternative text -> width and height in centimetres."""
    found = {}
    for inline in document.element.body.iter(qn("wp:inline")):
        extent = inline.find(qn("wp:extent"))
        size = (int(extent.get("cx")) / 360_000, int(extent.get("cy")) / 360_000)
        found[inline.find(qn("wp:docPr")).get("descr")] = size
    return found


def embedded(document: WordDocument, name: str) -> bytes:
    """Bytes of the picture that stands in the place `name`."""
    for inline in document.element.body.iter(qn("wp:inline")):
        if inline.find(qn("wp:docPr")).get("descr") == name:
            key = next(inline.iter(qn("a:blip"))).get(qn("r:embed"))
            blob: bytes = document.part.related_parts[key].blob
            return blob
    raise AssertionError(name)


@pytest.mark.parametrize(
    ("paper", "upright", "across"),
    [(Paper.A4, (21.0, 29.7), (29.7, 21.0)), (Paper.F4, (21.5, 33.0), (33.0, 21.5))],
    ids=["A4", "F4"],
)
@pytest.mark.parametrize("kind", list(LetterKind), ids=lambda kind: kind.value)
def test_every_page_of_a_letter_has_the_paper_and_margins(
    kind: LetterKind, paper: Paper, upright: tuple[float, float], across: tuple[float, float], tmp_path: Path
) -> None:
    layout = LetterLayout(paper=paper, top=1.5, right=2.5, bottom=3.0, left=3.5)
    data = dressed(resource("templates", f"{kind.value}.docx").read_bytes(), layout, {})
    (tmp_path / "templat.docx").write_bytes(data)
    wide = annex("LAMPIRAN II", across=True)
    fill_template(
        tmp_path / "templat.docx", values(kind, lampiran=[annex("I"), wide, annex("III")]), tmp_path / "surat.docx"
    )
    sections = list(Document(str(tmp_path / "surat.docx")).sections)
    sizes = [(round(cm(one.page_width), 1), round(cm(one.page_height), 1)) for one in sections]
    assert sizes == [upright, upright, across, upright, upright]
    for one in sections:
        edges = [round(cm(edge), 2) for edge in (one.top_margin, one.right_margin, one.bottom_margin, one.left_margin)]
        assert edges == [1.5, 2.5, 3.0, 3.5]
        assert cm(one.header_distance) <= 1.5


def test_a_section_without_size_gets_one() -> None:
    document = opened(DINAS)
    for section in document.element.body.iter(qn("w:sectPr")):
        for name in ("w:pgSz", "w:pgMar"):
            section.remove(section.find(qn(name)))
    section = opened(dressed(saved(document), LetterLayout(paper=Paper.F4), {})).sections[0]
    assert (round(cm(section.page_width), 1), round(cm(section.left_margin), 1)) == (21.5, 3.0)
    names = [child.tag.split("}")[1] for child in section._sectPr]
    assert names.index("pgSz") + 1 == names.index("pgMar")


def saved(document: WordDocument) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_letterhead_as_wide_as_the_text_stays_so() -> None:
    """F4 is half a centimetre wider; the emblem's column keeps its width."""
    before = [cm(column.width) for column in opened(DINAS).tables[0].columns]
    after = [cm(column.width) for column in opened(dressed(DINAS, LetterLayout(paper=Paper.F4), {})).tables[0].columns]
    assert after[0] == pytest.approx(before[0], abs=0.01)
    assert sum(after) == pytest.approx(16.5, abs=0.05)


def test_font_and_size_go_through_styles_lists_text_heads_and_feet() -> None:
    document = opened(dressed(DINAS, replace(PLAIN, font="Bookman Old Style", size=11), {}))
    for style in document.styles:
        if style.element.find(f".//{qn('w:rFonts')}") is not None:
            assert style.font.name == "Bookman Old Style", style.name
    assert document.styles["Normal"].font.size == Pt(11)
    assert document.styles["Isi Surat"].font.size == Pt(11)
    assert document.styles["Kop Utama"].font.size == Pt(14.5)
    assert b"Arial" not in read_package(saved(document))["word/styles.xml"]


def test_a_font_that_somebody_chose_for_one_word_stays() -> None:
    document = opened(DINAS)
    document.paragraphs[-1].add_run("Om Swastyastu").font.name = "Noto Serif"
    document.paragraphs[-1].add_run("biasa").font.name = "Arial"
    runs = opened(dressed(saved(document), replace(PLAIN, font="Cambria"), {})).paragraphs[-1].runs
    assert [run.font.name for run in runs[-2:]] == ["Noto Serif", "Cambria"]


def test_a_template_made_in_word_takes_its_font_from_a_theme_until_it_is_dressed() -> None:
    document = Document()
    document.add_paragraph("{{ nomor }}")
    styles = opened(dressed(saved(document), PLAIN, {})).styles.element
    fonts = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:rFonts')}")
    assert dict(fonts.attrib) == {qn(f"w:{script}"): "Arial" for script in ("ascii", "hAnsi", "eastAsia", "cs")}
    size = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:sz')}")
    assert size.get(qn("w:val")) == "24"


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(100, 100, (2.2, 2.2)), (100, 125, (1.76, 2.2)), (300, 100, (2.2, 0.733)), (1, 500, (0.0044, 2.2))],
)
def test_an_emblem_of_any_shape_fits_its_place(width: int, height: int, size: tuple[float, float]) -> None:
    emblem = picture(width, height)
    document = opened(dressed(DINAS, PLAIN, {"lambang": emblem}))
    assert places(document)["lambang"] == pytest.approx(size, abs=0.01)
    assert embedded(document, "lambang") == emblem


@pytest.mark.parametrize("form", ["PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP"])
def test_an_emblem_may_come_in_any_usual_format(form: str) -> None:
    document = opened(dressed(HEAD, PLAIN, {"lambang": picture(60, 80, form)}))
    with Image.open(io.BytesIO(embedded(document, "lambang"))) as image:
        assert image.format in ("PNG", "JPEG")
        assert image.size == (60, 80)


def test_a_photo_taken_sideways_stands_upright_and_a_huge_one_is_made_smaller() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    sideways = opened(dressed(HEAD, PLAIN, {"lambang": picture(100, 50, "JPEG", exif=exif)}))
    assert places(sideways)["lambang"] == pytest.approx((1.1, 2.2), abs=0.01)
    huge = opened(dressed(HEAD, PLAIN, {"lambang": picture(4000, 3000)}))
    with Image.open(io.BytesIO(embedded(huge, "lambang"))) as image:
        assert max(image.size) == PIXELS_AT_MOST["lambang"]


def test_the_circle_leaves_the_file_when_an_emblem_comes() -> None:
    parts = read_package(dressed(HEAD, PLAIN, {"lambang": picture(50, 50)}))
    media = [name for name in parts if name.startswith("word/media/")]
    assert len(media) == 1
    assert media[0].startswith("word/media/lambang-")


def test_without_an_emblem_the_circle_stays() -> None:
    document = opened(dressed(HEAD, PLAIN, {}))
    assert places(document) == {"lambang": pytest.approx((2.2, 2.2), abs=0.01)}


def test_a_line_in_aksara_is_a_picture_or_text_or_nothing(tmp_path: Path) -> None:
    line = picture(900, 90)
    as_picture = opened(dressed(DINAS, PLAIN, {"aksara": line}))
    assert embedded(as_picture, "aksara") == line
    assert places(as_picture)["aksara"] == pytest.approx((9, 0.9), abs=0.01)

    (tmp_path / "templat.docx").write_bytes(dressed(DINAS, PLAIN, {}))
    texts = {}
    for aksara in ("", "ᬤᬶᬦᬲ᭄"):
        kop = values(LetterKind.SE_KADIS)["kop"] | {"aksara": aksara}
        fill_template(tmp_path / "templat.docx", values(LetterKind.SE_KADIS, kop=kop), tmp_path / "surat.docx")
        cell = Document(str(tmp_path / "surat.docx")).tables[0].rows[0].cells[1]
        texts[aksara] = [paragraph.text for paragraph in cell.paragraphs]
    rest = ["PEMERINTAH KABUPATEN CONTOH", "DINAS TENAGA KERJA", "Jalan Contoh 1"]
    assert texts == {"": rest, "ᬤᬶᬦᬲ᭄": ["ᬤᬶᬦᬲ᭄", *rest]}


def test_a_picture_that_the_office_put_in_itself_stays() -> None:
    own = opened(dressed(DINAS, PLAIN, {"aksara": picture(90, 9)}))
    again = opened(dressed(saved(own), PLAIN, {}))
    assert embedded(again, "aksara") == picture(90, 9)


def test_a_place_in_the_head_of_the_page_is_filled_too() -> None:
    document = opened(DINAS)
    run = document.sections[0].header.paragraphs[0].add_run()
    shape = run.add_picture(io.BytesIO(picture(9, 9)), Cm(1), Cm(1))
    shape._inline.docPr.set("descr", "Lambang ")
    emblem = picture(10, 20)
    head = opened(dressed(saved(document), PLAIN, {"lambang": emblem})).sections[0].header
    blip = next(head._element.iter(qn("a:blip")))
    assert head.part.related_parts[blip.get(qn("r:embed"))].blob == emblem


def test_the_same_office_gets_the_same_bytes_and_dressing_twice_changes_nothing() -> None:
    layout, images = LetterLayout(paper=Paper.F4, size=11), {"lambang": picture(30, 40), "aksara": picture(90, 9)}
    once = dressed(DINAS, layout, images)
    assert dressed(DINAS, layout, images) == once
    again = dressed(once, layout, images)
    assert read_package(again)["word/document.xml"] == read_package(once)["word/document.xml"]
    assert sorted(read_package(again)) == sorted(read_package(once))


@pytest.mark.parametrize(
    "data", [b"", b"bukan gambar", picture(9, 9)[:40], b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_picture_is_said_to_be_none(data: bytes) -> None:
    if not data:
        assert places(opened(dressed(HEAD, PLAIN, {"lambang": data})))
        return
    with pytest.raises(BadPicture, match="Gambar untuk lambang tidak dapat dibaca"):
        dressed(HEAD, PLAIN, {"lambang": data})


def test_what_is_no_word_document_is_said_to_be_none() -> None:
    parts = read_package(HEAD)
    strict = parts["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    for data in (
        b"",
        b"PK\x03\x04",
        write_package({"a.txt": b""}),
        write_package({**parts, "word/document.xml": b"<a"}),
        write_package({**parts, "word/document.xml": strict}),
    ):
        with pytest.raises(BadTemplate, match="Templat “imbauan” tidak dapat diisi"):
            dressed(data, PLAIN, {}, "imbauan")


def test_text_that_is_as_large_as_ordinary_text_by_itself_follows_the_office() -> None:
    document = opened(DINAS)
    document.paragraphs[-1]._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:sz w:val="24"/></w:rPr><w:t>x</w:t></w:r>')
    )
    runs = opened(dressed(saved(document), replace(PLAIN, size=10), {})).paragraphs[-1].runs
    assert runs[-1].font.size == Pt(10)
