"""The sheet “Petunjuk” of a template: how it is filled in, column by column."""

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents import excel
from desktop_app.documents.blank.columns import RECAPS, TITLES, TemplateColumn
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.templates import TEMPLATE_MARK, BlankTemplate

SHEET = "Petunjuk"
LAST_COLUMN = 4
_PEOPLE_STEPS = (
    "Buka lembar “{sheet}”. Pilih bulan datanya, lalu tulis nama pengirim.",
    "Isi satu baris untuk satu {what}, tanpa baris kosong dan tanpa baris jumlah.",
    "Pilih wilayah dari daftar. Bila Anda menempel dari lembar lain, pakai Tempel Nilai (Paste Special, Values) supaya format kolom tetap.",
    "Sel yang memerah perlu diperbaiki. Simpan sebagai .xlsx, lalu kirim.",
)
_RECAP_STEPS = (
    "Buka lembar “{sheet}”. Pilih bulan datanya, lalu tulis nama pengirim.",
    "Isi angka di baris wilayah yang sudah tersedia. Sel yang belum ada angkanya dibiarkan kosong; 0 hanya bila memang tidak ada.",
    "Jangan mengubah kode dan nama wilayah. Jumlahnya terhitung sendiri.",
    "Simpan sebagai .xlsx, lalu kirim.",
)


def stamp_of(template: BlankTemplate) -> str:
    """“Templat Cakupan 1, 24 November 2026”."""
    return f"{TEMPLATE_MARK} {template.version}, {long_date(template.made_on)}"


def fill_guide(sheet: Worksheet, template: BlankTemplate, columns: tuple[TemplateColumn, ...]) -> None:
    name, title = TITLES[template.kind]
    excel.set_widths(sheet, 5, 28, 34, 34)
    excel.put(
        sheet, 1, 1, f"Petunjuk: {title.capitalize().replace('(pu)', '(PU)').replace('(bpu)', '(BPU)')}", excel.TITLE
    )
    excel.put(sheet, 2, 1, stamp_of(template), excel.SUBTITLE)
    what = "perusahaan" if "PERUSAHAAN" in title else "orang"
    row = 4
    for number, step in enumerate(_RECAP_STEPS if template.kind in RECAPS else _PEOPLE_STEPS, start=1):
        excel.put(sheet, row, 1, number, excel.STRONG)
        excel.put_over(sheet, row, 2, LAST_COLUMN, step.format(sheet=name, what=what))
        row += 1
    excel.put(sheet, row + 1, 1, "Arti setiap kolom", excel.HEADING)
    for place, column in enumerate(columns, start=row + 2):
        _explain(sheet, place, column)


def _explain(sheet: Worksheet, row: int, column: TemplateColumn) -> None:
    """Name and meaning share a cell: standing beside each other, titles of columns would look like a list to be read."""
    needed = " (wajib)" if column.needed else ""
    excel.put_over(sheet, row, 2, LAST_COLUMN, f"{column.title}{needed}: {column.help}")
    name = TextBlock(InlineFont(rFont=excel.FONT, sz=10, b=True), f"{column.title}{needed}: ")
    sheet.cell(row, 2).value = CellRichText(name, TextBlock(InlineFont(rFont=excel.FONT, sz=10), column.help))
