"""Drafts of a workspace: what was read from a workbook and waits to be stored. They survive closing the window."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from desktop_app.domain.errors import UnknownDraft
from desktop_app.domain.people import PersonTuple
from desktop_app.domain.sheets import Problem, ProblemState
from desktop_app.operations.workspace import Workspace
from desktop_app.store.drafts import SUFFIX, Draft, DraftWriter, is_draft, unless_gone

__all__ = [
    "MARK_NOTE",
    "RETURNED_NOTE",
    "Draft",
    "DraftRecord",
    "DraftWriter",
    "draft_named",
    "draft_people",
    "draft_problems",
    "new_draft_path",
]


MARK_NOTE, RETURNED_NOTE = "mark", "returned"
"""Notes in a draft: the mark that its workbook came with, and the one of the workbook that went back to its sender."""


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A draft that waits: its name, the file it was read from, how many rows it would store, and when it was read."""

    name: str
    path: Path
    rows: int
    at: datetime


def new_draft_path(workspace: Workspace, name: str) -> Path:
    return workspace.drafts / f"{name}{SUFFIX}"


def draft_named(workspace: Workspace, name: str) -> Draft:
    """UnknownDraft where there is none of this name any more, or another version of Cakupan made it."""
    path = new_draft_path(workspace, name)
    if not path.is_file() or not is_draft(path):
        raise UnknownDraft
    return Draft(path)


def draft_problems(
    workspace: Workspace, name: str, table: int | None, state: ProblemState | None, offset: int, limit: int
) -> list[Problem]:
    """A page of a draft's problems, from the top of the sheet down; of one table or one state where given."""
    return draft_named(workspace, name).problems(table, state, offset, limit)


def draft_people(workspace: Workspace, name: str, table: int, offset: int, limit: int) -> list[PersonTuple]:
    """A page of a draft's people, in the order of the sheet."""
    return [person for _, person in draft_named(workspace, name).people(table, offset, limit)]


def list_drafts(workspace: Workspace) -> list[DraftRecord]:
    """Drafts that wait, newest first."""
    paths = [path for path in workspace.drafts.glob(f"*{SUFFIX}") if is_draft(path)]
    found = [record for path in paths if (record := unless_gone(partial(_record, path))) is not None]
    return sorted(found, key=lambda record: record.at, reverse=True)


def discard_draft(workspace: Workspace, name: str) -> None:
    """Let a draft go; the workbook and what is stored stay as they are."""
    new_draft_path(workspace, name).unlink(missing_ok=True)


def clear_broken_drafts(workspace: Workspace) -> None:
    """Remove what a reading left that was broken off."""
    for path in workspace.drafts.glob(f"*{SUFFIX}*"):
        try:
            if not is_draft(path):
                path.unlink(missing_ok=True)
        except OSError:
            # Another window may be writing it right now.
            continue


def _record(path: Path) -> DraftRecord:
    draft = Draft(path)
    rows = sum(table.data_rows for table in draft.reading().tables)
    return DraftRecord(path.stem, Path(draft.about("request", dict)["path"]), rows, draft.about("at", datetime))
