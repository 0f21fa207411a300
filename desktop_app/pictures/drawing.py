"""Charts and the map as picture files, from the same values and paint functions as in the window."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop_app.analysis.charts import BarChart, MapChart, TrendChart
from desktop_app.pictures.bar_layout import bars_height, lay_out_bars
from desktop_app.pictures.bar_painting import paint_bars
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.map_foot import foot_height, paint_map_foot
from desktop_app.pictures.map_painting import paint_map
from desktop_app.pictures.map_placing import extent, fitting, place_map
from desktop_app.pictures.painting import strong, wrapped, write
from desktop_app.pictures.tokens import LIGHT
from desktop_app.pictures.trend_bases import lay_out_trend
from desktop_app.pictures.trend_painting import paint_trend

RATIO = 2
"""Pixels of a PNG per pixel on screen: sharp in a printed letter."""
WIDTH, PADDING = 760.0, 20.0
_INNER = WIDTH - 2 * PADDING
_TREND_HEIGHT = 400.0
_MAP_LOWEST, _MAP_HIGHEST = 240.0, 600.0
_TITLE_SIZE, _TITLE_LINE, _AFTER_TITLE = 16, 22.0, 10.0
_DOTS_PER_METRE = round(96 * RATIO / 0.0254)
_started: list[QGuiApplication] = []

Chart = BarChart | TrendChart | MapChart


@dataclass(frozen=True, slots=True)
class _Picture:
    """`paint` fills a rectangle `_INNER` wide and `height` high."""

    height: float
    paint: Callable[[QPainter, QRectF], None]


def draw(values: Chart, path: Path) -> None:
    """Write `values` to `path` on white: PNG or SVG by its suffix; title, unit, base, date and source stand inside.

    The file is written beside and renamed. ValueError: another suffix. OSError: it cannot be written there.
    """
    writers = {".png": _png, ".svg": _svg}
    if path.suffix.lower() not in writers:
        raise ValueError(f"pictures are written as .png or .svg, not as {path.name!r}")
    _start_qt()
    load_fonts()
    _store(writers[path.suffix.lower()](values), path)


def _start_qt() -> None:
    """A terminal has no running Qt; pictures need one for their fonts, but no screen."""
    if QGuiApplication.instance() is None:
        bare = sys.platform.startswith("linux") and "QT_QPA_PLATFORM" not in os.environ
        _started.append(QGuiApplication(["cakupan", "-platform", "offscreen"] if bare else ["cakupan"]))


def _store(data: bytes, path: Path) -> None:
    beside = path.with_name(f"{path.name}.tmp")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _png(values: Chart) -> bytes:
    picture, size = _picture(values), _size(values)
    image = QImage(size * RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(RATIO)
    image.setDotsPerMeterX(_DOTS_PER_METRE)
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    image.setText("Title", values.title)
    image.setText("Source", values.source)
    image.fill(QColor(LIGHT.surf))
    painter = QPainter(image)
    _paint(painter, values, picture)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want a name in bytes
    return bytes(buffer.data().data())


def _svg(values: Chart) -> bytes:
    picture, size = _picture(values), _size(values)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(values.title)
    generator.setDescription(values.source)
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(LIGHT.surf))
    _paint(painter, values, picture)
    painter.end()
    return bytes(buffer.data().data())


def _size(values: Chart) -> QSize:
    height = 2 * PADDING + _title_height(values) + _picture(values).height
    return QSize(int(WIDTH), int(height) + 1)


def _title_height(values: Chart) -> float:
    return len(wrapped(values.title, strong(_TITLE_SIZE), _INNER)) * _TITLE_LINE + _AFTER_TITLE


def _paint(painter: QPainter, values: Chart, picture: _Picture) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, words in enumerate(wrapped(values.title, strong(_TITLE_SIZE), _INNER)):
        middle = QPointF(PADDING, PADDING + (place + 0.5) * _TITLE_LINE)
        write(painter, middle, words, strong(_TITLE_SIZE), LIGHT.t1)
    picture.paint(painter, QRectF(PADDING, PADDING + _title_height(values), _INNER, picture.height))


def _picture(values: Chart) -> _Picture:
    if isinstance(values, BarChart):
        return _bars(values)
    return _trend(values) if isinstance(values, TrendChart) else _map(values)


def _bars(values: BarChart) -> _Picture:
    def paint(painter: QPainter, area: QRectF) -> None:
        paint_bars(painter, lay_out_bars(area, values), values, LIGHT)

    return _Picture(bars_height(_INNER, values), paint)


def _trend(values: TrendChart) -> _Picture:
    def paint(painter: QPainter, area: QRectF) -> None:
        paint_trend(painter, lay_out_trend(area, values), LIGHT)

    return _Picture(_TREND_HEIGHT, paint)


def _map(values: MapChart) -> _Picture:
    foot = foot_height(values, _INNER)
    whole = extent(values)
    wanted = _INNER * whole.height() / whole.width() if whole.width() else _MAP_LOWEST

    def paint(painter: QPainter, area: QRectF) -> None:
        room = area.adjusted(0, 0, 0, -foot)
        paint_map(painter, place_map(values, room, fitting(values, room)), LIGHT)
        paint_map_foot(painter, area, values, LIGHT)

    return _Picture(min(max(wanted, _MAP_LOWEST), _MAP_HIGHEST) + foot, paint)
