"""Periods: the month a sheet speaks of, kept as the last day of that month."""

import calendar
import re
from datetime import date

_PERIOD = re.compile("([1-9][0-9]{3})-(0?[1-9]|1[0-2])")


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def end_of_month(day: date) -> date:
    return month_end(day.year, day.month)


def months_between(earlier: date, later: date) -> int:
    """Whole months from `earlier` to `later`, negative when the order is the other way round."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def months_later(period: date, months: int) -> date:
    """The month end `months` after `period`; before it where negative."""
    year, month = divmod(period.year * 12 + period.month - 1 + months, 12)
    return month_end(year, month + 1)


def parse_period(text: str) -> date:
    """“2025-03” -> 31 March 2025. ValueError for anything else."""
    found = _PERIOD.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"not a month: {text!r}")
    return month_end(int(found[1]), int(found[2]))
