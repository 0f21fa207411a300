"""Braces and loops of a template: each opened one is closed, in the same place, and alone in its paragraph."""

import re
from collections.abc import Callable, Iterator

from desktop_app.documents.letters.template_problem import ProblemKind, TemplateProblem, shortened, where
from desktop_app.documents.letters.template_source import TAG, WHOLE, Line, Story

_WORD = re.compile(r"\{%[-+]?(?:p|tr|tc|r)?\s*(\w+)")
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_TABLE = re.compile(r"\.tabel\b")
_CLOSES = {"endfor": "for", "endif": "if", "endset": "set", "endwith": "with", "endfilter": "filter"}
_OPENS = {"for", "if", "with", "filter"}
_BETWEEN = {"elif": {"if"}, "else": {"if", "for"}}

Opened = tuple[str, str, Line]
"""Word (“for”), what of the document vanishes with it (“p”, “tr”, nothing), the paragraph."""


def tag_problems(story: Story) -> Iterator[TemplateProblem]:
    broken = [line for line in story.lines if _BRACES.search(TAG.sub("", line.text))]
    for line in broken:
        yield _problem(story, line, "kurung “{{ … }}” atau “{% … %}” tidak berpasangan")
    for line in story.lines:
        if line not in broken:
            yield from (_problem(story, line, why) for why in _misplaced(line))
    if not broken:
        yield from _unbalanced(story)


def _misplaced(line: Line) -> Iterator[str]:
    """`{%p …` takes its paragraph with it; a table of an annex takes the place of one, and nothing else may."""
    whole = [tag for tag in line.tags if _level(tag) == "p"]
    if whole and line.text.strip() != whole[0]:
        yield "tanda “{%p …” harus sendirian dalam paragrafnya; tulisan lain di situ akan hilang"
    for tag in line.tags:
        if tag.startswith("{{") and (_level(tag) == "p") != bool(_TABLE.search(tag)):
            yield "tabel lampiran ditulis “{{p l.tabel }}”, isian lain tanpa huruf p"


def _unbalanced(story: Story) -> Iterator[TemplateProblem]:
    """Loops and conditions that are not closed, or closed where something else was opened."""
    open_ones: list[Opened] = []
    for line in story.lines:
        for tag in line.tags:
            found = _WORD.match(tag)
            if found is None:
                continue
            why = _step(open_ones, found[1], _level(tag), line)
            if why:
                yield _problem(story, line, why)
                return
    for word, _, line in open_ones:
        yield _problem(story, line, f"“{word}” tidak ditutup dengan “end{word}”")


def _step(open_ones: list[Opened], word: str, level: str, line: Line) -> str:
    """Take one tag in; returns what is wrong with it, or nothing."""
    if word in _OPENS:
        open_ones.append((word, level, line))
        return ""
    wanted = {_CLOSES[word]} if word in _CLOSES else _BETWEEN.get(word)
    if wanted is None or word == "endset":
        return ""
    if not open_ones or open_ones[-1][0] not in wanted:
        return f"“{word}” tidak ada pembukanya"
    _, opened_level, opened = open_ones[-1]
    if word in _CLOSES:
        open_ones.pop()
    return "" if _together(opened, opened_level, line, level) else f"“{word}” berada di tempat lain daripada pembukanya"


def _together(opened: Line, opened_level: str, closed: Line, level: str) -> bool:
    """Both stand in the same page body or cell, or in rows of the same table."""
    place = _PLACE.get(level, _paragraph)
    return opened_level == level and place(opened) is place(closed)


def _paragraph(line: Line) -> object:
    return line.container


def _table(line: Line) -> object:
    return line.row.getparent() if line.row is not None else line.container


def _row(line: Line) -> object:
    return line.row if line.row is not None else line.container


_PLACE: dict[str, Callable[[Line], object]] = {"p": _paragraph, "tr": _table, "tc": _row}


def _level(tag: str) -> str:
    found = WHOLE.match(tag)
    return found[2] if found else ""


def _problem(story: Story, line: Line, why: str) -> TemplateProblem:
    sentence = f"Pada {where(line.number, story.place)}, {why}: “{shortened(line.text)}”."
    return TemplateProblem(
        what=ProblemKind.SYNTAX, paragraph=line.number, text=line.text, sentence=sentence, place=story.place
    )
