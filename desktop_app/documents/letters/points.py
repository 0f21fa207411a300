"""The points of a letter with their figures filled in: as shipped, or as the clerk has edited them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.documents.letters.filling import checked, filled, missing
from desktop_app.documents.letters.letter_texts import LetterText, Point
from desktop_app.documents.letters.lists import listed
from desktop_app.documents.letters.marks import Marks, sentence
from desktop_app.documents.letters.words import Word
from desktop_app.domain.letters import PointText

Words = Mapping[str, Word]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledPoint:
    key: str
    title: str
    text: str
    details: tuple[str, ...] = ()


def check_points(points: Iterable[PointText], names: Mapping[str, object]) -> None:
    """UnknownPlaceholder: a point in use names what no letter knows."""
    for point in points:
        for text in (point.text, *point.details) if point.used else ():
            checked(text, names, point.title)


def fitting(subject: str, text: LetterText, points: Sequence[PointText] | None, words: Words) -> tuple[PointText, ...]:
    """The clerk's points, else the shipped ones that have something to say here (a regency without kelurahan …)."""
    if points is not None:
        return tuple(points)
    return tuple(point.as_text(subject) for point in text.points if needed(point, words))


def needed(point: Point, words: Words) -> bool:
    return all(words[name].text for name in point.needs)


def spoken(text: LetterText, points: Iterable[PointText], words: Words) -> tuple[str, ...]:
    """The texts of points that the letter will use, unfilled: where its annexes are mentioned."""
    shipped = {point.key: point for point in text.points}
    said: list[str] = []
    for point in points:
        own = shipped.get(point.key)
        if not point.used or (own is not None and not needed(own, words)):
            continue
        if own is not None and own.without and missing(point.text, words):
            said.append(own.without)
        else:
            said += [point.text, *(line for line in point.details if not missing(line, words))]
    return tuple(said)


def filled_points(text: LetterText, points: Iterable[PointText], words: Words, marks: Marks) -> tuple[FilledPoint, ...]:
    shipped = {point.key: point for point in text.points}
    made = (filled_point(point, shipped.get(point.key), words, marks) for point in points if point.used)
    return tuple(point for point in made if point is not None)


def filled_point(point: PointText, shipped: Point | None, words: Words, marks: Marks) -> FilledPoint | None:
    """None: it would speak of a figure that is not there.

    A point that the clerk has written or changed keeps its place with dots, so that nothing he wrote falls away unseen.
    """
    if shipped is not None and not needed(shipped, words):
        return None
    own = shipped is None or (point.text, point.details) != (shipped.text, shipped.details)
    details = [line for line in point.details if own or not missing(line, words)]
    text, where = point.text, point.title
    if missing(text, words) or (point.details and not details):
        without = shipped.without if shipped else ""
        if without and (own or not missing(without, words)):
            text, details = without, []
        elif not own:
            return None
    lines = listed([filled(line, words, where, marks) for line in details])
    return FilledPoint(
        key=point.key, title=where, text=_ended(sentence(filled(text, words, where, marks)), lines), details=lines
    )


def _ended(text: str, details: Sequence[str]) -> str:
    """A colon leads to details; without them a point ends in a full stop."""
    return text if details else text.rstrip(": ") + ("" if text.rstrip(": ")[-1:] in ".?!" else ".")
