"""The people of participants sheets by segment, programme, sex, age, company size and funding."""

from datetime import date

from desktop_app.domain.breakdowns import Breakdown
from desktop_app.operations.workspace import Workspace
from desktop_app.store import listed


def breakdowns(workspace: Workspace, region: str, period: date, *, sample: bool = False) -> tuple[Breakdown, ...]:
    """One breakdown for each dimension, of the people listed in `region` (a code) that month; none where nobody is.

    The parts of a dimension add up to all people of the list; those of `KEPESERTAAN` to its memberships.
    """
    with workspace.sessions() as session:
        return tuple(listed.breakdowns(session, region, period, sample))
