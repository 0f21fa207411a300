"""Coverage of a region's parts against the target, from what is stored."""

from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.coverage import CoverageTable, coverage_table

# The terminal reads rows of a coverage table; it takes their type from here.
from desktop_app.analysis.coverage import RegionCoverage as RegionCoverage
from desktop_app.analysis.findings import Finding, findings
from desktop_app.analysis.trend import Trend, trend
from desktop_app.domain.errors import NoFigures, UnknownBase
from desktop_app.domain.facts import RecapFact, Target, WorkerBase
from desktop_app.domain.regions import Region, depth
from desktop_app.domain.segments import Numerator, Sector
from desktop_app.operations.offices import children_of, office_of, province_of, region_named
from desktop_app.operations.workspace import Workspace
from desktop_app.store import figures, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageQuery:
    """Which coverage: the parts of `region` (code or name; the office's province when empty) in a month, on a base.

    What is None is chosen: the newest month that the region or its parts have a figure for, and the base that this
    month's figures name (else the newest base). `level` is the depth of the parts shown (1 province, 2 kabupaten/kota,
    3 kecamatan, 4 desa), one below the region where it is None; region “0” is Indonesia. `restated`: the whole trend
    on the chosen base.
    """

    region: str = ""
    period: date | None = None
    base: str | None = None
    sector: Sector = Sector.SEMUA
    target_document: str | None = None
    numerator: Numerator = Numerator()
    level: int | None = None
    restated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters can offer for a region, newest first; the bases hold the workers of this region and its parts."""

    periods: tuple[date, ...]
    bases: tuple[WorkerBase, ...]
    targets: tuple[Target, ...]
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageAnswer:
    """A coverage table with what else the same query shows: choices, trend of the whole, findings."""

    region: Region
    children: tuple[Region, ...]
    table: CoverageTable
    choices: Choices
    trend: Trend
    findings: tuple[Finding, ...]
    level: int = 2


def coverage(workspace: Workspace, query: CoverageQuery) -> CoverageAnswer:
    """Answer `query`.

    Raises:
        NoFigures: no base or no figure is stored yet.
        UnknownBase, UnknownRegion: the query names what is not there.
    """
    office = office_of(workspace)
    region = region_named(workspace, query.region or province_of(office.region if office else "51"))
    children = children_of(workspace, region.code)
    with workspace.sessions() as session:
        facts = figures.recap_facts(session, region.code)
        near = {region.code, *(child.code for child in children), *(fact.region for fact in facts)}
        bases = figures.worker_bases(session, near)
        targets = figures.targets(session)
        people = listed.listed_people(session, region.code, levels=1)
    months = {fact.period for fact in facts} | {each.period for each in people}
    choices = Choices(
        periods=tuple(sorted(months, reverse=True)),
        bases=tuple(sorted(bases, key=lambda base: (base.as_of, base.name), reverse=True)),
        targets=tuple(targets),
    )
    if not bases or not months:
        raise NoFigures("Belum ada angka cakupan untuk wilayah ini.")
    period = query.period or max((fact.period for fact in facts), default=max(months))
    base = _base(query.base, choices.bases, facts, period)
    table = coverage_table(
        region, children, facts, people, base, targets, period, query.sector, target_document=query.target_document
    )
    return CoverageAnswer(
        region=region,
        children=tuple(children),
        table=table,
        choices=choices,
        trend=trend(region, facts, bases, targets, query.sector),
        findings=tuple(findings(facts, bases)),
        level=depth(region.code) + 1,
    )


def _base(name: str | None, bases: tuple[WorkerBase, ...], facts: list[RecapFact], period: date) -> WorkerBase:
    if name is not None:
        for base in bases:
            if base.name.casefold() == name.casefold():
                return base
        raise UnknownBase(name, [base.name for base in bases])
    known = {base.name: base for base in bases}
    named = [fact for fact in facts if fact.period <= period and fact.base_name in known]
    if not named:
        return bases[0]
    newest = max(named, key=lambda fact: (fact.period, -len(fact.region)))
    return known[newest.base_name]
