"""The people of participants sheets by segment, programme, sex, age, company size and funding."""

from datetime import date

# The terminal takes the words from here.
from desktop_app.analysis.part_words import TITLES as TITLES
from desktop_app.analysis.part_words import part_label as part_label
from desktop_app.analysis.part_words import parts_in_order as parts_in_order
from desktop_app.domain.breakdowns import Breakdown
from desktop_app.operations.coverage_facts import months_within
from desktop_app.operations.workspace import Workspace
from desktop_app.store import listed


def breakdowns(workspace: Workspace, region: str, period: date, *, sample: bool = False) -> tuple[Breakdown, ...]:
    """One breakdown for each dimension, of the people listed in `region` (a code) that month; none where nobody is.

    The parts of a dimension add up to all people of the list; those of `KEPESERTAAN` to its memberships.
    """
    with workspace.sessions() as session:
        return tuple(listed.breakdowns(session, region, period, sample))


def listed_months(workspace: Workspace, region: str) -> tuple[date, ...]:
    """Months of lists of people that speak of `region` (a code), newest first."""
    with workspace.sessions() as session:
        return tuple(sorted(months_within(session, region).lists, reverse=True))


def newest_list(workspace: Workspace, region: str) -> date | None:
    """The month that `coverage` looks at first, where it has a list; else that of the newest complete list, or of any."""
    with workspace.sessions() as session:
        months = months_within(session, region)
    if months.newest in months.lists:
        return months.newest
    return max(months.counted, default=None) or max(months.lists, default=None)
