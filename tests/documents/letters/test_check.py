"""What is wrong with a template is said by name and paragraph, before anything is rendered."""

import io
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.letters.check import ProblemKind, TemplateProblem, check_template
from desktop_app.documents.letters.package import read_package, write_package
from desktop_app.domain.letters import LetterKind
from desktop_app.resources import resource

SE = resource("templates", "se-bupati.docx").read_bytes()


def made(*lines: str, change: Callable[[WordDocument], None] | None = None) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if change:
        change(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def found(*lines: str, change: Callable[[WordDocument], None] | None = None) -> list[tuple[str, str, int]]:
    """Kind, name and paragraph of all that is wrong, save what a short example leaves out."""
    problems = check_template(made(*lines, change=change), LetterKind.SE_BUPATI)
    return [(one.what.value, one.name, one.paragraph) for one in problems if one.what is not ProblemKind.MISSING]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Nomor {{ nomor }}",), []),
        (("Nomor {{ nomr }}",), [("unknown", "nomr", 1)]),
        (("Surat", "", "{{ kop.bari }}"), [("unknown", "kop.bari", 3)]),
        (("{{ kop['bari'] }}",), [("unknown", "kop.bari", 1)]),
        (("{%p for l in lampiran %}", "{{ l.judl }}", "{%p endfor %}"), [("unknown", "l.judl", 2)]),
        (("{%p for l in lampirn %}", "{{ l.judul }}", "{%p endfor %}"), [("unknown", "lampirn", 1)]),
        (("{%p for l in lampiran %}", "x", "{%p endfor %}", "{{ l.judul }}"), [("unknown", "l", 4)]),
        (("{%p for b in isi %}", "{{ loop.indeks }}", "{%p endfor %}"), [("unknown", "loop.indeks", 2)]),
        (("{%p for b in isi %}", "{{ loop.previtem.tes }}", "{%p endfor %}"), [("unknown", "loop.previtem.tes", 2)]),
        (("{{ isi[0].tes }} {{ isi[0].teks }}",), [("unknown", "isi.tes", 1)]),
        (("{{ (tembusan | first).x }}",), [("unknown", "tembusan.x", 1)]),
        (("{{ angka.apa_saja | terbilang }} {{ angka.x.y }}",), []),
        (("{{ angka.kuota | rupia }}",), [("unknown", "rupia", 1)]),
        (("{{ nomor | rupiah }} {{ tembusan | join(', ') }} {{ kop.baris | last | upper }}",), []),
        (("{{ (angka.kuota * 12 * angka.iuran) | rupiah }}",), []),
        (("{{ nomor if tembusan is defind else judul }}",), [("unknown", "defind", 1)]),
        (("{% set n = penanda_tangan.nama %}{{ n }} {{ n.x }}",), [("unknown", "n.x", 1)]),
        (("{% if b.jenis %}x{% endif %}",), [("unknown", "b", 1)]),
        (("{{ nomor }} {{ “a” ~ judul }} {{ kop[‘alamat’] }}",), []),
    ],
)  # fmt: skip
def test_names_are_followed_through_loops_and_filters(
    lines: tuple[str, ...], expected: list[tuple[str, str, int]]
) -> None:
    assert found(*lines) == expected


@pytest.mark.parametrize(
    "attack",
    [
        "{{ nomor.__class__ }}",
        "{{ nomor['__class__'] }}",
        "{{ angka.__init__.__globals__ }}",
        "{{ nomor | attr('__class__') }}",
        "{{ tembusan | map(attribute='__class__') | list }}",
        "{{ nomor.format(nomor) }}",
        "{{ range(999999999) }}",
        "{{ lipsum() }}",
        "{{ cycler('a').next() }}",
        "{{ self.__init__ }}",
        "{{ ().__class__.__bases__[0] }}",
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{% macro f() %}{% endmacro %}",
        "{{ judul | safe }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x' * 999999999 }}",
        "{{ nomor * 999999999 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ nomor | center(999999999) }}",
        "{% autoescape false %}{{ judul }}{% endautoescape %}",
    ],
)
def test_a_template_that_reaches_further_is_refused(attack: str) -> None:
    problems = [one for one in check_template(made(attack), LetterKind.SE_BUPATI) if one.fatal]
    assert problems
    assert problems[0].paragraph == 1
    assert problems[0].text == attack


@pytest.mark.parametrize(
    ("lines", "where", "why"),
    [
        (("{{ nomor }",), 1, "tidak berpasangan"),
        (("{ nomor }}",), 1, "tidak berpasangan"),
        (("x", "{%p if tembusan"), 2, "tidak berpasangan"),
        (("{{ nomor +}}",), 1, "tidak dapat dibaca"),
        (("{{ }}",), 1, "tidak dapat dibaca"),
        (("x", "{%p fro b in isi %}", "{%p endfor %}"), 3, "tidak ada pembukanya"),
        (("x", "{%p foreach b in isi %}"), 2, "tidak dapat dibaca"),
        (("{%p if tembusan %}", "x"), 1, "“if” tidak ditutup dengan “endif”"),
        (("{%p for x in tembusan %}", "{%p if x %}", "{%p endfor %}"), 3, "“endfor” tidak ada pembukanya"),
        (("{%p else %}",), 1, "“else” tidak ada pembukanya"),
        (("{%p if tembusan %} Tembusan:", "{%p endif %}"), 1, "sendirian"),
        (("{%p if tembusan %}", "x", "{% endif %}"), 3, "di tempat lain"),
        (("{%p for l in lampiran %}", "{{ l.tabel }}", "{%p endfor %}"), 2, "“{{p l.tabel }}”"),
        (("{{p nomor }}",), 1, "tanpa huruf p"),
    ],
)  # fmt: skip
def test_braces_and_loops_must_be_whole(lines: tuple[str, ...], where: int, why: str) -> None:
    problems = check_template(made(*lines), LetterKind.SE_BUPATI)
    [problem] = [one for one in problems if one.what is ProblemKind.SYNTAX]
    assert problem.paragraph == where
    assert why in problem.sentence
    assert problem.text == lines[where - 1]
    assert not [one for one in problems if one.what is ProblemKind.MISSING]


def test_a_loop_that_begins_in_a_cell_and_ends_outside_is_found() -> None:
    def table(document: WordDocument) -> None:
        cell = document.add_table(1, 1).rows[0].cells[0]
        cell.paragraphs[0].text = "{%p for x in tembusan %}"
        document.add_paragraph("{%p endfor %}")

    assert found(change=table) == [("syntax", "", 2)]


def test_tables_heads_and_feet_are_read() -> None:
    def places(document: WordDocument) -> None:
        document.add_paragraph("biasa")
        document.add_table(1, 2).rows[0].cells[1].paragraphs[0].text = "{{ salah_tabel }}"
        document.sections[0].header.paragraphs[0].text = "{{ salah_kepala }}"
        document.sections[0].footer.paragraphs[0].text = "{{ salah_kaki }}"

    problems = [
        one for one in check_template(made(change=places), LetterKind.SE_BUPATI) if one.what is ProblemKind.UNKNOWN
    ]
    assert [(one.name, one.paragraph, one.place) for one in problems] == [
        ("salah_tabel", 3, ""), ("salah_kaki", 1, "kaki halaman"), ("salah_kepala", 1, "kepala halaman"),
    ]  # fmt: skip
    assert "paragraf 1 di kaki halaman" in problems[1].sentence


def test_rows_of_a_table_may_be_repeated() -> None:
    def table(document: WordDocument) -> None:
        rows = document.add_table(3, 2).rows
        for row, text in zip(rows, ("{%tr for x in tembusan %}", "{{ x }}", "{%tr endfor %}"), strict=True):
            row.cells[0].paragraphs[0].text = text

    assert found(change=table) == []


def test_a_name_that_word_split_into_runs_is_read_whole() -> None:
    def runs(document: WordDocument) -> None:
        paragraph = document.add_paragraph("{{ no")
        paragraph.add_run("mo").bold = True
        paragraph.add_run("r }} {{ nom")
        paragraph.add_run("ar }}")

    assert found(change=runs) == [("unknown", "nomar", 1)]


def test_a_sentence_names_paragraph_and_what_may_be_meant() -> None:
    [problem] = [
        one
        for one in check_template(made("Yth.", "{{ penerma | first }}"), LetterKind.SE_BUPATI)
        if one.name == "penerma"
    ]
    assert problem.sentence == "Isian “penerma” pada paragraf 2 tidak dikenal. Mungkin maksudnya “penerima”."
    assert problem.text == "{{ penerma | first }}"


def changed(old: str, new: str, kind: str = "se-bupati") -> tuple[TemplateProblem, ...]:
    parts = read_package(resource("templates", f"{kind}.docx").read_bytes())
    text = parts["word/document.xml"].decode()
    assert old in text
    return check_template(
        write_package({**parts, "word/document.xml": text.replace(old, new).encode()}), LetterKind(kind)
    )


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("{{ judul }}", "", ["judul"]),
        ("{{ tempat }}", "", ["tempat"]),
        ("{{ penanda_tangan.nama }}", "", ["penanda_tangan.nama"]),
        ("{{ b.teks }}", "", ["isi.teks"]),
        ('elif b.jenis == "butir"', 'elif b.jenis == "sub"', ["isi.jenis == butir"]),
        ("{{p l.tabel }}", "", ["lampiran.tabel"]),
    ],
)
def test_what_a_template_leaves_out_is_listed_but_keeps_no_letter_back(old: str, new: str, missing: list[str]) -> None:
    problems = changed(old, new)
    assert [one.name for one in problems] == missing
    assert not any(one.fatal for one in problems)
    assert all("tidak akan muncul dalam surat" in one.sentence for one in problems)


def test_a_head_of_region_needs_no_nip_a_head_of_a_dinas_does() -> None:
    assert changed("penanda_tangan.nip", "penanda_tangan.nama") == ()
    names = [one.name for one in changed("penanda_tangan.nip", "penanda_tangan.nama", "se-kepala-dinas")]
    assert names == ["penanda_tangan.nip"]


def test_a_kind_of_paragraph_that_no_letter_has_is_unknown() -> None:
    problems = changed('b.jenis == "huruf"', 'b.jenis == "hurup"')
    assert [(one.what.value, one.name) for one in problems] == [("unknown", "hurup"), ("missing", "isi.jenis == huruf")]
    assert "huruf" in problems[0].sentence


def test_a_whole_list_left_out_is_said_once() -> None:
    names = [one.name for one in check_template(made("{{ nomor }}"), LetterKind.SE_BUPATI)]
    assert "isi" in names
    assert "isi.teks" not in names
    assert "angka" not in names
    assert "nomor" not in names


STRICT = (
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
)
LINK = (
    b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"'
    b' Target="http://contoh.invalid/x" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "bukan dokumen Word"),
        (b"{\\rtf1 }", "bukan dokumen Word"),
        (SE[:20_000], "bukan dokumen Word"),
        (write_package({"a.txt": b""}), "bukan dokumen Word"),
        (write_package({**read_package(SE), "word/document.xml": b"<w:document"}), "bukan dokumen Word"),
        (write_package({**read_package(SE), "word/document.xml": read_package(SE)["word/document.xml"].replace(*STRICT)}), "bukan dokumen Word"),
        (write_package({**read_package(SE), "word/vbaProject.bin": b"x"}), "makro"),
        (write_package({**read_package(SE), "word/embeddings/a.bin": b"x"}), "makro"),
        (write_package({**read_package(SE), "word/x.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "definisi XML"),
        (write_package({**read_package(SE), "word/_rels/settings.xml.rels": read_package(SE)["word/_rels/document.xml.rels"].replace(b"</Relationships>", LINK % b"attachedTemplate")}), "luar berkas"),
    ],
    ids=["empty", "rtf", "cut", "zip", "xml", "strict", "macro", "embedded", "doctype", "link"],
)  # fmt: skip
def test_what_is_no_plain_word_document_is_refused(data: bytes, why: str) -> None:
    problems = check_template(data, LetterKind.SE_BUPATI)
    assert [one.what for one in problems] == [ProblemKind.NOT_WORD]
    assert why in problems[0].sentence
    assert problems[0].fatal


def test_a_link_to_a_page_may_stand_in_a_letter() -> None:
    parts = read_package(SE)
    rels = parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", LINK % b"hyperlink")
    assert check_template(write_package({**parts, "word/_rels/document.xml.rels": rels}), LetterKind.SE_BUPATI) == ()


def test_an_expression_nested_without_end_is_refused() -> None:
    [problem] = check_template(made("{{ " + "(" * 20_000 + ")" * 20_000 + " }}"), LetterKind.SE_BUPATI)
    assert problem.what is ProblemKind.SYNTAX


@given(st.text(alphabet="{}%p #nomor.|[]'\"“” ifendfor()=_0", max_size=40))
def test_no_text_makes_the_check_fail(text: str) -> None:
    for problem in check_template(made(text), LetterKind.SE_BUPATI):
        assert problem.sentence.endswith((".", "”."))
