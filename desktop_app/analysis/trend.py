"""Coverage of one region over time: points on different bases are kept apart and never joined."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.facts import Target
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """`share` of a month; `people` and `workers` are None for a share reported without its numerator (`reported`)."""

    period: date
    share: float
    people: int | None
    workers: int | None
    reported: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendSeries:
    """Points of one base, oldest first; a line may join these and no others."""

    base: str
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """`series` in the order of their first point; `targets` official ones of the region, rivals side by side."""

    region: Region
    sector: Sector
    series: tuple[TrendSeries, ...]
    targets: tuple[Target, ...]
