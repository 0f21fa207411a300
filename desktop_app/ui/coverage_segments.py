"""The view Segmen: formal beside informal for the parts of a region, and the people of one region divided."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.analysis.charts import PairChart, pair_chart
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
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
        self.parts = PartsCard(desk, exporter)
        content = QWidget()
        content.setObjectName("scrolled")
        self.setWidget(content)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(16, 12, 16, 12)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(12)
        self._line.addWidget(self.pair_card, 6)
        self._line.addWidget(self.parts, 5)
        outer.addLayout(self._line)
        self.pair.selected.connect(self._choose)
        self.pair.opened.connect(self.drilled)
        self.parts.explained.connect(self.explained)
        self.parts.people_wanted.connect(self.people_wanted)
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
        self.pair.set_chart(chart)
        self._buttons.set_picture(Picture("Formal dan informal", chart))
        both = ((Sector.FORMAL, found.formal), (Sector.INFORMAL, found.informal))
        self._sums.setText(" · ".join(_whole_words(sector, table) for sector, table in both))

    def _chart(self, found: Segments) -> PairChart:
        return pair_chart(found.formal, found.informal)

    def select(self, code: str | None) -> None:
        """Mark the region, and divide the people of this one."""
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
        parts = self.parts.chart
        if parts is not None:
            pictures.append(Picture("Peserta menurut bagian", parts))
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
