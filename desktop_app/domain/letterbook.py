"""Number books (agenda): one series of letter numbers for each book and year, which starts again every year.

A number is given to one letter only, whether written here, on paper, or reserved; what was given is never given again,
also after the letter is void. The year is that of the letter's date. How the series goes on: `domain.number_series`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desktop_app.domain.indonesian import NBSP, roman_month
from desktop_app.domain.letters import SIGNER_OF, LetterKind, LetterState, Signer

LARGEST = 999_999
GAP, SHORT_GAP = NBSP * 14, NBSP * 5
"""What stands in a draft for the number, and for the month of a letter without a date: room to write by hand."""

WORDS = {
    "nomor": "nomor urut",
    "nomor:3": "nomor urut, sekurangnya tiga angka",
    "kode": "kode buku",
    "bulan": "bulan, dua angka",
    "bulan_romawi": "bulan, angka Romawi",
    "tahun": "tahun",
}
"""What a pattern may hold in braces, and what it is; `{nomor:N}` writes at least N digits."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_DIGITS = re.compile(r"nomor:([1-6])")
_LONGEST = 120


class Use(StrEnum):
    """What a number was given for; the value is what the screen says."""

    SURAT = "surat"
    KERTAS = "di luar Cakupan"
    CADANGAN = "dicadangkan"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberBook:
    """A series of numbers. `pattern` as `500.15.14/{nomor}/{kode}/{tahun}`; `first` is the number that a year starts with.

    Words in braces: `WORDS`. `code` stands for `{kode}`; empty in a stored book: the code of the office. `kinds`: keys of
    letter kinds that take their numbers here. `keeper`: who gives the numbers where that is not this office (“Bagian
    Umum Setda”): numbers between ours are then other letters of that book, not gaps.
    """

    key: str
    name: str
    pattern: str
    code: str
    kinds: tuple[str, ...] = ()
    first: int = 1
    keeper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberEntry:
    """A number that was given. `text` is the whole number as written; `letter_id` None for paper and reserved ones.

    `void` with its `reason` keeps the number. `day` is the letter's date; None for a reserved number, whose `subject` is
    what it is kept for.
    """

    book: str
    year: int
    number: int
    use: Use
    text: str
    day: date | None
    subject: str
    addressee: str
    letter_id: int | None
    void: bool
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One line of the agenda: the entry, and its letter's state, kind (key) and file (None, “”, “” for the others)."""

    entry: NumberEntry
    state: LetterState | None
    kind: str = ""
    path: str = ""


def gaps(taken: Iterable[int], first: int = 1) -> list[tuple[int, int]]:
    """Ranges of numbers below the highest that nobody has: [(3, 3), (7, 9)]."""
    found, expected = [], first
    for number in sorted(set(taken)):
        if number > expected:
            found.append((expected, number - 1))
        expected = max(expected, number + 1)
    return found


def next_number(taken: Iterable[int], first: int = 1) -> int:
    """The one after the highest: gaps are listed, not filled in silence."""
    return max([*taken, first - 1]) + 1


def default_books(setda_code: str = "SETDA") -> tuple[NumberBook, ...]:
    """The two books that an office begins with: letters of the head of the office; those of head of region and Sekda.

    Source: domain notes 7.5 (500.15 is labour affairs; the general-affairs bureau numbers the letters of governor and
    Sekda).
    """
    pattern = "500.15.14/{nomor}/{kode}/{tahun}"
    own = tuple(kind.value for kind in LetterKind if SIGNER_OF[kind] is Signer.KEPALA_DINAS)
    above = tuple(kind.value for kind in LetterKind if kind.value not in own)
    return (
        NumberBook(key="dinas", name="Buku nomor dinas", pattern=pattern, code="", kinds=own),
        NumberBook(
            key="setda", name="Buku nomor Setda", pattern=pattern, code=setda_code, kinds=above, keeper="Bagian Umum Setda"
        ),
    )  # fmt: skip


def numbered(book: NumberBook, number: int, day: date) -> str:
    """The whole number of a letter of `day`: “500.15.14/42/DISNAKER/2026”. ValueError: the pattern has a problem."""
    return _filled(book, day, lambda digits: f"{number:0{digits}d}")


def blank_number(book: NumberBook, year: int, day: date | None = None) -> str:
    """The number of a draft: a wide gap for the number, and one for the month while the letter has no date."""
    text = _filled(book, day or date(year, 1, 1), lambda digits: GAP, month=day is not None)
    return text.replace(" ", NBSP)


def example(book: NumberBook, day: date, number: int = 42) -> str:
    """What a number of this book looks like; “” where the pattern has a problem."""
    return "" if pattern_problem(book.pattern) else numbered(book, number, day)


def pattern_problem(pattern: str) -> str:
    """Why numbers cannot be written by this pattern; “” when they can."""
    if not pattern.strip():
        return "Pola nomor belum diisi. Tulis misalnya 500.15.14/{nomor}/{kode}/{tahun}."
    if len(pattern) > _LONGEST or not pattern.isprintable():
        return f"Pola nomor paling panjang {_LONGEST} huruf, dalam satu baris."
    unknown = [word for word in _FIELD.findall(pattern) if not _known(word)]
    if unknown:
        names = ", ".join(f"{{{word}}}" for word in dict.fromkeys(unknown))
        return f"{names} tidak dikenal; yang dapat dipakai: {', '.join(f'{{{word}}}' for word in WORDS)}."
    if set(_FIELD.sub("", pattern)) & set("{}"):
        return "Ada kurung kurawal yang tidak berpasangan. Tulis misalnya {nomor}."
    if not any(word.partition(":")[0] == "nomor" for word in _FIELD.findall(pattern)):
        return "Pola harus memuat {nomor}, supaya setiap surat mendapat nomor yang berbeda."
    return ""


def pattern_remark(pattern: str) -> str:
    """What to know about a pattern that can be used; “” for nothing."""
    if pattern_problem(pattern) or "{tahun}" in pattern:
        return ""
    return "Pola ini tanpa {tahun}: nomor yang sama akan muncul lagi tahun berikutnya."


def book_of(books: Iterable[NumberBook], kind: str) -> NumberBook | None:
    """The book that letters of a kind take their numbers from."""
    return next((book for book in books if kind in book.kinds), None)


def with_code(book: NumberBook, office_code: str) -> NumberBook:
    """The book with the code of the office where it has none of its own."""
    return book if book.code else replace(book, code=office_code)


def _known(word: str) -> bool:
    return word in WORDS or _DIGITS.fullmatch(word) is not None


def _filled(book: NumberBook, day: date, number: Callable[[int], str], *, month: bool = True) -> str:
    words = {
        "kode": book.code,
        "bulan": f"{day.month:02d}" if month else SHORT_GAP,
        "bulan_romawi": roman_month(day) if month else SHORT_GAP,
        "tahun": str(day.year),
    }

    def word(found: re.Match[str]) -> str:
        name = found[1]
        if name in words:
            return words[name]
        digits = _DIGITS.fullmatch(name)
        if name != "nomor" and digits is None:
            raise ValueError(f"unknown word {name!r} in the pattern of book {book.key!r}")
        return number(int(digits[1]) if digits else 1)

    return _FIELD.sub(word, book.pattern)
