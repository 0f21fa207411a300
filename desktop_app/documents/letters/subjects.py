"""The subjects that letters are written on, from `resources/letters/*.toml`: who is spoken to, and every sentence.

A file has one subject; its `[[letters]]` are the texts, each for the kinds that it fits. The texts of `common/` (the Nota
Dinas that carries a draft upward) serve every subject.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.documents.letters.letter_texts import LEAD, Point
from desktop_app.documents.letters.letter_texts import LetterText as LetterText
from desktop_app.documents.letters.letter_texts import Subject as Subject
from desktop_app.documents.letters.letter_texts import UnfitKind as UnfitKind
from desktop_app.documents.letters.letter_texts import UnknownSubject as UnknownSubject
from desktop_app.documents.letters.table_reading import Table, WrongText
from desktop_app.domain.letters import AddresseeKind, LetterKind, Split
from desktop_app.resources import resource


@cache
def subjects() -> tuple[Subject, ...]:
    """All subjects, in the order of their files' `place`. WrongText: a shipped file is wrong, with its name and entry."""
    folder = resource("letters")
    common = tuple(letter for path in sorted(folder.glob("common/*.toml")) for letter in letters_of(path))
    found = [(_opened(path), path) for path in sorted(folder.glob("*.toml"))]
    found.sort(key=lambda entry: entry[0].get("place", 99))
    return tuple(_subject(values, path, common) for values, path in found)


def subject_of(path: Path) -> Subject:
    """The subject of one file, without what is common to all. WrongText."""
    return _subject(_opened(path), path, ())


def subject(key: str) -> Subject:
    """UnknownSubject."""
    known = {one.key: one for one in subjects()}
    if key not in known:
        raise UnknownSubject(key, list(known))
    return known[key]


def letters_of(path: Path) -> tuple[LetterText, ...]:
    table = Table(_opened(path), path.name)
    letters = tuple(_letter(part) for part in table.tables("letters"))
    table.done()
    return letters


def _opened(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise WrongText(f"{path.name}: {error}") from error


def _subject(values: dict[str, Any], path: Path, common: tuple[LetterText, ...]) -> Subject:
    table = Table(values, path.name)
    table.number("place")
    found = Subject(
        key=path.stem,
        title=table.text("title"),
        addressee=table.one_of("addressee", AddresseeKind),
        letters=(*(_letter(part) for part in table.tables("letters")), *common),
    )
    table.done()
    return found


def _letter(table: Table) -> LetterText:
    letter = LetterText(
        kinds=table.some_of("kinds", LetterKind),
        splits=table.some_of("splits", Split),
        matter=table.text("matter"),
        to=table.texts("to"),
        own_to=table.texts("own_to"),
        statement=table.text("statement", ""),
        purpose=table.text("purpose", ""),
        lead=table.text("lead", LEAD),
        opening=table.texts("opening"),
        background=table.texts("background"),
        aims=table.texts("aims"),
        scope=table.texts("scope"),
        closing=table.text("closing", ""),
        copies=table.texts("copies"),
        character=table.text("character", "Penting"),
        details=table.triples("details"),
        bases=table.texts("bases"),
        points=tuple(_point(part) for part in table.tables("points")),
    )
    table.done()
    return letter


def _point(table: Table) -> Point:
    point = Point(
        key=table.text("key"),
        title=table.text("title"),
        text=table.text("text"),
        without=table.text("without", ""),
        details=table.texts("details"),
        needs=table.texts("needs"),
        alternatives=table.pairs("alternatives"),
        used=table.flag("used", True),
        only=table.texts("only"),
    )
    table.done()
    return point
