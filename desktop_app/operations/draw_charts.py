"""Drawing the charts and the map of a coverage query into picture files."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.analysis.charts import BarChart, MapChart, TrendChart, bar_chart, map_chart, trend_chart
from desktop_app.domain.errors import FileInUse
from desktop_app.operations.coverage import CoverageAnswer

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
    """FileInUse: the picture is open elsewhere or protected, and was not changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        draw(values, path)
    except PermissionError as error:
        raise FileInUse(path.name) from error
    return path
