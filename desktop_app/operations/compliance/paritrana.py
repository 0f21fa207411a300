"""The Paritrana binder of a year, from what is stored and what the office put into the workspace's folder."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from desktop_app.analysis.compliance.paritrana import Aspect, AttachedFile, Files, binder
from desktop_app.analysis.compliance.paritrana import Binder as Binder
from desktop_app.analysis.compliance.spans import SpanKind
from desktop_app.analysis.growth import year_to_date
from desktop_app.documents.letters.legal_library import rules
from desktop_app.domain.letters import LegalBasis
from desktop_app.operations.compliance.compliance import ComplianceRequest, compliance
from desktop_app.operations.workspace import Workspace, now
from desktop_app.operations.written_files import room_for

FOLDER = "paritrana"


def paritrana_folder(workspace: Workspace, aspect: Aspect | None = None) -> Path:
    """Where the office puts files of an aspect; made when it is not there. FileInUse, UnusableTarget, DiskFull."""
    folder = workspace.folder / FOLDER
    for one in Aspect:
        with room_for(folder / one.value / "berkas"):
            pass
    return folder / aspect.value if aspect else folder


def paritrana(workspace: Workspace, region: str = "", year: int | None = None, today: date | None = None) -> Binder:
    """The binder of a year; the year before this one when None, since that is the one assessed.

    Raises:
        NoFigures, UnknownRegion, AmbiguousRegion: as `compliance`.
    """
    day = today or now().date()
    asked = year or day.year - 1
    request = ComplianceRequest(region=region, span=SpanKind.TAHUN, day=date(asked, 12, 31), outside=True)
    found = compliance(workspace, request, day)
    growth = year_to_date(found.trend.series, found.coverage.base.name, found.coverage.period)
    folder = workspace.folder / FOLDER
    return binder(found, growth, _in_force(asked), attached(folder), year=asked, folder=f"{workspace.name}/{FOLDER}")


def _in_force(year: int) -> Sequence[LegalBasis]:
    """Rules of the library that letters on social security cite, in force at the end of the year."""
    last = date(year, 12, 31)
    cited = [rule.basis for rule in rules() if rule.basis.subjects or rule.optional]
    return [basis for basis in cited if basis.in_force(last) and basis.year <= year]


def attached(folder: Path) -> Files:
    """Files of each aspect by name, those of folders in it with their way; what is hidden or being written is left out."""
    return {aspect: _files(folder / aspect.value) for aspect in Aspect}


def _files(folder: Path) -> list[AttachedFile]:
    if not folder.is_dir():
        return []
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not _is_hidden(path.relative_to(folder)))
    return [_file(path, folder) for path in paths]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "~")) for part in path.parts) or path.name in ("Thumbs.db", "desktop.ini")


def _file(path: Path, folder: Path) -> AttachedFile:
    state = path.stat()
    changed = datetime.fromtimestamp(state.st_mtime).date()
    return AttachedFile(name=path.relative_to(folder).as_posix(), size=state.st_size, changed=changed)
