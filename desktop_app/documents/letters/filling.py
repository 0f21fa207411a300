"""Filling `{{ name }}` in the texts of a letter. Only names: texts travel between offices, so nothing in them can run."""

import re
from collections.abc import Mapping
from functools import lru_cache

from desktop_app.documents.letters.marks import PLAIN, Marks
from desktop_app.documents.letters.words import Word
from desktop_app.domain.errors import AppError

_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_LEFT_OVER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\}\}|\{%|%\}")
_SPACES, _BEFORE_MARK = re.compile(" {2,}"), re.compile(r" +([,;:]|\.(?!\.))")


class UnknownPlaceholder(AppError):
    """A text names what no letter knows; `where` is the point as the clerk sees it."""

    title = "Isian tidak dikenal"
    hint = "Pilih nama dari daftar isian di samping butir itu, atau tulis langsung kata-katanya."

    def __init__(self, where: str, name: str) -> None:
        super().__init__(f"Butir “{where}” memakai isian “{name}”, yang tidak ada.")


@lru_cache(maxsize=4096)
def placeholders_in(text: str) -> tuple[str, ...]:
    """Names in the order of the text, each once."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def checked(text: str, known: Mapping[str, object], where: str) -> None:
    """UnknownPlaceholder: `text` names what is not in `known`, or holds braces that are no placeholder."""
    for name in placeholders_in(text):
        if name not in known:
            raise UnknownPlaceholder(where, name)
    left_over = _LEFT_OVER.search(_PLACEHOLDER.sub("", text))
    if left_over:
        raise UnknownPlaceholder(where, left_over.group())


def missing(text: str, words: Mapping[str, Word]) -> bool:
    """Whether the text names a word without a figure."""
    return any(words[name].text is None for name in placeholders_in(text))


def filled(text: str, words: Mapping[str, Word], where: str, marks: Marks = PLAIN) -> str:
    """`text` with its words; dots for one that has no figure. UnknownPlaceholder."""
    checked(text, words, where)

    def word(found: re.Match[str]) -> str:
        value = words[found.group(1)].text
        return marks.dots if value is None else value

    return tidy(_PLACEHOLDER.sub(word, text))


def tidy(text: str) -> str:
    """Without the gaps that a word with nothing to say leaves behind."""
    return _BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", text)).strip(" ")
