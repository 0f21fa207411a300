"""Numbers and states of letters that are kept, and the steps by which they came to them."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session, defer

from desktop_app.domain.letterbook import NumberEntry
from desktop_app.domain.letters import LetterState
from desktop_app.domain.records import LetterRecord
from desktop_app.store.letters import record_of
from desktop_app.store.models import LetterEventRow, LetterRow

_PIECE = 500
"""Ids in one question: SQLite takes so many at least."""


def letters_of(session: Session, ids: Collection[int]) -> dict[int, LetterRecord]:
    """The letters that there are, by their number in the store; without their text."""
    found: dict[int, LetterRecord] = {}
    wanted = list(ids)
    for start in range(0, len(wanted), _PIECE):
        query = (
            select(LetterRow)
            .where(LetterRow.id.in_(wanted[start : start + _PIECE]))
            .options(defer(LetterRow.request), defer(LetterRow.content))
        )
        found |= {row.id: record_of(row) for row in session.scalars(query)}
    return found


def without_number(session: Session) -> list[int]:
    """Letters that have a number, while the text that their file was made from has another or none, by id."""
    written = LetterRow.content["number"].as_string()
    query = (
        select(LetterRow.id)
        .where(LetterRow.number.is_not(None), LetterRow.state != LetterState.BATAL.value)
        .where(written != LetterRow.number_text)
        .order_by(LetterRow.id)
    )
    return list(session.scalars(query))


def set_numbers(session: Session, entries: Iterable[NumberEntry]) -> None:
    """Letters that got, or changed, the number in each entry: they bear it and its day."""
    session.execute(
        update(LetterRow),
        [
            {
                "id": entry.letter_id, "book": entry.book, "number": entry.number, "number_text": entry.text,
                "letter_date": entry.day,
            }
            for entry in entries
        ],
    )  # fmt: skip
    session.expire_all()


def set_state(
    session: Session, ids: Collection[int], state: LetterState, note: str, by: str, at: datetime, reason: str = ""
) -> None:
    """Letters that came to `state` at `at`. `reason`: why they are void."""
    values: dict[str, object] = {"state": state.value}
    if reason:
        values["reason"] = reason
    session.execute(update(LetterRow), [{"id": one, **values} for one in ids])
    session.add_all(LetterEventRow(letter_id=one, at=at, by=by, state=state.value, note=note) for one in ids)
    session.flush()
    session.expire_all()


def add_note(session: Session, letter_id: int, state: LetterState, note: str, by: str, at: datetime) -> None:
    """A step that leaves the state as it is (another date)."""
    session.add(LetterEventRow(letter_id=letter_id, at=at, by=by, state=state.value, note=note))
