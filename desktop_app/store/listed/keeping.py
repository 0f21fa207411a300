"""Keeps the figures of lists: made anew for the months in which something changed."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from desktop_app.domain.breakdowns import Dimension, split_segments
from desktop_app.domain.facts import ImportState
from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import SheetKind
from desktop_app.store.listed.counted_rows import counted, read_rows
from desktop_app.store.listed.counts import counts_of
from desktop_app.store.listed.flow_counts import IN_SECTOR, Stays, Tally, moves, read_stays, stays_of
from desktop_app.store.listed.parts import settled
from desktop_app.store.models import ListedCountRow, ListedFlowRow, ParticipationRow, SheetImportRow
from desktop_app.store.rows import insert_rows

_COUNT = ("period", "sample", "dimension", "region", "part", "people")
_FLOW = (
    "period", "sample", "sector", "region", "earlier", "before", "joined", "moved_in", "lapsed", "moved_out", "after",
)  # fmt: skip
_SAMPLES = (False, True)
_LATER = "months to count at the end"


def count_again(session: Session, periods: Iterable[date]) -> None:
    """Make the figures of these months anew from their rows, and what lies between them and the months beside them."""
    if (later := session.info.get(_LATER)) is not None:
        later.update(periods)
        return
    wanted = sorted(set(periods))
    if not wanted:
        return
    session.execute(delete(ListedCountRow).where(ListedCountRow.period.in_(wanted)))
    for sample in _SAMPLES:
        _Months(session, sample).make(wanted)


@contextmanager
def counted_at_end(session: Session) -> Iterator[None]:
    """Inside, `count_again` waits for the end: a workbook of thirty tables is counted once, and not thirty times."""
    later: set[date] = set()
    session.info[_LATER] = later
    try:
        yield
    finally:
        del session.info[_LATER]
    count_again(session, later)


def count_missing(session: Session) -> None:
    """Make the figures of months that have counted people and none."""
    count_again(session, missing_months(session))


def missing_months(session: Session) -> list[date]:
    """Months whose figures are not made yet: after the tables for them have changed."""
    row = SheetImportRow
    known = exists().where(ListedCountRow.period == row.period, ListedCountRow.sample == row.sample)
    query = select(row.period, row.sample).where(*_LISTS, row.period.is_not(None), ~known).distinct()
    return sorted({
        period for period, sample in session.execute(query)
        if period and session.scalar(counted(period, sample, ParticipationRow.nik).limit(1)) is not None
    })  # fmt: skip


_LISTS = (SheetImportRow.state == ImportState.STORED, SheetImportRow.kind == SheetKind.PESERTA)


class _Months:
    """The months with lists, invented people or others, and what was read of them last."""

    def __init__(self, session: Session, sample: bool) -> None:
        self._session, self._sample = session, sample
        query = select(SheetImportRow.period).where(*_LISTS, SheetImportRow.sample.is_(sample)).distinct()
        self._all = sorted(period for period in session.scalars(query) if period is not None)
        self._read: dict[date, Stays] = {}

    def make(self, wanted: Sequence[date]) -> None:
        """Figures of the wanted months; comings and goings of these and of the month after each."""
        following = [min(later) for month in wanted if (later := [each for each in self._all if each > month])]
        for month in sorted({*wanted, *following}):
            if month in wanted and month in self._all:
                self._count(month)
            self._flow(month)

    def _count(self, month: date) -> None:
        rows = settled(read_rows(self._session, month, self._sample))
        self._read[month] = stays_of(rows)
        values = [(month, self._sample, *count) for count in counts_of(rows)]
        insert_rows(self._session, ListedCountRow, _COUNT, values)

    def _flow(self, month: date) -> None:
        row = ListedFlowRow
        self._session.execute(delete(row).where(row.period == month, row.sample.is_(self._sample)))
        earlier = max((each for each in self._all if each < month), default=None)
        if month not in self._all or earlier is None:
            return
        before, after = (self._people(each) for each in (earlier, month))
        gone = moves(self._stays(earlier), self._stays(month))
        values = [
            (month, self._sample, sector.value, region, earlier, before.get(key, 0),
             *(tally.get(key, 0) for tally in gone), after.get(key, 0))
            for key in sorted(before.keys() | after.keys()) for sector, region in (key,)
        ]  # fmt: skip
        insert_rows(self._session, row, _FLOW, values)
        self._read = {month: self._read[month]}

    def _stays(self, month: date) -> Stays:
        if month not in self._read:
            self._read[month] = read_stays(self._session, month, self._sample)
        return self._read[month]

    def _people(self, month: date) -> Tally:
        """The kept figures by sector and region."""
        row = ListedCountRow
        query = select(row.region, row.part, row.people).where(
            row.period == month, row.sample.is_(self._sample), row.dimension == Dimension.SEGMEN
        )
        found: Tally = {}
        for region, part, people in self._session.execute(query):
            segments = split_segments(part)
            for sector in (sector for sector in Sector if segments & IN_SECTOR[sector]):
                found[sector, region] = found.get((sector, region), 0) + people
        return found
