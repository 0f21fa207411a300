"""Ordinary writers: .xlsx by openpyxl, delimited text, HTML, XML Spreadsheet 2003 and .ods by hand."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from html import escape
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.book import Book, Cell, Page, letter


def write_xlsx(book: Book, path: Path) -> None:
    made = Workbook()
    made.remove(made.worksheets[0])
    if book.date1904:
        made.epoch = CALENDAR_MAC_1904
    for page in book.pages:
        _fill(made.create_sheet(page.name), page)
    raw = io.BytesIO()
    made.save(raw)
    path.write_bytes(raw.getvalue())


def _fill(sheet: Worksheet, page: Page) -> None:
    for (row, column), value in page.cells.items():
        cell = sheet.cell(row, column, value)
        if isinstance(value, date) and not isinstance(value, datetime):
            cell.number_format = "dd/mm/yyyy"
        if (row, column) in page.formats:
            cell.number_format = page.formats[row, column]
    for top, left, bottom, right in page.merged:
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    for row in page.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for column in page.hidden_columns:
        sheet.column_dimensions[letter(column)].hidden = True
    if page.hidden:
        sheet.sheet_state = "hidden"


def as_text(value: Cell) -> str:
    """A value as a delimited file or an old export prints it."""
    if value is None:
        return ""
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value)


def csv_text(rows: Sequence[Sequence[Cell]], delimiter: str = ";", newline: str = "\r\n") -> str:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter, lineterminator=newline)
    for values in rows:
        writer.writerow([as_text(value) for value in values])
    return target.getvalue()


def text_writer(text: str, encoding: str = "utf-8") -> Callable[[Path], None]:
    """Writes `text` in `encoding` ("utf-8-sig" and "utf-16" bring their mark)."""

    def write(path: Path) -> None:
        path.write_bytes(text.encode(encoding))

    return write


def book_writer(book: Book) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        write_xlsx(book, path)

    return write


def ods_writer(book: Book) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        write_ods(book, path)

    return write


def _covered(page: Page) -> set[tuple[int, int]]:
    return {
        (row, column)
        for top, left, bottom, right in page.merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }


def _span(page: Page, row: int, column: int) -> tuple[int, int]:
    """Rows and columns that the cell stretches over."""
    for top, left, bottom, right in page.merged:
        if (top, left) == (row, column):
            return bottom - top + 1, right - left + 1
    return 1, 1


def html_text(page: Page, head: str = '<meta charset="utf-8">') -> str:
    """What web applications send as “.xls”: one HTML table, spans and no-break spaces included."""
    covered, lines = _covered(page), []
    for row, values in enumerate(page.grid(), 1):
        cells = []
        for column, value in enumerate(values, 1):
            if (row, column) not in covered:
                down, across = _span(page, row, column)
                spans = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
                cells.append(f"<td{spans}>{escape(as_text(value)) or '&nbsp;'}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<html><head>{head}</head><body><table border=1>{''.join(lines)}</table></body></html>"


def xml2003_text(book: Book) -> str:
    """XML Spreadsheet 2003, with `ss:Index` wherever cells or rows are left out."""
    sheets = "".join(
        f'<Worksheet ss:Name="{escape(page.name)}"><Table>{_xml_rows(page)}</Table></Worksheet>' for page in book.pages
    )
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        f' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{sheets}</Workbook>'
    )


def _xml_rows(page: Page) -> str:
    lines = []
    for row in sorted({row for row, _ in page.cells}):
        hidden = ' ss:Hidden="1"' if row in page.hidden_rows else ""
        cells = "".join(
            _xml_cell(page, row, column) for column in sorted(c for r, c in page.cells if r == row)
        )  # fmt: skip
        lines.append(f'<Row ss:Index="{row}"{hidden}>{cells}</Row>')
    return "".join(lines)


def _xml_cell(page: Page, row: int, column: int) -> str:
    value = page.cells[row, column]
    down, across = _span(page, row, column)
    spans = f' ss:MergeDown="{down - 1}"' * (down > 1) + f' ss:MergeAcross="{across - 1}"' * (across > 1)
    if isinstance(value, date):
        kind, text = "DateTime", f"{value:%Y-%m-%d}T00:00:00.000"
    elif isinstance(value, (int, float)):
        kind, text = "Number", repr(value)
    else:
        kind, text = "String", escape(as_text(value))
    return f'<Cell ss:Index="{column}"{spans}><Data ss:Type="{kind}">{text}</Data></Cell>'


def write_ods(book: Book, path: Path) -> None:
    """An OpenDocument spreadsheet; empty runs are written as repeated cells and rows, as LibreOffice does."""
    tables = "".join(_ods_table(page) for page in book.pages)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2"'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        '<office:automatic-styles><style:style style:name="tersembunyi" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.2"'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        made.writestr("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)


def _ods_table(page: Page) -> str:
    covered, rows, blank = _covered(page), [], 0
    for row, values in enumerate(page.grid(), 1):
        if not any(value is not None for value in values):
            blank += 1
            continue
        if blank:
            rows.append(f'<table:table-row table:number-rows-repeated="{blank}"><table:table-cell/></table:table-row>')
        blank = 0
        cells = "".join(_ods_cell(page, row, column, value, covered) for column, value in enumerate(values, 1))
        filtered = ' table:visibility="filter"' if row in page.hidden_rows else ""
        rows.append(f"<table:table-row{filtered}>{cells}</table:table-row>")
    style = ' table:style-name="tersembunyi"' if page.hidden else ""
    tail = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    return f'<table:table table:name="{escape(page.name)}"{style}>{"".join(rows)}{tail}</table:table>'


def _ods_cell(page: Page, row: int, column: int, value: Cell, covered: set[tuple[int, int]]) -> str:
    if (row, column) in covered:
        return "<table:covered-table-cell/>"
    if value is None:
        return "<table:table-cell/>"
    down, across = _span(page, row, column)
    spans = (
        f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"' if max(down, across) > 1 else ""
    )
    if isinstance(value, date):
        kind = f' office:value-type="date" office:date-value="{value:%Y-%m-%d}"'
    elif isinstance(value, (int, float)):
        kind = f' office:value-type="float" office:value="{value!r}"'
    else:
        kind = ' office:value-type="string"'
    return f"<table:table-cell{kind}{spans}><text:p>{escape(as_text(value))}</text:p></table:table-cell>"
