"""Writing the compliance summary of a region as an Excel workbook."""

from dataclasses import dataclass, field
from pathlib import Path

from desktop_app import VERSION
from desktop_app.documents.summary import Summary, write_summary
from desktop_app.domain.facts import ImportState
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.operations.import_sheet import list_imports
from desktop_app.operations.offices import required_office
from desktop_app.operations.reference_data import reference_data
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.write_letter import file_name
from desktop_app.operations.written_files import room_for
from desktop_app.store import audit


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRequest:
    """The summary of what `query` shows, written into the workspace or to `target`."""

    query: CoverageQuery = field(default_factory=CoverageQuery)
    target: Path | None = None


def make_summary(workspace: Workspace, request: SummaryRequest, tick: Tick = silent) -> Path:
    """Write the summary and say where it is.

    Raises:
        NoOffice, NoFigures, UnknownBase, FileInUse, UnusableTarget, DiskFull: a file that was there did not change.
    """
    office = required_office(workspace)
    answer = coverage(workspace, request.query)
    tick(1, 3)
    summary = Summary(
        office=office, region=answer.region, table=answer.table, findings=answer.findings, trend=answer.trend,
        imports=tuple(record for record in list_imports(workspace) if record.state == ImportState.STORED),
        bases=reference_data(workspace).bases, targets=answer.choices.targets, version=VERSION, made_at=now(),
        made_by=office.clerk or present_user(),
    )  # fmt: skip
    path = request.target or workspace.reports / file_name(f"Ringkasan Cakupan {answer.region.full_name}", ".xlsx")
    with room_for(path):
        write_summary(summary, path)
    tick(2, 3)
    with workspace.sessions.begin() as session:
        audit.record(session, "buat ringkasan", path.name, present_user(), now())
    tick(3, 3)
    return path
