"""Every subject, in every kind and style, with all facts and with none: what it says, and that it invents nothing."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from desktop_app.documents.letters.annexes import annex_words
from desktop_app.documents.letters.content import CONTENT_OF, BlockKind, LetterContent
from desktop_app.documents.letters.draft import Draft
from desktop_app.documents.letters.filling import placeholders_in
from desktop_app.documents.letters.letter_texts import LetterText, Subject
from desktop_app.documents.letters.subjects import subject_of, subjects
from desktop_app.documents.letters.table_reading import WrongText
from desktop_app.documents.letters.writing import compose
from desktop_app.domain.indonesian import NBSP
from desktop_app.domain.letters import LetterKind, LetterStyle, Split
from desktop_app.resources import resource
from tests.documents.letters.letter_facts import BARE, FULL, TO_COMPANY, TO_KECAMATAN, TO_VILLAGE, based

KEYS = (
    "rentan-desa", "non-asn", "perusahaan", "bukti-perizinan", "jakon-desa", "asn-csr", "desa-adat",
    "laporan-terlambat",
)  # fmt: skip
ALL = [(subject, kind, style) for subject in subjects() for kind in subject.kinds for style in LetterStyle]
FACTS = {"semua": FULL, "tanpa angka": BARE, "desa": TO_VILLAGE, "kecamatan": TO_KECAMATAN, "perusahaan": TO_COMPANY}
KNOWN = Draft.of(LetterKind.SE_BUPATI, "rentan-desa", BARE).words | annex_words({})


def named(value: object) -> str:
    return value.key if isinstance(value, Subject) else str(value)


def said(content: LetterContent) -> Iterator[str]:
    """Every text of a letter, annexes too."""
    for field in fields(content):
        if field.name != "figures":
            yield from texts_in(getattr(content, field.name))


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from texts_in(entry)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts_in(getattr(value, name))


def texts_of(text: LetterText) -> Iterator[tuple[str, str]]:
    """Every text of a letter that may hold placeholders, with where it stands."""
    for name in ("matter", "statement", "purpose", "lead", "closing"):
        yield name, getattr(text, name)
    for name in ("to", "own_to", "opening", "background", "aims", "scope", "copies"):
        yield from ((name, line) for line in getattr(text, name))
    for point in text.points:
        yield from ((point.key, line) for line in (point.text, point.without, *point.details))
        yield from ((point.key, line) for _, line in point.alternatives)


def test_the_subjects_are_those_of_the_office_in_their_order() -> None:
    assert tuple(subject.key for subject in subjects()) == KEYS


@pytest.mark.parametrize("subject", subjects(), ids=named)
def test_every_placeholder_in_every_text_is_a_word(subject: Subject) -> None:
    for text in subject.letters:
        for where, line in texts_of(text):
            assert set(placeholders_in(line)) <= set(KNOWN), f"{where}: {line}"
            assert "{%" not in line
        for point in text.points:
            assert set(point.needs) <= set(KNOWN)
            assert set(point.only) <= set(KEYS)


@pytest.mark.parametrize("subject", subjects(), ids=named)
def test_points_have_keys_of_their_own_and_a_kind_has_one_text(subject: Subject) -> None:
    kinds = [kind for text in subject.letters for kind in text.kinds]
    assert len(kinds) == len(set(kinds))
    assert LetterKind.NOTA_DINAS in kinds
    for text in subject.letters:
        keys = [point.key for point in text.points]
        assert len(keys) == len(set(keys))
        assert all(point.title for point in text.points)
        assert Split.SATU in text.splits


@pytest.mark.parametrize("subject", subjects(), ids=named)
def test_every_surat_edaran_has_both_styles(subject: Subject) -> None:
    circulars = [text for text in subject.letters if any(kind.value.startswith("se-") for kind in text.kinds)]
    assert circulars
    for text in circulars:
        assert text.structured
        assert text.statement.endswith((":",))
        assert text.purpose.startswith("untuk ")


@pytest.mark.parametrize(("subject", "kind", "style"), ALL, ids=named)
@pytest.mark.parametrize("which", FACTS)
def test_every_kind_and_style_is_finished_text(
    subject: Subject, kind: LetterKind, style: LetterStyle, which: str
) -> None:
    content = compose(kind, subject.key, style, based(FACTS[which], subject.key, kind))
    assert type(content) is CONTENT_OF[kind]
    for text in said(content):
        assert "None" not in text
        assert "{" not in text
        assert "}" not in text
        assert "  " not in text, text
        assert not re.search(r"[,;:]\.(?!\.)|(?<!\.)\.,| [,;:]|,,", text), text
        assert text == text.strip(" ")
    for block in content.blocks:
        assert block.text[-1] in ".:;" or block.text.endswith("dan") or block.kind is BlockKind.JUDUL, block.text


@pytest.mark.parametrize(("subject", "kind", "style"), ALL, ids=named)
def test_without_figures_nothing_is_counted(subject: Subject, kind: LetterKind, style: LetterStyle) -> None:
    """People, shares and months of data are in no sentence where no data were given."""
    for block in compose(kind, subject.key, style, BARE).blocks:
        assert not re.search(
            r"\d[\d.]* orang (?:dari|peserta)|menurut penyebut|target \w+ .* Tahun|per \d+ \w+ 20", block.text
        )
        assert "wilayah belum menyampaikan" not in block.text


@pytest.mark.parametrize(("subject", "kind", "style"), ALL, ids=named)
def test_marks_change_nothing_but_marks(subject: Subject, kind: LetterKind, style: LetterStyle) -> None:
    facts = based(FULL, subject.key, kind)
    plain, marked = compose(kind, subject.key, style, facts), compose(kind, subject.key, style, facts, marks=True)
    unmarked = [re.sub("[\ue000-\ue002]", "", text) for text in said(marked)]
    assert unmarked == list(said(plain))
    assert plain.figures == marked.figures
    assert not any("\ue000" in str(value) for value in marked.figures.values())


WRITTEN = "perlindungan|terlampir daftar|merubah|ijin|analisa|resiko|aktifitas|dihimbau|himbau|praktek|non ASN|per-desa|di rubah"


@pytest.mark.parametrize("subject", subjects(), ids=named)
def test_words_are_spelled_as_the_dictionary_has_them(subject: Subject) -> None:
    for text in subject.letters:
        for where, line in texts_of(text):
            assert not re.search(WRITTEN, line, re.IGNORECASE), f"{where}: {line}"


def test_amounts_in_texts_are_only_those_that_are_known() -> None:
    known = {"Rp100.000.000,00", "0,24%"}
    for subject in subjects():
        for text in subject.letters:
            for _, line in texts_of(text):
                assert set(re.findall(r"Rp[\d.,]*\d|\d+,\d+%", line)) <= known


def test_a_teguran_says_that_it_is_not_the_one_of_bpjs() -> None:
    text = " ".join(
        block.text for block in compose(LetterKind.TEGURAN, "perusahaan", LetterStyle.NARATIF, TO_COMPANY).blocks
    )
    assert "bukan teguran tertulis sebagaimana dimaksud dalam Peraturan Pemerintah Nomor 86 Tahun 2013" in text


def test_the_wording_on_dana_desa_is_the_clerks_choice() -> None:
    point = next(one for one in subjects()[0].points(LetterKind.SE_BUPATI) if one.key == "c")
    assert [name for name, _ in point.alternatives] == ["Di luar Dana Desa", "Termasuk Dana Desa"]


@pytest.mark.parametrize(
    ("change", "said_of_it"),
    [
        (('title = "Manfaat"', 'titel = "Manfaat"'), "rentan-desa.toml: letters 1: points 10: title is missing"),
        (('addressee = "desa"', "addressee = 3"), "rentan-desa.toml: addressee is no str"),
        (('kinds = ["se-bupati", "se-sekda", "se-kepala-dinas"]', 'kinds = ["se-gubernur"]'), "kinds “se-gubernur” is not known"),
        (('key = "iuran"', 'key = "iuran"\nlain = 1'), "points 4: unknown key lain"),
        (("place = 1", "place = = 1"), "rentan-desa.toml: "),
    ],
)  # fmt: skip
def test_a_wrong_key_names_file_and_entry(change: tuple[str, str], said_of_it: str, tmp_path: Path) -> None:
    path = tmp_path / "rentan-desa.toml"
    shipped = resource("letters", "rentan-desa.toml").read_text("utf-8")
    assert change[0] in shipped
    path.write_text(shipped.replace(*change, 1), "utf-8")
    with pytest.raises(WrongText, match=re.escape(said_of_it)):
        subject_of(path)


def test_the_blank_of_a_number_keeps_its_room() -> None:
    content = compose(LetterKind.SE_BUPATI, "rentan-desa", LetterStyle.NARATIF, BARE)
    assert content.number == f"500.15.14/{NBSP * 14}/DISNAKER/2026"
