"""Heads and feet of pages, and the room they leave for the text. Lengths are points."""

from dataclasses import replace

from desktop_app.domain.paper import PAGE_COUNT, PAGE_NUMBER, PaperParagraph, PaperSection
from desktop_app.pictures.paper_flow import Filled
from desktop_app.pictures.paper_lines import Beside, strips_of
from desktop_app.pictures.paper_strips import Strip

_LEAST = 72.0
Paragraphs = tuple[PaperParagraph, ...]


class Heads:
    """Lays heads and feet out, once for each text that they say."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Paragraphs, float], list[Strip]] = {}

    def room(self, section: PaperSection) -> tuple[float, float]:
        """Where the text of the section's pages begins, and how high it is: a high head or foot takes of it."""
        heads = (section.head, section.first_head or ())
        feet = (section.foot, section.first_foot or ())
        above = max(self._height(lines, section) for lines in heads)
        below = max(self._height(lines, section) for lines in feet)
        top = max(section.top, section.head_from + above)
        bottom = max(section.bottom, section.foot_from + below)
        return top, max(section.height - top - bottom, _LEAST)

    def strips(self, section: PaperSection, *, first: bool, number: int, count: int) -> Filled:
        """Head and foot of a page, each line with its distance from the top of the paper."""
        head = section.first_head if first and section.first_head is not None else section.head
        foot = section.first_foot if first and section.first_foot is not None else section.foot
        found: Filled = []
        self._stack(found, self._lines(head, section, number, count), section.head_from)
        lines = self._lines(foot, section, number, count)
        self._stack(found, lines, section.height - section.foot_from - sum(line.whole for line in lines))
        return found

    def _stack(self, found: Filled, lines: list[Strip], y: float) -> None:
        for line in lines:
            found.append((y + line.before, line))
            y += line.whole

    def _height(self, paragraphs: Paragraphs, section: PaperSection) -> float:
        return sum(line.whole for line in self._lines(paragraphs, section, 1, 1))

    def _lines(self, paragraphs: Paragraphs, section: PaperSection, number: int, count: int) -> list[Strip]:
        width = section.width - section.left - section.right
        said = tuple(_said(paragraph, number, count) for paragraph in paragraphs)
        if (said, width) not in self._kept:
            beside = Beside()
            lines = [line for paragraph in said for line in strips_of(paragraph, width, beside)]
            if len(self._kept) > 500:
                self._kept.clear()
            self._kept[said, width] = lines
        return self._kept[said, width]


def _said(paragraph: PaperParagraph, number: int, count: int) -> PaperParagraph:
    """With the numbers in place of their signs."""
    if not any(PAGE_NUMBER in run.text or PAGE_COUNT in run.text for run in paragraph.runs):
        return paragraph
    return replace(
        paragraph,
        runs=tuple(
            replace(run, text=run.text.replace(PAGE_NUMBER, str(number)).replace(PAGE_COUNT, str(count)))
            for run in paragraph.runs
        ),
    )
