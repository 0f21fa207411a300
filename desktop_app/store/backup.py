"""Backups of an SQLite workspace: SQLite's own online copy, opened and checked before it counts as one."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from desktop_app.domain.errors import BadBackup, NewerDatabase
from desktop_app.domain.records import Backup
from desktop_app.store.database import known_revisions
from desktop_app.store.trouble import told

_NAME = "cakupan %Y-%m-%d %H.%M.%S"
_SUFFIX = ".db"


def back_up(database: Path, folder: Path, at: datetime) -> Backup:
    """Copy `database` into `folder`; readers and writers go on meanwhile.

    Raises:
        BadBackup: the copy did not pass SQLite's integrity check; it is removed.
        DiskFull, DamagedDatabase, WorkspaceBusy, OSError: there is no copy.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = _free_name(folder, at)
    beside = path.with_suffix(".baru")
    try:
        with told(str(database)):
            _copy(database, beside)
            _make_one_file(beside)
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
    # Of the same second, “… (2)” is the later one; its longer name says so.
    return sorted(found, key=lambda backup: (backup.made_at, len(backup.path.name), backup.path.name), reverse=True)


def restore(backup: Path, database: Path) -> None:
    """Make `database` what `backup` is, in one transaction: other windows wait and then see it; a crash leaves the old.

    Raises:
        BadBackup: the backup is damaged; the database is as it was.
        DamagedDatabase: the database cannot take it; see `replace`.
        WorkspaceBusy, DiskFull: the database is as it was.
    """
    check(backup)
    with told(str(database)):
        _copy(backup, database)


def replace(backup: Path, database: Path, at: datetime) -> None:
    """Put a checked copy of `backup` where a damaged `database` stands, which is kept beside it under another name.

    Raises:
        BadBackup: the backup is damaged; nothing changed.
        OSError: a program has the damaged file open.
    """
    check(backup)
    beside = database.with_suffix(".pulih")
    try:
        with told(str(beside)):
            _copy(backup, beside)
            _make_one_file(beside)
        if database.exists():
            os.replace(database, database.with_name(f"{database.stem} rusak {at:%Y-%m-%d %H.%M.%S}{_SUFFIX}"))
        for rest in ("-wal", "-shm"):
            Path(f"{database}{rest}").unlink(missing_ok=True)
        os.replace(beside, database)
    finally:
        beside.unlink(missing_ok=True)


def check(path: Path) -> None:
    """BadBackup unless `path` is a whole SQLite database with our tables; NewerDatabase where we cannot know them."""
    if not path.is_file():
        raise BadBackup(path.name)
    try:
        with closing(sqlite3.connect(path)) as copy:
            whole = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            revisions = copy.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.DatabaseError as error:
        raise BadBackup(path.name) from error
    if not whole or len(revisions) != 1:
        raise BadBackup(path.name)
    if revisions[0][0] not in known_revisions():
        raise NewerDatabase(path.name)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as from_, closing(sqlite3.connect(target)) as to:
        to.execute("PRAGMA busy_timeout = 10000")
        from_.backup(to)


def _make_one_file(path: Path) -> None:
    """A copy of a WAL database would ask for a -wal file beside it."""
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")


def _free_name(folder: Path, at: datetime) -> Path:
    path = folder / f"{at.strftime(_NAME)}{_SUFFIX}"
    number = 2
    while path.exists():
        path = folder / f"{at.strftime(_NAME)} ({number}){_SUFFIX}"
        number += 1
    return path
