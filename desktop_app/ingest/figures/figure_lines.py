"""One row of a recap, base or target table as numbers: what the readers and the checks hand to each other."""

from dataclasses import dataclass, field

from desktop_app.domain.regions import depth
from desktop_app.ingest.grid import Row
from desktop_app.ingest.regions.places import PlaceAnswer

Key = str | int
"""A column of a table: its field, else its place (from 0)."""
_TOLERANCE = 1e-6
"""Percentage points that floating point may lose."""


@dataclass(frozen=True, slots=True)
class PrintedShare:
    """A share (0.3941) as printed, with the decimals of its percentage (2)."""

    value: float
    decimals: int

    def agrees(self, people: float, workers: float) -> bool:
        """True when people / workers rounds to this share, as far as it was written out. `workers` is not 0."""
        difference = abs(people / workers - self.value) * 100
        return difference <= 0.5 * 10.0**-self.decimals + _TOLERANCE


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on the cell of column `field` in Excel's row `number`; `found` and `expected` as in `Problem`."""

    number: int
    field: Key
    value: str
    code: str
    message: str
    step: str
    found: float | None = None
    expected: float | None = None


@dataclass(slots=True)
class Line:
    """A row below the header. `label`: “JUMLAH” and its like, blank for data; `said`: its place in the sheet's words, `period`: its
    own year or month, where the table has a column for it.

    `counts` and `shares` hold what is known, by field; `raw` the numbers as they stood before lost thousands were put
    back; `blank` the fields whose cell is empty, `dashed` those with “-” or “nihil”; `others` the numbers of columns that
    mean no field (column from 0). `remarks` are about cells that could not be read.
    """

    number: int
    row: Row
    label: str = ""
    average: bool = False
    said: str = ""
    period: str = ""
    answer: PlaceAnswer = field(default_factory=lambda: PlaceAnswer(None))
    counts: dict[str, int] = field(default_factory=dict)
    shares: dict[str, PrintedShare] = field(default_factory=dict)
    raw: dict[str, float] = field(default_factory=dict)
    others: dict[int, float] = field(default_factory=dict)
    blank: set[str] = field(default_factory=set)
    dashed: set[str] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def region(self) -> str | None:
        return self.answer.region

    @property
    def depth(self) -> int:
        """1 province … 4 village; 0 where the place is open."""
        return depth(self.region) if self.region else 0

    @property
    def is_data(self) -> bool:
        return not self.label

    @property
    def has_figures(self) -> bool:
        return bool(self.counts or self.shares)
