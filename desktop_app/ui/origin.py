"""A figure taken apart, as values: what the panel “Dari mana angka ini?” shows and copies."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.breakdowns import PeopleFilter
from desktop_app.domain.regions import Region


@dataclass(frozen=True, slots=True)
class Pair:
    """A name at the left, its value at the right; `strong` for a sum."""

    name: str
    value: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence behind an icon, with a quieter second line; `import_id`: a click on it leads to that import."""

    icon: str
    colour: str
    text: str
    detail: str = ""
    import_id: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A line of its own, in a role of the style sheet."""

    text: str
    role: str = "hint"


@dataclass(frozen=True, slots=True)
class Fraction:
    """Numerator over denominator, each with what it counts."""

    above: tuple[str, str]
    below: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what stands at its right, and lines below it."""

    title: str
    lines: tuple[Pair | Item | Words, ...]
    aside: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPeople:
    """The list behind a figure: exactly `people` of it. `words` say who they are (“orang terdaftar”), `unit` on the button."""

    region: Region
    period: date
    sample: bool
    people: int
    only: PeopleFilter = field(default_factory=PeopleFilter)
    words: str = "orang terdaftar"
    unit: str = "orang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One figure: `label` says which, `figure` and `unit` what it is; `people` is the list behind it, where there is one."""

    title: str = "Dari mana angka ini?"
    label: str = ""
    figure: str = ""
    unit: str = ""
    fraction: Fraction | None = None
    sections: tuple[Section, ...] = ()
    people: WantedPeople | None = None

    @property
    def text(self) -> str:
        """All of it, line by line, for the clipboard."""
        lines = [self.title, self.label, f"{self.figure} {self.unit}".strip()]
        if self.fraction is not None:
            lines += [" ".join(self.fraction.above), "÷ " + " ".join(self.fraction.below)]
        for section in self.sections:
            lines += ["", f"{section.title} ({section.aside})" if section.aside else section.title]
            lines += [_line_text(line) for line in section.lines]
        return "\n".join(lines).strip()


def _line_text(line: Pair | Item | Words) -> str:
    if isinstance(line, Pair):
        return f"{line.name}\t{line.value}"
    if isinstance(line, Item):
        return f"{line.text}\n{line.detail}" if line.detail else line.text
    return line.text


Explain = Callable[[Origin], None]
"""Takes a figure apart in the panel."""
