"""The form of one target: share or people, with its document."""

from functools import partial

from PySide6.QtWidgets import QSpinBox, QWidget

from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import number
from desktop_app.domain.segments import Sector
from desktop_app.operations.edit_reference import TargetEdit, save_target
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.office_editor import Field
from desktop_app.ui.pages.reference_form import FormDialog, beside, choice, document_field, titled
from desktop_app.ui.pages.reference_keeping import Work
from desktop_app.ui.pages.reference_numbers import share_of
from desktop_app.ui.pages.reference_paste import NotANumber, people_of
from desktop_app.ui.pages.reference_reading import Shown
from desktop_app.ui.pages.reference_region_field import RegionField
from desktop_app.ui.words import SECTORS

_EARLIEST, _LATEST = 2000, 2100


class TargetForm(FormDialog):
    """A new target, or with `target` one that is mended."""

    def __init__(self, desk: Desk, parent: QWidget, shown: Shown, target: Target | None) -> None:
        super().__init__(desk, parent, "Ubah target" if target else "Tambah target", act="Simpan target")
        self._target = target
        self.region = RegionField(desk, "Wilayah")
        self.sector = choice(*((SECTORS[sector], sector) for sector in Sector))
        self.year = QSpinBox()
        self.year.setRange(_EARLIEST, _LATEST)
        self.share = Field(self.look, "Target, %", "Misalnya 67,28")
        self.people = Field(self.look, "Target, orang", "Misalnya 144.301")
        bases = [("Tidak ditentukan", ""), *((base.name, base.name) for base in shown.data.bases)]
        self.base = choice(*bases)
        self.document = document_field(self.look)
        self.remark = Field(self.look, "Catatan", "Boleh kosong")
        self.body.addWidget(self.region)
        self.body.addLayout(beside(titled("Sektor", self.sector), titled("Tahun", self.year)))
        self.body.addLayout(beside(self.share, self.people, titled("Penyebut untuk orang", self.base)))
        self.body.addLayout(beside(self.document, self.remark))
        for part in (self.region, self.share, self.people, self.document):
            part.changed.connect(self.check)
        self.base.currentIndexChanged.connect(self.check)
        self._fill(target, shown)

    def problem(self) -> str:
        share, people = share_of(self.share.text), _people(self.people.text)
        wrong_share = "Tulis persen lebih dari 0 sampai 100, misalnya 67,28." if share is False else ""
        wrong_people = "Tulis bilangan bulat, misalnya 144.301." if people is False else ""
        self.share.show_problem(wrong_share)
        self.people.show_problem(wrong_people)
        if self.region.region is None:
            return "Pilih wilayahnya."
        if wrong_share or wrong_people:
            return wrong_share or wrong_people
        if share is None and people is None:
            return "Isi target dalam persen, atau dalam orang."
        if share is None and not self.base.currentData():
            return "Pilih penyebut untuk target dalam orang."
        return "" if self.document.text else "Isi dokumen penetapannya."

    def work(self) -> Work:
        return partial(save_target, edit=self._edit(), instead_of=self._target)

    def message(self) -> str:
        region = self.region.region
        return f"Target {self.year.value()} {region.full_name if region else ''} tersimpan"

    def _edit(self) -> TargetEdit:
        region, share, people = self.region.region, share_of(self.share.text), _people(self.people.text)
        assert region is not None and share is not False and people is not False, "kept with a problem"
        if self._target is not None and self.share.text == _shown_share(self._target):
            # Apportioned shares have more decimals than are shown.
            share = self._target.share
        return TargetEdit(
            region=region.code, sector=self.sector.currentData(), year=self.year.value(), share=share, people=people,
            base=self.base.currentData() or "", document=self.document.text, note=self.remark.text,
        )  # fmt: skip

    def _fill(self, target: Target | None, shown: Shown) -> None:
        years = [one.year for one in shown.data.targets]
        self.year.setValue(target.year if target else max(years, default=2026))
        if target is None:
            if shown.office:
                self.region.choose_code(shown.office)
            return
        self.region.choose_code(target.region)
        self.sector.setCurrentIndex(self.sector.findData(target.sector))
        self.share.set_text(_shown_share(target))
        self.people.set_text("" if target.people is None else number(target.people))
        self.base.setCurrentIndex(max(self.base.findData(target.base), 0))
        self.document.set_text(target.document)
        self.remark.set_text(target.note)


def _shown_share(target: Target) -> str:
    return number(target.share * 100, 2)


def _people(text: str) -> int | bool | None:
    """People; None for nothing, False for what is no number."""
    try:
        return people_of(text)
    except NotANumber:
        return False
