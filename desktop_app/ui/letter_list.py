"""The letters written so far: state and number, what each was made from, and what can be done with it next."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number, short_date
from desktop_app.domain.letters import NEXT_STATES, LetterState
from desktop_app.operations.letters.drafts import KeptDraft
from desktop_app.operations.letters.overview import Written
from desktop_app.ui.files import open_file, open_folder
from desktop_app.ui.letter_detail import LetterDetail
from desktop_app.ui.letter_drafts import LetterDrafts
from desktop_app.ui.look import Look
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import Button, Card, MenuButton, State, label
from desktop_app.ui.words import moment

TWO_LINES, LOW = 42, 520
_ALL, _OLD = "Semua keadaan", "Angka lama"
STATES = {
    LetterState.DRAF: State.DRAFT,
    LetterState.BERNOMOR: State.NUMBERED,
    LetterState.DITANDATANGANI: State.SIGNED,
    LetterState.TERKIRIM: State.SENT,
    LetterState.DIJAWAB: State.SAFE,
    LetterState.BATAL: State.REFUSED,
}
_MARKS = (LetterState.DITANDATANGANI, LetterState.TERKIRIM, LetterState.DIJAWAB)


class LetterList(QWidget):
    """Signals carry the letters that are chosen. `number_wanted`, `void_wanted`, `pdf_wanted`, `again_wanted` (the file

    made again); `mark_wanted`: letters and the state they came to; `redate_wanted`: another date. `draft_wanted`, `draft_dropped`: a letter that was put

    aside is taken up again, or not wanted any more.
    """

    number_wanted = Signal(object)
    mark_wanted = Signal(object, object)
    void_wanted = Signal(object)
    pdf_wanted = Signal(object)
    again_wanted = Signal(object)
    redate_wanted = Signal(object)
    draft_wanted = Signal(object)
    draft_dropped = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._letters: list[Written] = []
        self.search, self.states = QLineEdit(), QComboBox()
        self.search.setPlaceholderText("Cari perihal, penerima, atau nomor")
        self.search.setClearButtonEnabled(True)
        self.states.addItems([_ALL, *(state.value.capitalize() for state in LetterState), _OLD])
        self.table: Table[Written] = Table(look, _COLUMNS, row_height=TWO_LINES)
        self.table.stretch(0)
        self.table.setAccessibleName("Surat yang sudah dibuat")
        self.number_button = Button(look, "Beri nomor", "hash", small=True)
        self.mark_button = MenuButton(look, "Tandai", "pen-line", small=True)
        self.void_button = Button(look, "Batalkan", "circle-x", small=True)
        self.pdf_button = Button(look, "Buat PDF", "file-text", small=True)
        self.open_button = Button(look, "Buka di Word", "external-link", small=True)
        self.detail, self.drafts = LetterDetail(look), LetterDrafts(look)
        self._count = label("", "hint")
        self._lay_out()
        self._connect()

    def show_letters(self, letters: Sequence[Written], wanted: Path | None = None) -> None:
        """`wanted` is selected; else the one that was, else the newest."""
        chosen = {letter.record.id for letter in self.table.chosen_rows()}
        self._letters = list(letters)
        self._filter()
        rows = list(self.table.values.rows)
        first = next((one for one in rows if one.path == wanted), None)
        first = first or next((one for one in rows if one.record.id in chosen), rows[0] if rows else None)
        self.table.choose(lambda letter: letter is first)
        self._follow()

    def choose(self, number: int) -> None:
        """Select the letter with this number in the store."""
        self.states.setCurrentIndex(0)
        self.table.choose(lambda letter: letter.record.id == number)
        self._follow()

    def show_drafts(self, drafts: Sequence[KeptDraft]) -> None:
        self.drafts.show_drafts(drafts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.detail.set_short(self.height() < LOW)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        card = Card("Surat yang sudah dibuat")
        card.fill()
        self.search.setMinimumWidth(200)
        card.add_action(self.search)
        card.add_action(self.states)
        card.body.addWidget(self.table)
        foot = card.add_foot()
        foot.addWidget(self._count, 1)
        for button in (self.void_button, self.mark_button, self.pdf_button, self.open_button, self.number_button):
            foot.addWidget(button)
        column.addWidget(self.drafts)
        column.addWidget(card, 1)
        column.addWidget(self.detail)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.table.values.filter)
        self.states.currentIndexChanged.connect(lambda _: self._filter())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self.table.opened.connect(self._open)
        self.number_button.clicked.connect(lambda: self.number_wanted.emit(self.table.chosen_rows()))
        self.void_button.clicked.connect(lambda: self.void_wanted.emit(self.table.chosen_rows()))
        self.pdf_button.clicked.connect(lambda: self.pdf_wanted.emit(self.table.chosen_rows()))
        self.open_button.clicked.connect(lambda: self._open(self._first()))
        self.drafts.wanted.connect(self.draft_wanted)
        self.drafts.dropped.connect(self.draft_dropped)
        self.detail.again_wanted.connect(self.again_wanted)
        self.detail.folder_wanted.connect(lambda letter: open_folder(letter.path))

    def _filter(self) -> None:
        wanted = self.states.currentText()
        shown = [one for one in self._letters if wanted == _ALL or _wanted(one, wanted)]
        self.table.set_rows(shown)
        words = (
            f"{number(len(shown))} surat"
            if wanted == _ALL
            else f"{number(len(shown))} dari {number(len(self._letters))} surat"
        )
        self._count.setText(f"{words} · klik dua kali untuk membuka")

    def _first(self) -> Written | None:
        return next(iter(self.table.chosen_rows()), None)

    def _follow(self) -> None:
        """Buttons do what all the chosen letters allow."""
        rows = self.table.chosen_rows()
        first = rows[0] if len(rows) == 1 else None
        self.detail.show_letter(first, len(rows))
        after = [set(NEXT_STATES[one.record.state]) for one in rows]
        common = set.intersection(*after) if after else set()
        _allow(self.number_button, LetterState.BERNOMOR in common, "Pilih surat yang masih draf.")
        _allow(self.void_button, LetterState.BATAL in common and len(rows) == 1, "Pilih satu surat yang belum dijawab.")
        _allow(self.pdf_button, bool(rows) and all(one.there for one in rows), "Pilih surat yang berkasnya masih ada.")
        _allow(self.open_button, first is not None and first.there, "Pilih satu surat yang berkasnya masih ada.")
        marks = [state for state in _MARKS if state in common]
        dated = first is not None and first.record.state is LetterState.BERNOMOR
        _allow(self.mark_button, bool(marks), "Surat bernomor dapat ditandai ditandatangani, terkirim, lalu dijawab.")
        menu = self.mark_button.opened_menu
        menu.clear()
        for state in marks:
            menu.addAction(state.value.capitalize(), partial(self.mark_wanted.emit, rows, state))
        if dated:
            menu.addAction("Ubah tanggal surat", partial(self.redate_wanted.emit, rows))

    def _open(self, letter: Written | None) -> None:
        if letter is not None and letter.there:
            open_file(letter.path)


def _wanted(letter: Written, words: str) -> bool:
    return letter.old if words == _OLD else letter.record.state.value == words.lower()


def _allow(button: Button, allowed: bool, why: str) -> None:
    button.setEnabled(allowed)
    button.setToolTip("" if allowed else why)


_COLUMNS: tuple[Column[Written], ...] = (
    Column(
        "Perihal", lambda one: one.topic or one.subject, width=300, detail=lambda one: one.kind, tip=lambda one: one.subject
    ),
    Column("Penerima", lambda one: one.record.addressee or one.region, width=190, tip=lambda one: one.record.addressee),
    Column(
        "Nomor", lambda one: one.record.number_text or "–", key=lambda one: one.record.number, width=200,
        quiet=lambda one: not one.record.number_text, tip=lambda one: one.record.number_text,
    ),
    Column(
        "Tanggal surat", lambda one: short_date(one.record.letter_date) if one.record.letter_date else "–",
        key=lambda one: one.record.letter_date, width=105, quiet=lambda one: one.record.letter_date is None,
    ),
    Column(
        "Keadaan", lambda one: one.record.state.value.capitalize(), state=lambda one: STATES[one.record.state], width=130
    ),
    Column(
        "Angka", lambda one: "angka lama" if one.old else "terbaru", state=lambda one: State.LATE if one.old else None,
        width=105, quiet=lambda one: not one.old,
    ),
    Column("Dibuat", lambda one: moment(one.record.made_at), key=lambda one: one.record.made_at, width=120),
)  # fmt: skip
