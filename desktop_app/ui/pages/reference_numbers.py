"""Numbers of people, shares and amounts as they are typed."""

import re
from collections.abc import Callable
from typing import TypeVar

from desktop_app.domain.indonesian import NBSP

T = TypeVar("T")

_DECIMAL = re.compile(r"\d{1,3}(?:[.,]\d+)?")
_RUPIAH = re.compile(r"(?:rp\.?)?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:-|00))?")
_PEOPLE = re.compile(r"\d{1,3}(?:[., ]\d{3})+|\d+")
_NONE = ("", "-", "–", "—")


class NotANumber(ValueError):
    """The text is no number of this kind."""


def people_of(text: str) -> int | None:
    """“1.837.899”, “1,837,899”, “1837899” -> people; “”, “–” -> None. NotANumber for anything else."""
    plain = text.replace(NBSP, " ").strip()
    if plain in _NONE:
        return None
    if not _PEOPLE.fullmatch(plain):
        raise NotANumber(text)
    return int(re.sub(r"\D", "", plain))


def share_of(text: str) -> float | None:
    """“67,28”, “67,28 %” -> 0.6728; None for nothing. NotANumber for what is not above 0 and up to 100."""
    plain = text.replace("%", "").replace(NBSP, " ").strip()
    if not plain:
        return None
    share = round(float(plain.replace(",", ".")) / 100, 10) if _DECIMAL.fullmatch(plain) else 0
    if not 0 < share <= 1:
        raise NotANumber(text)
    return share


def rupiah_of(text: str) -> int | None:
    """“Rp16.800”, “16.800”, “16800,-” -> 16800; None for nothing. NotANumber for anything else."""
    plain = text.strip().casefold()
    if not plain:
        return None
    found = _RUPIAH.fullmatch(plain)
    if found is None:
        raise NotANumber(text)
    return int(found[1].replace(".", ""))


def typed(parse: Callable[[str], T | None], text: str, wrong: str) -> tuple[T | None, str]:
    """What the text says, and “”; or None and the sentence `wrong` where it says nothing of the kind."""
    try:
        return parse(text), ""
    except NotANumber:
        return None, wrong
