"""Letters that are not written yet: what was chosen so far, put aside in the workspace and taken up again."""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

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


def put_aside(workspace: Workspace, request: LetterRequest, title: str) -> Path:
    """Keep what was chosen; a draft of the same kind, subject and region takes the place of the one before."""
    path = _path(workspace, request)
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


def forget_draft(workspace: Workspace, request: LetterRequest) -> None:
    """The letter was written, or the draft is not wanted any more."""
    _path(workspace, request).unlink(missing_ok=True)


def _path(workspace: Workspace, request: LetterRequest) -> Path:
    key = f"{request.kind}|{request.subject}|{request.region}|{request.split}"
    return workspace.drafts / f"{_PREFIX}{sha256(key.encode()).hexdigest()[:12]}.json"


def _read(path: Path) -> KeptDraft | None:
    try:
        values = json.loads(path.read_text("utf-8"))
        return KeptDraft(
            title=str(values["judul"]), request=request_of(values["surat"]),
            kept_at=datetime.fromisoformat(values["pada"]), kept_by=str(values["oleh"]), path=path,
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None
