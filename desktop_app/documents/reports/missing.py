"""“Siapa belum”: who is listed but not active, by village, and who is missing at companies."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.analysis.compliance.missing_people import (
    MissingAtCompanies,
    MissingAtCompany,
    MissingInVillage,
    MissingPerson,
)
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.report import Report, write_report
from desktop_app.documents.reports.tables import Column, Guard, Kind, OpenNik, Row, Section, Table, Total
from desktop_app.domain.indonesian import long_date, month_year, number
from desktop_app.domain.office import Office

PEOPLE = (
    Column(title="No.", kind=Kind.WHOLE, width=8),
    Column(title="NIK", kind=Kind.CODE, width=22),
    Column(title="Nama", kind=Kind.NAME, width=40),
    Column(title="Sumber dana", width=24),
    Column(title="Berkas", kind=Kind.NOTE, width=38),
    Column(title="Baris", kind=Kind.WHOLE, width=9),
)
MASKED = "NIK disamarkan; NIK lengkap hanya untuk desa yang mengusulkan orangnya."
WHOLE = (
    "Memuat NIK lengkap: hanya untuk desa yang mengusulkan orangnya. Simpan dengan kata sandi dan jangan diteruskan."
)


def write_missing_in_villages(
    lists: Sequence[MissingInVillage], office: Office, path: Path, *, made: Made, region: str = ""
) -> None:
    """An overview and a sheet for each village with people who are missing; one village stands alone.

    `region`: the name of what the villages are part of. FileInUse: the file stays as it was.
    """
    about = lists[0].village.full_name if len(lists) == 1 else region
    sheets = [_village(one) for one in lists if one.people or len(lists) == 1]
    overview = [_overview(lists, about)] if len(lists) != 1 else []
    day = f"; data peserta {lists[0].participants:%d-%m-%Y}" if lists else ""
    report = Report(title=f"Siapa belum, {about}", footer=f"Siapa belum, {about}{day}", sections=(*overview, *sheets))
    write_report(report, office, path, made)


def _overview(lists: Sequence[MissingInVillage], about: str) -> Section:
    columns = (
        Column(title="Kecamatan", width=24, missing="–"),
        Column(title="Desa/kelurahan", kind=Kind.NAME, width=30),
        Column(title="Bulan daftar", kind=Kind.DAY, width=15),
        Column(title="Terdaftar (orang)", kind=Kind.WHOLE, width=13, total=Total.SUM),
        Column(title="Sudah peserta aktif", kind=Kind.WHOLE, width=13, total=Total.SUM),
        Column(title="Belum", kind=Kind.WHOLE, width=13, total=Total.SUM),
    )
    rows: tuple[Row, ...] = tuple(
        (
            one.kecamatan.name if one.kecamatan else None, one.village.full_name, one.period, one.listed, one.active,
            len(one.people),
        )
        for one in lists
    )  # fmt: skip
    basis = f"Dibandingkan dengan daftar peserta {long_date(lists[0].participants)}" if lists else ""
    table = Table(
        title="", columns=columns, rows=rows, total="Jumlah", filtered=True, guards=(Guard(columns=(4, 5), sum=3),),
        nothing="Belum ada desa yang memiliki daftar pekerja rentan.",
    )  # fmt: skip
    return Section(sheet="Ikhtisar", title=f"Siapa belum menjadi peserta, {about}", basis=basis, tables=(table,))


def _village(one: MissingInVillage) -> Section:
    rows = tuple(_person(place, person, one.open_nik) for place, person in enumerate(one.people, start=1))
    table = Table(
        title="", columns=PEOPLE, rows=rows, filtered=True, nothing="Semua yang terdaftar sudah menjadi peserta aktif."
    )
    kecamatan = f", {one.kecamatan.full_name}" if one.kecamatan else ""
    basis = (
        f"{number(len(one.people))} dari {number(one.listed)} orang dalam daftar {month_year(one.period)} belum ada sebagai peserta"
        f" aktif pada {long_date(one.participants)}"
    )
    return Section(
        sheet=one.village.name, title=f"Siapa belum, {one.village.full_name}{kecamatan}", basis=basis,
        notes=(WHOLE if one.open_nik else MASKED,), tables=(table,),
    )  # fmt: skip


def _person(place: int, person: MissingPerson, open_nik: bool) -> Row:
    nik = OpenNik(person.nik) if open_nik else person.nik
    return (place, nik, person.name, person.fund, person.file, person.row or None)


def write_missing_at_companies(
    found: MissingAtCompanies, office: Office, path: Path, *, made: Made, region: str
) -> None:
    """Companies that register fewer than they have, and people who are gone. FileInUse: the file stays as it was."""
    day = found.period or found.facts_period
    footer = f"Siapa belum menurut perusahaan, {region}{f'; data {day:%d-%m-%Y}' if day else ''}"
    sections = (_companies(found, region), _left(found, region))
    report = Report(title=f"Siapa belum menurut perusahaan, {region}", footer=footer, sections=sections)
    write_report(report, office, path, made)


def _companies(found: MissingAtCompanies, region: str) -> Section:
    columns = (
        Column(title="Perusahaan", kind=Kind.NAME, width=40),
        Column(title="NPP", kind=Kind.CODE, width=14, missing="–"),
        *(
            Column(title=title, kind=Kind.WHOLE, width=13, missing="tidak disebut", total=Total.SUM)
            for title in ("Pekerja nyata", "Pekerja terdaftar", "Belum didaftarkan", "Keluar", "Aktif di tempat lain")
        ),
    )
    rows = tuple(_company(one) for one in found.companies)
    guards = (Guard(columns=(3, 4), sum=2), Guard(columns=(5,)), Guard(columns=(6,)))
    table = Table(
        title="", columns=columns, rows=rows, total="Jumlah baris yang tampil", filtered=True, visible_only=True,
        guards=guards, nothing="Tidak ada perusahaan yang kurang mendaftarkan pekerjanya.",
    )  # fmt: skip
    return Section(
        sheet="Perusahaan", title=f"Siapa belum menurut perusahaan, {region}", basis=_basis(found),
        notes=tuple(found.absent.values()), tables=(table,),
    )  # fmt: skip


def _basis(found: MissingAtCompanies) -> str:
    facts = f"Daftar perusahaan {month_year(found.facts_period)}" if found.facts_period else ""
    people = (
        f"keluar: ada dalam daftar peserta {month_year(found.since)}, tidak ada pada {month_year(found.period)}"
        if found.since and found.period
        else ""
    )
    return "; ".join(part for part in (facts, people) if part)


def _company(one: MissingAtCompany) -> Row:
    left = len(one.left)
    return (one.name, one.npp or None, one.actual, one.registered, one.unregistered, left, one.elsewhere)


def _left(found: MissingAtCompanies, region: str) -> Section:
    columns = (
        Column(title="Perusahaan", kind=Kind.NAME, width=40),
        Column(title="NPP", kind=Kind.CODE, width=14, missing="–"),
        Column(title="NIK", kind=Kind.CODE, width=22),
        Column(title="Nama", width=40),
    )
    rows = tuple((one.name, one.npp or None, person.nik, person.name) for one in found.companies for person in one.left)
    table = Table(title="", columns=columns, rows=rows, filtered=True, nothing="Tidak ada, atau belum dapat diketahui.")
    return Section(
        sheet="Keluar", title=f"Orang yang tidak ada lagi dalam daftar, {region}", basis=_basis(found), notes=(MASKED,),
        tables=(table,),
    )  # fmt: skip
