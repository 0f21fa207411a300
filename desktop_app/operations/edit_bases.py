"""Bases typed by hand: kept as an import, so that the later value counts and undo is that of the import."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop_app.domain.errors import BadReference, UnknownBase, UnknownRegion
from desktop_app.domain.facts import WorkerBase
from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.domain.segments import Sector
from desktop_app.operations.keep_reference import counts_of, differing, filled, log
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import figures, regions
from desktop_app.store.reference import Session
from desktop_app.store.reference_entries import Entries
from desktop_app.store.reference_figures import base_entries, base_key, base_named, store_base


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseEdit:
    """Values of the base `name` that shall hold from now on; those it does not name stay as they are.

    `values`: (region code, sector) -> people; None takes the value out. A name that is not known makes a new base.
    `document` and `as_of` are those of the whole base; what a single value comes from belongs into `notes`.
    """

    name: str
    document: str
    as_of: date
    values: Mapping[tuple[str, Sector], int | None]
    notes: Mapping[tuple[str, Sector], str] = field(default_factory=dict)


def save_base(workspace: Workspace, edit: BaseEdit) -> ReferenceChange | None:
    """None where all of it stands so already.

    Raises:
        BadReference, UnknownRegion: nothing was changed.
    """
    with workspace.sessions.begin() as session:
        name = _checked(session, edit)
        base = WorkerBase(name=name, document=edit.document.strip(), as_of=edit.as_of, workers={}, notes={})
        wanted: Entries = {
            base_key(*place): None if workers is None else {"workers": workers, "note": edit.notes.get(place, "").strip()}
            for place, workers in edit.values.items()
        }  # fmt: skip
        return _keep(session, base, wanted, f"Penyebut {name}")


def remove_base(workspace: Workspace, name: str, document: str = "") -> ReferenceChange | None:
    """Take all values of a base out. UnknownBase where there is none."""
    with workspace.sessions.begin() as session:
        base = known_base(session, name)
        wanted: Entries = {base_key(*place): None for place in base.workers}
        return _keep(session, base, wanted, f"Penyebut {name} dihapus", document, gone=True)


def known_base(session: Session, name: str) -> WorkerBase:
    known = figures.worker_bases(session)
    for base in known:
        if base.name == name:
            return base
    raise UnknownBase(name, [base.name for base in known])


def _keep(
    session: Session, base: WorkerBase, wanted: Entries, title: str, document: str = "", *, gone: bool = False
) -> ReferenceChange | None:
    """`gone`: no value of the base is left."""
    present = base_named(session, base.name)
    before, after = differing(base_entries(present, wanted), wanted)
    old, new = about(present), about(base)
    if not before and old == new:
        return None
    number = store_base(session, base, after, counts_of(before), present_user(), now())
    then, since = filled(before, **old), filled(after) if gone else filled(after, **new)
    return log(session, Subject.BASE, title, then, since, document or base.document, number)


def about(base: WorkerBase | None) -> dict[str, Any]:
    """What is said of a base as a whole."""
    return {"name": base.name, "document": base.document, "as_of": base.as_of.isoformat()} if base else {}


def _checked(session: Session, edit: BaseEdit) -> str:
    """The base's name with plain white space."""
    name = " ".join(edit.name.split())
    if not name:
        raise BadReference("Nama penyebut belum diisi.")
    if all(workers is None for workers in edit.values.values()) and base_named(session, name) is None:
        raise BadReference(f"Penyebut “{name}” belum memiliki nilai.")
    known = regions.regions_of(session, {code for code, _ in edit.values})
    for (code, _), workers in edit.values.items():
        if code not in known:
            raise UnknownRegion(code)
        if workers is not None and workers <= 0:
            place = known[code].full_name
            raise BadReference(f"Penyebut {place} harus lebih dari nol; kosongkan bila angkanya belum ada.")
    return name
