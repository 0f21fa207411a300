"""What a letter is written from: who writes, about whom, and the figures, before anything is a sentence.

One value serves a letter to all; a letter of its own for a kecamatan, village or company has `addressee` and what
belongs to it besides.
"""

from dataclasses import dataclass, field
from datetime import date

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.domain.letters import Addressee, LegalBasis
from desktop_app.domain.office import Office
from desktop_app.domain.regions import Region
from desktop_app.domain.sheets import CompanyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class LateSender:
    """Somebody whose figures are missing: the region, and the months (their ends) that have not come."""

    region: Region
    months: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """`region` is where the signatory's office is; `own` its coverage, None where there is no figure.

    `villages`: kecamatan and village, by code, to whom the letter speaks (for a kecamatan's own letter: its villages; for
    a village's own: itself). `parts`: coverage of the parts of `region` where known, by code. `listed`: village code ->
    vulnerable workers in the newest list that names it; a village that is not in it has no list. `companies`: of the
    newest company list of the region, of `companies_period`; for a company's own letter only its rows.
    `companies_source`: who made that list, as a letter names it; empty where not known.
    `quota` people per village, `monthly` rupiah a head, `months` of the budget year `year`. `late`: who has not reported.
    """

    office: Office
    region: Region
    province: Region
    own: RegionCoverage | None
    villages: tuple[tuple[Region, Region], ...]
    parts: dict[str, RegionCoverage] = field(default_factory=dict)
    listed: dict[str, int] = field(default_factory=dict)
    listed_period: date | None = None
    companies: tuple[CompanyFact, ...] = ()
    companies_period: date | None = None
    companies_source: str = ""
    late: tuple[LateSender, ...] = ()
    quota: int = 100
    monthly: int = 16_800
    months: int = 12
    year: int = 2026
    deadline: date | None = None
    letter_date: date | None = None
    today: date
    number: str = ""
    addressee: Addressee | None = None
    addressee_coverage: RegionCoverage | None = None
    details: dict[str, str] = field(default_factory=dict)
    legal_bases: tuple[LegalBasis, ...] = ()
