"""The main window: sidebar, pages, messages; files can be dropped anywhere."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from desktop_app.domain.office import Office
from desktop_app.operations.home import Home, home
from desktop_app.operations.offices import office_of
from desktop_app.operations.settings import Settings
from desktop_app.ui.desk import Desk
from desktop_app.ui.guide import open_guide
from desktop_app.ui.messages import Layers, ask, show_error
from desktop_app.ui.page import Page
from desktop_app.ui.pages.coverage import CoveragePage
from desktop_app.ui.pages.home import HomePage
from desktop_app.ui.pages.imports import ImportPage
from desktop_app.ui.pages.letters import LettersPage
from desktop_app.ui.pages.reference import ReferencePage
from desktop_app.ui.pages.reports import ReportsPage
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.search import SearchDialog
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.words import backup_words, office_short_name

UPPER: tuple[type[Page], ...] = (HomePage, ImportPage, CoveragePage, LettersPage, ReportsPage)
LOWER: tuple[type[Page], ...] = (ReferencePage, SettingsPage)
NARROW_BELOW = 1200
SMALLEST = (910, 455)


class MainWindow(QMainWindow):
    """One workspace in one window. `workspace_wanted`: the user wants to open another one."""

    workspace_wanted = Signal()
    settings_changed = Signal(object)

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self.desk = desk
        self.setWindowTitle("Cakupan")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self._layers = Layers(desk.look)
        self.setCentralWidget(self._layers)
        names = [[(page.icon, page.name) for page in group] for group in (UPPER, LOWER)]
        self.sidebar = Sidebar(desk.look, *names)
        self._stack = QStackedWidget()
        self._layers.column.addWidget(self.sidebar)
        self._layers.column.addWidget(self._stack, 1)
        self._layers.toast.raise_()
        self._pages: dict[str, Page] = {}
        for made in (*UPPER, *LOWER):
            page: Page = SettingsPage(desk, settings) if made is SettingsPage else made(desk)
            self._pages[page.name] = page
            self._stack.addWidget(page)
        self._stale: set[str] = set(self._pages)
        settings_page = self._pages[SettingsPage.name]
        assert isinstance(settings_page, SettingsPage)
        settings_page.settings_changed.connect(self.settings_changed)
        settings_page.workspace_wanted.connect(self.workspace_wanted)
        self._connect()
        self._add_shortcuts()
        self._data_changed()
        self.show_page(HomePage.name)

    def show_page(self, name: str) -> None:
        page = self._pages[name]
        self._stack.setCurrentWidget(page)
        self.sidebar.show_page(name)
        page.setFocus()
        if name in self._stale:
            self._stale.discard(name)
            page.refresh()

    @property
    def page(self) -> Page:
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def import_file(self, path: str) -> None:
        self.show_page(ImportPage.name)
        self.page.accept_file(path)

    def _connect(self) -> None:
        desk = self.desk
        self.sidebar.wanted.connect(self.show_page)
        desk.page_wanted.connect(self.show_page)
        desk.file_wanted.connect(self.import_file)
        desk.search_wanted.connect(self.search)
        desk.told.connect(self._layers.toast.tell)
        desk.offered.connect(self._layers.toast.offer)
        desk.failed.connect(self._show_error)
        desk.data_changed.connect(self._data_changed)
        desk.view_changed.connect(self._view_changed)

    def _add_shortcuts(self) -> None:
        for keys, act in (("Ctrl+K", self.search), ("Ctrl+I", self._choose_file), ("F1", lambda: open_guide(self))):
            QShortcut(QKeySequence(keys), self, act)
        for place, name in enumerate(self._pages, start=1):
            QShortcut(QKeySequence(f"Alt+{place}"), self, lambda name=name: self.show_page(name))

    def search(self) -> None:
        SearchDialog(self.desk, self).open_below(self)

    def _choose_file(self) -> None:
        self.show_page(ImportPage.name)
        page = self.page
        assert isinstance(page, ImportPage)
        page.choose_file()

    def _data_changed(self) -> None:
        self._view_changed()
        self.desk.read(office_of, self._show_office)
        self.desk.read(home, self._show_home)

    def _view_changed(self) -> None:
        self._stale = set(self._pages) - {self.page.name}
        self.page.refresh()

    def _show_office(self, office: Office | None) -> None:
        if office is not None:
            name = office_short_name(office)
            self.sidebar.set_office(name, self.desk.workspace.name, sample=office.sample)
            self.setWindowTitle(f"Cakupan – {name}")

    def _show_home(self, state: Home) -> None:
        self.sidebar.set_count(ImportPage.name, sum(work.rows for work in state.waiting))
        words, safe = backup_words(state.backup)
        self.sidebar.set_backup(words, safe=safe)

    def _show_error(self, error: Exception) -> None:
        show_error(self.desk.look, self, error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_sheet(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_sheet(event.mimeData().urls()):
            event.acceptProposedAction()
            self.import_file(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.set_narrow(self.width() < NARROW_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        text = "Pekerjaan yang sedang berjalan akan dihentikan. Tidak ada data yang berubah karenanya."
        if self.desk.writing and not ask(self.desk.look, self, "Tutup Cakupan?", text, "Hentikan dan tutup"):
            event.ignore()
            return
        self.desk.close()
        event.accept()


def dropped_sheet(urls: list[QUrl]) -> str:
    """The first local file among `urls`; whether it is a sheet is for the import to say."""
    return next((url.toLocalFile() for url in urls if url.isLocalFile() and Path(url.toLocalFile()).is_file()), "")
