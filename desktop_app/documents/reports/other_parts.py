"""Public employers, findings and data quality as sections."""

from collections.abc import Mapping

from desktop_app.analysis.compliance.values import Compliance, PublicEmployer, PublicSection, SenderQuality
from desktop_app.analysis.findings import Finding
from desktop_app.documents.reports.company_parts import sources_line
from desktop_app.documents.reports.tables import Column, Guard, Kind, Row, Section, Table, Total

FINDING_COLUMNS = (
    Column(title="Wilayah", kind=Kind.NAME, width=25),
    Column(title="Bulan data", kind=Kind.DAY, width=13),
    Column(title="Sifat", width=13),
    Column(title="Temuan", width=52, span=4),
    Column(title="Tempat", kind=Kind.NOTE, width=29, span=2),
)
QUALITY_COLUMNS = (
    Column(title="Pengirim", kind=Kind.NAME, width=25, missing="tidak disebut"),
    *(
        Column(title=title, kind=Kind.WHOLE, width=13, total=Total.SUM)
        for title in ("Impor", "Baris terbaca", "Tersimpan", "Menunggu", "Ditolak", "Temuan", "Terlambat")
    ),
    Column(title="Bulan data terbaru", kind=Kind.DAY, width=16, missing="–"),
)


def public_section(compliance: Compliance) -> Section:
    sheet, title = "Non-ASN dan perangkat desa", "Non-ASN dan perangkat desa"
    section = compliance.public
    if section is None:
        absent = compliance.absent.get("public", "Belum ada daftar peserta yang menyebut pemberi kerja pemerintah.")
        return Section(sheet=sheet, title=title, absent=absent)
    return Section(
        sheet=sheet, title=title, basis=sources_line(section.period, section.sources), notes=(section.rule,),
        tables=public_tables(section),
    )  # fmt: skip


def public_tables(section: PublicSection) -> tuple[Table, ...]:
    benefits = _benefits(section)
    groups = (("Perangkat daerah", False), ("Pemerintah desa", True))
    return tuple(_employers(section, title, village, benefits) for title, village in groups)


def _benefits(section: PublicSection) -> tuple[str, ...]:
    """Benefits in the order in which they first come."""
    return tuple(dict.fromkeys(name for one in section.employers for name, _ in one.benefits))


def _employers(section: PublicSection, title: str, village: bool, benefits: tuple[str, ...]) -> Table:
    columns = (
        Column(title="Pemberi kerja", kind=Kind.NAME, width=44),
        Column(title="Peserta aktif (orang)", kind=Kind.WHOLE, width=14, total=Total.SUM),
        *(Column(title=name, kind=Kind.WHOLE, width=12, total=Total.SUM, missing="tidak disebut") for name in benefits),
    )
    rows = tuple(_employer(one, benefits) for one in section.employers if one.village is village)
    guards = tuple(Guard(columns=(place,)) for place in range(1, len(columns)))
    return Table(
        title=title, columns=columns, rows=rows, total="Jumlah", nothing="Tidak ada dalam daftar.", guards=guards
    )


def _employer(one: PublicEmployer, benefits: tuple[str, ...]) -> Row:
    counts = dict(one.benefits)
    return (one.name, one.people, *(counts.get(name, 0) for name in benefits))


def quality_section(compliance: Compliance, names: Mapping[str, str]) -> Section:
    """Findings, and how good the data of each sender are."""
    note = "Angka yang tidak sesuai dengan hitungannya sendiri atau dengan angka lain. Angka aslinya tidak diubah."
    senders = Table(
        title=f"Mutu data per pengirim, {compliance.span.title}", columns=QUALITY_COLUMNS,
        rows=tuple(_sender(one) for one in compliance.senders), total="Jumlah",
        nothing=compliance.absent.get("senders", "Belum ada impor pada masa ini."),
    )  # fmt: skip
    found = Table(
        title="Temuan", columns=FINDING_COLUMNS, nothing="Tidak ada temuan.",
        rows=tuple(_finding(one, names) for one in compliance.findings),
    )  # fmt: skip
    return Section(
        sheet="Temuan dan mutu data", title="Temuan dan mutu data per pengirim", notes=(note,), tables=(senders, found)
    )


def _sender(one: SenderQuality) -> Row:
    return (
        one.sender or None, one.imports, one.rows, one.stored, one.parked, one.refused, one.findings, one.late, one.newest
    )  # fmt: skip


def _finding(one: Finding, names: Mapping[str, str]) -> Row:
    kind = "perlu diperbaiki" if one.serious else "catatan"
    return (names.get(one.region, one.region), one.period, kind, one.message, one.place)
