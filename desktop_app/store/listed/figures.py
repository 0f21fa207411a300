"""The kept figures of lists, as values."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache
from itertools import combinations, groupby
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.domain.breakdowns import Breakdown, Dimension, joined_segments
from desktop_app.domain.facts import ListedPeople
from desktop_app.domain.flows import ListedFlow
from desktop_app.domain.regions import NATION
from desktop_app.domain.segments import Sector, Segment
from desktop_app.store.codes import are_few, bound, near, only
from desktop_app.store.listed.sheets import Key, Sheets, read_sheets
from desktop_app.store.models import ListedCountRow, ListedFlowRow, RegionRow
from desktop_app.store.recaps import driver_rows

_EVERYBODY = frozenset({Segment.PU, Segment.BPU, Segment.JAKON})

Together = dict[frozenset[Segment], int]
Part = TypeVar("Part")


def listed_people(
    session: Session, regions: Collection[str] | None = None, periods: Collection[date] | None = None,
    sheets: Sheets | None = None, *, memberships: bool = True,
) -> list[ListedPeople]:  # fmt: skip
    """The figures of these regions and months (of all where None), by month and region.

    `sheets`: as `read_sheets` gives them, where they were read before. Without `memberships` these stay empty.
    """
    sheets = sheets or read_sheets(session)
    together = _kept(_rows(session, regions, periods, sheets, Dimension.SEGMEN), _PARTS)
    joined = _kept(_rows(session, regions, periods, sheets, Dimension.KEPESERTAAN), _ONE) if memberships else {}
    wanted = {
        key for key in sheets.waiting
        if (regions is None or key[2] in regions) and (periods is None or key[0] in periods)
    }  # fmt: skip
    # In order already but for those that only wait.
    keys = sorted([*together, *(wanted - together.keys())])
    return [_listed(key, together.get(key) or {}, joined.get(key) or {}, sheets) for key in keys]


def _listed(key: Key, together: Together, memberships: dict[Segment, int], sheets: Sheets) -> ListedPeople:
    by_segment: dict[Segment, int] = {}
    for segments, people in together.items():
        for segment in segments:
            by_segment[segment] = by_segment.get(segment, 0) + people
    complete = sheets.segments_in(key)
    return ListedPeople(
        region=key[2], period=key[0], sample=key[1], people=sum(together.values()), by_segment=by_segment,
        waiting=sheets.waiting.get(key, 0), complete=complete >= _EVERYBODY, complete_segments=complete,
        together=together, memberships=memberships,
    )  # fmt: skip


_PARTS = {
    joined_segments(frozenset(some)): frozenset(some)
    for count in range(len(Segment) + 1) for some in combinations(Segment, count)
}  # fmt: skip
"""Every set of segments by its part: it is looked up thousands of times."""

_ONE = {segment.value: segment for segment in Segment}


def _kept(rows: Iterable[tuple[Any, ...]], parts: Mapping[str, Part]) -> dict[Key, dict[Part, int]]:
    """People by part, of each month and region."""
    found: dict[Key, dict[Part, int]] = {}
    for (period, sample, region), some in groupby(rows, _MONTH_AND_REGION):
        day = period if isinstance(period, date) else date.fromisoformat(period)
        found[day, bool(sample), region] = {parts[part]: people for _, _, _, part, people in some}
    return found


_MONTH_AND_REGION = itemgetter(0, 1, 2)


def _rows(
    session: Session, regions: Collection[str] | None, periods: Collection[date] | None, sheets: Sheets,
    dimension: Dimension,
) -> Iterable[tuple[Any, ...]]:  # fmt: skip
    """Period, sample, region, part, people: the driver's rows, since there are some thousands for a map."""
    lists = {key for key in sheets.lists if periods is None or key[0] in periods}
    if not lists:
        return ()
    months = {"periods": sorted({period for period, _ in lists}), "samples": sorted({sample for _, sample in lists})}
    asked = {**bound(regions), **months, "dimension": dimension}
    return only(driver_rows(session, _counts(are_few(regions)), **asked), 2, regions)


@cache
def _counts(few: bool | None) -> Select[*tuple[Any, ...]]:
    """Of one dimension: for several in one query SQLite would go through all the others too."""
    row = ListedCountRow
    wanted = (
        row.period.in_(bindparam("periods", expanding=True)), row.sample.in_(bindparam("samples", expanding=True)),
        row.dimension == bindparam("dimension"), near(row.region, few),
    )  # fmt: skip
    columns = (row.period, row.sample, row.region, row.part, row.people)
    return select(*columns).where(*wanted).order_by(row.period, row.sample, row.region)


def listed_months(session: Session, within: str) -> list[date]:
    """Months in which people are listed there or wait, oldest first."""
    return sorted({each.period for each in listed_people(session, [within])})


def unplaced(session: Session, period: date, regions: Collection[str]) -> set[str]:
    """Those of `regions` with more people than all their parts together: some of them are placed in no part."""
    of_month = (
        ListedCountRow.period == period, ListedCountRow.sample.is_(False), ListedCountRow.dimension == Dimension.SEGMEN
    )  # fmt: skip
    inside = func.coalesce(RegionRow.parent, NATION.code)
    parts = select(RegionRow.code).where(
        or_(RegionRow.parent.in_(regions), RegionRow.parent.is_(None) & (NATION.code in regions))
    )
    people = func.sum(ListedCountRow.people)
    here = select(ListedCountRow.region, people).where(*of_month, ListedCountRow.region.in_(regions))
    below = (
        select(inside, people)
        .select_from(ListedCountRow)
        .join(RegionRow, RegionRow.code == ListedCountRow.region)
        .where(*of_month, ListedCountRow.region.in_(parts))
        .group_by(inside)
    )
    placed: dict[str, int] = {}
    for region, count in session.execute(below):
        placed[region] = count
    counted = session.execute(here.group_by(ListedCountRow.region)).all()
    return {region for region, count in counted if count > placed.get(region, 0)}


def breakdowns(session: Session, region: str, period: date, sample: bool) -> list[Breakdown]:
    """The people of a region and month by every dimension; nothing where nobody is listed."""
    row = ListedCountRow
    query = select(row.dimension, row.part, row.people).where(
        row.period == period, row.sample.is_(sample), row.dimension.in_(list(Dimension)), row.region == region
    )
    found: dict[str, dict[str, int]] = {}
    for dimension, part, people in session.execute(query):
        found.setdefault(dimension, {})[part] = people
    return [
        Breakdown(dimension, region, period, sample, found[dimension]) for dimension in Dimension if dimension in found
    ]


def flows(
    session: Session, region: str, sector: Sector, first: date, last: date, *, sample: bool = False
) -> list[ListedFlow]:
    """Who came and went in the months after `first` up to `last`, oldest first: they lead from one to the other."""
    query = (
        select(ListedFlowRow)
        .where(
            ListedFlowRow.period > first, ListedFlowRow.period <= last, ListedFlowRow.sample.is_(sample),
            ListedFlowRow.sector == sector, ListedFlowRow.region == region,
        )
        .order_by(ListedFlowRow.period)
    )  # fmt: skip
    return [
        ListedFlow(
            region=row.region, sector=Sector(row.sector), period=row.period, earlier=row.earlier, sample=row.sample,
            before=row.before, joined=row.joined, moved_in=row.moved_in, lapsed=row.lapsed, moved_out=row.moved_out,
            after=row.after,
        )
        for row in session.scalars(query)
    ]  # fmt: skip
