"""The form that splits a region: new ones take over from a day on."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.regions import Level, Region, depth
from desktop_app.operations.edit_reference import split_region
from desktop_app.operations.offices import children_of
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.reference_form import Choice, DayField, FormDialog, beside, document_field
from desktop_app.ui.pages.reference_keeping import Work
from desktop_app.ui.pages.reference_region_facts import RegionFacts
from desktop_app.ui.pages.reference_region_forms import KINDS, capital, next_code
from desktop_app.ui.pages.reference_tables import LEVELS
from desktop_app.ui.widgets import Button, label

_BEGUN, _MOST = 2, 5
"""Rows for new regions at first, and at most: more are split in two steps."""


class PartLine(QWidget):
    """One new region: kind, code, name."""

    changed = Signal()

    def __init__(self, kinds: tuple[Level, ...], place: int) -> None:
        super().__init__()
        self.kind = Choice(*((capital(kind), kind) for kind in kinds))
        self.code, self.name = QLineEdit(), QLineEdit()
        self.kind.setAccessibleName(f"Jenis wilayah baru {place}")
        self.code.setAccessibleName(f"Kode wilayah baru {place}")
        self.name.setAccessibleName(f"Nama wilayah baru {place}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part, stretch in ((self.kind, 2), (self.code, 2), (self.name, 3)):
            line.addWidget(part, stretch)
            if isinstance(part, QLineEdit):
                part.textChanged.connect(self.changed)
        self.kind.currentIndexChanged.connect(self._say_example)
        self._say_example()

    def _say_example(self) -> None:
        self.name.setPlaceholderText(f"Tanpa kata {LEVELS[self.kind.value]}")

    def region(self) -> Region | None:
        """None for a line that is not filled in."""
        name = " ".join(self.name.text().split())
        return Region(self.code.text().strip(), name, self.kind.value) if name else None


class SplitRegionForm(FormDialog):
    """New regions beside or in place of the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget, facts: RegionFacts) -> None:
        self._region = facts.place.region
        self._above = facts.place.above[-1] if facts.place.above else None
        intro = "Wilayah baru berlaku sejak tanggal itu. Data sebelumnya tetap pada wilayah yang lama."
        super().__init__(desk, parent, f"Pecah {self._region.full_name}", intro, "Pecah wilayah")
        kinds = KINDS.get(depth(self._region.code) - 1, (self._region.level,))
        self.parts = [PartLine(kinds, place + 1) for place in range(_MOST)]
        self._shown = _BEGUN
        self.day = DayField(self.look, "Berlaku sejak", date.today())
        self.document = document_field(self.look)
        self.closes = QCheckBox(f"{self._region.full_name} berakhir hari itu; wilayah baru adalah penerusnya")
        self.more = Button(self.look, "Tambah baris", "plus", kind="link")
        self.more.clicked.connect(self._show_more)
        lines = QVBoxLayout()
        lines.setSpacing(6)
        lines.addWidget(
            label(f"{'/'.join(LEVELS[kind] for kind in kinds).capitalize()} baru: jenis, kode, nama", "label")
        )
        for part in self.parts:
            lines.addWidget(part)
            part.changed.connect(self.check)
            part.kind.currentIndexChanged.connect(self._propose)
        self.body.addLayout(lines)
        self.body.addWidget(self.more)
        self.body.addLayout(beside(self.day, self.document))
        self.body.addWidget(self.closes)
        self.document.changed.connect(self.check)
        self._siblings: list[Region] = []
        self._show_lines()
        if self._above is not None:
            above = self._above.code
            desk.read(lambda workspace: children_of(workspace, above), self._take_siblings)

    def problem(self) -> str:
        found = self._regions()
        if not found:
            return "Isi nama wilayah baru."
        if any(not part.code for part in found):
            return "Isi kode setiap wilayah baru."
        return "" if self.document.text else "Isi dokumen penetapannya."

    def work(self) -> Work:
        code, parts, day, document = self._region.code, self._regions(), self.day.value, self.document.text
        closes = self.closes.isChecked()
        return lambda workspace: split_region(workspace, code, parts, day or date.today(), document, closes=closes)

    def message(self) -> str:
        return f"{self._region.full_name} dipecah"

    def _regions(self) -> list[Region]:
        return [region for part in self.parts[: self._shown] if (region := part.region()) is not None]

    def _show_more(self) -> None:
        self._shown = min(self._shown + 1, _MOST)
        self._show_lines()

    def _show_lines(self) -> None:
        for place, part in enumerate(self.parts):
            part.setVisible(place < self._shown)
        self.more.setVisible(self._shown < _MOST)

    def _take_siblings(self, siblings: list[Region]) -> None:
        self._siblings = siblings
        self._propose()

    def _propose(self) -> None:
        """The codes after the last ones in use, line by line."""
        if self._above is None:
            return
        taken = list(self._siblings)
        for part in self.parts:
            level: Level = part.kind.value
            code = next_code(self._above, level, taken)
            part.code.setText(code)
            taken.append(Region(code, "", level))
