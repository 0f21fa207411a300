"""The village scorecard: one page for the camat's meeting, each village of a kecamatan on one line."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.analysis.compliance.late_words import owed_months
from desktop_app.analysis.compliance.said import listed
from desktop_app.analysis.compliance.values import SourceFile, VillageFunnel, VulnerableSection
from desktop_app.analysis.coverage import CoverageTable
from desktop_app.analysis.ranking import ranks
from desktop_app.analysis.region_coverage import RegionCoverage
from desktop_app.domain.indonesian import long_date, month_year, number
from desktop_app.domain.regions import Region
from desktop_app.domain.reporting import Reporting


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageScore:
    """One village: its coverage, and its vulnerable workers against the quota.

    `coverage.active` is None where nobody told, `coverage.workers` where the base does not know the village: then there is
    no share, gap or rank. `funnel` None: no list of the kecamatan at all; `quota_gap` people are still missing to the
    quota (negative: more), None where no list names the village. `late`: months that are due and have not come. `rank` 1
    for the highest share, `list_rank` 1 for most listed, both among the villages of this kecamatan that have one.
    """

    village: Region
    coverage: RegionCoverage
    funnel: VillageFunnel | None
    quota_gap: int | None
    late: tuple[date, ...]
    rank: int | None
    list_rank: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """All villages of `kecamatan` in `period`. `table.whole` is the kecamatan's own figure; None sections say so in `absent`.

    `listed`, `quota_gap` are sums over the villages that a list names; `unlisted` villages have none. `funds`: who pays ->
    people. `sentences` for the meeting, made from the rows.
    """

    kecamatan: Region
    regency: Region
    table: CoverageTable
    quota: int
    rows: tuple[VillageScore, ...]
    listed: int
    unlisted: int
    quota_gap: int
    funds: tuple[tuple[str, int], ...]
    list_period: date | None
    participants: date | None
    sentences: tuple[str, ...]
    absent: dict[str, str]
    sources: tuple[SourceFile, ...]

    @property
    def period(self) -> date:
        return self.table.period


def scorecard(
    kecamatan: Region,
    regency: Region,
    table: CoverageTable,
    vulnerable: VulnerableSection | None,
    reporting: Reporting | None,
    *,
    quota: int,
    today: date,
) -> Scorecard:
    """Put together what is known of each village of the coverage table.

    Args:
        table: coverage of the kecamatan by village. reporting: months of its villages, None where none ever reports.
    """
    funnels = {one.village.code: one for one in vulnerable.villages} if vulnerable else {}
    named = {code: one for code, one in funnels.items() if one.listed}
    places = ranks({code: one.accepted for code, one in named.items()})
    owed = owed_months(reporting, today) if reporting else {}
    late = {place.code: months for place, months in owed.items()}
    rows = tuple(_score(row, funnels, places, late, quota) for row in table.rows)
    found = Scorecard(
        kecamatan=kecamatan, regency=regency, table=table, quota=quota, rows=rows,
        listed=sum(one.accepted for one in named.values()), unlisted=len(rows) - len(named),
        quota_gap=sum(max(row.quota_gap or 0, 0) for row in rows), funds=vulnerable.funds if vulnerable else (),
        list_period=vulnerable.period if vulnerable else None,
        participants=vulnerable.participants if vulnerable else None, sentences=(),
        absent=_absent(kecamatan, table, vulnerable, reporting), sources=vulnerable.sources if vulnerable else (),
    )  # fmt: skip
    return _with_sentences(found)


def _score(
    row: RegionCoverage,
    funnels: Mapping[str, VillageFunnel],
    places: Mapping[str, int],
    late: Mapping[str, tuple[date, ...]],
    quota: int,
) -> VillageScore:
    code = row.region.code
    funnel = funnels.get(code)
    return VillageScore(
        village=row.region, coverage=row, funnel=funnel, late=late.get(code, ()), rank=row.rank,
        quota_gap=quota - funnel.accepted if funnel is not None and funnel.listed else None, list_rank=places.get(code),
    )  # fmt: skip


def _absent(
    kecamatan: Region, table: CoverageTable, vulnerable: VulnerableSection | None, reporting: Reporting | None
) -> dict[str, str]:
    """What the card cannot say, one line each."""
    name, month = kecamatan.full_name, long_date(table.period)
    lines = {
        "people": ("" if any(row.active is not None for row in table.rows) else f"Jumlah peserta per desa di {name} belum ada, {month}."),
        "base": ("" if any(row.workers for row in table.rows) else f"Penyebut {table.base.name} tidak sampai desa: cakupan dan peringkat desa belum dapat dihitung."),
        "target": ("" if any(row.gap_people is not None for row in table.rows) else "Kekurangan menuju target per desa belum dapat dihitung."),
        "vulnerable": ("" if vulnerable else f"Daftar pekerja rentan {name} belum diimpor."),
        "late": ("" if reporting else f"Desa di {name} tidak melapor sendiri; keterlambatan tidak dinilai per desa."),
    }  # fmt: skip
    return {key: line for key, line in lines.items() if line}


def _with_sentences(card: Scorecard) -> Scorecard:
    said = (_listed_said(card), _short_said(card), _ranked_said(card))
    return replace(card, sentences=tuple(one for one in said if one))


def _listed_said(card: Scorecard) -> str:
    if card.list_period is None:
        return ""
    full = sum(row.quota_gap is not None and row.quota_gap <= 0 for row in card.rows)
    return (
        f"{number(card.listed)} pekerja rentan terdaftar di {number(len(card.rows) - card.unlisted)} dari {number(len(card.rows))}"
        f" desa/kelurahan (daftar sampai {month_year(card.list_period)}); {number(full)} desa memenuhi kuota {number(card.quota)}"
        f" orang, {number(card.unlisted)} belum punya daftar."
    )


def _short_said(card: Scorecard) -> str:
    """The villages furthest from their quota."""
    short = sorted(
        (row for row in card.rows if (row.quota_gap or 0) > 0),
        key=lambda row: (-(row.quota_gap or 0), row.village.code),
    )
    if not short:
        return ""
    named = [f"{row.village.full_name} {number(row.quota_gap or 0)} orang" for row in short[:3]]
    return f"Kekurangan kuota terbesar di antara desa yang punya daftar: {listed(named)}; seluruhnya {number(card.quota_gap)} orang."


def _ranked_said(card: Scorecard) -> str:
    ranked = sorted((row for row in card.rows if row.rank is not None), key=lambda row: row.rank or 0)
    if len(ranked) < 2:
        return ""
    first, last = ranked[0].village.full_name, ranked[-1].village.full_name
    return f"Cakupan tertinggi {first}, terendah {last}, dari {number(len(ranked))} desa yang dapat diukur (penyebut {card.table.base.name}, {long_date(card.period)})."
