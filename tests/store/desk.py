"""Workbooks drawn at random, and a desk that imports them and takes them back; the people in them are invented."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from desktop_app.domain.segments import Benefit, Segment
from desktop_app.domain.sheets import Participant, Table
from desktop_app.store import imports
from desktop_app.store.database import Sessions, open_database
from tests.store.builders import (
    BUNGA_MEKAR,
    FEBRUARY,
    JANUARY,
    KAJA,
    NIK_1,
    NIK_2,
    NIK_3,
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
MONTHS = (JANUARY, FEBRUARY, date(2026, 3, 31))


@dataclass(frozen=True)
class Came:
    """A workbook with one table; `replaces` are places in the list of workbooks."""

    table: Table
    sender: str
    complete: bool
    replaces: frozenset[int]


def participants() -> st.SearchStrategy[Table]:
    row = st.tuples(
        st.sampled_from([NIK_1, NIK_2, NIK_3]), st.sampled_from(["", "Ni Contoh", "I Contoh"]),
        st.sampled_from([None, date(1990, 1, 1), date(2011, 2, 28)]), st.sampled_from(["", "P", "L"]),
        st.sampled_from(["", "00012345678"]), st.sampled_from([Segment.PU, Segment.BPU, Segment.JAKON]),
        st.sampled_from([*PLACES, "51.05", None]), st.frozensets(st.sampled_from([Benefit.JKK, Benefit.JKM])),
        st.sampled_from(["", "PT Contoh", "PT Rekaan"]), st.sampled_from([True, True, True, False]),
        st.sampled_from(["", "APBD", "CSR"]),
    )  # fmt: skip
    return st.builds(
        lambda rows, period, parked, sample: people(
            *(
                Participant(
                    place, nik, name, born, sex, kpj, segment, region, benefits, "", company, active, fund=fund
                )
                for place, (nik, name, born, sex, kpj, segment, region, benefits, company, active, fund)
                in enumerate(rows, 5)
            ),
            period=period, parked=parked, sample=sample,
        ),
        st.lists(row, min_size=1, max_size=4), st.sampled_from(MONTHS), st.integers(0, 1),
        st.sampled_from([False, False, True]),
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
