"""Forms that add a region, close one, or give one another name."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.domain.regions import Level, Region, depth
from desktop_app.operations.edit_reference import add_region, close_region, rename_region
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look
from desktop_app.ui.pages.form_fields import Field
from desktop_app.ui.pages.reference_form import Choice, DayField, FormDialog, beside, document_field, titled
from desktop_app.ui.pages.reference_keeping import Work
from desktop_app.ui.pages.reference_region_facts import RegionFacts
from desktop_app.ui.pages.reference_region_field import RegionField
from desktop_app.ui.pages.reference_tables import LEVELS
from desktop_app.ui.widgets import Button, ElidedLabel, clear, label, row

KINDS = {1: (Level.KABUPATEN, Level.KOTA), 2: (Level.KECAMATAN,), 3: (Level.DESA, Level.KELURAHAN)}
"""What may stand below a region of this depth."""
_FIRST = {Level.DESA: 2001, Level.KELURAHAN: 1001}
_SINCE = "Sejak hari itu; lembar bulan sebelumnya tidak memuatnya"


def next_code(above: Region, level: Level, parts: Sequence[Region]) -> str:
    """The code after the last one of this kind below `above`."""
    numbers = [int(part.code.rpartition(".")[2]) for part in parts if level not in _FIRST or part.level is level]
    width = 4 if level in _FIRST else 2
    return f"{above.code}.{max(numbers, default=_FIRST.get(level, 1) - 1) + 1:0{width}}"


def capital(level: Level) -> str:
    return LEVELS[level].capitalize()


class AddRegionForm(FormDialog):
    """A new region below the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget, facts: RegionFacts) -> None:
        self._above, self._parts = facts.place.region, facts.parts
        kinds = KINDS[depth(self._above.code)]
        intro = f"Di dalam {self._above.full_name}. Kode mengikuti kode Kemendagri; periksa dengan dokumennya."
        super().__init__(desk, parent, f"Tambah {'/'.join(LEVELS[kind] for kind in kinds)}", intro, "Tambah wilayah")
        self.kind = Choice(*((capital(kind), kind) for kind in kinds))
        self.code = Field(self.look, "Kode")
        self.name = Field(self.look, "Nama", "Tanpa kata desa atau kecamatan")
        self.opened = DayField(self.look, "Berdiri", None, "Berdiri pada tanggal tertentu")
        self.document = document_field(self.look)
        self.body.addLayout(beside(titled("Jenis", self.kind), self.code))
        self.body.addWidget(self.name)
        self.body.addLayout(beside(self.opened, self.document))
        self.kind.currentIndexChanged.connect(self._propose)
        for part in (self.code, self.name, self.document):
            part.changed.connect(self.check)
        self._propose()

    def problem(self) -> str:
        return "" if self.name.text else "Isi nama wilayahnya."

    def work(self) -> Work:
        level: Level = self.kind.value
        # Names of kabupaten and kota carry their kind in the list.
        name = self.name.text if depth(self._above.code) > 1 else f"{capital(level)} {self.name.text}"
        region = Region(self.code.text, name, level, opened=self.opened.value, document=self.document.text)
        return lambda workspace: add_region(workspace, region)

    def message(self) -> str:
        return f"{capital(self.kind.value)} {self.name.text} ditambahkan"

    def _propose(self) -> None:
        self.code.set_text(next_code(self._above, self.kind.value, self._parts))


class HeirsField(QWidget):
    """Regions of one level, chosen one after another."""

    changed = Signal()

    def __init__(self, desk: Desk, title: str, of: Region) -> None:
        super().__init__()
        self._look: Look = desk.look
        self._chosen: dict[str, str] = {}
        self.search = RegionField(
            desk, title, fits=lambda one: depth(one.code) == depth(of.code) and one.code != of.code
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.search)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        self.search.changed.connect(self._take)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self._chosen)

    def _take(self) -> None:
        place = self.search.place
        if place is None:
            return
        self._chosen[place.region.code] = f"{place.region.full_name}, {place.within}"
        self.search.choose(None)
        self._show()

    def _show(self) -> None:
        clear(self._list)
        for code, name in self._chosen.items():
            away = Button(self._look, "", "x", kind="bare", name=f"Hapus {name}", small=True)
            away.clicked.connect(lambda _=False, code=code: self._leave(code))
            self._list.addLayout(row(ElidedLabel(f"{name} · {code}", "detail"), away))
        self.changed.emit()

    def _leave(self, code: str) -> None:
        self._chosen.pop(code, None)
        self._show()


class CloseRegionForm(FormDialog):
    """The region ends on a day; others take its people over."""

    def __init__(self, desk: Desk, parent: QWidget, facts: RegionFacts) -> None:
        self._region = facts.place.region
        intro = (
            "Data sebelum tanggal itu tetap pada wilayah ini. Lembar sesudahnya yang menyebutnya akan ditanyakan, "
            "dengan penerusnya sebagai usulan."
        )
        super().__init__(desk, parent, f"Tutup {self._region.full_name}", intro, "Tutup wilayah")
        self.day = DayField(self.look, "Tidak berlaku lagi sejak", date.today())
        self.heirs = HeirsField(desk, "Penerusnya (boleh beberapa)", self._region)
        self.document = document_field(self.look)
        self.body.addLayout(beside(self.day, self.document))
        self.body.addWidget(self.heirs)
        self.document.changed.connect(self.check)

    def problem(self) -> str:
        return "" if self.document.text else "Isi dokumen penetapannya."

    def work(self) -> Work:
        code, day, heirs, document = self._region.code, self.day.value, self.heirs.codes, self.document.text
        return lambda workspace: close_region(workspace, code, day or date.today(), heirs, document)

    def message(self) -> str:
        return f"{self._region.full_name} ditutup"


class RenameRegionForm(FormDialog):
    """Another official name; sheets may go on writing the old one."""

    def __init__(self, desk: Desk, parent: QWidget, facts: RegionFacts) -> None:
        self._region = facts.place.region
        super().__init__(desk, parent, f"Ganti nama {self._region.full_name}", act="Ganti nama")
        self.name = Field(self.look, "Nama baru")
        self.name.set_text(self._region.name)
        self.document = document_field(self.look)
        self.keep_old = QCheckBox("Nama lama tetap dikenali di lembar")
        self.keep_old.setChecked(True)
        for part in (self.name, self.document, self.keep_old):
            self.body.addWidget(part)
        self.body.addWidget(label("Kode dan data wilayah ini tidak berubah.", "hint", wrap=True))
        for each in (self.name, self.document):
            each.changed.connect(self.check)

    def problem(self) -> str:
        if not self.name.text or self.name.text == self._region.name:
            return "Tulis nama barunya."
        return "" if self.document.text else "Isi dokumen penetapannya."

    def work(self) -> Work:
        code, name, document, old = self._region.code, self.name.text, self.document.text, self.keep_old.isChecked()
        return lambda workspace: rename_region(workspace, code, name, document, keep_old=old)

    def message(self) -> str:
        return f"Nama menjadi {self.name.text}"
