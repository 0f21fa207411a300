"""The parts of an apportioned target: rows and columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop_app.domain.indonesian import number
from desktop_app.operations.apportion_target import ApportionedPart
from desktop_app.ui.table import Column

MISSING = "–"
PEOPLE = 4
"""The column that is filled in by hand."""


class Hand(Protocol):
    """Whoever says whether parts are filled in by hand now."""

    @property
    def by_hand(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class PartLine:
    """One region's part; its people are those of `given` at present."""

    part: ApportionedPart
    given: Mapping[str, int | None]
    hand: Hand

    @property
    def code(self) -> str:
        return self.part.region.code

    @property
    def name(self) -> str:
        return self.part.region.full_name

    @property
    def people(self) -> int | None:
        return self.given.get(self.code)

    @property
    def share(self) -> float | None:
        return self.people / self.part.workers if self.people is not None and self.part.workers else None

    @property
    def missing(self) -> int | None:
        """People still to be covered; none where the part is reached."""
        if self.people is None or self.part.active is None:
            return None
        return max(self.people - self.part.active, 0)


def _number(value: int | None) -> str:
    return MISSING if value is None else number(value)


def _edited(line: PartLine) -> str | None:
    return ("" if line.people is None else number(line.people)) if line.hand.by_hand else None


PART_COLUMNS: tuple[Column[PartLine], ...] = (
    Column("Wilayah", lambda one: one.name, width=200, tip=lambda one: f"{one.name} · {one.code}"),
    Column("Penyebut, orang", lambda one: _number(one.part.workers), key=lambda one: one.part.workers, right=True,
           width=118, quiet=lambda one: one.part.workers is None),
    Column("Aktif, orang", lambda one: _number(one.part.active), key=lambda one: one.part.active, right=True, width=100,
           quiet=lambda one: one.part.active is None),
    Column("Kurang, orang", lambda one: _number(one.missing), key=lambda one: one.missing, right=True, width=108,
           quiet=lambda one: one.missing is None),
    Column("Target, orang", lambda one: _number(one.people), key=lambda one: one.people, right=True, strong=True,
           width=120, quiet=lambda one: one.people is None, edit=_edited),
    Column("Target, %", lambda one: MISSING if one.share is None else number(one.share * 100, 2),
           key=lambda one: one.share, right=True, width=96, quiet=lambda one: one.share is None),
)  # fmt: skip
