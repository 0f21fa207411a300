"""Pictures of every page, view and window, for looking at them; the README and the guide have build/doc_pictures.py.

    .venv/bin/python build/screenshots.py FOLDER [--workspace FOLDER] [--dark] [--scale 1.5] [--size 910x455]
        [--region 51.05] [--base "UCJ 2025"] [--period 2025-12-31] [--only Cakupan] [--only data-acuan-target]

The file of a picture is its name, theme and scale: `cakupan-perkembangan-terang-1.png`. `--only` takes a page or a
name. Without --workspace, and where the workspace is empty, the sample data are shown.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop_app.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

Picture = tuple[str, "QWidget"]
"""The name of a picture, and what it is of, in sight and filled."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Which pictures are wanted, and where they go."""

    folder: Path
    ending: str
    only: tuple[str, ...]

    def wants_page(self, page: str) -> bool:
        """Whether the page, or a picture of it, is wanted."""
        return not self.only or any(one.startswith(slug(page)) for one in self.only)

    def take(self, name: str, widget: "QWidget") -> None:
        if not self.only or any(name == one or name.startswith(f"{one}-") for one in self.only):
            widget.grab().save(str(self.folder / f"{name}-{self.ending}.png"))


def main() -> None:
    arguments = read_arguments()
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR=arguments.scale)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        take(arguments, arguments.workspace or Path(scratch) / "Contoh Bali")


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", default="1")
    parser.add_argument("--size", default="1366x768", help="of the window, in points: 910x455 is the smallest")
    parser.add_argument("--only", action="append", default=[], help="a page or a picture; may be given several times")
    parser.add_argument("--workspace", type=Path, help="this workspace, so that the samples are read only once")
    parser.add_argument("--region", default="", help="code of the region to look at; 0 is Indonesia")
    parser.add_argument("--base", help="name of the worker base")
    parser.add_argument("--period", type=date.fromisoformat, help="month end, 2025-12-31")
    return parser.parse_args()


def take(arguments: argparse.Namespace, workspace_folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from desktop_app.operations.demo import fill_demo
    from desktop_app.operations.import_sheet import list_imports
    from desktop_app.operations.settings import Settings, Theme
    from desktop_app.operations.workspace import open_workspace
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.look import Look
    from desktop_app.ui.main_window import MainWindow

    application = QApplication([])
    look = Look(application, Theme.GELAP if arguments.dark else Theme.TERANG)
    workspace = open_workspace(workspace_folder)
    if not list_imports(workspace):
        fill_demo(workspace)
    desk = Desk(workspace, look)
    desk.view = replace(desk.view, region=arguments.region, base=arguments.base, period=arguments.period)
    window = MainWindow(desk, Settings(theme=look.theme))
    window.resize(*map(int, arguments.size.split("x")))
    window.show()
    shade = "gelap" if arguments.dark else "terang"
    camera = Camera(arguments.folder, f"{shade}-{arguments.scale}", tuple(slug(name) for name in arguments.only))
    take_pages(camera, window, application)
    window.close()


def take_pages(camera: Camera, window: "MainWindow", application: "QApplication") -> None:
    from desktop_app.ui.main_window import PAGES

    further: dict[str, Callable[[MainWindow, Callable[[], None]], Iterator[Picture]]] = {
        "Cakupan": coverage_views, "Data Acuan": reference_views, "Impor": import_steps,
    }  # fmt: skip
    look_again: Callable[[], None] = lambda: settle(application, window.desk)  # noqa: E731
    for page in filter(camera.wants_page, PAGES):
        window.show_page(page)
        look_again()
        camera.take(slug(page), window)
        if page in further:
            for name, widget in further[page](window, look_again):
                camera.take(f"{slug(page)}-{name}", widget)


def coverage_views(window: "MainWindow", look_again: Callable[[], None]) -> Iterator[Picture]:
    """Its views, map and table where they take turns, the panel beside a figure and the findings, and the meeting."""
    from desktop_app.ui.coverage_header import VIEWS
    from desktop_app.ui.pages.coverage import CoveragePage

    page = window.page
    assert isinstance(page, CoveragePage)
    for place, view in enumerate(VIEWS):
        page.show_view(place)
        look_again()
        yield slug(view), window
        yield from further_below(f"{slug(view)}-bawah", page, window, look_again)
    page.show_view(0)
    look_again()
    if page.regions.tabs.isVisible():
        for place, name in ((1, "peta"), (2, "tabel"), (0, "grafik")):
            page.regions.show_tab(place)
            look_again()
            yield name, window
    yield from coverage_panel(window, page, look_again)
    yield from meeting(page, window, look_again)


def coverage_panel(window: "MainWindow", page: "QWidget", look_again: Callable[[], None]) -> Iterator[Picture]:
    """Where the figures come from: the office's region or the first one with a figure, the whole, and the findings."""
    from desktop_app.ui.pages.coverage import CoveragePage

    assert isinstance(page, CoveragePage)
    rows = list(page.table.rows.values.rows)
    figures = [row for row in rows if row.listed] or [row for row in rows if row.share is not None] or rows[:1]
    for name, code in [("dari-mana", figures[0].region.code)] if figures else []:
        page.select(code)
        look_again()
        yield name, window
    page.head.findings.click()
    look_again()
    yield "temuan", window
    page.dock.close()
    look_again()


def meeting(page: "QWidget", window: "MainWindow", look_again: Callable[[], None]) -> Iterator[Picture]:
    """“Mode rapat” as large as the window."""
    from desktop_app.ui.meeting import MeetingWindow
    from desktop_app.ui.pages.coverage import CoveragePage

    assert isinstance(page, CoveragePage)
    answer = page.regions.answer
    if answer is None:
        return
    shown = MeetingWindow(window.desk, answer)
    shown.resize(window.size())
    shown.show()
    look_again()
    yield "rapat", shown
    shown.close()


def reference_views(window: "MainWindow", look_again: Callable[[], None]) -> Iterator[Picture]:
    """Its views with their first row chosen, the form of each, and the dividing of a target."""
    from desktop_app.ui.pages.reference import VIEWS, ReferencePage

    page = window.page
    assert isinstance(page, ReferencePage)
    for place, view in enumerate(VIEWS):
        page.show_view(place)
        choose_first(page.view)
        look_again()
        yield slug(view), window
        yield from reference_form(slug(view), page, look_again)
    page.targets.apportion()
    look_again()
    if page.targets.dialog is not None:
        yield "target-bagi", page.targets.dialog
        page.targets.dialog.reject()
    page.show_view(0)


def reference_form(view: str, page: "QWidget", look_again: Callable[[], None]) -> Iterator[Picture]:
    """The dialog that adds to the present view; closed again without keeping anything."""
    from desktop_app.ui.pages.reference import ReferencePage

    assert isinstance(page, ReferencePage)
    if not page.view.adds or not page.view.filled:
        return
    page.view.add()
    look_again()
    form = getattr(page.view, "form", None)
    if form is not None:
        yield f"{view}-tambah", form
        form.reject()


def import_steps(window: "MainWindow", look_again: Callable[[], None]) -> Iterator[Picture]:
    """The steps of an import, of the sheet of invented people."""
    from desktop_app.operations.demo import sample_sheets
    from desktop_app.ui.pages.import_flow import Step
    from desktop_app.ui.pages.imports import ImportPage

    window.import_file(str(sample_sheets()[-1]))
    page = window.page
    assert isinstance(page, ImportPage)
    look_again()
    while page.busy:
        look_again()
    assert page.work is not None
    for step in (Step.TABLES, Step.COLUMNS, Step.QUESTIONS, Step.PREVIEW):
        page.show_step(step)
        look_again()
        yield f"{step.value + 1}", window
    page.importing.let_go()
    page.leave()


def further_below(name: str, page: "QWidget", window: "MainWindow", look_again: Callable[[], None]) -> Iterator[Picture]:
    """The rest of a view that is higher than the window."""
    from PySide6.QtWidgets import QScrollArea

    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible() and area.width() > page.width() // 2]
    for bar in [area.verticalScrollBar() for area in areas if area.verticalScrollBar().maximum() > 0]:
        for step in range(1, -(-bar.maximum() // bar.pageStep()) + 1):
            bar.setValue(step * bar.pageStep())
            look_again()
            yield f"{name}-{step}", window
        bar.setValue(0)


def choose_first(view: "QWidget") -> None:
    """Its first table gets a row chosen, so that what depends on one is in sight."""
    from desktop_app.ui.table import Table

    for table in view.findChildren(Table):
        if table.isVisible() and table.values.rowCount() and not table.chosen_rows():
            table.selectRow(0)
        return


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def settle(application: object, desk: object) -> None:
    """Let the readers answer and the window paint."""
    from PySide6.QtCore import QThreadPool
    from PySide6.QtWidgets import QApplication

    from desktop_app.ui.desk import Desk

    assert isinstance(application, QApplication)
    assert isinstance(desk, Desk)
    for _ in range(5):
        for pool in desk.findChildren(QThreadPool):
            pool.waitForDone()
        application.processEvents()


if __name__ == "__main__":
    main()
