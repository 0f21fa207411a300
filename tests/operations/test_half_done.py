"""Imports that wait: kept with what was said, gone on with, looked at anew; and what is remembered of their sender."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.domain.errors import Cancelled, UnknownDraft
from desktop_app.domain.questions import Answers, TableAnswer
from desktop_app.operations.drafts import discard_draft, list_drafts
from desktop_app.operations.half_done import (
    FileState,
    ProblemChoice,
    keep_wanted,
    look_again,
    problem_page,
    problems_chosen,
    resume,
    store_checked,
)
from desktop_app.operations.import_sheet import ImportRequest, check_sheet, import_sheet, list_imports
from desktop_app.operations.sender_memory import KnownLayout, known_layouts
from desktop_app.operations.workspace import Workspace

HEADER = ("NO", "NIK", "NAMA LENGKAP", "TANGGAL LAHIR", "JENIS KELAMIN", "KELURAHAN", "KECAMATAN", "KOTA/KAB")
WAYAN = (1, "5105014101909001", "Ni Wayan Contoh", "01-01-1990", "P", "Suana", "Nusa Penida", "Kab. Klungkung")
SHORT = (2, "51050102029190", "I Nyoman Kurang", "02-02-1991", "L", "Suana", "Nusa Penida", "Kab. Klungkung")


def written(path: Path, *rows: tuple[object, ...], header: tuple[str, ...] = HEADER) -> Path:
    book = Workbook()
    for row in (("DAFTAR PESERTA AKTIF PER 31 JANUARI 2026",), (), header, *rows):
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def test_what_was_said_waits_with_the_draft(workspace: Workspace, tmp_path: Path) -> None:
    request = ImportRequest(path=written(tmp_path / "peserta.xlsx", WAYAN, SHORT))
    report = check_sheet(workspace, request)
    assert resume(workspace, report.draft).wanted == request
    answers = Answers(
        tables={"Sheet!A3": TableAnswer(kind="pekerja_rentan", period=date(2026, 1, 31), columns={"C": "mother"})},
        places={"desa:selat": "51.03.06.2001"}, cells={"Sheet!B5": "5105010202919002"},
    )  # fmt: skip
    wanted = replace(request, sender="Cabang", complete=True, answers=answers)
    keep_wanted(workspace, report.draft, wanted)
    half = resume(workspace, report.draft)
    assert (half.checked, half.wanted, half.file) == (request, wanted, FileState.SAME)
    assert half.report == report


def test_the_file_of_a_draft_may_have_changed_or_gone(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path / "peserta.xlsx", WAYAN)
    draft = check_sheet(workspace, ImportRequest(path=path)).draft
    written(path, WAYAN, SHORT)
    assert resume(workspace, draft).file is FileState.CHANGED
    path.unlink()
    half = resume(workspace, draft)
    assert (half.file, half.report.counts.new) == (FileState.GONE, 1)
    assert store_checked(workspace, draft, half.checked).counts.new == 1


def test_a_draft_that_went_is_told_but_what_was_said_of_it_is_no_error(workspace: Workspace, tmp_path: Path) -> None:
    request = ImportRequest(path=written(tmp_path / "peserta.xlsx", WAYAN))
    draft = check_sheet(workspace, request).draft
    discard_draft(workspace, draft)
    keep_wanted(workspace, draft, request)
    assert list_drafts(workspace) == []
    with pytest.raises(UnknownDraft):
        resume(workspace, draft)
    with pytest.raises(UnknownDraft):
        problems_chosen(workspace, draft, ProblemChoice())


def test_another_sender_is_looked_at_without_reading_again(workspace: Workspace, tmp_path: Path) -> None:
    older = import_sheet(workspace, ImportRequest(path=written(tmp_path / "lama.xlsx", WAYAN), sender="Cabang"))
    request = ImportRequest(path=written(tmp_path / "baru.xlsx", WAYAN, SHORT))
    draft = check_sheet(workspace, request).draft
    request.path.unlink()
    [beside] = look_again(workspace, draft, replace(request, sender="Cabang")).tables[0].beside
    assert beside.id == older.tables[0].import_id
    [table] = look_again(workspace, draft, replace(request, sender="Cabang", replaces=(beside.id,))).tables
    assert [record.id for record in table.replaced] == [beside.id]
    assert resume(workspace, draft).checked.replaces == (beside.id,)


def test_stopped_before_it_begins_nothing_is_stored(workspace: Workspace, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    request = ImportRequest(path=written(tmp_path / "peserta.xlsx", WAYAN))
    draft = check_sheet(workspace, request).draft
    with pytest.raises(Cancelled):
        store_checked(workspace, draft, request, stop)
    assert list_imports(workspace) == []
    assert [record.name for record in list_drafts(workspace)] == [draft]


def test_problems_come_page_by_page(workspace: Workspace, tmp_path: Path) -> None:
    draft = check_sheet(workspace, ImportRequest(path=written(tmp_path / "peserta.xlsx", WAYAN, SHORT))).draft
    choice = ProblemChoice(code="nik_length")
    found = problems_chosen(workspace, draft, choice)
    assert found.count == 1
    assert "nik_length" in [reason.code for reason in found.reasons]
    assert [problem.cell for problem in problem_page(workspace, draft, choice, 0, 200)] == ["B5"]


def test_a_form_is_known_again_and_its_drift_told(workspace: Workspace, tmp_path: Path) -> None:
    first = ImportRequest(path=written(tmp_path / "lama.xlsx", WAYAN), sender="Cabang")
    report = check_sheet(workspace, first)
    assert known_layouts(report) == {}
    store_checked(workspace, report.draft, first)
    again = written(tmp_path / "sama.xlsx", WAYAN, SHORT)
    same = check_sheet(workspace, ImportRequest(path=again, sender="Cabang"))
    assert known_layouts(same) == {"Sheet!A3": KnownLayout(exact=True)}
    assert known_layouts(check_sheet(workspace, ImportRequest(path=again, sender="Desa"))) == {}
    header = tuple("TGL LAHIR" if name == "TANGGAL LAHIR" else name for name in HEADER)
    changed = written(tmp_path / "lain.xlsx", WAYAN, header=header)
    other = check_sheet(workspace, ImportRequest(path=changed, sender="Cabang"))
    drift = KnownLayout(False, ("TGL LAHIR",), ("tanggal lahir",))
    assert known_layouts(other) == {"Sheet!A3": drift}
