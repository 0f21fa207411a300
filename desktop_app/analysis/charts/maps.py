"""The map: regions in gap-free classes of their share."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from desktop_app.analysis.chart_details import Lines, row_detail
from desktop_app.analysis.chart_words import definition_of, labels, map_title, shown_rows, table_source
from desktop_app.analysis.charts.bars import is_reported
from desktop_app.analysis.coverage import CoverageTable, FigureState
from desktop_app.analysis.scales import class_limits
from desktop_app.domain.indonesian import number
from desktop_app.domain.regions import depth, is_within

BOUNDARY_SOURCE = "Batas wilayah: BIG."
_BALI = "51"
_LAYERS = {1: "indonesia-provinsi", 2: "indonesia-kabupaten"}
_BALI_LAYERS = {1: "indonesia-provinsi", 2: "bali-kabupaten", 3: "bali-kecamatan", 4: "bali-desa"}
"""Boundaries by the depth of the regions drawn: kecamatan and villages are shipped for Bali alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapClass:
    """A class of the legend, from `lower` (inclusive) to `upper` (exclusive); None is open. `label`: “40–<45”."""

    lower: float | None
    upper: float | None
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapArea:
    """One region; `map_class` is the place in `MapChart.classes`, None without data (hatched); `lines` as in `Bar`.

    `without_base`: there are people, but no share, for the base does not know the region; filled plainly.
    """

    code: str
    label: str
    share: float | None
    map_class: int | None
    reported: bool = False
    without_base: bool = False
    lines: Lines = field(default=tuple, compare=False, repr=False)

    @property
    def detail(self) -> tuple[str, ...]:
        return self.lines()


@dataclass(frozen=True, slots=True, kw_only=True)
class MapChart:
    """`layer` names the boundaries (“bali-kabupaten”), "" where none are known; five gap-free classes, low to high.

    `definition` says who is counted, for pictures that leave the window.
    """

    title: str
    source: str
    layer: str
    areas: tuple[MapArea, ...]
    classes: tuple[MapClass, ...]
    definition: str = ""


def map_chart(table: CoverageTable) -> MapChart:
    """The parts of `table` in five classes whose limits are chosen from their shares."""
    rows = shown_rows(table)
    names = labels([row.region for row in rows])
    shares = [row.shown_share for row in rows if row.shown_share is not None]
    classes = map_classes(class_limits(shares))
    areas = tuple(
        MapArea(
            code=row.region.code, label=names[row.region.code], share=row.shown_share,
            map_class=class_of(row.shown_share, classes), reported=is_reported(row),
            without_base=row.state is FigureState.NO_BASE, lines=partial(row_detail, row, table),
        )
        for row in rows
    )  # fmt: skip
    return MapChart(
        title=map_title(table), source=f"{table_source(table)} {BOUNDARY_SOURCE}",
        layer=layer_of([area.code for area in areas]), areas=areas, classes=classes,
        definition=definition_of(table),
    )  # fmt: skip


def map_classes(limits: Sequence[int]) -> tuple[MapClass, ...]:
    """Classes between `limits` (percent, ascending), open at both ends: “< 40”, “40–<45”, …, “≥ 55”."""
    lowest = MapClass(lower=None, upper=limits[0] / 100, label=f"< {number(limits[0])}")
    highest = MapClass(lower=limits[-1] / 100, upper=None, label=f"≥ {number(limits[-1])}")
    between = (
        MapClass(lower=lower / 100, upper=upper / 100, label=f"{number(lower)}–<{number(upper)}")
        for lower, upper in pairwise(limits)
    )
    return lowest, *between, highest


def class_of(share: float | None, classes: Sequence[MapClass]) -> int | None:
    """Place of the class that holds `share`; None where there is no share."""
    if share is None:
        return None
    return sum(one.lower is not None and share >= one.lower for one in classes)


def layer_of(codes: Collection[str]) -> str:
    """Name of the boundaries that hold all of these regions, which are of one depth; "" where there are none."""
    layers = _BALI_LAYERS if all(is_within(code, _BALI) for code in codes) else _LAYERS
    return layers.get(max(map(depth, codes), default=0), "")
