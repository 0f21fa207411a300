"""Trouble that the user can do something about, each with a sentence and a next step."""

from collections.abc import Callable
from typing import ClassVar

_FEW = 5


class AppError(Exception):
    """`title` heads the dialog, `str(error)` is the sentence the user reads, `hint` says what to do next."""

    title: ClassVar[str] = "Pekerjaan tidak dapat dilanjutkan"
    hint: ClassVar[str] = ""

    def __reduce__(self) -> tuple[Callable[..., "AppError"], tuple[object, ...]]:
        # The sentence is already made: coming back from a worker process it must not be made again.
        return _rebuilt, (type(self), self.args)


def _rebuilt(kind: type[AppError], args: tuple[object, ...]) -> AppError:
    error = kind.__new__(kind)
    error.args = args
    return error


class Cancelled(Exception):
    """The user stopped a job. Nothing to show: open transactions roll back as it passes."""


class SheetError(AppError):
    """A file as a whole cannot be imported. Nothing was stored."""

    title = "Berkas tidak dapat diimpor"


class NotAWorkbook(SheetError):
    """`what` names the file where that is known (“berkas PDF”); it may also be a workbook of a dialect nobody reads."""

    hint = "Buka berkas itu di Excel, simpan sebagai “Excel Workbook (.xlsx)”, lalu impor lagi."

    def __init__(self, file: str, what: str = "") -> None:
        known = f"“{file}” adalah {what}, bukan lembar kerja Excel, ODS, atau CSV."
        super().__init__(known if what else f"“{file}” bukan berkas Excel, ODS, atau CSV yang dapat dibaca.")


class ZippedFile(NotAWorkbook):
    hint = "Ekstrak arsip itu di File Explorer, lalu impor lembar kerja yang ada di dalamnya."

    def __init__(self, file: str) -> None:
        super().__init__(file, "arsip zip")


class DamagedWorkbook(SheetError):
    """Cut off, overwritten or without a part that it needs; nothing is read from it, so that no row is lost unseen."""

    hint = "Minta pengirim mengirim ulang berkas itu, atau buka dan simpan lagi di Excel, lalu impor lagi."

    def __init__(self, file: str, what: str = "isinya tidak dapat dibaca sampai selesai") -> None:
        super().__init__(f"Berkas “{file}” rusak atau tidak lengkap: {what}.")


class UnsafeWorkbook(SheetError):
    """Built so that reading it would do harm: a bomb, an outside reference, sizes that lie."""

    hint = "Jangan buka berkas ini. Minta pengirim menyimpan ulang datanya di Excel, lalu impor berkas yang baru."

    def __init__(self, file: str, what: str) -> None:
        super().__init__(f"Berkas “{file}” tidak dibuka demi keamanan: {what}.")


class TooLargeWorkbook(SheetError):
    hint = (
        "Bagi berkas itu menjadi beberapa berkas yang lebih kecil (misalnya per kecamatan), lalu impor satu per satu."
    )

    def __init__(self, file: str, what: str) -> None:
        super().__init__(f"Berkas “{file}” terlalu besar untuk dibaca: {what}.")


class MissingFile(SheetError):
    hint = "Periksa nama dan folder berkas, lalu pilih lagi."

    def __init__(self, file: str) -> None:
        super().__init__(f"Berkas “{file}” tidak ditemukan.")


class UnreadableFile(SheetError):
    hint = "Tutup berkas itu di Excel atau salin ke komputer ini, lalu coba lagi."

    def __init__(self, file: str) -> None:
        super().__init__(f"Berkas “{file}” tidak dapat dibuka: tidak ada izin baca atau sedang dipakai program lain.")


class EmptyWorkbook(SheetError):
    hint = "Pastikan data sudah disimpan di berkas ini, lalu impor lagi."

    def __init__(self, file: str) -> None:
        super().__init__(f"Berkas “{file}” kosong: tidak ada sel yang terisi.")


class LockedWorkbook(SheetError):
    hint = "Buka di Excel dengan kata sandinya, simpan salinan tanpa kata sandi, lalu impor salinan itu."

    def __init__(self, file: str) -> None:
        super().__init__(f"Berkas “{file}” terkunci dengan kata sandi.")


class NoTable(SheetError):
    hint = "Pastikan ada satu baris judul kolom (misalnya NIK, Nama, Kabupaten/Kota) di atas data."

    def __init__(self, file: str) -> None:
        super().__init__(f"Tidak ada tabel yang dikenali di berkas “{file}”.")


class WrongKind(SheetError):
    """The clerk named a kind that the sheet does not hold."""

    hint = "Pilih jenis lembar yang sesuai, atau biarkan Cakupan mengenalinya sendiri."

    def __init__(self, file: str, wanted: str, found: str) -> None:
        super().__init__(f"Berkas “{file}” tidak berisi {wanted}; yang ditemukan: {found}.")


class MissingPeriod(SheetError):
    hint = "Isi bulan data (di terminal: --period TTTT-BB), lalu impor lagi."

    def __init__(self, file: str, sheet: str) -> None:
        super().__init__(f"Bulan data lembar “{sheet}” di berkas “{file}” tidak tertulis dan belum dipilih.")


class BadAnswers(SheetError):
    hint = "Perbaiki berkas jawaban; bentuknya dijelaskan di dokumen terminal."

    def __init__(self, file: str, part: str) -> None:
        where = f" pada bagian “{part.lstrip('.')}”" if part else ""
        super().__init__(f"Berkas jawaban “{file}” bukan JSON dengan bentuk yang diharapkan{where}.")


class UnknownDraft(SheetError):
    hint = "Pilih berkasnya lagi; pemeriksaan diulang dari awal."

    def __init__(self) -> None:
        super().__init__("Draf impor ini sudah tidak ada atau dibuat oleh versi lain.")


class WorkspaceError(AppError):
    """The workspace folder cannot be used."""

    title = "Ruang kerja tidak dapat dibuka"
    hint = "Pilih folder lain, misalnya di dalam Dokumen."

    def __init__(self, folder: str) -> None:
        super().__init__(f"Ruang kerja “{folder}” tidak dapat dibuka: folder ini tidak dapat ditulis.")


class WorkspaceBusy(AppError):
    """Another window or program holds the database for longer than we wait."""

    title = "Ruang kerja sedang dipakai"
    hint = "Tunggu sampai pekerjaan di jendela Cakupan yang lain selesai, lalu coba lagi. Tidak ada yang berubah."

    def __init__(self) -> None:
        super().__init__("Ruang kerja sedang dipakai oleh jendela Cakupan lain atau program lain.")


class DiskFull(AppError):
    title = "Disk penuh"
    hint = "Kosongkan ruang di disk, lalu coba lagi. Data di ruang kerja tidak berubah."

    def __init__(self) -> None:
        super().__init__("Disk penuh, sehingga perubahan tidak dapat disimpan.")


class DamagedDatabase(WorkspaceError):
    """The database is not one that SQLite can read; it is left as it is."""

    title = "Data ruang kerja rusak"
    hint = "Pulihkan dari cadangan (folder “cadangan” di ruang kerja itu). Berkas yang rusak tidak dihapus."

    def __init__(self, file: str) -> None:
        AppError.__init__(self, f"Berkas data “{file}” rusak atau bukan milik Cakupan, sehingga tidak dapat dibuka.")


class NewerDatabase(WorkspaceError):
    """The schema is of a version of Cakupan that this one does not know."""

    title = "Ruang kerja dari versi yang lebih baru"
    hint = "Pasang Cakupan versi terbaru di komputer ini, lalu buka lagi. Data Anda tidak berubah."

    def __init__(self, file: str) -> None:
        AppError.__init__(self, f"Berkas data “{file}” dibuat oleh Cakupan yang lebih baru daripada yang terpasang.")


class NoOffice(AppError):
    title = "Data kantor belum diisi"
    hint = "Isi data kantor di Pengaturan (di terminal: office --region WILAYAH --agency NAMA), lalu coba lagi."

    def __init__(self) -> None:
        super().__init__("Data kantor belum diisi, sehingga surat dan ringkasan belum dapat dibuat.")


class UnknownRegion(AppError):
    title = "Wilayah tidak dikenali"
    hint = "Tulis kode Kemendagri (misalnya 51.04) atau nama lengkap (misalnya Kabupaten Gianyar)."

    def __init__(self, text: str) -> None:
        super().__init__(f"Wilayah “{text}” tidak dikenali.")


class AmbiguousRegion(UnknownRegion):
    """A bare name that several regions have; `found` says them with their codes, the larger ones first."""

    hint = "Tulis kodenya (misalnya 51.04), atau nama lengkap dengan jenisnya (misalnya Kabupaten Gianyar)."

    def __init__(self, text: str, found: list[str]) -> None:
        more = "; dan lainnya" if len(found) > _FEW else ""
        AppError.__init__(self, f"“{text}” dapat berarti lebih dari satu wilayah: {'; '.join(found[:_FEW])}{more}.")


class NotAnOfficeRegion(AppError):
    title = "Wilayah kantor tidak sesuai"
    hint = "Pilih kabupaten/kota, atau provinsi."

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} tidak memiliki dinas sendiri.")


class UnknownTarget(AppError):
    title = "Target belum ada"
    hint = "Lihat dokumen target di halaman Data Acuan, atau kosongkan pilihan ini."

    def __init__(self, document: str, known: list[str]) -> None:
        super().__init__(f"Dokumen target “{document}” belum ada; yang tersimpan: {'; '.join(known) or 'belum ada'}.")


class UnknownBase(AppError):
    title = "Penyebut belum ada"
    hint = "Lihat nama penyebut di halaman Data Acuan, atau kosongkan pilihan ini."

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"Penyebut “{name}” belum ada; yang tersimpan: {', '.join(known) or 'belum ada'}.")


class UnknownImport(AppError):
    title = "Impor tidak ditemukan"
    hint = "Muat ulang daftar impor, lalu pilih lagi."

    def __init__(self, import_id: int) -> None:
        super().__init__(f"Impor nomor {import_id} tidak ada atau sudah diurungkan.")


class OtherKind(AppError):
    """An import is to take the place of one of another kind or month; both are named in words (“peserta Mei 2025”)."""

    title = "Impor lain tidak dapat digantikan"
    hint = "Pilih impor dengan jenis dan bulan yang sama. Bila yang lama keliru, urungkan impor itu. Tidak ada yang berubah."

    def __init__(self, import_id: int, older: str, newer: list[str]) -> None:
        super().__init__(f"Impor {import_id} adalah {older}, sedangkan lembar ini {' dan '.join(newer)}.")


class BadBackup(AppError):
    title = "Cadangan tidak dapat dipakai"
    hint = "Pilih cadangan lain. Data Anda sekarang tidak berubah."

    def __init__(self, file: str) -> None:
        super().__init__(f"Cadangan “{file}” rusak atau bukan cadangan Cakupan.")


class FileInUse(AppError):
    """A file that Cakupan wants to write is open elsewhere or protected; it was not changed."""

    title = "Berkas sedang dipakai"
    hint = "Tutup berkas itu di Excel atau Word, lalu coba lagi. Atau simpan dengan nama lain."

    def __init__(self, file: str) -> None:
        super().__init__(
            f"“{file}” tidak dapat ditulis karena masih terbuka atau dilindungi. Berkas lama tidak berubah."
        )


class UnusableTarget(AppError):
    """A file cannot be written where the user wants it, whatever it is called."""

    title = "Berkas tidak dapat disimpan"
    hint = "Pilih folder lain, misalnya di dalam Dokumen."

    def __init__(self, path: str) -> None:
        super().__init__(f"“{path}” tidak dapat ditulis: tempat itu tidak dapat dipakai untuk menyimpan berkas.")


class NoFigures(AppError):
    """There is nothing to draw or write about yet."""

    title = "Belum ada angka"
    hint = "Impor rekap dan penyebut lebih dulu, atau pilih wilayah dan bulan data lain."


class NoList(NoFigures):
    """No list of people speaks of the region and month; `known` are the months that have one, in words."""

    hint = "Impor daftar peserta wilayah dan bulan itu lebih dulu, atau pilih bulan data lain."

    def __init__(self, region: str, month: str, known: list[str]) -> None:
        when = f" untuk {month}" if month else ""
        others = f"; yang ada: {', '.join(known[:_FEW])}" if known else ""
        super().__init__(f"Belum ada daftar peserta {region}{when}{others}.")


class WrongMonths(AppError):
    """A change has to begin before it ends."""

    title = "Bulan tidak sesuai"
    hint = "Pilih bulan awal yang lebih lama daripada bulan data."

    def __init__(self, since: str, until: str) -> None:
        super().__init__(f"Bulan awal {since} tidak lebih lama daripada bulan data {until}.")


class NoSuchLevel(AppError):
    """A region has no parts of this kind; `possible` are those that it has."""

    title = "Tingkat tidak sesuai"
    hint = "Pilih salah satu tingkat itu, atau kosongkan pilihannya."

    def __init__(self, region: str, level: str, possible: list[str]) -> None:
        known = ", ".join(possible) or "tidak ada"
        super().__init__(f"{region} tidak dapat dirinci menurut {level}; tingkat yang mungkin: {known}.")


class MonthLocked(AppError):
    """The month of this region is locked already, by itself or with a region above it."""

    title = "Bulan sudah terkunci"
    hint = "Buka kuncinya lebih dulu bila laporannya diganti, atau kunci bulan lain."

    def __init__(self, month: str, region: str, document: str) -> None:
        super().__init__(f"{month} sudah terkunci untuk {region} (laporan “{document}”). Tidak ada yang berubah.")


class UnknownLock(AppError):
    """There is no such lock, or it was opened already."""

    title = "Kunci tidak ditemukan"
    hint = "Muat ulang halaman Cakupan; kunci itu mungkin sudah dibuka."

    def __init__(self, number: int) -> None:
        super().__init__(f"Kunci bulan nomor {number} tidak ada atau sudah dibuka. Tidak ada yang berubah.")


class MissingWords(AppError):
    """Something that has to be written was left empty; `what` names it (“nama laporan”)."""

    title = "Isian belum lengkap"
    hint = "Isi bagian itu, lalu coba lagi."

    def __init__(self, what: str) -> None:
        super().__init__(f"{what.capitalize()} belum diisi. Tidak ada yang berubah.")


class BadReference(AppError):
    """Reference data that cannot be kept as it was typed; the sentence says what is wrong with it."""

    title = "Data acuan tidak disimpan"
    hint = "Perbaiki isian itu, lalu simpan lagi. Tidak ada yang berubah."


class BadAlias(BadReference):
    """A spelling that would mean several places."""

    hint = "Tulis ejaan yang lebih lengkap, misalnya dengan kecamatannya. Tidak ada yang berubah."


class RegionInUse(BadReference):
    """`uses` says in words what speaks of the region."""

    title = "Wilayah masih dipakai"
    hint = "Tutup wilayah itu dengan tanggalnya, atau urungkan dahulu data yang memakainya. Tidak ada yang berubah."

    def __init__(self, region: str, uses: list[str]) -> None:
        super().__init__(f"{region} tidak dapat dihapus dari daftar: masih dipakai oleh {', '.join(uses)}.")


class PartsStand(BadReference):
    """A region is to be closed although `parts` below it stand, and nobody takes it over."""

    title = "Wilayah masih berisi"
    hint = "Sebutkan penerusnya (--heir KODE), atau pakai --force bila memang tidak ada. Tidak ada yang berubah."

    def __init__(self, region: str, parts: list[str]) -> None:
        super().__init__(f"{region} masih memuat {' dan '.join(parts)} yang berdiri, dan belum ada penerusnya.")


class UnknownChange(AppError):
    title = "Perubahan tidak ditemukan"
    hint = "Muat ulang riwayat perubahan, lalu pilih lagi."

    def __init__(self, change_id: int) -> None:
        super().__init__(f"Perubahan nomor {change_id} tidak ada atau sudah diurungkan.")


class LaterChange(AppError):
    """`later` names what changed the same thing again."""

    title = "Perubahan tidak dapat diurungkan"
    hint = "Urungkan dahulu perubahan yang lebih baru itu. Tidak ada yang berubah."

    def __init__(self, title: str, later: str) -> None:
        super().__init__(f"“{title}” tidak dapat diurungkan, karena sesudahnya diubah lagi: {later}.")


class MissingReferenceColumn(SheetError):
    """A file of reference data lacks a column; `found` are those it has."""

    hint = "Pakai judul kolom seperti pada contoh, lalu impor lagi. Tidak ada yang berubah."

    def __init__(self, file: str, column: str, found: list[str]) -> None:
        known = ", ".join(f"“{name}”" for name in found) or "tidak ada"
        super().__init__(f"Berkas “{file}” tidak memiliki kolom “{column}”; kolom yang ada: {known}.")
