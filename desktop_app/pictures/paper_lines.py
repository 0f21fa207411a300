"""Paragraphs broken into lines, as Word breaks them. Lengths are points."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLine, QTextOption

from desktop_app.domain.paper import Align, Mark, PaperImage, PaperParagraph, Run
from desktop_app.pictures.paper_fonts import UNIT, heights
from desktop_app.pictures.paper_strips import Block, Ink, Picture, Strip, Words
from desktop_app.pictures.paper_words import STOP, laid, layout_of, line_height, looks_of, meets, option, stretch

_GAP = 6.0
"""Between a picture and the words that keep off it."""
_NARROWEST = 20.0
_TABS = {
    Align.LEFT: QTextOption.TabType.LeftTab, Align.CENTER: QTextOption.TabType.CenterTab,
    Align.RIGHT: QTextOption.TabType.RightTab, Align.JUSTIFY: QTextOption.TabType.LeftTab,
}  # fmt: skip


@dataclass(slots=True)
class Beside:
    """A picture that the words keep off: how wide it is from the left edge, and how far down it still goes."""

    width: float = 0
    left: float = 0

    def room(self) -> float:
        return self.width if self.left > 0 else 0

    def pass_by(self, height: float) -> None:
        self.left = max(self.left - height, 0)


def strips_of(paragraph: PaperParagraph, width: float, beside: Beside | None = None) -> list[Strip]:
    """The lines of `paragraph` in a column so wide; pictures stand in a line of their own above its words."""
    beside = beside or Beside()
    floating = _floating(paragraph, beside)
    strips = [*_picture_lines(paragraph, width, beside), *_text_lines(paragraph, width, beside)]
    strips[0].inks[:0] = floating
    _add_rules(strips, paragraph, width)
    _tie(strips, paragraph)
    first, last = strips[0], strips[-1]
    first.before, first.page_break, last.after = paragraph.before, paragraph.page_break, paragraph.after
    beside.pass_by(paragraph.before + paragraph.after)
    return strips


def _floating(paragraph: PaperParagraph, beside: Beside) -> list[Ink]:
    found: list[Ink] = []
    for image in paragraph.images:
        if image.left:
            found.append(_picture(image, image.x, image.y))
            if image.wraps and image.x <= _NARROWEST:
                beside.width, beside.left = image.x + image.width + _GAP, image.y + image.height
    return found


def _picture(image: PaperImage, x: float, y: float) -> Picture:
    return Picture(data=image.data, area=QRectF(x, y, image.width, image.height))


def _picture_lines(paragraph: PaperParagraph, width: float, beside: Beside) -> list[Strip]:
    images = [image for image in paragraph.images if not image.left]
    if not images:
        return []
    used = sum(image.width for image in images)
    start = max(paragraph.left, beside.room()) + (0 if paragraph.text else paragraph.first)
    free = max(width - start - paragraph.right - used, 0)
    x = start + {Align.CENTER: free / 2, Align.RIGHT: free}.get(paragraph.align, 0)
    height = max(image.height for image in images)
    inks: list[Ink] = []
    for image in images:
        inks.append(_picture(image, x, height - image.height))
        x += image.width
    below = 0 if paragraph.text or not paragraph.runs else heights(paragraph.runs[0])[1]
    beside.pass_by(height + below)
    return [Strip(height=height + below, inks=inks)]


def _text_lines(paragraph: PaperParagraph, width: float, beside: Beside) -> list[Strip]:
    runs = tuple(run for run in paragraph.runs if run.text)
    if not runs and not paragraph.number:
        return _empty_line(paragraph, beside)
    runs = runs or (Run(text=""),)
    return _Lines(paragraph, runs, width, beside).strips()


def _empty_line(paragraph: PaperParagraph, beside: Beside) -> list[Strip]:
    if any(not image.left for image in paragraph.images):
        return []
    height, _ = line_height(paragraph, paragraph.runs or (Run(text=""),))
    beside.pass_by(height)
    return [Strip(height=height)]


class _Lines:
    """Breaks the words of one paragraph."""

    def __init__(self, paragraph: PaperParagraph, runs: tuple[Run, ...], width: float, beside: Beside) -> None:
        self._paragraph, self._runs, self._width, self._beside = paragraph, runs, width, beside
        self._text = "".join(run.text for run in runs).replace("\n", "\u2028")
        self._layout = layout_of(self._text, runs)
        self._tabbed = "\t" in self._text
        self._layout.setTextOption(option(paragraph.align))
        self._looks = looks_of(runs)

    def strips(self) -> list[Strip]:
        found: list[Strip] = []
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            found.append(self._line(line, first=not found))
        self._layout.endLayout()
        # Where words stand is known only when all lines are made: the last one is not stretched.
        return [self._finished(strip, at) for at, strip in enumerate(found)] or _empty_line(
            self._paragraph, self._beside
        )

    def _line(self, line: QTextLine, *, first: bool) -> Strip:
        paragraph = self._paragraph
        start = max(paragraph.left, self._beside.room())
        inks: list[Ink] = []
        if first:
            start += paragraph.first if not paragraph.number else 0
            if paragraph.number:
                start = self._number(inks, start)
        room = max(self._width - start - paragraph.right, _NARROWEST)
        if self._tabbed:
            self._layout.setTextOption(option(paragraph.align, self._stops(start)))
        line.setLineWidth(room * UNIT)
        line.setPosition(QPointF(start * UNIT, 0))
        height, baseline = line_height(paragraph, self._on(line))
        self._beside.pass_by(height)
        top = baseline - line.ascent() / UNIT
        inks.append(Words(line=line, layout=self._layout, x=0, y=top, height=line.height() / UNIT))
        text = self._text[line.textStart() : line.textStart() + line.textLength()].replace("\u2028", "\n")
        said = f"{paragraph.number}\t{text}" if first and paragraph.number else text
        return Strip(height=height, inks=inks, text=said)

    def _number(self, inks: list[Ink], left: float) -> float:
        """Put the number in front; returns where the words begin."""
        paragraph = self._paragraph
        look = replace(paragraph.number_run or replace(self._runs[0], bold=False), text=paragraph.number)
        start = left + paragraph.first
        words, width = laid(paragraph.number, (look,), Align.LEFT)
        _, baseline = line_height(paragraph, self._runs)
        line = words.lineAt(0)
        top = baseline - line.ascent() / UNIT
        inks.append(Words(line=line, layout=words, x=start, y=top, height=line.height() / UNIT))
        if not paragraph.number_tab:
            return start + width
        stops = [
            stop for stop in (*paragraph.tabs, *([left] if paragraph.first < 0 else [])) if stop > start + width - 0.1
        ]
        return min(stops, default=(start + width) // STOP * STOP + STOP)

    def _stops(self, start: float) -> list[QTextOption.Tab]:
        """Tab stops from the beginning of a line: those of the paragraph, its own left edge, then Word's own."""
        paragraph = self._paragraph
        sides = paragraph.tab_sides or (Align.LEFT,) * len(paragraph.tabs)
        stops = dict(zip(paragraph.tabs, sides, strict=False))
        if paragraph.first < 0:
            stops.setdefault(paragraph.left, Align.LEFT)
        place = (max(stops, default=0) // STOP + 1) * STOP
        while place < self._width:
            stops.setdefault(place, Align.LEFT)
            place += STOP
        return [
            QTextOption.Tab((at - start) * UNIT, _TABS[side]) for at, side in sorted(stops.items()) if at > start + 0.1
        ]

    def _on(self, line: QTextLine) -> tuple[Run, ...]:
        """The runs of which something stands on the line."""
        if len(self._looks) == 1:
            return self._runs
        start, end = line.textStart(), line.textStart() + line.textLength()
        return tuple(run for first, last, run in self._looks if first < end and last > start) or self._runs[:1]

    def _finished(self, strip: Strip, at: int) -> Strip:
        marked = [(first, last, run) for first, last, run in self._looks if run.mark or run.fill]
        if not marked:
            return strip
        line = self._layout.lineAt(at)
        parts = [(*stretch(line, first, last), run) for first, last, run in marked if meets(line, first, last)]
        words = strip.inks[-1]
        assert isinstance(words, Words)
        strip.inks[-1] = replace(
            words,
            marked=tuple((start, end, run.mark) for start, end, run in parts if run.mark is not Mark.NONE),
            filled=tuple((start, end, run.fill) for start, end, run in parts if run.fill),
        )
        return strip


def _add_rules(strips: list[Strip], paragraph: PaperParagraph, width: float) -> None:
    left, across = paragraph.left, width - paragraph.left - paragraph.right
    if paragraph.fill:
        for strip in strips:
            ground = Block(area=QRectF(left, 0, across, strip.height), colour=f"#{paragraph.fill}")
            strip.inks.insert(0, ground)
    if paragraph.rule_above:
        strips[0].inks.append(Block(area=QRectF(left, -paragraph.rule_above, across, paragraph.rule_above)))
    if paragraph.rule:
        last = strips[-1]
        top = last.height + paragraph.rule_gap
        for start, thick in ((0.0, 0.3), (0.6, 0.4)) if paragraph.double else ((0.0, 1.0),):
            area = QRectF(left, top + start * paragraph.rule, across, thick * paragraph.rule)
            last.inks.append(Block(area=area))
        last.height = top + paragraph.rule


def _tie(strips: list[Strip], paragraph: PaperParagraph) -> None:
    """No line of a paragraph alone at the end or at the top of a page; what is kept together is tied throughout."""
    last = len(strips) - 1
    for at, strip in enumerate(strips[:-1]):
        strip.tied = paragraph.whole or paragraph.keep_next or at == 0 or at == last - 1
    strips[-1].tied = paragraph.keep_next
