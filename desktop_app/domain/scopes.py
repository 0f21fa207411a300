"""What a table speaks for, and which import takes the place of which: pure rules over values.

A complete table replaces the older ones of its sender, kind and month that lie inside its scope; all else adds up.
Which imports are replaced follows from those that remain, so an undo in any order leaves what never importing would.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.regions import depth, is_within, parent_code
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import (
    PEOPLE_KINDS,
    BaseValue,
    CompanyFact,
    Participant,
    RecapFigure,
    SheetKind,
    SheetRow,
    Table,
    TargetValue,
)

_REGENCY = 2


@dataclass(frozen=True, slots=True)
class Scope:
    """`parts`: segments, measures, or the names of bases or targets; `areas`: codes of the regions covered."""

    parts: frozenset[str]
    areas: frozenset[str]

    def holds(self, other: "Scope") -> bool:
        """Everything that `other` speaks for is spoken for here; an empty scope speaks for nothing."""
        return other.parts <= self.parts and bool(other.areas) and all(self.reaches(area) for area in other.areas)

    def reaches(self, region: str) -> bool:
        return any(is_within(region, area) for area in self.areas)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopedImport:
    """What decides between imports; `replaces` are those that the clerk named."""

    id: int
    sha256: str
    sender: str
    kind: SheetKind
    period: date | None
    complete: bool
    scope: Scope
    replaces: frozenset[int] = frozenset()

    def takes_the_place_of(self, older: "ScopedImport") -> bool:
        """Tables of one workbook stand beside each other and never replace one another."""
        if older.id in self.replaces:
            return True
        return self.complete and self.is_kin(older) and self.scope.holds(older.scope)

    def is_kin(self, other: "ScopedImport") -> bool:
        """Of the same known sender, kind and month, from another workbook."""
        if not self.sender or self.sha256 == other.sha256:
            return False
        return (self.sender, self.kind, self.period) == (other.sender, other.kind, other.period)


def replaced_by(remaining: Iterable[ScopedImport]) -> dict[int, int]:
    """Import -> the one that took its place, for imports that were not undone, in the order they came."""
    standing: list[ScopedImport] = []
    found: dict[int, int] = {}
    for newer in sorted(remaining, key=lambda one: one.id):
        gone = {older.id for older in standing if newer.takes_the_place_of(older)}
        found |= dict.fromkeys(gone, newer.id)
        standing = [older for older in standing if older.id not in gone] + [newer]
    return found


def scope_of(
    table: Table, region: str = "", segments: Iterable[Segment] = (), people: Iterable[tuple[str, str | None]] = ()
) -> Scope:
    """The scope as declared (`region`, and for people `segments`), else as the rows show it.

    `people`: the (segment, region) that stand in a table of people whose rows are kept elsewhere.
    """
    people = [*people, *((row.segment, row.region) for row in table.rows if isinstance(row, Participant))]
    others = [row for row in table.rows if not isinstance(row, Participant)]
    declared = frozenset(str(segment) for segment in segments) if table.kind in PEOPLE_KINDS else frozenset()
    parts = declared or frozenset([*(segment for segment, _ in people), *(_part(row, table) for row in others)])
    regions = [*(code for _, code in people), *(row.region for row in others)]
    return Scope(parts, frozenset([region]) if region else areas_of(regions))


def areas_of(regions: Iterable[str | None]) -> frozenset[str]:
    """The smallest region that holds them all; where that is more than a regency, the regencies they lie in.

    Rows of two regencies do not speak for their whole province, unless one of them is the province's own.
    """
    codes = {code for code in regions if code}
    if not codes:
        return frozenset()
    shared = shared_region(codes)
    if shared is not None and (shared in codes or depth(shared) >= _REGENCY):
        return frozenset([shared])
    return frozenset(".".join(code.split(".")[:_REGENCY]) for code in codes)


def shared_region(codes: Iterable[str]) -> str | None:
    """The smallest region that holds all of `codes`; None for none, or for more than one province."""
    first, *others = sorted(set(codes)) or [""]
    shared: str | None = first or None
    while shared is not None and not all(is_within(code, shared) for code in others):
        shared = parent_code(shared)
    return shared


def _part(row: SheetRow, table: Table) -> str:
    match row:
        case Participant():
            return row.segment
        case RecapFigure():
            return row.measure
        case BaseValue():
            return f"{table.base_name}|{row.sector}"
        case TargetValue():
            return f"{row.document}|{row.year}|{row.sector}"
        case CompanyFact():
            return "perusahaan"
