"""Native Excel charts in the product's colours: columns with their targets, and lines over time."""

from typing import Literal

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import NumFmt
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents import colours
from desktop_app.documents.excel import FONT

_MARKERS: tuple[Literal["circle", "square", "diamond", "triangle", "x"], ...] = (
    "circle",
    "square",
    "diamond",
    "triangle",
    "x",
)


def target_columns(sheet: Worksheet, title: str, top: int, bottom: int, left: int) -> BarChart:
    """Columns of shares with the target as a dash over each.

    The data stand in five columns from `left`, header in row `top`: label, counted share, reported share, target.
    Empty cells stay empty: a region without data has no column.
    """
    columns, targets = BarChart(), LineChart()
    columns.type, columns.grouping, columns.overlap, columns.gapWidth = "col", "clustered", 100, 55
    counted, reported = (series(sheet, left + offset, top, bottom) for offset in (1, 2))
    counted.graphicalProperties = area(colours.BAR, colours.BAR)
    reported.graphicalProperties = area(colours.GAP_FILL, colours.GAP)
    counted.dLbls, reported.dLbls = labels("ctr", colours.PAPER), labels("ctr", colours.TEXT)
    target = series(sheet, left + 3, top, bottom)
    target.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    target.marker = Marker(symbol="dash", size=16, spPr=area(colours.MARK, colours.MARK))
    columns.series, targets.series = [counted, reported], [target]
    for chart in (columns, targets):
        chart.set_categories(Reference(sheet, min_col=left, min_row=top + 1, max_row=bottom))
    axes(columns, title)
    columns.y_axis.scaling.min = 0
    columns += targets
    return columns


def base_lines(sheet: Worksheet, title: str, top: int, bottom: int, left: int, bases: int) -> LineChart:
    """One line per base over the months in column `left`; points on different bases are never joined."""
    chart = LineChart()
    for offset in range(bases):
        line = series(sheet, left + 1 + offset, top, bottom)
        colour = colours.SERIES[offset % len(colours.SERIES)]
        line.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=colour, w=22_000))
        line.smooth = False
        line.marker = Marker(symbol=_MARKERS[offset % len(_MARKERS)], size=8, spPr=area(colour, colour))
        line.dLbls = labels("t", colours.TEXT)
        chart.series.append(line)
    chart.set_categories(Reference(sheet, min_col=left, min_row=top + 1, max_row=bottom))
    axes(chart, title)
    chart.display_blanks = "span"
    return chart


def place(sheet: Worksheet, chart: BarChart | LineChart, row: int, rows: int, columns: int) -> None:
    """Lay the chart over `columns` columns from A and `rows` rows from `row`, however wide they are drawn."""
    corners = (AnchorMarker(col=0, row=row - 1), AnchorMarker(col=columns, row=row - 1 + rows))
    chart.anchor = TwoCellAnchor("oneCell", *corners)  # type: ignore[assignment]
    sheet.add_chart(chart)


def series(sheet: Worksheet, column: int, top: int, bottom: int) -> Series:
    values = Reference(sheet, min_col=column, min_row=top, max_row=bottom)
    made: Series = SeriesFactory(values, title_from_data=True)
    return made


def area(fill: str, line: str) -> GraphicalProperties:
    return GraphicalProperties(solidFill=fill, ln=LineProperties(solidFill=line, w=9_525))


def labels(position: str, colour: str) -> DataLabelList:
    made = DataLabelList()
    made.showVal = True
    made.showSerName = made.showCatName = made.showLegendKey = made.showPercent = False
    made.numFmt = "0.00%"
    made.position = position
    made.txPr = _font(900, colour)
    return made


def axes(chart: BarChart | LineChart, title: str, size: int = 1100) -> None:
    """Title, legend, axes and grid; `size` of the title in hundredths of a point."""
    heading = _characters(size, colours.TEXT, bold=True)
    words = Paragraph(pPr=ParagraphProperties(defRPr=heading), r=[RegularTextRun(rPr=heading, t=title)])
    chart.title = Title(tx=Text(rich=RichText(p=[words])), overlay=False)
    chart.legend = Legend(legendPos="b", txPr=_font(900, colours.TEXT_SECOND))
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.numFmt = NumFmt(formatCode="0%", sourceLinked=False)
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=colours.GRID)))
    chart.y_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=colours.RULE))
    for axis in (chart.x_axis, chart.y_axis):
        axis.txPr = _font(800, colours.TEXT_SECOND)
    chart.graphical_properties = GraphicalProperties(solidFill=colours.PAPER, ln=LineProperties(solidFill=colours.LINE))
    chart.layout = Layout(
        ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=0.05, y=0.14, w=0.93, h=0.62)
    )


def _font(size: int, colour: str) -> RichText:
    properties = _characters(size, colour)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=properties), endParaRPr=properties)])


def _characters(size: int, colour: str, *, bold: bool = False) -> CharacterProperties:
    """`size` in hundredths of a point."""
    return CharacterProperties(sz=size, b=bold, solidFill=colour, latin=Font(typeface=FONT))
