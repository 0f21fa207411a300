"""A breakdown as bars: each part with its count and its share, the whole below. Used on screen and in files."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.analysis.charts import Part, PartsChart
from desktop_app.domain.indonesian import number
from desktop_app.pictures.painting import (
    BODY,
    CENTRE,
    NO_DATA,
    RIGHT,
    SMALL,
    box,
    elided,
    level,
    plain,
    source_height,
    strong,
    upright,
    width_of,
    write,
    write_source,
)
from desktop_app.pictures.row_stack import RowStack, even_rows
from desktop_app.pictures.tokens import Tokens

ROW, TALLEST_ROW = 20.0, 24.0
HEAD, TOTAL = 20.0, 26.0
_LABELS_AT_MOST = 0.42
_BETWEEN = 14.0
_TOTAL_WORD, _SHARE_HEAD = "Jumlah", "%"


@dataclass(frozen=True, slots=True)
class PartsLayout(RowStack):
    """Bars between `plot_left` and `plot_right`, the columns of figures end at `people_right` and `share_right`."""

    plot_left: float
    plot_right: float
    people_right: float
    share_right: float
    top: float

    def x(self, share: float) -> float:
        return self.plot_left + share / self.top * (self.plot_right - self.plot_left)


def lay_out_parts(area: QRectF, values: PartsChart) -> PartsLayout:
    foot = TOTAL + 6 + source_height(values.source, area.width())
    room = area.height() - HEAD - foot
    rows = even_rows(len(values.parts), room, ROW, TALLEST_ROW)
    labels = max((width_of(part.label, strong(BODY)) for part in values.parts), default=0.0)
    label = min(max(labels, width_of(_TOTAL_WORD, strong(BODY))) + 10, area.width() * _LABELS_AT_MOST)
    shares = width_of("100,00", strong(BODY))
    people = max(width_of(number(values.total), strong(BODY)), width_of(values.unit, plain(SMALL)))
    people_right = area.right() - shares - _BETWEEN
    content = sum(rows[-1]) if rows else ROW
    return PartsLayout(
        area=area, rows=rows, rows_area=QRectF(area.left(), area.top() + HEAD, area.width(), max(min(room, content), 0)),
        plot_left=round(area.left() + label), plot_right=round(people_right - people - _BETWEEN),
        people_right=people_right, share_right=area.right(), top=values.top or 1.0,
    )  # fmt: skip


def parts_height(width: float, values: PartsChart) -> float:
    """The height at which every part is seen."""
    rows = max(len(values.parts), 1) * TALLEST_ROW
    return HEAD + rows + TOTAL + 6 + source_height(values.source, width)


def paint_parts(
    painter: QPainter,
    layout: PartsLayout,
    values: PartsChart,
    tokens: Tokens,
    *,
    selected: str | None = None,
    hovered: str | None = None,
    scroll: float = 0.0,
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = layout.area.top() + HEAD / 2 - 2
    write(painter, QPointF(layout.people_right, middle), values.unit, plain(SMALL), tokens.t3, RIGHT)
    write(painter, QPointF(layout.share_right, middle), _SHARE_HEAD, plain(SMALL), tokens.t3, RIGHT)
    painter.save()
    painter.setClipRect(layout.rows_area.adjusted(-10, 0, 8, 0))
    for place, row in layout.seen(scroll):
        part = values.parts[place]
        if part.key in (selected, hovered):
            painter.fillRect(row.adjusted(-10, 0, 8, 0), QColor(tokens.sel if part.key == selected else tokens.hover))
        if part.key == selected:
            painter.fillRect(QRectF(row.left() - 10, row.top() + 4, 3, row.height() - 8), QColor(tokens.acc))
        _paint_part(painter, layout, row, part, tokens, part.key == selected)
    painter.restore()
    upright(painter, tokens.line2, layout.plot_left, layout.rows_area.top(), layout.rows_area.bottom())
    if not values.parts:
        write(painter, layout.rows_area.center(), NO_DATA, plain(BODY), tokens.t3, CENTRE)
    _paint_total(painter, layout, values, tokens)
    write_source(painter, values.source, layout.area, tokens)


def _paint_part(
    painter: QPainter, layout: PartsLayout, row: QRectF, part: Part, tokens: Tokens, selected: bool
) -> None:
    middle, face = row.center().y(), strong(BODY) if selected else plain(BODY)
    words = elided(part.label, face, layout.plot_left - layout.area.left() - 8)
    write(painter, QPointF(layout.area.left(), middle), words, face, tokens.t3 if part.quiet else tokens.t1)
    end = max(layout.x(part.share), layout.plot_left + 1)
    margin = 4 if row.height() >= ROW else 3
    bar = QRectF(layout.plot_left, row.top() + margin, end - layout.plot_left, row.height() - 2 * margin)
    if part.quiet:
        box(painter, bar, tokens.neu_soft, tokens.edge)
    else:
        box(painter, bar, tokens.bar)
    colour = tokens.t2 if part.quiet else tokens.t1
    write(painter, QPointF(layout.people_right, middle), number(part.people), plain(BODY), colour, RIGHT)
    write(painter, QPointF(layout.share_right, middle), share_text(part), plain(BODY), tokens.t2, RIGHT)


def share_text(part: Part) -> str:
    """“22,43”; a few of very many are not nothing: “<0,01”."""
    text = number(part.share * 100, 2)
    return "<0,01" if part.people and text == number(0, 2) else text


def _paint_total(painter: QPainter, layout: PartsLayout, values: PartsChart, tokens: Tokens) -> None:
    top = layout.rows_area.bottom() + 2
    level(painter, tokens.line2, top, layout.area.left(), layout.area.right())
    middle = top + TOTAL / 2
    write(painter, QPointF(layout.area.left(), middle), _TOTAL_WORD, strong(BODY), tokens.t1)
    write(painter, QPointF(layout.people_right, middle), number(values.total), strong(BODY), tokens.t1, RIGHT)
    if values.total:
        write(painter, QPointF(layout.share_right, middle), number(100, 2), strong(BODY), tokens.t1, RIGHT)
