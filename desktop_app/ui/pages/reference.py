"""The page Data Acuan: what figures are measured against, and the regions they are about."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.regions import Region, depth, parent_code
from desktop_app.operations.offices import office_of, province_of
from desktop_app.operations.reference_data import (
    ReferenceData,
    Spelling,
    reference_data,
    region_path,
    search_regions,
    spellings,
)
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.reference_tables import Place, TargetLine
from desktop_app.ui.pages.reference_views import NARROW_BELOW, BasesView, RegionsView, SpellingsView, TargetsView
from desktop_app.ui.region_choice import known_regions
from desktop_app.ui.widgets import Button, EmptyState, Icon, Switch, label, row

VIEWS = ("Penyebut", "Target", "Wilayah", "Ejaan")
BASES, TARGETS, REGIONS, SPELLINGS = range(len(VIEWS))
IMPORTABLE = {BASES: "Impor lembar penyebut", TARGETS: "Impor lembar target"}
SOURCES = (
    "Sumber data: kode dan nama wilayah Kepmendagri 300.2.2-2430/2025; batas wilayah Badan Informasi Geospasial. "
    "Penyebut dan target berasal dari lembar yang diimpor."
)
FOUND = 200
_VILLAGE = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows; `names` of the regions in bases and targets, by code; `province` of the office, or ""."""

    data: ReferenceData
    names: dict[str, str]
    spellings: list[Spelling]
    province: str


def everything(workspace: Workspace) -> Shown:
    data = reference_data(workspace)
    codes = {code for base in data.bases for code, _ in base.workers} | {target.region for target in data.targets}
    office = office_of(workspace)
    return Shown(
        data, _names(workspace, codes), spellings(workspace), province_of(office.region) if office is not None else ""
    )


def find_places(workspace: Workspace, text: str) -> list[Place]:
    """Regions that fit `text`, each with those above it."""
    above: dict[str | None, tuple[Region, ...]] = {None: ()}
    found = []
    for region in search_regions(workspace, text, FOUND):
        if region.parent not in above:
            above[region.parent] = tuple(region_path(workspace, region.parent or ""))
        found.append(Place(region, above[region.parent]))
    return found


def _names(workspace: Workspace, codes: Iterable[str]) -> dict[str, str]:
    names = {}
    for code in codes:
        known = known_regions().get(code)
        path = [known] if known is not None else region_path(workspace, code)[-2:]
        names[code] = ", ".join(region.full_name for region in reversed(path)) or code
    return names


class ReferencePage(Page):
    name = "Data Acuan"
    icon = "database"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked, self._searched, self._place = 0, 0, BASES
        self._filled = {BASES: False, TARGETS: False}
        self.views = Switch(self.look, VIEWS, self.show_view)
        self.bring = Button(self.look, IMPORTABLE[BASES], "file-input", kind="primary")
        self.bring.clicked.connect(self._import)
        self.add_action(self.views, self.bring)
        self.bases, self.targets = BasesView(self.look), TargetsView(self.look)
        self.regions, self.spellings = RegionsView(self.look), SpellingsView(self.look)
        self.empty = {BASES: self._no_bases(), TARGETS: self._no_targets()}
        self._stack = QStackedWidget()
        for view in (self.bases, self.targets, self.regions, self.spellings, *self.empty.values()):
            self._stack.addWidget(view)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 20, 10)
        column.setSpacing(10)
        column.addWidget(self._stack, 1)
        source = row(Icon(self.look, "info", "t3", 13), spacing=6)
        source.addWidget(label(SOURCES, "source", wrap=True), 1)
        column.addLayout(source)
        self.add_content(content)
        self.regions.searched.connect(self._search)
        self.regions.region_wanted.connect(self._look_at)

    def show_view(self, place: int) -> None:
        self._place = place
        self.views.choose(place)
        views = (self.bases, self.targets, self.regions, self.spellings)
        filled = self._filled.get(place, True)
        self._stack.setCurrentWidget(views[place] if filled else self.empty[place])
        self.bring.setVisible(place in IMPORTABLE and filled)
        self.bring.setText(IMPORTABLE.get(place, ""))

    def refresh(self) -> None:
        self._asked += 1
        self.desk.read(everything, partial(self._show, self._asked))
        self._search(self.regions.words.text())

    def _show(self, question: int, shown: Shown) -> None:
        if question != self._asked:
            return
        data = shown.data
        self._filled = {BASES: bool(data.bases), TARGETS: bool(data.targets)}
        self.bases.show_bases(data.bases, shown.names, shown.province)
        self.targets.show_rows([TargetLine(shown.names[target.region], target) for target in data.targets])
        self.regions.show_counts(data.regions)
        self.spellings.show_rows(shown.spellings)
        self.show_view(self._place)

    def _search(self, text: str) -> None:
        self._searched += 1
        self.desk.read(partial(find_places, text=text), partial(self._show_places, self._searched, text))

    def _show_places(self, question: int, text: str, places: list[Place]) -> None:
        if question == self._searched:
            self.regions.show_places(places, text, FOUND)

    def _look_at(self, code: str) -> None:
        """A village has no parts of its own: its kecamatan shows it among its neighbours."""
        self.desk.change_view(region=code if depth(code) < _VILLAGE else parent_code(code) or code)
        self.desk.page_wanted.emit("Cakupan")

    def _import(self) -> None:
        self.desk.page_wanted.emit("Impor")

    def _no_bases(self) -> EmptyState:
        button = Button(self.look, IMPORTABLE[BASES], "file-input", kind="primary")
        button.clicked.connect(self._import)
        text = "Penyebut adalah jumlah pekerja per wilayah, misalnya dari BPS atau UCJ. Tanpa penyebut tidak ada persentase."
        return EmptyState(self.look, "scale", "Belum ada penyebut", text, button)

    def _no_targets(self) -> EmptyState:
        button = Button(self.look, IMPORTABLE[TARGETS], "file-input", kind="primary")
        button.clicked.connect(self._import)
        text = "Target dibaca dari lembar dengan wilayah, tahun, persentase, dan dokumen penetapannya."
        return EmptyState(self.look, "target", "Belum ada target", text, button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bases.set_narrow(self.width() < NARROW_BELOW)
