"""“Mode rapat”: the coverage on a projector, one region at a time, readable from the back of the room."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.analysis.charts import bar_chart, map_chart
from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.regions import NATION, Region, depth, parent_code
from desktop_app.operations.coverage import CoverageAnswer, coverage
from desktop_app.operations.reference_data import region_path
from desktop_app.pictures.fonts import font
from desktop_app.pictures.maps import MapView
from desktop_app.ui.desk import Desk
from desktop_app.ui.meeting_panel import RegionPanel
from desktop_app.ui.meeting_strip import RegionStrip
from desktop_app.ui.meeting_words import whole_words
from desktop_app.ui.widgets import Button, Card, ElidedLabel, frame, label, row
from desktop_app.ui.words import level_words

VILLAGE = 4
DRAWN_FOR = (1024, 768)
"""The screen at which sizes are as written; on others in proportion."""
_FIXED = 160
"""Of the height: margins and buttons, which do not grow."""
_SMALLEST = 0.58
"""On a small screen at 150 %: nothing under 9 pixels, which are 13 there."""
_TITLE, _WORDS, _SMALL, _MAP = 26, 18, 16, 15
_KEYS = "← → pilih wilayah · Enter rincian · Backspace ke atas · Esc tutup"


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
        self.map = MapView(self.look.tokens)
        self.panel, self.strip = RegionPanel(self.look), RegionStrip(self.look)
        self._title, self._whole = label(), ElidedLabel(role="secondary")
        self._standing = label(role="secondary")
        self.place, self.note = label(), ElidedLabel(role="secondary", mode=Qt.TextElideMode.ElideRight)
        self._compose()
        self.map.selected.connect(self.show_region)
        self.strip.selected.connect(self.show_region)
        self.map.opened.connect(self.drill)
        # The keys are the window's, wherever the mouse has been.
        self.map.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.look.changed.connect(self._repaint)
        self.set_answer(answer)

    def set_answer(self, answer: CoverageAnswer) -> None:
        """Show another answer; the region stays, if it is one of its parts, else the first one comes."""
        before = self._region.code if self._order else ""
        self._answer = answer
        table, bars = answer.table, bar_chart(answer.table)
        known = {figure.region.code: figure for figure in table.rows or (table.whole,)}
        self._order = [known[bar.code] for bar in bars.bars]
        parts = level_words(answer.children)
        self._title.setText(f"Cakupan {answer.region.full_name}{f' menurut {parts}' if parts else ''}")
        self._whole.set_text(whole_words(table))
        self._standing.setText(f"Penyebut {table.base.name}\n{long_date(table.period)}")
        self._up.setEnabled(self._above() is not None)
        self.map.set_chart(map_chart(table))
        self.strip.set_chart(bars)
        self.note.set_text(_KEYS)
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
            self.set_answer(answer)
            self.show_region(came_from)
            self.desk.change_view(region=code, level=None)

        self.desk.read(lambda workspace: coverage(workspace, query), arrive, self._refuse)

    def _ask_where(self, code: str) -> None:
        """Five villages may have one name: say what lies between one and the region looked at."""
        below = depth(self._answer.region.code)

        def tell(path: Sequence[Region]) -> None:
            if code == self._region.code:
                self.panel.show_where([region.full_name for region in reversed(path[below:-1])])

        self.desk.read(lambda workspace: region_path(workspace, code), tell)

    def _refuse(self, error: AppError) -> None:
        self.note.set_text(str(error))
        self.told.emit(str(error))

    def _show(self, place: int) -> None:
        self._here = place
        figure, code = self._order[place], self._region.code
        self.panel.show_figure(figure, self._answer.table)
        self.place.setText(f"{number(place + 1)} dari {number(len(self._order))}")
        self.map.select(code)
        self.strip.select(code)
        self._down.setEnabled(depth(code) < VILLAGE and code != self._answer.region.code)
        if depth(code) > depth(self._answer.region.code) + 1:
            self._ask_where(code)
        self.setAccessibleName(f"Mode rapat, {self.place.text()}: {figure.region.full_name}")
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
        semibold = QFont.Weight.DemiBold
        self._title.setFont(font(round(_TITLE * scale), semibold))
        self.place.setFont(font(round(_WORDS * scale), semibold))
        for words in (self._whole, self._standing):
            words.setFont(font(round(_WORDS * scale)))
        self.note.setFont(font(round(_SMALL * scale)))
        self.panel.set_scale(scale)
        self.strip.set_text_size(round(_SMALL * scale))
        self.map.set_text_size(round(_MAP * scale))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _repaint(self) -> None:
        self.map.set_tokens(self.look.tokens)

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # The type follows the screen, never the screen the type.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._made_header())
        card = Card()
        card.fill()
        card.body.addWidget(self.map)
        middle = QHBoxLayout()
        middle.setContentsMargins(16, 12, 16, 12)
        middle.setSpacing(16)
        middle.addWidget(card, 58)
        middle.addWidget(self.panel, 42)
        column.addLayout(middle, 1)
        column.addWidget(self._made_foot())

    def _made_header(self) -> QWidget:
        header = frame("header")
        line = QHBoxLayout(header)
        line.setContentsMargins(20, 8, 12, 8)
        line.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._whole)
        line.addLayout(words, 1)
        line.addWidget(self._standing)
        line.addWidget(self._button("x", "Tutup mode rapat (Esc)", self.close))
        return header

    def _made_foot(self) -> QWidget:
        foot = frame("footer")
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(6)
        column.addWidget(self.strip)
        self._down = self._button("arrow-down", "Rincian wilayah ini (Enter)", lambda: self.drill(self._region.code))
        self._up = self._button("arrow-up", "Wilayah di atasnya (Backspace)", self.go_up)
        back = self._button("chevron-left", "Wilayah sebelumnya (←)", lambda: self.step(-1))
        on = self._button("chevron-right", "Wilayah berikutnya (→)", lambda: self.step(1))
        column.addLayout(row(back, self.place, on, self.note, self._down, self._up))
        return foot

    def _button(self, icon: str, name: str, act: Callable[[], object]) -> Button:
        """For the mouse: the keyboard has keys of its own here, which a focused button would take."""
        made = Button(self.look, "", icon, kind="bare", name=name)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: act())
        return made
