"""The view Segmen: formal beside informal for the parts of a region, and the people of one region divided."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.analysis.charts import PairChart, pair_chart
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.domain.breakdowns import Breakdown, Dimension
from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import number, percent
from desktop_app.domain.segments import Sector
from desktop_app.pictures.pairs import PairView
from desktop_app.ui.coverage_parts import PartsCard
from desktop_app.ui.coverage_reading import Segments, segments
from desktop_app.ui.desk import Desk
from desktop_app.ui.exports import Exporter, Picture, PictureButtons, Shown, rows_text
from desktop_app.ui.origin_sectors import explain_sectors
from desktop_app.ui.query_bar import Seen
from desktop_app.ui.widgets import Card, label

COMPACT_HEIGHT, STACKED_BELOW = 330, 800
_TWO_FROM, _SEGMENTS_SHARE, _MORE_SHARE = 560, 2, 3
"""Height from which the people are divided in two ways, and how the two share it."""


class SegmentsPart(QScrollArea):
    """`selected` and `drilled` carry region codes; `sector_explained(code, sector)`: a bar was opened.

    `explained(Origin)`, `people_wanted(WantedPeople)`: a part of the people.
    """

    selected = Signal(str)
    drilled = Signal(str)
    explained = Signal(object)
    people_wanted = Signal(object)

    def __init__(self, desk: Desk, exporter: Exporter) -> None:
        super().__init__()
        self.desk = desk
        self._seen: Seen | None = None
        self.found: Segments | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pair = PairView(desk.look.tokens)
        self.pair_card = Card("Formal dan informal")
        self.pair_card.fill()
        self.pair_card.body.addWidget(self.pair)
        self._buttons = PictureButtons(desk.look, self.pair_card, exporter)
        self._sums = label("", "hint", wrap=True)
        self.pair_card.add_foot().addWidget(self._sums)
        self.parts, self.more = PartsCard(desk, exporter), PartsCard(desk, exporter, Dimension.UMUR, second=True)
        self._selected: str | None = None
        content = QWidget()
        content.setObjectName("scrolled")
        self.setWidget(content)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(16, 12, 16, 12)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(12)
        self._line.addWidget(self.pair_card, 6)
        for parts in (self.parts, self.more):
            # As low as the window asks: what both would like is more than a screen of 768 has.
            parts.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        people = QVBoxLayout()
        people.setSpacing(12)
        people.addWidget(self.parts, _SEGMENTS_SHARE)
        people.addWidget(self.more, _MORE_SHARE)
        self._line.addLayout(people, 5)
        self.more.hide()
        outer.addLayout(self._line)
        self.pair.selected.connect(self._choose)
        self.pair.opened.connect(self.drilled)
        for parts in (self.parts, self.more):
            parts.explained.connect(self.explained)
            parts.people_wanted.connect(self.people_wanted)
        self.parts.divided.connect(self._show_more)
        desk.look.changed.connect(lambda: self.pair.set_tokens(desk.look.tokens))
        self.setFocusProxy(self.pair)

    def arrange(self, *, compact: bool) -> None:
        """The part goes by its own width: the panel may stand beside it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < STACKED_BELOW
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)
        for card in (self.pair_card, self.parts):
            card.setMinimumHeight(COMPACT_HEIGHT if stacked else 0)
        self._place_more()

    def _show_more(self, figure: RegionCoverage, found: tuple[Breakdown, ...]) -> None:
        self.more.show_divided(figure, found)
        self._place_more()

    def _place_more(self) -> None:
        """A second way to divide the people, where the window is high enough for two."""
        roomy = self.width() >= STACKED_BELOW and self.height() >= _TWO_FROM
        self.more.setVisible(roomy and self.more.chart is not None)

    def show_seen(self, seen: Seen) -> None:
        """Ask for both sectors and for the people; the answers come later."""
        self._seen = seen
        if seen.answer is None:
            return
        query = seen.query

        def show(found: Segments) -> None:
            if self._seen is not None and found.query == self._seen.query:
                self._show(found)

        self.desk.read(lambda workspace: segments(workspace, query), show, self._refuse)

    def _refuse(self, error: AppError) -> None:
        self._sums.setText(str(error))

    def _show(self, found: Segments) -> None:
        self.found = found
        chart = self._chart(found)
        self.pair_card.title.setText("Formal dan informal, %")
        self.pair_card.title.setToolTip(chart.title)
        others = tuple(row.code for row in chart.rows) != tuple(self.pair.codes())
        self.pair.set_chart(chart)
        if others:
            self.pair.verticalScrollBar().setValue(0)
        self.pair.select(self._selected)
        self._buttons.set_picture(Picture("Formal dan informal", chart))
        both = ((Sector.FORMAL, found.formal), (Sector.INFORMAL, found.informal))
        self._sums.setText(" · ".join(_whole_words(sector, table) for sector, table in both))

    def _chart(self, found: Segments) -> PairChart:
        return pair_chart(found.formal, found.informal)

    def select(self, code: str | None) -> None:
        """Mark the region, and divide the people of this one."""
        self._selected = code
        self.pair.select(code)
        answer = self._seen.answer if self._seen is not None else None
        if answer is not None:
            rows = (answer.table.whole, *answer.table.rows)
            self.parts.show_figure(next((row for row in rows if row.region.code == code), answer.table.whole))

    def _choose(self, code: str) -> None:
        self.selected.emit(code)
        if self.found is not None:
            formal, informal = (_row(table, code) for table in (self.found.formal, self.found.informal))
            if formal is not None and informal is not None:
                self.explained.emit(explain_sectors(formal, informal))

    def shown(self) -> Shown:
        pictures = [Picture("Formal dan informal", self._chart(self.found))] if self.found is not None else []
        cards = (self.parts, self.more) if self.more.isVisibleTo(self) else (self.parts,)
        pictures += [card.picture for card in cards if card.picture is not None]
        return Shown(tuple(pictures), self._text if self.found is not None else None)

    def _text(self) -> str:
        if self.found is None:
            return ""
        informal = {row.region.code: row for row in self.found.informal.rows}
        head = ["Wilayah"] + [
            f"{what} {sector}"
            for sector in ("formal", "informal")
            for what in ("Peserta aktif", "Pekerja", "Cakupan, %")
        ]
        lines = [
            [left.region.name, *_cells(left.active, left.workers, left.shown_share),
             *_cells(right.active, right.workers, right.shown_share)]
            for left in self.found.formal.rows if (right := informal[left.region.code])
        ]  # fmt: skip
        return rows_text([head, *lines])


def _row(table: CoverageTable, code: str) -> RegionCoverage | None:
    return next((row for row in (table.whole, *table.rows) if row.region.code == code), None)


def _cells(active: int | None, workers: int | None, share: float | None) -> list[str]:
    return [
        "" if active is None else number(active), "" if workers is None else number(workers),
        "" if share is None else number(share * 100, 2),
    ]  # fmt: skip


def _whole_words(sector: Sector, table: CoverageTable) -> str:
    whole = table.whole
    name = sector.value.capitalize()
    if whole.share is not None:
        return f"{name} {percent(whole.share)} ({number(whole.active or 0)} dari {number(whole.workers or 0)} pekerja)"
    if whole.reported is not None:
        return f"{name} {percent(whole.reported)}, dilaporkan tanpa pembilang"
    return f"{name}: belum ada angka seluruh wilayah"
