"""Companies as a section: classes by region, arrears by age, and the steps that the office took."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.analysis.compliance.values import (
    ArrearsClass,
    CompanyChange,
    CompanyDetail,
    CompanyRow,
    CompanySection,
    Compliance,
    SourceFile,
    StepRow,
)
from desktop_app.documents.reports.tables import Column, Guard, Kind, Row, Section, Table, Total
from desktop_app.domain.indonesian import long_date, month_year, number

UNKNOWN = "tidak disebut"
SHEET, TITLE = "Perusahaan", "Kepatuhan perusahaan"
ANNEX = "Lampiran perusahaan"
MOST_NAMED = 20
MOST_ON_PAPER = 100
"""Companies that a PDF lists one by one; more of them are looked up in the workbook."""
STEP_COLUMNS = (
    Column(title="Jenis surat", kind=Kind.NAME, width=25),
    *(
        Column(title=title, kind=Kind.WHOLE, width=12, total=Total.SUM)
        for title in ("Dibuat", "Bernomor", "Ditandatangani", "Terkirim", "Dijawab", "Batal")
    ),
)
DETAIL_COLUMNS = (
    Column(title="Perusahaan", kind=Kind.NAME, width=34),
    Column(title="NPP", kind=Kind.CODE, width=14, missing="–"),
    Column(title="Wilayah", width=22, missing=UNKNOWN),
    Column(title="Kelas", width=18, missing="tanpa kelas"),
    Column(title="Pekerja nyata", kind=Kind.WHOLE, width=12, missing=UNKNOWN, total=Total.SUM),
    Column(title="Pekerja terdaftar", kind=Kind.WHOLE, width=12, missing=UNKNOWN, total=Total.SUM),
    Column(title="Umur tunggakan (bulan)", kind=Kind.WHOLE, width=12, missing="–"),
    Column(title="Tunggakan (Rp)", kind=Kind.RUPIAH, width=18, missing="–", total=Total.SUM),
    Column(title="Keterangan", kind=Kind.NOTE, width=34),
)


def company_section(compliance: Compliance) -> Section:
    """Steps are told also where no list of companies is there."""
    steps = _steps(compliance)
    if compliance.companies is None:
        absent = compliance.absent.get("companies", "Belum ada daftar perusahaan.")
        return Section(sheet=SHEET, title=TITLE, absent=absent, tables=(steps,) if compliance.steps else ())
    section = compliance.companies
    return Section(
        sheet=SHEET, title=TITLE, basis=sources_line(section.period, section.sources),
        notes=_notes(section, compliance), tables=(_classes(section), _arrears(section), steps, *_results(section.change)),
    )  # fmt: skip


def sources_line(period: date | None, sources: Sequence[SourceFile]) -> str:
    """“Data 31 Maret 2026; sumber: … (pengirim, lembar …)”; more than three files are counted."""
    day = f"Data {long_date(period)}; " if period else ""
    named = [f"{one.file}, lembar {one.sheet} ({one.sender or 'pengirim tidak disebut'})" for one in sources[:3]]
    more = [f"dan {len(sources) - 3} berkas lain"] if len(sources) > 3 else []
    return f"{day}sumber: {'; '.join([*named, *more]) or 'tidak disebut'}"


def _notes(section: CompanySection, compliance: Compliance) -> tuple[str, ...]:
    ruled = (
        f"{section.by_rules} perusahaan tanpa kelas dalam daftarnya dimasukkan menurut angka barisnya sendiri."
        if section.by_rules
        else ""
    )
    unclassed = f"{section.unclassed} perusahaan tidak diberi kelas oleh daftarnya." if section.unclassed else ""
    steps = "" if compliance.steps else compliance.absent.get("steps", "")
    classes = "Kelas sesuai dengan daftar yang diterima."
    return tuple(note for note in (classes, ruled, unclassed, _silent(section), steps) if note)


def _silent(section: CompanySection) -> str:
    """Parts of the region without a row are named: they are not shown as zero."""
    if not section.silent:
        return ""
    named = ", ".join(one.name for one in section.silent[:MOST_NAMED])
    more = f", dan {len(section.silent) - MOST_NAMED} lainnya" if len(section.silent) > MOST_NAMED else ""
    return f"Tidak disebut dalam daftar (bukan berarti nol): {named}{more}."


def _classes(section: CompanySection) -> Table:
    columns = (
        Column(title="Wilayah", kind=Kind.NAME, width=25),
        Column(title="Perusahaan", kind=Kind.WHOLE, width=12, total=Total.SUM),
        *(Column(title=name, kind=Kind.WHOLE, width=12, total=Total.SUM) for name in section.categories),
        Column(title="Pekerja nyata", kind=Kind.WHOLE, width=12, missing=UNKNOWN, total=Total.SUM),
        Column(title="Pekerja terdaftar", kind=Kind.WHOLE, width=12, missing=UNKNOWN, total=Total.SUM),
        Column(title="Tunggakan (Rp)", kind=Kind.RUPIAH, width=18, missing=UNKNOWN, total=Total.SUM),
    )
    rows = tuple(_class_row(row, section.categories) for row in section.rows)
    workers = 2 + len(section.categories)
    guards = (Guard(columns=(workers,)), Guard(columns=(workers + 1,)))
    return Table(
        title="Kelas menurut wilayah", columns=columns, rows=rows, total="Jumlah", filtered=True, guards=guards
    )


def _class_row(row: CompanyRow, categories: Sequence[str]) -> Row:
    place = row.region.full_name if row.region else "tanpa wilayah"
    counts = (row.by_category.get(name, 0) for name in categories)
    return (place, row.companies, *counts, row.actual, row.registered, row.arrears)


def _arrears(section: CompanySection) -> Table:
    columns = (
        Column(title="Umur tunggakan", kind=Kind.NAME, width=25),
        Column(title="Dari (bulan)", kind=Kind.WHOLE, width=12, missing="–"),
        Column(title="Sampai (bulan)", kind=Kind.WHOLE, width=12, missing="dan lebih"),
        Column(title="Perusahaan", kind=Kind.WHOLE, width=12, total=Total.SUM),
        Column(title="Jumlah (Rp)", kind=Kind.RUPIAH, width=18, missing=UNKNOWN, total=Total.SUM),
    )
    rows: list[Row] = [_arrears_row(one) for one in section.arrears]
    if section.arrears_unknown:
        rows.append(("umur tidak disebut", "–", "–", section.arrears_unknown, None))
    return Table(
        title="Tunggakan menurut umur", columns=columns, rows=tuple(rows), total="Jumlah",
        nothing="Daftar tidak menyebut tunggakan.",
        notes=("Kelas umur diatur oleh kantor; jumlah rupiah hanya dari baris yang menyebutnya.",),
    )  # fmt: skip


def _arrears_row(one: ArrearsClass) -> Row:
    return (one.label, one.first, one.last, one.companies, one.amount)


def _steps(compliance: Compliance) -> Table:
    return Table(
        title=f"Langkah yang diambil, {compliance.span.title}", columns=STEP_COLUMNS,
        rows=tuple(_step_row(step) for step in compliance.steps), total="Jumlah",
        nothing=compliance.absent.get("steps", "Belum ada surat pada masa ini."),
        notes=("Surat menurut keadaannya sekarang di agenda.",),
    )  # fmt: skip


def _step_row(step: StepRow) -> Row:
    return (step.kind, step.made, step.numbered, step.signed, step.sent, step.answered, step.void)


def _results(change: CompanyChange | None) -> tuple[Table, ...]:
    """What became of the companies that stand in both lists; nothing where there is no older list."""
    if change is None:
        return ()
    columns = (
        Column(title="Hal", kind=Kind.NAME, width=25),
        Column(title="Sebelumnya", kind=Kind.WHOLE, width=12, missing=UNKNOWN),
        Column(title="Sekarang", kind=Kind.WHOLE, width=12, missing=UNKNOWN),
        Column(title="Disebut oleh (perusahaan)", kind=Kind.WHOLE, width=12),
    )
    rows: tuple[Row, ...] = (
        ("Pekerja terdaftar", *_pair(change.registered), change.told_registered),
        ("Tunggakan (Rp)", *_pair(change.arrears), change.told_arrears),
    )
    note = (
        f"{change.companies} perusahaan ada di daftar {month_year(change.since)} dan di daftar terbaru: {change.better} membaik,"
        f" {change.worse} memburuk; {change.written} di antaranya disurati di antara kedua daftar."
    )
    return (Table(title="Hasil", columns=columns, rows=rows, notes=(note,)),)


def _pair(values: tuple[int, int] | None) -> tuple[int | None, int | None]:
    return values if values is not None else (None, None)


def company_annex(section: CompanySection) -> Section:
    return Section(
        sheet=ANNEX, title="Lampiran: semua perusahaan dalam daftar",
        basis=sources_line(section.period, section.sources),
        tables=(
            Table(
                title="", columns=DETAIL_COLUMNS, rows=tuple(_detail(one) for one in section.details),
                total="Jumlah baris yang tampil", filtered=True, visible_only=True,
                guards=(Guard(columns=(4,)), Guard(columns=(5,))),
            ),
        ),
    )  # fmt: skip


def annex_on_paper(section: Section) -> Section:
    """The annex as paper holds it: a long list is counted, and stands in the workbook."""
    if section.sheet != ANNEX or not section.tables or len(section.tables[0].rows) <= MOST_ON_PAPER:
        return section
    told = f"{number(len(section.tables[0].rows))} perusahaan; daftar lengkapnya ada di buku kerja Excel, lembar “{ANNEX}”."
    return replace(section, tables=(), notes=(), absent=told)


def _detail(one: CompanyDetail) -> Row:
    place = one.region.full_name if one.region else None
    return (
        one.name, one.npp or None, place, one.category or None, one.actual, one.registered, one.arrears_months,
        one.arrears, one.note,
    )  # fmt: skip
