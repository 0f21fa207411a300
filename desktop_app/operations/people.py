"""The people behind a figure of participants sheets, page by page; their NIK are masked."""

from datetime import date

from desktop_app.domain.breakdowns import PeopleFilter
from desktop_app.domain.records import ListedPerson
from desktop_app.operations.workspace import Workspace
from desktop_app.store import listed

EVERYBODY = PeopleFilter()


def count_listed(
    workspace: Workspace, region: str, period: date, *, sample: bool = False, only: PeopleFilter = EVERYBODY
) -> int:
    """How many rows `listed_rows` has in all: for everybody, the `people` of this region's `ListedPeople`."""
    with workspace.sessions() as session:
        return listed.count_people(session, region, period, sample, *(() if only == EVERYBODY else (only,)))


def listed_rows(
    workspace: Workspace, region: str, period: date, offset: int, limit: int, *, sample: bool = False,
    only: PeopleFilter = EVERYBODY,
) -> list[ListedPerson]:  # fmt: skip
    """People counted in `region` (a code) and month, once each, by name; `limit` of them after the first `offset`."""
    with workspace.sessions() as session:
        return listed.people(session, region, period, sample, offset, limit, *(() if only == EVERYBODY else (only,)))
