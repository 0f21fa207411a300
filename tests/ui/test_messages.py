"""What the window says beside its pages."""

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from desktop_app.ui.look import Look
from desktop_app.ui.messages import Layers, Pace, remaining_words


def test_the_time_left_follows_from_the_pace_so_far() -> None:
    pace = Pace()
    assert pace.seconds_left(0, 1000, 100.0) is None
    assert pace.seconds_left(100, 1000, 101.0) is None
    assert pace.seconds_left(250, 1000, 105.0) == pytest.approx(15.0)


def test_a_second_part_of_the_job_begins_anew() -> None:
    pace = Pace()
    pace.seconds_left(0, 1000, 0.0)
    pace.seconds_left(1000, 1000, 10.0)
    assert pace.seconds_left(0, 500, 11.0) is None
    assert pace.seconds_left(100, 500, 15.0) == pytest.approx(16.0)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0.4, ""),
        (8.2, " · sekitar 8 detik lagi"),
        (89, " · sekitar 89 detik lagi"),
        (150, " · sekitar 2 menit lagi"),
    ],
)
def test_words(seconds: float | None, words: str) -> None:
    assert remaining_words(seconds) == words


@pytest.mark.parametrize("size", [(1366, 688), (910, 455)])
@pytest.mark.parametrize("detail", ["", "Penyebut UCJ 2025", "Pembagian target Provinsi Bali, " * 9])
def test_a_toast_lies_above_the_feet_of_pages_and_cards(
    look: Look, qtbot: QtBot, size: tuple[int, int], detail: str
) -> None:
    layers = Layers(look)
    qtbot.addWidget(layers)
    layers.resize(*size)
    layers.show()

    layers.toast.tell("9 target tersimpan", detail, lambda: None)

    width, height = size
    feet = QRect(0, height - 90, width, 90)
    assert not layers.toast.geometry().intersects(feet)
    assert layers.toast.width() <= max(340, width * 3 // 5)
    assert layers.toast.geometry().right() == width - 21
    assert layers.toast.isVisible()
