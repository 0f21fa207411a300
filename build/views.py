"""Walks through every page, view and dialog of the main window; build/screenshots.py takes a picture of each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from desktop_app.domain.errors import NoFigures
from desktop_app.operations.coverage import coverage
from desktop_app.operations.demo import sample_sheets
from desktop_app.ui.coverage_header import VIEWS as COVERAGE_VIEWS
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import PAGES, MainWindow
from desktop_app.ui.meeting import MeetingWindow
from desktop_app.ui.page import Page
from desktop_app.ui.pages.coverage import CoveragePage
from desktop_app.ui.pages.import_flow import Step
from desktop_app.ui.pages.imports import ImportPage
from desktop_app.ui.pages.reference import VIEWS as REFERENCE_VIEWS
from desktop_app.ui.pages.reference import ReferencePage
from desktop_app.ui.pages.reference_parts import ReferenceView
from desktop_app.ui.table import Table

P = TypeVar("P", bound=Page)

Picture = tuple[str, QWidget]
"""The name of a picture without its page, and what it is of, in sight and filled."""


@dataclass(frozen=True, slots=True)
class Camera:
    """The window on a workspace, which pictures are wanted (all where `only` is empty), and where they go."""

    application: QApplication
    window: MainWindow
    folder: Path
    ending: str
    only: tuple[str, ...] = ()

    def settle(self) -> None:
        settle(self.application, self.window.desk)

    def page(self, kind: type[P]) -> P:
        page = self.window.page
        assert isinstance(page, kind)
        return page

    def wants_page(self, page: str) -> bool:
        """Whether the page, or a picture of it, is wanted."""
        return not self.only or any(one.startswith(slug(page)) for one in self.only)

    def take(self, name: str, widget: QWidget) -> None:
        if not self.only or any(name == one or name.startswith(f"{one}-") for one in self.only):
            widget.grab().save(str(self.folder / f"{name}-{self.ending}.png"))


def take_pages(camera: Camera) -> None:
    for page in filter(camera.wants_page, PAGES):
        camera.window.show_page(page)
        camera.settle()
        camera.take(slug(page), camera.window)
        for name, widget in FURTHER.get(page, _nothing)(camera):
            camera.take(f"{slug(page)}-{name}", widget)


def _nothing(camera: Camera) -> Iterator[Picture]:
    yield from ()


def coverage_views(camera: Camera) -> Iterator[Picture]:
    """Its further views; chart, map and table where they take turns; the panel beside them; the meeting."""
    page = camera.page(CoveragePage)
    for place, view in enumerate(COVERAGE_VIEWS):
        page.show_view(place)
        camera.settle()
        if place:
            yield slug(view), camera.window
        yield from below(f"{slug(view)}-bawah", page, camera)
    page.show_view(0)
    if page.regions.tabs.isVisibleTo(page):
        yield from turns(page, camera)
    yield from panel(page, camera)
    yield from meeting(camera)


def turns(page: CoveragePage, camera: Camera) -> Iterator[Picture]:
    """Chart, map and table of a narrow window, which take turns."""
    for place, name in ((1, "peta"), (2, "tabel"), (0, "grafik")):
        page.regions.show_tab(place)
        camera.settle()
        yield name, camera.window


def panel(page: CoveragePage, camera: Camera) -> Iterator[Picture]:
    """Where the figure of a region comes from, one with a list of people if there is one; and the findings."""
    rows = page.table.rows.values.rows
    counted = [row for row in rows if row.counted] or [row for row in rows if row.share is not None] or rows
    if counted:
        page.select(counted[0].region.code)
        camera.settle()
        yield "dari-mana", camera.window
    page.head.findings.click()
    camera.settle()
    yield "temuan", camera.window
    page.dock.close()
    camera.settle()


def meeting(camera: Camera) -> Iterator[Picture]:
    """“Mode rapat” as large as the window."""
    desk = camera.window.desk
    try:
        answer = coverage(desk.workspace, desk.view.query())
    except NoFigures:
        return
    shown = MeetingWindow(desk, answer)
    shown.resize(camera.window.size())
    shown.show()
    camera.settle()
    yield "rapat", shown
    shown.close()


def reference_views(camera: Camera) -> Iterator[Picture]:
    """Its further views with a row chosen, the form that adds to each, and the dialog that divides a target."""
    page = camera.page(ReferencePage)
    for place, view in enumerate(REFERENCE_VIEWS):
        page.show_view(place)
        choose_first(page.view)
        camera.settle()
        if place:
            yield slug(view), camera.window
        if page.view.adds and page.view.filled:
            page.view.add()
            yield from dialog(f"{slug(view)}-tambah", page.view, camera)
    page.targets.apportion()
    yield from dialog("target-bagi", page.targets, camera)


def dialog(name: str, view: ReferenceView, camera: Camera) -> Iterator[Picture]:
    """The dialog that the view has opened; closed again without keeping anything."""
    camera.settle()
    for opened in view.findChildren(QDialog):
        if opened.isVisible():
            yield name, opened
            opened.reject()


def import_steps(camera: Camera) -> Iterator[Picture]:
    """The steps of an import, of the sheet of invented people."""
    camera.window.import_file(str(sample_sheets()[-1]))
    page = camera.page(ImportPage)
    camera.settle()
    while page.busy:
        camera.settle()
    assert page.work is not None
    for step in (Step.TABLES, Step.COLUMNS, Step.QUESTIONS, Step.PREVIEW):
        page.show_step(step)
        camera.settle()
        yield str(step.value + 1), camera.window
    page.importing.let_go()
    page.leave()


def below(name: str, page: Page, camera: Camera) -> Iterator[Picture]:
    """The rest of a view that is higher than the window."""
    for area in page.findChildren(QScrollArea):
        bar = area.verticalScrollBar()
        if not area.isVisible() or area.width() < page.width() // 2 or not bar.maximum():
            continue
        for step, top in enumerate(range(bar.pageStep(), bar.maximum() + bar.pageStep(), bar.pageStep()), start=1):
            bar.setValue(top)
            camera.settle()
            yield f"{name}-{step}", camera.window
        bar.setValue(0)


def choose_first(view: QWidget) -> None:
    """Choose a row of its first table, so that what depends on one is in sight."""
    table = next((one for one in view.findChildren(Table) if one.isVisible()), None)
    if table is not None and table.values.rowCount() and not table.chosen_rows():
        table.selectRow(0)


FURTHER: dict[str, Callable[[Camera], Iterator[Picture]]] = {
    ImportPage.name: import_steps, CoveragePage.name: coverage_views, ReferencePage.name: reference_views,
}  # fmt: skip
"""What there is to see of a page besides the page itself."""


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def settle(application: QApplication, desk: Desk) -> None:
    """Let the readers answer and the window paint."""
    for _ in range(5):
        for pool in desk.findChildren(QThreadPool):
            pool.waitForDone()
        application.processEvents()
