"""The first start: a workspace for an office, one with sample data, or one out of a backup."""

import shutil
from contextlib import ExitStack, closing
from pathlib import Path

from desktop_app.domain.errors import DamagedDatabase
from desktop_app.domain.office import Office
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.backups import restore_backup, restore_from_file
from desktop_app.operations.demo import fill_demo
from desktop_app.operations.offices import save_office
from desktop_app.operations.workspace import Workspace, is_workspace, open_workspace

DEMO_FOLDER = "Cakupan Contoh"


def begin_workspace(folder: Path, office: Office, tick: Tick = silent) -> Workspace:
    """A new workspace in `folder` for `office`, open; a folder that was made for it goes again when that is stopped.

    Raises:
        WorkspaceError, DiskFull, Cancelled: there is no new workspace.
    """
    new = not folder.exists()
    tick(0, 2)
    with ExitStack() as undo:
        if new:
            undo.callback(shutil.rmtree, folder, ignore_errors=True)
        workspace = open_workspace(folder)
        undo.callback(workspace.close)
        tick(1, 2)
        save_office(workspace, office)
        undo.pop_all()
    return workspace


def open_demo(folder: Path, tick: Tick = silent) -> Workspace:
    """The workspace with sample data in `folder`, open; stopped half way, the next time goes on from there."""
    with ExitStack() as undo:
        workspace = open_workspace(folder)
        undo.callback(workspace.close)
        fill_demo(workspace, tick)
        undo.pop_all()
    return workspace


def workspace_of_backup(path: Path) -> Path | None:
    """The workspace whose folder of backups `path` lies in; None for a file that lies elsewhere."""
    folder = path.resolve().parent.parent
    return folder if is_workspace(folder) else None


def restore_into(folder: Path, path: Path, tick: Tick = silent) -> Workspace:
    """Open the workspace in `folder` as the backup at `path` has it; what is there now is kept as a backup first.

    Raises:
        BadBackup, NewerDatabase, WorkspaceBusy, DiskFull, Cancelled: nothing changed.
    """
    tick(0, 1)
    if not is_workspace(folder):
        return restore_from_file(path, folder)
    try:
        present = open_workspace(folder)
    except DamagedDatabase:
        return restore_from_file(path, folder)
    with closing(present):
        return restore_backup(present, path)
