"""What can go wrong with numbers and states of letters, each with a sentence and a next step."""

from desktop_app.domain.errors import AppError
from desktop_app.domain.letters import NEXT_STATES, LetterState

_UNCHANGED = "Tidak ada yang berubah."


class NumberTaken(AppError):
    """`holder` says who has the number: “surat “Hal” kepada PT Contoh”."""

    title = "Nomor sudah terpakai"
    hint = "Pakai nomor berikutnya, atau salah satu nomor celah atau cadangan. Tidak ada yang berubah."

    def __init__(self, number: int, year: int, book: str, holder: str) -> None:
        super().__init__(f"Nomor {number} tahun {year} pada {book} sudah dipakai oleh {holder}.")


class BadNumber(AppError):
    """A number or range that cannot be; the sentence says why."""

    title = "Nomor tidak dapat dipakai"
    hint = "Perbaiki nomornya, lalu coba lagi. Tidak ada yang berubah."


class OtherYear(AppError):
    """Numbers belong to the year of the letter's date."""

    title = "Tahun nomor berbeda"
    hint = "Pakai nomor dari tahun tanggal surat itu, atau perbaiki tanggal suratnya. Tidak ada yang berubah."

    def __init__(self, number: int, year: int, day: str) -> None:
        super().__init__(f"Nomor {number} berasal dari tahun {year}, sedangkan surat ini bertanggal {day}.")


class StateCannotFollow(AppError):
    """`letter` in words; `wanted` cannot come after `state`. `others`: so many more that cannot either."""

    title = "Keadaan surat tidak sesuai"
    hint = "Pilih keadaan yang dapat menyusul. Tidak ada yang berubah."

    def __init__(self, letter: str, state: LetterState, wanted: LetterState, others: int = 0) -> None:
        after = [other.value for other in NEXT_STATES[state]]
        possible = f"hanya dapat menjadi {' atau '.join(after)}" if after else "tidak dapat berubah lagi"
        more = f" Begitu pula {others} surat lain." if others else ""
        super().__init__(f"Surat {letter} berkeadaan {state}, sehingga {possible}, bukan {wanted}.{more}")


class DayNotYet(AppError):
    title = "Tanggal belum tiba"
    hint = "Isi tanggal hari ini atau sebelumnya. Tidak ada yang berubah."

    def __init__(self, day: str) -> None:
        super().__init__(f"Tanggal {day} belum tiba, sehingga belum dapat dicatat.")


class UnknownLetter(AppError):
    title = "Surat tidak ditemukan"
    hint = f"Muat ulang daftar surat, lalu pilih lagi. {_UNCHANGED}"

    def __init__(self, letter_id: int) -> None:
        super().__init__(f"Surat dengan nomor simpanan {letter_id} tidak ada di ruang kerja ini.")


class UnknownNumber(AppError):
    title = "Nomor tidak ditemukan"
    hint = f"Muat ulang agenda, lalu pilih lagi. {_UNCHANGED}"

    def __init__(self, number: int, year: int, book: str) -> None:
        super().__init__(f"Nomor {number} tahun {year} belum tercatat pada {book}.")


class UnknownBook(AppError):
    title = "Buku nomor tidak ditemukan"
    hint = f"Pilih buku nomor yang ada. {_UNCHANGED}"

    def __init__(self, book: str, known: list[str]) -> None:
        super().__init__(f"Buku nomor “{book}” tidak ada; yang ada: {', '.join(known) or 'belum ada'}.")


class NoBook(AppError):
    """A kind of letter takes its numbers from no book."""

    title = "Buku nomor belum ditentukan"
    hint = f"Tambahkan jenis surat itu pada salah satu buku nomor, atau pilih bukunya. {_UNCHANGED}"

    def __init__(self, kind: str) -> None:
        super().__init__(f"Belum ada buku nomor untuk {kind}.")


class BadBook(AppError):
    """A book that cannot be kept as it was filled in; the sentence says why."""

    title = "Buku nomor tidak disimpan"
    hint = "Perbaiki isian itu, lalu simpan lagi. Tidak ada yang berubah."


class BookInUse(AppError):
    title = "Buku nomor tidak dapat dihapus"
    hint = f"Biarkan buku ini, dan pindahkan jenis suratnya ke buku lain bila perlu. {_UNCHANGED}"

    def __init__(self, book: str, numbers: int) -> None:
        super().__init__(f"{book} sudah memuat {numbers} nomor.")
