"""The page Laporan: which reports can be made, what each holds, and the files that were made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError, FileInUse, UnknownBase
from desktop_app.domain.office import Office
from desktop_app.domain.regions import depth
from desktop_app.operations.compliance.order import ReportKind, ReportOrder
from desktop_app.operations.compliance.paritrana import paritrana_folder
from desktop_app.operations.compliance.write_reports import make_report
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery
from desktop_app.operations.exchange_files import lock_file, unlock_file
from desktop_app.operations.offices import children_of, office_of, region_named, villages_of
from desktop_app.operations.reports import ReportFile, reports_of
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.written_files import file_name
from desktop_app.pictures.drawing import draw
from desktop_app.pictures.pages import write_pdf
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import ask_again, open_folder, tell_written
from desktop_app.ui.job import Job
from desktop_app.ui.lock_card import LockCard
from desktop_app.ui.page import Page
from desktop_app.ui.picture_card import Drawing, PictureCard
from desktop_app.ui.query_bar import QueryBar, Seen, look_up
from desktop_app.ui.report_files import ReportFilesCard
from desktop_app.ui.report_menu import LOCKED, PICTURES, ReportMenu
from desktop_app.ui.report_panel import Offered, ReportPanel
from desktop_app.ui.widgets import Button, Card, EmptyState

MENU_WIDTH, NARROW_MENU, NARROW_BELOW = 264, 216, 900
_REGENCY = 2


@dataclass(frozen=True, slots=True)
class Reports:
    """What the page shows."""

    offered: Offered
    office: Office | None
    files: tuple[ReportFile, ...]

    @property
    def seen(self) -> Seen:
        return self.offered.seen


def look_through(workspace: Workspace, query: CoverageQuery) -> Reports:
    """UnknownBase, UnknownRegion: the query names what is not there."""
    seen, office = look_up(workspace, query), office_of(workspace)
    place = seen.path[-1].code if depth(seen.path[-1].code) >= _REGENCY else (office.region if office else "")
    regency = ".".join(place.split(".")[:_REGENCY])
    if depth(regency) == _REGENCY:
        home = region_named(workspace, regency)
        offered = Offered(seen, tuple(children_of(workspace, regency)), tuple(villages_of(workspace, regency)), home)
    else:
        offered = Offered(seen, (), (), None)
    return Reports(offered, office, tuple(reports_of(workspace)))


class ReportsPage(Page):
    name = "Laporan"
    icon = "file-chart-column"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.shown: Reports | None = None
        self._answer: CoverageAnswer | None = None
        self._job: Job | None = None
        self.bar = QueryBar(desk)
        self.add_bar(self.bar)
        self.menu, self.panel = ReportMenu(self.look), ReportPanel(self.look)
        self.pictures, self.locked = PictureCard(self.look), LockCard(self.look, desk.workspace.reports)
        self.files = ReportFilesCard(self.look)
        self._empty = self._made_empty()
        self.stack = QStackedWidget()
        for part in (self.panel, self.pictures, self.locked, self._empty):
            self.stack.addWidget(part)
        self._lay_out()
        self._connect()
        self.choose(ReportKind.RINGKASAN)

    def refresh(self) -> None:
        query = self.desk.view.query()
        self.desk.read(lambda workspace: look_through(workspace, query), self._show, self._refuse)

    def choose(self, key: str) -> None:
        """Show one entry of the menu."""
        self._key = key
        self.menu.choose(key)
        if key in set(ReportKind):
            self.panel.show_kind(ReportKind(key))
        self._show_part()

    def write(self, order: ReportOrder) -> None:
        """Make the report that was ordered."""
        self.panel.set_busy(True)
        self._job = self.desk.write(
            lambda workspace, tick: make_report(workspace, order, draw, write_pdf, tick), self._show_written,
            partial(self._refuse_writing, order),
        )  # fmt: skip
        self._job.progress.connect(self.panel.show_progress)
        self._job.cancelled.connect(lambda: self.panel.set_busy(False))

    def draw(self, title: str, drawing: Drawing, suffix: str, target: Path | None = None) -> None:
        """Save a picture of what is looked at."""
        if self._answer is None:
            return
        answer = self._answer
        path = target or self.desk.workspace.pictures / file_name(f"{title} {answer.region.full_name}", suffix)

        def refuse(error: AppError) -> None:
            again = partial(self.draw, title, drawing, suffix)
            self._offer_again(error, path, lambda other: again(other or target))

        self.desk.write(lambda workspace, tick: drawing(answer, draw, path), self._tell, refuse)

    def _lay_out(self) -> None:
        content = QWidget()
        line = QHBoxLayout(content)
        line.setContentsMargins(20, 16, 20, 20)
        line.setSpacing(16)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.stack, 3)
        right.addWidget(self.files, 2)
        line.addWidget(self.menu)
        line.addLayout(right, 1)
        self.add_content(content, scrolls=True)

    def _connect(self) -> None:
        self.menu.chosen.connect(self.choose)
        self.panel.wanted.connect(self.write)
        self.panel.folder_wanted.connect(self._open_evidence)
        self.panel.stopped.connect(self._stop)
        self.pictures.wanted.connect(self.draw)
        self.locked.lock_wanted.connect(self._lock)
        self.locked.unlock_wanted.connect(self._unlock)

    def _made_empty(self) -> Card:
        to_import = Button(self.look, "Impor lembar", "file-input", kind="primary")
        to_import.clicked.connect(lambda: self.desk.page_wanted.emit("Impor"))
        text = "Laporan dan gambar dibuat dari rekap, daftar, dan penyebut. Impor lebih dulu."
        card = Card()
        card.body.addWidget(
            EmptyState(self.look, "file-chart-column", "Belum ada angka untuk laporan", text, to_import)
        )
        card.setMinimumHeight(220)
        return card

    def _show(self, state: Reports) -> None:
        if state.seen.query != self.desk.view.query():
            return
        self.shown = state
        self._answer = state.seen.answer
        self.bar.show_seen(state.seen)
        self.panel.show_offered(state.offered)
        self.files.show_files(state.files)
        self._show_part()

    def _show_part(self) -> None:
        """Without figures only locking a file is possible."""
        part: QWidget = {PICTURES: self.pictures, LOCKED: self.locked}.get(self._key, self.panel)
        if self.shown is not None and self._answer is None and part is not self.locked:
            part = self._empty
        self.stack.setCurrentWidget(part)

    def _refuse(self, error: AppError) -> None:
        """A base that was taken back leaves a filter behind: go back to the newest figures."""
        if isinstance(error, UnknownBase) and self.desk.view.base is not None:
            self.desk.change_view(base=None, period=None, target=None)
        else:
            self.desk.failed.emit(error)

    def _show_written(self, paths: tuple[Path, ...]) -> None:
        self.panel.set_busy(False)
        self._tell(paths[0])

    def _tell(self, path: Path) -> None:
        self.refresh()
        if path.is_dir():
            inside = path / "Daftar isi.xlsx"
            self.desk.offer(path.name, "Semua berkas ada di satu folder", ("Buka folder", lambda: open_folder(inside)))
        else:
            tell_written(self.desk, path)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _refuse_writing(self, order: ReportOrder, error: AppError) -> None:
        self.panel.set_busy(False)
        proposed = order.target or self.desk.workspace.reports / file_name("Laporan", order.suffixes[0])
        self._offer_again(error, proposed, lambda other: self.write(replace(order, target=other or order.target)))

    def _offer_again(self, error: AppError, path: Path, write: Callable[[Path | None], None]) -> None:
        if isinstance(error, FileInUse):
            ask_again(self.look, self, error, path, write)
        else:
            self.desk.failed.emit(error)

    def _open_evidence(self) -> None:
        folder = paritrana_folder(self.desk.workspace)
        open_folder(folder / "regulasi")

    def _lock(self, path: Path, password: str) -> None:
        self.locked.forget()
        self.desk.write(lambda workspace, tick: lock_file(workspace, path, password), self._tell)

    def _unlock(self, path: Path, password: str) -> None:
        self.locked.forget()
        self.desk.write(lambda workspace, tick: unlock_file(workspace, path, password), self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.menu.setFixedWidth(NARROW_MENU if self.width() < NARROW_BELOW else MENU_WIDTH)
