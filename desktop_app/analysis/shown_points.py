"""Differences of shares as they are shown, in hundredths of a point, and parts of them that sum exactly."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import cycle

HUNDREDTHS = 10_000
"""Hundredths of a percentage point in a share of 1: the unit in which points are shown."""


def shown_hundredths(before: float, after: float) -> int:
    """The difference of two shares in hundredths of a point, rounded once: 0.5088, 0.5233 -> 145.

    The same rounding as `domain.indonesian.points`, which shows it.
    """
    return round(round((after - before) * 100, 2) * 100)


def round_to_sum(values: Sequence[Fraction], whole: int) -> list[int]:
    """Whole numbers near `values` that sum to `whole`; a value of 0 stays 0 as long as another can give way.

    Largest remainder: each is rounded, and what is left over goes by one to those whose rounding lost most.
    """
    rounded = [round(value) for value in values]
    rest = whole - sum(rounded)
    step = 1 if rest > 0 else -1
    movable = [place for place, value in enumerate(values) if value] or list(range(len(values)))
    by_loss = sorted(movable, key=lambda place: (rounded[place] - values[place]) * step)
    for place, _ in zip(cycle(by_loss), range(abs(rest)), strict=False):
        rounded[place] += step
    return rounded
