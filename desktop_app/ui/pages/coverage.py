"""The page Cakupan: bars, map and table with one selection, the trend, and where each figure comes from."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.analysis.charts import bar_chart, map_chart
from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.domain.errors import AppError
from desktop_app.domain.regions import depth, parent_code
from desktop_app.operations.coverage import CoverageQuery
from desktop_app.operations.workspace import Workspace
from desktop_app.pictures.bars import BarsView
from desktop_app.pictures.boundaries import layer
from desktop_app.pictures.maps import MapView
from desktop_app.ui.coverage_table import CoverageTableCard
from desktop_app.ui.desk import Desk
from desktop_app.ui.exports import ExportButton
from desktop_app.ui.origin_panel import WIDTH as PANEL_WIDTH
from desktop_app.ui.origin_panel import OriginPanel
from desktop_app.ui.page import Page
from desktop_app.ui.people_window import PeopleWindow
from desktop_app.ui.query_bar import QueryBar, Seen, look_up
from desktop_app.ui.trend_view import TrendPart
from desktop_app.ui.widgets import Button, Card, EmptyState, Switch
from desktop_app.ui.words import level_words

COMPACT_BELOW = 944
"""Width of the page under which chart, map and table take turns and the panel lies over them."""
BARS_HEIGHT = 336
"""Nine regions with axis, legend and source."""
REGIONS, TREND, EMPTY = 0, 1, 2
BARS, MAP, TABLE = 0, 1, 2
VILLAGE = 4


class CoveragePage(Page):
    name = "Cakupan"
    icon = "map"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self._selected: str | None = None
        self._wanted_origin = ""
        self._compact = False
        self._views = Switch(self.look, ("Wilayah", "Perkembangan"), self._show_part)
        self._tabs = Switch(self.look, ("Grafik", "Peta", "Tabel"), self._show_tab)
        self.header.insertWidget(1, self._views)
        self.header.insertWidget(2, self._tabs)
        self._findings = Button(self.look, "", "triangle-alert")
        self._findings.clicked.connect(self._show_findings)
        self._export = ExportButton(desk)
        self.add_action(self._findings, self._export)
        self.bar = QueryBar(desk)
        self.add_bar(self.bar)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._made_regions())
        self.trend = TrendPart(self.look)
        self._stack.addWidget(self.trend)
        self._stack.addWidget(self._made_empty())
        self.panel = OriginPanel(self.look)
        self.panel.closed.connect(self._close_panel)
        self.panel.people_wanted.connect(self._open_people)
        self._content = QWidget()
        self._line = QHBoxLayout(self._content)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self._stack, 1)
        self._line.addWidget(self.panel)
        self.add_content(self._content)
        self.look.changed.connect(self._repaint)
        desk.origin_wanted.connect(self.open_origin)

    def _made_regions(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(12)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column.addLayout(self._grid, 1)
        self.bars, self.map = BarsView(self.look.tokens), MapView(self.look.tokens)
        self.table = CoverageTableCard(self.look)
        self._bars_card, self._map_card = Card("Cakupan dan target"), Card("Peta cakupan, %")
        for card, view in ((self._bars_card, self.bars), (self._map_card, self.map)):
            card.fill()
            card.body.addWidget(view)
            view.selected.connect(self.select)
            view.opened.connect(self.drill)
        for icon, name, act in (
            ("zoom-in", "Perbesar peta", self.map.zoom_in),
            ("zoom-out", "Perkecil peta", self.map.zoom_out),
            ("maximize", "Seluruh peta", self.map.reset),
        ):
            button = Button(self.look, "", icon, kind="bare", name=name)
            button.clicked.connect(act)
            self._map_card.add_action(button)
        self.table.selected.connect(self.select)
        self.table.opened.connect(self.drill)
        self._grid.addWidget(self._bars_card, 0, 0)
        self._grid.addWidget(self._map_card, 0, 1)
        self._grid.addWidget(self.table, 1, 0, 1, 2)
        self._tab = BARS
        return part

    def _made_empty(self) -> QWidget:
        self.empty_import = Button(self.look, "Impor lembar", "plus", kind="primary")
        self.empty_import.clicked.connect(lambda: self.desk.page_wanted.emit("Impor"))
        self.empty_up = Button(self.look, "", "arrow-up")
        self.empty_up.clicked.connect(self._go_up)
        return EmptyState(
            self.look,
            "map",
            "Belum ada angka untuk wilayah ini",
            "Impor rekap atau daftar peserta, lalu penyebutnya. Cakupan dihitung dari keduanya.",
            self.empty_import,
            self.empty_up,
        )

    def refresh(self) -> None:
        query = self.desk.view.query()
        self.desk.read(lambda workspace: _look_up(workspace, query), self._show, self._refuse)

    def _show(self, seen: Seen) -> None:
        if seen.query != self.desk.view.query():
            return
        self._seen = seen
        self.bar.show_seen(seen)
        answer = seen.answer
        for widget in (self._views, self._findings, self._export):
            widget.setVisible(answer is not None)
        if answer is None:
            above = seen.path[-2] if len(seen.path) > 1 else None
            self.empty_up.setVisible(above is not None)
            self.empty_up.setText(f"Kembali ke {above.full_name}" if above else "")
            self._show_part(EMPTY)
            self.panel.hide()
            return
        if self._stack.currentIndex() == EMPTY:
            self._show_part(REGIONS)
            self._views.choose(REGIONS)
        table = answer.table
        parts = level_words(answer.children)
        self._bars_card.title.setText(f"Cakupan {parts} dan target" if parts else "Cakupan dan target")
        self.bars.set_chart(bar_chart(table))
        self.map.set_chart(map_chart(table))
        self.table.show_table(table, parts)
        self.trend.show_answer(answer)
        self._export.set_answer(answer)
        self._findings.setText(f"{len(answer.findings)} temuan")
        self._findings.set_icon("triangle-alert" if answer.findings else "circle-check")
        codes = {row.region.code for row in (table.whole, *table.rows)}
        if self._selected not in codes:
            self._selected = None
            self.panel.hide()
        self._mark()
        if self._wanted_origin in codes:
            self.select(self._wanted_origin)
        self._wanted_origin = ""

    def _refuse(self, error: AppError) -> None:
        """What the view asks for is gone (a base that was undone): go back to what there is."""
        self.desk.change_view(base=None, period=None, target=None)

    def open_origin(self, code: str) -> None:
        """Show where the figure of a region comes from, as soon as the page has it."""
        self._wanted_origin = code
        self._views.choose(REGIONS)
        self._show_part(REGIONS)
        self.refresh()

    def select(self, code: str) -> None:
        """One selection for chart, map and table; the panel takes its figure apart."""
        self._selected = code
        self._mark()
        figure = self._figure(code)
        if figure is not None and self._seen is not None and self._seen.answer is not None:
            self.panel.show_figure(figure, self._seen.answer.table)
            self._place_panel()

    def drill(self, code: str) -> None:
        """Look at the parts of a region; a village has none."""
        if self._seen is not None and code != self._seen.path[-1].code and depth(code) < VILLAGE:
            self.desk.change_view(region=code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self._go_up()
        elif event.key() == Qt.Key.Key_Escape:
            self._close_panel()
        else:
            super().keyPressEvent(event)

    def _go_up(self) -> None:
        above = parent_code(self._seen.path[-1].code) if self._seen is not None else None
        if above is not None:
            self.desk.change_view(region=above)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._compact = self.width() < COMPACT_BELOW
        self._arrange()
        self._show_part(self._stack.currentIndex())
        self.trend.arrange(compact=self._compact)
        self._place_panel()

    def _arrange(self) -> None:
        self._grid.setSpacing(0 if self._compact else 12)
        for place, card in enumerate((self._bars_card, self._map_card, self.table)):
            card.setVisible(not self._compact or place == self._tab)
        # Where one card is alone, the places of the others must not keep their room.
        columns = (416, 386) if not self._compact else ((0, 1) if self._tab == MAP else (1, 0))
        rows = (336, 296) if not self._compact else ((0, 1) if self._tab == TABLE else (1, 0))
        self._bars_card.setMinimumHeight(0 if self._compact else BARS_HEIGHT)
        for place in range(2):
            self._grid.setColumnStretch(place, columns[place])
            self._grid.setRowStretch(place, rows[place])

    def _show_tab(self, place: int) -> None:
        self._tab = place
        self._arrange()

    def _show_part(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._tabs.setVisible(self._compact and place == REGIONS)

    def _figure(self, code: str) -> RegionCoverage | None:
        if self._seen is None or self._seen.answer is None:
            return None
        table = self._seen.answer.table
        return next((row for row in (table.whole, *table.rows) if row.region.code == code), None)

    def _mark(self) -> None:
        for view in (self.bars, self.map, self.table):
            view.select(self._selected)

    def _show_findings(self) -> None:
        if self._seen is not None and self._seen.answer is not None:
            self.panel.show_findings(self._seen.answer.findings)
            self._place_panel()

    def _open_people(self, figure: RegionCoverage) -> None:
        if figure.listed is not None:
            PeopleWindow(self.desk, self, figure.region, figure.listed).show()

    def _place_panel(self) -> None:
        """Beside the content where there is room, else over it."""
        in_line = self._line.indexOf(self.panel) >= 0
        if self._compact:
            if in_line:
                shown = self.panel.isVisibleTo(self)
                self._line.removeWidget(self.panel)
                self.panel.setParent(self)
                self.panel.setVisible(shown)
            top = self._content.y()
            self.panel.setGeometry(self.width() - PANEL_WIDTH, top, PANEL_WIDTH, self.height() - top)
            self.panel.raise_()
        elif not in_line:
            self._line.addWidget(self.panel)

    def _close_panel(self) -> None:
        self.panel.hide()
        self.table.setFocus()

    def _repaint(self) -> None:
        for view in (self.bars, self.map):
            view.set_tokens(self.look.tokens)


def _look_up(workspace: Workspace, query: CoverageQuery) -> Seen:
    """Also reads the boundaries for the map, which are kept: a tenth of a second that the window would stand still."""
    seen = look_up(workspace, query)
    if seen.answer is not None:
        layer(map_chart(seen.answer.table).layer)
    return seen
