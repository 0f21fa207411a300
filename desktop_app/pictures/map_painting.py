"""The choropleth map: regions in five classes, hatched without data. Used on screen and in files."""

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.pictures.map_filling import fill_area, ink
from desktop_app.pictures.map_labels import Label, line_height, value_text
from desktop_app.pictures.map_placing import PlacedMap
from desktop_app.pictures.painting import CENTRE, SMALL, plain, strong, width_of, wrapped, write
from desktop_app.pictures.tokens import Tokens

NO_BOUNDARIES = "Batas wilayah ini belum tersedia, jadi peta tidak dapat digambar."
_BORDERS = {2: 1.0, 5: 1.0, 8: 0.75, 13: 0.5}
"""Pixels of the border by length of the region code: provinsi, kabupaten/kota, kecamatan, desa."""
_GROUP_BORDER = 2.0
_MANY, _THIN = 100, 0.5
"""Of so many regions some are so small that wider borders would hide them."""
_BEVEL, _ROUND = Qt.PenJoinStyle.BevelJoin, Qt.PenJoinStyle.RoundJoin


def paint_map(
    painter: QPainter,
    placed: PlacedMap,
    tokens: Tokens,
    *,
    selected: str | None = None,
    hovered: str | None = None,
) -> None:
    """Regions, outlines, names."""
    paint_regions(painter, placed, tokens)
    paint_marks(painter, placed, tokens, selected=selected, hovered=hovered)
    paint_names(painter, placed, tokens)


def paint_regions(painter: QPainter, placed: PlacedMap, tokens: Tokens, *, finest_border: bool = False) -> None:
    """`finest_border`: none wider than a device pixel, which Qt strokes ten times faster."""
    painter.save()
    _clip(painter, placed)
    origin = QPointF(placed.placing.dx(), placed.placing.dy())
    shown = [(area, placed.shapes[area.code]) for area in placed.values.areas if area.code in placed.shapes]
    for area, shape in shown:
        fill_area(painter, shape, area, tokens, origin)
    most = 1 / painter.device().devicePixelRatio() if finest_border else 1.0
    if len(shown) > _MANY:
        most = min(most, _THIN)
    for shape in placed.groups:
        painter.strokePath(shape, QPen(QColor(tokens.surf), _GROUP_BORDER, j=_BEVEL))
    # Borders after all fills, or each neighbour would cover half of them; those of hatched regions are grey, for white
    # is lost between stripes, and come before the white ones. Those of the regions above lie below both, as a rim.
    # Bevelled: round joins of thousands of corners take three times as long.
    for area, shape in sorted(shown, key=lambda item: item[0].map_class is not None):
        width = min(_BORDERS.get(len(area.code), 0.5), most)
        colour = tokens.nodata_edge if area.map_class is None else tokens.surf
        painter.strokePath(shape, QPen(QColor(colour), width, j=_BEVEL))
    painter.restore()


def paint_marks(
    painter: QPainter, placed: PlacedMap, tokens: Tokens, *, selected: str | None, hovered: str | None
) -> None:
    """The outlines of one region selected and one under the pointer, as strong as the words are large."""
    painter.save()
    _clip(painter, placed)
    larger = placed.text / SMALL
    marks = [] if hovered == selected else [(hovered, tokens.t1, 1.25)]
    for code, colour, width in (*marks, (selected, tokens.surf, 3.5), (selected, tokens.t1, 1.75)):
        if code in placed.shapes:
            painter.strokePath(placed.shapes[code], QPen(QColor(colour), width * larger, j=_ROUND))
    painter.restore()


def paint_names(painter: QPainter, placed: PlacedMap, tokens: Tokens) -> None:
    """Names and values; or why there is no map."""
    painter.save()
    _clip(painter, placed)
    for label in placed.labels:
        _paint_label(painter, label, tokens, placed.text)
    lines = [] if placed.values.layer else wrapped(NO_BOUNDARIES, plain(placed.text), placed.room.width() - 40)
    for place, words in enumerate(lines):
        spot = placed.room.center() + QPointF(0, (place - len(lines) / 2) * line_height(placed.text))
        write(painter, spot, words, plain(placed.text), tokens.t2, CENTRE)
    painter.restore()


def _clip(painter: QPainter, placed: PlacedMap) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(placed.room.adjusted(0, 0, 0, 4))


def _paint_label(painter: QPainter, label: Label, tokens: Tokens, text: int) -> None:
    value = value_text(label.area)
    if label.leader is not None:
        _paint_leader(painter, label.leader, tokens)
        _paint_beside(painter, label, value, tokens, text)
        return
    area, middle, half = label.area, label.box.center(), QPointF(0, line_height(text) / 2)
    halo = (
        tokens.nodata
        if area.map_class is None
        else tokens.classes[area.map_class]
        if area.reported or label.over
        else None
    )
    write(painter, middle - half, area.label, plain(text), ink(area.map_class, tokens), CENTRE, halo)
    write(painter, middle + half, value, strong(text), ink(area.map_class, tokens), CENTRE, halo)


def _paint_beside(painter: QPainter, label: Label, value: str, tokens: Tokens, text: int) -> None:
    """Name and value in a line that touches the leader, whichever side it comes from."""
    name = width_of(f"{label.area.label} ", plain(text))
    spare, middle = label.box.width() - name - width_of(value, strong(text)), label.box.center()
    end = label.leader.x2() if label.leader is not None else label.box.left()
    before = 0.0 if end <= label.box.left() else spare if end >= label.box.right() else spare / 2
    start = QPointF(label.box.left() + before, middle.y())
    write(painter, start, label.area.label, plain(text), tokens.t1, halo=tokens.surf)
    write(painter, start + QPointF(name, 0), value, strong(text), tokens.t1, halo=tokens.surf)


def _paint_leader(painter: QPainter, leader: QLineF, tokens: Tokens) -> None:
    """A line with a dot in the region; its rim keeps it visible on dark classes."""
    for colour, width, radius in ((tokens.surf, 2.5, 2.75), (tokens.t1, 1.0, 1.5)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLine(leader)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(leader.p1(), radius, radius)
