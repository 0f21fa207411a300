"""Letters that were written, each with the text and the figures it was made from, and the steps it went."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer

from desktop_app.domain.letters import LetterState
from desktop_app.domain.records import LetterEvent, LetterRecord
from desktop_app.store.models import LetterEventRow, LetterRow, LetterTemplateRow
from desktop_app.store.rows import chunks

_AT_ONCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLetter:
    """A letter to be kept; as `LetterRecord`. `request`, `content`: plain values of JSON; `template`: its SHA-256."""

    kind: str
    subject: str
    region: str
    path: str
    figures: dict[str, Any]
    topic: str = ""
    addressee: str = ""
    addressee_key: str = ""
    letter_date: date | None = None
    batch: str = ""
    file_hash: str = ""
    request: dict[str, Any] = field(default_factory=dict)
    content: dict[str, Any] = field(default_factory=dict)
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSource:
    """What a letter can be made again from; empty for letters of before this was kept."""

    kind: str
    request: dict[str, Any]
    content: dict[str, Any]
    template: bytes | None


def add_letters(session: Session, letters: Sequence[NewLetter], by: str, at: datetime) -> list[int]:
    """Keep new drafts, in order; their numbers in the store."""
    rows = [
        LetterRow(
            kind=one.kind, topic=one.topic, subject=one.subject, region=one.region, addressee=one.addressee,
            addressee_key=one.addressee_key, path=one.path, figures=one.figures, request=one.request,
            content=one.content, template=one.template, file_hash=one.file_hash, state=LetterState.DRAF.value,
            book="", number=None, number_text="", letter_date=one.letter_date, reason="", batch=one.batch,
            made_at=at, made_by=by,
        )
        for one in letters
    ]  # fmt: skip
    session.add_all(rows)
    session.flush()
    session.add_all(LetterEventRow(letter_id=row.id, at=at, by=by, state=row.state, note="") for row in rows)
    return [row.id for row in rows]


def keep_template(session: Session, sha256: str, name: str, data: bytes) -> None:
    """Keep a template once."""
    if session.get(LetterTemplateRow, sha256) is None:
        session.add(LetterTemplateRow(sha256=sha256, name=name, data=data))
        session.flush()


def list_letters(session: Session, limit: int | None = None) -> list[LetterRecord]:
    """Newest first."""
    heavy = (defer(LetterRow.request), defer(LetterRow.content))
    query = select(LetterRow).options(*heavy).order_by(LetterRow.id.desc()).limit(limit)
    return [record_of(row) for row in session.scalars(query)]


def letter(session: Session, number: int) -> LetterRecord | None:
    row = session.get(LetterRow, number)
    return None if row is None else record_of(row)


def source_of(session: Session, number: int) -> LetterSource | None:
    row = session.get(LetterRow, number)
    if row is None:
        return None
    template = session.get(LetterTemplateRow, row.template)
    return LetterSource(
        kind=row.kind, request=dict(row.request), content=dict(row.content), template=template.data if template else None
    )  # fmt: skip


def is_kept(session: Session, file_hash: str) -> bool:
    """Whether a letter is kept whose file was written with this SHA-256, so that it can be made again."""
    return session.scalar(select(LetterRow.id).where(LetterRow.file_hash == file_hash).limit(1)) is not None


def rewrite_letter(session: Session, number: int, content: dict[str, Any], file_hash: str, path: str) -> None:
    """The text of a letter changed (it got its number), and its file with it."""
    row = session.get_one(LetterRow, number)
    row.content, row.file_hash, row.path = content, file_hash, path
    session.flush()


def batch_of(session: Session, batch: str) -> list[LetterRecord]:
    """Letters that were written together, in their order."""
    heavy = (defer(LetterRow.request), defer(LetterRow.content))
    query = select(LetterRow).options(*heavy).where(LetterRow.batch == batch).order_by(LetterRow.id)
    return [record_of(row) for row in session.scalars(query)]


def note_figure(session: Session, number: int, key: str, value: Any) -> None:
    """Add one value to the frozen figures of a letter."""
    row = session.get_one(LetterRow, number)
    row.figures = {**row.figures, key: value}
    session.flush()


def requests_of(session: Session, numbers: Collection[int]) -> dict[int, dict[str, Any]]:
    """What these letters were asked for with, by their number in the store; letters that are not there are left out."""
    found: dict[int, dict[str, Any]] = {}
    for some in chunks(sorted(set(numbers)), _AT_ONCE):
        rows = session.execute(select(LetterRow.id, LetterRow.request).where(LetterRow.id.in_(some)))
        found |= {number: dict(request) for number, request in rows}
    return found


def events_of(session: Session, number: int) -> list[LetterEvent]:
    """The steps of a letter, oldest first."""
    query = select(LetterEventRow).where(LetterEventRow.letter_id == number).order_by(LetterEventRow.id)
    return [_event(row) for row in session.scalars(query)]


def count_states(session: Session) -> dict[LetterState, int]:
    """State -> how many letters are in it; states of none are left out."""
    query = select(LetterRow.state, func.count()).group_by(LetterRow.state)
    return {LetterState(state): count for state, count in session.execute(query)}


def all_events(session: Session) -> dict[int, list[LetterEvent]]:
    """Letter -> its steps, oldest first."""
    found: dict[int, list[LetterEvent]] = {}
    for row in session.scalars(select(LetterEventRow).order_by(LetterEventRow.id)):
        found.setdefault(row.letter_id, []).append(_event(row))
    return found


def _event(row: LetterEventRow) -> LetterEvent:
    return LetterEvent(at=row.at, by=row.by, state=LetterState(row.state), note=row.note)


def record_of(row: LetterRow) -> LetterRecord:
    return LetterRecord(
        id=row.id, kind=row.kind, subject=row.subject, region=row.region, path=row.path, figures=dict(row.figures),
        made_at=row.made_at, made_by=row.made_by, topic=row.topic, addressee=row.addressee,
        addressee_key=row.addressee_key, state=LetterState(row.state), book=row.book, number=row.number,
        number_text=row.number_text, letter_date=row.letter_date, reason=row.reason, batch=row.batch,
        file_hash=row.file_hash,
    )  # fmt: skip
