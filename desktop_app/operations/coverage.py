"""Coverage of a region's parts against the target, from what is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

# The terminal and the window read rows of a coverage table; they take their types from here.
from desktop_app.analysis.coverage import Check as Check
from desktop_app.analysis.coverage import CoverageTable, table_of
from desktop_app.analysis.coverage import RegionCoverage as RegionCoverage
from desktop_app.analysis.findings import Finding, findings
from desktop_app.analysis.month_figures import OLDEST_MONTHS, Evidence, evidence, figure_of_month
from desktop_app.analysis.numerators import USUAL
from desktop_app.analysis.target_choice import TargetChoice
from desktop_app.analysis.trend import Trend, trend
from desktop_app.domain.errors import NoFigures, UnknownBase
from desktop_app.domain.facts import RecapFact, Target, WorkerBase
from desktop_app.domain.periods import months_between
from desktop_app.domain.regions import NATION, Region, depth
from desktop_app.domain.segments import Counting, Numerator, Sector
from desktop_app.operations.coverage_facts import FEW, Known, Months, months_within
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

    `levels` are the depths of parts that can be shown.
    """

    periods: tuple[date, ...]
    bases: tuple[WorkerBase, ...]
    targets: tuple[Target, ...]
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageAnswer:
    """A coverage table with what else the same query shows: choices, trend of the whole, findings.

    `children` are the parts shown, of depth `level`.
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
        self._evidence: Evidence | None = None
        self._read_then = 0

    def answer(self) -> CoverageAnswer:
        months = months_within(self._session, self._region.code)
        period = self._query.period or months.newest
        if period is None:
            raise NoFigures("Belum ada angka cakupan untuk wilayah ini.")
        layers = self._layers(period)
        shown = [self._region.code, *(region.code for layer in layers for region in layer)]
        choices = self._choices(months, shown)
        base = self._read(months, choices.bases, shown, period)
        below = self._below(months, layers, base, period)
        targets = TargetChoice(choices.targets, self._query.sector, period.year, self._query.target_document)
        parts = layers[-1] if layers else []
        table = table_of(self._sorted(base), self._region, parts, base, targets, period, below)
        return CoverageAnswer(
            region=self._region, children=tuple(parts), table=table, choices=choices,
            trend=self._trend(choices, base), findings=self._findings(choices, layers),
            level=self._level,
        )  # fmt: skip

    def _layers(self, day: date) -> list[list[Region]]:
        """The regions of every level from below the region down to the parts shown, as they stood on `day`."""
        levels = range(depth(self._region.code) + 1, min(self._level, _VILLAGE) + 1)
        found = [regions.below(self._session, self._region.code, level) for level in levels]
        return [[region for region in layer if region.stands(day)] for layer in found]

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

    def _read(self, months: Months, bases: Sequence[WorkerBase], shown: Sequence[str], period: date) -> WorkerBase:
        """Read the month asked for, then older ones for the regions that have no figure in it; the base they stand on."""
        self._known.read_region(self._session, months, self._region.code)
        self._known.read_month(self._session, months, shown, period)
        base = _base(self._query.base, bases, self._known.facts, period)
        for month in _older(months, period):
            silent = self._silent(shown, base, period, older=True)
            if not silent:
                break
            self._known.read_older(self._session, months, silent, month)
            base = _base(self._query.base, bases, self._known.facts, period)
        return base

    def _silent(self, codes: Sequence[str], base: WorkerBase, period: date, *, older: bool) -> list[str]:
        """Those without a figure of the month, or of an older month either."""
        known = self._sorted(base)
        figures_of = ((code, figure_of_month(known, code, period)) for code in codes)
        return [code for code, figure in figures_of if figure is None or (not older and figure.period < period)]

    def _sorted(self, base: WorkerBase) -> Evidence:
        """What was read so far, sorted; anew only when there is more of it, or on another base."""
        read = len(self._known.facts) + len(self._known.listed)
        if self._evidence is None or (self._evidence.base, self._read_then) != (base.name, read):
            self._read_then = read
            self._evidence = evidence(
                self._known.facts, self._known.listed, base.name, self._query.sector, self._query.numerator
            )
        return self._evidence

    def _below(
        self, months: Months, layers: list[list[Region]], base: WorkerBase, period: date
    ) -> dict[str, list[Region]]:
        """The regions under each region shown, and under those parts without a figure whose own parts may have one."""
        under = _by_parent([region for layer in layers for region in layer])
        if self._region.code == NATION.code:
            return {**under, NATION.code: layers[0]}
        silent = self._silent([region.code for region in layers[-1]] if layers else [], base, period, older=False)
        for level in range(self._level + 1, _VILLAGE + 1):
            reporting = self._reporting_below(silent, months, period)
            if not reporting:
                break
            parts = [
                region for region in regions.below(self._session, self._region.code, level)
                if region.parent in reporting and region.stands(period)
            ]  # fmt: skip
            under |= _by_parent(parts)
            codes = [region.code for region in parts]
            self._known.read_month(self._session, months, codes, period)
            silent = self._silent(codes, base, period, older=False)
        return under

    def _reporting_below(self, silent: Sequence[str], months: Months, period: date) -> set[str]:
        """Those of `silent` below which somebody has reported the month."""
        if not silent:
            return set()
        known = figures.recap_regions(self._session, months.recaps.get(period, ()))
        known |= {area for month, sample, area in months.sheets.complete if month == period and not sample}
        length = len(silent[0])
        return {code[:length] for code in known if len(code) > length} & set(silent)

    def _findings(self, choices: Choices, layers: Sequence[Sequence[Region]]) -> tuple[Finding, ...]:
        """Of the figures read; jumps between lists only of the region itself, of which every month was read."""
        told = {fact.region for fact in self._known.facts}
        shown = [self._region, *(region for layer in layers for region in layer)]
        names = {region.code: region.full_name for region in shown if region.code in told or region is self._region}
        listed = [each for each in self._known.listed if each.region == self._region.code]
        return tuple(findings(self._known.facts, choices.bases, names=names, listed=listed))

    def _trend(self, choices: Choices, base: WorkerBase) -> Trend:
        return trend(
            self._region, self._known.facts, choices.bases, choices.targets, self._query.sector,
            numerator=self._query.numerator, listed=self._known.listed, base=base, restated=self._query.restated,
        )  # fmt: skip


def _older(months: Months, period: date) -> list[date]:
    """Earlier months whose figures may stand for `period`, newest first."""
    known = sorted({*months.recaps, *months.counted}, reverse=True)
    return [month for month in known if 0 < months_between(month, period) <= OLDEST_MONTHS]


def _by_parent(parts: Sequence[Region]) -> dict[str, list[Region]]:
    found: dict[str, list[Region]] = {}
    for region in parts:
        found.setdefault(region.parent or NATION.code, []).append(region)
    return found


def _base(name: str | None, bases: Sequence[WorkerBase], facts: Sequence[RecapFact], period: date) -> WorkerBase:
    """The base called `name`, else the one that the newest figures name, else the newest that has workers here."""
    if name is not None:
        for base in bases:
            if base.name.casefold() == name.casefold():
                return base
        raise UnknownBase(name, [base.name for base in bases])
    known = {base.name: base for base in bases}
    named = [fact for fact in facts if fact.period <= period and fact.base_name in known]
    if not named:
        return next((base for base in bases if base.workers), bases[0])
    newest = max(named, key=lambda fact: (fact.period, -len(fact.region)))
    return known[newest.base_name]
