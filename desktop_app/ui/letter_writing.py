"""A new letter: choices on the left, its pages on the right, made anew shortly after each change."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError, FileInUse, NoOffice
from desktop_app.domain.letters import Split
from desktop_app.operations.letters.drafts import KeptDraft
from desktop_app.operations.letters.plan import plan_letter
from desktop_app.operations.letters.request import LetterPlan, LetterRequest, WrittenLetters
from desktop_app.operations.letters.templates import edit_template, restore_template
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.written_files import file_name
from desktop_app.ui.book_editor import BookEditor
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import ask_again, open_file
from desktop_app.ui.job import Job
from desktop_app.ui.letter_choices import LetterChoices
from desktop_app.ui.letter_footer import WritingFooter
from desktop_app.ui.letter_form import LetterForm, kind_words
from desktop_app.ui.letter_halves import LetterHalves
from desktop_app.ui.letter_keeping import DraftKeeper
from desktop_app.ui.letter_preview import LetterPreview
from desktop_app.ui.template_watch import TemplateWatch

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
        self.form, self.footer = LetterForm(self.look), WritingFooter(self.look)
        self.choices, self.preview = LetterChoices(self.look, self.form), LetterPreview(self.look)
        self.paper = self.preview.paper
        self.halves = LetterHalves(self.look, self.choices, self.footer, self.preview)
        self.drafts = DraftKeeper(desk, self)
        self._watch = TemplateWatch(desk.workspace.templates, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.halves)
        self._connect()

    @property
    def busy(self) -> bool:
        """Letters are being written."""
        return self.footer.busy

    def begin(self, request: LetterRequest | None = None, draft: KeptDraft | None = None) -> None:
        """A new letter of `request`, or a draft that was put aside; that one is kept in its own place again."""
        self.plan = None
        self.drafts.begin(draft)
        self.footer.show_count(1, False, "Pratinjau sedang dibuat.")
        self.form.begin(draft.request if draft else request)
        self.choices.begin()
        self.halves.show_view(0)
        self.form.kind.setFocus()
        self.ask()

    def ask(self) -> None:
        """Make the pages of what is chosen now; an answer to an older question is dropped."""
        self._pause.stop()
        self._asked += 1
        question, request = self._asked, self.form.request
        self.desk.read(
            lambda workspace: plan_letter(workspace, request),
            lambda plan: self.take_plan(question, plan), lambda error: self._refuse_plan(question, error),
        )  # fmt: skip

    def take_plan(self, question: int, plan: LetterPlan) -> None:
        """Show the answer to the question of that number, if it is the last one and nothing changed since."""
        if question != self._asked or self.busy:
            return
        self.plan = plan
        self.form.show_plan(plan)
        self.preview.show_pages(plan.pages, plan.trouble)
        self.choices.show_trouble(plan.trouble, plan.notes)
        self._show_button()

    def put_aside(self) -> None:
        """Keep what was chosen, so that it can be taken up again; an untouched form is not worth keeping."""
        self._pause.stop()
        self._asked += 1
        if self.drafts.touched:
            self.drafts.keep(self.form.request, self._title())

    def keep_draft(self) -> None:
        """As `put_aside`, because the clerk wants it."""
        if not self.busy and self.plan is not None:
            said = "Ada di daftar surat; belum ada berkas yang dibuat."
            self.drafts.keep(self.form.request, self._title(), "Draf tersimpan", said)

    def write(self, target: Path | None = None) -> None:
        """Write the letters as chosen now."""
        request = replace(self.form.request, target=target)
        self._busy(True)
        self._job = self.desk.write(
            lambda workspace, tick: make_letters(workspace, request, tick), self._done,
            partial(self._refuse_writing, request),
        )  # fmt: skip
        self._job.progress.connect(self.footer.show_progress)
        self._job.cancelled.connect(self._stopped)

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def edit_template(self) -> None:
        """Open the office's template of this kind in Word."""
        if self.plan is not None:
            kind = self.plan.kind
            self.desk.watch(lambda workspace, tick: edit_template(workspace, kind), self._opened)

    def restore_template(self) -> None:
        """Take the shipped template again; the office's own stays among the old ones."""
        if self.plan is not None:
            kind = self.plan.kind
            self.desk.watch(lambda workspace, tick: restore_template(workspace, kind), self._restored)

    def _connect(self) -> None:
        self.form.changed.connect(self._touch)
        self.form.origin_wanted.connect(self._show_origin)
        self.form.book_wanted.connect(self._edit_book)
        self.footer.back.clicked.connect(self.left)
        self.footer.draft.clicked.connect(self.keep_draft)
        self.footer.write.clicked.connect(lambda: self.write())
        self.footer.stopped.connect(self.stop)
        self.preview.template_wanted.connect(self.edit_template)
        self.preview.restore_wanted.connect(self.restore_template)
        self._watch.changed.connect(self._ask_in_sight)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+S"), self, self.keep_draft, context=here)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.footer.write.click, context=here)

    def _touch(self) -> None:
        """Something changed: an answer that is still under way is out of date."""
        self.drafts.touched = True
        self._asked += 1
        self._pause.start()

    def _ask_in_sight(self) -> None:
        if self.isVisible() and self.plan is not None:
            self.ask()

    def _show_button(self) -> None:
        plan = self.plan
        many = plan is not None and plan.request.split is not Split.SATU
        self.footer.show_count(plan.letters if plan else 1, many, _why_not(plan))

    def _busy(self, busy: bool) -> None:
        self.footer.set_busy(busy)
        self.form.setEnabled(not busy)
        if not busy:
            self._show_button()

    def _stopped(self) -> None:
        self._busy(False)
        self.desk.tell("Penulisan surat dihentikan", "Tidak ada surat yang dibuat.")

    def _done(self, written: WrittenLetters) -> None:
        self._busy(False)
        self.drafts.forget()
        self.written.emit(written)

    def _refuse_plan(self, question: int, error: AppError) -> None:
        if question != self._asked:
            return
        if isinstance(error, NoOffice):
            self.office_missing.emit()
            return
        words = f"{error} {error.hint}".strip()
        self.choices.show_trouble((words,), ())
        self.footer.show_count(1, False, words)

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
        return f"{kind_words(plan)}, {subject}, {plan.region.name}"

    def _opened(self, path: Path) -> None:
        open_file(path)
        self.desk.tell("Templat dibuka di Word", "Setelah disimpan di Word, pratinjau mengikuti.")

    def _restored(self, kept: Path | None) -> None:
        self.ask()
        if kept is not None:
            self.desk.tell("Templat bawaan dipakai lagi", f"Templat kantor disimpan sebagai {kept.name}.")

    def _edit_book(self, _: str) -> None:
        self.dialog = BookEditor(self.desk, self)
        self.dialog.stored.connect(lambda _: self.ask())
        self.dialog.begin()

    def _show_origin(self, region: str) -> None:
        self.desk.page_wanted.emit("Cakupan")
        self.desk.origin_wanted.emit(region)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.look_again()


def _why_not(plan: LetterPlan | None) -> str:
    """Why no letter can be written now; empty where it can."""
    if plan is None:
        return "Pratinjau sedang dibuat."
    if plan.pages is None:
        return f"Templat surat perlu diperbaiki. {plan.trouble[0] if plan.trouble else ''}".strip()
    if not plan.letters:
        return "Belum ada penerima. Pilih penerima, atau impor daftarnya lebih dulu."
    return ""
