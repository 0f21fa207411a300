"""Chart values: everything a picture shows, in numbers and finished words, drawn by `pictures` and nobody else.

The same values feed the window, PNG, SVG and the summary, so that they cannot differ.
"""

from desktop_app.analysis.charts.ahead import Ahead, Needed
from desktop_app.analysis.charts.bars import Bar, BarChart, BarOrder, bar_chart
from desktop_app.analysis.charts.maps import (
    BOUNDARY_SOURCE,
    MapArea,
    MapChart,
    MapClass,
    class_of,
    map_chart,
    map_classes,
)
from desktop_app.analysis.charts.matrix import MatrixCell, MatrixChart, MatrixRow, matrix_chart
from desktop_app.analysis.charts.pairs import PairChart, PairRow, pair_chart
from desktop_app.analysis.charts.parts import Part, PartsChart, parts_chart
from desktop_app.analysis.charts.trend import Line, Point, TargetMark, TrendChart, trend_chart
from desktop_app.analysis.charts.waterfall import Step, StepKind, WaterfallChart, waterfall_chart

Chart = BarChart | TrendChart | MapChart | WaterfallChart | PartsChart | PairChart | MatrixChart
"""Everything that can be drawn."""

__all__ = [
    "BOUNDARY_SOURCE",
    "Ahead",
    "Bar",
    "BarChart",
    "BarOrder",
    "Chart",
    "Line",
    "MapArea",
    "MapChart",
    "MapClass",
    "MatrixCell",
    "MatrixChart",
    "MatrixRow",
    "Needed",
    "PairChart",
    "PairRow",
    "Part",
    "PartsChart",
    "Point",
    "Step",
    "StepKind",
    "TargetMark",
    "TrendChart",
    "WaterfallChart",
    "bar_chart",
    "class_of",
    "map_chart",
    "map_classes",
    "matrix_chart",
    "pair_chart",
    "parts_chart",
    "trend_chart",
    "waterfall_chart",
]
