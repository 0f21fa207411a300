"""The page Cakupan: regions, the trend, segments and reports, one filter bar, and where each figure comes from."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from desktop_app.domain.errors import AppError
from desktop_app.domain.facts import Target
from desktop_app.domain.regions import NATION, depth, parent_code
from desktop_app.operations.coverage import CoverageQuery
from desktop_app.ui.apportion_dialog import ApportionDialog
from desktop_app.ui.coverage_empty import CoverageEmpty
from desktop_app.ui.coverage_header import CoverageHeader
from desktop_app.ui.coverage_reading import Pictured, behind, picture
from desktop_app.ui.coverage_regions import RegionsPart
from desktop_app.ui.coverage_reporting import ReportingPart
from desktop_app.ui.coverage_segments import SegmentsPart
from desktop_app.ui.desk import Desk
from desktop_app.ui.exports import Exporter
from desktop_app.ui.origin import WantedPeople
from desktop_app.ui.origin_dock import PanelDock
from desktop_app.ui.origin_figures import Behind, explain_figure, explain_findings
from desktop_app.ui.page import Page
from desktop_app.ui.people_window import PeopleWindow
from desktop_app.ui.query_bar import BarStyle, QueryBar, Seen
from desktop_app.ui.trend_view import TrendPart

COMPACT_BELOW = 944
"""Width of the page under which chart, map and table take turns and the panel lies over them."""
REGIONS, TREND, SEGMENTS, REPORTING, EMPTY = range(5)
_STYLES = {TREND: BarStyle.TREND, REPORTING: BarStyle.REPORTING}
VILLAGE = 4


class CoveragePage(Page):
    name = "Cakupan"
    icon = "map"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self._pictured: Pictured | None = None
        self._selected: str | None = None
        self._wanted_origin, self._told = "", False
        self._view, self._restated, self._compact = REGIONS, False, False
        self.exporter = Exporter(desk, self)
        self.regions = RegionsPart(self.look, self.exporter)
        self.trend = TrendPart(desk, self.exporter)
        self.segments = SegmentsPart(desk, self.exporter)
        self.reporting = ReportingPart(desk, self.exporter)
        self.bars, self.map, self.table = self.regions.bars, self.regions.map, self.regions.table
        self.head = CoverageHeader(desk, self.header, self.regions.tabs, self.exporter)
        self.bar = QueryBar(desk)
        self.add_bar(self.bar)
        self.empty = CoverageEmpty(desk)
        self._stack = QStackedWidget()
        for part in (self.regions, self.trend, self.segments, self.reporting, self.empty):
            self._stack.addWidget(part)
        self._stack.setCurrentIndex(EMPTY)
        self.dock = PanelDock(self.look, self, self._stack)
        self.panel = self.dock.panel
        self.add_content(self.dock.content)
        self._connect()

    def _connect(self) -> None:
        self.head.view_wanted.connect(self.show_view)
        self.head.findings_wanted.connect(self._show_findings)
        self.regions.selected.connect(self.select)
        self.regions.opened.connect(self._open_figure)
        self.segments.selected.connect(self._select_quietly)
        self.segments.people_wanted.connect(self._open_people)
        for part in (self.regions, self.segments):
            part.drilled.connect(self.drill)
        for explaining in (self.trend, self.segments, self.reporting):
            explaining.explained.connect(self.dock.show_origin)
        self.trend.apportion_wanted.connect(self._apportion)
        self.bar.restate_wanted.connect(self._restate)
        self.bar.lock_wanted.connect(lambda: self.show_view(REPORTING))
        self.empty.up_wanted.connect(self._go_up)
        self.empty.again_wanted.connect(self.refresh)
        self.panel.people_wanted.connect(self._open_people)
        self.panel.import_wanted.connect(self._show_import)
        self.desk.origin_wanted.connect(self.open_origin)

    def _query(self) -> CoverageQuery:
        return replace(self.desk.view.query(), restated=self._restated)

    def refresh(self) -> None:
        query, order = self._query(), self.regions.order
        self.desk.read(lambda workspace: picture(workspace, query, order), self._show, self._refuse)

    def _show(self, pictured: Pictured) -> None:
        seen = pictured.seen
        if seen.query != self._query():
            return
        if pictured is not self._pictured:
            # Figures of regions are looked up in this part, whatever view is shown.
            self.regions.show_pictured(pictured)
        if self._view != REGIONS and self._seen is not None and self._seen.query != seen.query:
            # What the panel takes apart is not shown any more.
            self.panel.hide()
        self._pictured, self._seen = pictured, seen
        self.exporter.place = seen.path[-1].full_name
        self.bar.set_style(_STYLES.get(self._view, BarStyle.FULL), restated=self._restated)
        self.bar.show_seen(seen)
        self.head.show_answer(seen.answer)
        if seen.answer is None and self._view != REPORTING:
            self.empty.show_seen(seen)
            self._stack.setCurrentIndex(EMPTY)
            self.panel.hide()
        else:
            self._show_part()
        self._keep_selection()

    def _keep_selection(self) -> None:
        """The region that was selected stays so where it is shown; an open panel tells its new figure."""
        kept = self._selected if self._selected and self.regions.figure(self._selected) is not None else None
        opened = self._wanted_origin if self.regions.figure(self._wanted_origin) is not None else ""
        self._wanted_origin = ""
        if opened or (kept and self._told and self.panel.isVisibleTo(self)):
            self.select(opened or kept or "")
            return
        if self._told:
            self.dock.hide()
        self._selected, self._told = kept, False
        self._mark()

    def _refuse(self, error: AppError) -> None:
        """What the view asks for is gone (a base that was undone): go back to what there is, or say why not."""
        before = self.desk.view
        self.desk.change_view(base=None, period=None, target=None, level=None)
        if self.desk.view == before:
            self.empty.show_error(error)
            self._stack.setCurrentIndex(EMPTY)

    def show_view(self, view: int) -> None:
        """One of Wilayah, Perkembangan, Segmen, Pelaporan."""
        changed = view != self._view
        self._view = view
        self.head.choose(view)
        if changed:
            self.panel.hide()
            self._restated = False
        if self._pictured is not None and self._pictured.seen.query == self._query():
            self._show(self._pictured)
        else:
            self.refresh()

    def _show_part(self) -> None:
        """Only the part in sight is filled: the others are when their turn comes."""
        assert self._seen is not None
        part = (self.regions, self.trend, self.segments, self.reporting)[self._view]
        self._stack.setCurrentIndex(self._view)
        if not isinstance(part, RegionsPart):
            part.show_seen(self._seen)
        self.head.set_exporting(part.shown)
        self.regions.tabs.setVisible(self._compact and self._view == REGIONS)

    def open_origin(self, code: str) -> None:
        """Show where the figure of a region comes from, as soon as the page has it."""
        self._wanted_origin = code
        self._view = REGIONS
        self.head.choose(REGIONS)
        self.refresh()

    def select(self, code: str) -> None:
        """One selection for chart, map and table; the panel takes its figure apart."""
        self._selected = code
        self._mark()
        figure, seen = self.regions.figure(code), self._seen
        if figure is None or seen is None or seen.answer is None:
            return
        table, query, told = seen.answer.table, seen.query, explain_figure(figure, seen.answer.table)
        self.dock.show_origin(told)
        self._told = True

        def complete(found: Behind) -> None:
            if self.panel.origin is told and self.panel.isVisibleTo(self):
                self.panel.show_origin(explain_figure(figure, table, found))

        self.desk.read(lambda workspace: behind(workspace, figure, query, table.period), complete)

    def _open_figure(self, code: str) -> None:
        """Space on a row: the panel takes the focus, Esc gives it back."""
        self.select(code)
        self.panel.close_button.setFocus()

    def _select_quietly(self, code: str) -> None:
        self._selected = code
        self._mark()

    def drill(self, code: str) -> None:
        """Look at the parts of a region; a village has none."""
        if self._seen is not None and code != self._seen.path[-1].code and depth(code) < VILLAGE:
            self.desk.change_view(region=code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self._go_up()
        elif event.key() == Qt.Key.Key_Escape and self.panel.isVisibleTo(self):
            self.dock.close()
        else:
            super().keyPressEvent(event)

    def _go_up(self) -> None:
        here = self._seen.path[-1].code if self._seen is not None else NATION.code
        if here != NATION.code:
            self.desk.change_view(region=parent_code(here) or NATION.code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._compact = self.width() < COMPACT_BELOW
        for part in (self.regions, self.trend, self.segments, self.reporting):
            part.arrange(compact=self._compact)
        self.head.arrange(compact=self._compact)
        self.regions.tabs.setVisible(self._compact and self._stack.currentIndex() == REGIONS)
        self.dock.place(over=self._compact)

    def _mark(self) -> None:
        self.regions.select(self._selected)
        if self._view == SEGMENTS:
            self.segments.select(self._selected)

    def _show_findings(self) -> None:
        if self._seen is not None and self._seen.answer is not None:
            self._told = False
            self.dock.show_origin(explain_findings(self._seen.answer.findings))

    def _open_people(self, wanted: WantedPeople) -> None:
        PeopleWindow(self.desk, self, wanted).show()

    def _show_import(self, import_id: int) -> None:
        self.desk.page_wanted.emit("Impor")
        self.desk.import_wanted.emit(import_id)

    def _restate(self, restated: bool) -> None:
        self._restated = restated
        self.refresh()

    def _apportion(self, target: Target) -> None:
        """Divide a target among the parts that the page shows."""
        seen = self._seen
        if seen is not None and seen.answer is not None:
            answer = seen.answer
            named = {region.code: region.full_name for region in (*seen.path, *answer.children)}
            bases = [base.name for base in answer.choices.bases]
            ApportionDialog(
                self.desk,
                self,
                target,
                answer.choices.targets,
                bases,
                lambda code: named.get(code, code),
                answer.table.base.name,
            ).begin()
