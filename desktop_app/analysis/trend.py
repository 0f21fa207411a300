"""Coverage of one region over time: points on different bases are kept apart and never joined."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.numerators import base_key, current, printed_share, recap_count
from desktop_app.analysis.target_choice import official_targets
from desktop_app.domain.facts import RecapFact, Target, WorkerBase
from desktop_app.domain.periods import months_between
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import MEASURE_OF_SECTOR, Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """`share` of a month; `people` and `workers` are None for a share reported without its numerator (`reported`).

    `source` is who says so (“Kanwil …”), `place` where: file, sheet, cell.
    """

    period: date
    share: float
    people: int | None
    workers: int | None
    reported: bool
    source: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendSeries:
    """Points of one base, oldest first; a line may join these and no others."""

    base: str
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """`series` in the order of their first point; `targets` official ones of the region, rivals side by side.

    A region without targets of its own carries its province's.
    """

    region: Region
    sector: Sector
    series: tuple[TrendSeries, ...]
    targets: tuple[Target, ...]
    restated: bool = False


def trend(
    region: Region,
    facts: Sequence[RecapFact],
    bases: Sequence[WorkerBase],
    targets: Sequence[Target],
    sector: Sector,
) -> Trend:
    """One point for each month and base that the recaps of `region` name.

    Shares are computed from the people and the stored base of that name, so that they agree with the coverage table;
    a base that is not stored is taken as printed. A fact that names no base stands on none and is left out.

    Source: docs/rumus.md, “Perkembangan”.
    """
    stored = {base_key(base.name): base for base in bases}
    groups: dict[str, dict[date, list[RecapFact]]] = {}
    for fact in current(facts):
        if fact.region == region.code and fact.base_name:
            groups.setdefault(base_key(fact.base_name), {}).setdefault(fact.period, []).append(fact)
    found = [_series(group, stored.get(key), sector) for key, group in groups.items()]
    return Trend(
        region=region,
        sector=sector,
        series=tuple(sorted((s for s in found if s.points), key=lambda s: (s.points[0].period, s.base))),
        targets=official_targets(targets, region.code, sector),
    )


def _series(months: dict[date, list[RecapFact]], base: WorkerBase | None, sector: Sector) -> TrendSeries:
    name = base.name if base is not None else months[max(months)][-1].base_name
    points = (_point(months[month], base, name, sector) for month in sorted(months))
    return TrendSeries(base=name, points=tuple(point for point in points if point is not None))


def _point(facts: list[RecapFact], base: WorkerBase | None, name: str, sector: Sector) -> TrendPoint | None:
    count = recap_count(facts, sector, name)
    workers = _workers(count.fact, base, sector) if count is not None else None
    if count is not None and workers:
        return _of(count.fact, count.people / workers, count.people, workers)
    printed = printed_share(facts, sector, name)
    return _of(printed, printed.share, None, None) if printed is not None and printed.share is not None else None


def _workers(fact: RecapFact, base: WorkerBase | None, sector: Sector) -> int | None:
    known = base.workers.get((fact.region, sector)) if base is not None else None
    return known or (fact.workers if fact.measure is MEASURE_OF_SECTOR[sector] else None)


def _of(fact: RecapFact, share: float, people: int | None, workers: int | None) -> TrendPoint:
    origin = fact.origin
    return TrendPoint(
        period=fact.period, share=share, people=people, workers=workers, reported=people is None,
        source=origin.sender or origin.file, place=f"{origin.file}, lembar {origin.sheet}, sel {origin.cell}",
    )  # fmt: skip


def people_per_month_needed(missing: int, since: date, due: date) -> int | None:
    """People to add each month from `since` (a month end) to reach the target at `due`, rounded up.

    0 when nothing is missing; None when no whole month is left.
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
