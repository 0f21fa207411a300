"""The page Cakupan, view Pelaporan: which regions have reported which months."""

from datetime import date

from desktop_app.analysis.reporting import last_months, reporting_table
from desktop_app.domain.periods import end_of_month
from desktop_app.domain.regions import depth
from desktop_app.domain.reporting import Reporting
from desktop_app.operations.offices import parts_of, region_or_own
from desktop_app.operations.workspace import Workspace, now
from desktop_app.store import reporting as came

MONTHS = 12


def reporting(
    workspace: Workspace, region: str = "", level: int | None = None, months: int = MONTHS, until: date | None = None
) -> Reporting:
    """The parts of `region` (code or name; the office's province when empty) by month.

    Args:
        level: depth of the parts (3: kecamatan); those directly below when None. A village is its own part.
        until: the last month; when None the newest that any figure is of, or this month in an empty workspace.

    Raises:
        UnknownRegion, AmbiguousRegion.
    """
    whole = region_or_own(workspace, region)
    with workspace.sessions() as session:
        last = end_of_month(until or came.newest_month(session) or now().date())
    parts = parts_of(workspace, whole.code, level or depth(whole.code) + 1, last) or [whole]
    asked = last_months(last, months)
    first = asked[0].replace(day=1)
    with workspace.sessions() as session:
        figures = came.reported_figures(session, {part.code for part in parts}, first, last)
        lists = came.reported_lists(session, first, last)
        began = came.first_import(session)
    return reporting_table(whole, parts, asked, figures, lists, began)
