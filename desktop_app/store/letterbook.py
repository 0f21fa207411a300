"""Number books and the numbers that were given from them. The key (book, year, number) forbids giving one twice."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Select, and_, delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Session  # operations name it where they hand one on

from desktop_app.domain.letterbook import AgendaRow, NumberBook, NumberEntry, Use
from desktop_app.domain.letters import LetterState
from desktop_app.store.models import BookNumberRow, LetterRow, NumberBookRow


class NumberClash(Exception):
    """Another window gave one of these numbers in the same moment; the unit of work cannot go on."""


def books(session: Session) -> list[NumberBook]:
    """In the order in which they were made."""
    return [_book(row) for row in session.scalars(select(NumberBookRow).order_by(NumberBookRow.key))]


def hold_book(session: Session, key: str) -> NumberBook | None:
    """The book, for this unit of work alone: whoever else wants to give its numbers waits (SQLite has one writer anyway)."""
    row = session.get(NumberBookRow, key, with_for_update=True)
    return None if row is None else _book(row)


def save_book(session: Session, book: NumberBook) -> None:
    """Keep a book, new or changed."""
    row = session.get(NumberBookRow, book.key) or NumberBookRow(key=book.key)
    row.name, row.pattern, row.code, row.keeper = book.name, book.pattern, book.code, book.keeper
    row.kinds, row.first = list(book.kinds), book.first
    session.add(row)
    session.flush()


def remove_book(session: Session, key: str) -> None:
    """Take a book out; it must not hold numbers."""
    session.execute(delete(NumberBookRow).where(NumberBookRow.key == key))


def count_numbers(session: Session, book: str) -> int:
    query = select(func.count()).select_from(BookNumberRow).where(BookNumberRow.book == book)
    return session.scalar(query) or 0


def years(session: Session, book: str) -> list[int]:
    """Years that have numbers in the book, newest first."""
    query = select(BookNumberRow.year).where(BookNumberRow.book == book).distinct()
    return sorted(session.scalars(query), reverse=True)


def entries(session: Session, book: str, year: int) -> list[NumberEntry]:
    """By number."""
    return [_entry(row) for row in session.scalars(_of(book, year))]


def agenda(session: Session, book: str, year: int) -> list[AgendaRow]:
    """By number, each with the state, kind and file of its letter."""
    query = (
        select(BookNumberRow, LetterRow.state, LetterRow.kind, LetterRow.path)
        .outerjoin(LetterRow, LetterRow.id == BookNumberRow.letter_id)
        .where(BookNumberRow.book == book, BookNumberRow.year == year)
        .order_by(BookNumberRow.number)
    )
    return [
        AgendaRow(entry=_entry(row), state=LetterState(state) if state else None, kind=kind or "", path=path or "")
        for row, state, kind, path in session.execute(query)
    ]


def entry(session: Session, book: str, year: int, number: int) -> NumberEntry | None:
    row = session.get(BookNumberRow, (book, year, number))
    return None if row is None else _entry(row)


def entry_of(session: Session, letter_id: int) -> NumberEntry | None:
    """The number that a letter has."""
    row = session.scalar(select(BookNumberRow).where(BookNumberRow.letter_id == letter_id))
    return None if row is None else _entry(row)


def add_entries(session: Session, new: Sequence[NumberEntry]) -> None:
    """Write new numbers. NumberClash: one of them was given meanwhile; nothing of the unit of work is kept."""
    session.add_all([BookNumberRow(**_values(one)) for one in new])
    try:
        session.flush()
    except IntegrityError as error:
        raise NumberClash from error


def take_reserved(session: Session, new: Iterable[NumberEntry]) -> None:
    """Write letters over numbers that waited for one. NumberClash: one of them waits no more."""
    for one in new:
        query = (
            update(BookNumberRow)
            .where(_is(one), BookNumberRow.use == Use.CADANGAN.value)
            .values(**_values(one))
            .execution_options(synchronize_session=False)
        )
        if session.connection().execute(query).rowcount != 1:
            raise NumberClash


def change_entry(session: Session, changed: NumberEntry) -> None:
    """Write an entry that is there (void, another day)."""
    session.execute(
        update(BookNumberRow)
        .where(_is(changed))
        .values(**_values(changed))
        .execution_options(synchronize_session=False)
    )
    session.expire_all()


def remove_reserved(session: Session, book: str, year: int, numbers: Iterable[int]) -> None:
    """Let reserved numbers go; numbers of letters stay whatever is asked."""
    for number in numbers:
        session.execute(
            delete(BookNumberRow).where(
                BookNumberRow.book == book,
                BookNumberRow.year == year,
                BookNumberRow.number == number,
                BookNumberRow.use == Use.CADANGAN.value,
            )
        )


def _of(book: str, year: int) -> Select[BookNumberRow]:
    wanted = BookNumberRow.book == book, BookNumberRow.year == year
    return select(BookNumberRow).where(*wanted).order_by(BookNumberRow.number)


def _is(entry: NumberEntry) -> ColumnElement[bool]:
    return and_(
        BookNumberRow.book == entry.book, BookNumberRow.year == entry.year, BookNumberRow.number == entry.number
    )


def _values(entry: NumberEntry) -> dict[str, object]:
    return {
        "book": entry.book, "year": entry.year, "number": entry.number, "use": entry.use.value, "text": entry.text,
        "day": entry.day, "subject": entry.subject, "addressee": entry.addressee, "letter_id": entry.letter_id,
        "void": entry.void, "reason": entry.reason, "at": entry.at, "by": entry.by,
    }  # fmt: skip


def _entry(row: BookNumberRow) -> NumberEntry:
    return NumberEntry(
        book=row.book, year=row.year, number=row.number, use=Use(row.use), text=row.text, day=row.day,
        subject=row.subject, addressee=row.addressee, letter_id=row.letter_id, void=row.void, reason=row.reason,
        at=row.at, by=row.by,
    )  # fmt: skip


def _book(row: NumberBookRow) -> NumberBook:
    return NumberBook(
        key=row.key, name=row.name, pattern=row.pattern, code=row.code, kinds=tuple(row.kinds), first=row.first,
        keeper=row.keeper,
    )  # fmt: skip
