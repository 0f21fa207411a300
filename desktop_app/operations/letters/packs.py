"""Template packs: the office's Word templates as one file for another office, and those of another office taken in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.documents.files import replacing
from desktop_app.documents.letters.check import check_template
from desktop_app.documents.letters.pack import BYTES_AT_MOST, BadPack, TemplatePack, read_pack, write_pack
from desktop_app.domain.errors import MissingFile, UnreadableFile
from desktop_app.domain.letters import LetterKind
from desktop_app.operations.letters.templates import (
    FILTER_NAMES,
    own_path,
    put_aside,
    read_template,
    refusing,
    template_of,
)
from desktop_app.operations.offices import office_of
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import room_for
from desktop_app.store import audit


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPack:
    """`kinds` that the pack brought, of `office`; `kept`: templates of the office that stood there before, by where they

    lie now.
    """

    kinds: tuple[LetterKind, ...]
    kept: tuple[Path, ...] = ()
    office: str = ""


def export_pack(workspace: Workspace, target: Path, kinds: Sequence[LetterKind] = ()) -> Path:
    """Write the templates in use (of all kinds unless some are named) into one file for another office.

    FileInUse, UnusableTarget, DiskFull: nothing changed.
    """
    office = office_of(workspace)
    templates = {kind: read_template(template_of(workspace, kind).path) for kind in kinds or LetterKind}
    pack = TemplatePack(office=office.agency if office else "", made=now().date().isoformat(), templates=templates)
    with room_for(target), replacing(target) as beside:
        beside.write_bytes(write_pack(pack))
    return target


def import_pack(workspace: Workspace, path: Path) -> ImportedPack:
    """Take the templates of a pack for the office's own; those that stood there are kept among the old ones.

    Raises:
        MissingFile, UnreadableFile, BadPack: nothing changed; FileInUse: a template is open in Word, those before it are
            taken over.
    """
    pack = read_pack(_read(path))
    for kind, data in pack.templates.items():
        problems = refusing(check_template(data, kind, FILTER_NAMES))
        if problems:
            raise BadPack(f"memuat templat “{kind.value}” yang tidak dapat diisi: {problems[0].sentence}")
    kept = [old for kind, data in pack.templates.items() if (old := _take(workspace, kind, data)) is not None]
    with workspace.sessions.begin() as session:
        audit.record(session, "impor templat", f"{path.name}: {len(pack.templates)} templat", present_user(), now())
    return ImportedPack(kinds=tuple(sorted(pack.templates)), kept=tuple(kept), office=pack.office)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > BYTES_AT_MOST:
            raise BadPack("terlalu besar")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFile(path.name) from error
    except OSError as error:
        raise UnreadableFile(path.name) from error


def _take(workspace: Workspace, kind: LetterKind, data: bytes) -> Path | None:
    """Where the template that stood there lies now; None where there was none, or the same."""
    path = own_path(workspace, kind)
    if path.is_file() and read_template(path) == data:
        return None
    kept = put_aside(workspace, path) if path.is_file() else None
    with room_for(path), replacing(path) as beside:
        beside.write_bytes(data)
    return kept
