"""Workbooks of every format for tests, written part by part so that a test can make them wrong on purpose.

`Sheet` is one sheet with plain values; `xlsx`, `xlsb`, `xls`, `ods`, `xml_2003` and `html` write the same sheets in their
format. `xlsx_parts` gives the parts of an .xlsx to change, `zipped` packs them.
"""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import Protocol

from desktop_app.ingest.files.ole_guard import container_of
from desktop_app.ingest.grid import letter

Value = int | float | str | bool | date | datetime | None
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DATE_STYLE = 1
_EPOCH = datetime(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows from Excel's row 1. `merged`: (top, left, bottom, right) from 0. Hidden rows and columns from 0."""

    name: str
    rows: Sequence[Sequence[Value]]
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False


class Write(Protocol):
    """A function that writes sheets in one format."""

    def __call__(self, *sheets: Sheet) -> bytes: ...


def serial(day: date) -> float:
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
    return (moment - _EPOCH).total_seconds() / 86_400


def zipped(parts: Mapping[str, str | bytes], stored: Sequence[str] = ()) -> bytes:
    """A zip of these parts; those in `stored` are not packed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content, zipfile.ZIP_STORED if name in stored else None)
    return target.getvalue()


# .xlsx


def sheet_xml(rows: str, before: str = "", after: str = "", namespace: str = MAIN) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{namespace}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def strings_xml(*items: str) -> str:
    """Each item is what stands inside one <si>."""
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def styles_xml(*codes: str) -> str:
    """Style 0 is General, style 1 a date; then one style for each number format."""
    formats = "".join(f'<numFmt numFmtId="{200 + i}" formatCode="{escape(c)}"/>' for i, c in enumerate(codes))
    styles = "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(len(codes)))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
        f'<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>{styles}</cellXfs></styleSheet>'
    )


def xlsx_parts(
    *sheets: tuple[str, str],
    states: Sequence[str] = (),
    properties: str = "",
    main: str = MAIN,
    office: str = OFFICE,
    targets: Sequence[str] = (),
) -> dict[str, str | bytes]:
    """The parts of a workbook of (name, sheet XML)."""
    numbers = range(1, len(sheets) + 1)
    placed = list(targets) or [f"worksheets/sheet{n}.xml" for n in numbers]
    shown = list(states) or ["visible"] * len(sheets)
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" state="{state}" r:id="rId{n}"/>'
        for n, (name, _), state in zip(numbers, sheets, shown, strict=True)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{office}/worksheet" Target="{target}"/>'
        for n, target in zip(numbers, placed, strict=True)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">{properties}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}'
        f'<Relationship Id="rId98" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="rId99" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        **{f"xl/worksheets/sheet{n}.xml": xml for n, (_, xml) in zip(numbers, sheets, strict=True)},
    }


def xlsx(*sheets: Sheet) -> bytes:
    parts = xlsx_parts(
        *((sheet.name, _sheet_part(sheet)) for sheet in sheets),
        states=["hidden" if sheet.hidden else "visible" for sheet in sheets],
    )
    return zipped({**parts, "xl/styles.xml": styles_xml()})


def _sheet_part(sheet: Sheet) -> str:
    rows = "".join(
        f'<row r="{n}"{" hidden=" + chr(34) + "1" + chr(34) if n - 1 in sheet.hidden_rows else ""}>'
        + "".join(cell_xml(f"{letter(c)}{n}", value) for c, value in enumerate(row) if value is not None)
        + "</row>"
        for n, row in enumerate(sheet.rows, start=1)
    )
    columns = "".join(f'<col min="{c + 1}" max="{c + 1}" hidden="1"/>' for c in sorted(sheet.hidden_columns))
    merged = "".join(f'<mergeCell ref="{letter(b)}{a + 1}:{letter(d)}{c + 1}"/>' for a, b, c, d in sheet.merged)
    return sheet_xml(
        rows, f"<cols>{columns}</cols>" if columns else "", f"<mergeCells>{merged}</mergeCells>" if merged else ""
    )


def cell_xml(reference: str, value: Value) -> str:
    if isinstance(value, bool):
        return f'<c r="{reference}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c r="{reference}" s="{DATE_STYLE}"><v>{serial(value):.15g}</v></c>'
    if isinstance(value, str):
        return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{reference}"><v>{value}</v></c>'


# .xlsb


def xlsb(*sheets: Sheet) -> bytes:
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.bin"/>'
        for n, _ in enumerate(sheets, start=1)
    )
    parts = xlsx_parts()
    book = b"".join(
        binary_record(156, struct.pack("<II", int(sheet.hidden), n) + _wide(f"rId{n}") + _wide(sheet.name))
        for n, sheet in enumerate(sheets, start=1)
    )
    styles = binary_record(617, struct.pack("<I", 2)) + b"".join(
        binary_record(47, struct.pack("<HH12x", 0, number)) for number in (0, 14)
    )
    return zipped(
        {
            "[Content_Types].xml": parts["[Content_Types].xml"],
            "_rels/.rels": str(parts["_rels/.rels"]).replace("workbook.xml", "workbook.bin"),
            "xl/workbook.bin": binary_record(131) + binary_record(143) + book + binary_record(144) + binary_record(132),
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}<Relationship '
            f'Id="rId99" Type="{OFFICE}/styles" Target="styles.bin"/></Relationships>',
            "xl/styles.bin": binary_record(278) + styles + binary_record(618) + binary_record(279),
            **{f"xl/worksheets/sheet{n}.bin": _binary_sheet(sheet) for n, sheet in enumerate(sheets, start=1)},
        }
    )


def binary_record(kind: int, body: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, sizes = len(body), b""
    while size > 0x7F:
        sizes += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + sizes + bytes([size]) + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _binary_sheet(sheet: Sheet) -> bytes:
    columns = b"".join(binary_record(60, struct.pack("<4IH", c, c, 0, 0, 1)) for c in sorted(sheet.hidden_columns))
    rows = b"".join(
        binary_record(0, struct.pack("<IIHBBBI", r, 0, 300, 0, 0x10 if r in sheet.hidden_rows else 0, 0, 0))
        + b"".join(_binary_cell(c, value) for c, value in enumerate(row) if value is not None)
        for r, row in enumerate(sheet.rows)
    )
    merged = b"".join(binary_record(176, struct.pack("<4I", a, c, b, d)) for a, b, c, d in sheet.merged)
    return (
        binary_record(129) + binary_record(148, struct.pack("<4I", 0, max(len(sheet.rows) - 1, 0), 0, 100)) + columns
        + binary_record(145) + rows + binary_record(146) + merged + binary_record(130)
    )  # fmt: skip


def _binary_cell(column: int, value: Value) -> bytes:
    style = DATE_STYLE if isinstance(value, date) else 0
    head = struct.pack("<II", column, style)
    if isinstance(value, bool):
        return binary_record(4, head + bytes([value]))
    if isinstance(value, str):
        return binary_record(6, head + _wide(value))
    number = serial(value) if isinstance(value, date) else float(value or 0)
    return binary_record(5, head + struct.pack("<d", number))


# .xls (BIFF8)


def xls(*sheets: Sheet, from_1904: bool = False) -> bytes:
    return container_of(biff(*sheets, from_1904=from_1904))


def biff(*sheets: Sheet, from_1904: bool = False) -> bytes:
    """The bare records of a workbook."""
    bodies = [_biff_sheet(sheet) for sheet in sheets]
    head = biff_record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + biff_record(0x42, b"\xb0\x04")
    head += biff_record(0x22, struct.pack("<H", from_1904))
    head += b"".join(biff_record(0xE0, struct.pack("<HH16x", 0, number)) for number in (0, 14))
    names = [_short(sheet.name) for sheet in sheets]
    place = len(head) + sum(4 + 6 + len(name) for name in names) + 4
    listed = b""
    for sheet, name, body in zip(sheets, names, bodies, strict=True):
        listed += biff_record(0x85, struct.pack("<IBB", place, sheet.hidden, 0) + name)
        place += len(body)
    return head + listed + biff_record(0x0A) + b"".join(bodies)


def biff_record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _short(text: str) -> bytes:
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def _biff_sheet(sheet: Sheet) -> bytes:
    columns = b"".join(biff_record(0x7D, struct.pack("<5Hxx", c, c, 2048, 0, 1)) for c in sorted(sheet.hidden_columns))
    rows = b"".join(
        biff_record(0x208, struct.pack("<6HI", r, 0, len(row), 255, 0, 0, 0x20 if r in sheet.hidden_rows else 0))
        for r, row in enumerate(sheet.rows)
    )
    cells = b"".join(
        _biff_cell(r, c, value) for r, row in enumerate(sheet.rows) for c, value in enumerate(row) if value is not None
    )
    places = b"".join(struct.pack("<4H", a, c, b, d) for a, b, c, d in sheet.merged)
    merged = biff_record(0xE5, struct.pack("<H", len(sheet.merged)) + places) if sheet.merged else b""
    begin = biff_record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    return begin + columns + rows + cells + merged + biff_record(0x0A)


def _biff_cell(row: int, column: int, value: Value) -> bytes:
    head = struct.pack("<3H", row, column, DATE_STYLE if isinstance(value, date) else 0)
    if isinstance(value, bool):
        return biff_record(0x205, head + bytes([value, 0]))
    if isinstance(value, str):
        return biff_record(0x204, head + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    number = serial(value) if isinstance(value, date) else float(value or 0)
    return biff_record(0x203, head + struct.pack("<d", number))


# .ods

ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)


def ods(*sheets: Sheet) -> bytes:
    return ods_of("".join(_ods_table(sheet) for sheet in sheets))


def ods_of(tables: str) -> bytes:
    """An .ods with these <table:table> elements; style “sembunyi” hides a sheet."""
    return zipped(
        {"mimetype": ODS_MIME, "META-INF/manifest.xml": "<manifest/>", "content.xml": f"<office:document-content {_ODS_NAMES}>{_ods_body(tables)}</office:document-content>"},
        stored=["mimetype"],
    )  # fmt: skip


def flat_ods(*sheets: Sheet) -> bytes:
    body = _ods_body("".join(_ods_table(sheet) for sheet in sheets))
    return f'<?xml version="1.0"?><office:document {_ODS_NAMES} office:mimetype="{ODS_MIME}">{body}</office:document>'.encode()


def _ods_body(tables: str) -> str:
    hiding = '<style:style style:name="sembunyi"><style:table-properties table:display="false"/></style:style>'
    return (
        f"<office:automatic-styles>{hiding}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    )


def _ods_table(sheet: Sheet) -> str:
    style = ' table:style-name="sembunyi"' if sheet.hidden else ""
    width = max((len(row) for row in sheet.rows), default=0)
    columns = "".join(f"<table:table-column{_collapsed(c in sheet.hidden_columns)}/>" for c in range(width))
    merged = {(a, b): (c - a + 1, d - b + 1) for a, b, c, d in sheet.merged}
    rows = "".join(
        f"<table:table-row{_collapsed(r in sheet.hidden_rows)}>"
        + "".join(_ods_cell(value, merged.get((r, c))) for c, value in enumerate(row))
        + "</table:table-row>"
        for r, row in enumerate(sheet.rows)
    )
    return f'<table:table table:name="{escape(sheet.name)}"{style}>{columns}{rows}</table:table>'


def _collapsed(hidden: bool) -> str:
    return ' table:visibility="collapse"' if hidden else ""


def _ods_cell(value: Value, span: tuple[int, int] | None) -> str:
    spans = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if value is None:
        return f"<table:table-cell{spans}/>"
    if isinstance(value, bool):
        return f'<table:table-cell{spans} office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, date):
        return f'<table:table-cell{spans} office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, str):
        text = escape(value)
        return f'<table:table-cell{spans} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    return f'<table:table-cell{spans} office:value-type="float" office:value="{value}"/>'


# XML 2003 and HTML


def xml_2003(*sheets: Sheet) -> bytes:
    return xml_2003_of("".join(_sheet_2003(sheet) for sheet in sheets))


def xml_2003_of(worksheets: str) -> bytes:
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="{name}" xmlns:ss="{name}" '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel">{worksheets}</Workbook>'
    ).encode()


def _sheet_2003(sheet: Sheet) -> str:
    merged = {(a, b): f' ss:MergeAcross="{d - b}" ss:MergeDown="{c - a}"' for a, b, c, d in sheet.merged}
    columns = "".join(f'<Column ss:Index="{c + 1}" ss:Hidden="1"/>' for c in sorted(sheet.hidden_columns))
    rows = "".join(
        f'<Row ss:Index="{r + 1}"{" ss:Hidden=" + chr(34) + "1" + chr(34) if r in sheet.hidden_rows else ""}>'
        + "".join(_cell_2003(c, value, merged.get((r, c), "")) for c, value in enumerate(row) if value is not None)
        + "</Row>"
        for r, row in enumerate(sheet.rows)
    )
    state = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>" if sheet.hidden else ""
    return f'<Worksheet ss:Name="{escape(sheet.name)}"><Table>{columns}{rows}</Table>{state}</Worksheet>'


def _cell_2003(column: int, value: Value, merge: str) -> str:
    if isinstance(value, bool):
        kind, text = "Boolean", str(int(value))
    elif isinstance(value, date):
        kind, text = "DateTime", f"{value:%Y-%m-%dT%H:%M:%S}.000"
    else:
        kind, text = ("String", escape(value)) if isinstance(value, str) else ("Number", str(value))
    return f'<Cell ss:Index="{column + 1}"{merge}><Data ss:Type="{kind}">{text}</Data></Cell>'


def html(*rows: Sequence[str]) -> bytes:
    cells = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in rows)
    return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></body></html>".encode()
