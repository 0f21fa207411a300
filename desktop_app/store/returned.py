"""Sheets that went back to their senders: the mark they carry, and what is needed to answer their rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportRecord, ImportState
from desktop_app.store.imports import list_imports
from desktop_app.store.models import (
    BaseValueRow,
    CompanyFactRow,
    ParticipationRow,
    RecapFigureRow,
    SheetImportRow,
    TargetRow,
    WorkerBaseRow,
)

_ROWS = (ParticipationRow, CompanyFactRow, RecapFigureRow, TargetRow)


@dataclass(frozen=True, slots=True)
class StoredLayout:
    """Where a stored table stood: `columns` letter -> (header, field), `place` its upper left cell of data (“A5”)."""

    sheet: str
    sha256: str
    place: str
    columns: dict[str, tuple[str, str]]
    token: str


def layout_of(session: Session, import_id: int) -> StoredLayout:
    row = session.get_one(SheetImportRow, import_id)
    columns = {letter: (header, field) for letter, (header, field) in row.columns.items()}
    return StoredLayout(row.sheet, row.sha256, row.place, columns, row.returned)


def stored_rows(session: Session, import_id: int) -> set[int]:
    """Excel's numbers of the rows that were stored."""
    found: set[int] = set()
    for rows in _ROWS:
        found.update(session.scalars(select(rows.row).where(rows.import_id == import_id)))
    bases = select(WorkerBaseRow.id).where(WorkerBaseRow.import_id == import_id)
    found.update(session.scalars(select(BaseValueRow.row).where(BaseValueRow.base_id.in_(bases))))
    return found


def imports_of_file(session: Session, sha256: str) -> list[int]:
    """Imports out of the file of this hash that were not undone, in the order they came."""
    query = select(SheetImportRow.id).where(SheetImportRow.sha256 == sha256, SheetImportRow.state != ImportState.UNDONE)
    return list(session.scalars(query.order_by(SheetImportRow.id)))


def mark_returned(session: Session, import_ids: Iterable[int], token: str) -> None:
    """Remember the mark of the workbook that answers these imports."""
    session.execute(update(SheetImportRow).where(SheetImportRow.id.in_(list(import_ids))).values(returned=token))


def imports_of_token(session: Session, token: str) -> tuple[ImportRecord, ...]:
    """The imports that a returned workbook answers, without those that were undone; none for an empty token."""
    if not token:
        return ()
    query = select(SheetImportRow.id).where(
        SheetImportRow.returned == token, SheetImportRow.state != ImportState.UNDONE
    )
    wanted: Sequence[int] = session.scalars(query).all()
    return tuple(record for record in list_imports(session) if record.id in wanted) if wanted else ()
