"""Figures to reckon with: recaps, bases and targets of all imports that count."""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session as Session

from desktop_app.domain.facts import ImportState, Target, WorkerBase
from desktop_app.domain.segments import Sector
from desktop_app.store.codes import are_few, bound, near, only
from desktop_app.store.models import BaseValueRow, SheetImportRow, TargetRow, WorkerBaseRow
from desktop_app.store.recaps import driver_rows, plain_rows
from desktop_app.store.recaps import facts_of_month as facts_of_month
from desktop_app.store.recaps import facts_of_months as facts_of_months
from desktop_app.store.recaps import facts_of_region as facts_of_region
from desktop_app.store.recaps import recap_facts as recap_facts
from desktop_app.store.recaps import recap_months as recap_months
from desktop_app.store.recaps import recap_regions as recap_regions

_SECTORS = {sector.value: sector for sector in Sector}


BY_HAND = "Data Acuan"
"""What stands for the file where a value was typed; the list of imports shows it."""


def worker_bases(
    session: Session, regions: Collection[str] | None = None, sectors: Collection[Sector] = tuple(Sector)
) -> list[WorkerBase]:
    """Bases by name, with the workers of `regions` (of all where None) and `sectors`.

    Where a name was imported more than once, the later value of a region counts; a value taken out by hand takes out
    those before it.
    """
    found, names = _bases(session)
    asked = bound(regions) | {"bases": list(names), "sectors": list(sectors)}
    rows = driver_rows(session, _values(are_few(regions)), **asked)
    for base_id, region, sector, workers, note in only(rows, 1, regions):
        known, key = found[names[base_id]], (region, _SECTORS[sector])
        known.notes.pop(key, None)
        if workers is None:
            known.workers.pop(key, None)
            continue
        known.workers[key] = workers
        if note:
            known.notes[key] = note
    gone = _emptied(session, names)
    return [base for base in found.values() if base.name not in gone]


@cache
def _values(few: bool | None) -> Select[*tuple[Any, ...]]:
    row = BaseValueRow
    wanted = (
        row.base_id.in_(bindparam("bases", expanding=True)), row.sector.in_(bindparam("sectors", expanding=True)),
        near(row.region, few),
    )  # fmt: skip
    columns = (row.base_id, row.region, row.sector, row.workers, row.note)
    return select(*columns).where(*wanted).order_by(row.base_id)


_EMPTIED = (
    select(BaseValueRow.base_id)
    .where(
        BaseValueRow.base_id.in_(
            select(WorkerBaseRow.id)
            .join(SheetImportRow, SheetImportRow.id == WorkerBaseRow.import_id)
            .where(SheetImportRow.state == ImportState.STORED, SheetImportRow.file == BY_HAND)
        ),
        BaseValueRow.workers.is_(None),
    )
    .distinct()
)
"""Bases of which a value was taken out by hand."""


def _emptied(session: Session, names: Mapping[int, str]) -> set[str]:
    """Bases of which every value was taken out by hand: they are no longer there. `names` by number of the base."""
    touched = {names[key] for (key,) in plain_rows(session, _EMPTIED) if key in names}
    if not touched:
        return set()
    row, numbers = BaseValueRow, [key for key, name in names.items() if name in touched]
    query = (
        select(row.base_id, row.region, row.sector, row.workers).where(row.base_id.in_(numbers)).order_by(row.base_id)
    )
    last = {(names[base], region, sector): workers for base, region, sector, workers in plain_rows(session, query)}
    return touched - {name for (name, _, _), workers in last.items() if workers is not None}


_BASES = (
    select(WorkerBaseRow.id, WorkerBaseRow.name, WorkerBaseRow.document, WorkerBaseRow.as_of, WorkerBaseRow.import_id)
    .join(SheetImportRow, SheetImportRow.id == WorkerBaseRow.import_id)
    .where(SheetImportRow.state == ImportState.STORED)
    .order_by(WorkerBaseRow.id)
)


def _bases(session: Session) -> tuple[dict[str, WorkerBase], dict[int, str]]:
    """Bases without their workers, by name, and the name of every base that was imported."""
    found: dict[str, WorkerBase] = {}
    names: dict[int, str] = {}
    for base_id, name, document, as_of, import_id in plain_rows(session, _BASES):
        names[base_id] = name
        found[name] = WorkerBase(
            name=name, document=document, as_of=as_of, import_id=import_id, workers={}, notes={}
        )  # fmt: skip
    return found, names


def targets(session: Session, regions: Collection[str] | None = None) -> list[Target]:
    """Targets of `regions` (all where None), official rivals side by side.

    Of one document the highest version counts, of the same version the later import; one that was taken out by hand
    takes out those before it.
    """
    found: dict[tuple[str, str, int, str], Target] = {}
    rows = only(plain_rows(session, _targets(are_few(regions)), **bound(regions)), 0, regions)
    for region, sector, year, share, document, *more in rows:
        key = (region, sector, year, document)
        if share is None:
            found.pop(key, None)
            continue
        target = _target(region, sector, year, share, document, *more)
        if key not in found or target.version >= found[key].version:
            found[key] = target
    return list(found.values())


@cache
def _targets(few: bool | None) -> Select[*tuple[Any, ...]]:
    row = TargetRow
    return (
        select(
            row.region, row.sector, row.year, row.share, row.document, row.note, row.import_id, row.people,
            row.base_name, row.version, row.split_of,
        )
        .join(SheetImportRow, SheetImportRow.id == row.import_id)
        .where(SheetImportRow.state == ImportState.STORED, near(row.region, few))
        .order_by(row.id)
    )  # fmt: skip


def _target(
    region: str, sector: str, year: int, share: float, document: str, note: str, import_id: int, people: int | None,
    base: str, version: int, split_of: str,
) -> Target:  # fmt: skip
    return Target(
        region=region, sector=_SECTORS[sector], year=year, share=share, document=document, note=note,
        import_id=import_id, people=people, base=base, version=version, split_of=split_of,
    )  # fmt: skip
