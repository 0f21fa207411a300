"""The sections of a compliance summary as values. A section whose data the office does not have is None in `Compliance`.

Sources: domain notes 5.1 (categories, ageing), 4.4 (funnel), 5.5 (what a summary holds), 6 (Paritrana).
"""

from dataclasses import dataclass, field
from datetime import date

from desktop_app.analysis.coverage import CoverageTable
from desktop_app.analysis.findings import Finding
from desktop_app.analysis.pace import Pace
from desktop_app.analysis.trend import Trend
from desktop_app.domain.facts import ImportRecord, Target, WorkerBase
from desktop_app.domain.records import LetterRecord
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.reporting import Reporting


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
class CompanyChange:
    """What became of the `companies` that stand both in the list of `since` and in the newest: the result of the steps.

    Each pair is then and now, summed over the companies that tell it in both lists (so many are in `told_…`); `written`:
    companies that were sent a letter, or given one, between the two lists.
    """

    since: date
    companies: int
    registered: tuple[int, int] | None
    told_registered: int
    arrears: tuple[int, int] | None
    told_arrears: int
    better: int
    worse: int
    written: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanySection:
    """Companies of `period`, the newest month with a list. `total` sums the rows; `categories` in the order of columns,

    without those that nobody has. `unclassed`: companies without category. `arrears`: by age, then `arrears_unknown`,
    companies with arrears whose age is not told. `by_rules`: companies without a category of their list, put into one by
    their own figures; they are in the rows. `change`: against the newest list of a month before the span. `silent`:
    parts of the region that no row names: they may have no such companies, or no list.
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
    by_rules: int = 0
    change: CompanyChange | None = None
    silent: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageFunnel:
    """Vulnerable workers of one village, from the lists that name it: people by NIK.

    `proposed` rows read for it = `accepted` + `waiting` (rows parked or refused) + `repeated` (the same NIK again).
    Of the accepted: `already` were active participants in the newest list (None: none speaks of the village), `too_old` and `too_young` by birth date on the
    day of the list, `no_birth_date`. `funds`: who pays -> people (“tidak disebut” where the list does not say).
    `ended`: the list itself says that the person is no longer enrolled. `listed` False: no list names the village, and the
    numbers are 0 without meaning it. A person whom several villages list is accepted in the newest list and repeated in
    the others. `period`: the month of the village's newest list, the only one that counts.
    """

    kecamatan: Region | None
    village: Region
    listed: bool
    proposed: int = 0
    waiting: int = 0
    repeated: int = 0
    accepted: int = 0
    already: int | None = 0
    too_old: int = 0
    too_young: int = 0
    no_birth_date: int = 0
    funds: tuple[tuple[str, int], ...] = ()
    ended: int = 0
    period: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VulnerableSection:
    """All villages of the region. `quota` people per village is what each is held against; `ages` (youngest, oldest).

    `unplaced`: rows that name no village of the region. `waiting_unplaced`: rows that wait or were refused in lists of
    several villages: nobody knows of which. `participants`: the month of the list of participants that says who is
    `already` active; None where there is none. `period`: the newest month of these lists.
    """

    period: date | None
    villages: tuple[VillageFunnel, ...]
    quota: int
    ages: tuple[int, int]
    funds: tuple[tuple[str, int], ...]
    unplaced: int
    sources: tuple[SourceFile, ...]
    waiting_unplaced: int = 0
    participants: date | None = None

    @property
    def total(self) -> VillageFunnel:
        """All villages together, of `already` those that are known; its `village` is no village."""
        return _sum_of(self.villages)

    @property
    def zero(self) -> tuple[VillageFunnel, ...]:
        """Villages that no list names, or whose list leaves nobody."""
        return tuple(one for one in self.villages if not one.accepted)


def _sum_of(villages: tuple[VillageFunnel, ...]) -> VillageFunnel:
    numbers = {name: sum(getattr(one, name) for one in villages) for name in _NUMBERS}
    known = [one.already for one in villages if one.listed and one.already is not None]
    already = sum(known) if known else None
    return VillageFunnel(
        kecamatan=None, village=_NOWHERE, listed=any(one.listed for one in villages), already=already, **numbers
    )  # fmt: skip


_NOWHERE = Region(code="", name="", level=Level.DESA)
_NUMBERS = ("proposed", "waiting", "repeated", "accepted", "too_old", "too_young", "no_birth_date", "ended")


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
    """Letters of one kind in the span: how many were made, and how far they came.

    A letter that was sent was also numbered and signed, and counts there; a void one is in `made` and `void` only.
    """

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

    `sentences` are the five of the first page, fewer where the data give fewer: `unsaid` then says in one line each what
    is missing. `absent` says in one line why a section (companies, vulnerable, public, steps, senders) is not there.
    `rules` (word, meaning) say how the sections were made, `filters` (label, value) what was asked for. `pace`: the
    way to the target. `sample`: made by an office of invented data.
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
    unsaid: tuple[str, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    pace: Pace | None = None
    reporting: Reporting | None = None
    sample: bool = False
    letters: tuple[LetterRecord, ...] = field(default=())
