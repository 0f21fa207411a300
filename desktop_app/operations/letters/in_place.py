"""Written files take their place in one step; what lay there stays or comes back."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from desktop_app.operations.letters.templates import free_path
from desktop_app.operations.workspace import Workspace
from desktop_app.store.letters import is_kept

_BESIDE = "~cakupan-"
_OLD_SECONDS = 24 * 3600


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A folder beside `target` to write in, which goes when the block ends. What a crash left there long ago goes too."""
    for left in target.parent.glob(f"{_BESIDE}*"):
        if left.is_dir() and time.time() - left.stat().st_mtime > _OLD_SECONDS:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_BESIDE, dir=target.parent, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def in_place(workspace: Workspace, written: Path, target: Path) -> Iterator[None]:
    """Bring a file or folder to its place; when the block fails, it goes again and what lay there comes back.

    A file that lay there, which the clerk chose to replace, stays beside it unless it can be made again as it was. A
    folder that lay there is empty.
    """
    before = _aside(target)
    try:
        written.rename(target)
        yield
    except BaseException:
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
        if before is not None:
            before.rename(target)
        raise
    if before is not None and _can_be_made_again(workspace, before):
        before.unlink()


def hash_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def _aside(target: Path) -> Path | None:
    if target.is_dir():
        target.rmdir()
        return None
    if not target.exists():
        return None
    kept = free_path(target.with_stem(f"{target.stem} (sebelumnya)"))
    target.rename(kept)
    return kept


def _can_be_made_again(workspace: Workspace, path: Path) -> bool:
    with workspace.sessions() as session:
        return is_kept(session, hash_of(path.read_bytes()))
