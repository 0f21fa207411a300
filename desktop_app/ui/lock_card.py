"""A workbook gets a password before it is sent, or loses it after it came."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit

from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, Card, ElidedLabel, Icon, field, frame, label

_FILTER = "Buku kerja Excel (*.xlsx)"


class LockCard(Card):
    """`lock_wanted`, `unlock_wanted`: a path and a password."""

    lock_wanted = Signal(object, str)
    unlock_wanted = Signal(object, str)

    def __init__(self, look: Look, folder: Path) -> None:
        super().__init__("Berkas bersandi", "pertukaran dengan kantor lain")
        self._folder = folder
        self.path: Path | None = None
        self.name = ElidedLabel()
        self.pick = Button(look, "Pilih berkas", "folder-open", small=True)
        self.password, self.again = QLineEdit(), QLineEdit()
        for edit in (self.password, self.again):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.textChanged.connect(self._allow)
        self.lock = Button(look, "Beri sandi", "lock", kind="primary")
        self.unlock = Button(look, "Buka sandi", "file-input")
        self._lay_out(look)
        self.pick.clicked.connect(self._pick)
        self.lock.clicked.connect(lambda: self.lock_wanted.emit(self.path, self.password.text()))
        self.unlock.clicked.connect(lambda: self.unlock_wanted.emit(self.path, self.password.text()))
        self.show_path(None)

    def show_path(self, path: Path | None) -> None:
        self.path = path
        self.name.set_text(path.name if path else "Belum ada berkas yang dipilih")
        self._allow()

    def forget(self) -> None:
        """A password does not stay on the screen."""
        self.password.clear()
        self.again.clear()

    def _lay_out(self, look: Look) -> None:
        self.body.setSpacing(12)
        text = (
            "Berkas bersandi dibuka di Excel atau LibreOffice dengan kata sandi ini. Sampaikan kata sandinya lewat jalan"
            " lain, misalnya telepon. Kata sandi yang hilang tidak dapat dikembalikan."
        )
        self.body.addWidget(label(text, "detail", wrap=True))
        box = frame("choice")
        line = QHBoxLayout(box)
        line.setContentsMargins(10, 3, 6, 3)
        line.addWidget(Icon(look, "file-spreadsheet"))
        line.addWidget(self.name, 1)
        line.addWidget(self.pick)
        self.body.addWidget(box)
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addLayout(field("Kata sandi", self.password), 1)
        words.addLayout(field("Ulangi kata sandi, untuk memberi sandi", self.again), 1)
        self.body.addLayout(words)
        self.body.addWidget(label("Paling sedikit 10 karakter, misalnya empat kata yang tidak berhubungan.", "hint"))
        self.body.addStretch(1)
        foot = self.add_foot()
        foot.addStretch(1)
        foot.addWidget(self.unlock)
        foot.addWidget(self.lock)

    def _pick(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Pilih buku kerja", str(self._folder), _FILTER)
        if chosen:
            self.show_path(Path(chosen))

    def _allow(self) -> None:
        why = "" if self.path else "Pilih berkas lebih dulu."
        word = why or ("" if self.password.text() else "Isi kata sandi.")
        same = word or ("" if self.password.text() == self.again.text() else "Kata sandi yang diulang belum sama.")
        for button, reason in ((self.unlock, word), (self.lock, same)):
            button.setEnabled(not reason)
            button.setToolTip(reason)
