"""What stands below a map: the classes from low to high, the hatch, regions without boundary, and the source."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop_app.analysis.charts import MapChart
from desktop_app.pictures.boundaries import layer
from desktop_app.pictures.map_filling import dotted_box
from desktop_app.pictures.painting import (
    CENTRE,
    NO_DATA,
    REPORTED,
    SMALL,
    box,
    elided,
    hatched_box,
    plain,
    width_of,
    wrapped,
    write,
)
from desktop_app.pictures.tokens import Tokens

_TOP, _SWATCH, _WORDS, _ROW, _LINE = 6 / 11, 9 / 11, 18 / 11, 20 / 11, 14 / 11
"""Heights in sizes of the type."""
_WIDEST_CLASS, _SWATCH_WIDTH, _GAP = 64 / 11, 2.0, 16 / 11


def foot_height(values: MapChart, width: float, text: int = SMALL) -> float:
    """Height of legend, regions without boundary and source below the map."""
    rows = 2 if _reported(values) else 1
    legend = text * (_TOP + _SWATCH + _WORDS + (rows - 1) * _ROW)
    return legend + len(_lines(values, width, text)) * text * _LINE + 4


def paint_map_foot(painter: QPainter, area: QRectF, values: MapChart, tokens: Tokens, text: int = SMALL) -> None:
    """At the bottom of `area`. A share without numerator gets its sign beside the hatch, in a row of their own."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = area.bottom() - foot_height(values, area.width(), text) + text * _TOP
    words = width_of(NO_DATA, plain(text))
    alone = _reported(values)
    rest = 0.0 if alone else max(text * _SWATCH_WIDTH, words) + text * _GAP
    count = max(len(values.classes), 1)
    each = min(text * _WIDEST_CLASS, (area.width() - rest) / count)
    _paint_classes(painter, QPointF(area.left(), top), each, values, tokens, text)
    if alone:
        _paint_signs(painter, QPointF(area.left(), top + text * (_SWATCH + _ROW)), tokens, text)
    else:
        left = round(area.left() + count * each + text * _GAP)
        hatched_box(painter, QRectF(left, round(top), text * _SWATCH_WIDTH, text * _SWATCH), tokens)
        write(painter, QPointF(left, _beneath(top, text)), NO_DATA, plain(text), tokens.t2)
    for place, line in enumerate(reversed(_lines(values, area.width(), text))):
        middle = QPointF(area.left(), area.bottom() - (place + 0.5) * text * _LINE)
        write(painter, middle, line, plain(text), tokens.t3)


def _paint_classes(
    painter: QPainter, corner: QPointF, each: float, values: MapChart, tokens: Tokens, text: int
) -> None:
    for place, step in enumerate(values.classes):
        left = round(corner.x() + place * each)
        swatch = QRectF(left, round(corner.y()), round(each) + 1, text * _SWATCH)
        box(painter, swatch, tokens.classes[place], tokens.nodata_edge)
        words = elided(step.label, plain(text), each - 2)
        spot = QPointF(swatch.center().x(), _beneath(corner.y(), text))
        write(painter, spot, words, plain(text), tokens.t2, CENTRE)


def _paint_signs(painter: QPainter, corner: QPointF, tokens: Tokens, text: int) -> None:
    """Hatch and dots, each with its words at the right."""
    left = corner.x()
    for words, paint in ((NO_DATA, hatched_box), (REPORTED, dotted_box)):
        swatch = QRectF(round(left), round(corner.y()), text * _SWATCH_WIDTH, text * _SWATCH)
        paint(painter, swatch, tokens)
        write(painter, QPointF(swatch.right() + 6, swatch.center().y()), words, plain(text), tokens.t2)
        left = swatch.right() + 6 + width_of(words, plain(text)) + text * _GAP


def _beneath(top: float, text: int) -> float:
    return top + text * (_SWATCH + _WORDS / 2) + 1


def _reported(values: MapChart) -> bool:
    return any(area.reported for area in values.areas)


def _lines(values: MapChart, width: float, text: int) -> list[str]:
    foot = _words(values)
    return wrapped(foot, plain(text), width) if foot else []


def _words(values: MapChart) -> str:
    known = layer(values.layer).boxes
    absent = [area.label for area in values.areas if area.code not in known]
    if not absent or not known:
        return values.source
    named = ", ".join(absent[:3]) + (f" dan {len(absent) - 3} lainnya" if len(absent) > 3 else "")
    return f"{values.source} Tidak tergambar karena tanpa batas wilayah: {named}."
