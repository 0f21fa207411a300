"""The view Perkembangan: the line, the way to the target, why it changed, and the points with their sources."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.analysis.charts import TrendChart, trend_chart
from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.pictures.trend import TrendView
from desktop_app.ui.coverage_change import ChangeCard
from desktop_app.ui.coverage_points import COLUMNS, PointsCard
from desktop_app.ui.coverage_way import WayCard, until_its_month, way_of
from desktop_app.ui.desk import Desk
from desktop_app.ui.exports import Exporter, Picture, PictureButtons, Shown, rows_text
from desktop_app.ui.origin_pace import PointRow, explain_point
from desktop_app.ui.query_bar import Seen
from desktop_app.ui.tabbing import tab_order
from desktop_app.ui.widgets import Card

CHART_HEIGHT, WAY_WIDTH, COMPACT_CHART, LOWER_HEIGHT = 300, 264, 320, 200
DENSE_BELOW, WAY_HEIGHT, DENSE_WAY = 640, 404, 350
"""Height under which the way to the target has less air."""
QWIDGETSIZE_MAX = 16777215
"""Qt's own "no limit", which PySide does not name."""


class TrendPart(QScrollArea):
    """Side by side where there is room, else one below the other. `explained(Origin)`: take a figure apart."""

    explained = Signal(object)
    apportion_wanted = Signal(object)

    def __init__(self, desk: Desk, exporter: Exporter) -> None:
        super().__init__()
        look = self._look = desk.look
        self._answer: CoverageAnswer | None = None
        self._compact = False
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chart = TrendView(look.tokens)
        self.chart_card = Card("Perkembangan cakupan")
        self.chart_card.fill()
        # As low as the window asks: what it would like is more than the smallest window has.
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.chart_card.body.addWidget(self.chart)
        self._buttons = PictureButtons(look, self.chart_card, exporter)
        self.way, self.change, self.points = WayCard(look), ChangeCard(desk), PointsCard(look)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("scrolled")
        self.setWidget(content)
        self._column = column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        self._upper, self._lower = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(2))
        for line, widgets in ((self._upper, (self.chart_card, self.way)), (self._lower, (self.change, self.points))):
            line.setSpacing(12)
            for widget in widgets:
                line.addWidget(widget)
        self._upper.setStretch(0, 1)
        self._lower.setStretch(0, 532)
        self._lower.setStretch(1, 574)
        column.addLayout(self._upper, 1)
        column.addLayout(self._lower)
        self.setFocusProxy(self.chart)

    def _connect(self) -> None:
        self.chart.opened.connect(self._explain_period)
        self.chart.selected.connect(self._choose_period)
        self.points.opened.connect(self._explain_row)
        self.points.chosen.connect(self._explain_row)
        self.way.explained.connect(self.explained)
        self.points.explained.connect(self.explained)
        self.way.apportion_wanted.connect(self.apportion_wanted)
        self.change.explained.connect(self.explained)
        self._look.changed.connect(lambda: self.chart.set_tokens(self._look.tokens))

    def arrange(self, *, compact: bool) -> None:
        self._compact = compact
        way = QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight
        self._upper.setDirection(way)
        self._lower.setDirection(way)
        # One below the other, the chart is as high as the smallest window shows.
        self.chart_card.setMinimumHeight(COMPACT_CHART if compact else CHART_HEIGHT)
        self.chart_card.setMaximumHeight(COMPACT_CHART if compact else QWIDGETSIZE_MAX)
        for card in (self.change, self.points):
            card.setMaximumHeight(QWIDGETSIZE_MAX if compact else LOWER_HEIGHT)
        self.way.setMinimumWidth(WAY_WIDTH)
        self.way.setMaximumWidth(QWIDGETSIZE_MAX if compact else WAY_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        dense = self.height() < DENSE_BELOW
        self.way.set_dense(dense)
        self.way.setMinimumHeight(DENSE_WAY if dense and not self._compact else WAY_HEIGHT)
        self._column.setContentsMargins(*(16, 12, 16, 12) if dense else (20, 16, 20, 16))

    def show_seen(self, seen: Seen) -> None:
        if seen.answer is None:
            return
        answer = self._answer = until_its_month(seen.answer)
        chart = self._chart()
        self.chart_card.title.setText(chart.title)
        self.chart.set_chart(chart)
        self._buttons.set_picture(Picture("Perkembangan cakupan", chart))
        self.way.show_answer(answer)
        self.points.show_answer(answer)
        self.change.show_seen(seen)
        way, points = self.way, self.points
        tab_order(self._buttons.save_button, *way.buttons.values(), way.apportion, *self.change.stops)
        tab_order(points.rows, *points.buttons.values())

    def shown(self) -> Shown:
        if self._answer is None:
            return Shown()
        waterfall = self.change.picture
        pictures = (Picture("Perkembangan cakupan", self._chart()), *((waterfall,) if waterfall else ()))
        return Shown(pictures, self._text)

    def _chart(self) -> TrendChart:
        assert self._answer is not None
        way = way_of(self._answer)
        document = self._answer.table.whole.target.document if self._answer.table.whole.target else None
        return trend_chart(self._answer.trend, way.pace if way else None, document, self._answer.table.base.name)

    def _text(self) -> str:
        rows = self.points.rows.values.rows
        return rows_text([[c.title for c in COLUMNS[1:]], *([c.text(r) for c in COLUMNS[1:]] for r in rows)])

    def _choose_period(self, period: str) -> None:
        self.points.choose(period)
        self._explain_period(period)

    def _explain_period(self, period: str) -> None:
        found = [row for row in self.points.rows.values.rows if row.point.period.isoformat() == period]
        if found:
            self._explain_row(found[-1])

    def _explain_row(self, row: PointRow) -> None:
        if self._answer is not None:
            self.explained.emit(explain_point(row, self._answer.region.full_name))
