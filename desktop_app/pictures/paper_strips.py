"""What a page is filled with: strips over the width of its text, each with the ink in it. Lengths are points."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextLayout, QTextLine

from desktop_app.domain.paper import Mark
from desktop_app.pictures.paper_fonts import UNIT
from desktop_app.pictures.tokens import LIGHT

_MARKS = {Mark.DATA: LIGHT.acc_soft, Mark.CHECK: LIGHT.warn_soft}


class Ink(Protocol):
    def paint(self, painter: QPainter, x: float, y: float, *, marks: bool) -> None:
        """Paint it, the strip's corner being at (x, y); `marks`: with what is shown on screen only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of text. `layout` keeps it alive. `marked`: from, to and mark of its words from data or to be checked."""

    line: QTextLine
    layout: QTextLayout
    x: float
    y: float
    height: float
    marked: tuple[tuple[float, float, Mark], ...] = ()
    filled: tuple[tuple[float, float, str], ...] = ()

    def paint(self, painter: QPainter, x: float, y: float, *, marks: bool) -> None:
        left, top = x + self.x, y + self.y
        for start, end, colour in self.filled:
            painter.fillRect(QRectF(left + start, top, end - start, self.height), QColor(f"#{colour}"))
        for start, end, mark in self.marked if marks else ():
            painter.fillRect(QRectF(left + start - 0.5, top, end - start + 1, self.height), QColor(_MARKS[mark]))
        painter.save()
        painter.scale(1 / UNIT, 1 / UNIT)
        self.line.draw(painter, QPointF(left * UNIT, top * UNIT))
        painter.restore()


@lru_cache(maxsize=64)
def loaded(data: bytes) -> QImage:
    """A picture of the file; an empty one where it cannot be read."""
    image = QImage()
    image.loadFromData(data)
    return image


@lru_cache(maxsize=64)
def _reduced(data: bytes, width: int, height: int) -> QImage:
    """A large picture small: Qt would leave out dots of it."""
    smooth = Qt.TransformationMode.SmoothTransformation
    return loaded(data).scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """`data` as in the file."""

    data: bytes
    area: QRectF

    def paint(self, painter: QPainter, x: float, y: float, *, marks: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.area.translated(x, y), self._image(painter))
        painter.restore()

    def _image(self, painter: QPainter) -> QImage:
        """Sharp at this size on screen; whole on paper."""
        whole = loaded(self.data)
        scale = painter.combinedTransform().m11() * painter.device().devicePixelRatio()
        width, height = round(self.area.width() * scale), round(self.area.height() * scale)
        if whole.width() <= width or min(width, height) < 1:
            return whole
        return _reduced(self.data, width, height)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A filled rectangle: a ground, or a line."""

    area: QRectF
    colour: str = "#000000"

    def paint(self, painter: QPainter, x: float, y: float, *, marks: bool) -> None:
        painter.fillRect(self.area.translated(x, y), QColor(self.colour))


@dataclass(slots=True, kw_only=True)
class Strip:
    """A part of a page that is not broken: a line, a row.

    `before` is space above that falls away at the top of a page, `after` space below that may fall off its end. `tied`:
    stands on one page with the strip after it. `heads`: strips that stand above it again where it begins a page. `cut`
    parts it at a height, if it must be; None from it: nothing would stand above.
    """

    height: float
    inks: list[Ink] = field(default_factory=list)
    text: str = ""
    before: float = 0
    after: float = 0
    tied: bool = False
    page_break: bool = False
    heads: tuple["Strip", ...] = ()
    cut: Callable[[float], tuple["Strip", "Strip"] | None] | None = None
    splits: bool = False

    @property
    def whole(self) -> float:
        return self.before + self.height + self.after
