"""The foot of a new letter: back, keep as a draft, write; while it is written, how far it is and a way to stop."""

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from desktop_app.domain.indonesian import number
from desktop_app.ui.look import Look
from desktop_app.ui.messages import Pace, remaining_words
from desktop_app.ui.pages.reference_parts import allow
from desktop_app.ui.widgets import Button, label, row

_HEIGHT, _BAR = 52, 110


class WritingFooter(QFrame):
    """`stopped`: the letters that are being written are not wanted. The buttons speak for themselves."""

    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.setFixedHeight(_HEIGHT)
        self.busy = False
        self._pace = Pace()
        self.back = Button(look, "Kembali", "arrow-left")
        self.draft = Button(look, "Simpan draf")
        self.draft.setToolTip("Pilihan dan suntingan butir disimpan; belum ada berkas yang dibuat. (Ctrl+S)")
        self.write = Button(look, "Buat surat Word", "file-text", kind="primary")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(_BAR, 6)
        self.progress.setAccessibleName("Kemajuan penulisan surat")
        self.said = label("", "detail")
        self.stop = Button(look, "Hentikan", "circle-stop")
        self.stop.clicked.connect(self._ask_stop)
        line = row(
            self.back, self.progress, self.said, 1, self.stop, self.draft, self.write
        )  # fmt: skip
        line.setContentsMargins(20, 0, 20, 0)
        self.setLayout(line)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        self.busy, self._pace = busy, Pace()
        for part in (self.progress, self.said, self.stop):
            part.setVisible(busy)
        for button in (self.back, self.draft, self.write):
            button.setVisible(not busy)
        self.progress.setRange(0, 0)
        self.said.setText("Menyiapkan …")
        self.stop.setEnabled(True)

    def show_progress(self, done: int, total: int) -> None:
        if not self.stop.isEnabled():
            return
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        left = remaining_words(self._pace.seconds_left(done, total, time.monotonic()))
        self.said.setText(f"Menulis, {number(100 * done // max(total, 1))} %{left}")

    def show_count(self, letters: int, many: bool, why_not: str) -> None:
        """The button names how many letters it makes, or says why it makes none."""
        self.write.setText(f"Buat {number(letters)} surat Word" if many else "Buat surat Word")
        allow(self.write, why_not)

    def _ask_stop(self) -> None:
        self.stop.setEnabled(False)
        self.said.setText("Menghentikan … tidak ada surat yang dibuat.")
        self.stopped.emit()
