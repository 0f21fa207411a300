"""Regions that come, go or change their name: new and split-off villages, merged ones, corrections of the list."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.errors import BadReference, UnknownRegion
from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.domain.regions import Level, Region, depth
from desktop_app.operations.edit_aliases import is_free
from desktop_app.operations.keep_reference import keep
from desktop_app.operations.workspace import Workspace
from desktop_app.store import regions
from desktop_app.store.reference import Session
from desktop_app.store.reference_entries import Entries, alias_entry, region_entry

_SHAPE = re.compile(r"\d\d(?:\.\d\d(?:\.\d\d(?:\.\d{4})?)?)?")
_LEVELS = {
    1: (Level.PROVINSI,),
    2: (Level.KABUPATEN, Level.KOTA),
    3: (Level.KECAMATAN,),
    4: (Level.DESA, Level.KELURAHAN),
}
_SHAPES = {1: "51", 2: "51.03", 3: "51.03.06", 4: "51.03.06.2006"}
_VILLAGE_NUMBERS = {Level.DESA: "2", Level.KELURAHAN: "1"}
"""First digit of the last four: how the Kemendagri's codes tell the two apart."""


def add_region(workspace: Workspace, region: Region) -> ReferenceChange | None:
    """A region that the list does not have: its code, name, level, `opened` and `document`.

    Raises:
        BadReference: the code is taken, has the wrong shape for its level, or nothing stands above it.
    """
    with workspace.sessions.begin() as session:
        region = checked_new(session, region)
        title = f"Wilayah baru {region.code} {region.full_name}"
        return keep(session, Subject.REGION, title, {region.code: region_entry(region)}, region.document)


def split_region(
    workspace: Workspace, source: str, parts: Sequence[Region], day: date, document: str, *, closes: bool = False
) -> ReferenceChange | None:
    """New regions out of `source` from `day` on, as one change; `closes`: the old one ends that day, they are its heirs.

    Raises:
        UnknownRegion, BadReference: nothing was changed.
    """
    with workspace.sessions.begin() as session:
        old = known_region(session, source)
        fresh = [checked_new(session, replace(part, opened=day, document=document)) for part in parts]
        if not fresh:
            raise BadReference("Belum ada wilayah baru hasil pemekaran yang ditulis.")
        wanted: Entries = {part.code: region_entry(part) for part in fresh}
        if len(wanted) < len(fresh):
            raise BadReference("Dua wilayah baru memakai kode yang sama.")
        if closes:
            heirs = tuple(part.code for part in fresh)
            wanted[source] = region_entry(_closed(session, old, day, heirs, document, fresh=frozenset(heirs)))
        return keep(session, Subject.REGION, f"Pemekaran {old.full_name} ({source})", wanted, document)


def close_region(
    workspace: Workspace, code: str, day: date, heirs: Sequence[str] = (), document: str = ""
) -> ReferenceChange | None:
    """The region stands until the day before `day`; `heirs` took its people over.

    Raises:
        UnknownRegion, BadReference: nothing was changed.
    """
    with workspace.sessions.begin() as session:
        old = known_region(session, code)
        closed = _closed(session, old, day, heirs, document)
        title = f"Penutupan {old.full_name} ({code})"
        return keep(session, Subject.REGION, title, {code: region_entry(closed)}, document)


def reopen_region(workspace: Workspace, code: str, document: str = "") -> ReferenceChange | None:
    """The region was not closed after all; None where it stands. UnknownRegion."""
    with workspace.sessions.begin() as session:
        old = known_region(session, code)
        if old.closed is None:
            return None
        opened = replace(old, closed=None, heirs=(), document=document or (old.document if old.opened else ""))
        title = f"Pembukaan kembali {old.full_name} ({code})"
        return keep(session, Subject.REGION, title, {code: region_entry(opened)}, document)


def rename_region(
    workspace: Workspace, code: str, name: str, document: str = "", *, keep_old: bool = True
) -> ReferenceChange | None:
    """Another official name. `keep_old`: sheets may go on writing the old one, as a spelling, where that misleads nobody.

    Raises:
        UnknownRegion, BadReference: nothing was changed.
    """
    with workspace.sessions.begin() as session:
        old = known_region(session, code)
        renamed = replace(old, name=_named(name), document=document or old.document)
        if renamed.name == old.name:
            return None
        if keep_old and is_free(session, old.name, code):
            keep(session, Subject.ALIAS, f"Ejaan “{old.name}” (nama lama)", {old.name: alias_entry(code)}, document)
        title = f"Nama {old.full_name} ({code})"
        return keep(session, Subject.REGION, title, {code: region_entry(renamed)}, document)


def known_region(session: Session, code: str) -> Region:
    found = regions.region(session, code)
    if found is None:
        raise UnknownRegion(code)
    return found


def checked_new(session: Session, region: Region, fresh: frozenset[str] = frozenset()) -> Region:
    """A region that may be added; `fresh` are codes that come with it."""
    region = checked_shape(replace(region, code=region.code.strip(), name=_named(region.name)))
    if (taken := regions.region(session, region.code)) is not None:
        raise BadReference(f"Kode {region.code} sudah dipakai oleh {taken.full_name}.")
    above = region.parent
    if above is not None and above not in fresh and regions.region(session, above) is None:
        raise BadReference(f"Wilayah di atasnya ({above}) tidak ada dalam daftar.")
    return replace(region, document=region.document.strip())


def checked_shape(region: Region) -> Region:
    """BadReference where code and level do not fit, or a date is before another."""
    level = depth(region.code)
    if not _SHAPE.fullmatch(region.code):
        raise BadReference(f"Kode “{region.code}” bukan kode Kemendagri; bentuknya misalnya 51.03.06.2006.")
    if region.level not in _LEVELS[level]:
        shape = next(_SHAPES[one] for one, kinds in _LEVELS.items() if region.level in kinds)
        raise BadReference(f"Kode {region.code} bukan kode {region.level}; kode {region.level} berbentuk {shape}.")
    if level == max(_LEVELS) and region.code[-4] != _VILLAGE_NUMBERS[region.level]:
        digit = _VILLAGE_NUMBERS[region.level]
        raise BadReference(
            f"Empat angka terakhir kode {region.level} dimulai dengan {digit}, bukan {region.code[-4:]}."
        )
    if region.opened and region.closed and region.closed <= region.opened:
        raise BadReference(f"{region.full_name} ditutup sebelum berdiri.")
    return region


def _closed(
    session: Session, old: Region, day: date, heirs: Sequence[str], document: str, fresh: frozenset[str] = frozenset()
) -> Region:
    """`old` as it is once closed; `fresh` are heirs that come with the same change."""
    heirs = tuple(dict.fromkeys(code.strip() for code in heirs if code.strip()))
    check_heirs(session, old, heirs, fresh)
    return checked_shape(replace(old, closed=day, heirs=heirs, document=document.strip() or old.document))


def check_heirs(session: Session, old: Region, heirs: Sequence[str], fresh: frozenset[str] = frozenset()) -> None:
    """UnknownRegion, BadReference for a code that cannot take the region over."""
    for code in heirs:
        if code == old.code:
            raise BadReference(f"{old.full_name} tidak dapat menjadi penerusnya sendiri.")
        if code not in fresh:
            known_region(session, code)
        if depth(code) != depth(old.code):
            raise BadReference(f"Penerus {old.full_name} harus setingkat; {code} bukan.")


def _named(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise BadReference("Nama wilayah belum diisi.")
    return plain
