"""Writing the compliance summary of a region as an Excel workbook, or as PDF where the file is called so."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app import VERSION
from desktop_app.analysis.compliance.values import Compliance
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.summary_pdf import write_summary_pdf
from desktop_app.documents.reports.summary_xlsx import write_summary_xlsx
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.compliance.compliance import ComplianceRequest, compliance
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.offices import required_office
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import file_name, room_for
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
    values = _values(workspace, request.query, answer)
    made = Made(at=now(), by=office.clerk or present_user(), version=VERSION)
    path = request.target or workspace.reports / file_name(f"Ringkasan Cakupan {answer.region.full_name}", ".xlsx")
    write = write_summary_pdf if path.suffix.lower() == ".pdf" else write_summary_xlsx
    with room_for(path):
        write(values, office, path, pictures={}, made=made)
    tick(2, 3)
    with workspace.sessions.begin() as session:
        audit.record(session, "buat ringkasan", path.name, present_user(), now())
    tick(3, 3)
    return path


def _values(workspace: Workspace, query: CoverageQuery, answer: CoverageAnswer) -> Compliance:
    """The summary of what is looked at: its region, month, base and target, counted as it is counted there."""
    asked = ComplianceRequest(
        region=answer.region.code, day=answer.table.period, base=answer.table.base.name, sector=query.sector,
        level=query.level, target_document=query.target_document,
    )  # fmt: skip
    return replace(compliance(workspace, asked), coverage=answer.table, trend=answer.trend, findings=answer.findings)
