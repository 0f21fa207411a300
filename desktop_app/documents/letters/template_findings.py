"""What was found in a template: its values while they are followed, and what is wrong with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from desktop_app.documents.letters.template_shapes import ANYTHING, Shape


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression is: its shape, its path from a placeholder (“isi[].teks”), and how the template wrote it."""

    shape: Shape
    path: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """`name` as written; `why` ends the sentence; `known` names that might be meant."""

    line: int
    name: str
    why: str
    known: tuple[str, ...] = ()


@dataclass(slots=True)
class Findings:
    """`used`: paths; `words`: kinds of paragraphs compared with; `all_words`: an “else” takes the rest."""

    filters: frozenset[str]
    used: set[str] = field(default_factory=set)
    words: dict[str, int] = field(default_factory=dict)
    all_words: bool = False
    faults: list[Fault] = field(default_factory=list)

    def fault(self, node: nodes.Node, name: str, why: str, known: Iterable[str] = ()) -> Value:
        line = node.lineno or next((one.lineno for one in node.find_all(nodes.Node) if one.lineno), 1)
        self.faults.append(Fault(line, name, why, tuple(known)))
        return Value(ANYTHING, written=name)


Scope = Mapping[str, Value]

NOT_KNOWN, FORBIDDEN = "tidak dikenal", "tidak boleh dipakai dalam templat"
