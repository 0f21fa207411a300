"""The native chart of companies: their classes, region by region, over the numbers on the sheet “Data bagan”."""

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import NumFmt
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.analysis.compliance.values import CompanyRow, CompanySection
from desktop_app.documents import colours
from desktop_app.documents.excel_charts import area, axes, series
from desktop_app.documents.reports.cells import put
from desktop_app.documents.reports.native_charts import MOST_COLUMNS, ChartData, put_header
from desktop_app.documents.reports.styles import Style
from desktop_app.domain.indonesian import month_year

_SHADES = (colours.BAR, colours.GAP, colours.WARN, colours.BAD, colours.OK, colours.TEXT_SECOND, colours.OVER)
UNCLASSED = "tanpa kelas"


def put_classes(sheet: Worksheet, section: CompanySection, left: int) -> ChartData:
    """Numbers from column `left` on: region, then companies of each class, and of none."""
    rows = sorted(section.rows, key=lambda row: -row.companies)[:MOST_COLUMNS]
    top = put_header(sheet, left, ("Wilayah", *section.categories, UNCLASSED))
    for line, row in enumerate(rows, start=top + 1):
        put(sheet, line, left, row.region.short_name if row.region else "tanpa wilayah", Style.TEXT)
        for offset, count in enumerate(_counts(row, section.categories), start=1):
            put(sheet, line, left + offset, count, Style.WHOLE)
    return ChartData(sheet, top, top + len(rows), left)


def _counts(row: CompanyRow, categories: tuple[str, ...]) -> tuple[int, ...]:
    known = tuple(row.by_category.get(name, 0) for name in categories)
    return (*known, max(0, row.companies - sum(known)))


def class_chart(data: ChartData, section: CompanySection) -> BarChart:
    """Stacked bars, the region with most companies first."""
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 45
    for offset in range(len(section.categories) + 1):
        one = series(data.sheet, data.left + 1 + offset, data.top, data.bottom)
        shade = _SHADES[offset % len(_SHADES)]
        one.graphicalProperties = area(shade, colours.PAPER)
        chart.series.append(one)
    chart.set_categories(Reference(data.sheet, min_col=data.left, min_row=data.top + 1, max_row=data.bottom))
    month = f", {month_year(section.period)}" if section.period else ""
    axes(chart, f"Perusahaan menurut kelas dan wilayah{month}")
    chart.y_axis.numFmt = NumFmt(formatCode="#,##0", sourceLinked=False)
    chart.x_axis.scaling.orientation = "maxMin"
    # With the order turned round, the axis of values would stand on top.
    chart.y_axis.crosses = "max"
    chart.layout = None
    return chart
