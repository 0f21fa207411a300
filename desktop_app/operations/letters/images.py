"""Images of the office's own for its letters: emblem, Garuda, Aksara Bali; kept in the workspace's folder of templates."""

import hashlib
from pathlib import Path

from desktop_app.domain.errors import AppError
from desktop_app.domain.letters import LetterLayout
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.written_files import room_for

MOST_BYTES = 4_000_000
_KINDS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}


class NotAnImage(AppError):
    hint = "Pilih berkas PNG atau JPEG, paling besar 4 MB."

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"Gambar “{file}” tidak dapat dipakai: {why}.")


def keep_image(workspace: Workspace, path: Path) -> str:
    """Copy an image into the workspace under a name of its content; the name.

    Raises:
        NotAnImage: it is no PNG or JPEG, too large, or cannot be read; UnusableTarget, DiskFull, FileInUse.
    """
    data = _read(path)
    suffix = next((kind for start, kind in _KINDS.items() if data.startswith(start)), "")
    if not suffix:
        raise NotAnImage(path.name, "isinya bukan PNG atau JPEG")
    name = f"{path.stem[:40]}-{hashlib.sha256(data).hexdigest()[:8]}{suffix}"
    target = workspace.templates / name
    with room_for(target):
        if not target.exists():
            target.write_bytes(data)
    return name


def images_of(workspace: Workspace, layout: LetterLayout, *, of_head: bool) -> dict[str, bytes]:
    """The images that a letter needs, by their place in the template: “lambang”, “aksara”; what is not there is left out.

    `of_head`: the letter is a head of region's, which has the Garuda for its emblem.
    """
    names = {"lambang": layout.garuda if of_head else layout.emblem, "aksara": layout.aksara_image}
    paths = {place: workspace.templates / Path(name).name for place, name in names.items() if name}
    return {place: path.read_bytes() for place, path in paths.items() if path.is_file()}


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotAnImage(path.name, "terlalu besar")
        return path.read_bytes()
    except OSError as error:
        raise NotAnImage(path.name, "berkas itu tidak dapat dibaca") from error
