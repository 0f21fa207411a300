"""Native charts of the summary, over the numbers on the sheet “Data bagan”."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.trend import Trend
from desktop_app.documents.excel_charts import base_lines, place, target_columns
from desktop_app.documents.reports.cells import put, put_over, set_widths
from desktop_app.documents.reports.styles import Style
from desktop_app.documents.reports.tables import NO_DATA
from desktop_app.domain.indonesian import short_date

MOST_COLUMNS = 16
SHEET = "Data bagan"
_TOP = 4


@dataclass(frozen=True, slots=True)
class ChartData:
    """Where the numbers of a chart stand: header row `top`, last row `bottom`, first column `left`."""

    sheet: Worksheet
    top: int
    bottom: int
    left: int


def add_data_sheet(book: Workbook) -> Worksheet:
    sheet: Worksheet = book.create_sheet(SHEET)
    put(sheet, 1, 1, "Data bagan", Style.TITLE)
    set_widths(sheet, 32, 16, 16, 16, 4, 32)
    put_over(sheet, 2, 1, 6, "Angka di balik bagan; angka lengkap ada di lembar masing-masing.", Style.BASIS)
    sheet.row_dimensions[1].height = 24
    return sheet


def shown_parts(table: CoverageTable) -> list[RegionCoverage]:
    """The parts of a chart, those farthest below their target first; no more than can be read."""
    missing = sorted(
        table.rows, key=lambda row: (row.shown_share is None, row.gap is None, row.gap or 0, row.region.code)
    )
    return missing[:MOST_COLUMNS]


def coverage_title(table: CoverageTable) -> str:
    most = f", {MOST_COLUMNS} paling jauh dari target" if len(table.rows) > MOST_COLUMNS else ""
    return f"Cakupan menurut wilayah terhadap target{most} (persen dari pekerja, penyebut {table.base.name})"


def put_coverage(sheet: Worksheet, table: CoverageTable) -> ChartData:
    parts = shown_parts(table)
    titles = ("Wilayah", "Cakupan dihitung", "Dilaporkan, tanpa pembilang", "Target")
    put_header(sheet, 1, titles)
    for line, part in enumerate(parts, start=_TOP + 1):
        reported = part.reported if part.share is None else None
        put(sheet, line, 1, chart_label(part), Style.TEXT)
        # A target beside nothing would look like a share of 0.
        target = part.target.share if part.target and part.shown_share is not None else None
        for offset, value in enumerate((part.share, reported, target), start=2):
            put(sheet, line, offset, value, Style.SHARE)
    return ChartData(sheet, _TOP, _TOP + len(parts), 1)


def coverage_chart(data: ChartData, table: CoverageTable) -> BarChart:
    return target_columns(data.sheet, coverage_title(table), data.top, data.bottom, data.left)


def put_trend(sheet: Worksheet, trend: Trend) -> ChartData:
    months = sorted({point.period for series in trend.series for point in series.points})
    put_header(sheet, 6, ("Bulan data", *(series.base for series in trend.series)))
    for line, month in enumerate(months, start=_TOP + 1):
        put(sheet, line, 6, short_date(month), Style.TEXT)
        for offset, series in enumerate(trend.series, start=7):
            share = next((point.share for point in series.points if point.period == month), None)
            put(sheet, line, offset, share, Style.SHARE)
    return ChartData(sheet, _TOP, _TOP + len(months), 6)


def add_trend_chart(data: ChartData, trend: Trend, sheet: Worksheet, row: int, rows: int, columns: int) -> None:
    title = f"Cakupan {trend.region.full_name}, persen dari pekerja, menurut penyebut"
    chart = base_lines(data.sheet, title, data.top, data.bottom, data.left, len(trend.series))
    place(sheet, chart, row, rows, columns)


def put_header(sheet: Worksheet, left: int, titles: Sequence[str]) -> int:
    """Titles from column `left` on; gives their row."""
    for offset, title in enumerate(titles):
        put(sheet, _TOP, left + offset, title, Style.HEAD_NUMBER if offset else Style.HEAD)
        letter = get_column_letter(left + offset)
        sheet.column_dimensions[letter].width = 16 if offset else 32
    sheet.row_dimensions[_TOP].height = 28
    return _TOP


def chart_label(row: RegionCoverage) -> str:
    """The name, with the month where it is another, and with words where there is nothing."""
    if row.shown_share is None:
        return f"{row.region.short_name} ({NO_DATA})"
    if row.stale and row.period is not None:
        return f"{row.region.short_name} ({short_date(row.period)})"
    return row.region.short_name
