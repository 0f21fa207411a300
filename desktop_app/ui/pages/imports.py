"""The page Impor: from a file to stored rows, with a look at everything before it is stored, and the way back."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QSizePolicy, QStackedWidget, QWidget

from desktop_app.domain.errors import AppError, MissingPeriod
from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.indonesian import NBSP, number
from desktop_app.operations.import_sheet import ImportReport, ImportRequest, check_sheet, import_sheet, list_imports
from desktop_app.operations.worker import in_worker
from desktop_app.ui.desk import Desk
from desktop_app.ui.job import Job
from desktop_app.ui.messages import ask
from desktop_app.ui.page import Page
from desktop_app.ui.pages.import_list import ImportList
from desktop_app.ui.pages.import_panels import AskMonth, Reading, Refused, Stored
from desktop_app.ui.pages.import_parts import STEPS, StepBar, dropped_file, file_filter
from desktop_app.ui.pages.import_preview import Preview
from desktop_app.ui.pages.sheet_words import report_words, rest_line, rows_to_store
from desktop_app.ui.widgets import Button, ElidedLabel, Icon, label, row
from desktop_app.ui.words import size

FILE, CHECK, SAVE = range(len(STEPS))
_CHECKING = "Belum ada yang disimpan. Anda dapat membuka halaman lain sementara berkas dibaca."
_SAVING = "Cadangan dibuat lebih dulu. Bila dihentikan, data tetap seperti sebelum impor ini."
_NOTHING_YET = "Belum ada yang disimpan. Cadangan dibuat lebih dulu, dan impor dapat diurungkan kapan saja."


class ImportPage(Page):
    """One file at a time: list → reading → preview (or a question, or a refusal) → stored."""

    name = "Impor"
    icon = "file-input"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(True)
        self._request: ImportRequest | None = None
        self._job: Job | None = None
        self._stopping = False
        self._asked = 0
        self._make_header()
        self.bar = StepBar(self.look)
        self.add_bar(self.bar)
        self.list = ImportList(desk)
        self.reading = Reading(self.look)
        self.month = AskMonth(self.look)
        self.preview = Preview(desk)
        self.refused = Refused(self.look)
        self.stored = Stored(self.look)
        self._stack = QStackedWidget()
        for view in (self.list, self.reading, self.month, self.preview, self.refused, self.stored):
            self._stack.addWidget(view)
        self.add_content(self._stack)
        self._make_footer()
        self._connect()
        self._show(self.list)

    @property
    def busy(self) -> bool:
        """A file is being read or stored."""
        return self._job is not None

    @property
    def view(self) -> QWidget | None:
        return self._stack.currentWidget()

    def refresh(self) -> None:
        self._asked += 1
        self.desk.read(list_imports, partial(self._show_records, self._asked))

    def choose_file(self) -> None:
        """Let the user pick a sheet with the system's own dialog."""
        path, _ = QFileDialog.getOpenFileName(self, "Pilih berkas untuk diimpor", "", file_filter())
        if path:
            self.accept_file(path)

    def accept_file(self, path: str) -> None:
        """Check this file; asks first where another one is under way."""
        # Asking opens a window, and the file manager must not wait for its answer.
        QTimer.singleShot(0, self, partial(self._take, Path(path)))

    def show_import(self, import_id: int) -> None:
        """One import in detail; a file that is being read, checked or stored stays in front."""
        self.list.choose(import_id)
        if self.view in (self.refused, self.stored):
            self._leave()

    def _take(self, path: Path) -> None:
        if self.busy:
            text = f"“{path.name}” belum dibuka: satu berkas setiap kali."
            self.reading.note.say(text, "Tunggu sampai selesai, atau tekan Hentikan, lalu letakkan lagi.", "warn")
            return
        if self.view in (self.preview, self.month) and self._request is not None and self._request.path != path:
            text = (
                f"“{self._request.path.name}” belum disimpan. Pratinjaunya ditutup; berkas itu sendiri tidak berubah."
            )
            if not ask(self.look, self, "Ganti berkas?", text, f"Periksa “{path.name}”"):
                return
        self.preview.report = None
        self._check(ImportRequest(path=path))

    def _make_header(self) -> None:
        self._file = QWidget()
        self._file_name, self._file_size = ElidedLabel(role="strong"), label("", "hint")
        self._file.setLayout(row(Icon(self.look, "file-spreadsheet", "t2"), self._file_name, self._file_size, 1))
        self._file.layout().setContentsMargins(12, 0, 12, 0)  # type: ignore[union-attr]
        self._file_name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.subtitle.hide()
        self.header.insertWidget(1, self._file, 100)
        self._choose = Button(self.look, "Pilih berkas", "file-input", kind="primary")
        self.add_action(self._choose)

    def _make_footer(self) -> None:
        line = self.add_footer()
        footer = line.parentWidget()
        assert isinstance(footer, QFrame)
        self._footer = footer
        self.back = Button(self.look, "Kembali", "arrow-left")
        self._foot = ElidedLabel(role="detail", mode=Qt.TextElideMode.ElideRight)
        self.save = Button(self.look, "Simpan", "save", kind="primary")
        line.addWidget(self.back)
        line.addSpacing(8)
        line.addWidget(self._foot, 1)
        line.addWidget(self.save)

    def _connect(self) -> None:
        for signal in (self.list.file_wanted, self.refused.file_wanted, self.stored.file_wanted, self._choose.clicked):
            signal.connect(self.choose_file)
        self.refused.again_wanted.connect(lambda: self._check(self._request))
        self.reading.stopped.connect(self._stop)
        self.month.changed.connect(self._show_act)
        self.preview.changed.connect(self._show_change)
        self.stored.list_wanted.connect(self._leave)
        self.stored.undo_wanted.connect(self._undo)
        self.stored.coverage_wanted.connect(lambda: self.desk.page_wanted.emit("Cakupan"))
        self.desk.import_wanted.connect(self.show_import)
        self.back.clicked.connect(self._leave)
        self.save.clicked.connect(self._act)

    def _show_records(self, question: int, records: list[ImportRecord]) -> None:
        if question == self._asked:
            self.list.set_records(records)
            self.preview.choices.set_records(records)
            self._choose.setVisible(self.view is self.list and bool(records))

    def _show(self, view: QWidget, step: int = FILE, what: str = "") -> None:
        """Show one of the views, with what belongs to it in header, step bar and footer."""
        self._stack.setCurrentWidget(view)
        listed = view is self.list
        self.bar.setVisible(not listed)
        self.bar.set_step(step, what)
        self._footer.setVisible(view in (self.preview, self.month, self.refused))
        self._choose.setVisible(listed and not self.list.empty)
        self._file.setVisible(not listed)
        if self._request is not None:
            path = self._request.path
            self._file_name.set_text(path.name)
            report = self.preview.report if view in (self.preview, self.stored) else None
            self._file_size.setText(size(report.size) if report else "")
        self._show_act()

    def _check(self, request: ImportRequest | None) -> None:
        """Read the file in a process of its own and say what an import would do."""
        if request is None:
            return
        self._request = request
        self.reading.start(f"Memeriksa {request.path.name}", _CHECKING)
        self._show(self.reading, FILE)
        folder = self.desk.folder
        job = self.desk.watch(
            lambda workspace, tick: in_worker(check_sheet, folder, tick, request),
            partial(self._show_report, request),
            partial(self._refuse, request),
        )
        self._watch(job)

    def _save(self, request: ImportRequest) -> None:
        self._request = request
        self.reading.start(f"Menyimpan {request.path.name}", _SAVING)
        self._show(self.reading, SAVE, self.bar_words())
        folder = self.desk.folder
        job = self.desk.write(
            lambda workspace, tick: in_worker(import_sheet, folder, tick, request), self._tell, self._refuse_saving
        )
        self._watch(job)

    def _watch(self, job: Job) -> None:
        self._job, self._stopping = job, False
        job.progress.connect(self.reading.progress.show_progress)
        job.cancelled.connect(self._show_stopped)
        job.failed.connect(self._fall_back)

    def _stop(self) -> None:
        if self._job is not None:
            self._stopping = True
            self._job.cancel()

    def _show_report(self, request: ImportRequest, report: ImportReport) -> None:
        self._job = None
        if self._stopping:
            self._return()
            return
        self.preview.set_report(report, request)
        self._show(self.preview, CHECK, self.bar_words())

    def _refuse(self, request: ImportRequest, error: AppError) -> None:
        """The check found no way; where there is a preview to go back to, it stays."""
        self._job = None
        checked = self.preview.report
        if isinstance(error, MissingPeriod):
            self.preview.report = None
            self.month.ask(error)
            self._show(self.month, CHECK)
        elif checked is not None:
            self._show(self.preview, CHECK, self.bar_words())
            self.preview.choices.take_back()
            self.preview.note.say_error(error)
        else:
            self.refused.refuse(request.path.name, error)
            self._show(self.refused, FILE)

    def _refuse_saving(self, error: AppError) -> None:
        self._job = None
        self._show(self.preview, CHECK, self.bar_words())
        self.preview.note.say_error(error)

    def _fall_back(self, error: Exception) -> None:
        """A bug stopped the job: the desk shows it, the page goes back to where it was."""
        if not isinstance(error, AppError):
            self._job = None
            self._return()

    def _show_stopped(self) -> None:
        self._job = None
        self._return()
        words = "Pekerjaan dihentikan. Tidak ada yang berubah: data seperti sebelum berkas ini dibuka."
        if self.view is self.preview:
            self.preview.note.say(words)
        else:
            self.desk.tell("Pekerjaan dihentikan", "Tidak ada yang disimpan.")

    def _return(self) -> None:
        """To the preview if there is one, else to the list."""
        if self.preview.report is not None:
            self._show(self.preview, CHECK, self.bar_words())
        else:
            self._leave()

    def _tell(self, report: ImportReport) -> None:
        self._job = None
        self.preview.report = report
        self.stored.show_report(report)
        self._show(self.stored, len(STEPS), self.bar_words())
        message = f"{number(rows_to_store(report))} baris tersimpan"
        self.desk.tell(message, rest_line(report.counts), partial(self._take_back, _new_imports(report)))

    def _undo(self) -> None:
        if self.preview.report is not None:
            self._take_back(_new_imports(self.preview.report))

    def _take_back(self, import_ids: list[int]) -> None:
        if self.view is self.stored:
            self._leave()
        self.list.take_back(import_ids)

    def _leave(self) -> None:
        self._request, self.preview.report = None, None
        self._show(self.list)

    def _show_change(self) -> None:
        self.bar.set_step(CHECK, self.bar_words())
        self._show_act()

    def _act(self) -> None:
        """The one thing to do next: check again, or save."""
        if self.view is self.month and self._request is not None:
            self._check(replace(self._request, period=self.month.month.value))
        elif self.view is self.preview:
            request = self.preview.choices.request()
            (self._check if self.preview.choices.must_check else self._save)(request)

    def _show_act(self) -> None:
        """Name the next act on the button; where it cannot be done, its tooltip and the footer say why."""
        report, reason, words, icon = self.preview.report, "", "Periksa", "refresh-cw"
        if self.view is self.month:
            reason = "" if self.month.month.value else "Pilih bulan data lebih dulu."
        elif self.view is self.preview and report is not None and not self.preview.choices.must_check:
            reason = _why_not(report)
            rows = rows_to_store(report)
            words, icon = f"Simpan {number(rows)}{NBSP}baris" if rows else "Simpan", "save"
        elif self.view is self.preview:
            words = "Periksa ulang"
        self.save.setText(words)
        self.save.set_icon(icon)
        self.save.setEnabled(not reason)
        self.save.setToolTip(reason)
        self.save.setVisible(self.view in (self.preview, self.month))
        stale = words == "Periksa ulang"
        hint = "Pilihan berubah, jadi jumlah di atas perlu dihitung lagi." if stale else _NOTHING_YET
        self._foot.set_text("" if self.view is self.refused else reason or hint)

    def bar_words(self) -> str:
        """What is being imported, for the right end of the step bar."""
        report, request = self.preview.report, self._request
        if report is None or request is None:
            return ""
        chosen = self.preview.choices.request().sender if self.view is self.preview else request.sender
        senders = dict.fromkeys(chosen or each.table.sender for each in report.tables)
        return " · ".join([report_words(report), *filter(None, senders)])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.list.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.list.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.list.set_over(False)
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.accept_file(path)


def _new_imports(report: ImportReport) -> list[int]:
    return [table.import_id for table in report.tables if table.import_id is not None and not table.already]


def _why_not(report: ImportReport) -> str:
    """Why nothing can be saved; empty where something can."""
    if report.already:
        return "Lembar ini sudah tersimpan seluruhnya."
    if not report.counts.stored and not report.counts.parked:
        return "Tidak ada baris yang dapat disimpan. Lihat alasannya di tabel."
    return ""
