"""What the pointer and the arrow keys stop at in a trend: points, targets and the end of the forecast."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from desktop_app.domain.indonesian import long_date, percent
from desktop_app.pictures.trend_layout import Spot, TrendLayout

_NEAR, _STEP = 8, 6
"""A stop is meant within so many steps of so many pixels in time; within one step the nearest in height."""


@dataclass(frozen=True, slots=True)
class Stop:
    """`heading`, `value` and `detail` fill the hover card; `spot` is the point, None for what is no figure yet."""

    place: QPointF
    heading: str
    value: str
    detail: tuple[str, ...]
    spot: Spot | None = None

    @property
    def period(self) -> str:
        """“2025-06-30” of a point, else empty."""
        return self.spot.point.period.isoformat() if self.spot is not None else ""


def stops(layout: TrendLayout) -> list[Stop]:
    """From left to right, and from below where several stand at one date."""
    found = [
        Stop(spot.place, long_date(spot.point.period), percent(spot.point.share), spot.point.detail, spot)
        for spot in layout.spots()
    ]
    for target in layout.values.targets:
        heading = f"Target {target.due.year}" + (", dokumen lain" if target.rival else "")
        found.append(Stop(layout.mark(target).center(), heading, percent(target.share), target.detail))
    ahead = layout.values.ahead
    if ahead is not None:
        place = layout.at(ahead.end.period, ahead.end.share)
        found.append(Stop(place, f"Perkiraan {long_date(ahead.end.period)}", percent(ahead.end.share), ahead.detail))
    return sorted(found, key=lambda stop: (round(stop.place.x()), -stop.place.y()))


def stop_at(layout: TrendLayout, spot: QPointF) -> Stop | None:
    """The stop nearest to `spot` in time, if it is near enough to be meant."""
    if not layout.plot.adjusted(0, 0, 20, 0).contains(spot):
        return None
    known = stops(layout)
    # Of stops that stand close together, the one nearest in height.
    near = sorted(
        (round(abs(s.place.x() - spot.x()) / _STEP), abs(s.place.y() - spot.y()), n) for n, s in enumerate(known)
    )
    return known[near[0][2]] if near and near[0][0] <= _NEAR else None
