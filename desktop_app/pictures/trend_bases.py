"""The names of the bases in the trend: at the foot of their zones, else at the head, else in a key below the axis."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop_app.analysis.charts import TrendChart
from desktop_app.pictures.painting import SMALL, balanced, plain, width_of
from desktop_app.pictures.trend_layout import TrendLayout, Zone, laid_out, zones
from desktop_app.pictures.trend_words import Words, all_lines, meets, place_words

ZONE_LINE = 14.0
MARKER = 14.0
"""Room of a marker before a name."""
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class BaseName:
    """The lines of a zone's name in `box`; a line with a `style` begins with that marker."""

    box: QRectF
    lines: tuple[tuple[int | None, str], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where all words of a trend stand. Looking for their places takes longer than painting: a window keeps this."""

    layout: TrendLayout
    words: tuple[Words, ...]
    names: tuple[BaseName, ...]


def place_trend(area: QRectF, values: TrendChart) -> Placed:
    free = laid_out(area, values)
    words = place_words(free)
    names = base_names(free, words)
    if names is not None:
        return Placed(free, tuple(words), tuple(names))
    keyed = laid_out(area, values, _key(area.width(), values))
    return Placed(keyed, tuple(place_words(keyed)), ())


def lay_out_trend(area: QRectF, values: TrendChart) -> TrendLayout:
    return place_trend(area, values).layout


def base_names(layout: TrendLayout, words: Sequence[Words]) -> list[BaseName] | None:
    """All names at the foot, or all at the head; None where they find no room there."""
    stretches = zones(layout)
    named = [_lines(zone) for zone in stretches]
    if any(lines is None for lines in named):
        return None
    taken = [each.box for each in words]
    taken += [QRectF(s.place.x() - 8, s.place.y() - 8, 16, 16) for s in layout.spots()]
    lines = all_lines(layout)
    for at_head in (False, True):
        found = [
            BaseName(_box(layout, zone, lines, at_head), lines)
            for zone, lines in zip(stretches, named, strict=True)
            if lines is not None
        ]
        over_line = any(meets(line, name.box) for name in found for line in lines)
        if not over_line and not any(name.box.intersects(other) for name in found for other in taken):
            return found
    return None


def _lines(zone: Zone) -> tuple[tuple[int | None, str], ...] | None:
    room = zone.right - zone.left - 14
    marked = len(zone.lines) > 1
    found: list[tuple[int | None, str]] = [(None, "Penyebut")]
    for style, line in zone.lines:
        parts = balanced(line.base, plain(SMALL), room - (MARKER if marked else 0))
        if len(parts) > _MOST_LINES or " ".join(parts) != line.base:
            return None
        found += [(style if marked and place == 0 else None, part) for place, part in enumerate(parts)]
    return tuple(found) if width_of(found[0][1], plain(SMALL)) <= room else None


def _box(layout: TrendLayout, zone: Zone, lines: tuple[tuple[int | None, str], ...], at_head: bool) -> QRectF:
    height = len(lines) * ZONE_LINE
    width = max(width_of(text, plain(SMALL)) for _, text in lines) + (MARKER if len(zone.lines) > 1 else 0)
    top = layout.plot.top() + 4 if at_head else layout.plot.bottom() - 6 - height
    return QRectF(zone.left + 8, top, width, height)


def _key(width: float, values: TrendChart) -> tuple[tuple[int, ...], ...]:
    """The bases in as many lines as the width asks for."""
    rows: list[list[int]] = [[]]
    for style in range(len(values.lines)):
        if rows[-1] and sum(key_width(values, n) for n in [*rows[-1], style]) > width:
            rows.append([])
        rows[-1].append(style)
    return tuple(tuple(row) for row in rows)


def key_width(values: TrendChart, style: int) -> float:
    return MARKER + width_of(values.lines[style].base, plain(SMALL)) + 14
