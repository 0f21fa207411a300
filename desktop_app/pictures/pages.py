"""A finished letter as pages: laid out little by little, painted at any size, written as a PDF.

The layout follows Word's rules but is not Word: line and page breaks may differ slightly, which the PDF says.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop_app.domain.paper import PaperDocument, PaperSection, PaperTable
from desktop_app.pictures.drawing import start_qt
from desktop_app.pictures.paper_flow import Filled, pages_of
from desktop_app.pictures.paper_fonts import UNIT, run_font
from desktop_app.pictures.paper_heads import Heads
from desktop_app.pictures.paper_lines import Beside, strips_of
from desktop_app.pictures.paper_rows import row_strips
from desktop_app.pictures.paper_strips import Strip
from desktop_app.pictures.tokens import LIGHT

PT = 96 / 72
"""Pixels at 96 dpi of a point."""
APPROXIMATE = "Perkiraan tata letak, bukan hasil Word."
_RESOLUTION = 720
"""Dots per inch of a PDF: as fine as the layout."""
_NOTE_SIZE, _NOTE_FROM = 7.0, 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """`number` is what its foot says, `place` which page of its section it is (from 0), `top` where its text begins."""

    section: PaperSection
    number: int
    place: int
    top: float
    strips: Filled


class PaperPages:
    """The pages of a document. `more` lays out some of them, `finish` all; pages that are there can be painted."""

    def __init__(self, document: PaperDocument) -> None:
        self._document = document
        self._heads = Heads()
        self._pages: list[PaperPage] = []
        self._coming = self._lay_out()
        self.done = False

    @property
    def count(self) -> int:
        """Pages laid out so far: all of them if `done`."""
        return len(self._pages)

    @property
    def unshown(self) -> tuple[str, ...]:
        return self._document.unshown

    def more(self, seconds: float) -> bool:
        """Lay out pages for about so long, at least one. Returns whether all are there."""
        end = time.perf_counter() + seconds
        while not self.done:
            page = next(self._coming, None)
            self.done = page is None
            if page is not None:
                self._pages.append(page)
            if time.perf_counter() >= end:
                break
        return self.done

    def finish(self) -> "PaperPages":
        while not self.more(1):
            pass
        return self

    def size(self, page: int) -> QSizeF:
        """Pixels at 96 dpi."""
        section = self._pages[page].section
        return QSizeF(section.width * PT, section.height * PT)

    def name(self, page: int) -> str:
        """“Surat”, “Lampiran I”; with its number from the second page on."""
        one = self._pages[page]
        name = one.section.name or "Surat"
        return name if one.place == 0 else f"{name} · {one.place + 1}"

    def text(self, page: int | None = None) -> str:
        """The words on a page, or on all that are there, for screen readers."""
        if page is None:
            return "\n".join(self.text(one) for one in range(self.count))
        one = self._pages[page]
        said = [strip.text for _, strip in (*self._margin(one), *one.strips)]
        return "\n".join(text for text in said if text)

    def paint(self, painter: QPainter, page: int, *, marks: bool = True) -> None:
        """Draw a page of `size` at the painter's origin on white; the painter scales. `marks`: as on screen."""
        one = self._pages[page]
        painter.save()
        painter.scale(PT, PT)
        painter.setClipRect(QRectF(0, 0, one.section.width, one.section.height), Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(0, 0, one.section.width, one.section.height), Qt.GlobalColor.white)
        self._paint_ink(painter, one, marks=marks)
        painter.restore()

    def paint_ink(self, painter: QPainter, page: int) -> None:
        """Draw what stands on a page, a unit of the painter being a point: for paper, without ground and marks."""
        self._paint_ink(painter, self._pages[page], marks=False)

    def _paint_ink(self, painter: QPainter, page: PaperPage, *, marks: bool) -> None:
        left = page.section.left
        for y, strip in self._margin(page):
            for ink in strip.inks:
                ink.paint(painter, left, y, marks=marks)
        for y, strip in page.strips:
            for ink in strip.inks:
                ink.paint(painter, left, page.top + y, marks=marks)

    def _margin(self, page: PaperPage) -> Filled:
        return self._heads.strips(page.section, first=page.place == 0, number=page.number, count=self.count)

    def _lay_out(self) -> Iterator[PaperPage]:
        number = 0
        for section in self._document.sections:
            if section.number_from is not None:
                number = section.number_from - 1
            top, height = self._heads.room(section)
            for place, strips in enumerate(pages_of(_strips(section), height)):
                number += 1
                yield PaperPage(section=section, number=number, place=place, top=top, strips=strips)


def write_pdf(document: PaperDocument, path: Path, note: str = APPROXIMATE) -> None:
    """Write the pages as a PDF, `note` small at the foot of each. OSError: it cannot be written there; beside first."""
    start_qt()
    pages = PaperPages(document).finish()
    beside = path.with_name(f"{path.name}.tmp")
    try:
        _write(pages, beside, path.stem, note)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _write(pages: PaperPages, path: Path, title: str, note: str) -> None:
    writer = QPdfWriter(str(path))
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("Cakupan")
    _set_page(writer, pages.size(0))
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"cannot write {path}")
    try:
        for page in range(pages.count):
            if page:
                _set_page(writer, pages.size(page))
                writer.newPage()
            painter.save()
            painter.scale(_RESOLUTION / 72, _RESOLUTION / 72)
            pages.paint_ink(painter, page)
            _write_note(painter, pages.size(page) / PT, note)
            painter.restore()
    finally:
        painter.end()


def _set_page(writer: QPdfWriter, size: QSizeF) -> None:
    paper = QPageSize(size / PT, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    # The larger side is the width already where it is to be: nothing is turned.
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))


def _write_note(painter: QPainter, size: QSizeF, note: str) -> None:
    if not note:
        return
    painter.scale(1 / UNIT, 1 / UNIT)
    painter.setFont(run_font("Arial", _NOTE_SIZE, False, True))
    painter.setPen(QColor(LIGHT.t3))
    area = QRectF(0, size.height() - _NOTE_FROM, size.width(), _NOTE_SIZE * 1.5)
    enlarged = QRectF(area.x() * UNIT, area.y() * UNIT, area.width() * UNIT, area.height() * UNIT)
    painter.drawText(enlarged, Qt.AlignmentFlag.AlignCenter, note)


def _strips(section: PaperSection) -> Iterator[Strip]:
    width = section.width - section.left - section.right
    beside = Beside()
    for block in section.blocks:
        if isinstance(block, PaperTable):
            yield from row_strips(block, width)
        else:
            yield from strips_of(block, width, beside)
