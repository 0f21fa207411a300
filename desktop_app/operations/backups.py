"""Backups of the workspace: made at start and before each import, opened and checked, restored from the window."""

from datetime import date
from pathlib import Path

from desktop_app.operations.workspace import Workspace, now, open_workspace
from desktop_app.store.backup import Backup, back_up, list_backups, restore

KEPT = 30
"""Backups kept; the oldest go first, but the newest of each day before them stays."""


def back_up_now(workspace: Workspace) -> Backup:
    """A checked backup of the database as it is."""
    backup = back_up(workspace.database, workspace.backups, now())
    _thin_out(workspace.backups)
    return backup


def backups_of(workspace: Workspace) -> list[Backup]:
    """Newest first."""
    return list_backups(workspace.backups)


def restore_backup(workspace: Workspace, backup: Path) -> Workspace:
    """Put the database back to `backup`; the present one is kept as a backup first.

    Raises:
        BadBackup: the backup is damaged; nothing changed.
    """
    back_up(workspace.database, workspace.backups, now())
    workspace.close()
    try:
        restore(backup, workspace.database)
    finally:
        reopened = open_workspace(workspace.folder)
    return reopened


def _thin_out(folder: Path) -> None:
    backups = list_backups(folder)
    days: set[date] = set()
    for place, backup in enumerate(backups):
        day = backup.made_at.date()
        if place >= KEPT and day in days:
            backup.path.unlink()
        days.add(day)
