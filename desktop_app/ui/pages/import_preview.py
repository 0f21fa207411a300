"""What an import would do, before it does it: counts, columns, rows to be stored, rows with trouble, open questions."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.nik import masked
from desktop_app.domain.sheets import Column as SheetColumn
from desktop_app.domain.sheets import Counts, Problem
from desktop_app.domain.sheets import Table as SheetTable
from desktop_app.operations.import_sheet import PREVIEW_ROWS, ImportReport, ImportRequest, TableReport
from desktop_app.operations.reference_data import region_path
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import FilterButton
from desktop_app.ui.pages.import_choices import ImportChoices
from desktop_app.ui.pages.import_parts import CountTiles
from desktop_app.ui.pages.import_samples import SampleRows
from desktop_app.ui.pages.notes import Note
from desktop_app.ui.pages.problem_grid import ProblemGrid
from desktop_app.ui.pages.sheet_words import confidence_words, field_words
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import Card, Switch, label

PROBLEMS, COLUMNS, SAMPLES = range(3)
LOWEST = 232
"""Least height of the lower part; a smaller window scrolls."""
_NARROW = 960
"""Width of the page below which the side card is slimmer and searching gives way."""
_UNUSED = "Tidak dipakai"


@dataclass(frozen=True, slots=True)
class SheetColumnRow:
    """A column of the workbook with the sheet it stands in."""

    sheet: str
    column: SheetColumn


def _examples(row: SheetColumnRow) -> str:
    private = row.column.field in ("nik", "kpj")
    return ", ".join(masked(text) if private and "•" not in text else text for text in row.column.examples)


def _confidence(row: SheetColumnRow) -> str:
    return confidence_words(row.column.confidence)[0] if row.column.field else ""


_COLUMNS: tuple[Column[SheetColumnRow], ...] = (
    Column("Kol.", lambda r: r.column.letter, lambda r: (len(r.column.letter), r.column.letter), width=52),
    Column("Lembar", lambda r: r.sheet, width=120),
    Column("Judul di lembar", lambda r: r.column.header or "–", width=190, tip=lambda r: r.column.header),
    Column(
        "Dibaca sebagai",
        lambda r: field_words(r.column.field) if r.column.field else _UNUSED,
        width=160,
        quiet=lambda r: not r.column.field,
    ),
    Column(
        "Keyakinan",
        _confidence,
        lambda r: r.column.confidence if r.column.field else None,
        width=140,
        state=lambda r: confidence_words(r.column.confidence)[1] if r.column.field else None,
        meter=lambda r: r.column.confidence,
    ),
    Column("Contoh isi", _examples, tip=_examples, quiet=lambda _: True),
)
_SHEET = 1


class Preview(QWidget):
    """The step “Periksa”. `changed`: an input is another, so what may be saved is too."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.look = desk, desk.look
        self.report: ImportReport | None = None
        self._table: TableReport | None = None
        self.note = Note(self.look)
        self.tiles = CountTiles(self.look)
        self.choices = ImportChoices(self.look)
        self.grid = ProblemGrid(self.look)
        self.columns: Table[SheetColumnRow] = Table(self.look, _COLUMNS)
        self.columns.setAccessibleName("Kolom yang dikenali")
        self.samples = SampleRows(self.look)
        self._lay_out()
        self.tiles.picked.connect(self._show_state)
        self.grid.state_picked.connect(self.tiles.choose)
        self.choices.changed.connect(self.changed)

    def set_report(self, report: ImportReport, request: ImportRequest) -> None:
        self.report, self._table = report, None
        self.note.clear()
        self.choices.set_report(report, request)
        names = [(_table_name(report, table), table) for table in report.tables]
        self._picker.set_choices([("Semua", None), *names], None)
        self._picker.setVisible(len(names) > 1)
        self._show_table(None)
        self.show_view(PROBLEMS if report.problems else SAMPLES)
        codes = {row.region for table in report.tables for row in table.table.rows if row.region}
        self.desk.read(lambda workspace: region_names(workspace, codes), self.samples.set_names)

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
        column.addWidget(self.note)
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
        self.views = Switch(self.look, ("Baris bermasalah", "Kolom", "Contoh baris"), self.show_view)
        card.head.insertWidget(0, self.views)
        self._picker = FilterButton(self.look, "Lembar")
        self._picker.picked.connect(self._show_table)
        self._aside = label("", "hint")
        for widget in (self._aside, self._picker, self.grid.head):
            card.add_action(widget)
        self._stack = QStackedWidget()
        for widget in (self.grid, self.columns, self.samples):
            self._stack.addWidget(widget)
        card.body.addWidget(self._stack)
        return card

    def _show_table(self, chosen: object) -> None:
        """Show one table of the workbook; None: all of them."""
        report = self.report
        assert report is not None
        self._table = chosen if isinstance(chosen, TableReport) else None
        tables = [self._table] if self._table else list(report.tables)
        counts = sum((table.counts for table in tables), Counts())
        self.tiles.set_counts(counts)
        self.tiles.choose(None)
        problems: list[Problem] = [problem for table in tables for problem in table.table.problems]
        self.grid.show_state(None)
        self.grid.set_problems(problems)
        rows = [SheetColumnRow(each.table.sheet, column) for each in tables for column in each.table.columns]
        self.columns.set_rows(rows)
        self.columns.setColumnHidden(_SHEET, len(tables) < 2)
        first = next((table for table in tables if table.table.rows), tables[0]).table
        self.samples.show_rows(first.kind, first.rows)
        names = [(_table_name(report, table), table) for table in report.tables]
        self._picker.set_choices([("Semua", None), *names], self._table, changed=self._table is not None)
        known = sum(bool(row.column.field) for row in rows)
        self._words = (
            "",
            f"{number(known)} dari {number(len(rows))} kolom dikenali",
            _sample_words(first),
        )
        self._fit()

    def _show_state(self, state: object) -> None:
        self.show_view(PROBLEMS)
        self.grid.show_state(state)  # type: ignore[arg-type]

    def _fit(self) -> None:
        """What of the head belongs to the present view, and has room."""
        place, narrow = self._stack.currentIndex(), self.width() < _NARROW
        self.grid.head.setVisible(place == PROBLEMS)
        self.grid.set_narrow(narrow)
        self.choices.set_narrow(narrow)
        self._aside.setText("" if narrow else self._words[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.report is not None:
            self._fit()


def region_names(workspace: Workspace, codes: set[str]) -> dict[str, str]:
    """Code -> “Suana, Nusa Penida, Klungkung”: the place and those above it, without the province."""
    paths = {code: region_path(workspace, code) for code in codes}
    return {
        code: ", ".join(step.short_name for step in reversed(path[1:] or path)) for code, path in paths.items() if path
    }


def _sample_words(table: SheetTable) -> str:
    if not table.rows:
        return ""
    first = " pertama" if len(table.rows) == PREVIEW_ROWS else ""
    return f"{number(len(table.rows))} isian{first} dari lembar “{table.sheet}”"


def _table_name(report: ImportReport, wanted: TableReport) -> str:
    """The sheet's name; where a sheet holds several tables, with the first row of this one."""
    same = [table for table in report.tables if table.table.sheet == wanted.table.sheet]
    return wanted.table.sheet if len(same) == 1 else f"{wanted.table.sheet}, baris {wanted.table.first_row}"
