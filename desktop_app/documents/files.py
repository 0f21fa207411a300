"""Writing a file beside its target and putting it in place in one step."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.errors import FileInUse


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a fresh file beside `target`; when the block ends well, it becomes `target`, else nothing changed.

    Raises:
        FileInUse: Windows refuses because the target is open in Word or Excel, or the folder is protected.
    """
    try:
        handle, name = tempfile.mkstemp(prefix="~", suffix=target.suffix, dir=target.parent)
    except PermissionError as error:
        raise FileInUse(target.name) from error
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(0o644)
        os.replace(beside, target)
    except PermissionError as error:
        raise FileInUse(target.name) from error
    finally:
        beside.unlink(missing_ok=True)
