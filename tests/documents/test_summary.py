"""The summary workbook: real numbers, missing as words, sources beside every figure, nothing that runs or leaks."""

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.analysis.findings import Finding
from desktop_app.analysis.trend import Trend
from desktop_app.documents.summary import Summary, write_summary
from desktop_app.domain.errors import FileInUse
from desktop_app.domain.office import Signatory
from tests.documents.figures import BALI, IMPORT, OFFICE, SEPTEMBER, bali_summary, missing

SHEETS = ["Ringkasan", "Cakupan", "Perkembangan", "Temuan", "Tentang laporan ini"]


def written(summary: Summary, folder: Path) -> Workbook:
    path = folder / "ringkasan.xlsx"
    write_summary(summary, path)
    return load_workbook(path)


def rows_of(sheet: Worksheet) -> dict[object, list[object]]:
    """Rows by the text in their first column."""
    return {row[0]: list(row) for row in sheet.iter_rows(values_only=True, max_col=10) if row[0] is not None}


def all_text(book: Workbook) -> str:
    return "\n".join(
        str(value)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if value is not None
    )


def test_its_sheets_and_charts(tmp_path: Path) -> None:
    book = written(bali_summary(), tmp_path)
    assert book.sheetnames == SHEETS
    assert len(book["Cakupan"]._charts) == 1  # type: ignore[attr-defined]
    assert len(book["Perkembangan"]._charts) == 1  # type: ignore[attr-defined]


def test_a_region_stands_with_real_numbers_and_its_source(tmp_path: Path) -> None:
    sheet = written(bali_summary(), tmp_path)["Cakupan"]
    row = rows_of(sheet)["Kabupaten Gianyar"]
    assert row[1:3] == [130_300, 198_628]
    assert row[3:7] == [pytest.approx(130_300 / 198_628), 0.6769, pytest.approx(-2.09, abs=0.005), 4_152]
    assert row[7] == datetime(2025, 9, 30)
    assert row[8] == "Kanwil BPJS Ketenagakerjaan Banuspa; Rekap 2025.xlsx, lembar Rekap, sel D7"
    [line] = [cells for cells in sheet.iter_rows() if cells[0].value == "Kabupaten Gianyar"]
    assert [cell.number_format for cell in line[1:5]] == ["#,##0", "#,##0", "0.00%", "0.00%"]


def test_missing_is_said_and_is_no_zero(tmp_path: Path) -> None:
    sheet = written(bali_summary(), tmp_path)["Cakupan"]
    row = rows_of(sheet)["Kabupaten Karangasem"]
    assert row[1] == row[3] == "belum ada data"
    assert 0 not in row
    behind = {cells[12].value: cells for cells in sheet.iter_rows(min_row=6, max_row=14)}
    assert [cell.value for cell in behind["Karangasem (belum ada data)"][13:15]] == [None, None]


def test_reported_and_older_figures_are_marked(tmp_path: Path) -> None:
    rows = rows_of(written(bali_summary(), tmp_path)["Cakupan"])
    badung, klungkung = rows["Kabupaten Badung"], rows["Kabupaten Klungkung"]
    assert (badung[1], badung[3]) == ("tidak diketahui", 0.5868)
    assert "dilaporkan, tanpa pembilang" in str(badung[9])
    assert "data 31 Des 2024; tidak masuk jumlah" in str(klungkung[9])


def test_the_sum_says_how_many_regions_are_in_it(tmp_path: Path) -> None:
    summary = bali_summary()
    row = rows_of(written(summary, tmp_path)["Cakupan"])["Jumlah 6 dari 9 wilayah"]
    counted = [part for part in summary.table.rows if part.share is not None and not part.stale]
    assert row[1] == sum(part.active or 0 for part in counted)
    assert row[2] == sum(part.workers or 0 for part in counted)


def test_nothing_to_add_up_is_no_zero(tmp_path: Path) -> None:
    summary = bali_summary()
    table = replace(summary.table, rows=(missing("51.07"), missing("51.08")))
    row = rows_of(written(replace(summary, table=table), tmp_path)["Cakupan"])["Jumlah 0 dari 2 wilayah"]
    assert row[1:4] == ["belum ada data"] * 3


def test_a_region_without_parts_and_without_history_still_makes_a_workbook(tmp_path: Path) -> None:
    summary = bali_summary()
    bare = replace(
        summary, table=replace(summary.table, rows=(), whole=replace(missing("51.07"), target=None)),
        trend=Trend(region=BALI, sector=summary.table.sector, series=(), targets=()), findings=(), imports=(),
        bases=(), targets=(), office=replace(OFFICE, chief=Signatory()),
    )  # fmt: skip
    text = all_text(written(bare, tmp_path))
    assert "Tidak ada temuan." in text
    assert "belum ada target" in text


def test_no_chart_is_drawn_of_nothing(tmp_path: Path) -> None:
    summary = bali_summary()
    table = replace(summary.table, rows=(missing("51.07"), missing("51.08")))
    assert not written(replace(summary, table=table), tmp_path)["Cakupan"]._charts  # type: ignore[attr-defined]


def test_the_table_prints_and_scrolls_with_its_header(tmp_path: Path) -> None:
    sheet = written(bali_summary(), tmp_path)["Cakupan"]
    assert sheet.freeze_panes == "B6"
    assert sheet.print_title_rows == "$5:$5"
    setup = sheet.page_setup
    assert (str(setup.paperSize), setup.orientation, setup.fitToWidth) == ("9", "landscape", 1)


def test_the_cover_carries_fraction_base_date_and_source(tmp_path: Path) -> None:
    sheet = written(bali_summary(), tmp_path)["Ringkasan"]
    values = [value for row in sheet.iter_rows(values_only=True) for value in row if value is not None]
    text = "\n".join(str(value) for value in values)
    assert any(value == pytest.approx(961_790 / 1_837_899) for value in values if isinstance(value, float))
    for words in (
        "Provinsi Bali, 30 September 2025", "961.790 dari 1.837.899 pekerja", "Penyebut UCJ 2025, per 31 Januari 2025", "Data 30 September 2025",
        "Sumber: Kanwil BPJS Ketenagakerjaan Banuspa", "kurang 282.284 orang", "8 dari 9", "6 masuk jumlah",
        "1 tanpa pembilang, 1 bulan lain, 1 belum ada data", "130.300 dari 198.628 pekerja", "2 dari 6",
        "Sekda Provinsi Bali, 4 Juni 2025", "Ni Luh Contoh, S.Sos.", "935.079 dari 1.873.899",
    ):  # fmt: skip
        assert words in text


def test_base_and_data_each_carry_their_own_date(tmp_path: Path) -> None:
    line = str(written(bali_summary(), tmp_path)["Cakupan"]["A2"].value)
    assert line.startswith("Penyebut UCJ 2025 (per 31 Januari 2025, ")
    assert line.endswith("; data 30 September 2025")


def test_a_target_that_is_reached_misses_nobody(tmp_path: Path) -> None:
    rows = rows_of(written(bali_summary(), tmp_path)["Cakupan"])
    assert (rows["Kota Denpasar"][6], rows["Kabupaten Klungkung"][6]) == ("tercapai", 30_648)
    assert not any(isinstance(row[6], int) and row[6] < 0 for row in rows.values())


def test_bases_are_kept_apart_over_time(tmp_path: Path) -> None:
    sheet = written(bali_summary(), tmp_path)["Perkembangan"]
    titles = [cells[0].value for cells in sheet.iter_rows() if str(cells[0].value).startswith("Penyebut:")]
    assert titles == ["Penyebut: BPS bekerja Agustus 2022", "Penyebut: UCJ 2025"]
    behind = list(sheet.iter_rows(min_row=5, max_row=9, min_col=10, max_col=11, values_only=True))
    assert [(first is None, second is None) for first, second in behind] == [(False, True)] * 2 + [(True, False)] * 3


def test_it_says_what_it_was_made_from(tmp_path: Path) -> None:
    sheet = written(bali_summary(), tmp_path)["Tentang laporan ini"]
    rows = rows_of(sheet)
    assert rows["Rekap 2025.xlsx"][1] == "9f2c41d07ab3"
    assert rows["Rekap 2025.xlsx"][5] == "Kanwil BPJS Ketenagakerjaan Banuspa"
    assert rows["UCJ 2025"][5] == "Paparan UCJ Provinsi Bali 2025"
    assert rows["Provinsi Bali"][3] == 0.6769
    assert "24 November 2025 pukul 09.05 oleh Ni Made Contoh, Cakupan 0.1.0" in str(sheet["A2"].value)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_from_data_never_becomes_a_formula(tmp_path: Path, start: str) -> None:
    text = f'{start}HYPERLINK("http://contoh.invalid")'
    summary = replace(bali_summary(), imports=(replace(IMPORT, file=text),), made_by=text)
    sheet = written(summary, tmp_path)["Tentang laporan ini"]
    [cell] = [cells[0] for cells in sheet.iter_rows() if cells[0].value == text]
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_no_nik_and_no_control_character_gets_in(tmp_path: Path) -> None:
    finding = Finding("uji", "51.04", SEPTEMBER, "NIK 5104014101900001 ganda\x07.", "Lembar 5104014101900001.xlsx")
    text = all_text(written(replace(bali_summary(), findings=(finding,)), tmp_path))
    assert "5104014101900001" not in text
    assert "5104••••••••0001" in text


def test_many_findings_are_counted_on_the_cover_and_listed_on_their_sheet(tmp_path: Path) -> None:
    findings = tuple(Finding("uji", "51.04", SEPTEMBER, f"Temuan contoh {n}.", "") for n in range(1, 13))
    book = written(replace(bali_summary(), findings=findings), tmp_path)
    cover = all_text(book).split("Cakupan menurut wilayah")[0]
    assert "Temuan utama (12)" in cover
    assert "7 temuan lain" in cover
    assert len([cells for cells in book["Temuan"].iter_rows(min_row=5) if cells[3].value]) == 12


def test_an_open_file_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "ringkasan.xlsx"
    target.write_bytes(b"ringkasan lama")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(FileInUse, match=r"ringkasan\.xlsx"):
        write_summary(bali_summary(), target)
    assert target.read_bytes() == b"ringkasan lama"
    assert list(tmp_path.iterdir()) == [target]
