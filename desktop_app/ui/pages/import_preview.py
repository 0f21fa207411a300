"""What an import would do, before it does it: counts, rows with trouble to be mended, rows to be stored, what is left to say."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.sheets import Counts, Problem, ProblemState
from desktop_app.domain.sheets import Table as SheetTable
from desktop_app.operations.import_sheet import PREVIEW_ROWS, ImportReport, TableReport
from desktop_app.operations.reference_data import region_path
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import FilterButton
from desktop_app.ui.pages.import_choices import ImportChoices
from desktop_app.ui.pages.import_flow import Work
from desktop_app.ui.pages.import_parts import CountTiles
from desktop_app.ui.pages.import_problems import DraftProblems, cell_key
from desktop_app.ui.pages.import_samples import SampleRows
from desktop_app.ui.widgets import Card, Switch, label

PROBLEMS, SAMPLES = range(2)
LOWEST = 232
"""Least height of the lower part; a smaller window scrolls."""
_NARROW = 960
"""Width of the page below which the side card is slimmer and searching gives way."""


class Preview(QWidget):
    """The step “Pratinjau”. `changed`: something else is wanted, so what may be saved is other too."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.look = desk, desk.look
        self._work: Work | None = None
        self._table: str | None = None
        self.tiles = CountTiles(self.look)
        self.choices = ImportChoices(self.look)
        self.grid = DraftProblems(desk)
        self.samples = SampleRows(self.look)
        self._words = ""
        self._lay_out()
        self.tiles.picked.connect(self._show_state)
        self.grid.state_picked.connect(self.tiles.choose)
        self.grid.mended.connect(self._mend)
        self.choices.changed.connect(self.show_change)

    def show_work(self, work: Work) -> None:
        """Show a report that was made by what is wanted."""
        self._work, self._table = work, None
        self.choices.show_work(work)
        self._show_table(None)
        self.show_view(PROBLEMS if any(_problem_counts(work.report.tables).values()) else SAMPLES)
        codes = {row.region for each in work.report.tables for row in each.table.rows if row.region}
        self.desk.read(lambda workspace: region_names(workspace, codes), self.samples.set_names)

    def show_look(self) -> None:
        """The same rows, looked at anew: counts, and what they replace."""
        if self._work is not None:
            self.choices.show_look()
            self._show_counts(self._chosen_tables())

    def show_change(self) -> None:
        """Counts that do not belong to what is wanted any more are pale."""
        if self._work is not None:
            self.tiles.set_stale(self._work.must_check)
            self.grid.show_cells(self._work.wanted.answers.cells)
        self.changed.emit()

    def show_view(self, place: int) -> None:
        self.views.choose(place)
        self._stack.setCurrentIndex(place)
        self._fit()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(12)
        column.addWidget(self.tiles)
        lower = QHBoxLayout()
        lower.setSpacing(12)
        self._card = self._made_card()
        self._card.setMinimumHeight(LOWEST)
        lower.addWidget(self._card, 1)
        lower.addWidget(self.choices)
        column.addLayout(lower, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _made_card(self) -> Card:
        card = Card("Isi lembar", padding=12)
        card.fill()
        card.title.hide()
        card.aside.hide()
        assert card.head is not None
        self.views = Switch(self.look, ("Baris bermasalah", "Contoh baris"), self.show_view)
        card.head.insertWidget(0, self.views)
        self._picker = FilterButton(self.look, "Lembar")
        self._picker.picked.connect(self._show_table)
        self._aside = label("", "hint")
        for widget in (self._aside, self._picker, self.grid.head):
            card.add_action(widget)
        self._stack = QStackedWidget()
        for widget in (self.grid, self.samples):
            self._stack.addWidget(widget)
        card.body.addWidget(self._stack)
        return card

    def _chosen_tables(self) -> list[TableReport]:
        tables = self._work.report.tables if self._work else ()
        return [each for each in tables if self._table in (None, each.key)]

    def _show_table(self, chosen: object) -> None:
        """Show one table of the workbook, by its key; None: all of them."""
        work = self._work
        assert work is not None
        self._table = chosen if isinstance(chosen, str) else None
        tables = self._chosen_tables()
        self._show_counts(tables)
        self.tiles.choose(None)
        place = next((p for p, each in enumerate(work.report.tables) if each.key == self._table), None)
        sheets = len({each.table.sheet for each in tables})
        self.grid.show_cells(work.wanted.answers.cells)
        self.grid.show_draft(work.report.draft, place, _problem_counts(tables), sheets=sheets)
        first = next((each for each in tables if each.table.rows), tables[0] if tables else None)
        if first is not None:
            self.samples.show_rows(first.table.kind, first.table.rows)
            self._words = _sample_words(first.table)
        names: list[tuple[str, object]] = [(_table_name(work.report, each), each.key) for each in work.report.tables]
        self._picker.set_choices([("Semua", None), *names], self._table, changed=self._table is not None)
        self._picker.setVisible(len(names) > 1)
        self._fit()

    def _show_counts(self, tables: Sequence[TableReport]) -> None:
        self.tiles.set_counts(sum((each.counts for each in tables), Counts()))
        self.tiles.set_stale(self._work is not None and self._work.must_check)

    def _show_state(self, state: object) -> None:
        self.show_view(PROBLEMS)
        self.grid.show_state(state if isinstance(state, ProblemState) else None)

    def _mend(self, problem: Problem, text: str) -> None:
        """A cell was typed anew: what stood there before takes the change back."""
        if self._work is None:
            return
        cells = {key: said for key, said in self._work.wanted.answers.cells.items() if key != cell_key(problem)}
        if text != problem.value:
            cells[cell_key(problem)] = text
        self._work.answer_with(cells=cells)
        self.show_change()

    def _fit(self) -> None:
        """What of the head belongs to the present view, and has room."""
        place, narrow = self._stack.currentIndex(), self.width() < _NARROW
        self.grid.head.setVisible(place == PROBLEMS)
        self.grid.set_narrow(narrow)
        self.choices.set_narrow(narrow)
        self._aside.setText(self._words if place == SAMPLES and not narrow else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def region_names(workspace: Workspace, codes: set[str]) -> dict[str, str]:
    """Code -> “Suana, Nusa Penida, Klungkung”: the place and those above it, without the province."""
    paths = {code: region_path(workspace, code) for code in codes}
    return {
        code: ", ".join(step.short_name for step in reversed(path[1:] or path)) for code, path in paths.items() if path
    }


def _problem_counts(tables: Sequence[TableReport]) -> Counter[ProblemState]:
    return sum((Counter(each.problem_counts) for each in tables), Counter())


def _sample_words(table: SheetTable) -> str:
    if not table.rows:
        return ""
    first = " pertama" if len(table.rows) == PREVIEW_ROWS else ""
    return f"{number(len(table.rows))} isian{first} dari lembar “{table.sheet}”"


def _table_name(report: ImportReport, wanted: TableReport) -> str:
    """The sheet's name; where a sheet holds several tables, with the first row of this one."""
    same = [table for table in report.tables if table.table.sheet == wanted.table.sheet]
    name = wanted.table.sheet or "Tabel"
    return name if len(same) == 1 else f"{name}, baris {wanted.table.first_row}"
