"""Opens the database of a workspace and brings its schema to the newest form."""

import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker

Sessions = sessionmaker[Session]

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_MILLISECONDS = 5000


def open_database(place: Path | str) -> Sessions:
    """Sessions on the database at `place`: a file for SQLite, or a URL such as `postgresql+psycopg://…`.

    Raises:
        OSError: the file cannot be opened or written.
    """
    url = f"sqlite:///{place}" if isinstance(place, Path) else place
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        migrate(engine)
    except Exception as error:
        engine.dispose()
        if isinstance(getattr(error, "orig", None), sqlite3.Error):
            raise OSError(str(error)) from error
        raise
    return sessionmaker(engine, expire_on_commit=False)


def migrate(engine: Engine) -> None:
    """Run the migrations that are missing; quick where there are none."""
    config = Config()
    config.set_main_option("script_location", MIGRATIONS.as_posix().replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # SQLAlchemy begins transactions itself (see _begin_sqlite): the driver's own begin comes too late to hold DDL.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")
