"""One word of a letter that comes from its facts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """`{{ name }}` in a text. `text` as the letter says it; "" has nothing to say here, None: there is no figure.

    `title`: what it is, for the list beside a point. `raw`: number, ISO day or text, for templates.
    """

    name: str
    title: str
    text: str | None
    raw: str | int | float | None = None
