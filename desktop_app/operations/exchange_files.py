"""Workbooks with a password, to be exchanged with other offices instead of loose Excel files."""

from pathlib import Path

from desktop_app.documents.files import replacing
from desktop_app.documents.locked import lock_workbook, unlock_workbook
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import room_for
from desktop_app.store import audit


def lock_file(workspace: Workspace, source: Path, password: str, target: Path | None = None) -> Path:
    """Write `source` (.xlsx) with a password beside the reports; Excel and LibreOffice ask for it. The source stays.

    Raises:
        as `lock_workbook`: a weak password, or no workbook; FileInUse, UnusableTarget, DiskFull. Nothing was written.
    """
    path = target or _free(workspace.reports / f"{source.stem} (bersandi).xlsx")
    with room_for(path):
        lock_workbook(source, path, password)
    _record(workspace, "kunci berkas", path.name)
    return path


def unlock_file(workspace: Workspace, source: Path, password: str, target: Path | None = None) -> Path:
    """Write a locked workbook without its password, so that it can be imported. As `unlock_workbook`."""
    data = unlock_workbook(source, password)
    path = target or _free(source.with_name(f"{source.stem} (tanpa sandi).xlsx"))
    with room_for(path), replacing(path) as beside:
        beside.write_bytes(data)
    _record(workspace, "buka sandi berkas", path.name)
    return path


def _free(path: Path) -> Path:
    taken, number = path, 2
    while path.exists():
        path, number = taken.with_stem(f"{taken.stem} {number}"), number + 1
    return path


def _record(workspace: Workspace, what: str, detail: str) -> None:
    with workspace.sessions.begin() as session:
        audit.record(session, what, detail, present_user(), now())
