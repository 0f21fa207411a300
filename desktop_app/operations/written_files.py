"""Files that operations write: room is made for them, and what the computer refuses is told in words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.errors import DiskFull, FileInUse, UnusableTarget


@contextmanager
def room_for(path: Path) -> Iterator[Path]:
    """Make the folder of `path` and let the block write it.

    Raises:
        FileInUse: it is open elsewhere or protected; UnusableTarget: nothing can be written there; DiskFull.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield path
    except PermissionError as error:
        raise FileInUse(path.name) from error
    except OSError as error:
        raise DiskFull if error.errno == errno.ENOSPC else UnusableTarget(str(path)) from error
