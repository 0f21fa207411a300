"""How the office's letterhead will look, painted small: paper is white in both themes."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.office import head_of_region
from desktop_app.domain.regions import Region
from desktop_app.pictures.fonts import font
from desktop_app.pictures.tokens import LIGHT

HEIGHT = 70
_EMBLEM = QRectF(16, 10, 52, 46)
_SMALL_EMBLEM = 26
_SMALLEST = 9


@dataclass(frozen=True, slots=True)
class LetterheadLines:
    """`upper` and `lower` line; the heavier one is the lower on paper of a dinas, the upper on that of a head."""

    upper: str
    lower: str
    of_head: bool = False


def lines_of_agency(region: Region | None, agency: str) -> LetterheadLines:
    whose = region.full_name if region is not None else "kabupaten/kota …"
    return LetterheadLines(f"PEMERINTAH {whose}".upper(), agency.strip().upper())


def lines_of_head(region: Region, province: Region) -> LetterheadLines:
    """The paper of a head of region names the province below, that of a governor nothing more."""
    return LetterheadLines(
        head_of_region(region).upper(), "" if region == province else province.full_name.upper(), of_head=True
    )


class Letterhead(QWidget):
    """A dinas has the region's emblem at the left and a rule below; a head of region the national one above."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = lines_of_agency(None, "")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: LetterheadLines) -> None:
        self.lines = lines
        self.setAccessibleName(f"Kop surat: {lines.upper}, {lines.lower}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(LIGHT.line), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(paper, 4, 4)
        if self.lines.of_head:
            self._paint_head(painter, paper)
        else:
            self._paint_agency(painter, paper)

    def _paint_agency(self, painter: QPainter, paper: QRectF) -> None:
        _paint_placeholder(painter)
        room = paper.adjusted(_EMBLEM.right() + 12, 0, -_EMBLEM.right() - 12, 0)
        _paint_line(painter, room, 14, 18, self.lines.upper, 12, QFont.Weight.Normal)
        _paint_line(
            painter, room, 32, 20, self.lines.lower or "NAMA DINAS", 15, QFont.Weight.Bold, bool(self.lines.lower)
        )
        painter.setPen(QPen(QColor(LIGHT.t1), 2))
        painter.drawLine(QLineF(1, paper.bottom() - 4, paper.right() - 1, paper.bottom() - 4))
        painter.setPen(QPen(QColor(LIGHT.t1), 1))
        painter.drawLine(QLineF(1, paper.bottom() - 1, paper.right() - 1, paper.bottom() - 1))

    def _paint_head(self, painter: QPainter, paper: QRectF) -> None:
        painter.setPen(QPen(QColor(LIGHT.edge), 1, Qt.PenStyle.DashLine))
        side = _SMALL_EMBLEM
        painter.drawEllipse(QRectF(paper.center().x() - side / 2, 4, side, side))
        _paint_line(painter, paper, 32, 18, self.lines.upper, 14, QFont.Weight.Bold)
        _paint_line(painter, paper, 49, 16, self.lines.lower, 12, QFont.Weight.Normal)


def _paint_placeholder(painter: QPainter) -> None:
    """Where the emblem of the region comes: neutral, no emblem is shipped."""
    painter.setPen(QPen(QColor(LIGHT.edge), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(_EMBLEM, 4, 4)
    painter.setFont(font(11))
    painter.setPen(QColor(LIGHT.t3))
    painter.drawText(_EMBLEM, Qt.AlignmentFlag.AlignCenter, "lambang\nkantor")


def _paint_line(
    painter: QPainter, room: QRectF, top: float, height: float, text: str, size: float, weight: QFont.Weight,
    filled: bool = True,
) -> None:  # fmt: skip
    """One centred line in the letters' typeface; a long one is set smaller so that it stays whole."""
    face = QFont(["Arial", "Liberation Sans", "Arimo"])
    face.setWeight(weight)
    face.setPixelSize(round(size))
    while QFontMetricsF(face).horizontalAdvance(text) > room.width() and face.pixelSize() > _SMALLEST:
        face.setPixelSize(face.pixelSize() - 1)
    painter.setFont(face)
    painter.setPen(QColor(LIGHT.t1 if filled else LIGHT.dis))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(QRectF(room.left(), top, room.width(), height), Qt.AlignmentFlag.AlignCenter, shown)
