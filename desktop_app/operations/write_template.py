"""Writing a blank sheet for those who send lists: with the places of their region, ready to be filled in."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from desktop_app.documents.blank_template import write_blank
from desktop_app.domain.errors import NoOffice
from desktop_app.domain.regions import Region, depth, parent_code
from desktop_app.domain.templates import BlankTemplate, TemplateKind, TemplatePlace, TooSmallRegion
from desktop_app.operations.offices import office_of, region_named
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import file_name, room_for
from desktop_app.store import audit, regions

_DISTRICT, _VILLAGE = 3, 4
_NAMES = {
    TemplateKind.PESERTA_PU: "Templat Peserta PU", TemplateKind.PESERTA_BPU: "Templat Peserta BPU",
    TemplateKind.RENTAN: "Templat Pekerja Rentan", TemplateKind.PERUSAHAAN: "Templat Perusahaan",
    TemplateKind.REKAP_KECAMATAN: "Templat Rekap Kecamatan", TemplateKind.REKAP_DESA: "Templat Rekap Desa",
}  # fmt: skip


def write_template(workspace: Workspace, kind: TemplateKind, region: str = "", target: Path | None = None) -> Path:
    """Write a blank sheet of a kind for a region (code or name; the office's own where none is given).

    Raises:
        NoOffice: no region is given, and there is no office. UnknownRegion, AmbiguousRegion, TooSmallRegion.
        FileInUse, UnusableTarget, DiskFull: a file that was there did not change.
    """
    place = _region(workspace, region)
    template = BlankTemplate(kind=kind, region=place, places=_places(workspace, place, kind), made_on=now().date())
    path = target or workspace.templates / file_name(f"{_NAMES[kind]} {place.full_name}", ".xlsx")
    with room_for(path):
        write_blank(template, path)
    with workspace.sessions.begin() as session:
        audit.record(session, "buat templat", path.name, present_user(), now())
    return path


def _region(workspace: Workspace, text: str) -> Region:
    office = office_of(workspace)
    if not text and office is None:
        raise NoOffice
    return region_named(workspace, text or (office.region if office else ""))


def _places(workspace: Workspace, region: Region, kind: TemplateKind) -> tuple[TemplatePlace, ...]:
    """The kecamatan or the villages within a region, or the one that it is itself, with the names above them."""
    wanted = _DISTRICT if kind is TemplateKind.REKAP_KECAMATAN else _VILLAGE
    with workspace.sessions() as session:
        below = regions.all_regions(session, within=region.code)
        above = [each for code in _above(region.code) if (each := regions.region(session, code)) is not None]
    named = {each.code: each for each in [*above, *below]}
    chosen = [each for each in below if depth(each.code) == wanted and each.stands(now().date())]
    if not chosen:
        raise TooSmallRegion(region.full_name)
    twins = _twins(chosen)
    return tuple(_place(each, named, twins) for each in chosen)


def _above(code: str) -> list[str]:
    codes = []
    while (above := parent_code(code)) is not None:
        codes.append(code := above)
    return codes


def _twins(places: Sequence[Region]) -> set[tuple[str | None, str]]:
    """Names that a desa and a kelurahan of one kecamatan share."""
    times = Counter((place.parent, place.name) for place in places)
    return {key for key, count in times.items() if count > 1}


def _place(place: Region, named: dict[str, Region], twins: set[tuple[str | None, str]]) -> TemplatePlace:
    codes = place.code.split(".")
    names = [named[".".join(codes[:level])].name for level in range(2, len(codes) + 1)]
    if (place.parent, place.name) in twins:
        names[-1] = place.full_name
    return TemplatePlace(place.code, *names)
