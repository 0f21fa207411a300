"""Lines of hover cards: figure, base, date, target, source."""

from collections.abc import Callable

from desktop_app.analysis.chart_words import WORKERS, sender_of
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.trend import TrendPoint
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import NBSP, long_date, number, percent, points
from desktop_app.domain.segments import Sector

Lines = Callable[[], tuple[str, ...]]
"""Lines that are put into words when they are asked for: of 716 villages one is hovered at a time."""


def row_detail(row: RegionCoverage, table: CoverageTable) -> tuple[str, ...]:
    """Lines of the hover card of a region: figure, base, date, target, source, and what stands beside it."""
    lines = (
        _figure_line(row, table.sector),
        f"Pembilang: {row.definition}" if row.definition and row.active is not None else "",
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
    return f"{number(people)} dari {number(workers)} {WORKERS[sector]} = {percent(share)}"


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
    who = (f"Pembilang: {point.definition}",) if point.definition and not point.reported else ()
    return figure, *who, f"Penyebut: {base}", f"Data: {long_date(point.period)}", f"Sumber: {point.source}{place}"


def target_detail(target: Target) -> tuple[str, ...]:
    """Lines of the hover card of a target: people, due date, document."""
    people = f"{number(target.people)} orang pada penyebut {target.base}" if target.people is not None else ""
    version = f", versi {target.version}" if target.version > 1 else ""
    lines = (
        people,
        f"Jatuh tempo: {long_date(target.due)}",
        target.split_of,
        f"Catatan: {target.note}" if target.note else "",
        f"Sumber: {target.document}{version}" if target.document else "",
    )
    return tuple(line for line in lines if line)
