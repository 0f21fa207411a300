"""Facts that are stored and can be counted on: figures with the file, sheet and cell they come from."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop_app.domain.segments import Measure, Sector, Segment
from desktop_app.domain.sheets import Counts, SheetKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a stored figure stands: import, file, sheet, cell, and who brought it in when."""

    import_id: int
    file: str
    sheet: str
    cell: str
    sender: str
    imported_at: datetime
    imported_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecapFact:
    """A recap figure of a region and month (see `RecapFigure`), with its origin."""

    region: str
    measure: Measure
    period: date
    people: int | None
    workers: int | None
    share: float | None
    base_name: str
    note: str
    origin: Origin


# Not frozen, though nobody changes one: a map has 716 of them, and most of making one would be freezing it.
@dataclass(slots=True, kw_only=True)
class ListedPeople:
    """Distinct people (by NIK) active in participants sheets of a month, per region.

    `people` counts everyone once; `by_segment` counts inside each segment, so its parts may add to more.
    `waiting` rows have no valid NIK and are not counted. `complete_segments` are those for which an import was
    declared complete for the whole region and month; `complete`: they are PU, BPU and Jakon, so that `people` is
    everybody. `sample`: invented people, which enter no figure. `together` counts everyone once, in exactly the
    segments that the person is in: {PU}, {PU, Jakon} …; its parts add up to `people`. `memberships` by segment: a
    person in a segment at a company.
    """

    region: str
    period: date
    people: int
    by_segment: dict[Segment, int]
    waiting: int
    complete: bool
    sample: bool
    complete_segments: frozenset[Segment] = frozenset()
    together: dict[frozenset[Segment], int] = field(default_factory=dict)
    memberships: dict[Segment, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerBase:
    """A named, dated series of denominators. `workers`: (region code, sector) -> people."""

    name: str
    document: str
    as_of: date
    workers: dict[tuple[str, Sector], int]
    notes: dict[tuple[str, Sector], str]
    import_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Target of a region, sector and year; due at the end of that year unless the document says otherwise.

    `people`: the target as a number of people on the base called `base`, where it was apportioned or written so; else
    None. `version` counts the editions of one document for one region, sector and year; the highest counts.
    `split_of` says in words of which target this is a part, and how it was split; empty otherwise.
    """

    region: str
    sector: Sector
    year: int
    share: float
    document: str
    note: str
    import_id: int | None = None
    people: int | None = None
    base: str = ""
    version: int = 1
    split_of: str = ""

    @property
    def due(self) -> date:
        return date(self.year, 12, 31)


class ImportState(StrEnum):
    """What became of an import: it counts, it was taken back, or a newer one stands in its place."""

    STORED = "tersimpan"
    UNDONE = "diurungkan"
    REPLACED = "digantikan"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecord:
    """One import as listed on the page “Impor”; `state` is one of `ImportState`, `replaced_by` the newer import."""

    id: int
    file: str
    sha256: str
    sheet: str
    kind: SheetKind
    period: date | None
    sender: str
    complete: bool
    sample: bool
    counts: Counts
    imported_at: datetime
    imported_by: str
    state: str
    findings: int = 0
    replaced_by: int | None = None
