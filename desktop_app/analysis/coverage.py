"""Coverage: active people set against a base of workers and a target, region by region."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.checks import Check as Check
from desktop_app.analysis.coverage_rows import Below, Rows
from desktop_app.analysis.month_figures import evidence
from desktop_app.analysis.month_sums import Sums
from desktop_app.analysis.numerators import USUAL
from desktop_app.analysis.ranking import ranks
from desktop_app.analysis.region_coverage import FigureState as FigureState
from desktop_app.analysis.region_coverage import RegionCoverage as RegionCoverage
from desktop_app.analysis.target_choice import TargetChoice
from desktop_app.domain.facts import ListedPeople, RecapFact, Target, WorkerBase
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import Numerator, Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageTable:
    """A region (`whole`) and its parts (`rows`, by code) in a month, on one base, for one sector and numerator.

    `closed`: parts that no longer stand, but still hold people of the month, who are in the figures above them.
    """

    period: date
    base: WorkerBase
    sector: Sector
    whole: RegionCoverage
    rows: tuple[RegionCoverage, ...]
    numerator: Numerator = USUAL
    closed: tuple[RegionCoverage, ...] = ()

    @property
    def reporting(self) -> int:
        """Parts that show a share, computed or reported, of whatever month."""
        return sum(row.shown_share is not None for row in self.rows)

    @property
    def summable(self) -> list[RegionCoverage]:
        """Parts that enter a sum: numerator and base known, and of the month asked for."""
        return [row for row in self.rows if row.share is not None and not row.stale]

    @property
    def without_base(self) -> int:
        """Parts that report people, whom this base cannot measure."""
        return sum(row.active is not None and row.shown_share is None for row in self.rows)

    @property
    def counted(self) -> int:
        return len(self.summable)

    @property
    def sum_active(self) -> int | None:
        """People of the parts that enter a sum; None where there are none."""
        counted = self.summable
        return sum(row.active or 0 for row in counted) if counted else None

    @property
    def sum_workers(self) -> int | None:
        counted = self.summable
        return sum(row.workers or 0 for row in counted) if counted else None


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
    numerator: Numerator = USUAL,
    below: Below | None = None,
) -> CoverageTable:
    """Set the people of `region` and of its `children` against a base and a target.

    Args:
        children: the parts shown, of any one level below the region; those that no longer stand are no rows.
        facts, listed: all that is stored, in the order of import; of two facts with the same key the later one counts.
        base: people are set against its workers whatever base a recap names; a bare share must name this one.
        period: the month asked for (its end); figures of the twelve months before it stand in, marked stale.
        target_document: which of several official targets of one region and year counts; the first imported if None.
        below: for the region, its parts and what lies between, the regions directly below them whose sum may stand
            for them, each in the months in which it stands; `children` for the region where it is left out.

    Returns:
        One row per child, by code, also where nothing is known. Where a region has no figure of a month and every
        region directly below it has one, their sum stands for it; the newest month of either counts.

    Raises:
        ValueError: a count is negative; the caller has a bug.

    Source: docs/rumus.md, “Cakupan”.
    """
    known = evidence(facts, listed, base.name, sector, numerator)
    under = {region.code: children} if below is None else below
    choice = TargetChoice(targets, sector, period.year, target_document)
    return table_of(Sums(known, base, under), region, children, choice, period)


def table_of(
    sums: Sums, region: Region, children: Sequence[Region], targets: TargetChoice, period: date
) -> CoverageTable:
    """`coverage_table` of evidence that was sorted before: by the sector and numerator that it was sorted for."""
    known, base = sums.known, sums.base
    heads = (fact.people or 0 for months in known.facts.values() for facts in months.values() for fact in facts)
    if min(heads, default=0) < 0 or min(base.workers.values(), default=0) < 0:
        raise ValueError("head counts cannot be negative")
    maker = Rows(sums, targets, period)
    places = sorted(children, key=lambda child: child.code)
    parts = [maker.found(child) for child in places if child.stands(period)]
    gone = maker.sums.closed(places, period)
    whole = maker.row(maker.found(region), None, gone or None)
    ranked = ranks({each.place.code: each.share for each in parts})
    rows = tuple(maker.row(each, ranked.get(each.place.code)) for each in parts)
    return CoverageTable(
        period=period, base=base, sector=known.sector, whole=whole, rows=rows, numerator=known.numerator,
        closed=tuple(maker.row(maker.found(one.region), None) for one in gone),
    )  # fmt: skip
