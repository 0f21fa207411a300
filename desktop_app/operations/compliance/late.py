"""Who has reported the months of a span."""

from desktop_app.analysis.compliance.values import Span
from desktop_app.domain.periods import months_between
from desktop_app.domain.regions import Region, depth
from desktop_app.domain.reporting import Reporting, ReportingState
from desktop_app.operations.reporting import MONTHS, reporting
from desktop_app.operations.workspace import Workspace

_THERE = (ReportingState.LENGKAP, ReportingState.TERLAMBAT)


def reports_of_span(workspace: Workspace, region: Region, span: Span) -> Reporting:
    """The parts of the region by month up to the end of the span, over a year at least.

    Where no part has reported whole by itself, whoever reports speaks for the whole region: it is then its own only part.
    """
    months = max(MONTHS, months_between(span.first, span.last) + 1)
    found = reporting(workspace, region.code, months=months, until=span.last)
    if any(cell.state in _THERE for row in found.rows for cell in row.cells):
        return found
    return reporting(workspace, region.code, level=depth(region.code), months=months, until=span.last)
