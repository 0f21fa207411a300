"""Letters that were put aside before they were written: taken up again, or thrown away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.operations.letters.drafts import KeptDraft
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, ElidedLabel, Icon, clear, frame, label, row
from desktop_app.ui.words import moment

_SHOWN = 3


class LetterDrafts(QWidget):
    """One line each, the newest three. `wanted`, `dropped`: the draft of a line."""

    wanted = Signal(object)
    dropped = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_drafts(self, drafts: Sequence[KeptDraft]) -> None:
        clear(self._column)
        self.setVisible(bool(drafts))
        for draft in drafts[:_SHOWN]:
            self._column.addWidget(self._line(draft))
        if len(drafts) > _SHOWN:
            words = f"dan {number(len(drafts) - _SHOWN)} draf lain yang lebih lama"
            self._column.addWidget(label(words, "hint"))

    def _line(self, draft: KeptDraft) -> QWidget:
        line = frame("box")
        title = ElidedLabel()
        title.set_text(f"Draf belum ditulis: {draft.title}")
        go_on = Button(self._look, "Lanjutkan", "pencil", small=True, name=f"Lanjutkan {draft.title}")
        drop = Button(self._look, "Hapus", "trash-2", small=True, name=f"Hapus draf {draft.title}")
        go_on.clicked.connect(lambda: self.wanted.emit(draft))
        drop.clicked.connect(lambda: self.dropped.emit(draft))
        kept = label(f"{moment(draft.kept_at)}, {draft.kept_by}", "hint")
        inside = row(Icon(self._look, "file-text"), spacing=8)
        inside.addWidget(title, 1)
        for part in (kept, drop, go_on):
            inside.addWidget(part)
        inside.setContentsMargins(12, 6, 8, 6)
        line.setLayout(inside)
        return line
