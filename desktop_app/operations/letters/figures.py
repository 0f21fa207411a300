"""What a letter is written from, read from what is stored: coverage, villages, companies, vulnerable workers, who is late.

All of it is read once for the region of the letter; letters of their own for its kecamatan, villages or companies take
their part of it (`addressees`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.lists import joined
from desktop_app.domain.errors import NoFigures, UnknownBase
from desktop_app.domain.letters import Addressee
from desktop_app.domain.office import Office
from desktop_app.domain.regions import Region, depth
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.edit_rates import monthly_contribution
from desktop_app.operations.letters.addressees import facts_for
from desktop_app.operations.letters.late import late_senders
from desktop_app.operations.letters.request import MONTHLY, LetterRequest
from desktop_app.operations.offices import province_of, region_named, required_office, villages_of
from desktop_app.operations.workspace import Workspace, now
from desktop_app.store import letter_sources
from desktop_app.store.letter_sources import CompanyList, UsedImport, VillageLists

_VILLAGE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFigures:
    """Facts of a letter to all, what else could be chosen for them, and the imports they come from.

    `answer`: the coverage that the region's own figure was taken from; None where no figure is stored at all.
    """

    facts: LetterFacts
    answer: CoverageAnswer | None
    imports: tuple[UsedImport, ...]

    @property
    def periods(self) -> tuple[date, ...]:
        return self.answer.choices.periods if self.answer else ()

    @property
    def worker_bases(self) -> tuple[str, ...]:
        return tuple(base.name for base in self.answer.choices.bases) if self.answer else ()

    @property
    def period(self) -> date | None:
        return self.answer.table.period if self.answer else None

    @property
    def base(self) -> str | None:
        return self.answer.table.base.name if self.answer else None


def letter_facts(workspace: Workspace, request: LetterRequest, addressee: Addressee | None = None) -> LetterFacts:
    """What the letter of `request` is written from; for one `addressee` its own part. NoOffice, UnknownRegion, UnknownBase."""
    facts = letter_figures(workspace, request).facts
    return facts if addressee is None else facts_for(facts, addressee)


def letter_figures(workspace: Workspace, request: LetterRequest) -> LetterFigures:
    """As `letter_facts`, with the choices and the sources. NoOffice, UnknownRegion, UnknownBase."""
    office = required_office(workspace)
    request = priced(workspace, request)
    region = region_named(workspace, request.region or office.region)
    province = region_named(workspace, province_of(region.code))
    answer, own = _own(workspace, region, province, request)
    parts = _parts(workspace, region, answer, request.base)
    companies, lists = _listed(workspace, region, office)
    facts = LetterFacts(
        office=office, region=region, province=province, own=own, villages=tuple(villages_of(workspace, region.code)),
        parts=parts, listed=lists.people, listed_period=lists.period, companies=companies.companies,
        companies_period=companies.period, companies_source=_source(workspace, companies), late=late_senders(workspace, region.code), quota=request.quota,
        monthly=request.monthly, months=request.months, year=request.year or now().year, deadline=request.deadline,
        letter_date=request.letter_date, today=now().date(), details=dict(request.details),
    )  # fmt: skip
    imports = _imports(workspace, region, answer, (own, *parts.values()), companies.imports | lists.imports)
    return LetterFigures(facts=facts, answer=answer, imports=imports)


def priced(workspace: Workspace, request: LetterRequest) -> LetterRequest:
    """The request with the monthly amount that the rates of its budget year give, where it names none."""
    if request.monthly:
        return request
    return replace(request, monthly=monthly_contribution(workspace, request.year or now().year) or MONTHLY)


def _own(
    workspace: Workspace, region: Region, province: Region, request: LetterRequest
) -> tuple[CoverageAnswer | None, RegionCoverage | None]:
    """The region's figure as its province shows it, on the base of all regencies; else as the region itself has it."""
    first = None
    for place in dict.fromkeys((province.code, region.code)):
        query = CoverageQuery(region=place, period=request.period, base=request.base)
        try:
            answer = coverage(workspace, query)
        except NoFigures:
            continue
        first = first or answer
        rows = (answer.table.whole, *answer.table.rows)
        own = next((row for row in rows if row.region.code == region.code and row.shown_share is not None), None)
        if own is not None:
            return answer, own
    return first, None


def _parts(
    workspace: Workspace, region: Region, answer: CoverageAnswer | None, chosen: str | None
) -> dict[str, RegionCoverage]:
    """Parts of the region of every level that have a figure, of the month and on the base of the letter.

    Where its province's base says nothing of them and nobody chose a base, they stand on the region's own.
    """
    if answer is None:
        return {}
    found = _on_base(workspace, region, answer.table.period, answer.table.base.name)
    return found or ({} if chosen else _on_base(workspace, region, answer.table.period, None))


def _on_base(workspace: Workspace, region: Region, period: date, base: str | None) -> dict[str, RegionCoverage]:
    found: dict[str, RegionCoverage] = {}
    for level in range(depth(region.code) + 1, _VILLAGE + 1):
        query = CoverageQuery(region=region.code, period=period, base=base, level=level)
        try:
            rows = coverage(workspace, query).table.rows
        except (NoFigures, UnknownBase):
            return found
        found |= {row.region.code: row for row in rows if row.shown_share is not None}
    return found


def _listed(workspace: Workspace, region: Region, office: Office) -> tuple[CompanyList, VillageLists]:
    """Lists of invented people and companies speak in letters of an invented office only."""
    with workspace.sessions() as session:
        companies = letter_sources.newest_companies(session, region.code, sample=office.sample)
        return companies, letter_sources.vulnerable_by_village(session, region.code, sample=office.sample)


def _source(workspace: Workspace, companies: CompanyList) -> str:
    """Who sent the list of companies: “Cabang Gianyar dan Cabang Denpasar”; empty where no sender was named."""
    with workspace.sessions() as session:
        return joined(letter_sources.senders_of(session, companies.imports))


def _imports(
    workspace: Workspace, region: Region, answer: CoverageAnswer | None,
    rows: Iterable[RegionCoverage | None], besides: frozenset[int],
) -> tuple[UsedImport, ...]:  # fmt: skip
    """The imports that the figures of the letter come from."""
    shown = [row for row in rows if row is not None]
    numbers = set(besides)
    numbers |= {fact.origin.import_id for row in shown for fact in row.facts}
    numbers |= {row.target.import_id for row in shown if row.target is not None and row.target.import_id is not None}
    if answer is not None and answer.table.base.import_id is not None:
        numbers.add(answer.table.base.import_id)
    counted = {row.period for row in shown if row.counted and row.period is not None}
    with workspace.sessions() as session:
        numbers |= letter_sources.lists_counted(session, region.code, counted)
        return tuple(letter_sources.used_imports(session, numbers))
