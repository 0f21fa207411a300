"""Chart values that the tests of pictures share, and a look at the pixels. Figures are invented."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from desktop_app.analysis.charts import Bar, BarChart, Line, MapArea, MapChart, MapClass, Point, TargetMark, TrendChart

CLASSES = (
    MapClass(lower=None, upper=0.4, label="< 40"),
    MapClass(lower=0.4, upper=0.45, label="40–<45"),
    MapClass(lower=0.45, upper=0.5, label="45–<50"),
    MapClass(lower=0.5, upper=0.55, label="50–<55"),
    MapClass(lower=0.55, upper=None, label="≥ 55"),
)


@pytest.fixture
def bars() -> BarChart:
    rows = (
        ("51.06", "Bangli", 0.3),
        ("51.03", "Badung", 0.6),
        ("51.01", "Jembrana", 0.75),
        ("51.05", "Klungkung", None),
    )
    return BarChart(
        title="Cakupan dan target 2025, persen pekerja",
        source="Penyebut UCJ 2025 · data 31 Maret 2025",
        top=0.8,
        bars=tuple(
            Bar(code=code, label=label, share=share, target=0.7, gap=None if share is None else share - 0.7)
            for code, label, share in rows
        ),
    )


@pytest.fixture
def bali() -> MapChart:
    """Four regencies; Karangasem has no data, the others stand in the lowest, the middle and the highest class."""
    rows = (("51.08", "Buleleng", 0.3, 0), ("51.02", "Tabanan", 0.47, 2), ("51.01", "Jembrana", 0.6, 4))
    known = tuple(MapArea(code=code, label=label, share=share, map_class=n) for code, label, share, n in rows)
    return MapChart(
        title="Peta cakupan, persen pekerja",
        source="Penyebut UCJ 2025 · data 31 Maret 2025 · batas wilayah: BIG",
        layer="bali-kabupaten",
        areas=(*known, MapArea(code="51.07", label="Karangasem", share=None, map_class=None)),
        classes=CLASSES,
    )


@pytest.fixture
def trend() -> TrendChart:
    return TrendChart(
        title="Cakupan Provinsi Bali, persen pekerja",
        source="Titik dengan penyebut berbeda tidak disambung.",
        lines=(
            Line(base="BPS bekerja Agustus 2022", points=(point(date(2023, 12, 31), 0.39),)),
            Line(base="UCJ 2025", points=(point(date(2025, 3, 31), 0.5), point(date(2025, 12, 31), 0.54))),
        ),
        targets=(
            TargetMark(due=date(2025, 12, 31), share=0.67, label="Target 67,00 %", rival=False),
            TargetMark(due=date(2025, 12, 31), share=0.68, label="68,00 % (Sekda)", rival=True),
            TargetMark(due=date(2026, 12, 31), share=0.74, label="Target 74,00 %", rival=False),
        ),
        first=date(2023, 12, 31),
        last=date(2026, 12, 31),
        bottom=0.3,
        top=0.8,
    )


def point(period: date, share: float, reported: bool = False) -> Point:
    return Point(period=period, share=share, reported=reported, detail=("Penyebut UCJ 2025", "Sumber: rekap"))


@pytest.fixture
def colours() -> Callable[[QImage, QRect], Counter[str]]:
    """How many pixels of each colour (“#3b79b6”, capitals) there are in a rectangle of an image, in its own pixels."""

    def count(image: QImage, area: QRect) -> Counter[str]:
        spots = ((x, y) for x in range(area.left(), area.right() + 1) for y in range(area.top(), area.bottom() + 1))
        return Counter(image.pixelColor(x, y).name().upper() for x, y in spots)

    return count
