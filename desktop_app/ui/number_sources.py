"""Where the number of a letter can come from: the next one of its book, those kept for later, gaps, or written by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from desktop_app.domain.indonesian import number as in_words
from desktop_app.domain.letterbook import NumberBook, book_of
from desktop_app.domain.number_remarks import range_words
from desktop_app.domain.number_series import Series
from desktop_app.operations.letters.books import ready_books, series_of
from desktop_app.operations.workspace import Workspace

BY_KIND = ""
"""The book of each letter's kind, where letters of several books are numbered together."""
OWN = "Tulis sendiri"
_SHORT = 20


@dataclass(frozen=True, slots=True)
class Known:
    """The books, and the numbers of the one that is looked at; None while letters of several books are numbered."""

    books: tuple[NumberBook, ...]
    series: Series | None


def known_numbers(workspace: Workspace, kinds: Sequence[str], wanted: str, year: int) -> Known:
    """What is stored of the book `wanted`, else of the one of these kinds."""
    books = ready_books(workspace)
    found = {book.key for kind in kinds if (book := book_of(books, kind)) is not None}
    key = wanted or (next(iter(found)) if len(found) == 1 else "" if found else books[0].key)
    return Known(tuple(books), series_of(workspace, key, year) if key else None)


def sources(series: Series) -> list[tuple[str, object]]:
    """Where a number can come from: the next one, those kept for later, those that nobody has; or written by hand, which

    comes first where another office gives them.
    """
    waiting = [
        (f"Cadangan {range_words(first, last)}{_what_for(series, first)}", first) for first, last in series.reserved
    ]
    missing = [(f"Celah {range_words(first, last)}", first) for first, last in series.gaps]
    known = [(f"Nomor berikutnya ({in_words(series.next)})", series.next), *waiting, *missing]
    own = (OWN, OWN)
    return [own, *known] if series.book.keeper else [*known, own]


def _what_for(series: Series, number: int) -> str:
    subject = series.entries[number].subject
    return f": {shorten(subject, _SHORT, placeholder='…')}" if subject else ""
