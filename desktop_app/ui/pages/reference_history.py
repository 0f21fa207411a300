"""The view Riwayat: every change by hand, newest first, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import ask
from desktop_app.ui.pages.notes import Note
from desktop_app.ui.pages.reference_keeping import take_back
from desktop_app.ui.pages.reference_parts import ListCard, ReferenceView, allow
from desktop_app.ui.pages.reference_reading import Shown
from desktop_app.ui.table import Column
from desktop_app.ui.widgets import Button, Card, EmptyState, State, Tag, clear, label
from desktop_app.ui.words import moment

TWO_LINES = 42
DETAIL_WIDTH, NARROW_DETAIL = 380, 300
DOCUMENT = 3
_SUBJECTS = {
    Subject.BASE: "Penyebut", Subject.TARGET: "Target", Subject.ALIAS: "Ejaan", Subject.REGION: "Wilayah",
    Subject.RATE: "Tarif",
}  # fmt: skip
_CHOOSE = "Pilih satu perubahan lebih dulu."
NO_CHANGE = "Setiap penyebut, target, ejaan, wilayah, dan tarif yang Anda ubah dengan tangan tercatat di sini dan dapat diurungkan."


def _summary(change: ReferenceChange) -> str:
    first = change.details[0] if change.details else ""
    more = f" (+{len(change.details) - 1})" if len(change.details) > 1 else ""
    return first + more


HISTORY_COLUMNS: tuple[Column[ReferenceChange], ...] = (
    Column("Perubahan", lambda one: one.title, detail=_summary, tip=lambda one: "\n".join((one.title, *one.details[:12]))),
    Column("Waktu", lambda one: moment(one.at), key=lambda one: one.at, width=136, detail=lambda one: one.by),
    Column("Keadaan", lambda one: "Diurungkan" if one.undone_at else "", width=112,
           state=lambda one: State.UNDONE if one.undone_at else None),
    Column("Dokumen", lambda one: one.document, width=170, tip=lambda one: one.document),
)  # fmt: skip


class HistoryView(ReferenceView):
    """The changes at the left, the chosen one in full at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list: ListCard[ReferenceChange] = ListCard(
            self.look, "Riwayat perubahan", HISTORY_COLUMNS, "perubahan", row_height=TWO_LINES
        )
        self.table = self.list.table
        self.table.stretch(0)
        self.undo = Button(self.look, "Urungkan …", "undo-2")
        self.detail = self._made_detail()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.list, 1)
        line.addWidget(self.detail)
        self.table.chosen.connect(self._show)
        self.undo.clicked.connect(self.take_back)
        self.empty = EmptyState(self.look, "history", "Belum ada perubahan", NO_CHANGE)
        self.set_narrow(False)
        self._show(None)

    @property
    def chosen(self) -> ReferenceChange | None:
        rows = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def show_data(self, shown: Shown) -> None:
        before = self.chosen
        self.list.show_rows(shown.changes)
        if before is not None:
            self.table.choose(lambda one: one.id == before.id)
        self.filled = bool(shown.changes)
        self._show(self.chosen)
        self.state_changed.emit()

    def set_narrow(self, narrow: bool) -> None:
        self.list.set_narrow(narrow)
        self.detail.setFixedWidth(NARROW_DETAIL if narrow else DETAIL_WIDTH)
        self.table.setColumnHidden(DOCUMENT, narrow)

    def take_back(self) -> None:
        """Undo the chosen change, after asking."""
        change = self.chosen
        if change is None:
            return
        text = "Yang berlaku sebelum perubahan ini kembali berlaku. Perubahan tetap tercatat, dengan tanda diurungkan."
        if ask(self.look, self, f"Urungkan “{change.title}”?", text, "Urungkan"):
            allow(self.undo, "Sedang diurungkan.")
            take_back(self.desk, [change.id], self._refuse)

    def _refuse(self, error: AppError) -> None:
        self._show(self.chosen)
        self.note.say(str(error), f"Langkah: {error.hint[:1].lower()}{error.hint[1:]}", "bad")

    def _show(self, change: ReferenceChange | None) -> None:
        """The change in words: before → after, line by line."""
        self.note.clear()
        clear(self._lines)
        self._state.setVisible(change is not None and change.undone_at is not None)
        if change is None:
            self._lines.addWidget(label(_CHOOSE, "hint", wrap=True))
            self._lines.addStretch(1)
            allow(self.undo, _CHOOSE)
            return
        for text, role in _paragraphs(change):
            self._lines.addWidget(label(text, role, wrap=True))
        self._lines.addStretch(1)
        allow(self.undo, "Perubahan ini sudah diurungkan." if change.undone_at else "")

    def _made_detail(self) -> Card:
        card = Card("Rincian")
        card.fill()
        self._state = Tag(self.look, State.UNDONE)
        card.add_action(self._state)
        self.note = Note(self.look)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(16, 12, 16, 12)
        self._lines.setSpacing(6)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        card.body.addWidget(self.note)
        card.body.addWidget(area, 1)
        foot = card.add_foot()
        foot.addStretch(1)
        foot.addWidget(self.undo)
        return card


def _paragraphs(change: ReferenceChange) -> list[tuple[str, str]]:
    """Text and role of each line of the details."""
    lines = [(change.title, "strong"), (f"{_SUBJECTS[change.subject]} · {moment(change.at)} · {change.by}", "detail")]
    if change.document:
        lines.append((f"Dokumen: {change.document}", "detail"))
    lines += [(line, "") for line in change.details]
    if change.undone_at is not None:
        lines.append((f"Diurungkan {moment(change.undone_at)} oleh {change.undone_by}", "detail"))
    return lines
