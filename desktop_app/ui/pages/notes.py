"""A note inside a page: icon, a sentence, what to do next. For refusals and remarks that must not be missed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.domain.errors import AppError
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, Icon, label, restyle

_ICONS = {"bad": ("circle-alert", "bad"), "info": ("info", "acc"), "warn": ("triangle-alert", "warn")}
NOTHING_STORED = "Tidak ada yang disimpan."


class Note(QFrame):
    """Hidden until it says something; the cross takes it away."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("note")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 6, 8)
        line.setSpacing(10)
        self._icon = Icon(look, "info", "acc")
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title, self._detail = label("", "strong", wrap=True), label("", "detail", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        line.addLayout(words, 1)
        close = Button(look, "", "x", kind="bare", name="Tutup pesan")
        close.clicked.connect(self.clear)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def words(self) -> str:
        return f"{self._title.text()} {self._detail.text()}".strip()

    def say(self, title: str, detail: str = "", state: str = "info") -> None:
        """`state`: info, warn or bad."""
        self._icon.set_icon(*_ICONS[state])
        restyle(self, "state", state)
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.show()

    def say_error(self, error: AppError) -> None:
        self.say(str(error), f"{NOTHING_STORED} Langkah: {error.hint}" if error.hint else NOTHING_STORED, "bad")

    def clear(self) -> None:
        self._title.setText("")
        self._detail.setText("")
        self.hide()
