"""The page Data Acuan: what figures are measured against, and the regions they are about."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.regions import depth, parent_code
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.reference_bases import BasesView
from desktop_app.ui.pages.reference_history import HistoryView
from desktop_app.ui.pages.reference_parts import NARROW_BELOW, ReferenceView
from desktop_app.ui.pages.reference_rates import RatesView
from desktop_app.ui.pages.reference_reading import Shown, everything
from desktop_app.ui.pages.reference_regions import RegionsView
from desktop_app.ui.pages.reference_spellings import SpellingsView
from desktop_app.ui.pages.reference_targets import TargetsView
from desktop_app.ui.widgets import Button, Icon, Switch, label, row

VIEWS = ("Penyebut", "Target", "Wilayah", "Ejaan", "Tarif", "Riwayat")
BASES, TARGETS, REGIONS, SPELLINGS, RATES, HISTORY = range(len(VIEWS))
SOURCES = (
    "Sumber data: kode dan nama wilayah Kepmendagri 300.2.2-2430/2025; batas wilayah Badan Informasi Geospasial. "
    "Penyebut dan target berasal dari lembar yang diimpor dan dari isian di halaman ini."
)
_VILLAGE = 4
ROOMY = 1150
"""Width from which the header has room for a remark."""


class ReferencePage(Page):
    name = "Data Acuan"
    icon = "database"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked, self._place = 0, BASES
        self.switch = Switch(self.look, VIEWS, self.show_view)
        self.bring = Button(self.look, "", "file-input")
        self.add = Button(self.look, "", "plus", kind="primary")
        self.bring.clicked.connect(lambda: self.view.bring())
        self.add.clicked.connect(lambda: self.view.add())
        self.header.insertWidget(1, self.switch)
        self.header.insertSpacing(1, 8)
        self.add_action(self.bring, self.add)
        self.bases, self.targets, self.regions = BasesView(desk), TargetsView(desk), RegionsView(desk)
        self.spellings, self.rates, self.history = SpellingsView(desk), RatesView(desk), HistoryView(desk)
        self.views: tuple[ReferenceView, ...] = (
            self.bases, self.targets, self.regions, self.spellings, self.rates, self.history,
        )  # fmt: skip
        self.stack = QStackedWidget()
        for view in self.views:
            view.state_changed.connect(self._show_state)
            self.stack.addWidget(view)
            if view.empty is not None:
                self.stack.addWidget(view.empty)
        self.add_content(self._made_content())
        self.regions.region_wanted.connect(self._look_at)
        self.show_view(BASES)

    @property
    def view(self) -> ReferenceView:
        return self.views[self._place]

    @property
    def unsaved(self) -> bool:
        """Values were typed that are not kept; they stay while the window is open, whatever page is shown."""
        return any(view.unsaved for view in self.views)

    def show_view(self, place: int) -> None:
        self._place = place
        self.switch.choose(place)
        self._show_state()

    def refresh(self) -> None:
        self._asked += 1
        self.desk.read(everything, partial(self._show, self._asked))

    def _show(self, question: int, shown: Shown) -> None:
        if question != self._asked:
            return
        for view in self.views:
            view.show_data(shown)
        self._show_state()

    def _show_state(self) -> None:
        """The view or what it says when there is nothing; one primary button at most."""
        view = self.view
        empty = view.empty if not view.filled else None
        self.stack.setCurrentWidget(empty or view)
        narrow = self.width() < NARROW_BELOW
        for button, words, short in (
            (self.bring, view.brings, view.brings_short), (self.add, view.adds, view.adds_short),
        ):  # fmt: skip
            button.setVisible(bool(words) and empty is None)
            button.setText(short if narrow else words)
            button.setAccessibleName(words)
            button.setToolTip(words if narrow else "")
        self.add.set_kind("normal" if view.unsaved else "primary")
        self.subtitle.setText("Perubahan belum disimpan" if view.unsaved and self.width() >= ROOMY else "")

    def _look_at(self, code: str) -> None:
        """A village has no parts of its own: its kecamatan shows it among its neighbours."""
        self.desk.change_view(region=code if depth(code) < _VILLAGE else parent_code(code) or code)
        self.desk.page_wanted.emit("Cakupan")

    def _made_content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 20, 10)
        column.setSpacing(10)
        column.addWidget(self.stack, 1)
        source = row(Icon(self.look, "info", "t3", 13), spacing=6)
        self._source = label(SOURCES, "source", wrap=True)
        source.addWidget(self._source, 1)
        column.addLayout(source)
        return content

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for view in self.views:
            view.set_narrow(self.width() < NARROW_BELOW)
        self._show_state()
