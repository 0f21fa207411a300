"""What the computer says of this process."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

_MEGA = 1024 * 1024


def peak_memory_mb() -> float:
    """Most memory that this process has held so far, in MB."""
    if sys.platform == "win32":
        return round(psutil.Process().memory_info().peak_wset / _MEGA, 1)
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (_MEGA if sys.platform == "darwin" else 1024), 1)


@contextmanager
def without_collector() -> Iterator[None]:
    """Rows come by the million and none of them leads back to itself: looking for such costs a quarter of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
