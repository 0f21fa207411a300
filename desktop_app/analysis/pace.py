"""The way to a target: what is missing, the pace it needs, the pace there is, and when that would arrive.

Forecasts and growth live in `forecast.py` and `growth.py`, and are offered from here as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil

from desktop_app.analysis.forecast import Forecast as Forecast
from desktop_app.analysis.forecast import ForecastPoint as ForecastPoint
from desktop_app.analysis.forecast import forecast as forecast
from desktop_app.analysis.growth import Growth as Growth
from desktop_app.analysis.growth import growth_on_year as growth_on_year
from desktop_app.analysis.growth import year_to_date as year_to_date
from desktop_app.analysis.trend import TrendPoint, TrendSeries, source_change_words
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import month_year, percent
from desktop_app.domain.periods import months_between, months_later

PACE_MONTHS = 12
"""The pace of today is the average of at most the last twelve months."""

LONGEST_WAY = 1_200
"""Months after which arriving means never."""

_DUST = 1e-9


class Arriving(StrEnum):
    """What the present pace leads to; the value is what the screen says."""

    ALREADY = "sudah tercapai"
    ARRIVES = "tercapai"
    NEVER = "tidak tercapai"
    UNKNOWN = "belum diketahui"


@dataclass(frozen=True, slots=True)
class Arrival:
    """`month` (its end) in which a target is reached at a pace; None unless `state` is ARRIVES."""

    state: Arriving
    month: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """“Menuju target” of one region on one base, seen from the month `since`.

    `missing` people (None for a share without its numerator; 0 or less: reached) and `missing_share`, both to the
    target; `needed` people and `needed_share` a month until it is due (None where no whole month is left). `current`
    people and `current_share` a month are the average from `first` to `last`, points of one series; None where there
    are no two. Shares are differences of shares: 0.0166 is 1.66 points.
    `source_change` says in words where the figures between them come from another kind of source; empty where they do not.
    """

    target: Target
    since: date
    months_left: int
    missing: int | None
    missing_share: float | None
    needed: int | None
    needed_share: float | None
    first: TrendPoint | None
    last: TrendPoint | None
    current: float | None
    current_share: float | None
    arrival: Arrival
    source_change: str = ""

    @property
    def off_pace(self) -> bool | None:
        """Whether the present pace misses the date (“di luar laju”); None where that is not known."""
        if self.arrival.state is Arriving.UNKNOWN:
            return None
        if self.arrival.state is Arriving.ARRIVES:
            return self.arrival.month is not None and self.arrival.month > self.target.due
        return self.arrival.state is Arriving.NEVER

    @property
    def sentence(self) -> str:
        """“Dengan laju sekarang, target 73,86 % baru tercapai pada Desember 2030.”"""
        aim = f"target {percent(self.target.share)}"
        if self.arrival.state is Arriving.ALREADY:
            return f"{aim.capitalize()} sudah tercapai."
        if self.arrival.state is Arriving.NEVER:
            return f"Dengan laju sekarang, {aim} tidak akan tercapai."
        if self.arrival.month is None:
            return "Laju sekarang belum dapat dihitung: perlu dua bulan dengan angka pada penyebut yang sama."
        late = "baru " if self.off_pace else ""
        return f"Dengan laju sekarang, {aim} {late}tercapai pada {month_year(self.arrival.month)}."


def needed_per_month(missing: int, since: date, due: date) -> int | None:
    """People to add each month from `since` (a month end) to reach the target at `due`, rounded up.

    0 when nothing is missing; None when no whole month is left.

    Source: docs/rumus.md, “Laju”.
    """
    months = months_between(since, due)
    if missing <= 0:
        return 0
    return -(-missing // months) if months > 0 else None


def pace(earlier: TrendPoint, later: TrendPoint) -> float | None:
    """People added per month between two points of one series, on average; negative where they became fewer.

    None where a point has no people or the later one is not later. The caller takes both from the same series:
    points on different bases count different people.
    """
    months = months_between(earlier.period, later.period)
    if earlier.people is None or later.people is None or months <= 0:
        return None
    return (later.people - earlier.people) / months


def date_at_pace(missing: float | None, per_month: float | None, since: date) -> Arrival:
    """When `missing` is made good at `per_month` from `since` on: both people, or both differences of shares.

    Never at a pace of nothing or less, nor within a hundred years.
    """
    if missing is None:
        return Arrival(Arriving.UNKNOWN)
    if missing <= 0:
        return Arrival(Arriving.ALREADY)
    if per_month is None:
        return Arrival(Arriving.UNKNOWN)
    if per_month * LONGEST_WAY < missing:
        return Arrival(Arriving.NEVER)
    # A way of exactly twelve months must not become thirteen through binary fractions.
    return Arrival(Arriving.ARRIVES, months_later(since, ceil(missing / per_month - _DUST)))


def pace_ends(points: Sequence[TrendPoint]) -> tuple[TrendPoint, TrendPoint] | None:
    """First and last point of the present pace: the last of one series, and the oldest of the twelve months before it.

    Where the last has people, the first has people too, if any of them has.
    """
    if not points:
        return None
    last = points[-1]
    before = [point for point in points if 0 < months_between(point.period, last.period) <= PACE_MONTHS]
    counted = [point for point in before if point.people is not None] if last.people is not None else []
    return ((counted or before)[0], last) if before else None


def toward_target(
    target: Target, since: date, missing: int | None, share: float | None, series: TrendSeries | None
) -> Pace:
    """“Menuju target”: the figure of the month `since` and the pace of `series`, which must be on the same base.

    Args:
        missing: people still missing to the target, as the coverage table has them; None without a numerator.
        share: the share of that month, computed or reported.

    Source: docs/rumus.md, “Laju”.
    """
    months = months_between(since, target.due)
    gap = None if share is None else target.share - share
    ends = pace_ends(series.points) if series is not None else None
    people = pace(*ends) if ends else None
    shares = (ends[1].share - ends[0].share) / months_between(ends[0].period, ends[1].period) if ends else None
    between = (
        [] if series is None or not ends else [p for p in series.points if ends[0].period <= p.period <= ends[1].period]
    )
    in_people = missing is not None and (people is not None or missing <= 0)
    return Pace(
        target=target, since=since, months_left=months, missing=missing, missing_share=gap,
        needed=None if missing is None else needed_per_month(missing, since, target.due),
        needed_share=None if gap is None else 0.0 if gap <= 0 else gap / months if months > 0 else None,
        first=ends[0] if ends else None, last=ends[1] if ends else None, current=people, current_share=shares,
        arrival=date_at_pace(missing, people, since) if in_people else date_at_pace(gap, shares, since),
        source_change=source_change_words(between),
    )  # fmt: skip
