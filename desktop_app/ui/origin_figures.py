"""A region's coverage taken apart: fraction, numerator, cells, base, target, checks, and the formula in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.findings import Finding
from desktop_app.analysis.parts_sum import ClosedPart
from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.facts import Origin as CellOrigin
from desktop_app.domain.indonesian import NBSP, long_date, month_year, number, percent, points, short_date
from desktop_app.domain.locks import LockedFigure, MonthLock
from desktop_app.domain.sheets import SheetKind
from desktop_app.ui.origin import Fraction, Item, Origin, Pair, Section, Words
from desktop_app.ui.origin_numerator import numerator, people_behind


@dataclass(frozen=True, slots=True)
class Behind:
    """What the store says beside the figure: the lists it was counted from, the lock of the month asked for, else of its

    own, and the parts that the figure is the sum of.
    """

    lists: tuple[ImportRecord, ...] = ()
    lock: MonthLock | None = None
    parts: tuple[RegionCoverage, ...] = ()


def explain_figure(figure: RegionCoverage, table: CoverageTable, behind: Behind = Behind()) -> Origin:
    """Take the figure of one region of `table` apart."""
    day = figure.period or table.period
    shown = figure.shown_share
    sections = (
        numerator(figure, table.numerator.counting),
        _rows(figure, behind),
        _references(figure, table),
        _checks(figure, behind.lock, table),
        _formula(figure),
        _remarks(figure, table),
    )
    return Origin(
        label=f"Cakupan {figure.region.full_name}, {long_date(day)}",
        figure=number(shown * 100, 2) if shown is not None else _no_share(figure),
        unit="%" if shown is not None else "",
        fraction=_fraction(figure),
        sections=tuple(section for section in sections if section.lines),
        people=people_behind(figure),
    )


def _no_share(figure: RegionCoverage) -> str:
    """People whom the base cannot measure are not the same as no people."""
    return "Belum ada data" if figure.active is None else "Tanpa penyebut"


def _fraction(figure: RegionCoverage) -> Fraction | None:
    if figure.share is None:
        return None
    return Fraction(
        (number(figure.active or 0), "peserta aktif"),
        (number(figure.workers or 0), f"pekerja, penyebut {figure.base}"),
    )


def _rows(figure: RegionCoverage, behind: Behind) -> Section:
    lines = [] if figure.fact is None or figure.counted else [cell_item(figure.fact.origin)]
    parts = (*map(part_item, behind.parts), *(Item("info", "acc", one.words) for one in _closed(figure)))
    return Section("Baris asal", (*lines, *parts, *(list_item(record) for record in behind.lists)))


def _closed(figure: RegionCoverage) -> tuple[ClosedPart, ...]:
    """Regions that stand no more, whose people the sum holds."""
    return figure.summed.closed if figure.summed is not None else ()


def part_item(part: RegionCoverage) -> Item:
    """One of the regions that a sum adds up: its people, and the cell, the list, or the sum that they come from."""
    said = f"{part.region.short_name}: {number(part.active or 0)}"
    if part.counted:
        return Item("users", "acc", said, "Daftar peserta")
    if part.fact is None:
        return Item("layers", "acc", said, f"Jumlah {part.summed.words}" if part.summed is not None else "")
    origin = part.fact.origin
    return Item("file-spreadsheet", "acc", said, f"{origin.file}, sel {origin.cell}", origin.import_id)


def cell_item(origin: CellOrigin) -> Item:
    """File, sheet, cell, who brought it in and when."""
    day = short_date(origin.imported_at.date())
    sender = f"\nPengirim: {origin.sender}" if origin.sender else ""
    detail = f"Lembar “{origin.sheet}”, sel {origin.cell}\nDiimpor {day} oleh {origin.imported_by}{sender}"
    return Item("file-spreadsheet", "acc", origin.file, detail, origin.import_id)


def list_item(record: ImportRecord) -> Item:
    day = short_date(record.imported_at.date())
    complete = (
        "" if record.kind != SheetKind.PESERTA else ", lengkap" if record.complete else ", belum dinyatakan lengkap"
    )
    detail = f"Lembar “{record.sheet}”{complete}\nDiimpor {day} oleh {record.imported_by}"
    return Item("file-spreadsheet", "acc", record.file, detail, record.id)


def _references(figure: RegionCoverage, table: CoverageTable) -> Section:
    workers = f"{number(figure.workers)} pekerja" if figure.workers else "belum ada untuk wilayah ini"
    as_of = f"keadaan {month_year(table.base.as_of)}"
    document = f"{table.base.document} · {as_of}" if table.base.document else as_of
    base = Item("scroll-text", "t2", f"{figure.base}: {workers}", document)
    return Section("Penyebut dan target", (base, *_target(figure), *_rank(figure, table)))


def _target(figure: RegionCoverage) -> Iterator[Pair | Item]:
    target = figure.target
    if target is None:
        yield Item("target", "t2", "Belum ada target.")
        return
    whose = "Target provinsi" if figure.target_is_province else "Target"
    people = f" atau {number(figure.target_people)} orang" if figure.target_people else ""
    version = f", versi {target.version}" if target.version > 1 else ""
    split = f"\n{target.split_of}" if target.split_of else ""
    yield Item(
        "target", "t2", f"{whose} {target.year}: {percent(target.share)}{people}",
        f"{target.document}{version}{split}",
    )  # fmt: skip
    if figure.gap is not None:
        yield Pair("Selisih", f"{points(figure.gap)}{NBSP}poin")
    if figure.gap_people is not None:
        missing = f"{number(figure.gap_people)} orang" if figure.gap_people > 0 else "tercapai"
        yield Pair("Masih kurang", missing)


def _rank(figure: RegionCoverage, table: CoverageTable) -> Iterator[Pair]:
    if figure.rank is not None:
        ranked = sum(row.rank is not None for row in table.rows)
        yield Pair("Peringkat cakupan", f"{number(figure.rank)} dari {number(ranked)}")


def _checks(figure: RegionCoverage, lock: MonthLock | None, table: CoverageTable) -> Section:
    lines = [
        Item("circle-check" if check.ok else "triangle-alert", "ok" if check.ok else "warn", check.message)
        for check in figure.checks
    ]
    return Section("Pemeriksaan", (*lines, *_locked(figure, lock, table)))


def _locked(figure: RegionCoverage, lock: MonthLock | None, table: CoverageTable) -> Iterator[Item]:
    """The figure as it was reported, against the one of now; that there is none of that month any more."""
    if lock is None or lock.period not in (figure.period, table.period):
        return
    reported = next((one for one in lock.figures if _is_of(one, figure)), None)
    if reported is None:
        return
    detail = f"Bulan terkunci sejak {short_date(lock.locked_at.date())}: {lock.document}"
    then, now = reported.active, figure.active
    if lock.period != figure.period:
        told = f"{number(then)} orang" if then is not None else percent(reported.reported or 0)
        month = month_year(lock.period)
        yield Item("triangle-alert", "warn", f"{month} dilaporkan {told}; kini belum ada angka bulan itu.", detail)
        return
    if then is None or now is None:
        return
    if then == now and reported.workers == figure.workers:
        yield Item("circle-check", "ok", f"Sama dengan yang dilaporkan: {number(then)} orang.", detail)
    else:
        more = f"{'+' if now > then else '−' if now < then else ''}{number(abs(now - then))}"
        yield Item("triangle-alert", "warn", f"Dilaporkan {number(then)}, kini {number(now)} ({more} orang).", detail)


def _is_of(locked: LockedFigure, figure: RegionCoverage) -> bool:
    return (locked.region, locked.base, locked.sector) == (figure.region.code, figure.base, figure.sector)


def _formula(figure: RegionCoverage) -> Section:
    """The fraction, the gap and the people, each with its numbers."""
    if figure.share is None:
        return Section("Rumus", ())
    lines = [
        f"{number(figure.active or 0)} peserta aktif ÷ {number(figure.workers or 0)} pekerja = {percent(figure.share)}"
    ]
    target = figure.target
    if target is not None and figure.gap is not None:
        lines.append(f"{percent(figure.share)} − {percent(target.share)} = {points(figure.gap)}{NBSP}poin")
    if target is not None and figure.target_people is not None and figure.gap_people is not None:
        how = f"{percent(target.share)} × {number(figure.workers or 0)}, dibulatkan ke atas"
        of = f" dari {figure.base}" if target.people is not None and figure.target_people == target.people else ""
        lines.append(f"Menurut target{of}: {number(figure.target_people)} orang" + ("" if of else f" ({how})"))
        lines.append(
            f"{number(figure.target_people)} − {number(figure.active or 0)} = {number(figure.gap_people)} orang"
        )
    return Section("Rumus", tuple(Words(line, "detail") for line in lines))


def _remarks(figure: RegionCoverage, table: CoverageTable) -> Section:
    remarks = [figure.note] if figure.note else []
    if figure.stale and figure.period is not None:
        remarks.append(f"Angka bulan {long_date(figure.period)}; untuk {long_date(table.period)} belum ada.")
    if figure.elsewhere:
        remarks.append(f"Yang diketahui pada penyebut lain: {figure.elsewhere}.")
    return Section("Catatan", tuple(Item("info", "acc", remark) for remark in remarks))


def explain_findings(findings: Sequence[Finding]) -> Origin:
    """The findings of what the page shows, each with its place."""
    lines = [Item("triangle-alert", "warn", finding.message, finding.place) for finding in findings]
    none = Item("circle-check", "ok", "Tidak ada temuan.", "Angka yang tersimpan saling cocok.")
    many = f"{number(len(lines))} hal perlu dilihat" if lines else "Semua cocok"
    return Origin(title="Temuan", sections=(Section(many, tuple(lines) or (none,)),))
