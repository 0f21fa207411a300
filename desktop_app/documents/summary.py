"""The compliance summary of a region as an Excel workbook: cover, coverage, trend, findings, and where all of it is from."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

from desktop_app.analysis.coverage import CoverageTable
from desktop_app.analysis.findings import Finding
from desktop_app.analysis.trend import Trend
from desktop_app.documents import colours
from desktop_app.documents.excel import FONT, set_page
from desktop_app.documents.files import replacing
from desktop_app.documents.summary_about import fill_about
from desktop_app.documents.summary_cover import fill_cover
from desktop_app.documents.summary_coverage import fill_coverage
from desktop_app.documents.summary_findings import fill_findings
from desktop_app.documents.summary_trend import fill_trend
from desktop_app.domain.facts import ImportRecord, Target, WorkerBase
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.office import Office
from desktop_app.domain.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All that the workbook says: the coverage of `region`'s parts, with findings, trend, and the sources behind them."""

    office: Office
    region: Region
    table: CoverageTable
    findings: tuple[Finding, ...]
    trend: Trend
    imports: tuple[ImportRecord, ...]
    bases: tuple[WorkerBase, ...]
    targets: tuple[Target, ...]
    version: str
    made_at: datetime
    made_by: str


def write_summary(summary: Summary, path: Path) -> None:
    """Write the workbook to `path`. FileInUse: it is open in Excel and stays as it was."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book._named_styles["Normal"].font = Font(name=FONT, size=10)  # type: ignore[attr-defined]
    _fill(book, summary)
    _set_properties(book, summary)
    with replacing(path) as beside:
        book.save(beside)


def _fill(book: Workbook, summary: Summary) -> None:
    table, names = summary.table, _names(summary)
    cover, coverage, trend, findings, about = (
        book.create_sheet(title) for title in ("Ringkasan", "Cakupan", "Perkembangan", "Temuan", "Tentang laporan ini")
    )
    made = f"{long_date(summary.made_at.date())} pukul {summary.made_at:%H.%M} oleh {summary.made_by}"
    fill_cover(cover, summary.office, table, summary.findings, made)
    header = fill_coverage(coverage, table)
    fill_trend(trend, summary.trend)
    fill_findings(findings, summary.findings, names)
    fill_about(about, summary.imports, summary.bases, summary.targets, names, f"{made}, Cakupan {summary.version}")
    footer = f"Cakupan {summary.region.full_name}, {long_date(table.period)}"
    for sheet, landscape, header_row in (
        (cover, False, None), (coverage, True, header), (trend, True, None), (findings, True, 4), (about, True, None),
    ):  # fmt: skip
        set_page(sheet, landscape=landscape, footer=footer, header_row=header_row)
    cover.sheet_properties.tabColor = colours.ACCENT


def _names(summary: Summary) -> dict[str, str]:
    """Full names by code, of the regions that the summary knows."""
    regions = (summary.region, summary.trend.region, *(row.region for row in summary.table.rows))
    return {region.code: region.full_name for region in regions}


def _set_properties(book: Workbook, summary: Summary) -> None:
    properties = book.properties
    properties.title = f"Ringkasan cakupan {summary.region.full_name}"
    properties.creator, properties.created = "Cakupan", summary.made_at
