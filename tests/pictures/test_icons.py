from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QImage
from pytestqt.qtbot import QtBot

from desktop_app.pictures.icons import icon, mark, pixmap
from desktop_app.pictures.tokens import DARK, LIGHT
from desktop_app.resources import resource

Colours = Callable[[QImage, QRect], Counter[str]]


def test_every_icon_draws_in_the_colour_asked_for(qtbot: QtBot) -> None:
    drawings = [path for path in resource("icons").glob("*.svg") if "currentColor" in path.read_text("utf-8")]
    assert len(drawings) > 80
    for path in drawings:
        image = pixmap(path.stem, "#A63A1E", 24, 2.0).toImage()
        solid = {
            image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 250
        }
        assert "#a63a1e" in solid, path.stem


def test_an_icon_is_sharp_at_every_ratio(qtbot: QtBot) -> None:
    shown = icon("save", LIGHT.t1, 16)
    for ratio in (1.0, 1.25, 1.5, 2.0):
        made = shown.pixmap(QSize(16, 16), ratio)
        assert (made.width(), made.devicePixelRatio()) == (round(16 * ratio), ratio)


def test_the_line_is_about_as_wide_at_every_size(qtbot: QtBot) -> None:
    for size in (16, 18, 24):
        image = pixmap("minus", "#000000", size, 4.0).toImage()
        middle = image.width() // 2
        inked = sum(image.pixelColor(middle, y).alpha() for y in range(image.height())) / 255 / 4
        assert 1.3 <= inked <= 1.7, size


def test_a_disabled_button_shows_the_other_colour(qtbot: QtBot) -> None:
    shown = icon("save", LIGHT.t1, 16, LIGHT.dis)
    faded = shown.pixmap(QSize(16, 16), 2.0, QIcon.Mode.Disabled).toImage()
    solid = {
        faded.pixelColor(x, y).name() for x in range(32) for y in range(32) if faded.pixelColor(x, y).alpha() > 250
    }
    assert solid == {LIGHT.dis.lower()}


def test_the_mark_wears_the_accent_of_its_theme(qtbot: QtBot, colours: Colours) -> None:
    for tokens in (LIGHT, DARK):
        found = colours(mark(tokens, 26).pixmap(QSize(26, 26), 2.0).toImage(), QRect(4, 4, 44, 44))
        assert found[tokens.acc] > found[tokens.onacc] > 50
