"""Choosing the region of an office: the province, then one of its kabupaten/kota or the province itself."""

from functools import lru_cache

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop_app.domain.regions import Region
from desktop_app.operations.offices import province_of
from desktop_app.operations.reference import provinces_and_regencies
from desktop_app.ui.widgets import field

_SHOWN = 14


@lru_cache(maxsize=1)
def known_regions() -> dict[str, Region]:
    """Provinces and kabupaten/kota by code."""
    return {region.code: region for region in provinces_and_regencies()}


class RegionChoice(QWidget):
    """Two lists side by side; `changed`: another region, or none, is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._provinces, self._regencies = _list("Pilih provinsi"), _list("Pilih kabupaten/kota")
        for region in known_regions().values():
            if region.parent is None:
                self._provinces.addItem(region.name, region.code)
        self._provinces.setCurrentIndex(-1)
        self._regencies.setEnabled(False)
        self._regencies.setToolTip("Pilih provinsi lebih dulu.")
        self._provinces.currentIndexChanged.connect(self._fill)
        self._regencies.currentIndexChanged.connect(self.changed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addLayout(field("Provinsi", self._provinces), 1)
        line.addLayout(field("Kabupaten/kota", self._regencies), 2)
        self.setFocusProxy(self._provinces)

    @property
    def region(self) -> Region | None:
        return known_regions().get(self._regencies.currentData() or "")

    def choose(self, code: str) -> None:
        """Show the region of `code`; a code that is not known clears the choice."""
        self._provinces.setCurrentIndex(self._provinces.findData(province_of(code)))
        self._regencies.setCurrentIndex(self._regencies.findData(code))

    def _fill(self) -> None:
        province = known_regions().get(self._provinces.currentData() or "")
        was = self._regencies.blockSignals(True)
        self._regencies.clear()
        if province is not None:
            for region in known_regions().values():
                if region.parent == province.code:
                    self._regencies.addItem(region.name, region.code)
            self._regencies.addItem(f"{province.full_name} (kantor provinsi)", province.code)
        self._regencies.setCurrentIndex(-1)
        self._regencies.blockSignals(was)
        self._regencies.setEnabled(province is not None)
        self._regencies.setToolTip("" if province is not None else "Pilih provinsi lebih dulu.")
        self.changed.emit()


def _list(placeholder: str) -> QComboBox:
    made = QComboBox()
    made.setPlaceholderText(placeholder)
    made.setMaxVisibleItems(_SHOWN)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    return made
