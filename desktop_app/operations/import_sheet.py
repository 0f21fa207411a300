"""Checking and importing a workbook: the same reading for both, and all of it stored or nothing."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from desktop_app.domain.errors import MissingPeriod, NoTable, UnknownImport
from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.sheets import Counts, Problem, SheetKind, Table, Tick, silent
from desktop_app.ingest.places import Places
from desktop_app.ingest.reading import read_workbook
from desktop_app.operations.backups import back_up_now
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit, imports, regions

log = logging.getLogger(__name__)

PREVIEW_ROWS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """What to import and how; what is left open is taken from the sheet.

    `complete`: the sheet holds everybody of its sender, kind and regions for its month; else it adds to what is
    there. `replaces`: imports that this one takes the place of.
    """

    path: Path
    kind: SheetKind | None = None
    period: date | None = None
    sender: str = ""
    complete: bool = False
    replaces: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReport:
    """One table of the workbook. `table.rows` holds the first `PREVIEW_ROWS` only; `already`: this very table is stored."""

    table: Table
    counts: Counts
    already: bool
    import_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or would do (`stored` False)."""

    file: str
    sha256: str
    size: int
    stored: bool
    tables: tuple[TableReport, ...]
    skipped: dict[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> Counts:
        return sum((table.counts for table in self.tables), Counts())

    @property
    def problems(self) -> list[Problem]:
        return [problem for report in self.tables for problem in report.table.problems]

    @property
    def already(self) -> bool:
        return all(report.already for report in self.tables)


def check_sheet(workspace: Workspace, request: ImportRequest, tick: Tick = silent) -> ImportReport:
    """Read the workbook and say what an import would do. Nothing is stored. SheetError, Cancelled."""
    return _run(workspace, request, tick, store=False)


def import_sheet(workspace: Workspace, request: ImportRequest, tick: Tick = silent) -> ImportReport:
    """Store every table of the workbook in one transaction, after a backup. SheetError, Cancelled: nothing stored."""
    return _run(workspace, request, tick, store=True)


def _run(workspace: Workspace, request: ImportRequest, tick: Tick, *, store: bool) -> ImportReport:
    with workspace.sessions() as session:
        places = Places(regions.all_regions(session), regions.aliases(session))
    reading = read_workbook(request.path, places, tick, kind=request.kind, period=request.period)
    if not reading.tables:
        raise NoTable(reading.file)
    for table in reading.tables:
        if table.period is None and table.kind is not SheetKind.TARGET:
            raise MissingPeriod(reading.file, table.sheet)
    if store:
        back_up_now(workspace)
    at, by = now(), present_user()
    reports: list[TableReport] = []
    with workspace.sessions.begin() as session:
        for table in reading.tables:
            sender = request.sender or table.sender
            already = imports.find_same(session, reading.sha256, table.sheet, table.kind, table.period)
            stored = imports.store_table if store else imports.preview_table
            result = stored(
                session, table, file=reading.file, sha256=reading.sha256, sender=sender, complete=request.complete,
                sample=table.sample, by=by, at=at, replaces=request.replaces,
            )  # fmt: skip
            short = replace(table, rows=table.rows[:PREVIEW_ROWS])
            reports.append(
                TableReport(
                    table=short, counts=result.counts, already=already is not None, import_id=result.import_id
                )
            )
            tick(len(reports), len(reading.tables))
        if store:
            audit.record(session, "impor", f"{reading.file}: {len(reports)} tabel", by, at)
    log.info("%s: %s, %d tables", "imported" if store else "checked", reading.file, len(reports))
    return ImportReport(
        file=reading.file, sha256=reading.sha256, size=reading.size, stored=store, tables=tuple(reports),
        skipped=reading.skipped,
    )  # fmt: skip


def undo_imports(workspace: Workspace, import_ids: Sequence[int]) -> None:
    """Take imports back as one; what they had replaced returns. UnknownImport: nothing changed."""
    back_up_now(workspace)
    with workspace.sessions.begin() as session:
        known = {record.id for record in imports.list_imports(session) if record.state == "tersimpan"}
        for import_id in import_ids:
            if import_id not in known:
                raise UnknownImport(import_id)
        for import_id in sorted(import_ids, reverse=True):
            imports.undo_import(session, import_id)
        audit.record(session, "urungkan impor", ", ".join(map(str, import_ids)), present_user(), now())


def list_imports(workspace: Workspace) -> list[ImportRecord]:
    """All imports, newest first."""
    with workspace.sessions() as session:
        return imports.list_imports(session)


def problems_of(workspace: Workspace, import_id: int) -> list[Problem]:
    with workspace.sessions() as session:
        return imports.problems_of(session, import_id)
