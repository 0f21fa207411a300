"""Formal beside informal: two panels of bars with the same rows and the same scale."""

from dataclasses import dataclass

from desktop_app.analysis.chart_words import definition_of, pair_title, table_source
from desktop_app.analysis.charts.bars import Bar, BarChart, BarOrder, bar_chart
from desktop_app.analysis.coverage import CoverageTable
from desktop_app.analysis.scales import top_of

_NAMES = ("Formal", "Informal")


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """One region; `sides` are its bars in the order of `PairChart.names`."""

    code: str
    label: str
    sides: tuple[Bar, Bar]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairChart:
    """`names` are the heads of the two panels, `top` the end of both axes as a share."""

    title: str
    source: str
    names: tuple[str, str]
    rows: tuple[PairRow, ...]
    top: float
    definition: str = ""


def pair_chart(formal: CoverageTable, informal: CoverageTable, order: BarOrder = BarOrder.GAP) -> PairChart:
    """The parts of two tables of one region and month, sector beside sector, in the order of the first.

    Regions of which the first knows nothing follow in the order of the second. Each side keeps its own target.
    """
    left, right = bar_chart(formal, order), bar_chart(informal, order)
    of_left, of_right = _by_code(left), _by_code(right)
    known = [bar.code for bar in left.bars if bar.share is not None]
    codes = known + [bar.code for bar in right.bars if bar.code not in known]
    rows = tuple(
        PairRow(code=code, label=of_right[code].label, sides=(of_left[code], of_right[code])) for code in codes
    )
    ends = [value for bar in (*left.bars, *right.bars) for value in (bar.share, bar.target) if value is not None]
    return PairChart(
        title=pair_title(formal), source=_source(formal, informal), definition=_definition(formal, informal),
        names=_NAMES, rows=rows, top=top_of(ends),
    )  # fmt: skip


def _by_code(chart: BarChart) -> dict[str, Bar]:
    return {bar.code: bar for bar in chart.bars}


def _source(formal: CoverageTable, informal: CoverageTable) -> str:
    """One line where both sides say the same, else each for itself."""
    left, right = table_source(formal), table_source(informal)
    return left if left == right else f"Formal: {left} Informal: {right}"


def _definition(formal: CoverageTable, informal: CoverageTable) -> str:
    left, right = definition_of(formal), definition_of(informal)
    return (
        left
        if left == right
        else " ".join(f"{name}: {said}" for name, said in zip(_NAMES, (left, right), strict=True) if said)
    )
