"""Icons from `resources/icons`, in any colour and size, sharp at every device pixel ratio."""

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.pictures.tokens import Tokens
from desktop_app.resources import resource

LINE = 1.5
"""Pixels of the line at the size asked for; the drawings stand on a grid of 24."""
_GRID = 24
_RATIOS = (1.0, 1.25, 1.5, 1.75, 2.0, 3.0)


@lru_cache(maxsize=512)
def icon(name: str, colour: str, size: int = 16, disabled_colour: str | None = None) -> QIcon:
    """The line drawing `name` in `colour` (“#RRGGBB”); a disabled button shows it in `disabled_colour`."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, colour, size, ratio))
        if disabled_colour is not None:
            made.addPixmap(pixmap(name, disabled_colour, size, ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=2048)
def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """As `icon`, for one device pixel ratio: `size` logical pixels wide and high."""
    return _rendered(_thinned(_source(name), size).replace("currentColor", colour), size, ratio)


@lru_cache(maxsize=16)
def mark(tokens: Tokens, size: int = 26) -> QIcon:
    """The sign of Cakupan in the theme's accent, for the sidebar and the window's icon."""
    source = _source("cakupan").replace("currentColor", tokens.acc).replace("white", tokens.onacc)
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(_rendered(source, size, ratio))
    return made


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def _thinned(source: str, size: int) -> str:
    """The drawing with its lines about `LINE` wide at `size`; below 16 a little finer, or they would clot."""
    width = min(LINE * _GRID / size, 2.4)
    return re.sub(r'(viewBox="0 0 24 24"[^>]*stroke-width=")[^"]*"', rf'\g<1>{width:.3f}"', source, count=1)


def _rendered(source: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
