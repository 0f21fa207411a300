"""How a change by hand is written: what differs from what stands, its line in the log, and its audit event."""

from dataclasses import replace
from typing import Any

from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.domain.sheets import Counts
from desktop_app.operations.reference_words import codes_in, details_of
from desktop_app.operations.workspace import now, present_user
from desktop_app.store import audit, reference, regions
from desktop_app.store.reference import Session
from desktop_app.store.reference_entries import KEPT, Entries

EDITED, TAKEN_BACK = "ubah data acuan", "urungkan data acuan"


def keep(session: Session, subject: Subject, title: str, wanted: Entries, document: str = "") -> ReferenceChange | None:
    """Write the entries that differ from what stands, as one change; None where none does."""
    kept = KEPT[subject]
    before, after = differing(kept.read(session, wanted), wanted)
    if not before:
        return None
    for key, entry in after.items():
        kept.write(session, key, entry)
    return log(session, subject, title, filled(before), filled(after), document)


def log(
    session: Session, subject: Subject, title: str, before: dict[str, Any] | None, after: dict[str, Any] | None,
    document: str, import_id: int | None = None,
) -> ReferenceChange:  # fmt: skip
    """Add the change to the log and to the record of what was done; with its words."""
    by, at = present_user(), now()
    change = reference.add_change(
        session, subject, title, before, after, document=document, by=by, at=at, import_id=import_id
    )
    audit.record(session, EDITED, title, by, at)
    return told(session, [change])[0]


def told(session: Session, changes: list[ReferenceChange]) -> list[ReferenceChange]:
    """The changes with before and after in words."""
    named = regions.regions_of(session, {code for change in changes for code in codes_in(change)})
    return [replace(change, details=details_of(change, named)) for change in changes]


def filled(entries: Entries, **about: Any) -> dict[str, Any] | None:
    """Entries and what is said about them, as a change keeps them; None where there is nothing at all."""
    return {**about, "entries": entries} if about or any(entries.values()) else None


def differing(standing: Entries, wanted: Entries) -> tuple[Entries, Entries]:
    """What stands and what is wanted, of the keys where they differ."""
    keys = [key for key in wanted if standing[key] != wanted[key]]
    return {key: standing[key] for key in keys}, {key: wanted[key] for key in keys}


def counts_of(before: Entries) -> Counts:
    """Entries that were not there are new, the others changed."""
    new = sum(entry is None for entry in before.values())
    return Counts(new=new, changed=len(before) - new)
