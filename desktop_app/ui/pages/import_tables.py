"""The step “Tabel”: which tables of a workbook count, what they are, for which month, and what is hidden in Excel."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.indonesian import number, short_date
from desktop_app.domain.sheets import SheetKind, Table
from desktop_app.ui.look import Look
from desktop_app.ui.pages.import_flow import Work
from desktop_app.ui.pages.month_input import MonthInput
from desktop_app.ui.pages.sheet_words import KINDS, where_words
from desktop_app.ui.table import Column
from desktop_app.ui.table import Table as Grid
from desktop_app.ui.widgets import Card, State, field, frame, label, row

WIDTH, SLIM = 292, 272
TWO_LINES = 42
_NARROW = 900


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table as it is to be read; `rows` is None where it was not read because it is not to be used."""

    key: str
    table: Table
    use: bool
    kind: SheetKind
    month: date | None
    rows: int | None

    @property
    def lacks_month(self) -> bool:
        return self.use and self.month is None and self.kind not in (SheetKind.TARGET, SheetKind.LAIN)


def lines_of(work: Work) -> list[TableLine]:
    """Every table that was seen in the workbook, in the order it was seen."""
    read = {each.key: each.table.data_rows + each.table.parked for each in work.report.tables}
    return [
        TableLine(key, table, work.answer(key).use, work.kind(key), work.month(key), read.get(key))
        for key, table in work.tables.items()
    ]


def _state(line: TableLine) -> State:
    if line.lacks_month:
        return State.CHECK
    return State.SAFE if line.use else State.REPLACED


def _state_words(line: TableLine) -> str:
    if line.lacks_month:
        return "Pilih bulan"
    return "Ikut diimpor" if line.use else "Tidak ikut"


_COLUMNS: tuple[Column[TableLine], ...] = (
    Column(
        "Tabel",
        lambda r: f"Lembar “{r.table.sheet}”",
        detail=lambda r: where_words(r.table),
        tip=lambda r: "\n".join(r.table.titles),
    ),
    Column("Jenis", lambda r: KINDS[r.kind], width=140),
    Column("Bulan data", lambda r: short_date(r.month) if r.month else "–", lambda r: r.month, width=104),
    Column("Baris", lambda r: "–" if r.rows is None else number(r.rows), lambda r: r.rows, right=True, width=74),
    Column("Keadaan", _state_words, width=122, state=_state),
)


class TablesStep(QWidget):
    """`changed`: something else is wanted now."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._work: Work | None = None
        self._key = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(12)
        column.addWidget(self._made_hidden())
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._made_list(), 1)
        line.addWidget(self._made_side())
        column.addLayout(line, 1)

    def show_work(self, work: Work) -> None:
        self._work = work
        self._show_hidden(work)
        lines = lines_of(work)
        self.table.set_rows(lines)
        self._card.aside.setText(f"{number(sum(line.use for line in lines))} dari {number(len(lines))} ikut")
        wanted = next((line for line in lines if line.lacks_month), lines[0]) if lines else None
        if wanted is not None:
            self.choose(self._key if self._key in work.tables and not wanted.lacks_month else wanted.key)

    def choose(self, key: str) -> None:
        """Show what is said of one table."""
        self._key = key
        self.table.choose(lambda line: line.key == key)
        self._show_side()

    def focus_first(self) -> None:
        (self.month if self._work is not None and self._work.open_months() else self.table).setFocus()

    def _made_hidden(self) -> QWidget:
        """What Excel hides is said, and asked about before it counts."""
        self.hidden = frame("note")
        self._questions = QHBoxLayout(self.hidden)
        self._questions.setContentsMargins(14, 10, 14, 10)
        self._questions.setSpacing(24)
        self.rows_count, self.rows_left = QRadioButton("Ikut dihitung"), QRadioButton("Abaikan")
        self.sheets_left, self.sheets_count = QRadioButton("Lewati"), QRadioButton("Ikut dibaca")
        self._rows_box, self._rows_words = _question(self.rows_count, self.rows_left)
        self._sheets_box, self._sheets_words = _question(self.sheets_left, self.sheets_count)
        self._questions.addWidget(self._rows_box, 1)
        self._questions.addWidget(self._sheets_box, 1)
        self.rows_left.toggled.connect(lambda left: self._say(visible_rows_only=left))
        self.sheets_count.toggled.connect(lambda read: self._say(with_hidden_sheets=read))
        return self.hidden

    def _show_hidden(self, work: Work) -> None:
        report, answers = work.report, work.wanted.answers
        rows = report.hidden_rows > 0 or answers.visible_rows_only
        self.hidden.setVisible(rows or bool(report.hidden_sheets))
        self._rows_box.setVisible(rows)
        self._sheets_box.setVisible(bool(report.hidden_sheets))
        count = f"{number(report.hidden_rows)} baris" if report.hidden_rows else "Sebagian baris"
        self._rows_words.setText(f"{count} tersembunyi di Excel, misalnya oleh saringan.")
        self._sheets_words.setText(f"Lembar tersembunyi: {', '.join(f'“{name}”' for name in report.hidden_sheets)}.")
        for button, on in (
            (self.rows_left, answers.visible_rows_only), (self.rows_count, not answers.visible_rows_only),
            (self.sheets_count, answers.with_hidden_sheets), (self.sheets_left, not answers.with_hidden_sheets),
        ):  # fmt: skip
            was = button.blockSignals(True)
            button.setChecked(on)
            button.blockSignals(was)

    def _made_list(self) -> Card:
        self._card = Card("Tabel di berkas ini", " ")
        self._card.fill()
        self.table: Grid[TableLine] = _TickGrid(self.look, _COLUMNS, row_height=TWO_LINES)
        self.table.setAccessibleName("Tabel di berkas ini")
        self.table.stretch(0)
        self.table.chosen.connect(lambda line: self.choose(line.key))
        self.table.opened.connect(lambda line: self._toggle(line.key))
        self._card.body.addWidget(self.table)
        return self._card

    def _made_side(self) -> Card:
        self._side = Card("Tabel", "")
        self._side.setFixedWidth(WIDTH)
        self._side.fill()
        inside = QWidget()
        inside.setObjectName("scrolled")
        body = QVBoxLayout(inside)
        body.setContentsMargins(16, 14, 16, 14)
        body.setSpacing(12)
        self.use = QCheckBox("Ikut diimpor")
        self.kind = QComboBox()
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for kind, name in KINDS.items():
            self.kind.addItem(name, kind.value)
        self.month = MonthInput("Menurut lembar", optional=True)
        self.month_field = QWidget()
        self.month_field.setLayout(field("Bulan data", self.month, "Bulan yang angkanya dilaporkan."))
        self.month_field.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        self._titles = label("", "hint", wrap=True)
        body.addWidget(self.use)
        body.addLayout(field("Jenis", self.kind))
        body.addWidget(self.month_field)
        body.addWidget(self._titles)
        body.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._side.body.addWidget(area)
        self.use.toggled.connect(lambda use: self._say_of_table(use=use))
        self.kind.currentIndexChanged.connect(lambda _: self._choose_kind())
        self.month.changed.connect(self._choose_month)
        return self._side

    def _show_side(self) -> None:
        work, key = self._work, self._key
        if work is None or key not in work.tables:
            return
        table = work.tables[key]
        self._side.title.setText(table.sheet or "Tabel")
        for widget in (self.use, self.kind, self.month):
            widget.blockSignals(True)
        self.use.setChecked(work.answer(key).use)
        self.kind.setCurrentIndex(self.kind.findData(work.kind(key).value))
        self.month.month.setItemText(0, "Menurut lembar" if table.period else "Pilih bulan")
        self.month.set_value(work.month(key))
        for widget in (self.use, self.kind, self.month):
            widget.blockSignals(False)
        self.month_field.setVisible(work.kind(key) is not SheetKind.TARGET)
        self._titles.setText("\n".join(table.titles[:4]))

    def _choose_kind(self) -> None:
        if self._work is not None:
            kind = str(self.kind.currentData())
            same = kind == self._work.tables[self._key].kind.value
            self._say_of_table(kind=None if same else kind)

    def _choose_month(self) -> None:
        if self._work is not None:
            month = self.month.value
            same = month == self._work.tables[self._key].period and self._work.wanted.period is None
            self._say_of_table(period=None if same else month)

    def _toggle(self, key: str) -> None:
        if self._work is not None:
            self._key = key
            self._say_of_table(use=not self._work.answer(key).use)

    def _say(self, **changes: object) -> None:
        if self._work is not None:
            self._work.answer_with(**changes)
            self.changed.emit()

    def _say_of_table(self, **changes: object) -> None:
        if self._work is None:
            return
        self._work.answer_table(self._key, **changes)
        key = self._key
        self.table.set_rows(lines_of(self._work))
        self.choose(key)
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(WIDTH if self.width() >= _NARROW else SLIM)
        self.table.setColumnHidden(3, self.width() < _NARROW)


class _TickGrid(Grid[TableLine]):
    """Space takes a table in or out, as a double click does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.opened.emit(self.values.row(self.currentIndex().row()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _question(*answers: QRadioButton) -> tuple[QWidget, QLabel]:
    """A sentence with its answers below."""
    box, words, group = QWidget(), label("", "strong", wrap=True), QButtonGroup()
    group.setParent(box)
    for answer in answers:
        group.addButton(answer)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(words)
    column.addLayout(row(*answers, 1, spacing=16))
    return box, words
