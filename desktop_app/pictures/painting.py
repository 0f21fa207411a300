"""What all pictures paint with: sharp lines, words, swatches and the hatch that means “no data”."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from desktop_app.pictures.fonts import font
from desktop_app.pictures.tokens import Tokens

NO_DATA = "Belum ada data"
NO_BASE = "Tanpa penyebut"
"""People whom the base cannot measure: not the same as no data."""
REPORTED = "Tanpa pembilang"
LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
SMALL = 11
"""Pixels of sources and axes."""
BODY = 12
"""Pixels of labels and figures in pictures."""
SOURCE_LINE, SOURCE_LINES = 14, 6
"""Height of a line of the source, and how many there are at most."""
HATCH_STEP = 6


def plain(size: int) -> QFont:
    return font(size)


def strong(size: int) -> QFont:
    return font(size, QFont.Weight.DemiBold)


def width_of(text: str, face: QFont) -> float:
    return _width(text, face.pixelSize(), face.weight())


def widest(texts: Iterable[str], face: QFont) -> float:
    """The width of the widest; 0 where there are none."""
    size, weight = face.pixelSize(), face.weight()
    return max((_width(text, size, weight) for text in texts), default=0.0)


@lru_cache(maxsize=8192)
def _width(text: str, size: int, weight: QFont.Weight) -> float:
    """Kept, because the names of 716 villages are measured at each change of month."""
    return _metrics(size, weight).horizontalAdvance(text)


@lru_cache(maxsize=32)
def _metrics(size: int, weight: QFont.Weight) -> QFontMetricsF:
    return QFontMetricsF(font(size, weight))


def is_vector(painter: QPainter) -> bool:
    """Whether an SVG is being written, where words become outlines and textures become lines."""
    engine = painter.paintEngine()
    return engine is not None and engine.type() == QPaintEngine.Type.SVG


def write(
    painter: QPainter,
    place: QPointF,
    text: str,
    face: QFont,
    colour: str,
    align: Qt.AlignmentFlag = LEFT,
    halo: str | None = None,
) -> None:
    """Write one line whose middle stands at the height of `place`, starting, ending or centred there.

    In an SVG the words are outlines: the reader's PC need not have the font. `halo` is the colour of a rim around
    the letters, for words over lines.
    """
    metrics = QFontMetricsF(face)
    shift = {LEFT: 0.0, RIGHT: 1.0, CENTRE: 0.5}[align] * metrics.horizontalAdvance(text)
    start = QPointF(place.x() - shift, place.y() + metrics.capHeight() / 2)
    if halo is not None or is_vector(painter):
        outline = QPainterPath()
        outline.addText(start, face, text)
        if halo is not None:
            painter.strokePath(outline, QPen(QColor(halo), 3, j=Qt.PenJoinStyle.RoundJoin))
        if is_vector(painter):
            painter.fillPath(outline, QColor(colour))
            return
    painter.setFont(face)
    painter.setPen(QColor(colour))
    painter.drawText(start, text)


def elided(text: str, face: QFont, width: float) -> str:
    return QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, width)


def wrapped(text: str, face: QFont, width: float, most: int = 3) -> list[str]:
    """`text` in lines no wider than `width`, broken between words; what exceeds `most` lines is elided."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width_of(f"{lines[-1]} {word}", face) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [elided(line, face, width) for line in lines]


def balanced(text: str, face: QFont, width: float) -> list[str]:
    """`text` in as few lines as `wrapped` needs, but of about the same width; nothing is elided but a long word."""
    lines = wrapped(text, face, width, most=99)
    narrower = width
    while len(lines) > 1 and narrower > width / len(lines):
        narrower -= 8
        tried = wrapped(text, face, narrower, most=99)
        if len(tried) > len(lines) or " ".join(tried) != " ".join(lines):
            break
        lines = tried
    return lines


def source_height(text: str, width: float) -> float:
    return len(wrapped(text, plain(SMALL), width, SOURCE_LINES)) * SOURCE_LINE if text else 0.0


def write_source(painter: QPainter, text: str, area: QRectF, tokens: Tokens) -> None:
    """Base, date and source in small type along the bottom of `area`."""
    lines = wrapped(text, plain(SMALL), area.width(), SOURCE_LINES) if text else []
    top = area.bottom() - len(lines) * SOURCE_LINE
    for place, words in enumerate(lines):
        middle = QPointF(area.left(), top + (place + 0.5) * SOURCE_LINE)
        write(painter, middle, words, plain(SMALL), tokens.t3)


def line(
    painter: QPainter, colour: str, width: float, start: QPointF, end: QPointF, dash: list[float] | None = None
) -> None:
    pen = QPen(QColor(colour), width, c=Qt.PenCapStyle.FlatCap)
    if dash is not None:
        pen.setDashPattern(dash)
    painter.setPen(pen)
    painter.drawLine(start, end)


def upright(
    painter: QPainter, colour: str, x: float, top: float, bottom: float, dash: list[float] | None = None
) -> None:
    """A vertical line of one sharp pixel."""
    x = int(x) + 0.5
    line(painter, colour, 1, QPointF(x, top), QPointF(x, bottom), dash)


def level(painter: QPainter, colour: str, y: float, left: float, right: float) -> None:
    """A horizontal line of one sharp pixel."""
    y = int(y) + 0.5
    line(painter, colour, 1, QPointF(left, y), QPointF(right, y))


def box(painter: QPainter, area: QRectF, fill: str | QBrush, edge: str | None = None, width: float = 1.0) -> None:
    """A filled rectangle; the edge runs inside it."""
    painter.fillRect(area, QBrush(QColor(fill)) if isinstance(fill, str) else fill)
    if edge is not None:
        pen = QPen(QColor(edge), width, j=Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRect(area.adjusted(inset, inset, -inset, -inset))


def triangle(painter: QPainter, middle: QPointF, side: float, colour: str) -> None:
    """The small ▲ of a reached target."""
    half = side / 2
    corners = [QPointF(-half, half * 0.8), QPointF(half, half * 0.8), QPointF(0, -half * 0.8)]
    shape = QPainterPath()
    shape.addPolygon(QPolygonF([middle + corner for corner in corners]))
    shape.closeSubpath()
    painter.fillPath(shape, QColor(colour))


def hatched(painter: QPainter, area: QPainterPath, tokens: Tokens, origin: QPointF | None = None) -> None:
    """Fill `area` with the hatch of missing data; its lines keep their distance at every zoom."""
    painter.fillPath(area, QColor(tokens.nodata))
    if is_vector(painter):
        for start, end in _stripes(area):
            line(painter, tokens.hatch, 1, start, end)
        return
    brush = QBrush(_texture(tokens.hatch, painter.device().devicePixelRatio()))
    if origin is not None:
        brush.setTransform(QTransform.fromTranslate(origin.x(), origin.y()))
    painter.fillPath(area, brush)


def hatched_box(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    """The swatch of missing data."""
    shape = QPainterPath()
    shape.addRect(area)
    hatched(painter, shape, tokens)
    painter.setPen(QPen(QColor(tokens.nodata_edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


@lru_cache(maxsize=16)
def _texture(colour: str, ratio: float) -> QImage:
    """Two stripes on a tile of twice the step, so that its side is whole at 1.25 and 1.75 too."""
    side = 2 * HATCH_STEP
    tile = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1))
    for foot in range(0, 3 * side, HATCH_STEP):
        painter.drawLine(QPointF(foot - side - 1, side + 1), QPointF(foot + 1, -1))
    painter.end()
    return tile


def _stripes(area: QPainterPath) -> list[tuple[QPointF, QPointF]]:
    """The hatch as lines cut at the outline of `area`, for files that know no textures.

    A stripe is where x + y is a multiple of the step; between every second crossing with an edge it runs inside.
    """
    step = HATCH_STEP
    crossings: dict[int, list[float]] = {}
    for ring in area.toSubpathPolygons():
        corners = [(p.x(), p.y()) for p in ring.toList()]
        for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
            u1, u2 = sorted(((x1 + y1, x1), (x2 + y2, x2)))
            for stripe in range(int(-(-u1[0] // step)), int(-(-u2[0] // step))):
                part = (stripe * step - u1[0]) / (u2[0] - u1[0])
                crossings.setdefault(stripe, []).append(u1[1] + part * (u2[1] - u1[1]))
    found = []
    for stripe, xs in crossings.items():
        ends = [QPointF(x, stripe * step - x) for x in sorted(xs)]
        found += list(zip(ends[::2], ends[1::2], strict=True))
    return found
