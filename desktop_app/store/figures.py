"""Figures to reckon with: recaps, bases and targets of all imports that count."""

from collections.abc import Collection

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportState, Origin, RecapFact, Target, WorkerBase
from desktop_app.domain.segments import Measure, Sector
from desktop_app.store.models import BaseValueRow, RecapFigureRow, SheetImportRow, TargetRow, WorkerBaseRow


def recap_facts(session: Session, within: str | None = None) -> list[RecapFact]:
    """Recap figures, of `within` and below it, in the order of their import: of two for the same, the later counts."""
    query = (
        select(RecapFigureRow, SheetImportRow)
        .join(SheetImportRow, SheetImportRow.id == RecapFigureRow.import_id)
        .where(SheetImportRow.state == ImportState.STORED)
        .order_by(RecapFigureRow.id)
    )
    if within is not None:
        query = query.where(or_(RecapFigureRow.region == within, RecapFigureRow.region.startswith(f"{within}.")))
    return [
        RecapFact(
            region=figure.region, measure=Measure(figure.measure), period=period, people=figure.people,
            workers=figure.workers, share=figure.share, base_name=figure.base_name, note=figure.note,
            origin=_origin(source, figure.cell),
        )
        for figure, source in session.execute(query) if (period := figure.period or source.period) is not None
    ]  # fmt: skip


def _origin(source: SheetImportRow, cell: str) -> Origin:
    return Origin(
        import_id=source.id, file=source.file, sheet=source.sheet, cell=cell, sender=source.sender,
        imported_at=source.imported_at, imported_by=source.imported_by,
    )  # fmt: skip


def worker_bases(session: Session, regions: Collection[str] | None = None) -> list[WorkerBase]:
    """Bases by name, with the workers of `regions` (of all where None).

    Where a name was imported more than once, the later value of a region counts.
    """
    stored = (
        select(WorkerBaseRow)
        .join(SheetImportRow, SheetImportRow.id == WorkerBaseRow.import_id)
        .where(SheetImportRow.state == ImportState.STORED)
        .order_by(WorkerBaseRow.id)
    )
    found: dict[str, WorkerBase] = {}
    names: dict[int, str] = {}
    for base in session.scalars(stored):
        names[base.id] = base.name
        found[base.name] = WorkerBase(
            name=base.name, document=base.document, as_of=base.as_of, import_id=base.import_id, workers={}, notes={}
        )
    columns = (BaseValueRow.base_id, BaseValueRow.region, BaseValueRow.sector, BaseValueRow.workers, BaseValueRow.note)
    values = select(*columns).where(BaseValueRow.base_id.in_(list(names))).order_by(BaseValueRow.base_id)
    if regions is not None:
        values = values.where(BaseValueRow.region.in_(sorted(regions)))
    for base_id, region, sector, workers, note in session.execute(values):
        known, key = found[names[base_id]], (region, Sector(sector))
        known.workers[key] = workers
        known.notes.pop(key, None)
        if note:
            known.notes[key] = note
    return list(found.values())


def targets(session: Session) -> list[Target]:
    """All targets, official rivals side by side; of the same document twice, the later import counts."""
    query = (
        select(TargetRow)
        .join(SheetImportRow, SheetImportRow.id == TargetRow.import_id)
        .where(SheetImportRow.state == ImportState.STORED)
        .order_by(TargetRow.id)
    )
    found: dict[tuple[str, str, int, str], Target] = {}
    for row in session.scalars(query):
        found[row.region, row.sector, row.year, row.document] = Target(
            region=row.region, sector=Sector(row.sector), year=row.year, share=row.share, document=row.document,
            note=row.note, import_id=row.import_id,
        )  # fmt: skip
    return list(found.values())
