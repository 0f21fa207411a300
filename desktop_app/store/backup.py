"""Backups of an SQLite workspace: SQLite's own online copy, opened and checked before it counts as one."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.domain.errors import BadBackup

_NAME = "cakupan %Y-%m-%d %H.%M.%S"
_SUFFIX = ".db"


@dataclass(frozen=True, slots=True)
class Backup:
    """A checked copy; `size` in bytes."""

    path: Path
    made_at: datetime
    size: int


def back_up(database: Path, folder: Path, at: datetime) -> Backup:
    """Copy `database` into `folder`; readers and writers go on meanwhile.

    Raises:
        BadBackup: the copy did not pass SQLite's integrity check; it is removed.
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = _free_name(folder, at)
    beside = path.with_suffix(".baru")
    try:
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(beside)) as copy:
            source.backup(copy)
            # A backup is one file: without this it would ask for a -wal beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        check(beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    return Backup(path, at, path.stat().st_size)


def list_backups(folder: Path) -> list[Backup]:
    """Newest first; files that are not named like backups are left out."""
    found = []
    for path in folder.glob(f"*{_SUFFIX}"):
        try:
            made_at = datetime.strptime(path.stem.partition(" (")[0], _NAME)
        except ValueError:
            continue
        found.append(Backup(path, made_at, path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def restore(backup: Path, database: Path) -> None:
    """Put a checked copy of `backup` in the place of `database`, which no one may have open.

    Raises:
        BadBackup: the backup is damaged; the database is as it was.
    """
    check(backup)
    beside = database.with_suffix(".pulih")
    try:
        with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(beside)) as copy:
            source.backup(copy)
        for rest in ("-wal", "-shm"):
            Path(f"{database}{rest}").unlink(missing_ok=True)
        os.replace(beside, database)
    finally:
        beside.unlink(missing_ok=True)


def check(path: Path) -> None:
    """BadBackup unless `path` is a whole SQLite database with our tables."""
    if not path.is_file():
        raise BadBackup(path.name)
    try:
        with closing(sqlite3.connect(path)) as copy:
            whole = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            ours = copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'sheet_import'").fetchone() == (1,)
    except sqlite3.DatabaseError as error:
        raise BadBackup(path.name) from error
    if not (whole and ours):
        raise BadBackup(path.name)


def _free_name(folder: Path, at: datetime) -> Path:
    path = folder / f"{at.strftime(_NAME)}{_SUFFIX}"
    number = 2
    while path.exists():
        path = folder / f"{at.strftime(_NAME)} ({number}){_SUFFIX}"
        number += 1
    return path
