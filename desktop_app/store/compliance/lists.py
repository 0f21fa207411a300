"""Imports and what they speak for: which lists there are, of which month, and which of them count."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import Session

from desktop_app.domain.compliance_rows import SentImport
from desktop_app.domain.facts import ImportState
from desktop_app.domain.regions import is_within
from desktop_app.domain.sheets import SheetKind
from desktop_app.store.imports import list_imports
from desktop_app.store.models import SheetImportRow


def sent_imports(session: Session) -> list[SentImport]:
    """All imports that were not undone, oldest first: those that count, and those in whose place a newer one stands."""
    areas = {number: frozenset(codes) for number, codes in session.execute(_AREAS)}
    records = [record for record in list_imports(session) if record.state != ImportState.UNDONE]
    return [SentImport(record, areas.get(record.id, frozenset())) for record in reversed(records)]


_AREAS = select(SheetImportRow.id, SheetImportRow.areas)


def counting(imports: Collection[SentImport], kind: SheetKind, region: str, samples: bool) -> list[SentImport]:
    """Those of a kind that count and speak of `region` or a part of it, or that name no place; invented ones as asked."""
    return [
        one for one in imports
        if one.record.kind is kind and one.record.state == ImportState.STORED and (samples or not one.record.sample)
        and (not one.areas or any(touches(area, region) for area in one.areas))
    ]  # fmt: skip


def touches(area: str, region: str) -> bool:
    return is_within(area, region) or is_within(region, area)


def newest_month(imports: Collection[SentImport], first: date, last: date) -> date | None:
    """The newest month of these imports from `first` to `last`."""
    return max((p for one in imports if (p := one.record.period) is not None and first <= p <= last), default=None)


def lists_of(kind: SheetKind, period: date, samples: bool) -> Select[int]:
    """The imports of a kind and month that count."""
    return select(SheetImportRow.id).where(
        SheetImportRow.state == ImportState.STORED, SheetImportRow.kind == kind, SheetImportRow.period == period,
        real_or(samples),
    )  # fmt: skip


def real_or(samples: bool) -> ColumnElement[bool]:
    """Only what is no sample, unless `samples` are asked for too."""
    return true() if samples else SheetImportRow.sample.is_(False)
