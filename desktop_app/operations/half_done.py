"""An import on its way: kept with its answers while it waits, taken up again, looked at anew, stored by a worker."""

import hashlib
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from desktop_app.domain.errors import UnknownDraft
from desktop_app.domain.sheets import Problem, Tick, silent
from desktop_app.operations.drafts import draft_named
from desktop_app.operations.import_sheet import ImportReport, ImportRequest, resume_draft, store_draft
from desktop_app.operations.workspace import Workspace
from desktop_app.store.problem_pages import ProblemChoice, Reason, chosen_page, count_chosen, reasons

__all__ = [
    "FileState", "HalfDone", "ProblemChoice", "ProblemList", "Reason", "keep_wanted", "look_again", "problem_page",
    "problems_chosen", "resume", "store_checked",
]  # fmt: skip
_WANTED = "wanted"


class FileState(Enum):
    """The workbook since it was read into a draft."""

    SAME = auto()
    CHANGED = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True)
class HalfDone:
    """A draft that goes on: `checked` is how it was read, `wanted` what was said since, `file` what became of the file."""

    checked: ImportRequest
    wanted: ImportRequest
    report: ImportReport
    file: FileState


@dataclass(frozen=True, slots=True)
class ProblemList:
    """How many problems were chosen, and the reasons there are in the table."""

    count: int
    reasons: tuple[Reason, ...]


def resume(workspace: Workspace, name: str, tick: Tick = silent) -> HalfDone:
    """Take a draft up again; the workbook is not read. UnknownDraft: it is gone."""
    checked, report = resume_draft(workspace, name)
    try:
        wanted: ImportRequest = draft_named(workspace, name).about(_WANTED, ImportRequest)
    except KeyError:
        wanted = checked
    return HalfDone(checked, wanted, report, file_state(checked.path, report.sha256))


def file_state(path: Path, sha256: str) -> FileState:
    """Whether the file is still the one that was read."""
    try:
        with path.open("rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return FileState.GONE
    return FileState.SAME if same else FileState.CHANGED


def keep_wanted(workspace: Workspace, name: str, wanted: ImportRequest) -> None:
    """Write down with a draft what the clerk has said since it was read; where it is gone, nothing is."""
    try:
        draft_named(workspace, name).note(_WANTED, wanted)
    except UnknownDraft:
        return


def look_again(workspace: Workspace, name: str, request: ImportRequest) -> ImportReport:
    """The same reading with another sender, or declared complete or not: what storing it would do now. UnknownDraft."""
    draft_named(workspace, name).note("request", request)
    return resume_draft(workspace, name)[1]


def store_checked(workspace: Workspace, name: str, request: ImportRequest, tick: Tick = silent) -> ImportReport:
    """`store_draft` for a worker: stopped before it begins, nothing is stored. Raises what `store_draft` does; Cancelled."""
    tick(0, 0)
    return store_draft(workspace, name, request)


def problems_chosen(workspace: Workspace, name: str, choice: ProblemChoice) -> ProblemList:
    """How many problems of a draft fit, and its reasons. UnknownDraft."""
    draft = draft_named(workspace, name)
    return ProblemList(count_chosen(draft, choice), tuple(reasons(draft, choice.table)))


def problem_page(workspace: Workspace, name: str, choice: ProblemChoice, offset: int, limit: int) -> list[Problem]:
    """A page of the chosen problems. UnknownDraft."""
    return chosen_page(draft_named(workspace, name), choice, offset, limit)
