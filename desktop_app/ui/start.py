"""The first window: begin for an office, try the sample data, or go back to a workspace or a backup."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QThreadPool, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app import VERSION
from desktop_app.domain.sheets import Tick
from desktop_app.operations.begin_workspace import (
    DEMO_FOLDER,
    begin_workspace,
    open_demo,
    restore_into,
    workspace_of_backup,
)
from desktop_app.operations.workspace import Workspace, is_workspace, open_workspace
from desktop_app.ui.guide import open_guide
from desktop_app.ui.job import Job
from desktop_app.ui.look import Look
from desktop_app.ui.messages import Message, ask, show_error
from desktop_app.ui.office_form import OfficeForm, free_folder
from desktop_app.ui.sidebar import Mark
from desktop_app.ui.start_cards import DemoCard, Doing, ReturnCard, card_title
from desktop_app.ui.widgets import Button, Card, Icon, label, row

SMALLEST = (910, 455)
WIDEST, ONE_COLUMN_BELOW = 1088, 1000
FOOTER = f"Versi {VERSION} · Bekerja tanpa internet · Batas wilayah: Badan Informasi Geospasial"
RESTORED = "Cakupan Dipulihkan"


class StartWindow(QWidget):
    """`workspace_opened`: an open `Workspace` to go on with; whoever takes it closes this window."""

    workspace_opened = Signal(object)

    def __init__(self, look: Look, documents: Path) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Cakupan")
        self.setMinimumSize(*SMALLEST)
        self._look, self._documents = look, documents
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # Kept when it has ended: destroyed by its own thread while this window closes, it would take Qt with it.
        self._job: Job | None = None
        self._running = self._closing = False
        self.form, self.demo, self.others = OfficeForm(look, documents), DemoCard(look), ReturnCard(look)
        self.begin = Button(look, "Buat ruang kerja", kind="primary")
        self._lay_out()
        self._connect()
        self._show_missing()
        self.form.region.setFocus()

    def try_demo(self) -> None:
        """Open the workspace with sample data, filled where that has not been done yet."""
        self._start(
            self.demo.doing, "Menyiapkan data contoh", "berkas", partial(open_demo, self._documents / DEMO_FOLDER)
        )

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        guide = Button(self._look, "Panduan", "circle-question-mark", kind="light")
        guide.clicked.connect(lambda: open_guide(self))
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 24, 0)
        head.addWidget(Mark(self._look), 1)
        head.addWidget(guide)
        outer.addLayout(head)
        outer.addWidget(self._scrolled(), 1)
        foot = label(FOOTER, "source")
        foot.setContentsMargins(24, 8, 24, 12)
        outer.addWidget(foot)

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("scrolled")
        line = QHBoxLayout(inside)
        line.setContentsMargins(24, 4, 24, 8)
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(label("Selamat datang di Cakupan", "welcome"))
        column.addSpacing(6)
        lead = (
            "Isi data kantor Anda, atau lihat dulu cara kerjanya dengan data contoh. Semua data tetap di komputer ini."
        )
        column.addWidget(label(lead, "lead", wrap=True))
        column.addSpacing(20)
        column.addLayout(self._cards())
        column.addStretch(4)
        line.addWidget(content)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _cards(self) -> QBoxLayout:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(20)
        self._columns.addWidget(self._office_card(), 700)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.demo, 1)
        right.addWidget(self.others)
        self._columns.addLayout(right, 368)
        return self._columns

    def _office_card(self) -> Card:
        card = Card(padding=24)
        card.body.setContentsMargins(24, 20, 24, 18)
        card.body.setSpacing(14)
        card.body.addLayout(card_title(self._look, "landmark", "Mulai untuk kantor Anda", "Dapat diubah di Pengaturan"))
        card.body.addWidget(self.form)
        card.body.addStretch(1)
        foot = card.add_foot()
        foot.setContentsMargins(24, 12, 24, 12)
        buttons = QWidget()
        safe = label("Cadangan dibuat dan diuji setiap kali dibuka", "detail")
        line = row(Icon(self._look, "shield-check", "ok"), safe, 1, self.begin)
        line.setContentsMargins(0, 0, 0, 0)
        buttons.setLayout(line)
        self._doing = Doing(self._look, buttons)
        foot.addWidget(self._doing)
        return card

    def _connect(self) -> None:
        self.form.changed.connect(self._show_missing)
        self.form.submitted.connect(self.begin.click)
        self.begin.clicked.connect(self._begin_office)
        self.demo.wanted.connect(self.try_demo)
        self.others.workspace_wanted.connect(self._choose_workspace)
        self.others.backup_wanted.connect(self._choose_backup)
        for doing in (self._doing, self.demo.doing, self.others.doing):
            doing.progress.stopped.connect(self._stop)
        QShortcut(QKeySequence("F1"), self, lambda: open_guide(self))

    def _show_missing(self) -> None:
        self.begin.setEnabled(not self.form.missing)
        self.begin.setToolTip(self.form.missing)

    def _begin_office(self) -> None:
        self.form.refresh_place()
        work = partial(begin_workspace, self.form.folder, self.form.office())
        self._start(self._doing, f"Membuat ruang kerja “{self.form.folder.name}”", "langkah", work)

    def _choose_workspace(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Buka ruang kerja", str(self._documents))
        if not chosen:
            return
        folder = Path(chosen)
        if is_workspace(folder):
            self._start(self.others.doing, f"Membuka “{folder.name}”", "langkah", lambda tick: open_workspace(folder))
            return
        text = f"Folder “{folder.name}” tidak berisi data Cakupan. Tidak ada yang berubah."
        step = "Pilih folder yang berisi berkas cakupan.db, misalnya “Cakupan Gianyar” di Dokumen."
        Message(self._look, self, "Folder ini bukan ruang kerja", text, step=step).exec()

    def _choose_backup(self) -> None:
        title, kinds = "Pilih berkas cadangan", "Cadangan Cakupan (*.db)"
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(self._documents), kinds)
        if not chosen:
            return
        path = Path(chosen)
        own = workspace_of_backup(path)
        folder = own or free_folder(self._documents, RESTORED)
        if own is not None:
            text = (
                f"Ruang kerja “{folder.name}” kembali ke keadaan “{path.stem}”. Keadaannya sekarang dicadangkan dulu."
            )
        else:
            text = f"Isi “{path.name}” menjadi ruang kerja baru “{folder.name}”. Berkas cadangan itu tidak berubah."
        if ask(self._look, self, "Pulihkan cadangan ini?", text, "Pulihkan"):
            self._start(self.others.doing, f"Memulihkan “{path.name}”", "langkah", partial(restore_into, folder, path))

    def _start(self, doing: Doing, title: str, unit: str, work: Callable[[Tick], Workspace]) -> None:
        """Run `work` off the GUI thread, its progress in the place of the buttons of `doing`; one at a time."""
        if self._running:
            return
        self._running = True
        self._pool.waitForDone()
        self._job = job = Job(work)
        job.progress.connect(doing.progress.show_progress)
        job.succeeded.connect(self._open)
        job.failed.connect(self._fail)
        job.finished.connect(self._settle)
        doing.start(title, unit)
        self._set_idle(False)
        self._pool.start(job.run)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _open(self, workspace: Workspace) -> None:
        if self._closing:
            workspace.close()
        else:
            self.workspace_opened.emit(workspace)

    def _fail(self, error: Exception) -> None:
        if not self._closing:
            show_error(self._look, self, error)

    def _settle(self) -> None:
        self._running = False
        for doing in (self._doing, self.demo.doing, self.others.doing):
            doing.finish()
        self._set_idle(True)

    def _set_idle(self, idle: bool) -> None:
        for widget in (self.form, self.demo.button, self.others.open, self.others.restore):
            widget.setEnabled(idle)
        self.begin.setEnabled(idle and not self.form.missing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < ONE_COLUMN_BELOW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs and wait for it; a workspace that was opened too late is closed again."""
        self._closing = True
        self._stop()
        self._pool.waitForDone()
        QCoreApplication.sendPostedEvents(self)
        event.accept()
