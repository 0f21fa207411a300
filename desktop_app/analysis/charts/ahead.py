"""What lies ahead of a trend: where it goes by itself, and the pace the next target needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from desktop_app.analysis.forecast import Forecast, ForecastPoint
from desktop_app.analysis.numerators import base_key
from desktop_app.analysis.pace import Pace, forecast, needed_per_month
from desktop_app.analysis.trend import Trend, TrendPoint, TrendSeries
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import NBSP, number, percent, points
from desktop_app.domain.periods import months_between

_SEEN = 0.0005
"""A band narrower than this share has no figures worth telling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """The forecast, from the last point (`since`, `start`) on. `label` and `second` stand at its end.

    `method` says in whole sentences how it was made; `detail` are the lines of the hover card of its end.
    """

    since: date
    start: float
    points: tuple[ForecastPoint, ...]
    label: str
    second: str
    method: str
    detail: tuple[str, ...] = ()

    @property
    def end(self) -> ForecastPoint:
        return self.points[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """The straight way from a point to a target; `second` says what that asks of each month."""

    since: date
    start: float
    due: date
    share: float
    label: str
    second: str


def start_of(trend: Trend, base: str | None = None) -> TrendSeries | None:
    """The series that what lies ahead starts from: the one on `base`, None where there is none; without `base` the one
    that ends last.
    """
    if base is not None:
        return next((series for series in trend.series if base_key(series.base) == base_key(base)), None)
    return max(trend.series, key=lambda series: series.points[-1].period, default=None)


def next_target(targets: Sequence[Target], since: date) -> Target | None:
    """The official target that is due first after `since`; of several documents the first."""
    return min((each for each in targets if months_between(since, each.due) > 0), key=lambda t: t.due, default=None)


def ahead_of(series: TrendSeries | None, target: Target | None) -> Ahead | None:
    """The forecast until `target` is due; None where the series gives none."""
    found = forecast(series, target.due) if series is not None and target is not None else None
    if found is None or not found.points:
        return None
    end = found.points[-1]
    return Ahead(
        since=found.since, start=found.start, points=found.points, label=f"Perkiraan {percent(end.share)}",
        second=_second(end, found), method=f"Perkiraan: {found.method}", detail=_detail(end, found),
    )  # fmt: skip


def _second(end: ForecastPoint, found: Forecast) -> str:
    """“56,72–59,04 %, Theil–Sen, 9 bulan”."""
    return f"{_band(end)}, {found.label}" if end.high - end.low > _SEEN else found.label


def _band(end: ForecastPoint) -> str:
    return f"{number(end.low * 100, 2)}–{percent(end.high)}"


def _detail(end: ForecastPoint, found: Forecast) -> tuple[str, ...]:
    band = (f"Antara {_band(end)} menurut sebaran laju",) if end.high - end.low > _SEEN else ()
    return *band, f"Penyebut: {found.base}", f"Sumber: perkiraan. {found.method}"


def needed_of(series: TrendSeries | None, target: Target | None, way: Pace | None) -> Needed | None:
    """The way to `target`, or to that of `way` where the page has computed it; None where nothing is missing."""
    if series is None:
        return None
    if way is not None:
        start = next((point for point in series.points if point.period == way.since), None)
        return _needed(start, way.target, way.needed, way.needed_share) if start is not None else None
    if target is None:
        return None
    last = series.points[-1]
    return _needed(last, target, _people(last, target, series.base), None)


def _people(last: TrendPoint, target: Target, base: str) -> int | None:
    """People a month, where both ends are people on one base."""
    if last.people is None or not last.workers:
        return None
    named = target.people if base_key(target.base) == base_key(base) else None
    # Ten digits: 0.6728 * 1_000_000 must stay 672,800 and not become one more through binary fractions.
    wanted = named if named is not None else ceil(round(target.share * last.workers, 10))
    return needed_per_month(wanted - last.people, last.period, target.due)


def _needed(start: TrendPoint, target: Target, people: int | None, share: float | None) -> Needed | None:
    months = months_between(start.period, target.due)
    if months <= 0 or target.share <= start.share:
        return None
    each = share if share is not None else (target.share - start.share) / months
    pace = f"{number(people)} orang per bulan" if people is not None else f"{points(each)}{NBSP}poin per bulan"
    return Needed(
        since=start.period, start=start.share, due=target.due, share=target.share, label="Laju yang perlu", second=pace,
    )  # fmt: skip
