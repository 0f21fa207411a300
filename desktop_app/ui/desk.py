"""What the pages share: the open workspace, the look, the view's filters, and work done off the GUI thread."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from desktop_app.domain.errors import AppError
from desktop_app.domain.regions import depth
from desktop_app.domain.segments import Numerator, Sector
from desktop_app.domain.sheets import Tick
from desktop_app.operations.coverage import CoverageQuery
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.job import Job
from desktop_app.ui.look import Look

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at, the same on every page. None: the newest or the only one."""

    region: str = ""
    period: date | None = None
    base: str | None = None
    sector: Sector = Sector.SEMUA
    target: str | None = None
    numerator: Numerator = field(default_factory=Numerator)
    level: int | None = None

    def query(self) -> CoverageQuery:
        return CoverageQuery(
            region=self.region, period=self.period, base=self.base, sector=self.sector, target_document=self.target,
            numerator=self.numerator, level=self.level,
        )  # fmt: skip

    def fitting(self) -> "View":
        """The same with a level that lies below the region: one that does not gives way to the next one."""
        above = depth(self.region) if self.region else 1
        return replace(self, level=None) if self.level is not None and self.level <= above else self


class Desk(QObject):
    """One workspace on the table.

    Reading jobs share a pool of one thread, and so do writing ones: writers queue, and a long import never holds up a
    reader. `data_changed`: pages must read again. `view_changed`: the filters are others. `told`: a short message with
    perhaps an undo. `offered`: one with things to do next. `failed`: an error to show. `origin_wanted`: “Dari mana angka ini?” for a region.
    `import_wanted`: one import in detail. Both after `page_wanted`, which makes the page that listens.
    """

    data_changed = Signal()
    view_changed = Signal()
    told = Signal(str, str, object)
    offered = Signal(str, str, object)
    failed = Signal(Exception)
    page_wanted = Signal(str)
    origin_wanted = Signal(str)
    import_wanted = Signal(int)
    file_wanted = Signal(str)
    search_wanted = Signal()

    def __init__(self, workspace: Workspace, look: Look) -> None:
        super().__init__()
        self.workspace, self.look, self.view = workspace, look, View()
        self._readers, self._writers = QThreadPool(self), QThreadPool(self)
        self._readers.setMaxThreadCount(1)
        self._writers.setMaxThreadCount(1)
        self._closed = False
        self._jobs: dict[Job, _Relay] = {}
        self._ended: dict[QThreadPool, tuple[Job, _Relay]] = {}

    def change_view(self, **changes: object) -> None:
        """Set fields of the view: `change_view(period=…)`."""
        changed = replace(self.view, **changes).fitting()  # type: ignore[arg-type]
        if changed != self.view:
            self.view = changed
            self.view_changed.emit()

    def read(
        self,
        question: Callable[[Workspace], T],
        answer: Callable[[T], None],
        refuse: Callable[[AppError], None] | None = None,
    ) -> Job:
        """Ask the store off the GUI thread. `refuse` takes an AppError that the page shows itself."""
        workspace = self.workspace
        return self._start(self._readers, lambda tick: question(workspace), answer, refuse)

    def write(
        self,
        work: Callable[[Workspace, Tick], T],
        done: Callable[[T], None],
        refuse: Callable[[AppError], None] | None = None,
    ) -> Job:
        """Change something off the GUI thread; afterwards every page reads again."""
        workspace = self.workspace

        def finish(result: T) -> None:
            self.data_changed.emit()
            done(result)

        return self._start(self._writers, lambda tick: work(workspace, tick), finish, refuse)

    def watch(
        self,
        work: Callable[[Workspace, Tick], T],
        done: Callable[[T], None],
        refuse: Callable[[AppError], None] | None = None,
    ) -> Job:
        """Long work that changes nothing (checking a sheet): queues with the writers, tells its progress."""
        workspace = self.workspace
        return self._start(self._writers, lambda tick: work(workspace, tick), done, refuse)

    def tell(self, message: str, detail: str = "", undo: Callable[[], None] | None = None) -> None:
        """A short message at the bottom right, with an undo where there is one."""
        self.told.emit(message, detail, undo)

    def offer(self, message: str, detail: str, *acts: tuple[str, Callable[[], None]]) -> None:
        """A short message with up to two things to do next, each named by its act."""
        self.offered.emit(message, detail, acts)

    @property
    def writing(self) -> bool:
        """A writing or long job runs or waits."""
        return self._writers.activeThreadCount() > 0

    @property
    def folder(self) -> Path:
        return self.workspace.folder

    def exchange(self, workspace: Workspace) -> None:
        """Go on with another state of the workspace (after a restore)."""
        self.workspace = workspace
        self.data_changed.emit()

    def close(self) -> None:
        """Stop what runs, wait for it, and close the workspace; answers that are still under way reach no one."""
        self._closed = True
        for job in self._jobs:
            job.cancel()
        self._writers.waitForDone()
        self._readers.waitForDone()
        self._jobs.clear()
        self._ended.clear()
        self.workspace.close()

    def _start(
        self,
        pool: QThreadPool,
        work: Callable[[Tick], object],
        answer: Callable[[T], None],
        refuse: Callable[[AppError], None] | None,
    ) -> Job:
        job = Job(work)
        if self._closed:
            # Asked by a timer of a window that is on its way out.
            return job

        def fail(error: Exception) -> None:
            if refuse is not None and isinstance(error, AppError):
                refuse(error)
            else:
                self.failed.emit(error)

        def finish() -> None:
            # The pool may hold the job a moment longer, and were it the last to do so, the job would be destroyed in
            # its thread. The relay is at work right now. Both go when the next job of this pool has ended.
            self._ended[pool] = (job, self._jobs.pop(job))

        # Made in the GUI thread, its slots run there whatever thread the job ends in.
        relay = self._jobs[job] = _Relay(lambda result: answer(cast(T, result)), fail, finish)
        job.succeeded.connect(relay.succeed)
        job.failed.connect(relay.fail)
        job.finished.connect(relay.finish)
        pool.start(job.run)
        return job


class _Relay(QObject):
    """Takes a job's signals in the GUI thread and hands them to plain functions.

    No child of the desk: it may hold the last reference to it, and they would destroy each other.
    """

    def __init__(
        self, succeed: Callable[[object], None], fail: Callable[[Exception], None], finish: Callable[[], None]
    ) -> None:
        super().__init__()
        self._succeed, self._fail, self._finish = succeed, fail, finish

    @Slot(object)
    def succeed(self, result: object) -> None:
        self._succeed(result)

    @Slot(Exception)
    def fail(self, error: Exception) -> None:
        self._fail(error)

    @Slot()
    def finish(self) -> None:
        self._finish()
