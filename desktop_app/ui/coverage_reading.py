"""What the page Cakupan asks the store beside the coverage itself, off the GUI thread."""

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.analysis.charts import BarChart, BarOrder, MapChart, bar_chart, map_chart
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.domain.breakdowns import Breakdown
from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.regions import depth
from desktop_app.domain.segments import Sector
from desktop_app.operations.breakdowns import breakdowns
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.operations.import_sheet import list_imports
from desktop_app.operations.locks import lock_of
from desktop_app.operations.reporting import reporting
from desktop_app.operations.workspace import Workspace
from desktop_app.pictures.boundaries import layer
from desktop_app.ui.origin_figures import Behind
from desktop_app.ui.query_bar import Seen, look_up


@dataclass(frozen=True, slots=True)
class Segments:
    """The parts of a region for both sectors."""

    query: CoverageQuery
    formal: CoverageTable
    informal: CoverageTable


@dataclass(frozen=True, slots=True)
class Pictured:
    """What a query shows, with the values of chart and map: hundreds of villages take a while to put into words."""

    seen: Seen
    order: BarOrder
    bars: BarChart | None = None
    map: MapChart | None = None


def picture(workspace: Workspace, query: CoverageQuery, order: BarOrder) -> Pictured:
    """Also reads the boundaries for the map, which are kept: a tenth of a second that the window would stand still."""
    seen = look_up(workspace, query)
    if seen.answer is None:
        return Pictured(seen, order)
    area = map_chart(seen.answer.table)
    layer(area.layer)
    return Pictured(seen, order, bar_chart(seen.answer.table, order), area)


def behind(workspace: Workspace, figure: RegionCoverage, query: CoverageQuery, period: date) -> Behind:
    """The lists that a figure was counted from, the lock of the month `period` that was asked for, else of its own, and

    the regions that it sums, counted as `query` counts.
    """
    lock = lock_of(workspace, figure.region.code, period)
    if lock is None and figure.period is not None:
        lock = lock_of(workspace, figure.region.code, figure.period)
    # The list of a newer month is not where an older sum comes from.
    other = figure.summed is not None and figure.listed is not None and figure.listed.period != figure.period
    lists = () if other else lists_of(workspace, figure)
    return Behind(lists, lock, parts_of_sum(workspace, figure, query))


def parts_of_sum(workspace: Workspace, figure: RegionCoverage, query: CoverageQuery) -> tuple[RegionCoverage, ...]:
    """The regions directly below whose people a figure adds up, of its own month; none where it is no sum."""
    if figure.summed is None:
        return ()
    asked = replace(query, region=figure.region.code, period=figure.period, base=figure.base, level=None)
    rows = coverage(workspace, asked).table.rows
    return tuple(row for row in rows if row.active is not None and row.period == figure.period)


def lists_of(workspace: Workspace, figure: RegionCoverage) -> tuple[ImportRecord, ...]:
    """The imports of people that reach the region in that month; samples where the figure shows a sample."""
    listed = figure.listed
    if listed is None:
        return ()
    code = figure.region.code
    months = reporting(workspace, code, level=depth(code), months=1, until=listed.period)
    ids = {number for row in months.rows for cell in row.cells for number in cell.import_ids}
    records = [record for record in list_imports(workspace) if record.period == listed.period and _is_list(record)]
    return tuple(record for record in records if (record.sample if listed.sample else record.id in ids))


def _is_list(record: ImportRecord) -> bool:
    return record.kind == "peserta" and record.state == "tersimpan"


def segments(workspace: Workspace, query: CoverageQuery) -> Segments:
    formal = coverage(workspace, replace(query, sector=Sector.FORMAL)).table
    informal = coverage(workspace, replace(query, sector=Sector.INFORMAL)).table
    return Segments(query, formal, informal)


def parts_of_people(workspace: Workspace, figure: RegionCoverage) -> tuple[Breakdown, ...]:
    """The people who are listed in a region, divided in every way; none where nobody is listed."""
    listed = figure.listed
    if listed is None:
        return ()
    return breakdowns(workspace, figure.region.code, listed.period, sample=listed.sample)
