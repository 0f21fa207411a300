"""Locked months and their figures as they were reported."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.locks import LockedFigure, MonthLock
from desktop_app.domain.segments import Sector
from desktop_app.store.models import LockedFigureRow, MonthLockRow
from desktop_app.store.rows import insert_rows

_FIGURE = ("region", "base", "sector", "active", "workers", "reported", "source")


def add_lock(session: Session, lock: MonthLock) -> int:
    """Store a lock with its figures; its number."""
    row = MonthLockRow(
        region=lock.region, period=lock.period, document=lock.document, locked_at=lock.locked_at,
        locked_by=lock.locked_by, opened_at=None, opened_by="", reason="",
    )  # fmt: skip
    session.add(row)
    session.flush()
    insert_rows(session, LockedFigureRow, ("lock_id", *_FIGURE), _figure_rows(row.id, lock.figures))
    return row.id


def _figure_rows(lock_id: int, figures: Iterable[LockedFigure]) -> list[tuple[object, ...]]:
    return [(lock_id, f.region, f.base, f.sector.value, f.active, f.workers, f.reported, f.source) for f in figures]


def open_lock(session: Session, lock_id: int, reason: str, by: str, at: datetime) -> None:
    """The lock counts no more; its figures stay as history."""
    row = session.get_one(MonthLockRow, lock_id)
    row.opened_at, row.opened_by, row.reason = at, by, reason


def lock(session: Session, lock_id: int) -> MonthLock | None:
    """The lock with its figures."""
    row = session.get(MonthLockRow, lock_id)
    return _lock(row, _figures(session, lock_id)) if row is not None else None


def locks(session: Session) -> list[MonthLock]:
    """All locks, newest month first, without their figures."""
    query = select(MonthLockRow).order_by(MonthLockRow.period.desc(), MonthLockRow.id.desc())
    return [_lock(row, ()) for row in session.scalars(query)]


def _figures(session: Session, lock_id: int) -> tuple[LockedFigure, ...]:
    query = select(*(getattr(LockedFigureRow, name) for name in _FIGURE)).where(LockedFigureRow.lock_id == lock_id)
    return tuple(
        LockedFigure(
            region=region, base=base, sector=Sector(sector), active=active, workers=workers, reported=reported,
            source=source,
        )
        for region, base, sector, active, workers, reported, source in session.execute(query)
    )  # fmt: skip


def _lock(row: MonthLockRow, figures: tuple[LockedFigure, ...]) -> MonthLock:
    return MonthLock(
        id=row.id, region=row.region, period=row.period, document=row.document, locked_at=row.locked_at,
        locked_by=row.locked_by, opened_at=row.opened_at, opened_by=row.opened_by, reason=row.reason, figures=figures,
    )  # fmt: skip
