"""The quarterly report of non-ASN workers and village apparatus."""

from pathlib import Path

from desktop_app.analysis.compliance.public import PublicRow, QuarterlyPublic
from desktop_app.analysis.compliance.public_employers import PublicKind
from desktop_app.documents.reports.company_parts import sources_line
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.report import Report, write_report
from desktop_app.documents.reports.tables import Column, Guard, Kind, Row, Section, Table, Total
from desktop_app.domain.indonesian import long_date, month_year, number
from desktop_app.domain.office import Office

UNKNOWN = "tidak diketahui"


def write_nonasn(report: QuarterlyPublic, office: Office, path: Path, *, made: Made) -> None:
    """The report as the head of the office signs it, and the villages without any. FileInUse: it stays as it was."""
    written = Report(
        title=f"Laporan non-ASN dan perangkat desa, {report.region.full_name}, {report.span.title}",
        footer=f"Non-ASN dan perangkat desa, {report.region.full_name}, {report.span.title}; data {report.period:%d-%m-%Y}",
        sections=(_section(report), *_without(report)), signed=True,
    )  # fmt: skip
    write_report(written, office, path, made)


def _section(report: QuarterlyPublic) -> Section:
    names = tuple(dict.fromkeys(name for row in report.rows for name, _ in row.benefits))
    kinds = (
        (PublicKind.PERANGKAT_DAERAH, "Perangkat daerah", report.offices),
        (PublicKind.PEMERINTAH_DESA, "Pemerintah desa", report.villages),
    )
    return Section(
        sheet="Non-ASN dan perangkat desa",
        title=f"Non-ASN dan perangkat desa, {report.region.full_name}, {report.span.title}",
        basis=sources_line(report.period, report.sources),
        notes=(_due(report), _against(report), report.rule, *report.absent.values()),
        tables=tuple(_table(report, kind, title, whole, names) for kind, title, whole in kinds),
    )  # fmt: skip


def _due(report: QuarterlyPublic) -> str:
    late = ", sudah lewat" if report.late else ""
    return f"Batas penyampaian {long_date(report.due)}{late}."


def _against(report: QuarterlyPublic) -> str:
    return f"Dibandingkan dengan {month_year(report.before)}." if report.before else "Tanpa pembanding."


def _table(report: QuarterlyPublic, kind: PublicKind, title: str, whole: PublicRow, names: tuple[str, ...]) -> Table:
    rows = tuple(_row(row.name, row, names) for row in report.rows if row.kind is kind)
    columns = (
        Column(title="Pemberi kerja", kind=Kind.NAME, width=44),
        Column(title="Sebelumnya", kind=Kind.WHOLE, width=13, missing=UNKNOWN, total=Total.SUM),
        Column(title="Masuk", kind=Kind.WHOLE, width=11, missing=UNKNOWN, total=Total.SUM),
        Column(title="Keluar", kind=Kind.WHOLE, width=11, missing=UNKNOWN, total=Total.SUM),
        Column(title="Sekarang (orang)", kind=Kind.WHOLE, width=13, total=Total.SUM),
        *(Column(title=name, kind=Kind.WHOLE, width=10, total=Total.SUM) for name in names),
    )
    # Before + joined - left = now: where one is covered, all of the row are.
    guards = tuple(Guard(columns=(place,), derived=(1, 2, 3, 4)) for place in (1, 2, 3, 4))
    guards += tuple(Guard(columns=(place,)) for place in range(5, len(columns)))
    note = f"{number(whole.people)} orang berbeda; seseorang yang bekerja di dua tempat dihitung satu kali di sini."
    return Table(
        title=title, columns=columns, rows=rows, total="Jumlah tiap pemberi kerja", after=(_row("Orang berbeda", whole, names),) if rows else (),
        notes=(note,) if rows and whole.people > 4 else (), nothing="Tidak ada dalam daftar.", guards=guards,
    )  # fmt: skip


def _row(name: str, row: PublicRow, names: tuple[str, ...]) -> Row:
    counts = dict(row.benefits)
    return (name, row.before, row.joined, row.left, row.people, *(counts.get(one, 0) for one in names))


def _without(report: QuarterlyPublic) -> tuple[Section, ...]:
    if not report.without:
        return ()
    columns = (Column(title="Kode", kind=Kind.CODE, width=18), Column(title="Desa", kind=Kind.NAME, width=40))
    rows = tuple((one.code, one.full_name) for one in report.without)
    table = Table(title="", columns=columns, rows=rows, filtered=True)
    note = (
        "Namanya tidak ada pada pemberi kerja mana pun dalam daftar; perangkatnya mungkin terdaftar dengan nama lain."
    )
    return (
        Section(
            sheet="Desa belum ada", title="Desa tanpa perangkat dalam daftar peserta", notes=(note,), tables=(table,),
            basis=sources_line(report.period, report.sources),
        ),
    )  # fmt: skip
