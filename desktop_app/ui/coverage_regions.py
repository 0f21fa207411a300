"""The view Wilayah: bars, map and table of the parts of a region, with one selection and one hover."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.analysis.charts import BarChart, BarOrder, MapChart, bar_chart
from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.pictures.bars import BarsView
from desktop_app.pictures.maps import MapView
from desktop_app.ui.coverage_reading import Pictured
from desktop_app.ui.coverage_table import CoverageTableCard
from desktop_app.ui.exports import Exporter, Picture, PictureButtons, Shown
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, Card, MenuButton, Switch
from desktop_app.ui.words import level_words

HEAD = 35
BARS_HEIGHT, TABLE_HEIGHT = 303, 329
"""Nine regions each: with axis, legend and source; with header, total and foot."""
BARS, MAP, TABLE = 0, 1, 2
_ORDERS = {
    BarOrder.GAP: "Selisih ke target", BarOrder.SHARE: "Cakupan", BarOrder.PEOPLE: "Kurang, orang", BarOrder.NAME: "Nama",
}  # fmt: skip


class RegionsPart(QWidget):
    """`selected` and `drilled` carry region codes; `opened`: Space on a row, the figure is to be taken apart.

    In a narrow window chart, map and table take turns; `tabs` is the switch between them.
    """

    selected = Signal(str)
    opened = Signal(str)
    drilled = Signal(str)

    def __init__(self, look: Look, exporter: Exporter) -> None:
        super().__init__()
        self._look = look
        self._answer: CoverageAnswer | None = None
        self._bars_values: BarChart | None = None
        self._map_values: MapChart | None = None
        self.order, self._tab, self._compact = BarOrder.GAP, BARS, False
        self.tabs = Switch(look, ("Grafik", "Peta", "Tabel"), self.show_tab)
        self.bars, self.map = BarsView(look.tokens), MapView(look.tokens)
        self.table = CoverageTableCard(look)
        self.bars_card, self.map_card = Card("Cakupan dan target"), Card("Peta cakupan, %")
        self._order_button = MenuButton(look, kind="light", small=True)
        self._made_heads(exporter)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 12, 12)
        self._grid.setSpacing(12)
        self._grid.addWidget(self.bars_card, 0, 0)
        self._grid.addWidget(self.map_card, 0, 1)
        self._grid.addWidget(self.table, 1, 0, 1, 2)
        self._connect()
        self.setFocusProxy(self.table)
        self._arrange()

    def _made_heads(self, exporter: Exporter) -> None:
        for card, view in ((self.bars_card, self.bars), (self.map_card, self.map)):
            card.fill()
            card.set_head_height(HEAD)
            card.body.addWidget(view)
        menu = self._order_button.opened_menu
        for order, words in _ORDERS.items():
            menu.addAction(words).triggered.connect(lambda _=False, order=order: self.sort_bars(order))
        self._order_button.setText(f"Urut: {self.order.value}")
        self.bars_card.add_action(self._order_button)
        for icon, name, act in (
            ("zoom-in", "Perbesar peta", self.map.zoom_in),
            ("zoom-out", "Perkecil peta", self.map.zoom_out),
            ("maximize", "Seluruh peta", self.map.reset),
        ):
            button = Button(self._look, "", icon, kind="bare", name=name)
            button.clicked.connect(act)
            self.map_card.add_action(button)
        self._map_buttons = PictureButtons(self._look, self.map_card, exporter, copies=False)

    def _connect(self) -> None:
        for view in (self.bars, self.map):
            view.selected.connect(self.selected)
            view.opened.connect(self.drilled)
            view.hovered.connect(self._hover)
        self.table.selected.connect(self.selected)
        self.table.opened.connect(self.opened)
        self.table.drilled.connect(self.drilled)
        self.table.hovered.connect(self._hover)
        self._look.changed.connect(self._repaint)

    def show_pictured(self, pictured: Pictured) -> None:
        answer = pictured.seen.answer
        if answer is None or pictured.bars is None or pictured.map is None:
            return
        others = self._answer is None or self._answer.children != answer.children
        self._answer, self._map_values = answer, pictured.map
        self._bars_values = pictured.bars if pictured.order is self.order else bar_chart(answer.table, self.order)
        parts = level_words(answer.children)
        years = {row.target.year for row in answer.table.rows if row.target} or {
            answer.table.whole.target.year if answer.table.whole.target else 0
        }
        target = f"target {years.pop()}" if len(years) == 1 and years != {0} else "target"
        self.bars_card.title.setText(f"Cakupan dan {target}")
        self.bars.set_chart(self._bars_values)
        self.map.set_chart(pictured.map)
        self._map_buttons.set_picture(Picture("Peta cakupan", pictured.map))
        self.table.show_table(answer.table, parts)
        if others:
            # From the top; what is selected is shown after this.
            self.bars.verticalScrollBar().setValue(0)
            self.table.rows.scrollToTop()

    def sort_bars(self, order: BarOrder) -> None:
        self.order = order
        self._order_button.setText(f"Urut: {order.value}")
        if self._answer is not None:
            self._bars_values = bar_chart(self._answer.table, order)
            self.bars.set_chart(self._bars_values)

    def select(self, code: str | None) -> None:
        """Mark the region in chart, map and table, without a signal."""
        for view in (self.bars, self.map, self.table):
            view.select(code)

    def figure(self, code: str) -> RegionCoverage | None:
        if self._answer is None:
            return None
        table = self._answer.table
        return next((row for row in (table.whole, *table.rows) if row.region.code == code), None)

    def shown(self) -> Shown:
        """The pictures that are in sight, and the table."""
        if self._bars_values is None or self._map_values is None:
            return Shown()
        bars, area = Picture("Grafik cakupan", self._bars_values), Picture("Peta cakupan", self._map_values)
        alone = {BARS: (bars,), MAP: (area,), TABLE: ()}[self._tab] if self._compact else (bars, area)
        return Shown(alone, self.table.as_text)

    def arrange(self, *, compact: bool) -> None:
        self._compact = compact
        self._arrange()

    def show_tab(self, place: int) -> None:
        self._tab = place
        self.tabs.choose(place)
        self._arrange()

    def _hover(self, code: str) -> None:
        for view in (self.bars, self.map, self.table):
            view.hover(code or None)

    def _arrange(self) -> None:
        self._grid.setSpacing(0 if self._compact else 12)
        for place, card in enumerate((self.bars_card, self.map_card, self.table)):
            card.setVisible(not self._compact or place == self._tab)
        # Where one card is alone, the places of the others must not keep their room.
        columns = (416, 386) if not self._compact else ((0, 1) if self._tab == MAP else (1, 0))
        rows = (BARS_HEIGHT, TABLE_HEIGHT) if not self._compact else ((0, 1) if self._tab == TABLE else (1, 0))
        self.bars_card.setMinimumHeight(0 if self._compact else BARS_HEIGHT)
        for place in range(2):
            self._grid.setColumnStretch(place, columns[place])
            self._grid.setRowStretch(place, rows[place])

    def _repaint(self) -> None:
        for view in (self.bars, self.map):
            view.set_tokens(self._look.tokens)
