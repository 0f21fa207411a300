"""Strips put onto pages one after the other, as Word breaks pages. Lengths are points."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop_app.pictures.paper_strips import Strip

Filled = list[tuple[float, Strip]]
"""Strips of a page, each with its distance from the top of the page's text."""
_SLACK = 0.05


def pages_of(strips: Iterable[Strip], height: float) -> Iterator[Filled]:
    """Pages with room for `height`; at least one, and no strip is lost: one too high for any page is cut, or stands out."""
    flow = _Flow(strips, height)
    while flow.waiting():
        yield flow.page()
    if flow.pages == 0:
        yield []


class _Flow:
    def __init__(self, strips: Iterable[Strip], height: float) -> None:
        self._source = iter(strips)
        self._next: deque[Strip] = deque()
        self._height = height
        self.pages = 0
        self._repeated = 0

    def waiting(self) -> bool:
        return self._look(0) is not None

    def page(self) -> Filled:
        """Fill the next page."""
        page: Filled = []
        used = 0.0
        broken = self.pages > 0 and not self._starts_page()
        self.pages += 1
        while (strip := self._look(0)) is not None and not (page and strip.page_break):
            if not page:
                used = self._repeat(page, strip)
                strip.before = 0 if broken else strip.before
            if page and used > 0 and not self._chain_fits(self._height - used) and self._own(page):
                self._part(page, strip, used)
                break
            too_high = used + strip.before + strip.height > self._height + _SLACK
            if not self._own(page) and too_high and self._part(page, strip, used):
                break
            self._next.popleft()
            page.append((used + strip.before, strip))
            used += strip.whole
        return page

    def _starts_page(self) -> bool:
        strip = self._look(0)
        return strip is not None and strip.page_break

    def _own(self, page: Filled) -> bool:
        """Whether more than repeated header rows stands on the page."""
        return len(page) > self._repeated

    def _repeat(self, page: Filled, strip: Strip) -> float:
        used = 0.0
        self._repeated = 0
        room = sum(head.whole for head in strip.heads)
        if self.pages > 1 and strip.heads and room < self._height / 2:
            for head in strip.heads:
                page.append((used, replace(head, text="")))
                used += head.height
            self._repeated = len(page)
        return used

    def _chain_fits(self, room: float) -> bool:
        """Whether the next strip, with those tied to it, fits; a chain higher than a page need not."""
        total = 0.0
        at = 0
        while (strip := self._look(at)) is not None:
            if at and strip.page_break:
                break
            end = total + strip.before + strip.height
            if end > room + _SLACK:
                return at > 0 and self._chain_height() > self._height
            if not strip.tied:
                return True
            total += strip.whole
            at += 1
        return True

    def _chain_height(self) -> float:
        total = 0.0
        at = 0
        while (strip := self._look(at)) is not None and total <= self._height:
            total += strip.whole
            if not strip.tied:
                break
            at += 1
        return total

    def _part(self, page: Filled, strip: Strip, used: float) -> bool:
        """Cut a row that may be cut, or that no page can hold, at the end of the page."""
        room = self._height - used - strip.before
        if strip.cut is None or not (strip.splits or strip.height > self._height) or strip.tied:
            return False
        parts = strip.cut(room)
        if parts is None:
            return False
        upper, lower = parts
        lower.tied, lower.heads, lower.after = strip.tied, strip.heads, strip.after
        self._next.popleft()
        self._next.appendleft(lower)
        page.append((used + strip.before, upper))
        return True

    def _look(self, at: int) -> Strip | None:
        """The strip that comes after `at` others; None: there is none."""
        while len(self._next) <= at:
            strip = next(self._source, None)
            if strip is None:
                return None
            self._next.append(strip)
        return self._next[at]
