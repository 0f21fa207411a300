"""The window in which one point of a letter is edited: its text with figures in it, and how it will read."""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.letters import PointText
from desktop_app.operations.letters.request import FigureWord
from desktop_app.ui.letter_inputs import Choice
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, field, frame, label, row

WIDTH, HEIGHT = 860, 560
_WORD = re.compile(r"\{\{\s*([\w.]+)[^}]*\}\}")
_NAME = Qt.ItemDataRole.UserRole


class PointEditor(QDialog):
    """`point` as it was edited; ask after `exec()`. Figures stand in the text as {{ … }} and follow the data."""

    def __init__(self, look: Look, parent: QWidget, point: PointText, words: Sequence[FigureWord]) -> None:
        super().__init__(parent)
        self._point, self._words = point, {word.name: word for word in words}
        self.setWindowTitle("Sunting butir" if point.title else "Butir baru")
        self.resize(min(WIDTH, parent.window().width() - 40), min(HEIGHT, parent.window().height() - 40))
        self.title, self.text, self.details = QLineEdit(point.title), QPlainTextEdit(point.text), QPlainTextEdit()
        self.details.setPlainText("\n".join(point.details))
        self.words, self.others = QListWidget(), Choice()
        self.reading, self.problem = label("", wrap=True), label("", "error", wrap=True)
        self.keep = Button(look, "Pakai butir ini", "check", kind="primary")
        self._lay_out(look)
        for text in (self.text, self.details):
            text.textChanged.connect(self._show)
        self.title.textChanged.connect(self._show)
        self.words.itemActivated.connect(self._insert)
        self.others.activated.connect(lambda _: self._take_other())
        self.keep.clicked.connect(self.accept)
        self._show()

    @property
    def point(self) -> PointText:
        details = tuple(line.strip() for line in self.details.toPlainText().splitlines() if line.strip())
        text = " ".join(self.text.toPlainText().split())
        return replace(self._point, title=self.title.text().strip(), text=text, details=details, used=True)

    def _lay_out(self, look: Look) -> None:
        self.title.setPlaceholderText("Misalnya Keadaan cakupan")
        self.details.setPlaceholderText("Satu rincian per baris; boleh kosong.")
        self.details.setFixedHeight(96)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(field("Nama butir, hanya di layar", self.title))
        if self._point.alternatives:
            self.others.addItem("Pilih kalimat lain yang tersedia", "")
            for title, text in (("Kalimat semula", self._point.text), *self._point.alternatives):
                self.others.addItem(title, text)
            left.addLayout(field("Kalimat lain", self.others))
        left.addLayout(field("Kalimat", self.text), 2)
        left.addLayout(field("Rincian (a, b, c)", self.details))
        box = frame("box")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 9, 12, 9)
        self.as_text = Button(look, "Jadikan kalimat biasa", kind="link")
        self.as_text.setToolTip("Kalimatnya dapat disunting; angkanya tidak lagi mengikuti data.")
        self.as_text.clicked.connect(lambda: self.text.setPlainText(self.reading.text()))
        inside.addLayout(row(label("Terbaca dalam surat", "label"), 1, self.as_text))
        inside.addWidget(self.reading)
        left.addWidget(box)
        left.addWidget(self.problem)
        self.words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words.setObjectName("list")
        right = field("Angka dari data", self.words, "Klik dua kali untuk menyisipkan. Angka ini mengikuti data surat.")
        for word in self._words.values():
            item = QListWidgetItem(f"{word.title}: {word.value or 'belum ada data'}")
            item.setData(_NAME, word.name)
            item.setToolTip(f"{{{{ {word.name} }}}}: {word.value}")
            self.words.addItem(item)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addLayout(left, 3)
        body.addLayout(right, 2)
        back = Button(look, "Batal")
        back.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(body, 1)
        column.addLayout(row(1, back, self.keep))

    def _take_other(self) -> None:
        """One of the sentences that are shipped for this point; it can be edited further."""
        text = self.others.currentData()
        if text:
            self.text.setPlainText(text)

    def _insert(self, item: QListWidgetItem) -> None:
        self.text.insertPlainText(f"{{{{ {item.data(_NAME)} }}}}")
        self.text.setFocus()

    def _show(self) -> None:
        point = self.point
        whole = " ".join((point.text, *point.details))
        unknown = sorted({name for name in _WORD.findall(whole) if name.split(".")[0] not in self._words})
        self.reading.setText(_WORD.sub(self._said, point.text))
        self.problem.setText(
            f"Tidak dikenal: {', '.join(unknown)}. Pilih dari daftar “Angka dari data”." if unknown else ""
        )  # fmt: skip
        self.problem.setVisible(bool(unknown))
        self.as_text.setVisible(bool(_WORD.search(point.text)))
        ready = bool(point.title and point.text) and not unknown
        self.keep.setEnabled(ready)
        self.keep.setToolTip("" if ready else "Isi nama butir dan kalimatnya.")

    def _said(self, found: re.Match[str]) -> str:
        word = self._words.get(found[1])
        return word.value or f"[{word.title}: belum ada data]" if word else found[0]
