"""Where the keys lead on a map: to the neighbour that way, or through all regions in their order."""

from PySide6.QtCore import QPointF, Qt

from desktop_app.analysis.charts import MapChart
from desktop_app.pictures.map_placing import neighbour

_AHEAD = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
WALKING = (*_AHEAD, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def region_at_key(values: MapChart, selected: str | None, key: Qt.Key) -> str | None:
    """The region that one of the `WALKING` keys leads to; None where there is none that way."""
    if key in _AHEAD:
        return neighbour(values, selected, _AHEAD[key])
    codes = [area.code for area in values.areas]
    here = codes.index(selected) if selected in codes else -1
    last = len(codes) - 1
    places = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last, Qt.Key.Key_PageDown: min(here + 1, last)}
    return codes[places.get(key, max(here - 1, 0))] if codes else None
