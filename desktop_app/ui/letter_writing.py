"""A new letter: choices on the left, its pages on the right, made anew shortly after each change."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError, FileInUse, NoOffice
from desktop_app.domain.indonesian import number
from desktop_app.domain.letters import Split
from desktop_app.domain.sheets import Tick
from desktop_app.operations.letters.drafts import forget_draft, put_aside
from desktop_app.operations.letters.plan import plan_letter
from desktop_app.operations.letters.request import LetterPlan, LetterRequest, WrittenLetters
from desktop_app.operations.letters.templates import edit_template
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.worker import in_worker
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.written_files import file_name
from desktop_app.ui.book_editor import BookEditor
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import ask_again, open_file
from desktop_app.ui.job import Job
from desktop_app.ui.letter_form import LetterForm, kind_words
from desktop_app.ui.paper import PaperView
from desktop_app.ui.widgets import Button, frame, label, row

CHOICES_WIDTH, NARROW_CHOICES, NARROW_BELOW = 498, 412, 1000
PAUSE_MILLISECONDS = 150
"""Time without another change after which the pages are made anew."""


class LetterWriting(QWidget):
    """`left`: back to the list. `written`: WrittenLetters. `office_missing`: there is no office to write for."""

    left = Signal()
    written = Signal(object)
    office_missing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.look = desk, desk.look
        self.plan: LetterPlan | None = None
        self._asked = 0
        self._job: Job | None = None
        self.dialog: BookEditor | None = None
        self._touched = self._running = False
        self.form = LetterForm(self.look)
        self.paper = PaperView(self.look)
        self.trouble = label("", "error", wrap=True)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.ask)
        self.form.changed.connect(self._touch)
        self.form.origin_wanted.connect(self._show_origin)
        self.form.book_wanted.connect(self._edit_book)

    def begin(self, request: LetterRequest | None = None) -> None:
        self.plan, self._touched = None, False
        self.write_button.setEnabled(False)
        self.form.begin(request)
        self.form.kind.setFocus()
        self.ask()

    def ask(self) -> None:
        """Make the pages of what is chosen now; an answer to an older question is dropped."""
        self._asked += 1
        question, request = self._asked, self.form.request
        self.desk.read(
            lambda workspace: plan_letter(workspace, request),
            lambda plan: self.take_plan(question, plan), lambda error: self._refuse_plan(question, error),
        )  # fmt: skip

    def take_plan(self, question: int, plan: LetterPlan) -> None:
        """Show the answer to the question of that number, if it is the last one."""
        if question != self._asked:
            return
        self.plan = plan
        self.form.show_plan(plan)
        if plan.pages is not None:
            self.paper.show_document(plan.pages)
        self.trouble.setText("\n".join(plan.trouble))
        self.trouble.setVisible(bool(plan.trouble))
        self._show_button()

    def put_aside(self) -> None:
        """Keep what was chosen, so that it can be taken up again; an untouched form is not worth keeping."""
        self._pause.stop()
        if self._touched:
            request, title = self.form.request, self._title()
            self.desk.write(lambda workspace, tick: put_aside(workspace, request, title), lambda _: None)
            self._touched = False

    def write(self, target: Path | None = None) -> None:
        """Write the letters as chosen now."""
        request = replace(self.form.request, target=target)
        self._busy(True)
        self._job = self.desk.write(
            partial(_written, request), partial(self._done, request), partial(self._refuse_writing, request)
        )
        self._job.progress.connect(self._show_progress)
        self._job.cancelled.connect(lambda: self._busy(False))

    def edit_template(self) -> None:
        """Open the office's template of this kind in Word."""
        if self.plan is not None:
            kind = self.plan.kind
            self.desk.write(lambda workspace, tick: edit_template(workspace, kind), self._opened)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._left = frame("form")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 1, 0)
        left.setSpacing(0)
        self.form.setObjectName("scrolled")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.form)
        left.addWidget(area, 1)
        self.trouble.setContentsMargins(20, 6, 20, 6)
        self.trouble.hide()
        left.addWidget(self.trouble)
        left.addWidget(self._made_footer())
        line.addWidget(self._left)
        line.addWidget(self.paper, 1)

    def _made_footer(self) -> QFrame:
        footer = frame("footer")
        footer.setFixedHeight(52)
        self.back_button = Button(self.look, "Kembali", "arrow-left")
        self.back_button.clicked.connect(self.left)
        self.draft_button = Button(self.look, "Simpan draf")
        self.draft_button.clicked.connect(self._keep_draft)
        self.write_button = Button(self.look, "Buat surat Word", "file-text", kind="primary")
        self.write_button.clicked.connect(lambda: self.write())
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.stop_button = Button(self.look, "Hentikan", "circle-stop")
        self.stop_button.clicked.connect(self._stop)
        for part in (self.progress, self.stop_button):
            part.hide()
        line = row(self.back_button, self.progress, 1, self.stop_button, self.draft_button, self.write_button)
        line.setContentsMargins(20, 0, 20, 0)
        footer.setLayout(line)
        return footer

    def _touch(self) -> None:
        self._touched = True
        self._pause.start()

    def _show_button(self) -> None:
        plan = self.plan
        letters = plan.letters if plan else 1
        many = plan is not None and plan.request.split is not Split.SATU
        self.write_button.setText(f"Buat {number(letters)} surat Word" if many else "Buat surat Word")
        ready = plan is not None and plan.pages is not None and letters > 0
        self.write_button.setEnabled(ready)
        self.write_button.setToolTip("" if ready else "Periksa isian di atas lebih dulu.")

    def _busy(self, busy: bool) -> None:
        for part in (self.progress, self.stop_button):
            part.setVisible(busy)
        self._running = busy
        self._show_footer()
        if busy:
            self.progress.setRange(0, 0)
            self.write_button.setEnabled(False)
            self.write_button.setText("Menulis …")
        else:
            self._show_button()

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _done(self, request: LetterRequest, written: WrittenLetters) -> None:
        self._busy(False)
        self._touched = False
        self.desk.write(lambda workspace, tick: forget_draft(workspace, request), lambda _: None)
        self.written.emit(written)

    def _refuse_plan(self, question: int, error: AppError) -> None:
        if question != self._asked:
            return
        if isinstance(error, NoOffice):
            self.office_missing.emit()
            return
        self.trouble.setText(f"{error} {error.hint}".strip())
        self.trouble.show()
        self.write_button.setEnabled(False)
        self.write_button.setToolTip(str(error))

    def _refuse_writing(self, request: LetterRequest, error: AppError) -> None:
        self._busy(False)
        if not isinstance(error, FileInUse):
            self.desk.failed.emit(error)
            return
        proposed = request.target or self.desk.workspace.letters / file_name(self._title(), ".docx")
        ask_again(self.look, self, error, proposed, lambda target: self.write(target or request.target))

    def _title(self) -> str:
        plan = self.plan
        if plan is None:
            return "Surat"
        subject = next((one.title for one in plan.subjects if one.key == plan.request.subject), "")
        return f"{kind_words(plan)} {subject} {plan.region.name}"

    def _keep_draft(self) -> None:
        request, title = self.form.request, self._title()
        self._touched = False
        self.desk.write(
            lambda workspace, tick: put_aside(workspace, request, title),
            lambda _: self.desk.tell("Draf tersimpan", "Ada di daftar surat; belum ada berkas yang dibuat."),
        )  # fmt: skip

    def _opened(self, path: Path) -> None:
        open_file(path)
        self.desk.tell("Templat dibuka di Word", "Setelah disimpan di Word, pratinjau mengikuti.")

    def _edit_book(self, _: str) -> None:
        self.dialog = BookEditor(self.desk, self)
        self.dialog.stored.connect(lambda _: self.ask())
        self.dialog.begin()

    def _show_origin(self, region: str) -> None:
        self.desk.page_wanted.emit("Cakupan")
        self.desk.origin_wanted.emit(region)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(NARROW_CHOICES if self._narrow else CHOICES_WIDTH)
        self._show_footer()

    @property
    def _narrow(self) -> bool:
        return self.width() < NARROW_BELOW

    def _show_footer(self) -> None:
        """Where there is little room, the way back is the page's own “Tutup”."""
        self.back_button.setVisible(not self._running and not self._narrow)
        self.draft_button.setVisible(not self._running)


def _written(request: LetterRequest, workspace: Workspace, tick: Tick) -> WrittenLetters:
    """Many letters are seconds of work in which the window would stutter: they are written in a process of their own."""
    if request.split is Split.SATU:
        return make_letters(workspace, request, tick)
    return in_worker(make_letters, workspace.folder, tick, request)
