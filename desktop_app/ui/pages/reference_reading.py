"""What the page Data Acuan reads: bases, targets, spellings, rates, changes, and the regions that they speak of."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.reference import Rate, ReferenceChange
from desktop_app.domain.regions import NATION, Region, depth, parent_code
from desktop_app.operations.edit_reference import changes, rates
from desktop_app.operations.offices import children_of, office_of, province_of
from desktop_app.operations.reference_data import (
    ReferenceData,
    Spelling,
    reference_data,
    region_path,
    search_regions,
    spellings,
)
from desktop_app.operations.workspace import Workspace

FOUND = 200
_NAMED_ALONE = 2
"""Provinces and kabupaten/kota are told apart by their name; below them the region above is said too."""


@dataclass(frozen=True, slots=True)
class Places:
    """Regions by code, and the codes of the parts of those that were looked into."""

    regions: dict[str, Region] = field(default_factory=dict)
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def name(self, code: str) -> str:
        """“Kabupaten Badung”, “Kecamatan Kuta, Kabupaten Badung”; the code of a region that is not known."""
        region = NATION if code == NATION.code else self.regions.get(code)
        if region is None:
            return code
        above = self.regions.get(region.parent or "") if depth(code) > _NAMED_ALONE else None
        return f"{region.full_name}, {above.full_name}" if above else region.full_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the page shows; `office` is the region of the office and `province` its province, both "" without one."""

    data: ReferenceData
    places: Places
    spellings: list[Spelling]
    rates: list[Rate]
    changes: list[ReferenceChange]
    office: str
    province: str


@dataclass(frozen=True, slots=True)
class Place:
    """A region found, and the regions above it from the province down."""

    region: Region
    above: tuple[Region, ...]

    @property
    def within(self) -> str:
        return ", ".join(region.full_name for region in reversed(self.above)) or NATION.name

    @property
    def path(self) -> str:
        return " › ".join(region.full_name for region in (*self.above, self.region))


def everything(workspace: Workspace) -> Shown:
    data = reference_data(workspace)
    codes = {code for base in data.bases for code, _ in base.workers} | {target.region for target in data.targets}
    office = office_of(workspace)
    return Shown(
        data=data,
        places=places_around(workspace, codes | ({office.region} if office else set())),
        spellings=spellings(workspace),
        rates=rates(workspace),
        changes=changes(workspace),
        office=office.region if office else "",
        province=province_of(office.region) if office else "",
    )


def places_around(workspace: Workspace, codes: Iterable[str]) -> Places:
    """The regions of these codes with their neighbours and those above them, read parent by parent."""
    above: set[str] = set()
    for code in codes:
        while (parent := parent_code(code)) is not None:
            above.add(parent)
            code = parent
    regions: dict[str, Region] = {region.code: region for region in children_of(workspace, None)}
    parts: dict[str, tuple[str, ...]] = {}
    for parent in sorted(above):
        found = children_of(workspace, parent)
        regions |= {region.code: region for region in found}
        parts[parent] = tuple(region.code for region in found if region.stands(date.today()))
    return Places(regions, parts)


def find_places(workspace: Workspace, text: str, limit: int = FOUND) -> list[Place]:
    """Regions that fit `text`, each with those above it."""
    above: dict[str | None, tuple[Region, ...]] = {None: ()}
    found = []
    for region in search_regions(workspace, text, limit):
        if region.parent not in above:
            above[region.parent] = tuple(region_path(workspace, region.parent or ""))
        found.append(Place(region, above[region.parent]))
    return found
