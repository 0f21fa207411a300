"""Months that were reported: locked with their figures, so that later corrections can be told apart."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.domain.regions import Region
from desktop_app.domain.segments import Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedFigure:
    """A figure as it was reported: people, workers of the base, or a share without numerator (`reported`)."""

    region: str
    base: str
    sector: Sector
    active: int | None
    workers: int | None
    reported: float | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLock:
    """`region` and all below it, for the month `period`; `document` is the report it went into.

    Opened again: by whom, when and why (`opened_*`); an opened lock keeps its figures as history and no longer counts.
    """

    id: int
    region: str
    period: date
    document: str
    locked_at: datetime
    locked_by: str
    opened_at: datetime | None = None
    opened_by: str = ""
    reason: str = ""
    figures: tuple[LockedFigure, ...] = ()

    @property
    def closed(self) -> bool:
        return self.opened_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A figure that is another now than it was reported; None on the side where there was, or is, none.

    `causes`: what was imported or taken back for that month since the lock, in words.
    """

    region: Region
    sector: Sector
    base: str
    reported: LockedFigure | None
    now: LockedFigure | None
    causes: tuple[str, ...]

    @property
    def people(self) -> int | None:
        """People more than were reported; None where a side has no count."""
        if self.reported is None or self.now is None or self.reported.active is None or self.now.active is None:
            return None
        return self.now.active - self.reported.active
