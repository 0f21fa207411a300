"""Ends of axes and limits of map classes: round numbers chosen from the data."""

from collections.abc import Sequence
from math import ceil, floor

_STEPS = (1, 2, 5, 10, 20, 50)
"""Widths of a map class in points of percentage."""

_USUAL_STEP = 5
_USUAL_LIMITS = (20, 40, 60, 80)
_FINE = 9
"""Decimals kept before rounding up or down, so that 0.7 * 10 stays 7."""


def class_limits(shares: Sequence[float]) -> tuple[int, int, int, int]:
    """Four limits in percent between five classes, evenly spaced, around the middle of `shares` (0.3552 = 35.52 %).

    The step is the narrowest of 1, 2, 5, 10, 20 and 50 points with which five classes hold all shares. A single
    value gets steps of 5 points around it; without data the limits are 20, 40, 60, 80.

    Source: docs/rumus.md, “Kelas peta”.
    """
    if not shares:
        return _USUAL_LIMITS
    lowest, highest = min(shares) * 100, max(shares) * 100
    fitting = [step for step in _STEPS if step * 5 >= highest - lowest]
    step = _USUAL_STEP if lowest == highest else (fitting or _STEPS[-1:])[0]
    first = max(1, round(((lowest + highest) / 2 - 1.5 * step) / step)) * step
    return first, first + step, first + 2 * step, first + 3 * step


def top_of(shares: Sequence[float], room: float = 0.0) -> float:
    """The next full tenth above `shares` and some `room`, as a share; 1.0 without data, never 0."""
    if not shares:
        return 1.0
    return max(1, ceil(round((max(shares) + room) * 10, _FINE))) / 10


def bottom_of(shares: Sequence[float], room: float = 0.0) -> float:
    """The next full tenth below `shares` less some `room`, as a share, and never below 0."""
    if not shares:
        return 0.0
    return max(0, floor(round((min(shares) - room) * 10, _FINE))) / 10
