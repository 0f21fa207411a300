"""The shipped Word templates: complete, each with its own letterhead and order, and fit to be edited in Word."""

import io
import re
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from build.make_templates import template
from desktop_app.documents.letters.check import check_template
from desktop_app.documents.letters.content import (
    CONTENT_OF,
    OPTIONAL,
    Annex,
    AnnexColumn,
    Block,
    BlockKind,
    Letterhead,
    Signature,
    placeholders_of,
)
from desktop_app.documents.letters.package import read_package, write_package
from desktop_app.documents.letters.template_shapes import Anything, ListOf, Record, Shape, shapes_of
from desktop_app.documents.letters.values import as_values
from desktop_app.documents.word import fill_template, placeholders
from desktop_app.domain.letters import LetterKind
from desktop_app.resources import resource
from tests.documents.letters.template_values import NARRATIVE, STRUCTURED, annex, values

STYLES = {
    "Kop Surat", "Kop Alamat", "Judul Surat", "Isi Surat", "Dasar Surat", "Butir Surat", "Sub Butir Surat", "Judul Bagian",
    "Huruf Surat", "Sub Huruf Surat", "Diktum", "Tanda Tangan", "Tembusan", "Tembusan Surat", "Kepala Lampiran",
    "Judul Lampiran", "Kepala Tabel", "Isi Tabel", "Catatan", "Perulangan",
}  # fmt: skip

every_kind = pytest.mark.parametrize("kind", list(LetterKind), ids=lambda kind: kind.value)


def path_of(kind: LetterKind) -> Path:
    return resource("templates", f"{kind.value}.docx")


def opened(kind: LetterKind) -> WordDocument:
    return Document(str(path_of(kind)))


def written(kind: LetterKind, folder: Path, **changed: Any) -> WordDocument:
    target = folder / "surat.docx"
    fill_template(path_of(kind), values(kind, **changed), target)
    return Document(str(target))


def lines(document: WordDocument) -> list[str]:
    """Text of all paragraphs, those of tables too, as they follow one another."""
    paragraphs = document.element.body.iter(qn("w:p"))
    texts = (
        "".join(
            piece.text or "\t"
            for piece in one.iter(qn("w:t"), qn("w:tab"))
            if piece.tag != qn("w:tab") or piece.getparent().tag == qn("w:r")
        )
        for one in paragraphs
    )
    return [text for text in texts if text]


def style_of(paragraph: Paragraph) -> str:
    assert paragraph.style is not None
    return str(paragraph.style.name)


@every_kind
def test_a_shipped_template_is_what_its_maker_makes(kind: LetterKind) -> None:
    shipped, made = read_package(path_of(kind).read_bytes()), read_package(template(kind.value))
    assert list(shipped) == list(made)
    differing = [name for name in shipped if not name.endswith(".png") and shipped[name] != made[name]]
    assert not differing


@every_kind
def test_a_shipped_template_asks_for_what_its_letter_has(kind: LetterKind) -> None:
    assert check_template(path_of(kind).read_bytes(), kind) == ()
    # A service note says when it was written, and not where.
    unseen = {"tempat"} if kind is LetterKind.NOTA_DINAS else set()
    assert placeholders(path_of(kind)) | unseen == set(placeholders_of(kind)) - OPTIONAL


BLOCK = Block(kind=BlockKind.BUTIR, text="Butir.")
ANNEX = Annex(label="LAMPIRAN", title="JUDUL", columns=(AnnexColumn(title="No.", width=1),), intro=("a",), notes=("b",))
OF_ALL: dict[str, Any] = {
    "letterhead": Letterhead(lines=("a",)), "blocks": (BLOCK,), "signature": Signature(titles=("a",), name="b"),
    "copies": ("a",), "annexes": (ANNEX,), "recipients": ("a",), "figures": {"kuota": 100},
}  # fmt: skip


@every_kind
def test_what_the_check_knows_is_what_a_letter_has(kind: LetterKind) -> None:
    content = CONTENT_OF[kind](**{one.name: OF_ALL.get(one.name, "a") for one in fields(CONTENT_OF[kind])})
    for name, value in as_values(content).items():
        assert agrees(shapes_of(kind)[name], value), name


def agrees(shape: Shape, value: object) -> bool:
    if isinstance(shape, ListOf):
        return isinstance(value, list) and agrees(shape.entry, value[0])
    if isinstance(shape, Record):
        # A letter may lack only what the templates ask for with “is defined”.
        names = set(shape.names) - {"ditandatangani"}
        return (
            isinstance(value, dict)
            and names <= set(value)
            and all(agrees(shape.names[key], value[key]) for key in value)
        )
    return isinstance(shape, Anything) or isinstance(value, str | bool)


@every_kind
def test_a_typo_in_any_name_is_found(kind: LetterKind) -> None:
    """Every name of every tag, one at a time, loses its last letter."""
    with zipfile.ZipFile(path_of(kind)) as package:
        parts = {
            name: package.read(name).decode()
            for name in package.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        }
    slips = [(part, slip) for part, text in parts.items() for slip in _slips(text)]
    assert len(slips) > 20
    unseen = [
        slip for part, slip in slips if not check_template(_with(kind, part, parts[part].replace(*slip, 1)), kind)
    ]
    assert not unseen


def _slips(text: str) -> list[tuple[str, str]]:
    found = {}
    for tag in re.findall(r"\{\{.*?\}\}|\{%.*?%\}", text):
        for name in re.findall(r"[a-z_]{3,}(?:\.[a-z_]+)*", tag):
            if name not in ("for", "endfor", "elif", "else", "endif", "and", "not"):
                found[tag] = tag.replace(name, name[:-1], 1)
    return list(found.items())


def _with(kind: LetterKind, part: str, text: str) -> bytes:
    return write_package({**read_package(path_of(kind).read_bytes()), part: text.encode()})


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


ORDER = {
    LetterKind.SE_BUPATI: (
        "BUPATI CONTOH", "PROVINSI BALI", "Yth. Camat se-Kabupaten Contoh", "di –", "Tempat", "SURAT EDARAN",
        "NOMOR 500.15.14/7/DISNAKER/2026", "TENTANG", "JUDUL SURAT EDARAN", "Pembuka surat.", "Undang-Undang Contoh;",
        "Butir pertama.", "Rincian pertama;", "Butir kedua.", "Rincian kedua.", "Demikian disampaikan.",
        "Ditetapkan di Kota Contoh", "pada tanggal 12 Maret 2026", "BUPATI CONTOH,", "I Made Contoh", "Tembusan:",
        "Gubernur Bali;",
    ),
    LetterKind.SE_KADIS: (
        "PEMERINTAH KABUPATEN CONTOH", "DINAS TENAGA KERJA", "Jalan Contoh 1", "Kota Contoh, 12 Maret 2026",
        "Yth. Camat se-Kabupaten Contoh", "di –", "Tempat", "SURAT EDARAN", "NOMOR 500.15.14/7/DISNAKER/2026", "TENTANG",
        "JUDUL SURAT EDARAN", "Pembuka surat.", "Undang-Undang Contoh;", "Butir pertama.", "Rincian pertama;",
        "Butir kedua.", "Rincian kedua.", "Demikian disampaikan.", "KEPALA DINAS TENAGA KERJA,", "I Made Contoh",
        "Pembina Tingkat I", "NIP 19700101 199503 1 001", "Tembusan:", "Gubernur Bali;",
    ),
    LetterKind.INSTRUKSI: (
        "BUPATI CONTOH", "PROVINSI BALI", "INSTRUKSI BUPATI CONTOH", "NOMOR 500.15.14/7/DISNAKER/2026", "TENTANG",
        "JUDUL SURAT EDARAN", "Dalam rangka contoh, dengan ini menginstruksikan:", "Kepada", ":",
        "Camat se-Kabupaten Contoh", "Untuk", ":", "KESATU\t:\tPerintah pertama.", "Rinciannya.",
        "KEDUA\t:\tPerintah kedua.", "Ditetapkan di Kota Contoh", "pada tanggal 12 Maret 2026", "BUPATI CONTOH,",
        "I Made Contoh", "Tembusan:", "Gubernur Bali;",
    ),
    LetterKind.TEGURAN: (
        "PEMERINTAH KABUPATEN CONTOH", "DINAS TENAGA KERJA", "Jalan Contoh 1", "Kota Contoh, 12 Maret 2026",
        "Nomor\t:\t500.15.14/7/DISNAKER/2026", "Sifat\t:\tSegera", "Lampiran\t:\t1 (satu) berkas", "Hal\t:\tHal surat",
        "Yth. Camat se-Kabupaten Contoh", "di –", "Tempat", "Pembuka surat.", "Undang-Undang Contoh;", "Butir pertama.",
        "Rincian pertama;", "Butir kedua.", "Rincian kedua.", "Demikian disampaikan.", "KEPALA DINAS TENAGA KERJA,",
        "I Made Contoh", "Pembina Tingkat I", "NIP 19700101 199503 1 001", "Tembusan:", "Gubernur Bali;",
    ),
    LetterKind.NOTA_DINAS: (
        "PEMERINTAH KABUPATEN CONTOH", "DINAS TENAGA KERJA", "Jalan Contoh 1", "NOTA DINAS", "Kepada\t:\tBupati Contoh",
        "Melalui\t:\tSekretaris Daerah", "Dari\t:\tKepala Dinas", "Tanggal\t:\t12 Maret 2026",
        "Nomor\t:\t500.15.14/7/DISNAKER/2026", "Sifat\t:\tSegera", "Lampiran\t:\t1 (satu) berkas", "Hal\t:\tHal surat",
        "Pembuka surat.", "Undang-Undang Contoh;", "Butir pertama.", "Rincian pertama;", "Butir kedua.", "Rincian kedua.",
        "Demikian disampaikan.", "KEPALA DINAS TENAGA KERJA,", "I Made Contoh", "Pembina Tingkat I",
        "NIP 19700101 199503 1 001", "Tembusan:", "Gubernur Bali;",
    ),
}  # fmt: skip
LIKE = {
    LetterKind.SE_SEKDA: LetterKind.SE_KADIS,
    LetterKind.IMBAUAN: LetterKind.TEGURAN,
    LetterKind.UNDANGAN: LetterKind.TEGURAN,
}


@every_kind
def test_a_letter_reads_from_letterhead_to_copies(kind: LetterKind, tmp_path: Path) -> None:
    if kind is LetterKind.IMBAUAN_BUPATI:
        whole = ORDER[LetterKind.TEGURAN]
        rest = [line for line in whole[3:-5] if line not in ("KEPALA DINAS TENAGA KERJA,", "I Made Contoh")]
        expected = ["BUPATI CONTOH", "PROVINSI BALI", *rest, "BUPATI CONTOH,", "I Made Contoh", *whole[-2:]]
    else:
        expected = list(ORDER[LIKE.get(kind, kind)])
    assert [line for line in lines(written(kind, tmp_path)) if line] == expected


def test_many_recipients_are_a_numbered_list(tmp_path: Path) -> None:
    letter = written(LetterKind.SE_BUPATI, tmp_path, penerima=["Camat", "Perbekel"])
    found = [(paragraph.text, style_of(paragraph)) for paragraph in letter.paragraphs if paragraph.text]
    start = found.index(("Yth.", "Tujuan Surat"))
    assert found[start + 1 : start + 4] == [
        ("Camat", "Penerima Surat"),
        ("Perbekel", "Penerima Surat"),
        ("di –", "Tujuan Surat"),
    ]


def test_a_body_with_headings_keeps_text_below_its_heading(tmp_path: Path) -> None:
    letter = written(LetterKind.SE_SEKDA, tmp_path, isi=[*STRUCTURED, NARRATIVE[0]])
    body = [
        (style_of(one), one.text)
        for one in letter.paragraphs
        if style_of(one).split()[0] in ("Judul", "Isi", "Huruf", "Sub", "Penutup")
    ]
    assert body[-6:] == [
        ("Judul Bagian", "Latar Belakang"), ("Isi Bagian", "Latar yang panjang."), ("Judul Bagian", "Isi Edaran"),
        ("Huruf Surat", "Huruf pertama."), ("Sub Huruf Surat", "Angka di dalamnya."), ("Penutup Surat", "Pembuka surat."),
    ]  # fmt: skip


def test_what_is_empty_leaves_no_line(tmp_path: Path) -> None:
    letter = lines(written(LetterKind.NOTA_DINAS, tmp_path, melalui="", tembusan=[]))
    assert not [line for line in letter if line.startswith(("Melalui", "Tembusan"))]


@every_kind
def test_names_from_outside_stay_whole(kind: LetterKind, tmp_path: Path) -> None:
    name = "CV “A & B” <i>\u200f{{ nomor }} 🙂 'x' " + "n" * 300
    letter = written(kind, tmp_path, isi=[{"jenis": "butir", "teks": name, "label": name}])
    assert name in lines(letter)


@every_kind
def test_each_annex_has_pages_of_its_own(kind: LetterKind, tmp_path: Path) -> None:
    letter = written(
        kind,
        tmp_path,
        lampiran=[annex("LAMPIRAN I"), annex("LAMPIRAN II", across=True), annex("LAMPIRAN III", table=False)],
    )
    wide = [int(section.page_width or 0) > int(section.page_height or 0) for section in letter.sections]
    # The last one is Word's own, of the document: the writer of letters puts the one before it in its place.
    assert wide == [False, False, True, False, False]
    text = lines(letter)
    for label in ("LAMPIRAN I", "LAMPIRAN II", "LAMPIRAN III"):
        assert text[text.index(label) :].index(f"JUDUL {label}") <= 6
    assert text.count("SEL TABEL") == 2
    heads = [style_of(one) for one in letter.paragraphs if one.text in ("LAMPIRAN I", "LAMPIRAN II")]
    assert heads == ["Kepala Lampiran", "Kepala Lampiran Mendatar"]


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


def test_an_annex_is_signed_where_it_asks_for_it(tmp_path: Path) -> None:
    signed, form = annex("LAMPIRAN I") | {"ditandatangani": True}, annex("LAMPIRAN II")
    text = lines(written(LetterKind.SE_BUPATI, tmp_path, lampiran=[signed, form]))
    ends = [text.index("Gubernur Bali;"), text.index("LAMPIRAN II"), len(text)]
    assert [text[: end + 1].count("I Made Contoh") for end in ends] == [1, 2, 2]


def test_copies_stay_on_one_page_apart_from_the_signature(tmp_path: Path) -> None:
    letter = written(LetterKind.SE_BUPATI, tmp_path)
    assert letter.styles["Tembusan Surat"].paragraph_format.keep_with_next
    styles = [style_of(one) for one in letter.paragraphs]
    assert styles[styles.index("Tembusan") - 2 : styles.index("Tembusan")] == ["Tanda Tangan", "Akhir Bagian"]
    assert not letter.styles["Akhir Bagian"].paragraph_format.keep_with_next


def test_a_deputy_on_the_paper_of_a_head_of_region_has_rank_and_nip(tmp_path: Path) -> None:
    signature = {"jabatan": ["a.n. BUPATI CONTOH", "Sekretaris Daerah,"], "nama": "N", "pangkat": "Pembina", "nip": "1"}
    text = lines(written(LetterKind.SE_BUPATI, tmp_path, penanda_tangan=signature))
    assert text[text.index("a.n. BUPATI CONTOH") :][:5] == [
        "a.n. BUPATI CONTOH",
        "Sekretaris Daerah,",
        "N",
        "Pembina",
        "NIP 1",
    ]


@every_kind
def test_a_template_is_small(kind: LetterKind) -> None:
    """716 letters lie in one folder."""
    assert path_of(kind).stat().st_size < 45_000
    assert not [
        name for name in zipfile.ZipFile(io.BytesIO(path_of(kind).read_bytes())).namelist() if "customXml" in name
    ]
