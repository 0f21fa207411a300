"""Where an import stops on its way, and when its counts do not hold any more."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.questions import TableAnswer
from desktop_app.domain.sheets import Counts, SheetKind
from desktop_app.operations.sender_memory import KnownLayout
from desktop_app.ui.pages.import_flow import Step, Work
from desktop_app.ui.pages.import_foot import act_of
from tests.ui.import_values import GRACE, SELAT, report, table, work

KNOWN = {"Maret!A4": KnownLayout(exact=True)}


def record(sender: str) -> ImportRecord:
    return ImportRecord(
        id=1, file="lama.xlsx", sha256="1", sheet="Februari", kind=SheetKind.PESERTA, period=date(2025, 2, 28),
        sender=sender, complete=False, sample=False, counts=Counts(new=3), imported_at=datetime(2025, 3, 2),
        imported_by="contoh", state="tersimpan",
    )  # fmt: skip


def stale(made: Work) -> bool:
    return made.must_check


def known(made: Work) -> Work:
    return replace(made, layouts=KNOWN)


@pytest.mark.parametrize(
    ("made", "stop"),
    [
        (work(), Step.COLUMNS),
        (known(work()), Step.PREVIEW),
        (replace(work(), layouts={"Maret!A4": KnownLayout(False, ("TGL",))}), Step.COLUMNS),
        (known(work(table(questions=(SELAT,)))), Step.QUESTIONS),
        (work(table(), table("April!A4")), Step.TABLES),
        (known(work(table(), hidden_rows=3)), Step.TABLES),
        (known(work(table(), hidden_sheets=("Arsip",))), Step.TABLES),
        (known(work(table(period=None))), Step.TABLES),
        (known(work(table(period=None, kind=SheetKind.TARGET))), Step.PREVIEW),
        (work(hidden_sheets=("Arsip",)), Step.TABLES),
    ],
)
def test_it_stops_only_where_the_clerk_is_needed(made: Work, stop: Step) -> None:
    assert made.landing() is stop


def test_a_workbook_that_is_stored_already_is_shown_at_once() -> None:
    made = work(table(questions=(SELAT,)), hidden_rows=3)
    made.take(replace(made.report, tables=tuple(replace(each, already=True) for each in made.report.tables)))
    assert made.landing() is Step.PREVIEW


def test_a_step_that_was_passed_does_not_stop_again_but_a_missing_month_does() -> None:
    made = work(table(period=None), hidden_rows=3)
    made.passed |= {Step.TABLES, Step.COLUMNS}
    assert made.landing() is Step.TABLES
    made.answer_table("Maret!A4", period=date(2025, 3, 31))
    assert made.landing() is Step.PREVIEW


def test_steps_without_anything_to_see_are_skipped_both_ways() -> None:
    made = work()
    assert (made.after(Step.COLUMNS), made.before(Step.COLUMNS)) == (Step.PREVIEW, Step.FILE)
    made = work(table(questions=(SELAT,)), table("April!A4"))
    assert (made.after(Step.COLUMNS), made.before(Step.COLUMNS)) == (Step.QUESTIONS, Step.TABLES)


def test_what_changes_the_reading_must_be_checked_and_what_does_not_need_not() -> None:
    made = work(table(questions=(SELAT,)))
    made.say(complete=True, replaces=(3,))
    made.say(sender="Pengirim baru")
    assert not stale(made)
    made.answer_question(SELAT, "51.03.06.2001")
    assert stale(made)
    made.answer_question(SELAT, None)
    assert not stale(made)
    made.answer_table("Maret!A4", columns={"E": "status"})
    assert stale(made)
    made.answer_table("Maret!A4", columns={})
    assert not stale(made)
    assert made.wanted.answers.tables == {}


def test_a_sender_that_has_taught_something_changes_the_reading() -> None:
    made = replace(work(), records=(record("Cabang"),))
    made.say(sender="Desa Baru")
    assert not stale(made)
    made.say(sender="Cabang")
    assert stale(made)


def test_a_question_of_two_tables_is_asked_once_and_stays_when_it_is_answered() -> None:
    made = work(table(questions=(SELAT, GRACE)), table("April!A4", questions=(replace(SELAT, rows=2),)))
    assert [(q.text, q.rows) for q in made.open_questions()] == [("Selat", 40), ("GRACE", 4)]
    made.answer_question(GRACE, "aktif")
    made.left.add(SELAT.key)
    assert made.open_questions() == []
    assert (dict(made.wanted.answers.places), dict(made.wanted.answers.values)) == ({}, {"status:grace": "aktif"})
    made.take(report(table()))
    assert set(made.asked) == {SELAT.key, GRACE.key}


def test_a_table_that_is_not_used_can_be_taken_in_again() -> None:
    made = work(table(), table("April!A4"))
    made.answer_table("April!A4", use=False)
    made.take(report(table()))
    assert list(made.tables) == ["Maret!A4", "April!A4"]
    assert made.answer("April!A4") == TableAnswer(use=False)
    assert made.has(Step.TABLES)


@pytest.mark.parametrize(
    ("made", "step", "words", "reason"),
    [
        (work(), Step.COLUMNS, "Lanjut ke pratinjau", ""),
        (work(table(questions=(SELAT,))), Step.COLUMNS, "Lanjut ke tempat dan nilai", ""),
        (work(), Step.PREVIEW, "Simpan 100\u00a0baris", ""),
        (work(table(period=None)), Step.TABLES, "Lanjut ke kolom", "Pilih bulan data lebih dulu."),
        (work(table(period=None)), Step.PREVIEW, "Simpan 100\u00a0baris", "Pilih bulan data lebih dulu."),
        (work(table(data_rows=0)), Step.PREVIEW, "Simpan", "Tidak ada baris yang dapat disimpan. Lihat alasannya di tabel."),
    ],
)  # fmt: skip
def test_the_button_names_the_next_act_or_says_why_not(made: Work, step: Step, words: str, reason: str) -> None:
    shown, _, why = act_of(made, step)
    assert (shown, why) == (words, reason)


def test_a_table_of_no_kind_is_not_stored_and_says_so() -> None:
    made = work(table(kind=SheetKind.LAIN, period=None))
    assert "bukan jenis yang disimpan" in act_of(made, Step.PREVIEW)[2]


def test_without_any_table_there_is_nothing_to_check() -> None:
    made = work()
    made.answer_table("Maret!A4", use=False)
    assert act_of(made, Step.TABLES)[2] == "Pilih sedikitnya satu tabel."
