"""The trend: shares through the years, each base for itself, with the official targets. Used on screen and in files."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from desktop_app.analysis.charts import Ahead, Needed, TargetMark
from desktop_app.pictures.painting import (
    BODY,
    CENTRE,
    LEFT,
    NO_DATA,
    REPORTED,
    RIGHT,
    SMALL,
    level,
    plain,
    strong,
    upright,
    write,
    write_source,
)
from desktop_app.pictures.tokens import Tokens
from desktop_app.pictures.trend_bases import MARKER, ZONE_LINE, BaseName, Placed, key_width
from desktop_app.pictures.trend_layout import (
    AXIS,
    KEY_LINE,
    TrendLayout,
    ahead_band,
    ahead_line,
    drawn_lines,
    needed_line,
    share_ticks,
    target_lines,
    time_ticks,
    zones,
)
from desktop_app.pictures.trend_stops import Stop
from desktop_app.pictures.trend_words import LINE, Words

_SHAPES = (
    ("circle", False),
    ("square", False),
    ("circle", True),
    ("square", True),
    ("diamond", False),
    ("diamond", True),
)
"""Shape and whether it is filled, base by base; they tell bases apart without colour."""
_CROWDED, _SMALL = 16.0, 0.6
"""Points closer than this many pixels get markers of this size."""


def paint_trend(painter: QPainter, placed: Placed, tokens: Tokens, *, hovered: Stop | None = None) -> None:
    layout = placed.layout
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_axes(painter, layout, tokens)
    for zone in zones(layout)[1:]:
        _paint_break(painter, layout, zone.left, tokens)
    for name in placed.names:
        _paint_base(painter, name, tokens)
    if hovered is not None:
        upright(painter, tokens.acc, hovered.place.x(), layout.plot.top(), layout.plot.bottom())
    _paint_lines(painter, layout, tokens)
    _paint_ahead(painter, layout, tokens)
    for target in layout.values.targets:
        painter.fillRect(layout.mark(target), QColor(tokens.t3 if target.rival else tokens.t1))
    for spot in layout.spots():
        crowded = layout.spacing(layout.values.lines[spot.style]) < _CROWDED
        paint_marker(painter, spot.place, spot.style, tokens, _SMALL if crowded else 1.0)
    if hovered is not None:
        painter.setPen(QPen(QColor(tokens.t1), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(hovered.place, 7.5, 7.5)
    for named in placed.words:
        _paint_words(painter, layout, named, tokens)
    if not layout.values.lines:
        write(painter, layout.plot.center(), NO_DATA, plain(BODY), tokens.t3, CENTRE)
    _paint_foot(painter, layout, tokens)


def _paint_axes(painter: QPainter, layout: TrendLayout, tokens: Tokens) -> None:
    plot = layout.plot
    for share, text in share_ticks(layout):
        y = layout.y(share)
        level(painter, tokens.grid, y, plot.left(), plot.right())
        write(painter, QPointF(plot.left() - 8, y), text, plain(SMALL), tokens.t3, RIGHT)
    level(painter, tokens.line2, plot.bottom(), plot.left(), plot.right())
    for x, text in time_ticks(layout):
        upright(painter, tokens.line2, x, plot.bottom(), plot.bottom() + 4)
        write(painter, QPointF(x, plot.bottom() + 14), text, plain(SMALL), tokens.t3, CENTRE)


def _paint_break(painter: QPainter, layout: TrendLayout, x: float, tokens: Tokens) -> None:
    """A dashed line between two bases, and // where the axis is cut."""
    upright(painter, tokens.t3, x, layout.plot.top(), layout.plot.bottom() - 6, [2, 2])
    foot = layout.plot.bottom() + 0.5
    painter.fillRect(QRectF(x - 4, foot - 2, 8, 4), QColor(tokens.surf))
    painter.setPen(QPen(QColor(tokens.t2), 1.25))
    for shift in (-3, 2):
        painter.drawLine(QPointF(x + shift - 2, foot + 4), QPointF(x + shift + 2, foot - 4))


def _paint_base(painter: QPainter, name: BaseName, tokens: Tokens) -> None:
    indent = MARKER if any(style is not None for style, _ in name.lines) else 0
    for place, (style, text) in enumerate(name.lines):
        left, middle = name.box.left(), name.box.top() + (place + 0.5) * ZONE_LINE
        if style is not None:
            paint_marker(painter, QPointF(left + 5, middle), style, tokens)
        start = QPointF(left + (indent if place else 0), middle)
        write(painter, start, text, plain(SMALL), tokens.t1 if place else tokens.t3, halo=tokens.surf)


def _paint_key(painter: QPainter, layout: TrendLayout, tokens: Tokens) -> None:
    middle = layout.plot.bottom() + AXIS - 4
    for row in layout.key:
        x = layout.area.left()
        for style in row:
            paint_marker(painter, QPointF(x + 5, middle), style, tokens)
            words = QPointF(x + MARKER, middle)
            write(painter, words, layout.values.lines[style].base, plain(SMALL), tokens.t2)
            x += key_width(layout.values, style)
        middle += KEY_LINE


def _paint_lines(painter: QPainter, layout: TrendLayout, tokens: Tokens) -> None:
    dashed = QPen(QColor(tokens.t1), 1.25, c=Qt.PenCapStyle.FlatCap)
    dashed.setDashPattern([4, 3])
    painter.setPen(dashed)
    painter.drawLines(target_lines(layout))
    painter.setPen(QPen(QColor(tokens.bar), 2, c=Qt.PenCapStyle.RoundCap))
    painter.drawLines(drawn_lines(layout))


def _paint_ahead(painter: QPainter, layout: TrendLayout, tokens: Tokens) -> None:
    """The band behind, the forecast dotted in the colour of the figures, the needed pace dotted in warn."""
    band = ahead_band(layout)
    if band:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.band))
        painter.drawPolygon(QPolygonF(band))
        _paint_dots(painter, ahead_line(layout), tokens.bar)
    way = needed_line(layout)
    if way is not None:
        _paint_dots(painter, [way.p1(), way.p2()], tokens.warn)


def _paint_dots(painter: QPainter, corners: list[QPointF], colour: str) -> None:
    pen = QPen(QColor(colour), 2, c=Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(corners))


def paint_marker(painter: QPainter, middle: QPointF, style: int, tokens: Tokens, size: float = 1.0) -> None:
    """The marker of the base number `style`; hollow ones show the card through. `size` 1 is the usual one."""
    shape, filled = _SHAPES[style % len(_SHAPES)]
    painter.setPen(QPen(QColor(tokens.surf if filled else tokens.bar), 2 if size == 1 else 1.5))
    painter.setBrush(QColor(tokens.bar if filled else tokens.surf))
    if shape == "circle":
        painter.drawEllipse(middle, 5 * size, 5 * size)
    elif shape == "square":
        half = 4.5 * size
        painter.drawRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half))
    else:
        corners = [QPointF(0, -6), QPointF(6, 0), QPointF(0, 6), QPointF(-6, 0)]
        painter.drawPolygon(QPolygonF([middle + corner * size for corner in corners]))


def _paint_words(painter: QPainter, layout: TrendLayout, words: Words, tokens: Tokens) -> None:
    face, colour = _look(words, tokens)
    side = _side(layout, words)
    x = words.box.right() if side == RIGHT else words.box.left()
    top = QPointF(x, words.box.top() + LINE / 2)
    write(painter, top, words.text, face, colour, side, halo=tokens.surf)
    if words.second:
        quiet = tokens.warn if isinstance(words.owner, Needed) else tokens.t2
        write(painter, top + QPointF(0, LINE), words.second, plain(SMALL), quiet, side, halo=tokens.surf)


def _side(layout: TrendLayout, words: Words) -> Qt.AlignmentFlag:
    """What stands before the end of a way ends there; everything else begins at the left of its box."""
    if isinstance(words.owner, Ahead):
        return RIGHT if words.box.left() < layout.x(words.owner.end.period) else LEFT
    if isinstance(words.owner, Needed):
        return RIGHT if words.box.left() < layout.x(words.owner.due) else LEFT
    return LEFT


def _look(words: Words, tokens: Tokens) -> tuple[QFont, str]:
    if isinstance(words.owner, TargetMark) and words.owner.rival:
        return plain(SMALL), tokens.t2
    if isinstance(words.owner, Needed):
        return plain(BODY), tokens.warn
    return (plain(BODY) if isinstance(words.owner, Ahead) else strong(BODY)), tokens.t1


def _paint_foot(painter: QPainter, layout: TrendLayout, tokens: Tokens) -> None:
    _paint_key(painter, layout, tokens)
    write_source(painter, layout.values.source, layout.area, tokens)
    if any(spot.point.reported for spot in layout.spots()):
        place = QPointF(layout.plot.right(), layout.plot.top() - 8)
        write(painter, place, f"( ) {REPORTED.lower()}", plain(SMALL), tokens.t3, RIGHT, halo=tokens.surf)
