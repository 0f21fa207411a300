"""The states of a report as symbols: told apart by shape first, by colour second, so that grey print reads as well."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.domain.reporting import ReportingState
from desktop_app.pictures.tokens import Tokens

SIDE = 13.0
"""Width and height of a symbol."""
_THICK = 1.6


def ground_of(state: ReportingState, tokens: Tokens) -> str | None:
    """The cell's own ground; a month without figures has none."""
    grounds = {
        ReportingState.LENGKAP: tokens.ok_soft,
        ReportingState.TERLAMBAT: tokens.warn_soft,
        ReportingState.SEBAGIAN: tokens.neu_soft,
    }
    return grounds.get(state)


def paint_symbol(painter: QPainter, middle: QPointF, state: ReportingState, tokens: Tokens) -> None:
    """A tick, a clock, a half-filled circle, or a dashed empty one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state is ReportingState.LENGKAP:
        _tick(painter, middle, tokens.ok)
    elif state is ReportingState.TERLAMBAT:
        _clock(painter, middle, tokens.warn)
    elif state is ReportingState.SEBAGIAN:
        _half(painter, middle, tokens.t2)
    else:
        _dashes(painter, middle, tokens.t3)


def _pen(colour: str, width: float = _THICK) -> QPen:
    return QPen(QColor(colour), width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)


def _tick(painter: QPainter, middle: QPointF, colour: str) -> None:
    painter.setPen(_pen(colour, 2.2))
    painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in ((-4.5, 0.5), (-1.5, 3.5), (4.5, -3.5))]))


def _clock(painter: QPainter, middle: QPointF, colour: str) -> None:
    painter.setPen(_pen(colour))
    painter.drawEllipse(middle, 5.5, 5.5)
    painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in ((0, -3), (0, 0.3), (2.2, 1.8))]))


def _half(painter: QPainter, middle: QPointF, colour: str) -> None:
    around = QRectF(middle.x() - 5.5, middle.y() - 5.5, 11, 11)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawChord(around, 90 * 16, 180 * 16)
    painter.setPen(_pen(colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(around)


def _dashes(painter: QPainter, middle: QPointF, colour: str) -> None:
    pen = QPen(QColor(colour), 1.3, c=Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.9, 1.6])
    painter.setPen(pen)
    painter.drawEllipse(middle, 5.0, 5.0)
