"""The village scorecard of a kecamatan, from what is stored."""

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.analysis.compliance.scorecard import Scorecard as Scorecard
from desktop_app.analysis.compliance.scorecard import scorecard as put_together
from desktop_app.analysis.compliance.spans import SpanKind, span_of
from desktop_app.analysis.compliance.vulnerable import AGES, QUOTA
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.periods import end_of_month
from desktop_app.domain.regions import Region, depth
from desktop_app.domain.reporting import Reporting, ReportingState
from desktop_app.operations.compliance.asked import asked_of
from desktop_app.operations.compliance.request import ComplianceRequest
from desktop_app.operations.compliance.sections import read_vulnerable
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.operations.offices import children_of, region_named
from desktop_app.operations.reporting import reporting
from desktop_app.operations.workspace import Workspace, now

_KECAMATAN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardRequest:
    """The card of `kecamatan` (code or name) for a month; None: the newest with a figure there."""

    kecamatan: str
    period: date | None = None
    base: str | None = None
    quota: int = QUOTA
    ages: tuple[int, int] = AGES


def village_scorecard(workspace: Workspace, request: ScorecardRequest, today: date | None = None) -> Scorecard:
    """Answer `request`.

    Raises:
        NoFigures: nothing is known there, or the region is no kecamatan. UnknownBase, UnknownRegion, AmbiguousRegion.
    """
    place = region_named(workspace, request.kecamatan)
    if depth(place.code) != _KECAMATAN:
        raise NoFigures(f"Kartu skor desa dibuat per kecamatan; {place.full_name} bukan kecamatan.")
    asked = end_of_month(request.period) if request.period else None
    query = CoverageQuery(region=place.code, period=asked, base=request.base, level=_KECAMATAN + 1)
    answer = coverage(workspace, query)
    month = answer.table.period
    span = span_of(SpanKind.BULAN, month)
    how = ComplianceRequest(region=place.code, quota=request.quota, ages=request.ages)
    with workspace.sessions() as session:
        vulnerable = read_vulnerable(asked_of(workspace, session, place, span, how))
    return put_together(
        place, region_named(workspace, place.parent or place.code), answer.table, vulnerable,
        _reports(workspace, place, month), quota=request.quota, today=today or now().date(),
    )  # fmt: skip


def village_scorecards(
    workspace: Workspace, regency: str, request: ScorecardRequest | None = None, today: date | None = None
) -> list[Scorecard]:
    """A card for each kecamatan of `regency`, by code; those of which nothing is known are left out."""
    asked = request or ScorecardRequest(kecamatan="")
    cards = []
    for part in children_of(workspace, region_named(workspace, regency).code):
        try:
            cards.append(village_scorecard(workspace, replace(asked, kecamatan=part.code), today))
        except NoFigures:
            continue
    return cards


def _reports(workspace: Workspace, place: Region, month: date) -> Reporting | None:
    """The villages by month over a year; None where none of them ever reports by itself."""
    found = reporting(workspace, place.code, level=_KECAMATAN + 1, until=month)
    there = (ReportingState.LENGKAP, ReportingState.TERLAMBAT)
    return found if any(cell.state in there for row in found.rows for cell in row.cells) else None
