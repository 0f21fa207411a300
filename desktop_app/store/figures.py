"""Figures to reckon with: recaps, bases and targets of all imports that count."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session as Session

from desktop_app.domain.facts import ImportState, Origin, RecapFact, Target, WorkerBase
from desktop_app.domain.segments import Measure, Sector
from desktop_app.store.codes import lies_in, near, only
from desktop_app.store.models import BaseValueRow, RecapFigureRow, SheetImportRow, TargetRow, WorkerBaseRow

_MONTH: ColumnElement[date | None] = func.coalesce(RecapFigureRow.period, SheetImportRow.period)
_FACT = (
    RecapFigureRow.region, RecapFigureRow.measure, _MONTH, RecapFigureRow.people, RecapFigureRow.workers,
    RecapFigureRow.share, RecapFigureRow.base_name, RecapFigureRow.note, RecapFigureRow.cell, SheetImportRow.id,
    SheetImportRow.file, SheetImportRow.sheet, SheetImportRow.sender, SheetImportRow.imported_at,
    SheetImportRow.imported_by,
)  # fmt: skip
_MEASURES = {measure.value: measure for measure in Measure}
_SECTORS = {sector.value: sector for sector in Sector}


BY_HAND = "Data Acuan"
"""What stands for the file where a value was typed; the list of imports shows it."""


def recap_facts(session: Session, within: str | None = None) -> list[RecapFact]:
    """Recap figures, of `within` and below it, in the order of their import: of two for the same, the later counts."""
    query = _facts()
    if within is not None:
        query = query.where(lies_in(RecapFigureRow.region, within))
    return _read(session, query)


def facts_of_region(session: Session, region: str) -> list[RecapFact]:
    """All recap figures of one region alone, of every month."""
    return _read(session, _facts().where(RecapFigureRow.region == region))


def facts_of_month(
    session: Session, regions: Collection[str], period: date, imports: Collection[int]
) -> list[RecapFact]:
    """Recap figures of these regions in one month; `imports` are those that speak of it (`recap_months`)."""
    if not imports:
        return []
    query = _facts().where(RecapFigureRow.import_id.in_(sorted(imports)), _MONTH.in_([period]))
    # Found by their imports: the index by region, which a bare name would call for, leads through every month.
    region = RecapFigureRow.region.concat("")
    return _read(session, query.where(near(region, regions)), regions)


def recap_months(session: Session, within: str) -> dict[date, set[int]]:
    """The months that recaps of `within` and below it speak of, and the imports that do."""
    row, sheet = RecapFigureRow, SheetImportRow
    here = lies_in(row.region, within)
    of_sheet = exists().where(row.import_id == sheet.id, row.period.is_(None), here)
    of_rows = exists().where(row.import_id == sheet.id, row.period > date.min)
    months = select(sheet.id, sheet.period).where(sheet.state == ImportState.STORED, of_sheet)
    with_months = select(sheet.id).where(sheet.state == ImportState.STORED, of_rows)
    own = (
        select(row.import_id, row.period).where(row.import_id.in_(with_months), row.period > date.min, here).distinct()
    )
    found: dict[date, set[int]] = {}
    for import_id, period in (*_rows(session, months), *_rows(session, own)):
        if period is not None:
            found.setdefault(period, set()).add(import_id)
    return found


def recap_regions(session: Session, imports: Collection[int]) -> set[str]:
    """The regions that these imports speak of."""
    query = select(RecapFigureRow.region).where(RecapFigureRow.import_id.in_(sorted(imports))).distinct()
    return set(session.scalars(query)) if imports else set()


def _facts() -> Select[Any]:
    columns: tuple[Any, ...] = (RecapFigureRow.id, *_FACT)
    return (
        select(*columns)
        .join(SheetImportRow, SheetImportRow.id == RecapFigureRow.import_id)
        .where(SheetImportRow.state == ImportState.STORED)
    )


def _read(session: Session, query: Select[Any], regions: Collection[str] | None = None) -> list[RecapFact]:
    rows = _rows(session, query.order_by(RecapFigureRow.id))
    return [_fact(row) for row in only(rows, 1, regions) if row[3] is not None]


def _rows(session: Session, query: Select[*tuple[Any, ...]]) -> Sequence[Any]:
    """Plain rows; what the session has changed and not yet written is written first, for its connection sees only that."""
    session.flush()
    return session.connection().execute(query).all()


def _fact(row: Sequence[Any]) -> RecapFact:
    _, region, measure, period, people, workers, share, base_name, note, cell, *source = row
    number, file, sheet, sender, at, by = source
    # A month out of an expression comes as SQLite keeps it.
    month = period if isinstance(period, date) else date.fromisoformat(period)
    origin = Origin(import_id=number, file=file, sheet=sheet, cell=cell, sender=sender, imported_at=at, imported_by=by)
    return RecapFact(
        region=region, measure=_MEASURES[measure], period=month, people=people, workers=workers, share=share,
        base_name=base_name, note=note, origin=origin,
    )  # fmt: skip


def worker_bases(
    session: Session, regions: Collection[str] | None = None, sectors: Collection[Sector] = tuple(Sector)
) -> list[WorkerBase]:
    """Bases by name, with the workers of `regions` (of all where None) and `sectors`.

    Where a name was imported more than once, the later value of a region counts; a value taken out by hand takes out
    those before it.
    """
    found, names = _bases(session)
    row = BaseValueRow
    columns = (row.base_id, row.region, row.sector, row.workers, row.note)
    query = select(*columns).where(row.base_id.in_(list(names)), row.sector.in_(sectors)).order_by(row.base_id)
    if regions is not None:
        query = query.where(near(row.region, regions))
    for base_id, region, sector, workers, note in only(_rows(session, query), 1, regions):
        known, key = found[names[base_id]], (region, _SECTORS[sector])
        known.notes.pop(key, None)
        if workers is None:
            known.workers.pop(key, None)
            continue
        known.workers[key] = workers
        if note:
            known.notes[key] = note
    gone = _emptied(session, names)
    return [base for base in found.values() if base.name not in gone]


def _emptied(session: Session, names: Mapping[int, str]) -> set[str]:
    """Bases of which every value was taken out by hand: they are no longer there. `names` by number of the base."""
    row = BaseValueRow
    by_hand = (
        select(WorkerBaseRow.id)
        .join(SheetImportRow, SheetImportRow.id == WorkerBaseRow.import_id)
        .where(SheetImportRow.state == ImportState.STORED, SheetImportRow.file == BY_HAND)
    )
    emptied = select(row.base_id).where(row.base_id.in_(by_hand), row.workers.is_(None)).distinct()
    touched = {names[key] for key in session.scalars(emptied) if key in names}
    if not touched:
        return set()
    numbers = [key for key, name in names.items() if name in touched]
    query = (
        select(row.base_id, row.region, row.sector, row.workers).where(row.base_id.in_(numbers)).order_by(row.base_id)
    )
    last = {(names[base], region, sector): workers for base, region, sector, workers in _rows(session, query)}
    return touched - {name for (name, _, _), workers in last.items() if workers is not None}


def _bases(session: Session) -> tuple[dict[str, WorkerBase], dict[int, str]]:
    """Bases without their workers, by name, and the name of every base that was imported."""
    stored = (
        select(
            WorkerBaseRow.id, WorkerBaseRow.name, WorkerBaseRow.document, WorkerBaseRow.as_of, WorkerBaseRow.import_id
        )
        .join(SheetImportRow, SheetImportRow.id == WorkerBaseRow.import_id)
        .where(SheetImportRow.state == ImportState.STORED)
        .order_by(WorkerBaseRow.id)
    )
    found: dict[str, WorkerBase] = {}
    names: dict[int, str] = {}
    for base_id, name, document, as_of, import_id in _rows(session, stored):
        names[base_id] = name
        found[name] = WorkerBase(
            name=name, document=document, as_of=as_of, import_id=import_id, workers={}, notes={}
        )  # fmt: skip
    return found, names


def targets(session: Session, regions: Collection[str] | None = None) -> list[Target]:
    """Targets of `regions` (all where None), official rivals side by side.

    Of one document the highest version counts, of the same version the later import; one that was taken out by hand
    takes out those before it.
    """
    row = TargetRow
    query = (
        select(
            row.region, row.sector, row.year, row.share, row.document, row.note, row.import_id, row.people,
            row.base_name, row.version, row.split_of,
        )
        .join(SheetImportRow, SheetImportRow.id == row.import_id)
        .where(SheetImportRow.state == ImportState.STORED)
        .order_by(row.id)
    )  # fmt: skip
    if regions is not None:
        query = query.where(near(row.region, regions))
    found: dict[tuple[str, str, int, str], Target] = {}
    rows = only(_rows(session, query), 0, regions)
    for region, sector, year, share, document, *more in rows:
        key = (region, sector, year, document)
        if share is None:
            found.pop(key, None)
            continue
        target = _target(region, sector, year, share, document, *more)
        if key not in found or target.version >= found[key].version:
            found[key] = target
    return list(found.values())


def _target(
    region: str, sector: str, year: int, share: float, document: str, note: str, import_id: int, people: int | None,
    base: str, version: int, split_of: str,
) -> Target:  # fmt: skip
    return Target(
        region=region, sector=_SECTORS[sector], year=year, share=share, document=document, note=note,
        import_id=import_id, people=people, base=base, version=version, split_of=split_of,
    )  # fmt: skip
