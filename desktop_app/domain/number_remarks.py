"""What a clerk should know before a number is given; nothing of it forbids the number."""

from datetime import date

from desktop_app.domain.indonesian import long_date
from desktop_app.domain.letterbook import Use
from desktop_app.domain.number_series import Series, holder


def remarks(series: Series, day: date, first: int, count: int = 1, today: date | None = None) -> list[str]:
    """Sentences about `count` numbers from `first` on for letters of `day`; the most important one first."""
    said = [_leap(series, first), _waiting(series, first, count), _older(series, day)]
    if today is not None and day > today:
        said.append(f"Tanggal surat {long_date(day)} belum tiba.")
    return [sentence for sentence in said if sentence]


def refusal(series: Series, first: int, count: int = 1) -> str:
    """Why these numbers cannot be given; “” when they can."""
    if first < series.book.first:
        return f"Buku ini mulai dari nomor {series.book.first}."
    for number in range(first, first + count):
        if not series.is_free(number):
            return f"Nomor {number} sudah dipakai oleh {holder(series.entries[number])}."
    return ""


def range_words(first: int, last: int) -> str:
    """“12”, “12–14”."""
    return str(first) if first == last else f"{first}–{last}"


def _leap(series: Series, first: int) -> str:
    if series.book.keeper or first <= series.next:
        return ""
    return f"Nomor {range_words(series.next, first - 1)} akan tercatat sebagai celah."


def _waiting(series: Series, first: int, count: int) -> str:
    entry = series.entries.get(first)
    if entry is None or entry.use is not Use.CADANGAN:
        return ""
    for_what = f" untuk {entry.subject}" if entry.subject else ""
    return f"Nomor {range_words(first, first + count - 1)} diambil dari cadangan{for_what}."


def _older(series: Series, day: date) -> str:
    newest = series.newest_day
    if newest is None or newest <= day:
        return ""
    return f"Di buku ini sudah ada surat bertanggal {long_date(newest)}, lebih baru daripada surat ini."
