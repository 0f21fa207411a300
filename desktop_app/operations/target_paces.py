"""How fast regions must grow to their targets, against how fast they do."""

from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.analysis.trend import Trend
from desktop_app.domain.facts import Target
from desktop_app.domain.periods import months_between
from desktop_app.domain.regions import Region
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetPace:
    """How fast a region must grow to its target, against how fast it does; both in people a month.

    `gap_people` are still missing in the figure of `period` on `base`; `months` are left until the target is due;
    `pace` is the growth between the two newest figures on this base, of `since` and `period`.
    """

    region: Region
    base: str
    target: Target
    period: date
    since: date
    gap_people: int
    months: int
    pace: float

    @property
    def needed(self) -> float:
        return self.gap_people / self.months

    @property
    def out_of_reach(self) -> bool:
        """At the present pace the target is missed."""
        return self.pace < self.needed


def pace_of(row: RegionCoverage, trend: Trend, today: date) -> TargetPace | None:
    """None where the target is reached or past, or where two figures with people on one base are not known."""
    counted = [
        (point.period, point.people)
        for series in trend.series if series.base == row.base
        for point in series.points if point.people is not None
    ]  # fmt: skip
    if row.target is None or row.gap_people is None or row.gap_people <= 0 or len(counted) < 2:
        return None
    (since, before), (period, people) = counted[-2:]
    return _pace(row, (since, before), (period, people), today) if period == row.period else None


def _pace(row: RegionCoverage, earlier: tuple[date, int], later: tuple[date, int], today: date) -> TargetPace | None:
    """None where the target is reached, or due."""
    (since, before), (period, people) = earlier, later
    if row.target is None or row.gap_people is None or row.gap_people <= 0 or today > row.target.due:
        return None
    return TargetPace(
        region=row.region, base=row.base, target=row.target, period=period, since=since, gap_people=row.gap_people,
        months=max(months_between(today, row.target.due), 1), pace=(people - before) / months_between(since, period),
    )  # fmt: skip


def behind_pace(workspace: Workspace, answer: CoverageAnswer, today: date) -> list[TargetPace]:
    """Parts whose pace since the month before misses the target, those that lack most people a month first."""
    table = answer.table
    older = next((month for month in answer.choices.periods if month < table.period), None)
    if older is None:
        return []
    query = CoverageQuery(region=answer.region.code, period=older, base=table.base.name)
    before = {row.region.code: row for row in coverage(workspace, query).table.rows}
    paces = (_pace_since(before.get(row.region.code), row, today) for row in table.rows)
    missed = [pace for pace in paces if pace is not None and pace.out_of_reach]
    return sorted(missed, key=lambda pace: (pace.pace - pace.needed, pace.region.code))


def _pace_since(before: RegionCoverage | None, row: RegionCoverage, today: date) -> TargetPace | None:
    if before is None or before.active is None or before.period is None or row.active is None or row.period is None:
        return None
    if before.period >= row.period:
        return None
    return _pace(row, (before.period, before.active), (row.period, row.active), today)
