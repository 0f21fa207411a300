"""Coverage: active people set against a base of workers and a target, region by region."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.analysis.checks import Check as Check
from desktop_app.analysis.month_figures import (
    Evidence,
    MonthFigure,
    evidence,
    figure_of_month,
    joined,
    known_elsewhere,
    list_of_month,
)
from desktop_app.analysis.numerators import USUAL, base_key
from desktop_app.analysis.parts_sum import PartsSum, kind_of
from desktop_app.analysis.ranking import ranks
from desktop_app.analysis.region_coverage import RegionCoverage as RegionCoverage
from desktop_app.analysis.target_choice import TargetChoice
from desktop_app.domain.facts import ListedPeople, RecapFact, Target, WorkerBase
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import MEASURE_OF_SECTOR, Numerator, Sector

Below = Mapping[str, Sequence[Region]]
"""Region code -> the regions directly below it, where their sum may stand for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageTable:
    """A region (`whole`) and its parts (`rows`, by code) in a month, on one base, for one sector and numerator."""

    period: date
    base: WorkerBase
    sector: Sector
    whole: RegionCoverage
    rows: tuple[RegionCoverage, ...]
    numerator: Numerator = USUAL

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
    numerator: Numerator = USUAL,
    below: Below | None = None,
) -> CoverageTable:
    """Set the people of `region` and of its `children` against a base and a target.

    Args:
        children: the parts shown, of any one level below the region.
        facts, listed: all that is stored, in the order of import; of two facts with the same key the later one counts.
        base: people are set against its workers whatever base a recap names; a bare share must name this one.
        period: the month asked for (its end); figures of the twelve months before it stand in, marked stale.
        target_document: which of several official targets of one region and year counts; the first imported if None.
        below: for the region, its parts and what lies between, the regions directly below them whose sum may stand
            for them; `children` for the region where it is left out.

    Returns:
        One row per child, by code, also where nothing is known. Where a region has no figure of the month and every
        region directly below it has one, their sum stands for it.

    Raises:
        ValueError: a count is negative; the caller has a bug.

    Source: docs/rumus.md, “Cakupan”.
    """
    known = evidence(facts, listed, base.name, sector, numerator)
    under = {region.code: children} if below is None else below
    choice = TargetChoice(targets, sector, period.year, target_document)
    return table_of(known, region, children, base, choice, period, under)


def table_of(
    known: Evidence,
    region: Region,
    children: Sequence[Region],
    base: WorkerBase,
    targets: TargetChoice,
    period: date,
    below: Below,
) -> CoverageTable:
    """`coverage_table` of evidence that was sorted before: by the sector and numerator that it was sorted for."""
    heads = (fact.people or 0 for months in known.facts.values() for facts in months.values() for fact in facts)
    if min(heads, default=0) < 0 or min(base.workers.values(), default=0) < 0:
        raise ValueError("head counts cannot be negative")
    maker = _Rows(known, base, targets, period, below, {})
    parts = [maker.found(child) for child in sorted(children, key=lambda child: child.code)]
    whole = maker.row(maker.found(region), None)
    places = ranks({each.place.code: each.share for each in parts})
    rows = tuple(maker.row(each, places.get(each.place.code)) for each in parts)
    return CoverageTable(
        period=period, base=base, sector=known.sector, whole=whole, rows=rows, numerator=known.numerator
    )


class _Found(NamedTuple):
    """A region's figure and its base, before it is a row; `printed`: the base is as the recap prints it."""

    place: Region
    figure: MonthFigure | None
    workers: int | None
    printed: bool
    parts: PartsSum | None
    summed: bool

    @property
    def share(self) -> float | None:
        """As `RegionCoverage.shown_share`."""
        if self.figure is None:
            return None
        if self.figure.people is None or not self.workers:
            return self.figure.reported
        return self.figure.people / self.workers


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes the rows of one table; `done` keeps what was found, because a sum asks for every part again."""

    known: Evidence
    base: WorkerBase
    targets: TargetChoice
    asked: date
    below: Below
    done: dict[str, _Found]

    def found(self, place: Region) -> _Found:
        if place.code not in self.done:
            self.done[place.code] = self._find(place)
        return self.done[place.code]

    def _find(self, place: Region) -> _Found:
        """The region's own figure of the month, else the sum of what lies below, else its older figure."""
        figure = figure_of_month(self.known, place.code, self.asked)
        stored = self.base.workers.get((place.code, self.known.sector))
        under = self.below.get(place.code, ())
        parts = self._sum(under) if under else None
        if parts is not None and parts.complete and (figure is None or figure.period < self.asked):
            summed = MonthFigure(period=self.asked, people=parts.people, definition=_summed_words(parts))
            return _Found(place, summed, stored or parts.workers, False, parts, True)
        printed = None if stored or figure is None else self._printed(figure.fact)
        return _Found(place, figure, stored or printed, printed is not None, parts, False)

    def _sum(self, places: Iterable[Region]) -> PartsSum:
        found = [self.found(place) for place in places]
        counted = [each for each in found if _enters_sum(each.figure, self.asked)]
        workers = [each.workers for each in counted if each.workers]
        definitions = {each.figure.definition for each in counted if each.figure}
        return PartsSum(
            kind=kind_of(found[0].place.code), counted=len(counted), of=len(found),
            people=sum(each.figure.people or 0 for each in counted if each.figure),
            workers=sum(workers) if len(workers) == len(counted) else None,
            missing=tuple(each.place for each in found if not _enters_sum(each.figure, self.asked)),
            definition=definitions.pop() if len(definitions) == 1 else "",
        )  # fmt: skip

    def _printed(self, fact: RecapFact | None) -> int | None:
        """The base as the recap prints it, where it names this base and speaks of the sector itself."""
        if fact is None or fact.measure is not MEASURE_OF_SECTOR[self.known.sector] or fact.people is None:
            return None
        return fact.workers if base_key(fact.base_name) == base_key(self.base.name) else None

    def row(self, found: _Found, rank: int | None) -> RegionCoverage:
        """The finished row."""
        place, figure, workers, printed, parts, summed = found
        target = self.targets.of(place.code)
        beside = list_of_month(self.known, place.code, self.asked)
        if figure is None:
            return RegionCoverage(
                region=place, base=self.base.name, sector=self.known.sector, workers=workers, target=target,
                target_is_province=target is not None and target.region != place.code, listed=beside, parts=parts,
                elsewhere=known_elsewhere(self.known, place.code, self.asked),
            )  # fmt: skip
        bare = figure.people is None or not workers
        return RegionCoverage(
            region=place, base=self.base.name, sector=self.known.sector, workers=workers, target=target,
            target_is_province=target is not None and target.region != place.code, parts=parts, rank=rank,
            active=figure.people, reported=figure.reported if bare else None, period=figure.period,
            stale=figure.period < self.asked, counted=figure.listed is not None, segments=figure.segments,
            summed_children=parts.of if summed and parts else 0, fact=figure.fact, facts=figure.facts,
            listed=figure.listed or beside, definition=figure.definition, elsewhere=self._elsewhere(found),
            note=joined(figure.note, self._remark(found) if printed or summed else ""),
            recap=figure.recap.fact if figure.recap else None,
            recap_active=figure.recap.people if figure.recap else None,
        )  # fmt: skip

    def _elsewhere(self, found: _Found) -> str:
        if found.figure is None or found.share is not None:
            return ""
        return known_elsewhere(self.known, found.place.code, self.asked) or _count_alone(found.figure, self.base)

    def _remark(self, found: _Found) -> str:
        if found.printed:
            return f"penyebut {number(found.workers or 0)} seperti tercetak di rekap"
        if not self.base.workers.get((found.place.code, self.known.sector)) and found.workers and found.parts:
            return f"penyebut dijumlah dari {found.parts.words}"
        return ""


def _enters_sum(figure: MonthFigure | None, asked: date) -> bool:
    return figure is not None and figure.people is not None and figure.period == asked


def _summed_words(parts: PartsSum) -> str:
    if not parts.definition:
        return f"Jumlah dari {parts.words} yang pembilangnya tidak sama"
    return f"{parts.definition}; jumlah dari {parts.words}"


def _count_alone(figure: MonthFigure, base: WorkerBase) -> str:
    if figure.people is None:
        return ""
    return f"{number(figure.people)} peserta aktif, {long_date(figure.period)}, tanpa penyebut {base.name}"
