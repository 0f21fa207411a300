"""What was done in the workspace, by whom and when: only added to, never changed."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.records import AuditEvent
from desktop_app.store.models import AuditEventRow


def record(session: Session, what: str, detail: str, by: str, at: datetime) -> None:
    session.add(AuditEventRow(at=at, by=by, what=what, detail=detail))


def keep(session: Session, known: Iterable[AuditEvent]) -> None:
    """Add what is not there: a restored database forgets, the record of what was done does not."""
    present = set(events(session))
    for event in known:
        if event not in present:
            record(session, event.what, event.detail, event.by, event.at)


def events(session: Session, limit: int | None = None) -> list[AuditEvent]:
    """Newest first."""
    query = select(AuditEventRow).order_by(AuditEventRow.id.desc()).limit(limit)
    return [AuditEvent(row.at, row.by, row.what, row.detail) for row in session.scalars(query)]
