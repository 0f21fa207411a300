"""The sections of a compliance summary as values. A section whose data the office does not have is None in `Compliance`.

Sources: domain notes 5.1 (categories, ageing), 4.4 (funnel), 5.5 (what a summary holds), 6 (Paritrana).
"""

from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.coverage import CoverageTable
from desktop_app.analysis.findings import Finding
from desktop_app.analysis.trend import Trend
from desktop_app.domain.facts import ImportRecord, Target, WorkerBase
from desktop_app.domain.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file behind a section."""

    file: str
    sheet: str
    sender: str
    period: date | None
    import_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyRow:
    """Companies of one kecamatan (or regency, in a province): how many of each category.

    `region` None: companies whose row names no place. `actual`, `registered` are workers; `arrears` rupiah; None where no
    row tells.
    """

    region: Region | None
    companies: int
    by_category: dict[str, int]
    actual: int | None
    registered: int | None
    arrears: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrearsClass:
    """Companies whose arrears are `first` to `last` months old (`last` None: and more); `amount` rupiah of those told."""

    label: str
    first: int
    last: int | None
    companies: int
    amount: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyDetail:
    """One company for the annex: names and places are business data, no person is named."""

    name: str
    npp: str
    region: Region | None
    category: str
    actual: int | None
    registered: int | None
    arrears_months: int | None
    arrears: int | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanySection:
    """Companies of `period`, the newest month with a list. `total` sums the rows; `categories` in the order of columns,

    without those that nobody has. `unclassed`: companies without category. `arrears`: by age, then `arrears_unknown`,
    companies with arrears whose age is not told.
    """

    period: date | None
    rows: tuple[CompanyRow, ...]
    total: CompanyRow
    categories: tuple[str, ...]
    unclassed: int
    arrears: tuple[ArrearsClass, ...]
    arrears_unknown: int
    details: tuple[CompanyDetail, ...]
    sources: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageFunnel:
    """Vulnerable workers of one village, from the lists that name it: people by NIK.

    `proposed` rows read for it = `accepted` + `waiting` (rows parked or refused) + `repeated` (the same NIK again).
    Of the accepted: `already` were active participants in the newest list, `too_old` and `too_young` by birth date on the
    day of the list, `no_birth_date`. `funds`: who pays -> people (“tidak disebut” where the list does not say).
    `listed` False: no list names the village, and the numbers are 0 without meaning it.
    """

    kecamatan: Region | None
    village: Region
    listed: bool
    proposed: int = 0
    waiting: int = 0
    repeated: int = 0
    accepted: int = 0
    already: int = 0
    too_old: int = 0
    too_young: int = 0
    no_birth_date: int = 0
    funds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VulnerableSection:
    """All villages of the region. `quota` people per village is what each is held against; `ages` (youngest, oldest)."""

    period: date | None
    villages: tuple[VillageFunnel, ...]
    quota: int
    ages: tuple[int, int]
    funds: tuple[tuple[str, int], ...]
    unplaced: int
    sources: tuple[SourceFile, ...]

    @property
    def zero(self) -> tuple[VillageFunnel, ...]:
        """Villages that no list names, or whose list leaves nobody."""
        return tuple(one for one in self.villages if not one.accepted)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicEmployer:
    """People of one public employer in the newest list: an office of the regency (OPD) or a village government."""

    name: str
    village: bool
    people: int
    benefits: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSection:
    """Non-ASN and village apparatus, by the employer's name in lists of participants (`rule` says how it is known)."""

    period: date | None
    employers: tuple[PublicEmployer, ...]
    rule: str
    sources: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderQuality:
    """Data quality of one sender over the span: imports and rows; `findings` of its recaps; `late` files after the due day."""

    sender: str
    imports: int
    rows: int
    stored: int
    parked: int
    refused: int
    findings: int
    late: int
    newest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """Letters of one kind in the span, by state: how many were made, numbered, signed, sent, answered, void."""

    kind: str
    made: int
    numbered: int
    signed: int
    sent: int
    answered: int
    void: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A figure of the first page: label, the figure as written, its fraction, and base, date and source.

    `state`: “ok”, “bad” or “”.
    """

    label: str
    value: str
    fraction: str
    source: str
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The time that a summary speaks of: a month, quarter or year, as `title` says (“Triwulan I 2026”)."""

    first: date
    last: date
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compliance:
    """All that a summary of `region` over `span` says. Figures are those of `coverage`'s period, the newest in the span.

    `sentences` are the five of the first page. `absent` says in one line why a section (companies, vulnerable, public,
    steps, senders) is not there.
    """

    region: Region
    province: Region | None
    span: Span
    headlines: tuple[Headline, ...]
    sentences: tuple[str, ...]
    coverage: CoverageTable
    trend: Trend
    findings: tuple[Finding, ...]
    companies: CompanySection | None
    vulnerable: VulnerableSection | None
    public: PublicSection | None
    steps: tuple[StepRow, ...]
    senders: tuple[SenderQuality, ...]
    imports: tuple[ImportRecord, ...]
    bases: tuple[WorkerBase, ...]
    targets: tuple[Target, ...]
    absent: dict[str, str]
