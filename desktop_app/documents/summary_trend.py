"""The sheet “Perkembangan”: coverage over time, each base by itself, with the official targets."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.analysis.trend import Trend, TrendPoint, TrendSeries
from desktop_app.documents import excel
from desktop_app.documents.excel import Look, Value
from desktop_app.documents.excel_charts import base_lines, place
from desktop_app.domain.indonesian import short_date
from desktop_app.domain.segments import Sector

TITLES = ("Bulan data", "Peserta aktif (orang)", "Penyebut (pekerja)", "Cakupan", "Sumber", "Keterangan")
TARGET_TITLES = ("Batas waktu", "Tahun", "", "Target", "Dokumen", "Keterangan")
NUMBERS = frozenset({2, 3, 4})
CHART_COLUMN = 9
CHART_ROWS = 20


def fill_trend(sheet: Worksheet, trend: Trend) -> None:
    excel.set_widths(sheet, 22, 16, 16, 12, 48, 34)
    sector = "" if trend.sector is Sector.SEMUA else f", sektor {trend.sector}"
    excel.put(sheet, 1, 1, f"Perkembangan cakupan, {trend.region.full_name}{sector}", excel.TITLE)
    sheet.row_dimensions[1].height = 24
    note = "Setiap penyebut berdiri sendiri: titik dengan penyebut berbeda tidak disambung dan tidak dibandingkan."
    excel.put(sheet, 2, 1, note, excel.SUBTITLE)
    if not trend.series:
        excel.put(sheet, 4, 1, "Belum ada angka menurut bulan.", excel.SUBTITLE)
    row = _add_chart(sheet, trend) if trend.series else 6
    for series in trend.series:
        row = _table(sheet, row, series)
    last = _targets(sheet, row, trend)
    sheet.print_area = f"A1:{get_column_letter(len(TITLES))}{last}"


def _table(sheet: Worksheet, row: int, series: TrendSeries) -> int:
    excel.put(sheet, row, 1, f"Penyebut: {series.base}", excel.HEADING)
    excel.table_header(sheet, row + 1, TITLES, NUMBERS)
    return excel.table_rows(sheet, row + 2, [_cells(point) for point in series.points]) + 1


def _cells(point: TrendPoint) -> list[tuple[Value, Look]]:
    unknown = ("tidak diketahui", excel.ABSENT)
    whole = excel.numeric(excel.WHOLE)
    return [
        (point.period, excel.dated()),
        (point.people, whole) if point.people is not None else unknown,
        (point.workers, whole) if point.workers is not None else unknown,
        (point.share, excel.numeric(excel.SHARE, bold=True)),
        (point.source, excel.NOTE),
        ("dilaporkan, tanpa pembilang" if point.reported else point.source_kind.value, excel.NOTE),
    ]


def _targets(sheet: Worksheet, row: int, trend: Trend) -> int:
    excel.put(sheet, row, 1, "Target", excel.HEADING)
    if not trend.targets:
        excel.put(sheet, row + 1, 1, "Belum ada target.", excel.SUBTITLE)
        return row + 1
    excel.table_header(sheet, row + 1, TARGET_TITLES, NUMBERS)
    return excel.table_rows(
        sheet,
        row + 2,
        [
            [
                (target.due, excel.dated()), (target.year, excel.numeric("0")), ("", excel.TEXT),
                (target.share, excel.numeric(excel.SHARE, bold=True)), (target.document, excel.NOTE),
                (target.note, excel.NOTE),
            ]
            for target in trend.targets
        ],
    )  # fmt: skip


def _add_chart(sheet: Worksheet, trend: Trend) -> int:
    """Months against bases beside the page, the chart above the tables; gives the first row below it."""
    months = sorted({point.period for series in trend.series for point in series.points})
    top = 4
    for offset, title in enumerate(("Data bagan", *(series.base for series in trend.series))):
        excel.put(sheet, top, CHART_COLUMN + offset, title, excel.NOTE)
        sheet.column_dimensions[get_column_letter(CHART_COLUMN + offset)].width = 24
    for line, month in enumerate(months, start=top + 1):
        excel.put(sheet, line, CHART_COLUMN, short_date(month), excel.NOTE)
        for offset, series in enumerate(trend.series, start=1):
            share = next((point.share for point in series.points if point.period == month), None)
            excel.put(sheet, line, CHART_COLUMN + offset, share, excel.numeric(excel.SHARE))
    title = f"Cakupan {trend.region.full_name}, persen dari pekerja, menurut penyebut"
    chart = base_lines(sheet, title, top, top + len(months), CHART_COLUMN, len(trend.series))
    place(sheet, chart, top, CHART_ROWS, len(TITLES))
    return top + CHART_ROWS + 1
