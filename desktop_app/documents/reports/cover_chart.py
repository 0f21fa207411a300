"""The chart of the first page: bars over the part that is missing to the target, the largest gap first."""

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.series import Series
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.analysis.coverage import CoverageTable
from desktop_app.documents import colours
from desktop_app.documents.excel_charts import area, axes, labels, series
from desktop_app.documents.reports.native_charts import ChartData


def add_cover_chart(
    sheet: Worksheet, data: ChartData, table: CoverageTable, top: int, rows: int, columns: tuple[int, int]
) -> None:
    """Laid over `rows` rows from `top` and the columns between (from 0)."""
    chart = _chart(data, table)
    corners = (AnchorMarker(col=columns[0], row=top - 1), AnchorMarker(col=columns[1], row=top - 1 + rows))
    chart.anchor = TwoCellAnchor("oneCell", *corners)  # type: ignore[assignment]
    sheet.add_chart(chart)


def _chart(data: ChartData, table: CoverageTable) -> BarChart:
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "clustered", 100, 45
    chart.series = [
        _series(data, 3, colours.GAP_FILL, colours.GAP), _series(data, 1, colours.BAR, colours.BAR),
        _series(data, 2, colours.PAPER, colours.BAR),
    ]  # fmt: skip
    for one in chart.series[1:]:
        one.dLbls = labels("inBase", colours.PAPER if one is chart.series[1] else colours.TEXT)
    chart.set_categories(Reference(data.sheet, min_col=data.left, min_row=data.top + 1, max_row=data.bottom))
    axes(chart, f"Cakupan dan target, persen dari pekerja (penyebut {table.base.name})", 900)
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.scaling.min = 0
    # With the order turned round, the axis of values would stand on top.
    chart.y_axis.crosses = "max"
    chart.layout = Layout(ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=0.3, y=0.13, w=0.65, h=0.62))
    return chart


def _series(data: ChartData, column: int, fill: str, line: str) -> Series:
    one = series(data.sheet, data.left + column, data.top, data.bottom)
    one.graphicalProperties = area(fill, line)
    return one
