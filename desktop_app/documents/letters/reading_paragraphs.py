"""One paragraph of a letter with everything inherited settled."""

from dataclasses import replace
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_looks import Look, merged, paragraph_look
from desktop_app.documents.letters.reading_numbers import Number, Numbering
from desktop_app.documents.letters.reading_package import W, number, value
from desktop_app.documents.letters.reading_runs import PAGE_BREAK, RunReader, Words, run_of
from desktop_app.documents.letters.reading_styles import Styles
from desktop_app.domain.paper import Align, PaperParagraph, Run

_FIELDS = ("align", "left", "right", "first", "before", "after", "line", "line_exact", "line_least", "keep_next", "whole",
           "page_break", "rule", "rule_gap", "rule_above", "double", "fill")  # fmt: skip


Parted = tuple[list[PaperParagraph], bool]
"""Paragraphs, and whether what follows them begins a page."""


NO_TABLE: tuple[Look, Look] = ({}, {})


class ParagraphReader:
    """Reads the paragraphs of a document in their order, for numbers count on."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        # The looks of tables are kept by their reader: none of them goes while this lives, and its id stays its own.
        self._bases: dict[tuple[str, int], tuple[Look, Look]] = {}
        self._near: dict[str, Look] = {}

    def read(self, element: etree._Element, runs: RunReader, table: tuple[Look, Look] = NO_TABLE) -> Parted:
        """A w:p as paragraphs: one, or more where a page breaks within. `table`: what the style of its table says."""
        properties = element.find(f"{W}pPr")
        key = self._styles.paragraph_key(properties)
        direct = paragraph_look(properties)
        numbered, own = self._numbered(properties, key)
        counted = self._numbering.next(numbered)
        paragraph, letters = self._base(key, table)
        if counted is not None and own:
            paragraph = merged(paragraph, counted.paragraph)
        elif counted is not None:
            paragraph = merged(paragraph, counted.paragraph, self._nearest(key))
        paragraph = merged(paragraph, direct)
        words = runs.words(element, letters)
        end = merged(letters, self._styles.letter_look(None if properties is None else properties.find(f"{W}rPr")))
        made = self._made(paragraph, words, key)
        made = _with_end(made, end) if not words.runs else made
        return _parted(_numbered(made, counted, end))

    def _base(self, key: str, table: tuple[Look, Look]) -> tuple[Look, Look]:
        """Defaults of the document, then of the table's style, then of the paragraph's style."""
        kept = self._bases.get((key, id(table)))
        if kept is None:
            defaults, letters = self._styles.defaults()
            style, own = self._styles.looks(key)
            kept = merged(defaults, table[0], style), merged(letters, table[1], own)
            self._bases[key, id(table)] = kept
        return kept

    def _numbered(self, properties: etree._Element | None, key: str) -> tuple[tuple[str, int] | None, bool]:
        """The list and level of a paragraph, and whether it says so itself (else its style does)."""
        direct = None if properties is None else properties.find(f"{W}numPr")
        bound = self._numbering.bound(key)
        if direct is None:
            return bound, False
        at = value(direct, "ilvl")
        listed = value(direct, "numId")
        if listed is None:
            return (None if bound is None else (bound[0], int(number(at)))), True
        return (listed, int(number(at)) if at is not None else 0), True

    def _nearest(self, key: str) -> Look:
        """What the style with the number, and those based on it, say: it wins over what the number says."""
        if key in self._near:
            return self._near[key]
        chain = self._styles.chain(key)
        since = max((at for at, style in enumerate(chain) if style.find(f"{W}pPr/{W}numPr") is not None), default=0)
        self._near[key] = merged(*(paragraph_look(style.find(f"{W}pPr")) for style in chain[since:]))
        return self._near[key]

    def _made(self, look: Look, words: Words, key: str) -> PaperParagraph:
        known: dict[str, Any] = {name: look[name] for name in _FIELDS if name in look}
        stops = sorted((at, side) for at, side in look.get("stops", {}).items() if side is not None)
        return PaperParagraph(
            runs=tuple(words.runs),
            images=tuple(words.images),
            tabs=tuple(at for at, _ in stops),
            tab_sides=tuple(side for _, side in stops) if any(side is not Align.LEFT for _, side in stops) else (),
            name=self._styles.name(key),
            contextual=bool(look.get("contextual")),
            **known,
        )


def _numbered(made: PaperParagraph, counted: Number | None, end: Look) -> PaperParagraph:
    if counted is None or not counted.text:
        return made
    look = run_of("", merged(end, counted.letters))
    return replace(made, number=counted.text, number_run=look, number_tab=counted.tab)


def _with_end(made: PaperParagraph, end: Look) -> PaperParagraph:
    """An empty paragraph is as high as the letters of its end would be."""
    return replace(made, runs=(run_of("", end),))


def _parted(made: PaperParagraph) -> Parted:
    """The paragraph, cut where a page breaks within; and whether what follows begins a page: the break is its end."""
    if not any(PAGE_BREAK in run.text for run in made.runs):
        return [made], False
    parts: list[list[Run]] = [[]]
    for run in made.runs:
        for place, text in enumerate(run.text.split(PAGE_BREAK)):
            if place:
                parts.append([])
            if text:
                parts[-1].append(replace(run, text=text))
    found: list[PaperParagraph] = []
    breaks = made.page_break
    for place, runs in enumerate(parts):
        breaks = breaks or place > 0
        begins = place == 0 and bool(made.images or made.number)
        if runs or begins:
            found.append(_part(made, tuple(runs), first=place == 0, page_break=breaks))
            breaks = False
    return found, breaks


def _part(made: PaperParagraph, runs: tuple[Run, ...], *, first: bool, page_break: bool) -> PaperParagraph:
    if first:
        return replace(made, runs=runs or (replace(made.runs[0], text=""),), page_break=page_break)
    return replace(made, runs=runs, number="", images=(), before=0, page_break=page_break)
