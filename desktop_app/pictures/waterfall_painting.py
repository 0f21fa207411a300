"""“Mengapa berubah?”: totals on the axis, and the steps between them hanging at their levels. On screen and in files."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.analysis.charts import Step, StepKind, WaterfallChart
from desktop_app.pictures.painting import (
    BODY,
    CENTRE,
    SMALL,
    box,
    level,
    plain,
    source_height,
    strong,
    width_of,
    wrapped,
    write,
    write_source,
)
from desktop_app.pictures.tokens import Tokens

LINE = 14.0
_WIDEST_BAR, _BAR_PART = 64.0, 0.66
_GAP = 8.0
_LOWEST_WITH_POINTS = 90.0
"""Below this height of the plot the points go to the hover card."""
_CUT, _SLANT, _CUT_UP = 5.0, 6.0, 4.0
"""The broken foot of a total: thickness, slant, and its lower edge above the axis."""


@dataclass(frozen=True, slots=True)
class WaterfallLayout:
    """`plot` holds the bars; `label_lines` are those below the axis, `seconds` says whether points find room."""

    area: QRectF
    plot: QRectF
    values: WaterfallChart
    labels: tuple[tuple[str, ...], ...]
    seconds: bool

    @property
    def column(self) -> float:
        return self.plot.width() / max(len(self.values.steps), 1)

    def y(self, people: int) -> float:
        values = self.values
        part = (people - values.bottom) / max(values.top - values.bottom, 1)
        return self.plot.bottom() - max(part, 0.0) * self.plot.height()

    def column_rect(self, place: int) -> QRectF:
        top = self.area.top()
        return QRectF(self.plot.left() + place * self.column, top, self.column, self.plot.bottom() - top)

    def bar(self, place: int) -> QRectF:
        """From the lower level to the higher one; a step of nothing has no height."""
        step, column = self.values.steps[place], self.column_rect(place)
        wide = min(_WIDEST_BAR, column.width() * _BAR_PART)
        low, high = self.y(min(step.start, step.end)), self.y(max(step.start, step.end))
        return QRectF(round(column.center().x() - wide / 2), high, round(wide), low - high)

    def step_at(self, spot: QPointF) -> int | None:
        """The step in whose column `spot` lies."""
        if not self.plot.adjusted(0, self.area.top() - self.plot.top(), 0, LINE * 2).contains(spot):
            return None
        return min(int((spot.x() - self.plot.left()) / self.column), len(self.values.steps) - 1)


def lay_out_waterfall(area: QRectF, values: WaterfallChart) -> WaterfallLayout:
    column = area.width() / max(len(values.steps), 1)
    labels = tuple(tuple(wrapped(step.label, plain(SMALL), column - 4, most=2)) for step in values.steps)
    below = max((len(lines) for lines in labels), default=1) * LINE + 8
    foot = below + source_height(values.source, area.width()) + 4
    widest = max((width_of(step.second, plain(SMALL)) for step in values.steps), default=0.0)
    room = area.height() - foot
    seconds = 0 < widest <= column - 4 and room - 2 * LINE - _GAP >= _LOWEST_WITH_POINTS
    head = (2 if seconds else 1) * LINE + _GAP
    return WaterfallLayout(area, area.adjusted(0, head, 0, -foot), values, labels, seconds)


def paint_waterfall(
    painter: QPainter,
    layout: WaterfallLayout,
    tokens: Tokens,
    *,
    selected: str | None = None,
    hovered: str | None = None,
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, step in enumerate(layout.values.steps):
        if step.key in (selected, hovered):
            painter.fillRect(layout.column_rect(place), QColor(tokens.sel if step.key == selected else tokens.hover))
    _paint_joins(painter, layout, tokens)
    for place, step in enumerate(layout.values.steps):
        _paint_bar(painter, layout, step, layout.bar(place), tokens)
    plot = layout.plot
    level(painter, tokens.line2, plot.bottom(), plot.left(), plot.right())
    for place in range(len(layout.values.steps)):
        _paint_words(painter, layout, place, tokens)
    write_source(painter, layout.values.source, layout.area, tokens)


def _paint_joins(painter: QPainter, layout: WaterfallLayout, tokens: Tokens) -> None:
    """Dots from where a step ends to where the next begins."""
    pen = QPen(QColor(tokens.t3), 1)
    pen.setDashPattern([1, 2])
    painter.setPen(pen)
    for place, step in enumerate(layout.values.steps[:-1]):
        y = int(layout.y(step.end)) + 0.5
        painter.drawLine(QPointF(layout.bar(place).right(), y), QPointF(layout.bar(place + 1).left(), y))


def _paint_bar(painter: QPainter, layout: WaterfallLayout, step: Step, bar: QRectF, tokens: Tokens) -> None:
    if step.kind is StepKind.TOTAL:
        box(painter, bar, tokens.bar)
        if layout.values.cut:
            _paint_cut(painter, bar, tokens)
    elif step.kind is StepKind.ZERO or bar.height() < 1:
        level(painter, tokens.t2 if step.kind is StepKind.ZERO else tokens.gap, bar.top(), bar.left(), bar.right())
    elif step.kind is StepKind.PLUS:
        box(painter, bar, tokens.over)
    elif step.kind is StepKind.MINUS:
        # A sliver is no wider than its own edge.
        box(painter, bar, tokens.gap_fill, tokens.gap, min(1.25, bar.height() / 2))
    else:
        _paint_open(painter, bar, tokens)


def _paint_open(painter: QPainter, bar: QRectF, tokens: Tokens) -> None:
    painter.fillRect(bar, QColor(tokens.surf))
    pen = QPen(QColor(tokens.t2), 1.25, j=Qt.PenJoinStyle.MiterJoin)
    pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar.adjusted(0.6, 0.6, -0.6, -0.6))


def _paint_cut(painter: QPainter, bar: QRectF, tokens: Tokens) -> None:
    """A slanted slit: the bar does not start at 0."""
    foot = bar.bottom() - _CUT_UP
    left, right = bar.left() - 2, bar.right() + 2
    corners = [(left, foot), (right, foot - _SLANT), (right, foot - _SLANT - _CUT), (left, foot - _CUT)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.surf))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def _paint_words(painter: QPainter, layout: WaterfallLayout, place: int, tokens: Tokens) -> None:
    """The value above its bar, the points below the value, the label below the axis."""
    step, bar = layout.values.steps[place], layout.bar(place)
    middle = layout.column_rect(place).center().x()
    face = strong(BODY) if width_of(step.value, strong(BODY)) <= layout.column - 2 else strong(SMALL)
    y = bar.top() - LINE / 2 - 3
    if layout.seconds and step.second:
        write(painter, QPointF(middle, y), step.second, plain(SMALL), tokens.t3, CENTRE, halo=tokens.surf)
        y -= LINE
    write(painter, QPointF(middle, y), step.value, face, tokens.t1, CENTRE, halo=tokens.surf)
    for n, words in enumerate(layout.labels[place]):
        spot = QPointF(middle, layout.plot.bottom() + 4 + (n + 0.5) * LINE)
        write(painter, spot, words, plain(SMALL), tokens.t2, CENTRE)
