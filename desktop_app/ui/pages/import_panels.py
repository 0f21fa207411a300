"""Single cards of the page Impor: reading, a refusal, and what was stored."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import number
from desktop_app.operations.import_sheet import ImportReport
from desktop_app.ui.look import Look
from desktop_app.ui.messages import Progress
from desktop_app.ui.pages.notes import NOTHING_STORED, Note
from desktop_app.ui.pages.sheet_words import change_lines, kind_and_month, rest_line, rows_to_store, sum_line
from desktop_app.ui.widgets import Button, Card, ElidedLabel, Icon, clear, label, row, rule

WIDTH = 560


class _Panel(QWidget):
    """A card in the upper middle of the page."""

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 24, 20, 16)
        self.card = Card(padding=20)
        self.card.setFixedWidth(WIDTH)
        self.card.body.setSpacing(12)
        # Between stretches, not aligned: an aligned card would not grow with its wrapped lines.
        outer.addLayout(row(1, self.card, 1, spacing=0))
        outer.addStretch(1)


class Reading(_Panel):
    """A file is read or stored. `stopped`: the user does not want it any more."""

    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.progress = Progress(look)
        self.progress.stopped.connect(self.stopped)
        self.note = Note(look)
        self._hint = label("", "hint", wrap=True)
        for widget in (self.progress, self._hint, self.note):
            self.card.body.addWidget(widget)

    def start(self, title: str, hint: str) -> None:
        self.note.clear()
        self._hint.setText(hint)
        self.progress.start(title)


class Refused(_Panel):
    """The file cannot be imported: why, what to do, and the way to another one."""

    file_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        body = self.card.body
        words = QVBoxLayout()
        words.setSpacing(8)
        self._file = ElidedLabel(role="card-title")
        self._text, self._step = label("", "secondary", wrap=True), label("", "", wrap=True)
        for widget in (self._file, self._text, self._step):
            words.addWidget(widget)
        body.addLayout(_headed(Icon(look, "file-warning", "bad", 18, box=36, tint="bad"), words))
        body.addWidget(rule())
        again = Button(look, "Coba lagi", "refresh-cw")
        again.clicked.connect(self.again_wanted)
        self.choose = Button(look, "Pilih berkas lain", "file-input", kind="primary")
        self.choose.clicked.connect(self.file_wanted)
        body.addLayout(row(1, again, self.choose))

    def refuse(self, file: str, error: AppError) -> None:
        self._file.set_text(f"“{file}” tidak dapat diimpor")
        self._text.setText(f"{error} {NOTHING_STORED}")
        self._step.setText(f"Langkah: {error.hint[:1].lower()}{error.hint[1:]}")
        self._step.setVisible(bool(error.hint))
        self.choose.setFocus()

    @property
    def words(self) -> str:
        return f"{self._text.text()} {self._step.text()}"


class Stored(_Panel):
    """What was stored, what waits, and where to go next."""

    coverage_wanted = Signal()
    file_wanted = Signal()
    list_wanted = Signal()
    reply_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        body = self.card.body
        self._title, self._file = label("", "step-title", wrap=True), ElidedLabel(role="detail")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._file)
        body.addLayout(_headed(Icon(look, "circle-check", "ok", 18, box=36, tint="ok"), words))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        body.addLayout(self._lines)
        self._changes = QVBoxLayout()
        self._changes.setSpacing(4)
        body.addLayout(self._changes)
        self.reply = Button(look, "Buat lembar balasan", "file-text")
        self.reply.clicked.connect(self.reply_wanted)
        self.reply.hide()
        body.addLayout(row(self.reply, 1))
        body.addWidget(rule())
        coverage = Button(look, "Lihat cakupan", "map", kind="primary")
        another = Button(look, "Impor lembar lain", "file-input")
        listed = Button(look, "Daftar impor", kind="light")
        undo = Button(look, "Urungkan", "undo-2", kind="light")
        for button, signal in (
            (coverage, self.coverage_wanted),
            (another, self.file_wanted),
            (listed, self.list_wanted),
            (undo, self.undo_wanted),
        ):
            button.clicked.connect(signal)
        self.first = coverage
        body.addLayout(row(undo, listed, 1, another, coverage))

    def show_changes(self, lines: Sequence[str]) -> None:
        """What is other than in the sheet that was replaced: who came, left, moved or changed."""
        clear(self._changes)
        if lines:
            self._changes.addWidget(label("Yang berubah dari lembar lama", "strong"))
        for line in lines:
            self._changes.addWidget(label(line, "detail", wrap=True))

    def show_report(self, report: ImportReport) -> None:
        self.show_changes(change_lines(report))
        self.reply.setVisible(bool(report.counts.parked or report.counts.refused))
        counts = report.counts
        self._title.setText(f"{number(rows_to_store(report))} baris tersimpan")
        self._file.set_text(report.file)
        clear(self._lines)
        for table in report.tables:
            words = f"Lembar “{table.table.sheet}”: {kind_and_month(table.table.kind, table.table.period)}"
            again = ", sudah tersimpan sebelumnya" if table.already else f", {number(table.counts.stored)} baris"
            self._add(words + again)
            if table.replaced:
                files = ", ".join(f"“{record.file}”" for record in table.replaced)
                self._add(f"Menggantikan {files}, yang berlaku kembali bila impor ini diurungkan.")
        self._add(sum_line(counts), "hint")
        if rest := rest_line(counts):
            self._add(f"{rest}. Baris itu tetap tercatat dan terlihat di daftar impor.")
        self.first.setFocus()

    def _add(self, text: str, role: str = "detail") -> None:
        self._lines.addWidget(label(text, role, wrap=True))


def _headed(icon: Icon, words: QVBoxLayout) -> QHBoxLayout:
    """An icon at the left of the first line of the words."""
    line = QHBoxLayout()
    line.setSpacing(14)
    line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return line
