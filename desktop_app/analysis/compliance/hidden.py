"""What stands in place of a count of few people."""

from enum import StrEnum

FEW = 5
"""Counts below this, except 0, are hidden."""


class Hidden(StrEnum):
    """What stands in place of a count; the value is what the paper says.

    BESIDE is 5 or more; SUM says nothing at all, and stands in place of small sums that would give their parts away.
    """

    FEW = "<5"
    BESIDE = "*"
    SUM = "…"


Shown = int | Hidden | None
"""A count, what stands in its place, or None where it is not known."""
