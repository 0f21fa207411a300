"""Recap figures of all imports that count: of a region, of a month, and which months there are."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportState, Origin, RecapFact
from desktop_app.domain.segments import Measure
from desktop_app.store.codes import lies_in, near, only
from desktop_app.store.models import RecapFigureRow, SheetImportRow

_MONTH: ColumnElement[date | None] = func.coalesce(RecapFigureRow.period, SheetImportRow.period)
_FACT = (
    RecapFigureRow.region, RecapFigureRow.measure, _MONTH, RecapFigureRow.people, RecapFigureRow.workers,
    RecapFigureRow.share, RecapFigureRow.base_name, RecapFigureRow.note, RecapFigureRow.cell, SheetImportRow.id,
    SheetImportRow.file, SheetImportRow.sheet, SheetImportRow.sender, SheetImportRow.imported_at,
    SheetImportRow.imported_by,
)  # fmt: skip
_COUNTING = (SheetImportRow.state == ImportState.STORED, SheetImportRow.sample.is_(False))
"""Invented figures (“DATA CONTOH”) enter none, as invented people do."""

_MEASURES = {measure.value: measure for measure in Measure}


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
    months = select(sheet.id, sheet.period).where(*_COUNTING, of_sheet)
    with_months = select(sheet.id).where(*_COUNTING, of_rows)
    own = (
        select(row.import_id, row.period).where(row.import_id.in_(with_months), row.period > date.min, here).distinct()
    )
    found: dict[date, set[int]] = {}
    for import_id, period in (*plain_rows(session, months), *plain_rows(session, own)):
        if period is not None:
            found.setdefault(period, set()).add(import_id)
    return found


def recap_regions(session: Session, imports: Collection[int], regions: Collection[str] | None = None) -> set[str]:
    """The regions that these imports speak of; only those of `regions` where given."""
    query = select(RecapFigureRow.region).where(RecapFigureRow.import_id.in_(sorted(imports))).distinct()
    if not imports:
        return set()
    if regions is None:
        return {code for (code,) in plain_rows(session, query)}
    return {
        code for (code,) in only(plain_rows(session, query.where(near(RecapFigureRow.region, regions))), 0, regions)
    }


def _facts() -> Select[Any]:
    columns: tuple[Any, ...] = (RecapFigureRow.id, *_FACT)
    return select(*columns).join(SheetImportRow, SheetImportRow.id == RecapFigureRow.import_id).where(*_COUNTING)


def _read(session: Session, query: Select[Any], regions: Collection[str] | None = None) -> list[RecapFact]:
    rows = plain_rows(session, query.order_by(RecapFigureRow.id))
    return [_fact(row) for row in only(rows, 1, regions) if row[3] is not None]


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


def plain_rows(session: Session, query: Select[*tuple[Any, ...]]) -> Sequence[Any]:
    """Plain rows; what the session has changed and not yet written is written first, for its connection sees only that."""
    session.flush()
    return session.connection().execute(query).all()
