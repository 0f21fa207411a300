"""Files that operations write: room is made for them, and what the computer refuses is told in words."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.errors import DiskFull, FileInUse, UnusableTarget
from desktop_app.operations.workspace import now

LONGEST_NAME = 110
"""Characters: Windows takes 260 for the whole path."""

_NOT_IN_NAMES = re.compile(r"[^\w \-–().,]")


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


def file_name(title: str, suffix: str) -> str:
    """A file name of today that Windows accepts, for `title`."""
    return f"{plain_name(title)} {now():%Y-%m-%d}{suffix}"


def plain_name(text: str, longest: int = LONGEST_NAME) -> str:
    """`text` without what no file name may hold, cut at a word where it is longer than `longest`."""
    plain = " ".join(_NOT_IN_NAMES.sub("", text).split()).rstrip(" .")
    if len(plain) <= longest:
        return plain
    return (plain[:longest].rpartition(" ")[0] or plain[:longest]).rstrip(" .,-–")
