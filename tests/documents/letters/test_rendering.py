"""Letters from templates: the quick way gives what docxtpl gives, text stays text, the same letter the same bytes."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.parts.hdrftr import FooterPart, HeaderPart
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.documents.letters.content import (
    AnnexRow,
    AnnexRowKind,
    Block,
    BlockKind,
    LetterContent,
    Letterhead,
    Signature,
)
from desktop_app.documents.letters.package import read_package, write_package
from desktop_app.documents.letters.rendering import LetterTemplate
from desktop_app.documents.letters.sandbox import environment
from desktop_app.documents.letters.sections import without_last_page
from desktop_app.documents.letters.soundness import always_whole
from desktop_app.documents.letters.values import as_values
from desktop_app.documents.letters.word_xml import DOCUMENT
from desktop_app.documents.word import BadTemplate, patched_parts, rendered_by_docxtpl
from desktop_app.domain.letters import LetterKind
from desktop_app.resources import resource
from tests.documents.letters.contents import FORM, HOSTILE, QUOTA, letter


def template(kind: LetterKind) -> LetterTemplate:
    return LetterTemplate(resource("templates", f"{kind.value}.docx").read_bytes(), f"{kind.value}.docx")


BRACES = re.compile(r"\{_[{%]|[}%]_\}")
"""What docxtpl changes in data; we do not."""
HARD = (
    "&", "<", ">", '"', "'", "{{ nomor }}", "{% endfor %}", "{#", "#}", "}}", "\n", "\t", "\r\n", "🙂", "\u202e", "\u200f",
    "\x07", "\x00", "\x0c", "\ud800", "\uffff", "]]>", "<w:p/>", "\u00a0", "x" * 300, "ᬩᬮᬶ",
)  # fmt: skip


def texts() -> st.SearchStrategy[str]:
    pieces = st.lists(st.one_of(st.sampled_from(HARD), st.text(max_size=20)), max_size=6)
    return pieces.map("".join).filter(lambda text: not BRACES.search(text))


TEMPLATES = {kind: template(kind) for kind in LetterKind}


def opened(data: bytes) -> WordDocument:
    return Document(BytesIO(data))


def across(document: WordDocument) -> list[bool]:
    """Of every section, whether its pages lie across."""
    return [(s.page_width or 0) > (s.page_height or 0) for s in document.sections]


def everything(data: bytes) -> list[str]:
    """All text of the document with its styles, in order, its tables cell by cell, and heads and feet of its pages."""
    document = opened(data)
    stories = [
        document.element.body,
        *(part._element for part in document.part.package.iter_parts() if _is_story(part)),
    ]
    return [f"{_style(p)}|{_row(p)}|{p.text}" for story in stories for p in story.iter(qn("w:p"))]


def _is_story(part: object) -> bool:
    return isinstance(part, (HeaderPart, FooterPart))


def _style(paragraph: CT_P) -> str:
    return paragraph.style or ""


def _row(paragraph: CT_P) -> str:
    """Place of the cell in its row, and how many columns it covers."""
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    return "" if cell is None else f"{cell.getparent().index(cell)}+{cell.grid_span}"


def by_docxtpl(kind: LetterKind, content: LetterContent) -> bytes:
    """The letter as docxtpl opens, fills and saves it, without the page behind its end."""
    data = resource("templates", f"{kind.value}.docx").read_bytes()
    parts = read_package(rendered_by_docxtpl(data, "surat.docx", as_values(content), environment()))
    return write_package({**parts, DOCUMENT: without_last_page(parts[DOCUMENT].decode()).encode()})


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_shipped_template_is_filled_the_quick_way(kind: LetterKind) -> None:
    assert not TEMPLATES[kind].slow
    assert all(always_whole(source) for source in patched_parts(TEMPLATES[kind].parts, "surat.docx").values())


@pytest.mark.parametrize("kind", list(LetterKind))
def test_the_quick_way_gives_what_docxtpl_gives(kind: LetterKind) -> None:
    content = letter(kind, annexes=(QUOTA, FORM))
    quick, slow = TEMPLATES[kind].render(content), by_docxtpl(kind, content)
    assert everything(quick) == everything(slow)
    assert [s.orientation for s in opened(quick).sections] == [s.orientation for s in opened(slow).sections]
    assert read_package(quick).keys() == read_package(slow).keys()
    assert all(read_package(quick)[name] == part for name, part in TEMPLATES[kind].parts.items() if "media" in name)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_data_stays_text(text: str) -> None:
    shown = re.sub("[\x00-\x08]", " ", text)
    content = letter(blocks=(Block(kind=BlockKind.BUTIR, text=text),), recipients=(text,))
    document = opened(TEMPLATES[LetterKind.SE_BUPATI].render(content))
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Butir Surat"] == [shown]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts(), texts(), st.sampled_from(list(LetterKind)))
def test_any_text_gives_the_same_letter_both_ways(text: str, cell: str, kind: LetterKind) -> None:
    table = replace(QUOTA, rows=(AnnexRow(cells=(cell, text, "1")), AnnexRow(cells=(text,), kind=AnnexRowKind.JUMLAH)))
    content = letter(
        kind, number=text, footnote=cell, blocks=(Block(kind=BlockKind.BUTIR, text=text),), copies=(cell, text),
        signature=Signature(titles=(text, cell), name=cell), annexes=(replace(table, title=cell, notes=(text,)),),
    )  # fmt: skip
    assert everything(TEMPLATES[kind].render(content)) == everything(by_docxtpl(kind, content))


def test_the_same_letter_is_the_same_file() -> None:
    first = TEMPLATES[LetterKind.IMBAUAN].render(letter(LetterKind.IMBAUAN))
    again = template(LetterKind.IMBAUAN).render(letter(LetterKind.IMBAUAN))
    assert first == again


def test_no_blank_page_follows_and_annexes_have_pages_of_their_own() -> None:
    alone = opened(TEMPLATES[LetterKind.SE_BUPATI].render(letter()))
    assert len(alone.sections) == 1
    both = opened(TEMPLATES[LetterKind.SE_BUPATI].render(letter(annexes=(QUOTA, FORM))))
    assert across(both) == [False, False, True]


def test_a_table_repeats_its_header_and_sums_reach_over_what_they_leave_out() -> None:
    document = opened(TEMPLATES[LetterKind.SE_BUPATI].render(letter(annexes=(QUOTA, FORM))))
    quota, form = document.tables[-2:]
    assert quota.rows[0]._tr.trPr is not None
    assert quota.rows[0]._tr.trPr.find(".//{*}tblHeader") is not None
    assert [cell.text for cell in quota.rows[1].cells] == ["Kecamatan Contoh"] * 3
    assert [cell.text for cell in quota.rows[3].cells] == ["Jumlah", "Jumlah", "100"]
    assert len(form.rows) == 1 + FORM.blank_rows


def changed(kind: LetterKind, old: str, new: str) -> LetterTemplate:
    parts = read_package(resource("templates", f"{kind.value}.docx").read_bytes())
    text = parts[DOCUMENT].decode()
    assert old in text
    return LetterTemplate(write_package({**parts, DOCUMENT: text.replace(old, new).encode()}), "kantor.docx")


def test_a_placeholder_without_a_value_is_an_error() -> None:
    with pytest.raises(BadTemplate, match=r"kantor\.docx"):
        changed(LetterKind.SE_BUPATI, "{{ judul }}", "{{ judull }}").render(letter())


@pytest.mark.parametrize("code", ["{{ judul.__class__.__mro__ }}", "{{ judul.__init__.__globals__ }}"])
def test_a_template_cannot_reach_beyond_its_values(code: str) -> None:
    with pytest.raises(BadTemplate):
        changed(LetterKind.SE_BUPATI, "{{ judul }}", code).render(letter())


def test_filters_work_on_raw_figures() -> None:
    template = changed(LetterKind.SE_BUPATI, "{{ judul }}", "{{ angka.kuota | terbilang }}, {{ angka.hari | tanggal }}")
    text = "\n".join(everything(template.render(letter(figures={"kuota": 100, "hari": "2026-03-12"}))))
    assert "seratus, 12 Maret 2026" in text


def cells(loop: str) -> LetterTemplate:
    """A template with a table at its end, of which one row has a cell per recipient."""
    around = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid><w:tr>"
        f"<w:tc><w:p><w:r><w:t>{{%{loop} %}}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>{%tc endfor %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
    )
    return changed(LetterKind.SE_BUPATI, "<w:body>", f"<w:body>{around}")


def test_cells_in_loops_go_the_slow_way() -> None:
    template = cells("tc for x in penerima")
    assert template.slow
    table = opened(template.render(letter(recipients=("a & b", "c", "d")))).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["a & b", "c", "d"]
    assert len(table.columns) == 3


def test_a_template_that_tears_paragraphs_apart_is_refused_and_not_mended_in_silence() -> None:
    torn = changed(
        LetterKind.SE_BUPATI, "<w:t>{%p for teks in l.catatan %}</w:t>", "<w:t>{% for teks in l.catatan %}</w:t>"
    )
    with pytest.raises(BadTemplate, match="memotong paragraf"):
        torn.render(letter(annexes=(QUOTA,)))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("{{ judul", "ditulis|keliru"), ("{{ judul | lucu }}", "keliru"), ("{{ 1 / 0 }}", "tidak dapat dihitung"),
        ("{{ judul + 1 }}", "tidak dapat dihitung"), ("{{ judull }}", "isian “judull” tidak dikenal"),
        ("{{ angka.kuotaa }}", "isian “kuotaa” tidak dikenal"), ("{% include 'x' %}", "tidak dapat dihitung"),
        ("{{ judul.upper() }}", "isian “upper” tidak dikenal"), ("{{ judul | attr('upper') }}", "keliru"),
        ("{{ penerima.append('x') }}", "isian “append” tidak dikenal"), ("{{ kop['keys'] }}", "isian “keys” tidak dikenal"),
        ("{{ cycler }}", "isian “cycler” tidak dikenal"), ("{{ '%s' | safe }}", "keliru"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_template_is_said_in_indonesian(code: str, words: str) -> None:
    with pytest.raises(BadTemplate, match=words):
        changed(LetterKind.SE_BUPATI, "{{ judul }}", code).render(letter())


def test_braces_that_docxtpl_would_change_stay_as_they_are_in_data() -> None:
    text = "\n".join(everything(TEMPLATES[LetterKind.SE_BUPATI].render(letter(title="{_{ judul }_} {_% x %_}"))))
    assert "{_{ judul }_} {_% x %_}" in text


def test_a_template_can_write_braces_itself() -> None:
    template = changed(LetterKind.SE_BUPATI, "{{ judul }}", "{_{ judul }_}")
    assert "{{ judul }}" in "\n".join(everything(template.render(letter())))


def test_pictures_in_loops_have_numbers_of_their_own() -> None:
    picture = re.search(
        r"<w:drawing>.*?</w:drawing>", TEMPLATES[LetterKind.SE_BUPATI].parts[DOCUMENT].decode(), re.DOTALL
    )
    assert picture is not None
    loop = "{% for x in penerima %}</w:t>" + picture[0] + "<w:t>{% endfor %}"
    data = changed(LetterKind.SE_BUPATI, "{{ judul }}", loop).render(letter(recipients=("a", "b", "c")))
    numbers = re.findall(r'<wp:docPr[^>]*? id="(\d+)"', read_package(data)[DOCUMENT].decode())
    assert len(numbers) > 3
    assert len(numbers) == len(set(numbers))


def test_properties_are_filled_and_cut_where_word_ends_them() -> None:
    parts = read_package(resource("templates", "se-bupati.docx").read_bytes())
    core = re.sub(r"<dc:title>.*?</dc:title>", "<dc:title>{{ judul }}</dc:title>", parts["docProps/core.xml"].decode())
    template = LetterTemplate(write_package({**parts, "docProps/core.xml": core.encode()}), "kantor.docx")
    assert opened(template.render(letter(title="A & <B>"))).core_properties.title == "A & <B>"
    assert opened(template.render(letter(title="x" * 300))).core_properties.title == "x" * 255
    assert opened(template.render(letter(title="x" * 254 + "&&"))).core_properties.title == "x" * 254 + "&"


def test_notes_with_placeholders_are_filled_once() -> None:
    parts = read_package(resource("templates", "se-bupati.docx").read_bytes())
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = f"<w:footnotes {names}><w:footnote w:id='2'><w:p><w:r><w:t>{{{{ judul }}}}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    template = LetterTemplate(write_package({**parts, "word/footnotes.xml": note.encode()}), "kantor.docx")
    assert "{{ nomor }}" in read_package(template.render(letter(title="{{ nomor }}")))["word/footnotes.xml"].decode()


def test_styles_of_tables_are_found_by_their_names() -> None:
    parts = read_package(resource("templates", "se-bupati.docx").read_bytes())
    styles = parts["word/styles.xml"].decode().replace('"IsiTabel"', '"Gaya7"')
    document = parts[DOCUMENT].decode().replace('"IsiTabel"', '"Gaya7"')
    renamed = {**parts, "word/styles.xml": styles.encode(), DOCUMENT: document.encode()}
    data = LetterTemplate(write_package(renamed), "kantor.docx").render(letter(annexes=(QUOTA,)))
    style = opened(data).tables[-1].cell(2, 0).paragraphs[0].style
    assert style is not None
    assert style.name == "Isi Tabel"


@pytest.mark.parametrize("data", [b"", b"bukan zip", write_package({"a.txt": b"x"})])
def test_what_is_no_word_document_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(BadTemplate, match="bukan dokumen Word"):
        LetterTemplate(data, "surat.docx")


def test_an_empty_letterhead_address_leaves_no_line() -> None:
    head = Letterhead(lines=("BUPATI CONTOH",))
    document = opened(TEMPLATES[LetterKind.SE_BUPATI].render(letter(letterhead=head)))
    assert "Jalan" not in "".join(p.text for p in document.paragraphs)
