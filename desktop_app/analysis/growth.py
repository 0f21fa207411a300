"""Growth since an earlier month, on one base: since the year began, and against the same month a year before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.numerators import base_key
from desktop_app.analysis.trend import TrendPoint, TrendSeries
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.periods import month_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """From the month `since` to `until`: `people` more (negative: fewer), and `points` as a difference of shares.

    None where it cannot be said; `reason` then says why, in words. A share reported without its numerator gives
    points, but no people.
    """

    since: date
    until: date
    people: int | None = None
    points: float | None = None
    reason: str = ""


def year_to_date(series: Sequence[TrendSeries], base: str, period: date) -> Growth:
    """Growth on `base` since December of the year before `period`.

    Source: docs/rumus.md, “Pertumbuhan”.
    """
    return _growth(series, base, month_end(period.year - 1, 12), period)


def growth_on_year(series: Sequence[TrendSeries], base: str, period: date) -> Growth:
    """Growth on `base` against the same month of the year before.

    Source: docs/rumus.md, “Pertumbuhan”.
    """
    return _growth(series, base, month_end(period.year - 1, period.month), period)


def _growth(series: Sequence[TrendSeries], base: str, since: date, until: date) -> Growth:
    before, after = _point(series, base, since), _point(series, base, until)
    if before is None or after is None:
        missing = since if before is None else until
        return Growth(since=since, until=until, reason=_why_missing(series, base, missing))
    people = None if before.people is None or after.people is None else after.people - before.people
    reason = "" if people is not None else "Dilaporkan tanpa pembilang, sehingga jumlah orang tidak diketahui."
    return Growth(since=since, until=until, people=people, points=after.share - before.share, reason=reason)


def _point(series: Sequence[TrendSeries], base: str, period: date) -> TrendPoint | None:
    of_base = (one for one in series if base_key(one.base) == base_key(base))
    return next((point for one in of_base for point in one.points if point.period == period), None)


def _why_missing(series: Sequence[TrendSeries], base: str, period: date) -> str:
    others = [one.base for one in series if any(point.period == period for point in one.points)]
    if others:
        on = " dan ".join(others)
        return f"Angka {long_date(period)} memakai penyebut lain ({on}), sehingga tidak dibandingkan dengan {base}."
    return f"Belum ada angka {long_date(period)} pada penyebut {base}."
