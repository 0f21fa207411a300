"""Figures to reckon with: recaps, bases and targets of all imports that count."""

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
            region=figure.region, measure=Measure(figure.measure), period=source.period, people=figure.people,
            workers=figure.workers, share=figure.share, base_name=figure.base_name, note=figure.note,
            origin=_origin(source, figure.cell),
        )
        for figure, source in session.execute(query) if source.period is not None
    ]  # fmt: skip


def _origin(source: SheetImportRow, cell: str) -> Origin:
    return Origin(
        import_id=source.id, file=source.file, sheet=source.sheet, cell=cell, sender=source.sender,
        imported_at=source.imported_at, imported_by=source.imported_by,
    )  # fmt: skip


def worker_bases(session: Session) -> list[WorkerBase]:
    """Bases by name; where a name was imported more than once, the later value of a region counts."""
    query = (
        select(WorkerBaseRow, BaseValueRow)
        .join(BaseValueRow, BaseValueRow.base_id == WorkerBaseRow.id)
        .join(SheetImportRow, SheetImportRow.id == WorkerBaseRow.import_id)
        .where(SheetImportRow.state == ImportState.STORED)
        .order_by(WorkerBaseRow.id, BaseValueRow.region)
    )
    found: dict[str, WorkerBase] = {}
    for base, value in session.execute(query):
        known = found.get(base.name)
        if known is None or known.import_id != base.import_id:
            found[base.name] = known = WorkerBase(
                name=base.name, document=base.document, as_of=base.as_of, import_id=base.import_id,
                workers=dict(known.workers) if known else {}, notes=dict(known.notes) if known else {},
            )  # fmt: skip
        key = (value.region, Sector(value.sector))
        known.workers[key] = value.workers
        known.notes.pop(key, None)
        if value.note:
            known.notes[key] = value.note
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
