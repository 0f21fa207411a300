"""Rows that were not simply stored: where they stand, what is in the cell, why, and what to do."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.nik import shown_value
from desktop_app.domain.sheets import Problem, ProblemState
from desktop_app.ui.filters import FilterButton
from desktop_app.ui.look import Look
from desktop_app.ui.pages.sheet_words import PROBLEM_STATES
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import frame, label

TWO_LINES = 42
PAUSE_MILLISECONDS = 250
_SHEET, _REASON = 1, 4
_SLIM = (54, 84, 92, 144)
"""Widths before the reason where there is little room; a masked NIK is still whole."""

COLUMNS: tuple[Column[Problem], ...] = (
    Column("Baris", lambda p: number(p.row), lambda p: p.row, right=True, width=70, quiet=lambda _: True),
    Column("Lembar", lambda p: p.sheet, width=110, tip=lambda p: p.sheet),
    Column("Kolom", lambda p: p.column, width=148, tip=lambda p: p.column),
    Column(
        "Isi",
        lambda p: shown_value(p.value) or "kosong",
        lambda p: p.value or None,
        width=166,
        quiet=lambda p: not p.value,
        tip=lambda p: shown_value(p.value),
    ),
    Column(
        "Alasan dan langkah",
        lambda p: p.message,
        lambda p: p.message,
        state=lambda p: PROBLEM_STATES[p.state],
        detail=lambda p: p.step,
        tip=lambda p: f"{p.message}\n{p.step}".strip(),
    ),
)


class ProblemGrid(QWidget):
    """The problems of one import. `head` goes beside a card's title; `state_picked`: the user chose another state."""

    state_picked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._problems: tuple[Problem, ...] = ()
        self._state: ProblemState | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table: Table[Problem] = Table(look, COLUMNS, row_height=TWO_LINES)
        self.table.setAccessibleName("Baris bermasalah")
        column.addWidget(self.table, 1)
        foot = frame("card-foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 6, 16, 6)
        self._foot = label("", "detail")
        line.addWidget(self._foot)
        line.addStretch(1)
        column.addWidget(foot)
        self._make_head(look)

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Show these, from the chosen state; a column names the sheet where there are several."""
        self._problems = tuple(problems)
        self.table.setColumnHidden(_SHEET, len({problem.sheet for problem in problems}) < 2)
        if self._state is not None and not any(problem.state is self._state for problem in problems):
            self._state = None
        self._show()

    def wait(self) -> None:
        """The problems are being read."""
        self.set_problems(())
        self._foot.setText("Membaca …")

    def show_state(self, state: ProblemState | None) -> None:
        """Only rows of this state; None: all."""
        self._state = state
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        """Without room the field for searching goes and the reasons get what the cells can spare."""
        self._search.setVisible(not narrow)
        for place, column in enumerate(COLUMNS[:_REASON]):
            self.table.setColumnWidth(place, _SLIM[place] if narrow else column.width)

    def _make_head(self, look: Look) -> None:
        self.head = QWidget()
        line = QHBoxLayout(self.head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._filter = FilterButton(look, "Keadaan")
        self._filter.picked.connect(self._pick)
        self._search = QLineEdit()
        self._search.setProperty("small", True)
        self._search.setPlaceholderText("Cari, misalnya NIK")
        self._search.setAccessibleName("Cari di baris bermasalah")
        self._search.setMinimumWidth(90)
        self._search.setMaximumWidth(170)
        self._search.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._find)
        self._search.textChanged.connect(lambda _: self._pause.start())
        line.addWidget(self._search)
        line.addWidget(self._filter)

    def _pick(self, state: object) -> None:
        self.show_state(state if isinstance(state, ProblemState) else None)
        self.state_picked.emit(self._state)

    def _find(self) -> None:
        self.table.values.filter(self._search.text())
        self._tell()

    def _show(self) -> None:
        found = Counter(problem.state for problem in self._problems)
        choices: list[tuple[str, object]] = [(f"Semua ({number(len(self._problems))})", None)]
        choices += [
            (f"{PROBLEM_STATES[state].word} ({number(found[state])})", state) for state in ProblemState if found[state]
        ]
        self._filter.set_choices(choices, self._state, changed=self._state is not None)
        wanted = self._state
        self.table.set_rows([p for p in self._problems if p.state is wanted] if wanted else self._problems)
        self._tell()

    def _tell(self) -> None:
        shown, whole = len(self.table.values.rows), len(self._problems)
        if not whole:
            self._foot.setText("Tidak ada baris bermasalah.")
        elif shown == whole:
            self._foot.setText(f"{number(whole)} catatan tentang isi sel. Berkas asal tidak diubah.")
        else:
            self._foot.setText(f"{number(shown)} dari {number(whole)} catatan tentang isi sel, disaring.")
