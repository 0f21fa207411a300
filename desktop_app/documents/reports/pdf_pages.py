"""Pages of a PDF report: paper, frames, the foot with base, date, maker, and “Halaman n dari N”."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from desktop_app.documents import colours
from desktop_app.documents.files import replacing
from desktop_app.documents.reports import pdf_text
from desktop_app.documents.reports.paper import page_points
from desktop_app.domain.letters import Paper

MARGIN = 1.5 * cm
FOOT = 1.6 * cm
UPRIGHT, WIDE = "tegak", "mendatar"


class NumberedCanvas(Canvas):
    """Keeps its pages until their number is known, then writes the foot on each."""

    _pagesize: tuple[float, float]

    def __init__(self, *args: Any, foot: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.foot = foot
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        for number, page in enumerate(self._kept, start=1):
            self.__dict__.update(page)
            self._write_foot(number, len(self._kept))
            super().showPage()
        super().save()

    def _write_foot(self, number: int, count: int) -> None:
        width = self._pagesize[0]
        self.setFont(pdf_text.PLAIN, 7)
        self.setFillColor(pdf_text.colour(colours.TEXT_SOURCE))
        self.drawString(MARGIN, FOOT * 0.6, _fitting(self.foot, width - 2 * MARGIN - 90))
        self.drawRightString(width - MARGIN, FOOT * 0.6, f"Halaman {number} dari {count}")


def _fitting(text: str, room: float) -> str:
    """The text, or as much of it as fits into `room` points, with “…”."""
    if pdf_text.width(text, pdf_text.PLAIN, 7) <= room:
        return text
    while text and pdf_text.width(f"{text}…", pdf_text.PLAIN, 7) > room:
        text = text[:-1]
    return f"{text}…"


def room_of(paper: Paper, *, landscape: bool) -> tuple[float, float]:
    """Width and height in points that a page has for its content."""
    width, height = page_points(paper, landscape=landscape)
    return width - 2 * MARGIN, height - MARGIN - FOOT


def write_pages(
    story: Sequence[Flowable], path: Path, *, paper: Paper, title: str, footer: str, upright: bool = True
) -> None:
    """Lay the story on pages. The first page is upright or wide, the others as templates in the story say.

    The same story gives the same bytes. FileInUse: the file is open elsewhere and stays as it was.
    """
    templates = [_template(UPRIGHT, paper, landscape=False), _template(WIDE, paper, landscape=True)]
    maker = partial(NumberedCanvas, foot=pdf_text.clean(footer))
    with replacing(path) as beside:
        document = BaseDocTemplate(
            str(beside), pageTemplates=templates if upright else templates[::-1], title=title, author="Cakupan",
            creator="Cakupan", producer="Cakupan", invariant=1, pageCompression=1, lang="id",
        )  # fmt: skip
        document.build(list(story), canvasmaker=maker)


def _template(name: str, paper: Paper, *, landscape: bool) -> PageTemplate:
    size = page_points(paper, landscape=landscape)
    width, height = room_of(paper, landscape=landscape)
    frame = Frame(MARGIN, FOOT, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    return PageTemplate(id=name, frames=[frame], pagesize=size)
