"""Imports add up, replace and are taken back in any order: what stands is what importing only the rest would give."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import Participant, Table
from desktop_app.store import figures, imports, listed
from desktop_app.store.database import Sessions, open_database
from desktop_app.store.models import ParticipationRow
from desktop_app.store.people import known_people
from tests.store.builders import (
    BUNGA_MEKAR,
    FEBRUARY,
    JANUARY,
    KAJA,
    NIK_1,
    NIK_2,
    SAKTI,
    SELAT,
    arrival,
    base,
    people,
    recap,
    store_table,
    target,
)

PLACES = (SAKTI, BUNGA_MEKAR, KAJA, SELAT)


@dataclass(frozen=True)
class Came:
    """A workbook with one table; `replaces` are places in the list of workbooks."""

    table: Table
    sender: str
    complete: bool
    replaces: frozenset[int]


def participants() -> st.SearchStrategy[Table]:
    row = st.tuples(
        st.sampled_from([NIK_1, NIK_2]), st.sampled_from(["", "Ni Contoh", "I Contoh"]),
        st.sampled_from([None, date(1990, 1, 1)]), st.sampled_from(["", "P"]), st.sampled_from(["", "00012345678"]),
        st.sampled_from([Segment.PU, Segment.BPU]), st.sampled_from([*PLACES, None]), st.booleans(),
    )  # fmt: skip
    return st.builds(
        lambda rows, period, parked, sample: people(
            *(
                Participant(place, nik, name, born, sex, kpj, segment, region, active=active)
                for place, (nik, name, born, sex, kpj, segment, region, active) in enumerate(rows, 5)
            ),
            period=period, parked=parked, sample=sample,
        ),
        st.lists(row, min_size=1, max_size=4), st.sampled_from([JANUARY, FEBRUARY]), st.integers(0, 1), st.booleans(),
    )  # fmt: skip


def tables() -> st.SearchStrategy[Table]:
    counts = st.dictionaries(st.sampled_from(["51", "51.05", "51.07"]), st.integers(0, 9), min_size=1)
    bases = st.builds(base, st.sampled_from(["UCJ", "BPS"]), counts, st.sampled_from(["", "sementara"]))
    targets = st.builds(lambda share, year: target(share, year=year), st.floats(0, 1), st.integers(2025, 2026))
    return st.one_of(participants(), participants(), participants(), counts.map(recap), bases, targets)


WORKBOOKS = st.lists(
    st.builds(
        Came, tables(), st.sampled_from(["", "Cabang", "Desa"]), st.booleans(), st.frozensets(st.integers(0, 4), max_size=1)
    ),
    min_size=2, max_size=5,
)  # fmt: skip


class Desk:
    """Imports workbooks by their place in a list, and takes them back."""

    def __init__(self, sessions: Sessions, workbooks: Sequence[Came]) -> None:
        self.sessions, self.workbooks = sessions, workbooks
        self.standing: dict[int, int] = {}

    def bring(self, place: int) -> None:
        came = self.workbooks[place]
        replaces = tuple(self.standing[older] for older in sorted(came.replaces) if older in self.standing)
        how = arrival(came.table, f"{place}.xlsx", sender=came.sender, complete=came.complete, replaces=replaces)
        with self.sessions.begin() as session:
            self.standing[place] = store_table(session, came.table, how).import_id

    def take_back(self, place: int) -> None:
        with self.sessions.begin() as session:
            imports.undo_import(session, self.standing.pop(place))


@contextmanager
def desks(template: Path, workbooks: Sequence[Came], count: int) -> Iterator[list[Desk]]:
    with ExitStack() as after:
        folder = Path(after.enter_context(tempfile.TemporaryDirectory()))
        opened = [open_database(Path(shutil.copy(template, folder / f"{number}.db"))) for number in range(count)]
        for sessions in opened:
            after.callback(sessions.close)
        yield [Desk(sessions, workbooks) for sessions in opened]


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
            kept = listed.listed_people(session)
            for figure in kept:
                key = (figure.region, figure.period, figure.sample)
                rows = listed.people(session, *key, 0, 100)
                assert len({row.nik for row in rows}) == len(rows)
                assert len(rows) == listed.count_people(session, *key) == figure.people
                for segment in Segment:
                    assert sum(segment in row.segments for row in rows) == figure.by_segment.get(segment, 0)
            listed.count_again(session, [JANUARY, FEBRUARY])
            assert listed.listed_people(session) == kept
