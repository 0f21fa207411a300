"""Drawing the charts and the map of a coverage query into picture files."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.analysis.charts import BarChart, MapChart, TrendChart, bar_chart, map_chart, trend_chart
from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.operations.written_files import room_for

Chart = BarChart | TrendChart | MapChart
Draw = Callable[[Chart, Path], None]
"""`draw(values, path)`: PNG or SVG by the suffix of `path`; given by `main`, so that no Qt is needed here."""


def draw_bars(answer: CoverageAnswer, draw: Draw, path: Path) -> Path:
    return _drawn(bar_chart(answer.table), draw, path)


def draw_trend(answer: CoverageAnswer, draw: Draw, path: Path) -> Path:
    return _drawn(trend_chart(answer.trend), draw, path)


def draw_map(answer: CoverageAnswer, draw: Draw, path: Path) -> Path:
    return _drawn(map_chart(answer.table), draw, path)


def _drawn(values: Chart, draw: Draw, path: Path) -> Path:
    """FileInUse, UnusableTarget, DiskFull: a picture that was there did not change."""
    with room_for(path):
        draw(values, path)
    return path
