"""Figures to reckon with: recaps, listed people, bases and targets of all imports that count."""

from collections.abc import Sequence
from datetime import date
from os.path import commonprefix
from typing import Any

from sqlalchemy import Row, Select, distinct, func, select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ListedPeople, Origin, RecapFact, Target, WorkerBase
from desktop_app.domain.regions import parent_code
from desktop_app.domain.segments import Measure, Sector, Segment
from desktop_app.domain.sheets import SheetKind
from desktop_app.store.imports import STORED
from desktop_app.store.models import (
    BaseValueRow,
    ParticipationRow,
    RecapFigureRow,
    SheetImportRow,
    TargetRow,
    WorkerBaseRow,
)

_CODE_LENGTHS = (2, 5, 8, 13)
"""Characters of the code of a province, a kabupaten/kota, a kecamatan, a village."""


def recap_facts(session: Session) -> list[RecapFact]:
    """All recap figures, in the order of their import: of two with the same key, the later one counts."""
    query = (
        select(RecapFigureRow, SheetImportRow)
        .join(SheetImportRow, SheetImportRow.id == RecapFigureRow.import_id)
        .where(SheetImportRow.state == STORED)
        .order_by(RecapFigureRow.id)
    )
    return [
        RecapFact(
            region=figure.region, measure=Measure(figure.measure), period=source.period, people=figure.people,
            workers=figure.workers, share=figure.share, base_name=figure.base_name, note=figure.note,
            origin=_origin(source, figure.cell),
        )
        for figure, source in session.execute(query)
    ]  # fmt: skip


def _origin(source: SheetImportRow, cell: str) -> Origin:
    return Origin(
        import_id=source.id, file=source.file, sheet=source.sheet, cell=cell, sender=source.sender,
        imported_at=source.imported_at, imported_by=source.imported_by,
    )  # fmt: skip


def worker_bases(session: Session) -> list[WorkerBase]:
    """Bases by name; where a name was imported more than once, the later value of a region counts."""
    query = (
        select(WorkerBaseRow, BaseValueRow)
        .join(BaseValueRow, BaseValueRow.base_id == WorkerBaseRow.id)
        .join(SheetImportRow, SheetImportRow.id == WorkerBaseRow.import_id)
        .where(SheetImportRow.state == STORED)
        .order_by(WorkerBaseRow.id, BaseValueRow.region)
    )
    found: dict[str, WorkerBase] = {}
    for base, value in session.execute(query):
        known = found.get(base.name)
        if known is None or known.import_id != base.import_id:
            found[base.name] = known = WorkerBase(
                name=base.name, document=base.document, as_of=base.as_of, import_id=base.import_id,
                workers=dict(known.workers) if known else {}, notes=dict(known.notes) if known else {},
            )  # fmt: skip
        key = (value.region, Sector(value.sector))
        known.workers[key] = value.workers
        if value.note:
            known.notes[key] = value.note
    return list(found.values())


def targets(session: Session) -> list[Target]:
    """All targets, official rivals side by side; of the same document twice, the later import counts."""
    query = (
        select(TargetRow)
        .join(SheetImportRow, SheetImportRow.id == TargetRow.import_id)
        .where(SheetImportRow.state == STORED)
        .order_by(TargetRow.id)
    )
    found: dict[tuple[str, str, int, str], Target] = {}
    for row in session.scalars(query):
        found[row.region, row.sector, row.year, row.document] = Target(
            region=row.region, sector=Sector(row.sector), year=row.year, share=row.share, document=row.document,
            note=row.note, import_id=row.import_id,
        )  # fmt: skip
    return list(found.values())


def listed_people(session: Session) -> list[ListedPeople]:
    """People active in participants sheets, per month and region of every level, once by NIK.

    Rows that wait carry no region of their own: they count for the smallest region that holds all people of their
    sheet, and for the regions above it.
    """
    waiting = _waiting(session)
    found = []
    for length in _CODE_LENGTHS:
        area = func.substr(ParticipationRow.region, 1, length)
        key = (SheetImportRow.period, SheetImportRow.sample, area)
        in_segments: dict[tuple[object, ...], dict[Segment, int]] = {}
        for period, sample, code, segment, people in session.execute(
            _active(length)
            .with_only_columns(*key, ParticipationRow.segment, func.count(distinct(ParticipationRow.person_id)))
            .group_by(*key, ParticipationRow.segment)
        ):
            in_segments.setdefault((period, sample, code), {})[Segment(segment)] = people
        incomplete = func.count(distinct(SheetImportRow.id)).filter(SheetImportRow.complete.is_(False))
        rows: Sequence[Row[Any]] = session.execute(
            _active(length)
            .with_only_columns(*key, func.count(distinct(ParticipationRow.person_id)), incomplete)
            .group_by(*key)
            .order_by(*key)
        ).all()
        for period, sample, code, people, partial in rows:
            found.append(
                ListedPeople(
                    region=code, period=period, people=people, by_segment=in_segments[period, sample, code],
                    waiting=waiting.get((period, sample, code), 0), complete=not partial, sample=sample,
                )
            )  # fmt: skip
    return found


def _active(length: int) -> Select[Any]:
    return (
        select(ParticipationRow.person_id)
        .join(SheetImportRow, SheetImportRow.id == ParticipationRow.import_id)
        .where(
            SheetImportRow.state == STORED, ParticipationRow.active, func.length(ParticipationRow.region) >= length
        )
    )


def _waiting(session: Session) -> dict[tuple[date, bool, str], int]:
    ends = (
        select(
            SheetImportRow.id, func.min(ParticipationRow.region), func.max(ParticipationRow.region)
        )
        .join(ParticipationRow, ParticipationRow.import_id == SheetImportRow.id)
        .where(SheetImportRow.state == STORED, SheetImportRow.kind == SheetKind.PESERTA)
        .group_by(SheetImportRow.id)
    )
    found: dict[tuple[date, bool, str], int] = {}
    for import_id, first, last in session.execute(ends).tuples().all():
        record = session.get_one(SheetImportRow, import_id)
        rows = record.counts["parked"]
        if first is None or last is None or not rows or record.period is None:
            continue
        shared = commonprefix([f"{first}.", f"{last}."])
        code: str | None = shared.rpartition(".")[0] or None
        while code is not None:
            key = (record.period, record.sample, code)
            found[key] = found.get(key, 0) + rows
            code = parent_code(code)
    return found
