"""Imports: each table of a workbook stored as one, listed, and taken back as one."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.segments import Benefit
from desktop_app.domain.sheets import (
    BaseValue,
    Counts,
    Participant,
    Problem,
    ProblemState,
    RecapFigure,
    SheetKind,
    Table,
    TargetValue,
)
from desktop_app.store.models import (
    BaseValueRow,
    CompanyRow,
    ImportProblemRow,
    ParticipationRow,
    RecapFigureRow,
    SheetImportRow,
    TargetRow,
    WorkerBaseRow,
)
from desktop_app.store.people import plan_people, store_people, undo_people

STORED, UNDONE, REPLACED = "tersimpan", "diurungkan", "digantikan"

_BENEFITS = list(Benefit)


@dataclass(frozen=True, slots=True)
class StoredTable:
    """`import_id` is None for a preview; for a table that was stored before, the import it is."""

    import_id: int | None
    counts: Counts


def preview_table(session: Session, table: Table, *, sha256: str) -> StoredTable:
    """The counts that `store_table` would answer with; nothing is stored."""
    same = find_same(session, sha256, table.sheet, table.kind, table.period)
    return StoredTable(None, _again(table) if same else _counts(session, table))


def store_table(
    session: Session,
    table: Table,
    *,
    file: str,
    sha256: str,
    sender: str,
    complete: bool,
    by: str,
    at: datetime,
    replaces: Sequence[int] = (),
) -> StoredTable:
    """Store a table as one import; the very same table again changes nothing.

    A complete table takes the place of older ones of its sender, kind and month, and of those named in `replaces`.
    """
    same = find_same(session, sha256, table.sheet, table.kind, table.period)
    if same is not None:
        return StoredTable(same.id, _again(table))
    counts = _counts(session, table)
    record = SheetImportRow(
        file=file, sha256=sha256, sheet=table.sheet, kind=table.kind, period=table.period, sender=sender,
        complete=complete, sample=table.sample, columns={c.letter: [c.header, c.field] for c in table.columns},
        counts=asdict(counts), imported_at=at, imported_by=by, state=STORED, replaced_by=None,
    )  # fmt: skip
    session.add(record)
    session.flush()
    older = {*replaces, *(_older_of_sender(session, record) if complete and sender else ())}
    session.execute(
        update(SheetImportRow)
        .where(SheetImportRow.id.in_(older), SheetImportRow.state == STORED)
        .values(state=REPLACED, replaced_by=record.id)
    )
    _STORE[table.kind](session, record.id, table)
    _store_problems(session, record.id, table.problems)
    return StoredTable(record.id, counts)


def undo_import(session: Session, import_id: int) -> None:
    """Take everything of an import out; what it had replaced counts again."""
    base_ids = select(WorkerBaseRow.id).where(WorkerBaseRow.import_id == import_id)
    session.execute(delete(BaseValueRow).where(BaseValueRow.base_id.in_(base_ids)))
    for rows in (WorkerBaseRow, TargetRow, RecapFigureRow, ParticipationRow, ImportProblemRow):
        session.execute(delete(rows).where(rows.import_id == import_id))
    undo_people(session, import_id)
    session.execute(
        update(SheetImportRow)
        .where(SheetImportRow.replaced_by == import_id)
        .values(state=STORED, replaced_by=None)
    )
    session.execute(update(SheetImportRow).where(SheetImportRow.id == import_id).values(state=UNDONE))


def find_same(session: Session, sha256: str, sheet: str, kind: SheetKind, period: date | None) -> ImportRecord | None:
    """The stored import of this very table, if there is one."""
    query = select(SheetImportRow).where(
        SheetImportRow.sha256 == sha256,
        SheetImportRow.sheet == sheet,
        SheetImportRow.kind == kind,
        SheetImportRow.state == STORED,
        SheetImportRow.period.is_(None) if period is None else SheetImportRow.period == period,
    )
    row = session.scalars(query.limit(1)).first()
    return _record(row, 0) if row else None


def list_imports(session: Session) -> list[ImportRecord]:
    """Newest first; `findings` counts the remarks on its rows."""
    remarks = (
        select(ImportProblemRow.import_id, func.count().label("n"))
        .where(ImportProblemRow.state == ProblemState.NOTE)
        .group_by(ImportProblemRow.import_id)
        .subquery()
    )
    query = (
        select(SheetImportRow, func.coalesce(remarks.c.n, 0))
        .outerjoin(remarks, remarks.c.import_id == SheetImportRow.id)
        .order_by(SheetImportRow.id.desc())
    )
    return [_record(row, findings) for row, findings in session.execute(query)]


def problems_of(session: Session, import_id: int) -> list[Problem]:
    query = (
        select(ImportProblemRow, SheetImportRow.sheet)
        .join(SheetImportRow, SheetImportRow.id == ImportProblemRow.import_id)
        .where(ImportProblemRow.import_id == import_id)
        .order_by(ImportProblemRow.place)
    )
    return [
        Problem(sheet, r.row, r.column, r.value, r.code, r.message, r.step, ProblemState(r.state))
        for r, sheet in session.execute(query)
    ]


def _record(row: SheetImportRow, findings: int) -> ImportRecord:
    return ImportRecord(
        id=row.id, file=row.file, sha256=row.sha256, sheet=row.sheet, kind=SheetKind(row.kind), period=row.period,
        sender=row.sender, complete=row.complete, sample=row.sample, counts=Counts(**row.counts),
        imported_at=row.imported_at, imported_by=row.imported_by, state=row.state, findings=findings,
    )  # fmt: skip


def _older_of_sender(session: Session, record: SheetImportRow) -> list[int]:
    """Tables of the same workbook stand beside each other and never replace one another."""
    query = select(SheetImportRow.id).where(
        SheetImportRow.sender == record.sender,
        SheetImportRow.kind == record.kind,
        SheetImportRow.period == record.period,
        SheetImportRow.state == STORED,
        SheetImportRow.sha256 != record.sha256,
        SheetImportRow.id != record.id,
    )
    return list(session.scalars(query))


def _again(table: Table) -> Counts:
    return Counts(same=table.data_rows, parked=table.parked, refused=table.refused, not_data=table.not_data)


def _counts(session: Session, table: Table) -> Counts:
    if table.kind is SheetKind.PESERTA:
        stored = plan_people(session, [row for row in table.rows if isinstance(row, Participant)]).counts
    else:
        stored = _compared(_known(session, table), table)
    return stored + Counts(parked=table.parked, refused=table.refused, not_data=table.not_data)


def _known(session: Session, table: Table) -> dict[tuple[object, ...], object]:
    """What is stored under the keys of this table's kind, the newest import last."""
    if table.kind is SheetKind.REKAP:
        figures = (
            select(RecapFigureRow)
            .join(SheetImportRow, SheetImportRow.id == RecapFigureRow.import_id)
            .where(SheetImportRow.state == STORED, SheetImportRow.period == table.period)
            .order_by(RecapFigureRow.id)
        )
        return {(r.region, r.measure): (r.people, r.workers, r.share) for r in session.scalars(figures)}
    if table.kind is SheetKind.PENYEBUT:
        values = (
            select(BaseValueRow)
            .join(WorkerBaseRow, WorkerBaseRow.id == BaseValueRow.base_id)
            .join(SheetImportRow, SheetImportRow.id == WorkerBaseRow.import_id)
            .where(SheetImportRow.state == STORED, WorkerBaseRow.name == table.base_name)
            .order_by(WorkerBaseRow.id)
        )
        return {(r.region, r.sector): r.workers for r in session.scalars(values)}
    goals = (
        select(TargetRow)
        .join(SheetImportRow, SheetImportRow.id == TargetRow.import_id)
        .where(SheetImportRow.state == STORED)
        .order_by(TargetRow.id)
    )
    return {(r.region, r.sector, r.year, r.document): r.share for r in session.scalars(goals)}


def _compared(known: dict[tuple[object, ...], object], table: Table) -> Counts:
    """Rows new, changed or same; a row with several figures is as new as the newest of them."""
    states: dict[int, str] = {}
    for row in table.rows:
        match row:
            case RecapFigure():
                key: tuple[object, ...] = (row.region, row.measure)
                value: object = (row.people, row.workers, row.share)
            case BaseValue():
                key, value = (row.region, row.sector), row.workers
            case TargetValue():
                key, value = (row.region, row.sector, row.year, row.document), row.share
            case _:
                continue
        state = "new" if key not in known else "same" if known[key] == value else "changed"
        order = ("same", "changed", "new")
        states[row.row] = max(states.get(row.row, "same"), state, key=order.index)
    told = list(states.values())
    silent = table.data_rows - len(told)
    return Counts(new=told.count("new"), changed=told.count("changed"), same=told.count("same") + silent)


def _store_participants(session: Session, import_id: int, table: Table) -> None:
    rows = [row for row in table.rows if isinstance(row, Participant)]
    ids = store_people(session, import_id, plan_people(session, rows))
    companies = _company_ids(session, {(row.npp, row.company) for row in rows if row.npp or row.company})
    values = [
        {
            "import_id": import_id, "row": row.row, "person_id": ids[int(row.nik)],
            "company_id": companies.get((row.npp, row.company)), "region": row.region, "segment": row.segment,
            "benefits": sum(1 << _BENEFITS.index(benefit) for benefit in row.benefits), "active": row.active,
        }
        for row in rows
    ]  # fmt: skip
    _insert(session, ParticipationRow, values)


def _company_ids(session: Session, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    if not wanted:
        return {}
    known = {(c.npp, c.name): c.id for c in session.scalars(select(CompanyRow))}
    for npp, name in sorted(wanted - known.keys()):
        company = CompanyRow(npp=npp, name=name)
        session.add(company)
        session.flush()
        known[npp, name] = company.id
    return known


def _store_recap(session: Session, import_id: int, table: Table) -> None:
    _insert(session, RecapFigureRow, [_plain(import_id, r) for r in table.rows if isinstance(r, RecapFigure)])


def _store_targets(session: Session, import_id: int, table: Table) -> None:
    _insert(session, TargetRow, [_plain(import_id, r) for r in table.rows if isinstance(r, TargetValue)])


def _plain(import_id: int, row: RecapFigure | TargetValue) -> dict[str, Any]:
    return {"import_id": import_id, **asdict(row)}


def _store_base(session: Session, import_id: int, table: Table) -> None:
    base = WorkerBaseRow(import_id=import_id, name=table.base_name, document=table.document, as_of=table.period)
    session.add(base)
    session.flush()
    rows = [row for row in table.rows if isinstance(row, BaseValue)]
    _insert(session, BaseValueRow, [{"base_id": base.id, **asdict(row)} for row in rows])


def _store_problems(session: Session, import_id: int, problems: Sequence[Problem]) -> None:
    values = [
        {
            "import_id": import_id, "place": place, "row": p.row, "column": p.column, "value": p.value, "code": p.code,
            "message": p.message, "step": p.step, "state": p.state,
        }
        for place, p in enumerate(problems)
    ]  # fmt: skip
    _insert(session, ImportProblemRow, values)


def _insert(session: Session, model: type[Any], values: list[dict[str, Any]]) -> None:
    if values:
        session.execute(insert(model.__table__), values)


_STORE: dict[SheetKind, Callable[[Session, int, Table], None]] = {
    SheetKind.PESERTA: _store_participants,
    SheetKind.REKAP: _store_recap,
    SheetKind.PENYEBUT: _store_base,
    SheetKind.TARGET: _store_targets,
}
