"""The form of one contribution rate."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.reference import Rate, RateKind
from desktop_app.operations.edit_reference import save_rate
from desktop_app.operations.reference_words import RATE_WORDS
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.form_fields import Field
from desktop_app.ui.pages.reference_form import Choice, DayField, FormDialog, beside, document_field, titled
from desktop_app.ui.pages.reference_keeping import Work
from desktop_app.ui.pages.reference_numbers import rupiah_of, share_of, typed

_AMOUNT, _SHARE = "rupiah per bulan", "persen"
_SHARE_DECIMALS = 4


class RateForm(FormDialog):
    """A new rate, or with `rate` one that is mended."""

    def __init__(self, desk: Desk, parent: QWidget, rate: Rate | None) -> None:
        super().__init__(desk, parent, "Ubah tarif" if rate else "Tambah tarif", act="Simpan tarif")
        self._rate = rate
        self.kind = Choice(*((RATE_WORDS[kind], kind) for kind in RateKind), chosen=rate.kind if rate else None)
        self.bracket = Field(self.look, "Untuk", "Misalnya semua penghasilan")
        self.unit = Choice((_AMOUNT, _AMOUNT), (_SHARE, _SHARE))
        self.value = Field(self.look, "Besaran", "Misalnya 6.800 atau 0,24")
        self.since = DayField(self.look, "Berlaku sejak", rate.since if rate else date.today())
        self.until = DayField(self.look, "Hari terakhir berlaku", _last_day(rate), "Sudah berakhir atau akan berakhir")
        self.document = document_field(self.look, rate.document if rate else "", "Dasar hukum", "Misalnya PP 44/2015")
        self.remark = Field(self.look, "Catatan", "Boleh kosong")
        self.body.addLayout(beside(titled("Program", self.kind), self.bracket))
        self.body.addLayout(beside(self.value, titled("Satuan", self.unit)))
        self.body.addLayout(beside(self.since, self.until))
        self.body.addLayout(beside(self.document, self.remark))
        if rate is not None:
            self._fill(rate)
        for part in (self.bracket, self.value, self.document):
            part.changed.connect(self.check)
        self.unit.currentIndexChanged.connect(self.check)
        for day in (self.since, self.until):
            day.input.dateChanged.connect(self.check)
            day.box.toggled.connect(self.check)

    def problem(self) -> str:
        value, wrong = self._value()
        self.value.show_problem(wrong)
        if not self.bracket.text:
            return "Isi untuk siapa tarif ini berlaku."
        if value is None:
            return wrong or "Isi besaran tarif."
        since, until = self.since.value, self.until.value
        if since and until and until < since:
            return "Hari terakhir mendahului hari pertama."
        return "" if self.document.text else "Isi dasar hukumnya."

    def work(self) -> Work:
        return partial(save_rate, rate=self._edited())

    def message(self) -> str:
        return f"Tarif {RATE_WORDS[self.kind.value]} tersimpan"

    @property
    def _of_amount(self) -> bool:
        return bool(self.unit.value == _AMOUNT)

    def _value(self) -> tuple[float | None, str]:
        """Rupiah or a share, and what is wrong with it."""
        if self._of_amount:
            return typed(rupiah_of, self.value.text, "Tulis rupiah, misalnya 6.800.")
        return typed(share_of, self.value.text, "Tulis persen, misalnya 0,24.")

    def _edited(self) -> Rate:
        (value, _), until = self._value(), self.until.value
        assert value is not None, "kept with a problem"
        return Rate(
            id=self._rate.id if self._rate else None, kind=self.kind.value, bracket=self.bracket.text,
            amount=int(value) if self._of_amount else None, share=None if self._of_amount else float(value),
            since=self.since.value or date.today(), until=until + timedelta(days=1) if until else None,
            document=self.document.text, note=self.remark.text,
        )  # fmt: skip

    def _fill(self, rate: Rate) -> None:
        self.bracket.set_text(rate.bracket)
        self.unit.choose(_SHARE if rate.amount is None else _AMOUNT)
        self.value.set_text(number(rate.amount) if rate.amount is not None else _percent(rate.share or 0.0))
        self.remark.set_text(rate.note)


def _percent(share: float) -> str:
    """As many decimals as there are, but no zeros behind them."""
    return number(share * 100, _SHARE_DECIMALS).rstrip("0").rstrip(",")


def _last_day(rate: Rate | None) -> date | None:
    return rate.until - timedelta(days=1) if rate and rate.until else None
