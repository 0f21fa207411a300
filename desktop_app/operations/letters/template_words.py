"""The placeholders that the templates of a kind of letter may use, for the list beside them."""

from dataclasses import dataclass

from desktop_app.documents.letters.content import placeholders_of
from desktop_app.domain.letters import LetterKind


@dataclass(frozen=True, slots=True)
class TemplateWord:
    """`name` as it stands in the template, `title` what it is."""

    name: str
    title: str


def words_of(kind: LetterKind) -> tuple[TemplateWord, ...]:
    return tuple(TemplateWord(name, title) for name, title in placeholders_of(kind).items())
