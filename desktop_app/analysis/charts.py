"""Chart values: everything a picture shows, in numbers and finished words, drawn by `pictures` and nobody else.

The same values feed the window, PNG, SVG and the summary, so that they cannot differ.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One region. `share`, `target`, `gap` as shares (0.5088); `share` None: no data, hatched, never zero.

    `reported`: the share came without its numerator and is drawn outlined. `note` is short and stands under or after
    the label (“data Des 2024”), `detail` are the lines of the hover card: numbers with base, date and source.
    """

    code: str
    label: str
    share: float | None
    target: float | None
    gap: float | None
    reported: bool = False
    note: str = ""
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars sorted by gap, widest first, regions without data last. `top` is the end of the axis as a share.

    `title` carries unit; `source` the line below the picture: base, date, source, how many regions report.
    """

    title: str
    source: str
    bars: tuple[Bar, ...]
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of the trend; `detail` as in `Bar`."""

    period: date
    share: float
    reported: bool
    detail: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Points on one base, oldest first: these are joined, and only these."""

    base: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMark:
    """An official target at its due date; `rival`: another document says otherwise and came first."""

    due: date
    share: float
    label: str
    rival: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendChart:
    """`bottom` and `top` are the ends of the axis as shares, `first` and `last` those of time."""

    title: str
    source: str
    lines: tuple[Line, ...]
    targets: tuple[TargetMark, ...]
    first: date
    last: date
    bottom: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MapClass:
    """A class of the legend, from `lower` (inclusive) to `upper` (exclusive); None is open. `label`: “40–<45”."""

    lower: float | None
    upper: float | None
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapArea:
    """One region; `map_class` is the place in `MapChart.classes`, None without data (hatched)."""

    code: str
    label: str
    share: float | None
    map_class: int | None
    reported: bool = False
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MapChart:
    """`layer` names the boundary file without its suffix (“bali-kabupaten”); five gap-free classes, low to high."""

    title: str
    source: str
    layer: str
    areas: tuple[MapArea, ...]
    classes: tuple[MapClass, ...]
