"""Number and date written into a letter that was edited in Word: in its text only, so that every edit stays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.documents.letters.package import NotAPackage, read_package, write_package
from desktop_app.documents.letters.word_xml import DOCUMENT, Element, W, as_bytes, parse


@dataclass(frozen=True, slots=True)
class Change:
    """`old` stands in the letter, `new` takes its place. `near`: of several places, those in a paragraph with such words."""

    old: str
    new: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamped:
    """`counts`: in how many paragraphs each change was made, in their order; 0: its place was not found."""

    data: bytes
    counts: tuple[int, ...]


def stamped(letter: bytes, changes: tuple[Change, ...]) -> Stamped | None:
    """The letter with these changes; None where it cannot be opened as a Word document."""
    try:
        parts = read_package(letter)
        root = parse(parts[DOCUMENT])
    except (NotAPackage, KeyError, ValueError, SyntaxError):
        return None
    counts = tuple(_change(root, change) for change in changes)
    return Stamped(write_package({**parts, DOCUMENT: as_bytes(root)}), counts)


def _change(root: Element, change: Change) -> int:
    """Blanks are found also where Word or the clerk has changed their width."""
    if not change.old.strip():
        return 0
    pattern = _pattern(change.old)
    found = [paragraph for paragraph in root.iter(f"{W}p") if pattern.search(_text(paragraph))]
    near = [one for one in found if any(word.casefold() in _text(one).casefold() for word in change.near)]
    if change.near and len(found) > 1:
        found = near
    for paragraph in found:
        _replace(paragraph, pattern, change.new)
    return len(found)


def _pattern(old: str) -> re.Pattern[str]:
    """“500.15.14/      /DISNAKER/2026” with a gap of any width; dots alone only as dots."""
    if not old.strip(" .…\u00a0"):
        return re.compile(r"[.…]{6,}")
    pieces = re.split(r"[\s\u00a0]+", old.strip())
    return re.compile(r"[\s\u00a0._…]*".join(map(re.escape, pieces)))


def _replace(paragraph: Element, pattern: re.Pattern[str], new: str) -> None:
    """The first match: its first run takes all of the new text, the others lose their share of the old."""
    nodes = list(_nodes(paragraph))
    found = pattern.search(_text(paragraph))
    assert found is not None
    start, end, place = *found.span(), 0
    for node in nodes:
        text = node.text or ""
        left, right = max(start - place, 0), min(end - place, len(text))
        if left < right:
            node.text = text[:left] + (new if place + left == start else "") + text[right:]
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        place += len(text)


def _text(paragraph: Element) -> str:
    return "".join(node.text or "" for node in _nodes(paragraph))


def _nodes(paragraph: Element) -> Iterator[Element]:
    """Texts of the paragraph itself; a text box in it has paragraphs of its own."""
    for node in paragraph.iter(f"{W}t"):
        above = node.getparent()
        while above is not None and above.tag != f"{W}p":
            above = above.getparent()
        if above is paragraph:
            yield node
