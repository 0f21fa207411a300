"""Word's automatic numbering: which number stands before a paragraph, and how far it hangs.

Rules: ECMA-376 part 1, 17.9 (numbering definitions, restarts, overrides).
"""

import re
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_looks import Look, paragraph_look
from desktop_app.documents.letters.reading_package import Package, W, number, switched, value
from desktop_app.documents.letters.reading_styles import Styles

_LEVELS = 9
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf02d": "-", "o": "○"}
"""Signs of the fonts Symbol and Wingdings, whose codes mean nothing in others."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart`: the level whose step begins it anew (1-based; 0: never), None: any above."""

    start: int
    form: str
    text: str
    tail: str
    legal: bool
    restart: int | None
    paragraph: Look
    letters: Look


@dataclass(frozen=True, slots=True)
class Number:
    """What stands before a paragraph. `tab`: the text begins at the next stop, else right behind it."""

    text: str
    tab: bool
    paragraph: Look
    letters: Look


class Numbering:
    """Counts the lists of a document in the order of its paragraphs."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._root = package.xml(package.of_type(package.main, "numbering"))
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        if self._root is not None:
            self._abstract = {one.get(f"{W}abstractNumId", ""): one for one in self._root.iter(f"{W}abstractNum")}
            self._lists = {one.get(f"{W}numId", ""): one for one in self._root.iter(f"{W}num")}
        self._levels: dict[tuple[str, int], Level | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._bound: dict[str, tuple[str, int] | None] = {}
        self._begun: set[tuple[str, int]] = set()

    def bound(self, key: str) -> tuple[str, int] | None:
        """The list and level that style `key` is bound to, by itself or through those it is based on."""
        if key not in self._bound:
            self._bound[key] = self._bound_to(key)
        return self._bound[key]

    def _bound_to(self, key: str) -> tuple[str, int] | None:
        found: str | None = None
        level: str | None = None
        for style in self._styles.chain(key):
            properties = style.find(f"{W}pPr/{W}numPr")
            found, level = value(properties, "numId") or found, value(properties, "ilvl") or level
        if found is None:
            return None
        return found, self._level_of_style(found, key) if level is None else _at(level)

    def next(self, numbered: tuple[str, int] | None) -> Number | None:
        """Count one more paragraph of the list; None where the list says nothing (“0” takes a number away)."""
        if numbered is None or (level := self.level(*numbered)) is None:
            return None
        count = self._step(*numbered)
        if level.form == "none":
            text = ""
        elif level.form == "bullet":
            text = "".join(_BULLETS.get(sign, "•" if "\uf000" <= sign <= "\uf0ff" else sign) for sign in level.text)
        else:
            text = self._filled(numbered[0], level, count)
        return Number(
            text + ("" if level.tail != "space" else " "), level.tail == "tab", level.paragraph, level.letters
        )

    def level(self, key: str, at: int) -> Level | None:
        if (key, at) not in self._levels:
            self._levels[key, at] = self._read(key, at)
        return self._levels[key, at]

    def _step(self, key: str, at: int) -> list[int | None]:
        """Lists of one definition count on together; a start of its own begins when a list is first used."""
        counts = self._counts.setdefault(self._definition(key), [None] * _LEVELS)
        begins = self._own_start(key, at)
        fresh = begins is not None and (key, at) not in self._begun
        self._begun.add((key, at))
        level = self.level(key, at)
        assert level is not None
        before = counts[at]
        counts[at] = level.start if fresh or before is None else before + 1
        for above in range(at):
            outer = self.level(key, above)
            if counts[above] is None and outer is not None:
                counts[above] = outer.start
        for below in range(at + 1, _LEVELS):
            inner = self.level(key, below)
            if inner is None or inner.restart is None or 0 < at + 1 <= inner.restart:
                counts[below] = None
        return counts

    def _filled(self, key: str, level: Level, counts: list[int | None]) -> str:
        def put(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = self.level(key, at)
            form = "decimal" if other is None or level.legal else other.form
            return written(counts[at] or 0, form)

        return re.sub(r"%([1-9])", put, level.text)

    def _definition(self, key: str) -> str:
        found = self._lists.get(key)
        return (value(found, "abstractNumId") or "") if found is not None else ""

    def _own_start(self, key: str, at: int) -> int | None:
        override = self._override(key, at)
        started = value(override, "startOverride")
        return None if started is None else int(number(started, 1))

    def _override(self, key: str, at: int) -> etree._Element | None:
        return _with(self._lists.get(key), "lvlOverride", at)

    def _read(self, key: str, at: int) -> Level | None:
        if key not in self._lists or not 0 <= at < _LEVELS:
            return None
        override = self._override(key, at)
        own = None if override is None else override.find(f"{W}lvl")
        found = own if own is not None else _with(self._abstract_of(key), "lvl", at)
        if found is None:
            return None
        start = self._own_start(key, at)
        restart = value(found, "lvlRestart")
        return Level(
            start=int(number(value(found, "start"), 1)) if start is None else start,
            form=value(found, "numFmt") or "decimal",
            text=(value(found, "lvlText") or "")[:100],
            tail=value(found, "suff") or "tab",
            legal=bool(switched(found, "isLgl")),
            restart=None if restart is None else int(number(restart)),
            paragraph=paragraph_look(found.find(f"{W}pPr")),
            letters=self._styles.letter_look(found.find(f"{W}rPr")),
        )

    def _abstract_of(self, key: str, depth: int = 0) -> etree._Element | None:
        """The definition of a list; one that only points to a style's list is followed once."""
        abstract = self._abstract.get(self._definition(key))
        link = value(abstract, "numStyleLink")
        if link and depth == 0 and abstract is not None and abstract.find(f"{W}lvl") is None:
            bound = self.bound(link)
            return self._abstract_of(bound[0], 1) if bound else abstract
        return abstract

    def _level_of_style(self, key: str, style: str) -> int:
        """A list may name the style of each of its levels."""
        abstract = self._abstract_of(key)
        levels = [] if abstract is None else abstract.iterchildren(f"{W}lvl")
        return next((_at(one.get(f"{W}ilvl")) for one in levels if value(one, "pStyle") == style), 0)


def written(count: int, form: str) -> str:
    """`count` as “1”, “01”, “a”, “A”, “iv” or “IV”; other forms as digits."""
    if form in ("lowerLetter", "upperLetter"):
        # After z comes aa, then bb: Word repeats the letter.
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 20) if count > 0 else ""
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    signs = ""
    count = min(max(count, 0), 9999)
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        signs += sign * times
    return signs


def _with(parent: etree._Element | None, name: str, at: int) -> etree._Element | None:
    """The child of this name whose w:ilvl is `at`."""
    children = [] if parent is None else parent.iterchildren(f"{W}{name}")
    return next((one for one in children if _at(one.get(f"{W}ilvl")) == at), None)


def _at(text: str | None) -> int:
    return int(number(text))
