"""Numbers of letters: given, kept for later, on paper, void; by two windows at once never twice."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from desktop_app.domain.errors import MissingWords
from desktop_app.domain.letterbook import Use
from desktop_app.domain.letterbook_errors import (
    BadNumber,
    DayNotYet,
    NumberTaken,
    OtherYear,
    StateCannotFollow,
    UnknownBook,
    UnknownLetter,
    UnknownNumber,
)
from desktop_app.domain.letters import LetterKind, LetterState
from desktop_app.domain.records import LetterRecord
from desktop_app.operations.letters.agenda import agenda, gaps
from desktop_app.operations.letters.letter_steps import mark, possible, redate, void, void_number
from desktop_app.operations.letters.numbering import give_number, on_paper, release, reserve
from desktop_app.operations.offices import list_events
from desktop_app.operations.workspace import Workspace, now, open_workspace
from desktop_app.store import letterbook
from desktop_app.store import letters as stored
from desktop_app.store.letterbook import NumberClash

DAY = date(2025, 3, 12)
SUBJECT = "Imbauan pendaftaran pekerja"


def drafts(workspace: Workspace, count: int = 1, kind: LetterKind = LetterKind.IMBAUAN) -> list[int]:
    """So many drafts to invented companies; their numbers in the store."""
    new = [
        stored.NewLetter(
            kind=kind.value, subject=SUBJECT, region="51.04", path=f"surat-{place}.docx", figures={},
            addressee=f"PT Contoh {place}",
        )
        for place in range(1, count + 1)
    ]  # fmt: skip
    with workspace.sessions.begin() as session:
        return stored.add_letters(session, new, "petugas", now())


def records(workspace: Workspace, ids: Sequence[int]) -> list[LetterRecord]:
    with workspace.sessions() as session:
        found = [stored.letter(session, one) for one in ids]
    return [one for one in found if one is not None]


def numbers(workspace: Workspace, book: str = "dinas", year: int = 2025) -> list[int]:
    return [row.entry.number for row in agenda(workspace, book, year)]


def test_letters_get_the_next_number_of_the_book_of_their_kind(workspace: Workspace) -> None:
    own, above = drafts(workspace, 2), drafts(workspace, 1, LetterKind.SE_BUPATI)
    given = [give_number(workspace, one, DAY).entries[0] for one in (*own, *above)]
    assert [(one.book, one.number, one.text) for one in given] == [
        ("dinas", 1, "500.15.14/1/DISNAKER/2025"),
        ("dinas", 2, "500.15.14/2/DISNAKER/2025"),
        ("setda", 1, "500.15.14/1/SETDA/2025"),
    ]
    [letter] = records(workspace, own[:1])
    assert (letter.state, letter.number, letter.number_text, letter.letter_date, letter.book) == (
        LetterState.BERNOMOR, 1, "500.15.14/1/DISNAKER/2025", DAY, "dinas",
    )  # fmt: skip
    assert list_events(workspace, 1)[0].what == "beri nomor"


def test_716_letters_get_their_numbers_in_order_and_all_or_none(workspace: Workspace) -> None:
    on_paper(workspace, "dinas", DAY, 100, "Surat di kertas")
    ids = drafts(workspace, 716)
    with pytest.raises(NumberTaken, match="Nomor 100 tahun 2025 pada Buku nomor dinas"):
        give_number(workspace, ids, DAY, number=1)
    assert numbers(workspace) == [100]
    entries = give_number(workspace, ids, DAY).entries
    assert [one.number for one in entries] == list(range(101, 817))
    assert [one.addressee for one in entries[:2]] == ["PT Contoh 1", "PT Contoh 2"]
    assert {one.state for one in records(workspace, ids)} == {LetterState.BERNOMOR}
    assert [one.number for one in records(workspace, ids)] == list(range(101, 817))


def test_a_year_begins_anew_by_the_date_of_the_letter(workspace: Workspace) -> None:
    first, second, third = drafts(workspace, 3)
    give_number(workspace, first, date(2025, 12, 31))
    assert give_number(workspace, second, date(2026, 1, 2)).entries[0].text == "500.15.14/1/DISNAKER/2026"
    assert give_number(workspace, third, date(2025, 12, 31)).entries[0].number == 2


def test_a_letter_has_one_number_and_an_unknown_one_none(workspace: Workspace) -> None:
    [one] = drafts(workspace)
    give_number(workspace, one, DAY)
    with pytest.raises(StateCannotFollow, match="berkeadaan bernomor"):
        give_number(workspace, one, DAY)
    with pytest.raises(UnknownLetter):
        give_number(workspace, [*drafts(workspace), 999], DAY)
    assert numbers(workspace) == [1]


def test_a_number_on_paper_is_taken_and_what_lies_before_is_a_gap(workspace: Workspace) -> None:
    one, two = drafts(workspace, 2)
    paper = on_paper(workspace, "dinas", DAY, 4, " Surat  tugas ", "Sekretaris")
    assert (paper.use, paper.subject, paper.text) == (Use.KERTAS, "Surat tugas", "500.15.14/4/DISNAKER/2025")
    assert gaps(workspace, "dinas", 2025) == [(1, 3)]
    with pytest.raises(NumberTaken, match="surat di luar Cakupan “Surat tugas” kepada Sekretaris"):
        give_number(workspace, one, DAY, number=4)
    assert give_number(workspace, one, DAY, number=2).entries[0].number == 2
    assert give_number(workspace, two, DAY).entries[0].number == 5
    assert gaps(workspace, "dinas", 2025) == [(1, 1), (3, 3)]
    with pytest.raises(MissingWords):
        on_paper(workspace, "dinas", DAY, None, "  ")
    with pytest.raises(UnknownBook):
        on_paper(workspace, "lain", DAY, None, "Surat")


def test_reserved_numbers_wait_and_are_taken_by_letters(workspace: Workspace) -> None:
    ids = drafts(workspace, 3)
    reserve(workspace, "dinas", 2025, 10, 12, "SE pekerja rentan")
    with pytest.raises(NumberTaken, match="cadangan “SE pekerja rentan”"):
        reserve(workspace, "dinas", 2025, 12, 14, "lain")
    assert give_number(workspace, ids[0], DAY).entries[0].number == 13
    assert [one.number for one in give_number(workspace, ids[1:], DAY, number=10).entries] == [10, 11]
    assert release(workspace, "dinas", 2025, 10, 12) == [12]
    assert gaps(workspace, "dinas", 2025) == [(1, 9), (12, 12)]
    with pytest.raises(BadNumber, match="Tidak ada nomor cadangan"):
        release(workspace, "dinas", 2025, 10, 12)


def test_a_reserved_number_is_of_its_year(workspace: Workspace) -> None:
    [one] = drafts(workspace)
    reserve(workspace, "dinas", 2025, 45, 50, "SE akhir tahun")
    with pytest.raises(
        OtherYear, match="Nomor 45 berasal dari tahun 2025, sedangkan surat ini bertanggal 3 Januari 2026"
    ):
        give_number(workspace, one, date(2026, 1, 3), number=45)


def test_a_void_letter_keeps_its_number_and_reason(workspace: Workspace) -> None:
    one, two, draft = drafts(workspace, 3)
    give_number(workspace, [one, two], DAY)
    with pytest.raises(MissingWords):
        void(workspace, two, " ")
    entry = void(workspace, two, "Salah alamat")
    assert entry is not None
    assert (entry.number, entry.void, entry.reason) == (2, True, "Salah alamat")
    assert void(workspace, draft, "Tidak jadi") is None
    assert [(one.state, one.reason) for one in records(workspace, [two, draft])] == [
        (LetterState.BATAL, "Salah alamat"), (LetterState.BATAL, "Tidak jadi"),
    ]  # fmt: skip
    assert on_paper(workspace, "dinas", DAY, None, "Surat").number == 3
    with pytest.raises(StateCannotFollow):
        give_number(workspace, two, DAY)


def test_numbers_on_paper_are_voided_by_number(workspace: Workspace) -> None:
    [one] = drafts(workspace)
    give_number(workspace, one, DAY)
    on_paper(workspace, "dinas", DAY, None, "Surat tugas")
    reserve(workspace, "dinas", 2025, 3, 3, "SE")
    assert void_number(workspace, "dinas", 2025, 2, "Tidak dikirim").reason == "Tidak dikirim"
    assert void_number(workspace, "dinas", 2025, 1, "Diganti").void
    assert records(workspace, [one])[0].state is LetterState.BATAL
    for number, error in ((3, BadNumber), (2, BadNumber), (1, BadNumber), (9, UnknownNumber)):
        with pytest.raises(error):
            void_number(workspace, "dinas", 2025, number, "lagi")


def test_letters_go_from_signed_to_answered_with_day_and_note(workspace: Workspace) -> None:
    one, two = drafts(workspace, 2)
    with pytest.raises(StateCannotFollow, match="hanya dapat menjadi bernomor atau batal, bukan ditandatangani"):
        mark(workspace, one, LetterState.DITANDATANGANI)
    give_number(workspace, [one, two], DAY)
    assert mark(workspace, [one, two], LetterState.DITANDATANGANI, "", date(2025, 3, 13)) == 2
    mark(workspace, one, LetterState.TERKIRIM, "diterima Perbekel Selat", date(2025, 3, 14))
    with pytest.raises(StateCannotFollow):
        mark(workspace, [one, two], LetterState.TERKIRIM)
    mark(workspace, one, LetterState.DIJAWAB)
    with workspace.sessions() as session:
        steps = stored.events_of(session, one)
    assert [(step.state, step.at.date(), step.note) for step in steps[2:4]] == [
        (LetterState.DITANDATANGANI, date(2025, 3, 13), ""),
        (LetterState.TERKIRIM, date(2025, 3, 14), "diterima Perbekel Selat"),
    ]
    with pytest.raises(StateCannotFollow, match="tidak dapat berubah lagi"):
        void(workspace, one, "terlambat")
    with pytest.raises(DayNotYet):
        mark(workspace, two, LetterState.TERKIRIM, "", date(2999, 1, 1))
    assert possible([LetterState.BERNOMOR, LetterState.TERKIRIM]) == [LetterState.BATAL]
    assert possible([LetterState.TERKIRIM]) == [LetterState.DIJAWAB, LetterState.BATAL]


def test_another_date_stays_in_the_year_of_the_number(workspace: Workspace) -> None:
    [one] = drafts(workspace)
    give_number(workspace, one, DAY)
    assert redate(workspace, one, date(2025, 4, 1)).entries[0].day == date(2025, 4, 1)
    assert records(workspace, [one])[0].letter_date == date(2025, 4, 1)
    with pytest.raises(OtherYear):
        redate(workspace, one, date(2026, 1, 1))


def test_two_windows_at_once_never_give_the_same_number(workspace: Workspace) -> None:
    """Both have the workspace open; each gives numbers to letters of its own in the same moment."""
    each, windows = 20, 2
    ids = drafts(workspace, each * windows)
    start = Barrier(windows)

    def window(mine: Sequence[int]) -> list[int]:
        opened = open_workspace(workspace.folder)
        try:
            start.wait(timeout=30)
            return [give_number(opened, one, DAY).entries[0].number for one in mine]
        finally:
            opened.close()

    with ThreadPoolExecutor(windows) as pool:
        answers = list(pool.map(window, [ids[:each], ids[each:]]))
    assert sorted(answers[0] + answers[1]) == list(range(1, each * windows + 1))
    assert gaps(workspace, "dinas", 2025) == []


def test_the_same_number_by_hand_is_refused_to_the_second(workspace: Workspace) -> None:
    one, two = drafts(workspace, 2)
    give_number(workspace, one, DAY, number=7)
    with pytest.raises(NumberTaken, match="sudah dipakai oleh surat “Imbauan pendaftaran pekerja” kepada PT Contoh 1"):
        give_number(workspace, two, DAY, number=7)


def test_a_window_that_was_slower_reads_the_series_anew(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a shared server: between reading the series and writing, another window took the number."""
    [one] = drafts(workspace)
    real = letterbook.add_entries
    raised: list[bool] = []

    def slower(*given: object) -> None:
        if not raised:
            raised.append(True)
            raise NumberClash
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(letterbook, "add_entries", slower)
    assert give_number(workspace, one, DAY).entries[0].number == 1
    assert raised
