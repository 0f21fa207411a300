"""The rows of one table of a workbook, written under its import and taken out again."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from desktop_app.domain.sheets import (
    PEOPLE_KINDS,
    BaseValue,
    CompanyFact,
    Counts,
    Problem,
    RecapFigure,
    SheetKind,
    Table,
    TargetValue,
)
from desktop_app.store.companies import compared_companies, write_companies
from desktop_app.store.comparison import compared
from desktop_app.store.models import (
    BaseValueRow,
    CompanyFactRow,
    ImportProblemRow,
    RecapFigureRow,
    TargetRow,
    WorkerBaseRow,
)
from desktop_app.store.people import counts_of_people, forget_people, store_people
from desktop_app.store.rows import insert_rows


def counts_of(session: Session, table: Table, tab: int) -> Counts:
    """The table's rows against what is stored; people are those of the incoming table `tab`."""
    if table.kind in PEOPLE_KINDS:
        stored = counts_of_people(session, tab)
    elif table.kind is SheetKind.PERUSAHAAN:
        stored = compared_companies(session, _facts(table), table.period)
    elif table.kind is SheetKind.LAIN:
        stored = Counts()
    else:
        stored = compared(session, table)
    return stored + Counts(parked=table.parked, refused=table.refused, not_data=table.not_data)


def write_rows(session: Session, import_id: int, table: Table, tab: int) -> None:
    """Write the rows of a table under its import; its people and problems are those of the incoming table `tab`."""
    if table.kind in PEOPLE_KINDS:
        store_people(session, tab, import_id)
    elif write := _WRITE.get(table.kind):
        write(session, import_id, table)


def write_problems(session: Session, import_id: int, problems: Iterable[Problem]) -> None:
    values = [
        (import_id, place, p.row, p.column, p.value, p.code, p.message, p.step, p.state.value, p.cell, p.found, p.expected)
        for place, p in enumerate(problems)
    ]  # fmt: skip
    columns = (
        "import_id", "place", "row", "column", "value", "code", "message", "step", "state", "cell", "found", "expected",
    )  # fmt: skip
    insert_rows(session, ImportProblemRow, columns, values)


def remove_rows(session: Session, import_id: int) -> None:
    """Take everything out that `write_rows` put in."""
    bases = select(WorkerBaseRow.id).where(WorkerBaseRow.import_id == import_id)
    session.execute(delete(BaseValueRow).where(BaseValueRow.base_id.in_(bases)))
    for rows in (WorkerBaseRow, TargetRow, RecapFigureRow, CompanyFactRow, ImportProblemRow):
        session.execute(delete(rows).where(rows.import_id == import_id))
    forget_people(session, import_id)


def _write_recap(session: Session, import_id: int, table: Table) -> None:
    values = [
        (import_id, r.row, r.cell, r.region, r.measure.value, r.people, r.workers, r.share, r.base_name, r.note, r.period)
        for r in table.rows if isinstance(r, RecapFigure)
    ]  # fmt: skip
    columns = (
        "import_id",
        "row",
        "cell",
        "region",
        "measure",
        "people",
        "workers",
        "share",
        "base_name",
        "note",
        "period",
    )
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


def _write_facts(session: Session, import_id: int, table: Table) -> None:
    write_companies(session, import_id, _facts(table))


def _facts(table: Table) -> list[CompanyFact]:
    return [row for row in table.rows if isinstance(row, CompanyFact)]


_WRITE: dict[SheetKind, Callable[[Session, int, Table], None]] = {
    SheetKind.REKAP: _write_recap,
    SheetKind.PENYEBUT: _write_base,
    SheetKind.TARGET: _write_targets,
    SheetKind.PERUSAHAAN: _write_facts,
}
