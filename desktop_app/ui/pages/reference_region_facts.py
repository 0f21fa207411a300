"""What is read about one region: where it lies, its parts, and who took it over."""

from dataclasses import dataclass

from desktop_app.domain.regions import Region, depth
from desktop_app.operations.offices import children_of
from desktop_app.operations.reference_data import region_path
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.pages.reference_reading import Place

VILLAGE = 4


@dataclass(frozen=True, slots=True)
class RegionFacts:
    """A region with its parts and the names of its heirs, by code."""

    place: Place
    parts: tuple[Region, ...]
    heirs: dict[str, str]


def region_facts(workspace: Workspace, code: str) -> RegionFacts | None:
    """None where the region is not there (any more)."""
    path = region_path(workspace, code)
    if not path or path[-1].code != code:
        return None
    region = path[-1]
    heirs = {heir: found[-1].full_name if (found := region_path(workspace, heir)) else heir for heir in region.heirs}
    parts = tuple(children_of(workspace, code)) if depth(code) < VILLAGE else ()
    return RegionFacts(Place(region, tuple(path[:-1])), parts, heirs)
