"""Measures the dashboard against the rows it stands on: `python -m build.bench_coverage 1000000 5000000 --folder FOLDER`.

For each number of participations: a store of twelve months and the 716 villages of Bali is filled with invented people
(once; with --folder it is kept for the next run), and counted as at commit. Then the dashboard's answer for the province,
with its parts of level 2, 3 and 4, stands beside the very same answer whose people are counted from the rows: it must
take at most 20 ms, and at most 2 % of that. At last the page Cakupan on this store, see `build.bench_page`.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import text
from sqlalchemy.orm import Session

from build.bench_page import page_lines
from build.bench_store import MONTHS, PROVINCE, fill
from desktop_app.domain.facts import ListedPeople
from desktop_app.domain.segments import Sector, Segment
from desktop_app.operations.breakdowns import breakdowns
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.operations.explain_change import explain_change
from desktop_app.operations.workspace import Workspace, open_workspace
from desktop_app.store import listed
from desktop_app.store.listed.figures import _listed
from desktop_app.store.listed.sheets import Sheets

MOST_MS, MOST_SHARE = 20.0, 0.02
_RUNS = 15
_LEVELS = (2, 3, 4)

_STANDING = "SELECT id FROM sheet_import WHERE kind = 'peserta' AND state = 'tersimpan' AND NOT sample"
_PEOPLE = f"""
SELECT region, in_pu, in_bpu, in_jakon, count(*) FROM (
    SELECT substr(region, 1, :length) AS region, nik, max(segment = 'PU') AS in_pu, max(segment = 'BPU') AS in_bpu,
        max(segment = 'JAKON') AS in_jakon
    FROM participation WHERE import_id IN ({_STANDING} AND period = :period) AND active AND region IS NOT NULL
    GROUP BY substr(region, 1, :length), nik
) AS person GROUP BY 1, 2, 3, 4
"""
"""People of all regions whose code has so many characters, in one month, by the segments that they are in."""

_BY_SEX = f"""
SELECT sex, count(DISTINCT nik) FROM participation
WHERE import_id IN ({_STANDING} AND period = :period) AND active AND region IS NOT NULL GROUP BY sex
"""


@dataclass(frozen=True, slots=True)
class Line:
    """Milliseconds of an answer, the best and the middle of some runs, and of the same from the rows."""

    name: str
    best: float
    middle: float
    rows: float | None = None

    def text(self) -> str:
        said = f"{self.name:<34} {self.best:>8.1f} {self.middle:>8.1f}"
        share = None if self.rows is None else self.middle / self.rows
        said += " " * 19 if self.rows is None or share is None else f" {self.rows:>9.0f} {100 * share:>6.2f} %"
        kept = self.middle <= MOST_MS and (share is None or share <= MOST_SHARE)
        return f"{said}  {'holds' if kept else 'DOES NOT HOLD'}"


def measured(work: Callable[[], object], runs: int = _RUNS) -> list[float]:
    """Milliseconds of processor time of each run, the shortest first; one run before is not counted.

    What else runs on the computer does not count: all is one thread, and what it reads lies in memory by then. Garbage
    is collected between the runs, as the application does it.
    """
    if runs > 1:
        work()
    found = []
    for _ in range(runs):
        gc.collect()
        started = time.process_time()
        work()
        found.append(1000 * (time.process_time() - started))
    return sorted(found)


def lines(workspace: Workspace) -> Iterator[Line]:
    last, before = MONTHS[-1], MONTHS[-2]
    for level in _LEVELS:
        query = CoverageQuery(region=PROVINCE, period=last, level=level)
        rows = _from_rows_ms(workspace, query)
        for sector in (Sector.SEMUA, Sector.FORMAL):
            asked = CoverageQuery(region=PROVINCE, period=last, level=level, sector=sector)
            yield _line(f"coverage, level {level}, {sector.value}", partial(coverage, workspace, asked), rows)
    parts = partial(breakdowns, workspace, PROVINCE, last)
    yield _line("breakdowns (rows: sex alone)", parts, _rows_ms(workspace, _BY_SEX, period=last))
    change = partial(explain_change, workspace, CoverageQuery(region=PROVINCE, period=last), before)
    yield _line("explain_change", change)


def _line(name: str, work: Callable[[], object], rows: float | None = None) -> Line:
    runs = measured(work)
    return Line(name, runs[0], runs[len(runs) // 2], rows)


def _from_rows_ms(workspace: Workspace, query: CoverageQuery) -> float:
    """The answer as it would be without stored counts; its figures are the same."""
    found = []
    with patch.object(listed, "listed_people", _people_from_rows):
        taken = measured(lambda: found.append(coverage(workspace, query).table), runs=1)[0]
    stored = coverage(workspace, query).table
    assert [row.share for row in found[0].rows] == [row.share for row in stored.rows]
    assert found[0].whole.active == stored.whole.active
    return taken


def _people_from_rows(
    session: Session, codes: Collection[str], periods: Collection[date], sheets: Sheets, *, memberships: bool = True
) -> list[ListedPeople]:
    """As `listed.listed_people`, counted from the rows; without memberships, which would take longer still."""
    together: dict[tuple[date, bool, str], dict[frozenset[Segment], int]] = {}
    for period in sorted(periods):
        for length in sorted({len(code) for code in codes}):
            rows = session.execute(text(_PEOPLE), {"period": period.isoformat(), "length": length})
            for region, in_pu, in_bpu, in_jakon, people in rows:
                has = ((Segment.PU, in_pu), (Segment.BPU, in_bpu), (Segment.JAKON, in_jakon))
                segments = frozenset(segment for segment, inside in has if inside)
                together.setdefault((period, False, region), {})[segments] = people
    return [_listed(key, together[key], {}, sheets) for key in sorted(together) if key[2] in codes]


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
        print(f"{'milliseconds':<34} {'best':>8} {'middle':>8} {'rows':>9} {'share':>8}")
        for line in lines(workspace):
            print(line.text(), flush=True)
        for shown in page_lines(workspace):
            print(shown.text(), flush=True)
        print(f"count_again for one month: {count_again_ms(workspace) / 1000:.2f} s")
    finally:
        workspace.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="+")
    parser.add_argument("--folder", type=Path, help="where the filled stores are kept between runs")
    arguments = parser.parse_args()
    gc.disable()
    gc.freeze()
    with tempfile.TemporaryDirectory() as scratch:
        for rows in arguments.rows:
            _report(rows, (arguments.folder or Path(scratch)) / str(rows))


if __name__ == "__main__":
    main()
