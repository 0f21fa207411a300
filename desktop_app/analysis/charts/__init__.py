"""Chart values: everything a picture shows, in numbers and finished words, drawn by `pictures` and nobody else.

The same values feed the window, PNG, SVG and the summary, so that they cannot differ.
"""

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
from desktop_app.analysis.charts.trend import Line, Point, TargetMark, TrendChart, trend_chart

__all__ = [
    "BOUNDARY_SOURCE",
    "Bar",
    "BarChart",
    "BarOrder",
    "Line",
    "MapArea",
    "MapChart",
    "MapClass",
    "Point",
    "TargetMark",
    "TrendChart",
    "bar_chart",
    "class_of",
    "map_chart",
    "map_classes",
    "trend_chart",
]
