"""What is wrong with a Word template, and the sentence in which the office reads it."""

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

SHOWN = 70
"""Letters of a paragraph in a sentence."""


class ProblemKind(StrEnum):
    UNKNOWN = "unknown"
    MISSING = "missing"
    SYNTAX = "syntax"
    NOT_WORD = "not_word"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateProblem:
    """`name` as it stands in the template (“kop.bari”); `paragraph` as Word counts (1, 2 …), 0 where there is none, in

    `place` (empty: the letter itself; “kaki halaman” …); `text` of that paragraph; `sentence` is what the user reads.
    """

    what: ProblemKind
    name: str = ""
    paragraph: int = 0
    text: str = ""
    sentence: str
    place: str = ""

    @property
    def fatal(self) -> bool:
        """No letter can be made; where only something is missing, it can."""
        return self.what is not ProblemKind.MISSING


def where(paragraph: int, place: str) -> str:
    """“paragraf 4”, “paragraf 2 di kaki halaman”."""
    return f"paragraf {paragraph} di {place}" if place else f"paragraf {paragraph}"


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def suggestion(name: str, known: list[str]) -> str:
    """“ Maksudnya “kop.baris”?”, or nothing."""
    found = get_close_matches(name, known, n=1, cutoff=0.7)
    return f" Mungkin maksudnya “{found[0]}”." if found else ""


def missing(name: str, meaning: str) -> TemplateProblem:
    sentence = f"Isian “{name}” ({meaning}) tidak dipakai templat ini; bagian itu tidak akan muncul dalam surat."
    return TemplateProblem(what=ProblemKind.MISSING, name=name, sentence=sentence)


def not_word(sentence: str) -> TemplateProblem:
    return TemplateProblem(what=ProblemKind.NOT_WORD, sentence=sentence)
