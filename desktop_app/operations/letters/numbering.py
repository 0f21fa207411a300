"""Numbers of letters: given from a book, written down for letters on paper, kept for later and let go.

One unit of work each: all of the numbers or none. Whoever gives numbers waits for the one before, so two windows never
give the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from desktop_app.domain.errors import MissingWords, WorkspaceBusy
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.letterbook import NumberBook, NumberEntry, Use
from desktop_app.domain.letterbook_errors import BadNumber, OtherYear, StateCannotFollow, UnknownLetter
from desktop_app.domain.letters import LetterState
from desktop_app.domain.number_remarks import range_words
from desktop_app.domain.number_series import Item, Series, Stamp, given, released, reserved
from desktop_app.domain.records import LetterRecord
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.letters.books import book_in, series_in
from desktop_app.operations.letters.number_files import NumberFiles, write_numbers
from desktop_app.operations.letters.overview import sentence
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit, letter_states, letterbook, regions
from desktop_app.store.letterbook import NumberClash, Session

T = TypeVar("T")
_TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """`entries` in the order of the letters; `files`: whose file does not bear its number yet, or only beside a draft."""

    entries: tuple[NumberEntry, ...]
    files: NumberFiles = field(default_factory=NumberFiles)


def give_number(
    workspace: Workspace, letters: int | Sequence[int], day: date, number: int | None = None, book: str = "",
    tick: Tick = silent,
) -> Numbered:  # fmt: skip
    """Give drafts their numbers, in order, and write them into their files.

    `number` None: the next ones of the book; else from that number on (a gap, or reserved ones). `book` empty: the one
    of each letter's kind.

    Raises:
        NumberTaken, BadNumber, OtherYear, StateCannotFollow, UnknownLetter, UnknownBook, NoBook: no letter got a number.
    """
    ids = [letters] if isinstance(letters, int) else list(letters)
    entries = _again(workspace, lambda session: _give(session, ids, day, number, book))
    return Numbered(entries=tuple(entries), files=write_numbers(workspace, ids, tick))


def on_paper(
    workspace: Workspace, book: str, day: date, number: int | None, subject: str, addressee: str = ""
) -> NumberEntry:
    """Write down a number that was given outside Cakupan; None: the next one. NumberTaken, BadNumber, MissingWords."""
    item = Item(subject=" ".join(subject.split()), addressee=" ".join(addressee.split()))
    if not item.subject:
        raise MissingWords("hal surat")

    def write(session: Session) -> NumberEntry:
        series = series_in(session, book_in(session, book), day.year)
        entries = given(series, [item], day, _stamp(), number)
        _keep(session, series, entries)
        _record(session, "catat nomor", series.book, entries)
        return entries[0]

    return _again(workspace, write)


def reserve(workspace: Workspace, book: str, year: int, first: int, last: int, note: str) -> list[NumberEntry]:
    """Keep numbers for letters to come; `note` says what for. NumberTaken, BadNumber, MissingWords."""
    if not note.strip():
        raise MissingWords("keperluan nomor cadangan")

    def write(session: Session) -> list[NumberEntry]:
        series = series_in(session, book_in(session, book), year)
        entries = reserved(series, first, last, note, _stamp())
        letterbook.add_entries(session, entries)
        _record(session, "cadangkan nomor", series.book, entries)
        return entries

    return _again(workspace, write)


def release(workspace: Workspace, book: str, year: int, first: int, last: int) -> list[int]:
    """Let reserved numbers go, those of letters stay; the numbers that are free again. BadNumber: none was reserved."""
    with workspace.sessions.begin() as session:
        series = series_in(session, book_in(session, book), year)
        numbers = released(series, first, last)
        letterbook.remove_reserved(session, series.book.key, year, numbers)
        detail = f"{series.book.name} {year}: {range_words(numbers[0], numbers[-1])}"
        audit.record(session, "lepas cadangan nomor", detail, present_user(), now())
    return numbers


def letter_words(letter: LetterRecord) -> str:
    """How messages call a letter: “500.15.14/4/…” or its subject, and to whom."""
    name = letter.number_text or " ".join(letter.subject.split())
    whom = f" kepada {letter.addressee}" if letter.addressee else ""
    return f"“{name}”{whom}"


def letters_in(
    session: Session, ids: Sequence[int], wanted: LetterState, come_from: Sequence[LetterState]
) -> list[LetterRecord]:
    """The letters in order, all of which can come to `wanted`. UnknownLetter, StateCannotFollow."""
    found = letter_states.letters_of(session, ids)
    for one in ids:
        if one not in found:
            raise UnknownLetter(one)
    letters = [found[one] for one in ids]
    wrong = [one for one in letters if one.state not in come_from]
    if wrong:
        raise StateCannotFollow(letter_words(wrong[0]), wrong[0].state, wanted, len(wrong) - 1)
    return letters


def _give(session: Session, ids: Sequence[int], day: date, number: int | None, book: str) -> list[NumberEntry]:
    letters = letters_in(session, list(dict.fromkeys(ids)), LetterState.BERNOMOR, [LetterState.DRAF])
    groups: dict[str, list[LetterRecord]] = {}
    books: dict[str, NumberBook] = {}
    for letter in letters:
        found = books.get(letter.kind) or book_in(session, book, letter.kind)
        books[letter.kind] = found
        groups.setdefault(found.key, []).append(letter)
    if number is not None and len(groups) > 1:
        raise BadNumber("Surat yang dipilih bernomor dari buku yang berbeda, sehingga nomor awalnya tidak dapat sama.")
    entries = [
        entry
        for key, group in groups.items()
        for entry in _give_from(session, next(one for one in books.values() if one.key == key), group, day, number)
    ]
    order = {one: place for place, one in enumerate(ids)}
    return sorted(entries, key=lambda entry: order[entry.letter_id or 0])


def _give_from(
    session: Session, book: NumberBook, letters: Sequence[LetterRecord], day: date, number: int | None
) -> list[NumberEntry]:
    series, stamp = series_in(session, book, day.year), _stamp()
    _refuse_other_year(session, series, day, number)
    places = {one.region: _place(session, one.region) for one in letters}
    items = [
        Item(subject=sentence(one.subject, places[one.region]), addressee=one.addressee, letter_id=one.id)
        for one in letters
    ]
    entries = given(series, items, day, stamp, number)
    _keep(session, series, entries)
    letter_states.set_numbers(session, entries)
    ids = [one.id for one in letters]
    letter_states.set_state(session, ids, LetterState.BERNOMOR, "", stamp.by, stamp.at)
    _record(session, "beri nomor", book, entries)
    return entries


def _place(session: Session, code: str) -> str:
    found = regions.region(session, code)
    return found.full_name if found else ""


def _refuse_other_year(session: Session, series: Series, day: date, number: int | None) -> None:
    """A number that nobody kept in the year of `day`, but somebody in another: the date is a slip of the hand."""
    if number is None or number in series.entries or number <= series.next:
        return
    for year in letterbook.years(session, series.book.key):
        entry = letterbook.entry(session, series.book.key, year, number)
        if year != series.year and entry is not None and entry.use is Use.CADANGAN:
            raise OtherYear(number, year, long_date(day))


def _keep(session: Session, series: Series, entries: Sequence[NumberEntry]) -> None:
    """Write new numbers, and letters over those that waited for them."""
    letterbook.take_reserved(session, [one for one in entries if one.number in series.entries])
    letterbook.add_entries(session, [one for one in entries if one.number not in series.entries])


def _again(workspace: Workspace, work: Callable[[Session], T]) -> T:
    """Once more where another window was quicker: the series is read anew, and goes on behind its numbers."""
    for _ in range(_TRIES):
        try:
            with workspace.sessions.begin() as session:
                return work(session)
        except NumberClash:
            continue
    raise WorkspaceBusy


def _stamp() -> Stamp:
    return Stamp(now(), present_user())


def _record(session: Session, what: str, book: NumberBook, entries: Sequence[NumberEntry]) -> None:
    numbers = range_words(entries[0].number, entries[-1].number)
    subject = f": {entries[0].subject}" if len(entries) == 1 and entries[0].subject else ""
    audit.record(
        session, what, f"{book.name} {entries[0].year}, nomor {numbers}{subject}", entries[0].by, entries[0].at
    )
