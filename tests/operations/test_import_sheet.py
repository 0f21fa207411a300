"""Importing through the operation: all of a workbook or none of it, once, and back again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import event, text

from desktop_app.domain.errors import Cancelled, DiskFull, MissingPeriod, NoTable, NotAWorkbook, UnknownImport
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import Table
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
from desktop_app.store import imports, listed
from desktop_app.store.imports import StoredTable

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
    with pytest.raises(NoTable):
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


def two_sheets(path: Path) -> Path:
    """The same woman in two sheets of one workbook, each with a row that waits."""
    book = Workbook()
    for title in ("PU", "BPU"):
        sheet = book.active if title == "PU" else book.create_sheet()
        assert isinstance(sheet, Worksheet)
        sheet.title = title
        place = ("Suana", "Nusa Penida", "Kab. Klungkung")
        for row in (
            HEADER,
            (1, "5105014101900001", "Ni Wayan Rekaan", "01-01-1990", "P", *place),
            (2, "510501", "I Nyoman Kurang", "02-02-1991", "L", *place),
        ):
            sheet.append(row)
    book.save(path)
    return path


def test_a_check_counts_a_workbook_as_its_import_will(workspace: Workspace, tmp_path: Path) -> None:
    request = ImportRequest(path=two_sheets(tmp_path / "dua.xlsx"), period=JANUARY, sender="Cabang")
    checked = check_sheet(workspace, request)
    assert [(report.counts.new, report.counts.same) for report in checked.tables] == [(1, 0), (0, 1)]
    stored = import_sheet(workspace, request)
    assert [report.counts for report in stored.tables] == [report.counts for report in checked.tables]
    assert [report.import_id for report in checked.tables] == [None, None]
    assert sorted(record.counts.parked for record in list_imports(workspace)) == [1, 1]


def test_a_workbook_whose_second_table_fails_leaves_nothing(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = imports.store_table

    def fail(session: Any, table: Table, *rest: Any) -> StoredTable:
        if table.sheet == "BPU":
            raise RuntimeError("di tengah jalan")
        return real(session, table, *rest)

    monkeypatch.setattr(imports, "store_table", fail)
    with pytest.raises(RuntimeError):
        import_sheet(workspace, ImportRequest(path=two_sheets(tmp_path / "dua.xlsx"), period=JANUARY))
    assert list_imports(workspace) == []


def test_a_full_disk_is_told_and_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.sessions() as session:
        pages = session.scalar(text("PRAGMA page_count"))
    many = [
        (n, f"510501410190{n:04d}", "Ni Wayan Rekaan", "01-01-1990", "P", "Suana", "Nusa Penida", "Kab. Klungkung")
        for n in range(1, 3000)
    ]
    request = ImportRequest(path=written(tmp_path / "banyak.xlsx", HEADER, *many), period=JANUARY)
    event.listen(workspace.sessions.engine, "checkout", lambda raw, *_: raw.execute(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(DiskFull) as refused:
        import_sheet(workspace, request)
    assert "tidak berubah" in refused.value.hint
    assert list_imports(workspace) == []


def test_what_is_stored_already_needs_no_backup(workspace: Workspace, tmp_path: Path) -> None:
    request = ImportRequest(path=people(tmp_path / "peserta.xlsx"), period=JANUARY)
    import_sheet(workspace, request)
    made = backups_of(workspace)
    assert import_sheet(workspace, request).already
    assert backups_of(workspace) == made


def test_an_import_says_what_it_replaces_and_what_stays_beside_it(workspace: Workspace, tmp_path: Path) -> None:
    old = ImportRequest(path=people(tmp_path / "lama.xlsx"), period=JANUARY, sender="Cabang")
    [first] = import_sheet(workspace, old).tables
    new = replace(old, path=two_sheets(tmp_path / "baru.xlsx"))
    assert {record.id for table in check_sheet(workspace, new).tables for record in table.beside} == {first.import_id}
    report = import_sheet(workspace, replace(new, complete=True))
    assert [record.id for table in report.tables for record in table.replaced] == [first.import_id]
    undo_imports(workspace, [table.import_id for table in report.tables if table.import_id is not None])
    assert [record.state for record in list_imports(workspace)][-1] == "tersimpan"


def test_a_declared_scope_reaches_further_than_the_rows(workspace: Workspace, tmp_path: Path) -> None:
    path = people(tmp_path / "lengkap.xlsx")
    segments = (Segment.PU, Segment.BPU, Segment.JAKON)
    request = ImportRequest(
        path=path, period=JANUARY, sender="Cabang", complete=True, region="Kabupaten Klungkung", segments=segments
    )
    import_sheet(workspace, request)
    with workspace.sessions() as session:
        found = {each.region: each for each in listed.listed_people(session)}
    assert found["51.05"].complete
    assert not found["51"].complete


def test_an_import_that_is_not_there_cannot_be_replaced(workspace: Workspace, tmp_path: Path) -> None:
    request = ImportRequest(path=people(tmp_path / "peserta.xlsx"), period=JANUARY, replaces=(7,))
    with pytest.raises(UnknownImport, match="7"):
        import_sheet(workspace, request)
    assert list_imports(workspace) == []
