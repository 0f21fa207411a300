"""Who came and went between two months of lists: the parts of a change, counted by NIK."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.segments import Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFlow:
    """People of a region and sector in the lists of `period`, against those of `earlier`, the newest month before it

    that has lists. `joined` were in no list then, `lapsed` are in none now; `moved_in` were elsewhere then (another
    region, or another sector), `moved_out` are elsewhere now. before + joined + moved_in - lapsed - moved_out = after.
    """

    region: str
    sector: Sector
    period: date
    earlier: date
    sample: bool
    before: int
    joined: int
    moved_in: int
    lapsed: int
    moved_out: int
    after: int
