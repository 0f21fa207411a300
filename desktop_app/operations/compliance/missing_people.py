"""“Siapa belum” lists, from what is stored; whoever sees whole NIK is written down."""

from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.compliance.missing_people import MissingAtCompanies as MissingAtCompanies
from desktop_app.analysis.compliance.missing_people import MissingInVillage as MissingInVillage
from desktop_app.analysis.compliance.missing_people import missing_at_companies, missing_in_villages
from desktop_app.analysis.compliance.spans import SpanKind, span_of
from desktop_app.analysis.compliance.values import Span
from desktop_app.analysis.compliance.vulnerable import SortedRows, lies_within
from desktop_app.domain.errors import AppError, NoFigures
from desktop_app.domain.periods import months_later
from desktop_app.domain.regions import depth, is_within
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.compliance.asked import OLDEST, Asked, asked_of
from desktop_app.operations.compliance.compliance import region_asked
from desktop_app.operations.compliance.request import ComplianceRequest
from desktop_app.operations.compliance.sections import (
    active_among,
    company_facts,
    covered_by,
    vulnerable_lists,
)
from desktop_app.operations.offices import region_named
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit
from desktop_app.store.compliance import lists, people

_VILLAGE = 4
SHOWN = "tampilkan NIK"


class NoPurpose(AppError):
    title = "NIK tetap disamarkan"
    hint = (
        "Isi tujuan pengiriman, misalnya “validasi daftar oleh Perbekel”, dan pilih satu desa yang menerima daftar itu."
    )

    def __init__(self, village: str) -> None:
        super().__init__(
            f"NIK lengkap hanya ditulis dalam daftar untuk desa itu sendiri dan dengan tujuan ({village})."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRequest:
    """People who are missing in `region` (the office's own when empty) at the end of the month of `day` (today's).

    `open_for`: code or name of the village to which its own list is sent, whose NIK are written out for `purpose`.
    """

    region: str = ""
    day: date | None = None
    open_for: str = ""
    purpose: str = ""


def missing_of_villages(workspace: Workspace, request: MissingRequest) -> tuple[MissingInVillage, ...]:
    """People whom villages list but who are not active in the newest list of participants, village by village.

    Of villages that this list does not speak of nobody knows it: they are left out.

    Raises:
        NoFigures: no list of vulnerable workers, or of participants, is stored.
        NoPurpose: whole NIK are asked for without a purpose, or for a region that is no village of the list.
        UnknownRegion, AmbiguousRegion.
    """
    region = region_asked(workspace, request.region)
    village = _village(workspace, request, region.code)
    with workspace.sessions.begin() as session:
        asked = asked_of(workspace, session, region, _span(request), ComplianceRequest(region=region.code))
        sheets, rows = vulnerable_lists(asked)
        month = asked.newest(SheetKind.PESERTA)
        if not sheets or month is None:
            lacking = "pekerja rentan" if not sheets else "peserta"
            raise NoFigures(f"Daftar {lacking} {region.full_name} belum diimpor.")
        areas = covered_by(asked, month)
        known = [pair for pair in asked.villages if lies_within(pair[1].code, areas)]
        listed = SortedRows({one.code for _, one in asked.villages}, rows, sheets)
        files = {one.record.id: one.record.file for one in sheets}
        active = active_among(asked, rows, month)
        found = missing_in_villages(known, listed, active, month, files=files, open_for=village)
        if village:
            _write_down(asked, found, village, request.purpose.strip())
    return found


def missing_of_companies(workspace: Workspace, request: MissingRequest) -> MissingAtCompanies:
    """Companies with unregistered workers, and people of the month before who are gone; NIK always masked."""
    region = region_asked(workspace, request.region)
    with workspace.sessions() as session:
        asked = asked_of(workspace, session, region, _span(request), ComplianceRequest(region=region.code))
        listed = asked.newest(SheetKind.PERUSAHAAN)
        facts = company_facts(asked, listed) if listed else []
        period = asked.newest(SheetKind.PESERTA)
        since = _month_before(asked, period)
        if period is None or since is None:
            return missing_at_companies(facts, listed, [], [], since, period)
        before = people.people_of_companies(session, since, region.code, asked.samples)
        after = people.employers_of(session, {one.nik for one in before}, period, asked.samples)
        complete = any(one.record.complete for one in asked.of_month(SheetKind.PESERTA, period))
        return missing_at_companies(facts, listed, before, after, since, period, complete=complete)


def _span(request: MissingRequest) -> Span:
    return span_of(SpanKind.BULAN, request.day or now().date())


def _month_before(asked: Asked, period: date | None) -> date | None:
    if period is None:
        return None
    last = months_later(period, -1)
    return lists.newest_month(asked.counting(SheetKind.PESERTA), months_later(period, -OLDEST), last)


def _village(workspace: Workspace, request: MissingRequest, within: str) -> str:
    """Code of the village whose NIK may be written out; empty where none are asked for."""
    if not request.open_for:
        return ""
    place = region_named(workspace, request.open_for)
    if depth(place.code) != _VILLAGE or not is_within(place.code, within) or not request.purpose.strip():
        raise NoPurpose(place.full_name)
    return place.code


def _write_down(asked: Asked, found: tuple[MissingInVillage, ...], village: str, purpose: str) -> None:
    count = sum(len(one.people) for one in found if one.open_nik)
    detail = f"{asked.places[village].full_name} ({village}), {count} orang; tujuan: {purpose}"
    audit.record(asked.session, SHOWN, detail, present_user(), now())
