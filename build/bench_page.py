"""Measures the page Cakupan on a filled store, in a window that nobody sees; `build.bench_coverage` calls it.

From an answer that has come to painted pixels (values of bars and map are made off the GUI thread, see `picture`), a
region selected and its figure taken apart, a region hovered: CPU of the GUI thread. Another filter: from the wish until
all is painted, CPU of both threads, which wait for each other. Every time the whole page is painted.
"""

import gc
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from build.bench_store import MONTHS, PROVINCE
from desktop_app.domain.regions import NATION
from desktop_app.domain.segments import Sector
from desktop_app.operations.settings import Theme
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.coverage_reading import picture
from desktop_app.ui.desk import Desk, View
from desktop_app.ui.look import Look
from desktop_app.ui.pages.coverage import CoveragePage

SHOW, SELECT, HOVER, FILTER = "answer to painted", "select", "hover", "filter to painted"
LIMITS = {SHOW: 50.0, SELECT: 50.0, HOVER: 50.0, FILTER: 100.0}
_VIEWS = (
    View(region=PROVINCE, level=2), View(region=PROVINCE, level=3), View(region=PROVINCE, level=4),
    View(region=NATION.code, level=2),
)  # fmt: skip
_SIZE = (1158, 768)
_RUNS = 7


@dataclass(frozen=True, slots=True)
class PageLine:
    """Milliseconds (the middle of some runs) by what was done, with so many rows in the table."""

    rows: int
    taken: dict[str, float]

    def text(self) -> str:
        words = ", ".join(f"{what} {taken:.0f} (≤ {LIMITS[what]:.0f})" for what, taken in self.taken.items())
        kept = all(taken <= LIMITS[what] for what, taken in self.taken.items())
        return f"{f'page of {self.rows} rows':<34} {'holds' if kept else 'DOES NOT HOLD'}: {words} ms"


def page_lines(workspace: Workspace) -> Iterator[PageLine]:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    desk = Desk(workspace, Look(application, Theme.TERANG))
    page = CoveragePage(desk)
    desk.view_changed.connect(page.refresh)
    page.resize(*_SIZE)
    page.show()
    for view in _VIEWS:
        _change(page, view)
        yield _measured(page, view)
    page.close()


def _measured(page: CoveragePage, view: View) -> PageLine:
    months = [replace(view, period=month) for month in MONTHS[-2:]]
    pictured = [picture(page.desk.workspace, month.query(), page.regions.order) for month in months]

    def show(turn: int) -> None:
        page.desk.view = months[turn % 2]
        page._show(pictured[turn % 2])

    codes = [row.region.code for row in page.table.rows.values.rows][:_RUNS]
    taken = {
        SHOW: _middle(show, page, time.thread_time),
        HOVER: _middle(lambda turn: page.regions._hover(codes[turn]), page, time.thread_time),
        SELECT: _middle(lambda turn: page.select(codes[turn]), page, time.thread_time),
    }
    page.dock.hide()
    sectors = (Sector.FORMAL, Sector.SEMUA)
    taken[FILTER] = _middle(
        lambda turn: _change(page, replace(view, sector=sectors[turn % 2])), page, time.process_time
    )
    return PageLine(len(page.table.rows.values.rows), taken)


def _change(page: CoveragePage, view: View) -> None:
    """Look at something else, and wait until the page has got it."""
    page.desk.view = view
    page.desk.view_changed.emit()
    while page._seen is None or page._seen.query != view.query():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _middle(act: Callable[[int], None], page: CoveragePage, clock: Callable[[], float]) -> float:
    taken = []
    for turn in range(_RUNS):
        gc.collect()
        started = clock()
        act(turn)
        page.grab()
        taken.append(1000 * (clock() - started))
    return median(taken)
