"""A base under another name, with the targets that name it: one import, one change, one way back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from desktop_app.domain.errors import BadReference
from desktop_app.domain.facts import WorkerBase
from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.domain.sheets import Counts
from desktop_app.operations.edit_bases import about, known_base
from desktop_app.operations.keep_reference import log
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import figures
from desktop_app.store.reference import Session
from desktop_app.store.reference_entries import Entries
from desktop_app.store.reference_figures import (
    base_named,
    count_recaps_on,
    store_renamed,
    target_entry,
    target_key,
    values_of,
)

_RENAMED, _TARGETS, _RECAPS = "renamed", "targets", "recaps"
"""What a change says beside the entries of the base: its name before, the targets that went along, the recaps that did not."""

State = dict[tuple[str, str], object]
"""All that stands under both names: (name, key of a value) -> its entry; ("", key of a target) -> its entry."""


def rename_base(
    workspace: Workspace, name: str, new_name: str, document: str | None = None, as_of: date | None = None
) -> ReferenceChange | None:
    """The base `name` is called `new_name`, with another document or date where given; None where it is called so.

    Targets that name it go along. Recaps keep the name that is printed in them: how many do, the change says.

    Raises:
        UnknownBase: there is none. BadReference: the new name is empty, or another base has it. Nothing was changed.
    """
    with workspace.sessions.begin() as session:
        old = known_base(session, name)
        new_name = _free(session, old, new_name)
        if new_name == old.name:
            return None
        new = replace(
            old,
            name=new_name,
            document=old.document if document is None else document.strip(),
            as_of=as_of or old.as_of,
        )
        return _renamed(session, old, new)


def _renamed(session: Session, old: WorkerBase, new: WorkerBase) -> ReferenceChange:
    values = values_of(old)
    before = _targets_on(session, old.name)
    after: Entries = {key: {**entry, "base": new.name} for key, entry in before.items() if entry}
    counts = Counts(changed=len(values) + len(after))
    number = store_renamed(session, old, new, values, after, counts, present_user(), now())
    then = {**about(old), "entries": values, _TARGETS: before}
    recaps = count_recaps_on(session, old.name)
    since = {**about(new), "entries": values, _TARGETS: after, _RENAMED: old.name, _RECAPS: recaps}
    title = f"Penyebut {old.name} menjadi {new.name}"
    return log(session, Subject.BASE, title, then, since, new.document, number)


def is_renaming(change: ReferenceChange) -> bool:
    return _RENAMED in (change.after or {})


def renaming_sides(change: ReferenceChange) -> tuple[State, State]:
    """What stood before the renaming, and after it."""
    return _side(change.before or {}), _side(change.after or {})


def renaming_state(session: Session, change: ReferenceChange) -> State:
    """What stands now under the two names."""
    names = [(side or {})["name"] for side in (change.before, change.after)]
    found: State = {}
    for name in names:
        base = base_named(session, name)
        found |= {(name, key): entry for key, entry in (values_of(base) if base else {}).items()}
        found |= {("", key): entry for key, entry in _targets_on(session, name).items()}
    return found


def _side(values: Mapping[str, Any]) -> State:
    own: State = {(values["name"], key): entry for key, entry in values["entries"].items()}
    return own | {("", key): entry for key, entry in values[_TARGETS].items()}


def _free(session: Session, old: WorkerBase, name: str) -> str:
    """The name with plain white space. BadReference where it cannot be."""
    name = " ".join(name.split())
    if not name:
        raise BadReference("Nama penyebut belum diisi.")
    others = {base.name.casefold() for base in figures.worker_bases(session)} - {old.name.casefold()}
    if name.casefold() in others:
        raise BadReference(f"Penyebut “{name}” sudah ada; pakai nama lain.")
    return name


def _targets_on(session: Session, name: str) -> Entries:
    """The targets that name this base, by key."""
    return {
        target_key(one.region, one.sector, one.year, one.document): target_entry(one)
        for one in figures.targets(session)
        if one.base == name
    }
