"""Sending a sheet back: the sender's own workbook with an answer to every row, and its return as a correction."""

import hashlib
import logging
import secrets
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.documents.plain_workbook import PlainSheet, sheet_names, write_plain
from desktop_app.documents.returned_sheet import (
    UnansweredWorkbook,
    answer_workbook,
    can_be_answered,
    has_macros,
    is_signed,
)
from desktop_app.domain.errors import MissingFile, UnusableTarget
from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.returned import AnsweredTable, NothingToReturn, SourceChanged
from desktop_app.domain.sheets import Tick, silent
from desktop_app.ingest.formats import OpenedFile, open_file
from desktop_app.ingest.grid import Grid
from desktop_app.ingest.returned_mark import mark_in
from desktop_app.operations.answered_tables import Judged, answered_tables, judged_draft, judged_imports
from desktop_app.operations.drafts import RETURNED_NOTE, draft_named
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import room_for
from desktop_app.store import audit, imports, returned

log = logging.getLogger(__name__)

"""Key beside a draft under which the mark of its answer is kept, until it is stored."""

_TEXTS = frozenset({".csv", ".txt", ".tsv"})
_OTHER_FORMAT = (
    "Berkas ini dikirim kembali sebagai .xlsx, dengan lembar, baris, dan kolom yang sama. Berkas asal tidak berubah."
)
_LOOKS = "Warna, huruf, gambar, grafik, komentar, dan makro tidak ikut."
_FORMULAS = "Rumus diganti dengan hasilnya."
_SIGNATURE = "Tanda tangan digital tidak berlaku lagi, karena isi berkas bertambah."


def return_sheet(
    workspace: Workspace, what: Sequence[int] | str, source: Path, target: Path | None = None, tick: Tick = silent
) -> Path:
    """Answer the sender: write `source` again with a status and a reason for every row of the imports or the draft.

    Args:
        what: numbers of imports that came from this file, or the name of a draft that was read from it.
        source: the very file; it stays as it is.
        target: where to; else the workspace's folder “balasan”.

    Raises:
        SourceChanged: the file is not the one that was imported.
        NothingToReturn: there is no table to answer. UnknownImport, UnknownDraft, SheetError: as their names say.
        FileInUse, UnusableTarget, DiskFull: a file that was there did not change.
    """
    judged, token = _judged(workspace, what, source)
    opened = open_file(source)
    grids = {grid.name: grid for grid in opened.grids}
    tables = answered_tables(judged, grids)
    if not tables:
        raise NothingToReturn(source.name)
    path = target or _free(workspace.returned / _file_name(source))
    if path.resolve() == source.resolve():
        raise UnusableTarget(str(path))
    with room_for(path):
        _write(source, path, opened, tables, token, tick)
    _remember(workspace, what, token, path)
    return path


def what_is_lost(source: Path) -> tuple[str, ...]:
    """What the answer to this file cannot keep, in sentences; none where it keeps everything."""
    if can_be_answered(source):
        return (_SIGNATURE,) if is_signed(source) else ()
    if source.suffix.lower() in _TEXTS:
        return (_OTHER_FORMAT,)
    return (_OTHER_FORMAT, _LOOKS, _FORMULAS)


def correction_of(workspace: Workspace, path: Path) -> tuple[ImportRecord, ...]:
    """The imports that this file answers: it is a returned sheet that comes back. Empty for any other file.

    A sender may use it for the next month as well: it corrects only what is of the same kind and month.
    """
    token = mark_in(path)
    if not token:
        return ()
    with workspace.sessions() as session:
        return returned.imports_of_token(session, token)


def imports_from(workspace: Workspace, source: Path) -> list[int]:
    """Numbers of the imports that came from this very file and were not undone. MissingFile."""
    with workspace.sessions() as session:
        return returned.imports_of_file(session, _digest(source))


def _judged(workspace: Workspace, what: Sequence[int] | str, source: Path) -> tuple[list[Judged], str]:
    """The tables to answer, and the mark: the one that an earlier answer to them carries, else a new one."""
    digest, new = _digest(source), secrets.token_hex(16)
    if isinstance(what, str):
        draft = draft_named(workspace, what)
        if draft.reading().sha256 != digest:
            raise SourceChanged(source.name)
        return judged_draft(draft), new
    with workspace.sessions() as session:
        imports.require(session, what)
        layouts = [returned.layout_of(session, each) for each in what]
    if any(layout.sha256 != digest for layout in layouts):
        raise SourceChanged(source.name)
    return judged_imports(workspace, what), next((layout.token for layout in layouts if layout.token), new)


def _digest(source: Path) -> str:
    try:
        with source.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise MissingFile(source.name) from error


def _write(
    source: Path, path: Path, opened: OpenedFile, tables: Sequence[AnsweredTable], token: str, tick: Tick
) -> None:
    """Into a copy of the workbook where that can be; else into its rows, written as a new one."""
    if can_be_answered(source):
        try:
            answer_workbook(source, path, tables, token, tick)
            return
        except UnansweredWorkbook:
            log.info("answered in a new workbook: %s", source.name)
    names = sheet_names(grid.name for grid in opened.grids)
    with tempfile.TemporaryDirectory(prefix="~", dir=path.parent) as folder:
        plain = Path(folder) / "lembar.xlsx"
        write_plain(plain, [_plain(grid, names) for grid in opened.grids], tick)
        answer_workbook(plain, path, [replace(table, sheet=names[table.sheet]) for table in tables], token, tick)


def _plain(grid: Grid, names: Mapping[str, str]) -> PlainSheet:
    return PlainSheet(
        name=names[grid.name], rows=grid.rows, hidden=grid.hidden, hidden_rows=grid.hidden_rows,
        hidden_columns=grid.hidden_columns,
        merged=tuple((each.top, each.left, each.bottom, each.right) for each in grid.merged),
    )  # fmt: skip


def _remember(workspace: Workspace, what: Sequence[int] | str, token: str, path: Path) -> None:
    if isinstance(what, str):
        draft_named(workspace, what).note(RETURNED_NOTE, token)
    with workspace.sessions.begin() as session:
        if not isinstance(what, str):
            returned.mark_returned(session, what, token)
        audit.record(session, "buat lembar balasan", path.name, present_user(), now())


def _file_name(source: Path) -> str:
    macros = can_be_answered(source) and has_macros(source)
    return f"{source.stem} (balasan){'.xlsm' if macros else '.xlsx'}"


def _free(path: Path) -> Path:
    """`path`, or “… (2)” where it is taken: an earlier answer may be on its way."""
    taken, number = path, 2
    while path.exists():
        path, number = taken.with_stem(f"{taken.stem} {number}"), number + 1
    return path
