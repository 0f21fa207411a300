"""The reports and pictures that were written into the workspace, as files and folders."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.operations.compliance.package import INDEX
from desktop_app.operations.workspace import Workspace

_SUFFIXES = {".xlsx", ".pdf", ".png", ".svg"}


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One file that can be opened, or the folder of a package; `size` in bytes, `made_at` the time of its last change."""

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
    if path.name.startswith(("~", ".")):
        return False
    return (path / INDEX).is_file() if path.is_dir() else path.suffix.lower() in _SUFFIXES


def _file(path: Path) -> ReportFile:
    made_at = datetime.fromtimestamp(path.stat().st_mtime).replace(microsecond=0)
    files = [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]
    return ReportFile(path, made_at, sum(one.stat().st_size for one in files))
