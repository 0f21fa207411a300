"""What was done in a workspace is recorded, once each, and a restore does not wipe the record."""

from pathlib import Path

from desktop_app.operations.backups import back_up_now, restore_backup
from desktop_app.operations.import_sheet import ImportRequest, import_sheet, list_imports, undo_imports
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.offices import list_events, name_office
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.write_summary import SummaryRequest, make_summary
from desktop_app.resources import resource

SHEET = resource("samples", "Rekap Bali 2023-2025.xlsx")


def done(workspace: Workspace, count: int) -> list[tuple[str, str]]:
    return [(event.what, event.detail) for event in reversed(list_events(workspace, count))]


def test_imports_office_letters_and_summaries_are_recorded(filled: Workspace, tmp_path: Path) -> None:
    [newest, *_] = list_imports(filled)
    undo_imports(filled, [newest.id])
    name_office(filled, chief="Ni Luh Baru")
    make_letters(filled, LetterRequest(target=tmp_path / "se.docx"))
    make_summary(filled, SummaryRequest(target=tmp_path / "ringkasan.xlsx"))
    assert done(filled, 4) == [
        ("urungkan impor", str(newest.id)),
        ("data kantor", "Dinas Tenaga Kerja"),
        ("buat surat", "se.docx"),
        ("buat ringkasan", "ringkasan.xlsx"),
    ]
    assert all(event.by for event in list_events(filled, 4))


def test_an_import_is_recorded_once(workspace: Workspace) -> None:
    tables = len(import_sheet(workspace, ImportRequest(path=SHEET)).tables)
    import_sheet(workspace, ImportRequest(path=SHEET))
    assert done(workspace, 10) == [("impor", f"{SHEET.name}: {tables} tabel")]


def test_a_restore_is_recorded_beside_what_it_took_back(filled: Workspace) -> None:
    before = done(filled, 100)
    backup = back_up_now(filled)
    [newest, *_] = list_imports(filled)
    undo_imports(filled, [newest.id])
    restored = restore_backup(filled, backup.path)
    assert done(restored, 100) == [
        *before, ("urungkan impor", str(newest.id)), ("pulihkan cadangan", backup.path.name),
    ]  # fmt: skip
    restored.close()
