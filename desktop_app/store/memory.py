"""What sheets of a sender taught: how their columns were read, and what was answered about their words."""

from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop_app.domain.questions import SenderMemory
from desktop_app.store.models import SenderMemoryRow

_COLUMNS, _PLACES, _VALUES = "columns", "places", "values"


def memory_of(session: Session, sender: str) -> SenderMemory:
    """Everything that is remembered of a sender; nothing where it has no name."""
    rows = session.scalars(select(SenderMemoryRow).where(SenderMemoryRow.sender == sender)) if sender else ()
    kept: dict[str, dict[str, dict[str, str]]] = {_COLUMNS: {}, _PLACES: {}, _VALUES: {}}
    for row in rows:
        kept[row.what][row.key] = row.value
    return SenderMemory(
        columns=kept[_COLUMNS],
        places={key: value["is"] for key, value in kept[_PLACES].items()},
        values={key: value["is"] for key, value in kept[_VALUES].items()},
    )


def remember(session: Session, sender: str, news: SenderMemory) -> None:
    """Keep what a sheet of this sender taught, in place of what was kept under the same keys."""
    if not sender:
        return
    _put(session, sender, _COLUMNS, news.columns)
    _put(session, sender, _PLACES, {key: {"is": value} for key, value in news.places.items()})
    _put(session, sender, _VALUES, {key: {"is": value} for key, value in news.values.items()})


def _put(session: Session, sender: str, what: str, values: Mapping[str, dict[str, str]]) -> None:
    for key, value in values.items():
        session.merge(SenderMemoryRow(sender=sender, what=what, key=key, value=value))


def forget(session: Session, sender: str) -> None:
    """Nothing is remembered of this sender any more."""
    session.execute(delete(SenderMemoryRow).where(SenderMemoryRow.sender == sender))
