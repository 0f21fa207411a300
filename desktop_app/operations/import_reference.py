"""Spellings, regions and rates from a small workbook or CSV file: all of it or none, one change that is taken back as one."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReferenceProblem:
    """A cell that cannot be taken over: where it stands, why, and what to do."""

    row: int
    column: str
    value: str
    message: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceImport:
    """What a file brought: rows new, changed and same as before. With `problems` nothing was stored."""

    file: str
    new: int = 0
    changed: int = 0
    same: int = 0
    problems: tuple[ReferenceProblem, ...] = ()
    change: ReferenceChange | None = None


def import_reference(workspace: Workspace, path: Path, subject: Subject, document: str = "") -> ReferenceImport:
    """Take over a file of spellings, regions or rates; columns are found by name.

    Columns: alias, kode, dokumen; kode, nama, tingkat, berdiri, ditutup, penerus, dokumen; jenis, lapisan, rupiah,
    persen, mulai, sampai, dokumen. `document` stands for rows that name none.

    Raises:
        SheetError: the file cannot be read, or lacks a column that is needed.
    """
    raise NotImplementedError
