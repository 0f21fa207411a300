"""What the footer and the step bar of an import say: the next act, why it cannot be done, what is being imported."""

from desktop_app.domain.indonesian import NBSP, number
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.import_sheet import ImportReport
from desktop_app.ui.pages.import_flow import Step, Work
from desktop_app.ui.pages.sheet_words import report_words, rows_to_store

_AGAIN = ("Periksa ulang", "refresh-cw")
_NEXT = {
    Step.COLUMNS: "Lanjut ke kolom",
    Step.QUESTIONS: "Lanjut ke tempat dan nilai",
    Step.PREVIEW: "Lanjut ke pratinjau",
}
_NOTHING_YET = "Belum ada yang disimpan. Impor yang belum selesai tetap ada bila aplikasi ditutup."
_BEFORE_SAVING = "Belum ada yang disimpan. Cadangan dibuat lebih dulu, dan impor dapat diurungkan kapan saja."
_STALE = "Pilihan berubah, jadi jumlahnya perlu dihitung lagi."
_MONTH = "Pilih bulan data lebih dulu."
_QUESTIONS = "Baris tanpa jawaban tidak hilang; tempat atau nilainya menunggu."


def act_of(work: Work, step: Step) -> tuple[str, str, str]:
    """Words and icon of the button that goes on, and why it cannot; empty where it can."""
    if work.must_check:
        return *_AGAIN, _why_not_check(work, step)
    if step is Step.PREVIEW:
        rows = rows_to_store(work.report)
        words = f"Simpan {number(rows)}{NBSP}baris" if rows else "Simpan"
        return words, "save", _why_not_store(work)
    reason = _MONTH if step is Step.TABLES and work.open_months() else ""
    return _NEXT.get(work.after(step), "Lanjut"), "arrow-right", reason


def foot_words(work: Work, step: Step) -> str:
    """A sentence beside the buttons."""
    if work.must_check:
        return _STALE
    if step is Step.QUESTIONS:
        return _QUESTIONS
    return _BEFORE_SAVING if step is Step.PREVIEW else _NOTHING_YET


def work_words(work: Work) -> str:
    """“Daftar peserta · 31 Maret 2025 · Cabang Bali Denpasar”."""
    report = work.report
    if not report.tables:
        return ""
    senders = dict.fromkeys(work.wanted.sender or each.table.sender for each in report.tables)
    return " · ".join([report_words(report), *filter(None, senders)])


def _why_not_check(work: Work, step: Step) -> str:
    if work.tables and not any(work.answer(key).use for key in work.tables):
        return "Pilih sedikitnya satu tabel."
    return _MONTH if step is Step.TABLES and work.open_months() else ""


def _why_not_store(work: Work) -> str:
    """Why nothing can be saved; empty where something can."""
    report: ImportReport = work.report
    if report.already:
        return "Lembar ini sudah tersimpan seluruhnya."
    if work.open_months():
        return _MONTH
    if all(each.table.kind is SheetKind.LAIN for each in report.tables):
        return "Tabel di lembar ini bukan jenis yang disimpan. Bila keliru, pilih jenisnya pada langkah Kolom."
    if not report.counts.stored and not report.counts.parked:
        return "Tidak ada baris yang dapat disimpan. Lihat alasannya di tabel."
    return ""
