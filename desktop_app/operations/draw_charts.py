"""Drawing charts and the map into picture files, from what the other operations answer."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.analysis.change import Change
from desktop_app.analysis.charts import Chart as Chart
from desktop_app.analysis.charts import (
    bar_chart,
    map_chart,
    matrix_chart,
    pair_chart,
    parts_chart,
    trend_chart,
    waterfall_chart,
)
from desktop_app.domain.breakdowns import Breakdown
from desktop_app.domain.regions import Region
from desktop_app.domain.reporting import Reporting
from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.operations.written_files import room_for

Draw = Callable[[Chart, Path], None]
"""`draw(values, path)`: PNG or SVG by the suffix of `path`; given by `main`, so that no Qt is needed here."""


def draw_bars(answer: CoverageAnswer, draw: Draw, path: Path) -> Path:
    return _drawn(bar_chart(answer.table), draw, path)


def draw_trend(answer: CoverageAnswer, draw: Draw, path: Path) -> Path:
    return _drawn(trend_chart(answer.trend, base=answer.table.base.name), draw, path)


def draw_map(answer: CoverageAnswer, draw: Draw, path: Path) -> Path:
    return _drawn(map_chart(answer.table), draw, path)


def draw_pair(formal: CoverageAnswer, informal: CoverageAnswer, draw: Draw, path: Path) -> Path:
    """Two answers of one query, for the formal and the informal sector, side by side."""
    return _drawn(pair_chart(formal.table, informal.table), draw, path)


def draw_change(change: Change, region: Region, draw: Draw, path: Path) -> Path:
    """“Mengapa berubah?” of `region`, whose change it is."""
    return _drawn(waterfall_chart(change, region), draw, path)


def draw_parts(breakdown: Breakdown, region: Region, draw: Draw, path: Path) -> Path:
    """One breakdown of the people listed in `region`."""
    return _drawn(parts_chart(breakdown, region), draw, path)


def draw_reporting(reporting: Reporting, draw: Draw, path: Path) -> Path:
    """Who has reported, all rows of it."""
    return _drawn(matrix_chart(reporting), draw, path)


def _drawn(values: Chart, draw: Draw, path: Path) -> Path:
    """FileInUse, UnusableTarget, DiskFull: a picture that was there did not change."""
    with room_for(path):
        draw(values, path)
    return path
