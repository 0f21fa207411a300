"""What came for which month: the imports behind the page's matrix of regions and months."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportState
from desktop_app.domain.regions import LENGTHS
from desktop_app.domain.reporting import ReportedFigure, ReportedList
from desktop_app.domain.scopes import Scope
from desktop_app.domain.segments import Measure
from desktop_app.domain.sheets import SheetKind
from desktop_app.store.models import RecapFigureRow, SheetImportRow

_WHOLE = {
    frozenset({Measure.TOTAL}), frozenset({Measure.FORMAL, Measure.INFORMAL}), frozenset({Measure.PU, Measure.BPU}),
}  # fmt: skip
"""Measures that together are everybody."""


def first_import(session: Session) -> date | None:
    """The day on which this workspace began."""
    at = session.scalar(select(func.min(SheetImportRow.imported_at)))
    return at.date() if at else None


def newest_month(session: Session) -> date | None:
    """The newest month of a recap or of a list that is no sample."""
    kinds = SheetImportRow.kind.in_([SheetKind.PESERTA.value, SheetKind.REKAP.value])
    counting = (SheetImportRow.state == ImportState.STORED, SheetImportRow.sample.is_(False), kinds)
    of_sheets = session.scalar(select(func.max(SheetImportRow.period)).where(*counting))
    of_rows = session.scalar(
        select(func.max(RecapFigureRow.period))
        .join(SheetImportRow, SheetImportRow.id == RecapFigureRow.import_id)
        .where(*counting)
    )
    return max((day for day in (of_sheets, of_rows) if day is not None), default=None)


def reported_figures(session: Session, regions: Collection[str], first: date, last: date) -> list[ReportedFigure]:
    """Recaps of these regions and of any below them, from month `first` to `last`: one for each import, region, month.

    Parts that came in several imports are whole together, from the import on that brings the last of them.
    """
    period = func.coalesce(RecapFigureRow.period, SheetImportRow.period)
    query = (
        select(
            RecapFigureRow.region, period, RecapFigureRow.measure, RecapFigureRow.people.is_not(None),
            SheetImportRow.file, SheetImportRow.imported_at, SheetImportRow.id,
        )
        .join(SheetImportRow, SheetImportRow.id == RecapFigureRow.import_id)
        .where(SheetImportRow.state == ImportState.STORED, SheetImportRow.sample.is_(False), period.between(first, last))
        .order_by(SheetImportRow.id)
    )  # fmt: skip
    found: dict[tuple[str, date, int], set[Measure]] = {}
    known: dict[tuple[str, date], set[Measure]] = {}
    imports = {}
    for region, month, measure, counted, file, at, import_id in session.execute(query):
        if any(region[:length] in regions for length in LENGTHS):
            so_far = known.setdefault((region, month), set())
            so_far |= {Measure(measure)} if counted else set()
            found[region, month, import_id] = set(so_far)
            imports[import_id] = file, at
    return [
        ReportedFigure(
            region=region, period=month, whole=any(measures >= whole for whole in _WHOLE), file=imports[import_id][0],
            imported_at=imports[import_id][1], import_id=import_id,
        )
        for (region, month, import_id), measures in found.items()
    ]  # fmt: skip


def reported_lists(session: Session, first: date, last: date) -> list[ReportedList]:
    """Lists of participants that count, of the months from `first` to `last`; invented ones are left out."""
    query = select(SheetImportRow).where(
        SheetImportRow.state == ImportState.STORED, SheetImportRow.kind == SheetKind.PESERTA,
        SheetImportRow.sample.is_(False), SheetImportRow.period.between(first, last),
    )  # fmt: skip
    return [
        ReportedList(
            period=row.period, scope=Scope(frozenset(row.parts), frozenset(row.areas)), complete=row.complete,
            file=row.file, imported_at=row.imported_at, import_id=row.id,
        )
        for row in session.scalars(query) if row.period is not None
    ]  # fmt: skip
