"""Letters that are not written yet: what was chosen so far, put aside in the workspace and taken up again."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from desktop_app.documents.files import replacing
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.stored import request_of, request_values
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import room_for

_PREFIX = "surat-"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """`title` in words, `kept_at` and by whom; `path` is the file that holds it."""

    title: str
    request: LetterRequest
    kept_at: datetime
    kept_by: str
    path: Path


def draft_path(workspace: Workspace) -> Path:
    """The place of a new draft."""
    return workspace.drafts / f"{_PREFIX}{uuid4().hex[:12]}.json"


def put_aside(workspace: Workspace, request: LetterRequest, title: str, path: Path | None = None) -> Path:
    """Keep what was chosen at `path` (a new place), instead of what was kept there before; where it is now.

    UnusableTarget, DiskFull, FileInUse: a draft that was there stays.
    """
    path = path or draft_path(workspace)
    values = {
        "judul": title, "surat": request_values(request), "pada": now().isoformat(), "oleh": present_user()
    }  # fmt: skip
    with room_for(path), replacing(path) as beside:
        beside.write_text(json.dumps(values, ensure_ascii=False, indent=1), "utf-8")
    return path


def kept_drafts(workspace: Workspace) -> list[KeptDraft]:
    """Newest first; a file that cannot be read is left out."""
    paths = workspace.drafts.glob(f"{_PREFIX}*.json") if workspace.drafts.is_dir() else ()
    found = [draft for path in paths if (draft := _read(path)) is not None]
    return sorted(found, key=lambda draft: draft.kept_at, reverse=True)


def forget_draft(path: Path) -> None:
    """The letter was written, or the draft is not wanted any more."""
    path.unlink(missing_ok=True)


def _read(path: Path) -> KeptDraft | None:
    try:
        values = json.loads(path.read_text("utf-8"))
        return KeptDraft(
            title=str(values["judul"]), request=request_of(values["surat"]),
            kept_at=datetime.fromisoformat(values["pada"]), kept_by=str(values["oleh"]), path=path,
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None
