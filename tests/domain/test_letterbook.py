"""Patterns of letter numbers, and series that go on whatever is done with them: no number twice, none lost."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop_app.domain.errors import AppError, MissingWords
from desktop_app.domain.indonesian import NBSP
from desktop_app.domain.letterbook import (
    LARGEST,
    NumberBook,
    NumberEntry,
    Use,
    blank_number,
    book_of,
    default_books,
    example,
    gaps,
    next_number,
    numbered,
    pattern_problem,
    pattern_remark,
    with_code,
)
from desktop_app.domain.letterbook_errors import BadNumber, NumberTaken, OtherYear
from desktop_app.domain.letters import LetterKind
from desktop_app.domain.number_remarks import refusal, remarks
from desktop_app.domain.number_series import (
    Item,
    Series,
    Stamp,
    ranges,
    redated,
    released,
    reserved,
    voided,
)
from desktop_app.domain.number_series import given as give

DAY = date(2026, 3, 5)
STAMP = Stamp(datetime(2026, 3, 5, 8, 0), "petugas")
BOOK = NumberBook(key="dinas", name="Buku dinas", pattern="500.15.14/{nomor}/{kode}/{tahun}", code="DISNAKER")
EMPTY = Series(book=BOOK, year=2026)
LETTER = Item(subject="Imbauan", addressee="PT Contoh", letter_id=1)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("500.15.14/{nomor}/{kode}/{tahun}", "500.15.14/42/DISNAKER/2026"),
        ("500.15.14/{nomor}/DISNAKER/{bulan_romawi}/{tahun}", "500.15.14/42/DISNAKER/III/2026"),
        ("500.15.14.2/{nomor:3}/{kode}/{bulan}/{tahun}", "500.15.14.2/042/DISNAKER/03/2026"),
        ("500.15.16/{nomor}", "500.15.16/42"),
        ("{nomor} TAHUN {tahun}", "42 TAHUN 2026"),
        ("{nomor:1}", "42"),
        ("{nomor:6}", "000042"),
    ],
)
def test_a_pattern_becomes_a_number(pattern: str, written: str) -> None:
    assert pattern_problem(pattern) == ""
    assert numbered(replace(BOOK, pattern=pattern), 42, DAY) == written
    assert example(replace(BOOK, pattern=pattern), DAY) == written


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("", "Pola nomor belum diisi"),
        ("500.15.14/DISNAKER/{tahun}", "Pola harus memuat {nomor}"),
        ("{nomor}/{bidang}/{thn}", "{bidang}, {thn} tidak dikenal"),
        ("{nomor:9}", "{nomor:9} tidak dikenal"),
        ("{nomor}/{}", "{} tidak dikenal"),
        ("{nomor}/{tahun", "kurung kurawal yang tidak berpasangan"),
        ("nomor}", "kurung kurawal yang tidak berpasangan"),
        ("{nomor}\n", "dalam satu baris"),
        ("{nomor}" + "x" * 120, "paling panjang 120"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_said(pattern: str, why: str) -> None:
    assert why in pattern_problem(pattern)
    assert example(replace(BOOK, pattern=pattern), DAY) == ""


@given(st.text(alphabet="{}nomrtahukde_:3/ .A", max_size=40))
def test_a_pattern_without_a_problem_always_gives_a_number(pattern: str) -> None:
    book = replace(BOOK, pattern=pattern)
    if not pattern_problem(pattern):
        first, second = numbered(book, 41, DAY), numbered(book, 42, DAY)
        assert "{" not in first + second
        assert first != second


def test_a_pattern_without_a_year_repeats_itself() -> None:
    assert "tahun berikutnya" in pattern_remark("500.15.16/{nomor}")
    assert pattern_remark(BOOK.pattern) == pattern_remark("") == ""


def test_a_draft_has_room_for_its_number_and_month() -> None:
    roman = replace(BOOK, pattern="500/{nomor:3}/{bulan_romawi}/{tahun}")
    assert blank_number(BOOK, 2026) == f"500.15.14/{NBSP * 14}/DISNAKER/2026"
    assert blank_number(roman, 2026) == f"500/{NBSP * 14}/{NBSP * 5}/2026"
    assert blank_number(roman, 2026, date(2026, 11, 2)) == f"500/{NBSP * 14}/XI/2026"
    assert blank_number(replace(BOOK, pattern="{nomor} TAHUN {tahun}"), 2026) == f"{NBSP * 14}{NBSP}TAHUN{NBSP}2026"


def test_every_kind_has_one_of_the_first_books() -> None:
    books = default_books()
    assert sorted(kind for book in books for kind in book.kinds) == sorted(kind.value for kind in LetterKind)
    for kind, key in (("imbauan", "dinas"), ("nota-dinas", "dinas"), ("se-bupati", "setda"), ("se-sekda", "setda")):
        found = book_of(books, kind)
        assert found is not None
        assert found.key == key
    assert book_of(books, "lain") is None
    assert with_code(books[0], "NAKER").code == "NAKER"
    assert with_code(books[1], "NAKER").code == "SETDA"


@given(st.lists(st.integers(1, 200)), st.integers(1, 50))
def test_gaps_are_what_is_missing_below_the_highest(taken: list[int], first: int) -> None:
    within = [number for number in taken if number >= first]
    missing = {number for start, end in gaps(within, first) for number in range(start, end + 1)}
    assert missing == set(range(first, max(within, default=0) + 1)) - set(within)
    assert next_number(within, first) == max(within, default=first - 1) + 1
    spread = ranges(within)
    assert {number for start, end in spread for number in range(start, end + 1)} == set(within)
    assert all(later[0] > earlier[1] + 1 for earlier, later in pairwise(spread))


def test_a_series_of_others_has_no_gaps() -> None:
    setda = Series(book=replace(BOOK, keeper="Bagian Umum Setda"), year=2026)
    series = setda.changed(give(setda, [LETTER], DAY, STAMP, 1091))
    assert (series.gaps, series.next) == ([], 1092)


def test_a_number_of_another_year_is_refused() -> None:
    with pytest.raises(OtherYear):
        give(EMPTY, [LETTER], date(2027, 1, 1), STAMP)
    [entry] = give(EMPTY, [LETTER], DAY, STAMP)
    with pytest.raises(OtherYear):
        redated(EMPTY, entry, date(2025, 12, 31))


@pytest.mark.parametrize(
    ("first", "last"), [(0, 3), (-2, 1), (5, 4), (LARGEST, LARGEST + 1), (1, 5_001)]
)  # fmt: skip
def test_ranges_that_cannot_be_are_refused(first: int, last: int) -> None:
    with pytest.raises(BadNumber):
        reserved(EMPTY, first, last, "SE", STAMP)


def test_what_is_void_says_why_and_only_once() -> None:
    [entry] = give(EMPTY, [LETTER], DAY, STAMP)
    [waiting] = reserved(EMPTY, 9, 9, "SE", STAMP)
    with pytest.raises(MissingWords):
        voided(entry, "  ")
    for wrong in (voided(entry, "Salah alamat"), waiting):
        with pytest.raises(BadNumber):
            voided(wrong, "lagi")


def test_a_clerk_is_told_what_a_number_means() -> None:
    series = EMPTY.changed(give(EMPTY, [LETTER], date(2026, 5, 1), STAMP)).changed(reserved(EMPTY, 7, 8, "SE", STAMP))
    assert remarks(series, date(2026, 5, 2), 9) == []
    assert remarks(series, date(2026, 5, 2), 12) == ["Nomor 9–11 akan tercatat sebagai celah."]
    assert remarks(series, DAY, 7, 2, date(2026, 3, 1)) == [
        "Nomor 7–8 diambil dari cadangan untuk SE.",
        "Di buku ini sudah ada surat bertanggal 1 Mei 2026, lebih baru daripada surat ini.",
        "Tanggal surat 5 Maret 2026 belum tiba.",
    ]
    assert refusal(series, 7, 3) == ""
    assert refusal(series, 0) == "Buku ini mulai dari nomor 1."
    assert refusal(series, 1) == "Nomor 1 sudah dipakai oleh surat “Imbauan” kepada PT Contoh."


NUMBERS, YEARS = st.integers(-1, 40), st.sampled_from([2025, 2026, 2027])


class Books(RuleBasedStateMachine):
    """One book over several years; beside it the plain record of who was ever given what, and of what waits."""

    def __init__(self) -> None:
        super().__init__()
        self.series = {year: Series(book=replace(BOOK, first=3), year=year) for year in (2025, 2026, 2027)}
        self.issued: dict[tuple[int, int], NumberEntry] = {}
        self.waiting: set[tuple[int, int]] = set()
        self.letters = 0

    @rule(year=YEARS, count=st.integers(1, 4), number=st.none() | NUMBERS, paper=st.booleans())
    def issue(self, year: int, count: int, number: int | None, paper: bool) -> None:
        items = [Item(subject="Surat", letter_id=None if paper else self.letters + place) for place in range(count)]
        expected = self.series[year].next if number is None else number
        before = dict(self.series[year].entries)
        try:
            entries = give(self.series[year], items, date(year, 6, 1), STAMP, number)
        except (NumberTaken, BadNumber):
            wanted = range(expected, expected + count)
            assert number is not None
            assert expected < 3 or any((year, one) in self.issued for one in wanted)
            assert self.series[year].entries == before
            return
        assert [entry.number for entry in entries] == list(range(expected, expected + count))
        self.letters += count
        for entry in entries:
            assert (year, entry.number) not in self.issued
            self.issued[year, entry.number] = entry
            self.waiting.discard((year, entry.number))
        self.series[year] = self.series[year].changed(entries)

    @rule(year=YEARS, first=NUMBERS, length=st.integers(0, 6))
    def keep_for_later(self, year: int, first: int, length: int) -> None:
        try:
            entries = reserved(self.series[year], first, first + length - 1, "SE", STAMP)
        except (NumberTaken, BadNumber):
            return
        for entry in entries:
            place = (year, entry.number)
            assert place not in self.issued
            assert place not in self.waiting
            self.waiting.add(place)
        self.series[year] = self.series[year].changed(entries)

    @rule(year=YEARS, first=NUMBERS, length=st.integers(0, 6))
    def let_go(self, year: int, first: int, length: int) -> None:
        wanted = {(year, number) for number in range(first, first + length)} & self.waiting
        try:
            gone = released(self.series[year], first, first + length - 1)
        except BadNumber:
            assert not wanted
            return
        assert {(year, number) for number in gone} == wanted
        self.waiting -= wanted
        self.series[year] = self.series[year].without(gone)

    @rule(year=YEARS, number=NUMBERS, reason=st.sampled_from(["", "Salah alamat"]))
    def void(self, year: int, number: int, reason: str) -> None:
        entry = self.series[year].entries.get(number)
        if entry is None:
            return
        try:
            changed = voided(entry, reason)
        except AppError:
            assert not reason or entry.void or entry.use is Use.CADANGAN
            return
        self.issued[year, number] = changed
        self.series[year] = self.series[year].changed([changed])

    @rule(year=YEARS, number=NUMBERS, other=YEARS)
    def change_the_date(self, year: int, number: int, other: int) -> None:
        entry = self.series[year].entries.get(number)
        if entry is None or entry.use is Use.CADANGAN:
            return
        try:
            changed = redated(self.series[year], entry, date(other, 9, 9))
        except OtherYear:
            assert other != year
            return
        assert (other, changed.number) == (year, number)
        self.issued[year, number] = changed
        self.series[year] = self.series[year].changed([changed])

    @invariant()
    def no_number_is_lost_or_given_twice(self) -> None:
        present = {(year, number): entry for year, one in self.series.items() for number, entry in one.entries.items()}
        assert {place for place, entry in present.items() if entry.use is Use.CADANGAN} == self.waiting
        assert {place: entry for place, entry in present.items() if entry.use is not Use.CADANGAN} == self.issued
        texts = [entry.text for entry in self.issued.values()]
        assert len(set(texts)) == len(texts)
        letters = [entry.letter_id for entry in self.issued.values() if entry.letter_id is not None]
        assert len(set(letters)) == len(letters)

    @invariant()
    def gaps_are_what_nobody_has(self) -> None:
        for series in self.series.values():
            missing = _all(series.gaps)
            assert missing.isdisjoint(series.entries)
            assert missing | set(series.entries) == set(range(3, series.next))
            assert _all(series.reserved) == {n for n, entry in series.entries.items() if entry.use is Use.CADANGAN}


def _all(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {number for first, last in spans for number in range(first, last + 1)}


TestBooks = Books.TestCase
TestBooks.settings = settings(max_examples=120, stateful_step_count=30, deadline=None)
