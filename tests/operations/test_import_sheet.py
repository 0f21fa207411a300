"""Importing through the operation: all of a workbook or none of it, once, and back again."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.domain.errors import Cancelled, EmptyWorkbook, MissingPeriod, NotAWorkbook, UnknownImport
from desktop_app.operations.backups import backups_of
from desktop_app.operations.import_sheet import (
    ImportRequest,
    check_sheet,
    import_sheet,
    list_imports,
    problems_of,
    undo_imports,
)
from desktop_app.operations.worker import in_worker
from desktop_app.operations.workspace import Workspace

HEADER = ("NO", "NIK", "NAMA LENGKAP", "TANGGAL LAHIR", "JENIS KELAMIN", "KELURAHAN", "KECAMATAN", "KOTA/KAB")
JANUARY = date(2026, 1, 31)


def written(path: Path, *rows: Sequence[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def people(path: Path) -> Path:
    return written(
        path,
        ("DAFTAR PESERTA AKTIF",),
        (),
        HEADER,
        (1, "5105014101900001", "Ni Wayan & “Contoh”", "01-01-1990", "P", "Suana", "Nusa Penida", "Kab. Klungkung"),
        (2, "5105010202910002", "I Made Rekaan", "02-02-1991", "L", "Suana", "Nusa Penida", "Kab. Klungkung"),
        (3, "51050102029100", "I Nyoman Kurang", "02-02-1991", "L", "Suana", "Nusa Penida", "Kab. Klungkung"),
    )


def test_check_says_what_import_does_and_stores_nothing(workspace: Workspace, tmp_path: Path) -> None:
    request = ImportRequest(path=people(tmp_path / "peserta.xlsx"), period=JANUARY, sender="Cabang")
    checked = check_sheet(workspace, request)
    assert list_imports(workspace) == []
    stored = import_sheet(workspace, request)
    assert checked.counts == stored.counts
    assert (stored.counts.new, stored.counts.parked) == (2, 1)
    assert stored.counts.read == 5
    assert backups_of(workspace)


def test_a_parked_row_is_named_and_kept(workspace: Workspace, tmp_path: Path) -> None:
    report = import_sheet(workspace, ImportRequest(path=people(tmp_path / "peserta.xlsx"), period=JANUARY))
    [table] = report.tables
    assert table.import_id is not None
    waiting = [p for p in problems_of(workspace, table.import_id) if p.state == "menunggu"]
    assert [(p.row, p.column, p.value) for p in waiting] == [(6, "NIK", "51050102029100")]


def test_importing_twice_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    request = ImportRequest(path=people(tmp_path / "peserta.xlsx"), period=JANUARY)
    import_sheet(workspace, request)
    again = import_sheet(workspace, request)
    assert again.already
    assert (again.counts.new, again.counts.changed) == (0, 0)
    assert len([record for record in list_imports(workspace) if record.state == "tersimpan"]) == 1


def test_undo_takes_the_import_back(workspace: Workspace, tmp_path: Path) -> None:
    request = ImportRequest(path=people(tmp_path / "peserta.xlsx"), period=JANUARY)
    [table] = import_sheet(workspace, request).tables
    assert table.import_id is not None
    undo_imports(workspace, [table.import_id])
    assert [record.state for record in list_imports(workspace)] == ["diurungkan"]
    assert import_sheet(workspace, request).counts.new == 2
    with pytest.raises(UnknownImport):
        undo_imports(workspace, [table.import_id])


def test_a_sheet_without_a_month_is_refused_with_the_way_out(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(MissingPeriod, match="Bulan data"):
        import_sheet(workspace, ImportRequest(path=people(tmp_path / "peserta.xlsx")))
    assert list_imports(workspace) == []


def test_bad_files_store_nothing(workspace: Workspace, tmp_path: Path) -> None:
    picture = tmp_path / "foto.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    with pytest.raises(NotAWorkbook):
        import_sheet(workspace, ImportRequest(path=picture))
    with pytest.raises(EmptyWorkbook):
        import_sheet(workspace, ImportRequest(path=written(tmp_path / "kosong.xlsx")))
    assert list_imports(workspace) == []


def test_a_cancelled_import_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        import_sheet(workspace, ImportRequest(path=people(tmp_path / "peserta.xlsx"), period=JANUARY), stop)
    assert list_imports(workspace) == []


def test_the_worker_process_answers_and_refuses_like_the_operation(workspace: Workspace, tmp_path: Path) -> None:
    def watch(done: int, total: int) -> None:
        pass

    request = ImportRequest(path=people(tmp_path / "peserta.xlsx"), period=JANUARY)
    report = in_worker(import_sheet, workspace.folder, watch, request)
    assert report.counts.new == 2
    assert len(list_imports(workspace)) == 1
    bad = tmp_path / "surat.xlsx"
    bad.write_text("Yth. Bapak")
    with pytest.raises(NotAWorkbook, match=r"surat\.xlsx") as refused:
        in_worker(import_sheet, workspace.folder, watch, ImportRequest(path=bad))
    assert refused.value.hint


def test_a_stopped_worker_stores_nothing(workspace: Workspace, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    request = ImportRequest(path=people(tmp_path / "peserta.xlsx"), period=JANUARY)
    with pytest.raises(Cancelled):
        in_worker(import_sheet, workspace.folder, stop, request)
    assert list_imports(workspace) == []
