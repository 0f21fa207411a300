"""Files that Cakupan wrote: opening them, and what to ask when one cannot be written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.errors import FileInUse
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look
from desktop_app.ui.messages import Message

_PROGRAMS = {".docx": "Word", ".xlsx": "Excel"}
_FILTERS = {".docx": "Dokumen Word (*.docx)", ".xlsx": "Buku kerja Excel (*.xlsx)"}
_CANCEL, _OTHER_NAME, _AGAIN = range(3)


def program_of(path: Path) -> str:
    """“Word”, “Excel”; empty for other files."""
    return _PROGRAMS.get(path.suffix.lower(), "")


def open_words(path: Path) -> str:
    """What the button says that opens the file: “Buka di Word”."""
    program = program_of(path)
    return f"Buka di {program}" if program else "Buka berkas"


def open_file(path: Path) -> None:
    """In the program that the computer has for such files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_folder(path: Path) -> None:
    """The folder that holds the file."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def tell_written(desk: Desk, path: Path) -> None:
    """“… tersimpan”, with the ways to it."""
    acts = ((open_words(path), lambda: open_file(path)), ("Buka folder", lambda: open_folder(path)))
    desk.offer(path.name, f"Tersimpan di folder “{path.parent.name}”", *acts)


def ask_again(
    look: Look, parent: QWidget, error: FileInUse, proposed: Path, write: Callable[[Path | None], None]
) -> None:
    """The file is open elsewhere: try once more (`write(None)`), take another name (`write(path)`), or leave it."""
    program = program_of(proposed)
    title = f"Berkas sedang dibuka di {program}" if program else "Berkas sedang dipakai"
    buttons = (("Batal", "normal"), ("Simpan dengan nama lain", "normal"), ("Coba lagi", "primary"))
    step = f"Tutup berkas itu di {program or 'program lain'}, lalu tekan Coba lagi. Atau simpan dengan nama lain."
    message = Message(look, parent, title, str(error), step=step, icon="lock", buttons=buttons)
    message.exec()
    if message.answer == _AGAIN:
        write(None)
    elif message.answer == _OTHER_NAME:
        chosen = _other_name(parent, proposed)
        if chosen is not None:
            write(chosen)


def _other_name(parent: QWidget, proposed: Path) -> Path | None:
    other = proposed.with_stem(f"{proposed.stem} (2)")
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Simpan dengan nama lain", str(other), _FILTERS.get(proposed.suffix.lower(), "")
    )
    return Path(chosen).with_suffix(proposed.suffix) if chosen else None
