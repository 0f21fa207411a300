"""Parts of the start page: cards whose buttons give way to the progress of what they began."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.look import Look
from desktop_app.ui.messages import Progress
from desktop_app.ui.sample_map import SampleMap
from desktop_app.ui.widgets import Button, Card, Icon, label, row, rule

_CONTENTS = (
    "Angka Bali yang terbit: 2023 dan 2025",
    "Penyebut BPS 2018–2025 dan UCJ 2025",
    "Peserta rekaan: 5.000 baris, dua kabupaten",
)


class Doing(QWidget):
    """Buttons, or in their place the progress of the job that one of them began."""

    def __init__(self, look: Look, buttons: QWidget) -> None:
        super().__init__()
        self._buttons, self.progress = buttons, Progress(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(buttons)
        column.addWidget(self.progress)
        self.progress.hide()

    def start(self, title: str, unit: str) -> None:
        self.progress.start(title, unit)
        self._buttons.hide()
        self.progress.show()

    def finish(self) -> None:
        self.progress.hide()
        self._buttons.show()


class DemoCard(Card):
    """What the sample data hold, and the button that opens them."""

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(padding=20)
        self.body.setSpacing(10)
        self.body.addLayout(card_title(look, "map", "Coba dengan data contoh"))
        self.body.addWidget(SampleMap(look))
        self.body.addSpacing(2)
        for text in _CONTENTS:
            line = row(Icon(look, "check", "ok"))
            line.addWidget(label(text, wrap=True), 1)
            self.body.addLayout(line)
        self.body.addStretch(1)
        self.button = Button(look, "Buka data contoh", "play")
        self.button.clicked.connect(self.wanted)
        self.doing = Doing(look, self.button)
        self.body.addWidget(self.doing)


class ReturnCard(Card):
    """For those who have worked with Cakupan before: another workspace, or a backup."""

    workspace_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(padding=8)
        self.body.setContentsMargins(8, 4, 8, 4)
        buttons = QWidget()
        column = QVBoxLayout(buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self.open = RowButton(look, "Buka ruang kerja yang sudah ada", "folder-open")
        self.restore = RowButton(look, "Pulihkan dari cadangan", "undo-2")
        self.open.clicked.connect(self.workspace_wanted)
        self.restore.clicked.connect(self.backup_wanted)
        for widget in (self.open, rule(), self.restore):
            column.addWidget(widget)
        self.doing = Doing(look, buttons)
        self.body.addWidget(self.doing)


class RowButton(Button):
    """A row that leads somewhere: icon, words, and an arrow at its right end."""

    def __init__(self, look: Look, text: str, icon: str) -> None:
        super().__init__(look, text, icon, kind="row")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        arrow = QRect(self.width() - 24, (self.height() - 14) // 2, 14, 14)
        self._look.icon("chevron-right", "t3", 14).paint(QPainter(self), arrow)


def card_title(look: Look, icon: str, title: str, aside: str = "") -> QHBoxLayout:
    """An icon in the accent's colour, the title of a step, and a remark at the right."""
    head = row(Icon(look, icon, "acc", 20), label(title, "step-title"), 1, spacing=10)
    if aside:
        head.addWidget(label(aside, "hint"), 0, Qt.AlignmentFlag.AlignVCenter)
    return head
