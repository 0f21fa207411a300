"""What stands below a map: the classes from low to high, the hatch, regions without boundary, and the source."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop_app.analysis.charts import MapChart
from desktop_app.pictures.boundaries import layer
from desktop_app.pictures.map_filling import dotted_box, plain_box
from desktop_app.pictures.painting import (
    CENTRE,
    NO_BASE,
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
_WIDEST_CLASS, _NARROWEST_CLASS, _SWATCH_WIDTH, _GAP = 64 / 11, 44 / 11, 2.0, 16 / 11
_CLASSES = 5
_BEFORE_WORDS = 6
"""Points between a sign and the words at its right."""
Sign = Callable[[QPainter, QRectF, Tokens], None]


def foot_height(values: MapChart, width: float, text: int = SMALL) -> float:
    """Height of legend, regions without boundary and source below the map."""
    legend = _TOP + _SWATCH + _WORDS + (0 if _in_one_row(values, width, text) else _ROW)
    return text * legend + len(_lines(values, width, text)) * text * _LINE + 4


def paint_map_foot(painter: QPainter, area: QRectF, values: MapChart, tokens: Tokens, text: int = SMALL) -> None:
    """At the bottom of `area`. The signs stand beside the classes, or below them where there is no room."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = area.bottom() - foot_height(values, area.width(), text) + text * _TOP
    beside = _in_one_row(values, area.width(), text)
    each = min(text * _WIDEST_CLASS, _class_room(values, area.width(), text) if beside else area.width() / _CLASSES)
    _paint_classes(painter, QPointF(area.left(), top), each, values, tokens, text)
    right, below = QPointF(round(_CLASSES * each + text * _GAP), 0), QPointF(0, text * (_SWATCH + _ROW))
    gap = text * _GAP if beside else _gap_between(values, area.width(), text)
    corner = QPointF(area.left(), top) + (right if beside else below)
    _paint_signs(painter, corner, values, tokens, text, gap, beside=beside)
    for place, line in enumerate(reversed(_lines(values, area.width(), text))):
        middle = QPointF(area.left(), area.bottom() - (place + 0.5) * text * _LINE)
        write(painter, middle, line, plain(text), tokens.t3)


def _signs(values: MapChart) -> tuple[tuple[str, Sign], ...]:
    """What means that a region has no figure, and where they occur, no base or no numerator."""
    bare = ((NO_BASE, plain_box),) if any(area.without_base for area in values.areas) else ()
    reported = ((REPORTED, dotted_box),) if any(area.reported for area in values.areas) else ()
    return (NO_DATA, hatched_box), *bare, *reported


def _class_room(values: MapChart, width: float, text: int) -> float:
    """The width of a class where the signs stand beside them."""
    signs = sum(text * _GAP + max(width_of(words, plain(text)), text * _SWATCH_WIDTH) for words, _ in _signs(values))
    return (width - signs) / _CLASSES


def _in_one_row(values: MapChart, width: float, text: int) -> bool:
    return len(_signs(values)) == 1 or _class_room(values, width, text) >= text * _NARROWEST_CLASS


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


def _paint_signs(
    painter: QPainter, corner: QPointF, values: MapChart, tokens: Tokens, text: int, gap: float, *, beside: bool
) -> None:
    """Each with its words: below it like those of the classes `beside` it, else at its right."""
    left = corner.x()
    for words, paint in _signs(values):
        swatch = QRectF(round(left), round(corner.y()), text * _SWATCH_WIDTH, text * _SWATCH)
        paint(painter, swatch, tokens)
        start = QPointF(left, _beneath(corner.y(), text)) if beside else swatch.center()
        if not beside:
            start.setX(swatch.right() + _BEFORE_WORDS)
        write(painter, start, words, plain(text), tokens.t2)
        left = max(start.x() + width_of(words, plain(text)), swatch.right()) + gap


def _gap_between(values: MapChart, width: float, text: int) -> float:
    """Between signs with their words at the right: the usual, or less where all of them would not fit."""
    signs = _signs(values)
    filled = sum(text * _SWATCH_WIDTH + _BEFORE_WORDS + width_of(words, plain(text)) for words, _ in signs)
    return min(text * _GAP, (width - filled) / max(len(signs) - 1, 1))


def _beneath(top: float, text: int) -> float:
    return top + text * (_SWATCH + _WORDS / 2) + 1


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
