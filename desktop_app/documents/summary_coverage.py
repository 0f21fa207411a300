"""The sheet “Cakupan”: every region with numerator, denominator, share, target and gap, and the chart of them."""

from dataclasses import replace

from openpyxl.styles import Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.documents import colours, excel
from desktop_app.documents.excel import Look, Value
from desktop_app.documents.excel_charts import place, target_columns
from desktop_app.domain.indonesian import long_date, number, short_date
from desktop_app.domain.segments import Sector

TITLES = (
    "Wilayah", "Peserta aktif (orang)", "Penyebut (pekerja)", "Cakupan", "Target", "Selisih (poin)",
    "Kurang (orang)", "Bulan data", "Sumber", "Keterangan",
)  # fmt: skip
WIDTHS = (26, 15, 15, 16, 11, 11, 13, 15, 44, 52)
NUMBERS = frozenset(range(2, 8))
HEADER_ROW = 5
CHART_COLUMN, CHART_ROWS = 13, 24
"""Numbers behind the chart stand to the right of the printed page."""

Cells = list[tuple[Value, Look]]


def fill_coverage(sheet: Worksheet, table: CoverageTable) -> int:
    """Table, sum, the whole, chart; gives the row of the header, to be repeated on every page."""
    excel.set_widths(sheet, *WIDTHS)
    excel.put(sheet, 1, 1, f"Cakupan menurut wilayah, {table.whole.region.full_name}", excel.TITLE)
    sheet.row_dimensions[1].height = 24
    excel.put(sheet, 2, 1, basis_line(table), excel.SUBTITLE)
    excel.put(sheet, 3, 1, f"“{excel.NO_DATA}” bukan nol. {sum_note(table)}", excel.SUBTITLE)
    excel.table_header(sheet, HEADER_ROW, TITLES, NUMBERS)
    after = excel.table_rows(sheet, HEADER_ROW + 1, [_cells(row) for row in table.rows])
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(len(TITLES))}{max(after - 1, HEADER_ROW)}"
    end = excel.table_rows(sheet, after, [_sum_cells(table), _emphasised(_cells(table.whole))])
    for row, colour in ((after - 1, colours.RULE), (end - 1, colours.RULE)):
        for cell in sheet[row][: len(TITLES)]:
            cell.border = Border(bottom=Side(style="thin", color=colour))
    sheet.freeze_panes = f"B{HEADER_ROW + 1}"
    last = _add_chart(sheet, table, end + 1) if table.reporting else end
    sheet.print_area = f"A1:{get_column_letter(len(TITLES))}{last}"
    return HEADER_ROW


def basis_line(table: CoverageTable) -> str:
    """Base with its own date and document, the month of the data, and the sector, in one line."""
    sector = "" if table.sector is Sector.SEMUA else f", sektor {table.sector}"
    document = f", {table.base.document}" if table.base.document else ""
    base = f"{table.base.name} (per {long_date(table.base.as_of)}{document})"
    return f"Penyebut {base}; data {long_date(table.period)}{sector}"


def sum_note(table: CoverageTable) -> str:
    return (
        f"{table.reporting} dari {len(table.rows)} wilayah memiliki angka; yang masuk jumlah hanya wilayah dengan"
        f" pembilang dan penyebut pada {long_date(table.period)}."
    )


def source_of(row: RegionCoverage) -> str:
    """Where the figure stands: sender, file, sheet and cell; or what it was summed or counted from."""
    if row.fact is not None:
        origin = row.fact.origin
        place = f"{origin.file}, lembar {origin.sheet}, sel {origin.cell}"
        return f"{origin.sender}; {place}" if origin.sender else place
    if row.summed_children:
        return f"Jumlah dari {row.summed_children} wilayah di bawahnya"
    return "Dihitung dari lembar peserta" if row.counted else ""


def remarks(row: RegionCoverage) -> str:
    """What a reader must know beside the figure, in one line."""
    bare = row.share is None and row.reported is not None
    parts = [
        "dilaporkan, tanpa pembilang" if bare else "",
        f"data {short_date(row.period)}" if row.stale and row.period else "",
        "tidak masuk jumlah" if bare or row.stale else "",
        "target provinsi" if row.target is not None and row.target_is_province else "",
        f"terdaftar di lembar: {number(row.listed.people)} orang{_sample(row)}" if row.listed else "",
        f"+ {number(row.waiting)} menunggu" if row.waiting else "",
        row.elsewhere,
        row.note,
    ]
    return "; ".join(part for part in parts if part)


def _sample(row: RegionCoverage) -> str:
    return " (data contoh)" if row.listed and row.listed.sample else ""


def _cells(row: RegionCoverage) -> Cells:
    share = excel.numeric(excel.SHARE, bold=True)
    if row.share is None and row.reported is not None:
        share = replace(share, italic=True, bold=False, fill=colours.GAP_FILL)
    gap = row.gap * 100 if row.gap is not None else None
    reached = colours.OK if gap is not None and gap >= 0 else colours.TEXT
    day = excel.numeric(excel.SHORT_DAY, fill=colours.WARN_SOFT if row.stale else "")
    missing = "tidak diketahui" if row.reported is not None else excel.NO_DATA
    return [
        (row.region.full_name, excel.TEXT),
        _or_words(row.active, excel.numeric(excel.WHOLE), missing),
        _or_words(row.workers, excel.numeric(excel.WHOLE)),
        _or_words(row.shown_share, share),
        _or_words(row.target.share if row.target else None, excel.numeric(excel.SHARE), "belum ada target"),
        _or_words(gap, excel.numeric(excel.POINTS, colour=reached), "–"),
        missing_people(row, excel.numeric(excel.MISSING_PEOPLE, colour=reached)),
        _or_words(row.period, day, "–"),
        (source_of(row), excel.NOTE),
        (remarks(row), excel.NOTE),
    ]


def missing_people(row: RegionCoverage, look: Look) -> tuple[Value, Look]:
    """People still missing, or that nobody is: nothing is less than none."""
    if row.gap_people is not None and row.gap_people <= 0:
        return "tercapai", replace(look, number_format="@")
    return _or_words(row.gap_people, look, "–")


def _or_words(value: Value, look: Look, words: str = excel.NO_DATA) -> tuple[Value, Look]:
    """A real number or date; where it is missing, words instead of a zero."""
    return (value, look) if value is not None else (words, excel.ABSENT)


def _sum_cells(table: CoverageTable) -> Cells:
    active, workers = table.sum_active, table.sum_workers
    share = active / workers if active is not None and workers else None
    return _emphasised(
        [
            (f"Jumlah {table.counted} dari {len(table.rows)} wilayah", excel.TEXT),
            _or_words(active, excel.numeric(excel.WHOLE)),
            _or_words(workers, excel.numeric(excel.WHOLE)),
            _or_words(share, excel.numeric(excel.SHARE)),
            ("", excel.TEXT),
            ("", excel.TEXT),
            ("", excel.TEXT),
            (table.period, excel.numeric(excel.SHORT_DAY)) if table.counted else ("–", excel.ABSENT),
            ("Dihitung dari baris di atas", excel.NOTE),
            ("hanya wilayah dengan pembilang, penyebut, dan bulan yang sama", excel.NOTE),
        ]
    )


def _emphasised(cells: Cells) -> Cells:
    return [
        (value, replace(look, bold=look not in (excel.NOTE, excel.ABSENT), fill=look.fill or colours.HEADER))
        for value, look in cells
    ]


def _add_chart(sheet: Worksheet, table: CoverageTable, row: int) -> int:
    """The chart from row `row` on and its source below; gives the last row. Its numbers stand beside the page."""
    titles = ("Data bagan", "Cakupan dihitung", "Dilaporkan, tanpa pembilang", "Target")
    for offset, title in enumerate(titles):
        excel.put(sheet, HEADER_ROW, CHART_COLUMN + offset, title, excel.NOTE)
        sheet.column_dimensions[get_column_letter(CHART_COLUMN + offset)].width = 24
    for line, part in enumerate(table.rows, start=HEADER_ROW + 1):
        values = (part.share, part.reported if part.share is None else None, part.target.share if part.target else None)
        excel.put(sheet, line, CHART_COLUMN, _chart_label(part), excel.NOTE)
        for offset, value in enumerate(values, start=1):
            excel.put(sheet, line, CHART_COLUMN + offset, value, excel.numeric(excel.SHARE))
    title = f"Cakupan menurut wilayah terhadap target, persen dari pekerja (penyebut {table.base.name})"
    bottom = HEADER_ROW + len(table.rows)
    if row + CHART_ROWS > excel.ONE_PAGE:
        sheet.row_breaks.append(Break(id=row - 1))
    chart = target_columns(sheet, title, HEADER_ROW, bottom, CHART_COLUMN)
    place(sheet, chart, row, CHART_ROWS, len(TITLES))
    for below, words in enumerate((f"{basis_line(table)}.", sum_note(table)), start=row + CHART_ROWS):
        excel.put(sheet, below, 1, words, excel.SUBTITLE)
    return row + CHART_ROWS + 1


def _chart_label(row: RegionCoverage) -> str:
    if row.shown_share is None:
        return f"{row.region.short_name} ({excel.NO_DATA})"
    if row.stale and row.period is not None:
        return f"{row.region.short_name} ({short_date(row.period)})"
    return row.region.short_name
