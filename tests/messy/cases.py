"""All cases, by trap."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from tests.messy.truth import Case

Trap = Callable[[], Iterator[Case]]


def all_cases() -> list[Case]:
    """Every case of every `cases_*.py` beside this file; names are unique."""
    found = [case for trap in all_traps() for case in trap()]
    names = [case.name for case in found]
    doubled = {name for name in names if names.count(name) > 1}
    assert not doubled, f"cases of the same name: {sorted(doubled)}"
    return found


def all_traps() -> Iterator[Trap]:
    for path in sorted(Path(__file__).parent.glob("cases_*.py")):
        module = import_module(f"tests.messy.{path.stem}")
        yield from cast(Sequence[Trap], module.TRAPS)
