"""Recap figures of all imports that count: of a region, of a month, and which months there are."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, exists, func, select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportState, Origin, RecapFact
from desktop_app.domain.segments import Measure
from desktop_app.store.codes import are_few, bound, lies_in, near, only
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
    return _read(session, query.order_by(RecapFigureRow.id))


def facts_of_region(session: Session, region: str) -> list[RecapFact]:
    """All recap figures of one region alone, of every month."""
    return _read(session, _OF_REGION, region=region)


def facts_of_month(
    session: Session, regions: Collection[str], period: date, imports: Collection[int]
) -> list[RecapFact]:
    """Recap figures of these regions in one month; `imports` are those that speak of it (`recap_months`)."""
    return facts_of_months(session, regions, [period], imports)


def facts_of_months(
    session: Session, regions: Collection[str], periods: Collection[date], imports: Collection[int]
) -> list[RecapFact]:
    """Recap figures of these regions in some months; `imports` are all that speak of any of them."""
    if not imports:
        return []
    asked = bound(regions) | {"imports": sorted(imports), "months": sorted(periods)}
    return _read(session, _of_month(are_few(regions)), regions, **asked)


def recap_months(session: Session, within: str) -> dict[date, set[int]]:
    """The months that recaps of `within` and below it speak of, and the imports that do."""
    found: dict[date, set[int]] = {}
    for query in _months(within):
        for import_id, period in plain_rows(session, query):
            if period is not None:
                found.setdefault(period, set()).add(import_id)
    return found


@lru_cache(maxsize=256)
def _months(within: str) -> tuple[Select[*tuple[Any, ...]], Select[*tuple[Any, ...]]]:
    """Import and month of sheets that are of one month, and of sheets whose rows have months of their own."""
    row, sheet = RecapFigureRow, SheetImportRow
    here = lies_in(row.region, within)
    of_sheet = exists().where(row.import_id == sheet.id, row.period.is_(None), here)
    of_rows = exists().where(row.import_id == sheet.id, row.period > date.min)
    months = select(sheet.id, sheet.period).where(*_COUNTING, of_sheet)
    with_months = select(sheet.id).where(*_COUNTING, of_rows)
    own = select(row.import_id, row.period).where(row.import_id.in_(with_months), row.period > date.min, here)
    return months, own.distinct()


def recap_regions(session: Session, imports: Collection[int], regions: Collection[str] | None = None) -> set[str]:
    """The regions that these imports speak of; only those of `regions` where given."""
    if not imports:
        return set()
    asked = bound(regions) | {"imports": sorted(imports)}
    return {code for (code,) in only(plain_rows(session, _regions(are_few(regions)), **asked), 0, regions)}


@cache
def _regions(few: bool | None) -> Select[*tuple[Any, ...]]:
    here = near(RecapFigureRow.region, few)
    return select(RecapFigureRow.region).where(RecapFigureRow.import_id.in_(_IMPORTS), here).distinct()


_IMPORTS: BindParameter[Any] = bindparam("imports", expanding=True)


def _facts() -> Select[*tuple[Any, ...]]:
    columns: tuple[Any, ...] = (RecapFigureRow.id, *_FACT)
    return select(*columns).join(SheetImportRow, SheetImportRow.id == RecapFigureRow.import_id).where(*_COUNTING)


_OF_REGION = _facts().where(RecapFigureRow.region == bindparam("region")).order_by(RecapFigureRow.id)


@cache
def _of_month(few: bool | None) -> Select[*tuple[Any, ...]]:
    # Found by their imports: the index by region, which a bare name would call for, leads through every month.
    here = near(RecapFigureRow.region.concat(""), few)
    of_month = _MONTH.in_(bindparam("months", expanding=True))
    return _facts().where(RecapFigureRow.import_id.in_(_IMPORTS), of_month, here).order_by(RecapFigureRow.id)


def _read(
    session: Session, query: Select[Any], regions: Collection[str] | None = None, **asked: object
) -> list[RecapFact]:
    rows = plain_rows(session, query, **asked)
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


def plain_rows(session: Session, query: Select[*tuple[Any, ...]], **asked: object) -> Sequence[Any]:
    """Plain rows; what the session has changed and not yet written is written first, for its connection sees only that."""
    session.flush()
    return session.connection().execute(query, asked).all()


def driver_rows(session: Session, query: Select[*tuple[Any, ...]], **asked: object) -> Sequence[tuple[Any, ...]]:
    """As `plain_rows`, as the driver gives them (a date may be text): for queries of hundreds of rows and more."""
    session.flush()
    cursor = session.connection().execute(query, asked).cursor
    return cursor.fetchall() if cursor is not None else ()
