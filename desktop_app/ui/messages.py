"""What the window says beside its pages: short messages, errors with a next step, questions, progress."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import number
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, ElidedLabel, Icon, frame, label

TOAST_MILLISECONDS = 8000
PACE_AFTER_SECONDS = 2.0
ABOVE_FOOTER = 96
"""Pixels from the window's foot: above the footer of a page, and above the feet of its cards with two lines of sources
below them, so that a toast covers no button there."""
NARROWEST, WIDEST = 340, 620
"""Pixels of a toast; in a narrow window it takes three fifths, and a long sentence loses its middle."""
MOST_ACTS = 2
Acts = tuple[tuple[str, Callable[[], None]], ...]
"""Things to do next: the button's words and what it does."""
UNEXPECTED = "Terjadi kesalahan yang tidak terduga"


class Toast(QWidget):
    """“4.721 baris tersimpan”, at the bottom right of the window, gone after eight seconds."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        box = frame("toast")
        outer.addWidget(box)
        self._line = line = QHBoxLayout(box)
        line.setContentsMargins(12, 9, 8, 9)
        line.setSpacing(10)
        line.addWidget(Icon(look, "circle-check", "ok", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(1)
        self._message, self._detail = ElidedLabel(role="strong"), ElidedLabel(role="detail")
        words.addWidget(self._message)
        words.addWidget(self._detail)
        line.addLayout(words, 1)
        self._undo = Button(look, "Urungkan", "undo-2", kind="light", small=True)
        self._undo.clicked.connect(self._take_back)
        line.addWidget(self._undo)
        self._acts = [Button(look, "", kind="light", small=True) for _ in range(MOST_ACTS)]
        for place, button in enumerate(self._acts):
            button.clicked.connect(lambda _=False, place=place: self._act(place))
            line.addWidget(button)
        close = Button(look, "", "x", kind="bare", name="Tutup pesan")
        close.clicked.connect(self.hide)
        line.addWidget(close)
        self._undoing: Callable[[], None] | None = None
        self._doing: Acts = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, message: str, detail: str, undo: Callable[[], None] | None) -> None:
        self._show(message, detail, undo, ())

    def offer(self, message: str, detail: str, acts: Acts) -> None:
        """Things to do next stand where an undo would."""
        self._show(message, detail, None, acts)

    def _show(self, message: str, detail: str, undo: Callable[[], None] | None, acts: Acts) -> None:
        self._message.set_text(message)
        self._detail.set_text(detail)
        self._detail.setVisible(bool(detail))
        self._undoing, self._doing = undo, acts
        self._undo.setVisible(undo is not None)
        for place, button in enumerate(self._acts):
            button.setVisible(place < len(acts))
            button.setText(acts[place][0] if place < len(acts) else "")
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(max(NARROWEST, min(WIDEST, self._window.width() * 3 // 5)))
        self.show()
        # Inner layout first: what a text that changed needs would else be known only after the next event.
        self._line.activate()
        self.adjustSize()
        self.place()
        self.raise_()
        self._timer.start(TOAST_MILLISECONDS)

    def place(self) -> None:
        parent = self._window
        self.move(parent.width() - self.width() - 20, parent.height() - self.height() - ABOVE_FOOTER)

    def _take_back(self) -> None:
        self.hide()
        if self._undoing is not None:
            self._undoing()

    def _act(self, place: int) -> None:
        self._doing[place][1]()


class Message(QDialog):
    """A dialog: icon, title, sentences, a step to take, and buttons named by their act. `answer` is the button's place."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        title: str,
        text: str,
        *,
        step: str = "",
        icon: str = "circle-alert",
        tint: str = "bad",
        buttons: tuple[tuple[str, str], ...] = (("Tutup", "primary"),),
    ) -> None:
        super().__init__(parent)
        self.answer: int | None = None
        self.setWindowTitle("Cakupan")
        self.setObjectName("message")
        self.setModal(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        body = QHBoxLayout()
        body.setContentsMargins(20, 20, 24, 16)
        body.setSpacing(14)
        body.addWidget(Icon(look, icon, tint, 18, box=36, tint=tint), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        for part, role in ((title, "card-title"), (text, "secondary")):
            words.addWidget(label(part, role, wrap=True))
        if step:
            words.addWidget(label(f"Langkah: {step[0].lower()}{step[1:]}", wrap=True))
        body.addLayout(words, 1)
        outer.addLayout(body)
        foot = frame("card-foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 10, 16, 10)
        line.addStretch(1)
        for place, (name, kind) in enumerate(buttons):
            button = Button(look, name, kind=kind)
            button.clicked.connect(lambda _=False, place=place: self._choose(place))
            button.setDefault(place == len(buttons) - 1)
            line.addWidget(button)
        outer.addWidget(foot)
        button.setFocus()
        self.setFixedWidth(440)

    def _choose(self, place: int) -> None:
        self.answer = place
        self.accept()


def show_error(look: Look, parent: QWidget, error: Exception, log_folder: str = "") -> None:
    """An error in words: what happened, what did not change, what to do."""
    if isinstance(error, AppError):
        message = Message(look, parent, error.title, str(error), step=error.hint)
    else:
        text = "Pekerjaan ini dihentikan dan tidak ada data yang berubah. Rinciannya tersimpan di catatan program."
        step = "Coba lagi. Bila terulang, kirim berkas cakupan.log kepada petugas TI."
        message = Message(look, parent, UNEXPECTED, text, step=step)
    message.exec()
    message.deleteLater()


def ask(
    look: Look, parent: QWidget, title: str, text: str, act: str, *, dangerous: bool = False, cancel: str = "Batal"
) -> bool:
    """Ask before something that matters; the safe answer is the default where the act is dangerous."""
    buttons = ((act, "danger"), (cancel, "primary")) if dangerous else ((cancel, "normal"), (act, "primary"))
    message = Message(look, parent, title, text, icon="circle-question-mark", tint="acc", buttons=buttons)
    message.exec()
    message.deleteLater()
    return message.answer == (0 if dangerous else 1)


@dataclass(slots=True)
class Pace:
    """How long a job still takes at the pace it had; None until that can be told."""

    begun: float | None = None
    first: int = 0
    last: int = 0

    def seconds_left(self, done: int, total: int, now: float) -> float | None:
        if self.begun is None or done < self.last:
            self.begun, self.first = now, done
        self.last = done
        took, made = now - self.begun, done - self.first
        if took < PACE_AFTER_SECONDS or made <= 0:
            return None
        return took / made * (total - done)


def remaining_words(seconds: float | None) -> str:
    """“ · sekitar 8 detik lagi”; empty where it is not known or all but done."""
    if seconds is None or seconds < 1:
        return ""
    if seconds < 90:
        return f" · sekitar {number(seconds)} detik lagi"
    return f" · sekitar {number(seconds / 60)} menit lagi"


class Progress(QWidget):
    """A long job: what it does, n of N, a bar, and a way to stop it."""

    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = ElidedLabel(role="strong")
        self._detail = label("", "detail")
        words.addWidget(self._title)
        words.addWidget(self._detail)
        line.addLayout(words, 1)
        self._stop = Button(look, "Hentikan", "circle-stop")
        self._stop.clicked.connect(self._ask_stop)
        line.addWidget(self._stop)
        column.addLayout(line)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        column.addWidget(self._bar)

    def start(self, title: str, unit: str = "baris") -> None:
        self._unit = unit
        self._pace = Pace()
        self._title.set_text(title)
        self._detail.setText("Menyiapkan …")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)

    def show_progress(self, done: int, total: int) -> None:
        if total > 0:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            left = remaining_words(self._pace.seconds_left(done, total, time.monotonic()))
            self._detail.setText(f"{number(done)} dari {number(total)} {self._unit}{left}")

    def _ask_stop(self) -> None:
        self._stop.setEnabled(False)
        self._detail.setText("Menghentikan … tidak ada yang disimpan.")
        self.stopped.emit()


class Layers(QWidget):
    """A widget with a toast above its content, kept in its corner."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.column = QHBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.toast = Toast(look, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.toast.place()
