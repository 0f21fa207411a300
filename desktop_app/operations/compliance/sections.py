"""The sections of a summary beside coverage: companies, vulnerable workers, public employers, senders, steps."""

from dataclasses import dataclass, field
from datetime import date

from desktop_app.analysis.compliance.companies import company_change, company_section, in_region
from desktop_app.analysis.compliance.public_employers import public_kind, public_section
from desktop_app.analysis.compliance.senders import SENT, sender_rows
from desktop_app.analysis.compliance.steps import letters_of_span, step_rows
from desktop_app.analysis.compliance.values import (
    CompanyChange,
    CompanySection,
    PublicSection,
    SenderQuality,
    Span,
    StepRow,
    VulnerableSection,
)
from desktop_app.analysis.compliance.vulnerable import sources_of, vulnerable_section
from desktop_app.domain.compliance_rows import SentImport, VulnerableRow
from desktop_app.domain.facts import ImportRecord, ImportState
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.letters import LetterState
from desktop_app.domain.office import head_kind
from desktop_app.domain.periods import months_later
from desktop_app.domain.records import LetterRecord
from desktop_app.domain.regions import Region
from desktop_app.domain.sheets import CompanyFact, SheetKind
from desktop_app.operations.compliance.asked import OLDEST, Asked, asked_of
from desktop_app.operations.compliance.request import ComplianceRequest
from desktop_app.operations.workspace import Workspace
from desktop_app.store import companies, letters
from desktop_app.store.compliance import lists, people
from desktop_app.store.reporting import first_import


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """As in `Compliance`; what is None or empty stands in `absent`."""

    companies: CompanySection | None
    vulnerable: VulnerableSection | None
    public: PublicSection | None
    steps: tuple[StepRow, ...]
    letters: tuple[LetterRecord, ...]
    senders: tuple[SenderQuality, ...]
    imports: tuple[ImportRecord, ...]
    absent: dict[str, str] = field(default_factory=dict)


def read_sections(workspace: Workspace, region: Region, span: Span, request: ComplianceRequest) -> Sections:
    with workspace.sessions() as session:
        asked = asked_of(workspace, session, region, span, request)
        written = letters.list_letters(session)
        mine = letters_of_span(written, region.code, span)
        found = Sections(
            companies=_companies(asked, written), vulnerable=read_vulnerable(asked), public=read_public(asked),
            steps=step_rows(mine, head_kind(region)), letters=mine,
            senders=sender_rows(_heard(asked), span, first_import(session)), imports=_behind(asked),
        )  # fmt: skip
    found.absent.update(_absent(asked, found))
    return found


def _companies(asked: Asked, written: list[LetterRecord]) -> CompanySection | None:
    period = asked.newest(SheetKind.PERUSAHAAN)
    facts = company_facts(asked, period) if period else []
    if not facts or period is None:
        return None
    sources = sources_of(asked.of_month(SheetKind.PERUSAHAAN, period))
    change = _company_change(asked, facts, written)
    return company_section(
        facts, asked.region, asked.places, period=period, classes=asked.request.classes, sources=sources, change=change
    )  # fmt: skip


def company_facts(asked: Asked, period: date) -> list[CompanyFact]:
    """Companies of the region in the lists of a month, each as the newest of them has it."""
    areas = {one.record.id: one.areas for one in asked.imports}
    rows = companies.companies_by_import(asked.session, period, samples=asked.samples)
    return [fact for number, fact in rows if in_region(fact, asked.region.code, areas.get(number, frozenset()))]


def _company_change(asked: Asked, facts: list[CompanyFact], written: list[LetterRecord]) -> CompanyChange | None:
    """Against the newest list of a month before the span."""
    last = months_later(asked.span.first, -1)
    since = lists.newest_month(asked.counting(SheetKind.PERUSAHAAN), months_later(last, -OLDEST), last)
    if since is None:
        return None
    sent = {
        one.addressee_key for one in written
        if one.addressee_key and one.state is not LetterState.BATAL
        and since < (one.letter_date or one.made_at.date()) <= asked.span.last
    }  # fmt: skip
    return company_change(company_facts(asked, since), facts, since, sent)


def vulnerable_lists(asked: Asked) -> tuple[list[SentImport], list[VulnerableRow]]:
    """The lists of vulnerable workers of the last twelve months that speak of the region, and their rows."""
    sheets = [
        one for one in asked.counting(SheetKind.RENTAN)
        if one.record.period is not None and asked.oldest <= one.record.period <= asked.span.last
    ]  # fmt: skip
    rows = people.vulnerable_rows(asked.session, asked.region.code, asked.oldest, asked.span.last, asked.samples)
    known = {one.record.id for one in sheets}
    return sheets, [row for row in rows if row.import_id in known]


def read_vulnerable(asked: Asked) -> VulnerableSection | None:
    """None where no list of vulnerable workers speaks of the region."""
    sheets, rows = vulnerable_lists(asked)
    if not sheets or not asked.villages:
        return None
    month = asked.newest(SheetKind.PESERTA)
    return vulnerable_section(
        asked.villages, rows, sheets, active_among(asked, rows, month), month, covered=covered_by(asked, month),
        quota=asked.request.quota, ages=asked.request.ages,
    )  # fmt: skip


def covered_by(asked: Asked, month: date | None) -> frozenset[str]:
    """Regions that the lists of participants of `month` speak of."""
    sheets = asked.of_month(SheetKind.PESERTA, month) if month else []
    return frozenset(area for one in sheets for area in one.areas)


def active_among(asked: Asked, rows: list[VulnerableRow], month: date | None) -> frozenset[int]:
    """NIK of those of the rows who are active in the lists of participants of `month`."""
    if month is None:
        return frozenset()
    return people.active_niks(asked.session, {row.nik for row in rows}, month, asked.samples)


def read_public(asked: Asked, last: date | None = None) -> PublicSection | None:
    """Of the newest month with lists of participants up to `last`; None where they name no public employer."""
    period = asked.newest(SheetKind.PESERTA, last)
    if period is None:
        return None
    villages = asked.village_names
    names = people.employer_names(asked.session, period, asked.region.code, asked.samples)
    public = {number: name for number, name in names.items() if public_kind(name, villages)}
    rows = people.employer_rows(asked.session, period, asked.region.code, asked.samples, public)
    return public_section(rows, period, villages, sources_of(asked.of_month(SheetKind.PESERTA, period)))


def _heard(asked: Asked) -> list[SentImport]:
    """Imports that speak of the region, those replaced among them."""
    return [
        one for one in asked.imports
        if (asked.samples or not one.record.sample)
        and (not one.areas or any(lists.touches(area, asked.region.code) for area in one.areas))
    ]  # fmt: skip


def _behind(asked: Asked) -> tuple[ImportRecord, ...]:
    """Imports that count and can have given a figure: of the region, up to the end of the span; newest first."""
    found = [
        one.record for one in _heard(asked)
        if one.record.state == ImportState.STORED
        and (one.record.kind not in SENT or one.record.period is None or one.record.period <= asked.span.last)
    ]  # fmt: skip
    return tuple(reversed(found))


def _absent(asked: Asked, found: Sections) -> dict[str, str]:
    """Why a section is not there, one line each."""
    name, until = asked.region.full_name, f"sampai {long_date(asked.span.last)}"
    no_people = asked.newest(SheetKind.PESERTA) is None
    lines = {
        "companies": (found.companies, f"Daftar perusahaan {name} {until} belum diimpor."),
        "vulnerable": (found.vulnerable, f"Daftar pekerja rentan {name} {until} belum diimpor."),
        "public": (
            found.public,
            f"Daftar peserta {name} {until} belum diimpor." if no_people
            else f"Daftar peserta {name} tidak menyebut perangkat daerah atau pemerintah desa sebagai pemberi kerja.",
        ),
        "steps": (found.steps, f"Belum ada surat dalam {asked.span.title}."),
        "senders": (found.senders, f"Belum ada berkas untuk bulan-bulan {asked.span.title}."),
    }  # fmt: skip
    return {key: why for key, (section, why) in lines.items() if not section}
