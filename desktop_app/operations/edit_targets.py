"""Targets typed by hand or apportioned: kept as an import, so that the later one counts and undo is that of the import."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.errors import BadReference
from desktop_app.domain.facts import Target
from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import Sector
from desktop_app.operations.edit_bases import known_base
from desktop_app.operations.edit_regions import known_region
from desktop_app.operations.keep_reference import counts_of, differing, filled, log
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import figures
from desktop_app.store.reference import Session
from desktop_app.store.reference_entries import Entries, Entry
from desktop_app.store.reference_figures import store_targets, target_entries, target_entry, target_key

_YEARS = range(2000, 2101)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetEdit:
    """A target as it shall be: `share` (0.6728 = 67,28 %), `people`, or both; people alone are measured on `base`.

    One target is known by region, sector, year and document: another document makes a rival beside it. `split_of` as
    in `Target`: a part of an apportioned target is a version of its own.
    """

    region: str
    sector: Sector
    year: int
    share: float | None = None
    people: int | None = None
    base: str = ""
    document: str = ""
    note: str = ""
    split_of: str = ""


def save_target(workspace: Workspace, edit: TargetEdit, instead_of: Target | None = None) -> ReferenceChange | None:
    """None where it stands so already. `instead_of`: the target that this one corrects, whatever of it changes.

    Raises:
        BadReference, UnknownRegion, UnknownBase: nothing was changed.
    """
    with workspace.sessions.begin() as session:
        region = known_region(session, edit.region)
        key, entry = _checked(session, edit, region)
        older = (target_entry(instead_of) if instead_of else target_entries(session, [key])[key]) or {}
        wanted: Entries = {key: {**entry, "version": older.get("version", 1), "split_of": older.get("split_of", "")}}
        if instead_of is not None and (gone := _key(instead_of)) != key:
            wanted = {gone: None, **wanted}
        title = f"Target {edit.year} {region.full_name}{_sector(edit.sector)}"
        return _keep(session, wanted, title, edit.document)


def save_targets(workspace: Workspace, edits: Sequence[TargetEdit], title: str) -> int:
    """Keep the parts of an apportioned target as one change, each as the next version of its region, sector and year.

    The number of the import that holds them; where they stand so already, of the one that does.

    Raises:
        BadReference, UnknownRegion, UnknownBase: nothing was changed.
    """
    with workspace.sessions.begin() as session:
        checked = [(edit, *_checked(session, edit, known_region(session, edit.region))) for edit in edits]
        standing = target_entries(session, [key for _, key, _ in checked])
        latest = _latest(figures.targets(session))
        wanted: Entries = {key: _next(standing[key], edit, entry, latest) for edit, key, entry in checked}
        change = _keep(session, wanted, title, edits[0].document if edits else "")
        if change is not None and change.import_id is not None:
            return change.import_id
        held = (one.import_id for one in figures.targets(session) if _key(one) in wanted)
        return max((number for number in held if number is not None), default=0)


def remove_target(workspace: Workspace, target: Target, document: str = "") -> ReferenceChange | None:
    """Take one target out; None where it is not there."""
    with workspace.sessions.begin() as session:
        region = known_region(session, target.region)
        title = f"Target {target.year} {region.full_name}{_sector(target.sector)} dihapus"
        return _keep(session, {_key(target): None}, title, document)


def _keep(session: Session, wanted: Entries, title: str, document: str) -> ReferenceChange | None:
    before, after = differing(target_entries(session, wanted), wanted)
    if not before:
        return None
    number = store_targets(session, title, before, after, counts_of(before), present_user(), now())
    return log(session, Subject.TARGET, title, filled(before), filled(after), document, number)


def _checked(session: Session, edit: TargetEdit, region: Region) -> tuple[str, Entry]:
    """Key and values, the share out of the people where only those are given."""
    if edit.year not in _YEARS:
        raise BadReference(f"Tahun target {edit.year} tidak masuk akal.")
    if edit.people is not None and edit.people < 0:
        raise BadReference("Target orang tidak boleh kurang dari nol.")
    share = edit.share
    if share is None:
        if edit.people is None:
            raise BadReference("Isi target dalam persen, atau dalam orang dengan penyebutnya.")
        share = edit.people / _workers(session, edit, region)
    if not 0 <= share <= 1:
        raise BadReference(f"Target {region.full_name} harus dari 0 % sampai 100 %.")
    key = target_key(edit.region, edit.sector, edit.year, " ".join(edit.document.split()))
    return key, {"share": share, "people": edit.people, "base": edit.base, "note": edit.note.strip()}


def _workers(session: Session, edit: TargetEdit, region: Region) -> int:
    if not edit.base:
        raise BadReference("Target dalam orang memerlukan penyebut; pilih salah satu.")
    workers = known_base(session, edit.base).workers.get((edit.region, edit.sector))
    if not workers:
        place = f"{region.full_name}{_sector(edit.sector)}"
        raise BadReference(f"Penyebut “{edit.base}” belum memiliki nilai untuk {place}.")
    return workers


Place = tuple[str, Sector, int]
"""Region, sector and year."""


def _latest(targets: Iterable[Target]) -> dict[Place, int]:
    """The highest version of each region, sector and year among apportioned targets, whatever their document."""
    found: dict[Place, int] = {}
    for target in targets:
        if target.split_of:
            place = (target.region, target.sector, target.year)
            found[place] = max(found.get(place, 0), target.version)
    return found


def _next(standing: Entry | None, edit: TargetEdit, entry: Entry, latest: Mapping[Place, int]) -> Entry:
    """`entry` as the version after the latest; the one that stands where nothing differs."""
    wanted = {**entry, "split_of": edit.split_of}
    if standing is not None and {**standing, **wanted} == standing:
        return standing
    return {**wanted, "version": latest.get((edit.region, edit.sector, edit.year), 0) + 1}


def _key(target: Target) -> str:
    return target_key(target.region, target.sector, target.year, target.document)


def _sector(sector: Sector) -> str:
    return "" if sector is Sector.SEMUA else f" sektor {sector.value}"
