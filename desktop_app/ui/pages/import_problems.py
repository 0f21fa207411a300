"""The problem rows of a draft: paged, chosen by state, reason and words, and mended in place."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import number
from desktop_app.domain.nik import shown_value
from desktop_app.domain.sheets import Problem, ProblemState
from desktop_app.operations.half_done import ProblemChoice, ProblemList, Reason, problem_page, problems_chosen
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import FilterButton
from desktop_app.ui.paged import PAGE, PagedModel
from desktop_app.ui.pages.import_search import SearchField
from desktop_app.ui.pages.problem_grid import TWO_LINES
from desktop_app.ui.pages.sheet_words import PROBLEM_STATES
from desktop_app.ui.table import Column
from desktop_app.ui.table_editing import EditableTable
from desktop_app.ui.widgets import frame, label

BLANK = Problem("", 0, "", "", "", "…", "", ProblemState.NOTE)
"""What stands where a page is not there yet."""
_ORDERS = ("row", "sheet", "column", "value", "message")
_SHEET, _VALUE, _REASON = 1, 3, 4
_SLIM = (54, 84, 92, 144)
_LONGEST_REASON = 44


def cell_key(problem: Problem) -> str:
    """The name of a cell in `Answers.cells`; empty where a whole row or table is meant."""
    return f"{problem.sheet}!{problem.cell}" if problem.cell else ""


class DraftProblems(QWidget):
    """`head` goes beside a card's title; `mended`: a cell got another text; `state_picked`: another state is shown."""

    mended = Signal(object, str)
    state_picked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.look = desk, desk.look
        self._draft, self._choice, self._question, self._whole = "", ProblemChoice(), 0, 0
        self._counts: Mapping[ProblemState, int] = {}
        self._cells: Mapping[str, str] = {}
        self.model: PagedModel[Problem] = PagedModel(self._columns(), BLANK)
        self.table: EditableTable[Problem] = EditableTable(
            self.look, self.model.columns, row_height=TWO_LINES, model=self.model
        )
        self.table.setAccessibleName("Baris bermasalah; F2 memperbaiki isi")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        foot = frame("card-foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 6, 16, 6)
        self._foot = label("", "detail")
        line.addWidget(self._foot)
        line.addStretch(1)
        column.addWidget(foot)
        self._make_head()
        self.model.page_wanted.connect(self._read_page)
        self.model.order_wanted.connect(self._order)
        self.model.edited.connect(lambda problem, _, text: self.mended.emit(problem, text))

    def show_draft(self, draft: str, table: int | None, counts: Mapping[ProblemState, int], *, sheets: int) -> None:
        """The problems of a draft, or of one of its tables; `counts` of them by state, from `sheets` sheets."""
        self._draft, self._counts = draft, counts
        self.table.setColumnHidden(_SHEET, sheets < 2)
        self._choose(replace(self._choice, table=table, state=None, code=""))

    def show_cells(self, cells: Mapping[str, str]) -> None:
        """What was mended so far."""
        self._cells = cells
        self.model.refresh()

    def show_state(self, state: ProblemState | None) -> None:
        """Only rows of this state; None: all."""
        self._choose(replace(self._choice, state=state))

    def set_narrow(self, narrow: bool) -> None:
        """Without room the field for searching goes and the reasons get what the cells can spare."""
        self._search.setVisible(not narrow)
        for place, column in enumerate(self.model.columns[:_REASON]):
            self.table.setColumnWidth(place, _SLIM[place] if narrow else column.width)

    def _columns(self) -> tuple[Column[Problem], ...]:
        return (
            Column("Baris", lambda p: number(p.row) if p.row else "", right=True, width=62, quiet=lambda _: True),
            Column("Lembar", lambda p: p.sheet, width=110, tip=lambda p: p.sheet),
            Column("Kolom", lambda p: p.column, width=126, tip=lambda p: p.column),
            Column(
                "Isi",
                self._text,
                width=166,
                quiet=lambda p: not p.value and cell_key(p) not in self._cells,
                detail=lambda p: "diubah" if p.cell and cell_key(p) in self._cells else "",
                tip=self._text,
                edit=_beginning,
            ),
            Column(
                "Alasan dan langkah",
                lambda p: p.message,
                state=lambda p: PROBLEM_STATES[p.state] if p.row or p.message != BLANK.message else None,
                detail=lambda p: p.step,
                tip=lambda p: f"{p.message}\n{p.step}".strip(),
            ),
        )

    def _text(self, problem: Problem) -> str:
        if problem is BLANK:
            return ""
        return shown_value(self._cells.get(cell_key(problem), problem.value)) or "kosong"

    def _make_head(self) -> None:
        self.head = QWidget()
        line = QHBoxLayout(self.head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._states, self._reasons = FilterButton(self.look, "Keadaan"), FilterButton(self.look, "Alasan")
        self._states.picked.connect(self._pick_state)
        self._reasons.picked.connect(lambda code: self._choose(replace(self._choice, code=str(code))))
        self._search = SearchField("Cari di baris bermasalah", "Cari, misalnya kolom", small=True)
        self._search.setMinimumWidth(80)
        self._search.setMaximumWidth(150)
        self._search.searched.connect(self._find)
        for widget in (self._search, self._states, self._reasons):
            line.addWidget(widget)

    def _find(self, words: str) -> None:
        if words != self._choice.words:
            self._choose(replace(self._choice, words=words))

    def _pick_state(self, state: object) -> None:
        self.show_state(state if isinstance(state, ProblemState) else None)
        self.state_picked.emit(self._choice.state)

    def _order(self, place: int, descending: bool) -> None:
        order = _ORDERS[place] if 0 <= place < len(_ORDERS) else "row"
        self._choose(replace(self._choice, order=order, descending=descending and place >= 0))

    def _choose(self, choice: ProblemChoice) -> None:
        """Ask how many problems there are of this choice; its pages come when they are looked at."""
        self._choice = choice
        if not self._draft:
            return
        self._question += 1
        draft, question = self._draft, self._question
        self._foot.setText("Membaca …")
        self.desk.read(
            lambda workspace: problems_chosen(workspace, draft, choice),
            partial(self._show_list, question),
            self._give_up,
        )

    def _show_list(self, question: int, found: ProblemList) -> None:
        if question != self._question:
            return
        self.model.set_count(found.count)
        self._whole = sum(self._counts.values())
        self._offer_states()
        self._offer_reasons(found.reasons)
        self._tell(found.count)

    def _read_page(self, page: int) -> None:
        draft, choice, question = self._draft, self._choice, self._question
        self.desk.read(
            lambda workspace: problem_page(workspace, draft, choice, page * PAGE, PAGE),
            partial(self._show_page, question, page),
            self._give_up,
        )

    def _show_page(self, question: int, page: int, problems: list[Problem]) -> None:
        if question == self._question:
            self.model.page_arrived(page, problems)

    def _give_up(self, error: AppError) -> None:
        """The draft went (stored, or let go elsewhere) while its rows were asked for."""
        self._foot.setText(str(error))

    def _offer_states(self) -> None:
        whole = sum(self._counts.values())
        choices: list[tuple[str, object]] = [(f"Semua ({number(whole)})", None)]
        choices += [
            (f"{PROBLEM_STATES[state].word} ({number(count)})", state)
            for state in ProblemState
            if (count := self._counts.get(state, 0))
        ]
        self._states.set_choices(choices, self._choice.state, changed=self._choice.state is not None)

    def _offer_reasons(self, reasons: tuple[Reason, ...]) -> None:
        choices: list[tuple[str, object]] = [("Semua", "")]
        choices += [(f"{_short(reason.message)} ({number(reason.count)})", reason.code) for reason in reasons]
        self._reasons.set_choices(choices, self._choice.code, changed=bool(self._choice.code))

    def _tell(self, shown: int) -> None:
        if not self._whole:
            self._foot.setText("Tidak ada baris bermasalah.")
        elif shown < self._whole:
            self._foot.setText(f"{number(shown)} dari {number(self._whole)} catatan tentang isi sel, disaring.")
        else:
            self._foot.setText("Klik dua kali pada isi untuk memperbaiki, atau tekan F2. Berkas asal tidak diubah.")


def _beginning(problem: Problem) -> str | None:
    """The text an editor begins with. A number that may be somebody's is typed anew: it is not shown in clear."""
    if not problem.cell:
        return None
    return problem.value if shown_value(problem.value) == problem.value else ""


def _short(message: str) -> str:
    return message if len(message) <= _LONGEST_REASON else f"{message[: _LONGEST_REASON - 1].rstrip()}…"
