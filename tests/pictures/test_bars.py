from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.analysis.charts import BarChart
from desktop_app.pictures.bar_layout import BarLayout, bars_height, lay_out_bars
from desktop_app.pictures.bar_painting import paint_bars
from desktop_app.pictures.bars import BarsView
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.tokens import DARK, LIGHT, Tokens

Colours = Callable[[QImage, QRect], Counter[str]]


def painted(values: BarChart, width: int = 700, tokens: Tokens = LIGHT) -> tuple[QImage, BarLayout]:
    load_fonts()
    image = QImage(width, int(bars_height(width, values)) + 1, QImage.Format.Format_RGB32)
    image.fill(QColor(tokens.surf))
    layout = lay_out_bars(QRectF(image.rect()), values)
    painter = QPainter(image)
    paint_bars(painter, layout, values, tokens)
    painter.end()
    return image, layout


def plot_row(layout: BarLayout, place: int) -> QRect:
    """One line of pixels through the middle of a bar."""
    row = layout.row_rect(place)
    return QRect(int(layout.plot_left), int(row.center().y()), int(layout.plot_right - layout.plot_left), 1)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_a_bar_is_as_long_as_its_share(qtbot: QtBot, colours: Colours, bars: BarChart, tokens: Tokens) -> None:
    image, layout = painted(bars, tokens=tokens)
    whole = layout.plot_right - layout.plot_left
    for place, share in ((0, 0.3), (1, 0.6)):
        covered = colours(image, plot_row(layout, place))[tokens.bar]
        assert covered == pytest.approx(whole * share / 0.8, abs=2)


def test_what_is_missing_and_what_lies_beyond_look_different(qtbot: QtBot, colours: Colours, bars: BarChart) -> None:
    image, layout = painted(bars)
    whole = layout.plot_right - layout.plot_left
    below, beyond = colours(image, plot_row(layout, 1)), colours(image, plot_row(layout, 2))
    assert below[LIGHT.gap_fill] == pytest.approx(whole * 0.1 / 0.8, abs=4)
    assert below[LIGHT.over] == 0
    assert beyond[LIGHT.over] == pytest.approx(whole * 0.05 / 0.8, abs=4)
    assert beyond[LIGHT.gap_fill] == 0


def test_no_data_is_hatched_and_never_a_bar(qtbot: QtBot, colours: Colours, bars: BarChart) -> None:
    image, layout = painted(bars)
    strip = layout.row_rect(3).adjusted(layout.plot_left, 0, layout.plot_right - image.width(), 0).toRect()
    found = colours(image, strip)
    assert found[LIGHT.bar] == found[LIGHT.gap_fill] == 0
    assert found[LIGHT.nodata] > 30
    assert found[LIGHT.mark] > 20, "its target stands all the same"


def test_a_share_without_numerator_is_an_outline(qtbot: QtBot, colours: Colours, bars: BarChart) -> None:
    reported = replace(bars, bars=(replace(bars.bars[0], reported=True), *bars.bars[1:]))
    image, layout = painted(reported)
    found = colours(image, plot_row(layout, 0))
    assert found[LIGHT.bar] <= 4
    assert found[LIGHT.surf] > 100


@pytest.mark.parametrize("width", [220, 280, 340, 416, 560, 700, 1000])
def test_columns_keep_apart_at_every_width(qtbot: QtBot, bars: BarChart, width: int) -> None:
    noted = replace(bars, bars=tuple(replace(bar, note="data Des 2024") for bar in bars.bars))
    load_fonts()
    layout = lay_out_bars(QRectF(0, 0, width, 300), noted)
    columns = [0, layout.plot_left, layout.plot_right, layout.value_right, layout.gap_right or layout.value_right + 1]
    assert columns == sorted(columns)
    assert layout.plot_right - layout.plot_left > 40
    assert layout.row_rect(3).bottom() <= 300, "four rows find room"


@pytest.fixture
def view(qtbot: QtBot, bars: BarChart) -> BarsView:
    made = BarsView(LIGHT)
    qtbot.addWidget(made)
    made.resize(416, 300)
    made.set_chart(bars)
    with qtbot.waitExposed(made):
        made.show()
    return made


def middle_of(view: BarsView, place: int) -> QPoint:
    return view._layout().row_rect(place).center().toPoint()


def test_a_click_selects_and_a_double_click_opens(qtbot: QtBot, view: BarsView) -> None:
    with qtbot.waitSignal(view.selected) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, 1))
    assert chosen.args == ["51.03"]
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, 3))
    assert opened.args == ["51.05"]


def test_the_keyboard_walks_the_rows(qtbot: QtBot, view: BarsView) -> None:
    chosen: list[str] = []
    view.selected.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    assert chosen == ["51.06", "51.03", "51.06", "51.05"]
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["51.05"]


def test_selecting_from_outside_is_silent_and_visible(qtbot: QtBot, view: BarsView, colours: Colours) -> None:
    with qtbot.assertNotEmitted(view.selected):
        view.select("51.03")
    ground = view._layout().row_rect(1).toRect()
    assert colours(view.grab().toImage(), ground)[LIGHT.sel] > 500
    view.set_tokens(DARK)
    assert colours(view.grab().toImage(), ground)[DARK.sel] > 500


def test_hover_tells_where_the_pointer_is_and_when_it_left(qtbot: QtBot, view: BarsView) -> None:
    told: list[str] = []
    view.hovered.connect(told.append)
    QTest.mouseMove(view.viewport(), middle_of(view, 0))
    QTest.mouseMove(view.viewport(), middle_of(view, 2))
    QTest.mouseMove(view.viewport(), QPoint(200, 298))
    assert told == ["51.06", "51.01", ""]


def test_rows_without_room_are_reached_by_scrolling(qtbot: QtBot, view: BarsView, bars: BarChart) -> None:
    many = replace(
        bars, bars=tuple(replace(bars.bars[0], code=f"51.01.{n:02}", label=f"Kecamatan {n}") for n in range(57))
    )
    view.set_chart(many)
    assert view.verticalScrollBar().maximum() > 500
    view.select("51.01.56")
    last = view._layout().row_rect(56, view.verticalScrollBar().value())
    assert view._layout().rows_area.contains(last)
    assert "57 wilayah" in view.accessibleName()
