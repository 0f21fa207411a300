"""The log of changes by hand: what was changed, by whom, and taking a change back."""

from collections.abc import Iterable

from desktop_app.domain.errors import LaterChange, RegionInUse, UnknownChange
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.operations.keep_reference import TAKEN_BACK, told
from desktop_app.operations.reference_words import entries_of
from desktop_app.operations.rename_base import is_renaming, renaming_sides, renaming_state
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit, imports, reference, reference_figures, regions
from desktop_app.store.reference import Session
from desktop_app.store.reference_entries import KEPT, Entries

_FIGURES = (Subject.BASE, Subject.TARGET)


def changes(workspace: Workspace, subject: Subject | None = None) -> list[ReferenceChange]:
    """Newest first, with before and after in words (`details`); those taken back too (`undone_at`)."""
    with workspace.sessions() as session:
        return told(session, reference.changes(session, subject))


def undo_change(workspace: Workspace, change_id: int) -> ReferenceChange:
    """Put back what was before; bases and targets by undoing their import.

    Raises:
        UnknownChange: there is none, or it was taken back.
        LaterChange: what it changed was changed again since. RegionInUse: a region that it added is spoken of.
    """
    with workspace.sessions.begin() as session:
        change = reference.change(session, change_id)
        if change is None or change.undone_at is not None:
            raise UnknownChange(change_id)
        if is_renaming(change):
            _undo_renaming(session, change)
        else:
            _undo_entries(session, change)
        reference.mark_undone(session, [change_id], present_user(), now())
        audit.record(session, TAKEN_BACK, change.title, present_user(), now())
        return told(session, [found for found in [reference.change(session, change_id)] if found])[0]


def _undo_entries(session: Session, change: ReferenceChange) -> None:
    before, after = _sides(change)
    if _standing(session, change, after) != after:
        raise _refused(session, change)
    _put_back(session, change, before)
    if _standing(session, change, before) != before:
        raise _refused(session, change)


def _undo_renaming(session: Session, change: ReferenceChange) -> None:
    """Of two names everything counts: what came under either of them since would be left behind, or come on top."""
    before, after = renaming_sides(change)
    if renaming_state(session, change) != after or change.import_id is None:
        raise _refused(session, change)
    imports.undo_import(session, change.import_id)
    if renaming_state(session, change) != before:
        raise _refused(session, change)


def _sides(change: ReferenceChange) -> tuple[Entries, Entries]:
    before, after = entries_of(change.before), entries_of(change.after)
    keys = dict.fromkeys((*before, *after))
    return {key: before.get(key) for key in keys}, {key: after.get(key) for key in keys}


def _standing(session: Session, change: ReferenceChange, keys: Iterable[str]) -> Entries:
    """What stands now under the keys of the change."""
    keys = list(keys)
    if change.subject is Subject.BASE:
        name = ((change.after or change.before) or {}).get("name", "")
        return reference_figures.base_entries(reference_figures.base_named(session, name), keys)
    if change.subject is Subject.TARGET:
        return reference_figures.target_entries(session, keys)
    return KEPT[change.subject].read(session, keys)


def _put_back(session: Session, change: ReferenceChange, before: Entries) -> None:
    if change.import_id is not None:
        imports.undo_import(session, change.import_id)
        return
    if change.subject is Subject.REGION:
        _require_unused(session, before)
    # Villages before the regions above them, when both go; the other way round when both come back.
    for key in sorted(before, reverse=True):
        if before[key] is None:
            KEPT[change.subject].write(session, key, None)
    for key in sorted(before):
        if before[key] is not None:
            KEPT[change.subject].write(session, key, before[key])


def _require_unused(session: Session, before: Entries) -> None:
    """RegionInUse where a region that the change added is spoken of by anything but the change itself."""
    for code in (code for code, entry in before.items() if entry is None):
        if uses := regions.uses_of(session, code, besides=before):
            region = regions.region(session, code)
            raise RegionInUse(f"{region.full_name} ({code})" if region else code, uses)


def _refused(session: Session, change: ReferenceChange) -> LaterChange:
    """Names the newest change since that touched the same, or the sheet that did."""
    for later in reference.changes(session):
        if later.id <= change.id:
            break
        if later.undone_at is None and _meet(later, change):
            return LaterChange(change.title, f"“{later.title}” ({long_date(later.at.date())}, {later.by})")
    return LaterChange(change.title, _sheet_since(session, change))


def _meet(one: ReferenceChange, other: ReferenceChange) -> bool:
    """Whether both touch the same; a renaming touches its base as a whole, and what names it."""
    renaming = is_renaming(one) or is_renaming(other)
    return bool(_keys(one) & _keys(other) or (renaming and _bases(one) & _bases(other)))


def _keys(change: ReferenceChange) -> set[tuple[str, str]]:
    """Subject, or name of the base, and key: those of a base are the same in all bases."""
    found: set[tuple[str, str]] = set()
    for side in filter(None, (change.before, change.after)):
        found |= {(side.get("name", change.subject.value), key) for key in entries_of(side)}
        found |= {(Subject.TARGET.value, key) for key in side.get("targets", ())}
    return found


def _bases(change: ReferenceChange) -> set[str]:
    """Names of the bases that a change is about, or that its targets name."""
    found: set[str] = set()
    for side in filter(None, (change.before, change.after)):
        found |= {side.get("name", "")}
        found |= {(entry or {}).get("base", "") for entry in entries_of(side).values()}
    return found - {""}


def _sheet_since(session: Session, change: ReferenceChange) -> str:
    kind = change.subject.value
    later = next(
        (record for record in imports.list_imports(session) if record.kind == kind and record.id > (change.import_id or 0)),
        None,
    )  # fmt: skip
    return f"impor nomor {later.id} (“{later.file}”)" if later else "data sekarang sudah berbeda"
