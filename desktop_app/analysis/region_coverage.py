"""The coverage of one region, with all that a reader needs to trust it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import ceil

from desktop_app.analysis.checks import Check, checks_of
from desktop_app.analysis.numerators import base_key
from desktop_app.analysis.parts_sum import ClosedPart, PartsSum
from desktop_app.domain.facts import ListedPeople, RecapFact, Target
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import Sector, Segment


class FigureState(StrEnum):
    """What is known of a region, in the one word that every place says it with."""

    SHARE = "punya angka"
    NO_BASE = "tanpa penyebut"
    NOTHING = "belum ada data"


# Not frozen, though nobody changes one: a map has 716 of them, and two thirds of making one would be freezing it.
@dataclass(slots=True, kw_only=True)
class RegionCoverage:
    """People of one region measured on the base called `base`; None where there is no figure.

    `active` comes from `fact` (a recap), from `listed` where `counted` says so, or from the children where
    `summed_children` is not 0; `definition` says in words who is counted. `reported` is a share (0.5868) that came
    without its numerator (or whose base is not known) and names this very base. `period` is the figure's own month;
    `stale` marks one older than the month asked for, which enters no sum. `listed` are people in participants sheets
    of the month asked for, shown beside the figure; `waiting` rows there have no valid NIK; where a list is counted,
    `listed` is that one, and `segments` are those of its people that count (everybody where empty). `recap_active` is
    what a recap counts where the list is taken, from `recap`. `rank`: 1 for the highest share of the table's rows.
    `parts` is the sum of the regions below in the month asked for, as far as they are known; `summed` is the sum that
    the figure is, of its own month; `closed` are regions below that do not stand any more but hold people of the month.
    `elsewhere` says in words what is known on another base or by another numerator only; `note` is the source's
    remark. `facts` are all recap figures of the month.
    """

    region: Region
    base: str
    sector: Sector = Sector.SEMUA
    workers: int | None = None
    active: int | None = None
    reported: float | None = None
    period: date | None = None
    stale: bool = False
    counted: bool = False
    summed_children: int = 0
    target: Target | None = None
    target_is_province: bool = False
    fact: RecapFact | None = None
    listed: ListedPeople | None = None
    segments: frozenset[Segment] = frozenset()
    elsewhere: str = ""
    note: str = ""
    definition: str = ""
    rank: int | None = None
    recap_active: int | None = None
    recap: RecapFact | None = None
    parts: PartsSum | None = None
    summed: PartsSum | None = None
    closed: tuple[ClosedPart, ...] = ()
    facts: tuple[RecapFact, ...] = field(default=(), compare=False)

    @property
    def share(self) -> float | None:
        """active / workers: 0.5 is 50 %, more than 1.0 is possible; None where either is unknown."""
        return self.active / self.workers if self.active is not None and self.workers else None

    @property
    def shown_share(self) -> float | None:
        """The computed share, else the reported one."""
        return self.share if self.share is not None else self.reported

    @property
    def state(self) -> FigureState:
        """NO_BASE: people whom this base cannot measure; NOTHING is neither people nor a share, and not 0."""
        if self.shown_share is not None:
            return FigureState.SHARE
        return FigureState.NOTHING if self.active is None else FigureState.NO_BASE

    @property
    def gap(self) -> float | None:
        """Share minus target, as a share: -0.1640 is 16.40 points below."""
        if self.shown_share is None or self.target is None:
            return None
        return self.shown_share - self.target.share

    @property
    def target_people(self) -> int | None:
        """People that the target asks for on this base: as it names them, else its share of the base, rounded up."""
        if self.target is None:
            return None
        if self.target.people is not None and base_key(self.target.base) == base_key(self.base):
            return self.target.people
        if not self.workers:
            return None
        # Ten digits: 0.6728 * 1_000_000 must stay 672,800 and not become one more through binary fractions.
        return ceil(round(self.target.share * self.workers, 10))

    @property
    def gap_people(self) -> int | None:
        """People still missing to the target; negative beyond it; None without numerator, base or target."""
        if self.active is None or self.target_people is None:
            return None
        return self.target_people - self.active

    @property
    def waiting(self) -> int:
        return self.listed.waiting if self.listed else 0

    @property
    def difference(self) -> int | None:
        """What the recap counts more (or, negative, less) than the list that is counted."""
        return None if self.recap_active is None or self.active is None else self.recap_active - self.active

    @property
    def checks(self) -> tuple[Check, ...]:
        """What was held against what, for “Pemeriksaan”."""
        return tuple(checks_of(self))
