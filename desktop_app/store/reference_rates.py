"""Contribution rates."""

from datetime import date

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from desktop_app.domain.reference import Rate, RateKind
from desktop_app.store.models import RateRow


def rates(session: Session, on: date | None = None) -> list[Rate]:
    """All of them, or those in force on a day; by kind in the order of `RateKind`, then as they were written."""
    query = select(RateRow).order_by(RateRow.id)
    if on is not None:
        query = query.where(RateRow.since <= on, or_(RateRow.until.is_(None), RateRow.until > on))
    order = list(RateKind)
    return sorted((_rate(row) for row in session.scalars(query)), key=lambda rate: (order.index(rate.kind), rate.since))


def any_rates(session: Session) -> bool:
    return session.scalar(select(RateRow.id).limit(1)) is not None


def rate(session: Session, rate_id: int) -> Rate | None:
    row = session.get(RateRow, rate_id)
    return _rate(row) if row else None


def save_rate(session: Session, rate: Rate) -> None:
    """Write the rate under its id, new or anew."""
    session.merge(
        RateRow(
            id=rate.id, kind=rate.kind.value, bracket=rate.bracket, amount=rate.amount, share=rate.share,
            since=rate.since, until=rate.until, document=rate.document, note=rate.note,
        )
    )  # fmt: skip
    session.flush()


def remove_rate(session: Session, rate_id: int) -> None:
    session.execute(delete(RateRow).where(RateRow.id == rate_id))


def _rate(row: RateRow) -> Rate:
    return Rate(
        id=row.id, kind=RateKind(row.kind), bracket=row.bracket, amount=row.amount, share=row.share, since=row.since,
        until=row.until, document=row.document, note=row.note,
    )  # fmt: skip
