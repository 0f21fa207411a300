"""Letters afterwards: made again, numbered, held against the figures of today."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from desktop_app.domain.letterbook_errors import UnknownLetter
from desktop_app.domain.letters import LetterKind, PointText, Split
from desktop_app.operations.import_sheet import list_imports, undo_imports
from desktop_app.operations.letters.freshness import freshness
from desktop_app.operations.letters.numbering import give_number
from desktop_app.operations.letters.remake import NotKept, remade, renumbered
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.templates import edit_template
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.offices import list_letters, name_office
from desktop_app.operations.workspace import Workspace
from desktop_app.store import letters
from tests.operations.compliance.lists import SAKTI, company_list, vulnerable
from tests.operations.letters.test_write import text_of
from tests.operations.sheets import FEBRUARY, MARCH, recap

DAY = date(2026, 11, 24)
APRIL = date(2026, 4, 30)


def test_made_again_it_is_the_same_whatever_has_changed_since(
    klungkung: Workspace, folder: Path, tmp_path: Path
) -> None:
    first = make_letters(klungkung, LetterRequest())
    was = first.path.read_bytes()
    first.path.unlink()
    recap(klungkung, folder, APRIL, {"51.05": 700})
    name_office(klungkung, head="I Nyoman Baru")
    template = edit_template(klungkung, LetterKind.SE_BUPATI)
    document = Document(str(template))
    document.add_paragraph("Kalimat baru dari kantor.")
    document.save(str(template))
    made = remade(klungkung, first.ids[0], tmp_path / "lagi.docx")
    assert made.same
    assert made.path.read_bytes() == was


def test_every_letter_of_a_batch_is_the_same_again(klungkung: Workspace, tmp_path: Path) -> None:
    written = make_letters(klungkung, LetterRequest(split=Split.PER_KECAMATAN))
    for number, path in zip(written.ids, written.paths, strict=True):
        made = remade(klungkung, number, tmp_path / "lagi.docx")
        assert made.same
        assert made.path.read_bytes() == path.read_bytes()


def test_what_cannot_be_made_again_says_so(klungkung: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UnknownLetter):
        remade(klungkung, 99, tmp_path / "x.docx")
    with klungkung.sessions.begin() as session:
        old = letters.NewLetter(kind="se-bupati", subject="Lama", region="51.05", path="lama.docx", figures={})
        [number] = letters.add_letters(session, [old], "petugas", list_imports(klungkung)[0].imported_at)
    with pytest.raises(NotKept, match="Lama"):
        remade(klungkung, number, tmp_path / "x.docx")
    assert not (tmp_path / "x.docx").exists()


def test_a_number_goes_into_the_file(klungkung: Workspace, tmp_path: Path) -> None:
    written = make_letters(klungkung, LetterRequest())
    [entry] = give_number(klungkung, written.ids[0], DAY).entries
    told = text_of(written.path)
    assert entry.text in told
    assert "24 November 2026" in told
    made = remade(klungkung, written.ids[0], tmp_path / "lagi.docx")
    assert made.same
    assert made.path.read_bytes() == written.path.read_bytes()


def test_a_draft_that_was_edited_gets_its_number_and_keeps_the_edits(klungkung: Workspace) -> None:
    written = make_letters(klungkung, LetterRequest())
    document = Document(str(written.path))
    document.add_paragraph("Tambahan dari Bagian Hukum.")
    document.save(str(written.path))
    numbered = give_number(klungkung, written.ids[0], DAY)
    told = text_of(written.path)
    assert numbered.entries[0].text in told
    assert "24 November 2026" in told
    assert "Tambahan dari Bagian Hukum." in told
    assert list_letters(klungkung)[0].path == str(written.path)
    again = renumbered(klungkung, written.ids[0])
    assert again.path == written.path


def test_a_draft_without_a_place_for_the_number_stays_and_the_numbered_one_lies_beside_it(
    klungkung: Workspace,
) -> None:
    written = make_letters(klungkung, LetterRequest())
    document = Document()
    document.add_paragraph("Ditulis ulang seluruhnya.")
    document.save(str(written.path))
    was = written.path.read_bytes()
    numbered = give_number(klungkung, written.ids[0], DAY)
    beside = written.path.with_stem(f"{written.path.stem} (bernomor)")
    assert written.path.read_bytes() == was
    assert numbered.entries[0].text in text_of(beside)
    assert list_letters(klungkung)[0].path == str(beside)


def test_numbers_of_a_batch_reach_the_file_for_printing_and_the_list(klungkung: Workspace) -> None:
    written = make_letters(klungkung, LetterRequest(split=Split.PER_KECAMATAN))
    numbered = give_number(klungkung, written.ids, DAY)
    assert written.merged is not None
    assert written.index is not None
    together = text_of(written.merged)
    for entry, path in zip(numbered.entries, written.paths, strict=True):
        assert entry.text in text_of(path)
        assert entry.text in together


def changes(workspace: Workspace, number: int) -> dict[str, tuple[str, str]]:
    found = freshness(workspace, [number])[number].changes
    return {
        one.title: (one.then.replace("\N{NO-BREAK SPACE}", " "), one.now.replace("\N{NO-BREAK SPACE}", " "))
        for one in found
    }


def test_fresh_until_newer_figures_come(klungkung: Workspace, folder: Path) -> None:
    [number] = make_letters(klungkung, LetterRequest()).ids
    assert changes(klungkung, number) == {}
    recap(klungkung, folder, APRIL, {"51.05": 700})
    assert changes(klungkung, number) == {
        "Peserta aktif": ("560", "700"),
        "Cakupan": ("56,00 %", "70,00 %"),
        "Bulan data": ("31 Maret 2026", "30 April 2026"),
    }
    found = freshness(klungkung, [number])[number]
    assert found.old
    assert found.words.startswith("surat ini memakai angka lama: Peserta aktif 560 menjadi 700; ")


def test_a_chosen_month_is_held_against_itself(klungkung: Workspace, folder: Path) -> None:
    [number] = make_letters(klungkung, LetterRequest(period=MARCH)).ids
    recap(klungkung, folder, APRIL, {"51.05": 700})
    assert changes(klungkung, number) == {}
    recap(klungkung, folder, MARCH, {"51.05": 570})
    assert changes(klungkung, number) == {"Peserta aktif": ("560", "570"), "Cakupan": ("56,00 %", "57,00 %")}


def test_figures_that_a_letter_does_not_speak_of_do_not_make_it_old(klungkung: Workspace, folder: Path) -> None:
    [number] = make_letters(klungkung, LetterRequest()).ids
    company_list(klungkung, folder, APRIL, [("AA000009", "PT Contoh Baru", "Dawan", 7, 7, 0, 0, "PATUH")])
    assert changes(klungkung, number) == {}


def test_each_letter_of_a_batch_by_its_own_figures(klungkung: Workspace, folder: Path) -> None:
    written = make_letters(klungkung, LetterRequest(split=Split.PER_KECAMATAN))
    recap(klungkung, folder, MARCH, {"51.05": 560, "51.05.01": 120, "51.05.02": 200, "51.05.03": 130, "51.05.04": 120})
    old = [number for number, found in freshness(klungkung, written.ids).items() if found.old]
    assert old == [written.ids[0]]


def test_a_letter_whose_figures_are_gone_says_so(klungkung: Workspace) -> None:
    [number] = make_letters(klungkung, LetterRequest()).ids
    undo_imports(klungkung, [one.id for one in list_imports(klungkung) if one.kind == "rekap"])
    assert changes(klungkung, number)["Peserta aktif"] == ("560", "belum ada")


def test_an_old_letter_without_request_is_held_against_the_newest(klungkung: Workspace) -> None:
    figures = {"wilayah": "51.05", "peserta": 500, "penyebut": 1000, "bulan": FEBRUARY.isoformat()}
    with klungkung.sessions.begin() as session:
        old = letters.NewLetter(kind="se-bupati", subject="Lama", region="51.05", path="lama.docx", figures=figures)
        [number] = letters.add_letters(session, [old], "petugas", list_imports(klungkung)[0].imported_at)
    assert changes(klungkung, number) == {
        "Peserta aktif": ("500", "560"),
        "Bulan data": ("28 Februari 2026", "31 Maret 2026"),
    }


def test_a_company_that_is_no_longer_listed(klungkung: Workspace, folder: Path) -> None:
    written = make_letters(
        klungkung, LetterRequest(subject="perusahaan", kind=LetterKind.IMBAUAN, split=Split.PER_PERUSAHAAN)
    )
    company_list(klungkung, folder, APRIL, [("AA000001", "PT Contoh Patuh", "Nusa Penida", 11, 10, 0, 0, "PATUH")])
    found = freshness(klungkung, written.ids)
    assert found[written.ids[0]].old
    assert found[written.ids[1]].why == "Penerima surat ini tidak ada lagi di daftar penerima."


def test_vulnerable_workers_make_a_letter_old_where_it_names_them(klungkung: Workspace, folder: Path) -> None:
    own = PointText(key="lain-1", title="Daftar", text="Sudah tercatat {{ calon_tercatat }} calon peserta.")
    [number] = make_letters(klungkung, LetterRequest(points=(own,))).ids
    vulnerable(klungkung, folder, APRIL, [(40, date(1990, 1, 1), SAKTI, "APBDes")], sender="Sakti")
    assert changes(klungkung, number) == {
        "Pekerja rentan dalam daftar": ("9", "7"),
        "Bulan daftar pekerja rentan": ("31 Maret 2026", "30 April 2026"),
    }
