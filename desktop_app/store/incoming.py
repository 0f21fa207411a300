"""Rows of people on their way in: out of a draft, or handed over in memory. The store copies them by statements alone.

Their tables are named without a schema: SQLite finds them in the attached draft or among its temporary tables,
PostgreSQL among the temporary tables of the connection.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import BigInteger, Column, Date, Integer, MetaData, SmallInteger, String, Table
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateTable

from desktop_app.domain.people import PersonValues
from desktop_app.store.rows import AT_ONCE, chunks, insert_rows

_METADATA = MetaData()

PERSON = Table(
    "incoming_person", _METADATA,
    Column("tab", Integer, nullable=False), Column("row", Integer, nullable=False),
    Column("nik", BigInteger, nullable=False), Column("name", String, nullable=False),
    Column("kpj", String, nullable=False), Column("birth_date", Date), Column("sex", String(1), nullable=False),
    Column("segment", String(5), nullable=False), Column("region", String(13)),
    Column("benefits", SmallInteger, nullable=False), Column("company", Integer, nullable=False),
    Column("active", Integer, nullable=False), Column("warn", String, nullable=False),
    Column("fund", String, nullable=False),
    prefixes=["TEMPORARY"],
)  # fmt: skip
"""`domain.people.PersonTuple` with the table it comes from."""

COMPANY = Table(
    "incoming_company", _METADATA,
    Column("number", Integer, primary_key=True), Column("npp", String, nullable=False),
    Column("name", String, nullable=False), Column("id", Integer), prefixes=["TEMPORARY"],
)  # fmt: skip
"""Companies by the number that rows of people carry; `id` is the one in the store, once it has one."""

REPEAT = Table("incoming_repeat", _METADATA, Column("nik", BigInteger, primary_key=True), prefixes=["TEMPORARY"])
"""NIK that stand in more than one row."""

DRAFT_TABLES = tuple(
    str(CreateTable(table)).replace("CREATE TEMPORARY TABLE", "CREATE TABLE") for table in (PERSON, COMPANY, REPEAT)
)
"""The same tables for a draft's own file, which is always SQLite."""

_DRAFT = "draft"


@contextmanager
def draft_rows(session: Session, path: Path | None) -> Iterator[None]:
    """Inside, the rows of the draft at `path` can be read by statements of this session; None: there is no draft."""
    if path is None:
        yield
    elif session.get_bind().dialect.name == "sqlite":
        # Detached only after the transaction: SQLite lets no database go while one is open.
        session.connection().exec_driver_sql(f"ATTACH DATABASE ? AS {_DRAFT}", (str(path),))
        yield
    else:
        with memory_rows(session, (), {}):
            _copy(session, path)
            yield


def let_go(connection: sqlite3.Connection) -> None:
    """Detach what a session attached, when its connection goes back."""
    if any(name == _DRAFT for _, name, _ in connection.execute("PRAGMA database_list")):
        connection.execute(f"DETACH DATABASE {_DRAFT}")


@contextmanager
def memory_rows(
    session: Session, people: Iterable[tuple[int, PersonValues]], companies: dict[tuple[str, str], int]
) -> Iterator[None]:
    """Inside, these rows (with the number of their table) can be read by statements of this session."""
    connection = session.connection()
    _METADATA.create_all(connection, checkfirst=False)
    try:
        rows = [_dated((tab, *row)) for tab, row in people]
        repeated = [(nik,) for nik, often in Counter(row[_NIK] for row in rows).items() if often > 1]
        insert_rows(session, PERSON, PERSON.c.keys(), rows)
        insert_rows(session, COMPANY, _COMPANY, [(number, *words) for words, number in companies.items()])
        insert_rows(session, REPEAT, ("nik",), repeated)
        yield
    finally:
        _METADATA.drop_all(connection, checkfirst=False)


def _copy(session: Session, path: Path) -> None:
    """A draft's rows into the temporary tables of another kind of database."""
    with closing(sqlite3.connect(path)) as draft:
        for table, columns in ((PERSON, PERSON.c.keys()), (COMPANY, _COMPANY), (REPEAT, ["nik"])):
            read = draft.execute(f"SELECT {', '.join(columns)} FROM {table.name}")
            for some in chunks(read, AT_ONCE):
                insert_rows(session, table, columns, list(map(_dated, some)) if table is PERSON else some)


def _dated(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """With its birth date as a date."""
    born = row[_BORN]
    return (*row[:_BORN], date.fromisoformat(born), *row[_BORN + 1 :]) if born else row


_NIK, _BORN = map(PERSON.c.keys().index, ("nik", "birth_date"))
_COMPANY = ["number", "npp", "name"]
