"""Vulnerable workers as sections: the funnel by village with who pays, villages with zero, and the annex of funds."""

from collections import Counter
from collections.abc import Iterable, Iterator

from desktop_app.analysis.compliance.values import Compliance, VillageFunnel, VulnerableSection
from desktop_app.documents.reports.company_parts import sources_line
from desktop_app.documents.reports.tables import Column, Guard, Kind, Row, Section, Table, Total
from desktop_app.domain.indonesian import number

SHEET, TITLE = "Pekerja rentan", "Pekerja rentan menurut desa/kelurahan"
NO_LIST = "tidak ada daftar"
MOST_NAMES = 60
"""Names of villages in one cell; Excel and paper hold no more of them."""

_GUARDS = (Guard(columns=(3, 4, 5), sum=2, derived=(10, 11)), *(Guard(columns=(place,)) for place in (6, 7, 8, 9)))
"""Proposed = waiting + repeated + accepted; the others are some of the accepted."""


def _count(title: str, width: float = 11, missing: str = "–") -> Column:
    return Column(title=title, kind=Kind.WHOLE, width=width, missing=missing, total=Total.SUM)


def vulnerable_section(compliance: Compliance) -> Section:
    section = compliance.vulnerable
    if section is None:
        return Section(
            sheet=SHEET, title=TITLE,
            absent=compliance.absent.get("vulnerable", "Belum ada daftar pekerja rentan."),
        )  # fmt: skip
    return Section(
        sheet=SHEET, title=TITLE, basis=sources_line(section.period, section.sources), notes=_notes(section),
        tables=(_funnel(section),),
    )  # fmt: skip


def _notes(section: VulnerableSection) -> tuple[str, ...]:
    youngest, oldest = section.ages
    zero, villages = len(section.zero), len(section.villages)
    funds = ", ".join(f"{name} {number(people)}" for name, people in section.funds) or "tidak disebut"
    notes = [
        "Diusulkan = diterima + menunggu + berulang; orang dihitung satu kali menurut NIK.",
        f"Umur dilihat pada bulan data: di luar {youngest}–{oldest} tahun. Kuota {number(section.quota)} orang per desa.",
        f"{zero} dari {villages} desa/kelurahan belum memiliki seorang pun; namanya ada di lembar “Desa nol”.",
        f"Sumber dana (orang): {funds}.",
    ]
    return (*notes, *_elsewhere(section))


def _elsewhere(section: VulnerableSection) -> Iterator[str]:
    """What no row of the table holds."""
    if section.unplaced:
        yield f"{number(section.unplaced)} orang belum dapat ditempatkan di satu desa dan tidak ada di tabel ini."
    if section.waiting_unplaced:
        yield (
            f"{number(section.waiting_unplaced)} baris menunggu atau ditolak dalam daftar yang memuat beberapa desa; desanya"
            " belum diketahui, sehingga tidak ada di tabel ini."
        )


def _funnel(section: VulnerableSection) -> Table:
    columns = (
        Column(title="Kecamatan", width=20, missing="–"),
        Column(title="Desa/kelurahan", kind=Kind.NAME, width=24),
        _count("Diusulkan", 18, NO_LIST), _count("Menunggu"), _count("Berulang"), _count("Diterima"), _count("Sudah peserta aktif"),
        _count("Terlalu tua"), _count("Terlalu muda"), _count("Tanpa tanggal lahir"),
        Column(title="Kurang dari kuota", kind=Kind.WHOLE, width=11, missing="–", total=Total.SUM),
        Column(title="Sumber dana (orang)", kind=Kind.NOTE, width=34),
    )  # fmt: skip
    rows = tuple(_funnel_row(one, section.quota) for one in section.villages)
    return Table(title="", columns=columns, rows=rows, total="Jumlah", filtered=True, guards=_GUARDS)


def _funnel_row(one: VillageFunnel, quota: int) -> Row:
    place = (one.kecamatan.name if one.kecamatan else None, one.village.full_name)
    if not one.listed:
        return (*place, *(None,) * 8, None, "")
    counts = (
        one.proposed, one.waiting, one.repeated, one.accepted, one.already, one.too_old, one.too_young, one.no_birth_date
    )  # fmt: skip
    return (*place, *counts, max(0, quota - one.accepted), _funds(one.funds))


def _funds(funds: Iterable[tuple[str, int]]) -> str:
    return "; ".join(f"{name} {number(people)}" for name, people in funds)


def zero_section(section: VulnerableSection) -> Section:
    """Villages with nobody, by kecamatan, and why: no list names them, or their list leaves nobody."""
    columns = (
        Column(title="Kecamatan", kind=Kind.NAME, width=24, missing="–"),
        Column(title="Desa/kelurahan", kind=Kind.WHOLE, width=14, total=Total.SUM),
        Column(title="Tanpa pekerja rentan", kind=Kind.WHOLE, width=14, total=Total.SUM),
        Column(title="Tidak ada daftar", width=60),
        Column(title="Ada daftar, tidak ada yang diterima", width=44),
    )
    every = Counter(_kecamatan(one) for one in section.villages)
    groups: dict[str, list[VillageFunnel]] = {}
    for one in section.zero:
        groups.setdefault(_kecamatan(one), []).append(one)
    rows = tuple(_zero_row(name, every[name], found) for name, found in groups.items())
    return Section(
        sheet="Desa nol", title="Desa/kelurahan tanpa pekerja rentan terlindungi",
        basis=sources_line(section.period, section.sources),
        tables=(
            Table(
                title="", columns=columns, rows=rows, total="Jumlah",
                nothing="Tidak ada: setiap desa/kelurahan memiliki pekerja rentan.",
            ),
        ),
    )  # fmt: skip


def _kecamatan(one: VillageFunnel) -> str:
    return one.kecamatan.full_name if one.kecamatan else "tanpa kecamatan"


def _zero_row(kecamatan: str, villages: int, zero: list[VillageFunnel]) -> Row:
    unlisted = [one.village.name for one in zero if not one.listed]
    empty = [one.village.name for one in zero if one.listed]
    return (kecamatan, villages, len(zero), _names(unlisted), _names(empty))


def _names(names: list[str]) -> str:
    more = f", dan {len(names) - MOST_NAMES} lainnya" if len(names) > MOST_NAMES else ""
    return (", ".join(names[:MOST_NAMES]) or "–") + more


def village_annex(section: VulnerableSection) -> Section:
    """All villages with a column for each who pays."""
    columns = (
        Column(title="Kode", kind=Kind.CODE, width=16),
        Column(title="Kecamatan", width=22, missing="–"),
        Column(title="Desa/kelurahan", kind=Kind.NAME, width=26),
        _count("Diterima", 18, NO_LIST),
        *(_count(name, 13) for name, _ in section.funds),
    )
    return Section(
        sheet="Lampiran desa", title="Lampiran: semua desa/kelurahan menurut sumber dana (orang)",
        basis=sources_line(section.period, section.sources),
        tables=(
            Table(
                title="", columns=columns, rows=tuple(_fund_row(one, section) for one in section.villages),
                total="Jumlah baris yang tampil", filtered=True, visible_only=True,
                guards=(Guard(columns=tuple(range(4, 4 + len(section.funds))), sum=3),),
            ),
        ),
    )  # fmt: skip


def _fund_row(one: VillageFunnel, section: VulnerableSection) -> Row:
    place = (one.village.code, one.kecamatan.name if one.kecamatan else None, one.village.full_name)
    if not one.listed:
        return (*place, None, *(None for _ in section.funds))
    paid = dict(one.funds)
    return (*place, one.accepted, *(paid.get(name, 0) for name, _ in section.funds))
