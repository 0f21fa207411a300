"""Findings: figures that do not agree with themselves or with each other, each with its numbers, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is one of docs/rumus.md's list; `message` a full Indonesian sentence with the numbers; `place` file, sheet, cell."""

    code: str
    region: str
    period: date
    message: str
    place: str
