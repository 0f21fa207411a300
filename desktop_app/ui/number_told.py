"""What is said after letters got numbers: that they did, or which of their files do not bear them yet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.operations.letters.number_files import NumberFiles, write_numbers
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import Message
from desktop_app.ui.pages.reference_parts import allow
from desktop_app.ui.widgets import Button, Icon, label, restyle

_AGAIN = 1


def tell_numbered(
    desk: Desk, parent: QWidget, title: str, detail: str, files: NumberFiles,
    shown: Callable[[Message], None] = lambda message: message.open(),
) -> None:  # fmt: skip
    """A short message where all files bear their number; else one that stays, with a way to try again.

    `shown` shows that one.
    """
    if not files.words:
        desk.tell(title, detail)
        return
    left = [one.letter_id for one in files.unwritten]
    again = (("Tutup", "normal"), ("Tulis ulang ke berkas", "primary"))
    kept = f"{title}. Nomornya tetap berlaku di agenda, tetapi {_what(files)}."
    message = Message(
        desk.look, parent, "Berkas perlu dilihat", f"{kept} {files.words}", icon="triangle-alert", tint="warn",
        buttons=again if left else (("Tutup", "primary"),),
    )  # fmt: skip

    def finish() -> None:
        message.deleteLater()
        if message.answer == _AGAIN and left:
            desk.write(
                lambda workspace, tick: write_numbers(workspace, left, tick),
                lambda result: tell_numbered(desk, parent, "Nomor ditulis ke berkas", detail, result, shown),
            )

    message.finished.connect(finish)
    shown(message)


def _what(files: NumberFiles) -> str:
    if files.unwritten:
        return f"{number(len(files.unwritten))} berkas belum memuatnya"
    return f"{number(len(files.edited))} konsep pernah disunting"


class UnfinishedFiles(QFrame):
    """“3 surat sudah bernomor, tetapi …”, with the way to write it; hidden where there are none."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__()
        self.desk, self._host = desk, host
        self._letters: tuple[int, ...] = ()
        self.setObjectName("note")
        restyle(self, "state", "warn")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 8, 6)
        line.setSpacing(10)
        self.words = label("", wrap=True)
        self.button = Button(desk.look, "Tulis ke berkas", "pen-line", small=True)
        self.button.clicked.connect(lambda: self.write())
        line.addWidget(Icon(desk.look, "triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.hide()

    def show_letters(self, letters: Sequence[int]) -> None:
        self._letters = tuple(letters)
        self.setVisible(bool(letters))
        self.words.setText(f"{number(len(letters))} surat sudah bernomor, tetapi berkasnya belum memuat nomor itu.")
        allow(self.button, "")

    def write(self) -> None:
        """Write the numbers into the files; what is left is told."""
        letters, host = self._letters, self._host
        allow(self.button, "Nomor sedang ditulis ke berkas.")

        def done(files: NumberFiles) -> None:
            title = f"{number(len(letters) - len(files.unwritten))} berkas memuat nomornya"
            tell_numbered(self.desk, host, title, "", files)

        self.desk.write(lambda workspace, tick: write_numbers(workspace, letters, tick), done)
