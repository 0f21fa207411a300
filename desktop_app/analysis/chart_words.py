"""Words on charts and maps: titles, source lines, labels and the lines of hover cards."""

from collections import Counter
from collections.abc import Sequence
from textwrap import shorten

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.trend import Trend, TrendPoint
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import NBSP, long_date, number, percent, points, short_date
from desktop_app.domain.regions import Region, depth
from desktop_app.domain.segments import Sector

_LEVELS = {1: "provinsi", 2: "kabupaten/kota", 3: "kecamatan", 4: "desa/kelurahan"}
_WORKERS = {Sector.SEMUA: "pekerja", Sector.FORMAL: "pekerja formal", Sector.INFORMAL: "pekerja informal"}
_COVERAGE = {
    Sector.SEMUA: "cakupan", Sector.FORMAL: "cakupan sektor formal", Sector.INFORMAL: "cakupan sektor informal",
}  # fmt: skip
_MOST_NAMES = 3
_LONGEST_DOCUMENT = 24


def shown_rows(table: CoverageTable) -> tuple[RegionCoverage, ...]:
    """What a chart of `table` shows: the parts, or the region itself where it has none."""
    return table.rows or (table.whole,)


def labels(regions: Sequence[Region]) -> dict[str, str]:
    """Code -> short name; where two share it, with the kind: “Kab. Bogor” and “Kota Bogor”."""
    times = Counter(region.short_name for region in regions)
    return {
        region.code: region.short_name if times[region.short_name] == 1 else _with_kind(region) for region in regions
    }


def _with_kind(region: Region) -> str:
    return region.full_name.replace("Kabupaten ", "Kab. ", 1)


def bar_title(table: CoverageTable) -> str:
    """“Cakupan menurut kabupaten/kota terhadap target 2025, %”."""
    years = {row.target.year for row in shown_rows(table) if row.target is not None}
    against = f" terhadap target {years.pop()}" if len(years) == 1 else " terhadap target" if years else ""
    return f"{_COVERAGE[table.sector].capitalize()}{_by_level(table)}{against}, %"


def map_title(table: CoverageTable) -> str:
    """“Peta cakupan menurut kabupaten/kota, %”."""
    return f"Peta {_COVERAGE[table.sector]}{_by_level(table)}, %"


def trend_title(trend: Trend) -> str:
    """“Cakupan Provinsi Bali, persen pekerja”."""
    return f"{_COVERAGE[trend.sector].capitalize()} {trend.region.full_name}, persen {_WORKERS[trend.sector]}"


def _by_level(table: CoverageTable) -> str:
    if not table.rows:
        return f" {table.whole.region.full_name}"
    place = "" if depth(table.whole.region.code) == 1 else f" di {_place(table)}"
    return f" menurut {level_of(table)}{place}"


def _place(table: CoverageTable) -> str:
    """“Bali”, “Kabupaten Gianyar”, “Kecamatan Ubud”."""
    region = table.whole.region
    return region.name if depth(region.code) == 1 else region.full_name


def level_of(table: CoverageTable) -> str:
    return _LEVELS[depth(shown_rows(table)[0].region.code)]


def table_source(table: CoverageTable) -> str:
    """“Penyebut: UCJ 2025. Data: 31 Maret 2025, Kanwil …. 3 dari 9 kabupaten/kota di Bali melapor.”"""
    told_by = [row for row in shown_rows(table) if row.shown_share is not None]
    older = "sampai " if any(row.stale for row in told_by) else ""
    senders = _listing([sender_of(row) for row in told_by])
    data = f"Data: {older}{long_date(table.period)}{', ' if senders else ''}{senders}"
    told = f" {number(table.reporting)} dari {number(len(table.rows))} {level_of(table)} di {_place(table)} melapor."
    return f"Penyebut: {table.base.name}. {data.rstrip('.')}.{told if table.rows else ''}"


def trend_source(trend: Trend) -> str:
    """Bases, senders and the newest month of a trend; where there are several bases, that they are not joined."""
    found = [point for series in trend.series for point in series.points]
    if not found:
        return "Belum ada data dengan penyebut yang disebut."
    one = len(trend.series) == 1
    base = f"Penyebut: {trend.series[0].base}." if one else "Titik dengan penyebut berbeda tidak disambung."
    senders = _listing([point.source for point in found]).rstrip(".")
    return f"{base} Sumber: {senders}. Data sampai {long_date(max(point.period for point in found))}."


def sender_of(row: RegionCoverage) -> str:
    """Who says so: the recap's sender (else its file), the participants sheets, or the parts that were added."""
    if row.counted:
        return "daftar peserta"
    if row.summed_children:
        return f"jumlah {number(row.summed_children)} wilayah"
    return (row.fact.origin.sender or row.fact.origin.file) if row.fact is not None else ""


def _listing(names: Sequence[str]) -> str:
    """“A, B, dan 2 lainnya”: each name once."""
    distinct = list(dict.fromkeys(name for name in names if name))
    more = len(distinct) - _MOST_NAMES
    if more > 0:
        return f"{', '.join(distinct[:_MOST_NAMES])}, dan {number(more)} lainnya"
    return " dan ".join([", ".join(distinct[:-1]), distinct[-1]] if len(distinct) > 1 else distinct)


def short_note(row: RegionCoverage) -> str:
    """“Des 2024” for an older month; people without a base have no share to mark: “Tanpa penyebut”."""
    if row.shown_share is None:
        return "" if row.active is None else "Tanpa penyebut"
    return short_date(row.period).split(maxsplit=1)[1] if row.stale and row.period is not None else ""


def row_detail(row: RegionCoverage, table: CoverageTable) -> tuple[str, ...]:
    """Lines of the hover card of a region: figure, base, date, target, source, and what stands beside it."""
    lines = (
        _figure_line(row, table.sector),
        f"Penyebut: {table.base.name}, {table.base.document}"
        if table.base.document
        else f"Penyebut: {table.base.name}",
        _date_line(row),
        _target_line(row),
        _source_line(row),
        _listed_line(row),
        f"Diketahui: {row.elsewhere}" if row.elsewhere else "",
        f"Catatan: {row.note}" if row.note else "",
    )
    return tuple(line for line in lines if line)


def _figure_line(row: RegionCoverage, sector: Sector) -> str:
    if row.share is not None:
        return _fraction_line(row.active or 0, row.workers or 0, row.share, sector)
    if row.active is not None:
        alone = f"{number(row.active)} peserta aktif, penyebut belum ada"
        return f"{alone}; {percent(row.reported)} dilaporkan" if row.reported is not None else alone
    return f"{percent(row.reported)}, dilaporkan tanpa pembilang" if row.reported is not None else "Belum ada data"


def _fraction_line(people: int, workers: int, share: float, sector: Sector) -> str:
    return f"{number(people)} dari {number(workers)} {_WORKERS[sector]} = {percent(share)}"


def _date_line(row: RegionCoverage) -> str:
    if row.period is None:
        return ""
    return f"Data: {long_date(row.period)}{', lebih lama dari bulan yang dipilih' if row.stale else ''}"


def _target_line(row: RegionCoverage) -> str:
    if row.target is None:
        return ""
    whose = "Target provinsi" if row.target_is_province else "Target"
    parts = [f"{whose} {row.target.year}: {percent(row.target.share)} ({row.target.document})"]
    if row.gap is not None:
        parts.append(f"selisih {points(row.gap)}{NBSP}poin")
    if row.gap_people is not None:
        parts.append(f"kurang {number(row.gap_people)} orang" if row.gap_people > 0 else "tercapai")
    return "; ".join(parts)


def _source_line(row: RegionCoverage) -> str:
    sender = sender_of(row)
    if row.fact is None:
        return f"Sumber: {sender}" if sender else ""
    origin = row.fact.origin
    return f"Sumber: {sender}; {origin.file}, lembar {origin.sheet}, sel {origin.cell}"


def _listed_line(row: RegionCoverage) -> str:
    if row.listed is None:
        return ""
    sample = " (data contoh)" if row.listed.sample else ""
    waiting = f", + {number(row.waiting)} menunggu" if row.waiting else ""
    return f"Terdaftar di lembar {long_date(row.listed.period)}: {number(row.listed.people)} orang{sample}{waiting}"


def point_detail(point: TrendPoint, base: str, sector: Sector) -> tuple[str, ...]:
    """Lines of the hover card of a point: figure, base, date, source."""
    if point.people is not None and point.workers is not None:
        figure = _fraction_line(point.people, point.workers, point.share, sector)
    else:
        figure = f"{percent(point.share)}, dilaporkan tanpa pembilang"
    place = f"; {point.place}" if point.place else ""
    return figure, f"Penyebut: {base}", f"Data: {long_date(point.period)}", f"Sumber: {point.source}{place}"


def target_label(target: Target, region: Region, rival: bool) -> str:
    """“Target 67,28 %”, of the province “Target provinsi 67,28 %”, a rival “67,69 % (Sekda)”."""
    if rival:
        return f"{percent(target.share)} ({_short_document(target.document)})"
    whose = "Target" if target.region == region.code else "Target provinsi"
    return f"{whose} {percent(target.share)}"


def _short_document(document: str) -> str:
    """What stands before the first comma, as many whole words as a label bears."""
    return shorten(document.split(",")[0].strip(), _LONGEST_DOCUMENT, placeholder="")
