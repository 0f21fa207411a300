"""What a letter is made of: the choices, the figure that will stand in it, and what it costs, in sight while choosing."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import long_date, number, percent, rupiah
from desktop_app.operations.letter_preview import LetterPlan
from desktop_app.operations.write_letter import MONTHLY, QUOTA, LetterRequest
from desktop_app.ui.day_input import INDONESIAN, DayInput
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, clear, field, frame, label, restyle, row

_DAYS_TO_ANSWER = 30
"""Proposed time for the villages' lists, when a deadline is set."""


class Choice(QComboBox):
    """A list that the wheel does not turn while the page is scrolled under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setMaxVisibleItems(14)

    def offer(self, choices: Sequence[tuple[str, object]], chosen: object) -> None:
        """Show `choices` (words, value) without telling."""
        was = self.blockSignals(True)
        self.clear()
        for words, value in choices:
            self.addItem(words, value)
        self.setCurrentIndex(next((place for place, (_, value) in enumerate(choices) if value == chosen), -1))
        self.setEnabled(len(choices) > 1)
        self.setToolTip(self.currentText() if len(choices) > 1 else "Hanya ada satu pilihan.")
        self.blockSignals(was)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Amount(QSpinBox):
    """A whole number in Indonesian writing."""

    def __init__(self, value: int, lowest: int, highest: int, step: int = 1, prefix: str = "") -> None:
        super().__init__()
        self.setLocale(INDONESIAN)
        self.setGroupSeparatorShown(highest > 9999)
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setPrefix(prefix)
        # Without step buttons the style sheet's padding does not reach the text.
        self.lineEdit().setTextMargins(9, 0, 9, 0)
        self.setValue(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LetterChoices(QWidget):
    """`changed`: `request` is another one. `origin_wanted`: where the figure comes from."""

    changed = Signal()
    origin_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._region = ""
        self._period: date | None = None
        self._base: str | None = None
        self._own_monthly = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 12, 20, 12)
        self._column.setSpacing(10)
        self.kind = self._locked("Surat Edaran Bupati/Wali Kota", "Jenis surat yang tersedia saat ini.")
        self.subject = self._locked("", "Mengikuti kuota di bawah.")
        self.region, self.period, self.base = Choice(), Choice(), Choice()
        this_year = date.today().year
        self.year = Amount(this_year, this_year - 5, this_year + 5)
        self.quota = Amount(QUOTA, 1, 10_000)
        self.monthly = Amount(MONTHLY, 1_000, 1_000_000, 100, "Rp")
        self.monthly.setToolTip("Menurut tarif tahun anggaran di Data Acuan, kecuali Anda mengetik angka lain.")
        self.months = Amount(12, 1, 12)
        self._make_deadline()
        self._figure, self._cost = frame("box"), frame("box")
        self._place()
        self._connect()

    @property
    def request(self) -> LetterRequest:
        return LetterRequest(
            region=self._region, period=self._period, base=self._base, year=self.year.value(),
            quota=self.quota.value(), monthly=self.monthly.value() if self._own_monthly else 0, months=self.months.value(),
            deadline=self.deadline.value if self.has_deadline.isChecked() else None,
        )  # fmt: skip

    def begin(self) -> None:
        """Start a new letter: the office's own region, the newest figures."""
        self._region, self._period, self._base = "", None, None
        self.has_deadline.setChecked(False)
        for amount, value in ((self.quota, QUOTA), (self.months, 12)):
            amount.setValue(value)
        self._own_monthly = False

    def show_plan(self, plan: LetterPlan) -> None:
        self.region.offer([(one.name, one.code) for one in plan.regions], plan.draft.region.code)
        self.period.offer([(long_date(day), day) for day in plan.periods], plan.period)
        self.base.offer([(name, name) for name in plan.bases], plan.base)
        self.subject.setText(f"{number(plan.request.quota)} pekerja rentan per {plan.village_kinds}")
        self._show_monthly(plan.request.monthly)
        self._show_figure(plan)
        self._show_cost(plan)

    def _show_monthly(self, amount: int) -> None:
        """What the rates of the budget year give, until another amount was typed; not while one is being typed."""
        if not self._own_monthly and amount != self.monthly.value():
            was = self.monthly.blockSignals(True)
            self.monthly.setValue(amount)
            self.monthly.blockSignals(was)

    def _type_monthly(self) -> None:
        self._own_monthly = True
        self.changed.emit()

    def _place(self) -> None:
        column = self._column
        column.addLayout(row(field("Jenis surat", self.kind), field("Tahun anggaran", self.year), spacing=12))
        column.addLayout(field("Perihal", self.subject))
        column.addLayout(field("Wilayah", self.region))
        column.addLayout(_pair(field("Bulan data", self.period), field("Penyebut", self.base)))
        column.addWidget(self._figure)
        amounts = row(
            field("Kuota per desa", self.quota), field("Iuran sebulan", self.monthly),
            field("Lama (bulan)", self.months), spacing=12,
        )  # fmt: skip
        column.addLayout(amounts)
        column.addWidget(self._cost)
        column.addLayout(row(self.has_deadline, self.deadline, 1, spacing=12))
        column.addStretch(1)
        self.year.setMinimumWidth(104)
        for box in (self._figure, self._cost):
            inner = QVBoxLayout(box)
            inner.setContentsMargins(12, 9, 12, 9)
            inner.setSpacing(3)

    def _make_deadline(self) -> None:
        self.has_deadline = QCheckBox("Batas waktu daftar")
        self.deadline = DayInput(self._look, date.today() + timedelta(days=_DAYS_TO_ANSWER))
        self.deadline.setMinimumWidth(150)
        self.deadline.setEnabled(False)
        self.deadline.setAccessibleName("Batas waktu daftar calon peserta")
        self.deadline.setToolTip("Tanpa batas waktu, tanggalnya dikosongkan untuk diisi tangan.")

    def _connect(self) -> None:
        self.region.activated.connect(lambda _: self._pick_region(self.region.currentData()))
        self.period.activated.connect(lambda _: self._pick(period=self.period.currentData()))
        self.base.activated.connect(lambda _: self._pick(base=self.base.currentData()))
        for amount in (self.year, self.quota, self.months):
            amount.valueChanged.connect(lambda _: self.changed.emit())
        self.monthly.valueChanged.connect(lambda _: self._type_monthly())
        self.has_deadline.toggled.connect(self.deadline.setEnabled)
        self.has_deadline.toggled.connect(lambda _: self.changed.emit())
        self.deadline.dateChanged.connect(lambda _: self.changed.emit())

    def _pick_region(self, code: str) -> None:
        """Another region begins with its own newest figures."""
        self._region, self._period, self._base = code, None, None
        self.changed.emit()

    def _pick(self, *, period: date | None = None, base: str | None = None) -> None:
        self._period, self._base = period or self._period, base or self._base
        self.changed.emit()

    def _show_figure(self, plan: LetterPlan) -> None:
        inner = self._figure.layout()
        assert isinstance(inner, QVBoxLayout)
        clear(inner)
        own = plan.draft.coverage
        known = own is not None and own.shown_share is not None
        self._figure.setObjectName("box" if known else "note")
        restyle(self._figure, "state", "" if known else "warn")
        origin = Button(self._look, "Dari mana?", "info", kind="link", name="Dari mana angka ini")
        origin.clicked.connect(lambda: self.origin_wanted.emit(plan.draft.region.code))
        origin.setVisible(known)
        inner.addLayout(row(label("Angka yang masuk ke surat", "label"), 1, origin))
        for words, role in figure_lines(plan):
            inner.addWidget(label(words, role, wrap=True))

    def _show_cost(self, plan: LetterPlan) -> None:
        inner = self._cost.layout()
        assert isinstance(inner, QVBoxLayout)
        clear(inner)
        for words, amount in cost_lines(plan):
            line = row(spacing=12)
            line.addWidget(label(words, "detail", wrap=True), 1)
            line.addWidget(label(amount, "strong"))
            inner.addLayout(line)

    def _locked(self, text: str, why: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setReadOnly(True)
        made.setToolTip(why)
        lock = QAction(made)
        made.addAction(lock, QLineEdit.ActionPosition.LeadingPosition)

        def paint() -> None:
            lock.setIcon(self._look.icon("lock", "t3"))

        self._look.changed.connect(paint)
        paint()
        return made


def figure_lines(plan: LetterPlan) -> list[tuple[str, str]]:
    """Words and role of each line about the figure: never a share without fraction, base, date and source."""
    own = plan.draft.coverage
    if own is None or own.shown_share is None:
        return [(f"Belum ada angka cakupan {plan.draft.region.full_name}. Butir 1 akan berbunyi:", ""),
                (f"“{plan.draft.letter.coverage}”", "detail")]  # fmt: skip
    lines = [(percent(own.shown_share), "figure-small")]
    if own.share is None:
        lines.append(("Dilaporkan, tanpa pembilang", "detail"))
    else:
        lines.append((f"{number(own.active or 0)} peserta aktif dari {number(own.workers or 0)} pekerja", "detail"))
    source = own.fact.origin.sender or own.fact.origin.file if own.fact else ""
    parts = (f"Penyebut {own.base}", long_date(own.period) if own.period else "", source)
    lines.append((" · ".join(filter(None, parts)), "source"))
    if own.stale and plan.period:
        lines.append((f"Angka ini lebih lama daripada bulan data {long_date(plan.period)}.", "source"))
    return lines


def cost_lines(plan: LetterPlan) -> list[tuple[str, str]]:
    """How the amounts of the letter come about, in words and rupiah."""
    wanted, kinds = plan.request, plan.village_kinds
    span = "per tahun" if wanted.months == 12 else f"untuk {number(wanted.months)} bulan"
    one = f"{number(wanted.quota)} orang × {rupiah(wanted.monthly, cents=False)} × {number(wanted.months)} bulan"
    return [
        (f"{one}, per {kinds}", rupiah(plan.village_cost, cents=False)),
        (f"× {number(plan.villages)} {kinds}, {span}", rupiah(plan.total_cost, cents=False)),
    ]


def _pair(left: QVBoxLayout, right: QVBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    line = row(spacing=12)
    line.addLayout(left, 1)
    line.addLayout(right, 1)
    column.addLayout(line)
    return column
