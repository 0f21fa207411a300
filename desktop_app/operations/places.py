"""The places of an open workspace, as the reading of sheets asks for them."""

from functools import lru_cache

from desktop_app.domain.regions import Region
from desktop_app.ingest.regions.places import Places
from desktop_app.operations.offices import office_of, province_of
from desktop_app.operations.reference import bps_codes
from desktop_app.operations.workspace import Workspace
from desktop_app.store import reference, regions
from desktop_app.store.database import Sessions


def places_of(workspace: Workspace) -> Places:
    """All places; those of the office's province are proposed first. Made anew when spellings or regions change."""
    office = office_of(workspace)
    with workspace.sessions() as session:
        edition = reference.places_edition(session)
    return _places(workspace.sessions, province_of(office.region) if office else "", edition)


@lru_cache(maxsize=1)
def _places(sessions: Sessions, home: str, _edition: tuple[int, int]) -> Places:
    """Villages are read when one of their province is asked for: 83,762 of them would hold up every start."""

    def villages(province: str) -> list[Region]:
        with sessions() as session:
            return regions.all_regions(session, province)

    with sessions() as session:
        return Places(
            regions.regions_above_villages(session), regions.aliases(session), bps_codes(), home=home, villages=villages
        )
