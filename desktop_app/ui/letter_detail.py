"""One letter: its frozen figures, whether they are still those of today, and the steps it went."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.domain.indonesian import number, short_date
from desktop_app.domain.records import LetterEvent
from desktop_app.operations.letters.overview import Written
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, Card, State, Tag, clear, label, row

_FIGURES, _STEPS = 8, 4


class LetterDetail(Card):
    """`again_wanted`: the file is to be made again; `folder_wanted`: its folder is to be opened."""

    again_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__("Angka dalam surat ini", "dibekukan ketika surat dibuat")
        self._look = look
        self._letter: Written | None = None
        self._chosen, self._short = 0, False
        self.again = Button(look, "Buat ulang berkas", "refresh-cw", small=True)
        self.folder = Button(look, "Buka folder", "folder-open", small=True)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self._letter))
        self.folder.clicked.connect(lambda: self.folder_wanted.emit(self._letter))
        self.add_action(self.again)
        self.add_action(self.folder)
        self.figures, self.steps = QVBoxLayout(), QVBoxLayout()
        for lines in (self.figures, self.steps):
            lines.setSpacing(3)
        beside = QHBoxLayout()
        beside.setSpacing(24)
        beside.addLayout(self.figures, 3)
        beside.addLayout(self.steps, 2)
        self.body.addLayout(beside)

    def show_letter(self, letter: Written | None, chosen: int) -> None:
        self._letter, self._chosen = letter, chosen
        clear(self.figures)
        clear(self.steps)
        for button in (self.again, self.folder):
            button.setEnabled(letter is not None)
        if letter is None:
            words = f"{number(chosen)} surat dipilih." if chosen else "Pilih satu surat untuk melihat angkanya."
            self.figures.addWidget(label(words, "detail"))
            return
        self.again.setToolTip("Membuat berkas yang sama isinya dari angka yang dibekukan.")
        self._show_figures(letter)
        self._show_steps(letter)

    def _show_figures(self, letter: Written) -> None:
        if letter.old:
            self.figures.addLayout(row(Tag(self._look, State.LATE, "Surat ini memakai angka lama"), 1))
            for difference in letter.differences[:_FIGURES]:
                self.figures.addWidget(label(difference, "detail", wrap=True))
        words = " · ".join(letter.figure_lines[:_FIGURES])
        self.figures.addWidget(label(words, "detail" if letter.old else "", wrap=True))
        place = (
            f"Berkas: {letter.path}"
            if letter.there
            else f"Berkas “{letter.path.name}” tidak ada lagi. Tekan “Buat ulang berkas”."
        )
        where = label(place, "source", wrap=True)
        where.setVisible(not self._short)
        self.figures.addWidget(where)
        self.figures.addStretch(1)

    def set_short(self, short: bool) -> None:
        """Only the figures, where the window is low: the list needs the room."""
        if short != self._short:
            self._short = short
            self.show_letter(self._letter, self._chosen)

    def _show_steps(self, letter: Written) -> None:
        if self._short:
            return
        self.steps.addWidget(label("Riwayat", "label"))
        for event in letter.events[-_STEPS:]:
            self.steps.addWidget(label(_step_words(event), "detail", wrap=True))
        self.steps.addStretch(1)


def _step_words(event: LetterEvent) -> str:
    words = f"{short_date(event.at.date())} · {event.state.value.capitalize()} · {event.by}"
    return f"{words} · {event.note}" if event.note else words
