"""Imports that were begun and wait: each with the way on and the way out."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.operations.drafts import DraftRecord
from desktop_app.ui.look import Look
from desktop_app.ui.messages import ask
from desktop_app.ui.widgets import Button, ElidedLabel, Icon, clear, frame, row
from desktop_app.ui.words import moment

_FEW = 3
_DISCARD = "Jawaban Anda untuk berkas ini hilang. Berkas asal dan data yang tersimpan tidak berubah."


class Drafts(QWidget):
    """Hidden while nothing waits. `resumed`, `discarded`: a draft."""

    resumed = Signal(object)
    discarded = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.records: Sequence[DraftRecord] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def set_drafts(self, records: Sequence[DraftRecord]) -> None:
        """Newest first; of many, the newest three, so that the list of imports keeps its place."""
        self.records = records
        clear(self._column)
        for record in records[:_FEW]:
            self._column.addWidget(self._made(record))
        self.setVisible(bool(records))

    def of_file(self, path: str) -> DraftRecord | None:
        """The newest draft of a file."""
        return next((record for record in self.records if str(record.path) == path), None)

    def _made(self, record: DraftRecord) -> QWidget:
        strip = frame("note")
        strip.setProperty("state", "info")
        words = ElidedLabel(draft_words(record), "strong", Qt.TextElideMode.ElideMiddle)
        on = Button(self.look, "Lanjutkan", "arrow-right", small=True)
        out = Button(self.look, "Buang", kind="light", small=True)
        on.clicked.connect(lambda: self.resumed.emit(record))
        out.clicked.connect(lambda: self._ask(record))
        line = row(Icon(self.look, "history", "acc"))
        line.addWidget(words, 1)
        line.addWidget(out)
        line.addWidget(on)
        line.setContentsMargins(12, 6, 8, 6)
        strip.setLayout(line)
        return strip

    def _ask(self, record: DraftRecord) -> None:
        if ask(self.look, self, f"Buang impor “{record.path.name}”?", _DISCARD, "Buang impor ini", dangerous=True):
            self.discarded.emit(record)


def draft_words(record: DraftRecord) -> str:
    """“Lanjutkan impor “x.xlsx” (4.889 baris, diperiksa kemarin 14.20)”."""
    return f"Lanjutkan impor “{record.path.name}” ({number(record.rows)} baris, diperiksa {since(record.at)})"


def since(at: datetime) -> str:
    """“kemarin 14.20”, else as other moments are said."""
    yesterday = datetime.now().date() - timedelta(days=1)
    return f"kemarin {at:%H.%M}" if at.date() == yesterday else moment(at)
