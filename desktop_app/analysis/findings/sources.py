"""A change from one month to the next that coincides with another source: recap, list of people, sum of the parts."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from desktop_app.analysis.findings.values import Finding
from desktop_app.analysis.trend import TrendPoint, TrendSeries
from desktop_app.domain.indonesian import long_date, number, percent
from desktop_app.domain.regions import Region

SMALLEST_PART, SMALLEST_PEOPLE = 0.01, 20
"""Of one source, a change of definition is told where the figure changes by at least this part, and so many people."""


def source_changed(region: Region, history: Iterable[TrendSeries]) -> Iterator[Finding]:
    """Neighbouring points of a line that come from different sources, or count by another definition.

    A remark: both figures may be right, but their difference is no growth and no fall alone.
    """
    for series in history:
        counted = [point for point in series.points if point.people is not None]
        for before, after in pairwise(counted):
            if before.source_kind is not after.source_kind:
                kinds = before.source_kind.value, after.source_kind.value
                yield _changed(region, before, after, *kinds)
            elif before.definition != after.definition and _is_large(before, after):
                yield _changed(region, before, after, f"“{before.definition}”", f"“{after.definition}”")


def _is_large(before: TrendPoint, after: TrendPoint) -> bool:
    change = abs((after.people or 0) - (before.people or 0))
    return change >= max(SMALLEST_PART * (before.people or 0), SMALLEST_PEOPLE)


def _changed(region: Region, before: TrendPoint, after: TrendPoint, source: str, other: str) -> Finding:
    old, new = before.people or 0, after.people or 0
    message = (
        f"{region.full_name}, {long_date(after.period)}: sumber berbeda. {number(old)} orang pada"
        f" {long_date(before.period)} dari {source}, lalu {number(new)} dari {other}{_difference(old, new)}"
        " Bandingkan bulan-bulan dari sumber yang sama."
    )
    return Finding("source_changed", region.code, after.period, message, after.place or after.source, serious=False)


def _difference(old: int, new: int) -> str:
    if new == old:
        return "."
    part = f" ({percent(abs(new - old) / old)})" if old else ""
    more, what = ("lebih banyak", "kenaikan") if new > old else ("lebih sedikit", "penurunan")
    return f", {number(abs(new - old))} {more}{part}. Itu bukan {what} semata."
