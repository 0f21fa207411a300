"""Imports add up, replace and are taken back: what stands is always what importing only the rest would give."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportState
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import Participant, Table
from desktop_app.store import listed
from desktop_app.store.database import Sessions
from desktop_app.store.figures import recap_facts
from desktop_app.store.imports import list_imports, preview_table, store_table, undo_import
from desktop_app.store.models import PersonRow
from tests.store.conftest import JANUARY, VILLAGES, arrival, fresh, people_table, person, recap_table


@dataclass(frozen=True)
class Came:
    table: Table
    sender: str
    complete: bool


def participants() -> st.SearchStrategy[list[Participant]]:
    row = st.tuples(
        st.integers(1, 6), st.sampled_from(["Ni Wayan Rekaan", "I Made Contoh", "I Nyoman Uji"]),
        st.sampled_from([*VILLAGES, None]), st.sampled_from([Segment.PU, Segment.BPU]),
    )  # fmt: skip
    return st.lists(row, min_size=1, max_size=6).map(
        lambda rows: [person(place, *values) for place, values in enumerate(rows, start=2)]
    )


def tables() -> st.SearchStrategy[Table]:
    recaps = st.dictionaries(st.sampled_from(["51", "51.05", "51.07"]), st.integers(0, 9999), min_size=1)
    return st.one_of(participants().map(people_table), recaps.map(recap_table))


arrivals = st.lists(st.builds(Came, tables(), st.sampled_from(["", "Cabang", "Desa"]), st.booleans()), max_size=6)


def store(session: Session, number: int, came: Came) -> int:
    how = arrival(number, came.table, sender=came.sender, complete=came.complete)
    preview = preview_table(session, came.table, how)
    stored = store_table(session, came.table, how)
    assert preview.counts == stored.counts
    assert stored.import_id is not None
    return stored.import_id


def state(sessions: Sessions) -> dict[str, object]:
    """All that the figures and lists are made from, without the numbers that the database gives out."""
    with sessions() as session:
        people = session.execute(select(PersonRow.nik, PersonRow.name, PersonRow.sex).order_by(PersonRow.nik)).all()
        facts = [(fact.region, fact.people, fact.origin.file) for fact in recap_facts(session)]
        standing = sorted(r.file for r in list_imports(session) if r.state == ImportState.STORED)
        return {
            "people": [tuple(row) for row in people], "facts": facts, "standing": standing,
            "listed": listed.listed_people(session),
        }  # fmt: skip


@given(came=arrivals, data=st.data())
@settings(max_examples=60, deadline=None)
def test_an_undo_leaves_what_never_importing_would(came: Sequence[Came], data: st.DataObject) -> None:
    undone = data.draw(st.sets(st.sampled_from(range(len(came)))) if came else st.just(set[int]()))
    order = data.draw(st.permutations(sorted(undone)))
    with tempfile.TemporaryDirectory() as folder:
        first, second = fresh(Path(folder) / "a.db"), fresh(Path(folder) / "b.db")
        try:
            with first.begin() as session:
                ids = [store(session, number, one) for number, one in enumerate(came)]
                for place in order:
                    undo_import(session, ids[place])
            with second.begin() as session:
                for number, one in enumerate(came):
                    if number not in undone:
                        store(session, number, one)
            assert state(first) == state(second)
        finally:
            first.close()
            second.close()


@given(came=arrivals)
@settings(max_examples=40, deadline=None)
def test_a_figure_and_its_list_agree_and_can_be_made_again(came: Sequence[Came]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sessions = fresh(Path(folder) / "a.db")
        try:
            with sessions.begin() as session:
                for number, one in enumerate(came):
                    store(session, number, one)
                kept = listed.listed_people(session)
                for figure in kept:
                    rows = listed.people(session, figure.region, figure.period, figure.sample, 0, 100)
                    assert len(rows) == len({row.nik for row in rows}) == figure.people
                    assert listed.count_people(session, figure.region, figure.period, figure.sample) == figure.people
                listed.count_again(session, [JANUARY])
                assert listed.listed_people(session) == kept
        finally:
            sessions.close()


def test_a_complete_list_takes_the_place_of_the_older_and_gives_it_back(sessions: Sessions) -> None:
    older = people_table([person(2, 1, "Ni Luh Rekaan", VILLAGES[0]), person(3, 2, "I Ketut Contoh", VILLAGES[1])])
    newer = people_table([person(2, 1, "Ni Luh Rekaan", VILLAGES[0]), person(3, 3, "I Gede Uji", VILLAGES[2])])
    with sessions.begin() as session:
        store_table(session, older, arrival(1, older))
        taken = store_table(session, newer, arrival(2, newer, complete=True))
    assert [record.file for record in taken.replaced] == ["1.xlsx"]
    with sessions.begin() as session:
        assert [(r.file, r.state) for r in list_imports(session)] == [("2.xlsx", "tersimpan"), ("1.xlsx", "digantikan")]
        assert {p.people for p in listed.listed_people(session) if p.region == "51.05"} == {2}
        assert taken.import_id is not None
        undo_import(session, taken.import_id)
    with sessions() as session:
        assert [(r.file, r.state) for r in list_imports(session)] == [("2.xlsx", "diurungkan"), ("1.xlsx", "tersimpan")]


def test_two_partial_lists_never_take_each_others_people(sessions: Sessions) -> None:
    with sessions.begin() as session:
        for number, nik in ((1, 1), (2, 2)):
            table = people_table([person(2, nik, "Orang Rekaan", VILLAGES[0])])
            store_table(session, table, arrival(number, table))
    with sessions() as session:
        [klungkung] = [p for p in listed.listed_people(session) if p.region == "51.05"]
    assert klungkung.people == 2


def test_a_person_in_two_segments_counts_once(sessions: Sessions) -> None:
    table = people_table([
        person(2, 1, "Ni Luh Rekaan", VILLAGES[0], Segment.PU), person(3, 1, "Ni Luh Rekaan", VILLAGES[0], Segment.BPU),
    ])  # fmt: skip
    with sessions.begin() as session:
        store_table(session, table, arrival(1, table))
        [klungkung] = [p for p in listed.listed_people(session) if p.region == "51.05"]
    assert klungkung.people == 1
    assert klungkung.by_segment == {Segment.PU: 1, Segment.BPU: 1}
