"""Spellings, regions and rates from a small workbook or CSV file: all of it or none, as one change."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import AppError, BadReference
from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.operations.keep_reference import counts_of, differing, keep
from desktop_app.operations.reference_file import BadCell, FileRow, read_rows
from desktop_app.operations.reference_rows import READERS, Draft
from desktop_app.operations.workspace import Workspace
from desktop_app.store.reference import Session
from desktop_app.store.reference_entries import KEPT, Entries

_WORDS = {Subject.ALIAS: "ejaan", Subject.REGION: "wilayah", Subject.RATE: "tarif"}
_MOST_DOCUMENTS = 3


@dataclass(frozen=True, slots=True)
class ReferenceProblem:
    """A cell that cannot be taken over: where it stands (`row` as Excel shows it), why, and what to do."""

    row: int
    column: str
    value: str
    message: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceImport:
    """What a file brought: entries new, changed and same as before. With `problems` nothing was stored."""

    file: str
    new: int = 0
    changed: int = 0
    same: int = 0
    problems: tuple[ReferenceProblem, ...] = ()
    change: ReferenceChange | None = None


def import_reference(workspace: Workspace, path: Path, subject: Subject, document: str = "") -> ReferenceImport:
    """Take over a file of spellings, regions or rates; columns are found by name.

    Columns: alias, kode, dokumen; kode, nama, tingkat, berdiri, ditutup, penerus, dokumen; jenis, lapisan, rupiah,
    persen, mulai, sampai, dokumen, catatan. `sampai` is the last day. `document` stands for rows that name none.
    For a region that is known, blank cells leave what is there.

    Raises:
        SheetError: the file cannot be read, or lacks a column that is needed.
        BadReference: bases and targets are imported as sheets.
    """
    if subject not in READERS:
        raise BadReference("Penyebut dan target diimpor dari halaman Impor.")
    rows = read_rows(path, subject)
    with workspace.sessions.begin() as session:
        wanted, problems = _read(session, rows, READERS[subject], document.strip())
        if problems:
            return ReferenceImport(file=path.name, problems=tuple(problems))
        before, _ = differing(KEPT[subject].read(session, wanted), wanted)
        counts = counts_of(before)
        title = f"Berkas “{path.name}”: {len(before)} {_WORDS[subject]}"
        change = keep(session, subject, title, wanted, _documents(rows, document.strip()))
    return ReferenceImport(
        file=path.name, new=counts.new, changed=counts.changed, same=len(wanted) - len(before), change=change
    )


def _read(
    session: Session, rows: list[FileRow], reader: Callable[[Draft, FileRow], None], document: str
) -> tuple[Entries, list[ReferenceProblem]]:
    draft, problems = Draft.of(session, rows, document), []
    for row in rows:
        try:
            reader(draft, row)
        except BadCell as bad:
            problems.append(ReferenceProblem(row.number, bad.column, row.text(bad.column), bad.message, bad.step))
        except AppError as bad:
            # What an edit by hand would be refused for; its first column says what the row is about.
            column = next(iter(row.cells))
            problems.append(ReferenceProblem(row.number, column, row.text(column), str(bad), bad.hint))
    return draft.wanted, problems


def _documents(rows: list[FileRow], document: str) -> str:
    """What the rows name, as far as that is a line."""
    named = list(dict.fromkeys(filter(None, (row.text("dokumen") for row in rows))))
    more = " …" if len(named) > _MOST_DOCUMENTS else ""
    return "; ".join(named[:_MOST_DOCUMENTS]) + more or document
