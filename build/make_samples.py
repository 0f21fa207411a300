"""Makes the sample workbooks with published figures: `python -m build.make_samples` (people: `build.make_people`).

Every figure stands here with its source. What nobody published stays empty; what follows from published figures by
arithmetic is marked “diturunkan”.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from build.workbooks import one_page_wide, save, widths
from desktop_app.operations.reference import shipped_regions
from desktop_app.resources import resource

BPS_2022, BPS_2023, BPS_2024 = (f"BPS bekerja Agustus {year}" for year in (2022, 2023, 2024))
UCJ_2024, UCJ_2025 = "UCJ 2024", "UCJ 2025"
BALI = "Provinsi Bali"
REGENCIES = (
    "Kabupaten Jembrana", "Kabupaten Tabanan", "Kabupaten Badung", "Kabupaten Gianyar", "Kabupaten Klungkung",
    "Kabupaten Bangli", "Kabupaten Karangasem", "Kabupaten Buleleng", "Kota Denpasar",
)  # fmt: skip

Numbers = tuple[int | None, int | None, int | None]
Shares = tuple[float | None, float | None, float | None]
NOTHING: Numbers = (None, None, None)


@dataclass(frozen=True, slots=True)
class Row:
    """A recap row: workers, people and percentages as formal, informal, total; None where nobody published it."""

    base: str
    note: str
    workers: Numbers = NOTHING
    people: Numbers = NOTHING
    percent: Shares = NOTHING


@dataclass(frozen=True, slots=True)
class Recap:
    """A month of the recap."""

    sheet: str
    day: str
    source: str
    rows: dict[str, Row]


RECAPS = (
    Recap("31 Des 2023", "31 Desember 2023", "BPJS Ketenagakerjaan dan BPS, dikutip media; lihat Keterangan", {
        BALI: Row(
            BPS_2022,
            "Formal 715.410 diterbitkan (bali.bisnis.com, 28-12-2023). Jumlah 1.027.446 diturunkan dari 39,41 % dari"
            " 2.607.070, diterbitkan sebagai 1,027 juta (Bali Post, 19-02-2024). Informal 312.036 diturunkan dari jumlah"
            " dikurangi formal, diterbitkan sebagai 22 %.",
            (1_214_028, 1_393_042, 2_607_070), (715_410, 312_036, 1_027_446), (58.93, 22.40, 39.41),
        ),
        "Kabupaten Jembrana": Row(
            "", "Penyebut tidak disebut (Perspectives News, 28-07-2025).", percent=(None, None, 51.65)
        ),
    }),
    Recap("31 Mei 2024", "31 Mei 2024", "Disnaker dan ESDM Provinsi Bali, dikutip September 2024; lihat Keterangan", {
        BALI: Row(
            BPS_2023,
            "Jumlah 1.089.273 diturunkan dari 41,61 % dari 2.617.816; laman sumber menyebut 2.617.816 sebagai peserta"
            " (disnakeresdm.baliprov.go.id, September 2024).",
            (None, None, 2_617_816), (None, None, 1_089_273), (None, None, 41.61),
        ),
        "Kabupaten Badung": Row("", "Penyebut tidak disebut (Bali Post, 30-05-2024).", percent=(None, None, 61.0)),
    }),
    Recap("31 Des 2024", "31 Desember 2024", "Pemerintah Kabupaten Jembrana, dikutip Perspectives News 28-07-2025", {
        "Kabupaten Jembrana": Row(
            UCJ_2024, "Perspectives News, 28-07-2025.", (None, None, 109_417), (None, None, 70_017),
            (None, None, 63.99),
        ),
    }),
    Recap("31 Mar 2025", "31 Maret 2025", "BPJS Ketenagakerjaan Banuspa, dikutip ANTARA Bali 30-04-2025", {
        BALI: Row(
            UCJ_2025,
            "Penyebut tercetak 1.873.899 (dua angka tertukar); 1.837.899 diturunkan dari 935.079 dan 50,88 %"
            " (ANTARA Bali, 30-04-2025).",
            (None, None, 1_837_899), (None, None, 935_079), (None, None, 50.88),
        ),
        "Kabupaten Badung": Row(UCJ_2025, "Persentase saja (ANTARA Bali, 30-04-2025).", percent=(None, None, 58.68)),
        "Kabupaten Bangli": Row(UCJ_2025, "Persentase saja (ANTARA Bali, 30-04-2025).", percent=(None, None, 35.52)),
    }),
    Recap("30 Jun 2025", "30 Juni 2025", "Sekda Provinsi Bali, dikutip Info Dewata 04-06-2025", {
        BALI: Row(UCJ_2025, "Persentase saja (Info Dewata, 04-06-2025).", percent=(None, None, 52.33)),
    }),
    Recap("30 Sep 2025", "30 September 2025", "Pemerintah Kabupaten Gianyar, dikutip ANTARA Bali 14-10-2025", {
        "Kabupaten Gianyar": Row(
            UCJ_2025, "ANTARA Bali, 14-10-2025.", (None, None, 198_628), (None, None, 130_300), (None, None, 65.60)
        ),
    }),
    Recap("31 Des 2025", "31 Desember 2025", "BPJS Ketenagakerjaan, dikutip Tribun Bali 16-02-2026; lihat Keterangan", {
        BALI: Row(UCJ_2025, "Persentase saja (Tribun Bali, 16-02-2026).", percent=(None, None, 53.88)),
        "Kabupaten Bangli": Row(
            BPS_2024, "Persentase saja, “Sakernas 2024” (Rakyat Merdeka News, 12-12-2025).", percent=(None, None, 36.80)
        ),
    }),
)  # fmt: skip

UCJ = (
    (UCJ_2024, "31 Desember 2024", "Pemerintah Kabupaten Jembrana, dikutip Perspectives News 28-07-2025", (
        ("51.01", "Kabupaten Jembrana", 109_417, "Tenaga kerja acuan Jembrana 2024."),
    )),
    (UCJ_2025, "31 Maret 2025", "BPJS Ketenagakerjaan Banuspa, dikutip ANTARA Bali 30-04-2025 dan 14-10-2025", (
        ("51", BALI, 1_837_899, "Tercetak 1.873.899; diturunkan dari 935.079 dan 50,88 %."),
        ("51.04", "Kabupaten Gianyar", 198_628, "Diterbitkan 14-10-2025."),
    )),
)  # fmt: skip

TARGETS = (
    (BALI, 2025, 67.28, "Kanwil BPJS Ketenagakerjaan Banuspa, 30 April 2025", "ANTARA Bali, 30-04-2025; Berita Bali."),
    (BALI, 2025, 67.69, "Sekretaris Daerah Provinsi Bali, 4 Juni 2025", "Info Dewata, 04-06-2025: selisih 15,36 poin."),
    (BALI, 2026, 73.86, "Kanwil BPJS Ketenagakerjaan Banuspa, 30 April 2025", "Berita Bali, 30-04-2025."),
)

_NOTE_WIDTH = 70
_LINE_HEIGHT = 15
_THIN = Side(style="thin", color="9AA5B1")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FILL = PatternFill("solid", fgColor="DCE6EC")
_CENTER = Alignment(horizontal="center", vertical="center", wrap_text=True)
_WRAP = Alignment(vertical="top", wrap_text=True)


def recap_book() -> Workbook:
    book = _empty_book()
    for recap in RECAPS:
        _recap_sheet(book.create_sheet(recap.sheet), recap)
    return book


def _recap_sheet(sheet: Worksheet, recap: Recap) -> None:
    _titles(sheet, ("REKAPITULASI KEPESERTAAN BPJS KETENAGAKERJAAN PROVINSI BALI", f"per {recap.day}"), 13)
    sheet.append([])
    groups = ("Pekerja", "Peserta aktif", "Cakupan %")
    sheet.append(
        ["No", "Kabupaten/Kota", *(cell for group in groups for cell in (group, None, None)), "Penyebut", "Keterangan"]
    )
    sheet.append([None, None, *("Formal", "Informal", "Jumlah") * 3])
    for area in ("A4:A5", "B4:B5", "C4:E4", "F4:H4", "I4:K4", "L4:L5", "M4:M5"):
        sheet.merge_cells(area)
    sheet.append([f"({number})" for number in range(1, 14)])
    sheet.append([None, BALI, *_figures(recap.rows.get(BALI))])
    for number, name in enumerate(REGENCIES, start=1):
        sheet.append([number, name, *_figures(recap.rows.get(name))])
    sheet.append(["JUMLAH", None, *_sums(recap)])
    _dress(sheet, 4, 6, sheet.max_row)
    sheet.append([])
    sheet.append([f"Sumber: {recap.source}."])
    sheet.append(["Catatan: sel kosong berarti belum ada angka yang diterbitkan, bukan nol."])
    widths(sheet, (8, 26, *[13] * 6, *[11] * 3, 28, _NOTE_WIDTH))
    for place in range(7, 17):
        note = str(sheet.cell(place, 13).value or "")
        sheet.row_dimensions[place].height = _LINE_HEIGHT * max(1, ceil(len(note) / _NOTE_WIDTH))
    for row in sheet.iter_rows(min_row=7, max_row=17):
        for cell in row[2:8]:
            cell.number_format = "#,##0"
        for cell in row[8:11]:
            cell.number_format = "0.00%"
    sheet.freeze_panes = "C7"


def _figures(row: Row | None) -> list[object]:
    if row is None:
        return [None] * 11
    shares = [round(value / 100, 6) if value is not None else None for value in row.percent]
    return [*row.workers, *row.people, *shares, row.base or None, row.note]


def _sums(recap: Recap) -> Iterator[int | None]:
    """What the regencies give; empty where none of them gives anything."""
    rows = [row for name, row in recap.rows.items() if name != BALI]
    for values in ([row.workers for row in rows], [row.people for row in rows]):
        for place in range(3):
            given = [value[place] for value in values]
            known = [value for value in given if value is not None]
            yield sum(known) if known else None


def bps_book() -> Workbook:
    """Working people by province and regency from the shipped labour force table, one sheet a year."""
    names = {region.code: region.full_name for region in shipped_regions() if len(region.code) <= 5}
    with resource("labour-force", "labour-force-regency.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["region_code"] in names and row["bekerja"]]
    book = _empty_book()
    for year in sorted({row["year"] for row in rows}):
        values = [
            (row["region_code"], names[row["region_code"]], *(_number(row[name]) for name in ("bekerja", "formal", "informal")))
            for row in sorted(rows, key=lambda row: row["region_code"])
            if row["year"] == year
        ]  # fmt: skip
        _bps_sheet(book.create_sheet(f"BPS {year}"), year, values)
    return book


def _number(text: str) -> int | None:
    return int(text) if text else None


def _bps_sheet(sheet: Worksheet, year: str, values: Sequence[Sequence[object]]) -> None:
    _titles(sheet, (
        "PENDUDUK BEKERJA MENURUT PROVINSI DAN KABUPATEN/KOTA",
        f"Penyebut: BPS bekerja Agustus {year}",
        f"per 31 Agustus {year}",
        f"Dokumen: BPS, Sakernas Agustus {year}",
    ), 5)  # fmt: skip
    sheet.append([])
    sheet.append(["Kode Wilayah", "Provinsi/Kabupaten/Kota", "Penduduk bekerja", None, None])
    sheet.append([None, None, "Jumlah", "Formal", "Informal"])
    for area in ("A6:A7", "B6:B7", "C6:E6"):
        sheet.merge_cells(area)
    for row in values:
        sheet.append(list(row))
    _dress(sheet, 6, 7, 7)
    for row_cells in sheet.iter_rows(min_row=8, min_col=3, max_col=5):
        for cell in row_cells:
            cell.number_format = "#,##0"
    sheet.append([])
    sheet.append(["Catatan: formal = berusaha dibantu buruh tetap dan buruh/karyawan/pegawai; informal = selebihnya."])
    if year == "2023":
        sheet.append(["Catatan: bobot survei berubah antara 2022 dan 2023, sehingga beberapa kabupaten melonjak."])
    if year == "2025":
        sheet.append(["Catatan: formal dan informal 2025 belum tersedia."])
    widths(sheet, (14, 40, 16, 16, 16))
    sheet.freeze_panes = "C8"


def ucj_book() -> Workbook:
    book = _empty_book()
    for name, day, document, rows in UCJ:
        sheet = book.create_sheet(name)
        _titles(sheet, ("PEKERJA ACUAN UNIVERSAL COVERAGE JAMSOSTEK (UCJ)", f"Penyebut: {name}", f"per {day}",
                        f"Dokumen: {document}"), 4)  # fmt: skip
        sheet.append([])
        sheet.append(["Kode Wilayah", "Wilayah", "Jumlah pekerja", "Keterangan"])
        for row in rows:
            sheet.append(row)
        _dress(sheet, 6, 6, sheet.max_row)
        for row_cells in sheet.iter_rows(min_row=7, min_col=3, max_col=3):
            row_cells[0].number_format = "#,##0"
        widths(sheet, (14, 30, 16, 60))
    return book


def target_book() -> Workbook:
    book = _empty_book()
    sheet = book.create_sheet("Target Bali")
    _titles(sheet, ("TARGET CAKUPAN JAMINAN SOSIAL KETENAGAKERJAAN (UCJ) PROVINSI BALI",), 7)
    sheet.append([])
    sheet.append(["No", "Wilayah", "Tahun", "Sektor", "Target", "Dokumen", "Keterangan"])
    for number, (region, year, percent, document, note) in enumerate(TARGETS, start=1):
        sheet.append([number, region, year, "Semua", round(percent / 100, 6), document, note])
    _dress(sheet, 3, 3, sheet.max_row)
    for row_cells in sheet.iter_rows(min_row=4, min_col=5, max_col=5):
        row_cells[0].number_format = "0.00%"
    widths(sheet, (6, 20, 8, 10, 10, 50, 50))
    return book


def _empty_book() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def _titles(sheet: Worksheet, lines: Sequence[str], columns: int) -> None:
    one_page_wide(sheet)
    for number, line in enumerate(lines, start=1):
        sheet.append([line])
        sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=columns)
        sheet.cell(number, 1).font = Font(bold=True, size=13 if number == 1 else 11)


def _dress(sheet: Worksheet, first: int, last: int, bottom: int) -> None:
    """Header rows `first` to `last`, borders down to `bottom`."""
    for number, row in enumerate(sheet.iter_rows(min_row=first, max_row=bottom), start=first):
        for cell in row:
            cell.border = _GRID
            cell.alignment = _CENTER if number <= last else _WRAP
            if number <= last:
                cell.font, cell.fill = Font(bold=True), _FILL


def make_samples(folder: Path) -> list[Path]:
    """Write the workbooks of published figures into `folder`."""
    books = {
        "Penyebut BPS Sakernas Agustus 2018-2025.xlsx": bps_book(),
        "Penyebut UCJ 2024-2025.xlsx": ucj_book(),
        "Rekap Bali 2023-2025.xlsx": recap_book(),
        "Target Bali 2025-2026.xlsx": target_book(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, book in books.items():
        save(book, folder / name)
    return [folder / name for name in books]


if __name__ == "__main__":
    for path in make_samples(resource("samples")):
        print(path)
