"""The chart of the PDF's first page, drawn as lines and letters: shares over what is missing to the target."""

from typing import Literal

from reportlab.graphics.shapes import Drawing, Line, Rect, String

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.documents import colours
from desktop_app.documents.reports import pdf_text
from desktop_app.documents.reports.native_charts import shown_parts
from desktop_app.documents.reports.pdf_text import colour
from desktop_app.documents.reports.tables import NO_DATA
from desktop_app.domain.indonesian import long_date, number

OLDER = " *"
"""Behind the name of a region whose figure is of another month."""

_NAMES, _VALUES = 62.0, 34.0
"""Room for names at the left and figures at the right, in points."""
_TOP, _BOTTOM, _THICK = 26.0, 34.0, 0.62
_SIZE = 6.8


def cover_bars(table: CoverageTable, width: float, height: float) -> Drawing:
    """Bars for the parts farthest below their target first; no more than can be read."""
    parts = shown_parts(table)
    drawing = Drawing(width, height)
    _head(drawing, table, width, height)
    row = min(18.0, (height - _TOP - _BOTTOM) / max(len(parts), 1))
    scale = (width - _NAMES - _VALUES) / _highest(parts)
    for place, part in enumerate(parts):
        _bar(drawing, part, scale, (width, height - _TOP - (place + 1) * row, row))
    _foot(drawing, table, height - _TOP - len(parts) * row)
    return drawing


def _highest(parts: list[RegionCoverage]) -> float:
    shares = [
        share for part in parts for share in (part.shown_share, part.target.share if part.target else None) if share
    ]
    return max(shares, default=1.0)


def _head(drawing: Drawing, table: CoverageTable, width: float, height: float) -> None:
    _write(drawing, 0, height - 9, "Cakupan dan target, persen dari pekerja", 8, font=pdf_text.BOLD)
    drawing.add(Line(0, height - 16, width, height - 16, strokeColor=colour(colours.GRID), strokeWidth=0.6))


def _bar(drawing: Drawing, part: RegionCoverage, scale: float, place: tuple[float, float, float]) -> None:
    """`place`: the right end, the lower edge of the row and its height. Without a figure there is no bar, only words."""
    right, bottom, row = place
    thick, base = row * _THICK, bottom + row * 0.19
    _write(drawing, 0, base + thick / 2 - 2.3, _cut(f"{part.region.short_name}{OLDER * part.stale}", _NAMES - 4))
    if part.shown_share is None:
        _write(drawing, _NAMES, base + thick / 2 - 2.3, NO_DATA, shade=colours.TEXT_SOURCE, font=pdf_text.ITALIC)
        return
    if part.target is not None:
        _rect(drawing, base, part.target.share * scale, thick, colours.GAP_FILL, colours.GAP)
    counted = part.share is not None
    _rect(drawing, base, part.shown_share * scale, thick, colours.BAR if counted else colours.PAPER, colours.BAR)
    if part.target is not None:
        mark = _NAMES + part.target.share * scale
        drawing.add(Line(mark, base - 1.2, mark, base + thick + 1.2, strokeColor=colour(colours.MARK), strokeWidth=1.3))
    _write(
        drawing,
        right,
        base + thick / 2 - 2.3,
        f"{number(part.shown_share * 100, 2)}%",
        anchor="end",
        font=pdf_text.BOLD,
    )


def _rect(drawing: Drawing, base: float, length: float, thick: float, fill: str, line: str) -> None:
    shape = Rect(_NAMES, base, length, thick)
    shape.fillColor, shape.strokeColor, shape.strokeWidth = colour(fill), colour(line), 0.5
    drawing.add(shape)


def _foot(drawing: Drawing, table: CoverageTable, top: float) -> None:
    parts = shown_parts(table)
    bare = any(part.share is None and part.reported is not None for part in parts)
    older = any(part.stale and part.shown_share is not None for part in parts)
    lines = (
        f"Garis tegak: target.{' Batang putih: tanpa pembilang.' if bare else ''}"
        f"{f'{OLDER}: bulan lain.' if older else ''}",
        f"Penyebut {table.base.name}, data {long_date(table.period)}; sumber di bagian “Cakupan”.",
    )
    for place, line in enumerate(lines):
        _write(drawing, 0, top - 11 - 8.5 * place, line, 6, shade=colours.TEXT_SOURCE)


def _write(
    drawing: Drawing, x: float, y: float, text: str, size: float = _SIZE, *, shade: str = colours.TEXT,
    font: str = pdf_text.PLAIN, anchor: Literal["start", "end"] = "start",
) -> None:  # fmt: skip
    drawing.add(
        String(x, y, pdf_text.clean(text), fontName=font, fontSize=size, fillColor=colour(shade), textAnchor=anchor)
    )


def _cut(text: str, room: float) -> str:
    """As much of the text as fits, with “…”."""
    if pdf_text.width(text, pdf_text.PLAIN, _SIZE) <= room:
        return text
    while text and pdf_text.width(f"{text}…", pdf_text.PLAIN, _SIZE) > room:
        text = text[:-1]
    return f"{text}…"
