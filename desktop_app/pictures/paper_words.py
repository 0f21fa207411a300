"""Runs as Qt lays them out: formats, tab stops, and where words stand on a line. Lengths are points."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from desktop_app.domain.paper import Align, Mark, PaperParagraph, Run
from desktop_app.pictures.paper_fonts import UNIT, character_format, font_of, heights

STOP = 36.0
"""Distance of Word's own tab stops."""


_ALIGNS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft, Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight, Align.JUSTIFY: Qt.AlignmentFlag.AlignJustify,
}  # fmt: skip


def meets(line: QTextLine, first: int, last: int) -> bool:
    return first < line.textStart() + line.textLength() and last > line.textStart()


def stretch(line: QTextLine, first: int, last: int) -> tuple[float, float]:
    """From where to where characters `first` to `last` stand on the line."""
    start = max(first, line.textStart())
    end = min(last, line.textStart() + line.textLength())
    return _x(line, start), _x(line, end)


def _x(line: QTextLine, at: int) -> float:
    # PySide gives the place back together with the character.
    found: Any = line.cursorToX(at)
    return float(found[0]) / UNIT


def looks_of(runs: tuple[Run, ...]) -> list[tuple[int, int, Run]]:
    found, at = [], 0
    for run in runs:
        found.append((at, at + _length(run.text), run))
        at += _length(run.text)
    return found


def _length(text: str) -> int:
    """Qt counts in UTF-16: what lies beyond takes two places."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def layout_of(text: str, runs: tuple[Run, ...]) -> QTextLayout:
    made = QTextLayout(text, font_of(runs[0]))
    formats = []
    for first, last, run in looks_of(runs):
        part = QTextLayout.FormatRange()
        part.start, part.length = first, last - first
        part.format = character_format(replace(run, text="", mark=Mark.NONE, fill=""))
        formats.append(part)
    made.setFormats(formats)
    made.setCacheEnabled(True)
    return made


def laid(text: str, runs: tuple[Run, ...], align: Align) -> tuple[QTextLayout, float]:
    """One line of words, and how wide it is."""
    made = layout_of(text, runs)
    made.setTextOption(option(align))
    made.beginLayout()
    line = made.createLine()
    line.setLineWidth(1e6)
    made.endLayout()
    return made, line.naturalTextWidth() / UNIT


def option(align: Align, stops: list[QTextOption.Tab] | None = None) -> QTextOption:
    made = QTextOption(_ALIGNS[align])
    made.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setTabStopDistance(STOP * UNIT)
    if stops:
        made.setTabs(stops)
    return made


def line_height(paragraph: PaperParagraph, runs: tuple[Run, ...]) -> tuple[float, float]:
    """How high a line of these runs is, and how far below its top the letters stand."""
    measures = [heights(run) for run in runs]
    ascent, descent = max(one[0] for one in measures), max(one[1] for one in measures)
    usual = ascent + descent + max(one[2] for one in measures)
    if paragraph.line_exact:
        return paragraph.line_exact, paragraph.line_exact * ascent / (ascent + descent)
    height = max(usual * paragraph.line, paragraph.line_least)
    # As Word and LibreOffice do it: what a factor adds stands below the letters, what a least height adds above them.
    lacking = min(usual * paragraph.line - usual, 0)
    return height, ascent + lacking + max(height - usual * max(paragraph.line, 0), 0)
