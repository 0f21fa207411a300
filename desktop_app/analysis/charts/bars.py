"""Bars: the regions of a table against their targets."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

from desktop_app.analysis.chart_details import Lines, row_detail
from desktop_app.analysis.chart_words import bar_title, definition_of, labels, short_note, shown_rows, table_source
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.scales import top_of


class BarOrder(StrEnum):
    """How rows are sorted; the value is what the screen says after “Urut:”. Rows without data stand last, but by name where they belong."""

    GAP = "selisih"
    """Widest gap to the target first; without target by share, lowest first."""
    SHARE = "cakupan"
    """Lowest share first."""
    NAME = "nama"
    PEOPLE = "orang"
    """Most people missing to the target first; reached targets after them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One region. `share`, `target`, `gap` as shares (0.5088); `share` None: no data, hatched, never zero.

    `reported`: the share came without its numerator and is drawn outlined. `note` is short: the month of an older
    figure beside the label (“Des 2024”), or why there is no share (“Tanpa penyebut”), `lines` gives the `detail`: the
    lines of the hover card, numbers with base, date and source.
    """

    code: str
    label: str
    share: float | None
    target: float | None
    gap: float | None
    reported: bool = False
    note: str = ""
    lines: Lines = field(default=tuple, compare=False, repr=False)

    @property
    def detail(self) -> tuple[str, ...]:
        return self.lines()


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars in the order they are drawn, regions without data last. `top` is the end of the axis as a share.

    `title` carries unit; `source` the line below the picture: base, date, source, how many regions report;
    `definition` says who is counted, for pictures that leave the window.
    """

    title: str
    source: str
    bars: tuple[Bar, ...]
    top: float
    definition: str = ""


def bar_chart(table: CoverageTable, order: BarOrder = BarOrder.GAP) -> BarChart:
    """Bars of the parts of `table`, sorted by `order`."""
    rows = sorted_rows(table, order)
    names = labels([row.region for row in rows])
    bars = tuple(
        Bar(
            code=row.region.code, label=names[row.region.code], share=row.shown_share, gap=row.gap,
            target=row.target.share if row.target is not None else None, reported=is_reported(row),
            note=short_note(row), lines=partial(row_detail, row, table),
        )
        for row in rows
    )  # fmt: skip
    ends = [value for bar in bars for value in (bar.share, bar.target) if value is not None]
    return BarChart(
        title=bar_title(table), source=table_source(table), bars=bars, top=top_of(ends),
        definition=definition_of(table),
    )  # fmt: skip


def sorted_rows(table: CoverageTable, order: BarOrder) -> list[RegionCoverage]:
    """What a chart of `table` shows, in the order asked for; ties by code."""
    ranks = {BarOrder.GAP: _by_gap, BarOrder.SHARE: _by_share, BarOrder.PEOPLE: _by_people}
    if order is BarOrder.NAME:
        return sorted(shown_rows(table), key=lambda row: (row.region.short_name, row.region.code))
    return sorted(shown_rows(table), key=lambda row: (*ranks[order](row), row.region.code))


def _by_gap(row: RegionCoverage) -> tuple[int, float]:
    return (0, row.gap) if row.gap is not None else _by_share(row)


def _by_share(row: RegionCoverage) -> tuple[int, float]:
    return (2, 0.0) if row.shown_share is None else (1, row.shown_share)


def _by_people(row: RegionCoverage) -> tuple[int, float]:
    return (0, -row.gap_people) if row.gap_people is not None else _by_share(row)


def is_reported(row: RegionCoverage) -> bool:
    """The share of `row` came without its numerator."""
    return row.share is None and row.reported is not None
