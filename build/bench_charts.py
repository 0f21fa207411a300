"""Measures charts, map and table on invented figures: `python -m build.bench_charts [name]`.

Milliseconds of CPU (other work on the machine does not count) from chart values to painted pixels: the first time
(boundaries read again from the file; the slowest of some runs), with other figures, with the pointer on another region
and its card, zoomed in (their median). Says whether the limits hold.
"""

import argparse
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.analysis.charts import bar_chart, map_chart, trend_chart
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.trend import trend
from desktop_app.domain.facts import Origin, RecapFact, Target, WorkerBase
from desktop_app.domain.periods import months_later
from desktop_app.domain.regions import NATION, Region, depth
from desktop_app.domain.segments import Measure, Sector
from desktop_app.operations.reference import shipped_regions
from desktop_app.operations.settings import Theme
from desktop_app.pictures import boundaries
from desktop_app.pictures.bars import BarsView
from desktop_app.pictures.maps import MapView
from desktop_app.pictures.tokens import LIGHT
from desktop_app.pictures.trend import TrendView
from desktop_app.ui.coverage_table import CoverageTableCard
from desktop_app.ui.look import Look

FIRST, OTHER, HOVER, ZOOM = "first", "other figures", "hover", "zoom"
LIMITS = {FIRST: 150.0, OTHER: 33.0, HOVER: 10.0, ZOOM: 50.0}
MAP_SIZE, BARS_SIZE, TABLE_SIZE, TREND_SIZE = (386, 300), (416, 300), (810, 300), (840, 420)
RUNS = 7
MARCH = date(2025, 3, 31)
UCJ = WorkerBase(name="UCJ 2025", document="surat contoh", as_of=date(2024, 12, 31), workers={}, notes={})
Act = Callable[[int], object]
Measurement = Callable[[str, Region, Sequence[Region]], bool]


def figures(whole: Region, parts: Sequence[Region], turn: int) -> CoverageTable:
    """Every ninth region has no figure, every seventh a share without numerator."""
    rows = tuple(figure(part, place * 7919 + turn * 104_729, place) for place, part in enumerate(parts))
    return CoverageTable(period=MARCH, base=UCJ, sector=Sector.SEMUA, whole=figure(whole, turn, 1), rows=rows)


def figure(region: Region, seed: int, place: int) -> RegionCoverage:
    active = 1000 + seed % 6000
    target = Target(region=region.code, sector=Sector.SEMUA, year=2025, share=0.6728, document="SE contoh", note="")
    bare = RegionCoverage(region=region, base=UCJ.name, target=target)
    if place % 9 == 8:
        return bare
    if place % 7 == 6:
        return replace(bare, reported=active / 10_000, period=MARCH)
    return replace(bare, active=active, workers=10_000, period=MARCH)


def months(turn: int) -> list[RecapFact]:
    origin = Origin(
        import_id=1, file="Rekap.xlsx", sheet="Rekap", cell="D7", sender="Kanwil", imported_at=datetime(2025, 4, 8),
        imported_by="petugas",
    )  # fmt: skip
    return [
        RecapFact(
            region="51", measure=Measure.TOTAL, period=months_later(MARCH, -place), people=9000 - 50 * place + turn,
            workers=18_000, share=None, base_name=UCJ.name, note="", origin=origin,
        )
        for place in range(36)
    ]  # fmt: skip


def milliseconds(act: Act, widget: QWidget) -> list[float]:
    """An act and the painting after it, in every run."""
    taken = []
    for turn in range(RUNS):
        started = time.process_time()
        act(turn)
        widget.grab()
        taken.append(1000 * (time.process_time() - started))
    return taken


def tell(name: str, widget: QWidget, acts: dict[str, Act]) -> bool:
    runs = {what: milliseconds(act, widget) for what, act in acts.items()}
    found = {what: max(taken) if what == FIRST else median(taken) for what, taken in runs.items()}
    good = all(taken <= LIMITS[what] for what, taken in found.items())
    words = ", ".join(f"{what} {taken:.0f} (≤ {LIMITS[what]:.0f})" for what, taken in found.items())
    print(f"{name:<22} {'holds' if good else 'TOO SLOW'}: {words} ms")
    return good


def shown(widget: QWidget, size: tuple[int, int]) -> QWidget:
    widget.resize(*size)
    widget.show()
    return widget


def measure_map(name: str, whole: Region, parts: Sequence[Region]) -> bool:
    charts = [map_chart(figures(whole, parts, turn)) for turn in range(RUNS)]
    view = MapView(LIGHT)
    shown(view, MAP_SIZE)

    def first(turn: int) -> None:
        for kept in (boundaries.layer, boundaries._shapes, boundaries.scans):
            kept.cache_clear()
        view.set_chart(map_chart(figures(NATION, (NATION,), 0)))
        view.set_chart(charts[0])

    def zoom(turn: int) -> None:
        view.zoom_in() if turn % 2 else view.zoom_out()

    def hover(turn: int) -> None:
        box = boundaries.layer(charts[0].layer).boxes[parts[turn].code]
        QTest.mouseMove(view._canvas.viewport(), view._canvas.placing().map(box.center()).toPoint())

    return tell(f"map of {name}", view, {
        FIRST: first, OTHER: lambda turn: view.set_chart(charts[turn]), HOVER: hover, ZOOM: zoom,
    })  # fmt: skip


def measure_bars(name: str, whole: Region, parts: Sequence[Region]) -> bool:
    charts = [bar_chart(figures(whole, parts, turn)) for turn in range(RUNS)]
    view = BarsView(LIGHT)
    shown(view, BARS_SIZE)
    return tell(f"bars of {name}", view, {OTHER: lambda turn: view.set_chart(charts[turn])})


def measure_table(look: Look, name: str, whole: Region, parts: Sequence[Region]) -> bool:
    tables = [figures(whole, parts, turn) for turn in range(RUNS)]
    card = CoverageTableCard(look)
    shown(card, TABLE_SIZE)
    return tell(f"table of {name}", card, {OTHER: lambda turn: card.show_table(tables[turn], name)})


def measure_trend(whole: Region) -> bool:
    charts = [trend_chart(trend(whole, months(turn), [UCJ], [], Sector.SEMUA)) for turn in range(RUNS)]
    view = TrendView(LIGHT)
    shown(view, TREND_SIZE)
    return tell("trend of 36 months", view, {OTHER: lambda turn: view.set_chart(charts[turn])})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", nargs="?", default="", help="only what is called so: “map of 716 desa”, “bars”")
    only = parser.parse_args().name
    look = Look(QApplication([]), Theme.TERANG)
    regions = shipped_regions()
    bali = next(region for region in regions if region.code == "51")
    measures: dict[str, Measurement] = {
        "map": measure_map, "bars": measure_bars, "table": partial(measure_table, look),
    }  # fmt: skip
    good = []
    for name, whole, deep in (
        ("9 kabupaten", bali, 2), ("57 kecamatan", bali, 3), ("716 desa", bali, 4),
        ("38 provinsi", NATION, 1), ("514 kabupaten", NATION, 2),
    ):  # fmt: skip
        within = [one for one in regions if depth(one.code) == deep and (whole is NATION or one.code.startswith("51."))]
        for what, measure in measures.items():
            if f"{what} of {name}".startswith(only):
                good.append(measure(name, whole, within))
    if "trend".startswith(only) or only.startswith("trend"):
        good.append(measure_trend(bali))
    print("all limits hold" if all(good) else "some limits do not hold")


if __name__ == "__main__":
    main()
