"""Drafts: one file each in the workspace, with everything that was read from a workbook, until it is stored or let go.

A draft is written by the process that reads the workbook; a reading that is broken off leaves a file without its end,
which is no draft. It holds people: it lies beside the database, and goes when it is stored.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields, make_dataclass, replace
from operator import itemgetter
from pathlib import Path
from types import GenericAlias
from typing import Any, TypeVar, get_type_hints

import msgspec
import numpy as np
import numpy.typing as npt

from desktop_app.domain.people import PersonTuple, PersonValues
from desktop_app.domain.sheets import (
    BaseValue,
    CompanyFact,
    Problem,
    ProblemState,
    RecapFigure,
    SheetKind,
    Table,
    TargetValue,
    WorkbookReading,
)
from desktop_app.store.draft_duplicates import mark_duplicates
from desktop_app.store.incoming import COMPANY, DRAFT_TABLES, PERSON, REPEAT

VERSION = 2
SUFFIX = ".draf"

_PROBLEM = (
    "place INTEGER PRIMARY KEY, tab, sheet, row, column, value, code, message, step, state, cell, found, expected"
)
_ABOUT = "key TEXT PRIMARY KEY, value BLOB"
_TABLES = (*DRAFT_TABLES, f"CREATE TABLE problem ({_PROBLEM})", f"CREATE TABLE about ({_ABOUT})")
_COMPANIES = f"SELECT number, npp, name FROM {COMPANY.name}"
_PART = itemgetter(*map(PersonTuple._fields.index, ("segment", "region")))
_NIK = PersonTuple._fields.index("nik")
_ROWS: dict[SheetKind, type] = {
    SheetKind.REKAP: RecapFigure, SheetKind.PENYEBUT: BaseValue, SheetKind.TARGET: TargetValue,
    SheetKind.PERUSAHAAN: CompanyFact,
}  # fmt: skip

T = TypeVar("T")


class DraftWriter:
    """A `Keeper` that writes to a new draft."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None)
        # Nothing to lose: what a crash leaves has no end and counts for nothing.
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -16384"):
            self._connection.execute(f"PRAGMA {pragma}")
        for statement in _TABLES:
            self._connection.execute(statement)
        self._connection.execute("BEGIN")
        self._companies: dict[tuple[str, str], int] = {}
        self._parts: dict[int, set[tuple[str, str | None]]] = {}
        self._niks: dict[int, list[npt.NDArray[np.int64]]] = {}
        self._place = 0

    def company(self, npp: str, name: str) -> int:
        return self._companies.setdefault((npp, name), len(self._companies) + 1)

    def people(self, table: int, rows: Iterable[PersonValues]) -> None:
        rows = list(rows)
        self._parts.setdefault(table, set()).update(map(_PART, rows))
        self._niks.setdefault(table, []).append(np.fromiter((row[_NIK] for row in rows), np.int64, len(rows)))
        marks = ", ".join("?" * len(PersonTuple._fields))
        self._connection.executemany(f"INSERT INTO {PERSON.name} VALUES ({int(table)}, {marks})", rows)

    def problems(self, table: int, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self._place += 1
            self._connection.execute(
                "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self._place, table, problem.sheet, problem.row, problem.column, problem.value, problem.code,
                    problem.message, problem.step, problem.state.value, problem.cell, problem.found, problem.expected,
                ),
            )  # fmt: skip

    def finish(self, reading: WorkbookReading, about: dict[str, Any]) -> None:
        """Write the end; after this it is a draft."""
        companies = [(number, *words) for words, number in self._companies.items()]
        self._connection.executemany(f"INSERT INTO {COMPANY.name} (number, npp, name) VALUES (?, ?, ?)", companies)
        self._connection.executemany(f"INSERT INTO {REPEAT.name} VALUES (?)", self._repeated())
        mark_duplicates(self._connection, [table.period for table in reading.tables])
        values = {
            "reading": _encode(_bare(_BareReading, reading)),
            "tables": _encode([_bare(_BareTable, replace(table, problems=())) for table in reading.tables]),
            "rows": _encode([table.rows for table in reading.tables]),
            "parts": _encode({str(table): sorted(parts, key=str) for table, parts in self._parts.items()}),
            **{key: _encode(value) for key, value in about.items()},
            "version": _encode(VERSION),
        }
        self._connection.executemany("INSERT INTO about VALUES (?, ?)", values.items())
        self._connection.execute("COMMIT")
        self.close()

    def _repeated(self) -> list[tuple[int]]:
        """NIK of more than one row, in any of the tables."""
        batches = [niks for table in self._niks.values() for niks in table]
        if not batches:
            return []
        niks, often = np.unique(np.concatenate(batches), return_counts=True)
        return [(nik,) for nik in niks[often > 1].tolist()]

    def close(self) -> None:
        self._connection.close()

    def abandon(self) -> None:
        """Nothing of it stays."""
        self.close()
        self.path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished draft in a file."""

    path: Path

    def reading(self) -> WorkbookReading:
        """The workbook without its people and problems, which are asked for page by page."""
        with self._open() as connection:
            reading = msgspec.json.decode(_about(connection, "reading"), type=_BareReading)
            tables = msgspec.json.decode(_about(connection, "tables"), type=GenericAlias(list, (_BareTable,)))
            rows = msgspec.json.decode(_about(connection, "rows"), type=list[msgspec.Raw])
        whole = tuple(_table(bare, raw) for bare, raw in zip(tables, rows, strict=True))
        return WorkbookReading(**_values(reading), tables=whole)

    def about(self, key: str, kind: type[Any]) -> Any:
        """What was written beside the reading under `key`, as a value of `kind`."""
        with self._open() as connection:
            return msgspec.json.decode(_about(connection, key), type=kind, dec_hook=lambda wanted, text: wanted(text))

    def noted(self, key: str) -> str:
        """A text beside the reading; empty where there is none."""
        try:
            return str(self.about(key, str))
        except KeyError:
            return ""

    def note(self, key: str, value: object) -> None:
        """Write something beside the reading, in place of what was there."""
        with self._open() as connection:
            connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, _encode(value)))
            connection.commit()

    def people(self, table: int | None = None, offset: int = 0, limit: int = -1) -> Iterator[tuple[int, PersonTuple]]:
        """(table, person) in the order in which they were read, which is that of the sheet."""
        query = f"SELECT * FROM {PERSON.name} {_where(table)} ORDER BY rowid LIMIT ? OFFSET ?"
        with self._open() as connection:
            for tab, *values in connection.execute(query, (limit, offset)):
                yield tab, PersonTuple._make(values)

    def parts(self, table: int) -> list[tuple[str, str | None]]:
        """The different (segment, region) of a table's people."""
        found: dict[str, list[tuple[str, str | None]]] = self.about("parts", dict[str, list[tuple[str, str | None]]])
        return found.get(str(table), [])

    def companies(self) -> dict[int, tuple[str, str]]:
        with self._open() as connection:
            return {number: (npp, name) for number, npp, name in connection.execute(_COMPANIES)}

    def problems(
        self, table: int | None = None, state: ProblemState | None = None, offset: int = 0, limit: int = -1
    ) -> list[Problem]:
        """Problems from the top of the sheet down."""
        where = " AND ".join(
            [*([f"tab = {int(table)}"] if table is not None else []), *([f"state = '{state.value}'"] if state else [])]
        )
        query = f"SELECT * FROM problem {'WHERE ' + where if where else ''} ORDER BY tab, row, place LIMIT ? OFFSET ?"
        with self._open() as connection:
            return [_problem(row) for row in connection.execute(query, (limit, offset))]

    def count_problems(self, table: int | None = None) -> dict[ProblemState, int]:
        query = f"SELECT state, count(*) FROM problem {_where(table)} GROUP BY state"
        with self._open() as connection:
            return {ProblemState(state): count for state, count in connection.execute(query)}

    def query(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Rows of a statement on the draft's tables."""
        with self._open() as connection:
            return connection.execute(statement, values).fetchall()

    def discard(self) -> None:
        self.path.unlink(missing_ok=True)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            yield connection


def is_draft(path: Path) -> bool:
    """Whether the file is a finished draft that this version understands."""
    try:
        return bool(Draft(path).about("version", int) == VERSION)
    except (sqlite3.Error, msgspec.MsgspecError, KeyError):
        return False


def unless_gone(read: Callable[[], T]) -> T | None:
    """What `read` finds in a draft; None where another window let the draft go meanwhile."""
    try:
        return read()
    except (sqlite3.Error, OSError):
        return None


def _encode(value: object) -> bytes:
    """Paths as their text."""
    return msgspec.json.encode(value, enc_hook=str)


def _where(table: int | None) -> str:
    return "" if table is None else f"WHERE tab = {int(table)}"


def _about(connection: sqlite3.Connection, key: str) -> bytes:
    found = connection.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
    if found is None:
        raise KeyError(key)
    return bytes(found[0])


def _without(kind: type[Any], left_out: str) -> type[Any]:
    """A dataclass as `kind`, without one field: what one message of the codec can hold."""
    hints = get_type_hints(kind)
    return make_dataclass(f"Bare{kind.__name__}", [(f.name, hints[f.name]) for f in fields(kind) if f.name != left_out])


_BareTable, _BareReading = _without(Table, "rows"), _without(WorkbookReading, "tables")


def _bare(kind: type[Any], value: object) -> object:
    return kind(**{f.name: getattr(value, f.name) for f in fields(kind)})


def _values(bare: Any) -> dict[str, Any]:
    return {f.name: getattr(bare, f.name) for f in fields(bare)}


def _table(bare: Any, raw: msgspec.Raw) -> Table:
    """A table with its rows, which are all of its kind; those of people lie in a table of their own."""
    kind = _ROWS.get(bare.kind)
    rows = msgspec.json.decode(raw, type=GenericAlias(list, (kind,))) if kind else []
    return Table(**_values(bare), rows=tuple(rows))


def _problem(row: tuple[Any, ...]) -> Problem:
    _, _, sheet, number, column, value, code, message, step, state, cell, found, expected = row
    return Problem(sheet, number, column, value, code, message, step, ProblemState(state), cell, found, expected)
