"""The office whose workspace this is, and what it did there."""

from dataclasses import replace
from datetime import date

from desktop_app.domain.agencies import agency_code, town_of
from desktop_app.domain.errors import AmbiguousRegion, NoOffice, NotAnOfficeRegion, UnknownRegion
from desktop_app.domain.office import Office, Signatory, head_of_region
from desktop_app.domain.records import AuditEvent, LetterRecord
from desktop_app.domain.regions import NATION, Region, depth, parent_code
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit, letters, offices, regions

_REGENCY, _VILLAGE = 2, 4
_MANY = 50
_ABBREVIATIONS = {"prov": "provinsi", "kab": "kabupaten", "kec": "kecamatan", "kel": "kelurahan", "ds": "desa"}
_FIRST_PROVINCE = "51"
"""Bali, for whom Cakupan was made first: looked at until an office is named."""


def office_of(workspace: Workspace) -> Office | None:
    """None in a fresh workspace, before the first start is through."""
    with workspace.sessions() as session:
        return offices.office(session)


def required_office(workspace: Workspace) -> Office:
    """NoOffice where it is not filled in."""
    office = office_of(workspace)
    if office is None:
        raise NoOffice
    return office


def save_office(workspace: Workspace, office: Office) -> None:
    with workspace.sessions.begin() as session:
        offices.save_office(session, office)
        audit.record(session, "data kantor", office.agency, present_user(), now())


def name_office(
    workspace: Workspace, *, region: str = "", agency: str = "", seat: str = "", head: str = "", chief: str = ""
) -> Office:
    """Fill in the office or change what is given; names of head and chief keep their titles.

    For a new office the code in its letter numbers follows its name, and the seat its region.

    An office of another region has another head and another seat: what is not given of these is blank again.

    Raises:
        NoOffice: there is none yet, and region or agency is not given.
        UnknownRegion, NotAnOfficeRegion: nothing changed.
    """
    present = office_of(workspace)
    office = _moved(present, region_named(workspace, region), agency) if region else present
    if office is None or not (agency or office.agency):
        raise NoOffice
    changed = replace(
        office, agency=agency or office.agency, seat=seat or office.seat,
        head=replace(office.head, name=head or office.head.name),
        chief=replace(office.chief, name=chief or office.chief.name),
    )  # fmt: skip
    if changed != present:
        save_office(workspace, changed)
    return changed


def _moved(office: Office | None, place: Region, agency: str) -> Office:
    """`office` in `place`, or a new one there."""
    if depth(place.code) > _REGENCY:
        raise NotAnOfficeRegion(place.full_name)
    if office is not None and office.region == place.code:
        return office
    chief = office.chief if office else Signatory(title="Kepala Dinas")
    head = Signatory(title=head_of_region(place))
    bare = office or Office(region=place.code, agency=agency, number_code=agency_code(agency))
    return replace(bare, region=place.code, seat=town_of(place), head=head, chief=chief)


def province_of(code: str) -> str:
    """Code of the province that a region lies in."""
    while (above := parent_code(code)) is not None:
        code = above
    return code


def children_of(workspace: Workspace, code: str | None) -> list[Region]:
    """Regions one level below `code`; the provinces for None."""
    with workspace.sessions() as session:
        return regions.children(session, code)


def region_or_own(workspace: Workspace, text: str) -> Region:
    """The region of a code or name, “0” being the country; the office's province for “”. UnknownRegion, AmbiguousRegion."""
    if text.strip() == NATION.code:
        return NATION
    if text.strip():
        return region_named(workspace, text)
    office = office_of(workspace)
    return region_named(workspace, province_of(office.region if office else _FIRST_PROVINCE))


def parts_of(workspace: Workspace, code: str, level: int, day: date) -> list[Region]:
    """Regions of depth `level` within `code` that stand on `day`, by code; none below a village."""
    if level > _VILLAGE:
        return []
    with workspace.sessions() as session:
        return [part for part in regions.below(session, code, level) if part.stands(day)]


def villages_of(workspace: Workspace, code: str) -> list[tuple[Region, Region]]:
    """Kecamatan and village of every village within `code` that stands today, by code."""
    today = now().date()
    with workspace.sessions() as session:
        below = [region for region in regions.all_regions(session, within=code) if region.stands(today)]
    named = {region.code: region for region in below}
    return [(named[parent], r) for r in below if depth(r.code) == 4 and (parent := r.parent or "") in named]


def region_named(workspace: Workspace, text: str) -> Region:
    """The region of a code or an unmistakable name: “Klungkung” is a kabupaten, a kecamatan and villages, “Kab.
    Klungkung” only one of them.

    Raises:
        UnknownRegion: nothing is called so. AmbiguousRegion: several are, which it names, the larger first.
    """
    wanted = _without_abbreviation(text)
    with workspace.sessions() as session:
        region = regions.region(session, text.strip())
        found = (
            [region] if region else [r for r in regions.search_regions(session, wanted, _MANY) if wanted in _names(r)]
        )
    if not found:
        raise UnknownRegion(text)
    if len(found) > 1:
        raise AmbiguousRegion(text.strip(), [f"{r.code} ({r.full_name})" for r in found])
    return found[0]


def _names(region: Region) -> set[str]:
    return {name.casefold() for name in (region.name, region.short_name, region.full_name)}


def _without_abbreviation(text: str) -> str:
    """“Kab. Klungkung” -> “kabupaten klungkung”."""
    kind, _, bare = " ".join(text.casefold().split()).partition(" ")
    return f"{_ABBREVIATIONS.get(kind.removesuffix('.'), kind)} {bare}".strip()


def list_letters(workspace: Workspace) -> list[LetterRecord]:
    """Letters written here, newest first."""
    with workspace.sessions() as session:
        return letters.list_letters(session)


def list_events(workspace: Workspace, limit: int) -> list[AuditEvent]:
    """What was done here, newest first."""
    with workspace.sessions() as session:
        return audit.events(session, limit)
