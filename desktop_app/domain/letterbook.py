"""Number books (agenda): one series of letter numbers for each book and year, which starts again every year.

A number is given to one letter only, whether written here, on paper, or reserved; what was given is never given again,
also after the letter is void. The year is that of the letter's date.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop_app.domain.letters import LetterState


class Use(StrEnum):
    """What a number was given for; the value is what the screen says."""

    SURAT = "surat"
    KERTAS = "di luar Cakupan"
    CADANGAN = "dicadangkan"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberBook:
    """A series of numbers. `pattern` as `500.15.14/{nomor}/{kode}/{tahun}`; `first` is the number that a year starts with.

    Words in braces: nomor, kode, bulan, bulan_romawi, tahun; `{nomor:3}` writes at least three digits. `kinds`: keys of
    letter kinds that take their numbers here.
    """

    key: str
    name: str
    pattern: str
    code: str
    kinds: tuple[str, ...] = ()
    first: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberEntry:
    """A number that was given. `text` is the whole number as written; `letter_id` None for paper and reserved ones.

    `void` with its `reason` keeps the number. `day` is the letter's date; None for a reserved number.
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
    """One line of the agenda: the entry, and the state of its letter (None for paper and reserved)."""

    entry: NumberEntry
    state: LetterState | None


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
