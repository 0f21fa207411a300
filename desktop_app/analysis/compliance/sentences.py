"""The five sentences of the first page, made from the data: nothing is said that they do not give.

What changed; where the gap is; the target and the pace it needs; what is late; what villages and companies show. Each
carries its date and base. Where one cannot be said, a line says why.
"""

from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.change import Change, ChangeKind
from desktop_app.analysis.compliance.gap_words import gap_said, target_said
from desktop_app.analysis.compliance.hidden import FEW
from desktop_app.analysis.compliance.late_words import late_said
from desktop_app.analysis.compliance.said import Said
from desktop_app.analysis.compliance.values import CompanySection, Span, VulnerableSection
from desktop_app.analysis.compliance.village_words import fifth
from desktop_app.analysis.coverage import CoverageTable
from desktop_app.analysis.numerators import base_key
from desktop_app.analysis.pace import Pace
from desktop_app.analysis.trend import Trend, TrendPoint
from desktop_app.domain.indonesian import long_date, number, percent, points
from desktop_app.domain.regions import Region
from desktop_app.domain.reporting import Reporting


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the sentences are made from. `before`: the span before this one; `change`: how it is explained, where
    it can be.

    `today`: the day on which the summary is made.
    """

    region: Region
    span: Span
    before: Span
    table: CoverageTable
    trend: Trend
    pace: Pace | None
    reporting: Reporting | None
    companies: CompanySection | None
    vulnerable: VulnerableSection | None
    today: date
    change: Change | None = None
    outside: bool = False


def sentences(material: Material) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences that the data give, in order, and a line for each that they do not."""
    said = (
        change_said(material), gap_said(material.table), target_said(material.table.whole, material.pace, material.trend.targets),
        late_said(material.reporting, material.span, material.today), fifth_said(material),
    )  # fmt: skip
    return tuple(one.sentence for one in said if one.sentence), tuple(one.why for one in said if one.why)


def ends_of(trend: Trend, base: str, until: date | None, span: Span) -> tuple[TrendPoint, TrendPoint] | None:
    """The newest point before the span, and that of the month `until`; both on `base`."""
    of_base = [p for series in trend.series if base_key(series.base) == base_key(base) for p in series.points]
    now = next((point for point in of_base if point.period == until), None)
    before = [point for point in of_base if point.period < span.first]
    return (max(before, key=lambda point: point.period), now) if before and now is not None else None


def change_said(material: Material) -> Said:
    row, base = material.table.whole, material.table.base.name
    ends = ends_of(material.trend, base, row.period, material.span)
    if row.period is None or row.stale or ends is None:
        return Said(why=_no_change(material))
    before, now = ends
    name, since, day = material.region.full_name, long_date(before.period), long_date(now.period)
    shares = f"cakupan {percent(before.share)} → {percent(now.share)} ({points(now.share - before.share)} poin)"
    if before.people is None or now.people is None:
        return Said(
            sentence=f"{name}: {shares} sejak {since} sampai {day}, penyebut {base}, dilaporkan tanpa pembilang."
        )
    more = now.people - before.people
    moved = f"{'bertambah' if more > 0 else 'berkurang'} {number(abs(more))} orang" if more else "tidak berubah"
    sentence = (
        f"Peserta aktif {name} {moved} sejak {since}: {number(before.people)} → {number(now.people)} per {day};"
        f" {shares}, penyebut {base} ({number(now.workers or 0)} pekerja)."
    )
    return Said(sentence=sentence + _flow_words(material.change, material.outside))


def _no_change(material: Material) -> str:
    row, base = material.table.whole, material.table.base.name
    if row.period is None or row.stale:
        return (
            f"Perubahan belum dapat disebut: belum ada angka {material.span.title} untuk {material.region.full_name}."
        )
    others = sorted({s.base for s in material.trend.series if any(p.period < material.span.first for p in s.points)})
    known = f" (ada pada penyebut lain: {', '.join(others)})" if others else ""
    return f"Perubahan belum dapat disebut: belum ada angka sebelum {material.span.title} pada penyebut {base}{known}."


def _flow_words(change: Change | None, outside: bool) -> str:
    """Who came and went, where the lists of both ends tell it, and they are not few who could be told from the rest."""
    parts = {part.kind: part.people for part in change.parts} if change else {}
    if ChangeKind.JOINED not in parts or ChangeKind.LAPSED not in parts:
        return ""
    moved = parts.get(ChangeKind.MOVED, 0)
    if outside and any(0 < abs(people) < FEW for people in (parts[ChangeKind.JOINED], parts[ChangeKind.LAPSED], moved)):
        return ""
    words = (
        f" Menurut daftar peserta: {number(parts[ChangeKind.JOINED])} masuk, {number(-parts[ChangeKind.LAPSED])} keluar"
    )
    return f"{words}, selisih pindah wilayah {'+' if moved > 0 else ''}{number(moved)}." if moved else f"{words}."


def fifth_said(material: Material) -> Said:
    sentence = fifth(material.vulnerable, material.companies, outside=material.outside)
    missing = "Desa dan perusahaan belum dapat disebut: daftar pekerja rentan dan daftar perusahaan belum ada."
    return Said(sentence=sentence) if sentence else Said(why=missing)
