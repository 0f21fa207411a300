"""Commands that look at figures: breakdowns, changes, reporting, locked months, apportionment."""

from argparse import Namespace
from collections.abc import Callable

from desktop_app.cli.figure_answers import (
    apportionment_lines,
    apportionment_object,
    breakdown_lines,
    breakdown_object,
    change_lines,
    change_object,
    correction_line,
    correction_object,
    lock_line,
    lock_object,
    reporting_lines,
    reporting_object,
)
from desktop_app.cli.readers import LEVELS
from desktop_app.domain.errors import NoFigures, NoList, NoSuchLevel, UnknownLock, UnknownTarget, WrongMonths
from desktop_app.domain.indonesian import month_year
from desktop_app.domain.locks import MonthLock
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import Numerator
from desktop_app.operations.apportion_target import ApportionRequest, Method, propose, store_apportionment
from desktop_app.operations.breakdowns import breakdowns, listed_months, newest_list
from desktop_app.operations.coverage import CoverageQuery, coverage, levels_of
from desktop_app.operations.draw_charts import Draw
from desktop_app.operations.explain_change import explain_change
from desktop_app.operations.locks import corrections, lock_month, locks, unlock_month
from desktop_app.operations.offices import region_or_own
from desktop_app.operations.reference_data import reference_data
from desktop_app.operations.reporting import reporting
from desktop_app.operations.workspace import Workspace

Words = tuple[dict[str, object], list[str]]


def coverage_query(workspace: Workspace, given: Namespace) -> CoverageQuery:
    """The question that the options ask.

    UnknownTarget: a document mistyped would pass for the first one. NoSuchLevel: so would a level for another.
    """
    _checked_level(region_or_own(workspace, given.region), given.level)
    return CoverageQuery(
        region=given.region, period=given.period, base=given.base, sector=given.sector,
        target_document=_document(workspace, given.target), level=given.level,
        numerator=Numerator(given.numerator, jakon=not given.without_jakon),
    )  # fmt: skip


def _checked_level(region: Region, level: int | None) -> None:
    possible = levels_of(region.code)
    if level is not None and level not in possible:
        raise NoSuchLevel(region.full_name, LEVELS[level], [LEVELS[each] for each in possible])


def _document(workspace: Workspace, name: str | None) -> str | None:
    if not name:
        return None
    known = {target.document.casefold(): target.document for target in reference_data(workspace).targets}
    document = known.get(name.casefold())
    if document is None:
        raise UnknownTarget(name, list(known.values()))
    return document


def _breakdown(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    region = region_or_own(workspace, given.region)
    period = given.period or newest_list(workspace, region.code)
    found = breakdowns(workspace, region.code, period, sample=given.sample) if period else ()
    if period is None or not found:
        known = [month_year(month) for month in listed_months(workspace, region.code) if month != period]
        raise NoList(region.full_name, month_year(period) if period else "", known)
    return breakdown_object(region, period, found), breakdown_lines(region, period, found)


def _change(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    query = coverage_query(workspace, given)
    if given.since and given.period and given.since >= given.period:
        raise WrongMonths(month_year(given.since), month_year(given.period))
    found = explain_change(workspace, query, given.since)
    region = region_or_own(workspace, given.region)
    if found is None:
        raise NoFigures(f"Belum ada dua bulan dengan jumlah peserta untuk {region.full_name}.")
    return change_object(found), change_lines(region, found)


def _reporting(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    _checked_level(region_or_own(workspace, given.region), given.level)
    found = reporting(workspace, given.region, given.level, given.months)
    return reporting_object(found), reporting_lines(found)


def _lock(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    if given.corrections is not None:
        return _corrections(workspace, given.corrections)
    if not given.document:
        place = region_or_own(workspace, given.region).code if given.region else ""
        found = locks(workspace, place)
        lines = [lock_line(lock, _name(workspace, lock)) for lock in found] or ["Belum ada bulan yang terkunci."]
        return {"locks": [lock_object(lock) for lock in found]}, lines
    region = region_or_own(workspace, given.region)
    period = given.period or coverage(workspace, CoverageQuery(region=region.code)).table.period
    lock = lock_month(workspace, region.code, period, given.document, given.base)
    return lock_object(lock), [
        lock_line(lock, region.full_name),
        f"{len(lock.figures)} angka disimpan seperti dilaporkan.",
    ]


def _name(workspace: Workspace, lock: MonthLock) -> str:
    return region_or_own(workspace, lock.region).full_name


def _corrections(workspace: Workspace, number: int) -> Words:
    lock = next((one for one in locks(workspace) if one.id == number), None)
    if lock is None:
        raise UnknownLock(number)
    found = corrections(workspace, lock)
    lines = [lock_line(lock, _name(workspace, lock)), *map(correction_line, found)]
    answer = {**lock_object(lock), "corrections": [correction_object(one) for one in found]}
    return answer, lines if found else [*lines, "Tidak ada angka yang berubah sejak dikunci."]


def _unlock(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    unlock_month(workspace, given.number, given.reason)
    return {"unlocked": given.number}, [f"Kunci {given.number} dibuka: {given.reason}"]


def _apportion(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    _checked_level(region_or_own(workspace, given.region), given.level)
    method = Method.HAND if given.part else given.method
    request = ApportionRequest(
        region=given.region, year=given.year, method=method, sector=given.sector, base=given.base, level=given.level,
        target_document=_document(workspace, given.target), by_hand=dict(given.part),
    )  # fmt: skip
    found = propose(workspace, request)
    answer, lines = apportionment_object(found), apportionment_lines(found)
    if not given.decree:
        return {**answer, "import": None}, [*lines, "Belum disimpan; tambahkan --decree NOMOR untuk menyimpannya."]
    number = store_apportionment(workspace, request, given.decree)
    return {**answer, "import": number}, [*lines, f"Disimpan sebagai impor {number}; undo {number} mengurungkannya."]


COMMANDS: dict[str, Callable[[Workspace, Namespace, Draw], Words]] = {
    "breakdown": _breakdown,
    "change": _change,
    "reporting": _reporting,
    "lock": _lock,
    "unlock": _unlock,
    "apportion": _apportion,
}
