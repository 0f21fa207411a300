"""Backups of the workspace: made at start and before each import, opened and checked, restored from the window."""

import logging
from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from pathlib import Path

from desktop_app.domain.errors import BadBackup, DamagedDatabase, WorkspaceError
from desktop_app.domain.records import AuditEvent, Backup
from desktop_app.operations.workspace import DATABASE, Workspace, now, open_workspace, present_user
from desktop_app.store import audit, backup

log = logging.getLogger(__name__)

_KEPT: tuple[tuple[int, Callable[[Backup], Hashable]], ...] = (
    (10, lambda one: one.path),
    (14, lambda one: one.made_at.date()),
    (12, lambda one: (one.made_at.year, one.made_at.month)),
)
"""Backups kept: the last ten, the last of each of fourteen days, the last of each of twelve months."""


def back_up_now(workspace: Workspace) -> Backup:
    """A checked backup of the database as it is. BadBackup, DiskFull, WorkspaceError: there is none."""
    try:
        made = backup.back_up(workspace.database, workspace.backups, now())
    except OSError as error:
        raise WorkspaceError(str(workspace.backups)) from error
    _thin_out(workspace.backups)
    return made


def backups_of(workspace: Workspace) -> list[Backup]:
    """Newest first."""
    return backup.list_backups(workspace.backups)


def restore_backup(workspace: Workspace, path: Path) -> Workspace:
    """Put the database back to the backup at `path`; the present one is kept as a backup first.

    The record of what was done goes on: what the backup does not know of it is added.

    Raises:
        BadBackup, NewerDatabase: the backup cannot be used; WorkspaceBusy, DiskFull; in all cases nothing changed.
    """
    backup.check(path)
    done: list[AuditEvent] = []
    try:
        # Not thinned out here: the oldest backup may be the very one that is wanted.
        backup.back_up(workspace.database, workspace.backups, now())
        with workspace.sessions() as session:
            done = audit.events(session)
    except (BadBackup, DamagedDatabase):
        log.warning("no backup of the present database: it is damaged")
    workspace.close()
    return restore_from_file(path, workspace.folder, done)


def restore_from_file(path: Path, folder: Path, done: Sequence[AuditEvent] = ()) -> Workspace:
    """Open the workspace in `folder` with the data of the backup at `path`; made where it is not there yet.

    A damaged database in its way is kept beside it. `done`, newest first, is what was done there since.

    Raises:
        BadBackup, NewerDatabase: the backup cannot be used; WorkspaceError, WorkspaceBusy, DiskFull; nothing changed.
    """
    database = folder / DATABASE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            backup.restore(path, database)
        except DamagedDatabase:
            backup.replace(path, database, now())
    except OSError as error:
        raise WorkspaceError(str(folder)) from error
    workspace = open_workspace(folder)
    with workspace.sessions.begin() as session:
        audit.keep(session, reversed(done))
        audit.record(session, "pulihkan cadangan", path.name, present_user(), now())
    return workspace


def kept(backups: Sequence[Backup]) -> set[Path]:
    """Which of `backups`, newest first, are kept."""
    paths: set[Path] = set()
    for count, of in _KEPT:
        newest: dict[Hashable, Path] = {}
        for each in backups:
            newest.setdefault(of(each), each.path)
        paths |= set(list(newest.values())[:count])
    return paths


def _thin_out(folder: Path) -> None:
    backups = backup.list_backups(folder)
    wanted = kept(backups)
    for each in backups:
        if each.path not in wanted:
            # One that another program has open goes next time.
            with suppress(OSError):
                each.path.unlink()
