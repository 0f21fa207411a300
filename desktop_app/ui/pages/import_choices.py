"""The side card of the preview: what was recognised, and what the sheet leaves for the clerk to say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QFrame,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.indonesian import number
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.import_sheet import TableReport
from desktop_app.ui.look import Look
from desktop_app.ui.pages.import_flow import Work
from desktop_app.ui.pages.month_input import MonthInput
from desktop_app.ui.pages.sheet_words import kind_and_month, rows_to_store, where_words
from desktop_app.ui.widgets import Button, Card, ElidedLabel, State, Tag, clear, field, frame, label, row, rule

WIDTH, SLIM = 304, 264
_AT_ONCE = 2
_PAUSE_MILLISECONDS = 400
_PARTIAL, _COMPLETE = "Sebagian data", "Seluruh data pengirim ini"
_SCOPE = "Seluruh data suatu bulan dan wilayah menggantikan lembar lamanya; sebagian data menambah."


class ImportChoices(Card):
    """Inputs change what is wanted of the work. `changed`: one of them is another now; `look_wanted`: its counts may be too."""

    changed = Signal()
    look_wanted = Signal()
    questions_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("Yang dikenali")
        self.setFixedWidth(WIDTH)
        self.look = look
        self.fill()
        self._work: Work | None = None
        self._recognised = ""
        self._kin: tuple[int, ...] = ()
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
        self._make_inputs()
        self._column.addStretch(1)

    def _make_inputs(self) -> None:
        self.relatives = self._made_relatives()
        self._column.addWidget(self.relatives)
        self._make_open()
        self._tables = QVBoxLayout()
        self._tables.setSpacing(10)
        self._column.addLayout(self._tables)
        self._column.addWidget(rule())
        self.month = MonthInput("Menurut lembar", optional=True)
        self.month_field = QWidget()
        self.month_field.setLayout(field("Bulan data", self.month))
        self.month_field.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        self.from_whom = QLineEdit()
        self.from_whom.setPlaceholderText("Misalnya Cabang Bali Gianyar")
        self._column.addWidget(self.month_field)
        self._column.addLayout(field("Pengirim", self.from_whom))
        self.part, self.complete = _pair(_PARTIAL, _COMPLETE, self)
        self._scope = _titled("Lembar ini memuat", self.part, self.complete, label(_SCOPE, "hint", wrap=True))
        self._column.addWidget(self._scope)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.look_wanted)
        self.month.changed.connect(self._choose_month)
        self.from_whom.textChanged.connect(self._choose_sender)
        self.complete.toggled.connect(lambda on: self._come_in(complete=on, replaces=()))

    def _made_relatives(self) -> QFrame:
        """The question that stands where the sender has sent the same month before."""
        made = frame("note")
        column = QVBoxLayout(made)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        self._question = label("", "strong", wrap=True)
        self.adds, self.takes_place = _pair("Menambah", "Menggantikan", made)
        self._both, self._new, self._why = (label("", "detail", wrap=True) for _ in range(3))
        for widget in (self._question, self.adds, self._both, self.takes_place, self._new, self._why):
            column.addWidget(widget)
        self.takes_place.toggled.connect(self._choose_place)
        return made

    def _make_open(self) -> None:
        """Questions that were left open, and the way back to them."""
        self.open_box = frame("note")
        column = QVBoxLayout(self.open_box)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(2)
        self._open_words = label("", "strong", wrap=True)
        answer = Button(self.look, "Jawab sekarang", kind="link")
        answer.clicked.connect(self.questions_wanted)
        column.addWidget(self._open_words)
        column.addLayout(row(answer, 1))
        self._column.addWidget(self.open_box)

    def set_narrow(self, narrow: bool) -> None:
        self.setFixedWidth(SLIM if narrow else WIDTH)

    def show_work(self, work: Work) -> None:
        """Show what was recognised and said."""
        self._work = work
        self._show_tables(work)
        self._block(True)
        tables = [each.table for each in work.report.tables]
        months = {table.period for table in tables}
        self.month.set_value(work.wanted.period or (months.pop() if len(months) == 1 else None))
        kinds = {table.kind for table in tables}
        self.month_field.setVisible(len(tables) == 1 and not kinds <= {SheetKind.TARGET, SheetKind.LAIN})
        senders = sorted({record.sender for record in work.records if record.sender})
        self.from_whom.setCompleter(QCompleter(senders, self.from_whom))
        self._recognised = next((table.sender for table in tables if table.sender), "")
        self.from_whom.setText(work.wanted.sender or self._recognised)
        self.from_whom.setCursorPosition(0)
        (self.complete if work.wanted.complete else self.part).setChecked(True)
        self._scope.setVisible(kinds != {SheetKind.TARGET})
        self._block(False)
        self.show_look()

    def show_look(self) -> None:
        """What the sheet replaces, or stands beside, by the newest look at it; and what is left open."""
        if self._work is not None:
            self._show_relatives(self._work)
            left = [question for key, question in self._work.asked.items() if key in self._work.left]
            self.open_box.setVisible(bool(left))
            rows = sum(question.rows for question in left)
            self._open_words.setText(f"{number(len(left))} pertanyaan untuk {number(rows)} baris dibiarkan menunggu.")

    def _show_relatives(self, work: Work) -> None:
        tables = work.report.tables
        replaced = {record.id: record for each in tables for record in each.replaced}
        beside = {record.id: record for each in tables for record in each.beside}
        found = list((replaced | beside).values())
        self._kin = tuple(sorted(replaced | beside))
        self.relatives.setVisible(bool(found))
        if not found:
            return
        old, new = sum(record.counts.stored for record in found), rows_to_store(work.report)
        self._question.setText(f"Bulan ini sudah ada dari pengirim yang sama: {_files(found)}, {number(old)} baris.")
        self._both.setText(f"{number(old)} lama dan {number(new)} baru sama-sama dihitung.")
        self._new.setText(f"{number(new)} baru dihitung, {number(old)} lama tidak lagi.")
        complete = work.wanted.complete
        for answer in (self.adds, self._both, self.takes_place, self._new):
            answer.setVisible(not complete)
        for button in (self.adds, self.takes_place):
            was = button.blockSignals(True)
            button.setChecked((button is self.takes_place) == bool(work.wanted.replaces))
            button.blockSignals(was)
        self._why.setVisible(complete)
        self._why.setText(_why_words(list(replaced.values()), list(beside.values())))

    def _show_tables(self, work: Work) -> None:
        """Every table in words; of many, the first ones and a button for the others, so that the inputs stay in sight."""
        clear(self._tables)
        words = [_table_words(self.look, table) for table in work.report.tables]
        words += [
            label(f"Lembar “{sheet}” dilewati: {why}", "hint", wrap=True) for sheet, why in work.report.skipped.items()
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

    def _choose_month(self) -> None:
        work = self._work
        if work is None or not work.report.tables:
            return
        key, month = work.report.tables[0].key, self.month.value
        said = work.answer(key).period
        # What was there of the old month cannot be replaced by the new one.
        work.say(period=None if month == work.tables[key].period and said is None else month, replaces=())
        if said is not None:
            work.answer_table(key, period=month)
        self.changed.emit()

    def _choose_sender(self, text: str) -> None:
        if self._work is not None:
            said = text.strip()
            same = not self._work.checked.sender and said == self._recognised
            self._work.say(sender="" if same else said, replaces=())
            self._pause.start()
            self.changed.emit()

    def _choose_place(self, takes: bool) -> None:
        self._come_in(replaces=self._kin if takes else ())

    def _come_in(self, **changes: object) -> None:
        if self._work is not None:
            self._work.say(**changes)
            self.changed.emit()
            self.look_wanted.emit()

    def _block(self, blocked: bool) -> None:
        for widget in (self.month, self.from_whom, self.complete, self.part):
            widget.blockSignals(blocked)


def _pair(first: str, second: str, parent: QWidget) -> tuple[QRadioButton, QRadioButton]:
    """Two answers of which one is chosen, at first the first."""
    one, other, group = QRadioButton(first), QRadioButton(second), QButtonGroup(parent)
    group.addButton(one)
    group.addButton(other)
    one.setChecked(True)
    return one, other


def _titled(title: str, *widgets: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(5)
    column.addWidget(label(title, "label"))
    for widget in widgets:
        column.addWidget(widget)
    return box


def _files(records: Sequence[ImportRecord]) -> str:
    files = ", ".join(dict.fromkeys(f"“{record.file}”" for record in records[:2]))
    return files + (f" dan {len(records) - 2} impor lain" if len(records) > 2 else "")


def _why_words(replaced: Sequence[ImportRecord], beside: Sequence[ImportRecord]) -> str:
    """What a complete sheet takes the place of, and what it does not."""
    words = f"Menggantikan {_files(replaced)}, karena lembar ini lengkap." if replaced else ""
    rest = f"{_files(beside)} di luar lingkupnya, jadi tetap dihitung." if beside else ""
    return f"{words} {rest}".strip()


def _unfold(button: QWidget, hidden: Sequence[QWidget]) -> None:
    button.hide()
    for widget in hidden:
        widget.show()


def _table_words(look: Look, report: TableReport) -> QWidget:
    """One table in words: sheet, kind and month, where its rows stand, sender and document, and its marks."""
    table, box = report.table, QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(ElidedLabel(f"Lembar “{table.sheet}”" if table.sheet else "Tabel", "strong"))
    lines = [kind_and_month(table.kind, table.period), where_words(table)]
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
