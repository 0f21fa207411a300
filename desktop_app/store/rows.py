"""Masses of rows, handed to the driver as tuples: three times as fast as one set of named values a row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session

from desktop_app.domain.sheets import Tick, silent
from desktop_app.store.models import Base

AT_ONCE = 5000
"""Rows in one go; between two of them the work can be stopped."""


def insert_rows(
    session: Session, model: type[Base] | Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]],
    tick: Tick = silent,
) -> None:  # fmt: skip
    """Insert `rows`, their values in the order of `columns`; sorted by key they are written fastest."""
    table, dialect = model if isinstance(model, Table) else model.__table__, session.connection().dialect
    assert isinstance(table, Table)
    quote = dialect.identifier_preparer.quote
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    statement = (
        f"INSERT INTO {quote(table.name)} ({', '.join(map(quote, columns))})"
        f" VALUES ({', '.join([mark] * len(columns))})"
    )
    processors = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in columns]
    done = 0
    for chunk in chunks(_bound(rows, processors), AT_ONCE):
        session.connection().exec_driver_sql(statement, chunk)
        done += len(chunk)
        tick(done, len(rows))


def chunks(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    iterator = iter(rows)
    while chunk := list(islice(iterator, size)):
        yield chunk


def _bound(
    rows: Iterable[tuple[Any, ...]], processors: Sequence[Callable[[Any], Any] | None]
) -> Iterable[tuple[Any, ...]]:
    """Values as the driver takes them: SQLite, for one, has dates as text."""
    special = [(place, process) for place, process in enumerate(processors) if process is not None]
    if not special:
        return rows
    return (_with(row, special) for row in rows)


def _with(row: tuple[Any, ...], special: Sequence[tuple[int, Callable[[Any], Any]]]) -> tuple[Any, ...]:
    values = list(row)
    for place, process in special:
        values[place] = process(values[place])
    return tuple(values)
