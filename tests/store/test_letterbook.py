"""Number books in the store: kept as they are said, and no number twice whatever two windows do."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop_app.domain.letterbook import NumberBook, NumberEntry, Use, default_books
from desktop_app.domain.letters import LetterState
from desktop_app.store import letter_states, letterbook, letters
from desktop_app.store.database import Sessions
from desktop_app.store.letterbook import NumberClash

DAY, AT = date(2026, 3, 12), datetime(2026, 3, 12, 9, 30)
BOOK = NumberBook(key="dinas", name="Buku dinas", pattern="{nomor}/{kode}", code="X", kinds=("imbauan",), first=5)


def entry(number: int, **changes: object) -> NumberEntry:
    made = NumberEntry(
        book="dinas", year=2026, number=number, use=Use.KERTAS, text=f"{number}/X", day=DAY, subject="Surat tugas",
        addressee="Sekretaris", letter_id=None, void=False, reason="", at=AT, by="petugas",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def waiting(number: int) -> NumberEntry:
    return entry(number, use=Use.CADANGAN, text="", day=None, addressee="")


@pytest.fixture
def book(sessions: Sessions) -> NumberBook:
    with sessions.begin() as session:
        letterbook.save_book(session, BOOK)
    return BOOK


def draft(sessions: Sessions) -> int:
    new = letters.NewLetter(kind="imbauan", subject="Imbauan", region="51.04", path="surat.docx", figures={})
    with sessions.begin() as session:
        return letters.add_letters(session, [new], "petugas", AT)[0]


def test_books_come_back_as_they_were_kept(sessions: Sessions) -> None:
    with sessions.begin() as session:
        for one in default_books():
            letterbook.save_book(session, one)
        letterbook.save_book(session, replace(default_books()[0], name="Agenda dinas", keeper="Bagian Umum"))
    with sessions() as session:
        assert letterbook.books(session) == [
            replace(default_books()[0], name="Agenda dinas", keeper="Bagian Umum"),
            default_books()[1],
        ]


def test_entries_come_back_by_number_and_year(sessions: Sessions, book: NumberBook) -> None:
    kept = [entry(9), waiting(7), entry(5, void=True, reason="Salah alamat"), entry(5, year=2025)]
    with sessions.begin() as session:
        letterbook.add_entries(session, kept)
    with sessions() as session:
        assert letterbook.entries(session, "dinas", 2026) == [kept[2], kept[1], kept[0]]
        assert letterbook.years(session, "dinas") == [2026, 2025]
        assert letterbook.count_numbers(session, "dinas") == 4
        assert letterbook.entry(session, "dinas", 2025, 5) == kept[3]
        assert letterbook.entry(session, "dinas", 2025, 6) is None


def test_the_key_forbids_a_number_twice_and_nothing_of_the_work_is_kept(sessions: Sessions, book: NumberBook) -> None:
    with sessions.begin() as session:
        letterbook.add_entries(session, [entry(6)])
    with pytest.raises(NumberClash), sessions.begin() as session:
        letterbook.add_entries(session, [entry(5), entry(6, subject="Surat lain")])
    with sessions() as session:
        assert letterbook.entries(session, "dinas", 2026) == [entry(6)]


def test_a_reserved_number_is_taken_once(sessions: Sessions, book: NumberBook) -> None:
    with sessions.begin() as session:
        letterbook.add_entries(session, [waiting(6), waiting(7)])
    with sessions.begin() as session:
        letterbook.take_reserved(session, [entry(6)])
    with pytest.raises(NumberClash), sessions.begin() as session:
        letterbook.take_reserved(session, [entry(7), entry(6, subject="Surat lain")])
    with sessions() as session:
        assert letterbook.entries(session, "dinas", 2026) == [entry(6), waiting(7)]


def test_only_reserved_numbers_can_be_removed(sessions: Sessions, book: NumberBook) -> None:
    with sessions.begin() as session:
        letterbook.add_entries(session, [entry(6), waiting(7)])
        letterbook.remove_reserved(session, "dinas", 2026, [6, 7, 8])
    with sessions() as session:
        assert letterbook.entries(session, "dinas", 2026) == [entry(6)]


def test_a_letter_bears_its_number_and_the_agenda_its_state(sessions: Sessions, book: NumberBook) -> None:
    letter_id = draft(sessions)
    mine = entry(6, use=Use.SURAT, letter_id=letter_id)
    with sessions.begin() as session:
        letterbook.add_entries(session, [entry(5), mine])
        letter_states.set_numbers(session, [mine])
        letter_states.set_state(session, [letter_id], LetterState.BERNOMOR, "catatan", "petugas", AT)
    with sessions() as session:
        rows = letterbook.agenda(session, "dinas", 2026)
        assert [(row.entry, row.state, row.kind, row.path) for row in rows] == [
            (entry(5), None, "", ""), (mine, LetterState.BERNOMOR, "imbauan", "surat.docx"),
        ]  # fmt: skip
        assert letterbook.entry_of(session, letter_id) == mine
        letter = letters.letter(session, letter_id)
        assert letter is not None
        assert (letter.book, letter.number, letter.number_text, letter.letter_date) == ("dinas", 6, "6/X", DAY)
        last = letters.events_of(session, letter_id)[-1]
        assert (last.state, last.note, last.at) == (LetterState.BERNOMOR, "catatan", AT)


def test_a_change_of_an_entry_is_seen_in_the_same_work(sessions: Sessions, book: NumberBook) -> None:
    with sessions.begin() as session:
        letterbook.add_entries(session, [entry(6)])
        letterbook.change_entry(session, entry(6, void=True, reason="Diganti"))
        assert letterbook.entry(session, "dinas", 2026, 6) == entry(6, void=True, reason="Diganti")


def test_many_letters_are_found_in_pieces(sessions: Sessions) -> None:
    new = letters.NewLetter(kind="imbauan", subject="Imbauan", region="51.04", path="surat.docx", figures={})
    with sessions.begin() as session:
        ids = letters.add_letters(session, [new] * 1201, "petugas", AT)
        assert sorted(letter_states.letters_of(session, [*ids, 99_999])) == ids
