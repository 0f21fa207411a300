"""A blank sheet to be filled in by a village, a company or a branch, made so that Cakupan reads it without a question."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents import colours, excel
from desktop_app.documents.blank.choices import SHEET as CHOICES_SHEET
from desktop_app.documents.blank.choices import Choices, fill_choices
from desktop_app.documents.blank.columns import RECAPS, TITLES, Entry, TemplateColumn, columns_of
from desktop_app.documents.blank.entries import ROWS, add_checks, alignment_of, format_of, listed
from desktop_app.documents.blank.guide import SHEET as GUIDE_SHEET
from desktop_app.documents.blank.guide import fill_guide, stamp_of
from desktop_app.documents.excel import FONT, Look
from desktop_app.documents.files import replacing
from desktop_app.domain.templates import TEMPLATE_MARK, BlankTemplate

HEADER_ROW = 7
FIRST_ROW = HEADER_ROW + 1
PERIOD_CELL, SENDER_CELL = "C3", "C4"
CODE_ROWS = 200
"""Rows whose code follows from the place that is chosen; further down the names alone say it."""

_NEEDED = Look(size=9, bold=True, colour=colours.PAPER, fill=colours.ACCENT, wrap=True, align="center")
_OPTIONAL = Look(size=9, bold=True, colour=colours.TEXT, fill=colours.ACCENT_SOFT, wrap=True, align="center")
_HINT = "Isi mulai baris 8. Judul biru tua wajib diisi. Cara mengisi ada di lembar “Petunjuk”."
_RECAP_HINT = "Isi angkanya mulai baris 8. Cara mengisi ada di lembar “Petunjuk”."


def write_blank(template: BlankTemplate, path: Path) -> None:
    """Write the workbook to `path`. FileInUse: it is open in Excel and stays as it was."""
    book = Workbook()
    sheet, guide, lists = book.worksheets[0], book.create_sheet(GUIDE_SHEET), book.create_sheet(CHOICES_SHEET)
    book._named_styles["Normal"].font = Font(name=FONT, size=10)  # type: ignore[attr-defined]
    sheet.title = TITLES[template.kind][0]
    columns = columns_of(template)
    choices = fill_choices(lists, template)
    _fill(sheet, template, columns, choices)
    fill_guide(guide, template, columns)
    for each, landscape, header in ((sheet, True, HEADER_ROW), (guide, False, None), (lists, True, None)):
        excel.set_page(each, landscape=landscape, footer=stamp_of(template), header_row=header)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_view.showGridLines = True
    sheet.sheet_properties.tabColor = colours.ACCENT
    _set_properties(book, template)
    with replacing(path) as beside:
        book.save(beside)


def _set_properties(book: Workbook, template: BlankTemplate) -> None:
    book.properties.title = f"{TITLES[template.kind][1].capitalize()}, {template.region.full_name}"
    book.properties.creator = "Cakupan"
    value = f"{template.version} {template.kind} {template.region.code} {template.made_on.isoformat()}"
    book.custom_doc_props.append(StringProperty(name=TEMPLATE_MARK, value=value))  # type: ignore[attr-defined]


def _fill(sheet: Worksheet, template: BlankTemplate, columns: tuple[TemplateColumn, ...], choices: Choices) -> None:
    _set_columns(sheet, columns)
    _fill_top(sheet, template, choices)
    for place, column in enumerate(columns, start=1):
        excel.put(sheet, HEADER_ROW, place, column.title, _NEEDED if column.needed else _OPTIONAL)
    sheet.row_dimensions[HEADER_ROW].height = 32
    add_checks(sheet, columns, FIRST_ROW, choices)
    if template.kind in RECAPS:
        _fill_regions(sheet, template, columns)
    else:
        _fill_codes(sheet, columns, choices)
        _add_looks(sheet, columns)
    names = next(
        place for place, c in enumerate(columns, start=1) if c.entry in (Entry.VILLAGE, Entry.TEXT) or c.needed
    )
    sheet.freeze_panes = f"{get_column_letter(min(names + 1, 5))}{FIRST_ROW}"


def _set_columns(sheet: Worksheet, columns: tuple[TemplateColumn, ...]) -> None:
    """Widths, and the format of every cell below: what is typed into a column of NIK stays text."""
    for place, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = column.width
        dimension.number_format = format_of(column.entry)
        dimension.font = Font(name=FONT, size=10)
        dimension.alignment = alignment_of(column.entry)


def _fill_top(sheet: Worksheet, template: BlankTemplate, choices: Choices) -> None:
    excel.put(sheet, 1, 1, TITLES[template.kind][1], excel.TITLE)
    excel.put(sheet, 2, 1, template.region.full_name, excel.HEADING)
    excel.put(sheet, 3, 1, "Bulan data:", excel.Look(bold=True))
    excel.put(sheet, 4, 1, "Pengirim:", excel.Look(bold=True))
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 24, 20
    excel.put(sheet, 5, 1, _RECAP_HINT if template.kind in RECAPS else _HINT, excel.SUBTITLE)
    box = Border(bottom=Side(style="thin", color=colours.RULE))
    for address in (PERIOD_CELL, SENDER_CELL):
        row, first = int(address[1:]), 3
        for column in range(first, first + 2):
            cell = sheet.cell(row, column)
            cell.number_format, cell.border = "@", box
            cell.fill = PatternFill("solid", fgColor=colours.WARN_SOFT)
            cell.font = Font(name=FONT, size=10)
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=first + 1)
    months = listed(choices.months_list(), "Bulan data", "Pilih bulan dari daftar, misalnya Januari 2026.")
    months.add(PERIOD_CELL)
    sheet.add_data_validation(months)


def _fill_codes(sheet: Worksheet, columns: tuple[TemplateColumn, ...], choices: Choices) -> None:
    at = {column.entry: get_column_letter(place) for place, column in enumerate(columns, start=1)}
    for row in range(FIRST_ROW, FIRST_ROW + CODE_ROWS):
        regency, district, village = (
            f"${at[entry]}{row}" if entry in at else "" for entry in (Entry.REGENCY, Entry.DISTRICT, Entry.VILLAGE)
        )
        cell = sheet[f"{at[Entry.CODE]}{row}"]
        cell.value = choices.code(regency, district, village)
        cell.font = Font(name=FONT, size=10, color=colours.TEXT_SECOND)
        cell.alignment = alignment_of(Entry.CODE)
        cell.protection = Protection(locked=True)


def _add_looks(sheet: Worksheet, columns: tuple[TemplateColumn, ...]) -> None:
    """Lines under rows that are filled in, so that paper shows no empty grid; numbers that are pasted wrong stand out."""
    last, row = get_column_letter(len(columns)), FIRST_ROW
    area = f"A{row}:{last}{row + ROWS - 1}"
    keys = [get_column_letter(place) for place, column in enumerate(columns, start=1) if column.needed][:2]
    filled = ",".join(f'${letter}{row}<>""' for letter in keys)
    side = Side(style="thin", color=colours.RULE)
    for place, column in enumerate(columns, start=1):
        if column.entry is Entry.DIGITS:
            cell = f"${get_column_letter(place)}{row}"
            lengths = ",".join(f"LEN({cell})={length}" for length in column.lengths)
            bad = DifferentialStyle(fill=PatternFill("solid", bgColor=colours.BAD_SOFT))
            letter = get_column_letter(place)
            rule = Rule("expression", formula=[f'AND({cell}<>"",NOT(AND(ISTEXT({cell}),OR({lengths}))))'], dxf=bad)
            sheet.conditional_formatting.add(f"{letter}{row}:{letter}{row + ROWS - 1}", rule)
    lines = DifferentialStyle(border=Border(left=side, right=side, top=side, bottom=side))
    sheet.conditional_formatting.add(area, Rule("expression", formula=[f"OR({filled})"], dxf=lines))


def _fill_regions(sheet: Worksheet, template: BlankTemplate, columns: tuple[TemplateColumn, ...]) -> None:
    """A row for every region, with its sum, and a total below them all."""
    side = Side(style="thin", color=colours.RULE)
    box = Border(left=side, right=side, top=side, bottom=side)
    for number, place in enumerate(template.places, start=1):
        row = FIRST_ROW + number - 1
        values: dict[Entry, str | int] = {
            Entry.NUMBERED: number, Entry.CODE: place.code, Entry.REGENCY: place.kabupaten,
            Entry.DISTRICT: place.kecamatan, Entry.VILLAGE: place.desa, Entry.SUM: _sum_of_row(columns, row),
        }  # fmt: skip
        for column, spec in enumerate(columns, start=1):
            _put(sheet, row, column, values.get(spec.entry), spec, box)
    total = FIRST_ROW + len(template.places)
    for column, spec in enumerate(columns, start=1):
        letter = get_column_letter(column)
        area = f"{letter}{FIRST_ROW}:{letter}{total - 1}"
        value = f'=IF(COUNT({area})=0,"",SUM({area}))' if spec.entry in (Entry.COUNT, Entry.SUM) else None
        _put(sheet, total, column, "JUMLAH" if column == 1 else value, spec, box, bold=True)


def _sum_of_row(columns: tuple[TemplateColumn, ...], row: int) -> str:
    """The sum of the columns between the workers and itself; empty while none of them is filled in."""
    sums = next((place for place, column in enumerate(columns, start=1) if column.entry is Entry.SUM), 0)
    area = f"{get_column_letter(sums - 3)}{row}:{get_column_letter(sums - 1)}{row}"
    return f'=IF(COUNT({area})=0,"",SUM({area}))'


def _put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: str | int | None,
    spec: TemplateColumn,
    box: Border,
    *,
    bold: bool = False,
) -> None:
    cell = sheet.cell(row, column, value)
    cell.number_format, cell.border, cell.alignment = format_of(spec.entry), box, alignment_of(spec.entry)
    cell.font = Font(name=FONT, size=10, bold=bold)
    if bold:
        cell.fill = PatternFill("solid", fgColor=colours.HEADER)
