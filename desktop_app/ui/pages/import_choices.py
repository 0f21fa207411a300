"""The side card of the preview: what was recognised, and what the sheet leaves for the clerk to say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QCompleter,
    QFrame,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.facts import ImportRecord, ImportState
from desktop_app.domain.indonesian import number
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.import_sheet import ImportReport, ImportRequest, TableReport
from desktop_app.ui.look import Look
from desktop_app.ui.pages.month_input import MonthInput
from desktop_app.ui.pages.sheet_words import KINDS, kind_and_month
from desktop_app.ui.widgets import Button, Card, ElidedLabel, State, Tag, clear, field, frame, label, row, rule

WIDTH, SLIM = 304, 264
_AT_ONCE = 2
_COMPLETE = (
    "Centang bila lembar memuat seluruh data pengirim ini untuk bulan dan wilayahnya: ia lalu menggantikan lembar "
    "lamanya. Tanpa centang, lembar ini menambah."
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What the checked workbook says by itself: its month where all tables agree, its sender, its kinds."""

    month: date | None
    sender: str
    kinds: tuple[SheetKind, ...]


def recognised(report: ImportReport) -> Recognised:
    tables = [each.table for each in report.tables]
    months = {table.period for table in tables if table.period}
    sender = next((table.sender for table in tables if table.sender), "")
    return Recognised(months.pop() if len(months) == 1 else None, sender, tuple(table.kind for table in tables))


class ImportChoices(Card):
    """Inputs become an `ImportRequest`. `changed`: one of them is another now."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("Yang dikenali")
        self.setFixedWidth(WIDTH)
        self.look = look
        self.fill()
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(12)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.body.addWidget(area)
        self._tables = QVBoxLayout()
        self._tables.setSpacing(10)
        self._column.addLayout(self._tables)
        self._column.addWidget(rule())
        self._records: Sequence[ImportRecord] = ()
        self._report: ImportReport | None = None
        self._checked: ImportRequest | None = None
        self._make_inputs()
        self._column.addStretch(1)

    def _make_inputs(self) -> None:
        self.month = MonthInput("Menurut lembar", optional=True)
        self.month_field = QWidget()
        self.month_field.setLayout(field("Bulan data", self.month))
        self.month_field.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        self.from_whom = QLineEdit()
        self.from_whom.setPlaceholderText("Misalnya Cabang Bali Gianyar")
        self.kind = QComboBox()
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(12)
        self.complete = QCheckBox("Lembar ini lengkap")
        self._column.addWidget(self.month_field)
        self._column.addLayout(field("Pengirim", self.from_whom))
        self._make_relatives()
        self._column.addLayout(_spaced(self.complete, label(_COMPLETE, "hint", wrap=True)))
        self._column.addLayout(field("Jenis lembar", self.kind))
        self.month.changed.connect(self._change)
        self.from_whom.textChanged.connect(lambda _: self._change())
        self.complete.toggled.connect(lambda _: self._change())
        self.kind.currentIndexChanged.connect(lambda _: self._change())

    def _make_relatives(self) -> None:
        """The question that stands where the sender has sent the same month before."""
        self.relatives = frame("note")
        column = QVBoxLayout(self.relatives)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        self._question = label("", "strong", wrap=True)
        self.adds, self.takes_place = QRadioButton("Menambah: semuanya dihitung"), QRadioButton("")
        group = QButtonGroup(self.relatives)
        for answer in (self.adds, self.takes_place):
            group.addButton(answer)
        self.adds.setChecked(True)
        column.addWidget(self._question)
        column.addWidget(self.adds)
        column.addWidget(self.takes_place)
        self._column.addWidget(self.relatives)
        self.relatives.hide()
        self.adds.toggled.connect(lambda _: self.changed.emit())

    def set_narrow(self, narrow: bool) -> None:
        self.setFixedWidth(SLIM if narrow else WIDTH)

    def set_records(self, records: Sequence[ImportRecord]) -> None:
        """What is stored now: senders to choose from, and what this sheet may take the place of."""
        self._records = records
        senders = sorted({record.sender for record in records if record.sender})
        self.from_whom.setCompleter(QCompleter(senders, self.from_whom))
        self._show_relatives()

    def set_report(self, report: ImportReport, request: ImportRequest) -> None:
        """Show what a check found; `request` is what it was asked."""
        self._report, self._checked = report, request
        found = recognised(report)
        self._show_tables(report)
        self._block(True)
        self.month.set_value(request.period or found.month)
        self.month_field.setVisible(any(kind is not SheetKind.TARGET for kind in found.kinds))
        self.from_whom.setText(request.sender or found.sender)
        self.from_whom.setCursorPosition(0)
        self.complete.setChecked(request.complete)
        self.kind.clear()
        names = ", ".join(dict.fromkeys(KINDS[kind] for kind in found.kinds))
        self.kind.addItem("Dikenali sendiri" if request.kind else f"Dikenali: {names}", None)
        for kind, name in KINDS.items():
            self.kind.addItem(name, kind)
        self.kind.setCurrentIndex(self.kind.findData(request.kind))
        self._block(False)
        self._show_relatives()

    def _show_tables(self, report: ImportReport) -> None:
        """Every table in words; of many, the first ones and a button for the others, so that the inputs stay in sight."""
        clear(self._tables)
        words = [_table_words(self.look, table) for table in report.tables]
        words += [
            label(f"Lembar “{sheet}” dilewati: {why}", "hint", wrap=True) for sheet, why in report.skipped.items()
        ]
        for each in words:
            self._tables.addWidget(each)
        later = words[_AT_ONCE:] if len(words) > _AT_ONCE + 1 else []
        if later:
            more = Button(self.look, f"Tampilkan {len(later)} lembar lain", "chevron-down", kind="link")
            more.clicked.connect(lambda: _unfold(more, later))
            self._tables.addWidget(more)
            for each in later:
                each.hide()

    def request(self) -> ImportRequest:
        """What to do now, by the inputs."""
        assert self._checked is not None, "nothing was checked yet"
        kind = self.kind.currentData()
        return replace(
            self._checked,
            kind=SheetKind(kind) if kind else None,
            period=self._period(),
            sender=self.from_whom.text().strip(),
            complete=self.complete.isChecked(),
            replaces=tuple(one.id for one in self._relatives()) if self.takes_place.isChecked() else (),
        )

    @property
    def must_check(self) -> bool:
        """The counts shown do not belong to these inputs any more."""
        if self._checked is None:
            return False
        asked = self.request()
        return (asked.kind, asked.period) != (self._checked.kind, self._checked.period)

    def take_back(self) -> None:
        """The inputs as they were when the counts were made."""
        if self._report is not None and self._checked is not None:
            now = self.request()
            kept = replace(now, kind=self._checked.kind, period=self._checked.period)
            self._block(True)
            self.kind.setCurrentIndex(self.kind.findData(kept.kind))
            self.month.set_value(kept.period or recognised(self._report).month)
            self._block(False)
            self._change()

    def _period(self) -> date | None:
        """The month to ask for: None where it is the one that the sheet says."""
        assert self._report is not None
        assert self._checked is not None
        if self._checked.period is None and self.month.value == recognised(self._report).month:
            return None
        return self.month.value

    def _relatives(self) -> list[ImportRecord]:
        """Imports that count, of this sender, kind and month, from other workbooks."""
        sender = self.from_whom.text().strip()
        if self._report is None or not sender:
            return []
        wanted = {(each.table.kind, self.month.value or each.table.period) for each in self._report.tables}
        return [
            record
            for record in self._records
            if record.sender == sender
            and record.state == ImportState.STORED
            and record.sha256 != self._report.sha256
            and (record.kind, record.period) in wanted
        ]

    def _change(self) -> None:
        self._show_relatives()
        self.changed.emit()

    def _show_relatives(self) -> None:
        found = self._relatives()
        self.relatives.setVisible(bool(found))
        if not found:
            self.adds.setChecked(True)
            return
        rows = sum(record.counts.stored for record in found)
        files = ", ".join(dict.fromkeys(f"“{record.file}”" for record in found[:2]))
        more = f" dan {len(found) - 2} impor lain" if len(found) > 2 else ""
        self._question.setText(f"Bulan ini sudah ada dari pengirim yang sama: {files}{more}, {number(rows)} baris.")
        self.takes_place.setText(f"Menggantikan {number(rows)} baris itu")

    def _block(self, blocked: bool) -> None:
        for widget in (self.month, self.from_whom, self.complete, self.kind):
            widget.blockSignals(blocked)


def _unfold(button: QWidget, hidden: Sequence[QWidget]) -> None:
    button.hide()
    for widget in hidden:
        widget.show()


def _spaced(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(5)
    for widget in widgets:
        column.addWidget(widget)
    return column


def _table_words(look: Look, report: TableReport) -> QWidget:
    """One table in words: sheet, kind and month, where its rows stand, sender and document, and its marks."""
    table, box = report.table, QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(ElidedLabel(f"Lembar “{table.sheet}”", "strong"))
    lines = [kind_and_month(table.kind, table.period), f"{_header_words(table.header_rows)}, {_rows_words(report)}"]
    lines += [words for words in (table.base_name, table.document) if words]
    lines += [f"Pengirim: {table.sender}"] if table.sender else []
    for words in dict.fromkeys(lines):
        column.addWidget(label(words, "detail", wrap=True))
    tags = [Tag(look, State.SAMPLE)] if table.sample else []
    tags += [Tag(look, State.STORED, "Sudah pernah diimpor")] if report.already else []
    if tags:
        column.addSpacing(4)
        column.addLayout(row(*tags, 1, spacing=6))
    return box


def _header_words(rows: Sequence[int]) -> str:
    if not rows:
        return "Tanpa baris judul"
    return f"Judul kolom di baris {rows[0]}" + (f"–{rows[-1]}" if rows[-1] != rows[0] else "")


def _rows_words(report: TableReport) -> str:
    return f"data di baris {number(report.table.first_row)}–{number(report.table.last_row)}"
