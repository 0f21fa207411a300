"""Bases and targets typed by hand, kept as imports of their kind: nothing replaces them, and the later value counts."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportState, Target, WorkerBase
from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import Counts, SheetKind
from desktop_app.store import figures
from desktop_app.store.models import BaseValueRow, RecapFigureRow, SheetImportRow, TargetRow, WorkerBaseRow
from desktop_app.store.reference_entries import Entries, Entry


def base_key(region: str, sector: Sector) -> str:
    return f"{region}|{sector.value}"


def target_key(region: str, sector: Sector, year: int, document: str) -> str:
    return f"{region}|{sector.value}|{year}|{document}"


def base_named(session: Session, name: str) -> WorkerBase | None:
    return next((base for base in figures.worker_bases(session) if base.name == name), None)


def base_entries(base: WorkerBase | None, keys: Collection[str]) -> Entries:
    """Values of a base by key; None for what it does not give."""
    if base is None:
        return dict.fromkeys(keys)
    known = values_of(base)
    return {key: known.get(key) for key in keys}


def values_of(base: WorkerBase) -> Entries:
    """All values of a base by key."""
    return {
        base_key(*place): {"workers": workers, "note": base.notes.get(place, "")}
        for place, workers in base.workers.items()
    }


def target_entries(session: Session, keys: Collection[str]) -> Entries:
    known = {
        target_key(one.region, one.sector, one.year, one.document): target_entry(one)
        for one in figures.targets(session)
        if one.share is not None
    }
    return {key: known.get(key) for key in keys}


def target_entry(target: Target) -> Entry:
    return {
        "share": target.share,
        "people": target.people,
        "base": target.base,
        "note": target.note,
        "version": target.version,
        "split_of": target.split_of,
    }


def store_base(
    session: Session, base: WorkerBase, values: Mapping[str, Entry | None], counts: Counts, by: str, at: datetime
) -> int:
    """Keep `values` (None: taken out) as an import of the base; its number."""
    scope = _base_scope(base.name, values)
    import_id = _store_import(session, SheetKind.PENYEBUT, f"Penyebut {base.name}", base.as_of, scope, counts, by, at)
    _store_values(session, import_id, base, values)
    return import_id


def store_renamed(
    session: Session, old: WorkerBase, new: WorkerBase, values: Entries, targets: Entries, counts: Counts, by: str,
    at: datetime,
) -> int:  # fmt: skip
    """Keep `values` under the new name, take them out under the old one, and keep `targets`: one import; its number."""
    sheet = f"Penyebut {old.name} menjadi {new.name}"
    (was, areas), (parts, _) = _base_scope(old.name, values), _base_scope(new.name, values)
    scope = sorted({*was, *parts}), areas
    import_id = _store_import(session, SheetKind.PENYEBUT, sheet, new.as_of, scope, counts, by, at)
    _store_values(session, import_id, old, dict.fromkeys(values))
    _store_values(session, import_id, new, values)
    _store_target_rows(session, import_id, {}, targets)
    return import_id


def count_recaps_on(session: Session, name: str) -> int:
    """Imports of recaps that count and have figures on the base of this name."""
    stored = SheetImportRow.state == ImportState.STORED.value
    query = select(func.count(SheetImportRow.id.distinct())).join(RecapFigureRow)
    return session.scalar(query.where(stored, RecapFigureRow.base_name == name)) or 0


def _store_values(session: Session, import_id: int, base: WorkerBase, values: Mapping[str, Entry | None]) -> None:
    row = WorkerBaseRow(import_id=import_id, name=base.name, document=base.document, as_of=base.as_of)
    session.add(row)
    session.flush()
    for place, (key, entry) in enumerate(values.items(), 1):
        region, sector = key.split("|")
        workers, note = (entry["workers"], entry["note"]) if entry else (None, "")
        session.add(BaseValueRow(base_id=row.id, region=region, sector=sector, row=place, workers=workers, note=note))
    session.flush()


def store_targets(
    session: Session, sheet: str, before: Entries, values: Entries, counts: Counts, by: str, at: datetime
) -> int:
    """Keep `values` (None: taken out, in the version that stood `before`) as an import of targets; its number."""
    import_id = _store_import(session, SheetKind.TARGET, sheet, None, _target_scope(values), counts, by, at)
    _store_target_rows(session, import_id, before, values)
    return import_id


def _store_target_rows(session: Session, import_id: int, before: Entries, values: Entries) -> None:
    for place, (key, entry) in enumerate(values.items(), 1):
        region, sector, year, document = key.split("|", 3)
        entry = entry or {"version": (before[key] or {}).get("version", 1)}
        session.add(_target_row(import_id, place, region, sector, int(year), document, entry))
    session.flush()


def _target_row(
    import_id: int, place: int, region: str, sector: str, year: int, document: str, entry: Entry
) -> TargetRow:
    return TargetRow(
        import_id=import_id, row=place, region=region, sector=sector, year=year, document=document,
        share=entry.get("share"), people=entry.get("people"), base_name=entry.get("base", ""),
        note=entry.get("note", ""), version=entry.get("version", 1), split_of=entry.get("split_of", ""),
    )  # fmt: skip


def _store_import(
    session: Session, kind: SheetKind, sheet: str, period: date | None, scope: tuple[Sequence[str], Sequence[str]],
    counts: Counts, by: str, at: datetime,
) -> int:  # fmt: skip
    parts, areas = scope
    record = SheetImportRow(
        file=figures.BY_HAND, sha256=_own_hash(), sheet=sheet, place="", kind=kind.value, period=period, sender="",
        complete=False, sample=False, parts=list(parts), areas=list(areas), replaces=[], columns={},
        counts=asdict(counts), imported_at=at, imported_by=by, state=ImportState.STORED.value, replaced_by=None,
        returned="",
    )  # fmt: skip
    session.add(record)
    session.flush()
    return record.id


def _own_hash() -> str:
    """Typed values come from no file: each edit stands for itself, and none is another's “same file again”."""
    return sha256(secrets.token_bytes(32)).hexdigest()


def _base_scope(name: str, values: Mapping[str, object]) -> tuple[list[str], list[str]]:
    keys = [key.split("|") for key in values]
    return sorted({f"{name}|{sector}" for _, sector in keys}), sorted({region for region, _ in keys})


def _target_scope(values: Mapping[str, object]) -> tuple[list[str], list[str]]:
    keys = [key.split("|", 3) for key in values]
    parts = {f"{document}|{year}|{sector}" for _, sector, year, document in keys}
    return sorted(parts), sorted({region for region, *_ in keys})
