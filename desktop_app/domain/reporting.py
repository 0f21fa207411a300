"""Who has reported: region by month, whether figures came, when, and in which file."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop_app.domain.regions import Region
from desktop_app.domain.scopes import Scope


class ReportingState(StrEnum):
    """The value is the word on screen."""

    LENGKAP = "lengkap"
    """Everybody of the month: a recap's people, or lists that were declared complete for all segments."""
    TERLAMBAT = "terlambat"
    """As complete, but it came after the day on which it was due."""
    SEBAGIAN = "sebagian"
    """A share without its numerator, or lists that are not complete for the region."""
    BELUM = "belum"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFigure:
    """A recap's figure of a region and month. `whole`: it gives people of all segments together, not a share alone."""

    region: str
    period: date
    whole: bool
    file: str
    imported_at: datetime
    import_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedList:
    """A list of participants of a month: what it speaks for, and whether it is complete for that."""

    period: date
    scope: Scope
    complete: bool
    file: str
    imported_at: datetime
    import_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingCell:
    """`when` the figures came; `words` say what came or what is missing; `import_ids` are the imports behind it."""

    month: date
    state: ReportingState
    when: date | None
    words: str
    import_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingRow:
    """`cells` stand in the order of the months."""

    region: Region
    cells: tuple[ReportingCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """Parts of `region` by month, oldest month first. Figures are due on the day `due_day` of the month after."""

    region: Region
    months: tuple[date, ...]
    rows: tuple[ReportingRow, ...]
    due_day: int

    def complete(self, month: date) -> int:
        """Regions whose figures of `month` are there, in time or late."""
        place = self.months.index(month)
        there = (ReportingState.LENGKAP, ReportingState.TERLAMBAT)
        return sum(row.cells[place].state in there for row in self.rows)
