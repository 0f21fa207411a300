"""Opens the database of a workspace and brings its schema to the newest form."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, inspect
from sqlalchemy.orm import Session

from desktop_app.domain.errors import DamagedDatabase, NewerDatabase
from desktop_app.store import listed
from desktop_app.store.incoming import let_go
from desktop_app.store.trouble import told

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_MILLISECONDS = 10_000
CACHE_KILOBYTES = 65_536
"""Room for the index of a million people: with less, each row that is stored makes the disk move."""


class Sessions:
    """Sessions on one database: `sessions()` reads, `sessions.begin()` is a unit of work, all of it or nothing.

    They raise WorkspaceBusy, DiskFull, DamagedDatabase and WorkspaceError for what the computer refuses.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        # A writer takes its place in the queue at once: one that reads first and writes later would be refused
        # without waiting when another window has written in between.
        self._writing = engine.execution_options(writes=True)

    @contextmanager
    def __call__(self) -> Iterator[Session]:
        with told(self.engine.url.database or ""), Session(self.engine) as session:
            yield session

    @contextmanager
    def begin(self) -> Iterator[Session]:
        with told(self.engine.url.database or ""), Session(self._writing) as session, session.begin():
            yield session

    @contextmanager
    def rehearse(self) -> Iterator[Session]:
        """A unit of work that is never kept."""
        with told(self.engine.url.database or ""), Session(self._writing) as session:
            yield session

    def close(self) -> None:
        self.engine.dispose()


def open_database(place: Path | str) -> Sessions:
    """Sessions on the database at `place`: a file for SQLite, or a URL such as `postgresql+psycopg://…`.

    Raises:
        WorkspaceError, DamagedDatabase, NewerDatabase, WorkspaceBusy, DiskFull: it stays as it is.
    """
    url = f"sqlite:///{place}" if isinstance(place, Path) else place
    # Parameters hold NIK and names: they stay out of error texts and so out of the log.
    engine = create_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        event.listen(engine, "checkin", _let_drafts_go)
    try:
        with told(str(place)):
            migrate(engine)
        sessions = Sessions(engine)
        _count_missing(sessions)
    except Exception:
        engine.dispose()
        raise
    return sessions


def _count_missing(sessions: Sessions) -> None:
    """After a migration that emptied them, the figures of lists are made anew; else nothing is written."""
    with sessions() as session:
        if not listed.missing_months(session):
            return
    with sessions.begin() as session:
        listed.count_missing(session)


def migrate(engine: Engine) -> None:
    """Run the migrations that are missing; where there are none, nothing is written."""
    known = known_revisions()
    with engine.connect() as connection:
        present = MigrationContext.configure(connection).get_current_revision()
        if present == known[0]:
            return
        if present is not None and present not in known:
            raise NewerDatabase(engine.url.database or "")
        if present is None and inspect(connection).get_table_names():
            raise DamagedDatabase(engine.url.database or "")
    config = _config()
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def known_revisions() -> list[str]:
    """Names of the schemas that this version can open, newest first."""
    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", MIGRATIONS.as_posix().replace("%", "%%"))
    return config


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # SQLAlchemy begins transactions itself (see _begin_sqlite): the driver's own begin comes too late to hold DDL.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
    cursor.close()


def _let_drafts_go(connection: Any, _record: object) -> None:
    if connection is not None:
        let_go(connection)


def _begin_sqlite(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
