"""What is divided and how: a target, the base that makes people of it, the method, and down to which level."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.analysis.apportion import Method
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import percent
from desktop_app.domain.regions import depth
from desktop_app.domain.segments import Sector
from desktop_app.operations.apportion_target import ApportionRequest
from desktop_app.ui.pages.reference_form import Choice, titled
from desktop_app.ui.widgets import row
from desktop_app.ui.words import SECTORS

METHODS = {
    Method.BASE: "Menurut penyebut", Method.GAP: "Menurut yang belum terlindungi", Method.EQUAL: "Sama rata",
    Method.HAND: "Diisi tangan",
}  # fmt: skip
LEVELS = {2: "Kabupaten/kota", 3: "Kecamatan", 4: "Desa/kelurahan"}


class ApportionChoices(QWidget):
    """`changed`: something else is chosen; before it `target_changed` where that is the target.

    `page_base`: the one that the page uses. It, or another that has the workers of all parts, is taken as long as the
    target names none and the clerk chooses none.
    """

    changed = Signal()
    target_changed = Signal()

    def __init__(
        self, target: Target, targets: Sequence[Target], bases: Sequence[str], name_of: Callable[[str], str],
        page_base: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._name_of, self._bases, self._page_base = name_of, bases, page_base
        self._own_base = False
        divisible = [one for one in targets if depth(one.region) < max(LEVELS)]
        self.target = Choice(*((self._words(one), one) for one in divisible), chosen=target)
        self.base = Choice(*((name, name) for name in bases), chosen=self._named_base() or page_base)
        self.method = Choice(*((words, method) for method, words in METHODS.items()))
        self.level = Choice()
        self._fill_levels()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(titled("Target yang dibagi", self.target))
        line = row(spacing=12)
        for title, part, stretch in (
            ("Penyebut", self.base, 3), ("Cara membagi", self.method, 3), ("Sampai tingkat", self.level, 2),
        ):  # fmt: skip
            line.addWidget(titled(title, part), stretch)
        for part in (self.method, self.level):
            part.currentIndexChanged.connect(self.changed)
        column.addLayout(line)
        self.base.currentIndexChanged.connect(self._choose_base)
        self.target.currentIndexChanged.connect(self._target_changed)

    @property
    def words(self) -> str:
        """The chosen target in words."""
        target: Target | None = self.target.value
        return self._words(target) if target is not None else ""

    def request(self, by_hand: Mapping[str, int]) -> ApportionRequest | None:
        """None where there is no target to divide."""
        target: Target | None = self.target.value
        if target is None:
            return None
        return ApportionRequest(
            region=target.region, year=target.year, method=self.method.value, sector=target.sector,
            base=self.base.value if self._own_base else self._named_base(), page_base=self._page_base,
            level=self.level.value, target_document=target.document, by_hand=by_hand,
        )  # fmt: skip

    def show_base(self, name: str) -> None:
        """The base that was taken, without telling."""
        was = self.base.blockSignals(True)
        self.base.choose(name)
        self.base.blockSignals(was)

    def _named_base(self) -> str | None:
        """The base that the target names, where it is there."""
        target: Target | None = self.target.value
        return target.base if target is not None and target.base in self._bases else None

    def _choose_base(self) -> None:
        self._own_base = True
        self.changed.emit()

    def _target_changed(self) -> None:
        # Its people are counted on the base that it names, whatever was chosen for another target.
        self._own_base = self._own_base and self._named_base() is None
        self._fill_levels()
        self.target_changed.emit()
        self.changed.emit()

    def _fill_levels(self) -> None:
        target: Target | None = self.target.value
        above = depth(target.region) if target is not None else 0
        self.level.fill([(words, level) for level, words in LEVELS.items() if level > above])

    def _words(self, target: Target) -> str:
        sector = "" if target.sector is Sector.SEMUA else f"{SECTORS[target.sector].lower()} "
        aim = f"{self._name_of(target.region)} {target.year}, {sector}{percent(target.share)}"
        return f"{aim} · {target.document}" if target.document else aim
