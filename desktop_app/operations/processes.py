"""What the computer says of this process."""

import sys

import psutil

_MEGA = 1024 * 1024


def peak_memory_mb() -> float:
    """Most memory that this process has held so far, in MB."""
    if sys.platform == "win32":
        return round(psutil.Process().memory_info().peak_wset / _MEGA, 1)
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (_MEGA if sys.platform == "darwin" else 1024), 1)
