"""“Mode rapat”: the coverage on a projector, one region at a time, readable from the back of the room."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.analysis.charts import bar_chart, map_chart
from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.domain.errors import AppError
from desktop_app.domain.regions import NATION, Region, depth, parent_code
from desktop_app.operations.coverage import CoverageAnswer, coverage
from desktop_app.operations.reference_data import region_path
from desktop_app.pictures.maps import MapView
from desktop_app.ui.desk import Desk
from desktop_app.ui.meeting_frame import MeetingFoot, MeetingHead
from desktop_app.ui.meeting_panel import RegionPanel
from desktop_app.ui.widgets import Card

VILLAGE = 4
DRAWN_FOR = (1024, 768)
"""The screen at which sizes are as written; on others in proportion."""
_FIXED = 160
"""Of the height: margins and buttons, which do not grow."""
_SMALLEST = 0.58
"""On a small screen at 150 %: nothing under 9 pixels, which are 13 there."""
_MAP = 15


class MeetingWindow(QWidget):
    """Fills the screen. `region_shown`: another region was stepped to. `told`: why there is nothing to show. `closed`: the window is gone.

    Left and right (up and down) step through the regions, the widest gap first; Enter shows the parts of one,
    Backspace the region above; Escape ends it. The desk's view follows, and with it the pages.
    """

    region_shown = Signal(str)
    told = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, answer: CoverageAnswer, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Mode rapat")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.desk, self.look = desk, desk.look
        self._answer, self._order = answer, list[RegionCoverage]()
        self._here = 0
        self._gone = False
        self.map, self.panel = MapView(self.look.tokens), RegionPanel(self.look)
        self.head, self.foot = MeetingHead(self.look), MeetingFoot(self.look)
        self._compose()
        self._connect()
        # The keys are the window's, wherever the mouse has been.
        self.map.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_answer(answer)

    def _connect(self) -> None:
        self.map.selected.connect(self.show_region)
        self.foot.strip.selected.connect(self.show_region)
        self.map.opened.connect(self.drill)
        self.head.closing.connect(self.close)
        self.foot.stepped.connect(self.step)
        self.foot.drilled.connect(lambda: self.drill(self._region.code))
        self.foot.risen.connect(self.go_up)
        self.look.changed.connect(self._repaint)

    def set_answer(self, answer: CoverageAnswer) -> None:
        """Show another answer; the region stays, if it is one of its parts, else the first one comes."""
        before = self._region.code if self._order else ""
        self._answer = answer
        table, bars = answer.table, bar_chart(answer.table)
        known = {figure.region.code: figure for figure in table.rows or (table.whole,)}
        self._order = [known[bar.code] for bar in bars.bars]
        self.head.show_answer(answer)
        self.map.set_chart(map_chart(table))
        self.foot.show_regions(bars, has_above=self._above() is not None)
        self._show(next((place for place, one in enumerate(self._order) if one.region.code == before), 0))

    def step(self, steps: int) -> None:
        """Go on through the regions, and stop at the ends."""
        self._show(min(max(self._here + steps, 0), len(self._order) - 1))

    def show_region(self, code: str) -> None:
        """Step to one region."""
        for place, figure in enumerate(self._order):
            if figure.region.code == code:
                self._show(place)

    def drill(self, code: str) -> None:
        """Show the parts of a region; a village has none."""
        if depth(code) < VILLAGE and code != self._answer.region.code:
            self._ask(code)

    def go_up(self) -> None:
        above = self._above()
        if above is not None:
            self._ask(above)

    @property
    def _region(self) -> Region:
        return self._order[self._here].region

    def _above(self) -> str | None:
        here = self._answer.region.code
        return parent_code(here) or (NATION.code if here != NATION.code else None)

    def _ask(self, code: str) -> None:
        """What is shown stays until the answer is there; without figures it stays altogether."""
        came_from = self._answer.region.code
        query = replace(self.desk.view.query(), region=code, level=None)

        def arrive(answer: CoverageAnswer) -> None:
            if self._gone:
                return
            self.set_answer(answer)
            self.show_region(came_from)
            self.desk.change_view(region=code, level=None)

        self.desk.read(lambda workspace: coverage(workspace, query), arrive, self._refuse)

    def _ask_where(self, code: str) -> None:
        """Five villages may have one name: say what lies between one and the region looked at."""
        below = depth(self._answer.region.code)

        def tell(path: Sequence[Region]) -> None:
            if not self._gone and code == self._region.code:
                self.panel.show_where([region.full_name for region in reversed(path[below:-1])])

        self.desk.read(lambda workspace: region_path(workspace, code), tell)

    def _refuse(self, error: AppError) -> None:
        if self._gone:
            return
        self.foot.note.set_text(str(error))
        self.told.emit(str(error))

    def _show(self, place: int) -> None:
        self._here = place
        figure, code = self._order[place], self._region.code
        self.panel.show_figure(figure, self._answer.table)
        self.map.select(code)
        has_parts = depth(code) < VILLAGE and code != self._answer.region.code
        self.foot.show_place(code, place, len(self._order), has_parts=has_parts)
        if depth(code) > depth(self._answer.region.code) + 1:
            self._ask_where(code)
        self.setAccessibleName(f"Mode rapat, {self.foot.place.text()}: {figure.region.full_name}")
        self.setAccessibleDescription(self.panel.spoken)
        self.region_shown.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        act = self._acts().get(key)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _acts(self) -> dict[Qt.Key, Callable[[], object]]:
        keys, last = Qt.Key, len(self._order) - 1
        on, back = (lambda: self.step(1)), (lambda: self.step(-1))
        enter = lambda: self.drill(self._region.code)  # noqa: E731
        return {
            keys.Key_Right: on, keys.Key_Down: on, keys.Key_PageDown: on, keys.Key_Space: on,
            keys.Key_Left: back, keys.Key_Up: back, keys.Key_PageUp: back,
            keys.Key_Home: lambda: self._show(0), keys.Key_End: lambda: self._show(last),
            keys.Key_Return: enter, keys.Key_Enter: enter, keys.Key_Backspace: self.go_up,
            keys.Key_Escape: self.close, keys.Key_F11: self._change_screen,
            keys.Key_Plus: self.map.zoom_in, keys.Key_Minus: self.map.zoom_out, keys.Key_0: self.map.reset,
        }  # fmt: skip

    def _change_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, down = self.width() / DRAWN_FOR[0], (self.height() - _FIXED) / (DRAWN_FOR[1] - _FIXED)
        scale = max(min(across, down), _SMALLEST)
        self.head.set_scale(scale)
        self.foot.set_scale(scale)
        self.panel.set_scale(scale)
        self.map.set_text_size(round(_MAP * scale))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._gone = False
        self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        # What was asked may still be answered, and by then the window may be deleted.
        self._gone = True
        self.closed.emit()

    def _repaint(self) -> None:
        self.map.set_tokens(self.look.tokens)

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # The type follows the screen, never the screen the type.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.head)
        card = Card()
        card.fill()
        card.body.addWidget(self.map)
        middle = QHBoxLayout()
        middle.setContentsMargins(16, 12, 16, 12)
        middle.setSpacing(16)
        middle.addWidget(card, 58)
        middle.addWidget(self.panel, 42)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
