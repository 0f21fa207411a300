"""Where the gap is, in people, and the pace that the target needs."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.analysis.compliance.said import Said, listed
from desktop_app.analysis.coverage import CoverageTable
from desktop_app.analysis.pace import Pace, needed_per_month
from desktop_app.analysis.region_coverage import RegionCoverage
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import long_date, month_year, number, percent
from desktop_app.domain.periods import months_between

LARGEST = 3
"""Parts named as those where most people are missing."""


def gap_said(table: CoverageTable) -> Said:
    """Parts that miss most people: of the month itself and with a target, those without a figure counted beside."""
    measured = [row for row in table.rows if row.gap_people is not None and not row.stale]
    open_ = len(table.rows) - len(measured)
    where = f"penyebut {table.base.name}, {long_date(table.period)}"
    if not measured:
        return Said(
            why=f"Letak kekurangan belum dapat disebut: belum ada wilayah bagian dengan pembilang, penyebut, dan target ({where})."
        )
    behind = sorted(
        (row for row in measured if people_missing(row) > 0), key=lambda r: (-people_missing(r), r.region.code)
    )
    rest = f" {number(open_)} wilayah lain belum dapat diukur." if open_ else ""
    if not behind:
        return Said(
            sentence=f"Semua {number(len(measured))} wilayah yang dapat diukur sudah mencapai target ({where}).{rest}"
        )
    top = behind[:LARGEST]
    named = listed([f"{row.region.full_name} {number(people_missing(row))} orang" for row in top])
    total, of = sum(map(people_missing, behind)), sum(map(people_missing, top))
    share = (
        f"; bersama {number(of)} dari {number(total)} orang kekurangan di {number(len(behind))} wilayah"
        if len(behind) > len(top) else ""
    )  # fmt: skip
    return Said(sentence=f"Kekurangan terbesar menuju target: {named}{share} ({where}).{rest}")


def people_missing(row: RegionCoverage) -> int:
    return row.gap_people or 0


def target_said(row: RegionCoverage, pace: Pace | None, targets: Sequence[Target] = ()) -> Said:
    """The target that the figure is measured against; where it is due already, also the next one of `targets`."""
    target, missing = row.target, row.gap_people
    if target is None:
        return Said(why="Target belum dapat disebut: belum ada target untuk wilayah ini maupun provinsinya.")
    name = f"Target{' provinsi' if row.target_is_province else ''} {percent(target.share)} tahun {target.year} ({target.document})"
    if missing is None or row.period is None:
        return Said(
            why=f"Kekurangan menuju target {percent(target.share)} belum dapat dihitung dalam orang: pembilang atau penyebut belum ada."
        )
    sums = f"{name} berarti {number(row.target_people or 0)} orang pada penyebut {row.base}"
    if missing <= 0:
        return Said(
            sentence=f"{sums}; per {long_date(row.period)} sudah tercapai dengan lebih {number(-missing)} orang."
        )
    return Said(
        sentence=f"{sums}: per {long_date(row.period)} kurang {number(missing)} orang{_pace_words(pace)}.{_next_words(row, pace, targets)}"
    )


def _next_words(row: RegionCoverage, pace: Pace | None, targets: Sequence[Target]) -> str:
    """“ Target berikutnya 73,86 % tahun 2026 (…): kurang 2.074 orang, yaitu 173 orang per bulan selama 12 bulan.”"""
    if pace is None or pace.needed is not None or row.period is None:
        return ""
    later = min((one for one in targets if one.due > row.period), key=lambda one: one.year, default=None)
    if later is None:
        return ""
    missing = replace(row, target=later).gap_people or 0
    needed, months = needed_per_month(missing, row.period, later.due), months_between(row.period, later.due)
    if missing <= 0 or needed is None:
        return ""
    return (
        f" Target berikutnya {percent(later.share)} tahun {later.year} ({later.document}): kurang {number(missing)} orang, yaitu"
        f" {number(needed)} orang per bulan selama {number(months)} bulan."
    )


def _pace_words(pace: Pace | None) -> str:
    if pace is None:
        return ""
    if pace.needed is None:
        return f", dan jatuh temponya {long_date(pace.target.due)} sudah lewat"
    words = f", yaitu {number(pace.needed)} orang per bulan selama {number(pace.months_left)} bulan"
    if pace.current is None or pace.first is None or pace.last is None:
        return f"{words}; laju sekarang belum dapat dihitung"
    between = f"{month_year(pace.first.period)}–{month_year(pace.last.period)}"
    return f"{words}; laju {between} rata-rata {number(round(pace.current))} orang per bulan"
