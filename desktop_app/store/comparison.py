"""The rows of a recap, base or target table against what is stored: new, changed or the same."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportState
from desktop_app.domain.sheets import BaseValue, Counts, RecapFigure, SheetKind, SheetRow, Table, TargetValue
from desktop_app.store.models import BaseValueRow, RecapFigureRow, SheetImportRow, TargetRow, WorkerBaseRow

Key = tuple[object, ...]
_ORDER = ("same", "changed", "new")


def compared(session: Session, table: Table) -> Counts:
    """Counts of the table's data rows; a row with several figures is as new as the newest of them."""
    known = _known(session, table)
    states: dict[int, str] = {}
    for row in table.rows:
        key, value = _entry(row)
        standing = known.get(key)
        state = "new" if standing is None else "same" if standing == value else "changed"
        states[row.row] = max(states.get(row.row, "same"), state, key=_ORDER.index)
    told = list(states.values())
    # A data row without a single figure says nothing new.
    without = table.data_rows - len(told)
    return Counts(new=told.count("new"), changed=told.count("changed"), same=told.count("same") + without)


def _entry(row: SheetRow) -> tuple[Key, object]:
    match row:
        case RecapFigure():
            return (row.region, row.measure), (row.people, row.workers, row.share)
        case BaseValue():
            return (row.region, row.sector), row.workers
        case TargetValue():
            return (row.region, row.sector, row.year, row.document), row.share
        case _:
            raise TypeError(f"{type(row).__name__} rows are compared person by person")


def _known(session: Session, table: Table) -> dict[Key, object]:
    """What is stored under the keys of this table's kind, the newest import last; None where it was taken out by hand."""
    if table.kind is SheetKind.REKAP:
        figures = (
            select(RecapFigureRow)
            .join(SheetImportRow, SheetImportRow.id == RecapFigureRow.import_id)
            .where(SheetImportRow.state == ImportState.STORED, SheetImportRow.period == table.period)
            .order_by(RecapFigureRow.id)
        )
        return {(r.region, r.measure): (r.people, r.workers, r.share) for r in session.scalars(figures)}
    if table.kind is SheetKind.PENYEBUT:
        values = (
            select(BaseValueRow)
            .join(WorkerBaseRow, WorkerBaseRow.id == BaseValueRow.base_id)
            .join(SheetImportRow, SheetImportRow.id == WorkerBaseRow.import_id)
            .where(SheetImportRow.state == ImportState.STORED, WorkerBaseRow.name == table.base_name)
            .order_by(WorkerBaseRow.id)
        )
        return {(r.region, r.sector): r.workers for r in session.scalars(values)}
    goals = (
        select(TargetRow)
        .join(SheetImportRow, SheetImportRow.id == TargetRow.import_id)
        .where(SheetImportRow.state == ImportState.STORED)
        .order_by(TargetRow.id)
    )
    return {(r.region, r.sector, r.year, r.document): r.share for r in session.scalars(goals)}
