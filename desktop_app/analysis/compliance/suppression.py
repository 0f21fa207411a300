"""Counts of few people are not shown in anything that leaves the office, nor can they be computed from the sums.

Source: domain notes 9 (practical rules: cells under 5 persons). Words for those who know the field: primary suppression of
counts of 1 to 4, and secondary suppression of so many others as the sums would give them away.

Who reads the paper knows: a hidden count of few is 1 to 4, another hidden one is 5 or more, sums are sums. A count is
safe when at least two numbers are possible for it. Cells of a table with sums are the edges of a network between its
rows and columns, and a count can be another one exactly where a way round leads through it: some cells one more, some
one less, and every sum as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.analysis.compliance.hidden import FEW as FEW
from desktop_app.analysis.compliance.hidden import Hidden as Hidden
from desktop_app.analysis.compliance.hidden import Shown as Shown
from desktop_app.analysis.compliance.sum_network import Network

WORDS = (
    f"Angka 1–{FEW - 1} orang ditulis “{Hidden.FEW}” untuk melindungi orangnya; “{Hidden.BESIDE}” menutup angka lain agar yang"
    f" ditutup tidak dapat dihitung dari jumlahnya, dan “{Hidden.SUM}” jumlah yang tidak ditampilkan."
)
"""What stands under a table in which something is hidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTable:
    """Counts as they may leave the office. `rows` and `columns`: the sums, empty where none are printed."""

    cells: tuple[tuple[Shown, ...], ...]
    rows: tuple[Shown, ...]
    columns: tuple[Shown, ...]
    total: Shown

    @property
    def words(self) -> str:
        """Empty where nothing is hidden."""
        every = [*(cell for row in self.cells for cell in row), *self.rows, *self.columns, self.total]
        return WORDS if any(isinstance(one, Hidden) for one in every) else ""


def suppressed(cells: Sequence[Sequence[int | None]], *, row_sums: bool = True, column_sums: bool = True) -> ShownTable:
    """The table with its sums, as it may leave the office.

    Args:
        cells: counts of people by row and column, all rows of one length; None is not known and enters no sum.
        row_sums, column_sums: which sums the paper prints. With both it prints their sum too.

    Raises:
        ValueError: a count is negative, or rows differ in length.
    """
    if any(value is not None and value < 0 for row in cells for value in row):
        raise ValueError("head counts cannot be negative")
    if len({len(row) for row in cells}) > 1:
        raise ValueError("rows of a table have one length")
    network = Network(cells, row_sums, column_sums)
    network.protect()
    return ShownTable(
        cells=network.cells(), rows=network.rows() if row_sums else (), columns=network.columns() if column_sums else (),
        total=network.total() if row_sums and column_sums else None,
    )  # fmt: skip


def suppressed_column(counts: Sequence[int | None], *, summed: bool = True) -> tuple[tuple[Shown, ...], Shown]:
    """One column of counts, and its sum where it is printed."""
    table = suppressed([[count] for count in counts], row_sums=False, column_sums=summed)
    return tuple(row[0] for row in table.cells), table.columns[0] if table.columns else None


def text_of(shown: Shown, absent: str = "–") -> str:
    """“1234” is left to the caller to write; a hidden count is its sign, an unknown one `absent`."""
    return absent if shown is None else str(shown)
