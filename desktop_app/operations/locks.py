"""Months that were reported: locked with their figures, opened again, and what was corrected since."""

import re
from dataclasses import replace
from datetime import date, datetime

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.domain.errors import MissingWords, MonthLocked, NoFigures, UnknownBase, UnknownLock
from desktop_app.domain.facts import ImportRecord, ImportState
from desktop_app.domain.indonesian import month_year, short_date
from desktop_app.domain.locks import Correction, LockedFigure, MonthLock
from desktop_app.domain.periods import end_of_month
from desktop_app.domain.regions import Region, depth, is_within
from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.operations.offices import region_named
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit, imports
from desktop_app.store import locks as kept

_LOWEST = 4
Key = tuple[str, str, Sector]
"""Region, base, sector."""


def lock_month(workspace: Workspace, region: str, period: date, document: str, base: str | None = None) -> MonthLock:
    """Lock the figures of `region` and all below it for a month, as they were reported in `document`.

    The figures on `base` (the one that the month's figures name when None) are kept beside the lock, for all sectors.
    Imports into a locked month stay possible: what they change is told apart by `corrections`.

    Raises:
        MissingWords: no document; MonthLocked: it is locked; NoFigures: the month has none; UnknownRegion, UnknownBase.
    """
    place, month, words = region_named(workspace, region), end_of_month(period), document.strip()
    if not words:
        raise MissingWords("nama laporan")
    present = lock_of(workspace, place.code, month)
    if present is not None:
        raise MonthLocked(month_year(month), place.full_name, present.document)
    figures, _ = _figures(workspace, place.code, month, base)
    if not figures:
        raise NoFigures(f"{place.full_name} belum mempunyai angka {month_year(month)} yang dapat dikunci.")
    lock = MonthLock(
        id=0, region=place.code, period=month, document=words, locked_at=now(), locked_by=present_user(),
        figures=tuple(figures.values()),
    )  # fmt: skip
    with workspace.sessions.begin() as session:
        number = kept.add_lock(session, lock)
        audit.record(
            session, "kunci bulan", f"{place.full_name}, {month_year(month)}: {words}", lock.locked_by, lock.locked_at
        )
    return replace(lock, id=number)


def unlock_month(workspace: Workspace, lock_id: int, reason: str) -> None:
    """Open a lock again; its figures stay as history. MissingWords: no reason; UnknownLock."""
    if not reason.strip():
        raise MissingWords("alasan membuka kunci")
    with workspace.sessions.begin() as session:
        lock = kept.lock(session, lock_id)
        if lock is None or not lock.closed:
            raise UnknownLock(lock_id)
        kept.open_lock(session, lock_id, reason.strip(), present_user(), now())
        detail = f"{lock.region}, {month_year(lock.period)}: {reason.strip()}"
        audit.record(session, "buka kunci bulan", detail, present_user(), now())


def locks(workspace: Workspace, region: str = "") -> list[MonthLock]:
    """Locks newest month first, without their figures; those that concern `region` (a code) where given."""
    with workspace.sessions() as session:
        found = kept.locks(session)
    return [lock for lock in found if not region or is_within(region, lock.region) or is_within(lock.region, region)]


def lock_of(workspace: Workspace, region: str, period: date) -> MonthLock | None:
    """The lock that holds the figures of `region` (a code) in a month, with its figures; None where it is open."""
    month = end_of_month(period)
    with workspace.sessions() as session:
        holding = (lock for lock in kept.locks(session) if _holds(lock, region, month))
        found = next(holding, None)
        return kept.lock(session, found.id) if found is not None else None


def _holds(lock: MonthLock, region: str, month: date) -> bool:
    return lock.closed and lock.period == month and is_within(region, lock.region)


def corrections(workspace: Workspace, lock: MonthLock) -> list[Correction]:
    """Figures that are others now than they were reported under `lock`, by region and sector."""
    with workspace.sessions() as session:
        whole = kept.lock(session, lock.id)
    if whole is None:
        raise UnknownLock(lock.id)
    reported = {_key(figure): figure for figure in whole.figures}
    bases = sorted({figure.base for figure in whole.figures})
    present: dict[Key, LockedFigure] = {}
    named: dict[str, Region] = {}
    for base in bases:
        try:
            figures, regions = _figures(workspace, lock.region, lock.period, base)
        except UnknownBase:
            # Renamed or taken out since: none of its figures can be reckoned any more, and they are told as gone.
            continue
        present |= figures
        named |= regions
    causes = _causes(workspace, whole)
    differing = [key for key in {**reported, **present} if not _same(reported.get(key), present.get(key))]
    return [
        Correction(
            region=named.get(code) or region_named(workspace, code), sector=sector, base=base,
            reported=reported.get((code, base, sector)), now=present.get((code, base, sector)), causes=causes,
        )
        for code, base, sector in sorted(differing)
    ]  # fmt: skip


def _figures(
    workspace: Workspace, region: str, month: date, base: str | None
) -> tuple[dict[Key, LockedFigure], dict[str, Region]]:
    """All figures of that very month, of the region and of every level below it, and the regions they are of."""
    found: dict[Key, LockedFigure] = {}
    named: dict[str, Region] = {}
    for sector in Sector:
        for level in range(depth(region) + 1, _LOWEST + 1) or [None]:
            query = CoverageQuery(region=region, period=month, base=base, sector=sector, level=level)
            try:
                table = coverage(workspace, query).table
            except NoFigures:
                return found, named
            base = base or table.base.name
            for row in (table.whole, *table.rows):
                named[row.region.code] = row.region
                if row.shown_share is not None or row.active is not None:
                    figure = _as_reported(row, table.base.name, sector)
                    found |= {} if row.period != month else {_key(figure): figure}
    return found, named


def _as_reported(row: RegionCoverage, base: str, sector: Sector) -> LockedFigure:
    if row.counted:
        source = "daftar peserta"
    elif row.fact is not None:
        source = f"{row.fact.origin.file}, lembar {row.fact.origin.sheet}, sel {row.fact.origin.cell}"
    else:
        source = f"jumlah {row.summed_children} wilayah"
    return LockedFigure(
        region=row.region.code, base=base, sector=sector, active=row.active, workers=row.workers,
        reported=row.reported if row.share is None else None, source=source,
    )  # fmt: skip


def _key(figure: LockedFigure) -> Key:
    return figure.region, figure.base, figure.sector


def _same(reported: LockedFigure | None, present: LockedFigure | None) -> bool:
    """The numbers agree; from which file they come is no matter."""
    if reported is None or present is None:
        return reported is present
    return replace(reported, source="") == replace(present, source="")


def _causes(workspace: Workspace, lock: MonthLock) -> tuple[str, ...]:
    """What came in or went out since the lock that can have changed its figures."""
    with workspace.sessions() as session:
        records = imports.list_imports(session)
        events = audit.events(session)
    told = [_came(record) for record in records if _concerns(record, lock) and record.imported_at >= lock.locked_at]
    undone = {
        number
        for event in events
        if _undoes(event.what, event.at, lock)
        for number in map(int, re.findall(r"\d+", event.detail))
    }
    told += [f"Impor {r.id} diurungkan: {r.file}" for r in records if r.id in undone and _concerns(r, lock)]
    return tuple(dict.fromkeys(told))


def _undoes(what: str, at: datetime, lock: MonthLock) -> bool:
    return what == "urungkan impor" and at >= lock.locked_at


def _concerns(record: ImportRecord, lock: MonthLock) -> bool:
    """Of that month, or a base; a recap may hold several months."""
    return record.kind in (SheetKind.PENYEBUT, SheetKind.REKAP) or record.period == lock.period


def _came(record: ImportRecord) -> str:
    state = " (diurungkan)" if record.state == ImportState.UNDONE else ""
    return f"Impor {record.id}{state}: {record.file}, {short_date(record.imported_at.date())} oleh {record.imported_by}"
