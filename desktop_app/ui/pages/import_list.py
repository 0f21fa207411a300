"""All imports, the place to drop a file, and one import in detail."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.facts import ImportRecord, ImportState
from desktop_app.domain.indonesian import number, short_date
from desktop_app.domain.sheets import Problem, SheetKind
from desktop_app.operations.drafts import DraftRecord
from desktop_app.operations.import_sheet import problems_of, undo_imports
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import ask
from desktop_app.ui.pages.import_drafts import Drafts
from desktop_app.ui.pages.problem_grid import PAUSE_MILLISECONDS, TWO_LINES, ProblemGrid
from desktop_app.ui.pages.sheet_words import IMPORT_STATES, KINDS, kind_and_month, sum_line
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import (
    Button,
    Card,
    ElidedLabel,
    EmptyState,
    Icon,
    State,
    Tag,
    frame,
    label,
    restyle,
    row,
)
from desktop_app.ui.words import moment

FORMATS = "Excel (.xlsx, .xlsm, .xls, .xlsb), ODS, atau CSV. Berkas asal tidak diubah."
_STRIP_FROM = 560
"""Height of the page from which the strip for dropping has room; below, files can be dropped all the same."""
_NARROW = 1000
_SLIM = {2: 132, 3: 58, 4: 88}
"""Widths of columns where the page is narrow; who imported is then in the detail alone."""

_COLUMNS: tuple[Column[ImportRecord], ...] = (
    Column(
        "Berkas",
        lambda r: r.file,
        middle=True,
        detail=lambda r: f"{KINDS[r.kind]} · lembar “{r.sheet}”",
        tip=lambda r: f"{r.file}\nLembar “{r.sheet}”",
    ),
    Column(
        "Bulan data",
        lambda r: short_date(r.period) if r.period else "–",
        lambda r: r.period,
        width=96,
        quiet=lambda r: r.period is None,
    ),
    Column("Pengirim", lambda r: r.sender or "–", width=252, quiet=lambda r: not r.sender, tip=lambda r: r.sender),
    Column("Baris", lambda r: number(r.counts.stored), lambda r: r.counts.stored, right=True, width=64),
    Column("Perlu dicek", lambda r: number(r.counts.parked), lambda r: r.counts.parked, right=True, width=96),
    Column(
        "Keadaan",
        lambda r: IMPORT_STATES[ImportState(r.state)].word,
        width=110,
        state=lambda r: IMPORT_STATES[ImportState(r.state)],
    ),
    Column("Waktu", lambda r: moment(r.imported_at), lambda r: r.imported_at, width=124),
    Column("Oleh", lambda r: r.imported_by, width=92, quiet=lambda _: True),
)


class DropFrame(QFrame):
    """A dashed frame that shows that a file may be let go here."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drop")

    def set_over(self, over: bool) -> None:
        restyle(self, "over", over)


class ImportList(QWidget):
    """The step “Berkas”. `file_wanted`: the user wants to choose a file."""

    file_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.look = desk, desk.look
        self.records: Sequence[ImportRecord] = ()
        self._chosen: int | None = None
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.drafts = Drafts(self.look)
        self._waiting = QWidget()
        self._waiting.setLayout(row(self.drafts))
        self._waiting.layout().setContentsMargins(20, 16, 20, 0)  # type: ignore[union-attr]
        self._waiting.hide()
        outer.addWidget(self._waiting)
        outer.addWidget(self._stack, 1)
        self._drops = [DropFrame(), DropFrame()]
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._made_empty())
        self._stack.addWidget(self._made_full())

    def set_records(self, records: Sequence[ImportRecord]) -> None:
        self.records = records
        self._stack.setCurrentIndex(2 if records else 1)
        self.table.set_rows(records)
        self._count()
        chosen = next((record for record in records if record.id == self._chosen), None)
        self.table.choose(lambda record: record is chosen)
        self._show(chosen)

    def set_drafts(self, records: Sequence[DraftRecord]) -> None:
        """Imports that were begun and wait."""
        self.drafts.set_drafts(records)
        self._waiting.setVisible(bool(records))

    def choose(self, import_id: int | None) -> None:
        """Show an import in detail; None: none."""
        self._chosen = import_id
        if self.records:
            self.set_records(self.records)

    def set_over(self, over: bool) -> None:
        """A file is held over the page."""
        for drop in self._drops:
            drop.set_over(over)

    @property
    def empty(self) -> bool:
        return not self.records

    def _made_empty(self) -> QWidget:
        page, column = _padded()
        choose = Button(self.look, "Pilih berkas", "file-input", kind="primary")
        choose.clicked.connect(self.file_wanted)
        sentence = f"Letakkan lembar dari BPJS Ketenagakerjaan, BPS, atau desa di sini. {FORMATS}"
        inside = QVBoxLayout(self._drops[0])
        inside.addWidget(EmptyState(self.look, "upload", "Belum ada impor", sentence, choose))
        column.addWidget(self._drops[0], 1)
        return page

    def _made_full(self) -> QScrollArea:
        page, column = _padded()
        page.setObjectName("scrolled")
        column.addWidget(self._made_strip())
        column.addWidget(self._made_table_card(), 3)
        column.addWidget(self._made_detail(), 4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        return area

    def _made_strip(self) -> QFrame:
        self.strip = self._drops[1]
        self.strip.setFixedHeight(56)
        line = QHBoxLayout(self.strip)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(10)
        line.addWidget(Icon(self.look, "upload", "acc", 18))
        line.addWidget(label("Letakkan berkas di sini untuk memeriksanya", "strong"))
        line.addWidget(ElidedLabel(FORMATS, "hint", Qt.TextElideMode.ElideRight), 1)
        return self.strip

    def _made_table_card(self) -> Card:
        card = Card("Impor", "")
        card.fill()
        card.setMinimumHeight(150)
        self._aside = card.aside
        self._search = QLineEdit()
        self._search.setProperty("small", True)
        self._search.setPlaceholderText("Cari, misalnya nama berkas")
        self._search.setAccessibleName("Cari impor")
        self._search.setFixedWidth(220)
        self._search.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._find)
        self._search.textChanged.connect(lambda _: self._pause.start())
        card.add_action(self._search)
        self.table: Table[ImportRecord] = Table(self.look, _COLUMNS, row_height=TWO_LINES)
        self.table.setAccessibleName("Impor, yang terbaru di atas")
        self.table.stretch(0)
        self.table.chosen.connect(self._choose)
        card.body.addWidget(self.table)
        return card

    def _made_detail(self) -> Card:
        self.detail = Card(" ", "")
        self.detail.fill()
        self.detail.setMinimumHeight(210)
        assert self.detail.head is not None
        self.detail.title.hide()
        self._file = ElidedLabel(role="card-title")
        self._sample = Tag(self.look, State.SAMPLE)
        self.detail.head.insertWidget(0, self._file, 1)
        self.detail.head.insertWidget(1, self._sample)
        self.grid = ProblemGrid(self.look)
        self.undo = Button(self.look, "Urungkan impor", "undo-2", kind="danger", small=True)
        self.undo.clicked.connect(self._ask_undo)
        close = Button(self.look, "", "x", kind="bare", name="Tutup rincian")
        close.clicked.connect(lambda: self.choose(None))
        for widget in (self.grid.head, self.undo, close):
            self.detail.add_action(widget)
        top = frame("card-head")
        column = QVBoxLayout(top)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(2)
        self._what, self._sum = label("", "detail", wrap=True), label("", "detail", wrap=True)
        column.addLayout(row(self._what))
        column.addWidget(self._sum)
        self.detail.body.addWidget(top)
        self.detail.body.addWidget(self.grid, 1)
        self.detail.hide()
        return self.detail

    def _find(self) -> None:
        self.table.values.filter(self._search.text())
        self._count()

    def _count(self) -> None:
        shown, whole = len(self.table.values.rows), len(self.records)
        self._aside.setText(number(whole) if shown == whole else f"{number(shown)} dari {number(whole)}, disaring")

    def _choose(self, record: ImportRecord) -> None:
        self._chosen = record.id
        self._show(record)

    def _show(self, record: ImportRecord | None) -> None:
        self.detail.setVisible(record is not None)
        if record is None:
            return
        self._file.set_text(record.file)
        self._sample.setVisible(record.sample)
        self._what.setText(_words(record))
        self._sum.setText(sum_line(record.counts))
        undone = record.state == ImportState.UNDONE
        self.undo.setEnabled(not undone)
        self.undo.setToolTip("Impor ini sudah diurungkan." if undone else "")
        self.grid.wait()
        wanted = record.id
        self.desk.read(
            lambda workspace: problems_of(workspace, wanted), lambda problems: self._show_problems(wanted, problems)
        )

    def _show_problems(self, import_id: int, problems: list[Problem]) -> None:
        if import_id == self._chosen:
            self.grid.show_state(None)
            self.grid.set_problems(problems)

    def _ask_undo(self) -> None:
        record = next((record for record in self.records if record.id == self._chosen), None)
        if record is None:
            return
        text = (
            f"{number(record.counts.stored)} baris dari lembar “{record.sheet}” tidak dihitung lagi. Impor yang "
            "digantikannya berlaku kembali. Cadangan dibuat lebih dulu, dan berkas asal tidak diubah."
        )
        if ask(self.look, self, f"Urungkan impor “{record.file}”?", text, "Urungkan impor", dangerous=True):
            self.take_back([record.id])

    def take_back(self, import_ids: Sequence[int]) -> None:
        """Undo imports as one, and say so."""
        self.desk.write(
            lambda workspace, tick: undo_imports(workspace, import_ids),
            lambda _: self.desk.tell("Impor diurungkan", "Data kembali seperti sebelum impor itu."),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.setVisible(self.height() >= _STRIP_FROM)
        narrow = self.width() < _NARROW
        self.grid.set_narrow(narrow)
        self.table.setColumnHidden(len(_COLUMNS) - 1, narrow)
        for place, column in enumerate(_COLUMNS[1:-1], start=1):
            self.table.setColumnWidth(place, _SLIM.get(place, column.width) if narrow else column.width)


def _words(record: ImportRecord) -> str:
    """One import in a line: sheet, kind and month, sender, whether complete, when and by whom."""
    parts = [f"Lembar “{record.sheet}”", kind_and_month(record.kind, record.period)]
    parts += [record.sender] if record.sender else []
    if record.kind is not SheetKind.TARGET:
        parts.append("lengkap untuk lingkupnya" if record.complete else "menambah")
    if record.replaced_by is not None:
        parts.append("digantikan impor yang lebih baru")
    return " · ".join([*parts, f"{moment(record.imported_at)} oleh {record.imported_by}"])


def _padded() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(12)
    return page, column
