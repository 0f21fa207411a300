"""Coverage of a region's parts against the target, from what is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

# The terminal and the window read rows of a coverage table; they take their types from here.
from desktop_app.analysis.coverage import Check as Check
from desktop_app.analysis.coverage import CoverageTable, table_of
from desktop_app.analysis.coverage import RegionCoverage as RegionCoverage
from desktop_app.analysis.findings import Finding, findings
from desktop_app.analysis.month_sums import Sums
from desktop_app.analysis.numerators import USUAL
from desktop_app.analysis.parts_sum import PartsSum
from desktop_app.analysis.target_choice import TargetChoice
from desktop_app.analysis.trend import Trend, trend
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.facts import RecapFact, Target, WorkerBase
from desktop_app.domain.regions import NATION, Region, depth
from desktop_app.domain.segments import Counting, Numerator, Sector
from desktop_app.operations.coverage_facts import FEW, Known, Months, months_within
from desktop_app.operations.coverage_reading import Reading
from desktop_app.operations.offices import region_or_own
from desktop_app.operations.workspace import Workspace
from desktop_app.store import figures, regions
from desktop_app.store.figures import Session

_REGENCY, _VILLAGE = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageQuery:
    """Which coverage: the parts of `region` (code or name; the office's province when empty) in a month, on a base.

    What is None is chosen: the newest month that the region or its parts have a figure for, the base that this month's
    figures name (else the newest base), and the parts one level below the region. `level` is the depth of the parts
    (1 province, 2 kabupaten/kota, 3 kecamatan, 4 desa); one that the region does not have is as None. Region “0” is
    Indonesia. `restated`: the whole trend on the chosen base.
    """

    region: str = ""
    period: date | None = None
    base: str | None = None
    sector: Sector = Sector.SEMUA
    target_document: str | None = None
    numerator: Numerator = USUAL
    level: int | None = None
    restated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters can offer for a region, newest first; the bases hold the workers of this region and its parts.

    `levels` are the depths of parts that can be shown. Of more than a hundred parts the bases hold the workers of the
    asked sector only.
    """

    periods: tuple[date, ...]
    bases: tuple[WorkerBase, ...]
    targets: tuple[Target, ...]
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageAnswer:
    """A coverage table with what else the same query shows: choices, trend of the whole, findings.

    `children` are the parts shown, of depth `level`. Of more than a hundred parts the lists come without memberships,
    unless these are the numerator.
    """

    region: Region
    children: tuple[Region, ...]
    table: CoverageTable
    choices: Choices
    trend: Trend
    findings: tuple[Finding, ...]
    level: int = _REGENCY


def coverage(workspace: Workspace, query: CoverageQuery) -> CoverageAnswer:
    """Answer `query`.

    Raises:
        NoFigures: no base or no figure is stored yet.
        UnknownBase, UnknownRegion, AmbiguousRegion: the query names what is not there.
    """
    region = region_or_own(workspace, query.region)
    with workspace.sessions() as session:
        return _Question(session, region, query).answer()


def levels_of(code: str) -> tuple[int, ...]:
    """Depths of parts that can be shown of a region: of the country provinces and regencies only."""
    return tuple(range(depth(code) + 1, (_REGENCY if code == NATION.code else _VILLAGE) + 1))


class _Question:
    """One query on its way to an answer: each step needs what the one before has read."""

    def __init__(self, session: Session, region: Region, query: CoverageQuery) -> None:
        self._session, self._region, self._query = session, region, query
        levels = levels_of(region.code)
        self._level = query.level if query.level in levels else depth(region.code) + 1
        self._known = Known(memberships=query.numerator.counting is Counting.KEPESERTAAN)

    def answer(self) -> CoverageAnswer:
        months = months_within(self._session, self._region.code)
        period = self._query.period or months.newest
        if period is None:
            raise NoFigures("Belum ada angka cakupan untuk wilayah ini.")
        layers = self._layers()
        every = [region for layer in layers for region in layer]
        gone = {region.code for region in every if not region.stands(period)}
        shown = [self._region.code, *(region.code for region in every if region.code not in gone)]
        choices = self._choices(months, [self._region.code, *(region.code for region in every)])
        reading = Reading(self._session, self._known, months, period, self._query.sector, self._query.numerator)
        base = reading.read(self._region.code, shown, self._query.base, choices.bases)
        below = reading.below(self._region.code, layers, gone, base)
        told = tuple(self._known.facts)
        targets = TargetChoice(choices.targets, self._query.sector, period.year, self._query.target_document)
        parts = [region for region in (layers[-1] if layers else []) if region.code not in gone]
        reading.older(self._region, parts, below, base)
        sums = Sums(reading.sorted(base), base, below)
        table = table_of(sums, self._region, layers[-1] if layers else [], targets, period)
        past = self._trend(choices, base, sums.complete(self._region, sorted(months.all)))
        return CoverageAnswer(
            region=self._region, children=tuple(parts), table=table, choices=choices, level=self._level,
            trend=past, findings=self._findings(told, choices, table, past, layers),
        )  # fmt: skip

    def _layers(self) -> list[list[Region]]:
        """The regions of every level from below the region down to the parts shown, whenever they stand."""
        levels = range(depth(self._region.code) + 1, min(self._level, _VILLAGE) + 1)
        return [regions.below(self._session, self._region.code, level) for level in levels]

    def _choices(self, months: Months, shown: Sequence[str]) -> Choices:
        sectors = tuple(Sector) if len(shown) <= FEW else (self._query.sector,)
        bases = figures.worker_bases(self._session, shown, sectors)
        if not bases:
            raise NoFigures("Belum ada angka cakupan untuk wilayah ini.")
        return Choices(
            periods=months.all,
            bases=tuple(sorted(bases, key=lambda base: (base.as_of, base.name), reverse=True)),
            targets=tuple(figures.targets(self._session, {*shown, self._region.code[:2]})),
            levels=levels_of(self._region.code),
        )

    def _findings(
        self, told: Sequence[RecapFact], choices: Choices, table: CoverageTable, past: Trend,
        layers: Sequence[Sequence[Region]],
    ) -> tuple[Finding, ...]:  # fmt: skip
        """Of the figures shown; jumps between lists only of the region itself, of which every month was read."""
        names = {region.code: region.full_name for layer in layers for region in layer}
        names[self._region.code] = self._region.full_name
        shown = {self._region.code, *(row.region.code for row in table.rows)}
        facts = [fact for fact in told if fact.region in shown]
        listed = [each for each in self._known.listed if each.region == self._region.code]
        found = findings(facts, choices.bases, names=names, listed=listed, table=table, history=past.series)
        return tuple(found)

    def _trend(self, choices: Choices, base: WorkerBase, sums: Iterable[PartsSum]) -> Trend:
        return trend(
            self._region, self._known.facts, choices.bases, choices.targets, self._query.sector,
            numerator=self._query.numerator, listed=self._known.listed, base=base, restated=self._query.restated, sums=sums,
        )  # fmt: skip
