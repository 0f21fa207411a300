"""The preview: pages with names, zoom, what it cannot show; long documents come bit by bit."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.paper import PaperDocument, PaperParagraph, PaperSection, Run
from desktop_app.operations.settings import Theme
from desktop_app.ui.look import Look
from desktop_app.ui.paper import PaperView
from desktop_app.ui.paper_thumbs import PaperThumbs


def section(*texts: str, name: str = "Surat", width: float = 595, height: float = 842) -> PaperSection:
    """Each text on a page of its own."""
    blocks = tuple(PaperParagraph(runs=(Run(text=text),), page_break=at > 0) for at, text in enumerate(texts))
    return PaperSection(width=width, height=height, top=57, right=57, bottom=71, left=85, blocks=blocks, name=name)


def document(*sections: PaperSection, unshown: tuple[str, ...] = ()) -> PaperDocument:
    return PaperDocument(sections=sections, unshown=unshown)


def shown(qtbot: QtBot, look: Look, made: PaperDocument) -> PaperView:
    view = PaperView(look)
    qtbot.addWidget(view)
    view.resize(700, 700)
    view.show()
    view.show_document(made)
    qtbot.waitUntil(lambda: view.done)
    return view


def press(view: PaperView, name: str) -> None:
    next(button for button in view.findChildren(QPushButton) if button.accessibleName() == name).click()


def thumbs_of(view: PaperView) -> PaperThumbs:
    [found] = view.findChildren(PaperThumbs)
    return found


def words(view: PaperView) -> list[str]:
    return [one.text() for one in view.findChildren(QLabel) if one.isVisible()]


def test_pages_are_named_and_turned(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, look, document(section("satu", "dua"), section("tiga", name="Lampiran I")))
    names = thumbs_of(view).names
    assert [names.data(names.index(at, 0)) for at in range(3)] == ["Surat", "Surat · 2", "Lampiran I"]
    assert "Halaman 1 dari 3" in words(view)
    press(view, "Halaman berikutnya")
    press(view, "Halaman berikutnya")
    assert "Halaman 3 dari 3" in words(view)
    press(view, "Halaman berikutnya")
    assert "Halaman 3 dari 3" in words(view)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert "Halaman 2 dari 3" in words(view)


def test_a_small_picture_opens_its_page(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, look, document(section("satu", "dua", "tiga")))
    thumbs = thumbs_of(view)
    QTest.mouseClick(
        thumbs.viewport(), Qt.MouseButton.LeftButton, pos=thumbs.visualRect(thumbs.names.index(1, 0)).center()
    )
    assert "Halaman 2 dari 3" in words(view)
    QTest.keyClick(thumbs, Qt.Key.Key_Down)
    assert "Halaman 3 dari 3" in words(view)


def test_the_page_in_sight_stays_when_the_letter_changes(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, look, document(section("satu", "dua", "tiga")))
    view.show_page(2)
    view.show_document(document(section("satu", "dua", "tiga lain")))
    assert "Halaman 3 dari 3" in words(view)
    view.show_document(document(section("satu", "dua")))
    assert "Halaman 2 dari 2" in words(view)


def test_zoom_and_fit(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, look, document(section("satu"), section("lebar", width=842, height=595)))
    fitted = view.zoom
    press(view, "Perbesar")
    assert view.zoom > fitted
    press(view, "Pas halaman")
    assert view.zoom == fitted
    view.show_page(1)
    assert view.zoom != fitted


def test_what_cannot_be_shown_is_said(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, look, document(section("satu"), unshown=("kotak teks", "catatan kaki")))
    assert "Tidak tampil di sini: kotak teks, catatan kaki. Lihat di Word." in words(view)
    view.show_document(document(section("satu")))
    assert not any(text.startswith("Tidak tampil") for text in words(view))


def test_a_long_document_comes_bit_by_bit(qtbot: QtBot, look: Look) -> None:
    long = document(*(section(f"surat {at}", "lagi") for at in range(400)))
    view = PaperView(look)
    qtbot.addWidget(view)
    view.resize(700, 700)
    view.show()
    view.show_document(long)
    assert view.count < 800
    view.show_page(0)
    qtbot.waitUntil(lambda: view.done)
    assert "Halaman 1 dari 800" in words(view)
    assert view.text().split()[:3] == ["surat", "0", "lagi"]


def test_paper_is_white_in_the_dark_too(qtbot: QtBot, look: Look) -> None:
    look.set_theme(Theme.GELAP)
    view = shown(qtbot, look, document(section("satu")))
    picture = view._sheet.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle.name() == "#ffffff"
    assert picture.pixelColor(3, 3).lightness() < 60
