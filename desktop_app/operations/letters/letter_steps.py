"""What happens to a letter after it has a number: signed, sent, answered; void with a reason; another date."""

from collections.abc import Sequence
from datetime import date, datetime, time

from desktop_app.domain.errors import MissingWords
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.letterbook import NumberEntry, Use
from desktop_app.domain.letterbook_errors import BadNumber, DayNotYet, UnknownNumber
from desktop_app.domain.letters import NEXT_STATES, LetterState
from desktop_app.domain.number_series import redated, voided
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.letters.books import book_in, series_in
from desktop_app.operations.letters.number_files import write_numbers
from desktop_app.operations.letters.numbering import Numbered, letter_words, letters_in
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit, letter_states, letterbook

MARKS = (LetterState.DITANDATANGANI, LetterState.TERKIRIM, LetterState.DIJAWAB)
"""States that are only noted; a number and the end have ways of their own."""


def mark(
    workspace: Workspace, letters: int | Sequence[int], state: LetterState, note: str = "", day: date | None = None
) -> int:
    """Note that letters were signed, sent or answered on `day` (today); so many. The step bears that day.

    Raises:
        StateCannotFollow, UnknownLetter, DayNotYet: no letter changed.
    """
    assert state in MARKS, f"{state} is not only noted"
    ids = [letters] if isinstance(letters, int) else list(dict.fromkeys(letters))
    when = _moment(day)
    with workspace.sessions.begin() as session:
        found = letters_in(session, ids, state, _before(state))
        letter_states.set_state(session, ids, state, note.strip(), present_user(), when)
        what = letter_words(found[0]) if len(found) == 1 else f"{len(found)} surat"
        audit.record(session, f"surat {state}", f"{what}, {long_date(when.date())}", present_user(), now())
    return len(ids)


def void(workspace: Workspace, letter_id: int, reason: str) -> NumberEntry | None:
    """A letter that does not count any more; its number stays with the reason. None: it had none yet.

    Raises:
        MissingWords, StateCannotFollow, UnknownLetter: nothing changed.
    """
    if not reason.strip():
        raise MissingWords("alasan pembatalan")
    with workspace.sessions.begin() as session:
        [letter] = letters_in(session, [letter_id], LetterState.BATAL, _before(LetterState.BATAL))
        present = letterbook.entry_of(session, letter_id)
        entry = voided(present, reason) if present is not None else None
        if entry is not None:
            letterbook.change_entry(session, entry)
        words, by = reason.strip(), present_user()
        letter_states.set_state(session, [letter_id], LetterState.BATAL, words, by, now(), reason=words)
        audit.record(session, "batalkan surat", f"{letter_words(letter)}: {words}", by, now())
    return entry


def void_number(workspace: Workspace, book: str, year: int, number: int, reason: str) -> NumberEntry:
    """The same, by the number: also for a letter on paper. UnknownNumber, BadNumber and as `void`."""
    with workspace.sessions.begin() as session:
        held = book_in(session, book)
        present = letterbook.entry(session, held.key, year, number)
        if present is None:
            raise UnknownNumber(number, year, held.name)
        entry = voided(present, reason)
        if entry.use is Use.KERTAS:
            letterbook.change_entry(session, entry)
            detail = f"{held.name} {year}, nomor {number}: {entry.reason}"
            audit.record(session, "batalkan nomor", detail, present_user(), now())
            return entry
    assert entry.letter_id is not None, "a number for a letter names it"
    return void(workspace, entry.letter_id, reason) or entry


def redate(workspace: Workspace, letter_id: int, day: date, tick: Tick = silent) -> Numbered:
    """Another date on a letter that is not signed yet; the number stays, its month is written anew, in the file too.

    Raises:
        OtherYear: numbers stay in their year. StateCannotFollow, UnknownLetter: nothing changed.
    """
    with workspace.sessions.begin() as session:
        [letter] = letters_in(session, [letter_id], LetterState.BERNOMOR, [LetterState.BERNOMOR])
        present = letterbook.entry_of(session, letter_id)
        if present is None:
            raise BadNumber(f"Surat {letter_words(letter)} belum bernomor.")
        entry = redated(series_in(session, book_in(session, present.book), present.year), present, day)
        letterbook.change_entry(session, entry)
        letter_states.set_numbers(session, [entry])
        note = f"tanggal surat menjadi {long_date(day)}"
        letter_states.add_note(session, letter_id, letter.state, note, present_user(), now())
        audit.record(session, "ubah tanggal surat", f"{entry.text}: {long_date(day)}", present_user(), now())
    return Numbered(entries=(entry,), files=write_numbers(workspace, [letter_id], tick))


def possible(states: Sequence[LetterState]) -> list[LetterState]:
    """What letters of these states can all come to next."""
    return [state for state in LetterState if states and all(state in NEXT_STATES[one] for one in states)]


def _before(state: LetterState) -> list[LetterState]:
    return [one for one, after in NEXT_STATES.items() if state in after]


def _moment(day: date | None) -> datetime:
    """Now, or the beginning of an earlier day."""
    present = now()
    if day is None or day == present.date():
        return present
    if day > present.date():
        raise DayNotYet(long_date(day))
    return datetime.combine(day, time())
