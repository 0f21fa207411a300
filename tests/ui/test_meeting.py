"""“Mode rapat”: one region at a time, by keys and mouse, and in words where there is no figure."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.domain.facts import Target, WorkerBase
from desktop_app.domain.indonesian import NBSP
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Sector
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.ui.desk import Desk
from desktop_app.ui.meeting import MeetingWindow
from desktop_app.ui.meeting_words import MeetingFigure, figures_of, note_of, whole_words

SEPTEMBER = date(2025, 9, 30)
MARCH = date(2025, 3, 31)
KEY = Qt.Key


@pytest.fixture
def meeting(filled_desk: Desk, qtbot: QtBot) -> MeetingWindow:
    filled_desk.change_view(region="51", period=SEPTEMBER)
    made = MeetingWindow(filled_desk, coverage(filled_desk.workspace, filled_desk.view.query()))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def told(meeting: MeetingWindow) -> tuple[str, str]:
    return meeting.foot.place.text(), meeting.panel.name.text()


def shown(meeting: MeetingWindow) -> list[str]:
    """The three figures as they stand there."""
    return [f"{block.value.text()} {block.unit.text()}".strip() for block in meeting.panel.figures]


def press(meeting: MeetingWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(meeting, key)


def test_arrow_keys_step_through_the_regions_and_stop_at_the_ends(meeting: MeetingWindow) -> None:
    assert told(meeting) == ("1 dari 9", "Kabupaten Bangli"), "the widest gap comes first"
    press(meeting, KEY.Key_Right, KEY.Key_Down)
    assert told(meeting) == ("3 dari 9", "Kabupaten Gianyar")
    press(meeting, KEY.Key_Left, KEY.Key_Up, KEY.Key_Up)
    assert told(meeting)[0] == "1 dari 9"
    press(meeting, KEY.Key_End, KEY.Key_Right)
    assert told(meeting)[0] == "9 dari 9"
    press(meeting, KEY.Key_Home)
    assert told(meeting)[0] == "1 dari 9"


def test_three_figures_with_fraction_base_and_date(meeting: MeetingWindow) -> None:
    meeting.show_region("51.04")
    assert shown(meeting) == ["65,60 %", "−1,68 poin", "3.337 orang"]
    assert meeting.panel.figures[0].lines.text().replace(NBSP, " ") == (
        "130.300 dari 198.628 pekerja\nPenyebut UCJ 2025 · data 30 September 2025"
    )
    assert "1.113 orang per bulan" in meeting.panel.figures[2].lines.text(), "three months are left"
    assert "130.300 dari 198.628 pekerja" in meeting.accessibleDescription()
    assert meeting.accessibleName() == "Mode rapat, 3 dari 9: Kabupaten Gianyar"


def test_a_region_without_data_is_told_in_words_and_never_0(meeting: MeetingWindow) -> None:
    meeting.show_region("51.07")
    assert shown(meeting) == ["Belum ada data", "Belum dapat dihitung", "Belum dapat dihitung"]
    assert "0" not in "".join(shown(meeting))


def test_enter_shows_the_parts_and_backspace_the_region_above(meeting: MeetingWindow, qtbot: QtBot) -> None:
    meeting.show_region("51.04")
    with qtbot.waitSignal(meeting.desk.view_changed):
        press(meeting, KEY.Key_Return)
    assert meeting.foot.place.text().endswith(" dari 7")
    assert meeting.desk.view.region == "51.04", "the pages follow"
    with qtbot.waitSignal(meeting.desk.view_changed):
        press(meeting, KEY.Key_Backspace)
    assert told(meeting) == ("3 dari 9", "Kabupaten Gianyar"), "back to where we came from"


def test_parts_without_any_figure_are_shown_as_such(meeting: MeetingWindow, qtbot: QtBot) -> None:
    meeting.show_region("51.07")
    with qtbot.waitSignal(meeting.desk.view_changed):
        press(meeting, KEY.Key_Return)
    assert meeting.foot.place.text() == "1 dari 8"
    assert shown(meeting)[0] == "Belum ada data"


def test_a_region_without_any_base_or_figure_stays_where_it_is(meeting: MeetingWindow, qtbot: QtBot) -> None:
    meeting.desk.change_view(period=None)
    with qtbot.waitSignal(meeting.told):
        meeting.drill("32")
    assert meeting.foot.note.text() == "Belum ada angka cakupan untuk wilayah ini."
    assert told(meeting)[0] == "1 dari 9"
    assert meeting.desk.view.region == "51"


def test_the_mouse_selects_in_map_and_strip(meeting: MeetingWindow, qtbot: QtBot) -> None:
    spot = meeting.foot.strip.place_of("51.03").center().toPoint()
    with qtbot.waitSignal(meeting.region_shown) as shown_:
        QTest.mouseClick(meeting.foot.strip, Qt.MouseButton.LeftButton, pos=spot)
    assert shown_.args == ["51.03"]
    meeting.map.selected.emit("51.04")
    assert told(meeting)[1] == "Kabupaten Gianyar"
    QTest.mouseClick(meeting.map, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    press(meeting, KEY.Key_Right)
    assert told(meeting)[0] == "4 dari 9", "the keys stay with the window"


def test_escape_ends_it(meeting: MeetingWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(meeting.closed):
        press(meeting, KEY.Key_Escape)
    assert not meeting.isVisible()


def test_an_answer_that_comes_after_the_end_reaches_no_one(filled_desk: Desk, qtbot: QtBot) -> None:
    filled_desk.change_view(region="51", period=SEPTEMBER)
    window = MeetingWindow(filled_desk, coverage(filled_desk.workspace, filled_desk.view.query()))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()
    window.drill("51.04")
    with qtbot.waitSignal(window.destroyed):
        window.close()
    told_: list[str] = []
    filled_desk.read(lambda workspace: "sesudahnya", told_.append)
    qtbot.waitUntil(lambda: told_ == ["sesudahnya"])
    assert filled_desk.view.region == "51"


def test_f11_leaves_and_takes_the_whole_screen(meeting: MeetingWindow) -> None:
    press(meeting, KEY.Key_F11)
    assert meeting.isFullScreen()
    press(meeting, KEY.Key_F11)
    assert not meeting.isFullScreen()


def test_another_answer_keeps_the_region(meeting: MeetingWindow) -> None:
    meeting.show_region("51.04")
    meeting.set_answer(coverage(meeting.desk.workspace, CoverageQuery(region="51", period=MARCH)))
    assert told(meeting)[1] == "Kabupaten Gianyar"


@pytest.mark.parametrize(("width", "height"), [(910, 455), (910, 512), (1024, 768), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_on_any_screen(meeting: MeetingWindow, width: int, height: int) -> None:
    meeting.resize(width, height)
    assert (meeting.width(), meeting.height()) == (width, height)
    for place in range(9):
        meeting.step(1 if place else -9)
        for _ in range(3):
            QApplication.processEvents()
        for block in meeting.panel.figures:
            assert block.value.height() >= block.value.fontMetrics().height(), (width, told(meeting))
            assert block.value.geometry().right() <= block.width()


UCJ = WorkerBase(name="UCJ 2025", document="", as_of=date(2025, 1, 1), workers={}, notes={})
DESA = Region("51.03.01.2001", "Contoh", Level.DESA)
AIM = Target(region="51", sector=Sector.SEMUA, year=2025, share=0.5, document="SE 1, 2025", note="")


def figure(
    active: int | None = None, *, reported: float | None = None, target: Target | None = AIM, stale: bool = False
) -> RegionCoverage:
    """A village of 1.000 workers in March 2025."""
    return RegionCoverage(
        region=DESA, base="UCJ 2025", workers=1000, active=active, reported=reported, period=MARCH, target=target,
        target_is_province=True, stale=stale,
    )  # fmt: skip


def three(row: RegionCoverage, asked: date = MARCH) -> list[tuple[str, tuple[str, ...]]]:
    table = CoverageTable(period=asked, base=UCJ, sector=Sector.SEMUA, whole=row, rows=())

    def plain(one: MeetingFigure) -> tuple[str, tuple[str, ...]]:
        value = one.words or f"{one.value} {one.unit}"
        return value, tuple(line.replace(NBSP, " ") for line in one.lines)

    return [plain(one) for one in figures_of(row, table)]


PROVINCE = ("Target provinsi 50,00 %, SE 1, 2025",)


@pytest.mark.parametrize(
    ("row", "gap", "missing"),
    [
        (figure(400), ("−10,00 poin", PROVINCE), ("100 orang", ("12 orang per bulan sampai Desember 2025",))),
        (figure(500), ("0,00 poin", PROVINCE), ("Target tercapai", ("Tepat sejumlah target",))),
        (figure(620), ("+12,00 poin", PROVINCE), ("Target tercapai", ("120 orang lebih dari target",))),
        (figure(0), ("−50,00 poin", PROVINCE), ("500 orang", ("56 orang per bulan sampai Desember 2025",))),
        (
            figure(reported=0.4),
            ("−10,00 poin", PROVINCE),
            ("Belum dapat dihitung", ("Untuk menghitungnya belum ada pembilang atau penyebut",)),
        ),
        (
            figure(400, target=None),
            ("Belum ada target", ()),
            ("Belum dapat dihitung", ("Untuk menghitungnya belum ada target",)),
        ),
    ],
)
def test_the_figures_in_words(
    row: RegionCoverage, gap: tuple[str, tuple[str, ...]], missing: tuple[str, tuple[str, ...]]
) -> None:
    assert three(row)[1:] == [gap, missing]


def test_zero_people_is_a_figure_and_no_data_is_not() -> None:
    assert three(figure(0))[0][0] == "0,00 %"
    assert three(figure())[0][0] == "Belum ada data"
    assert three(figure(reported=0.4))[0][0] == "(40,00) %"


def test_the_target_date_that_has_passed() -> None:
    later = date(2025, 12, 31)
    row = RegionCoverage(region=DESA, base="UCJ 2025", workers=1000, active=400, period=later, target=AIM)
    assert three(row, later)[2] == ("100 orang", ("Batas waktu target, 31 Desember 2025, sudah tiba",))


def test_an_older_figure_and_the_whole_are_told_with_their_date_and_fraction() -> None:
    row = figure(400, stale=True)
    table = CoverageTable(period=date(2025, 4, 30), base=UCJ, sector=Sector.SEMUA, whole=row, rows=())
    assert note_of(row, table).startswith("Data Maret 2025, lebih lama dari bulan yang dipilih")
    assert whole_words(table).replace(NBSP, " ") == "Desa Contoh 40,00 % (400 dari 1.000 pekerja)"
