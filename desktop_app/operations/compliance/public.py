"""The quarterly report of non-ASN workers and village apparatus, from the lists of participants."""

from datetime import date, timedelta

from desktop_app.analysis.compliance.public import QuarterlyPublic as QuarterlyPublic
from desktop_app.analysis.compliance.public import quarterly_public
from desktop_app.analysis.compliance.public_employers import public_kind
from desktop_app.analysis.compliance.spans import SpanKind, span_of
from desktop_app.analysis.compliance.vulnerable import sources_of
from desktop_app.domain.compliance_rows import EmployerRow
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.periods import months_later
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.compliance.asked import OLDEST, Asked, asked_of
from desktop_app.operations.compliance.compliance import region_asked
from desktop_app.operations.compliance.request import ComplianceRequest
from desktop_app.operations.workspace import Workspace, now
from desktop_app.store.compliance import lists, people


def quarterly_report(
    workspace: Workspace, region: str = "", day: date | None = None, today: date | None = None
) -> QuarterlyPublic:
    """The report of the quarter of `day`; the last whole quarter before today when None.

    Raises:
        NoFigures: no list of participants of a month of the quarter is stored. UnknownRegion, AmbiguousRegion.
    """
    place = region_asked(workspace, region)
    present = today or now().date()
    current = span_of(SpanKind.TRIWULAN, present)
    span = span_of(SpanKind.TRIWULAN, day or current.first - timedelta(days=1))
    with workspace.sessions() as session:
        asked = asked_of(workspace, session, place, span, ComplianceRequest(region=place.code))
        sent = asked.counting(SheetKind.PESERTA)
        period = lists.newest_month(sent, span.first, span.last)
        if period is None:
            raise NoFigures(f"Belum ada daftar peserta {place.full_name} untuk {span.title}.")
        last = span.first - timedelta(days=1)
        before = lists.newest_month(sent, months_later(last, -OLDEST), last)
        return quarterly_public(
            place, span, period, _rows(asked, period), _rows(asked, before) if before else None, before, today=present,
            villages=[village for _, village in asked.villages],
            sources=sources_of(asked.of_month(SheetKind.PESERTA, period)),
        )  # fmt: skip


def _rows(asked: Asked, period: date) -> list[EmployerRow]:
    names = people.employer_names(asked.session, period, asked.region.code, asked.samples)
    villages = asked.village_names
    public = {number: name for number, name in names.items() if public_kind(name, villages)}
    return people.employer_rows(asked.session, period, asked.region.code, asked.samples, public)
