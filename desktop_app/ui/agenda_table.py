"""The table of the agenda: its lines, one state of them or all, what is missing, and the button for the chosen line."""

from PySide6.QtCore import Signal

from desktop_app.domain.indonesian import number
from desktop_app.domain.letterbook import Use
from desktop_app.domain.letters import LetterState
from desktop_app.domain.number_remarks import range_words
from desktop_app.operations.letters.agenda import Agenda
from desktop_app.ui.agenda_lines import ADDRESSEE, COLUMNS, KIND, NUMBER, REMARK, SUBJECT, TEXT, Line
from desktop_app.ui.look import Look
from desktop_app.ui.pages.reference_parts import ListCard, allow
from desktop_app.ui.widgets import Button

KIND_FROM = 1250
_FEW = 6
_WIDTHS = {NUMBER: (76, 62), TEXT: (214, 196), ADDRESSEE: (160, 132)}
"""Place of a column -> how wide it is, and where there is little room."""


class AgendaTable(ListCard[Line]):
    """`act_wanted`: what the button does, with the chosen lines; `opened`: a line was double clicked."""

    act_wanted = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Agenda", COLUMNS, "baris")
        self.elide_title()
        self.act_button = Button(look, "Batalkan nomor", "circle-x", small=True)
        self.add_acts(self.act_button)
        self._lines: tuple[Line, ...] = ()
        self._state = ""
        self.table.stretch(SUBJECT)
        self.table.setAccessibleName("Agenda nomor surat")
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self.table.opened.connect(self.opened)
        self.act_button.clicked.connect(lambda: self.act_wanted.emit(self.table.chosen_rows()))
        self._follow()

    def show_agenda(self, agenda: Agenda, lines: tuple[Line, ...]) -> None:
        """The chosen line stays chosen where it still stands."""
        chosen = {line.first for line in self.table.chosen_rows()}
        self._lines = lines
        self.set_title(f"{agenda.book.name}, {agenda.year}")
        self.source.set_text(_foot_words(agenda))
        self.show_state(self._state)
        self.table.choose(lambda line: line.first in chosen)
        self._follow()

    def show_state(self, state: str) -> None:
        """Only lines of this state; “” for all."""
        self._state = state
        self.show_rows([line for line in self._lines if not state or line.state == state])
        self._follow()

    def fit(self, width: int, narrow: bool) -> None:
        """Columns that are worth their room in a view `width` wide."""
        self.set_narrow(narrow)
        self.table.setColumnHidden(KIND, width < KIND_FROM)
        self.table.setColumnHidden(REMARK, narrow)
        for place, widths in _WIDTHS.items():
            self.table.setColumnWidth(place, widths[narrow])

    def _follow(self) -> None:
        """The button does what the chosen line allows."""
        lines = self.table.chosen_rows()
        words, icon, why = _act_words(lines[0]) if lines else ("Batalkan nomor", "circle-x", "Pilih nomor di tabel.")
        self.act_button.setText(words)
        self.act_button.set_icon(icon)
        allow(self.act_button, why)


def _act_words(line: Line) -> tuple[str, str, str]:
    """What can be done with a line: words, icon, and why it cannot be done now."""
    if line.row is None:
        return f"Catat nomor {number(line.first)}", "pen-line", ""
    if line.row.entry.use is Use.CADANGAN:
        return "Lepas cadangan", "undo-2", ""
    why = ""
    if line.row.entry.void:
        why = "Nomor ini sudah dibatalkan."
    elif line.row.state is LetterState.DIJAWAB:
        why = "Surat ini sudah dijawab, sehingga tidak dapat dibatalkan."
    return "Batalkan nomor", "circle-x", why


def _foot_words(agenda: Agenda) -> str:
    """What is missing, and what comes next."""
    missing = [range_words(first, last) for first, last in agenda.gaps]
    more = f", dan {number(len(missing) - _FEW)} rentang lain" if len(missing) > _FEW else ""
    gaps = f"Celah: {', '.join(missing[:_FEW])}{more}" if missing else "Tanpa celah"
    if agenda.book.keeper:
        gaps = f"Nomor diberikan {agenda.book.keeper}"
    return f"{gaps} · nomor berikutnya {number(agenda.series.next)}"
