"""Lines of the agenda as the window shows them: numbers that were given, and the ones that nobody has."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.indonesian import short_date
from desktop_app.domain.letterbook import AgendaRow, Use
from desktop_app.domain.letters import LetterState
from desktop_app.domain.number_remarks import range_words
from desktop_app.operations.letters.agenda import Agenda
from desktop_app.ui.table import Column
from desktop_app.ui.widgets import State

GAP = "celah"
_STATES = {
    LetterState.BERNOMOR.value: State.NUMBERED,
    LetterState.DITANDATANGANI.value: State.SIGNED,
    LetterState.TERKIRIM.value: State.SENT,
    LetterState.DIJAWAB.value: State.SAFE,
    LetterState.BATAL.value: State.REFUSED,
    Use.KERTAS.value: State.DRAFT,
    Use.CADANGAN.value: State.LOCKED,
    GAP: State.CHECK,
}
STATES = tuple(_STATES)
"""What a line can be, in words: what the filter offers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A number that was given (`row`), or the numbers `first` to `last` that nobody has. `kind` in words."""

    first: int
    last: int
    row: AgendaRow | None = None
    kind: str = ""

    @property
    def state(self) -> str:
        """One of `STATES`."""
        if self.row is None:
            return GAP
        entry = self.row.entry
        if entry.void:
            return LetterState.BATAL.value
        if entry.use is not Use.SURAT:
            return entry.use.value
        return (self.row.state or LetterState.BERNOMOR).value

    @property
    def number(self) -> str:
        return range_words(self.first, self.last)

    @property
    def text(self) -> str:
        return self.row.entry.text if self.row is not None else ""

    @property
    def subject(self) -> str:
        if self.row is not None:
            return self.row.entry.subject
        return "Belum dipakai"

    @property
    def addressee(self) -> str:
        return self.row.entry.addressee if self.row is not None else ""

    @property
    def remark(self) -> str:
        """Why it is void; that it was on paper."""
        if self.row is None or not self.row.entry.void:
            return ""
        paper = "di luar Cakupan; " if self.row.entry.use is Use.KERTAS else ""
        return f"{paper}{self.row.entry.reason}"

    @property
    def day(self) -> str:
        return short_date(self.row.entry.day) if self.row is not None and self.row.entry.day else "–"


def lines_of(agenda: Agenda, kinds: Mapping[str, str]) -> list[Line]:
    """By number; a gap stands where its numbers would."""
    lines = [
        Line(first=row.entry.number, last=row.entry.number, row=row, kind=kinds.get(row.kind, ""))
        for row in agenda.rows
    ]
    lines += [Line(first=first, last=last) for first, last in agenda.gaps]
    return sorted(lines, key=lambda line: line.first)


def state_words(state: str) -> str:
    """With a capital: “Di luar Cakupan”."""
    return state[:1].upper() + state[1:]


NUMBER, TEXT, SUBJECT, ADDRESSEE, KIND, REMARK = 0, 1, 3, 4, 5, 7
"""Places of columns that give way where there is little room."""
COLUMNS: tuple[Column[Line], ...] = (
    Column("No.", lambda line: line.number, key=lambda line: line.first, right=True, width=76),
    Column("Nomor surat", lambda line: line.text or "–", width=214, quiet=lambda line: not line.text, tip=lambda line: line.text),
    Column(
        "Tanggal", lambda line: line.day, width=96, quiet=lambda line: line.day == "–",
        key=lambda line: line.row.entry.day if line.row is not None else None,
    ),
    Column("Hal", lambda line: line.subject, width=240, quiet=lambda line: line.row is None, tip=lambda line: line.subject),
    Column("Penerima", lambda line: line.addressee, width=160, tip=lambda line: line.addressee),
    Column("Jenis", lambda line: line.kind, width=180, tip=lambda line: line.kind),
    Column("Keadaan", lambda line: state_words(line.state), state=lambda line: _STATES[line.state], width=140, tip=lambda line: line.remark),
    Column("Keterangan", lambda line: line.remark, width=150, tip=lambda line: line.remark),
)  # fmt: skip
