"""All that a compliance summary says, from what is stored."""

from dataclasses import replace
from datetime import date

from desktop_app.analysis.change import Change
from desktop_app.analysis.compliance.headlines import headlines
from desktop_app.analysis.compliance.sentences import Material, ends_of, sentences
from desktop_app.analysis.compliance.spans import span_before, span_of
from desktop_app.analysis.compliance.values import Compliance, Span
from desktop_app.analysis.coverage import CoverageTable
from desktop_app.analysis.numerators import base_key
from desktop_app.analysis.pace import Pace, toward_target
from desktop_app.analysis.region_coverage import RegionCoverage
from desktop_app.analysis.target_choice import TargetChoice
from desktop_app.analysis.trend import Trend
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.periods import end_of_month
from desktop_app.domain.regions import NATION, Region
from desktop_app.operations.compliance.late import reports_of_span
from desktop_app.operations.compliance.request import ComplianceRequest as ComplianceRequest
from desktop_app.operations.compliance.rules import filters_of, rules_of
from desktop_app.operations.compliance.sections import Sections, read_sections
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.coverage_facts import months_within
from desktop_app.operations.explain_change import explain_change
from desktop_app.operations.offices import office_of, province_of, region_named
from desktop_app.operations.workspace import Workspace, now


def compliance(workspace: Workspace, request: ComplianceRequest | None = None, today: date | None = None) -> Compliance:
    """Answer `request`; `today` says what is late.

    Raises:
        NoFigures: no figure of coverage is stored yet, or no base. UnknownBase, UnknownRegion, AmbiguousRegion.
    """
    asked = request or ComplianceRequest()
    region = region_asked(workspace, asked.region)
    day = today or now().date()
    month = _month(workspace, region, asked)
    span = span_of(asked.span, asked.day or month)
    answer = _answer(workspace, region, asked, month)
    read = read_sections(workspace, region, span, asked)
    return _put_together(workspace, asked, answer, read, span, day)


def region_asked(workspace: Workspace, text: str) -> Region:
    """The region of a code or name; the office's own, not its province, where it is empty."""
    office = office_of(workspace)
    if not text.strip() and office is None:
        return region_named(workspace, "51")
    return region_named(workspace, text.strip() or (office.region if office else ""))


def _month(workspace: Workspace, region: Region, asked: ComplianceRequest) -> date:
    """The newest month in the span with a figure, else the last of the span; of no span the newest month of all."""
    with workspace.sessions() as session:
        months = months_within(session, region.code)
    known = sorted({*months.recaps, *months.counted})
    if asked.day is None:
        if months.newest is None:
            raise NoFigures("Belum ada angka cakupan untuk wilayah ini.")
        return months.newest
    span = span_of(asked.span, asked.day)
    return max((one for one in known if span.first <= one <= span.last), default=span.last)


def _query(region: Region, asked: ComplianceRequest, month: date) -> CoverageQuery:
    return CoverageQuery(
        region=region.code, period=end_of_month(month), base=asked.base, sector=asked.sector, level=asked.level,
        target_document=asked.target_document,
    )  # fmt: skip


def _answer(workspace: Workspace, region: Region, asked: ComplianceRequest, month: date) -> CoverageAnswer:
    """Coverage of the month, against the target of the year asked for, and of nothing that came after."""
    answer = coverage(workspace, _query(region, asked, month))
    table = _aimed(answer, asked) if asked.target_year else answer.table
    return replace(answer, table=table, trend=until(answer.trend, month))


def _aimed(answer: CoverageAnswer, asked: ComplianceRequest) -> CoverageTable:
    choice = TargetChoice(answer.choices.targets, asked.sector, asked.target_year or 0, asked.target_document)
    table = answer.table
    return replace(
        table, whole=_with_target(table.whole, choice), rows=tuple(_with_target(row, choice) for row in table.rows)
    )  # fmt: skip


def _with_target(row: RegionCoverage, choice: TargetChoice) -> RegionCoverage:
    target = choice.of(row.region.code)
    return replace(row, target=target, target_is_province=target is not None and target.region != row.region.code)


def until(trend: Trend, month: date) -> Trend:
    """The trend as it was known of months up to `month`."""
    cut = (replace(s, points=tuple(p for p in s.points if p.period <= month)) for s in trend.series)
    return replace(trend, series=tuple(series for series in cut if series.points))


def _put_together(
    workspace: Workspace, asked: ComplianceRequest, answer: CoverageAnswer, read: Sections, span: Span, today: date
) -> Compliance:
    region, table = answer.region, answer.table
    office = office_of(workspace)
    pace = pace_of_table(table, answer.trend)
    material = Material(
        region=region, span=span, before=span_before(asked.span, span), table=table, trend=answer.trend, pace=pace,
        reporting=reports_of_span(workspace, region, span), companies=read.companies, vulnerable=read.vulnerable,
        change=_change(workspace, asked, answer, span), today=today,
        outside=asked.outside,
    )  # fmt: skip
    said, unsaid = sentences(material)
    return Compliance(
        region=region, province=_province(workspace, region), span=span,
        headlines=headlines(table, read.companies, read.vulnerable, outside=asked.outside), sentences=said, unsaid=unsaid, coverage=table,
        trend=answer.trend, findings=answer.findings, companies=read.companies, vulnerable=read.vulnerable,
        public=read.public, steps=read.steps, senders=read.senders, imports=read.imports, bases=answer.choices.bases,
        targets=answer.choices.targets, absent=read.absent, rules=rules_of(asked, table, read),
        filters=filters_of(asked, table, region, span), pace=pace, reporting=material.reporting,
        sample=office is not None and office.sample, letters=read.letters,
    )  # fmt: skip


def pace_of_table(table: CoverageTable, trend: Trend) -> Pace | None:
    """The way to the target, seen from the figure's own month; None without a figure or target."""
    row = table.whole
    if row.target is None or row.period is None or row.shown_share is None:
        return None
    series = next((one for one in trend.series if base_key(one.base) == base_key(table.base.name)), None)
    return toward_target(row.target, row.period, row.gap_people, row.shown_share, series)


def _change(workspace: Workspace, asked: ComplianceRequest, answer: CoverageAnswer, span: Span) -> Change | None:
    row = answer.table.whole
    ends = ends_of(answer.trend, answer.table.base.name, row.period, span)
    if ends is None or row.stale or row.period is None or row.active is None or ends[0].people is None:
        return None
    query = replace(_query(answer.region, asked, row.period), base=answer.table.base.name)
    try:
        return explain_change(workspace, query, ends[0].period)
    except NoFigures:
        return None


def _province(workspace: Workspace, region: Region) -> Region | None:
    code = province_of(region.code)
    return None if code in (region.code, NATION.code) else region_named(workspace, code)
