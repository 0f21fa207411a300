"""Coverage: active people set against a base of workers and a target, region by region."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from desktop_app.analysis.month_figures import (
    Evidence,
    MonthFigure,
    evidence,
    figure_of_month,
    joined,
    known_elsewhere,
    list_of_month,
)
from desktop_app.analysis.numerators import base_key
from desktop_app.analysis.target_choice import chosen_target
from desktop_app.domain.facts import ListedPeople, RecapFact, Target, WorkerBase
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import MEASURE_OF_SECTOR, Numerator, Sector


@dataclass(frozen=True, slots=True)
class Check:
    """One line under “Pemeriksaan”: two numbers that agree (`ok`), or what a person should look at."""

    ok: bool
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionCoverage:
    """People of one region measured on the base called `base`; None where there is no figure.

    `active` comes from `fact` (a recap), from `listed` where `counted` says so, or from the children where
    `summed_children` is not 0. `reported` is a share (0.5868) that came without its numerator (or whose base is not
    known) and names this very base. `period` is the figure's own month; `stale` marks one older than the month asked for, which enters no sum.
    `listed` are people in participants sheets of the month asked for, shown beside the figure; `waiting` rows there
    have no valid NIK; where a list is counted, `listed` is that one. `elsewhere` says in words what is known on
    another base only; `note` is the source's remark and the definition of the numerator.
    """

    region: Region
    base: str
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
    elsewhere: str = ""
    note: str = ""
    definition: str = ""
    rank: int | None = None
    recap_active: int | None = None
    recap: RecapFact | None = None

    @property
    def checks(self) -> tuple[Check, ...]:
        return ()

    @property
    def difference(self) -> int | None:
        """What the recap counts more (or, negative, less) than the list that is counted."""
        return None if self.recap_active is None or self.active is None else self.recap_active - self.active

    @property
    def share(self) -> float | None:
        """active / workers: 0.5 is 50 %, more than 1.0 is possible; None where either is unknown."""
        return self.active / self.workers if self.active is not None and self.workers else None

    @property
    def shown_share(self) -> float | None:
        """The computed share, else the reported one."""
        return self.share if self.share is not None else self.reported

    @property
    def gap(self) -> float | None:
        """Share minus target, as a share: -0.1640 is 16.40 points below."""
        if self.shown_share is None or self.target is None:
            return None
        return self.shown_share - self.target.share

    @property
    def target_people(self) -> int | None:
        """People that the target asks for on this base, rounded up."""
        if self.target is None or not self.workers:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageTable:
    """A region (`whole`) and its parts (`rows`, by code) in a month, on one base and for one sector."""

    period: date
    base: WorkerBase
    sector: Sector
    whole: RegionCoverage
    rows: tuple[RegionCoverage, ...]
    numerator: Numerator = Numerator()

    @property
    def reporting(self) -> int:
        """Parts that show a share, computed or reported, of whatever month."""
        return sum(row.shown_share is not None for row in self.rows)

    @property
    def summable(self) -> list[RegionCoverage]:
        """Parts that enter a sum: numerator and base known, and of the month asked for."""
        return [row for row in self.rows if row.share is not None and not row.stale]

    @property
    def counted(self) -> int:
        return len(self.summable)

    @property
    def sum_active(self) -> int | None:
        """People of the parts that enter a sum; None where there are none."""
        return sum(row.active or 0 for row in self.summable) if self.summable else None

    @property
    def sum_workers(self) -> int | None:
        return sum(row.workers or 0 for row in self.summable) if self.summable else None


def coverage_table(
    region: Region,
    children: Sequence[Region],
    facts: Sequence[RecapFact],
    listed: Sequence[ListedPeople],
    base: WorkerBase,
    targets: Sequence[Target],
    period: date,
    sector: Sector,
    *,
    target_document: str | None = None,
) -> CoverageTable:
    """Set the people of `region` and of its `children` against a base and a target.

    Args:
        facts, listed: all that is stored, in the order of import; of two facts with the same key the later one counts.
        base: people are set against its workers whatever base a recap names; a bare share must name this one.
        period: the month asked for (its end); figures of the twelve months before it stand in, marked stale.
        target_document: which of several official targets of one region and year counts; the first imported if None.

    Returns:
        One row per child, by code, also where nothing is known. Where the region has no figure of its own and every
        child has one of the month, the sum of the children stands for it.

    Raises:
        ValueError: a count is negative; the caller has a bug.

    Source: docs/rumus.md, “Cakupan”.
    """
    if min([*(fact.people or 0 for fact in facts), *base.workers.values()], default=0) < 0:
        raise ValueError("head counts cannot be negative")
    known = evidence(facts, listed, base.name, sector)

    def row(place: Region) -> RegionCoverage:
        target = chosen_target(targets, place.code, sector, period.year, target_document)
        return _measured(known, place, base, target, period)

    rows = tuple(row(child) for child in sorted(children, key=lambda child: child.code))
    whole = _summed(row(region), rows, period)
    return CoverageTable(period=period, base=base, sector=sector, whole=whole, rows=rows)


def _measured(known: Evidence, place: Region, base: WorkerBase, target: Target | None, asked: date) -> RegionCoverage:
    figure = figure_of_month(known, place.code, asked)
    bare = RegionCoverage(
        region=place, base=base.name, workers=base.workers.get((place.code, known.sector)), target=target,
        target_is_province=target is not None and target.region != place.code,
        listed=list_of_month(known, place.code, asked),
    )  # fmt: skip
    found = _with_figure(bare, figure, known, asked) if figure is not None else bare
    if found.shown_share is not None:
        return found
    return replace(found, elsewhere=known_elsewhere(known, place.code, asked) or _count_alone(found))


def _with_figure(bare: RegionCoverage, figure: MonthFigure, known: Evidence, asked: date) -> RegionCoverage:
    printed = None if bare.workers else _printed_workers(figure.fact, known)
    remark = f"penyebut {number(printed)} seperti tercetak di rekap" if printed else ""
    workers = printed or bare.workers
    return replace(
        bare, workers=workers, active=figure.people, period=figure.period, stale=figure.period < asked,
        reported=figure.reported if figure.people is None or not workers else None,
        counted=figure.listed is not None, fact=figure.fact, listed=figure.listed or bare.listed,
        note=joined(figure.note, remark),
    )  # fmt: skip


def _printed_workers(fact: RecapFact | None, known: Evidence) -> int | None:
    """The base as the recap prints it, where it names this base and speaks of the sector itself."""
    if fact is None or fact.measure is not MEASURE_OF_SECTOR[known.sector]:
        return None
    return fact.workers if fact.people is not None and base_key(fact.base_name) == base_key(known.base) else None


def _count_alone(row: RegionCoverage) -> str:
    if row.active is None or row.period is None:
        return ""
    return f"{number(row.active)} peserta aktif, {long_date(row.period)}, tanpa penyebut {row.base}"


def _summed(whole: RegionCoverage, rows: Sequence[RegionCoverage], period: date) -> RegionCoverage:
    """`whole` itself, or the sum of all `rows` where it has no figure: one row missing, and the sum is not known."""
    own = whole.active is not None or whole.reported is not None
    if own or not rows or any(row.share is None or row.stale for row in rows):
        return whole
    workers = whole.workers or sum(row.workers or 0 for row in rows)
    remark = "" if whole.workers else f"penyebut dijumlah dari {number(len(rows))} wilayah"
    return replace(
        whole, active=sum(row.active or 0 for row in rows), workers=workers, period=period, elsewhere="",
        summed_children=len(rows), note=joined(whole.note, remark),
    )  # fmt: skip
