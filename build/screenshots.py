"""Pictures of every page on the sample data, for looking at them; the README and the guide have build/doc_pictures.py.

.venv/bin/python build/screenshots.py FOLDER [--dark] [--scale 1.5] [--size 1366x688] [--only Beranda]
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop_app.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", default="1")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--workspace", type=Path, help="keep the demo workspace here, so that it is filled only once")
    arguments = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = arguments.scale
    width, height = map(int, arguments.size.split("x"))
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        take(arguments, arguments.workspace or Path(scratch) / "Contoh Bali", width, height)


def take(arguments: argparse.Namespace, workspace_folder: Path, width: int, height: int) -> None:
    from PySide6.QtWidgets import QApplication

    from desktop_app.operations.demo import fill_demo
    from desktop_app.operations.settings import Settings, Theme
    from desktop_app.operations.workspace import open_workspace
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.look import Look
    from desktop_app.ui.main_window import LOWER, UPPER, MainWindow
    from desktop_app.ui.pages.imports import ImportPage

    application = QApplication([])
    look = Look(application, Theme.GELAP if arguments.dark else Theme.TERANG)
    workspace = open_workspace(workspace_folder)
    fill_demo(workspace)
    desk = Desk(workspace, look)
    window = MainWindow(desk, Settings(theme=look.theme))
    window.resize(width, height)
    window.show()
    shade = "gelap" if arguments.dark else "terang"
    for page in (*UPPER, *LOWER):
        if arguments.only and page.name not in arguments.only:
            continue
        window.show_page(page.name)
        settle(application, desk)
        name = page.name.lower().replace(" ", "-")
        window.grab().save(str(arguments.folder / f"{name}-{shade}-{arguments.scale}.png"))
    if not arguments.only or ImportPage.name in arguments.only:
        take_import(window, application, lambda name: arguments.folder / f"{name}-{shade}-{arguments.scale}.png")
    window.close()


def take_import(window: "MainWindow", application: "QApplication", file: Callable[[str], Path]) -> None:
    """The steps of an import, of the sheet of invented people."""
    from desktop_app.operations.demo import sample_sheets
    from desktop_app.ui.pages.import_flow import Step
    from desktop_app.ui.pages.imports import ImportPage

    window.import_file(str(sample_sheets()[-1]))
    page = window.page
    assert isinstance(page, ImportPage)
    settle(application, window.desk)
    while page.busy:
        settle(application, window.desk)
    assert page.work is not None
    for step in (Step.TABLES, Step.COLUMNS, Step.QUESTIONS, Step.PREVIEW):
        page.show_step(step)
        settle(application, window.desk)
        window.grab().save(str(file(f"impor-{step.value + 1}")))
    page.importing.let_go()
    page.leave()


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
