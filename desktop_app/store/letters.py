"""Letters that were written, each with the figures it was made from."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.records import LetterRecord
from desktop_app.store.models import LetterRow


def add_letter(
    session: Session, *, kind: str, subject: str, region: str, path: str, figures: dict[str, Any], by: str, at: datetime
) -> None:
    session.add(
        LetterRow(kind=kind, subject=subject, region=region, path=path, figures=figures, made_by=by, made_at=at)
    )


def list_letters(session: Session, limit: int | None = None) -> list[LetterRecord]:
    """Newest first."""
    query = select(LetterRow).order_by(LetterRow.id.desc()).limit(limit)
    return [
        LetterRecord(r.id, r.kind, r.subject, r.region, r.path, dict(r.figures), r.made_at, r.made_by)
        for r in session.scalars(query)
    ]
