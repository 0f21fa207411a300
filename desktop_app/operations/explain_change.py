"""Why a region's figure changed since an earlier month."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

# The terminal takes the change from here.
from desktop_app.analysis.change import Change as Change
from desktop_app.analysis.change import ChangeEnd, explain
from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.analysis.list_numerators import SEGMENTS
from desktop_app.analysis.month_figures import OLDEST_MONTHS
from desktop_app.analysis.numerators import USUAL
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.flows import ListedFlow
from desktop_app.domain.indonesian import long_date, month_year, number
from desktop_app.domain.locks import LockedFigure, MonthLock
from desktop_app.domain.periods import end_of_month
from desktop_app.domain.segments import Sector, Segment
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.locks import lock_of
from desktop_app.operations.workspace import Workspace
from desktop_app.store import listed


def explain_change(workspace: Workspace, query: CoverageQuery, since: date | None = None) -> Change | None:
    """The change of the figure that `query` asks for, from `since` (the newest earlier month with a figure) on.

    Who came and went is told from the lists of both months, where both are complete; a figure that was locked when it
    was reported is the one the change begins with, and what was corrected since is a part of it. Each end stands on
    its own base, unless the query names one. None where no earlier month has people of the region.

    Raises:
        NoFigures: also where a month that is asked for by name has no figure of its own.
        UnknownBase, UnknownRegion: as for `coverage`.
    """
    answer = coverage(workspace, query)
    after = answer.table.whole
    if query.period is not None and (after.active is None or after.stale):
        raise NoFigures(_no_figure(answer, query.period))
    if after.active is None or after.period is None:
        return None
    if since is not None and end_of_month(since) >= after.period:
        raise NoFigures(f"Bulan awal harus sebelum {month_year(after.period)}, bulan yang dijelaskan.")
    months = [end_of_month(since)] if since else _earlier(answer, after.period)
    before = next(_with_people(workspace, replace(query, region=answer.region.code), months), None)
    if before is None and since is not None:
        raise NoFigures(_no_figure(answer, since))
    if before is None or before.period is None or before.period >= after.period:
        return None
    lock = lock_of(workspace, answer.region.code, before.period)
    reported = _reported(lock, before) if lock else None
    flows = _flows(workspace, query, before, after)
    start, corrected, words = _beginning(before, reported, lock)
    return explain(
        answer.region.code, query.sector, start, _end(after), flows, corrected=corrected, correction=words
    )  # fmt: skip


def _no_figure(answer: CoverageAnswer, month: date) -> str:
    """“Provinsi Bali belum punya jumlah peserta November 2025. Bulan terbaru yang punya: Desember 2025.”"""
    points = [point for series in answer.trend.series for point in series.points if point.people is not None]
    known = [point.period for point in points]
    whole = answer.table.whole
    if whole.active is not None and whole.period is not None:
        known.append(whole.period)
    newest = f" Bulan terbaru yang punya: {month_year(max(known))}." if known else ""
    return f"{answer.region.full_name} belum punya jumlah peserta {month_year(month)}.{newest}"


def _earlier(answer: CoverageAnswer, until: date) -> list[date]:
    """Months before `until`, newest first: at most so many as a figure may be old."""
    return [month for month in answer.choices.periods if month < until][:OLDEST_MONTHS]


def _with_people(workspace: Workspace, query: CoverageQuery, months: list[date]) -> Iterator[RegionCoverage]:
    """The region's figures of those months that have people of that very month."""
    for month in months:
        try:
            row = coverage(workspace, replace(query, period=month, level=None)).table.whole
        except NoFigures:
            continue
        if row.active is not None and not row.stale:
            yield row


def _end(row: RegionCoverage) -> ChangeEnd:
    assert row.period is not None
    assert row.active is not None
    return ChangeEnd(period=row.period, people=row.active, workers=row.workers, base=row.base)


def _flows(
    workspace: Workspace, query: CoverageQuery, before: RegionCoverage, after: RegionCoverage
) -> list[ListedFlow]:
    """None where an end is no complete list, where others count than the flows do, or where a month is missing between.

    Nor where the list of a month between is not complete: whoever it lacks would have left and come back.
    """
    everyone = _whom_flows_count(query.sector)
    if not (_is_counted(before, everyone) and _is_counted(after, everyone)) or query.numerator != USUAL:
        return []
    assert before.period is not None
    assert after.period is not None
    with workspace.sessions() as session:
        found = listed.flows(session, before.region.code, query.sector, before.period, after.period)
    whole = found and (found[0].earlier, found[-1].period) == (before.period, after.period)
    if not whole or any(one.period != other.earlier for one, other in pairwise(found)):
        return []
    between = [flow.period for flow in found[:-1]]
    rows = list(_with_people(workspace, replace(query, region=before.region.code), between))
    return found if len(rows) == len(between) and all(_is_counted(row, everyone) for row in rows) else []


def _whom_flows_count(sector: Sector) -> frozenset[Segment]:
    """As `RegionCoverage.segments` says it: everybody where empty."""
    return frozenset() if sector is Sector.SEMUA else frozenset(SEGMENTS[sector])


def _is_counted(row: RegionCoverage, segments: frozenset[Segment]) -> bool:
    """Whether the figure is a complete list of exactly these segments."""
    return row.counted and row.segments == segments


def _reported(lock: MonthLock, before: RegionCoverage) -> LockedFigure | None:
    """The figure as it was locked, on the same base and with its people."""
    for figure in lock.figures:
        key = (figure.region, figure.base, figure.sector)
        if key == (before.region.code, before.base, before.sector) and figure.active is not None:
            return figure
    return None


def _beginning(
    before: RegionCoverage, reported: LockedFigure | None, lock: MonthLock | None
) -> tuple[ChangeEnd, int | None, str]:
    """Where the change begins, what was corrected since, and in words."""
    now = _end(before)
    if reported is None or reported.active is None or lock is None or reported.active == now.people:
        return now, None, ""
    start = ChangeEnd(
        period=now.period, people=reported.active, workers=reported.workers or now.workers, base=reported.base
    )  # fmt: skip
    words = (
        f"Dilaporkan {number(reported.active)} ({lock.document}, dikunci {long_date(lock.locked_at.date())});"
        f" kini {number(now.people)}"
    )
    return start, now.people - reported.active, words
