"""The rows of one table of a workbook, written under its import and taken out again."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from desktop_app.domain.segments import Benefit
from desktop_app.domain.sheets import (
    BaseValue,
    Counts,
    Participant,
    RecapFigure,
    SheetKind,
    Table,
    TargetValue,
    Tick,
)
from desktop_app.store.comparison import compared
from desktop_app.store.models import (
    BaseValueRow,
    CompanyRow,
    ImportProblemRow,
    ParticipationRow,
    RecapFigureRow,
    TargetRow,
    WorkerBaseRow,
)
from desktop_app.store.people import PeoplePlan, forget_people, plan_people, store_people
from desktop_app.store.rows import insert_rows

_BIT = {benefit: 1 << place for place, benefit in enumerate(Benefit)}


def people_plan(session: Session, table: Table) -> PeoplePlan:
    return plan_people(session, [row for row in table.rows if isinstance(row, Participant)])


def counts_of(session: Session, table: Table, plan: PeoplePlan | None = None) -> Counts:
    """The table's rows against what is stored; participants by `plan` where it is made already."""
    if table.kind is SheetKind.PESERTA:
        stored = (plan or people_plan(session, table)).counts
    else:
        stored = compared(session, table)
    return stored + Counts(parked=table.parked, refused=table.refused, not_data=table.not_data)


def write_rows(session: Session, import_id: int, table: Table, plan: PeoplePlan | None, tick: Tick) -> None:
    if plan is not None:
        _write_participants(session, import_id, table, plan, tick)
    else:
        _WRITE[table.kind](session, import_id, table)
    _write_problems(session, import_id, table)


def remove_rows(session: Session, import_id: int) -> None:
    """Take everything out that `write_rows` put in."""
    bases = select(WorkerBaseRow.id).where(WorkerBaseRow.import_id == import_id)
    session.execute(delete(BaseValueRow).where(BaseValueRow.base_id.in_(bases)))
    for rows in (WorkerBaseRow, TargetRow, RecapFigureRow, ImportProblemRow):
        session.execute(delete(rows).where(rows.import_id == import_id))
    forget_people(session, import_id)


def _write_participants(session: Session, import_id: int, table: Table, plan: PeoplePlan, tick: Tick) -> None:
    store_people(session, plan, tick)
    rows = [row for row in table.rows if isinstance(row, Participant)]
    companies = _company_ids(session, {(row.npp, row.company) for row in rows if row.npp or row.company})
    values = [
        (
            import_id, row.row, *key, companies.get((row.npp, row.company)), row.region, row.segment.value,
            sum(_BIT[benefit] for benefit in row.benefits), row.active,
        )
        for row, key in zip(rows, plan.keys, strict=True)
    ]  # fmt: skip
    columns = ("import_id", "row", "person_id", "version", "company_id", "region", "segment", "benefits", "active")
    insert_rows(session, ParticipationRow, columns, values, tick)


def _company_ids(session: Session, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    known = {(npp, name): number for number, npp, name in session.execute(_COMPANIES)}
    new = sorted(set(wanted) - known.keys())
    last = session.scalar(select(func.max(CompanyRow.id))) or 0
    numbered = [(number, *company) for number, company in enumerate(new, last + 1)]
    insert_rows(session, CompanyRow, ("id", "npp", "name"), numbered)
    return known | {(npp, name): number for number, npp, name in numbered}


_COMPANIES = select(CompanyRow.id, CompanyRow.npp, CompanyRow.name)


def _write_recap(session: Session, import_id: int, table: Table) -> None:
    values = [
        (import_id, r.row, r.cell, r.region, r.measure.value, r.people, r.workers, r.share, r.base_name, r.note)
        for r in table.rows if isinstance(r, RecapFigure)
    ]  # fmt: skip
    columns = ("import_id", "row", "cell", "region", "measure", "people", "workers", "share", "base_name", "note")
    insert_rows(session, RecapFigureRow, columns, values)


def _write_targets(session: Session, import_id: int, table: Table) -> None:
    values = [
        (import_id, r.row, r.region, r.sector.value, r.year, r.share, r.document, r.note)
        for r in table.rows if isinstance(r, TargetValue)
    ]  # fmt: skip
    columns = ("import_id", "row", "region", "sector", "year", "share", "document", "note")
    insert_rows(session, TargetRow, columns, values)


def _write_base(session: Session, import_id: int, table: Table) -> None:
    base: dict[str, Any] = {"name": table.base_name, "document": table.document, "as_of": table.period}
    base_id = session.scalar(insert(WorkerBaseRow).values(import_id=import_id, **base).returning(WorkerBaseRow.id))
    values = [
        (base_id, r.region, r.sector.value, r.row, r.workers, r.note) for r in table.rows if isinstance(r, BaseValue)
    ]
    insert_rows(session, BaseValueRow, ("base_id", "region", "sector", "row", "workers", "note"), values)


def _write_problems(session: Session, import_id: int, table: Table) -> None:
    values = [
        (import_id, place, p.row, p.column, p.value, p.code, p.message, p.step, p.state.value)
        for place, p in enumerate(table.problems)
    ]
    columns = ("import_id", "place", "row", "column", "value", "code", "message", "step", "state")
    insert_rows(session, ImportProblemRow, columns, values)


_WRITE: dict[SheetKind, Callable[[Session, int, Table], None]] = {
    SheetKind.REKAP: _write_recap,
    SheetKind.PENYEBUT: _write_base,
    SheetKind.TARGET: _write_targets,
}
