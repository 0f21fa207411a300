"""A sentence of the first page, or why it cannot be said."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.analysis.compliance.hidden import FEW
from desktop_app.domain.indonesian import number


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Either the `sentence`, or why it cannot be said (`why`)."""

    sentence: str = ""
    why: str = ""


def listed(words: Sequence[str]) -> str:
    """“a, b, dan c”; “a dan b”."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def people_words(count: int, outside: bool) -> str:
    """“1.234 orang”; outside the office few people are “kurang dari 5 orang”."""
    return f"kurang dari {FEW} orang" if outside and 0 < count < FEW else f"{number(count)} orang"
