"""The choropleth map: regions in five classes, hatched without data. Used on screen and in files."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from desktop_app.analysis.charts import MapArea, MapChart
from desktop_app.pictures.boundaries import layer
from desktop_app.pictures.map_labels import LINE, Label, place_labels, value_text
from desktop_app.pictures.painting import (
    CENTRE,
    NO_DATA,
    SMALL,
    box,
    elided,
    hatched,
    hatched_box,
    plain,
    source_height,
    strong,
    width_of,
    write,
    write_source,
)
from desktop_app.pictures.tokens import Tokens

MARGIN = 8.0
_LEGEND_TOP, _SWATCH_HEIGHT, _LEGEND_WORDS = 6.0, 9.0, 18.0
_WIDEST_CLASS = 64.0
_BORDERS = {2: 1.0, 5: 1.0, 8: 0.75, 13: 0.5}
"""Pixels of the border by length of the region code: provinsi, kabupaten/kota, kecamatan, desa."""


@dataclass(frozen=True, slots=True)
class PlacedMap:
    """A map brought to its place on screen: `shapes` by code."""

    values: MapChart
    room: QRectF
    placing: QTransform
    shapes: dict[str, QPainterPath]
    labels: tuple[Label, ...]


def fitting(values: MapChart, room: QRectF) -> QTransform:
    """The transform that shows all regions of the chart as large as `room` allows, in its middle."""
    whole = extent(values)
    inner = room.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    if whole.isEmpty() or inner.isEmpty():
        return QTransform()
    scale = min(inner.width() / whole.width(), inner.height() / whole.height())
    shift = inner.center() - whole.center() * scale
    return QTransform(scale, 0, 0, scale, shift.x(), shift.y())


def extent(values: MapChart) -> QRectF:
    """The rectangle around all regions of the chart, in the units of its layer."""
    return layer(values.layer).extent(frozenset(area.code for area in values.areas))


def place_map(values: MapChart, room: QRectF, placing: QTransform) -> PlacedMap:
    known = layer(values.layer)
    near = placing.inverted()[0].mapRect(room)
    shapes = {
        area.code: placing.map(known.shapes[area.code])
        for area in values.areas
        if area.code in known.shapes and known.boxes[area.code].intersects(near)
    }
    labels = place_labels(values.layer, values.areas, shapes, placing, room.adjusted(2, 2, -2, 2))
    return PlacedMap(values, room, placing, shapes, labels)


def area_at(placed: PlacedMap, spot: QPointF) -> MapArea | None:
    """The region under `spot`: by its box first, then by its outline."""
    for area in placed.values.areas:
        shape = placed.shapes.get(area.code)
        if shape is not None and shape.boundingRect().contains(spot) and shape.contains(spot):
            return area
    return None


def paint_map(
    painter: QPainter,
    placed: PlacedMap,
    tokens: Tokens,
    *,
    selected: str | None = None,
    hovered: str | None = None,
    finest_border: bool = False,
) -> None:
    """Regions, outlines, names. `finest_border`: none wider than a device pixel, which Qt strokes ten times faster."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(placed.room.adjusted(0, 0, 0, 4))
    most = 1 / painter.device().devicePixelRatio() if finest_border else 1.0
    origin = QPointF(placed.placing.dx(), placed.placing.dy())
    shown = [(area, placed.shapes[area.code]) for area in placed.values.areas if area.code in placed.shapes]
    for area, shape in shown:
        _fill(painter, shape, area, tokens, origin)
    # Borders after all fills, or each neighbour would cover half of them; those of hatched regions are grey, for white
    # is lost between stripes, and come first. Bevelled: round joins of thousands of corners take three times as long.
    for area, shape in sorted(shown, key=lambda item: item[0].map_class is not None):
        width = min(_BORDERS.get(len(area.code), 0.5), most)
        colour = tokens.nodata_edge if area.map_class is None else tokens.surf
        painter.strokePath(shape, QPen(QColor(colour), width, j=Qt.PenJoinStyle.BevelJoin))
    if hovered in placed.shapes and hovered != selected:
        painter.strokePath(placed.shapes[hovered], QPen(QColor(tokens.t1), 1.25, j=Qt.PenJoinStyle.RoundJoin))
    if selected in placed.shapes:
        painter.strokePath(placed.shapes[selected], QPen(QColor(tokens.surf), 3.5, j=Qt.PenJoinStyle.RoundJoin))
        painter.strokePath(placed.shapes[selected], QPen(QColor(tokens.t1), 1.75, j=Qt.PenJoinStyle.RoundJoin))
    for label in placed.labels:
        _paint_label(painter, label, tokens)
    painter.restore()


def _fill(painter: QPainter, shape: QPainterPath, area: MapArea, tokens: Tokens, origin: QPointF) -> None:
    if area.map_class is None:
        hatched(painter, shape, tokens, origin)
    else:
        painter.fillPath(shape, QColor(tokens.classes[area.map_class]))


def _paint_label(painter: QPainter, label: Label, tokens: Tokens) -> None:
    value = value_text(label.area)
    if label.leader is not None:
        _paint_leader(painter, label.leader, tokens)
        height = label.box.center().y()
        write(painter, QPointF(label.box.left(), height), label.area.label, plain(SMALL), tokens.t1, halo=tokens.surf)
        after = label.box.left() + width_of(f"{label.area.label} ", plain(SMALL))
        write(painter, QPointF(after, height), value, strong(SMALL), tokens.t1, halo=tokens.surf)
        return
    colour = tokens.on_high if label.area.map_class in (3, 4) else tokens.on_low
    halo = tokens.nodata if label.area.map_class is None else None
    middle = label.box.center()
    write(painter, middle - QPointF(0, LINE / 2), label.area.label, plain(SMALL), colour, CENTRE, halo)
    write(painter, middle + QPointF(0, LINE / 2), value, strong(SMALL), colour, CENTRE, halo)


def _paint_leader(painter: QPainter, leader: QLineF, tokens: Tokens) -> None:
    """A line with a dot in the region; its rim keeps it visible on dark classes."""
    for colour, width, radius in ((tokens.surf, 2.5, 2.75), (tokens.t1, 1.0, 1.5)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLine(leader)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(leader.p1(), radius, radius)


def foot_height(values: MapChart, width: float) -> float:
    """Height of legend, regions without boundary and source below the map."""
    legend = _LEGEND_TOP + _SWATCH_HEIGHT + _LEGEND_WORDS
    return legend + source_height(_foot(values), width) + 4


def paint_map_foot(painter: QPainter, area: QRectF, values: MapChart, tokens: Tokens) -> None:
    """The classes from low to high, the hatch, and the source line, at the bottom of `area`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    write_source(painter, _foot(values), area, tokens)
    missing = max(22.0, width_of(NO_DATA, plain(SMALL)))
    count = max(len(values.classes), 1)
    each = min(_WIDEST_CLASS, (area.width() - missing - 16) / count)
    top = area.bottom() - foot_height(values, area.width()) + _LEGEND_TOP
    words = top + _SWATCH_HEIGHT + _LEGEND_WORDS / 2 + 1
    for place, step in enumerate(values.classes):
        swatch = QRectF(round(area.left() + place * each), round(top), round(each) + 1, _SWATCH_HEIGHT)
        box(painter, swatch, tokens.classes[place], tokens.nodata_edge)
        text = elided(step.label, plain(SMALL), each - 2)
        write(painter, QPointF(swatch.center().x(), words), text, plain(SMALL), tokens.t2, CENTRE)
    left = area.left() + count * each + 16
    hatched_box(painter, QRectF(round(left), round(top), 22, _SWATCH_HEIGHT), tokens)
    write(painter, QPointF(left, words), NO_DATA, plain(SMALL), tokens.t2)


def _foot(values: MapChart) -> str:
    known = layer(values.layer).shapes
    absent = [area.label for area in values.areas if area.code not in known]
    if not absent:
        return values.source
    named = ", ".join(absent[:3]) + (f" dan {len(absent) - 3} lainnya" if len(absent) > 3 else "")
    return f"{values.source} Tidak tergambar karena tanpa batas wilayah: {named}."
