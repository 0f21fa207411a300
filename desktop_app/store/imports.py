"""Imports: each table of a workbook stored as one, listed, and taken back as one."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.domain.errors import OtherKind, UnknownImport
from desktop_app.domain.facts import ImportRecord, ImportState
from desktop_app.domain.indonesian import month_year
from desktop_app.domain.records import ListChanges
from desktop_app.domain.scopes import Scope, ScopedImport, replaced_by
from desktop_app.domain.sheets import PEOPLE_KINDS, Counts, Problem, ProblemState, SheetKind, Table
from desktop_app.store.changes import changes
from desktop_app.store.listed import count_again
from desktop_app.store.models import ImportProblemRow, SheetImportRow
from desktop_app.store.tables import counts_of, remove_rows, write_problems, write_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """How a table came: from which file and sender, for what it speaks, and what it was declared to be.

    `answered`: something was said about it, so that the same file reads otherwise than before and takes its own place.
    """

    file: str
    sha256: str
    sender: str
    complete: bool
    scope: Scope
    by: str
    at: datetime
    replaces: Sequence[int] = ()
    returned: str = ""
    answered: bool = False


@dataclass(frozen=True, slots=True)
class StoredTable:
    """For a table that was stored before (`already`), `import_id` is the import it is.

    `replaced` are the imports whose place it takes, `beside` those of its sender, kind and month that go on counting
    with it; `changes` says what people it brings otherwise than those it replaces.
    """

    import_id: int
    counts: Counts
    already: bool = False
    replaced: tuple[ImportRecord, ...] = ()
    beside: tuple[ImportRecord, ...] = ()
    changes: ListChanges | None = None


def look_at(session: Session, table: Table, arrival: Arrival, tab: int) -> StoredTable:
    """What storing the table would do; its people are the rows of the incoming table `tab`."""
    same = find_same(session, arrival.sha256, table)
    if same is not None and not arrival.answered:
        return StoredTable(same.id, _again(table), already=True)
    if same is not None:
        arrival = replace(arrival, replaces=(*arrival.replaces, same.id))
    replaced, beside = _relatives(session, table, arrival)
    older = [record.id for record in replaced]
    told = changes(session, tab, older) if older and table.kind in PEOPLE_KINDS else None
    return StoredTable(0, counts_of(session, table, tab), False, replaced, beside, told)


def store_table(session: Session, table: Table, arrival: Arrival, tab: int, problems: Iterable[Problem]) -> StoredTable:
    """Store a table as one import; the very same table again changes nothing."""
    seen = look_at(session, table, arrival, tab)
    if seen.already:
        return seen
    replaces = sorted({*arrival.replaces, *(older.id for older in seen.replaced if arrival.answered)})
    record = SheetImportRow(
        file=arrival.file, sha256=arrival.sha256, sheet=table.sheet, place=_place(table), kind=table.kind.value,
        period=table.period, sender=arrival.sender, complete=arrival.complete, sample=table.sample,
        parts=sorted(arrival.scope.parts), areas=sorted(arrival.scope.areas), replaces=replaces,
        columns={c.letter: [c.header, c.field] for c in table.columns}, counts=asdict(seen.counts),
        imported_at=arrival.at, imported_by=arrival.by, state=ImportState.STORED.value, replaced_by=None,
        returned=arrival.returned,
    )  # fmt: skip
    session.add(record)
    session.flush()
    write_rows(session, record.id, table, tab)
    write_problems(session, record.id, problems)
    _settle(session, record)
    return replace(seen, import_id=record.id)


def undo_import(session: Session, import_id: int) -> None:
    """Take everything of an import out; what it had replaced counts again."""
    remove_rows(session, import_id)
    record = session.get_one(SheetImportRow, import_id)
    record.state, record.replaced_by = ImportState.UNDONE.value, None
    session.flush()
    _settle(session, record)


def find_same(session: Session, sha256: str, table: Table) -> ImportRecord | None:
    """The import of this very table, if there is one that was not undone."""
    query = select(SheetImportRow).where(
        SheetImportRow.sha256 == sha256,
        SheetImportRow.sheet == table.sheet,
        SheetImportRow.place == _place(table),
        SheetImportRow.kind == table.kind.value,
        SheetImportRow.state != ImportState.UNDONE,
        SheetImportRow.period.is_(None) if table.period is None else SheetImportRow.period == table.period,
    )
    row = session.scalars(query.limit(1)).first()
    return _record(row) if row else None


def any_of_file(session: Session, sha256: str) -> bool:
    """Whether there is an import out of the file of this hash that was not undone."""
    query = select(SheetImportRow.id).where(SheetImportRow.sha256 == sha256, SheetImportRow.state != ImportState.UNDONE)
    return session.scalar(query.limit(1)) is not None


def list_imports(session: Session) -> list[ImportRecord]:
    """Newest first; `findings` counts the remarks on its rows."""
    remarks = (
        select(ImportProblemRow.import_id, func.count().label("n"))
        .where(ImportProblemRow.state == ProblemState.NOTE.value)
        .group_by(ImportProblemRow.import_id)
        .subquery()
    )
    query = (
        select(SheetImportRow, func.coalesce(remarks.c.n, 0))
        .outerjoin(remarks, remarks.c.import_id == SheetImportRow.id)
        .order_by(SheetImportRow.id.desc())
    )
    return [_record(row, findings) for row, findings in session.execute(query)]


def require(session: Session, import_ids: Iterable[int]) -> None:
    """UnknownImport for one that is not there or was undone."""
    for import_id in import_ids:
        record = session.get(SheetImportRow, import_id)
        if record is None or record.state == ImportState.UNDONE:
            raise UnknownImport(import_id)


def replaceable(session: Session, table: Table, import_ids: Iterable[int]) -> tuple[int, ...]:
    """Those of the imports whose place this very table can take: of its kind and month."""
    records = (session.get_one(SheetImportRow, import_id) for import_id in import_ids)
    return tuple(row.id for row in records if (row.kind, row.period) == (table.kind.value, table.period))


def require_replaceable(session: Session, tables: Sequence[Table], import_ids: Sequence[int]) -> None:
    """OtherKind for an import that is of the kind and month of no table; UnknownImport for one that is not there."""
    require(session, import_ids)
    fitting = {import_id for table in tables for import_id in replaceable(session, table, import_ids)}
    for import_id in import_ids:
        if import_id not in fitting:
            row = session.get_one(SheetImportRow, import_id)
            newer = dict.fromkeys(_kind_words(table.kind, table.period) for table in tables)
            raise OtherKind(import_id, f"{_kind_words(SheetKind(row.kind), row.period)} ({row.file})", list(newer))


def _kind_words(kind: SheetKind, period: date | None) -> str:
    """“peserta Mei 2025”."""
    return f"{kind.value.replace('_', ' ')} {month_year(period)}" if period else kind.value.replace("_", " ")


def problems_of(session: Session, import_id: int) -> list[Problem]:
    query = (
        select(ImportProblemRow, SheetImportRow.sheet)
        .join(SheetImportRow, SheetImportRow.id == ImportProblemRow.import_id)
        .where(ImportProblemRow.import_id == import_id)
        .order_by(ImportProblemRow.place)
    )
    return [_problem(row, sheet) for row, sheet in session.execute(query)]


def waiting(session: Session) -> list[tuple[ImportRecord, Problem]]:
    """Imports that count and have rows that wait, newest first, each with the first such row."""
    first = (
        select(ImportProblemRow.import_id, func.min(ImportProblemRow.place).label("place"))
        .where(ImportProblemRow.state == ProblemState.PARKED.value)
        .group_by(ImportProblemRow.import_id)
        .subquery()
    )
    query = (
        select(SheetImportRow, ImportProblemRow)
        .join(first, first.c.import_id == SheetImportRow.id)
        .join(
            ImportProblemRow,
            (ImportProblemRow.import_id == SheetImportRow.id) & (ImportProblemRow.place == first.c.place),
        )
        .where(SheetImportRow.state == ImportState.STORED)
        .order_by(SheetImportRow.id.desc())
    )
    return [(_record(row), _problem(problem, row.sheet)) for row, problem in session.execute(query)]


def _settle(session: Session, cause: SheetImportRow) -> None:
    """Work out anew which imports are replaced, and count the months again for which that changed something."""
    remaining = list(session.scalars(select(SheetImportRow).where(SheetImportRow.state != ImportState.UNDONE)))
    replaced = replaced_by(map(_scoped, remaining))
    touched = {cause}
    for row in remaining:
        newer = replaced.get(row.id)
        state = ImportState.STORED if newer is None else ImportState.REPLACED
        if (row.state, row.replaced_by) != (state.value, newer):
            row.state, row.replaced_by = state.value, newer
            touched.add(row)
    session.flush()
    people = [row for row in touched if row.kind == SheetKind.PESERTA]
    count_again(session, [row.period for row in people if row.period is not None])


def _relatives(
    session: Session, table: Table, arrival: Arrival
) -> tuple[tuple[ImportRecord, ...], tuple[ImportRecord, ...]]:
    """Imports that this table would replace, and those of the same sender, kind and month that stay beside it."""
    newer = ScopedImport(
        id=0, sha256=arrival.sha256, sender=arrival.sender, kind=table.kind, period=table.period,
        complete=arrival.complete, scope=arrival.scope, replaces=frozenset(arrival.replaces),
    )  # fmt: skip
    standing = session.scalars(
        select(SheetImportRow).where(SheetImportRow.state == ImportState.STORED).order_by(SheetImportRow.id)
    )
    replaced: list[ImportRecord] = []
    beside: list[ImportRecord] = []
    for row in standing:
        older = _scoped(row)
        if newer.takes_the_place_of(older):
            replaced.append(_record(row))
        elif newer.is_kin(older):
            beside.append(_record(row))
    return tuple(replaced), tuple(beside)


def _scoped(row: SheetImportRow) -> ScopedImport:
    return ScopedImport(
        id=row.id, sha256=row.sha256, sender=row.sender, kind=SheetKind(row.kind), period=row.period,
        complete=row.complete, scope=Scope(frozenset(row.parts), frozenset(row.areas)),
        replaces=frozenset(row.replaces),
    )  # fmt: skip


def _place(table: Table) -> str:
    """The table's upper left cell of data: two tables of a sheet differ in it."""
    return f"{table.columns[0].letter if table.columns else ''}{table.first_row}"


def _again(table: Table) -> Counts:
    return Counts(same=table.data_rows, parked=table.parked, refused=table.refused, not_data=table.not_data)


def _problem(row: ImportProblemRow, sheet: str) -> Problem:
    return Problem(
        sheet, row.row, row.column, row.value, row.code, row.message, row.step, ProblemState(row.state), row.cell,
        row.found, row.expected,
    )  # fmt: skip


def _record(row: SheetImportRow, findings: int = 0) -> ImportRecord:
    return ImportRecord(
        id=row.id, file=row.file, sha256=row.sha256, sheet=row.sheet, kind=SheetKind(row.kind), period=row.period,
        sender=row.sender, complete=row.complete, sample=row.sample, counts=Counts(**row.counts),
        imported_at=row.imported_at, imported_by=row.imported_by, state=row.state, findings=findings,
        replaced_by=row.replaced_by,
    )  # fmt: skip
