"""The right half of “mode rapat”: one region with its three figures, each with base, date and what it lacks."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.pictures.fonts import font
from desktop_app.ui.look import Look
from desktop_app.ui.meeting_words import MeetingFigure, figures_of, note_of
from desktop_app.ui.widgets import Card, Icon, label, restyle, row, rule

_NAME, _TITLE, _VALUE, _UNIT, _INSTEAD, _LINE, _NOTE = 32, 18, 58, 28, 36, 18, 15
_AIR = (14, 12, 6)
"""Above, below, and between; on a small screen the words need it more."""
_LESS = (1.0, 0.93, 0.86, 0.8)
_CLOSER = 97.0
"""Percent of the usual distance between letters, in large type."""
_BOLD = QFont.Weight.DemiBold


class RegionPanel(Card):
    """`spoken`: all of it in words, for a screen reader."""

    def __init__(self, look: Look) -> None:
        super().__init__(padding=20)
        self.spoken, self._scale = "", 1.0
        self.name, self.where = label(wrap=True), label(role="secondary", wrap=True)
        self.note, self._last = label(role="secondary", wrap=True), rule()
        self.figures = [FigureBlock(look) for _ in range(3)]
        self.body.addWidget(self.name)
        self.body.addWidget(self.where)
        for figure in self.figures:
            self.body.addWidget(rule())
            self.body.addWidget(figure)
        self.body.addWidget(self._last)
        self.body.addWidget(self.note)

    def show_figure(self, figure: RegionCoverage, table: CoverageTable) -> None:
        found = figures_of(figure, table)
        self.name.setText(figure.region.full_name)
        self.note.setText(note_of(figure, table))
        for one in (self.note, self._last):
            one.setVisible(bool(self.note.text()))
        for block, told in zip(self.figures, found, strict=True):
            block.show_figure(told)
        self.show_where([])
        self.spoken = "\n".join((*(one.spoken for one in found), self.note.text()))

    def show_where(self, names: Sequence[str]) -> None:
        """The regions that the one shown lies in, the smallest first."""
        self.where.setText(", ".join(names))
        self.where.setVisible(bool(names))
        self.set_scale(self._scale)

    def set_scale(self, scale: float) -> None:
        """How much larger than written; smaller again where long words need the room."""
        self._scale = scale
        for part in _LESS:
            self._set_sizes(scale * part)
            self.body.invalidate()
            if self.body.heightForWidth(self.width() - 2) <= self.height() - 2:
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_scale(self._scale)

    def _set_sizes(self, scale: float) -> None:
        air = min(scale, 1.0)
        self.body.setContentsMargins(24, round(_AIR[0] * air), 24, round(_AIR[1] * air))
        self.body.setSpacing(round(_AIR[2] * air))
        self.name.setFont(font(round(_NAME * scale), _BOLD))
        self.where.setFont(font(round(_LINE * scale)))
        self.note.setFont(font(round(_NOTE * scale)))
        for block in self.figures:
            block.set_scale(scale)


class FigureBlock(QWidget):
    """Title, the value in large type with its unit, or words in its place, and lines below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._figure = MeetingFigure(title="")
        self.title, self.value, self.unit = label(role="secondary"), label(), label(role="secondary")
        self.lines = label(role="secondary", wrap=True)
        self._sign = Icon(look, "circle-check", "ok", 24)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addLayout(row(self._sign, self.value, self.unit, 1, spacing=10))
        column.addWidget(self.lines)
        column.addStretch(1)
        self._scale = 1.0

    def show_figure(self, figure: MeetingFigure) -> None:
        self._figure = figure
        self.title.setText(figure.title)
        self.value.setText(figure.words or figure.value)
        self.unit.setText(figure.unit)
        self.lines.setText("\n".join(figure.lines))
        self._sign.setVisible(figure.reached)
        restyle(self.value, "role", "reached" if figure.reached else "secondary" if figure.words else "")
        self.set_scale(self._scale)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.title.setFont(font(round(_TITLE * scale), QFont.Weight.Medium))
        large = font(round((_INSTEAD if self._figure.words else _VALUE) * scale), _BOLD)
        large.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _CLOSER)
        self.value.setFont(large)
        self.unit.setFont(font(round(_UNIT * scale)))
        self.lines.setFont(font(round(_LINE * scale)))
        # Layouts remember how high things were, those inside and around this block.
        self._column.activate()
        self.updateGeometry()
