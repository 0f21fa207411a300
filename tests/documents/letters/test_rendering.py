"""Letters from templates: the quick way gives what docxtpl gives, text stays text, the same letter the same bytes."""

import re
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.documents.letters.content import Block, BlockKind, Letterhead
from desktop_app.documents.letters.package import read_package, write_package
from desktop_app.documents.letters.rendering import DOCUMENT, LetterTemplate
from desktop_app.documents.word import BadTemplate
from desktop_app.domain.letters import LetterKind
from desktop_app.resources import resource
from tests.documents.letters.contents import FORM, HOSTILE, QUOTA, letter


def template(kind: LetterKind) -> LetterTemplate:
    return LetterTemplate(resource("templates", f"{kind.value}.docx").read_bytes(), f"{kind.value}.docx")


TEMPLATES = {kind: template(kind) for kind in LetterKind}


def opened(data: bytes) -> WordDocument:
    return Document(BytesIO(data))


def across(document: WordDocument) -> list[bool]:
    """Of every section, whether its pages lie across."""
    return [(s.page_width or 0) > (s.page_height or 0) for s in document.sections]


def everything(data: bytes) -> str:
    """All text of the document with its styles, in order, and of its tables."""
    document = opened(data)
    lines = [f"{p.style.name if p.style else ''}|{p.text}" for p in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*lines, *cells])


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_shipped_template_is_filled_the_quick_way(kind: LetterKind) -> None:
    assert not TEMPLATES[kind].slow


@pytest.mark.parametrize("kind", list(LetterKind))
def test_the_quick_way_gives_what_docxtpl_gives(kind: LetterKind) -> None:
    content = letter(kind, annexes=(QUOTA, FORM))
    quick, slow = TEMPLATES[kind].render(content), TEMPLATES[kind]._rendered_slowly(content)
    assert everything(quick) == everything(slow)
    assert [s.orientation for s in opened(quick).sections] == [s.orientation for s in opened(slow).sections]
    assert read_package(quick).keys() == read_package(slow).keys()


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_data_stays_text(text: str) -> None:
    shown = re.sub("[\x00-\x08]", " ", text)
    content = letter(blocks=(Block(kind=BlockKind.BUTIR, text=text),), recipients=(text,))
    document = opened(TEMPLATES[LetterKind.SE_BUPATI].render(content))
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Butir Surat"] == [shown]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120), st.sampled_from(list(LetterKind)))
def test_any_text_gives_the_same_letter_both_ways(text: str, kind: LetterKind) -> None:
    content = letter(kind, number=text, blocks=(Block(kind=BlockKind.BUTIR, text=text),))
    assert everything(TEMPLATES[kind].render(content)) == everything(TEMPLATES[kind]._rendered_slowly(content))


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
    text = everything(template.render(letter(figures={"kuota": 100, "hari": "2026-03-12"})))
    assert "seratus, 12 Maret 2026" in text


def test_what_only_docxtpl_can_do_goes_the_slow_way() -> None:
    assert changed(LetterKind.SE_BUPATI, "{{ judul }}", "{%tc for a in penerima %}").slow
    assert not changed(LetterKind.SE_BUPATI, "{{ judul }}", "{{r judul }}").slow


@pytest.mark.parametrize("data", [b"", b"bukan zip", write_package({"a.txt": b"x"})])
def test_what_is_no_word_document_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(BadTemplate, match="bukan dokumen Word"):
        LetterTemplate(data, "surat.docx")


def test_an_empty_letterhead_address_leaves_no_line() -> None:
    head = Letterhead(lines=("BUPATI CONTOH",))
    document = opened(TEMPLATES[LetterKind.SE_BUPATI].render(letter(letterhead=head)))
    assert "Jalan" not in "".join(p.text for p in document.paragraphs)
