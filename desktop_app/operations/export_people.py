"""The people behind a figure as an Excel file, for work in the office; NIK are masked, and it is written down."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desktop_app.documents.people_export import write_people
from desktop_app.domain.breakdowns import PeopleFilter
from desktop_app.domain.records import ListedPerson
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.offices import region_named
from desktop_app.operations.people import EVERYBODY, count_listed, listed_rows
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import file_name, room_for
from desktop_app.store import audit

_AT_ONCE = 20_000


def export_people(
    workspace: Workspace, region: str, period: date, target: Path | None = None, tick: Tick = silent, *,
    sample: bool = False, only: PeopleFilter = EVERYBODY,
) -> Path:  # fmt: skip
    """Write everybody counted in `region` (a code) and month, in the order of the list.

    Raises:
        UnknownRegion; TooManyRows: more than a sheet holds; FileInUse, UnusableTarget, DiskFull, Cancelled: a file that
        was there did not change.
    """
    place = region_named(workspace, region)
    path = target or workspace.reports / file_name(f"Peserta {place.full_name} {period:%Y-%m}", ".xlsx")
    total = count_listed(workspace, region, period, sample=sample, only=only)

    def rows() -> Iterator[ListedPerson]:
        for first in range(0, total, _AT_ONCE):
            yield from listed_rows(workspace, region, period, first, _AT_ONCE, sample=sample, only=only)

    with room_for(path):
        count = write_people(rows(), path, tick, total=total)
    with workspace.sessions.begin() as session:
        audit.record(session, "ekspor peserta", f"{path.name}: {count} orang", present_user(), now())
    return path
