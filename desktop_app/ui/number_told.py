"""What is said after letters got numbers: that they did, or which of their files do not bear them yet."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.domain.indonesian import number
from desktop_app.operations.letters.number_files import NumberFiles, write_numbers
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import Message

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
