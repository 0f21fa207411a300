"""Charts and the map as pictures outside the window, from the same values and paint functions as in it."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop_app.analysis.charts import Chart as Chart
from desktop_app.pictures.file_pictures import alone, file_picture
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.painting import strong, wrapped, write
from desktop_app.pictures.tokens import LIGHT

RATIO = 2
"""Pixels of a PNG per pixel on screen: sharp in a printed letter."""
WIDTH, PADDING = 760.0, 20.0
_INNER = WIDTH - 2 * PADDING
_TITLE_SIZE, _TITLE_LINE, _AFTER_TITLE = 16, 22.0, 10.0
_INCH = 0.0254
_HIGHEST = 12_000
"""A picture higher than this on screen (hundreds of villages) is not drawn finer: Qt paints no more than 32,767 pixels."""
_started: list[QGuiApplication] = []


def draw(values: Chart, path: Path) -> None:
    """Write `values` to `path` on white: PNG or SVG by its suffix; title, unit, base, date and source stand inside.

    The file is written beside and renamed. ValueError: another suffix. OSError: it cannot be written there.
    """
    writers = {".png": _png, ".svg": _svg}
    if path.suffix.lower() not in writers:
        raise ValueError(f"pictures are written as .png or .svg, not as {path.name!r}")
    start_qt()
    load_fonts()
    _store(writers[path.suffix.lower()](alone(values)), path)


def image(values: Chart) -> QImage:
    """The picture that `draw` writes as PNG, for the clipboard; needs a running application."""
    load_fonts()
    return _image(alone(values))


def start_qt() -> None:
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


def _image(values: Chart) -> QImage:
    size = _size(values)
    ratio = RATIO if size.height() <= _HIGHEST else 1
    made = QImage(size * ratio, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ratio)
    made.setDotsPerMeterX(round(96 * ratio / _INCH))
    made.setDotsPerMeterY(round(96 * ratio / _INCH))
    made.setText("Title", values.title)
    made.setText("Source", values.source)
    made.fill(QColor(LIGHT.surf))
    painter = QPainter(made)
    _paint(painter, values)
    painter.end()
    return made


def _png(values: Chart) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _image(values).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want a name in bytes
    return bytes(buffer.data().data())


def _svg(values: Chart) -> bytes:
    size = _size(values)
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
    _paint(painter, values)
    painter.end()
    return bytes(buffer.data().data())


def _size(values: Chart) -> QSize:
    height = 2 * PADDING + _title_height(values) + file_picture(values, _INNER).height
    return QSize(int(WIDTH), int(height) + 1)


def _title_height(values: Chart) -> float:
    return len(wrapped(values.title, strong(_TITLE_SIZE), _INNER)) * _TITLE_LINE + _AFTER_TITLE


def _paint(painter: QPainter, values: Chart) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, words in enumerate(wrapped(values.title, strong(_TITLE_SIZE), _INNER)):
        middle = QPointF(PADDING, PADDING + (place + 0.5) * _TITLE_LINE)
        write(painter, middle, words, strong(_TITLE_SIZE), LIGHT.t1)
    picture = file_picture(values, _INNER)
    picture.paint(painter, QRectF(PADDING, PADDING + _title_height(values), _INNER, picture.height))
