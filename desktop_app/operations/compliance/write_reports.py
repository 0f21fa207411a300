"""Writing a report as files, from window and terminal alike: summary, package, scorecards, non-ASN, Paritrana, who is missing."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from desktop_app import VERSION
from desktop_app.analysis.compliance.values import Compliance
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.missing import write_missing_at_companies, write_missing_in_villages
from desktop_app.documents.reports.nonasn import write_nonasn
from desktop_app.documents.reports.paritrana import write_binder
from desktop_app.documents.reports.scorecard import write_scorecards
from desktop_app.documents.reports.summary_pdf import write_summary_pdf
from desktop_app.documents.reports.summary_xlsx import write_summary_xlsx
from desktop_app.domain.office import Office
from desktop_app.domain.regions import Region, depth
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.compliance.compliance import compliance, region_asked
from desktop_app.operations.compliance.missing_people import MissingRequest, missing_of_companies, missing_of_villages
from desktop_app.operations.compliance.order import TITLES, ReportKind, ReportOrder
from desktop_app.operations.compliance.package import PackageRequest, made_of, monthly_package
from desktop_app.operations.compliance.paritrana import paritrana
from desktop_app.operations.compliance.pictures import summary_pictures
from desktop_app.operations.compliance.public import quarterly_report
from desktop_app.operations.compliance.request import ComplianceRequest
from desktop_app.operations.compliance.scorecard import ScorecardRequest, village_scorecard, village_scorecards
from desktop_app.operations.draw_charts import Draw
from desktop_app.operations.letters.pdf import PrintPages, to_pdf
from desktop_app.operations.offices import required_office
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import file_name, room_for
from desktop_app.store import audit

Write = Callable[[Path], None]
_KECAMATAN = 3


def make_report(
    workspace: Workspace, order: ReportOrder, draw: Draw, print_pages: PrintPages, tick: Tick = silent
) -> tuple[Path, ...]:
    """Write the report; its files, or the folder of a package.

    Raises:
        NoOffice, NoFigures, NoPurpose, UnknownBase, UnknownRegion, AmbiguousRegion: nothing was written.
        FileInUse, UnusableTarget, DiskFull: a file that was there did not change. Cancelled.
    """
    office = required_office(workspace)
    if order.kind is ReportKind.PAKET:
        request = PackageRequest(
            summary=_summary_request(order), leaves_office=order.leaves_office, target=order.target
        )  # fmt: skip
        pdf = partial(to_pdf, print_pages=print_pages)
        return (monthly_package(workspace, request, draw, tick, letter_pdf=pdf),)
    tick(0, 3)
    title, write = _prepared(workspace, order, office, draw)
    tick(1, 3)
    paths = [order.target or workspace.reports / file_name(title, suffix) for suffix in order.suffixes]
    for path in paths:
        with room_for(path):
            write(path)
    tick(2, 3)
    with workspace.sessions.begin() as session:
        for path in paths:
            audit.record(session, f"buat {TITLES[order.kind].lower()}", path.name, present_user(), now())
    tick(3, 3)
    return tuple(paths)


def _prepared(workspace: Workspace, order: ReportOrder, office: Office, draw: Draw) -> tuple[str, Write]:
    """Name of the report's file and what writes it."""
    if order.kind is ReportKind.RINGKASAN:
        return _summary(workspace, order, office, draw)
    made = Made(at=now(), by=office.clerk or present_user(), version=VERSION, leaves_office=order.leaves_office)
    match order.kind:
        case ReportKind.KARTU_SKOR:
            return _scorecards(workspace, order, office, made)
        case ReportKind.NON_ASN:
            report = quarterly_report(workspace, order.region, order.day)
            title = f"Non-ASN {report.span.title} {report.region.full_name}"
            return title, lambda path: write_nonasn(report, office, path, made=made)
        case ReportKind.PARITRANA:
            binder = paritrana(workspace, order.region, order.day.year if order.day else None)
            title = f"Paritrana {binder.year} {binder.region.full_name}"
            return title, lambda path: write_binder(binder, office, path, made=made)
        case ReportKind.BELUM_DESA:
            return _missing_in_villages(workspace, order, office, made)
        case _:
            place = region_asked(workspace, order.region)
            found = missing_of_companies(workspace, MissingRequest(region=place.code, day=order.day))
            title = f"Siapa belum per perusahaan {place.full_name}"
            return title, lambda path: write_missing_at_companies(
                found, office, path, made=made, region=place.full_name
            )


def _summary(workspace: Workspace, order: ReportOrder, office: Office, draw: Draw) -> tuple[str, Write]:
    found = compliance(workspace, replace(_summary_request(order), outside=order.leaves_office))
    made = made_of(found, office, leaves_office=order.leaves_office)

    def write(path: Path) -> None:
        with tempfile.TemporaryDirectory() as folder:
            pictures = _drawn(found, draw, Path(folder), leaves_office=order.leaves_office)
            writer = write_summary_pdf if path.suffix.lower() == ".pdf" else write_summary_xlsx
            writer(found, office, path, pictures=pictures, made=made)

    return f"Ringkasan {found.span.title} {found.region.full_name}", write


def _drawn(found: Compliance, draw: Draw, folder: Path, *, leaves_office: bool) -> Mapping[str, Path]:
    """Pictures as PNG by their key; what there is nothing of to draw is left out."""
    made: dict[str, Path] = {}
    for one in summary_pictures(found, leaves_office=leaves_office):
        if one.chart is not None:
            made[one.key] = folder / f"{one.key}.png"
            draw(one.chart, made[one.key])
    return made


def _summary_request(order: ReportOrder) -> ComplianceRequest:
    return ComplianceRequest(
        region=order.region, span=order.span, day=order.day, base=order.base, target_document=order.target_document
    )


def _scorecards(workspace: Workspace, order: ReportOrder, office: Office, made: Made) -> tuple[str, Write]:
    place: Region = region_asked(workspace, order.region)
    asked = ScorecardRequest(kecamatan=place.code, period=order.day, base=order.base)
    if depth(place.code) == _KECAMATAN:
        cards = [village_scorecard(workspace, asked)]
    else:
        cards = village_scorecards(workspace, place.code, asked)
    return f"Kartu skor desa {place.full_name}", lambda path: write_scorecards(cards, office, path, made=made)


def _missing_in_villages(workspace: Workspace, order: ReportOrder, office: Office, made: Made) -> tuple[str, Write]:
    place = region_asked(workspace, order.region)
    request = MissingRequest(region=place.code, day=order.day, open_for=order.open_for, purpose=order.purpose)
    lists = missing_of_villages(workspace, request)
    if order.open_for:
        lists = tuple(one for one in lists if one.open_nik)
    about = lists[0].village.full_name if order.open_for and lists else place.full_name
    return (
        f"Siapa belum {about}",
        lambda path: write_missing_in_villages(lists, office, path, made=made, region=place.full_name),
    )
