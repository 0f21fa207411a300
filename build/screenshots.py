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
from dataclasses import replace
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


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

    from build.views import Camera, slug, take_pages
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
    ending = f"{'gelap' if arguments.dark else 'terang'}-{arguments.scale}"
    camera = Camera(application, window, arguments.folder, ending, tuple(slug(name) for name in arguments.only))
    take_pages(camera)
    window.close()


if __name__ == "__main__":
    main()
