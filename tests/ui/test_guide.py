"""The user's guide: every page opens in the program, its links lead somewhere, its pictures fit the window."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

import desktop_app
from desktop_app.resources import guide
from desktop_app.ui.guide import MARGIN, GuideWindow, fitted, fragments, open_guide
from desktop_app.ui.look import Look

PAGES = sorted(guide().glob("*.md"))
_LINK = re.compile(r"\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
CODE = Path(desktop_app.__file__).parent


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> GuideWindow:
    made = GuideWindow(None)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture(scope="session")
def words_of_the_program() -> str:
    """Every text of the code, one a line."""
    trees = [ast.parse(path.read_text("utf-8")) for path in CODE.rglob("*.py")]
    texts = [each.value for tree in trees for each in ast.walk(tree) if isinstance(each, ast.Constant)]
    return "\n".join(text for text in texts if isinstance(text, str))


def picture_widths(window: GuideWindow) -> list[float]:
    document = window.browser.document()
    formats = [each.charFormat().toImageFormat() for each in fragments(document) if each.charFormat().isImageFormat()]
    images = [document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(each.name())) for each in formats]
    return [image.deviceIndependentSize().width() for image in images]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    targets = _LINK.findall(page.read_text("utf-8"))
    assert targets
    assert [target for target in targets if not (page.parent / target).is_file()] == []


def test_every_page_is_reached_from_the_list_of_contents() -> None:
    named = _LINK.findall(guide("README.md").read_text("utf-8"))
    assert {page.name for page in PAGES} - {"README.md"} <= set(named)


def test_pictures_follow_the_width_of_the_window(window: GuideWindow, qtbot: QtBot) -> None:
    window.browser.setSource(QUrl.fromLocalFile(str(guide("surat.md"))))
    window.resize(1200, 600)
    [whole] = picture_widths(window)
    window.resize(500, 600)
    qtbot.waitUntil(lambda: window.browser.viewport().width() < whole)
    [narrow] = picture_widths(window)
    assert narrow == window.browser.viewport().width() - 2 * MARGIN < whole


def test_a_picture_is_never_enlarged_and_sharp_on_a_dense_screen(tmp_path: Path) -> None:
    picture = QImage(400, 100, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    assert picture.save(str(tmp_path / "gambar.png"))
    shown = fitted(QUrl.fromLocalFile(str(tmp_path / "gambar.png")), room=900, ratio=2.0)
    assert (shown.width(), shown.deviceIndependentSize().width()) == (400, 200)


def test_the_guide_opens_beside_the_work(window: GuideWindow, qtbot: QtBot) -> None:
    open_guide(window)
    [opened] = window.findChildren(GuideWindow)
    assert opened.isVisible()
    assert not opened.isModal()
    assert "Panduan Cakupan" in opened.browser.toPlainText()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_words_in_bold_are_words_of_the_screen(page: Path, words_of_the_program: str) -> None:
    bold = {" ".join(each.split()).rstrip(".") for each in _BOLD.findall(page.read_text("utf-8"))}
    assert sorted(each for each in bold if each not in words_of_the_program) == []
