"""Months that were reported: locked with their figures, so that later corrections can be told apart."""

from dataclasses import dataclass
from datetime import date, datetime

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
