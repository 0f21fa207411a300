"""A forecast of coverage: a straight line with a band, on one base, whose method is named in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from statistics import median, quantiles

from desktop_app.analysis.digits import as_printed, rounding
from desktop_app.analysis.trend import TrendPoint, TrendSeries, source_change_words
from desktop_app.domain.indonesian import month_year, number
from desktop_app.domain.periods import months_between, months_later

WINDOW = 24
"""Months before the last point whose points are looked at: what was long ago says little of next year."""

FEWEST_POINTS = 2
"""With one point there is no direction; with two a line, but nothing that a band could rest on."""


@dataclass(frozen=True, slots=True)
class ForecastPoint:
    """`share` expected at the end of `period`, between `low` and `high`: low <= share <= high."""

    period: date
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """One point per month after `since`, the last point of the series on `base`; that one itself is not in it.

    `method` says in full words how it was made, `label` in few; `per_month` is the slope, as a share a month; `used`
    counts the points looked at. `capped`: the line or its band would leave 0–100 % and was held there; `method` says it.
    """

    base: str
    since: date
    start: float
    per_month: float
    used: int
    method: str
    label: str
    capped: bool
    points: tuple[ForecastPoint, ...]


@dataclass(frozen=True, slots=True)
class _Slopes:
    """Shares a month: slowest, middle, fastest."""

    low: float
    middle: float
    high: float


def forecast(series: TrendSeries, until: date) -> Forecast | None:
    """Where the series goes by `until` if it goes on as in its last 24 months.

    Theil–Sen: the slope is the median of the slopes between every two points, so that one odd month does not turn it.
    The line starts at the last point. The band runs with the slopes at the first and the ninth decile of those
    between every two points, made wider by what the rounding of printed shares leaves open; with two points only
    that rounding is left, and where people are known there is no band at all (low = share = high).

    Returns:
        None with fewer than two points, or where the series already reaches `until`. A share above 100 % stands in
        it only where the series is there already; else it is held at 100 %, and said to be.

    Source: docs/rumus.md, “Perkiraan”.
    """
    points = _recent(series.points)
    if len(points) < FEWEST_POINTS or months_between(points[-1].period, until) < 1:
        return None
    last, slopes = points[-1], _slopes(points)
    ceiling = max(1.0, last.share)
    free = [_ahead(last, slopes, months) for months in range(1, months_between(last.period, until) + 1)]
    held = tuple(_held(point, ceiling) for point in free)
    capped = held != tuple(free)
    return Forecast(
        base=series.base, since=last.period, start=last.share, per_month=slopes.middle, used=len(points),
        method=_method(series.base, points, free[-1], ceiling if capped else None), label=_label(points), capped=capped, points=held,
    )  # fmt: skip


def _recent(points: Sequence[TrendPoint]) -> list[TrendPoint]:
    return [point for point in points if months_between(point.period, points[-1].period) <= WINDOW]


def _doubt(point: TrendPoint) -> float:
    """What the rounding of a printed share leaves open, to either side; a share computed from people leaves nothing."""
    return rounding(point.share) if point.people is None else 0.0


def _slopes(points: Sequence[TrendPoint]) -> _Slopes:
    lows, middles, highs = [], [], []
    for earlier, later in combinations(points, 2):
        months = months_between(earlier.period, later.period)
        slope, doubt = (later.share - earlier.share) / months, (_doubt(earlier) + _doubt(later)) / months
        lows.append(slope - doubt)
        middles.append(slope)
        highs.append(slope + doubt)
    return _Slopes(_decile(lows, 1), median(middles), _decile(highs, 9))


def _decile(values: Sequence[float], which: int) -> float:
    return values[0] if len(values) == 1 else quantiles(values, n=10, method="inclusive")[which - 1]


def _ahead(last: TrendPoint, slopes: _Slopes, months: int) -> ForecastPoint:
    share, doubt = last.share + slopes.middle * months, _doubt(last)
    low, high = last.share - doubt + slopes.low * months, last.share + doubt + slopes.high * months
    return ForecastPoint(months_later(last.period, months), share, min(low, share), max(high, share))


def _held(point: ForecastPoint, ceiling: float) -> ForecastPoint:
    share, low, high = (min(max(value, 0.0), ceiling) for value in (point.share, point.low, point.high))
    return ForecastPoint(point.period, share, low, high)


def _method(base: str, points: Sequence[TrendPoint], end: ForecastPoint, ceiling: float | None) -> str:
    """`end`: before it was held at `ceiling`, which is None where nothing had to be held."""
    first, last = month_year(points[0].period), month_year(points[-1].period)
    start = f"Garis lurus dari {last} pada penyebut {base}"
    if len(points) == FEWEST_POINTS:
        band = "Pitanya hanya pembulatan persentase yang dilaporkan" if end.low < end.high else "Tanpa pita"
        said = f"{start}, dengan laju antara dua titik saja ({first} dan {last}). {band}: dua titik tidak menunjukkan sebaran."
    else:
        said = (
            f"{start}, dengan laju tengah (median) antara setiap dua dari {number(len(points))} titik {first}–{last}"
            " (Theil–Sen). Pitanya memuat delapan dari setiap sepuluh laju itu: tanpa yang paling lambat dan yang paling"
            " cepat."
        )
    if ceiling is not None:
        said = f"{said} Dibatasi pada 0 sampai {as_printed(ceiling)}."
    return " ".join(filter(None, (said, source_change_words(points))))


def _label(points: Sequence[TrendPoint]) -> str:
    """“Theil–Sen, 9 bulan”, of two points “dua titik, 9 bulan”, to stand beside the line."""
    method = "dua titik" if len(points) == FEWEST_POINTS else "Theil–Sen"
    return f"{method}, {number(months_between(points[0].period, points[-1].period))} bulan"
