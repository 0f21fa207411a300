"""What was done in the workspace, by whom and when: only added to, never changed."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.records import AuditEvent
from desktop_app.store.models import AuditEventRow


def record(session: Session, what: str, detail: str, by: str, at: datetime) -> None:
    session.add(AuditEventRow(at=at, by=by, what=what, detail=detail))


def events(session: Session, limit: int) -> list[AuditEvent]:
    """Newest first."""
    query = select(AuditEventRow).order_by(AuditEventRow.id.desc()).limit(limit)
    return [AuditEvent(row.at, row.by, row.what, row.detail) for row in session.scalars(query)]
