"""The page Pengaturan: the office and its signatories, the workspace and its backups, what was done, the program."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.office import Office
from desktop_app.domain.records import AuditEvent, Backup
from desktop_app.operations.backups import back_up_now, backups_of, restore_backup
from desktop_app.operations.letters.images import keep_image
from desktop_app.operations.offices import list_events, office_of, save_office
from desktop_app.operations.settings import Settings
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import ask
from desktop_app.ui.page import Page
from desktop_app.ui.pages.layout_editor import LayoutEditor
from desktop_app.ui.pages.office_editor import ONE_COLUMN_BELOW, OfficeEditor
from desktop_app.ui.pages.settings_views import EventsView, ProgramView, WorkspaceView
from desktop_app.ui.widgets import Button, Icon, Switch, label
from desktop_app.ui.words import moment

VIEWS = ("Kantor", "Tata letak surat", "Ruang kerja dan cadangan", "Catatan kegiatan", "Program")
OF_OFFICE = 2
"""So many of the views are about the office, and are saved together."""
EVENTS_SHOWN = 500
_NOBODY = Office(region="", agency="")


class SettingsPage(Page):
    """`settings_changed`: the new `Settings`; `workspace_wanted`: the user wants to open another workspace."""

    name = "Pengaturan"
    icon = "settings"
    settings_changed = Signal(object)
    workspace_wanted = Signal()

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__(desk)
        self.editor, self.layout_editor = OfficeEditor(self.look), LayoutEditor(self.look)
        self.place = WorkspaceView(self.look, desk.folder, desk.workspace.backups)
        self.events, self.program = EventsView(self.look), ProgramView(self.look, settings)
        self.views = Switch(self.look, VIEWS, self.show_view)
        self.add_action(self.views)
        self._stack = QStackedWidget()
        forms = [_scrolling(_padded(form)) for form in (self.editor, self.layout_editor)]
        for view in (*forms, self.place, self.events, _scrolling(self.program)):
            self._stack.addWidget(view)
        self.add_content(self._stack)
        self._footer = self._made_footer()
        self._kept: Office | None = None
        self._connect()

    @property
    def unsaved(self) -> bool:
        return self._kept is not None and self._filled_in() != self._kept

    def show_view(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.views.choose(place)
        self._footer.setVisible(place < OF_OFFICE)

    def refresh(self) -> None:
        """What was written and not saved stays."""
        self.desk.read(office_of, self._show_office)
        self.desk.read(backups_of, self.place.show_backups)
        self.desk.read(_events, self.events.show_events)

    def _made_footer(self) -> QWidget:
        line = self.add_footer()
        self._mark, self._state = Icon(self.look, "pencil", "warn"), label("", "detail")
        self.back = Button(self.look, "Batalkan perubahan")
        self.save = Button(self.look, "Simpan perubahan", "save", kind="primary")
        line.addWidget(self._mark)
        line.addWidget(self._state)
        line.addStretch(1)
        line.addWidget(self.back)
        line.addWidget(self.save)
        footer = line.parentWidget()
        assert footer is not None
        return footer

    def _connect(self) -> None:
        self.editor.changed.connect(self._show_state)
        self.layout_editor.changed.connect(self._show_state)
        self.layout_editor.image_wanted.connect(self._keep_image)
        self.back.clicked.connect(self._take_back)
        self.save.clicked.connect(self._save)
        self.place.backup_wanted.connect(self._back_up)
        self.place.restore_wanted.connect(self._restore)
        self.place.other_wanted.connect(self.workspace_wanted)
        self.program.settings_changed.connect(self.settings_changed)
        self._show_state()

    def _show_office(self, office: Office | None) -> None:
        if not self.unsaved:
            self._show_forms(office or _NOBODY)
            self._kept = self._filled_in()
            self._show_state()

    def _show_forms(self, office: Office) -> None:
        self.editor.show_office(office)
        self.layout_editor.show_office(office)

    def _filled_in(self) -> Office:
        return self.layout_editor.with_layout(self.editor.office())

    def _show_state(self) -> None:
        unsaved, problem = self.unsaved, self.editor.problem
        words, icon, colour = _state_words(problem if unsaved else "", unsaved=unsaved)
        self._state.setText(words if self._kept is not None else "")
        self._mark.set_icon(icon, colour)
        self._mark.setVisible(self._kept is not None)
        self.subtitle.setText("Perubahan belum disimpan" if unsaved else "")
        self.back.setEnabled(unsaved)
        self.save.setEnabled(unsaved and not problem)
        self.save.setToolTip(problem if unsaved else "Belum ada yang diubah.")

    def _take_back(self) -> None:
        if self._kept is not None:
            self._show_forms(self._kept)

    def _save(self) -> None:
        office = self._filled_in()

        def done(_: None) -> None:
            self._kept = office
            self._show_state()
            self.desk.tell("Data kantor tersimpan", "Dipakai pada surat dan laporan berikutnya.")

        self.desk.write(lambda workspace, tick: save_office(workspace, office), done)

    def _keep_image(self, name: str, path: Path) -> None:
        """Copy the image into the workspace; the letters use it once the form is saved."""

        def done(kept: str) -> None:
            self.layout_editor.show_image(name, kept)

        self.desk.write(lambda workspace, tick: keep_image(workspace, path), done)

    def _back_up(self) -> None:
        self.place.make.setEnabled(False)

        def done(made: Backup) -> None:
            self.desk.tell("Cadangan dibuat dan diperiksa", made.path.name)

        job = self.desk.write(lambda workspace, tick: back_up_now(workspace), done)
        job.finished.connect(self._offer_backup)

    def _offer_backup(self) -> None:
        self.place.make.setEnabled(True)

    def _restore(self, backup: Backup) -> None:
        title = f"Pulihkan cadangan {moment(backup.made_at)}?"
        text = (
            "Impor dan data kantor kembali ke keadaan waktu itu. Keadaan sekarang dicadangkan lebih dulu, jadi Anda "
            "dapat kembali. Catatan kegiatan serta berkas surat dan laporan di folder tidak berubah."
        )
        if ask(self.look, self, title, text, "Pulihkan", dangerous=True):
            self.desk.watch(lambda workspace, tick: restore_backup(workspace, backup.path), self._go_on)

    def _go_on(self, workspace: Workspace) -> None:
        self._kept = None
        self.desk.exchange(workspace)
        self.desk.tell("Cadangan dipulihkan", "Keadaan sebelumnya ada di daftar cadangan.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < ONE_COLUMN_BELOW
        self.editor.set_narrow(narrow)
        self.layout_editor.set_narrow(narrow)


def _state_words(problem: str, *, unsaved: bool) -> tuple[str, str, str]:
    """What the footer says about the form, with icon and colour."""
    if problem:
        return f"Belum dapat disimpan. {problem}", "circle-alert", "bad"
    if unsaved:
        return "Ada perubahan yang belum disimpan", "pencil", "warn"
    return "Semua perubahan tersimpan", "circle-check", "ok"


def _events(workspace: Workspace) -> list[AuditEvent]:
    return list_events(workspace, EVENTS_SHOWN)


def _padded(inside: QWidget) -> QWidget:
    outer = QWidget()
    column = QVBoxLayout(outer)
    column.setContentsMargins(20, 16, 20, 16)
    column.addWidget(inside)
    column.addStretch(1)
    return outer


def _scrolling(inside: QWidget) -> QScrollArea:
    inside.setObjectName("scrolled")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
