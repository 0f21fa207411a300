"""The summary workbook: real numbers, missing as words, sources beside every figure, nothing that runs or leaks."""

import os
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from desktop_app.analysis.compliance.values import Compliance
from desktop_app.analysis.findings import Finding
from desktop_app.documents.reports import sheets
from desktop_app.documents.reports.limits import TooManyRows, check_rows
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.summary_xlsx import write_summary_xlsx
from desktop_app.domain.errors import FileInUse
from desktop_app.domain.letters import LetterLayout, Paper
from desktop_app.domain.office import Office
from tests.documents.figures import IMPORT, SEPTEMBER, missing
from tests.documents.reports.parts import computed, stored_results
from tests.documents.reports.values import MADE, SIGNING, bare, compliance, detail

SHEETS = [
    "Ringkasan", "Cakupan", "Perkembangan", "Perusahaan", "Pekerja rentan", "Desa nol", "Non-ASN dan perangkat desa",
    "Temuan dan mutu data", "Lampiran perusahaan", "Lampiran desa", "Tentang laporan ini", "Data bagan",
]  # fmt: skip


def write(values: Compliance, path: Path, office: Office = SIGNING, made: Made = MADE, **pictures: Path) -> Path:
    write_summary_xlsx(values, office, path, pictures=pictures, made=made)
    return path


def written(
    values: Compliance, folder: Path, office: Office = SIGNING, made: Made = MADE, **pictures: Path
) -> Workbook:
    return load_workbook(write(values, folder / "ringkasan.xlsx", office, made, **pictures), data_only=True)


def rows_of(sheet: Worksheet) -> dict[object, list[object]]:
    """Rows by the text in their first column."""
    return {row[0]: list(row) for row in sheet.iter_rows(values_only=True, max_col=12) if row[0] is not None}


def text_of(sheet: Worksheet) -> str:
    return "\n".join(str(value) for row in sheet.iter_rows(values_only=True) for value in row if value is not None)


def all_text(book: Workbook) -> str:
    return "\n".join(text_of(sheet) for sheet in book.worksheets)


def picture(folder: Path) -> Path:
    path = folder / "peta.png"
    Image.new("RGB", (320, 180), "white").save(path)
    return path


def test_its_sheets_charts_and_map(tmp_path: Path) -> None:
    book = written(compliance(), tmp_path, peta=picture(tmp_path))
    assert book.sheetnames == SHEETS
    charts = {sheet.title: len(sheet._charts) for sheet in book.worksheets if sheet._charts}  # type: ignore[attr-defined]
    assert charts == {"Ringkasan": 1, "Cakupan": 1, "Perkembangan": 1, "Perusahaan": 1}
    assert len(book["Ringkasan"]._images) == 1  # type: ignore[attr-defined]


def test_charts_stand_on_the_numbers_of_the_tables(tmp_path: Path) -> None:
    book = written(compliance(), tmp_path)
    [chart] = book["Perusahaan"]._charts  # type: ignore[attr-defined]
    titles = [one.tx.strRef.f for one in chart.series]
    cells = [title.split("!")[1].replace("$", "") for title in titles]
    assert [book["Data bagan"][cell].value for cell in cells] == ["patuh", "PWBD", "PDS Program", "tanpa kelas"]
    values = [
        cell.value
        for cell in book["Data bagan"][chart.series[1].val.numRef.f.split("!")[1].replace("$", "")]
        for cell in cell
    ]
    assert sorted(values) == [1, 9, 17]


def test_the_first_page_answers_on_one_page(tmp_path: Path) -> None:
    sheet = written(compliance(), tmp_path, peta=picture(tmp_path))["Ringkasan"]
    text = text_of(sheet)
    for words in (
        "Dinas Tenaga Kerja Kabupaten Gianyar", "Provinsi Bali, Triwulan III 2025", "52,33 %", "961.790 peserta aktif dari 1.837.899 pekerja",
        "penyebut UCJ 2025, 30 September 2025, Kanwil BPJS Ketenagakerjaan Banuspa", "282.284 orang", "130 orang",
        "1.  Cakupan Provinsi Bali 52,33 %", "5.  Pekerja rentan: 130 orang", "Kepala Dinas Tenaga Kerja,", "Ni Luh Contoh, S.Sos.",
        "NIP 197001011995032001", "Dibuat 24 November 2025 pukul 09.05 oleh Ni Made Contoh",
    ):  # fmt: skip
        assert words in text
    setup = sheet.page_setup
    assert (setup.orientation, setup.fitToWidth, setup.fitToHeight) == ("portrait", 1, 1)
    assert str(sheet.print_area).startswith("'Ringkasan'!$A$1:$M$")


def test_without_a_map_its_place_says_why(tmp_path: Path) -> None:
    sheet = written(compliance(), tmp_path)["Ringkasan"]
    assert "Peta tidak disertakan" in text_of(sheet)
    assert not sheet._images  # type: ignore[attr-defined]


def test_a_region_stands_with_real_numbers_and_its_source(tmp_path: Path) -> None:
    sheet = written(compliance(), tmp_path)["Cakupan"]
    row = rows_of(sheet)["Kabupaten Gianyar"]
    assert row[1:3] == [130_300, 198_628]
    assert row[3:7] == [pytest.approx(130_300 / 198_628), 0.6769, pytest.approx(-2.09, abs=0.005), 4_152]
    assert row[7] == datetime(2025, 9, 30)
    assert row[9] == "Kanwil BPJS Ketenagakerjaan Banuspa; Rekap 2025.xlsx, lembar Rekap, sel D7"
    [line] = [cells for cells in sheet.iter_rows() if cells[0].value == "Kabupaten Gianyar"]
    assert [cell.number_format for cell in line[1:5]] == ["#,##0", "#,##0", "0.00%", "0.00%"]
    assert [cell.style for cell in line[:4]] == [
        "Cakupan Nama", "Cakupan Bilangan", "Cakupan Bilangan", "Cakupan Persen"
    ]  # fmt: skip


def test_missing_is_said_and_is_no_zero(tmp_path: Path) -> None:
    book = written(compliance(), tmp_path)
    row = rows_of(book["Cakupan"])["Kabupaten Karangasem"]
    assert row[1] == row[3] == "belum ada data"
    assert 0 not in row
    behind = {cells[0].value: cells for cells in book["Data bagan"].iter_rows(min_row=5)}
    assert [cell.value for cell in behind["Karangasem (belum ada data)"][1:4]] == [None, None, None]


def test_reported_older_and_reached_figures_are_marked(tmp_path: Path) -> None:
    rows = rows_of(written(compliance(), tmp_path)["Cakupan"])
    assert (rows["Kabupaten Badung"][1], rows["Kabupaten Badung"][3]) == ("tidak diketahui", 0.5868)
    assert "dilaporkan, tanpa pembilang" in str(rows["Kabupaten Badung"][10])
    assert (rows["Kabupaten Klungkung"][8], rows["Kabupaten Klungkung"][10]) == (
        "tidak", "data 31 Des 2024; target provinsi"
    )  # fmt: skip
    assert rows["Kota Denpasar"][6] == "tercapai"


@pytest.mark.parametrize("values", [compliance(), bare(), replace(compliance(), findings=())])
def test_totals_are_formulas_that_agree(tmp_path: Path, values: Compliance) -> None:
    path = write(values, tmp_path / "ringkasan.xlsx")
    book = load_workbook(path, data_only=True)
    found = list(stored_results(path))
    assert found
    for sheet, cell, formula, result in found:
        assert result == pytest.approx(computed(book[sheet], formula)), (sheet, cell, formula)


def test_totals_are_those_of_the_values(tmp_path: Path) -> None:
    values = compliance()
    book = written(values, tmp_path)
    row = rows_of(book["Cakupan"])["Jumlah 6 dari 9 wilayah"]
    assert row[1:3] == [values.coverage.sum_active, values.coverage.sum_workers]
    assert values.companies is not None
    assert values.vulnerable is not None
    total = values.companies.total
    classes = next(row for row in book["Perusahaan"].iter_rows(values_only=True) if row[0] == "Jumlah")
    assert classes[1:8] == (total.companies, 32, 27, 6, total.actual, total.registered, total.arrears)
    whole = values.vulnerable.total
    assert rows_of(book["Pekerja rentan"])["Jumlah"][2:6] == [
        whole.proposed,
        whole.waiting,
        whole.repeated,
        whole.accepted,
    ]


def test_nothing_to_add_up_is_no_zero(tmp_path: Path) -> None:
    values = compliance()
    table = replace(values.coverage, rows=(missing("51.07"), missing("51.08")))
    book = written(replace(values, coverage=table), tmp_path)
    assert rows_of(book["Cakupan"])["Jumlah 0 dari 2 wilayah"][1:4] == ["belum ada data"] * 3
    assert not book["Cakupan"]._charts  # type: ignore[attr-defined]
    assert "Bagan tidak dibuat" in text_of(book["Ringkasan"])


def test_a_section_without_data_says_so_in_one_line(tmp_path: Path) -> None:
    book = written(bare(), tmp_path)
    assert [sheet for sheet in SHEETS if sheet not in book.sheetnames] == [
        "Desa nol",
        "Lampiran perusahaan",
        "Lampiran desa",
    ]
    for sheet, words in (("Perusahaan", "perusahaan"), ("Pekerja rentan", "pekerja rentan")):
        lines = [line for line in text_of(book[sheet]).split("\n") if line]
        assert lines[1:] == [f"Belum ada daftar {words}."]


def test_a_village_without_list_is_no_zero(tmp_path: Path) -> None:
    book = written(compliance(), tmp_path)
    rows = {row[1]: row for row in book["Pekerja rentan"].iter_rows(values_only=True)}
    assert rows["Kelurahan Abianbase"][2:11] == ("tidak ada daftar", *("–",) * 8)
    assert rows["Desa Petak"][2:6] == (9, 6, 3, 0)
    assert rows_of(book["Desa nol"])["Kecamatan Gianyar"][:5] == ["Kecamatan Gianyar", 2, 2, "Abianbase", "Petak"]


def test_tables_print_filter_and_scroll_with_their_header(tmp_path: Path) -> None:
    book = written(compliance(), tmp_path)
    for title in ("Cakupan", "Pekerja rentan", "Lampiran perusahaan", "Lampiran desa"):
        sheet = book[title]
        first = int(re.sub(r"\D", "", str(sheet.freeze_panes)))
        assert sheet.print_title_rows == f"${first - 1}:${first - 1}"
        assert str(sheet.auto_filter.ref).startswith(f"A{first - 1}:")
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
        assert sheet.print_area


@pytest.mark.parametrize(("paper", "code"), [(Paper.A4, "9"), (Paper.F4, "14")])
def test_the_paper_of_the_office(tmp_path: Path, paper: Paper, code: str) -> None:
    office = replace(SIGNING, layout=LetterLayout(paper=paper))
    book = written(compliance(), tmp_path, office)
    assert {str(sheet.page_setup.paperSize) for sheet in book.worksheets} == {code}


def test_identifiers_are_text_and_dates_are_dates(tmp_path: Path) -> None:
    book = written(compliance(), tmp_path)
    [line] = [cells for cells in book["Lampiran perusahaan"].iter_rows() if cells[0].value == "PT Contoh Sejahtera"]
    assert (line[1].value, line[1].data_type, line[1].number_format) == ("00012345", "s", "@")
    [file] = [cells for cells in book["Tentang laporan ini"].iter_rows() if cells[0].value == "Rekap 2025.xlsx"]
    assert file[1].value == IMPORT.sha256
    assert (file[4].value, file[6].value) == (datetime(2025, 9, 30), datetime(2025, 11, 3, 7, 58))


def test_it_says_what_it_was_made_from(tmp_path: Path) -> None:
    text = text_of(written(compliance(), tmp_path)["Tentang laporan ini"])
    for words in (
        "24 November 2025 pukul 09.05 oleh Ni Made Contoh, Cakupan 0.1.0", "Paparan UCJ Provinsi Bali 2025",
        "Sekda Provinsi Bali, 4 Juni 2025", "Segmen", "Belum ada data",
    ):  # fmt: skip
        assert words in text


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_from_data_never_becomes_a_formula(tmp_path: Path, start: str) -> None:
    text = f'{start}HYPERLINK("http://contoh.invalid")'
    values = replace(compliance(), imports=(replace(IMPORT, file=text),))
    sheet = written(values, tmp_path)["Tentang laporan ini"]
    [cell] = [cells[0] for cells in sheet.iter_rows() if cells[0].value == text]
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_no_nik_and_no_control_character_gets_in(tmp_path: Path) -> None:
    finding = Finding("uji", "51.04", SEPTEMBER, "NIK 5104014101900001 ganda\x07.", "Lembar 5104014101900001.xlsx")
    text = all_text(written(replace(compliance(), findings=(finding,)), tmp_path))
    assert "5104014101900001" not in text
    assert "5104••••••••0001" in text


def test_the_same_values_give_the_same_bytes(tmp_path: Path) -> None:
    first = write(compliance(), tmp_path / "a.xlsx", peta=picture(tmp_path)).read_bytes()
    assert write(compliance(), tmp_path / "b.xlsx", peta=picture(tmp_path)).read_bytes() == first


def test_an_open_file_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "ringkasan.xlsx"
    target.write_bytes(b"ringkasan lama")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(FileInUse, match=r"ringkasan\.xlsx"):
        write(compliance(), target)
    assert target.read_bytes() == b"ringkasan lama"
    assert list(tmp_path.iterdir()) == [target]


def test_more_rows_than_excel_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = compliance()
    assert values.companies is not None
    many = replace(values.companies, details=tuple(detail(f"PT Rekaan {n}", None) for n in range(50)))
    monkeypatch.setattr(sheets, "check_rows", lambda rows, sheet: check_rows(rows, sheet, most=40))
    with pytest.raises(TooManyRows, match="Lampiran perusahaan"):
        write(replace(values, companies=many), tmp_path / "ringkasan.xlsx")
    assert not list(tmp_path.iterdir())
