"""Checking and importing a workbook: it is read once into a draft, looked at, and stored whole or not at all."""

import hashlib
import logging
import secrets
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from desktop_app.domain.errors import MissingPeriod, NoTable, OtherKind
from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.questions import Answers, Question, SenderMemory
from desktop_app.domain.records import ListChanges
from desktop_app.domain.scopes import Scope, scope_of
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import (
    PEOPLE_KINDS,
    Counts,
    Problem,
    ProblemState,
    SheetKind,
    SheetRow,
    Table,
    Tick,
    WorkbookReading,
    silent,
)
from desktop_app.ingest.mapping.fields import CHOICES, plain
from desktop_app.ingest.people.collector import participant
from desktop_app.ingest.reading import ReadingOptions, read_workbook
from desktop_app.ingest.returned_mark import mark_in
from desktop_app.operations.backups import back_up_now
from desktop_app.operations.drafts import MARK_NOTE, RETURNED_NOTE, Draft, DraftWriter, draft_named, new_draft_path
from desktop_app.operations.offices import region_named
from desktop_app.operations.places import places_of
from desktop_app.operations.processes import peak_memory_mb, without_collector
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit, imports, listed, memory, reference
from desktop_app.store.figures import Session
from desktop_app.store.imports import Arrival, StoredTable
from desktop_app.store.incoming import draft_rows
from desktop_app.store.returned import imports_of_token

log = logging.getLogger(__name__)

PREVIEW_ROWS = 200
PREVIEW_PROBLEMS = 500

_NOT_STORED = frozenset({SheetKind.LAIN})
"""Kinds that are named, and nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """What to import and how; what is left open is taken from the sheet.

    `complete`: the sheet holds everybody of its sender, kind, segments and regions for its month, and takes the place
    of older ones inside that scope; else it adds to what is there. `region` (code or name) and `segments` declare the
    scope where the rows do not show all of it. `replaces`: imports that this one takes the place of in any case.
    `tables`: only these (`sheet!A5`, or the name of a sheet). `answers`: what was said about columns, places and cells.
    """

    path: Path
    kind: SheetKind | None = None
    period: date | None = None
    sender: str = ""
    complete: bool = False
    replaces: tuple[int, ...] = ()
    region: str = ""
    segments: tuple[Segment, ...] = ()
    tables: tuple[str, ...] = ()
    answers: Answers = field(default_factory=Answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReport:
    """One table of the workbook; `already`: this very table is stored.

    `table.rows` holds the first `PREVIEW_ROWS` and `table.problems` the first `PREVIEW_PROBLEMS` only; `problem_counts`
    counts all of them. `replaced` are the imports whose place it takes (or would take), `beside` those of the same sender,
    kind and month that go on counting with it. `changes`: what people it brings otherwise than those it replaces.
    """

    table: Table
    counts: Counts
    already: bool
    import_id: int | None = None
    replaced: tuple[ImportRecord, ...] = ()
    beside: tuple[ImportRecord, ...] = ()
    changes: ListChanges | None = None
    problem_counts: dict[ProblemState, int] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The table's name in `Answers.tables`."""
        return self.table.key


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or would do (`stored` False). `draft` names the draft that holds what was read.

    `corrects`: the workbook is a returned sheet that came back, the correction of these imports.
    """

    file: str
    sha256: str
    size: int
    stored: bool
    tables: tuple[TableReport, ...]
    skipped: dict[str, str] = field(default_factory=dict)
    draft: str = ""
    hidden_sheets: tuple[str, ...] = ()
    hidden_rows: int = 0
    corrects: tuple[ImportRecord, ...] = ()
    complete: bool = False
    seconds: float = 0.0
    memory_mb: float = 0.0

    @property
    def counts(self) -> Counts:
        return sum((table.counts for table in self.tables), Counts())

    @property
    def problems(self) -> list[Problem]:
        """The first problems of each table."""
        return [problem for report in self.tables for problem in report.table.problems]

    @property
    def questions(self) -> list[Question]:
        return [question for report in self.tables for question in report.table.questions]

    @property
    def already(self) -> bool:
        return bool(self.tables) and all(report.already for report in self.tables)

    @property
    def without_period(self) -> list[str]:
        """Names of the sheets whose month nobody has said yet."""
        return [each.table.sheet for each in self.tables if _needs_period(each.table)]


def check_sheet(workspace: Workspace, request: ImportRequest, tick: Tick = silent) -> ImportReport:
    """Read the workbook into a new draft and say what storing it would do.

    Raises:
        SheetError, UnknownImport, OtherKind, UnknownRegion, Cancelled: there is no draft.
    """
    region = region_named(workspace, request.region).code if request.region else ""
    with workspace.sessions() as session:
        imports.require(session, request.replaces)
    draft = _read(workspace, request, tick)
    try:
        return _looked_at(workspace, draft, request, region)
    except OtherKind:
        draft.discard()
        raise


def _looked_at(workspace: Workspace, draft: Draft, request: ImportRequest, region: str) -> ImportReport:
    reading = draft.reading()
    corrects = _corrected(workspace, draft)
    with workspace.sessions() as session, draft_rows(session, draft.path):
        _require_replaceable(session, reading, request)
        results = []
        for place, table in enumerate(reading.tables):
            asked = replace(request, replaces=imports.replaceable(session, table, request.replaces))
            arrival = _arrival(draft, place, reading, asked, region, corrects)
            results.append(imports.look_at(session, table, arrival, place))
    return _report(draft, reading, request, results, corrects, stored=False)


def store_draft(workspace: Workspace, name: str, request: ImportRequest, *, keep: bool = False) -> ImportReport:
    """Store every table of a draft in one transaction, after a backup; what is stored already changes nothing.

    `request` says how it comes in (sender, complete, replaces …); how it was read stays. `keep`: the draft stays too.

    Raises:
        UnknownDraft, MissingPeriod, NoTable, UnknownImport, OtherKind, UnknownRegion, WorkspaceBusy, DiskFull: nothing was stored.
    """
    draft = draft_named(workspace, name)
    reading = draft.reading()
    _require_whole(reading)
    region = region_named(workspace, request.region).code if request.region else ""
    if _brings_news(workspace, reading):
        back_up_now(workspace)
    corrects = _corrected(workspace, draft)
    with (
        without_collector(),
        workspace.sessions.begin() as session,
        draft_rows(session, draft.path),
        listed.counted_at_end(session),
    ):
        _require_replaceable(session, reading, request)
        results = []
        for place, table in enumerate(reading.tables):
            asked = replace(request, replaces=imports.replaceable(session, table, request.replaces))
            arrival = _arrival(draft, place, reading, asked, region, corrects)
            if table.kind in _NOT_STORED:
                results.append(imports.look_at(session, table, arrival, place))
                continue
            results.append(imports.store_table(session, table, arrival, place, draft.problems(place)))
            memory.remember(session, arrival.sender, _lessons(table, request.answers))
        if not all(result.already for result in results):
            audit.record(session, "impor", f"{reading.file}: {len(results)} tabel", present_user(), now())
    report = _report(draft, reading, request, results, corrects, stored=True)
    if not keep:
        draft.discard()
    log.info("imported: %s, %d tables", reading.file, len(results))
    return report


def import_sheet(workspace: Workspace, request: ImportRequest, tick: Tick = silent) -> ImportReport:
    """Check and store in one go. Raises what `check_sheet` and `store_draft` do; nothing was stored then."""
    draft = _read(workspace, request, tick)
    try:
        return store_draft(workspace, draft.path.stem, request)
    finally:
        draft.discard()


def resume_draft(workspace: Workspace, name: str) -> tuple[ImportRequest, ImportReport]:
    """A draft that waits, with the request it was read by; its counts are those of now.

    Raises:
        UnknownDraft: it is gone.
    """
    draft = draft_named(workspace, name)
    request: ImportRequest = draft.about("request", ImportRequest)
    region = region_named(workspace, request.region).code if request.region else ""
    return request, _looked_at(workspace, draft, request, region)


def field_choices(kind: SheetKind) -> tuple[str, ...]:
    """Fields that a column of such a table may be."""
    return CHOICES.get(kind, ())


def is_stored(workspace: Workspace, path: Path) -> bool:
    """Whether something of this very file is stored; asked of its hash alone, so that it need not be read."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    with workspace.sessions() as session:
        return imports.any_of_file(session, sha256)


def _read(workspace: Workspace, request: ImportRequest, tick: Tick) -> Draft:
    started = time.perf_counter()
    writer = DraftWriter(new_draft_path(workspace, secrets.token_hex(8)))
    try:
        with without_collector():
            reading = read_workbook(request.path, places_of(workspace), tick, _options(workspace, request), writer)
        about = {
            MARK_NOTE: mark_in(request.path), "request": request, "at": now(), "seconds": time.perf_counter() - started, "memory_mb": peak_memory_mb(),
        }  # fmt: skip
        writer.finish(reading, about)
    except BaseException:
        writer.abandon()
        raise
    return Draft(writer.path)


def _options(workspace: Workspace, request: ImportRequest) -> ReadingOptions:
    @lru_cache
    def remembered(sender: str) -> SenderMemory:
        with workspace.sessions() as session:
            return memory.memory_of(session, sender)

    return ReadingOptions(
        kind=request.kind, period=request.period, sender=request.sender, tables=request.tables,
        answers=request.answers, memory=remembered,
    )  # fmt: skip


def _needs_period(table: Table) -> bool:
    return table.period is None and table.kind not in (SheetKind.TARGET, SheetKind.LAIN)


def _require_whole(reading: WorkbookReading) -> None:
    if all(table.kind in _NOT_STORED for table in reading.tables):
        raise NoTable(reading.file)
    for table in reading.tables:
        if _needs_period(table):
            raise MissingPeriod(reading.file, table.sheet)


def _require_replaceable(session: Session, reading: WorkbookReading, request: ImportRequest) -> None:
    """OtherKind, UnknownImport; not while the month of a table is still to be said."""
    if any(_needs_period(table) for table in reading.tables):
        imports.require(session, request.replaces)
        return
    stored = [table for table in reading.tables if table.kind not in _NOT_STORED]
    imports.require_replaceable(session, stored, request.replaces)


def _arrival(
    draft: Draft, place: int, reading: WorkbookReading, request: ImportRequest, region: str,
    corrects: Sequence[ImportRecord],
) -> Arrival:  # fmt: skip
    table = reading.tables[place]
    corrected = [record.id for record in corrects if (record.kind, record.period) == (table.kind, table.period)]
    return Arrival(
        file=reading.file, sha256=reading.sha256, sender=request.sender or table.sender, complete=request.complete,
        scope=_scope(draft, place, table, region, request.segments), by=present_user(), at=now(),
        replaces=tuple(dict.fromkeys([*request.replaces, *corrected])), answered=request.answers != Answers(), returned=draft.noted(RETURNED_NOTE),
    )  # fmt: skip


def _scope(draft: Draft, place: int, table: Table, region: str, segments: Sequence[Segment]) -> Scope:
    people: Iterable[tuple[str, str | None]] = draft.parts(place) if table.kind in PEOPLE_KINDS else ()
    return scope_of(table, region, segments, people)


def _lessons(table: Table, answers: Answers) -> SenderMemory:
    """What the next sheet of the same sender can be read by."""
    columns = {plain(column.header): column.field for column in table.columns if column.header}
    return SenderMemory(
        columns={table.fingerprint: columns} if table.fingerprint else {}, places=answers.places, values=answers.values
    )


def _corrected(workspace: Workspace, draft: Draft) -> tuple[ImportRecord, ...]:
    """The imports that the workbook answers, where it is a returned sheet that came back; its tables take their place."""
    with workspace.sessions() as session:
        return imports_of_token(session, draft.noted(MARK_NOTE))


def _brings_news(workspace: Workspace, reading: WorkbookReading) -> bool:
    with workspace.sessions() as session:
        return any(imports.find_same(session, reading.sha256, table) is None for table in reading.tables)


def _report(
    draft: Draft, reading: WorkbookReading, request: ImportRequest, results: Sequence[StoredTable],
    corrects: Sequence[ImportRecord], *, stored: bool,
) -> ImportReport:  # fmt: skip
    tables = tuple(
        TableReport(
            table=replace(table, sender=request.sender or table.sender, rows=_preview(draft, place, table), problems=tuple(draft.problems(place, limit=PREVIEW_PROBLEMS))),
            counts=result.counts, already=result.already, import_id=result.import_id or None, replaced=result.replaced,
            beside=result.beside, changes=result.changes, problem_counts=draft.count_problems(place),
        )
        for place, (table, result) in enumerate(zip(reading.tables, results, strict=True))
    )  # fmt: skip
    return ImportReport(
        file=reading.file, sha256=reading.sha256, size=reading.size, stored=stored, tables=tables,
        skipped=reading.skipped, draft=draft.path.stem, hidden_sheets=reading.hidden_sheets,
        hidden_rows=reading.hidden_rows, corrects=tuple(corrects), complete=request.complete, seconds=draft.about("seconds", float), memory_mb=draft.about("memory_mb", float),
    )  # fmt: skip


def _preview(draft: Draft, place: int, table: Table) -> tuple[SheetRow, ...]:
    if table.kind not in PEOPLE_KINDS:
        return table.rows[:PREVIEW_ROWS]
    companies = draft.companies()
    return tuple(participant(person, companies) for _, person in draft.people(place, limit=PREVIEW_ROWS))


def undo_imports(workspace: Workspace, import_ids: Sequence[int]) -> None:
    """Take imports back as one; what they had replaced returns. UnknownImport, WorkspaceBusy: nothing changed."""
    with workspace.sessions() as session:
        imports.require(session, import_ids)
    back_up_now(workspace)
    with without_collector(), workspace.sessions.begin() as session, listed.counted_at_end(session):
        imports.require(session, import_ids)
        for import_id in sorted(set(import_ids), reverse=True):
            imports.undo_import(session, import_id)
        reference.mark_imports_undone(session, import_ids, present_user(), now())
        audit.record(session, "urungkan impor", ", ".join(map(str, import_ids)), present_user(), now())


def list_imports(workspace: Workspace) -> list[ImportRecord]:
    """All imports, newest first."""
    with workspace.sessions() as session:
        return imports.list_imports(session)


def problems_of(workspace: Workspace, import_id: int) -> list[Problem]:
    with workspace.sessions() as session:
        return imports.problems_of(session, import_id)
