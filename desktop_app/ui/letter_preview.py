"""The right half of a new letter: its pages, or paragraph by paragraph why the office's template gives none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.paper import PaperDocument
from desktop_app.ui.look import Look
from desktop_app.ui.paper import PaperView
from desktop_app.ui.widgets import Button, Icon, clear, frame, label, row

_TITLE = "Templat surat perlu diperbaiki"
_WHAT = "Surat belum dapat dibuat. Perbaiki paragraf berikut di Word lalu simpan; pratinjau mengikuti sendiri."
_WIDEST = 560


class LetterPreview(QStackedWidget):
    """`template_wanted`: the template is to be opened in Word; `restore_wanted`: the shipped one is to be taken again."""

    template_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[str, ...] = ()
        self.paper = PaperView(look)
        self.edit = Button(look, "Sunting templat", "external-link", kind="primary")
        self.restore = Button(look, "Pulihkan templat bawaan", "rotate-ccw")
        self.edit.clicked.connect(self.template_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(8)
        self.addWidget(self.paper)
        self.addWidget(self._made_trouble())

    @property
    def trouble(self) -> tuple[str, ...]:
        """The sentences that stand in the place of the pages; none where there are pages."""
        return self._shown if self.currentIndex() else ()

    def show_pages(self, pages: PaperDocument | None, trouble: Sequence[str]) -> None:
        self._shown = tuple(trouble)
        if pages is not None:
            self.paper.show_document(pages)
            self.setCurrentIndex(0)
            return
        clear(self._sentences)
        for sentence in self._shown:
            line = row(spacing=8)
            line.addWidget(Icon(self._look, "triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(sentence, wrap=True), 1)
            self._sentences.addLayout(line)
        self.setCurrentIndex(1)

    def _made_trouble(self) -> QScrollArea:
        box = frame("note")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(12)
        inside.addWidget(label(_TITLE, "card-title"))
        inside.addWidget(label(_WHAT, wrap=True))
        inside.addLayout(self._sentences)
        inside.addLayout(row(self.edit, self.restore, 1))
        box.setMaximumWidth(_WIDEST)
        around = QWidget()
        around.setObjectName("scrolled")
        column = QVBoxLayout(around)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(around)
        return area
