"""An image of the office's own: chosen, shown by name, taken out."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, ElidedLabel, Icon, frame, label

_FILTER = "Gambar (*.png *.jpg *.jpeg)"
NONE = "Belum ada gambar"


class ImageChoice(QWidget):
    """`chosen`: a file was picked (its Path); `taken_out`: no image any more."""

    chosen = Signal(object)
    taken_out = Signal()

    def __init__(self, look: Look, title: str, hint: str) -> None:
        super().__init__()
        self._title = title
        self.name = ElidedLabel()
        self.pick = Button(look, "Pilih gambar", "image", small=True, name=f"Pilih {title.lower()}")
        self.drop = Button(look, "Hapus", "trash-2", small=True, name=f"Hapus {title.lower()}")
        self.pick.clicked.connect(self._pick)
        self.drop.clicked.connect(self.taken_out)
        box = frame("choice")
        line = QHBoxLayout(box)
        line.setContentsMargins(10, 3, 6, 3)
        line.setSpacing(8)
        line.addWidget(Icon(look, "image"))
        line.addWidget(self.name, 1)
        line.addWidget(self.pick)
        line.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(label(title, "label"))
        column.addWidget(box)
        column.addWidget(label(hint, "hint", wrap=True))
        self.show_name("")

    def show_name(self, name: str) -> None:
        self.name.set_text(name or NONE)
        self.drop.setEnabled(bool(name))
        self.drop.setToolTip("" if name else "Belum ada gambar yang dipilih.")

    def _pick(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self._title, "", _FILTER)
        if path:
            self.chosen.emit(Path(path))
