"""The figures of a letter: where they are from, and what the quota costs, in sight while choosing."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.indonesian import long_date, number, percent, rupiah
from desktop_app.operations.letters.request import MONTHLY, QUOTA, LetterPlan, LetterRequest
from desktop_app.ui.letter_inputs import Amount, Choice
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, clear, field, frame, label, restyle, row

WITH_QUOTA = ("rentan-desa",)
"""Subjects whose letters name a number of people for every village, and what they cost."""


class LetterFigures(QWidget):
    """`changed`: a choice is another. `origin_wanted`: where the figure of a region comes from."""

    changed = Signal()
    origin_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.chosen_region, self.chosen_period, self.chosen_base = "", None, None  # type: str, date | None, str | None
        self._own_monthly = False
        self.region, self.period, self.base = Choice(), Choice(), Choice()
        this_year = date.today().year
        self.year = Amount(this_year, this_year - 5, this_year + 5)
        self.quota = Amount(QUOTA, 1, 10_000)
        self.monthly = Amount(MONTHLY, 1_000, 1_000_000, 100, "Rp")
        self.monthly.setToolTip("Menurut tarif tahun anggaran di Data Acuan, kecuali Anda mengetik angka lain.")
        self.months = Amount(12, 1, 12)
        self._figure, self._cost, self._money = frame("box"), frame("box"), QWidget()
        self._place()
        self._connect()

    @property
    def chosen_monthly(self) -> int:
        """0: as the rates of the year say."""
        return self.monthly.value() if self._own_monthly else 0

    def begin(self, asked: LetterRequest) -> None:
        self.chosen_region, self.chosen_period, self.chosen_base = asked.region, asked.period, asked.base
        year = asked.year or date.today().year
        for amount, value in ((self.quota, asked.quota), (self.months, asked.months), (self.year, year)):
            amount.show_value(value)
        self._own_monthly = bool(asked.monthly)
        if asked.monthly:
            self.monthly.show_value(asked.monthly)

    def show_plan(self, plan: LetterPlan) -> None:
        self.region.offer([(one.full_name, one.code) for one in plan.regions], plan.region.code)
        self.period.offer([(long_date(day), day) for day in plan.periods], plan.period)
        self.base.offer([(name, name) for name in plan.worker_bases], plan.worker_base)
        if not self._own_monthly:
            self.monthly.show_value(plan.request.monthly)
        self._money.setVisible(plan.request.subject in WITH_QUOTA)
        self._show_figure(plan)
        self._show_cost(plan)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row(field("Wilayah", self.region), field("Tahun anggaran", self.year), spacing=12))
        dated = row(spacing=12)
        dated.addLayout(field("Bulan data", self.period), 1)
        dated.addLayout(field("Penyebut", self.base), 1)
        column.addLayout(dated)
        column.addWidget(self._figure)
        money = QVBoxLayout(self._money)
        money.setContentsMargins(0, 0, 0, 0)
        money.setSpacing(10)
        amounts = (("Kuota per desa", self.quota), ("Iuran sebulan", self.monthly), ("Lama (bulan)", self.months))
        money.addLayout(row(*(field(title, amount) for title, amount in amounts), spacing=12))
        money.addWidget(self._cost)
        column.addWidget(self._money)
        self.year.setMinimumWidth(104)
        for box in (self._figure, self._cost):
            inner = QVBoxLayout(box)
            inner.setContentsMargins(12, 9, 12, 9)
            inner.setSpacing(3)

    def _connect(self) -> None:
        self.region.activated.connect(lambda _: self._pick_region(self.region.currentData()))
        self.period.activated.connect(lambda _: self._pick(period=self.period.currentData()))
        self.base.activated.connect(lambda _: self._pick(base=self.base.currentData()))
        for amount in (self.year, self.quota, self.months):
            amount.valueChanged.connect(lambda _: self.changed.emit())
        self.monthly.valueChanged.connect(lambda _: self._type_monthly())

    def _type_monthly(self) -> None:
        self._own_monthly = True
        self.changed.emit()

    def _pick_region(self, code: str) -> None:
        """Another region begins with its own newest figures."""
        self.chosen_region, self.chosen_period, self.chosen_base = code, None, None
        self.changed.emit()

    def _pick(self, *, period: date | None = None, base: str | None = None) -> None:
        self.chosen_period, self.chosen_base = period or self.chosen_period, base or self.chosen_base
        self.changed.emit()

    def _show_figure(self, plan: LetterPlan) -> None:
        inner = _emptied(self._figure)
        known = plan.figures.get("cakupan") is not None
        self._figure.setObjectName("box" if known else "note")
        restyle(self._figure, "state", "" if known else "warn")
        origin = Button(self._look, "Dari mana?", "info", kind="link", name="Dari mana angka ini")
        origin.clicked.connect(lambda: self.origin_wanted.emit(plan.region.code))
        origin.setVisible(known)
        inner.addLayout(row(label("Angka yang masuk ke surat", "label"), 1, origin))
        for words, role in figure_lines(plan):
            inner.addWidget(label(words, role, wrap=True))

    def _show_cost(self, plan: LetterPlan) -> None:
        inner = _emptied(self._cost)
        for words, amount in cost_lines(plan):
            line = row(spacing=12)
            line.addWidget(label(words, "detail", wrap=True), 1)
            line.addWidget(label(amount, "strong"))
            inner.addLayout(line)


def _emptied(box: QWidget) -> QVBoxLayout:
    inner = box.layout()
    assert isinstance(inner, QVBoxLayout)
    clear(inner)
    return inner


def figure_lines(plan: LetterPlan) -> list[tuple[str, str]]:
    """Words and role of each line about the figure: never a share without fraction, base, date and source."""
    figures = plan.figures
    if figures.get("cakupan") is None:
        return [(f"Belum ada angka cakupan {plan.region.full_name}; surat mengatakannya dan tidak mengarang.", "")]
    lines = [(percent(figures["cakupan"]), "figure-small")]
    active, workers = figures.get("peserta"), figures.get("penyebut")
    if active is None or workers is None:
        lines.append(("Dilaporkan, tanpa pembilang", "detail"))
    else:
        lines.append((f"{number(active)} peserta aktif dari {number(workers)} pekerja", "detail"))
    month = figures.get("bulan")
    day = long_date(date.fromisoformat(month)) if month else ""
    parts = (f"Penyebut {figures.get('nama_penyebut', '')}", day, figures.get("sumber") or "")
    lines.append((" · ".join(filter(None, parts)), "source"))
    return lines


def cost_lines(plan: LetterPlan) -> list[tuple[str, str]]:
    """How the amounts of the letter come about, in words and rupiah."""
    if plan.village_cost is None or plan.total_cost is None:
        return []
    wanted, kinds = plan.request, plan.village_kinds
    span = "per tahun" if wanted.months == 12 else f"untuk {number(wanted.months)} bulan"
    one = f"{number(wanted.quota)} orang × {rupiah(wanted.monthly, cents=False)} × {number(wanted.months)} bulan"
    return [
        (f"{one}, per {kinds}", rupiah(plan.village_cost, cents=False)),
        (f"× {number(plan.villages)} {kinds}, {span}", rupiah(plan.total_cost, cents=False)),
    ]
