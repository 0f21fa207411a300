"""The reports and pictures that were written into the workspace, as files."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.operations.workspace import Workspace

_SUFFIXES = {".xlsx", ".pdf", ".png", ".svg"}


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One file that can be opened; `size` in bytes, `made_at` the local time of its last change."""

    path: Path
    made_at: datetime
    size: int


def reports_of(workspace: Workspace) -> list[ReportFile]:
    """Newest first; what Excel keeps beside an open file and what is being written are not among them."""
    folders = [folder for folder in (workspace.reports, workspace.pictures) if folder.is_dir()]
    paths = [path for folder in folders for path in folder.iterdir() if _is_report(path)]
    files = [_file(path) for path in paths]
    return sorted(files, key=lambda file: (file.made_at, file.path.name), reverse=True)


def _is_report(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith(("~", ".")) and path.is_file()


def _file(path: Path) -> ReportFile:
    state = path.stat()
    return ReportFile(path, datetime.fromtimestamp(state.st_mtime).replace(microsecond=0), state.st_size)
