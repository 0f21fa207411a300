"""Starts Qt and decides what to show first: the start page, or the workspace used last."""

import logging
import sys
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.operations.backups import back_up_now
from desktop_app.operations.settings import Settings, load_settings, save_settings
from desktop_app.operations.workspace import Workspace, is_workspace, open_workspace
from desktop_app.pictures.icons import mark
from desktop_app.ui.desk import Desk
from desktop_app.ui.garbage import GuiThreadCollector
from desktop_app.ui.look import Look
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.messages import show_error
from desktop_app.ui.qt_words import QtWords
from desktop_app.ui.start import StartWindow

log = logging.getLogger(__name__)

FIRST_SIZE, FRAME = (1366, 768), 40


def fills_screen(available: QSize) -> bool:
    """Whether a window of the first size with its frame would not fit on the screen: then it takes the whole of it."""
    return available.width() <= FIRST_SIZE[0] or available.height() <= FIRST_SIZE[1] + FRAME


def run_window(*, folder: Path | None, documents: Path, demo: bool, settings_path: Path) -> int:
    """Show the window until the user closes it; the exit code.

    Args:
        folder: the workspace named on the command line or used last; None at the very first start.
        documents: where new workspaces are proposed.
        demo: open the workspace with sample data.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Cakupan")
    application.setQuitOnLastWindowClosed(True)
    application.installTranslator(QtWords(application))
    starter = Starter(application, documents, settings_path)
    sys.excepthook = starter.show_unexpected
    starter.begin(folder, demo=demo)
    return application.exec()


class Starter(QObject):
    """Holds the present window and moves from the start page to a workspace and back."""

    def __init__(self, application: QApplication, documents: Path, settings_path: Path) -> None:
        super().__init__()
        self._documents, self._settings_path = documents, settings_path
        self.settings = load_settings(settings_path)
        self.look = Look(application, self.settings.theme)
        application.setWindowIcon(mark(self.look.tokens, 256))
        self.window: QWidget | None = None
        GuiThreadCollector(self)

    def begin(self, folder: Path | None, *, demo: bool) -> None:
        if demo:
            self.show_start().try_demo()
        elif folder is not None and is_workspace(folder):
            try:
                self.show_workspace(open_workspace(folder))
            except AppError as error:
                show_error(self.look, self.show_start(), error)
        else:
            self.show_start()

    def show_start(self) -> StartWindow:
        start = StartWindow(self.look, self._documents)
        start.workspace_opened.connect(self.show_workspace)
        self._exchange(start)
        return start

    def show_workspace(self, workspace: Workspace) -> None:
        self._keep(replace(self.settings, workspace=str(workspace.folder)))
        desk = Desk(workspace, self.look)
        window = MainWindow(desk, self.settings)
        window.settings_changed.connect(self._keep)
        window.workspace_wanted.connect(self.show_start)
        desk.write(lambda open_one, tick: back_up_now(open_one), lambda _: None)
        self._exchange(window)

    def show_unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A bug: into the log with all it has, and to the user in one sentence."""
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        log.error("unexpected", exc_info=(kind, error, trace))
        if self.window is not None and isinstance(error, Exception):
            show_error(self.look, self.window, error)

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        self.look.set_theme(settings.theme)
        try:
            save_settings(self._settings_path, settings)
        except OSError:
            log.warning("settings could not be saved", exc_info=True)

    def _exchange(self, window: QWidget) -> None:
        old, self.window = self.window, window
        window.resize(*FIRST_SIZE)
        if fills_screen(window.screen().availableSize()):
            window.showMaximized()
        else:
            window.show()
        if old is not None:
            old.close()
            old.deleteLater()
