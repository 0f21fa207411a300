"""The sheet “Tentang laporan ini”: files, bases, targets, definitions, and who made it when."""

from collections.abc import Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents import excel
from desktop_app.documents.excel import Look, Value
from desktop_app.domain.facts import ImportRecord, Target, WorkerBase
from desktop_app.domain.indonesian import number

COLUMNS = 8
DEFINITIONS = (
    ("Cakupan", "Peserta aktif dibagi penyebut. Selalu disertai penyebut, bulan data, dan sumbernya."),
    ("Penyebut", "Jumlah pekerja menurut satu dokumen. Cakupan dengan penyebut berbeda tidak dapat dibandingkan."),
    ("Selisih (poin)", "Cakupan dikurangi target, dalam poin persentase."),
    (
        "Kurang (orang)",
        "Target dikali penyebut, dibulatkan ke atas, dikurangi peserta aktif; “tercapai” bila tidak ada lagi.",
    ),
    ("Belum ada data", "Tidak ada angka. Ini tidak sama dengan nol."),
    (
        "Dilaporkan, tanpa pembilang",
        "Sumber hanya menyebut persentase. Angka ini ditampilkan, tetapi tidak masuk jumlah.",
    ),
    (
        "Data bulan lain",
        "Angka terbaru dari dua belas bulan sebelumnya. Bulannya disebut, dan angka ini tidak masuk jumlah.",
    ),
    ("Data contoh", "Orang rekaan untuk mencoba aplikasi. Data contoh tidak masuk angka mana pun."),
)

Rows = list[list[tuple[Value, Look]]]


def fill_about(
    sheet: Worksheet,
    imports: Sequence[ImportRecord],
    bases: Sequence[WorkerBase],
    targets: Sequence[Target],
    names: Mapping[str, str],
    made: str,
) -> None:
    excel.set_widths(sheet, 34, 15, 20, 12, 20, 30, 20, 30)
    excel.put(sheet, 1, 1, "Tentang laporan ini", excel.TITLE)
    sheet.row_dimensions[1].height = 24
    excel.put(sheet, 2, 1, f"Dibuat {made}", excel.SUBTITLE)
    row = _section(
        sheet, 4, "Berkas",
        ("Berkas", "Awal SHA-256", "Lembar", "Jenis", "Bulan data", "Pengirim", "Diimpor", "Keterangan"),
        [_import_cells(record) for record in imports],
    )  # fmt: skip
    row = _section(
        sheet, row, "Penyebut", ("Nama", "", "Per", "", "Wilayah", "Dokumen", "", ""),
        [_base_cells(base) for base in bases], wide={6: 8},
    )  # fmt: skip
    row = _section(
        sheet, row, "Target", ("Wilayah", "Tahun", "Sektor", "Target", "Batas waktu", "Dokumen", "", "Keterangan"),
        [_target_cells(target, names) for target in targets], wide={6: 7},
    )  # fmt: skip
    excel.put(sheet, row, 1, "Pengertian", excel.HEADING)
    for place, (word, meaning) in enumerate(DEFINITIONS, start=row + 1):
        excel.put(sheet, place, 1, word, excel.STRONG)
        excel.put_over(sheet, place, 2, COLUMNS, meaning)


def _section(
    sheet: Worksheet, row: int, title: str, titles: Sequence[str], rows: Rows, wide: Mapping[int, int] | None = None
) -> int:
    """A table under its title; `wide`: columns that reach over to another. Gives the row where the next one begins."""
    excel.put(sheet, row, 1, title, excel.HEADING)
    excel.table_header(sheet, row + 1, titles)
    if not rows:
        excel.put(sheet, row + 2, 1, "Belum ada.", excel.SUBTITLE)
    end = excel.table_rows(sheet, row + 2, rows, wide)
    return max(end, row + 3) + 1


def _import_cells(record: ImportRecord) -> list[tuple[Value, Look]]:
    state = "lengkap" if record.complete else "sebagian"
    remarks = [f"oleh {record.imported_by}", state, f"{number(record.counts.stored)} baris tersimpan"]
    remarks += ["data contoh, tidak masuk angka"] * record.sample
    period = (record.period, excel.dated()) if record.period else ("–", excel.TEXT)
    return [
        (record.file, excel.TEXT), (record.sha256[:12], excel.NOTE), (record.sheet, excel.TEXT),
        (str(record.kind), excel.TEXT), period, (record.sender, excel.TEXT),
        (record.imported_at, excel.dated('[$-421]d mmm yyyy, hh"."mm')), ("; ".join(remarks), excel.NOTE),
    ]  # fmt: skip


def _base_cells(base: WorkerBase) -> list[tuple[Value, Look]]:
    regions = len({region for region, _ in base.workers})
    return [
        (base.name, excel.STRONG), ("", excel.TEXT), (base.as_of, excel.dated()),
        ("", excel.TEXT), (regions, excel.dated('#,##0" wilayah"')), (base.document, excel.TEXT),
        (None, excel.TEXT), (None, excel.TEXT),
    ]  # fmt: skip


def _target_cells(target: Target, names: Mapping[str, str]) -> list[tuple[Value, Look]]:
    return [
        (names.get(target.region, target.region), excel.TEXT), (target.year, excel.dated("0")), (str(target.sector), excel.TEXT),
        (target.share, excel.dated(excel.SHARE)), (target.due, excel.dated()),
        (target.document, excel.TEXT), (None, excel.TEXT), (target.note, excel.NOTE),
    ]  # fmt: skip
