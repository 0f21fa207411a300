"""The page Laporan: the Excel summary, pictures, and the files that were made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError, FileInUse, UnknownBase
from desktop_app.domain.office import Office
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery
from desktop_app.operations.offices import office_of
from desktop_app.operations.reports import ReportFile, reports_of
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.write_summary import SummaryRequest, make_summary
from desktop_app.operations.written_files import file_name
from desktop_app.pictures.drawing import draw
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import ask_again, tell_written
from desktop_app.ui.page import Page
from desktop_app.ui.picture_card import Drawing, PictureCard
from desktop_app.ui.query_bar import QueryBar, Seen, look_up
from desktop_app.ui.report_files import ReportFilesCard
from desktop_app.ui.summary_card import SummaryCard
from desktop_app.ui.widgets import Button, Card, EmptyState

STACKED_BELOW = 1000
"""Width of the page under which the cards stand one below the other."""


@dataclass(frozen=True, slots=True)
class Reports:
    """What the page shows."""

    seen: Seen
    office: Office | None
    files: tuple[ReportFile, ...]


def look_through(workspace: Workspace, query: CoverageQuery) -> Reports:
    """UnknownBase, UnknownRegion: the query names what is not there."""
    return Reports(look_up(workspace, query), office_of(workspace), tuple(reports_of(workspace)))


class ReportsPage(Page):
    name = "Laporan"
    icon = "file-chart-column"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.shown: Reports | None = None
        self._answer: CoverageAnswer | None = None
        self.bar = QueryBar(desk)
        self.add_bar(self.bar)
        self.summary, self.pictures = SummaryCard(desk), PictureCard(self.look)
        self.files = ReportFilesCard(self.look)
        self.summary.wanted.connect(lambda: self.write())
        self.summary.findings_wanted.connect(lambda: desk.page_wanted.emit("Cakupan"))
        self.pictures.wanted.connect(self.draw)
        self._empty = self._made_empty()
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._upper.setSpacing(16)
        self._upper.addWidget(self.summary, 3)
        self._upper.addWidget(self.pictures, 2)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(16)
        column.addWidget(self._empty, 1)
        column.addLayout(self._upper)
        column.addWidget(self.files, 1)
        self.add_content(content, scrolls=True)
        for card in (self._empty, self.summary, self.pictures, self.files):
            card.hide()

    def refresh(self) -> None:
        query = self.desk.view.query()
        self.desk.read(lambda workspace: look_through(workspace, query), self._show, self._refuse)

    def write(self, target: Path | None = None) -> None:
        """Make the summary of what is looked at."""
        request = SummaryRequest(query=self.desk.view.query(), target=target)
        self.summary.set_busy(True)
        self.desk.write(
            lambda workspace, tick: make_summary(workspace, request, tick), self._show_written,
            partial(self._refuse_writing, request),
        )  # fmt: skip

    def draw(self, title: str, drawing: Drawing, suffix: str, target: Path | None = None) -> None:
        """Save a picture of what is looked at."""
        if self._answer is None:
            return
        answer = self._answer
        name = file_name(f"{title} {answer.region.full_name}", suffix)
        path = target or self.desk.workspace.pictures / name

        def refuse(error: AppError) -> None:
            again = partial(self.draw, title, drawing, suffix)
            self._offer_again(error, path, lambda other: again(other or target))

        self.desk.write(lambda workspace, tick: drawing(answer, draw, path), self._tell, refuse)

    def _made_empty(self) -> Card:
        to_import = Button(self.look, "Impor lembar", "file-input", kind="primary")
        to_import.clicked.connect(lambda: self.desk.page_wanted.emit("Impor"))
        text = "Ringkasan dan gambar dibuat dari rekap dan penyebut. Impor keduanya lebih dulu."
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
        self._answer = answer = state.seen.answer
        self.bar.show_seen(state.seen)
        self._empty.setVisible(answer is None)
        self.summary.setVisible(answer is not None)
        self.pictures.setVisible(answer is not None)
        self.files.setVisible(answer is not None or bool(state.files))
        self.files.show_files(state.files)
        if answer is not None:
            self.summary.show_answer(answer, state.office)

    def _refuse(self, error: AppError) -> None:
        """A base that was taken back leaves a filter behind: go back to the newest figures."""
        if isinstance(error, UnknownBase) and self.desk.view.base is not None:
            self.desk.change_view(base=None, period=None, target=None)
        else:
            self.desk.failed.emit(error)

    def _show_written(self, path: Path) -> None:
        self.summary.set_busy(False)
        self._tell(path)

    def _tell(self, path: Path) -> None:
        self.refresh()
        tell_written(self.desk, path)

    def _refuse_writing(self, request: SummaryRequest, error: AppError) -> None:
        self.summary.set_busy(False)
        region = self._answer.region.full_name if self._answer else ""
        name = file_name(f"Ringkasan Cakupan {region}", ".xlsx")
        proposed = request.target or self.desk.workspace.reports / name
        self._offer_again(error, proposed, lambda other: self.write(other or request.target))

    def _offer_again(self, error: AppError, path: Path, write: Callable[[Path | None], None]) -> None:
        if isinstance(error, FileInUse):
            ask_again(self.look, self, error, path, write)
        else:
            self.desk.failed.emit(error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < STACKED_BELOW
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._upper.setDirection(way)
