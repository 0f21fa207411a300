"""Sheets in the clerk's words: kinds, fields, states of rows, and how a value may be shown."""

from collections.abc import Iterable
from datetime import date

from desktop_app.domain.facts import ImportRecord, ImportState
from desktop_app.domain.indonesian import NBSP, long_date, month_year, number
from desktop_app.domain.segments import Measure
from desktop_app.domain.sheets import Counts, ProblemState, SheetKind, Table
from desktop_app.operations.import_sheet import ImportReport
from desktop_app.ui.widgets import State

KINDS = {
    SheetKind.PESERTA: "Daftar peserta",
    SheetKind.REKAP: "Rekap",
    SheetKind.PERUSAHAAN: "Daftar perusahaan",
    SheetKind.RENTAN: "Pekerja rentan",
    SheetKind.PENYEBUT: "Penyebut",
    SheetKind.TARGET: "Target",
    SheetKind.NONAKTIF: "Daftar nonaktif",
    SheetKind.IURAN: "Rincian iuran",
    SheetKind.LAIN: "Tabel lain",
}
MEASURES = {
    Measure.TOTAL: "semua", Measure.FORMAL: "formal", Measure.INFORMAL: "informal",
    Measure.PU: "PU", Measure.BPU: "BPU", Measure.JAKON: "Jakon",
}  # fmt: skip
PROBLEM_STATES = {
    ProblemState.PARKED: State.CHECK,
    ProblemState.REFUSED: State.REFUSED,
    ProblemState.NOTE: State.NOTE,
}
IMPORT_STATES = {
    ImportState.STORED: State.STORED,
    ImportState.UNDONE: State.UNDONE,
    ImportState.REPLACED: State.REPLACED,
}
COUNT_WORDS = ("baru", "diperbarui", "sama", "perlu dicek", "ditolak", "bukan data")

_FIELDS = {
    "no": "Nomor urut", "note": "Keterangan", "code": "Kode wilayah", "provinsi": "Provinsi",
    "kabupaten": "Kabupaten/kota", "kecamatan": "Kecamatan", "desa": "Desa/kelurahan", "wilayah": "Wilayah",
    "nik": "NIK", "no_kk": "Nomor KK", "nip": "NIP", "identity": "Jenis identitas", "name": "Nama", "name1": "Nama depan",
    "name2": "Nama tengah", "name3": "Nama belakang", "birth_date": "Tanggal lahir", "birth_place": "Tempat lahir",
    "birth": "Tempat dan tanggal lahir", "sex": "Jenis kelamin", "kpj": "Nomor KPJ", "lokasi": "Lokasi pekerjaan",
    "segment": "Segmen", "programme": "Program", "npp": "NPP", "company": "Nama perusahaan", "division": "Divisi",
    "status": "Status kepesertaan", "start_date": "Tanggal mulai", "end_date": "Tanggal berakhir",
    "end_reason": "Sebab berhenti", "blth": "Bulan iuran", "wage": "Upah", "dues": "Iuran", "banjar": "Banjar/dusun",
    "address": "Alamat", "job": "Pekerjaan", "fund": "Sumber dana", "scheme": "Skema", "welfare": "Desil kesejahteraan",
    "mother": "Nama ibu", "father": "Nama ayah", "spouse": "Nama pasangan", "child": "Nama anak",
    "head": "Kepala keluarga", "heir": "Ahli waris", "relative_nik": "NIK keluarga", "phone": "Telepon", "email": "Surel",
    "npwp": "NPWP", "nib": "NIB", "marital": "Status kawin", "religion": "Agama", "education": "Pendidikan",
    "rapel": "Rapel", "ref": "Nomor rujukan", "scale": "Skala usaha", "business": "Jenis usaha",
    "actual": "Pekerja sebenarnya", "registered": "Pekerja terdaftar", "arrears_months": "Bulan tunggakan",
    "arrears": "Tunggakan, rupiah", "category": "Kategori kepatuhan", "pkbu": "PKBU", "follow_up": "Tindak lanjut",
    "base_name": "Nama penyebut", "year": "Tahun", "target": "Target, persen", "target_people": "Target, orang",
    "gap": "Kekurangan", "workforce": "Angkatan kerja", "unemployed": "Pengangguran", "sector": "Sektor",
    "document": "Dokumen", "people_jk_lk": "Peserta laki-laki", "people_jk_pr": "Peserta perempuan",
    "workers_jk_lk": "Pekerja laki-laki", "workers_jk_pr": "Pekerja perempuan",
}  # fmt: skip
_PROGRAMMES = ("jht", "jkk", "jkm", "jp", "jkp")
_TOPICS = {"people": "Peserta aktif", "workers": "Pekerja", "share": "Cakupan"}
_SURE, DOUBTFUL_BELOW = 0.9, 0.6


def field_words(field: str) -> str:
    """“people_formal” -> “Peserta aktif, formal”; “jkk” -> “Program JKK”."""
    topic, _, measure = field.partition("_")
    if field in _FIELDS:
        return _FIELDS[field]
    if topic in _TOPICS and measure in MEASURES:
        return f"{_TOPICS[topic]}, {MEASURES[Measure(measure)]}"
    return f"Program {field.upper()}" if field in _PROGRAMMES else field.replace("_", " ").capitalize()


def confidence_words(confidence: float) -> tuple[str, State]:
    """How sure a column is, as a word and the state that colours it."""
    if confidence >= _SURE:
        return "Pasti", State.SAFE
    return ("Cukup", State.SAFE) if confidence >= DOUBTFUL_BELOW else ("Ragu", State.CHECK)


def parts_of(counts: Counts) -> tuple[int, ...]:
    """The six parts in the order of `COUNT_WORDS`; they add up to `counts.read`."""
    return counts.new, counts.changed, counts.same, counts.parked, counts.refused, counts.not_data


def sum_line(counts: Counts) -> str:
    """“4.109 baru + 612 diperbarui + … = 4.902 baris terbaca”."""
    parts = (f"{number(part)}{NBSP}{word}" for part, word in zip(parts_of(counts), COUNT_WORDS, strict=True))
    return f"{' + '.join(parts)} = {number(counts.read)}{NBSP}baris terbaca"


def rows_to_store(report: ImportReport) -> int:
    """Rows that this import stores; those of tables that are stored already are not among them."""
    return sum(table.counts.stored for table in report.tables if not table.already)


def rest_line(counts: Counts) -> str:
    """What of an import is not stored: “81 baris menunggu jawaban, 9 ditolak”; empty where all is."""
    parts = []
    if counts.parked:
        parts.append(f"{number(counts.parked)} baris menunggu jawaban")
    if counts.refused:
        parts.append(f"{number(counts.refused)} ditolak")
    return ", ".join(parts)


def report_words(report: ImportReport) -> str:
    """What a workbook holds: “Daftar peserta · 31 Januari 2026”, “8 tabel · Penyebut · Agustus 2018–Agustus 2025”."""
    tables = [each.table for each in report.tables]
    if len(tables) == 1:
        return kind_and_month(tables[0].kind, tables[0].period)
    kinds = ", ".join(dict.fromkeys(KINDS[table.kind] for table in tables))
    months = sorted({table.period for table in tables if table.period})
    span = "–".join(dict.fromkeys((month_year(months[0]), month_year(months[-1])))) if months else ""
    return " · ".join(filter(None, (f"{number(len(tables))} tabel", kinds, span)))


def kind_and_month(kind: SheetKind, period: date | None) -> str:
    """“Daftar peserta · 31 Januari 2026”; targets carry their year in their rows."""
    return f"{KINDS[kind]} · {long_date(period)}" if period else KINDS[kind]


def where_words(table: Table) -> str:
    """“Judul kolom di baris 4–6, data di baris 7–900”."""
    return f"{header_words(table)}, data di baris {number(table.first_row)}–{number(table.last_row)}"


def header_words(table: Table) -> str:
    """“Judul kolom di baris 4–6”."""
    rows = table.header_rows
    span = "–".join(dict.fromkeys((str(rows[0]), str(rows[-1])))) if rows else ""
    return f"Judul kolom di baris {span}" if rows else "Tanpa judul kolom"


def month_of_last(records: Iterable[ImportRecord], senders: Iterable[str], kinds: Iterable[SheetKind]) -> str:
    """“Februari 2025”: the newest month that these senders have sent of these kinds; empty where there is none."""
    wanted, of_kind = set(senders) - {""}, set(kinds)
    months = [r.period for r in records if r.sender in wanted and r.kind in of_kind and r.period]
    return month_year(max(months)) if months else ""


def change_lines(report: ImportReport) -> list[str]:
    """What newer lists say otherwise than those whose place they take, a line for each list."""
    return [
        f"Lembar “{each.table.sheet}”: {number(each.changes.joined)} orang masuk, {number(each.changes.left)} keluar, "
        f"{number(each.changes.moved)} pindah wilayah, {number(each.changes.changed)} berubah kepesertaannya."
        for each in report.tables if each.changes is not None
    ]  # fmt: skip
