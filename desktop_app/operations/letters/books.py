"""Number books of the office: the two it begins with, others it adds, and which kinds of letters number from which."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.letterbook import LARGEST, NumberBook, book_of, default_books, pattern_problem, with_code
from desktop_app.domain.letterbook_errors import BadBook, BookInUse, NoBook, UnknownBook
from desktop_app.domain.letters import LetterKind, kind_title
from desktop_app.domain.number_series import Series
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit, letterbook, offices
from desktop_app.store.letterbook import Session

_CODE = "DISNAKER"


def list_books(workspace: Workspace) -> list[NumberBook]:
    """As they are stored; the two of a new office until something is written into them."""
    with workspace.sessions() as session:
        return letterbook.books(session) or list(default_books())


def ready_books(workspace: Workspace) -> list[NumberBook]:
    """The same, each with the code that stands in its numbers."""
    stored, code = list_books(workspace), own_code(workspace)
    return [with_code(book, code) for book in stored]


def own_code(workspace: Workspace) -> str:
    """What stands for `{kode}` in the numbers of a book that has no code of its own."""
    with workspace.sessions() as session:
        return office_code(session)


def book_named(workspace: Workspace, name: str) -> NumberBook:
    """The book of a key or name, with its code. UnknownBook."""
    known = ready_books(workspace)
    for book in known:
        if name.casefold() in (book.key.casefold(), book.name.casefold()):
            return book
    raise UnknownBook(name, [book.name for book in known])


def book_for(workspace: Workspace, kind: LetterKind) -> NumberBook:
    """The book that letters of a kind take their numbers from, with its code. NoBook."""
    return _for_kind(ready_books(workspace), kind.value)


def save_book(workspace: Workspace, book: NumberBook) -> NumberBook:
    """Keep a book; a new one has an empty key and gets one. Kinds that it takes leave the books that had them.

    What was numbered stays as it is: a new pattern is for the numbers to come. BadBook: nothing changed.
    """
    with workspace.sessions.begin() as session:
        return _save(session, book)


def save_books(workspace: Workspace, books: Sequence[NumberBook]) -> list[NumberBook]:
    """Make these the books of the office, all of it or nothing: those that are not among them are taken out.

    Raises:
        BadBook: one cannot be kept; BookInUse: one that is left out has numbers.
    """
    with workspace.sessions.begin() as session:
        known = books_in(session)
        for book in known:
            if book.key not in {other.key for other in books}:
                _remove(session, book.key)
        return [book if book in known else _save(session, book) for book in books]


def remove_book(workspace: Workspace, key: str) -> None:
    """Take out a book that no number was given from. BookInUse, UnknownBook; BadBook: it is the last one."""
    with workspace.sessions.begin() as session:
        _remove(session, key)


def _save(session: Session, book: NumberBook) -> NumberBook:
    known = books_in(session)
    kept = _checked(book, known)
    for other in known:
        left = tuple(kind for kind in other.kinds if kind not in kept.kinds)
        if other.key != kept.key and left != other.kinds:
            letterbook.save_book(session, replace(other, kinds=left))
    letterbook.save_book(session, kept)
    audit.record(session, "buku nomor", f"{kept.name}: {kept.pattern}", present_user(), now())
    return kept


def _remove(session: Session, key: str) -> None:
    known = books_in(session)
    book = in_books(known, key)
    numbers = letterbook.count_numbers(session, key)
    if numbers:
        raise BookInUse(book.name, numbers)
    if len(known) == 1:
        raise BadBook("Kantor memerlukan sekurangnya satu buku nomor.")
    letterbook.remove_book(session, key)
    audit.record(session, "hapus buku nomor", book.name, present_user(), now())


def books_in(session: Session) -> list[NumberBook]:
    """All books, as stored; the first ones are made where there are none (needs a unit of work that writes)."""
    known = letterbook.books(session)
    if not known:
        for book in default_books():
            letterbook.save_book(session, book)
        known = letterbook.books(session)
    return known


def book_in(session: Session, key: str = "", kind: str = "") -> NumberBook:
    """The book `key`, or where that is empty the one of `kind`; with its code, and held. UnknownBook, NoBook."""
    known = books_in(session)
    book = in_books(known, key) if key else _for_kind(known, kind)
    held = letterbook.hold_book(session, book.key)
    return with_code(held or book, office_code(session))


def series_in(session: Session, book: NumberBook, year: int) -> Series:
    return Series(
        book=book, year=year, entries={one.number: one for one in letterbook.entries(session, book.key, year)}
    )


def series_of(workspace: Workspace, book: str, year: int) -> Series:
    """All numbers of a book in a year. UnknownBook."""
    found = book_named(workspace, book)
    with workspace.sessions() as session:
        return series_in(session, found, year)


def office_code(session: Session) -> str:
    office = offices.office(session)
    return (office.number_code if office else "") or _CODE


def in_books(known: list[NumberBook], key: str) -> NumberBook:
    for book in known:
        if book.key == key:
            return book
    raise UnknownBook(key, [book.name for book in known])


def _for_kind(known: list[NumberBook], kind: str) -> NumberBook:
    found = book_of(known, kind)
    if found is None:
        raise NoBook(kind_title(LetterKind(kind)))
    return found


def _checked(book: NumberBook, known: list[NumberBook]) -> NumberBook:
    name = " ".join(book.name.split())
    problem = "Nama buku nomor belum diisi." if not name else pattern_problem(book.pattern)
    if any(other.key != book.key and other.name.casefold() == name.casefold() for other in known):
        problem = f"Buku nomor “{name}” sudah ada."
    if not 1 <= book.first <= LARGEST:
        problem = f"Nomor pertama harus antara 1 dan {LARGEST}."
    if problem:
        raise BadBook(problem)
    key = book.key or _free_key(name, {other.key for other in known})
    return replace(
        book, key=key, name=name, pattern=book.pattern.strip(), code=book.code.strip(), keeper=" ".join(book.keeper.split())
    )  # fmt: skip


def _free_key(name: str, used: set[str]) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "buku"
    key, number = plain, 2
    while key in used:
        key, number = f"{plain}-{number}", number + 1
    return key
