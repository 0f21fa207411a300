"""The form of one target: share or people, with its document."""

import re
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import number
from desktop_app.domain.segments import Sector
from desktop_app.operations.edit_reference import TargetEdit, save_target
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.form_fields import Field
from desktop_app.ui.pages.reference_form import Choice, FormDialog, beside, document_field, titled
from desktop_app.ui.pages.reference_keeping import Work
from desktop_app.ui.pages.reference_numbers import people_of, share_of, typed
from desktop_app.ui.pages.reference_reading import Shown
from desktop_app.ui.pages.reference_region_field import RegionField
from desktop_app.ui.words import SECTORS

_YEAR = re.compile(r"20\d\d")
_SHARE = "Tulis persen lebih dari 0 sampai 100, misalnya 67,28."
_PEOPLE = "Tulis bilangan bulat, misalnya 144.301."


class TargetForm(FormDialog):
    """A new target, or with `target` one that is mended."""

    def __init__(self, desk: Desk, parent: QWidget, shown: Shown, target: Target | None) -> None:
        super().__init__(desk, parent, "Ubah target" if target else "Tambah target", act="Simpan target")
        self._target = target
        self.region = RegionField(desk, "Wilayah")
        self.sector = Choice(*((SECTORS[sector], sector) for sector in Sector))
        self.year = Field(self.look, "Tahun", "Misalnya 2026")
        self.share = Field(self.look, "Target, %", "Misalnya 67,28")
        self.people = Field(self.look, "Target, orang", "Misalnya 144.301")
        bases = [("Tidak ditentukan", ""), *((base.name, base.name) for base in shown.data.bases)]
        self.base = Choice(*bases)
        self.document = document_field(self.look)
        self.remark = Field(self.look, "Catatan", "Boleh kosong")
        self.body.addWidget(self.region)
        self.body.addLayout(beside(self.year, titled("Sektor", self.sector), titled("Penyebut untuk orang", self.base)))
        self.body.addLayout(beside(self.share, self.people))
        self.body.addLayout(beside(self.document, self.remark))
        for part in (self.region, self.year, self.share, self.people, self.document):
            part.changed.connect(self.check)
        self.base.currentIndexChanged.connect(self.check)
        self._fill(target, shown)

    def problem(self) -> str:
        share, wrong_share = typed(share_of, self.share.text, _SHARE)
        people, wrong_people = typed(people_of, self.people.text, _PEOPLE)
        self.share.show_problem(wrong_share)
        self.people.show_problem(wrong_people)
        if self.region.region is None:
            return "Pilih wilayahnya."
        if not _YEAR.fullmatch(self.year.text):
            return "Tulis tahun dengan empat angka, misalnya 2026."
        if wrong_share or wrong_people:
            return wrong_share or wrong_people
        if share is None and people is None:
            return "Isi target dalam persen, atau dalam orang."
        if share is None and not self.base.value:
            return "Pilih penyebut untuk target dalam orang."
        return "" if self.document.text else "Isi dokumen penetapannya."

    def work(self) -> Work:
        return partial(save_target, edit=self._edit(), instead_of=self._target)

    def message(self) -> str:
        region = self.region.region
        return f"Target {self.year.text} {region.full_name if region else ''} tersimpan"

    def _edit(self) -> TargetEdit:
        region, share, people = self.region.region, share_of(self.share.text), people_of(self.people.text)
        assert region is not None, "kept with a problem"
        if self._target is not None and self.share.text == _shown_share(self._target):
            # Apportioned shares have more decimals than are shown.
            share = self._target.share
        return TargetEdit(
            region=region.code, sector=self.sector.value, year=int(self.year.text), share=share, people=people,
            base=self.base.value or "", document=self.document.text, note=self.remark.text,
        )  # fmt: skip

    def _fill(self, target: Target | None, shown: Shown) -> None:
        years = [one.year for one in shown.data.targets]
        self.year.set_text(str(target.year if target else max(years, default=date.today().year)))
        if target is None:
            if shown.office:
                self.region.choose_code(shown.office)
            return
        self.region.choose_code(target.region)
        self.sector.choose(target.sector)
        self.share.set_text(_shown_share(target))
        self.people.set_text("" if target.people is None else number(target.people))
        self.base.choose(target.base)
        self.document.set_text(target.document)
        self.remark.set_text(target.note)


def _shown_share(target: Target) -> str:
    return number(target.share * 100, 2)
