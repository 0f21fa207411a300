"""The sheet “Temuan”: figures that do not agree, each with its numbers and its place."""

from collections.abc import Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.analysis.findings import Finding
from desktop_app.documents import excel
from desktop_app.documents.excel import Look, Value

TITLES = ("No.", "Wilayah", "Bulan data", "Temuan", "Tempat")
HEADER_ROW = 4


def fill_findings(sheet: Worksheet, findings: Sequence[Finding], names: Mapping[str, str]) -> None:
    excel.set_widths(sheet, 6, 26, 20, 80, 44)
    excel.put(sheet, 1, 1, "Temuan", excel.TITLE)
    sheet.row_dimensions[1].height = 24
    note = "Angka yang tidak sesuai dengan hitungannya sendiri atau dengan angka lain. Angka aslinya tidak diubah."
    excel.put(sheet, 2, 1, note, excel.SUBTITLE)
    excel.table_header(sheet, HEADER_ROW, TITLES)
    rows: list[list[tuple[Value, Look]]] = [
        [
            (place, excel.dated("0")), (names.get(finding.region, finding.region), excel.TEXT),
            (finding.period, excel.dated()), (finding.message, excel.TEXT),
            (finding.place, excel.NOTE),
        ]
        for place, finding in enumerate(findings, start=1)
    ]  # fmt: skip
    if not rows:
        excel.put(sheet, HEADER_ROW + 1, 1, "Tidak ada temuan.", excel.SUBTITLE)
    excel.table_rows(sheet, HEADER_ROW + 1, rows)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
