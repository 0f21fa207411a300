"""Sending a sheet back to its sender, and knowing it again when it returns."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.domain.errors import MissingFile, UnknownImport, UnusableTarget
from desktop_app.domain.returned import REASON, STATUS, NothingToReturn, SourceChanged
from desktop_app.operations.drafts import RETURNED_NOTE, draft_named
from desktop_app.operations.import_sheet import (
    ImportRequest,
    check_sheet,
    import_sheet,
    list_imports,
    store_draft,
    undo_imports,
)
from desktop_app.operations.return_sheet import (
    correction_of,
    imports_from,
    return_sheet,
    what_is_lost,
)
from desktop_app.operations.workspace import Workspace

HEADER = ("NO", "NIK", "NAMA LENGKAP", "TANGGAL LAHIR", "JENIS KELAMIN", "KELURAHAN", "KECAMATAN", "KOTA/KAB")
PLACE = ("Suana", "Nusa Penida", "Kab. Klungkung")
FINE = (1, "5105014101909001", "Ni Wayan Rekaan", "01-01-1990", "P", *PLACE)
SHORT = (2, "51050102029190", "I Nyoman Kurang", "02-02-1991", "L", *PLACE)
JANUARY = date(2026, 1, 31)


def workbook(path: Path, *rows: tuple[Any, ...]) -> Path:
    book = Workbook()
    for row in rows or (("DAFTAR PESERTA AKTIF",), (), HEADER, FINE, SHORT):
        book.worksheets[0].append(row)
    book.save(path)
    return path


def stored(workspace: Workspace, path: Path) -> list[int]:
    report = import_sheet(workspace, ImportRequest(path=path, period=JANUARY, sender="Cabang"))
    return [table.import_id for table in report.tables if table.import_id is not None]


def answers(path: Path) -> dict[int, tuple[object, object]]:
    """Row -> status and first sentence of the reason, of the first sheet."""
    sheet = load_workbook(path).worksheets[0]
    assert isinstance(sheet, Worksheet)
    [column] = {cell.column for row in sheet.iter_rows() for cell in row if cell.value == STATUS}
    pairs = {
        row: (sheet.cell(row, column).value, sheet.cell(row, column + 1).value) for row in range(1, sheet.max_row + 1)
    }
    return {row: (status, str(reason or "").split(".")[0]) for row, (status, reason) in pairs.items() if status}


EXPECTED = {
    3: (STATUS, REASON), 4: ("Diterima", ""), 5: ("Menunggu", "NIK memuat 14 angka, seharusnya 16"),
}  # fmt: skip


def test_what_was_stored_is_answered_and_comes_back_as_its_correction(workspace: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "peserta.xlsx")
    numbers = stored(workspace, source)
    path = return_sheet(workspace, numbers, source)
    assert path == workspace.returned / "peserta (balasan).xlsx"
    assert answers(path) == EXPECTED
    assert [record.id for record in correction_of(workspace, path)] == numbers
    assert correction_of(workspace, source) == ()
    assert imports_from(workspace, source) == numbers
    assert what_is_lost(source) == ()


def test_the_corrected_sheet_takes_the_place_of_what_it_corrects(workspace: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "peserta.xlsx")
    numbers = stored(workspace, source)
    path = return_sheet(workspace, numbers, source)
    book = load_workbook(path)
    book.worksheets[0]["B5"] = "5105010202919002"
    book.save(path)
    request = ImportRequest(path=path, period=JANUARY, sender="Cabang")
    checked = check_sheet(workspace, request)
    assert [record.id for record in checked.corrects] == numbers
    assert not checked.questions
    [table] = checked.tables
    assert (table.counts.same, table.counts.new, table.counts.parked) == (1, 1, 0)
    assert [record.id for record in table.replaced] == numbers
    later = check_sheet(workspace, ImportRequest(path=path, period=date(2026, 2, 28), sender="Cabang"))
    assert later.tables[0].replaced == ()
    import_sheet(workspace, request)
    states = {record.id: record.state for record in list_imports(workspace)}
    assert (states[numbers[0]], len(states)) == ("digantikan", 2)


def test_a_draft_that_was_answered_before_it_was_stored_is_known_again(workspace: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "peserta.xlsx")
    request = ImportRequest(path=source, period=JANUARY, sender="Cabang")
    draft = check_sheet(workspace, request).draft
    path = return_sheet(workspace, draft, source)
    number = store_draft(workspace, draft, request).tables[0].import_id
    assert [record.id for record in correction_of(workspace, path)] == [number]


def test_an_answer_made_again_carries_the_same_mark(workspace: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "peserta.xlsx")
    numbers = stored(workspace, source)
    first, second = (return_sheet(workspace, numbers, source) for _ in range(2))
    assert first != second
    assert [record.id for path in (first, second) for record in correction_of(workspace, path)] == numbers * 2


def test_an_import_that_was_undone_is_corrected_by_nothing(workspace: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "peserta.xlsx")
    numbers = stored(workspace, source)
    path = return_sheet(workspace, numbers, source)
    undo_imports(workspace, numbers)
    assert correction_of(workspace, path) == ()
    with pytest.raises(UnknownImport):
        return_sheet(workspace, numbers, source)


def test_a_draft_is_answered_before_anything_is_stored(workspace: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "peserta.xlsx")
    draft = check_sheet(workspace, ImportRequest(path=source, period=JANUARY)).draft
    path = return_sheet(workspace, draft, source, tmp_path / "balasan.xlsx")
    assert answers(path) == EXPECTED
    assert len(draft_named(workspace, draft).about(RETURNED_NOTE, str)) == 32


@pytest.mark.parametrize("separator", [";", ","])
def test_a_csv_comes_back_as_a_workbook_with_the_same_rows(
    workspace: Workspace, tmp_path: Path, separator: str
) -> None:
    source = tmp_path / "peserta.csv"
    rows = (("DAFTAR PESERTA AKTIF",), (), HEADER, FINE, SHORT)
    source.write_text("\n".join(separator.join(map(str, row)) for row in rows), "utf-8")
    path = return_sheet(workspace, stored(workspace, source), source)
    assert path.suffix == ".xlsx"
    assert answers(path) == EXPECTED
    sheet = load_workbook(path).worksheets[0]
    assert [cell.value for cell in list(sheet.rows)[3]][:3] == ["1", "5105014101909001", "Ni Wayan Rekaan"]
    assert len(what_is_lost(source)) == 1


def test_a_file_that_changed_since_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "peserta.xlsx")
    numbers = stored(workspace, source)
    with pytest.raises(SourceChanged, match=r"lain\.xlsx"):
        return_sheet(workspace, numbers, workbook(tmp_path / "lain.xlsx", HEADER, FINE))
    with pytest.raises(MissingFile):
        return_sheet(workspace, numbers, tmp_path / "hilang.xlsx")
    with pytest.raises(UnusableTarget):
        return_sheet(workspace, numbers, source, source)
    with pytest.raises(NothingToReturn):
        return_sheet(workspace, [], source)
    assert not workspace.returned.exists()


def test_two_tables_of_a_sheet_have_their_own_answers(workspace: Workspace, tmp_path: Path) -> None:
    """Stacked tables use the same columns."""
    source = workbook(
        tmp_path / "dua.xlsx", ("PESERTA PU",), HEADER, FINE, SHORT, (), (), ("PESERTA BPU",), HEADER,
        (1, "5105014101909002", "Ni Made Rekaan", "01-01-1990", "P", *PLACE),
    )  # fmt: skip
    path = return_sheet(workspace, stored(workspace, source), source)
    assert answers(path) == {
        2: (STATUS, REASON), 3: ("Diterima", ""), 4: EXPECTED[5], 8: (STATUS, REASON), 9: ("Diterima", ""),
    }  # fmt: skip


def test_columns_that_the_sender_uses_stay_free(workspace: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "catatan.xlsx", HEADER, FINE, (*SHORT, None, "tanya ibunya"))
    path = return_sheet(workspace, stored(workspace, source), source)
    sheet = load_workbook(path).worksheets[0]
    assert sheet["J3"].value == "tanya ibunya"
    assert sheet["K3"].value == "Menunggu"


def test_a_recap_is_answered_with_its_checks(workspace: Workspace, tmp_path: Path) -> None:
    source = workbook(
        tmp_path / "rekap.xlsx", ("REKAP PESERTA PER 31 MARET 2025",), (),
        ("No", "Kabupaten/Kota", "Penduduk Bekerja", "Peserta PU", "Peserta BPU", "Jumlah Peserta", "Cakupan (%)"),
        (1, "Kabupaten Badung", 1000, 200, 100, 300, 30.0), (2, "Kabupaten Entahlah", 1000, 200, 100, 300, 30.0),
        (3, "Kabupaten Gianyar", 1000, 200, 100, 300, 39.0), ("", "JUMLAH", 3000, 600, 300, 901, None),
    )  # fmt: skip
    report = import_sheet(workspace, ImportRequest(path=source, sender="Kanwil"))
    numbers = [table.import_id for table in report.tables if table.import_id]
    found = {row: status for row, (status, _) in answers(return_sheet(workspace, numbers, source)).items()}
    assert (found[3], found[4], found[5], found[6]) == (STATUS, "Diterima", "Menunggu", "Diterima, catatan")
    assert found.get(7, "Catatan") == "Catatan"
