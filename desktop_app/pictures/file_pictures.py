"""How each kind of chart stands in a file or on the clipboard: its height and what paints it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_app.analysis.charts import (
    BarChart,
    Chart,
    MapChart,
    MatrixChart,
    PairChart,
    PartsChart,
    TrendChart,
    WaterfallChart,
)
from desktop_app.pictures.bar_layout import bars_height, lay_out_bars
from desktop_app.pictures.bar_painting import paint_bars
from desktop_app.pictures.map_foot import foot_height, paint_map_foot
from desktop_app.pictures.map_painting import paint_map
from desktop_app.pictures.map_placing import extent, fitting, place_map
from desktop_app.pictures.matrix_painting import lay_out_matrix, matrix_height, paint_matrix
from desktop_app.pictures.painting import source_height
from desktop_app.pictures.pairs_painting import lay_out_pair, paint_pair, pair_height
from desktop_app.pictures.parts_painting import lay_out_parts, paint_parts, parts_height
from desktop_app.pictures.tokens import LIGHT
from desktop_app.pictures.trend_bases import place_trend
from desktop_app.pictures.trend_painting import paint_trend
from desktop_app.pictures.waterfall_painting import lay_out_waterfall, paint_waterfall

_TREND_HEIGHT, _WATERFALL_HEIGHT = 380.0, 260.0
"""Without the source below."""
_MAP_LOWEST, _MAP_HIGHEST = 240.0, 600.0


@dataclass(frozen=True, slots=True)
class FilePicture:
    """`paint` fills a rectangle of the asked width and of `height`."""

    height: float
    paint: Callable[[QPainter, QRectF], None]


def alone(values: Chart) -> Chart:
    """`values` with everything below them that the window tells around them: who is counted, how it was forecast."""
    more = [getattr(values, "definition", "")]
    if isinstance(values, TrendChart) and values.ahead is not None:
        more.append(values.ahead.method)
    if isinstance(values, WaterfallChart):
        more.append(f"Perubahan: {values.total}.")
    return replace(values, source=" ".join(part for part in (values.source, *more) if part))


def file_picture(values: Chart, width: float) -> FilePicture:
    """The picture of `values` so wide, all rows of it."""
    if isinstance(values, MapChart):
        return _map(values, width)
    if isinstance(values, TrendChart):
        height = _TREND_HEIGHT + source_height(values.source, width)
        return FilePicture(height, lambda p, area: paint_trend(p, place_trend(area, values), LIGHT))
    if isinstance(values, WaterfallChart):
        height = _WATERFALL_HEIGHT + source_height(values.source, width)
        return FilePicture(height, lambda p, area: paint_waterfall(p, lay_out_waterfall(area, values), LIGHT))
    return _rows(values, width)


def _rows(values: BarChart | PartsChart | PairChart | MatrixChart, width: float) -> FilePicture:
    if isinstance(values, BarChart):
        height = bars_height(width, values)
        return FilePicture(height, lambda p, area: paint_bars(p, lay_out_bars(area, values), values, LIGHT))
    if isinstance(values, PartsChart):
        height = parts_height(width, values)
        return FilePicture(height, lambda p, area: paint_parts(p, lay_out_parts(area, values), values, LIGHT))
    if isinstance(values, PairChart):
        height = pair_height(width, values)
        return FilePicture(height, lambda p, area: paint_pair(p, lay_out_pair(area, values), values, LIGHT))
    height = matrix_height(width, values)
    return FilePicture(height, lambda p, area: paint_matrix(p, lay_out_matrix(area, values), values, LIGHT))


def _map(values: MapChart, width: float) -> FilePicture:
    foot = foot_height(values, width)
    whole = extent(values)
    wanted = width * whole.height() / whole.width() if whole.width() else _MAP_LOWEST

    def paint(painter: QPainter, area: QRectF) -> None:
        room = area.adjusted(0, 0, 0, -foot)
        paint_map(painter, place_map(values, room, fitting(values, room)), LIGHT)
        paint_map_foot(painter, area, values, LIGHT)

    return FilePicture(min(max(wanted, _MAP_LOWEST), _MAP_HIGHEST) + foot, paint)
