"""The page Impor: from a file to stored rows, step by step, with a look at everything before it is stored, and the way back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.errors import AppError, NoTable
from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.indonesian import number
from desktop_app.operations.drafts import DraftRecord, discard_draft, list_drafts
from desktop_app.operations.half_done import FileState
from desktop_app.operations.import_sheet import ImportReport, ImportRequest, list_imports
from desktop_app.operations.return_sheet import return_sheet, what_is_lost
from desktop_app.operations.worker import in_worker
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import tell_written
from desktop_app.ui.messages import ask
from desktop_app.ui.pages.import_columns import ColumnsStep
from desktop_app.ui.pages.import_flow import Step, Work
from desktop_app.ui.pages.import_foot import act_of, foot_words, work_words
from desktop_app.ui.pages.import_frame import ROOMY, ImportFrame
from desktop_app.ui.pages.import_panels import Reading, Refused, Stored
from desktop_app.ui.pages.import_parts import STEPS, file_filter
from desktop_app.ui.pages.import_preview import Preview
from desktop_app.ui.pages.import_questions import QuestionsStep
from desktop_app.ui.pages.import_tables import TablesStep
from desktop_app.ui.pages.import_work import Importing
from desktop_app.ui.pages.sheet_words import month_of_last, report_words, rest_line, rows_to_store
from desktop_app.ui.words import size

_GONE = "Yang sudah dibaca masih dapat disimpan, tetapi tidak dapat diperiksa ulang."
_CHANGED = "Yang dilanjutkan adalah isinya waktu itu. Untuk membaca isi yang baru, pilih berkasnya lagi."


class ImportPage(ImportFrame):
    """One file at a time: list → reading → the steps that need the clerk → stored. An import that is left waits in the list."""

    name = "Impor"
    icon = "file-input"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.importing = Importing(desk)
        self._step = Step.FILE
        self._asked = 0
        self._saved: ImportReport | None = None
        self.reading = Reading(self.look)
        self.refused = Refused(self.look)
        self.stored = Stored(self.look)
        self.tables, self.columns = TablesStep(self.look), ColumnsStep(self.look)
        self.questions, self.preview = QuestionsStep(desk), Preview(desk)
        self._views: dict[Step, TablesStep | ColumnsStep | QuestionsStep | Preview] = {
            Step.TABLES: self.tables, Step.COLUMNS: self.columns, Step.QUESTIONS: self.questions,
            Step.PREVIEW: self.preview,
        }  # fmt: skip
        self._make_content((self.list, self.reading, self.refused, self.stored, *self._views.values()))
        self._make_footer()
        self._connect()
        self._show(self.list)

    @property
    def busy(self) -> bool:
        """A file is being read or stored."""
        return self.importing.busy

    @property
    def work(self) -> Work | None:
        """The workbook under way."""
        return self.importing.work

    def refresh(self) -> None:
        self._asked += 1
        self.desk.read(_listed, partial(self._show_listed, self._asked))

    def choose_file(self) -> None:
        """Let the user pick a sheet with the system's own dialog."""
        path, _ = QFileDialog.getOpenFileName(self, "Pilih berkas untuk diimpor", "", file_filter())
        if path:
            self.accept_file(path)

    def accept_file(self, path: str) -> None:
        """Check this file; one that is under way waits in the list meanwhile."""
        # The file manager must not wait for what follows.
        QTimer.singleShot(0, self, partial(self._take, Path(path)))

    def show_import(self, import_id: int) -> None:
        """One import in detail; a file that is being read, checked or stored stays in front."""
        self.list.choose(import_id)
        if self.view in (self.refused, self.stored):
            self.leave()

    def _take(self, path: Path) -> None:
        if self.busy:
            text = f"“{path.name}” belum dibuka: satu berkas setiap kali."
            self.reading.note.say(text, "Tunggu sampai selesai, atau tekan Hentikan, lalu letakkan lagi.", "warn")
            return
        work = self.work
        if work is not None and work.checked.path != path:
            self.desk.tell(f"“{work.checked.path.name}” menunggu di daftar", "Lanjutkan kapan saja dari halaman Impor.")
        again = self.list.drafts.of_file(str(path)) if work is None else None
        if work is None or work.checked.path != path:
            self.importing.leave()
        if again is not None:
            self.importing.go_on(again.name, path, dropped=True)
        else:
            self.importing.check(ImportRequest(path=path))

    def _connect(self) -> None:
        job = self.importing
        for signal in (self.list.file_wanted, self.refused.file_wanted, self.stored.file_wanted, self._choose.clicked):
            signal.connect(self.choose_file)
        job.started.connect(self._show_job)
        job.progress.connect(self.reading.progress.show_progress)
        job.arrived.connect(self._show_arrived)
        job.looked.connect(self._show_look)
        job.saved.connect(self._show_saved)
        job.refused.connect(self._show_refused)
        job.stopped.connect(self._show_stopped)
        job.failed.connect(self._return)
        self.refused.again_wanted.connect(lambda: job.check(ImportRequest(path=job.path)))
        self.reading.stopped.connect(job.stop)
        for view in self._views.values():
            view.changed.connect(self._show_change)
        self.questions.finished.connect(self.save.setFocus)
        self.preview.choices.look_wanted.connect(job.look_again)
        self.preview.choices.questions_wanted.connect(self._answer_left)
        self.list.drafts.resumed.connect(lambda record: job.go_on(record.name, record.path))
        self.list.drafts.discarded.connect(self._discard)
        self.stored.list_wanted.connect(self.leave)
        self.stored.undo_wanted.connect(self._undo)
        self.stored.reply_wanted.connect(self._ask_reply)
        self.stored.coverage_wanted.connect(lambda: self.desk.page_wanted.emit("Cakupan"))
        self.desk.import_wanted.connect(self.show_import)
        self.back.clicked.connect(self.go_back)
        self.later.clicked.connect(self.leave)
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self._act)

    def _show_listed(self, question: int, listed: tuple[list[ImportRecord], list[DraftRecord]]) -> None:
        if question != self._asked:
            return
        records, drafts = listed
        present = self.work.report.draft if self.work else ""
        self.list.set_records(records)
        self.list.set_drafts([draft for draft in drafts if draft.name != present])
        self._choose.setVisible(self.view is self.list and bool(records))

    def _show(self, view: QWidget, step: int = Step.FILE) -> None:
        """Show one of the views, with what belongs to it in header, step bar and footer."""
        self._stack.setCurrentWidget(view)
        listed, under_way = view is self.list, view in self._views.values()
        self.bar.setVisible(not listed)
        self.bar.set_step(step, self.bar_words())
        self._footer.setVisible(under_way or view is self.refused)
        self._choose.setVisible(listed and not self.list.empty)
        self.template.setVisible(listed)
        self.cancel.setVisible(under_way)
        self.later.setVisible(under_way)
        self._file.setVisible(not listed)
        self._file_name.set_text(self.importing.path.name)
        report = self.work.report if self.work else self._saved if view is self.stored else None
        self._file_size.setText(size(report.size) if report else "")
        self._note_box.setVisible(under_way and not self.note.isHidden())
        self._show_act()

    def show_step(self, step: Step) -> None:
        """One step of the workbook under way, with the keyboard where it is needed first."""
        work = self.work
        if work is None or step not in self._views:
            self.leave()
            return
        self._step = step
        view = self._views[step]
        if isinstance(view, ColumnsStep):
            tables = [each.table for each in work.report.tables]
            senders = [work.wanted.sender or table.sender for table in tables]
            view.show_work(work, month_of_last(work.records, senders, [table.kind for table in tables]))
        else:
            view.show_work(work)
        self._show(view, step)
        self._focus(view)

    def _focus(self, view: QWidget) -> None:
        """On the button, where nothing is asked: Enter goes on."""
        self.save.setFocus() if self.save.isEnabled() else self.setFocus()
        work = self.work
        if view is self.questions and work is not None and work.open_questions():
            self.questions.focus_first()
        elif view is self.tables and work is not None and work.open_months():
            self.tables.focus_first()

    def _show_job(self, title: str, hint: str, saving: bool) -> None:
        self.reading.start(title, hint)
        self._show(self.reading, Step.SAVE if saving else Step.FILE)

    def _show_arrived(self, work: Work) -> None:
        if not work.tables and not work.report.hidden_sheets:
            self.importing.let_go()
            self._show_refused(NoTable(work.report.file), False)
            return
        self.note.clear()
        self._say_file(work)
        self.show_step(work.landing())

    def _say_file(self, work: Work) -> None:
        """What became of the file since a draft was read from it."""
        if work.report.corrects:
            older = ", ".join(dict.fromkeys(f"“{record.file}”" for record in work.report.corrects))
            self.say(f"Berkas ini perbaikan atas {older}.", "Isinya menggantikan yang lama bila disimpan.", "info")
        if work.file is FileState.GONE:
            self.say(f"Berkas “{work.report.file}” tidak ditemukan lagi di tempatnya.", _GONE, "warn")
        elif work.file is FileState.CHANGED:
            self.say(f"Berkas “{work.report.file}” berubah sejak diperiksa.", _CHANGED, "warn")

    def _show_look(self) -> None:
        self.preview.show_look()
        self._show_act()

    def _show_change(self) -> None:
        self.importing.keep()
        self.bar.set_step(self._step, self.bar_words())
        self._show_act()

    def _show_refused(self, error: AppError, saving: bool) -> None:
        """The work found no way; where there is something to go back to, it stays."""
        if self.work is not None:
            self._show(self._views[self._step], self._step)
            self.note.say_error(error)
            self._note_box.setVisible(True)
        else:
            self.refused.refuse(self.importing.path.name, error)
            self._show(self.refused, Step.FILE)

    def _show_stopped(self, saving: bool) -> None:
        self._return()
        if self.work is not None:
            words = "Pekerjaan dihentikan. Tidak ada yang berubah: data seperti sebelum berkas ini dibuka."
            self.say(words, "", "info")
        else:
            self.desk.tell("Pekerjaan dihentikan", "Tidak ada yang disimpan.")

    def _return(self) -> None:
        """To the step that was left for a job, else to the list."""
        if self.work is not None:
            self._show(self._views[self._step], self._step)
        else:
            self.leave()

    def _show_saved(self, report: ImportReport) -> None:
        self._saved = report
        self.stored.show_report(report)
        self._show(self.stored, len(STEPS))
        message = f"{number(rows_to_store(report))} baris tersimpan"
        self.desk.tell(message, rest_line(report.counts), partial(self._take_back, _new_imports(report)))

    def _undo(self) -> None:
        if self._saved is not None:
            self._take_back(_new_imports(self._saved))

    def _ask_reply(self) -> None:
        """Write the sheet that goes back to its sender, after saying what it cannot keep."""
        path = self.importing.path
        self.desk.read(lambda workspace: what_is_lost(path), self._reply, self.desk.failed.emit)

    def _reply(self, lost: tuple[str, ...]) -> None:
        report, path, folder = self._saved, self.importing.path, self.desk.folder
        if report is None:
            return
        title = "Buat lembar balasan?"
        if lost and not ask(self.look, self, title, " ".join(lost), "Buat lembar balasan"):
            return
        numbers = [table.import_id for table in report.tables if table.import_id is not None]
        self.stored.reply.setEnabled(False)
        job = self.desk.write(
            lambda workspace, tick: in_worker(return_sheet, folder, tick, numbers, path),
            partial(tell_written, self.desk), self.desk.failed.emit,
        )  # fmt: skip
        job.finished.connect(lambda: self.stored.reply.setEnabled(True))

    def _take_back(self, import_ids: list[int]) -> None:
        if self.view is self.stored:
            self.leave()
        self.list.take_back(import_ids)

    def leave(self) -> None:
        """To the list; what was begun waits there."""
        self.importing.leave()
        self.note.clear()
        self._show(self.list)
        self.refresh()

    def _cancel(self) -> None:
        """Let the import go; asks where the clerk has said something."""
        work = self.work
        if work is None:
            return
        text = "Jawaban Anda untuk berkas ini hilang. Tidak ada yang disimpan, dan berkas asal tidak berubah."
        said = work.wanted != ImportRequest(path=work.wanted.path)
        if said and not ask(
            self.look, self, "Batalkan impor ini?", text, "Batalkan impor", dangerous=True, cancel="Teruskan"
        ):
            return
        self.importing.let_go()
        self.leave()
        self.desk.tell("Impor dibatalkan", "Tidak ada yang disimpan.")

    def _discard(self, record: DraftRecord) -> None:
        self.desk.read(lambda workspace: discard_draft(workspace, record.name), lambda _: self.refresh())

    def go_back(self) -> None:
        """One step back; from the first one to the list."""
        if self.work is not None and self.view in self._views.values():
            self.show_step(self.work.before(self._step))
        elif self.view in (self.refused, self.stored):
            self.leave()

    def _answer_left(self) -> None:
        """Questions that were left open, once more."""
        if self.work is not None:
            self.work.left.clear()
            self.show_step(Step.QUESTIONS)

    def _act(self) -> None:
        """The one thing to do next: check again, go on, or save."""
        work = self.work
        if work is None or self.busy or self.view not in self._views.values():
            return
        work.passed |= {step for step in Step if step <= self._step}
        if self._step is Step.QUESTIONS:
            work.left |= {question.key for question in work.open_questions()}
        if work.must_check:
            self.importing.check_again()
        elif self._step is Step.PREVIEW:
            self.importing.store()
        else:
            self.show_step(work.after(self._step))

    def _show_act(self) -> None:
        """Name the next act on the button; where it cannot be done, its tooltip and the footer say why."""
        work = self.work if self.view in self._views.values() else None
        self.save.setVisible(work is not None)
        self._key.setVisible(work is not None and self.width() >= ROOMY)
        if work is None:
            self._foot.set_text("")
            return
        self.say_act(*act_of(work, self._step), foot_words(work, self._step))

    def bar_words(self) -> str:
        """What is being imported, for the right end of the step bar."""
        if self.work is not None:
            return work_words(self.work)
        return report_words(self._saved) if self._saved is not None and self.view is self.stored else ""


def _listed(workspace: Workspace) -> tuple[list[ImportRecord], list[DraftRecord]]:
    return list_imports(workspace), list_drafts(workspace)


def _new_imports(report: ImportReport) -> list[int]:
    return [table.import_id for table in report.tables if table.import_id is not None and not table.already]
