from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.analysis.charts import MapArea, MapChart
from desktop_app.pictures import map_pictures
from desktop_app.pictures.boundaries import anchor_inside, layer
from desktop_app.pictures.fonts import load_fonts
from desktop_app.pictures.map_foot import foot_height
from desktop_app.pictures.map_labels import Label, value_text
from desktop_app.pictures.map_painting import paint_map
from desktop_app.pictures.map_placing import PlacedMap, area_at, fitting, neighbour, place_map
from desktop_app.pictures.maps import MapView
from desktop_app.pictures.tokens import DARK, LIGHT, Tokens

Colours = Callable[[QImage, QRect], Counter[str]]
ROOM = QRectF(0, 0, 386, 230)
NAMES = {"51.01": "Jembrana", "51.02": "Tabanan", "51.03": "Badung", "51.04": "Gianyar", "51.05": "Klungkung"} | {
    "51.06": "Bangli", "51.07": "Karangasem", "51.08": "Buleleng", "51.71": "Denpasar",
}  # fmt: skip


def placed(values: MapChart, room: QRectF = ROOM) -> PlacedMap:
    load_fonts()
    return place_map(values, room, fitting(values, room))


def painted(values: MapChart, tokens: Tokens = LIGHT, selected: str | None = None) -> tuple[QImage, PlacedMap]:
    image = QImage(ROOM.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(tokens.surf))
    shown = placed(values)
    painter = QPainter(image)
    paint_map(painter, shown, tokens, selected=selected)
    painter.end()
    return image, shown


def around(spot: QPointF, reach: int = 3) -> QRect:
    return QRect(int(spot.x()) - reach, int(spot.y()) - reach, 2 * reach + 1, 2 * reach + 1)


def test_the_plane_keeps_north_up_and_shapes_true(qtbot: QtBot) -> None:
    boxes = layer("bali-kabupaten").boxes
    assert boxes["51.08"].center().y() < boxes["51.03"].center().y(), "Buleleng lies north of Badung"
    assert boxes["51.01"].center().x() < boxes["51.07"].center().x(), "Jembrana lies west of Karangasem"
    whole = layer("bali-kabupaten").extent(frozenset(boxes))
    # 114.43 to 115.71 east, 8.06 to 8.85 south; a degree of longitude is 0.989 of one of latitude there.
    assert whole.width() / whole.height() == pytest.approx(1.28 * 0.989 / 0.787, rel=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_classes_are_filled_and_no_data_is_hatched(
    qtbot: QtBot, colours: Colours, bali: MapChart, tokens: Tokens
) -> None:
    unnamed = replace(bali, areas=tuple(replace(area, label="") for area in bali.areas))
    image, shown = painted(unnamed, tokens)
    for code, place in (("51.08", 0), ("51.02", 2), ("51.01", 4)):
        assert colours(image, shown.shapes[code].boundingRect().toRect())[tokens.classes[place]] > 300, code
    empty = shown.placing.map(anchor_inside("bali-kabupaten", "51.07"))
    patch = colours(image, around(empty + QPointF(0, 25), 9))
    assert patch[tokens.nodata] > 100
    assert sum(patch.values()) - patch[tokens.nodata] > 60, "stripes, not a flat fill"
    assert not any(patch[colour] for colour in tokens.classes)


def test_the_selected_region_is_outlined(qtbot: QtBot, colours: Colours, bali: MapChart) -> None:
    plain, shown = painted(bali)
    chosen, _ = painted(bali, selected="51.01")
    box = shown.shapes["51.01"].boundingRect().toRect()
    assert colours(chosen, box)[LIGHT.t1] > colours(plain, box)[LIGHT.t1] + 20


@pytest.mark.parametrize("room", [ROOM, QRectF(0, 0, 260, 170), QRectF(0, 0, 700, 240), QRectF(0, 0, 720, 450)])
def test_every_regency_is_named_and_no_names_overlap(qtbot: QtBot, bali: MapChart, room: QRectF) -> None:
    areas = tuple(MapArea(code=code, label=label, share=0.5, map_class=3) for code, label in NAMES.items())
    labels = placed(replace(bali, areas=areas), room).labels
    assert {label.area.code for label in labels} == NAMES.keys()
    boxes = [label.box for label in labels]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    for label in labels:
        if label.leader is not None:
            assert area_at(placed(replace(bali, areas=areas), room), label.leader.p1()) == label.area


@pytest.mark.parametrize("text", [9, 15, 22])
def test_larger_names_do_not_overlap_either(qtbot: QtBot, bali: MapChart, text: int) -> None:
    load_fonts()
    values = replace(bali, areas=tuple(replace(area, label=NAMES[area.code]) for area in every("bali-kabupaten")))
    room = QRectF(0, 0, 1060, 640)
    boxes = [label.box for label in place_map(values, room, fitting(values, room), text=text).labels]
    assert len(boxes) == 9
    assert all(room.contains(box) for box in boxes)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_villages_are_named_only_where_the_name_fits(qtbot: QtBot, bali: MapChart) -> None:
    areas = tuple(MapArea(code=code, label="Nama Desa", share=0.5, map_class=3) for code in layer("bali-desa").shapes)
    shown = placed(replace(bali, layer="bali-desa", areas=areas), QRectF(0, 0, 760, 480))
    assert len(shown.shapes) == 716
    for label in shown.labels:
        assert label.leader is None
        assert shown.shapes[label.area.code].contains(label.box.center())
    assert len(shown.labels) < 50


def every(layer_name: str, map_class: int = 3) -> tuple[MapArea, ...]:
    """All regions of a layer, named by their codes."""
    codes = layer(layer_name).boxes
    return tuple(MapArea(code=code, label=code, share=0.5, map_class=map_class) for code in codes)


@pytest.mark.parametrize(
    ("name", "count"),
    [("bali-kabupaten", 9), ("bali-kecamatan", 57), ("bali-desa", 716), ("indonesia-provinsi", 38), ("indonesia-kabupaten", 514)],
)  # fmt: skip
def test_every_layer_is_drawn_whole(qtbot: QtBot, colours: Colours, bali: MapChart, name: str, count: int) -> None:
    values = replace(bali, layer=name, areas=every(name))
    image, shown = painted(values)
    assert len(shown.shapes) == count
    assert colours(image, ROOM.toRect())[LIGHT.classes[3]] > 1500


def test_the_borders_of_the_regions_above_lie_over_many_small_ones(qtbot: QtBot, bali: MapChart) -> None:
    villages = replace(bali, layer="bali-desa", areas=every("bali-desa"))
    assert len(placed(villages).groups) == 9, "regencies around the villages of the province"
    gianyar = replace(villages, areas=tuple(area for area in villages.areas if area.code.startswith("51.04")))
    assert len(placed(gianyar).groups) == 7, "kecamatan around the villages of one regency"
    assert placed(bali).groups == ()


def test_other_values_keep_shapes_and_names_where_they_are(qtbot: QtBot, bali: MapChart) -> None:
    before = placed(bali)
    later = replace(bali, areas=tuple(replace(area, share=0.123, map_class=0) for area in bali.areas))
    after = place_map(later, before.room, before.placing, before)
    assert after.shapes is before.shapes
    assert [label.box for label in after.labels] == [label.box for label in before.labels]
    assert {value_text(label.area) for label in after.labels} == {"12,3"}
    reported = replace(later, areas=tuple(replace(area, reported=True) for area in later.areas))
    wider = place_map(reported, before.room, before.placing, before)
    assert wider.shapes is before.shapes
    assert {value_text(label.area) for label in wider.labels} == {"(12,3)"}


def test_a_share_without_numerator_is_dotted_and_not_hatched(qtbot: QtBot, colours: Colours, bali: MapChart) -> None:
    areas = tuple(replace(area, label="", reported=area.code == "51.01") for area in bali.areas)
    flat, shown = painted(replace(bali, areas=tuple(replace(area, label="") for area in bali.areas)))
    image, _ = painted(replace(bali, areas=areas))
    box = shown.shapes["51.01"].boundingRect().toRect()
    before, after = colours(flat, box), colours(image, box)
    assert 300 < after[LIGHT.classes[4]] < before[LIGHT.classes[4]] * 0.9, "dots stand on the colour of the class"
    assert after[LIGHT.nodata] == before[LIGHT.nodata] == 0
    assert foot_height(replace(bali, areas=areas), 386) > foot_height(bali, 386), "the legend says what dots mean"


def test_a_map_without_boundaries_says_so(qtbot: QtBot, bali: MapChart) -> None:
    nothing = replace(bali, layer="", areas=(MapArea(code="32.01.01", label="Nanggung", share=0.5, map_class=3),))
    image, shown = painted(nothing)
    assert (shown.shapes, shown.labels) == ({}, ())
    middle = image.copy(60, 100, 266, 30)
    assert any(middle.pixelColor(x, y).lightness() < 150 for x in range(266) for y in range(30)), "words, not nothing"


@pytest.mark.parametrize(
    ("here", "ahead", "there"),
    [
        (None, QPointF(1, 0), "51.02"),
        ("51.02", QPointF(-1, 0), "51.01"),
        ("51.02", QPointF(0, -1), "51.08"),
        ("51.03", QPointF(1, 0), "51.04"),
        ("51.06", QPointF(1, 0), "51.07"),
        ("51.01", QPointF(-1, 0), None),
        ("51.08", QPointF(0, -1), None),
    ],
)
def test_the_arrow_keys_lead_to_the_neighbour(
    qtbot: QtBot, bali: MapChart, here: str | None, ahead: QPointF, there: str | None
) -> None:
    assert neighbour(replace(bali, areas=every("bali-kabupaten")), here, ahead) == there


def test_a_region_without_boundary_is_told_below_the_map(qtbot: QtBot, bali: MapChart) -> None:
    load_fonts()
    unknown = MapArea(code="51.99", label="Wilayah Baru", share=0.5, map_class=3)
    # The note needs a line more in the foot.
    assert foot_height(replace(bali, areas=(*bali.areas, unknown)), 386) > foot_height(bali, 386)


@pytest.fixture
def view(qtbot: QtBot, bali: MapChart) -> MapView:
    made = MapView(LIGHT)
    qtbot.addWidget(made)
    made.resize(386, 300)
    made.set_chart(bali)
    with qtbot.waitExposed(made):
        made.show()
    return made


def spot_of(view: MapView, code: str) -> QPoint:
    return view._canvas.placing().map(anchor_inside("bali-kabupaten", code)).toPoint()


def test_a_click_on_a_region_emits_its_code(qtbot: QtBot, view: MapView) -> None:
    for code in ("51.08", "51.01", "51.07"):
        with qtbot.waitSignal(view.selected) as chosen:
            QTest.mouseClick(view._canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(view, code))
        assert chosen.args == [code]
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseDClick(view._canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(view, "51.02"))
    assert opened.args == ["51.02"]


def test_a_click_on_the_sea_selects_nothing(qtbot: QtBot, view: MapView) -> None:
    with qtbot.assertNotEmitted(view.selected):
        QTest.mouseClick(view._canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 180))


def test_a_drag_moves_the_map_and_selects_nothing(qtbot: QtBot, view: MapView) -> None:
    before, spot = view._canvas.placing(), spot_of(view, "51.02")
    viewport = view._canvas.viewport()
    view.zoom_in()
    with qtbot.assertNotEmitted(view.selected):
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=spot + QPoint(60, 0))
    assert view._canvas.placing() != before


def test_keys_walk_zoom_and_open(qtbot: QtBot, view: MapView) -> None:
    told: list[str] = []
    view.selected.connect(told.append)
    view.opened.connect(lambda code: told.append(f"buka {code}"))
    view.select("51.02")
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_Return,
        Qt.Key.Key_Home,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_End,
    ):
        QTest.keyClick(view, key)
    assert told == ["51.01", "buka 51.01", "51.08", "51.02", "51.07"]
    assert view.accessibleDescription().startswith("Karangasem: Belum ada data")
    before = view._canvas.placing().m11()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view._canvas.placing().m11() > before
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view._canvas.placing().m11() == pytest.approx(before)


def test_a_selection_out_of_sight_is_brought_into_view(qtbot: QtBot, view: MapView) -> None:
    for _ in range(5):
        view.zoom_in()
    view.select("51.01")
    middle = view._canvas.placing().map(layer("bali-kabupaten").boxes["51.01"].center())
    assert view._canvas.rect().contains(middle.toPoint())


def test_selecting_and_hovering_paint_no_region_again(
    qtbot: QtBot, view: MapView, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted_regions: list[PlacedMap] = []
    monkeypatch.setattr(map_pictures, "paint_regions", lambda painter, placed, *_, **__: painted_regions.append(placed))
    view.select("51.01")
    view.hover("51.02")
    view.grab()
    assert not painted_regions
    view.set_tokens(DARK)
    view.grab()
    assert len(painted_regions) == 1


def test_names_go_along_with_the_hand_and_settle_when_it_rests(qtbot: QtBot, view: MapView) -> None:
    view.grab()
    before = {label.area.code: label.box.size() for label in names(view)}
    QApplication.sendEvent(view._canvas.viewport(), wheel(view, spot_of(view, "51.02")))
    assert {label.area.code: label.box.size() for label in names(view)} == before
    view._come_to_rest()
    boxes = [label.box for label in names(view)]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


def names(view: MapView) -> tuple[Label, ...]:
    placed = view._placed()
    return placed.labels if placed is not None else ()


def test_hover_follows_the_pointer(qtbot: QtBot, view: MapView) -> None:
    told: list[str] = []
    view.hovered.connect(told.append)
    for spot in (spot_of(view, "51.08"), spot_of(view, "51.02"), QPoint(20, 180)):
        QTest.mouseMove(view._canvas.viewport(), spot)
    assert told == ["51.08", "51.02", ""]


def test_zoom_keeps_what_is_under_the_pointer(qtbot: QtBot, view: MapView) -> None:
    viewport, before = view._canvas.viewport(), view._canvas.placing()
    spot = spot_of(view, "51.02")
    there = before.inverted()[0].map(QPointF(spot))
    QApplication.sendEvent(viewport, wheel(view, spot))
    after = view._canvas.placing()
    assert after.m11() > before.m11() * 1.05
    moved = after.map(there) - QPointF(spot)
    assert moved.manhattanLength() < 1.5
    view.zoom_out()
    view.reset()
    assert view._canvas.placing().m11() == pytest.approx(before.m11())


def wheel(view: MapView, spot: QPoint) -> QWheelEvent:
    place = QPointF(view._canvas.viewport().mapToGlobal(spot))
    nothing, turn = QPoint(), QPoint(0, 120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    return QWheelEvent(QPointF(spot), place, nothing, turn, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)


def test_other_values_of_the_same_regions_keep_the_zoom(qtbot: QtBot, view: MapView, bali: MapChart) -> None:
    view.zoom_in()
    zoomed = view._canvas.placing()
    view.set_chart(replace(bali, title="Peta bulan lain"))
    assert view._canvas.placing() == zoomed
    view.set_chart(replace(bali, areas=bali.areas[:2]))
    assert view._canvas.placing() != zoomed


def test_the_other_theme_is_painted_at_once(qtbot: QtBot, view: MapView, colours: Colours) -> None:
    view.set_tokens(DARK)
    found = colours(view.grab().toImage(), QRect(0, 0, 386, 300))
    assert found[DARK.surf] > 1000
    assert found[LIGHT.surf] == 0
