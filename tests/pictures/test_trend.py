from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.analysis.charts import Line, Point, TrendChart
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.tokens import DARK, LIGHT
from desktop_app.pictures.trend import TrendView
from desktop_app.pictures.trend_bases import base_names, lay_out_trend, place_trend
from desktop_app.pictures.trend_layout import (
    TrendLayout,
    drawn_lines,
    share_ticks,
    target_lines,
    time_ticks,
    zones,
)
from desktop_app.pictures.trend_painting import paint_trend
from desktop_app.pictures.trend_words import place_words

Colours = Callable[[QImage, QRect], Counter[str]]


def laid_out(values: TrendChart, width: float = 820, height: float = 380) -> TrendLayout:
    load_fonts()
    return lay_out_trend(QRectF(0, 0, width, height), values)


def test_points_of_different_bases_are_never_joined(qtbot: QtBot, trend: TrendChart) -> None:
    [only] = drawn_lines(laid_out(trend))
    layout = laid_out(trend)
    first, last = (layout.place(point) for point in trend.lines[1].points)
    assert (only.p1(), only.p2()) == (first, last)


def test_nothing_is_drawn_between_the_bases(qtbot: QtBot, colours: Colours, trend: TrendChart) -> None:
    layout = laid_out(trend)
    image = QImage(820, 380, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surf))
    painter = QPainter(image)
    paint_trend(painter, place_trend(layout.area, trend), LIGHT)
    painter.end()
    old, new = layout.place(trend.lines[0].points[0]), layout.place(trend.lines[1].points[0])
    between = QRect(int(old.x()) + 9, int(layout.plot.top()), int(new.x() - old.x()) - 18, int(layout.plot.height()))
    assert colours(image, between)[LIGHT.bar] == 0
    joined = QRect(int(new.x()) + 12, int(new.y()) - 12, 40, 14)
    assert colours(image, joined)[LIGHT.bar] > 20


def test_each_base_has_its_zone_and_its_name(qtbot: QtBot, trend: TrendChart) -> None:
    layout = laid_out(trend)
    older, newer = zones(layout)
    assert older.right == newer.left
    assert layout.x(date(2023, 12, 31)) < older.right < layout.x(date(2025, 3, 31))
    names = base_names(layout, place_words(layout))
    assert names is not None
    assert [" ".join(text for _, text in name.lines) for name in names] == [
        "Penyebut BPS bekerja Agustus 2022",
        "Penyebut UCJ 2025",
    ]


def test_narrow_zones_leave_their_names_to_a_key(qtbot: QtBot, trend: TrendChart) -> None:
    layout = laid_out(trend, 300, 260)
    assert [style for row in layout.key for style in row] == [0, 1]


def test_bases_that_overlap_in_time_share_a_zone(qtbot: QtBot, trend: TrendChart) -> None:
    late = Point(period=date(2025, 6, 30), share=0.41, reported=False, detail=())
    both = replace(trend, lines=(Line(base="BPS", points=(*trend.lines[0].points, late)), trend.lines[1]))
    assert len(zones(laid_out(both))) == 1
    assert len(drawn_lines(laid_out(both))) == 2


def test_only_official_targets_are_joined(qtbot: QtBot, trend: TrendChart) -> None:
    layout = laid_out(trend)
    [dashes] = target_lines(layout)
    assert dashes.y1() == pytest.approx(layout.y(0.67))
    assert dashes.y2() == pytest.approx(layout.y(0.74))
    official, rival, _ = (layout.mark(target) for target in trend.targets)
    assert rival.height() < official.height()


@pytest.mark.parametrize("width", [320, 416, 700, 820, 1200])
def test_no_words_overlap(qtbot: QtBot, trend: TrendChart, width: int) -> None:
    words = place_words(laid_out(trend, width, 300))
    assert {"Target 67,00 %", "Target 74,00 %", "50,00", "54,00"} <= {word.text for word in words}
    assert not any(a.box.intersects(b.box) for n, a in enumerate(words) for b in words[:n])


def test_ticks_are_indonesian(qtbot: QtBot, trend: TrendChart) -> None:
    layout = laid_out(trend)
    assert [text for _, text in share_ticks(layout)] == ["30", "40", "50", "60", "70", "80\u00a0%"]
    assert [text for _, text in time_ticks(layout)] == [
        "Des 2023",
        "Jun",
        "Des 2024",
        "Jun",
        "Des 2025",
        "Jun",
        "Des 2026",
    ]


def test_a_share_without_numerator_stands_in_parentheses(qtbot: QtBot, trend: TrendChart) -> None:
    reported = replace(trend.lines[0].points[0], reported=True)
    values = replace(trend, lines=(replace(trend.lines[0], points=(reported,)), trend.lines[1]))
    assert "(39,00)" in {word.text for word in place_words(laid_out(values))}


@pytest.fixture
def view(qtbot: QtBot, trend: TrendChart) -> TrendView:
    made = TrendView(DARK)
    qtbot.addWidget(made)
    made.resize(820, 380)
    made.set_chart(trend)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_hover_and_click_name_the_month(qtbot: QtBot, view: TrendView) -> None:
    layout = view._layout()
    assert layout is not None
    spot = layout.spots()[1].place + QPointF(10, 40)
    with qtbot.waitSignal(view.hovered) as hovered:
        QTest.mouseMove(view, spot.toPoint())
    with qtbot.waitSignal(view.selected) as selected:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert hovered.args == selected.args == ["2025-03-31"]
    with qtbot.waitSignal(view.hovered) as left:
        QTest.mouseMove(view, QPoint(2, 2))
    assert left.args == [""]


def test_arrow_keys_walk_through_time(qtbot: QtBot, view: TrendView) -> None:
    told: list[str] = []
    view.hovered.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
    assert told == ["2023-12-31", "2025-03-31", "2025-12-31", "2025-03-31"]


def test_a_trend_without_points_says_so(qtbot: QtBot, view: TrendView, trend: TrendChart, colours: Colours) -> None:
    view.set_chart(replace(trend, lines=(), targets=()))
    middle = QRect(300, 100, 220, 160)
    assert colours(view.grab().toImage(), middle)[DARK.t3] > 20
    assert "0 titik" in view.accessibleName()
