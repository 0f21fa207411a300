"""What a question about coverage needs from the store, and no more: months, figures and lists of the regions shown."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.facts import ListedPeople, RecapFact
from desktop_app.domain.regions import NATION, is_within, parent_code
from desktop_app.domain.segments import Segment
from desktop_app.store import figures, listed
from desktop_app.store.figures import Session
from desktop_app.store.listed.sheets import Sheets, read_sheets

FEW = 100
"""Of more regions than these only what the table needs is read."""

_EVERYBODY = frozenset({Segment.PU, Segment.BPU, Segment.JAKON})


@dataclass(frozen=True, slots=True)
class Months:
    """The months that anything is known of within a region.

    `recaps`: the imports that speak of a month; `lists`: months of lists of people, `counted` those of them that are
    complete for some segment and no samples.
    """

    recaps: dict[date, set[int]]
    lists: frozenset[date]
    counted: frozenset[date]
    sheets: Sheets

    @property
    def all(self) -> tuple[date, ...]:
        """Newest first."""
        return tuple(sorted({*self.recaps, *self.lists}, reverse=True))

    @property
    def newest(self) -> date | None:
        """The newest month with a figure; where there is none, with a list."""
        return max([*self.recaps, *self.counted], default=None) or max(self.lists, default=None)


def months_within(session: Session, region: str) -> Months:
    """Months known of the region and all below it."""
    sheets = read_sheets(session)
    counted = {period for period, sample, area in sheets.complete if not sample and _touches(area, region)}
    lists = {period for period, areas in sheets.areas.items() if any(_touches(area, region) for area in areas)}
    return Months(figures.recap_months(session, region), frozenset(lists), frozenset(counted), sheets)


def _touches(area: str, region: str) -> bool:
    return is_within(area, region) or is_within(region, area)


@dataclass(slots=True)
class Known:
    """What was read so far, and of which regions and months. `memberships`: those of many regions are wanted too."""

    memberships: bool = False
    facts: list[RecapFact] = field(default_factory=list)
    listed: list[ListedPeople] = field(default_factory=list)
    done: set[tuple[str, date]] = field(default_factory=set)

    def read_month(self, session: Session, months: Months, codes: Iterable[str], period: date) -> None:
        """Add what is stored of these regions in this month, each once."""
        wanted = {code for code in codes if (code, period) not in self.done}
        if not wanted:
            return
        self.done |= {(code, period) for code in wanted}
        self.facts += figures.facts_of_month(session, wanted, period, months.recaps.get(period, ()))
        if period in months.lists:
            self.read_lists(session, months, wanted, period)

    def read_older(self, session: Session, months: Months, codes: Iterable[str], period: date) -> None:
        """Add what can stand in for a later month: recaps, and lists that are complete."""
        wanted = {code for code in codes if (code, period) not in self.done}
        self.facts += figures.facts_of_month(session, wanted, period, months.recaps.get(period, ()))
        complete = {code for code in wanted if months.sheets.segments_in((period, False, code))}
        if complete:
            self.read_lists(session, months, complete, period)
        self.done |= {(code, period) for code in wanted}

    def read_months(self, session: Session, months: Months, codes: Collection[str], periods: Collection[date]) -> None:
        """Add what can enter a figure of these regions in some months: recaps, and lists that are complete."""
        unread: dict[frozenset[str], list[date]] = {}
        for period in sorted(periods):
            wanted = frozenset(code for code in codes if (code, period) not in self.done)
            if wanted:
                unread.setdefault(wanted, []).append(period)
        for some, days in unread.items():
            self.done |= {(code, day) for code in some for day in days}
            imports = {number for day in days for number in months.recaps.get(day, ())}
            self.facts += figures.facts_of_months(session, some, days, imports)
            for day in days:
                complete = {code for code in some if months.sheets.segments_in((day, False, code))}
                if complete and day in months.lists:
                    self.read_lists(session, months, complete, day)

    def read_lists(self, session: Session, months: Months, codes: Collection[str], period: date) -> None:
        wanted = self.memberships or len(codes) <= FEW
        self.listed += listed.listed_people(session, codes, [period], months.sheets, memberships=wanted)
        self.listed += _nobody(session, self.listed, codes, period, months.sheets)

    def read_region(self, session: Session, months: Months, region: str) -> None:
        """Add every month of one region."""
        self.done |= {(region, period) for period in months.all}
        self.facts += figures.facts_of_region(session, region)
        self.listed += listed.listed_people(session, [region], months.lists, months.sheets)
        for period in sorted(months.lists):
            self.listed += _nobody(session, self.listed, [region], period, months.sheets)


def _nobody(
    session: Session, found: Iterable[ListedPeople], codes: Collection[str], period: date, sheets: Sheets
) -> list[ListedPeople]:
    """Lists that were declared complete for regions where nobody stands: there they say 0, which is not “unknown”.

    Where people of any region above are placed in none of its parts, nobody knows in which part they are.
    """
    known = {each.region for each in found if each.period == period and not each.sample}
    silent = {code: sheets.segments_in((period, False, code)) for code in sorted(codes) if code not in known}
    silent = {code: segments for code, segments in silent.items() if segments}
    if not silent:
        return []
    coarse = listed.unplaced(session, period, {above for code in silent for above in _above(code)})
    return [_empty(code, period, segments) for code, segments in silent.items() if coarse.isdisjoint(_above(code))]


def _above(code: str) -> list[str]:
    """The regions that a region lies in, the country the last of them."""
    found = []
    while (parent := parent_code(code)) is not None:
        found.append(code := parent)
    return found if code == NATION.code else [*found, NATION.code]


def _empty(code: str, period: date, segments: frozenset[Segment]) -> ListedPeople:
    return ListedPeople(
        region=code, period=period, people=0, by_segment={}, waiting=0, sample=False, complete_segments=segments,
        complete=segments >= _EVERYBODY,
    )  # fmt: skip
