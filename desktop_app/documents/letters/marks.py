"""Marks for the preview around words of a letter: from data, and to be confirmed; nothing where they are off."""

from dataclasses import dataclass

from desktop_app.domain.paper import CHECK, DATA, END

DOTS = "." * 18
"""What the office writes in by hand."""


@dataclass(frozen=True, slots=True)
class Marks:
    on: bool = False

    def data(self, text: str) -> str:
        return f"{DATA}{text}{END}" if self.on and text else text

    def check(self, text: str) -> str:
        return f"{CHECK}{text}{END}" if self.on and text else text

    @property
    def dots(self) -> str:
        return self.check(DOTS)


PLAIN = Marks()


def unmarked(text: str) -> str:
    for mark in (DATA, CHECK, END):
        text = text.replace(mark, "")
    return text


def sentence(text: str) -> str:
    """With a capital at its beginning, behind a mark that may stand there."""
    start = len(text) - len(text.lstrip(DATA + CHECK))
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
