"""The view Tarif: contribution rates with the time they hold for; those in force today first."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.domain.indonesian import number, percent, rupiah, short_date
from desktop_app.domain.reference import Rate, RateKind, Subject
from desktop_app.operations.edit_reference import remove_rate
from desktop_app.operations.reference_words import RATE_WORDS
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import ask
from desktop_app.ui.pages.reference_import import ImportForm, WriteButton
from desktop_app.ui.pages.reference_keeping import keep
from desktop_app.ui.pages.reference_parts import ListCard, ReferenceView, allow
from desktop_app.ui.pages.reference_rate_form import RateForm
from desktop_app.ui.pages.reference_reading import Shown
from desktop_app.ui.table import Column
from desktop_app.ui.widgets import Button, EmptyState, State

TWO_LINES = 42
BRACKET = 1
_NARROW = {0: 92, 2: 86, 3: 192, 4: 96, 5: 96}
"""Widths of columns where there is little room."""
_CHOOSE = "Pilih satu tarif lebih dulu."
_KINDS = list(RateKind)
NO_RATE = "Tarif iuran dipakai untuk menghitung biaya melindungi pekerja rentan. Tulis satu per satu, atau impor."
_HOLDS, _COMES, _ENDED = range(3)


def value_words(rate: Rate) -> str:
    """“Rp6.800” or “0,24 %”."""
    if rate.amount is not None:
        return rupiah(rate.amount, cents=False)
    return percent(rate.share or 0.0)


def unit_words(rate: Rate) -> str:
    return "per bulan" if rate.amount is not None else "dari upah, penghasilan, atau nilai kontrak"


def standing(rate: Rate, day: date) -> int:
    """Whether it holds on `day`, comes later, or has ended."""
    if rate.since > day:
        return _COMES
    return _ENDED if rate.until is not None and rate.until <= day else _HOLDS


def last_day(rate: Rate) -> date | None:
    """The last day on which it holds, as people say it."""
    return rate.until - timedelta(days=1) if rate.until else None


def in_order(rates: list[Rate], day: date) -> list[Rate]:
    """Those in force first, then those to come, then those that ended; by kind, the lowest first."""
    return sorted(
        rates,
        key=lambda rate: (
            standing(rate, day),
            _KINDS.index(rate.kind),
            rate.amount or 0,
            rate.share or 0,
            rate.bracket,
            -rate.since.toordinal(),
        ),
    )


def _validity(rate: Rate) -> str:
    until = last_day(rate)
    return f"{short_date(rate.since)} – {short_date(until)}" if until else f"sejak {short_date(rate.since)}"


def _state(rate: Rate) -> State:
    return (State.SAFE, State.NOTE, State.REPLACED)[standing(rate, date.today())]


def _state_words(rate: Rate) -> str:
    return ("Berlaku", "Belum berlaku", "Berakhir")[standing(rate, date.today())]


RATE_COLUMNS: tuple[Column[Rate], ...] = (
    Column("Program", lambda one: RATE_WORDS[one.kind], key=lambda one: _KINDS.index(one.kind), strong=True, width=116),
    Column("Untuk", lambda one: one.bracket, width=220, tip=lambda one: "\n".join(filter(None, (one.bracket, one.note))),
           detail=lambda one: one.note),
    Column("Besaran", value_words, key=lambda one: one.amount if one.amount is not None else one.share, right=True,
           width=100, tip=unit_words),
    Column("Masa berlaku", _validity, key=lambda one: one.since, width=194),
    Column("Keadaan", _state_words, width=120, state=_state, key=lambda one: standing(one, date.today())),
    Column("Dokumen", lambda one: one.document, width=150, tip=lambda one: one.document),
)  # fmt: skip


class RatesView(ReferenceView):
    adds, adds_short = "Tambah tarif", "Tambah"
    brings = "Impor tarif"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form: RateForm | None = None
        self.bringing: ImportForm | None = None
        self.list: ListCard[Rate] = ListCard(self.look, "Tarif iuran", RATE_COLUMNS, "tarif", row_height=TWO_LINES)
        self.table = self.list.table
        self.table.stretch(BRACKET)
        self.change = Button(self.look, "Ubah …", "pencil", small=True)
        self.drop = Button(self.look, "Hapus …", "trash-2", kind="danger", small=True)
        self.export = WriteButton(desk, Subject.RATE)
        self.list.add_acts(self.export, self.change, self.drop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.list)
        self.table.chosen.connect(lambda _: self._allow())
        self.table.opened.connect(lambda _: self.edit())
        self.change.clicked.connect(self.edit)
        self.drop.clicked.connect(self.remove)
        self.empty = self._made_empty()
        self._allow()

    @property
    def chosen(self) -> Rate | None:
        rows = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def show_data(self, shown: Shown) -> None:
        before, today = self.chosen, date.today()
        self.list.show_rows(in_order(shown.rates, today))
        if before is not None:
            self.table.choose(lambda rate: rate.id == before.id)
        holding = sum(standing(rate, today) == _HOLDS for rate in shown.rates)
        self.list.source.set_text(f"{number(holding)} berlaku hari ini, {short_date(today)}")
        self.filled = bool(shown.rates)
        self._allow()
        self.state_changed.emit()

    def set_narrow(self, narrow: bool) -> None:
        self.list.set_narrow(narrow)
        for place, width in _NARROW.items():
            self.table.setColumnWidth(place, width if narrow else RATE_COLUMNS[place].width)

    def add(self) -> None:
        self._open(None)

    def bring(self) -> None:
        self.bringing = ImportForm(self.desk, self, Subject.RATE)
        self.bringing.choose_file()

    def edit(self) -> None:
        """Mend the chosen rate."""
        if self.chosen is not None:
            self._open(self.chosen)

    def remove(self) -> None:
        """Take the chosen rate out, after asking."""
        rate = self.chosen
        if rate is None or rate.id is None:
            return
        text = (
            f"{value_words(rate)} untuk {rate.bracket}, {_validity(rate)}. Bila tarif ini hanya berakhir, ubah saja "
            "tanggal akhirnya. Penghapusan dapat diurungkan."
        )
        title = f"Hapus tarif {RATE_WORDS[rate.kind]}?"
        if ask(self.look, self, title, text, "Hapus tarif", dangerous=True):
            keep(self.desk, partial(remove_rate, rate_id=rate.id), f"Tarif {RATE_WORDS[rate.kind]} dihapus")

    def _open(self, rate: Rate | None) -> None:
        self.form = RateForm(self.desk, self, rate)
        self.form.begin()

    def _allow(self) -> None:
        for button in (self.change, self.drop):
            allow(button, "" if self.chosen else _CHOOSE)

    def _made_empty(self) -> EmptyState:
        add = Button(self.look, self.adds, "plus", kind="primary")
        add.clicked.connect(self.add)
        bring = Button(self.look, self.brings, "file-input")
        bring.clicked.connect(self.bring)
        return EmptyState(self.look, "scroll-text", "Belum ada tarif", NO_RATE, add, bring)
