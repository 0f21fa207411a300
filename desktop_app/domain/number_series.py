"""How the numbers of a book go on in one year: given, kept for later, let go, void. Pure values; nothing is stored here.

Every function takes the series as it stands and answers with the entries that are to be written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from desktop_app.domain.errors import MissingWords
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.letterbook import LARGEST, NumberBook, NumberEntry, Use, gaps, next_number, numbered
from desktop_app.domain.letterbook_errors import BadNumber, NumberTaken, OtherYear

_MOST = 5_000
"""Numbers in one reserved range: more is a slip of the hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The numbers of `book` (its code filled in) in `year`, by number."""

    book: NumberBook
    year: int
    entries: dict[int, NumberEntry] = field(default_factory=dict)

    @property
    def next(self) -> int:
        return next_number(self.entries, self.book.first)

    @property
    def gaps(self) -> list[tuple[int, int]]:
        """Numbers that nobody has; in a book that others keep these are other letters, and there are none to tell."""
        return [] if self.book.keeper else gaps(self.entries, self.book.first)

    @property
    def reserved(self) -> list[tuple[int, int]]:
        """Ranges of numbers that wait for a letter."""
        return ranges(number for number, entry in self.entries.items() if entry.use is Use.CADANGAN)

    @property
    def newest_day(self) -> date | None:
        """The latest date of a letter in it."""
        return max((entry.day for entry in self.entries.values() if entry.day), default=None)

    def is_free(self, number: int) -> bool:
        """A letter may take it: nobody has it, or it waits for a letter."""
        entry = self.entries.get(number)
        return entry is None or entry.use is Use.CADANGAN

    def changed(self, entries: Iterable[NumberEntry]) -> "Series":
        return replace(self, entries={**self.entries, **{entry.number: entry for entry in entries}})

    def without(self, numbers: Iterable[int]) -> "Series":
        gone = set(numbers)
        kept = {number: entry for number, entry in self.entries.items() if number not in gone}
        return replace(self, entries=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a number is given to. `letter_id` None: a letter on paper."""

    subject: str
    addressee: str = ""
    letter_id: int | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and by whom something is written into the book."""

    at: datetime
    by: str


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """[2, 3, 4, 9] -> [(2, 4), (9, 9)]."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def given(
    series: Series, items: Sequence[Item], day: date, stamp: Stamp, first: int | None = None
) -> list[NumberEntry]:
    """A number for each of the items, in order: the next ones of the series, or those from `first` on.

    Raises:
        BadNumber, NumberTaken: none is given. OtherYear: `day` is not of the series' year.
    """
    start = series.next if first is None else first
    if day.year != series.year:
        raise OtherYear(start, series.year, long_date(day))
    _check(series, start, start + len(items) - 1)
    for number in range(start, start + len(items)):
        if not series.is_free(number):
            raise taken(series, number)
    return [_entry(series, start + place, item, day, stamp) for place, item in enumerate(items)]


def reserved(series: Series, first: int, last: int, note: str, stamp: Stamp) -> list[NumberEntry]:
    """Numbers that wait for letters. BadNumber, NumberTaken: none is kept."""
    _check(series, first, last)
    if last - first >= _MOST:
        raise BadNumber(f"Rentang {first}–{last} terlalu panjang; paling banyak {_MOST} nomor sekaligus.")
    for number in range(first, last + 1):
        if number in series.entries:
            raise taken(series, number)
    return [_waiting(series, number, note, stamp) for number in range(first, last + 1)]


def released(series: Series, first: int, last: int) -> list[int]:
    """The reserved numbers from `first` to `last`, which go back to nobody; numbers of letters stay. BadNumber: none."""
    waiting = [
        number for number in range(first, last + 1)
        if (entry := series.entries.get(number)) is not None and entry.use is Use.CADANGAN
    ]  # fmt: skip
    if not waiting:
        raise BadNumber(f"Tidak ada nomor cadangan antara {first} dan {last}.")
    return waiting


def voided(entry: NumberEntry, reason: str) -> NumberEntry:
    """The number stays, with the reason. MissingWords: none; BadNumber: it is void already or belongs to no letter."""
    if not reason.strip():
        raise MissingWords("alasan pembatalan")
    if entry.use is Use.CADANGAN:
        raise BadNumber(f"Nomor {entry.number} masih cadangan. Lepaskan cadangannya bila tidak dipakai.")
    if entry.void:
        raise BadNumber(f"Nomor {entry.number} sudah dibatalkan: {entry.reason}.")
    return replace(entry, void=True, reason=reason.strip())


def redated(series: Series, entry: NumberEntry, day: date) -> NumberEntry:
    """The same number on another day of its year. OtherYear."""
    if day.year != entry.year:
        raise OtherYear(entry.number, entry.year, long_date(day))
    return replace(entry, day=day, text=numbered(series.book, entry.number, day))


def taken(series: Series, number: int) -> NumberTaken:
    """The refusal, with who has the number."""
    return NumberTaken(number, series.year, series.book.name, holder(series.entries[number]))


def holder(entry: NumberEntry) -> str:
    """Who has a number, in words."""
    if entry.use is Use.CADANGAN:
        return f"cadangan “{entry.subject}”" if entry.subject else "nomor cadangan"
    what = "surat" if entry.use is Use.SURAT else "surat di luar Cakupan"
    whom = f" kepada {entry.addressee}" if entry.addressee else ""
    return f"{what} “{entry.subject}”{whom}{' (batal)' if entry.void else ''}"


def _check(series: Series, first: int, last: int) -> None:
    if first > last:
        raise BadNumber(f"Rentang {first}–{last} terbalik: nomor pertama harus lebih kecil daripada nomor terakhir.")
    if first < series.book.first:
        raise BadNumber(f"{series.book.name} mulai dari nomor {series.book.first}; nomor {first} tidak dapat dipakai.")
    if last > LARGEST:
        raise BadNumber(f"Nomor {last} terlalu besar; paling besar {LARGEST}.")


def _entry(series: Series, number: int, item: Item, day: date, stamp: Stamp) -> NumberEntry:
    return NumberEntry(
        book=series.book.key, year=series.year, number=number,
        use=Use.KERTAS if item.letter_id is None else Use.SURAT, text=numbered(series.book, number, day), day=day,
        subject=item.subject, addressee=item.addressee, letter_id=item.letter_id, void=False, reason="", at=stamp.at,
        by=stamp.by,
    )  # fmt: skip


def _waiting(series: Series, number: int, note: str, stamp: Stamp) -> NumberEntry:
    return NumberEntry(
        book=series.book.key, year=series.year, number=number, use=Use.CADANGAN, text="", day=None,
        subject=note.strip(), addressee="", letter_id=None, void=False, reason="", at=stamp.at, by=stamp.by,
    )  # fmt: skip
