"""The jobs of an import: check, look again, store, go on with a draft, let it go. Everything off the GUI thread."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import AppError
from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.questions import Answers
from desktop_app.operations.drafts import discard_draft
from desktop_app.operations.half_done import FileState, HalfDone, keep_wanted, look_again, resume, store_checked
from desktop_app.operations.import_sheet import ImportReport, ImportRequest, check_sheet, list_imports
from desktop_app.operations.sender_memory import KnownLayout, known_layouts
from desktop_app.operations.worker import in_worker
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.job import Job
from desktop_app.ui.pages.import_flow import Work

Background = tuple[dict[str, KnownLayout], list[ImportRecord]]
CHECKING = "Belum ada yang disimpan. Anda dapat membuka halaman lain sementara berkas dibaca."
SAVING = "Cadangan dibuat lebih dulu. Bila dihentikan, data tetap seperti sebelum impor ini."
RESUMING = "Berkas tidak dibaca lagi; yang diperiksa waktu itu dilanjutkan."


class Importing(QObject):
    """One workbook at a time.

    `started`: a job began (title, hint, whether it stores). `arrived`: `work` was checked or taken up again. `looked`: its
    counts were looked at anew. `saved`: it was stored (a report). `refused`: an error, and whether it came while storing.
    `stopped`: the user stopped a job. `failed`: a bug stopped one; the desk shows it.
    """

    started = Signal(str, str, bool)
    progress = Signal(int, int)
    arrived = Signal(object)
    looked = Signal()
    saved = Signal(object)
    refused = Signal(Exception, bool)
    stopped = Signal(bool)
    failed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.work: Work | None = None
        self.path = Path()
        self._job: Job | None = None
        self._stopping = self._saving = False
        self._looks = 0

    @property
    def busy(self) -> bool:
        """A file is being read or stored."""
        return self._job is not None

    def check(self, request: ImportRequest) -> None:
        """Read a workbook and say what an import of it would do."""
        self.path = request.path
        folder = self.desk.folder
        self._begin(f"Memeriksa {request.path.name}", CHECKING, saving=False)
        self._watch(
            self.desk.watch(
                lambda workspace, tick: in_worker(check_sheet, folder, tick, request),
                partial(self._read_background, request),
                self._refuse,
            )
        )

    def check_again(self) -> None:
        """Read the workbook by what is wanted now."""
        assert self.work is not None
        self.check(self.work.wanted)

    def store(self) -> None:
        assert self.work is not None
        folder, name, request = self.desk.folder, self.work.report.draft, self.work.wanted
        self._begin(f"Menyimpan {request.path.name}", SAVING, saving=True)
        self._watch(
            self.desk.write(
                lambda workspace, tick: in_worker(store_checked, folder, tick, name, request), self._tell, self._refuse
            )
        )

    def go_on(self, name: str, path: Path, *, dropped: bool = False) -> None:
        """Take a draft up again; `dropped`: because its file was chosen anew, so that a changed file is read."""
        self.path, folder = path, self.desk.folder
        self._begin(f"Melanjutkan {path.name}", RESUMING, saving=False)
        self._watch(
            self.desk.watch(
                lambda workspace, tick: in_worker(resume, folder, tick, name),
                partial(self._take_up, dropped),
                self._refuse,
            )
        )

    def stop(self) -> None:
        if self._job is not None:
            self._stopping = True
            self._job.cancel()

    def keep(self) -> None:
        """What is wanted changed: it is written down with the draft, so that it outlives the window."""
        if self.work is not None:
            name, wanted = self.work.report.draft, self.work.wanted
            self.desk.read(lambda workspace: keep_wanted(workspace, name, wanted), lambda _: None)

    def leave(self) -> None:
        """The draft waits."""
        self.work = None
        self._looks += 1

    def let_go(self) -> None:
        """The draft goes."""
        if self.work is not None:
            self._discard(self.work.report.draft)
        self.work = None
        self._looks += 1

    def look_again(self) -> None:
        """The same reading with another sender, or another way to come in."""
        work = self.work
        if work is None or work.must_check or self.busy:
            return
        self._looks += 1
        wanted = work.wanted
        asked = replace(work.checked, sender=wanted.sender, complete=wanted.complete, replaces=wanted.replaces)
        name = work.report.draft
        self.desk.read(
            lambda workspace: look_again(workspace, name, asked),
            partial(self._show_look, self._looks, asked),
            lambda error: None,
        )

    def _begin(self, title: str, hint: str, *, saving: bool) -> None:
        self._saving, self._stopping = saving, False
        self.started.emit(title, hint, saving)

    def _watch(self, job: Job) -> None:
        self._job = job
        job.progress.connect(self.progress)
        job.cancelled.connect(self._say_stopped)
        job.failed.connect(self._fall_back)

    def _read_background(self, request: ImportRequest, report: ImportReport) -> None:
        """What is remembered of the sender, for a report that has come."""
        if self._stopping:
            self._discard(report.draft)
            self._say_stopped()
            return
        self._ask_background(report, partial(self._arrive, request, request, report))

    def _take_up(self, dropped: bool, half: HalfDone) -> None:
        if self._stopping:
            self._say_stopped()
        elif dropped and half.file is FileState.CHANGED:
            self._discard(half.report.draft)
            self.check(replace(half.wanted, answers=_lasting(half.wanted.answers)))
        else:
            arrive = partial(self._arrive, half.checked, half.wanted, half.report, file=half.file)
            self._ask_background(half.report, arrive)

    def _ask_background(self, report: ImportReport, done: Callable[[Background], None]) -> None:
        self.desk.read(lambda workspace: _background(workspace, report), done)

    def _arrive(
        self, checked: ImportRequest, wanted: ImportRequest, report: ImportReport, background: Background,
        *, file: FileState = FileState.SAME,
    ) -> None:  # fmt: skip
        self._job = None
        before = self.work
        layouts, records = background
        if before is not None and before.checked.path == checked.path:
            if before.report.draft != report.draft:
                self._discard(before.report.draft)
            before.checked, before.wanted, before.layouts, before.records = checked, wanted, layouts, records
            before.file = file
            before.take(report)
        else:
            self.work = Work(checked, wanted, report, layouts, records, file=file)
        self.arrived.emit(self.work)

    def _show_look(self, question: int, asked: ImportRequest, report: ImportReport) -> None:
        if question == self._looks and self.work is not None and not self.busy:
            self.work.checked = asked
            self.work.take(report)
            self.looked.emit()

    def _tell(self, report: ImportReport) -> None:
        self._job, self.work = None, None
        self._looks += 1
        self.saved.emit(report)

    def _refuse(self, error: AppError) -> None:
        self._job = None
        self.refused.emit(error, self._saving)

    def _say_stopped(self) -> None:
        self._job = None
        self.stopped.emit(self._saving)

    def _fall_back(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            self._job = None
            self.failed.emit()

    def _discard(self, name: str) -> None:
        self.desk.read(lambda workspace: discard_draft(workspace, name), lambda _: None)


def _background(workspace: Workspace, report: ImportReport) -> Background:
    return known_layouts(report), list_imports(workspace)


def _lasting(answers: Answers) -> Answers:
    """What stays true when the file is another one: places and values, but no cells and no letters of columns."""
    return Answers(places=answers.places, values=answers.values, visible_rows_only=answers.visible_rows_only,
                   with_hidden_sheets=answers.with_hidden_sheets)  # fmt: skip
