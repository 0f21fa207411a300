"""The compliance summary as sections, in the order of its sheets and pages; the first page is made by itself."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.analysis.compliance.values import Compliance
from desktop_app.documents.reports.about_parts import about_section
from desktop_app.documents.reports.company_parts import company_annex, company_section
from desktop_app.documents.reports.coverage_parts import coverage_section, trend_section
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.other_parts import public_section, quality_section
from desktop_app.documents.reports.outside import charted, outside
from desktop_app.documents.reports.tables import Section
from desktop_app.documents.reports.village_parts import village_annex, vulnerable_section, zero_section


def summary_sections(compliance: Compliance, made: Made) -> tuple[Section, ...]:
    """Where the file leaves the office, counts of few people are covered."""
    sections = tuple(_sections(compliance, made))
    return outside(sections) if made.leaves_office else sections


def _sections(compliance: Compliance, made: Made) -> Iterator[Section]:
    names = region_names(compliance)
    yield coverage_section(compliance.coverage)
    yield trend_section(compliance.trend)
    yield company_section(compliance)
    yield vulnerable_section(compliance)
    if compliance.vulnerable is not None:
        yield zero_section(compliance.vulnerable)
    yield public_section(compliance)
    yield quality_section(compliance, names)
    if compliance.companies is not None:
        yield company_annex(compliance.companies)
    if compliance.vulnerable is not None:
        yield village_annex(compliance.vulnerable)
    yield about_section(
        compliance.imports, compliance.bases, compliance.targets, names, made, compliance.filters, compliance.rules
    )


def region_names(compliance: Compliance) -> dict[str, str]:
    """Full names by code, of the regions that the summary knows."""
    regions = [compliance.region, compliance.trend.region, *(row.region for row in compliance.coverage.rows)]
    regions += [compliance.province] if compliance.province else []
    return {region.code: region.full_name for region in regions}


def charted_summary(compliance: Compliance, made: Made) -> Compliance:
    """The summary for first page and charts: outside the office without the bars of what the tables cover."""
    return replace(compliance, coverage=charted(compliance.coverage)) if made.leaves_office else compliance
