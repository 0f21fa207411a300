"""The log of changes by hand: added to, and marked where a change was taken back; never changed otherwise."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session as Session  # operations name it where they hand one on

from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.store.models import ReferenceChangeRow

_PLACES = (Subject.ALIAS.value, Subject.REGION.value)


def add_change(
    session: Session, subject: Subject, title: str, before: dict[str, Any] | None, after: dict[str, Any] | None,
    *, document: str, by: str, at: datetime, import_id: int | None = None,
) -> ReferenceChange:  # fmt: skip
    row = ReferenceChangeRow(
        subject=subject.value, title=title, before=before, after=after, document=document, import_id=import_id,
        at=at, by=by, undone_at=None, undone_by="",
    )  # fmt: skip
    session.add(row)
    session.flush()
    return _change(row)


def changes(session: Session, subject: Subject | None = None) -> list[ReferenceChange]:
    """Newest first, those taken back too."""
    query = select(ReferenceChangeRow).order_by(ReferenceChangeRow.id.desc())
    if subject is not None:
        query = query.where(ReferenceChangeRow.subject == subject.value)
    return [_change(row) for row in session.scalars(query)]


def change(session: Session, change_id: int) -> ReferenceChange | None:
    row = session.get(ReferenceChangeRow, change_id)
    return _change(row) if row else None


def mark_undone(session: Session, change_ids: Collection[int], by: str, at: datetime) -> None:
    _mark(session, ReferenceChangeRow.id.in_(change_ids), by, at)


def mark_imports_undone(session: Session, import_ids: Collection[int], by: str, at: datetime) -> None:
    """The changes that are kept as these imports are taken back with them."""
    _mark(session, ReferenceChangeRow.import_id.in_(import_ids), by, at)


def places_edition(session: Session) -> tuple[int, int]:
    """Another pair after every change of spellings or regions, and after every undo of one."""
    query = select(func.max(ReferenceChangeRow.id), func.count(ReferenceChangeRow.undone_at))
    newest, undone = session.execute(query.where(ReferenceChangeRow.subject.in_(_PLACES))).one()
    return newest or 0, undone


def _mark(session: Session, which: Any, by: str, at: datetime) -> None:
    standing = ReferenceChangeRow.undone_at.is_(None)
    session.execute(update(ReferenceChangeRow).where(which, standing).values(undone_at=at, undone_by=by))


def _change(row: ReferenceChangeRow) -> ReferenceChange:
    return ReferenceChange(
        id=row.id, subject=Subject(row.subject), title=row.title, before=row.before, after=row.after,
        document=row.document, at=row.at, by=row.by, import_id=row.import_id, undone_at=row.undone_at,
        undone_by=row.undone_by,
    )  # fmt: skip
