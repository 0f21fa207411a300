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

from desktop_app.operations.home import Home, home
from desktop_app.operations.offices import office_of
from desktop_app.operations.reference_data import region_path
from desktop_app.operations.settings import Settings
from desktop_app.operations.workspace import Workspace
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
PAGES = {page.name: page for page in (*UPPER, *LOWER)}
NARROW_BELOW = 1200
SMALLEST = (910, 455)


class MainWindow(QMainWindow):
    """One workspace in one window; a page is made when it is first shown, so that the window is there at once.

    `workspace_wanted`: the user wants to open another one.
    """

    workspace_wanted = Signal()
    settings_changed = Signal(object)

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self.desk, self._settings = desk, settings
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
        self._stale = set(PAGES)
        self._connect()
        self._add_shortcuts()
        self.show_page(HomePage.name)
        self._read_frame()

    def show_page(self, name: str) -> None:
        page = self._page_of(name)
        self._stack.setCurrentWidget(page)
        self.sidebar.show_page(name)
        page.setFocus()
        if name in self._stale:
            self._stale.discard(name)
            page.refresh()

    def _page_of(self, name: str) -> Page:
        if name not in self._pages:
            page = self._pages[name] = self._made_settings() if name == SettingsPage.name else PAGES[name](self.desk)
            self._stack.addWidget(page)
        return self._pages[name]

    def _made_settings(self) -> SettingsPage:
        page = SettingsPage(self.desk, self._settings)
        page.settings_changed.connect(self.settings_changed)
        page.workspace_wanted.connect(self.workspace_wanted)
        return page

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
        for place, name in enumerate(PAGES, start=1):
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
        self._read_frame()

    def _read_frame(self) -> None:
        """What sidebar and title bar say."""
        self.desk.read(_office_name, self._show_office)
        self.desk.read(home, self._show_home)

    def _view_changed(self) -> None:
        self._stale = set(PAGES) - {self.page.name}
        self.page.refresh()

    def _show_office(self, office: tuple[str, bool] | None) -> None:
        """Its short name, and whether it is a sample."""
        name, sample = office or ("", False)
        self.sidebar.set_office(name, self.desk.workspace.name, sample=sample)
        self.setWindowTitle(f"Cakupan – {name}" if name else "Cakupan")

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
        if self._leaves_unsaved():
            event.ignore()
            return
        self.desk.close()
        event.accept()

    def _leaves_unsaved(self) -> bool:
        """Whether the office's form or a value of Data Acuan holds changes that the user wants to go back to."""
        settings, reference = self._pages.get(SettingsPage.name), self._pages.get(ReferencePage.name)
        if isinstance(settings, SettingsPage) and settings.unsaved:
            self.show_page(SettingsPage.name)
            settings.show_view(0)
            if not self._closes_anyway("Perubahan pada data kantor"):
                return True
        if isinstance(reference, ReferencePage) and reference.unsaved:
            self.show_page(ReferencePage.name)
            return not self._closes_anyway("Nilai yang diketik di Data Acuan")
        return False

    def _closes_anyway(self, what: str) -> bool:
        text = f"{what} belum disimpan dan akan hilang."
        return ask(self.desk.look, self, "Tutup tanpa menyimpan?", text, "Tutup tanpa menyimpan")


def _office_name(workspace: Workspace) -> tuple[str, bool] | None:
    office = office_of(workspace)
    if office is None:
        return None
    path = region_path(workspace, office.region)
    return office_short_name(office, path[-1].short_name if path else office.seat), office.sample


def dropped_sheet(urls: list[QUrl]) -> str:
    """The first local file among `urls`; whether it is a sheet is for the import to say."""
    return next((url.toLocalFile() for url in urls if url.isLocalFile() and Path(url.toLocalFile()).is_file()), "")
