"""The office's templates: its own copy once it is edited, checked before anything is written, and always restored."""

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.text.paragraph import Paragraph

from desktop_app.documents.letters.pack import BadPack
from desktop_app.domain.errors import MissingFile
from desktop_app.domain.letters import LetterKind
from desktop_app.operations.letters.packs import export_pack, import_pack
from desktop_app.operations.letters.plan import plan_letter
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.templates import (
    TemplateRefused,
    edit_template,
    list_templates,
    restore_template,
    shipped_path,
    template_of,
)
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.offices import list_letters
from desktop_app.operations.workspace import Workspace
from tests.operations.letters.test_write import text_of

SE = LetterKind.SE_BUPATI


def add(path: Path, text: str) -> int:
    """Write a paragraph at the end of a template; its number as Word counts."""
    document = Document(str(path))
    document.add_paragraph(text)
    document.save(str(path))
    return len(document.paragraphs)


def test_the_shipped_ones_serve_until_one_is_edited(klungkung: Workspace) -> None:
    assert [(one.kind, one.own) for one in list_templates(klungkung)] == [(kind, False) for kind in LetterKind]
    path = edit_template(klungkung, SE)
    assert path == klungkung.templates / "se-bupati.docx"
    assert path.read_bytes() == shipped_path(SE).read_bytes()
    assert [one.kind for one in list_templates(klungkung) if one.own] == [SE]
    assert template_of(klungkung, SE).problems == ()
    add(path, "Kalimat tetap dari Bagian Hukum.")
    assert edit_template(klungkung, SE) == path
    assert "Kalimat tetap dari Bagian Hukum." in text_of(make_letters(klungkung, LetterRequest(kind=SE)).path)


def test_a_typo_is_named_with_its_paragraph_before_anything_is_written(klungkung: Workspace) -> None:
    path = edit_template(klungkung, SE)
    add(path, "Nomor: {{ nomer }}")
    [problem] = template_of(klungkung, SE).refusing
    assert problem.name == "nomer"
    assert problem.paragraph > 0
    with pytest.raises(TemplateRefused, match="nomer") as refused:
        make_letters(klungkung, LetterRequest(kind=SE))
    assert f"paragraf {problem.paragraph}" in str(refused.value)
    assert list_letters(klungkung) == []
    assert not klungkung.letters.exists() or not any(klungkung.letters.iterdir())


def test_the_wizard_says_what_is_wrong_and_still_shows_all_else(klungkung: Workspace) -> None:
    add(edit_template(klungkung, SE), "{{ nomer }}")
    plan = plan_letter(klungkung, LetterRequest(kind=SE))
    assert plan.pages is None
    assert len(plan.trouble) == 1
    assert "nomer" in plan.trouble[0]
    assert plan.points
    restore_template(klungkung, SE)
    assert plan_letter(klungkung, LetterRequest(kind=SE)).pages is not None


def test_what_the_office_leaves_out_is_said_and_letters_are_made(klungkung: Workspace) -> None:
    path = edit_template(klungkung, SE)
    document = Document(str(path))
    places = [n for n, paragraph in enumerate(document.paragraphs) if "tembusan" in paragraph.text]
    for paragraph in document.paragraphs[places[0] : _end(document.paragraphs, places[0]) + 1]:
        paragraph._element.getparent().remove(paragraph._element)
    document.save(str(path))
    template = template_of(klungkung, SE)
    assert template.refusing == ()
    assert [problem.name for problem in template.notes] == ["tembusan"]
    assert plan_letter(klungkung, LetterRequest(kind=SE)).notes
    assert make_letters(klungkung, LetterRequest(kind=SE)).path.is_file()


def _end(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the condition that begins at `start` ends."""
    depth = 0
    for place in range(start, len(paragraphs)):
        depth += len(re.findall(r"\{%p\s*(?:if|for)\b", paragraphs[place].text))
        depth -= len(re.findall(r"\{%p\s*end", paragraphs[place].text))
        if depth == 0:
            return place
    raise AssertionError("without an end")


def test_a_file_that_is_no_word_document(klungkung: Workspace) -> None:
    edit_template(klungkung, SE).write_text("bukan Word")
    with pytest.raises(TemplateRefused, match="bukan dokumen Word"):
        make_letters(klungkung, LetterRequest(kind=SE))


def test_restored_the_office_s_own_is_kept_with_its_date(klungkung: Workspace) -> None:
    path = edit_template(klungkung, SE)
    add(path, "Kalimat kantor.")
    was = path.read_bytes()
    kept = restore_template(klungkung, SE)
    assert kept is not None
    assert kept.parent == klungkung.templates / "lama"
    assert kept.read_bytes() == was
    assert not template_of(klungkung, SE).own
    assert restore_template(klungkung, SE) is None


def test_a_pack_from_office_to_office(klungkung: Workspace, tmp_path: Path) -> None:
    path = edit_template(klungkung, SE)
    add(path, "Kalimat kantor.")
    sent = path.read_bytes()
    pack = export_pack(klungkung, tmp_path / "kami.templat")
    add(path, "Kalimat lain.")
    changed = path.read_bytes()
    taken = import_pack(klungkung, pack)
    assert taken.kinds == tuple(sorted(LetterKind))
    assert taken.office == "Dinas Tenaga Kerja"
    assert path.read_bytes() == sent
    assert [one.read_bytes() for one in taken.kept] == [changed]
    assert import_pack(klungkung, pack).kept == ()


def test_a_pack_with_a_template_that_cannot_be_filled_changes_nothing(klungkung: Workspace, tmp_path: Path) -> None:
    path = edit_template(klungkung, SE)
    add(path, "{{ nomer }}")
    pack = export_pack(klungkung, tmp_path / "kami.templat", [SE])
    restore_template(klungkung, SE)
    with pytest.raises(BadPack, match="nomer"):
        import_pack(klungkung, pack)
    assert not path.exists()


def test_packs_that_are_none(klungkung: Workspace, tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        import_pack(klungkung, tmp_path / "tidak ada.templat")
    bad = tmp_path / "lain.templat"
    with zipfile.ZipFile(bad, "w") as package:
        package.writestr("manifes.json", "{}")
    with pytest.raises(BadPack):
        import_pack(klungkung, bad)
    assert not klungkung.templates.exists() or not any(klungkung.templates.iterdir())
