"""Names that could be formulas or markup come into the store and out again as they are."""

import csv
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from desktop_app.operations.export_people import export_people
from desktop_app.operations.import_sheet import ImportRequest, import_sheet
from desktop_app.operations.people import listed_rows
from desktop_app.operations.workspace import Workspace
from tests.operations.sheets import nik

JANUARY = date(2026, 1, 31)
NAMES = (
    "Toko & Anak <Tiga>", '=HYPERLINK("http://contoh.invalid")', "@SUM(A1)", "+62 Contoh", "-1 Contoh", "_x0041_ Contoh",
    "I Made “Kutip” 'Dua'", "N" * 300, "Ni Luh 🙂 Contoh",
)  # fmt: skip
HEADER = ("NIK", "NAMA LENGKAP", "TANGGAL LAHIR", "SEGMEN", "DESA", "KECAMATAN", "KABUPATEN")


def names_in(workspace: Workspace) -> list[str]:
    return sorted(person.name for person in listed_rows(workspace, "51.05.03", JANUARY, 0, 50))


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "Peserta aktif Januari 2026.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        for place, name in enumerate(NAMES, start=9001):
            writer.writerow((nik(place), name, "01-01-1990", "PU", "Selat", "Klungkung", "Kabupaten Klungkung"))
    return path


def test_names_come_through_csv_and_out_as_excel_unchanged(workspace: Workspace, sheet: Path, tmp_path: Path) -> None:
    report = import_sheet(workspace, ImportRequest(path=sheet, period=JANUARY, complete=True))
    assert report.counts.stored == len(NAMES), [problem.message for problem in report.problems]
    assert names_in(workspace) == sorted(NAMES)

    exported = export_people(workspace, "51.05.03", JANUARY, tmp_path / "peserta.xlsx")

    assert {cell.data_type for cell in load_workbook(exported).worksheets[0]["B"]} == {"s"}
    rows = CalamineWorkbook.from_path(exported).get_sheet_by_index(0).to_python()
    assert sorted(str(row[1]) for row in rows[1:]) == sorted(NAMES)
