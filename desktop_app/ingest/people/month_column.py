"""A column that says the month of each row (BLTH, Periode): the month of a list, or a list for each of its months."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from desktop_app.domain.sheets import PEOPLE_KINDS, SheetKind
from desktop_app.ingest.finding.title_periods import month_of
from desktop_app.ingest.grid import Cell
from desktop_app.ingest.tables import Layout

FIELD = "blth"
_LAST = ("akhir", "terakhir", "last")
"""“Iuran terakhir” is the last month that a person paid for, not the month of the list."""
_MOST = 24
"""With more months than these the column says something else."""


def by_month(layout: Layout) -> list[Layout]:
    """The layout with the month that its column says, or one for each month; as it is where the titles say the month."""
    header = layout.mapping.header(FIELD).casefold()
    speaks = FIELD in layout.mapping.at and layout.kind in PEOPLE_KINDS and not any(word in header for word in _LAST)
    if not speaks or (layout.period is not None and layout.kind is not SheetKind.IURAN):
        return [layout]
    months = sorted(_months(layout.column(FIELD)))
    if not months or len(months) > _MOST:
        return [layout]
    if len(months) == 1:
        return [replace(layout, period=months[0])]
    first = months[0]
    return [replace(layout, period=month, month=month, rest=month == first) for month in months]


def _months(cells: Iterable[Cell]) -> set[date]:
    return {month for cell in set(cells) if (month := month_of(cell)) is not None}
