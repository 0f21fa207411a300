"""Rules about the table that is shown: more people than workers, and a base that contradicts itself."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from desktop_app.analysis.findings.values import Finding, Known, place
from desktop_app.domain.facts import ListedPeople, RecapFact, WorkerBase
from desktop_app.domain.indonesian import long_date, number, percent
from desktop_app.domain.regions import Region, parent_code
from desktop_app.domain.segments import Counting, Numerator, Sector


class Row(Protocol):
    """What is looked at of a `RegionCoverage`."""

    @property
    def region(self) -> Region: ...
    @property
    def base(self) -> str: ...
    @property
    def workers(self) -> int | None: ...
    @property
    def active(self) -> int | None: ...
    @property
    def share(self) -> float | None: ...
    @property
    def period(self) -> date | None: ...
    @property
    def counted(self) -> bool: ...
    @property
    def fact(self) -> RecapFact | None: ...
    @property
    def listed(self) -> ListedPeople | None: ...
    @property
    def definition(self) -> str: ...


class Table(Protocol):
    """What is looked at of a `CoverageTable`: a region, its parts in a month, and the base they stand on."""

    @property
    def period(self) -> date: ...
    @property
    def base(self) -> WorkerBase: ...
    @property
    def sector(self) -> Sector: ...
    @property
    def numerator(self) -> Numerator: ...
    @property
    def whole(self) -> Row: ...
    @property
    def rows(self) -> Sequence[Row]: ...


def of_table(table: Table, told: Sequence[Finding], known: Known) -> list[Finding]:
    """All findings about the table, beside those of its figures (`told`)."""
    return [*share_over_100(table, told), *base_sectors(table), *base_parts(table, known)]


def share_over_100(table: Table, told: Iterable[Finding]) -> Iterator[Finding]:
    """More people than workers, in whatever the table counts: recaps, lists, sums; not what `told` has said already."""
    said = {(one.region, one.period) for one in told if one.code == "pct_over_100"}
    for row in (table.whole, *table.rows):
        share, period = row.share, row.period
        if share is None or share <= 1 or period is None or (row.region.code, period) in said:
            continue
        unit = "kepesertaan" if table.numerator.counting is Counting.KEPESERTAAN else "orang"
        more = f"{number(row.active or 0)} {unit} lebih banyak daripada {number(row.workers or 0)} pekerja"
        message = (
            f"{_head(row.region, period, table.sector)}: {more} menurut penyebut {row.base} ({percent(share)})."
            " Periksa penyebut wilayah ini, dan apakah orang dari wilayah lain ikut terhitung."
        )
        yield Finding("pct_over_100", row.region.code, period, message, _origin(row, period))


def _origin(row: Row, period: date) -> str:
    if row.fact is not None:
        return place(row.fact)
    return f"Daftar peserta lengkap {long_date(period)}" if row.counted else row.definition


def _head(region: Region, day: date, sector: Sector) -> str:
    return f"{region.full_name}, {long_date(day)}" + ("" if sector is Sector.SEMUA else f", sektor {sector}")


def base_sectors(table: Table) -> Iterator[Finding]:
    """Formal and informal workers of the base are not all its workers; one finding for the parts of each region."""
    wrong: dict[str | None, list[Region]] = {}
    for row in (table.whole, *table.rows):
        if _sectors(table.base, row.region.code) is not None:
            wrong.setdefault(parent_code(row.region.code), []).append(row.region)
    for regions in wrong.values():
        formal, informal, total = _sectors(table.base, regions[0].code) or (0, 0, 0)
        difference = formal + informal - total
        told = (
            f"formal {number(formal)} + informal {number(informal)} = {number(formal + informal)},"
            f" {_more(difference)} daripada jumlah {number(total)} pekerja."
        )
        first = regions[0]
        yield _of_base("base_sectors", table, first.code, first.full_name, f"{told}{_others(regions[1:])}")


def _sectors(base: WorkerBase, code: str) -> tuple[int, int, int] | None:
    """Formal, informal and all workers where all are known and do not fit."""
    formal = base.workers.get((code, Sector.FORMAL))
    if formal is None:
        return None
    informal, total = (base.workers.get((code, sector)) for sector in (Sector.INFORMAL, Sector.SEMUA))
    if informal is None or total is None or formal + informal == total:
        return None
    return formal, informal, total


def _others(regions: Sequence[Region]) -> str:
    if not regions:
        return ""
    names = ", ".join(region.full_name for region in regions[:2])
    more = f", dan {number(len(regions) - 2)} lainnya" if len(regions) > 2 else ""
    return f" Begitu pula {number(len(regions))} wilayah lain: {names}{more}."


def base_parts(table: Table, known: Known) -> Iterator[Finding]:
    """The parts' workers do not add up to those of the region above; where a part is missing, only too many count."""
    groups: dict[str, list[Region]] = {}
    for row in table.rows:
        if not row.region.stands(table.base.as_of):
            continue
        # The region above a province is the country, which has no code within another.
        groups.setdefault(parent_code(row.region.code) or table.whole.region.code, []).append(row.region)
    for code, regions in groups.items():
        whole = table.base.workers.get((code, table.sector))
        found = [table.base.workers.get((region.code, table.sector)) for region in regions]
        given = [workers for workers in found if workers is not None]
        difference = sum(given) - (whole or 0)
        if not whole or not given or not difference or (len(given) < len(regions) and difference < 0):
            continue
        told = (
            f"{number(len(given))} dari {number(len(regions))} wilayah di bawahnya berjumlah {number(sum(given))} pekerja,"
            f" {_more(difference)} daripada {number(whole)}."
        )
        name = table.whole.region.full_name if code == table.whole.region.code else known.region(code)
        # Parts that were rounded each by itself differ by less than one each.
        yield _of_base("base_parts", table, code, name, told, serious=abs(difference) > len(given))


def _more(difference: int) -> str:
    return f"{number(abs(difference))} {'lebih banyak' if difference > 0 else 'lebih sedikit'}"


def _of_base(code: str, table: Table, region: str, name: str, told: str, *, serious: bool = True) -> Finding:
    base = table.base
    sector = "" if code == "base_sectors" or table.sector is Sector.SEMUA else f", sektor {table.sector}"
    advice = "Cocokkan penyebut itu di Data Acuan dengan dokumennya."
    message = f"{name}, penyebut {base.name}{sector}: {told} {advice}"
    return Finding(code, region, table.period, message, base.document or f"Penyebut {base.name}", serious)
