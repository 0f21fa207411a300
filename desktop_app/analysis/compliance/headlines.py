"""The three figures of the first page, each with its fraction, base, date and source."""

from collections.abc import Iterator

from desktop_app.analysis.compliance.said import people_words
from desktop_app.analysis.compliance.values import CompanySection, Headline, VulnerableSection
from desktop_app.analysis.coverage import CoverageTable
from desktop_app.analysis.region_coverage import RegionCoverage
from desktop_app.domain.compliance import Category
from desktop_app.domain.indonesian import long_date, month_year, number, percent

COUNT = 3


def headlines(
    table: CoverageTable,
    companies: CompanySection | None,
    vulnerable: VulnerableSection | None,
    *,
    outside: bool = False,
) -> tuple[Headline, ...]:
    """Coverage, what is missing to the target, and the first of villages, companies, parts at target that data give."""
    found: list[Headline] = []
    for one in _all(table, companies, vulnerable, outside):
        if one is not None and len(found) < COUNT:
            found.append(one)
    return tuple(found)


def _all(
    table: CoverageTable, companies: CompanySection | None, vulnerable: VulnerableSection | None, outside: bool
) -> Iterator[Headline | None]:
    yield _share(table.whole)
    yield _gap(table.whole)
    yield _villages(vulnerable, outside)
    yield _companies(companies)
    yield _at_target(table)


def _share(row: RegionCoverage) -> Headline | None:
    if row.shown_share is None or row.period is None:
        return None
    state = "" if row.gap is None else "ok" if row.gap >= 0 else "bad"
    fraction = (
        "dilaporkan, tanpa pembilang" if row.share is None
        else f"{number(row.active or 0)} peserta aktif dari {number(row.workers or 0)} pekerja"
    )  # fmt: skip
    return Headline(
        label="Cakupan", value=percent(row.shown_share), fraction=fraction, source=source_words(row), state=state
    )  # fmt: skip


def _gap(row: RegionCoverage) -> Headline | None:
    missing, target = row.gap_people, row.target
    if missing is None or target is None or row.active is None:
        return None
    of = "target provinsi" if row.target_is_province else "target"
    fraction = f"{number(row.active)} dari {number(row.target_people or 0)} orang; {of} {percent(target.share)} tahun {target.year}"
    source = f"{target.document}; {source_words(row)}"
    if missing <= 0:
        return Headline(
            label="Melampaui target", value=f"{number(-missing)} orang", fraction=fraction, source=source, state="ok"
        )
    return Headline(
        label="Kurang menuju target", value=f"{number(missing)} orang", fraction=fraction, source=source, state="bad"
    )


def _villages(section: VulnerableSection | None, outside: bool) -> Headline | None:
    if section is None:
        return None
    total, full = section.total.accepted, sum(one.accepted >= section.quota for one in section.villages)
    return Headline(
        label="Pekerja rentan dalam daftar", value=people_words(total, outside),
        fraction=f"{number(full)} dari {number(len(section.villages))} desa/kelurahan memenuhi kuota {number(section.quota)} orang",
        source=f"daftar sampai {month_year(section.period)}" if section.period else "",
        state="ok" if full == len(section.villages) else "bad",
    )  # fmt: skip


def _companies(section: CompanySection | None) -> Headline | None:
    if section is None or section.period is None:
        return None
    known = section.total.companies - section.unclassed
    if not known:
        return None
    failing = known - section.total.by_category.get(Category.PATUH, 0)
    return Headline(
        label="Perusahaan belum patuh", value=f"{number(failing)} perusahaan",
        fraction=f"dari {number(known)} perusahaan yang berkategori", source=f"daftar perusahaan {month_year(section.period)}",
        state="bad" if failing else "ok",
    )  # fmt: skip


def _at_target(table: CoverageTable) -> Headline | None:
    """Of the month itself: older figures are no result of it."""
    measured = [row for row in table.rows if row.gap is not None and not row.stale]
    if not measured:
        return None
    reached = sum((row.gap or 0) >= 0 for row in measured)
    return Headline(
        label="Wilayah mencapai target", value=f"{number(reached)} dari {number(len(measured))}",
        fraction=f"{number(len(table.rows) - len(measured))} wilayah belum dapat diukur",
        source=f"penyebut {table.base.name}, {long_date(table.period)}", state="ok" if reached == len(measured) else "bad",
    )  # fmt: skip


def source_words(row: RegionCoverage) -> str:
    """“penyebut UCJ 2025, 31 Desember 2025, Kanwil …”."""
    when = long_date(row.period) if row.period else ""
    return ", ".join(part for part in (f"penyebut {row.base}", when, _origin(row)) if part)


def _origin(row: RegionCoverage) -> str:
    if row.counted:
        return "daftar peserta"
    if row.summed_children:
        return f"jumlah {row.summed.words}" if row.summed else "jumlah wilayah di bawahnya"
    return (row.fact.origin.sender or row.fact.origin.file) if row.fact else ""
