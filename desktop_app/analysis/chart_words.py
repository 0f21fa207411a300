"""Words on charts and maps: titles, source lines, labels and the lines of hover cards."""

from collections import Counter
from collections.abc import Sequence
from textwrap import shorten

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.trend import Trend
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import MINUS, long_date, number, percent, short_date
from desktop_app.domain.regions import Region, depth
from desktop_app.domain.segments import Sector

_LEVELS = {0: "negara", 1: "provinsi", 2: "kabupaten/kota", 3: "kecamatan", 4: "desa/kelurahan"}
WORKERS = {Sector.SEMUA: "pekerja", Sector.FORMAL: "pekerja formal", Sector.INFORMAL: "pekerja informal"}
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
    """“Cakupan menurut kabupaten/kota di Provinsi Bali terhadap target 2025, %”."""
    years = {row.target.year for row in shown_rows(table) if row.target is not None}
    against = f" terhadap target {years.pop()}" if len(years) == 1 else " terhadap target" if years else ""
    return f"{_COVERAGE[table.sector].capitalize()}{_by_level(table)}{against}, %"


def map_title(table: CoverageTable) -> str:
    """“Peta cakupan menurut kabupaten/kota di Provinsi Bali, %”."""
    return f"Peta {_COVERAGE[table.sector]}{_by_level(table)}, %"


def trend_title(trend: Trend) -> str:
    """“Cakupan Provinsi Bali, persen pekerja”."""
    return f"{_COVERAGE[trend.sector].capitalize()} {trend.region.full_name}, persen {WORKERS[trend.sector]}"


def pair_title(table: CoverageTable) -> str:
    """“Cakupan sektor formal dan informal menurut kabupaten/kota di Provinsi Bali, %”."""
    return f"Cakupan sektor formal dan informal{_by_level(table)}, %"


def _by_level(table: CoverageTable) -> str:
    if not table.rows:
        return f" {table.whole.region.full_name}"
    return f" menurut {level_of(table)} di {table.whole.region.full_name}"


def place_name(region: Region) -> str:
    """“Indonesia”, “Bali”, “Kabupaten Gianyar”, “Kecamatan Ubud”."""
    return region.name if depth(region.code) <= 1 else region.full_name


def level_of(table: CoverageTable) -> str:
    return level_name(shown_rows(table)[0].region)


def level_name(region: Region) -> str:
    """“kabupaten/kota”: what regions of this depth are called."""
    return _LEVELS[depth(region.code)]


def table_source(table: CoverageTable) -> str:
    """“Penyebut: UCJ 2025. Data: 31 Maret 2025, Kanwil …. 3 dari 9 kabupaten/kota di Bali punya angka.”"""
    told_by = [row for row in shown_rows(table) if row.shown_share is not None]
    older = "sampai " if any(row.stale for row in told_by) else ""
    senders = _listing([sender_of(row) for row in told_by])
    data = f"Data: {older}{long_date(table.period)}{', ' if senders else ''}{senders}"
    place = f"{level_of(table)} di {place_name(table.whole.region)}"
    told = f" {reporting_words(table, place)}." if table.rows else ""
    return f"Penyebut: {table.base.name}. {data.rstrip('.')}.{told}"


def reporting_words(table: CoverageTable, place: str) -> str:
    """“4 dari 9 kabupaten/kota punya angka, 1 di antaranya tanpa penyebut ini”; `place` names the parts."""
    known = f"{number(table.reporting + table.without_base)} dari {number(len(table.rows))} {place} punya angka"
    bare = f", {number(table.without_base)} di antaranya tanpa penyebut ini" if table.without_base else ""
    return known + bare


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


def target_label(target: Target, region: Region, rival: bool) -> str:
    """“Target 67,28 %”, of the province “Target provinsi 67,28 %”, a rival “67,69 % (Sekda)”."""
    if rival:
        return f"{percent(target.share)} ({_short_document(target.document)})"
    whose = "Target" if target.region == region.code else "Target provinsi"
    return f"{whose} {percent(target.share)}"


def _short_document(document: str) -> str:
    """What stands before the first comma, as many whole words as a label bears."""
    return shorten(document.split(",")[0].strip(), _LONGEST_DOCUMENT, placeholder="")


def signed(value: int) -> str:
    """People that came or went: “+71.204”, “−653”, “0”."""
    return f"{'+' if value > 0 else MINUS if value < 0 else ''}{number(abs(value))}"


def definition_of(table: CoverageTable) -> str:
    """Who is counted, in a sentence for below a picture; empty without figures."""
    said = {row.definition for row in shown_rows(table) if row.shown_share is not None and row.definition}
    if not said:
        return ""
    return f"Pembilang: {said.pop()}." if len(said) == 1 else "Pembilang menurut sumber tiap wilayah."


def trend_definition(trend: Trend) -> str:
    """As `definition_of`, for the points of a trend."""
    said = {point.definition for series in trend.series for point in series.points if point.definition}
    if not said:
        return ""
    return f"Pembilang: {said.pop()}." if len(said) == 1 else "Pembilang menurut sumber tiap titik."
