"""The compliance summary as an Excel workbook."""

from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.pagebreak import Break

from desktop_app.analysis.compliance.values import Compliance
from desktop_app.documents import colours
from desktop_app.documents.excel_charts import place as place_chart
from desktop_app.documents.reports import cover_words, native_charts
from desktop_app.documents.reports.class_chart import class_chart, put_classes
from desktop_app.documents.reports.cover_sheet import Cover, fill_cover
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.native_charts import ChartData
from desktop_app.documents.reports.paper import USUAL_ROW, fits_one_page, room_left, set_page
from desktop_app.documents.reports.saving import save
from desktop_app.documents.reports.sheets import Formulas, Place, add_section
from desktop_app.documents.reports.styles import register
from desktop_app.documents.reports.summary_parts import charted_summary, summary_sections
from desktop_app.domain.letters import Paper
from desktop_app.domain.office import Office

CHART_ROWS = 22


def write_summary_xlsx(
    compliance: Compliance, office: Office, path: Path, *, pictures: Mapping[str, Path], made: Made
) -> None:
    """Write the workbook to `path`. `pictures`: “peta” for the first page.

    Raises:
        FileInUse: it is open in Excel and stays as it was.
        TooManyRows: a table does not fit into a sheet.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    register(book)
    formulas: Formulas = {}
    _fill(book, compliance, office, pictures, made, formulas)
    book.properties.title = f"{cover_words.TITLE}, {cover_words.place_line(compliance)}"
    save(book, path, formulas, made.at)


def _fill(
    book: Workbook, compliance: Compliance, office: Office, pictures: Mapping[str, Path], made: Made, formulas: Formulas
) -> None:
    paper, footer = office.layout.paper, cover_words.footer(compliance, made)
    cover_sheet = book.create_sheet("Ringkasan")
    cover_sheet.sheet_properties.tabColor = colours.ACCENT
    places = {
        section.sheet: add_section(book, section, paper, footer, formulas)
        for section in summary_sections(compliance, made)
    }
    drawn = charted_summary(compliance, made)
    chart = _charts(book, drawn, places, paper)
    set_page(book[native_charts.SHEET], paper, footer)
    cover = Cover(compliance=drawn, office=office, made=made, pictures=pictures, chart=chart)
    last = fill_cover(cover_sheet, cover)
    cover_sheet.print_area = f"A1:M{last}"
    set_page(cover_sheet, paper, footer, landscape=False, one_page=True)


def _charts(book: Workbook, compliance: Compliance, places: Mapping[str, Place], paper: Paper) -> ChartData | None:
    """Numbers of the charts on a sheet of their own, and the charts under their tables; those of the cover are given."""
    data_sheet = native_charts.add_data_sheet(book)
    table, trend = compliance.coverage, compliance.trend
    coverage = native_charts.put_coverage(data_sheet, table) if table.reporting else None
    if coverage is not None:
        row = _room(places["Cakupan"], paper)
        chart = native_charts.coverage_chart(coverage, table)
        place_chart(book["Cakupan"], chart, row, CHART_ROWS, 9)
    if trend.series:
        row = _room(places["Perkembangan"], paper)
        data = native_charts.put_trend(data_sheet, trend)
        native_charts.add_trend_chart(data, trend, book["Perkembangan"], row, CHART_ROWS, 5)
    companies = compliance.companies
    if companies is not None and companies.rows:
        classes = put_classes(data_sheet, companies, 8 + max(1, len(trend.series)))
        place_chart(
            book["Perusahaan"], class_chart(classes, companies), _room(places["Perusahaan"], paper), CHART_ROWS, 7
        )
    return coverage


def _room(place: Place, paper: Paper) -> int:
    """Room for a chart below what stands there, on a page of its own where both do not fit; gives its first row."""
    first, sheet = place.row, place.sheet
    one_page = fits_one_page(sheet, paper, first + CHART_ROWS, place.columns)
    sheet.page_setup.fitToHeight = 1 if one_page else 0
    if not one_page and room_left(sheet, paper, first, place.columns) < (CHART_ROWS + 2) * USUAL_ROW:
        sheet.row_breaks.append(Break(id=first - 1))
    area = str(sheet.print_area).split("!")[-1].replace("$", "")
    sheet.print_area = f"{area.rstrip('0123456789')}{first + CHART_ROWS}"
    return first
