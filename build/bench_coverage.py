"""Measures the dashboard against the rows it stands on: `python -m build.bench_coverage 1000000 5000000 --folder FOLDER`.

For each number of participations: a store of twelve months and the 716 villages of Bali is filled with invented people
(once; with --folder it is kept for the next run), and counted as at commit. Then the dashboard's query for the province,
with its parts of level 2, 3 and 4, stands beside the same figures taken from the rows by SQL: the whole answer must take
at most 20 ms, its query at most 2 % of theirs.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import text

from build.bench_store import MONTHS, PROVINCE, fill
from desktop_app.domain.segments import Sector
from desktop_app.operations.breakdowns import breakdowns
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.operations.explain_change import explain_change
from desktop_app.operations.workspace import Workspace, open_workspace
from desktop_app.store import listed, regions

MOST_MS, MOST_SHARE = 20.0, 0.02
_RUNS = 9
_LENGTHS = {2: 5, 3: 8, 4: 13}
"""Characters of a region's code by level."""

_STANDING = "SELECT id FROM sheet_import WHERE kind = 'peserta' AND state = 'tersimpan' AND NOT sample"
_PARTS = f"""
SELECT substr(region, 1, :length), in_pu, in_bpu, in_jakon, count(*) FROM (
    SELECT substr(region, 1, :length) AS region, nik, max(segment = 'PU') AS in_pu, max(segment = 'BPU') AS in_bpu,
        max(segment = 'JAKON') AS in_jakon
    FROM participation WHERE import_id IN ({_STANDING} AND period = :period) AND active AND region IS NOT NULL
    GROUP BY substr(region, 1, :length), nik
) AS person GROUP BY 1, 2, 3, 4
"""
"""The parts of the province in one month; the province itself likewise."""

_TREND = f"""
SELECT period, count(DISTINCT nik) FROM participation JOIN sheet_import ON id = import_id
WHERE import_id IN ({_STANDING}) AND active AND region IS NOT NULL GROUP BY period
"""
_BY_SEX = f"""
SELECT sex, count(DISTINCT nik) FROM participation
WHERE import_id IN ({_STANDING} AND period = :period) AND active AND region IS NOT NULL GROUP BY sex
"""


@dataclass(frozen=True, slots=True)
class Line:
    """Milliseconds of a whole answer (the best and the middle of some runs), of its figures' query alone, and of the

    same figures taken from the rows; the share is that of the query, since to make an answer of them takes as long.
    """

    name: str
    best: float
    middle: float
    query: float
    rows: float | None

    def text(self) -> str:
        said = f"{self.name:<34} {self.best:>8.1f} {self.middle:>8.1f} {self.query:>8.1f}"
        if self.rows is None:
            return said
        share = self.query / self.rows
        kept = self.best <= MOST_MS and share <= MOST_SHARE
        return f"{said} {self.rows:>9.0f} {100 * share:>6.2f} %  {'holds' if kept else 'DOES NOT HOLD'}"


def measured(work: Callable[[], object], runs: int = _RUNS) -> list[float]:
    """Milliseconds of processor time of each run, the shortest first; one run before is not counted.

    What else runs on the computer does not count: all is one thread, and what it reads lies in memory by then.
    """
    if runs > 1:
        work()
    found = []
    for _ in range(runs):
        started = time.process_time()
        work()
        found.append(1000 * (time.process_time() - started))
    return sorted(found)


def lines(workspace: Workspace) -> Iterator[Line]:
    last, before = MONTHS[-1], MONTHS[-2]
    trend = _rows_ms(workspace, _TREND)
    whole = _rows_ms(workspace, _PARTS, length=len(PROVINCE), period=last)
    for level, length in _LENGTHS.items():
        rows = trend + whole + _rows_ms(workspace, _PARTS, length=length, period=last)
        for sector in (Sector.SEMUA, Sector.FORMAL):
            query = CoverageQuery(region=PROVINCE, period=last, level=level, sector=sector)
            yield _line(
                f"coverage, level {level}, {sector.value}", partial(coverage, workspace, query),
                partial(_figures, workspace, level), rows,
            )  # fmt: skip
    parts = partial(breakdowns, workspace, PROVINCE, last)
    yield _line("breakdowns (rows: sex alone)", parts, parts, _rows_ms(workspace, _BY_SEX, period=last))
    change = partial(explain_change, workspace, CoverageQuery(region=PROVINCE, period=last), before)
    yield _line("explain_change", change, change, None)


def _figures(workspace: Workspace, level: int) -> None:
    """The query itself: the figures of the province and its parts in one month, and of the province in all months."""
    with workspace.sessions() as session:
        codes = [region.code for region in regions.below(session, PROVINCE, level)]
        listed.listed_people(session, [PROVINCE, *codes], MONTHS[-1:], memberships=False)
        listed.listed_people(session, [PROVINCE], MONTHS)


def _line(name: str, work: Callable[[], object], query: Callable[[], object], rows: float | None) -> Line:
    runs = measured(work)
    return Line(name, runs[0], runs[len(runs) // 2], measured(query)[0], rows)


def _rows_ms(workspace: Workspace, statement: str, **values: object) -> float:
    def ask() -> None:
        with workspace.sessions() as session:
            session.execute(text(statement), values).all()

    return measured(ask, runs=1)[0]


def count_again_ms(workspace: Workspace) -> float:
    """Counting the last month again, with its comings and goings; nothing is kept."""

    def count() -> None:
        with workspace.sessions.rehearse() as session:
            listed.count_again(session, [MONTHS[-1]])

    return measured(count, runs=1)[0]


def _report(rows: int, folder: Path) -> None:
    workspace = open_workspace(folder)
    try:
        started = time.perf_counter()
        made = fill(workspace, rows)
        if made:
            print(f"{rows:,} participations stored and counted in {time.perf_counter() - started:.0f} s")
        print(f"\n{rows:,} participations, 12 months, {rows // 12:,} a month")
        print(f"{'milliseconds':<34} {'best':>8} {'middle':>8} {'query':>8} {'rows':>9} {'share':>8}")
        for line in lines(workspace):
            print(line.text(), flush=True)
        print(f"count_again for one month: {count_again_ms(workspace) / 1000:.2f} s")
    finally:
        workspace.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="+")
    parser.add_argument("--folder", type=Path, help="where the filled stores are kept between runs")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for rows in arguments.rows:
            _report(rows, (arguments.folder or Path(scratch)) / str(rows))


if __name__ == "__main__":
    main()
