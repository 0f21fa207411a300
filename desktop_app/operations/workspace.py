"""The workspace: one folder with the database, backups, letters, reports, pictures and log of an office."""

import getpass
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.domain.errors import WorkspaceError
from desktop_app.operations.reference import load_reference
from desktop_app.store.database import Sessions, open_database

DATABASE = "cakupan.db"


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open workspace. `sessions` opens units of work on its database."""

    folder: Path
    sessions: Sessions

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    @property
    def backups(self) -> Path:
        return self.folder / "cadangan"

    @property
    def drafts(self) -> Path:
        return self.folder / "draf"

    @property
    def letters(self) -> Path:
        return self.folder / "surat"

    @property
    def reports(self) -> Path:
        return self.folder / "laporan"

    @property
    def pictures(self) -> Path:
        return self.folder / "gambar"

    @property
    def returned(self) -> Path:
        return self.folder / "balasan"

    @property
    def templates(self) -> Path:
        return self.folder / "templat"

    def close(self) -> None:
        self.sessions.close()


def open_workspace(folder: Path) -> Workspace:
    """Open the workspace in `folder`, made there when it is new: schema to its newest form, regions loaded.

    Several windows may have one workspace open: writers wait for each other, readers for nobody.

    Raises:
        WorkspaceError: the folder cannot be made or written; DamagedDatabase, NewerDatabase: its database cannot be
            opened; WorkspaceBusy: another window has it to itself for too long; DiskFull.
    """
    folder = folder.resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(folder)
    except OSError as error:
        raise WorkspaceError(str(folder)) from error
    workspace = Workspace(folder, open_database(folder / DATABASE))
    load_reference(workspace.sessions)
    return workspace


def is_workspace(folder: Path) -> bool:
    """Whether an office has worked in `folder` before."""
    return (folder / DATABASE).is_file()


def present_user() -> str:
    """Who works here, as the computer knows them; for the record of what was done."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "tidak diketahui"


def now() -> datetime:
    """Local time to the second, as records and screens show it."""
    return datetime.now().replace(microsecond=0)
