"""A whole workbook: which of its sheets are read, which months they carry, and what is said of the others."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.domain.errors import Cancelled, WrongKind
from desktop_app.domain.sheets import ProblemState, SheetKind, silent
from desktop_app.ingest.reading import ReadingOptions, read_workbook
from desktop_app.ingest.regions.places import Places
from tests.ingest.conftest import Write


def test_the_wrong_kind_is_named(write: Write, places: Places) -> None:
    path = write(("Kabupaten/Kota", "Peserta aktif"), ("Badung", 10))
    with pytest.raises(WrongKind, match="tidak berisi daftar peserta; yang ditemukan: rekap"):
        read_workbook(path, places, silent, ReadingOptions(kind=SheetKind.PESERTA))
    [table] = read_workbook(path, places, silent, ReadingOptions(kind=SheetKind.REKAP)).tables
    assert table.kind is SheetKind.REKAP


def test_hidden_empty_and_other_sheets_are_named(tmp_path: Path, places: Places) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Kabupaten/Kota", "Peserta aktif"])
    sheet.append(["Badung", 10])
    hidden = book.create_sheet("Arsip")
    hidden.append(["Kabupaten/Kota", "Peserta aktif"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Kosong")
    book.create_sheet("Catatan").append(["Rapat hari Senin"])
    book.save(tmp_path / "rekap.xlsx")
    reading = read_workbook(tmp_path / "rekap.xlsx", places, silent)
    assert [table.sheet for table in reading.tables] == ["Sheet"]
    assert set(reading.skipped) == {"Arsip", "Kosong", "Catatan"}
    assert "tersembunyi" in reading.skipped["Arsip"]
    assert reading.skipped["Kosong"] == "Lembar ini kosong."
    assert all(sentence.endswith(".") for sentence in reading.skipped.values())


def test_rows_and_columns_keep_excels_numbers(tmp_path: Path, places: Places) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    cells: dict[str, str | int] = {"C5": "Kabupaten/Kota", "E5": "Peserta aktif", "C8": "Badung", "E8": 10}
    for place, value in cells.items():
        sheet[place] = value
    book.save(tmp_path / "rekap.xlsx")
    [table] = read_workbook(tmp_path / "rekap.xlsx", places, silent).tables
    [figure] = table.rows
    assert (figure.row, getattr(figure, "cell", "")) == (8, "E8")
    assert [column.letter for column in table.columns] == ["C", "E"]


def test_the_month_is_the_sheets_or_the_clerks(write: Write, places: Places) -> None:
    march, june = date(2025, 3, 31), date(2025, 6, 30)
    bare = write(("Kabupaten/Kota", "Peserta aktif"), ("Badung", 10))
    assert read_workbook(bare, places, silent).tables[0].period is None
    assert read_workbook(bare, places, silent, ReadingOptions(period=march)).tables[0].period == march
    dated = write(("per 31 Maret 2025",), ("Kabupaten/Kota", "Peserta aktif"), ("Badung", 10), name="b.xlsx")
    [table] = read_workbook(dated, places, silent, ReadingOptions(period=june)).tables
    assert table.period == june
    assert [(p.code, p.state) for p in table.problems] == [("period_differs", ProblemState.NOTE)]


def test_a_workbook_of_several_months_keeps_them(tmp_path: Path, places: Places) -> None:
    book = Workbook()
    for name, sheet in (
        ("Mar 2025", book.worksheets[0]),
        ("Jun 2025", book.create_sheet()),
        ("Lain", book.create_sheet()),
    ):
        sheet.title = name
        sheet.append(["Kabupaten/Kota", "Peserta aktif"])
        sheet.append(["Badung", 10])
    book.save(tmp_path / "rekap.xlsx")
    reading = read_workbook(tmp_path / "rekap.xlsx", places, silent, ReadingOptions(period=date(2025, 9, 30)))
    assert [table.period for table in reading.tables] == [date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30)]


def test_reading_ticks_and_can_be_stopped(write: Write, places: Places) -> None:
    path = write(("Kabupaten/Kota", "Peserta aktif"), *(("Badung", 10) for _ in range(1200)))
    ticks: list[tuple[int, int]] = []
    read_workbook(path, places, lambda done, total: ticks.append((done, total)))
    assert ticks == [(0, 1201), (500, 1201), (1000, 1201), (1201, 1201)]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_workbook(path, places, stop)
