"""What SQLite refuses for reasons outside the program, said in words that a user can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from desktop_app.domain.errors import AppError, DamagedDatabase, DiskFull, WorkspaceBusy, WorkspaceError

_PRIMARY = 0xFF
"""SQLite's extended result codes carry the plain one in their lowest byte."""


@contextmanager
def told(file: str) -> Iterator[None]:
    """Turn SQLite's errors on the database `file` into ours; any other error passes, for it is a bug."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        refused = _in_words(error.orig if isinstance(error, DBAPIError) else error, file)
        if refused is None:
            raise
        raise refused from error


def _in_words(error: BaseException | None, file: str) -> AppError | None:
    match getattr(error, "sqlite_errorcode", 0) & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return WorkspaceBusy()
        case sqlite3.SQLITE_FULL:
            return DiskFull()
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedDatabase(file)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_IOERR:
            return WorkspaceError(file)
        case _:
            return None
