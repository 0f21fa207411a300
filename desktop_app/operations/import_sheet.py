"""Checking and importing a workbook: the same reading for both, and all of it stored or nothing."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from desktop_app.domain.errors import MissingPeriod, NoTable
from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.scopes import scope_of
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import Counts, Problem, SheetKind, Table, Tick, WorkbookReading, silent
from desktop_app.ingest.places import Places
from desktop_app.ingest.reading import read_workbook
from desktop_app.operations.backups import back_up_now
from desktop_app.operations.offices import region_named
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit, imports, regions
from desktop_app.store.database import Sessions
from desktop_app.store.imports import Arrival, StoredTable

log = logging.getLogger(__name__)

PREVIEW_ROWS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """What to import and how; what is left open is taken from the sheet.

    `complete`: the sheet holds everybody of its sender, kind, segments and regions for its month, and takes the place
    of older ones inside that scope; else it adds to what is there. `region` (code or name) and `segments` declare the
    scope where the rows do not show all of it. `replaces`: imports that this one takes the place of in any case.
    """

    path: Path
    kind: SheetKind | None = None
    period: date | None = None
    sender: str = ""
    complete: bool = False
    replaces: tuple[int, ...] = ()
    region: str = ""
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReport:
    """One table of the workbook. `table.rows` holds the first `PREVIEW_ROWS` only; `already`: this very table is stored.

    `replaced` are the imports whose place it takes (or would take), `beside` those of the same sender, kind and month
    that go on counting with it.
    """

    table: Table
    counts: Counts
    already: bool
    import_id: int | None = None
    replaced: tuple[ImportRecord, ...] = ()
    beside: tuple[ImportRecord, ...] = ()


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
    """What an import would do: all of it is done, and none of it kept. Raises what `import_sheet` does."""
    reading, arrivals = _read(workspace, request, tick)
    with workspace.sessions.rehearse() as session:
        results = [imports.store_table(session, *each, tick) for each in zip(reading.tables, arrivals, strict=True)]
    return _report(reading, results, stored=False)


def import_sheet(workspace: Workspace, request: ImportRequest, tick: Tick = silent) -> ImportReport:
    """Store every table of the workbook in one transaction, after a backup; what is stored already changes nothing.

    Raises:
        SheetError, UnknownImport, UnknownRegion, Cancelled, WorkspaceBusy, DiskFull: nothing was stored.
    """
    reading, arrivals = _read(workspace, request, tick)
    if _brings_news(workspace, reading):
        back_up_now(workspace)
    with workspace.sessions.begin() as session:
        results = [imports.store_table(session, *each, tick) for each in zip(reading.tables, arrivals, strict=True)]
        if not all(result.already for result in results):
            audit.record(session, "impor", f"{reading.file}: {len(results)} tabel", present_user(), now())
    log.info("imported: %s, %d tables", reading.file, len(results))
    return _report(reading, results, stored=True)


def is_stored(workspace: Workspace, path: Path) -> bool:
    """Whether something of this very file is stored; asked of its hash alone, so that it need not be read."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    with workspace.sessions() as session:
        return imports.any_of_file(session, sha256)


def _read(workspace: Workspace, request: ImportRequest, tick: Tick) -> tuple[WorkbookReading, list[Arrival]]:
    """The workbook, and how each of its tables comes in."""
    region = region_named(workspace, request.region).code if request.region else ""
    with workspace.sessions() as session:
        imports.require(session, request.replaces)
    reading = read_workbook(request.path, _places(workspace.sessions), tick, kind=request.kind, period=request.period)
    if not reading.tables:
        raise NoTable(reading.file)
    for table in reading.tables:
        if table.period is None and table.kind is not SheetKind.TARGET:
            raise MissingPeriod(reading.file, table.sheet)
    at, by = now(), present_user()
    arrivals = [
        Arrival(
            file=reading.file, sha256=reading.sha256, sender=request.sender or table.sender,
            complete=request.complete, scope=scope_of(table, region, request.segments), by=by, at=at,
            replaces=request.replaces,
        )
        for table in reading.tables
    ]  # fmt: skip
    return reading, arrivals


@lru_cache(maxsize=1)
def _places(sessions: Sessions) -> Places:
    """All places of an open workspace, made once: 91,599 regions take a moment, and they stay while it is open."""
    with sessions() as session:
        return Places(regions.all_regions(session), regions.aliases(session))


def _brings_news(workspace: Workspace, reading: WorkbookReading) -> bool:
    with workspace.sessions() as session:
        return any(imports.find_same(session, reading.sha256, table) is None for table in reading.tables)


def _report(reading: WorkbookReading, results: Sequence[StoredTable], *, stored: bool) -> ImportReport:
    tables = tuple(
        TableReport(
            table=replace(table, rows=table.rows[:PREVIEW_ROWS]), counts=result.counts, already=result.already,
            import_id=result.import_id if stored or result.already else None, replaced=result.replaced, beside=result.beside,
        )
        for table, result in zip(reading.tables, results, strict=True)
    )  # fmt: skip
    return ImportReport(
        file=reading.file, sha256=reading.sha256, size=reading.size, stored=stored, tables=tables,
        skipped=reading.skipped,
    )  # fmt: skip


def undo_imports(workspace: Workspace, import_ids: Sequence[int]) -> None:
    """Take imports back as one; what they had replaced returns. UnknownImport, WorkspaceBusy: nothing changed."""
    with workspace.sessions() as session:
        imports.require(session, import_ids)
    back_up_now(workspace)
    with workspace.sessions.begin() as session:
        imports.require(session, import_ids)
        for import_id in sorted(set(import_ids), reverse=True):
            imports.undo_import(session, import_id)
        audit.record(session, "urungkan impor", ", ".join(map(str, import_ids)), present_user(), now())


def list_imports(workspace: Workspace) -> list[ImportRecord]:
    """All imports, newest first."""
    with workspace.sessions() as session:
        return imports.list_imports(session)


def problems_of(workspace: Workspace, import_id: int) -> list[Problem]:
    with workspace.sessions() as session:
        return imports.problems_of(session, import_id)
