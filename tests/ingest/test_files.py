"""Files as they come: told apart by content; what cannot be read is refused with a sentence and a way out."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.domain.errors import (
    Cancelled,
    EmptyWorkbook,
    LockedWorkbook,
    MissingFile,
    NoTable,
    NotAWorkbook,
    SheetError,
    WrongKind,
)
from desktop_app.domain.sheets import ProblemState, SheetKind, silent
from desktop_app.ingest.places import Places
from desktop_app.ingest.reading import read_workbook
from tests.ingest.conftest import Write

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RECAP = "Kabupaten/Kota{0}Peserta aktif{0}Cakupan\nBadung{0}1.000{0}58,68%\nGianyar{0}2.000{0}65,6%\n"


def zipped(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyWorkbook),
        (b" \r\n \n", EmptyWorkbook),
        (b"Yth. Bapak", NotAWorkbook),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), NotAWorkbook),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", NotAWorkbook),
        (b"<html><table><tr><td>NIK</td></tr></table></html>", NotAWorkbook),
        (b"PK\x03\x04 but no package", NotAWorkbook),
        (OLE + bytes(600), NotAWorkbook),
        (OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600), NotAWorkbook),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), LockedWorkbook),
        (b"Surat\nini;bukan\n", NotAWorkbook),
        (b"satu;dua\ntiga;empat\n", NoTable),
    ],
)
def test_refused(tmp_path: Path, places: Places, content: bytes, error: type[SheetError]) -> None:
    path = tmp_path / "kiriman.xlsx"
    path.write_bytes(content)
    with pytest.raises(error, match=r"kiriman\.xlsx") as refused:
        read_workbook(path, places, silent)
    assert refused.value.hint


def test_a_letter_in_word_is_no_workbook(tmp_path: Path, places: Places) -> None:
    path = zipped(tmp_path / "surat.xlsx", {"word/document.xml": "<w:document/>"})
    with pytest.raises(NotAWorkbook):
        read_workbook(path, places, silent)


def test_an_ods_with_a_password_is_locked(tmp_path: Path, places: Places) -> None:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    path = zipped(tmp_path / "rekap.ods", {"mimetype": kind, "META-INF/manifest.xml": "<manifest:encryption-data/>"})
    with pytest.raises(LockedWorkbook):
        read_workbook(path, places, silent)


def test_a_missing_file_and_a_folder(tmp_path: Path, places: Places) -> None:
    for path in (tmp_path / "tidak ada.xlsx", tmp_path):
        with pytest.raises(MissingFile):
            read_workbook(path, places, silent)


def test_sheets_without_a_cell_are_empty_and_without_a_header_no_table(write: Write, places: Places) -> None:
    with pytest.raises(EmptyWorkbook):
        read_workbook(write(), places, silent)
    with pytest.raises(NoTable):
        read_workbook(write(("Catatan rapat",), ("1", "2")), places, silent)


def test_the_wrong_kind_is_named(write: Write, places: Places) -> None:
    path = write(("Kabupaten/Kota", "Peserta aktif"), ("Badung", 10))
    with pytest.raises(WrongKind, match="tidak berisi daftar peserta; yang ditemukan: rekap"):
        read_workbook(path, places, silent, kind=SheetKind.PESERTA)
    [table] = read_workbook(path, places, silent, kind=SheetKind.REKAP).tables
    assert table.kind is SheetKind.REKAP


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv(tmp_path: Path, places: Places, separator: str, encoding: str) -> None:
    lines = RECAP.replace("58,68%", '"58,68%"').replace("65,6%", '"65,6%"').format(separator)
    path = tmp_path / "rekap per 31 Maret 2025.csv"
    path.write_bytes(("\n" + lines + f'"Sumber: kantor – cabang"{separator}{separator}\n').encode(encoding))
    [table] = read_workbook(path, places, silent).tables
    assert [(row.row, getattr(row, "people", None), getattr(row, "share", None)) for row in table.rows] == [
        (3, 1000, 0.5868),
        (4, 2000, 0.656),
    ]
    assert table.document == "kantor – cabang"
    assert table.period == date(2025, 3, 31)


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
    assert read_workbook(bare, places, silent, period=march).tables[0].period == march
    dated = write(("per 31 Maret 2025",), ("Kabupaten/Kota", "Peserta aktif"), ("Badung", 10), name="b.xlsx")
    [table] = read_workbook(dated, places, silent, period=june).tables
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
    reading = read_workbook(tmp_path / "rekap.xlsx", places, silent, period=date(2025, 9, 30))
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
