"""Waterfall, breakdown, pair and matrix, painted and stepped through; every kind of chart in a file. Figures are invented."""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.analysis.charts import (
    Ahead,
    Bar,
    BarChart,
    Chart,
    Line,
    MatrixCell,
    MatrixChart,
    MatrixRow,
    Needed,
    PairChart,
    PairRow,
    Part,
    PartsChart,
    Point,
    Step,
    StepKind,
    TrendChart,
    WaterfallChart,
)
from desktop_app.analysis.forecast import ForecastPoint
from desktop_app.domain.breakdowns import Dimension
from desktop_app.domain.periods import months_later
from desktop_app.domain.reporting import ReportingState
from desktop_app.pictures.drawing import draw, image
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.matrix import MatrixView
from desktop_app.pictures.matrix_symbols import paint_symbol
from desktop_app.pictures.pairs import PairView
from desktop_app.pictures.parts import PartsView
from desktop_app.pictures.parts_painting import share_text
from desktop_app.pictures.tokens import DARK, LIGHT
from desktop_app.pictures.trend import TrendView
from desktop_app.pictures.trend_bases import place_trend
from desktop_app.pictures.trend_layout import ahead_line, needed_line
from desktop_app.pictures.trend_words import all_lines, meets, place_words
from desktop_app.pictures.waterfall import WaterfallView
from desktop_app.pictures.waterfall_painting import lay_out_waterfall

Colours = Callable[[QImage, QRect], Counter[str]]
SVG = "{http://www.w3.org/2000/svg}"
MONTHS = (date(2024, 11, 30), date(2024, 12, 31), date(2025, 1, 31))


def step(key: str, kind: StepKind, start: int, end: int) -> Step:
    value = f"{end:,}".replace(",", ".") if kind is StepKind.TOTAL else f"{end - start:+}"
    return Step(key=key, label=key.capitalize(), kind=kind, start=start, end=end, value=value, second="+1,00 poin")


@pytest.fixture
def waterfall() -> WaterfallChart:
    steps = (
        step("awal", StepKind.TOTAL, 0, 961_773),
        step("masuk", StepKind.PLUS, 961_773, 1_032_977),
        step("keluar", StepKind.MINUS, 1_032_977, 993_859),
        step("penyebut", StepKind.ZERO, 993_859, 993_859),
        step("belum terurai", StepKind.OPEN, 993_859, 1_000_000),
        step("akhir", StepKind.TOTAL, 0, 1_000_000),
    )
    return WaterfallChart(
        title="Mengapa berubah?", source="Penyebut: UCJ 2025.", total="+38.227 orang", steps=steps, bottom=940_000,
        top=1_032_977,
    )  # fmt: skip


@pytest.fixture
def parts() -> PartsChart:
    people = (("PU", 60, False), ("BPU", 30, False), ("", 10, True))
    return PartsChart(
        title="Peserta menurut segmen", source="Sumber: daftar peserta.", dimension=Dimension.SEGMEN, total=100,
        unit="orang", top=0.6,
        parts=tuple(
            Part(key=key, label=key or "tidak diisi", people=count, share=count / 100, quiet=quiet)
            for key, count, quiet in people
        ),
    )  # fmt: skip


@pytest.fixture
def pair(bars: BarChart) -> PairChart:
    rows = tuple(PairRow(code=bar.code, label=bar.label, sides=(bar, halved(bar))) for bar in bars.bars)
    return PairChart(title="Formal dan informal", source="Penyebut", names=("Formal", "Informal"), rows=rows, top=0.8)


def halved(bar: Bar) -> Bar:
    return bar if bar.share is None else replace(bar, share=bar.share / 2, gap=bar.share / 2 - 0.7)


@pytest.fixture
def matrix() -> MatrixChart:
    states = {
        "Badung": (ReportingState.LENGKAP, ReportingState.TERLAMBAT, ReportingState.LENGKAP),
        "Bangli": (ReportingState.SEBAGIAN, ReportingState.BELUM, ReportingState.BELUM),
    }
    rows = tuple(
        MatrixRow(
            code=f"51.{place:02}", label=label,
            cells=tuple(
                MatrixCell(month=month, state=state, detail=("Rekap.xlsx.",))
                for month, state in zip(MONTHS, found, strict=True)
            ),
        )
        for place, (label, found) in enumerate(states.items(), start=1)
    )  # fmt: skip
    return MatrixChart(title="Pelaporan", source="Batas: tanggal 10.", months=MONTHS, rows=rows, complete=(1, 1, 1))


@pytest.fixture
def ahead(trend: TrendChart) -> TrendChart:
    """The trend with a forecast and the pace that the target of 2026 needs."""
    last = date(2025, 12, 31)
    found = Ahead(
        since=last, start=0.54, points=(ForecastPoint(date(2026, 12, 31), 0.58, 0.57, 0.59),),
        label="Perkiraan 58,00 %", second="57,00–59,00 %, Theil–Sen, 9 bulan", method="Perkiraan: garis lurus.",
        detail=("Penyebut: UCJ 2025",),
    )  # fmt: skip
    needed = Needed(
        since=last, start=0.54, due=date(2026, 12, 31), share=0.74, label="Laju yang perlu", second="30.601 per bulan"
    )
    return replace(trend, ahead=found, needed=needed)


def shown(qtbot: QtBot, view: WaterfallView | TrendView | PartsView | PairView | MatrixView) -> None:
    qtbot.addWidget(view)
    view.resize(640, 300)
    with qtbot.waitExposed(view):
        view.show()


@pytest.mark.parametrize("kind", ["bars", "bali", "trend", "ahead", "waterfall", "parts", "pair", "matrix"])
def test_every_kind_is_drawn_as_png_as_svg_and_for_the_clipboard(
    qtbot: QtBot, tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    values: Chart = request.getfixturevalue(kind)
    draw(values, tmp_path / "gambar.png")
    draw(values, tmp_path / "gambar.svg")
    png, copied = QImage(str(tmp_path / "gambar.png")), image(values)
    root = ET.parse(tmp_path / "gambar.svg").getroot()
    assert (png.size(), png.text("Title")) == (copied.size(), values.title)
    assert (png.width(), png.height() / 2) == (1520, float(root.attrib["viewBox"].split()[3]))
    assert root.findtext(f"{SVG}title") == values.title
    assert (root.findtext(f"{SVG}desc") or "").startswith(values.source)
    assert root.findall(f".//{SVG}image") == []


def test_a_picture_that_leaves_the_window_says_how_it_was_made(qtbot: QtBot, ahead: TrendChart, bars: BarChart) -> None:
    assert image(ahead).text("Source").endswith("Perkiraan: garis lurus.")
    assert image(replace(bars, definition="Pembilang: orang.")).text("Source").endswith("Pembilang: orang.")


def test_hundreds_of_rows_stay_within_what_can_be_painted(qtbot: QtBot, tmp_path: Path, bars: BarChart) -> None:
    many = replace(bars, bars=tuple(replace(bars.bars[0], code=str(n), label=f"Desa {n}") for n in range(716)))
    draw(many, tmp_path / "desa.png")
    assert 12_000 < QImage(str(tmp_path / "desa.png")).height() < 32_767


# Waterfall


def test_steps_hang_between_their_levels(qtbot: QtBot, waterfall: WaterfallChart) -> None:
    load_fonts()
    layout = lay_out_waterfall(QRectF(0, 0, 640, 300), waterfall)
    first, joined, lapsed, nothing, opened, last = (layout.bar(place) for place in range(6))
    assert first.top() == pytest.approx(joined.bottom())
    assert joined.top() == pytest.approx(lapsed.top())
    assert nothing.height() == 0
    assert opened.bottom() == pytest.approx(nothing.top())
    assert last.top() == pytest.approx(opened.top())
    assert first.bottom() == last.bottom() == layout.plot.bottom()


def test_totals_have_a_broken_foot_only_where_the_axis_is_cut(
    qtbot: QtBot, colours: Colours, waterfall: WaterfallChart
) -> None:
    view = WaterfallView(LIGHT)
    shown(qtbot, view)
    view.set_chart(waterfall)
    layout = view._layout()
    assert layout is not None
    foot = layout.bar(0).toRect()
    foot.setTop(foot.bottom() - 14)
    assert colours(view.grab().toImage(), foot)[LIGHT.surf] > 40
    view.set_chart(replace(waterfall, bottom=0))
    assert colours(view.grab().toImage(), foot)[LIGHT.surf] == 0


def test_colours_of_the_steps(qtbot: QtBot, colours: Colours, waterfall: WaterfallChart) -> None:
    view = WaterfallView(DARK)
    shown(qtbot, view)
    view.set_chart(waterfall)
    layout, picture = view._layout(), view.grab().toImage()
    assert layout is not None
    middles = [layout.bar(place).center().toPoint() for place in range(6)]
    painted = [picture.pixelColor(spot).name().upper() for spot in middles]
    assert (painted[0], painted[1], painted[2], painted[5]) == (DARK.bar, DARK.over, DARK.gap_fill, DARK.bar)
    assert painted[4] in (DARK.surf, DARK.t2), "what is not explained is an outline, never the hatch"


def test_arrow_keys_explain_each_step(qtbot: QtBot, waterfall: WaterfallChart) -> None:
    view = WaterfallView(LIGHT)
    shown(qtbot, view)
    view.set_chart(waterfall)
    told: list[str] = []
    view.hovered.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
    assert told == ["awal", "masuk", "awal"]
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["awal"]
    assert view.accessibleName() == "Bagan perubahan, 4 bagian: Mengapa berubah?, +38.227 orang"
    assert "Belum terurai +6141" in view.accessibleDescription()
    view.set_chart(None)
    assert view._layout() is None


# Breakdown


def test_a_part_is_as_long_as_its_share(qtbot: QtBot, colours: Colours, parts: PartsChart) -> None:
    view = PartsView(LIGHT)
    shown(qtbot, view)
    view.set_chart(parts)
    layout, picture = view._layout(), view.grab().toImage()
    wide = layout.plot_right - layout.plot_left

    def row(place: int) -> Counter[str]:
        middle = int(layout.row_rect(place).center().y())
        return colours(picture, QRect(int(layout.plot_left), middle, int(wide), 1))

    assert row(0)[LIGHT.bar] == pytest.approx(wide, abs=2)
    assert row(1)[LIGHT.bar] == pytest.approx(wide / 2, abs=2)
    assert row(2)[LIGHT.bar] == 0, "what is not filled in has a quiet colour"
    assert row(2)[LIGHT.neu_soft] > 10


def test_a_part_without_a_word_can_be_selected(qtbot: QtBot, parts: PartsChart) -> None:
    view = PartsView(LIGHT)
    shown(qtbot, view)
    view.set_chart(parts)
    with qtbot.waitSignal(view.selected) as selected:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view._layout().row_rect(2).center().toPoint())
    assert selected.args == [""]
    assert view.accessibleName() == "Bagan bagian, 3 bagian dari 100 orang: Peserta menurut segmen"


def test_a_few_of_very_many_are_not_nothing() -> None:
    few = Part(key="PMI", label="PMI", people=3, share=3 / 144_301, quiet=False)
    assert [share_text(part) for part in (few, replace(few, share=0.2243), replace(few, people=0, share=0.0))] == [
        "<0,01", "22,43", "0,00",
    ]  # fmt: skip


# Pair


def test_both_panels_share_the_scale(qtbot: QtBot, colours: Colours, pair: PairChart) -> None:
    view = PairView(LIGHT)
    shown(qtbot, view)
    view.set_chart(pair)
    layout, picture = view._layout(), view.grab().toImage()
    left, right = layout.panels
    assert left.right - left.left == pytest.approx(right.right - right.left, abs=1)
    middle = int(layout.row_rect(0).center().y())
    lengths = [
        colours(picture, QRect(int(panel.left), middle, int(panel.right - panel.left), 1))[LIGHT.bar]
        for panel in layout.panels
    ]
    assert lengths[0] == pytest.approx(2 * lengths[1], abs=3)


def test_hover_tells_of_the_panel_under_the_pointer(qtbot: QtBot, pair: PairChart) -> None:
    view = PairView(LIGHT)
    shown(qtbot, view)
    view.set_chart(pair)
    layout = view._layout()
    spots = [QPointF(panel.left + 4, 0) for panel in layout.panels]
    assert [view.card(1, spot).heading for spot in spots] == ["Badung, formal", "Badung, informal"]
    assert [view.card(1, spot).value for spot in spots] == ["60,00\u00a0%", "30,00\u00a0%"]


# Matrix


def test_states_differ_in_shape_not_only_in_colour(qtbot: QtBot) -> None:
    looks = set()
    for state in ReportingState:
        cell = QImage(20, 20, QImage.Format.Format_RGB32)
        cell.fill(QColor(LIGHT.surf))
        painter = QPainter(cell)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_symbol(painter, QPointF(10, 10), state, LIGHT)
        painter.end()
        looks.add(tuple(cell.pixelColor(x, y).lightness() < 170 for x in range(20) for y in range(20)))
    assert len(looks) == len(ReportingState)


def test_a_cell_explains_itself_to_pointer_and_keys(qtbot: QtBot, matrix: MatrixChart) -> None:
    view = MatrixView(LIGHT)
    shown(qtbot, view)
    view.set_chart(matrix)
    layout = view._layout()
    late = layout.cell(layout.row_rect(0), 1).center()
    card = view.card(0, late)
    assert (card.heading, card.value, card.lines) == ("Badung, Desember 2024", "Terlambat", ("Rekap.xlsx.",))
    assert view.card(0, QPointF(4, late.y())).value == "3 dari 3 bulan"
    view.select("51.02")
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view._cell == ("51.02", 1)
    QTest.mouseMove(view.viewport(), late.toPoint())
    with qtbot.waitSignal(view.cell_opened) as opened:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=late.toPoint())
    assert opened.args == ["51.01", "2024-12-31"]
    assert view.accessibleName() == "Tabel pelaporan, 2 wilayah, 3 bulan: Pelaporan"


def test_the_edge_of_a_cell_fills_nothing(qtbot: QtBot, colours: Colours, matrix: MatrixChart) -> None:
    view = MatrixView(LIGHT)
    shown(qtbot, view)
    view.set_chart(matrix)
    layout = view._layout()
    cell = layout.cell(layout.row_rect(1), 1)
    QTest.mouseMove(view.viewport(), cell.center().toPoint())
    inside = cell.toRect().adjusted(3, 3, -3, -3)
    assert colours(view.viewport().grab().toImage(), inside)[LIGHT.acc] == 0


# What lies ahead of a trend


@pytest.mark.parametrize("size", [(842, 380), (870, 250), (560, 320), (416, 300)])
def test_words_ahead_lie_on_nothing(qtbot: QtBot, ahead: TrendChart, size: tuple[int, int]) -> None:
    load_fonts()
    layout = place_trend(QRectF(0, 0, *size), ahead).layout
    words = place_words(layout)
    assert "Perkiraan 58,00 %" in {word.text for word in words}
    assert not any(a.box.intersects(b.box) for n, a in enumerate(words) for b in words[:n])
    assert not any(meets(line, word.box) for word in words for line in all_lines(layout))
    assert all(layout.area.contains(word.box) for word in words)


def test_forecast_and_needed_pace_start_at_the_last_point(qtbot: QtBot, colours: Colours, ahead: TrendChart) -> None:
    view = TrendView(DARK)
    shown(qtbot, view)
    view.set_chart(ahead)
    layout = view._layout()
    assert layout is not None
    last, way = layout.place(ahead.lines[1].points[-1]), needed_line(layout)
    assert way is not None
    assert ahead_line(layout)[0] == way.p1() == last
    picture = view.grab().toImage()
    half = way.pointAt(0.5)
    around = QRect(half.toPoint() - QPoint(8, 8), half.toPoint() + QPoint(8, 8))
    found = (QColor(name) for name in colours(picture, around))
    assert any(colour.red() > colour.blue() + 60 for colour in found), "dots of warn, blended at their edges"
    end = layout.at(date(2026, 12, 31), 0.587).toPoint()
    assert colours(picture, QRect(end - QPoint(9, 1), end - QPoint(3, 0)))[DARK.band] > 2


def test_targets_and_forecast_explain_themselves_but_are_no_months(qtbot: QtBot, ahead: TrendChart) -> None:
    view = TrendView(LIGHT)
    shown(qtbot, view)
    view.set_chart(ahead)
    told: list[str] = []
    view.hovered.connect(told.append)
    headings = []
    for _ in range(8):
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view._hovered is not None
        headings.append(view._hovered.heading)
    assert headings == [
        "31 Desember 2023", "31 Maret 2025", "31 Desember 2025", "Target 2025", "Target 2025, dokumen lain",
        "Perkiraan 31 Desember 2026", "Target 2026", "Target 2026",
    ]  # fmt: skip
    assert [period for period in told if period] == ["2023-12-31", "2025-03-31", "2025-12-31"]
    assert "Laju yang perlu: 30.601 per bulan." in view.accessibleDescription()


def test_of_many_points_only_the_ends_are_written(qtbot: QtBot, trend: TrendChart) -> None:
    months = [months_later(date(2025, 1, 31), place) for place in range(24)]
    points = tuple(
        Point(period=month, share=0.5 + place / 200, reported=False, detail=()) for place, month in enumerate(months)
    )
    load_fonts()
    many = replace(trend, lines=(Line(base="UCJ 2025", points=points),), targets=())
    layout = place_trend(QRectF(0, 0, 640, 300), many).layout
    assert {word.text for word in place_words(layout)} == {"50,00", "61,50"}
