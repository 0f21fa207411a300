"""Forms for a base as a whole: a new one, and another name, date or document for one that there is."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.facts import WorkerBase
from desktop_app.domain.reference import ReferenceChange
from desktop_app.domain.regions import depth, parent_code
from desktop_app.operations.edit_reference import BaseEdit, rename_base, save_base
from desktop_app.operations.offices import children_of
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.form_fields import Field
from desktop_app.ui.pages.reference_base_work import BaseWork, new_base
from desktop_app.ui.pages.reference_form import Choice, DayField, FormDialog, beside, document_field, titled
from desktop_app.ui.pages.reference_keeping import Work
from desktop_app.ui.pages.reference_reading import Places, places_around

LEVELS = ((2, "Kabupaten/kota"), (3, "Kecamatan"), (4, "Desa/kelurahan"))
_FIRST = "Mulai dari kosong"
_NAME_HINT = "Target ikut menyebut nama baru. Rekap tetap menyebut nama yang tercetak di lembarnya."


class NewBaseForm(FormDialog):
    """`made`: a `BaseWork` and the `Places` it is about; nothing is kept until its values are."""

    made = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget, bases: Sequence[WorkerBase], office: str) -> None:
        intro = "Beri nama dan dokumennya, lalu isi angkanya. Penyebut tersimpan bersama angka pertamanya."
        super().__init__(desk, parent, "Tambah penyebut", intro, "Isi angkanya")
        self._bases, self._office = {base.name: base for base in bases}, office
        self.name = Field(self.look, "Nama penyebut", "Misalnya BPS bekerja Agustus 2025")
        self.as_of = DayField(self.look, "Per tanggal", date.today())
        self.document = document_field(self.look, title="Dokumen sumber")
        self.start = Choice((_FIRST, None), *((f"Salin dari {base.name}", base.name) for base in bases))
        self.level = Choice(*((words, level) for level, words in _levels(office)))
        self.body.addWidget(self.name)
        self.body.addLayout(beside(self.document, self.as_of))
        self.body.addLayout(beside(titled("Awal", self.start), titled("Wilayah yang diisi", self.level)))
        self.name.changed.connect(self.check)
        self.start.currentIndexChanged.connect(self.check)

    def problem(self) -> str:
        name = " ".join(self.name.text.split())
        known = {one.casefold() for one in self._bases}
        taken = f"Penyebut “{name}” sudah ada; pakai nama lain." if name.casefold() in known else ""
        self.name.show_problem(taken)
        self.level.setEnabled(self.start.value is None)
        return taken or ("" if name else "Isi nama penyebut.")

    def submit(self) -> None:
        if not self.problem():
            like = self._bases.get(self.start.value or "")
            level, office = self.level.value, self._office
            self.desk.read(partial(_places_to_fill, office=office, level=level), partial(self._make, like))

    def _make(self, like: WorkerBase | None, found: tuple[tuple[str, ...], Places]) -> None:
        codes, places = found
        name = " ".join(self.name.text.split())
        day = self.as_of.value or date.today()
        self.accept()
        self.made.emit(new_base(name, self.document.text, day, () if like else codes, like), places)


class AboutBaseForm(FormDialog):
    """`described`: the name before, and the `BaseEdit` that says how the base is called now."""

    described = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget, work: BaseWork, names: Sequence[str]) -> None:
        super().__init__(desk, parent, "Ubah keterangan penyebut")
        self._work, base = work, work.base
        self._others = {name.casefold() for name in names} - {base.name.casefold()}
        self.name = Field(self.look, "Nama penyebut", hint=_NAME_HINT)
        self.as_of = DayField(self.look, "Per tanggal", base.as_of)
        self.document = document_field(self.look, base.document, "Dokumen sumber")
        self.name.set_text(base.name)
        self.body.addWidget(self.name)
        self.body.addLayout(beside(self.document, self.as_of))
        self.name.changed.connect(self.check)

    def problem(self) -> str:
        name = " ".join(self.name.text.split())
        taken = f"Penyebut “{name}” sudah ada; pakai nama lain." if name.casefold() in self._others else ""
        self.name.show_problem(taken)
        return taken or ("" if name else "Isi nama penyebut.")

    def submit(self) -> None:
        """A base that is not kept yet has nothing to be written."""
        if not self._work.new:
            super().submit()
        elif not self.problem():
            self.accept()

    def work(self) -> Work:
        before, edit = self._work.base.name, self._edit()
        return partial(_described, before, edit)

    def message(self) -> str:
        return f"Keterangan penyebut “{self._edit().name}” tersimpan"

    def accept(self) -> None:
        before, edit = self._work.base.name, self._edit()
        super().accept()
        self.described.emit(before, edit)

    def _edit(self) -> BaseEdit:
        name = " ".join(self.name.text.split())
        return self._work.described(name, self.document.text, self.as_of.value or self._work.base.as_of)


def _described(before: str, edit: BaseEdit, workspace: Workspace) -> ReferenceChange | None:
    if edit.name == before:
        return save_base(workspace, edit)
    return rename_base(workspace, before, edit.name, edit.document, edit.as_of)


def _levels(office: str) -> list[tuple[int, str]]:
    """Levels whose regions can be filled in: within the region of the office, else the provinces."""
    return list(LEVELS) if office else [(1, "Provinsi")]


def _places_to_fill(workspace: Workspace, office: str, level: int) -> tuple[tuple[str, ...], Places]:
    """Codes to show in a new base: the office's region and those of `level` in it; the provinces without an office."""
    if not office:
        regions = children_of(workspace, None)
        return tuple(region.code for region in regions), places_around(workspace, ())
    top = parent_code(office) or office if level <= depth(office) else office
    codes = [top]
    for _ in range(level - depth(top)):
        codes = [part.code for code in codes for part in children_of(workspace, code) if part.stands(date.today())]
    return tuple(dict.fromkeys((top, *codes))), places_around(workspace, codes)
