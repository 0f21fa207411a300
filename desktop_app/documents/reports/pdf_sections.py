"""Sections on PDF pages, each from a new page on; those without data take a line where they come."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reportlab.lib.utils import ImageReader
from reportlab.platypus import CondPageBreak, Flowable, Image, KeepTogether, PageBreak, Paragraph, Spacer

from desktop_app.documents.reports import pdf_text
from desktop_app.documents.reports.pdf_tables import table_flowables
from desktop_app.documents.reports.pdf_text import markup
from desktop_app.documents.reports.tables import Section

_PICTURE = 0.7
"""Of a page's height at most: smaller, the letters in a chart cannot be read."""


class Bookmark(Flowable):
    """An entry in the list of contents that PDF readers show at the side."""

    def __init__(self, title: str, key: str) -> None:
        super().__init__()
        self.title, self.key, self.width, self.height = title, key, 0, 0

    def draw(self) -> None:
        self.canv.bookmarkPage(self.key)
        self.canv.addOutlineEntry(self.title, self.key, level=0)


def section_flowables(
    sections: Iterable[Section], pictures: Mapping[str, Path], room: tuple[float, float], *, first: int = 0
) -> Iterator[Flowable]:
    """`room`: width and height of a page's content in points; `first`: the number of the first in the whole report."""
    for place, section in enumerate(sections, start=first):
        if place > first:
            yield CondPageBreak(120) if section.absent and not section.tables else PageBreak()
        yield Bookmark(pdf_text.clean(section.title), f"bagian-{place}")
        yield from _head(section)
        for table in section.tables:
            yield from table_flowables(table, room[0])
        yield from _picture(section, pictures, room)


def _head(section: Section) -> Iterator[Flowable]:
    yield Paragraph(markup(section.title), pdf_text.TITLE)
    for line in (section.basis, *section.notes, section.absent):
        if line:
            yield Paragraph(markup(line), pdf_text.BASIS)
    yield Spacer(1, 8)


def _picture(section: Section, pictures: Mapping[str, Path], room: tuple[float, float]) -> Iterator[Flowable]:
    path = pictures.get(section.picture)
    if section.picture and path is not None and path.is_file():
        yield KeepTogether([fitted(path, room[0], room[1] * _PICTURE)])


def fitted(path: Path, width: float, height: float) -> Image:
    """A picture in its own proportions, within `width` × `height` points."""
    own_width, own_height = ImageReader(str(path)).getSize()
    scale = min(width / own_width, height / own_height)
    return Image(str(path), own_width * scale, own_height * scale)


def with_note(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Where some letter cannot be printed, the last section says what its sign means."""
    cells = (value for one in sections for table in one.tables for row in table.rows for value in row)
    if not any(isinstance(value, str) and pdf_text.lacks_letters(pdf_text.clean(value)) for value in cells):
        return tuple(sections)
    last = sections[-1]
    return (*sections[:-1], replace(last, notes=(*last.notes, pdf_text.REPLACED_NOTE)))
