"""Imports add up, replace and are taken back in any order: what stands is what importing only the rest would give."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.segments import Segment
from desktop_app.store import figures, imports, listed
from desktop_app.store.models import ListedCountRow, ListedFlowRow, ParticipationRow
from desktop_app.store.people import known_people
from tests.store.desk import MONTHS, WORKBOOKS, Came, Desk, desks


def kept(session: Session) -> dict[str, object]:
    """The figures as they are kept."""
    return {
        table.__tablename__: [
            tuple(row) for row in session.execute(select(table.__table__).order_by(*table.__table__.primary_key))
        ]
        for table in (ListedCountRow, ListedFlowRow)
    }


def state(desk: Desk) -> dict[str, object]:
    """All that figures and lists are made from, without the numbers that the database gives out."""
    with desk.sessions() as session:
        known = {record.id: record.file for record in imports.list_imports(session)}
        rows = session.scalars(select(ParticipationRow)).all()
        niks = session.scalars(select(ParticipationRow.nik).distinct().order_by(ParticipationRow.nik)).all()
        return {
            "people": known_people(session, niks),
            "rows": {(known[r.import_id], r.row, r.nik, r.region, r.segment, r.active) for r in rows},
            "recaps": [(f.region, f.people, f.origin.file) for f in figures.recap_facts(session)],
            "bases": [(b.name, b.workers, b.notes) for b in figures.worker_bases(session)],
            "targets": [(t.year, t.share) for t in figures.targets(session)],
            "listed": listed.listed_people(session),
            "kept": kept(session),
            "states": {
                r.file: (r.state, r.replaced_by and known[r.replaced_by])
                for r in imports.list_imports(session) if r.state != "diurungkan"
            },
        }  # fmt: skip


@given(workbooks=WORKBOOKS, data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_order_of_imports_and_undos_leaves_what_importing_the_rest_would(
    template: Path, workbooks: list[Came], data: st.DataObject
) -> None:
    places = range(len(workbooks))
    steps = data.draw(st.permutations(places)) + data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=4))
    with desks(template, workbooks, 2) as (worked, plain):
        for place in steps:
            if place in worked.standing:
                worked.take_back(place)
            else:
                worked.bring(place)
        # A workbook that came again after it was taken back counts from its last coming; who names it as replaced
        # named the import of then. Only what stands is imported here, in that order.
        named = {
            place: {older for older in workbooks[place].replaces if _named(worked, place, older)}
            for place in worked.standing
        }
        plain.workbooks = [
            Came(came.table, came.sender, came.complete, frozenset(named.get(place, ())))
            for place, came in enumerate(workbooks)
        ]
        for place in worked.standing:
            plain.bring(place)
        assert state(worked) == state(plain)


def _named(desk: Desk, place: int, older: int) -> bool:
    """Whether the import of `place` that stands names the import of `older` that stands."""
    return older in desk.standing and desk.standing[older] < desk.standing[place]


@given(workbooks=WORKBOOKS)
@settings(max_examples=40, deadline=None)
def test_a_figure_and_its_list_agree_and_can_be_made_again(template: Path, workbooks: list[Came]) -> None:
    with desks(template, workbooks, 1) as [desk]:
        for place in range(len(workbooks)):
            desk.bring(place)
        with desk.sessions.rehearse() as session:
            before = kept(session)
            for figure in listed.listed_people(session):
                key = (figure.region, figure.period, figure.sample)
                rows = listed.people(session, *key, 0, 100)
                assert len({row.nik for row in rows}) == len(rows)
                assert len(rows) == listed.count_people(session, *key) == figure.people
                for segment in Segment:
                    assert sum(segment in row.segments for row in rows) == figure.by_segment.get(segment, 0)
            listed.count_again(session, MONTHS)
            assert kept(session) == before
